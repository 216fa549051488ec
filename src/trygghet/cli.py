"""The command line: `trygghet <command>`, every command with `--lang sv|en` for its messages."""

import argparse
import io
import sys
from collections.abc import Sequence

from trygghet.commands import build, example, imports, publish, rollback

COMMANDS = {
    "import": (imports, "turn an extract into rows of a promise folder's files"),
    "build": (build, "check promise folders and say what publishing them would change"),
    "publish": (publish, "make promise folders the next releases, which the site then shows"),
    "rollback": (rollback, "make an earlier release of a promise the current one again"),
    "example": (example, "write the fictional example promise"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code (0 done, 1 problems to mend)."""
    parser = argparse.ArgumentParser(prog="trygghet", description="Publish a citizen promise.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (command, purpose) in COMMANDS.items():
        subparser = commands.add_parser(name, help=purpose, description=purpose)
        command.add(subparser)
        subparser.add_argument("--lang", choices=("sv", "en"), default="sv", help="of messages")
        subparser.set_defaults(run=command.run)
    given = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal without å, ä and ö is no reason to stop.
        sys.stdout.reconfigure(errors="backslashreplace")
    return int(given.run(given))
