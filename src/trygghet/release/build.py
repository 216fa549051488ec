"""Write a checked promise folder as one release: a DuckDB file that is only read from then on."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

import trygghet
from trygghet.check import PromiseFolder
from trygghet.check.csv_file import Record
from trygghet.compare import ComputedTable, computed_tables
from trygghet.periods import parse_period
from trygghet.release.copying import copy_tables
from trygghet.schema import PROMISE_KEYS, PROMISE_LISTS, TABLES, Column

SQL_TYPES = {"count": "BIGINT", "decimal": "DOUBLE", "refs": "VARCHAR[]"}
PROMISE_SQL_TYPES = {"year": "BIGINT", "number": "BIGINT", "texts": "VARCHAR[]"}
# How a column comes to DuckDB. Each SQL type of a release is here.
ARROW_TYPES = {
    "BIGINT": pa.int64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "DOUBLE": pa.float64(),
    "VARCHAR": pa.string(),
    "VARCHAR[]": pa.list_(pa.string()),
}


@dataclass(frozen=True, slots=True)
class _Field:
    """One column of a release table: its name, SQL type and how it is read from a record."""

    name: str
    sql_type: str
    read: Callable[[Record], object]


def write_release(
    path: Path, folder: PromiseFolder, release: str, more: Iterable[ComputedTable]
) -> None:
    """Write a folder, what the method says of it, and `more` tables as a new file.

    Raises:
        OSError, duckdb.Error: the file cannot be written.
    """
    with duckdb.connect(config={"threads": "1"}) as connection:
        _write(connection, folder, release)
        for table in more:
            _fill(connection, table.name, table.columns, table.rows)
        copy_tables(connection, "memory", path)


def release_id(folder: PromiseFolder) -> str:
    """Names what a release is made of: the folder's files, this program and DuckDB's version."""
    digest = hashlib.sha256(f"{folder.digest} {duckdb.__version__}".encode())
    package = Path(trygghet.__file__).parent
    for part in ("schema.py", "periods.py", "check", "protect", "method", "compare", "release"):
        for source in sorted(p for p in (package / part, *(package / part).glob("*.py"))):
            if source.is_file():
                digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _write(connection: duckdb.DuckDBPyConnection, folder: PromiseFolder, release: str) -> None:
    for table in TABLES:
        fields = [field for column in table.columns for field in _fields(column, table.value)]
        _create(connection, table.name, fields, _by_place(folder.tables[table.name]))
    promise_fields = [_key_field(key.name, key.type) for key in PROMISE_KEYS]
    promise_fields.append(_Field("release", "VARCHAR", lambda _: release))
    _create(connection, "promise", promise_fields, [folder.promise])
    for name, keys in PROMISE_LISTS.items():
        fields = [_key_field(key.name, key.type) for key in keys]
        _create(connection, name, fields, folder.lists[name])
    _fill(
        connection,
        "outlines",
        {"id": "VARCHAR", "name": "VARCHAR", "role": "VARCHAR", "rings": "VARCHAR"},
        outline_rows(folder),
    )
    _fill(
        connection,
        "translations",
        {"language": "VARCHAR", "text": "VARCHAR", "translation": "VARCHAR"},
        translation_rows(folder),
    )
    for computed in computed_tables(folder):
        rows = computed.rows
        if next(iter(computed.columns)) == "place":
            rows = sorted(rows, key=lambda row: str(row[0]))
        _fill(connection, computed.name, computed.columns, rows)


def _by_place(records: list[Record]) -> list[Record]:
    """Figures place by place: DuckDB then reads a place's own part of a large table only."""
    if not records or "place" not in records[0].values:
        return records
    return sorted(records, key=lambda record: str(record.values["place"]))


def _fields(column: Column, value_column: str) -> Iterable[_Field]:
    """The release columns of one file column: times also as days, a measured decimal also as
    it was published (1.4 is not 1.40)."""
    name = column.name
    yield _Field(name, SQL_TYPES.get(column.type, "VARCHAR"), lambda r: _plain(r.values[name]))
    if column.type in ("period", "date"):
        yield _Field(f"{name}_start", "DATE", lambda r: _day(r.values[name], "start"))
        yield _Field(f"{name}_end", "DATE", lambda r: _day(r.values[name], "end"))
    if column.type == "period":
        yield _Field(f"{name}_kind", "VARCHAR", lambda r: _day(r.values[name], "kind"))
    if column.type == "decimal" and name == value_column:
        yield _Field(f"{name}_published", "VARCHAR", lambda r: published(r.written[name]))


def outline_rows(folder: PromiseFolder) -> list[tuple[str, str, str, str]]:
    """The outlines as a release holds them, the rings as JSON."""
    return [(one.id, one.name, one.role, json.dumps(one.rings)) for one in folder.outlines]


def translation_rows(folder: PromiseFolder) -> list[tuple[str, str, str]]:
    """Language, text and translation of what is published. A text that is held back, as the note
    of a hidden count, is held back in every language."""
    published_texts = folder.texts()
    return sorted(
        (language, text, translation)
        for language, own in folder.translations.items()
        for text, translation in own.items()
        if text in published_texts
    )


def published(written: str) -> str | None:
    """A decimal as its source writes it, with a point: 1.4 is not 1.40."""
    return written.replace(",", ".").replace("−", "-") or None


def _key_field(name: str, type_: str) -> _Field:
    sql_type = PROMISE_SQL_TYPES.get(type_, "VARCHAR")
    return _Field(name, sql_type, lambda r: _plain(r.values[name]))


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _day(text: object, what: str) -> object:
    return getattr(parse_period(str(text)), what) if text is not None else None


def _create(
    connection: duckdb.DuckDBPyConnection, name: str, fields: list[_Field], records: list[Record]
) -> None:
    """A table with the records in their order, `line` telling where each stands in its file."""
    types = {"line": "BIGINT"} | {field.name: field.sql_type for field in fields}
    rows = [(record.line, *(field.read(record) for field in fields)) for record in records]
    _fill(connection, name, types, rows)


def _fill(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    types: dict[str, str],
    rows: Sequence[tuple[object, ...]],
) -> None:
    columns = zip(*rows, strict=True) if rows else ((),) * len(types)
    filled = {
        column: pa.array(values, type=ARROW_TYPES[types[column]])
        for column, values in zip(types, columns, strict=True)
    }
    connection.from_arrow(pa.table(filled)).create(name)
