"""Days as a calendar to subscribe to (iCalendar, RFC 5545 and 7986)."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, vDuration, vText, vUri

from trygghet.feeds.dates import Dated
from trygghet.words import text

RENEWED = timedelta(days=1)
"""How often a calendar program may ask."""


def calendar(title: str, about: str, page: str, stamp: datetime, shown: Sequence[Dated]) -> bytes:
    """The calendar, dated `stamp`: the same days of the same release give the same bytes."""
    made = Calendar()
    made.add("prodid", "-//Trygghet//Medborgarlöfte//SV")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    # The second of each pair is what programs read that are older than RFC 7986.
    for name in ("name", "x-wr-calname"):
        made.add(name, vText(title))
    for name in ("description", "x-wr-caldesc"):
        made.add(name, vText(about))
    made.add("url", vUri(page))
    made.add("refresh-interval", vDuration(RENEWED), parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", vDuration(RENEWED))
    for one in shown:
        made.add_component(_event(one, stamp))
    return bytes(made.to_ical())


def _event(one: Dated, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", one.id)
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("sequence", one.revision)
    event.add("summary", one.title)
    event.add("description", one.text)
    event.add("dtstart", one.first)
    event.add("dtend", one.last + timedelta(days=1))  # the first day that is not part of it
    event.add("status", one.status)
    event.add("transp", "TRANSPARENT")  # nobody is busy because of it
    event.add("categories", [text(f"calendar-kind-{one.kind}")])
    event.add("url", vUri(one.link))
    return event
