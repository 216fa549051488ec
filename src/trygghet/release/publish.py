"""Publish a checked folder as the next numbered release, try that out, or go back to another.

A release is written beside its place, checked, put there, and only then named in `current.json`.
Whenever that is interrupted, readers have the old release or the new one, each of them whole.
"""

import os
import tempfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

import duckdb

from trygghet.check import PromiseFolder
from trygghet.compare import ComputedTable
from trygghet.disk import sha256, sync_folder
from trygghet.protect import Cell, Protected, protect
from trygghet.protect.audit import NOWHERE, Audit, View, audit
from trygghet.protect.cells import rest
from trygghet.release.build import release_id, write_release
from trygghet.release.changes import Changes, compare, corrections
from trygghet.release.copying import attached
from trygghet.release.history import (
    CURRENT,
    BrokenHistory,
    History,
    Switch,
    read_history,
    remove_leftovers,
    remove_withdrawn,
    write_history,
)
from trygghet.release.places import PublishingPlace
from trygghet.release.places.folder import as_place
from trygghet.release.queries import Release
from trygghet.release.rows import Correction, LogEntry
from trygghet.release.store import open_read_only, read_whole

Triple = tuple[str, str, str]
"""A count in a release: place (or NOWHERE), indicator and period."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who publishes, why and when, as everybody can read it on the site."""

    by: str
    why: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Safety:
    """What was hidden, and how many hidden counts an attacker tried with how many numbers."""

    protected: Protected
    tried: int
    numbers: int


@dataclass(frozen=True, slots=True)
class Published:
    """A release and what it changes; `changes` is None where the current one is it already.

    `before` is the number of the release that it was compared with, `corrections` how many facts
    of it are corrected, `size` that of the file in bytes. `damaged` are the releases whose files
    are no longer what was published, `withdrawn` those that this one takes away, and `left` the
    files of withdrawn ones that could not be deleted.
    """

    number: int
    before: int | None
    changes: Changes | None
    corrections: int
    size: int
    damaged: list[int] = field(default_factory=list)
    safety: Safety | None = None
    withdrawn: tuple[int, ...] = ()
    left: list[Path] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Leak:
    """A count that has to be hidden and that could be worked out: the numbers it could still be,
    if any, and the earlier releases that show it (`shown_in`) or that have to be known as well to
    work it out (`with_help_of`)."""

    cell: Cell
    possible: tuple[int, ...]
    shown_in: tuple[int, ...]
    with_help_of: tuple[int, ...]


class GivenAway(Exception):
    """Small counts that could be worked out from what would be published and from what was."""

    def __init__(self, leaks: list[Leak]) -> None:
        super().__init__(f"{len(leaks)} counts could be worked out")
        self.leaks = leaks


class NotPossible(Exception):
    """A release that cannot be gone back to, or not be withdrawn; `code` is the message's key.

    `numbers` are those of the releases that can be named instead.
    """

    def __init__(self, code: str, number: int, numbers: Sequence[int]) -> None:
        super().__init__(code)
        self.code, self.number, self.numbers = code, number, numbers


def publish(
    folder: PromiseFolder,
    releases: Path | PublishingPlace,
    signed: Signature,
    withdraw: Collection[int] = (),
) -> Published:
    """Make the next release of `folder` in `releases`, unless the current one is the same.

    With it the releases numbered `withdraw` are taken away, because they show too much: then
    there always is a new one. What they showed does not count as known.

    Raises:
        NotPossible: there is no such release to withdraw.
        GivenAway: a count that has to be hidden could be worked out.
        Busy: another process is publishing the promise.
        BrokenHistory: it cannot be told what was published before.
        OSError, duckdb.Error: the release cannot be written. Readers keep the former one.
    """
    with as_place(releases).publishing(str(folder.promise.values["id"])) as place:
        history = read_history(place)
        remove_leftovers(place, history)
        left = remove_withdrawn(place, history)  # by one that was killed after its switch
        past = _Past.of(place, history, withdraw)
        content_id = release_id(folder)
        if past.is_current(content_id):
            return replace(past.unchanged(), left=left)
        path = place / f"{past.next_number:04}-{content_id}.duckdb"
        unfinished = path.with_suffix(".new")
        try:
            draft = _write(folder, unfinished, past, content_id, signed)
            checksum = sha256(unfinished)
            unfinished.chmod(0o444)
            with unfinished.open("rb") as file:
                os.fsync(file.fileno())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
            unfinished.with_name(f"{unfinished.name}.wal").unlink(missing_ok=True)  # DuckDB's log
        sync_folder(place)
        switch = Switch(
            **asdict(draft.entry),
            file=path.name,
            sha256=checksum,
            against=past.before.number if past.before else None,
            withdrawn=past.withdrawn,
        )
        history = history.followed_by(switch) if history else History((switch,))
        write_history(place, history)
        # Only now: a reader never is without a release, whenever this is interrupted.
        left = remove_withdrawn(place, history)
        return replace(past.published(draft, path), left=left)


def try_out(
    folder: PromiseFolder, releases: Path | PublishingPlace, withdraw: Collection[int] = ()
) -> Published:
    """What `publish` would do now. Everything is done but the switch, in a folder that is removed.

    Raises:
        NotPossible, GivenAway, BrokenHistory, OSError, duckdb.Error: publishing would end in that
            too.
    """
    with as_place(releases).reading(str(folder.promise.values["id"])) as place:
        past = _Past.of(place, read_history(place), withdraw)
        content_id = release_id(folder)
        if past.is_current(content_id):
            return replace(past.unchanged(), safety=Safety(_protected(folder, past), 0, 0))
        with tempfile.TemporaryDirectory(prefix="trygghet-") as temporary:
            path = Path(temporary) / "release.duckdb"
            signed = Signature("", "", datetime.now().astimezone())
            return past.published(_write(folder, path, past, content_id, signed), path)


def roll_back(
    promise: str, releases: Path | PublishingPlace, to: int | None, signed: Signature
) -> Switch:
    """Make an earlier release the current one: number `to`, or the one before the current.

    Raises:
        NotPossible: there is no such release, or it is not what was published.
        BrokenHistory: nothing is published, or it cannot be told what.
        Busy, OSError: as in `publish`. Whatever is raised, nothing has changed.
    """
    with as_place(releases).publishing(promise) as place:
        history = read_history(place)
        if history is None:
            raise BrokenHistory(place / CURRENT)
        numbers = [number for number in history.remaining if number != history.current.number]
        if to is None:
            if len(history.standing) == 1:
                raise NotPossible("publish-no-earlier", history.current.number, numbers)
            to = history.standing[-2].number
        if to not in history.releases:
            raise NotPossible("publish-no-such", to, numbers)
        if to == history.current.number:
            raise NotPossible("publish-already", to, numbers)
        if to in history.withdrawn:
            raise NotPossible("publish-withdrawn-target", to, numbers)
        target = history.releases[to]
        if not _is_whole(place, target):
            raise NotPossible("publish-damaged-target", to, numbers)
        try:
            with open_read_only(place / target.file) as connection:
                Release(connection).read_all()
        except duckdb.Error:
            raise NotPossible("publish-other-program", to, numbers) from None
        switch = Switch(
            number=to,
            action="rollback",
            at=_moment(signed),
            by=signed.by,
            why=signed.why,
            replaced=history.current.number,
            added=None,
            changed=None,
            removed=None,
            file=target.file,
            sha256=target.sha256,
        )
        write_history(place, history.followed_by(switch))
        return switch


@dataclass(frozen=True)
class _Past:
    """What was published before: the history and which of its files are whole.

    `withdrawn` are the releases that are to be taken away now. They are not among the `whole`.
    """

    place: Path
    history: History | None
    whole: list[Switch]
    withdrawn: tuple[int, ...]

    @classmethod
    def of(cls, place: Path, history: History | None, withdraw: Collection[int]) -> "_Past":
        remaining = history.remaining if history else {}
        for number in sorted(withdraw):
            if number not in remaining:
                gone = history is not None and number in history.withdrawn
                code = "publish-withdrawn-before" if gone else "publish-no-such"
                raise NotPossible(code, number, list(remaining))
        whole = [
            one
            for number, one in remaining.items()
            if number not in withdraw and _is_whole(place, one)
        ]
        return cls(place, history, whole, tuple(sorted(set(withdraw))))

    @cached_property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """To attach releases to, one after the other."""
        return duckdb.connect()

    @cached_property
    def views(self) -> dict[int, View]:
        """What every release shows that the public has been given, that can still be read and that
        nobody has taken away, by its number."""
        return {one.number: self._view(one) for one in self.whole}

    def _view(self, release: Switch) -> View:
        with attached(self.connection, self.place / release.file):
            return View(self.connection)

    @property
    def next_number(self) -> int:
        return max(self.history.releases) + 1 if self.history else 1

    @property
    def before(self) -> Switch | None:
        """The release to compare with: the current one or, if it is damaged, one before it."""
        standing = self.history.standing if self.history else []
        return next((one for one in reversed(standing) if one in self.whole), None)

    @property
    def damaged(self) -> list[int]:
        whole = [one.number for one in self.whole]
        return [
            number
            for number in (self.history.remaining if self.history else ())
            if number not in whole and number not in self.withdrawn
        ]

    def is_current(self, content_id: str) -> bool:
        """Whether readers already have, whole, what `content_id` names."""
        if self.history is None or self.history.current.content_id != content_id:
            return False
        if self.withdrawn:
            return False
        return self.history.current.number not in self.damaged

    def unchanged(self) -> Published:
        assert self.history is not None
        current = self.history.current
        size = (self.place / current.file).stat().st_size
        return Published(current.number, current.replaced, None, 0, size, self.damaged)

    def published(self, draft: "_Draft", path: Path) -> Published:
        number = self.before.number if self.before else None
        size = path.stat().st_size
        return Published(
            draft.entry.number,
            number,
            draft.changes,
            draft.corrections,
            size,
            self.damaged,
            draft.safety,
            self.withdrawn,
        )


@dataclass(frozen=True, slots=True)
class _Draft:
    """A written release: its entry in the log, what it changes and how many facts it corrects."""

    entry: LogEntry
    changes: Changes
    corrections: int
    safety: Safety


def _is_whole(place: Path, release: Switch) -> bool:
    try:
        return sha256(place / release.file) == release.sha256
    except OSError:
        return False


def _write(
    folder: PromiseFolder, path: Path, past: _Past, content_id: str, signed: Signature
) -> _Draft:
    """Write the next release of a folder to `path`: the one place where a folder becomes one.

    Raises:
        GivenAway: a count that has to be hidden could be worked out.
        OSError, duckdb.Error: it cannot be written.
    """
    protected = _protected(folder, past)
    if protected.exposed:
        raise _exposed(folder, protected, past)
    folder = protected.folder
    if past.before is None:
        changes, earlier = compare(folder, None), []
    else:
        with open_read_only(past.place / past.before.file) as connection:
            changes = compare(folder, connection)
            earlier = _quotable(Release(connection, past.history).corrections(), past)
    added, changed, removed = changes.counts
    entry = LogEntry(
        number=past.next_number,
        action="publish",
        at=_moment(signed),
        by=signed.by,
        why=signed.why,
        replaced=past.history.current.number if past.history else None,
        added=added,
        changed=changed,
        removed=removed,
    )
    corrected = corrections(
        folder, changes, earlier, release=entry.number, at=entry.at, why=entry.why
    )
    log = [*(past.history.switches if past.history else ()), entry]
    more = (_log_table(log), _corrections_table(corrected), _protection_table(protected))
    write_release(path, folder, content_id, more)
    with attached(past.connection, path):
        read_whole(past.connection)
        written = View(past.connection)
    attacked = audit(written, past.views.values())
    if attacked.narrowed:
        raise _narrowed(written, attacked, past)
    safety = Safety(protected, attacked.tried, attacked.numbers)
    return _Draft(entry, changes, len(corrected) - len(earlier), safety)


def _protected(folder: PromiseFolder, past: _Past) -> Protected:
    """What may be published of a folder, now that earlier releases have shown what they have."""
    area = str(folder.promise.values["area"])
    already = {
        Cell(rest(area) if place == NOWHERE else place, indicator, period): count
        for view in past.views.values()
        for (place, indicator, period), count in view.shown.items()
    }
    return protect(folder, already)


def _quotable(earlier: Iterable[Correction], past: _Past) -> list[Correction]:
    """Earlier corrections, without what only the releases said that are withdrawn now."""
    quoting = past.history.quoting(past.withdrawn) if past.history else set()
    return [one.without_values() if one.release in quoting else one for one in earlier]


def _exposed(folder: PromiseFolder, protected: Protected, past: _Past) -> GivenAway:
    """Counts that cannot be hidden, and which earlier releases are the reason."""
    nowhere = rest(str(folder.promise.values["area"]))
    cells = [
        cell._replace(place=NOWHERE) if cell.place == nowhere else cell
        for cell in protected.exposed
    ]
    alone = protect(folder)
    by_itself = {
        cell for cell, own in zip(cells, protected.exposed, strict=True) if own in alone.exposed
    }
    tables = alone.folder.tables
    published = {
        (str(row.values["place"]), str(row.values["indicator"]), str(row.values["period"]))
        for row in tables["reported_crimes"]
        if row.values["count"] is not None
    }
    published |= {
        (NOWHERE, str(indicator.values["id"]), str(row.values["period"]))
        for row in tables["coverage"]
        if row.values["unplaced"] is not None
        for indicator in tables["indicators"]
        if indicator.values["series"] == "all"
    }
    return _given_away(dict.fromkeys(cells, ()), by_itself, published, past)


def _narrowed(written: View, attacked: Audit, past: _Past) -> GivenAway:
    """Counts that the attacker found out, and which earlier releases helped."""
    cells = {Cell(o.place, o.indicator, o.period): o.possible for o in attacked.narrowed}
    alone = audit(written).narrowed if past.views else attacked.narrowed
    by_itself = {Cell(o.place, o.indicator, o.period) for o in alone}
    return _given_away(cells, by_itself, written.shown, past)


def _given_away(
    cells: Mapping[Cell, tuple[int, ...]],
    by_itself: Collection[Cell],
    published: Collection[Triple],
    past: _Past,
) -> GivenAway:
    """The leaks: `cells` with what each could be, those that the new release gives away
    `by_itself`, and the counts that it shows (`published`)."""
    earlier = {number: view.shown for number, view in past.views.items()}

    def releases(cell: Cell) -> tuple[int, ...]:
        """Those that show what the new one does not, of the year that the cell is in."""
        return tuple(
            number
            for number, counts in earlier.items()
            if any(c[2][:4] == cell.period[:4] and c not in published for c in counts)
        )

    return GivenAway(
        [
            Leak(
                cell,
                possible,
                tuple(number for number, counts in earlier.items() if cell in counts),
                () if cell in by_itself else releases(cell),
            )
            for cell, possible in cells.items()
        ]
    )


def _protection_table(protected: Protected) -> ComputedTable:
    rows: list[tuple[object, ...]] = [
        (one.table, one.cells, one.primary + one.complementary) for one in protected.hidden
    ]
    types = {"name": "VARCHAR", "cells": "BIGINT", "hidden": "BIGINT"}
    return ComputedTable("protection", types, rows)


def _moment(signed: Signature) -> str:
    return signed.at.isoformat(timespec="seconds")


def _log_table(log: Iterable[LogEntry]) -> ComputedTable:
    columns = dict.fromkeys(("action", "at", "by", "why"), "VARCHAR")
    numbers = dict.fromkeys(("number", "replaced", "added", "changed", "removed"), "BIGINT")
    types = {"line": "BIGINT", **columns, **numbers}
    rows = [
        (line, *(getattr(entry, name) for name in (*columns, *numbers)))
        for line, entry in enumerate(log, 1)
    ]
    return ComputedTable("release_log", types, rows)


def _corrections_table(found: Iterable[Correction]) -> ComputedTable:
    texts = ("at", "table", "column", "old", "old_missing", "new", "new_missing", "why")
    types = dict.fromkeys(texts, "VARCHAR") | {
        "line": "BIGINT",
        "release": "BIGINT",
        "key": "VARCHAR[]",
        "withheld": "BOOLEAN",
    }
    rows = [
        tuple(line if name == "line" else _stored(getattr(one, name)) for name in types)
        for line, one in enumerate(found, 1)
    ]
    return ComputedTable("corrections", types, rows)


def _stored(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
