"""A reader's copies of releases that lie elsewhere.

A thread asks now and then what is current there and fetches it before any reader is given it. So
no reader waits for another machine, and when that is gone the last release stays.
"""

import atexit
import logging
import threading
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from trygghet.release.history import Switch, parse_history
from trygghet.release.places.copies import Origin, copy, held
from trygghet.release.queries import Release
from trygghet.release.store import open_read_only

EVERY = 1.0
"""How many seconds pass between two questions."""

PATIENCE = 15.0
"""After how many seconds without an answer readers are told."""

FIRST = 20.0
"""How many seconds the first readers wait for the first answer."""

_log = logging.getLogger(__name__)


class Replica:
    """The releases of an origin, as this process holds them."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self._folder = TemporaryDirectory(prefix="trygghet-")  # Goes when the process ends.
        self._written: dict[str, bytes] = {}
        self._confirmed: dict[str, datetime] = {}
        self._asking = threading.Lock()
        self._asked = threading.Event()
        self._trouble = ""
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="releases", daemon=True)
        self._thread.start()
        # A thread that is within DuckDB when Python ends would crash.
        atexit.register(self.stop)

    def stop(self) -> None:
        """Ask no more."""
        self._stopping.set()
        self._thread.join()

    def __str__(self) -> str:
        return str(self.origin)

    def promises(self) -> list[str]:
        """The ids of all promises whose release is here."""
        self._asked.wait(FIRST)
        return sorted(self._written)

    def written(self, promise: str) -> bytes:
        """What stood in the promise's `current.json` when its release was last fetched."""
        self._asked.wait(FIRST)
        try:
            return self._written[promise]
        except KeyError:
            raise OSError(f"nothing of {promise} has come from {self.origin}") from None

    def file(self, promise: str, release: Switch) -> Path:
        """A release's file, fetched where it is not the current one's."""
        folder = Path(self._folder.name) / promise
        if here := held(release, folder):
            return here
        if self.unconfirmed_since(promise):
            raise OSError(f"{self.origin} cannot be reached")  # No reader waits for that again.
        with self._asking:
            return copy(self.origin, promise, release, folder)

    def unconfirmed_since(self, promise: str) -> datetime | None:
        """When it was last known that the release here is the newest; None while it is."""
        confirmed = self._confirmed.get(promise)
        if confirmed is None or (_now() - confirmed).total_seconds() < PATIENCE:
            return None
        return confirmed

    def refresh(self) -> None:
        """Ask what is current and fetch it."""
        trouble = []
        with self._asking:
            try:
                for promise, written in self.origin.look().items():
                    try:
                        self._take(promise, written)
                        self._confirmed[promise] = _now()
                    except (OSError, ValueError, duckdb.Error) as error:
                        trouble.append(f"{promise}: {error}")
            except OSError as error:
                trouble.append(str(error))
        self._tell("; ".join(trouble))

    def _take(self, promise: str, written: bytes) -> None:
        """Have readers given what is written, once its release is here and can be read."""
        if self._written.get(promise) == written:
            return
        history = parse_history(written)
        folder = Path(self._folder.name) / promise
        path = copy(self.origin, promise, history.current, folder)
        try:
            with open_read_only(path) as connection:
                # A newer program may have written what this one cannot show.
                Release(connection).read_all()
        except duckdb.Error:
            path.unlink()
            raise
        self._written[promise] = written
        for number in history.withdrawn:
            for left in folder.glob(f"{history.releases[number].file.removesuffix('.duckdb')}*"):
                left.unlink()

    def _tell(self, trouble: str) -> None:
        """Log what is wrong when it begins, changes and ends."""
        if trouble and trouble != self._trouble:
            held = ", ".join(sorted(self._written)) or "nothing: no release can be shown"
            _log.error("%s cannot be followed (%s); held is %s", self.origin, trouble, held)
        elif self._trouble and not trouble:
            _log.warning("%s can be followed again", self.origin)
        self._trouble = trouble

    def _follow(self) -> None:
        while not self._stopping.is_set():
            try:
                self.refresh()
            except Exception:  # The thread goes on, whatever a driver may raise.
                _log.exception("%s cannot be followed", self.origin)
            self._asked.set()
            self._stopping.wait(EVERY)


def _now() -> datetime:
    return datetime.now().astimezone()
