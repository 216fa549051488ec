"""`trygghet publish`: check promise folders and make each the next release of its promise."""

import argparse
from pathlib import Path

from trygghet import settings
from trygghet.check import PromiseFolder
from trygghet.commands.promises import add_withdraw, each_folder, signature, to_withdraw, told
from trygghet.release.places import publishing_place
from trygghet.release.publish import publish
from trygghet.words import text


def add(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("folders", nargs="*", type=Path, help="default: every folder in data/")
    parser.add_argument("--why", help="what changes and why, as everybody can read it")
    parser.add_argument("--by", help="who publishes, as everybody can read it")
    add_withdraw(parser)


def run(given: argparse.Namespace) -> int:
    """Publish every folder; 1 if one of them has something to mend."""

    def publish_one(folder: PromiseFolder) -> None:
        releases = publishing_place(settings.releases())
        first = folder.promise.values["id"] not in releases.promises()
        why = given.why or (text("release-first") if first else None)
        signed = signature(given.by, why, given.lang)
        withdraw = to_withdraw(given.folders, given.withdraw, given.lang)
        told("publish-done", folder, publish(folder, releases, signed, withdraw), given.lang)

    return each_folder(given.folders, given.lang, publish_one)
