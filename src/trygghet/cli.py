"""The command line: check promise folders and build their releases.

trygghet build [folder ...] [--lang sv|en]
trygghet example [folder]
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import duckdb

from trygghet import settings
from trygghet.check import BadFolder, read_promise_folder, report
from trygghet.check.problems import problem_catalogue
from trygghet.release.build import build_release
from trygghet.schema import PROMISE_FILE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code (0 done, 1 problems to mend)."""
    parser = argparse.ArgumentParser(prog="trygghet", description="Publish a citizen promise.")
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="check promise folders and build their releases")
    build.add_argument("folders", nargs="*", type=Path, help="default: every folder in data/")
    build.add_argument("--lang", choices=("sv", "en"), default="sv", help="language of messages")
    example = commands.add_parser("example", help="write the fictional example promise")
    example.add_argument("folder", nargs="?", type=Path, help="default: data/exempel")
    given = parser.parse_args(arguments)
    if given.command == "example":
        return _example(given.folder or settings.data_folder() / "exempel")
    return _build(given.folders or _all_folders(), given.lang)


def _all_folders() -> list[Path]:
    return sorted(path.parent for path in settings.data_folder().glob(f"*/{PROMISE_FILE}"))


def _build(folders: list[Path], language: str) -> int:
    say = problem_catalogue(language)
    failed = False
    for path in folders:
        try:
            built = build_release(read_promise_folder(path), settings.releases_folder())
        except BadFolder as error:
            failed = True
            print(f"{path}:", *report(error.problems, language), sep="\n", file=sys.stderr)
            continue
        except (OSError, duckdb.Error) as error:
            failed = True
            print(say("build-failed", reason=str(error)), file=sys.stderr)
            continue
        size = built.path.stat().st_size // 1024
        key = "build-done" if built.new else "build-current"
        print(say(key, title=built.title, rows=built.rows, size=size))
    return 1 if failed else 0


def _example(folder: Path) -> int:
    # Imported here: only this command needs the generator.
    from trygghet.example import write_example

    write_example(folder)
    print(problem_catalogue("sv")("example-done", folder=str(folder)))
    return 0
