"""Where releases lie, which one is current, and reading them.

    releases/<promise>/<number>-<content id>.duckdb    one file per release, never changed
    releases/<promise>/current.json                    the one to read, and how it came to that

A release has a file name of its own because DuckDB gives the old content to a process that
opens a replaced file while it still holds the old one open.
"""

import logging
import re
import threading
from collections import OrderedDict
from functools import cache
from pathlib import Path

import duckdb

from trygghet import settings
from trygghet.release.history import CURRENT, History, parse_history
from trygghet.release.queries import Release

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

MOST_EARLIER = 8
"""How many releases that are not the current one a process holds open."""

_log = logging.getLogger(__name__)
_setting = threading.Lock()


class NoRelease(LookupError):
    """No release of the promise can be read."""


class Withdrawn(NoRelease):
    """The release was taken away because it shows too much; `by` is the one that did it."""

    def __init__(self, number: int, by: int) -> None:
        super().__init__(number)
        self.number = number
        self.by = by


def current_release(releases: Path, promise: str) -> Path:
    """The file of the promise's current release.

    Raises:
        NoRelease: nothing that can be read is published under that id.
    """
    try:
        history = parse_history(_written(releases, promise))
    except ValueError:
        raise NoRelease(promise) from None
    return releases / promise / history.current.file


def _written(releases: Path, promise: str) -> bytes:
    """What stands in the promise's `current.json`."""
    if not _PROMISE_ID.fullmatch(promise):
        raise NoRelease(promise)
    try:
        return (releases / promise / CURRENT).read_bytes()
    except OSError:
        raise NoRelease(promise) from None


def published_promises(releases: Path) -> list[str]:
    """The ids of all promises that have a release, in alphabetical order."""
    names = (pointer.parent.name for pointer in releases.glob(f"*/{CURRENT}"))
    return sorted(name for name in names if _PROMISE_ID.fullmatch(name))


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
    """The releases as one process reads them: one connection per release."""

    def __init__(self, releases: Path) -> None:
        self.releases = releases
        self._open: dict[str, tuple[bytes, Release]] = {}
        self._earlier: OrderedDict[tuple[str, int], tuple[bytes, Release]] = OrderedDict()
        self._lock = threading.Lock()

    def release(self, promise: str, number: int | None = None) -> Release:
        """A promise's release, the current one unless its number is given. It stays the same
        for as long as it is held.

        Every release that was published can be read, also one that was gone back from: what
        somebody has cited must stay where it is. Only one that was withdrawn cannot.

        Raises:
            Withdrawn: the release was taken away.
            NoRelease: no such release can be read.
        """
        if number is None:
            return self._current(promise)
        written = _written(self.releases, promise)
        try:
            history = parse_history(written)
        except ValueError:
            raise NoRelease(promise) from None
        if number in history.withdrawn:
            raise Withdrawn(number, history.withdrawn[number])
        if number == history.current.number:
            return self._current(promise)
        if number not in history.releases:
            raise NoRelease(promise)
        return self._one_before(promise, number, written, history)

    def _one_before(self, promise: str, number: int, written: bytes, history: History) -> Release:
        with self._lock:
            held = self._earlier.get((promise, number))
            if held is None or held[0] != written:
                path = self.releases / promise / history.releases[number].file
                held = written, _whole(path, history)
                self._earlier[promise, number] = held
            self._earlier.move_to_end((promise, number))
            while len(self._earlier) > MOST_EARLIER:
                self._earlier.popitem(last=False)
            return held[1]

    def _current(self, promise: str) -> Release:
        """The current release; one that cannot be read never takes the place of one that is
        held."""
        held = self._open.get(promise)
        try:
            written = _written(self.releases, promise)
            if held and held[0] == written:
                return held[1]
            with self._lock:
                held = self._open.get(promise)
                if not held or held[0] != written:
                    # The former connection closes by itself when the last page that reads it
                    # is done.
                    held = self._open[promise] = written, self._opened(promise, written)
        except NoRelease:
            if not held:
                raise
            _log.exception(
                "the current release of %s cannot be read, the one before is kept", promise
            )
        return held[1]

    def _opened(self, promise: str, written: bytes) -> Release:
        try:
            history = parse_history(written)
            path = self.releases / promise / history.current.file
            return Release(open_read_only(path), history, path)
        except (ValueError, duckdb.Error) as error:
            # It may have been withdrawn since, in favour of a newer one.
            newer = _written(self.releases, promise)
            if newer != written:
                return self._opened(promise, newer)
            raise NoRelease(promise) from error


def _whole(path: Path, history: History) -> Release:
    """An earlier release, after a look at whether this version of the program can read it."""
    try:
        release = Release(open_read_only(path), history, path)
        release.read_all()
    except duckdb.Error as error:
        raise NoRelease(path.name) from error
    return release


@cache
def store() -> Store:
    """The releases of this process."""
    return Store(settings.releases_folder())
