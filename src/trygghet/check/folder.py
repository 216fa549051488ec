"""A promise folder in memory: what was read from its files, before or after the checks."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from trygghet.check.csv_file import Record
from trygghet.check.outlines import Outline
from trygghet.periods import Period, parse_period
from trygghet.schema import HIDE_BELOW, PROMISE_KEYS, PROMISE_LISTS, TABLES, Column, PromiseKey


@dataclass(frozen=True, slots=True)
class PromiseFolder:
    """The sound records of every file. `digest` identifies the files' exact content.

    `ids` holds the ids of every file and list that could be read, also of records with something
    to mend in them: a reference to one of those is not a problem of its own.
    `translations` holds, by language, what texts of the folder are in it; also of texts that have
    been changed since, which nobody is shown.
    """

    path: Path
    promise: Record
    lists: dict[str, list[Record]]
    tables: dict[str, list[Record]]
    ids: dict[str, set[object]]
    outlines: list[Outline]
    digest: str
    translations: dict[str, dict[str, str]]

    def promise_date(self, key: str) -> Period | None:
        """A date of the promise, None where it could not be read."""
        value = self.promise.values[key]
        return parse_period(str(value)) if value is not None else None

    @property
    def as_of(self) -> Period | None:
        """The day that the folder describes: nothing in it has happened later."""
        return self.promise_date("as_of")

    @property
    def hide_below(self) -> int:
        """Counts from 1 up to this are hidden for villages and areas."""
        return int(str(self.promise.values["hide_below"] or HIDE_BELOW))

    def texts(self) -> set[str]:
        """Every text in the folder that somebody has written: cells, keys and outlines' names."""
        found = {outline.name for outline in self.outlines}
        found.update(_texts(PROMISE_KEYS, [self.promise]))
        for name, keys in PROMISE_LISTS.items():
            found.update(_texts(keys, self.lists[name]))
        for table in TABLES:
            found.update(_texts(table.columns, self.tables[table.name]))
        return found


def _texts(
    columns: tuple[Column, ...] | tuple[PromiseKey, ...], records: Iterable[Record]
) -> Iterator[str]:
    for record in records:
        for column in columns:
            value = record.values.get(column.name)
            if column.type == "text" and isinstance(value, str):
                yield value
            elif column.type == "texts" and isinstance(value, tuple):
                yield from value


def folder_digest(files: dict[str, bytes]) -> str:
    """A short name for the exact content of all files."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}:{len(files[name])}:".encode())
        digest.update(files[name])
    return digest.hexdigest()[:16]
