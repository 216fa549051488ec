"""The files of the promise folder, as they were read and protected."""

from collections.abc import Iterable, Sequence
from typing import Any

from trygghet.files.definition import Choice, Column, DataFile, ValueType
from trygghet.release.queries import Release
from trygghet.schema import TABLE, TABLES, ColumnType, Table

_TYPES: dict[ColumnType, ValueType] = {
    "id": "text",
    "text": "text",
    "count": "integer",
    "decimal": "number",
    "date": "date",
    "period": "period",
    "choice": "text",
    "url": "url",
    "ref": "text",
    "refs": "list",
}
_UNITS = {
    ("places", "latitude"): "degrees",
    ("places", "longitude"): "degrees",
    ("population", "population"): "people",
    ("reported_crimes", "count"): "reports",
    ("coverage", "reports"): "reports",
    ("coverage", "unplaced"): "reports",
    ("safety_survey", "respondents"): "people",
    ("activities", "occasions_planned"): "occasions",
    ("activity_events", "occasions_done"): "occasions",
}


def folder_files() -> tuple[DataFile, ...]:
    """Every file of the format, in its order."""
    return tuple(map(_folder_file, TABLES))


def _folder_file(table: Table) -> DataFile:
    def rows(release: Release, _: Choice) -> Iterable[Sequence[Any]]:
        return release.file(table.name)

    return DataFile(
        table.name,
        tuple(
            Column(
                column.name,
                _TYPES[column.type],
                table.name,
                _UNITS.get((table.name, column.name), ""),
                # A count that the folder must have can be hidden in what is published.
                column.required and column.type != "count",
            )
            for column in table.columns
        ),
        rows,
        key=table.key,
        refers={column.name: column.ref for column in table.columns if column.ref in TABLE},
    )
