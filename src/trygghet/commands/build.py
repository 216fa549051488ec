"""`trygghet build`: check promise folders and say what publishing them would change."""

import argparse
from pathlib import Path

from trygghet import settings
from trygghet.check import PromiseFolder
from trygghet.commands.promises import add_withdraw, each_folder, to_withdraw, told
from trygghet.release.places import publishing_place
from trygghet.release.publish import try_out


def add(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("folders", nargs="*", type=Path, help="default: every folder in data/")
    add_withdraw(parser)


def run(given: argparse.Namespace) -> int:
    """Check and compare every folder; 1 if one of them has something to mend."""

    def build(folder: PromiseFolder) -> None:
        withdraw = to_withdraw(given.folders, given.withdraw, given.lang)
        done = try_out(folder, publishing_place(settings.releases()), withdraw)
        told("build-would", folder, done, given.lang)

    return each_folder(given.folders, given.lang, build)
