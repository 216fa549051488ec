"""`trygghet example`: write the fictional example promise."""

import argparse
import sys
from pathlib import Path

from trygghet import settings
from trygghet.check.problems import command_catalogue


def add(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("folder", nargs="?", type=Path, help="default: data/exempel")


def run(given: argparse.Namespace) -> int:
    """Write the example; 1 if the folder cannot be written."""
    # Imported here: only this command needs the generator.
    from trygghet.example import write_example

    folder: Path = given.folder or settings.data_folder() / "exempel"
    say = command_catalogue(given.lang)
    try:
        write_example(folder)
    except OSError as error:
        print(say("example-failed", reason=str(error)), file=sys.stderr)
        return 1
    print(say("example-done", folder=str(folder)))
    return 0
