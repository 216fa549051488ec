"""Check a promise folder: all of it or nothing, and every problem at once."""

from difflib import get_close_matches
from pathlib import Path

from trygghet.check.csv_file import BadFile, read_records
from trygghet.check.folder import PromiseFolder, folder_digest
from trygghet.check.outlines import read_outlines
from trygghet.check.problems import BadFolder, Problem, describe, report
from trygghet.check.promise_file import read_promise_file
from trygghet.check.relations import check_relations
from trygghet.schema import FILES, OUTLINES_FILE, PROMISE_FILE, TABLES

__all__ = ["BadFolder", "Problem", "PromiseFolder", "describe", "read_promise_folder", "report"]


def read_promise_folder(path: Path) -> PromiseFolder:
    """Read and check every file of a promise folder.

    Raises:
        BadFolder: with every problem found, so that all can be mended in one go.
    """
    files, problems = _read_files(path)
    try:
        promise, bad = (
            read_promise_file(files[PROMISE_FILE]) if PROMISE_FILE in files else (None, [])
        )
    except BadFile as error:
        promise, bad = None, [error.problem]
    problems += bad
    tables = {}
    for table in TABLES:
        tables[table.name], bad = (
            read_records(table, files[table.file]) if table.file in files else ([], [])
        )
        problems += bad
    try:
        outlines, bad = read_outlines(files[OUTLINES_FILE]) if OUTLINES_FILE in files else ([], [])
    except BadFile as error:
        outlines, bad = [], [error.problem]
    problems += bad
    if promise is None:
        raise BadFolder(problems)
    folder = PromiseFolder(
        path, promise.promise, promise.lists, tables, outlines, folder_digest(files)
    )
    # A row that could not be read would make every row that refers to it look wrong too.
    unread = {problem.file for problem in problems}
    problems += [
        problem
        for problem in check_relations(folder)
        if str(problem.details.get("where", "")).split(" ")[0] not in unread
    ]
    if problems:
        raise BadFolder(problems)
    return folder


def _read_files(path: Path) -> tuple[dict[str, bytes], list[Problem]]:
    if not path.is_dir():
        raise BadFolder([Problem(str(path), 0, "", "no-folder")])
    files = {}
    problems = []
    for name in FILES:
        try:
            files[name] = (path / name).read_bytes()
        except FileNotFoundError:
            if name != OUTLINES_FILE:
                problems.append(Problem(name, 0, "", "file-missing"))
        except OSError as error:
            problems.append(Problem(name, 0, "", "file-unreadable", error.strerror or ""))
    for found in sorted(path.iterdir()):
        if found.name not in FILES and found.name != "README.md" and found.name[0] not in ".~":
            close = get_close_matches(found.name, FILES, n=1) or FILES
            problems.append(
                Problem(found.name, 0, "", "file-unknown", "", {"known": ", ".join(close)})
            )
    return files, problems
