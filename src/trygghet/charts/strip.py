"""A thin line of time for one activity: planned time, deadlines and events."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from trygghet.periods import parse_period
from trygghet.release.rows import Activity, Event
from trygghet.words.catalogue import text
from trygghet.words.numbers import listed, when


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time, in per cent of the line."""

    kind: str
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment, in per cent of the line."""

    kind: str
    left: float


@dataclass(frozen=True, slots=True)
class Strip:
    """What to draw on the line, and the same in words."""

    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    label: str


@dataclass(frozen=True, slots=True)
class TimeLine:
    """The line that all strips share, and the promise's time on it."""

    first: date
    last: date
    promise_start: date
    promise_end: date

    def at(self, day: date) -> float:
        """Where a day lies, in per cent, kept inside the line."""
        share = (day - self.first).days / (self.last - self.first).days
        return round(100 * min(max(share, 0), 1), 2)


def activity_strip(line: TimeLine, activity: Activity, events: Sequence[Event]) -> Strip | None:
    """The strip of one activity, None where nothing about it is dated."""
    marks = tuple(_marks(line, activity, events))
    bars = [_bar(line, "promise", line.promise_start, line.promise_end)]
    start, deadline = _first(activity.planned_start), _last(activity.first_deadline)
    if start and deadline:
        bars.append(_bar(line, "plan", start, deadline))
    if not marks and len(bars) == 1:
        return None
    return Strip(tuple(bars), marks, text("activity-strip", description=_label(activity, events)))


def _bar(line: TimeLine, kind: str, start: date, end: date) -> Bar:
    left = line.at(start)
    return Bar(kind, left, round(line.at(end) - left, 2))


def _marks(line: TimeLine, activity: Activity, events: Sequence[Event]) -> Iterable[Mark]:
    if deadline := _last(activity.first_deadline):
        yield Mark("deadline", line.at(deadline))
    for event in events:
        if moved := _last(event.new_deadline):
            yield Mark("moved", line.at(moved))
        day = _first(event.date)
        if day and event.track == "stated":
            yield Mark(event.status or "note", line.at(day))


def _label(activity: Activity, events: Sequence[Event]) -> str:
    parts = []
    if activity.planned_start:
        parts.append(f"{text('strip-start')} {when(activity.planned_start)}")
    if activity.first_deadline:
        parts.append(f"{text('activity-deadline').lower()} {when(activity.first_deadline)}")
    for event in reversed(events):
        if event.date and event.status and event.track == "stated":
            parts.append(f"{text(f'state-{event.status}')} {when(event.date)}")
        if event.new_deadline:
            parts.append(f"{text('activity-new-deadline').lower()} {when(event.new_deadline)}")
    return listed(parts)


def _first(notation: str | None) -> date | None:
    return parse_period(notation).start if notation else None


def _last(notation: str | None) -> date | None:
    return parse_period(notation).end if notation else None
