"""What a release changes against the one before: row by row, and as corrections of facts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import duckdb

from trygghet.check import PromiseFolder
from trygghet.check.csv_file import Record
from trygghet.release.build import outline_rows, published, translation_rows
from trygghet.release.rows import Correction
from trygghet.schema import (
    OUTLINES_FILE,
    PROMISE_FILE,
    PROMISE_KEYS,
    PROMISE_LISTS,
    TABLE,
    TABLES,
    TRANSLATIONS,
)
from trygghet.schema import Table as File

FACTS = (
    "population",
    "reported_crimes",
    "safety_survey",
    "statements",
    "activities",
    "activity_events",
)
"""The files in which a changed value is a correction."""

PROTECTED = "protected"

Row = dict[str, object]
"""A row of a file by its columns: measured decimals as published, everything else as its value."""


class Cell(NamedTuple):
    """A value as a text, or the reason why there is none; neither where a cell is just empty."""

    value: str | None
    missing: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A column whose value is another than before. The old one is not told if `withheld`."""

    column: str
    old: Cell
    new: Cell
    withheld: bool


@dataclass(frozen=True, slots=True)
class FileChanges:
    """What differs in one file: rows by their keys, changed ones with their differences."""

    file: File
    added: list[tuple[str, ...]]
    removed: list[tuple[str, ...]]
    changed: list[tuple[tuple[str, ...], list[Difference]]]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True)
class Changes:
    """What a release changes: the files with rows that differ, and other files' names.

    `others` names keys and lists of promise.toml, and the outlines, where they differ.
    """

    files: list[FileChanges]
    others: list[str]

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many rows are added, changed and removed."""
        return (
            sum(len(one.added) for one in self.files),
            sum(len(one.changed) for one in self.files),
            sum(len(one.removed) for one in self.files),
        )


def compare(folder: PromiseFolder, before: duckdb.DuckDBPyConnection | None) -> Changes:
    """What differs between a checked folder and the release before, if there is one.

    Only what the release before has columns for can differ: an older program may have known
    fewer.
    """
    files = [
        _file_changes(file, file_rows(file, folder.tables[file.name]), _stored(before, file))
        for file in TABLES
    ]
    others = [] if before is None else list(_other_changes(folder, before))
    return Changes([one for one in files if one], others)


def file_rows(file: File, records: Iterable[Record]) -> list[Row]:
    """The records of a file as rows to compare."""
    return [
        {column.name: _value(file, record, column.name) for column in file.columns}
        for record in records
    ]


def shown_key(file: File, row: Row) -> tuple[str, ...]:
    """What names a row, as texts. Free text is left out: it may be what had to be taken away."""
    return tuple(_text(row[name]) or "" for name in file.key if file.column(name).type != "text")


def corrections(
    folder: PromiseFolder,
    changes: Changes,
    earlier: Iterable[Correction],
    *,
    release: int,
    at: str,
    why: str,
) -> list[Correction]:
    """All corrections up to the new release: the earlier ones, and those that it makes itself.

    An earlier one keeps its values only while its row is shown: what has become protected since,
    or was taken away, is not repeated.
    """
    shown = {
        (name, shown_key(TABLE[name], row))
        for name in FACTS
        for row in file_rows(TABLE[name], folder.tables[name])
        if row.get("missing_reason") != PROTECTED
    }
    return [
        *(one if (one.table, one.key) in shown else one.without_values() for one in earlier),
        *(
            Correction(
                release,
                at,
                one.file.name,
                key,
                difference.column,
                difference.old.value,
                difference.old.missing,
                difference.new.value,
                difference.new.missing,
                difference.withheld,
                why,
            )
            for one in changes.files
            if one.file.name in FACTS
            for key, differences in one.changed
            for difference in differences
            if difference.column != "note"
        ),
        *(
            Correction(release, at, one.file.name, key, None, None, None, None, None, False, why)
            for one in changes.files
            if one.file.name in FACTS
            for key in one.removed
        ),
    ]


def _file_changes(file: File, new: list[Row], old: list[Row]) -> FileChanges:
    def keyed(rows: list[Row]) -> dict[tuple[object, ...], Row]:
        return {tuple(row[name] for name in file.key): row for row in rows}

    before, now = keyed(old), keyed(new)
    changed = []
    for key, row in now.items():
        if key in before and (differences := list(_differences(file, before[key], row))):
            changed.append((shown_key(file, row), differences))
    return FileChanges(
        file,
        [shown_key(file, row) for key, row in now.items() if key not in before],
        [shown_key(file, row) for key, row in before.items() if key not in now],
        changed,
    )


def _differences(file: File, old: Row, new: Row) -> Iterator[Difference]:
    """A measured value and the reason why it is missing are one cell."""
    withheld = new.get("missing_reason") == PROTECTED
    for column in file.columns:
        if column.name in file.key or column.name not in old:
            continue
        if file.value and column.name == "missing_reason":
            continue
        before, now = _cell(file, old, column.name), _cell(file, new, column.name)
        if before != now:
            told = Cell(None) if withheld else before
            yield Difference(column.name, told, now, withheld)


def _cell(file: File, row: Row, column: str) -> Cell:
    reason = row.get("missing_reason") if column == file.value else None
    return Cell(_text(row[column]), _text(reason))


def _value(file: File, record: Record, column: str) -> object:
    if column == file.value and file.column(column).type == "decimal":
        return published(record.written[column])
    value = record.values[column]
    return list(value) if isinstance(value, tuple) else value


def _text(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, list):
        return ";".join(map(str, value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _stored(connection: duckdb.DuckDBPyConnection | None, file: File) -> list[Row]:
    """A file's rows in a release, in those of its columns that the release has."""
    if connection is None:
        return []
    names = {
        f"{column.name}_published"
        if column.name == file.value and column.type == "decimal"
        else column.name: column.name
        for column in file.columns
    }
    rows = _select(connection, file.name, list(names))
    found = [{names[name]: value for name, value in row.items()} for row in rows]
    return found if all(name in row for row in found[:1] for name in file.key) else []


def _select(
    connection: duckdb.DuckDBPyConnection, table: str, columns: list[str]
) -> list[dict[str, object]]:
    """Those of the columns that a table has, row by row; nothing if there is no such table.

    The order is that in which the rows were written.
    """
    try:
        # The names are schema.py's.
        found = connection.execute(f'SELECT * FROM "{table}" ORDER BY rowid')  # noqa: S608
    except duckdb.CatalogException:
        return []
    there = {name: place for place, (name, *_) in enumerate(found.description)}
    wanted = {name: there[name] for name in columns if name in there}
    return [{name: row[place] for name, place in wanted.items()} for row in found.fetchall()]


def _other_changes(folder: PromiseFolder, before: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """The keys and lists of promise.toml that differ, then the outlines."""
    (stored,) = _select(before, "promise", [key.name for key in PROMISE_KEYS]) or [{}]
    for key in PROMISE_KEYS:
        value = folder.promise.values[key.name]
        if (list(value) if isinstance(value, tuple) else value) != stored.get(key.name):
            yield f"{PROMISE_FILE}: {key.name}"
    for name, keys in PROMISE_LISTS.items():
        rows = [
            {key.name: record.values[key.name] for key in keys} for record in folder.lists[name]
        ]
        if rows != _select(before, name, [key.name for key in keys]):
            yield f"{PROMISE_FILE}: {name}"
    outlines = _select(before, "outlines", ["id", "name", "role", "rings"])
    if [tuple(one.values()) for one in outlines] != outline_rows(folder):
        yield OUTLINES_FILE
    stored_words = _select(before, "translations", ["language", "text", "translation"])
    for language, file in TRANSLATIONS.items():
        own = [row for row in translation_rows(folder) if row[0] == language]
        if [tuple(one.values()) for one in stored_words if one["language"] == language] != own:
            yield file
