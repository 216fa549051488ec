"""The rows of a file for one choice, with what every copy of them says of itself."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from trygghet.files.columns import column
from trygghet.files.definition import Choice, Column, DataFile
from trygghet.release.queries import Release
from trygghet.release.rows import LogEntry, Promise, Source
from trygghet.words import text

LONGEST_CHOICE = 60
"""How many signs of a choice stand in a file's name."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A table to write in any format.

    In `columns` and `rows` everything of the example has its mark first. `sources` are those
    that the rows rest on, `address` leads to the same rows for as long as the release is there.
    """

    file: DataFile
    choice: Choice
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    promise: Promise
    edition: LogEntry
    sources: tuple[Source, ...]
    address: str

    @property
    def title(self) -> str:
        """The file's title with the promise's, marked where all is invented."""
        title = text("file-title", file=self.file.title, promise=self.promise.title)
        return marked(self.promise, title)


def contents(release: Release, file: DataFile, choice: Choice, address: str) -> Contents:
    """A file's rows for a choice whose values are allowed."""
    promise = release.promise()
    mark: tuple[str, ...] = ()
    first: tuple[Column, ...] = ()
    if promise.is_example:
        first = (column("example", required=True),)
        mark = (text("site-example-mark"),)
    rows = tuple((*mark, *row) for row in file.rows(release, choice))
    columns = (*first, *file.columns)
    sources = _sources(columns, rows, release.sources())
    return Contents(file, choice, columns, rows, promise, release.edition(), sources, address)


def marked(promise: Promise, said: str) -> str:
    """A title, marked as invented where it is."""
    return text("site-example-sentence", sentence=said) if promise.is_example else said


def saved_name(promise: Promise, edition: LogEntry, extension: str, *parts: str) -> str:
    """What a file is called where it is saved: the promise, what it is, the release."""
    invented = "pahittat" if promise.is_example else ""
    words = (invented, promise.id, *parts, f"utgava-{edition.number}")
    return f"{'-'.join(filter(None, words))}.{extension}"


def file_name(
    promise: Promise, edition: LogEntry, file: DataFile, choice: Choice, extension: str
) -> str:
    """What a file with a choice is called where it is saved."""
    return saved_name(promise, edition, extension, file.name, _slug(file, choice))


def _sources(
    columns: Sequence[Column], rows: Iterable[Sequence[Any]], all_: Sequence[Source]
) -> tuple[Source, ...]:
    """The sources that the rows name; all where a row is made of several."""
    names = [one.name for one in columns]
    if "source" not in names:
        return tuple(all_)
    at = names.index("source")
    used = {row[at] for row in rows}
    return tuple(source for source in all_ if source.id in used)


def _slug(file: DataFile, choice: Choice) -> str:
    """What was chosen, as a name of a file can hold it."""
    defaults = {one.name: one.default for one in file.parameters}
    chosen = "-".join(
        value for name, values in choice.items() for value in values if value != defaults[name]
    )
    plain = unicodedata.normalize("NFKD", chosen).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_CHOICE].strip("-")
