"""Release files as databases of a connection: to write one, and to read one after the other."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from trygghet.sql import quoted

WRITER = f"{duckdb.__version__}/2"
"""What writes release files: DuckDB's version and the edition of `copy_tables`, which only together
give the same tables the same bytes."""


def copy_tables(connection: duckdb.DuckDBPyConnection, source: str, path: Path) -> None:
    """Write every table of the attached database `source` as a new file.

    The same rows in the same order give the same bytes where WRITER is the same and the connection
    has one thread: so a copy can be known for what was published.

    Raises:
        duckdb.Error: the tables cannot be read, or the file not be written.
    """
    tables = table_names(connection, source)
    # No column of ours gets smaller by it, and to try it takes most of the time.
    connection.execute("SET disabled_compression_methods = 'fsst'")
    # Small blocks: most of our tables hold less than one of DuckDB's usual size.
    connection.execute(f"ATTACH {quoted(path)} AS written (BLOCK_SIZE 16384)")
    try:
        connection.begin()  # or each table would be a transaction of its own, synced to the disk
        for name in tables:
            # The names are DuckDB's own.
            connection.execute(
                f'CREATE TABLE written.main."{name}" AS FROM "{source}".main."{name}"'
            )
        connection.commit()
        # On a full disk, closing alone would leave facts in the log and not say so.
        connection.execute("CHECKPOINT written")
    finally:
        connection.execute("DETACH written")


@contextmanager
def attached(connection: duckdb.DuckDBPyConnection, path: Path) -> Iterator[None]:
    """A release's file is what the connection's statements ask, for as long as the block lasts.

    It takes a fortieth of the time of opening the file with a connection of its own.

    Raises:
        duckdb.Error: the file cannot be read.
    """
    connection.execute(f"ATTACH {quoted(path)} AS release (READ_ONLY)")
    try:
        connection.execute("USE release")
        yield
    finally:
        connection.execute("USE memory")
        connection.execute("DETACH release")


def table_names(connection: duckdb.DuckDBPyConnection, database: str) -> list[str]:
    """The tables of an attached database, in alphabetical order."""
    found = connection.execute(
        """SELECT table_name FROM duckdb_tables()
           WHERE database_name = ? AND schema_name = 'main' ORDER BY table_name""",
        [database],
    ).fetchall()
    return [name for (name,) in found]
