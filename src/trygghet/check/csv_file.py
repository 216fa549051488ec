"""Read one CSV file of a promise folder into typed records, or say cell by cell why not."""

import codecs
import csv
import io
import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from trygghet.check.problems import Problem
from trygghet.check.values import BadValue, Value, parse_value
from trygghet.schema import Table

DELIMITERS = (",", ";", "\t")
BLANK = ' ,;\t"\r\n'

# However long a cell is, it is read: only then can it be said which one is too long.
csv.field_size_limit(2**31 - 1)


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a file: its number, its values (None where empty) and the cells as written.

    A record that is not `sound` has something to mend in it. Its id still counts as known; the
    checks between rows see nothing else of it. In `promise.toml`, where a record spans several
    lines, `lines` tells where each key stands.
    """

    line: int
    values: dict[str, Value | None]
    written: dict[str, str]
    sound: bool = True
    lines: dict[str, int] = field(default_factory=dict)

    def line_of(self, name: str) -> int:
        """The line on which a value stands."""
        return self.lines.get(name, self.line)


def read_records(table: Table, data: bytes) -> tuple[list[Record] | None, list[Problem]]:
    """All records of a file, and all problems found cell by cell.

    None instead of records where the file cannot be read as this table.
    """
    try:
        text = decode(table.file, data)
    except BadFile as error:
        return None, [error.problem]
    delimiter = _delimiter(table, text)
    rows, broken = _rows(table.file, text, delimiter)
    if not rows:
        return None, broken or [Problem(table.file, 1, "", "file-empty")]
    (line, titles), *rows = rows
    header, problems = _header(table, line, titles, delimiter)
    problems += broken
    if not any(header):
        return None, problems
    complete = all(column.name in header for column in table.columns)
    fewest = max(number for number, title in enumerate(titles, 1) if title.strip())
    records = []
    for line, cells in rows:
        written = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if name}
        values: dict[str, Value | None] = {}
        if fewest <= len(cells) <= len(titles):
            values, bad = _values(table, line, written, decimal_comma=delimiter != ",")
            bad += _cells_without_column(table, line, titles, cells)
        else:
            details: dict[str, str | int] = {"cells": len(cells), "columns": fewest}
            bad = [Problem(table.file, line, "", "row-length", delimiter.join(cells), details)]
        problems += bad
        records.append(Record(line, values, written, complete and not bad))
    ids_seen = table.key != ("id",) or "id" in header
    return (None if broken or not ids_seen else records), problems


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
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text, end = data.decode("utf-8"), len(data)
    except UnicodeDecodeError as error:
        text, end = "", error.start
    nul = data.find(b"\0", 0, end)  # valid, but a sign of UTF-16 or of no text at all
    bad = nul if nul >= 0 else end
    if bad == len(data):
        return text
    *before, line = re.split(rb"\r\n|\r|\n", data[:bad])
    value, details = f"0x{data[bad]:02X}", {"place": len(line) + 1}
    raise BadFile(Problem(file, len(before) + 1, "", "not-utf8", value, {**details}))


def _delimiter(table: Table, text: str) -> str:
    """The delimiter under which the header holds most of the columns that we know."""
    lines = io.StringIO(text, newline="")
    header = next((line.strip() for line in lines if line.strip(BLANK)), "")
    known = {column.name for column in table.columns}

    def recognised(delimiter: str) -> int:
        return len(known & {name.strip().strip('"') for name in header.split(delimiter)})

    return max(DELIMITERS, key=recognised)


def _rows(
    file: str, text: str, delimiter: str
) -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    """The rows that are not blank, each with the number of its first line, up to the first one
    whose quotation marks do not match, and that problem."""
    rows = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip(BLANK) for cell in cells):
                rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error:
        return rows, [Problem(file, line, "", "bad-quotes", _line_of(text, line))]
    return rows, []


def _line_of(text: str, number: int) -> str:
    lines = list(io.StringIO(text, newline=""))
    return lines[number - 1].strip() if number <= len(lines) else ""


def _header(
    table: Table, line: int, cells: list[str], delimiter: str
) -> tuple[list[str | None], list[Problem]]:
    """The known column behind each position (None where unknown), and what is wrong with it."""
    names = [column.name for column in table.columns]
    header: list[str | None] = []
    problems = []
    for cell in (cell.strip() for cell in cells):
        if cell in header:
            problems.append(Problem(table.file, line, cell, "column-twice", cell))
        elif cell and cell not in names:
            close = get_close_matches(cell.casefold(), names, n=1)
            details: dict[str, str | int] = {"known": ", ".join(close or names)}
            problems.append(Problem(table.file, line, cell, "column-unknown", cell, details))
        header.append(cell if cell in names and cell not in header else None)
    if not any(header):
        details = {"columns": delimiter.join(names)}
        return header, [Problem(table.file, line, "", "no-header", delimiter.join(cells), details)]
    for name in names:
        if name not in header:
            problems.append(Problem(table.file, line, name, "column-missing"))
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
            code = error.code
            if code == "symbol-for-nothing" and column.name != table.value:
                code = "symbol-for-empty"  # here no reason is asked for
            problems.append(Problem(table.file, line, column.name, code, text, error.details))
    return values, problems


def _cells_without_column(
    table: Table, line: int, titles: list[str], cells: list[str]
) -> list[Problem]:
    """Excel writes empty columns with no title; there must be nothing in them."""
    return [
        Problem(table.file, line, "", "cell-without-column", cell.strip())
        for title, cell in zip(titles, cells, strict=False)
        if cell.strip() and not title.strip()
    ]
