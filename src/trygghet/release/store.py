"""Where releases lie, which one is current, and reading them.

    releases/<promise>/<release id>.duckdb    one file per release, never changed
    releases/<promise>/current                the name of the one to read

A release has a file name of its own because DuckDB gives the old content to a process that
opens a replaced file while it still holds the old one open.
"""

import logging
import os
import re
import threading
from functools import cache
from pathlib import Path

import duckdb

from trygghet import settings
from trygghet.release.queries import Release

CURRENT = "current"
_RELEASE_NAME = re.compile(r"[0-9a-f]{16}\.duckdb")
_PROMISE_ID = re.compile(r"[A-Za-z0-9-]{1,80}")
# Nothing can be set any more after the last one.
_SETTINGS = (
    "SET temp_directory = ''",
    "SET enable_external_access = false",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET memory_limit = '512MB'",
    "SET threads = 2",
    "SET lock_configuration = true",
)

_log = logging.getLogger(__name__)
_setting = threading.Lock()


class NoRelease(LookupError):
    """No release of the promise can be read."""


def current_release(releases: Path, promise: str) -> Path:
    """The file of the promise's current release.

    Raises:
        NoRelease: nothing is published under that id.
    """
    if not _PROMISE_ID.fullmatch(promise):
        raise NoRelease(promise)
    try:
        name = (releases / promise / CURRENT).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise NoRelease(promise) from None
    if not _RELEASE_NAME.fullmatch(name):
        raise NoRelease(promise)
    return releases / promise / name


def published_promises(releases: Path) -> list[str]:
    """The ids of all promises that have a release, in alphabetical order."""
    names = (pointer.parent.name for pointer in releases.glob(f"*/{CURRENT}"))
    return sorted(name for name in names if _PROMISE_ID.fullmatch(name))


def switch_to(release: Path) -> None:
    """Make `release` the current one: readers see the old or the new one, never a mixture."""
    pointer = release.parent / CURRENT
    new = pointer.with_name(f"{CURRENT}.{os.getpid()}.new")
    with new.open("w", encoding="ascii") as file:
        file.write(release.name)
        file.flush()
        os.fsync(file.fileno())
    new.replace(pointer)


def open_read_only(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a release so that no statement can change it, reach a file or load an extension.

    All of it is read once: DuckDB sees damage only in the blocks that it reads.

    Raises:
        duckdb.Error: the release is missing or damaged.
    """
    connection = duckdb.connect(str(path), read_only=True)
    try:
        with _setting:
            # The connections of a process to one file share their settings.
            locked = connection.execute("SELECT current_setting('lock_configuration')").fetchone()
            if locked == (False,):
                for setting in _SETTINGS:
                    connection.execute(setting)
        tables = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        for (name,) in [("promise",), *tables]:
            # The names are DuckDB's own.
            connection.execute(f'SELECT bit_xor(hash(t)) FROM "{name}" AS t')  # noqa: S608
    except duckdb.Error:
        connection.close()
        raise
    return connection


class Store:
    """The releases as one process reads them: one connection per promise."""

    def __init__(self, releases: Path) -> None:
        self.releases = releases
        self._open: dict[str, tuple[Path, Release]] = {}
        self._lock = threading.Lock()

    def release(self, promise: str) -> Release:
        """The promise's current release, which stays the same for as long as it is held.

        Raises:
            NoRelease: no release can be read.
        """
        path = current_release(self.releases, promise)
        held = self._open.get(promise)
        if held and held[0] == path:
            return held[1]
        with self._lock:
            held = self._open.get(promise)
            if held and held[0] == path:
                return held[1]
            try:
                release = Release(open_read_only(path))
            except duckdb.Error:
                if held:
                    _log.exception("release %s cannot be opened, the former one is kept", path.name)
                    return held[1]
                raise NoRelease(promise) from None
            # The former connection closes by itself when the last page that reads it is done.
            self._open[promise] = path, release
            return release


@cache
def store() -> Store:
    """The releases of this process."""
    return Store(settings.releases_folder())
