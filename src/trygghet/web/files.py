"""What can be downloaded, as CSV (RFC 4180): exactly the rows that a view shows, or a whole file.

Invented figures say so in the file's name and in the first column of every row.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from trygghet.release.queries import Release
from trygghet.release.rows import Observation, Promise
from trygghet.schema import TABLE
from trygghet.words import text

OBSERVATION_COLUMNS = (
    "place",
    "place_name",
    "indicator",
    "period",
    "value",
    "missing_reason",
    "is_sum",
    "conflict",
    "rate_per_100k",
    "margin",
    "respondents",
    "note",
    "source",
    "source_title",
    "source_url",
)


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A file to download: its name and its whole text."""

    name: str
    content: str


def observations_file(
    promise: Promise, indicator: str, observations: Sequence[Observation]
) -> CsvFile:
    """The values of a view; `value` is empty where `missing_reason` says why."""
    rows = (
        [seen.published if name == "value" else getattr(seen, name) for name in OBSERVATION_COLUMNS]
        for seen in observations
    )
    return _file(promise, indicator, OBSERVATION_COLUMNS, rows)


def table_file(release: Release, table: str) -> CsvFile:
    """One file of the promise folder, in its own columns.

    Raises:
        KeyError: the format has no such file.
    """
    columns = [column.name for column in TABLE[table].columns]
    return _file(release.promise(), table, columns, release.file(table))


def _file(
    promise: Promise, name: str, columns: Iterable[str], rows: Iterable[Iterable[Any]]
) -> CsvFile:
    mark = [text("site-example-mark")] if promise.is_example else []
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(["example", *columns] if mark else columns)
    for row in rows:
        writer.writerow([*mark, *(_cell(value) for value in row)])
    prefix = "pahittat-" if promise.is_example else ""
    return CsvFile(f"{prefix}{promise.id}-{name}.csv", written.getvalue())


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return ";".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
