"""Parquet: typed columns; their meanings, units and the release stand in the file."""

import io
import json

import pyarrow as pa
from pyarrow import parquet

from trygghet.files.contents import Contents
from trygghet.files.definition import Column, ValueType
from trygghet.files.values import plain_value

_TYPES: dict[ValueType, pa.DataType] = {
    "text": pa.string(),
    "date": pa.string(),  # as exact as the source: no day where there is only a year
    "period": pa.string(),
    "url": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "list": pa.list_(pa.string()),
}


def parquet_file(given: Contents) -> bytes:
    """The rows as a Parquet file."""
    promise = given.promise
    said = {
        "title": given.title,
        "promise": promise.id,
        "promise_title": promise.title,
        "example": "true" if promise.is_example else "false",
        "release": str(given.edition.number),
        "published": given.edition.at,
        "as_of": promise.as_of,
        "address": given.address,
        "sources": json.dumps(
            [[one.id, one.title, one.licence, one.url] for one in given.sources],
            ensure_ascii=False,
        ),
    }
    schema = pa.schema([_field(column) for column in given.columns], metadata=said)
    arrays = [
        pa.array([plain_value(column, row[at]) for row in given.rows], _TYPES[column.type])
        for at, column in enumerate(given.columns)
    ]
    written = io.BytesIO()
    parquet.write_table(pa.table(arrays, schema=schema), written, compression="zstd")
    return written.getvalue()


def _field(column: Column) -> pa.Field:
    meaning = {"meaning": column.meaning, "unit": column.unit}
    return pa.field(column.name, _TYPES[column.type], metadata=meaning)
