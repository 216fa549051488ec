"""Where releases lie. One setting names the place:

    releases                                        a folder on this machine
    https://host/releases, s3://bucket/releases     the same on a web server or in object storage
    ducklake:postgres:dbname=…                      a DuckLake whose catalogue is in PostgreSQL

Readers of a place that is not on this machine read copies of their own, so that they go on when
it cannot be reached.
"""

from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from trygghet.release.history import Switch
from trygghet.release.places.folder import Folder


class Place(Protocol):
    """What a reader needs of a place. Every method can be called by many threads."""

    def promises(self) -> list[str]:
        """The ids of all promises that have a release, in alphabetical order."""

    def written(self, promise: str) -> bytes:
        """What stands in the promise's `current.json`.

        Raises:
            OSError: there is none, or it cannot be read.
        """

    def file(self, promise: str, release: Switch) -> Path:
        """A release's file on this machine. It bears the release's name only where it is, byte
        for byte, what was published.

        Raises:
            OSError: it cannot be had now.
        """

    def unconfirmed_since(self, promise: str) -> datetime | None:
        """When it was last known that what is `written` is the newest; None while it is."""


class PublishingPlace(Protocol):
    """What publishing needs of a place: a promise's releases as a folder, for as long as a block
    lasts."""

    def promises(self) -> list[str]:
        """The ids of all promises that have a release, in alphabetical order."""

    def reading(self, promise: str) -> AbstractContextManager[Path]:
        """The folder, to look at."""

    def publishing(self, promise: str) -> AbstractContextManager[Path]:
        """The folder, to write one more release or switch into. Readers are given it whole, at
        the latest when the block ends.

        Raises:
            Busy: somebody else is publishing the promise.
            OSError, duckdb.Error: the place cannot be read or written; nothing has changed.
        """


def readers_place(setting: str) -> Place:
    """The place that the setting names, for those who read.

    Raises:
        OSError: the extensions of DuckDB that it needs are not installed.
    """
    kind = setting.partition(":")[0]
    if kind in ("http", "https", "s3"):
        from trygghet.release.places.address import Address
        from trygghet.release.places.replica import Replica

        return Replica(Address(setting))
    if kind == "ducklake":
        from trygghet.release.places.lake import Lake
        from trygghet.release.places.replica import Replica

        return Replica(Lake(setting))
    return Folder(Path(setting))


def publishing_place(setting: str) -> PublishingPlace:
    """The place that the setting names, for publishing.

    Raises:
        OSError: it can only be read, or the extensions that it needs are not installed.
    """
    kind = setting.partition(":")[0]
    if kind in ("http", "https", "s3"):
        raise OSError(f"{setting} can only be read; publish to a folder and copy the folder there")
    if kind == "ducklake":
        from trygghet.release.places.lake import Lake

        return Lake(setting)
    return Folder(Path(setting))
