"""What the releases have been, what they corrected, and what is hidden."""

from collections.abc import Iterator
from typing import Any

from trygghet.files.columns import column, told
from trygghet.files.definition import Choice, DataFile
from trygghet.release.queries import Release

_CORRECTIONS = "rattelser"
CORRECTIONS = (
    column("release", "integer", of=_CORRECTIONS, required=True),
    column("at", of=_CORRECTIONS, required=True),
    column("table", of=_CORRECTIONS, required=True),
    column("key", "list", of=_CORRECTIONS, required=True),
    column("column", of=_CORRECTIONS),
    column("old", of=_CORRECTIONS),
    column("old_missing", of=_CORRECTIONS),
    column("new", of=_CORRECTIONS),
    column("new_missing", of=_CORRECTIONS),
    column("withheld", "boolean", of=_CORRECTIONS, required=True),
    column("why", of=_CORRECTIONS, required=True),
)
_RELEASES = "utgavor"
RELEASES = (
    column("number", "integer", of=_RELEASES, required=True),
    column("action", of=_RELEASES, required=True),
    column("at", of=_RELEASES, required=True),
    column("by", of=_RELEASES, required=True),
    column("why", of=_RELEASES, required=True),
    column("replaced", "integer", of=_RELEASES),
    column("added", "integer", of=_RELEASES, unit="rows"),
    column("changed", "integer", of=_RELEASES, unit="rows"),
    column("removed", "integer", of=_RELEASES, unit="rows"),
    column("withdrawn_by", "integer", of=_RELEASES),
)
_PROTECTION = "skydd"
PROTECTION = (
    column("name", of=_PROTECTION, required=True),
    column("cells", "integer", of=_PROTECTION, unit="cells", required=True),
    column("hidden", "integer", of=_PROTECTION, unit="cells", required=True),
    column("hide_below", "integer", of=_PROTECTION, unit="reports", required=True),
)


def history_files() -> tuple[DataFile, ...]:
    """The log of the releases, the corrections, and the protection."""
    return (
        DataFile(
            "rattelser",
            CORRECTIONS,
            lambda release, _: told(CORRECTIONS, release.corrections()),
        ),
        DataFile("utgavor", RELEASES, _releases),
        DataFile("skydd", PROTECTION, _protection, key=("name",)),
    )


def _releases(release: Release, _: Choice) -> Iterator[list[Any]]:
    withdrawn = release.withdrawn()
    return told(RELEASES, release.log(), withdrawn_by=lambda one: withdrawn.get(one.number))


def _protection(release: Release, _: Choice) -> Iterator[list[Any]]:
    least = release.threshold()
    return told(PROTECTION, release.protection(), hide_below=lambda _: least)
