"""Which release of a promise is the current one, and everything that led there: `current.json`.

The file is small and replaced as a whole, so that the state and its log are one atomic write.
Its last entry is the current release. No entry is ever changed or taken away, also where the
release itself was withdrawn and its file is deleted.
"""

import fcntl
import json
import os
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from trygghet.disk import sync_folder
from trygghet.release.rows import LogEntry

CURRENT = "current.json"
LOCK = "lock"
PROMISE_ID = re.compile(r"[A-Za-z0-9-]{1,80}")
RELEASE_NAME = re.compile(r"(?P<number>[0-9]{4,9})-(?P<id>[0-9a-f]{16})\.duckdb", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ACTIONS = ("publish", "rollback")


class BrokenHistory(Exception):
    """`current.json` cannot be read, or is lost; `path` is where it lies or should lie."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class Busy(Exception):
    """Another process is publishing the same promise."""


@dataclass(frozen=True, slots=True)
class Switch(LogEntry):
    """An entry of `current.json`: the release, its file's name and the file's checksum.

    `against` is the number of the release that its changes were told against. `withdrawn` are
    those of the releases that were taken away with this one, because they show too much.
    """

    file: str
    sha256: str
    against: int | None = None
    withdrawn: tuple[int, ...] = ()

    @property
    def content_id(self) -> str:
        """Names what the release was made of."""
        return self.file.partition("-")[2].removesuffix(".duckdb")


@dataclass(frozen=True, slots=True)
class History:
    """Every switch from one release to another, in order of time; at least one."""

    switches: tuple[Switch, ...]

    @property
    def current(self) -> Switch:
        """The release that readers are given."""
        return self.switches[-1]

    @property
    def releases(self) -> dict[int, Switch]:
        """How every release was published, by its number, those that were withdrawn too."""
        return {one.number: one for one in self.switches if one.action == "publish"}

    @property
    def withdrawn(self) -> dict[int, int]:
        """The releases that were withdrawn, each with the one that took it away."""
        return {number: one.number for one in self.switches for number in one.withdrawn}

    @property
    def remaining(self) -> dict[int, Switch]:
        """The releases that were not withdrawn, by their numbers."""
        withdrawn = self.withdrawn
        return {n: one for n, one in self.releases.items() if n not in withdrawn}

    def quoting(self, withdrawn: Collection[int]) -> set[int]:
        """The releases whose corrections tell what one of the withdrawn ones said."""
        return {
            number
            for number, one in self.releases.items()
            if number in withdrawn or one.against in withdrawn
        }

    @property
    def standing(self) -> list[Switch]:
        """The releases that led to the current one, in order: none that was rolled back or
        withdrawn."""
        standing: list[Switch] = []
        for switch in self.switches:
            numbers = [one.number for one in standing]
            if switch.number in numbers:
                del standing[numbers.index(switch.number) + 1 :]
            else:
                standing.append(self.releases[switch.number])
        return [one for one in standing if one.number in self.remaining]

    def followed_by(self, switch: Switch) -> "History":
        """The history after one more switch."""
        return History((*self.switches, switch))


def read_history(folder: Path) -> History | None:
    """The history of the promise whose releases lie in `folder`; None where none was published.

    Raises:
        BrokenHistory: the file is damaged, or lost while its releases are there.
        OSError: the file cannot be read.
    """
    path = folder / CURRENT
    try:
        return parse_history(path.read_bytes())
    except FileNotFoundError:
        # One release can be left by a first publication that was killed, never several.
        if any(number > 1 for number in _numbers(folder)):
            raise BrokenHistory(path) from None
        return None
    except ValueError:
        raise BrokenHistory(path) from None


def parse_history(written: bytes) -> History:
    """The history in a file's bytes.

    Raises:
        ValueError: they are not a whole and sound history.
    """
    try:
        content = json.loads(written)
        switches = tuple(_switch(entry) for entry in content["history"])
        history = History(switches)
        sound = content["current"] == history.current.file and _is_sound(history)
    except (KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"not a history: {error!r}") from None
    if not sound:
        raise ValueError("the history contradicts itself")
    return history


def _is_sound(history: History) -> bool:
    """Whether every entry names a release that there was then and that was not withdrawn."""
    there: set[int] = set()
    for one in history.switches:
        if not there.issuperset(one.withdrawn):
            return False
        if one.action == "publish":
            there.add(one.number)
        there.difference_update(one.withdrawn)
        if one.number not in there or history.releases[one.number].file != one.file:
            return False
    return True


def _switch(entry: dict[str, object]) -> Switch:
    # Before releases could be withdrawn, nobody wrote these two.
    entry = {"against": entry["replaced"], "withdrawn": []} | entry
    entry["withdrawn"] = tuple(entry["withdrawn"])  # type: ignore[arg-type]
    switch = Switch(**entry)  # type: ignore[arg-type]  # the types are looked at here
    texts = (switch.action, switch.at, switch.by, switch.why, switch.file, switch.sha256)
    counts = (switch.replaced, switch.against, switch.added, switch.changed, switch.removed)
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("a text is missing")
    numbers = (switch.number, *switch.withdrawn, *(one for one in counts if one is not None))
    if any(type(number) is not int for number in numbers):
        raise ValueError("a number is missing")
    name = RELEASE_NAME.fullmatch(switch.file)
    if name is None or int(name["number"]) != switch.number:
        raise ValueError(f"not a release: {switch.file!r}")
    if switch.action not in _ACTIONS or not _SHA256.fullmatch(switch.sha256):
        raise ValueError(f"not a release: {switch.file!r}")
    datetime.fromisoformat(switch.at)
    return switch


def written_history(history: History) -> bytes:
    """A history as it stands in its file."""
    entries = [asdict(switch) for switch in history.switches]
    content = {"current": history.current.file, "history": entries}
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def write_history(folder: Path, history: History) -> None:
    """Make the last release of `history` the current one: readers see the old or the new file.

    Raises:
        OSError: the file cannot be written; nothing has changed.
    """
    unfinished = folder / f"{CURRENT}.new"
    try:
        with unfinished.open("wb") as file:
            file.write(written_history(history))
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(folder / CURRENT)
    finally:
        unfinished.unlink(missing_ok=True)
    sync_folder(folder)


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Let one process at a time publish into `folder`; the lock goes when the process does.

    Raises:
        Busy: another one is at it.
        OSError: the folder cannot be written.
    """
    with (folder / LOCK).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy from None
        yield


def remove_leftovers(folder: Path, history: History | None) -> None:
    """Remove what a killed publication left. Only for who holds the lock.

    A release that the history does not know was never read if its number is higher than all
    that were. Without a history nothing is known, and every release stays.
    """
    newest = max(history.releases) if history else None
    with suppress(OSError):
        for path in folder.iterdir():
            name = RELEASE_NAME.fullmatch(path.name)
            unread = name and newest is not None and int(name["number"]) > newest
            if unread or path.name.endswith((".new", ".new.wal")):
                path.unlink(missing_ok=True)


def remove_withdrawn(folder: Path, history: History | None) -> list[Path]:
    """Delete the files of withdrawn releases; returns those that could not be deleted. Only for
    who holds the lock, and only after the switch that withdrew them."""
    left: list[Path] = []
    if history is None or not history.withdrawn:
        return left
    for number in history.withdrawn:
        path = folder / history.releases[number].file
        try:
            path.unlink(missing_ok=True)
        except OSError:
            left.append(path)
    sync_folder(folder)
    return left


def _numbers(folder: Path) -> Iterator[int]:
    for path in folder.glob("*.duckdb"):
        if name := RELEASE_NAME.fullmatch(path.name):
            yield int(name["number"])
