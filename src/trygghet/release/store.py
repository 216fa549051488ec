"""Which release is current, and reading releases. Where they lie is `places`' to know.

A release has a file name of its own because DuckDB gives the old content to a process that
opens a replaced file while it still holds the old one open.
"""

import logging
import threading
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import duckdb

from trygghet import settings
from trygghet.release.history import PROMISE_ID, History, parse_history
from trygghet.release.places import Place, readers_place
from trygghet.release.places.folder import Folder, as_place
from trygghet.release.queries import Release

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


class OutOfReach(NoRelease):
    """The release lies on another machine, which cannot be reached now."""


class Withdrawn(NoRelease):
    """The release was taken away because it shows too much; `by` is the one that did it."""

    def __init__(self, number: int, by: int) -> None:
        super().__init__(number)
        self.number = number
        self.by = by


def current_release(releases: Path, promise: str) -> Path:
    """The file of the promise's current release in a folder.

    Raises:
        NoRelease: nothing that can be read is published under that id.
    """
    folder = Folder(releases)
    try:
        history = parse_history(_written(folder, promise))
    except ValueError:
        raise NoRelease(promise) from None
    return folder.file(promise, history.current)


def _written(place: Place, promise: str) -> bytes:
    """What stands in the promise's `current.json`."""
    if not PROMISE_ID.fullmatch(promise):
        raise NoRelease(promise)
    try:
        return place.written(promise)
    except OSError:
        raise NoRelease(promise) from None


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
        read_whole(connection)
    except duckdb.Error:
        connection.close()
        raise
    return connection


def read_whole(connection: duckdb.DuckDBPyConnection) -> None:
    """Read every block of the release that the connection asks.

    Raises:
        duckdb.Error: something of it is missing or damaged.
    """
    tables = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    names = ["promise", *(name for (name,) in tables)]
    # The names are DuckDB's own.
    read = [f'SELECT bit_xor(hash(t)) FROM "{name}" AS t' for name in names]  # noqa: S608
    connection.execute(" UNION ALL ".join(read)).fetchall()


@dataclass(frozen=True, slots=True)
class _Held:
    """A release that is open, the `current.json` that it was opened by, and since when it is not
    known whether that is the newest."""

    written: bytes
    since: datetime | None
    release: Release


class Store:
    """The releases as one process reads them: one connection per release."""

    def __init__(self, releases: Path | Place) -> None:
        """`releases` is a place, or the path of a folder."""
        self.place: Place = as_place(releases)
        self._open: dict[str, _Held] = {}
        self._earlier: OrderedDict[tuple[str, int], _Held] = OrderedDict()
        self._lock = threading.Lock()

    def promises(self) -> list[str]:
        """The ids of all promises that have a release, in alphabetical order."""
        return self.place.promises()

    def release(self, promise: str, number: int | None = None) -> Release:
        """A promise's release, the current one unless its number is given. It stays the same
        for as long as it is held.

        Every release that was published can be read, also one that was gone back from: what
        somebody has cited must stay where it is. Only one that was withdrawn cannot.

        Raises:
            Withdrawn: the release was taken away.
            OutOfReach: the release lies on another machine, which does not give it now.
            NoRelease: no such release can be read.
        """
        if number is None:
            return self._current(promise)
        written = _written(self.place, promise)
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
        since = self.place.unconfirmed_since(promise)
        with suppress(OSError):
            # Other readers do not wait for what comes from another machine.
            self.place.file(promise, history.releases[number])
        with self._lock:
            held = self._earlier.get((promise, number))
            if held is None or held.written != written:
                held = _Held(written, since, self._whole(promise, number, history))
            elif held.since != since:
                held = _Held(written, since, held.release.unconfirmed(since))
            self._earlier[promise, number] = held
            self._earlier.move_to_end((promise, number))
            while len(self._earlier) > MOST_EARLIER:
                self._earlier.popitem(last=False)
            return held.release

    def _current(self, promise: str) -> Release:
        """The current release; one that cannot be read never takes the place of one that is
        held."""
        held = self._open.get(promise)
        since = self.place.unconfirmed_since(promise)
        try:
            written = _written(self.place, promise)
            if held and (held.written, held.since) == (written, since):
                return held.release
            with self._lock:
                held = self._open.get(promise)
                if not held or held.written != written:
                    # The former connection closes by itself when the last page that reads it
                    # is done.
                    release = self._opened(promise, written).unconfirmed(since)
                    held = self._open[promise] = _Held(written, since, release)
                elif held.since != since:
                    release = held.release.unconfirmed(since)
                    held = self._open[promise] = _Held(written, since, release)
        except NoRelease:
            if not held:
                raise
            _log.exception(
                "the current release of %s cannot be read, the one before is kept", promise
            )
        return held.release

    def _opened(self, promise: str, written: bytes) -> Release:
        try:
            history = parse_history(written)
            return self._read(promise, history.current.number, history)
        except (ValueError, OSError, duckdb.Error) as error:
            # It may have been withdrawn since, in favour of a newer one.
            newer = _written(self.place, promise)
            if newer != written:
                return self._opened(promise, newer)
            raise NoRelease(promise) from error

    def _whole(self, promise: str, number: int, history: History) -> Release:
        """An earlier release, after a look at whether this version of the program can read it."""
        try:
            release = self._read(promise, number, history)
            release.read_all()
        except OSError as error:
            raise OutOfReach(promise) from error
        except duckdb.Error as error:
            raise NoRelease(promise) from error
        return release

    def _read(self, promise: str, number: int, history: History) -> Release:
        switch = history.releases[number]
        path = self.place.file(promise, switch)
        connection = open_read_only(path)
        return Release(connection, history, path if path.name == switch.file else None)


@cache
def store() -> Store:
    """The releases of this process."""
    return Store(readers_place(settings.releases()))
