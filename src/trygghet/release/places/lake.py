"""Releases in a DuckLake: the catalogue in PostgreSQL, the rows in Parquet files.

Every promise has a lake of its own, with its catalogue in the schema of PostgreSQL that bears the
promise's id. A lake holds the tables of the current release, and in `trygghet.history` what
otherwise stands in `current.json`. One switch is one snapshot, written in one transaction, and
says which release it is of: so every release can still be read, with

    ATTACH 'ducklake:postgres:dbname=…' AS lake (METADATA_SCHEMA 'tryggt-ostra-lund', READ_ONLY);
    FROM lake.reported_crimes AT (VERSION => 3);
"""

import json
import os
import tempfile
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import duckdb

from trygghet import settings
from trygghet.disk import sha256
from trygghet.release.copying import WRITER, copy_tables
from trygghet.release.history import (
    PROMISE_ID,
    Busy,
    History,
    Switch,
    parse_history,
    read_history,
    write_history,
    written_history,
)
from trygghet.release.places.copies import copy
from trygghet.release.places.extensions import PATIENCE, connect
from trygghet.sql import quoted

_KIND = "ducklake:postgres:"
_NUMBERS = ("number", "replaced", "added", "changed", "removed", "against")
_TYPES = dict.fromkeys(_NUMBERS, "BIGINT") | {"withdrawn": "BIGINT[]"}
_COLUMNS = {field.name: _TYPES.get(field.name, "VARCHAR") for field in fields(Switch)}


class Lake:
    """The lakes of one catalogue. Not for several threads at once."""

    def __init__(self, address: str) -> None:
        """`address` is `ducklake:postgres:` and how PostgreSQL's own programs connect.

        Raises:
            OSError: the catalogue is of another kind, or extensions are not installed.
        """
        if not address.startswith(_KIND):
            raise OSError(f"a DuckLake's catalogue has to be in PostgreSQL: {_KIND}dbname=…")
        self._catalogue = address.removeprefix(_KIND)
        # PostgreSQL's own library would wait for two minutes.
        os.environ.setdefault("PGCONNECT_TIMEOUT", str(PATIENCE))
        self._connection = connect("postgres_scanner", "ducklake", "httpfs")
        self._known: dict[str, tuple[int, bytes]] = {}

    def __str__(self) -> str:
        """Without the catalogue's address, which may hold a password."""
        return _KIND.removesuffix(":")

    def promises(self) -> list[str]:
        """The ids of all promises that have a release, in alphabetical order."""
        return sorted(self.look())

    def look(self) -> dict[str, bytes]:
        """What stands in every promise's history, as `current.json` would have it."""
        catalogue = f"ATTACH {quoted(self._catalogue)} AS pg (TYPE postgres, READ_ONLY)"
        with self._attached(catalogue, "pg") as connection:
            newest = _newest_snapshots(connection)
        for promise, snapshot in newest.items():
            if self._known.get(promise, (None,))[0] != snapshot:
                with self._lake(promise, f"SNAPSHOT_VERSION {snapshot}") as connection:
                    history = _history(connection)
                if history:
                    self._known[promise] = snapshot, written_history(history)
        return {promise: self._known[promise][1] for promise in newest if promise in self._known}

    def fetch(self, promise: str, release: Switch, to: Path) -> bool:
        """Write a release's tables as a file. It has the bytes that were published where the
        same writer wrote them."""
        with self._lake(promise) as connection:
            snapshot, writer = _published(connection, release.number)
        with self._lake(promise, f"SNAPSHOT_VERSION {snapshot}") as connection:
            copy_tables(connection, "lake", to)
        return writer == WRITER

    @contextmanager
    def reading(self, promise: str) -> Iterator[Path]:
        """The promise's releases in a folder that is removed."""
        with tempfile.TemporaryDirectory(prefix="trygghet-") as temporary:
            folder = Path(temporary) / promise
            folder.mkdir()
            if written := self.look().get(promise):
                write_history(folder, self._copied(promise, parse_history(written), folder))
            yield folder

    @contextmanager
    def publishing(self, promise: str) -> Iterator[Path]:
        """The same, and what is written there goes into the lake in one transaction.

        Nothing is locked meanwhile: who is second finds another history and is `Busy`.
        """
        with self.reading(promise) as folder:
            written = self.look().get(promise)
            before = parse_history(written) if written else None
            yield folder
            after = read_history(folder)
            if after is None:
                return
            if before is None or len(after.switches) > len(before.switches):
                self._switch(promise, before, after, folder)
            # Also what one that was killed after its switch has left.
            self._take_away(promise, after.withdrawn)

    def _copied(self, promise: str, history: History, folder: Path) -> History:
        """Fetch every release that remains. The history has the checksums of the files that are
        there: tables that another version of DuckDB has written are the same release."""
        checksums = {}
        for number, release in history.remaining.items():
            with suppress(OSError):  # It then counts as damaged.
                path = copy(self, promise, release, folder).replace(folder / release.file)
                checksums[number] = sha256(path)
        switches = (
            replace(one, sha256=checksums.get(one.number, one.sha256)) for one in history.switches
        )
        return History(tuple(switches))

    def _switch(self, promise: str, before: History | None, after: History, folder: Path) -> None:
        """Make the last switch of `after`: all readers see it at once."""
        switch = after.current
        if before and switch.number in before.releases:
            switch = replace(switch, sha256=before.releases[switch.number].sha256)
        options = ["DATA_INLINING_ROW_LIMIT 0"]  # Rows in the catalogue would outlive their files.
        if before is None:
            options.append(f"DATA_PATH {quoted(f'{settings.lake_data()}/{promise}/')}")
        file = f"ATTACH {quoted(folder / switch.file)} AS file (READ_ONLY)"
        with self._attached(file, "file"), self._lake(promise, *options) as connection:
            connection.execute("BEGIN")
            if _history(connection) != before:
                raise Busy
            _replace_tables(connection)
            _add_to_history(connection, switch)
            said = json.dumps({"release": switch.number, "writer": WRITER})
            connection.execute(
                "CALL lake.set_commit_message(?, ?, extra_info => ?)",
                [switch.by, switch.why, said],
            )
            try:
                connection.execute("COMMIT")
            except duckdb.TransactionException:
                raise Busy from None

    def _take_away(self, promise: str, withdrawn: Collection[int]) -> None:
        """Delete what only withdrawn releases have: their snapshots and their files."""
        if not withdrawn:
            return
        with self._lake(promise) as connection:
            gone = [
                snapshot
                for snapshot, said in _snapshots(connection)
                if said.get("release") in withdrawn
            ]
            if gone:
                versions = ", ".join(map(str, gone))
                connection.execute(
                    f"CALL ducklake_expire_snapshots('lake', versions => [{versions}])"
                )
            connection.execute("CALL ducklake_cleanup_old_files('lake', cleanup_all => true)")

    @contextmanager
    def _attached(self, statement: str, name: str) -> Iterator[duckdb.DuckDBPyConnection]:
        """The connection with a database attached as `name`, for as long as the block lasts: a
        connection that has lost its catalogue would not find it again.

        Raises:
            OSError: DuckDB, PostgreSQL or the files refuse something.
        """
        connection = self._connection
        try:
            connection.execute(statement)
            try:
                yield connection
            finally:
                with suppress(duckdb.Error):
                    connection.execute("ROLLBACK")
                connection.execute(f"DETACH {name}")
        except duckdb.Error as error:
            # The message may quote how to connect, with a password.
            raise OSError(f"{self}: {str(error).replace(self._catalogue, '…')}") from None

    def _lake(
        self, promise: str, *options: str
    ) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
        """The promise's lake as `lake`."""
        said = ", ".join((f"METADATA_SCHEMA {quoted(promise)}", *options))
        return self._attached(f"ATTACH {quoted(_KIND + self._catalogue)} AS lake ({said})", "lake")


def _newest_snapshots(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """The newest snapshot of every promise's lake, in one question to PostgreSQL or two."""
    schemas = _ask(
        connection,
        "SELECT table_schema FROM information_schema.tables WHERE table_name = 'ducklake_snapshot'",
    )
    promises = sorted(name for (name,) in schemas if PROMISE_ID.fullmatch(name))
    # What PROMISE_ID lets through can stand in a statement.
    newest = (
        f"SELECT '{one}', max(snapshot_id) FROM \"{one}\".ducklake_snapshot"  # noqa: S608
        for one in promises
    )
    return dict(_ask(connection, " UNION ALL ".join(newest))) if promises else {}


def _ask(connection: duckdb.DuckDBPyConnection, question: str) -> list[tuple[Any, ...]]:
    return connection.execute("FROM postgres_query('pg', ?)", [question]).fetchall()


def _snapshots(connection: duckdb.DuckDBPyConnection) -> list[tuple[int, dict[str, object]]]:
    """Every snapshot of the lake with what its switch said of it, in order of time."""
    found = connection.execute(
        "SELECT snapshot_id, commit_extra_info FROM ducklake_snapshots('lake') ORDER BY ALL"
    ).fetchall()
    return [(snapshot, json.loads(said)) for snapshot, said in found if said]


def _published(connection: duckdb.DuckDBPyConnection, number: int) -> tuple[int, str]:
    """The first snapshot of a release, and what wrote its file."""
    for snapshot, said in _snapshots(connection):
        if said["release"] == number:
            return snapshot, str(said.get("writer"))
    raise OSError(f"the lake has no release {number}")


def _history(connection: duckdb.DuckDBPyConnection) -> History | None:
    """The history in the lake; None where nothing was published."""
    tables = connection.execute(
        """SELECT 1 FROM duckdb_tables()
           WHERE database_name = 'lake' AND schema_name = 'trygghet' AND table_name = 'history'"""
    ).fetchall()
    if not tables:
        return None
    columns = ", ".join(f'"{name}"' for name in _COLUMNS)
    found = connection.execute(
        f"SELECT {columns} FROM lake.trygghet.history ORDER BY line"  # noqa: S608
    ).fetchall()
    switches = (dict(zip(_COLUMNS, row, strict=True)) for row in found)
    return History(
        tuple(Switch(**{**one, "withdrawn": tuple(one["withdrawn"])}) for one in switches)
    )


def _replace_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Have the lake hold the tables of the attached `file`, and no others."""
    held = "SELECT table_name FROM duckdb_tables() WHERE database_name = ? AND schema_name = 'main'"
    new, old = (
        {n for (n,) in connection.execute(held, [of]).fetchall()} for of in ("file", "lake")
    )
    for name in sorted(new):
        connection.execute(f'CREATE OR REPLACE TABLE lake.main."{name}" AS FROM file.main."{name}"')
    for name in sorted(old - new):
        connection.execute(f'DROP TABLE lake.main."{name}"')


def _add_to_history(connection: duckdb.DuckDBPyConnection, switch: Switch) -> None:
    columns = ", ".join(f'"{name}" {type_}' for name, type_ in _COLUMNS.items())
    connection.execute("CREATE SCHEMA IF NOT EXISTS lake.trygghet")
    connection.execute(f"CREATE TABLE IF NOT EXISTS lake.trygghet.history (line BIGINT, {columns})")
    values = [getattr(switch, name) for name in _COLUMNS]
    places = ", ".join("?" * len(values))
    connection.execute(
        f"""INSERT INTO lake.trygghet.history
            SELECT count(*) + 1, {places} FROM lake.trygghet.history""",  # noqa: S608
        [list(one) if isinstance(one, tuple) else one for one in values],
    )
