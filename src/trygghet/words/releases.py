"""Releases, corrections and renewals in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trygghet.release.due import Due
from trygghet.release.rows import Correction, LogEntry
from trygghet.schema import TABLE
from trygghet.words.catalogue import text
from trygghet.words.corrections import old_and_new
from trygghet.words.numbers import day, when

Names = Mapping[str, Mapping[str, str]]
"""What ids stand for: file → id → name."""


@dataclass(frozen=True, slots=True)
class Line:
    """A release or a correction: what it is, what is said of it, and a smaller detail."""

    title: str
    said: str
    detail: str


def edition_text(edition: LogEntry, restored: LogEntry | None) -> str:
    """Which release it is, when it was published and, after a rollback, since when and why."""
    said = text("release-edition", number=edition.number, date=_date(edition.at))
    if restored is None:
        return said
    again = text(
        "release-restored",
        number=restored.number,
        date=_date(restored.at),
        replaced=restored.replaced,
        why=restored.why,
    )
    return f"{said} {again}"


def as_of_text(as_of: date, due: Due | None, *, rhythm: bool) -> str:
    """The day that the figures describe, and when they are to be renewed; `rhythm` tells whether
    anybody has promised that."""
    if due is not None:
        renewed = text("release-due", date=day(due.day))
    else:
        renewed = text("release-due-over" if rhythm else "release-due-none")
    return f"{text('release-as-of', date=day(as_of))} {renewed}"


def log_lines(log: Sequence[LogEntry], withdrawn: Mapping[int, int]) -> list[Line]:
    """Every release and every return to one, newest first. `withdrawn` are releases that were
    taken away, each with the release that did it."""
    return [
        Line(
            _log_title(one, withdrawn),
            text("release-signed", by=one.by, why=one.why),
            _log_detail(one, [gone for gone, by in withdrawn.items() if by == one.number]),
        )
        for one in reversed(log)
    ]


def _log_title(one: LogEntry, withdrawn: Mapping[int, int]) -> str:
    title = text(f"release-log-{one.action}", number=one.number, date=_date(one.at))
    gone = one.action == "publish" and one.number in withdrawn
    return text("release-log-withdrawn", edition=title) if gone else title


def _log_detail(one: LogEntry, gone: Sequence[int]) -> str:
    """What a release changed, and which it took away; nothing for a return to one."""
    if one.added is None:
        return ""
    rows = text("release-rows", added=one.added, changed=one.changed, removed=one.removed)
    if not gone:
        return rows
    numbers = ", ".join(map(str, gone))
    return f"{rows} {text('release-withdrawn', count=len(gone), numbers=numbers)}"


def correction_lines(corrections: Sequence[Correction], names: Names) -> list[Line]:
    """Every correction, newest first."""
    return [
        Line(
            _what(one, names),
            text("correction-change", old=old, new=new),
            text("correction-why", release=one.release, date=_date(one.at), why=one.why),
        )
        for one in reversed(corrections)
        for old, new in [old_and_new(one)]
    ]


def release_date(edition: LogEntry) -> str:
    """The day that a release was published, or gone back to."""
    return _date(edition.at)


def _date(moment: str) -> str:
    return day(date.fromisoformat(moment[:10]))


def _what(one: Correction, names: Names) -> str:
    """The indicator or kind of fact, which row, and the column unless it is the measured one."""
    file = TABLE[one.table]
    keys = [file.column(name) for name in file.key if file.column(name).type != "text"]
    first = text(f"correction-in-{file.name}")
    parts = []
    for column, part in zip(keys, one.key, strict=True):
        if column.ref == "indicators":
            first = names["indicators"].get(part, part)
        elif column.type in ("period", "date") and part:
            parts.append(when(part))
        elif part and column.type != "choice":
            parts.append(names.get(column.ref or file.name, {}).get(part, part))
    if one.column not in (None, file.value):
        parts.append(text("correction-column", column=one.column))
    return ", ".join((first, *parts))
