"""Releases in a folder on this machine.

    releases/promises.json                             which promises there are
    releases/<promise>/<number>-<content id>.duckdb    one file per release, never changed
    releases/<promise>/current.json                    the one to read, and how it came to that

Nothing here reads `promises.json`: it is for those who have the folder from a web server, which
cannot be asked what lies there.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from trygghet.release.history import CURRENT, PROMISE_ID, Switch, only_one

PROMISES = "promises.json"
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder that holds one folder per promise."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)

    def promises(self) -> list[str]:
        """The ids of all promises that have a release, in alphabetical order."""
        names = (pointer.parent.name for pointer in self.path.glob(f"*/{CURRENT}"))
        return sorted(name for name in names if PROMISE_ID.fullmatch(name))

    def written(self, promise: str) -> bytes:
        """What stands in the promise's `current.json`."""
        return (self.path / promise / CURRENT).read_bytes()

    def file(self, promise: str, release: Switch) -> Path:
        """A release's file, whether it is there or not."""
        return self.path / promise / release.file

    def unconfirmed_since(self, promise: str) -> datetime | None:
        """Never: what lies on this machine is what there is."""
        return None

    @contextmanager
    def reading(self, promise: str) -> Iterator[Path]:
        """The promise's folder."""
        yield self.path / promise

    @contextmanager
    def publishing(self, promise: str) -> Iterator[Path]:
        """The promise's folder, for one process at a time."""
        folder = self.path / promise
        folder.mkdir(parents=True, exist_ok=True)
        with only_one(folder):
            yield folder
        self._list()

    def _list(self) -> None:
        """Write which promises there are, again where another one came meanwhile."""
        path, listed = self.path / PROMISES, None
        while listed != (listed := self.promises()):
            written = json.dumps(listed).encode()
            if not path.exists() or path.read_bytes() != written:
                unfinished = path.with_suffix(".new")
                unfinished.write_bytes(written)
                unfinished.replace(path)


def as_place(releases: Path | Other) -> Folder | Other:
    """The place; the path of a folder names one too."""
    return Folder(releases) if isinstance(releases, Path) else releases
