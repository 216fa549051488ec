"""A release as a Frictionless Data Package: the CSV files, their columns and how they refer.

https://specs.frictionlessdata.io, version 1, profile tabular-data-package.
"""

from collections.abc import Callable
from typing import Any

from trygghet import settings
from trygghet.describe.about import DATE, PERIOD, description, keywords, page, title
from trygghet.files import FILES, Column, DataFile, whole_files
from trygghet.files.definition import ValueType
from trygghet.release.rows import Source
from trygghet.views.context import Context
from trygghet.words import text

Json = dict[str, Any]

# Dates and periods are texts: Frictionless has no type for one that is as exact as its source.
_TYPES: dict[ValueType, tuple[str, str]] = {
    "text": ("string", ""),
    "integer": ("integer", ""),
    "number": ("number", ""),
    "boolean": ("boolean", ""),
    "date": ("string", DATE),
    "period": ("string", PERIOD),
    "url": ("string", ""),
    "list": ("string", ""),
}


def datapackage(
    seen: Context, site: str, file_address: Callable[[str], str] = lambda name: name
) -> Json:
    """The description of all files that can be had whole, as JSON values.

    `file_address` says where a file lies by its name: as it is for a description that lies in
    the same folder, a whole address for one that is read alone.
    """
    edition, promise = seen.release.edition(), seen.promise
    mark = "pahittat-" if promise.is_example else ""
    described: Json = {
        "profile": "tabular-data-package",
        "name": f"{mark}{promise.id.lower()}",
        "title": title(seen),
        "description": description(seen),
        "homepage": page(site, promise),
        "version": str(edition.number),
        "created": edition.at,
        "keywords": keywords(seen),
        "sources": [_source(one) for one in seen.release.sources()],
        "resources": [
            _resource(file, file_address(f"{file.name}.csv"), example=promise.is_example)
            for file in whole_files()
        ],
    }
    if settings.owner():
        owner = {"title": settings.owner(), "role": "publisher", "email": settings.mail()}
        described["contributors"] = [_without_empty(owner)]
    return described


def _source(source: Source) -> Json:
    """A source with its own licence, where the release knows it."""
    return _without_empty(
        {
            "title": source.title,
            "path": source.url,
            "publisher": source.publisher,
            "published": source.published,
            "licence": source.licence,
        }
    )


def _resource(file: DataFile, path: str, *, example: bool) -> Json:
    schema: Json = {
        "fields": [*([_example_field()] if example else []), *map(_field, file.columns)],
        "missingValues": [""],
    }
    if file.key:
        schema["primaryKey"] = list(file.key)
    if foreign_keys := _foreign_keys(file):
        schema["foreignKeys"] = foreign_keys
    return {
        "profile": "tabular-data-resource",
        "name": file.name,
        "title": file.title,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> Json:
    kind, pattern = _TYPES[column.type]
    field: Json = {"name": column.name, "type": kind, "description": column.meaning}
    if column.unit:
        field["unit"] = column.unit
    constraints: Json = {"required": True} if column.required else {}
    if pattern:
        constraints["pattern"] = pattern
    if constraints:
        field["constraints"] = constraints
    return field


def _example_field() -> Json:
    return {
        "name": "example",
        "type": "string",
        "description": text("describe-example-column"),
        "constraints": {"required": True, "enum": [text("site-example-mark")]},
    }


def _foreign_keys(file: DataFile) -> list[Json]:
    """Where a column holds the id of one row of another file; a list of ids cannot be said."""
    lists = {column.name for column in file.columns if column.type == "list"}
    described = {one.name for one in whole_files()}
    return [
        {
            "fields": column,
            # Frictionless writes a file that refers to itself as "".
            "reference": {"resource": "" if to == file.name else to, "fields": FILES[to].key[0]},
        }
        for column, to in file.refers.items()
        if column not in lists and to in described
    ]


def _without_empty(values: Json) -> Json:
    return {name: value for name, value in values.items() if value}
