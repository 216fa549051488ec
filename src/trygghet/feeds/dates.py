"""What stands in the calendar of a promise or of one village: only days that are published.

- the follow-up meetings, where the promise says that they are held on the first Monday of the
  month; the days follow from that, and every one says so. A promise that names no such day has
  no meetings here.
- when activities are planned to start, their first and their new deadlines. A date that is given
  as a month lasts all of it and says so; one that is given as a year is left out, since a whole
  year in a calendar says nothing and looks as if it did.
- when the figures are to be renewed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trygghet.feeds.entries import Url, about_activity, sentence
from trygghet.feeds.scope import Scope, stable_id
from trygghet.periods import parse_period
from trygghet.release.rows import Activity, Place
from trygghet.views.context import Context
from trygghet.views.meetings import all_meetings, meetings_said
from trygghet.words import text
from trygghet.words.answers import Link
from trygghet.words.cards import state_text
from trygghet.words.numbers import day, when


@dataclass(frozen=True, slots=True)
class Dated:
    """Something on a day, or from `first` to `last`. `status` is that of iCalendar, `revision`
    how often what is behind it has changed; `text` is plain, one fact a line."""

    id: str
    kind: str
    title: str
    text: str
    first: date
    last: date
    status: str
    revision: int
    link: str


def dated(seen: Context, village: Place | None, url: Url) -> list[Dated]:
    """Everything with a day, in order of time; of a village what is about it."""
    scope = Scope(seen, village)
    found = [*_meetings(seen, url), *_plans(scope, url), *_renewal(seen, url)]
    return sorted(found, key=lambda one: (one.first, one.last, one.id))


def _meetings(seen: Context, url: Url) -> Iterator[Dated]:
    said = meetings_said(seen)
    if said is None:
        return
    sources = {id_: Link(*named) for id_, named in seen.release.source_links().items()}
    lines = (said.text, text("calendar-meeting-text"), _source(sources[said.source]))
    for monday in all_meetings(seen):
        yield Dated(
            str(stable_id(seen.promise.id, "meeting", monday.isoformat())),
            "meeting",
            seen.mark(text("calendar-meeting", promise=seen.promise.title)),
            seen.mark("\n".join(lines)),
            monday,
            monday,
            "TENTATIVE",
            0,
            url("/mal"),
        )


def _renewal(seen: Context, url: Url) -> Iterator[Dated]:
    if seen.due is None:
        return
    yield Dated(
        str(stable_id(seen.promise.id, "due", seen.due.day.isoformat())),
        "due",
        seen.mark(text("calendar-due", promise=seen.promise.title)),
        seen.mark(text("release-due", date=day(seen.due.day))),
        seen.due.day,
        seen.due.day,
        "CONFIRMED",
        0,
        url("/data"),
    )


def _plans(scope: Scope, url: Url) -> Iterator[Dated]:
    seen = scope.seen
    changes = [
        *(one.activity for one in scope.events()),
        *(
            one.key[0]
            for one in seen.release.corrections()
            if one.table in ("activities", "activity_events")
        ),
    ]
    moved = {
        (one.activity, one.new_deadline): Link(one.source_title, one.source_url)
        for one in scope.events()
        if one.new_deadline
    }
    for activity in scope.activities():
        own = Link(activity.source_title, activity.source_url)
        for kind, notation in (
            ("planned_start", activity.planned_start),
            ("first_deadline", activity.first_deadline),
            ("new_deadline", activity.new_deadline),
        ):
            if notation is None or parse_period(notation).kind not in ("day", "month"):
                continue
            period = parse_period(notation)
            by_month = period.kind == "month"
            title = text(f"calendar-{kind}", activity=activity.title)
            if by_month:
                title = text("calendar-month", title=title, month=when(notation))
            source = moved.get((activity.id, notation), own) if kind == "new_deadline" else own
            cancelled = activity.state == "cancelled"
            yield Dated(
                str(stable_id(seen.promise.id, kind, activity.id)),
                kind,
                seen.mark(title),
                seen.mark("\n".join(_lines(activity, kind, source, by_month=by_month))),
                period.start,
                period.end,
                "CANCELLED" if cancelled else "TENTATIVE" if by_month else "CONFIRMED",
                changes.count(activity.id),
                f"{url('/aktiviteter')}#{activity.id}",
            )


def _lines(activity: Activity, kind: str, source: Link, *, by_month: bool) -> Iterator[str]:
    yield sentence(activity.description)
    if by_month:
        yield text("calendar-month-text")
    if kind == "first_deadline" and activity.deadline_note:
        yield text("calendar-words", note=sentence(activity.deadline_note))
    if kind == "first_deadline" and activity.new_deadline:
        yield text("feed-new-deadline", date=when(activity.new_deadline))
    yield text("calendar-state", state=state_text(activity))
    yield from about_activity(activity)
    yield _source(source)


def _source(source: Link) -> str:
    said = text("feed-source", source=sentence(source.title))
    return f"{said} {source.url}" if source.url else said
