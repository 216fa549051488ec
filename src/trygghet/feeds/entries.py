"""What a follower of a promise, or of one village, is told: one entry for each thing that is new.

An entry needs a moment, and most sources give a day, a month or a year. The rule:

- an event has the first moment of its period in Sweden (2020-05 → 1 May 2020, 00:00), and
  without a date the moment of the promise's first release. What lies after the shown release has
  that release's moment, so that no entry is ever dated in the future.
- an event whose text, or anything else, was corrected has the moment of the latest correction.
- a release, a return to one and a correction have their own moment; a withdrawn release that of
  the release which took it away.
- a notice that the figures are late has the first moment of the first late day.

The sentence always says the date as exactly as its source does.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote

from trygghet.feeds.scope import Scope, midnight, moment, stable_id
from trygghet.periods import parse_period
from trygghet.release.rows import Activity, Event, Place
from trygghet.views.context import Context
from trygghet.words import text
from trygghet.words.answers import Link
from trygghet.words.cards import event_line, responsible_parties
from trygghet.words.numbers import day, listed, when
from trygghet.words.releases import correction_lines, log_lines

MOST = 100
"""How many entries a feed has; the newest."""

Url = Callable[..., str]
"""A whole address of ours from its path, with parameters by name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something new. `kind` is event, correction, release or late; `published` is None where it
    is not known when it was first said; `text` is plain."""

    id: str
    kind: str
    title: str
    text: str
    updated: datetime
    published: datetime | None
    link: str
    source: Link | None = None


def entries(seen: Context, village: Place | None, url: Url) -> list[Entry]:
    """All that is new, newest first. Of a village: what is about it, and every release."""
    scope = Scope(seen, village)
    found = [
        *_late(seen, url),
        *_releases(seen, url),
        *_corrections(scope, url),
        *_events(scope, url),
    ]
    return sorted(found, key=lambda one: one.updated, reverse=True)[:MOST]


def feed_id(seen: Context, village: Place | None) -> str:
    """What names the feed itself for ever."""
    return stable_id(seen.promise.id, "feed", village.id if village else "").urn


def feed_updated(seen: Context, shown: Sequence[Entry]) -> datetime:
    """When what the feed says was last changed: by a release, a return to one, or by being late."""
    return max(moment(seen.release.log()[-1].at), *(one.updated for one in shown))


def sentence(said: str) -> str:
    """The text with a full stop, where it has none: some sources' texts do."""
    return said if said.endswith((".", "!", "?", "…")) else f"{said}."


def about_activity(activity: Activity) -> Iterator[str]:
    """Whether it is a part of the promise, where it is done and by whom, in sentences."""
    if activity.relation != "in_promise":
        yield text(f"feed-relation-{activity.relation}")
    yield text("feed-places", places=listed(activity.place_names))
    yield text("feed-responsible", parties=listed(responsible_parties(activity)))


def _late(seen: Context, url: Url) -> Iterator[Entry]:
    if not (seen.due and seen.due.days_late):
        return
    since = midnight(seen.due.day + timedelta(days=1))
    yield Entry(
        stable_id(seen.promise.id, "late", seen.due.day.isoformat()).urn,
        "late",
        seen.mark(text("feed-late", promise=seen.promise.title)),
        seen.mark(text("release-late", date=day(seen.due.day))),
        since,
        since,
        url("/"),
    )


def _releases(seen: Context, url: Url) -> Iterator[Entry]:
    log, withdrawn = seen.release.log(), seen.release.withdrawn()
    published = {one.number: moment(one.at) for one in log if one.action == "publish"}
    lines = log_lines(log, withdrawn)
    for one, line in zip(reversed(log), lines, strict=True):
        key = (one.number,) if one.action == "publish" else (one.number, one.at)
        by = withdrawn.get(one.number)
        # Nobody can read a withdrawn release.
        shown = {} if by else {"v": str(one.number)}
        yield Entry(
            stable_id(seen.promise.id, one.action, *key).urn,
            "release",
            seen.mark(line.title),
            seen.mark(" ".join(filter(None, (sentence(line.said), line.detail)))),
            published[by] if by else moment(one.at),
            moment(one.at),
            url("/data", **shown),
        )


def _corrections(scope: Scope, url: Url) -> Iterator[Entry]:
    seen = scope.seen
    corrections = seen.release.corrections()
    lines = correction_lines(corrections, seen.release.names())[::-1]
    withdrawn = seen.release.withdrawn()
    numbered: Counter[tuple[object, ...]] = Counter()
    for one, line in zip(corrections, lines, strict=True):
        key = (one.release, one.table, *one.key, one.column)
        numbered[key] += 1
        if not scope.is_about(one):
            continue
        shown = {} if one.release in withdrawn else {"v": str(one.release)}
        yield Entry(
            stable_id(seen.promise.id, "correction", *key, numbered[key]).urn,
            "correction",
            seen.mark(text("feed-correction", what=line.title)),
            seen.mark(f"{sentence(line.said)} {line.detail}"),
            moment(one.at),
            moment(one.at),
            url("/data", **shown),
        )


def _events(scope: Scope, url: Url) -> Iterator[Entry]:
    seen = scope.seen
    activities = {one.id: one for one in scope.activities()}
    first, last = moment(seen.release.log()[0].at), moment(seen.release.edition().at)
    corrected = {
        one.key: moment(one.at)
        for one in seen.release.corrections()
        if one.table == "activity_events"
    }
    numbered: Counter[tuple[str, ...]] = Counter()
    # From the oldest, so that one more of the same day does not rename those before it.
    for event in reversed(scope.events()):
        # As corrections name the row, without free text: a reworded event stays the same.
        key = (event.activity, event.date or "", event.track, event.source)
        numbered[key] += 1
        began = midnight(parse_period(event.date).start) if event.date else first
        began = min(began, last)
        activity = activities[event.activity]
        yield Entry(
            stable_id(seen.promise.id, "event", *key, numbered[key]).urn,
            "event",
            seen.mark(text("feed-event", activity=event.activity_title, event=event.event)),
            seen.mark(" ".join(_event_sentences(event, activity))),
            max(began, corrected.get(key, began)),
            None,
            f"{url('/aktiviteter')}#{quote(activity.id)}",
            Link(event.source_title, event.source_url),
        )


def _event_sentences(event: Event, activity: Activity) -> Iterator[str]:
    line = event_line(event)
    yield text("feed-event-text", date=line.when, event=sentence(line.text))
    if event.status:
        yield text(f"feed-{event.track}", state=text(f"state-{event.status}"))
    if event.new_deadline:
        yield text("feed-new-deadline", date=when(event.new_deadline))
    yield from about_activity(activity)
    yield text("feed-source", source=sentence(line.source.title))
