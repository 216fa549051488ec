"""Put what an extract says into the files of a promise folder: all of it, or nothing.

Rows with the same key are replaced where they stand, new ones come last, and what the extract
does not cover stays. The plan and its events are never overwritten. The whole folder, as it would
be, is checked in a copy before a single file is replaced.
"""

import csv
import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from trygghet.check import BadFolder, Problem, PromiseFolder, read_promise_folder
from trygghet.check.csv_file import Record
from trygghet.disk import sync_folder
from trygghet.extracts.extract import BadExtract, Covered, Extract, Row, Understood
from trygghet.periods import parse_period
from trygghet.schema import FILES, PROTECTED_KINDS, TABLE, Column, Table

# A row of these files is never changed: what is new is said in a new, dated event.
FROZEN = {"activities": "import-differs-plan", "activity_events": "import-differs-event"}

# Counts for these are about few enough people that they could be recognised.


@dataclass(frozen=True, slots=True)
class Change:
    """A cell of a row that was there before: where, and what it says before and after."""

    table: str
    key: str
    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Merge:
    """What an import does to the folder. `files` holds the new content of each file that changes;
    `new`, `changed`, `unchanged` and `removed` count the rows that the extract covers, `kept` the
    rows of the same files that it does not."""

    files: dict[str, bytes]
    new: int
    changed: int
    unchanged: int
    removed: int
    kept: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class _Merged:
    """One table: its rows as they would be, with the extract's line behind each (0 for none)."""

    rows: list[dict[str, str]]
    lines: list[int]
    new: int
    changed: int
    unchanged: int
    removed: int
    changes: list[Change]


def refuse_small_numbers_in_repository(extract: Extract) -> None:
    """Stop before counts for villages get into a git working tree, where they would become public
    with it. An example promise is invented and may.

    Raises:
        BadExtract: the folder lies in a git working tree.
    """
    folder = extract.folder.resolve()
    if extract.promise.promise.values["kind"] == "example":
        return
    for parent in (folder, *folder.parents):
        if (parent / ".git").exists():
            details: dict[str, str | int] = {"repository": str(parent)}
            raise BadExtract(
                [Problem(str(extract.folder), 0, "", "import-repository", "", details)]
            )


def merge(extract: Extract, understood: Understood) -> Merge:
    """What the folder's files would be, checked as a whole. Nothing is written.

    Raises:
        BadExtract: with every problem: rows that stand twice in the extract or differ from what
            is frozen, or what keeps the resulting folder from being sound.
    """
    if _has_small_numbers(extract.promise, understood):
        refuse_small_numbers_in_repository(extract)
    problems: list[Problem] = []
    merged = {}
    for name, rows in understood.tables.items():
        problems += _twice(extract, TABLE[name], rows)
        covered = [one for one in understood.covers if one.table == name]
        old = extract.promise.tables[name]
        merged[name] = _merge_table(extract, TABLE[name], old, rows, covered, problems)
    if problems:
        raise BadExtract(problems)
    files = {
        TABLE[name].file: _written(extract.promise, TABLE[name], one.rows)
        for name, one in merged.items()
        if one.new or one.changed or one.removed
    }
    _check(extract, files, merged)
    tables = merged.values()
    counted = {
        what: sum(getattr(one, what) for one in tables)
        for what in ("new", "changed", "unchanged", "removed")
    }
    rows_now = sum(len(one.rows) for one in tables)
    kept = rows_now - counted["new"] - counted["changed"] - counted["unchanged"]
    return Merge(
        files, **counted, kept=kept, changes=tuple(one for table in tables for one in table.changes)
    )


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Replace the files: every one is written beside the old and is on the disk before the first
    is renamed, so that what fails leaves the folder as it was.

    Raises:
        OSError: a file cannot be written.
    """
    prepared: dict[Path, Path] = {}
    try:
        for name, content in files.items():
            number, path = tempfile.mkstemp(prefix=f".{name}-", dir=folder)
            prepared[Path(path)] = folder / name
            with os.fdopen(number, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            shutil.copymode(folder / name, path)
        for beside, place in prepared.items():
            beside.replace(place)
    finally:
        for beside in prepared:
            beside.unlink(missing_ok=True)
    sync_folder(folder)


def _has_small_numbers(promise: PromiseFolder, understood: Understood) -> bool:
    small = {
        record.values["id"]
        for record in promise.tables["places"]
        if record.values["kind"] in PROTECTED_KINDS
    }
    rows = understood.tables.get("reported_crimes", [])
    return any(row.cells["place"] in small and row.cells.get("count") for row in rows)


def _twice(extract: Extract, table: Table, rows: list[Row]) -> Iterator[Problem]:
    first: dict[tuple[str, ...], int] = {}
    for row in rows:
        key = tuple(row.cells.get(name, "") for name in table.key)
        if key in first:
            details: dict[str, str | int] = {"first": str(first[key])}
            value = ", ".join(part for part in key if part)
            yield Problem(extract.file, row.line, "", "import-twice", value, details)
        first.setdefault(key, row.line)


def _merge_table(
    extract: Extract,
    table: Table,
    old: list[Record],
    rows: list[Row],
    covered: list[Covered],
    problems: list[Problem],
) -> _Merged:
    merged = _Merged([], [], 0, 0, 0, 0, [])
    new = changed = unchanged = removed = 0
    coming = {tuple(row.cells.get(name, "") for name in table.key): row for row in rows}
    for record in old:
        before = {column.name: _text(column, record) for column in table.columns}
        row = coming.pop(tuple(before[name] for name in table.key), None)
        if row is None:
            if _is_covered(before, covered):
                removed += 1
                continue
            after = before
        else:
            after = before | {
                name: before[name] if _same(table.column(name), before[name], text) else text
                for name, text in row.cells.items()
            }
        differ = [name for name in after if after[name] != before[name]]
        key = ", ".join(before[name] for name in table.key if before[name])
        if row and differ and table.name in FROZEN:
            for name in differ:
                details: dict[str, str | int] = {
                    "key": before["id"] if "id" in before else before["activity"],
                    "old": before[name],
                }
                problems.append(
                    Problem(extract.file, row.line, name, FROZEN[table.name], after[name], details)
                )
        for name in differ:
            merged.changes.append(Change(table.name, key, name, before[name], after[name]))
        changed += bool(differ)
        unchanged += row is not None and not differ
        merged.rows.append(after)
        merged.lines.append(row.line if row else 0)
    for row in coming.values():
        new += 1
        merged.rows.append(
            {column.name: row.cells.get(column.name, "") for column in table.columns}
        )
        merged.lines.append(row.line)
    return _Merged(merged.rows, merged.lines, new, changed, unchanged, removed, merged.changes)


def _text(column: Column, record: Record) -> str:
    """A cell as the file holds it; a decimal comma, which a file with semicolons may have, as a
    point."""
    text = record.written.get(column.name, "")
    return text.replace(",", ".") if column.type == "decimal" else text


def _same(column: Column, old: str, new: str) -> bool:
    """Whether two cells say the same: 2.00 that Excel has made into 2 is no change."""
    if column.type != "decimal" or not old or not new:
        return old == new
    try:
        return float(old.replace("−", "-")) == float(new.replace("−", "-"))
    except ValueError:  # the check of the whole folder says what is wrong with it
        return False


def _is_covered(cells: dict[str, str], covered: list[Covered]) -> bool:
    if not covered:
        return False
    period = parse_period(cells["period"])
    return any(
        cells["source"] == one.source
        and one.first.start <= period.start
        and period.end <= one.last.end
        for one in covered
    )


def _written(promise: PromiseFolder, table: Table, rows: list[dict[str, str]]) -> bytes:
    """The file's bytes, with the columns in the order in which the file has them today."""
    names = [column.name for column in table.columns]
    if promise.tables[table.name]:
        names = [name for name in promise.tables[table.name][0].written if name in names]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _check(extract: Extract, files: dict[str, bytes], merged: dict[str, _Merged]) -> None:
    """Check the folder as it would be. Problems are told by the extract's own lines."""
    with tempfile.TemporaryDirectory(prefix="trygghet-") as name:
        copy = Path(name)
        for file in FILES:
            if file in files:
                (copy / file).write_bytes(files[file])
            elif (extract.folder / file).exists():
                shutil.copyfile(extract.folder / file, copy / file)
        try:
            read_promise_folder(copy)
        except BadFolder as error:
            found = error.problems
        else:
            return
    lines = {TABLE[name].file: one.lines for name, one in merged.items()}
    raise BadExtract(
        _in_extract(extract, problem, lines.get(problem.file, [])) for problem in found
    )


def _in_extract(extract: Extract, problem: Problem, lines: list[int]) -> Problem:
    """The problem told by the line of the extract behind it, where there is one."""
    row = problem.line - 2  # below the header
    if not 0 <= row < len(lines) or not lines[row]:
        return problem
    return Problem(
        extract.file, lines[row], problem.column, problem.code, problem.value, problem.details
    )
