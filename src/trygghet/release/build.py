"""Write a checked promise folder as one release: a DuckDB file that is only read from then on."""

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

import trygghet
from trygghet.check import PromiseFolder
from trygghet.check.csv_file import Record
from trygghet.compare import computed_tables
from trygghet.periods import parse_period
from trygghet.release.store import NoRelease, current_release, open_read_only, switch_to
from trygghet.schema import PROMISE_KEYS, PROMISE_LISTS, TABLES, Column

SQL_TYPES = {"count": "BIGINT", "decimal": "DOUBLE", "refs": "VARCHAR[]"}
PROMISE_SQL_TYPES = {"year": "BIGINT", "texts": "VARCHAR[]"}


@dataclass(frozen=True, slots=True)
class Built:
    """A release that now is the current one. `new` is False where it already was."""

    path: Path
    title: str
    rows: int
    new: bool


@dataclass(frozen=True, slots=True)
class _Field:
    """One column of a release table: its name, SQL type and how it is read from a record."""

    name: str
    sql_type: str
    read: Callable[[Record], object]


def build_release(folder: PromiseFolder, releases: Path) -> Built:
    """Write the release of `folder` below `releases` and make it the current one.

    The file is written beside its place, read once and only then put there, so that a reader
    never meets half a release and a failure leaves the former one as it was.

    Raises:
        OSError, duckdb.Error: the release cannot be written; nothing has changed.
    """
    promise, title = str(folder.promise.values["id"]), str(folder.promise.values["title"])
    path = releases / promise / f"{release_id(folder)}.duckdb"
    rows = sum(len(records) for records in folder.tables.values())
    try:
        before = current_release(releases, promise)
    except NoRelease:
        before = None
    if before == path and _is_whole(path):
        return Built(path, title, rows, new=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}.new")
    _remove_unfinished(unfinished)  # of a build that was killed and had the same number
    try:
        with duckdb.connect() as connection:
            # Small blocks: most of our tables hold less than one of DuckDB's usual size.
            connection.execute(f"ATTACH '{_quoted(unfinished)}' AS release (BLOCK_SIZE 16384)")
            connection.execute("USE release")
            _write(connection, folder, path.stem)
            # On a full disk, closing alone would leave facts in the log and not say so.
            connection.execute("CHECKPOINT release")
        open_read_only(unfinished).close()
        unfinished.replace(path)
        switch_to(path)
    finally:
        _remove_unfinished(unfinished)
    _remove_older(path, before)
    return Built(path, title, rows, new=True)


def _is_whole(path: Path) -> bool:
    try:
        open_read_only(path).close()
    except duckdb.Error:
        return False
    return True


def _remove_unfinished(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}.wal").unlink(missing_ok=True)  # DuckDB's log


def _quoted(path: Path) -> str:
    """ATTACH takes no parameter for its file."""
    return str(path).replace("'", "''")


def release_id(folder: PromiseFolder) -> str:
    """Names what a release is made of: the folder's files, this program and DuckDB's version."""
    digest = hashlib.sha256(f"{folder.digest} {duckdb.__version__}".encode())
    package = Path(trygghet.__file__).parent
    for part in ("schema.py", "periods.py", "check", "method", "compare", "release"):
        for source in sorted(p for p in (package / part, *(package / part).glob("*.py"))):
            if source.is_file():
                digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _remove_older(current: Path, before: Path | None) -> None:
    """Keep the current release and the one before, which a session may still be reading.

    What is younger than that one may belong to another build. The release is published whether
    or not the older ones can be removed.
    """
    if before is None or before == current:
        return
    with contextlib.suppress(OSError):
        kept_since = before.stat().st_mtime
        for path in current.parent.iterdir():
            old = path.suffix in (".duckdb", ".new", ".wal") and path.stat().st_mtime < kept_since
            if old and path != current:
                path.unlink(missing_ok=True)


def _write(connection: duckdb.DuckDBPyConnection, folder: PromiseFolder, release: str) -> None:
    for table in TABLES:
        fields = [field for column in table.columns for field in _fields(column, table.value)]
        _create(connection, table.name, fields, folder.tables[table.name])
    promise_fields = [_key_field(key.name, key.type) for key in PROMISE_KEYS]
    promise_fields.append(_Field("release", "VARCHAR", lambda _: release))
    _create(connection, "promise", promise_fields, [folder.promise])
    for name, keys in PROMISE_LISTS.items():
        fields = [_key_field(key.name, key.type) for key in keys]
        _create(connection, name, fields, folder.lists[name])
    outlines = [
        (outline.id, outline.name, outline.role, json.dumps(outline.rings))
        for outline in folder.outlines
    ]
    _fill(
        connection,
        "outlines",
        {"id": "VARCHAR", "name": "VARCHAR", "role": "VARCHAR", "rings": "VARCHAR"},
        outlines,
    )
    for computed in computed_tables(folder):
        _fill(connection, computed.name, computed.columns, computed.rows)


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
        yield _Field(f"{name}_published", "VARCHAR", lambda r: _published(r.written[name]))


def _published(written: str) -> str | None:
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
    """A table with the records in the file's order, `line` telling where each stands."""
    types = {"line": "BIGINT"} | {field.name: field.sql_type for field in fields}
    rows = [(record.line, *(field.read(record) for field in fields)) for record in records]
    _fill(connection, name, types, rows)


def _fill(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    types: dict[str, str],
    rows: Sequence[tuple[object, ...]],
) -> None:
    columns = ", ".join(f'"{column}" {type_}' for column, type_ in types.items())
    connection.execute(f'CREATE TABLE "{name}" ({columns})')
    if rows:
        frame = pd.DataFrame(rows, columns=list(types), dtype=object)
        casts = ", ".join(f'CAST("{column}" AS {type_})' for column, type_ in types.items())
        connection.register("frame", frame)
        # Names and types come from schema.py, the values from the frame.
        connection.execute(f'INSERT INTO "{name}" SELECT {casts} FROM frame')  # noqa: S608
        connection.unregister("frame")
