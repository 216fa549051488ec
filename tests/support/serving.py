"""A published release, and whether it still serves."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sound_folder import PROMISE

from trygghet import cli
from trygghet.release.queries import Release
from trygghet.release.store import Store

SIGNED = ("--by", "Testet", "--why", "Ett prov")


def publish(*arguments: object) -> int:
    """`trygghet publish` with these arguments, signed; its exit code."""
    return cli.main(["publish", *map(str, arguments), *SIGNED])


@dataclass
class Published:
    """A published release: where it lies, a store that has it open, and what it answered."""

    releases: Path
    store: Store
    files: dict[str, bytes]
    answers: list[Any]

    @classmethod
    def now(cls, releases: Path) -> "Published":
        """What is published there at this moment."""
        store = Store(releases)
        return cls(releases, store, contents(releases), answers(store.release(PROMISE)))

    def still_serves(self) -> bool:
        """Whether the same files lie there and readers get the same answers as before."""
        answered = answers(self.store.release(PROMISE))
        return self.files == contents(self.releases) and answered == self.answers


def answers(release: Release) -> list[Any]:
    """What a reader would see of the release."""
    return [
        release.promise(),
        release.observations("alla-brott", ["lillby", "storby"], "quarter"),
        release.observations("problemindex", ["lillby", "storby"], "year"),
        release.activities(),
        release.sources(),
        release.comparisons("lillby"),
        release.survey_changes("lillby"),
        release.goals(),
    ]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
