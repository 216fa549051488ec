"""Copies on this machine of releases that lie elsewhere."""

from pathlib import Path
from typing import Protocol

from trygghet.disk import sha256
from trygghet.release.history import Switch

OTHER = ".other.duckdb"


class Origin(Protocol):
    """A place that is not on this machine. Not for several threads at once."""

    def look(self) -> dict[str, bytes]:
        """What stands in every promise's `current.json`.

        Raises:
            OSError: the place cannot be read.
        """

    def fetch(self, promise: str, release: Switch, to: Path) -> bool:
        """Write a release's file to `to`. Returns whether it has to be, byte for byte, what was
        published.

        Raises:
            OSError: it cannot be read or written.
        """


def held(release: Switch, folder: Path) -> Path | None:
    """The copy of a release in `folder`, if there is one. One that could not be told to be what
    was published has a name of its own."""
    path = folder / release.file
    there = (one for one in (path, path.with_suffix(OTHER)) if one.exists())
    return next(there, None)


def copy(origin: Origin, promise: str, release: Switch, folder: Path) -> Path:
    """The release's file in `folder`, fetched where it is not there yet.

    Raises:
        OSError: it cannot be fetched, or is not what was published.
    """
    if here := held(release, folder):
        return here
    path = folder / release.file
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".new")
    try:
        has_to_be_same = origin.fetch(promise, release, unfinished)
        same = sha256(unfinished) == release.sha256
        if has_to_be_same and not same:
            raise OSError(f"{origin}: {release.file} of {promise} is not what was published")
        unfinished.chmod(0o444)
        return unfinished.replace(path if same else path.with_suffix(OTHER))
    finally:
        unfinished.unlink(missing_ok=True)
