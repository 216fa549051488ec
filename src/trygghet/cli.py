"""The command line: check promise folders and build their releases.

trygghet build [folder ...] [--lang sv|en]
trygghet example [folder]
"""

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

import duckdb

from trygghet import settings
from trygghet.check import BadFolder, Problem, PromiseFolder, read_promise_folder, report
from trygghet.check.problems import problem_catalogue, safe
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
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal without å, ä and ö is no reason to stop.
        sys.stdout.reconfigure(errors="backslashreplace")
    if given.command == "example":
        return _example(given.folder or settings.data_folder() / "exempel")
    return _build(given.folders or _all_folders(), given.lang)


def _all_folders() -> list[Path]:
    # Also one without promise.toml, so that a misspelt file name does not hide a promise.
    found = settings.data_folder().glob("[!.]*")
    return sorted(path for path in found if path.is_dir())


def _build(folders: list[Path], language: str) -> int:
    say = problem_catalogue(language)
    if not folders:
        print(say("no-promises", folder=str(settings.data_folder())), file=sys.stderr)
        return 1
    failed = False
    read: dict[str, Path] = {}
    for path in folders:
        try:
            folder = read_promise_folder(path)
            _check_id_of_its_own(folder, read)
            built = build_release(folder, settings.releases_folder())
        except BadFolder as error:
            failed = True
            lines = report(error.problems, language)
            print(f"{safe(str(path))}:", *lines, sep="\n", file=sys.stderr)
            continue
        except (OSError, duckdb.Error) as error:
            failed = True
            print(say("build-failed", reason=str(error)), file=sys.stderr)
            continue
        size = built.path.stat().st_size // 1024
        key = "build-done" if built.new else "build-current"
        print(say(key, title=built.title, rows=built.rows, size=size))
    return 1 if failed else 0


def _check_id_of_its_own(folder: PromiseFolder, read: dict[str, Path]) -> None:
    """Two folders with one id would replace each other's release at every build."""
    id_ = str(folder.promise.values["id"])
    first = read.setdefault(id_, folder.path)
    if first.resolve() != folder.path.resolve():
        line, details = folder.promise.line_of("id"), {"folder": str(first)}
        raise BadFolder([Problem(PROMISE_FILE, line, "id", "promise-twice", id_, {**details})])


def _example(folder: Path) -> int:
    # Imported here: only this command needs the generator.
    from trygghet.example import write_example

    say = problem_catalogue("sv")
    try:
        write_example(folder)
    except OSError as error:
        print(say("example-failed", reason=str(error)), file=sys.stderr)
        return 1
    print(say("example-done", folder=str(folder)))
    return 0
