"""What the commands share that read promise folders and write releases."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path

import duckdb

from trygghet import settings
from trygghet.check import BadFolder, Problem, PromiseFolder, read_promise_folder, report
from trygghet.check.problems import SHOWN_OF_A_KIND, command_catalogue, printable, safe
from trygghet.commands.hidden import given_away_lines, hidden_lines
from trygghet.release.changes import Cell, FileChanges
from trygghet.release.history import BrokenHistory, Busy
from trygghet.release.places import publishing_place
from trygghet.release.publish import GivenAway, NotPossible, Published, Signature
from trygghet.schema import PROMISE_FILE, TRANSLATIONS
from trygghet.words import Catalogue

LONGEST_SIGNED = 300
"""How long a reason or a name may be: it stands at the foot of every page."""


class Refused(Exception):
    """The command cannot do what it was asked; the text says why and what to do."""


@contextmanager
def refusals(language: str) -> Iterator[list[str]]:
    """Print what keeps the block from being done; the list is empty if nothing did."""
    say = command_catalogue(language)
    failed: list[str] = []
    try:
        yield failed
    except Refused as error:
        failed.append(str(error))
    except Busy:
        failed.append(say("publish-busy"))
    except BrokenHistory as error:
        folder = safe(str(error.path.parent))
        failed.append(say("publish-broken", file=safe(str(error.path)), folder=folder))
    except NotPossible as error:
        numbers = ", ".join(map(str, error.numbers)) or "–"
        failed.append(say(error.code, number=str(error.number), numbers=numbers))
    except GivenAway as error:
        failed += given_away_lines(error, say)
    except (OSError, duckdb.Error) as error:
        failed.append(say("publish-failed", reason=safe(str(error))))
    for line in failed:
        print(line, file=sys.stderr)


def each_folder(given: Sequence[Path], language: str, act: Callable[[PromiseFolder], None]) -> int:
    """Check every folder and act on the sound ones; the exit code, 1 if anything failed."""
    folders = given or _all_folders()
    if not folders:
        say = command_catalogue(language)
        print(say("no-promises", folder=str(settings.data_folder())), file=sys.stderr)
        return 1
    any_failed = False
    read: dict[str, Path] = {}
    for path in folders:
        if sys.stderr.isatty():
            working = command_catalogue(language)("publish-working", folder=safe(str(path)))
            print(working, file=sys.stderr)
        with refusals(language) as failed:
            try:
                folder = read_promise_folder(path)
                _check_id_of_its_own(folder, read)
            except BadFolder as error:
                lines = report(error.problems, language)
                raise Refused("\n".join((f"{safe(str(path))}:", *lines))) from None
            act(folder)
        any_failed = any_failed or bool(failed)
    return 1 if any_failed else 0


def signature(by: str | None, why: str | None, language: str) -> Signature:
    """Who publishes and why, now.

    Raises:
        Refused: either is missing, or cannot be shown on the site.
    """
    say = command_catalogue(language)
    for option, value in (("by", by), ("why", why)):
        if value is None or not value.strip():
            raise Refused(say("publish-no-by" if option == "by" else "publish-no-why"))
        if not value.isprintable() or len(value) > LONGEST_SIGNED:
            given, most = printable(value), LONGEST_SIGNED
            raise Refused(say("publish-bad-text", value=given, most=most, option=f"--{option}"))
    return Signature(str(by).strip(), str(why).strip(), datetime.now().astimezone())


def release_number(given: str, option: str, language: str) -> int:
    """The number of a release as it was given after `option`.

    Raises:
        Refused: it is no number.
    """
    if not (given.isascii() and given.isdigit() and len(given) < 10):
        say = command_catalogue(language)
        raise Refused(say("publish-bad-number", value=printable(given), option=option))
    return int(given)


def add_withdraw(parser: argparse.ArgumentParser) -> None:
    """Let a command take --withdraw, after the folder."""
    purpose = "numbers of releases that show too much and are taken away with the new one"
    parser.add_argument("--withdraw", nargs="+", default=[], metavar="N", help=purpose)


def to_withdraw(folders: Sequence[Path], given: Sequence[str], language: str) -> list[int]:
    """The releases to withdraw.

    Raises:
        Refused: what was given is no number, or it is not said of which one promise.
    """
    numbers = [release_number(one, "--withdraw", language) for one in given]
    if numbers and len(folders) != 1:
        raise Refused(command_catalogue(language)("publish-withdraw-of-which"))
    return numbers


def told(key: str, folder: PromiseFolder, done: Published, language: str) -> None:
    """Print what was published, or would be: `key` is the message's, and of what goes with it."""
    say = command_catalogue(language)
    title = safe(str(folder.promise.values["title"]))
    size, number = done.size // 1000, str(done.number)
    for damaged in done.damaged:
        place = publishing_place(settings.releases())
        where = f"{place}/{folder.promise.values['id']}"
        print(say("publish-damaged", number=str(damaged), folder=safe(where)), file=sys.stderr)
    for path in done.left:
        print(say("publish-not-deleted", file=safe(str(path))), file=sys.stderr)
    if done.changes is None:
        print(say("publish-unchanged", title=title, number=number))
        _print_hidden(done, say)
        return
    print(say(key, title=title, number=number, size=size))
    if done.withdrawn:
        listed = ", ".join(map(str, done.withdrawn))
        print(f"  {say(f'{key}-withdrawn', count=len(done.withdrawn), releases=listed)}")
    _print_hidden(done, say)
    for spoken, own in folder.translations.items():
        po, texts = TRANSLATIONS[spoken], folder.texts()
        if count := len(texts - own.keys()):
            print(f"  {say('publish-untranslated', file=po, count=count)}")
        if gone := sorted(own.keys() - texts):
            print(f"  {say('publish-translates-nothing', file=po, count=len(gone))}")
            for text in gone[:SHOWN_OF_A_KIND]:
                print(f"    {safe(text)}")
    changes = done.changes
    if done.before is None:
        first = "publish-first" if done.number == 1 else "publish-alone"
        print(f"  {say(first, count=changes.counts[0])}")
        return
    print(f"  {say('publish-against', number=str(done.before))}")
    for file in changes.files:
        for line in _file_lines(file, say):
            print(f"  {line}")
    for other in changes.others:
        print(f"  {say('publish-other', what=other)}")
    if not any(changes.counts):
        print(f"  {say('publish-nothing')}")
    if done.corrections:
        print(f"  {say('publish-corrections', count=done.corrections)}")


def _print_hidden(done: Published, say: Catalogue) -> None:
    for line in hidden_lines(done.safety, say) if done.safety else ():
        print(f"  {line}")


def _file_lines(changes: FileChanges, say: Catalogue) -> Iterator[str]:
    """One line for the file, then its rows, of each kind no more than can be read."""
    counts = (
        say("publish-added", count=len(changes.added)),
        say("publish-changed", count=len(changes.changed)),
        say("publish-removed", count=len(changes.removed)),
    )
    yield f"{changes.file.file}: {', '.join(counts)}"
    changed = [
        say(
            "publish-row-changed",
            key=_key(key),
            column=difference.column,
            old=say("publish-withheld") if difference.withheld else _cell(difference.old, say),
            new=_cell(difference.new, say),
        )
        for key, differences in changes.changed
        for difference in differences
    ]
    added = [say("publish-row-added", key=_key(key)) for key in changes.added]
    removed = [say("publish-row-removed", key=_key(key)) for key in changes.removed]
    for lines in (added, changed, removed):
        yield from (f"  {line}" for line in islice(lines, SHOWN_OF_A_KIND))
        if len(lines) > SHOWN_OF_A_KIND:
            yield f"  {say('publish-more', count=len(lines) - SHOWN_OF_A_KIND)}"


def _key(key: Sequence[str]) -> str:
    return safe(", ".join(part for part in key if part))


def _cell(cell: Cell, say: Catalogue) -> str:
    return printable(cell.value or cell.missing or say("publish-empty"))


def _all_folders() -> list[Path]:
    # Also one without promise.toml, so that a misspelt file name does not hide a promise.
    found = settings.data_folder().glob("[!.]*")
    return sorted(path for path in found if path.is_dir())


def _check_id_of_its_own(folder: PromiseFolder, read: dict[str, Path]) -> None:
    """Two folders with one id would replace each other's release at every publication."""
    id_ = str(folder.promise.values["id"])
    first = read.setdefault(id_, folder.path)
    if first.resolve() != folder.path.resolve():
        line, details = folder.promise.line_of("id"), {"folder": str(first)}
        raise BadFolder([Problem(PROMISE_FILE, line, "id", "promise-twice", id_, {**details})])
