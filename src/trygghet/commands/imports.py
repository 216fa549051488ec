"""`trygghet import`: turn an extract into rows of a promise folder's files."""

import argparse
import os
import shlex
import subprocess
import sys
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from trygghet.check import BadFolder, Problem, read_promise_folder, report
from trygghet.check.problems import LONGEST_DETAIL, command_catalogue, printable, safe
from trygghet.extracts import KINDS
from trygghet.extracts.extract import BadExtract, Extract, Preview, Said, Understood
from trygghet.extracts.import_file import WORDS, read_names
from trygghet.extracts.into import Merge, merge, write
from trygghet.periods import Period, parse_period
from trygghet.schema import IMPORT_FILE
from trygghet.words import Catalogue

SHOWN_CHANGES = 10
WIDEST_CELL = 30


def add(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("kind", choices=tuple(KINDS), metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("file", type=Path, help="the extract, Excel or CSV")
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="promise folder")
    parser.add_argument("--source", required=True, metavar="ID", help="id in its sources.csv")
    parser.add_argument("--first", metavar="PERIOD", default="", help="first period, as 2019-01")
    parser.add_argument("--last", metavar="PERIOD", default="", help="last period, as 2020-12")
    parser.add_argument("--sheet", metavar="NAME", default="", help="sheet of the workbook")
    parser.add_argument("--write", action="store_true", help="write; without it nothing changes")


def run(given: argparse.Namespace) -> int:
    """Show what the extract says, or take it in; 1 if there is something to mend first."""
    say = command_catalogue(given.lang)
    try:
        extract = _extract(given)
        understood = KINDS[given.kind](extract)
        for said in understood.summary:
            print(_said(say, said))
        _print_preview(say, understood.preview)
        if understood.questions:
            _print_problems(say, understood.questions, given.lang)
            _print_asked(say, understood, given.to)
            return 1
        merged = merge(extract, understood)
        if given.write:
            write(extract.folder, merged.files)
    except (BadFolder, BadExtract) as error:
        _print_problems(say, error.problems, given.lang)
        return 1
    except OSError as error:
        print(say("import-failed", reason=printable(str(error), LONGEST_DETAIL)), file=sys.stderr)
        return 1
    _print_changes(say, merged, written=given.write)
    if not given.write and merged.files:
        print(say("import-to-write"), f"  {_command(given)}", sep="\n")
    return 0


def _extract(given: argparse.Namespace) -> Extract:
    """Everything the kind needs.

    Raises:
        BadFolder: the promise folder or its import.toml is not sound.
        BadExtract: the arguments do not fit.
    """
    promise = read_promise_folder(given.to)
    names = read_names(promise)
    problems = []
    span: dict[str, Period | None] = {"--first": None, "--last": None}
    for option, text in (("--first", given.first), ("--last", given.last)):
        try:
            span[option] = parse_period(text) if text else None
        except ValueError:
            problems.append(Problem(option, 0, "", "bad-period", text))
    first, last = span["--first"], span["--last"]
    if first and last and last.end < first.start:
        details: dict[str, str | int] = {"start": first.text}
        problems.append(Problem("--last", 0, "", "end-before-start", last.text, details))
    sources = {record.values["id"] for record in promise.tables["sources"]}
    if given.source not in sources:
        details = {"where": "sources.csv"}
        problems.append(Problem("--source", 0, "", "source-unknown", given.source, details))
    if problems:
        raise BadExtract(problems)
    return Extract(given.file, promise, given.source, names, first, last, given.sheet)


def _said(say: Catalogue, said: Said) -> str:
    arguments = {
        name: value if isinstance(value, int) else printable(value, LONGEST_DETAIL)
        for name, value in said.arguments.items()
    }
    return say(said.key, **arguments)


def _print_problems(say: Catalogue, problems: Iterable[Problem], language: str) -> None:
    found = list(problems)
    print(say("import-problems", count=len(found)), file=sys.stderr)
    # The first line of a report is about a release.
    print(*islice(report(found, language), 1, None), sep="\n", file=sys.stderr)


def _print_asked(say: Catalogue, understood: Understood, folder: Path) -> None:
    """Lines to copy into import.toml and crime_codes.csv, with the answers left open."""
    lines = []
    for section in (section for section in WORDS if section in understood.asked):
        names = understood.asked[section]
        lines += [f"  [{section}]", *(f"  {_quoted(name)} = {_quoted('…')}" for name in names)]
    if lines:
        lines.insert(0, say("import-to-add", file=safe(str(folder / IMPORT_FILE))))
    if codes := understood.asked.get("crime_codes"):
        lines.append(say("import-to-add-codes", file=safe(str(folder / "crime_codes.csv"))))
        lines += [f"  {_csv_cell(code)},…,,,…" for code in codes]
    if lines:
        print(*lines, sep="\n", file=sys.stderr)


def _csv_cell(text: str) -> str:
    doubled = safe(text).replace('"', '""')
    return f'"{doubled}"' if set(doubled) & set('",') else doubled


def _quoted(text: str) -> str:
    """A TOML text. What does not show is written as its code."""
    return f'"{"".join(map(_toml_char, " ".join(text.split())))}"'


def _toml_char(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    return char if char.isprintable() else f"\\U{ord(char):08X}"


def _print_preview(say: Catalogue, preview: Preview) -> None:
    if not preview.rows:
        return
    print(say("import-preview", count=len(preview.rows)))
    rows = [preview.headings, *preview.rows]
    cells = [[_cut(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print(f"  {'  '.join(padded).rstrip()}")


def _cut(cell: str) -> str:
    text = safe(cell)
    return text if len(text) <= WIDEST_CELL else f"{text[: WIDEST_CELL - 1]}…"


def _print_changes(say: Catalogue, merged: Merge, *, written: bool) -> None:
    files = ", ".join(merged.files)
    if not files:
        print(say("import-nothing-new", unchanged=merged.unchanged))
        return
    print(
        say(
            "import-written" if written else "import-would-write",
            files=files,
            new=merged.new,
            changed=merged.changed,
            unchanged=merged.unchanged,
            kept=merged.kept,
        )
    )
    if merged.removed:
        print(say("import-removed", count=merged.removed))
    for change in merged.changes[:SHOWN_CHANGES]:
        old, new = printable(change.old), printable(change.new)
        print(
            say(
                "import-change",
                key=printable(change.key),
                column=change.column,
                old=old or say("import-empty-cell"),
                new=new or say("import-empty-cell"),
            )
        )
    if len(merged.changes) > SHOWN_CHANGES:
        print(say("import-more-changes", count=len(merged.changes) - SHOWN_CHANGES))


def _command(given: argparse.Namespace) -> str:
    """The command line that writes, for the terminal that the owner most likely has."""
    words = ["trygghet", "import", given.kind, str(given.file), "--to", str(given.to)]
    for option in ("source", "first", "last", "sheet"):
        if value := getattr(given, option):
            words += [f"--{option}", value]
    words.append("--write")
    if given.lang != "sv":
        words += ["--lang", given.lang]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
