"""Read one CSV file of a promise folder into typed records, or say cell by cell why not."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from trygghet.check.problems import Problem
from trygghet.check.values import BadValue, Value, parse_value
from trygghet.schema import Table

DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a file: its number, its values (None where empty) and the cells as written."""

    line: int
    values: dict[str, Value | None]
    written: dict[str, str]


def read_records(table: Table, data: bytes) -> tuple[list[Record], list[Problem]]:
    """All records of a file, and all problems found cell by cell.

    A record with a bad cell is left out, so that later checks see only sound ones.
    """
    try:
        text = decode(table.file, data)
        rows = list(_rows(table.file, text, delimiter := _delimiter(table, text)))
    except BadFile as error:
        return [], [error.problem]
    if not rows:
        return [], [Problem(table.file, 1, "", "file-empty")]
    header, problems = _header(table, rows[0][1])
    records = []
    for line, cells in rows[1:]:
        if len(cells) != len(rows[0][1]):
            problem = Problem(
                table.file,
                line,
                "",
                "row-length",
                delimiter.join(cells),
                {"cells": len(cells), "columns": len(rows[0][1])},
            )
            problems.append(problem)
            continue
        written = {
            name: cell.strip() for name, cell in zip(header, cells, strict=True) if name is not None
        }
        values, bad = _values(table, line, written, decimal_comma=delimiter != ",")
        problems += bad
        if not bad:
            records.append(Record(line, values, written))
    return records, problems


class BadFile(Exception):
    """The file cannot be read as a table at all."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def decode(file: str, data: bytes) -> str:
    """The text of a file in UTF-8, with or without the mark that Excel puts first.

    Raises:
        BadFile: the bytes are not UTF-8; the problem names the first one that is not.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line = before.count(b"\n") + 1
        place = error.start - (before.rfind(b"\n") + 1) + 1
        value = f"0x{error.object[error.start]:02X}"
        problem = Problem(file, line, "", "not-utf8", value, {"place": place})
        raise BadFile(problem) from None


def _delimiter(table: Table, text: str) -> str:
    """The delimiter under which the header holds most of the columns that we know."""
    header = text.split("\n", 1)[0].strip()
    known = {column.name for column in table.columns}

    def recognised(delimiter: str) -> int:
        return len(known & {name.strip().strip('"') for name in header.split(delimiter)})

    return max(DELIMITERS, key=recognised)


def _rows(file: str, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, each with the number of its first line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        raise BadFile(Problem(file, line, "", "bad-quotes", _line_of(text, line))) from None


def _line_of(text: str, number: int) -> str:
    lines = text.splitlines()
    return lines[number - 1] if number <= len(lines) else ""


def _header(table: Table, cells: list[str]) -> tuple[list[str | None], list[Problem]]:
    """The known column behind each position (None where unknown), and what is wrong with it."""
    names = [column.name for column in table.columns]
    header: list[str | None] = []
    problems = []
    for cell in (cell.strip() for cell in cells):
        if cell in header:
            problems.append(Problem(table.file, 1, cell, "column-twice", cell))
            header.append(None)
        elif cell in names:
            header.append(cell)
        else:
            close = get_close_matches(cell, names, n=1)
            known = ", ".join(close or names)
            details: dict[str, str | int] = {"known": known}
            problems.append(Problem(table.file, 1, cell, "column-unknown", cell, details))
            header.append(None)
    for name in names:
        if name not in header:
            problems.append(Problem(table.file, 1, name, "column-missing", name))
    return header, problems


def _values(
    table: Table, line: int, written: dict[str, str], *, decimal_comma: bool
) -> tuple[dict[str, Value | None], list[Problem]]:
    values: dict[str, Value | None] = {}
    problems = []
    for column in table.columns:
        text = written.get(column.name, "")
        values[column.name] = None
        if not text:
            if column.required and column.name in written:
                code = "source-missing" if column.name == "source" else "value-missing"
                problems.append(Problem(table.file, line, column.name, code))
            continue
        try:
            values[column.name] = parse_value(column, text, decimal_comma=decimal_comma)
        except BadValue as error:
            problem = Problem(table.file, line, column.name, error.code, text, error.details)
            problems.append(problem)
    return values, problems
