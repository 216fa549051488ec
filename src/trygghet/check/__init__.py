"""Check a promise folder: all of it or nothing, and every problem at once."""

from difflib import get_close_matches
from pathlib import Path

from trygghet.check.csv_file import Record, read_records
from trygghet.check.folder import PromiseFolder, folder_digest
from trygghet.check.outlines import Outline, read_outlines
from trygghet.check.problems import BadFolder, Problem, describe, report
from trygghet.check.promise_file import NO_PROMISE, PromiseFile, read_promise_file
from trygghet.check.relations import check_relations
from trygghet.check.translations import Translation, read_translations
from trygghet.schema import (
    FILES,
    OPTIONAL_FILES,
    OUTLINES_FILE,
    PROMISE_FILE,
    PROMISE_LISTS,
    TABLE,
    TABLES,
    TRANSLATIONS,
)

__all__ = ["BadFolder", "Problem", "PromiseFolder", "describe", "read_promise_folder", "report"]


def read_promise_folder(path: Path) -> PromiseFolder:
    """Read and check every file of a promise folder.

    Raises:
        BadFolder: with every problem found, so that all can be mended in one go.
    """
    files, problems = _read_files(path)
    promise = NO_PROMISE
    if PROMISE_FILE in files:
        promise, bad = read_promise_file(files[PROMISE_FILE])
        problems += bad
    read = dict(promise.lists)
    for table in TABLES:
        if table.file in files:
            records, bad = read_records(table, files[table.file])
            problems += bad
            if records is not None:
                read[table.name] = records
    outlines: list[Outline] = []
    if OUTLINES_FILE in files:
        outlines, bad = read_outlines(files[OUTLINES_FILE])
        problems += bad
    translations, bad = _read_translations(promise, files)
    problems += bad
    folder = PromiseFolder(
        path,
        promise.promise,
        {name: _sound(read, name) for name in PROMISE_LISTS},
        {name: _sound(read, name) for name in TABLE},
        {name: {record.written.get("id") for record in read[name]} for name in read},
        outlines,
        folder_digest(files),
        {
            language: {one.msgid: (one.msgstr or "").strip() for one in found}
            for language, found in translations.items()
        },
    )
    problems += check_relations(folder)
    if problems:
        raise BadFolder(problems)
    return folder


def _sound(read: dict[str, list[Record]], name: str) -> list[Record]:
    return [record for record in read.get(name, ()) if record.sound]


def _read_translations(
    promise: PromiseFile, files: dict[str, bytes]
) -> tuple[dict[str, list[Translation]], list[Problem]]:
    """The translations of each language that the promise says its texts are in."""
    found = {}
    problems = []
    languages = promise.promise.values["languages"]
    for language, file in TRANSLATIONS.items():
        listed = isinstance(languages, tuple) and language in languages
        if listed and file in files:
            found[language], bad = read_translations(file, files[file])
            problems += bad
        elif listed:
            problems.append(Problem(file, 0, "", "po-missing", language))
        elif file in files and languages is not None:
            problems.append(Problem(file, 0, "", "po-not-listed", language))
    return found, problems


def _read_files(path: Path) -> tuple[dict[str, bytes], list[Problem]]:
    try:
        found = sorted(entry.name for entry in path.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        raise BadFolder([Problem(str(path), 0, "", "no-folder")]) from None
    except OSError as error:
        problem = Problem(str(path), 0, "", "file-unreadable", error.strerror or "")
        raise BadFolder([problem]) from None
    files = {}
    problems = []
    for name in FILES:
        try:
            files[name] = (path / name).read_bytes()
        except FileNotFoundError:
            if name not in OPTIONAL_FILES:
                problems.append(Problem(name, 0, "", "file-missing"))
        except OSError as error:
            problems.append(Problem(name, 0, "", "file-unreadable", error.strerror or ""))
    for name in found:
        if name not in (*FILES, "README.md") and name[0] not in ".~":
            close = ", ".join(get_close_matches(name, FILES, n=1) or FILES)
            problems.append(Problem(name, 0, "", "file-unknown", "", {"known": close}))
    return files, problems
