"""A calendar program understands the calendar, and no day in it says more than its source."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
import vobject
from followed import HOST, Followed, url
from nasty_folder import SIGNS, nasty
from shipped_files import EXAMPLE, PROMISES, REAL, ShippedPromise

from trygghet.feeds.calendar import calendar
from trygghet.feeds.dates import dated
from trygghet.feeds.scope import moment
from trygghet.release.rows import Place
from trygghet.views.context import Context

Seen = Callable[[str], Context]
DATES = {
    "planned_start": "Planerad start: ",
    "first_deadline": "Första slutdatum: ",
}


def written(seen: Context, village: Place | None = None) -> bytes:
    shown = dated(seen, village, url)
    return calendar("Datum: ö, ä; å", "Om", url("/"), moment(seen.release.edition().at), shown)


def read(content: bytes) -> list[Any]:
    return list(vobject.readOne(content.decode()).vevent_list)


@pytest.mark.parametrize("promise", PROMISES, ids=lambda one: one.id)
def test_a_calendar_program_refuses_the_calendar(promise: ShippedPromise, seen: Seen) -> None:
    shown = seen(promise.id)
    content = written(shown)
    lines = content.split(b"\r\n")
    assert lines[-1] == b"" and b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    head = vobject.readOne(content.decode())
    assert head.x_wr_calname.value.replace("\\", "") == "Datum: ö, ä; å"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:P1D" in lines
    events = read(content)
    assert len({one.uid.value for one in events}) == len(events)
    for one in events:
        one.validate(raiseException=True)
        assert type(one.dtstart.value) is date is type(one.dtend.value)
        assert one.dtstart.value < one.dtend.value
        assert one.dtstamp.value == moment(shown.release.edition().at).replace(microsecond=0)
        assert one.url.value.startswith(f"{HOST}/")
        assert one.transp.value == "TRANSPARENT"
    assert content == written(shown)


@pytest.mark.parametrize("promise", PROMISES, ids=lambda one: one.id)
def test_a_day_is_missing_or_is_not_the_source_s(promise: ShippedPromise, seen: Seen) -> None:
    shown = seen(promise.id)
    told = {"in_promise", "follow_up", "possibly_part"}
    mark = "Exempel: " if promise is EXAMPLE else ""
    for village in (None, *shown.release.villages()[:2]):
        here = {village.id, promise.area, promise.municipality} if village else None
        expected = set()
        for one in promise.rows("activities"):
            if one["relation"] not in told or (here and not here & {*one["places"].split(";")}):
                continue
            for column, label in DATES.items():
                if len(one[column]) > 4:
                    expected.add((f"{mark}{label}{one['title']}", one[column]))
        events = [
            one
            for one in read(written(shown, village))
            if one.summary.value.startswith(tuple(mark + label for label in DATES.values()))
        ]
        found = set()
        for one in events:
            first, last = one.dtstart.value, one.dtend.value - timedelta(days=1)
            title, _, month = one.summary.value.partition(" (någon gång i ")
            found.add((title, f"{first:%Y-%m}" if month else first.isoformat()))
            assert (first == last) is not bool(month)
            if month:
                assert (first.day, (last + timedelta(days=1)).day) == (1, 1)
                assert "Källan anger bara månaden, inte dagen." in one.description.value
                assert one.status.value in ("TENTATIVE", "CANCELLED")
            assert "Ansvarig: " in one.description.value
            assert "Källa: " in one.description.value
        assert found == expected


def test_a_meeting_is_announced_that_nobody_has_published(seen: Seen) -> None:
    meetings = [one for one in read(written(seen(REAL.id))) if "möte: " in one.summary.value]
    # Both promises say "the first Monday of every month"; what one says of no day is in `followed`.
    invented = [one for one in read(written(seen(EXAMPLE.id))) if "möte: " in one.summary.value]
    assert len(invented) == 14
    days = [one.dtstart.value for one in meetings]
    assert len(days) == 14 and {(day.weekday(), (day.day - 1) // 7) for day in days} == {(0, 0)}
    assert (days[0], days[-1]) == (date(2020, 5, 4), date(2021, 6, 7))
    for one in meetings:
        assert one.status.value == "TENTATIVE"
        assert "första måndagen varje månad" in one.description.value
        assert "Dagen är uträknad" in one.description.value
    for one in read(written(seen(EXAMPLE.id))):
        assert one.summary.value.startswith("Exempel: ")
        assert one.description.value.startswith("Exempel: ")


def test_a_moved_deadline_hides_the_first_and_a_year_takes_a_year(followed: Followed) -> None:
    events = {one.summary.value: one for one in read(written(followed.moments[0]))}
    assert {
        one.dtstart.value.isoformat() for name, one in events.items() if "kontroll" in name
    } == {
        "2020-05-01",
        "2020-12-31",
        "2021-06-30",
    }
    first = events["Första slutdatum: Hastighetskontroller"]
    assert "Nytt slutdatum: 30 juni 2021." in first.description.value
    assert "Planerad start: Nattvandring" not in events  # only a year is known
    assert "Första slutdatum: Nattvandring" in events
    cancelled = events["Planerad start: Kameror"]
    assert (cancelled.status.value, cancelled.categories.value) == (
        "CANCELLED",
        ["Planerad start"],
    )
    due = events["Uppgifterna ska vara uppdaterade: Tryggt i Provbygd"]
    assert due.dtstart.value == date(2021, 7, 15)


def test_a_calendar_keeps_what_has_changed(followed: Followed) -> None:
    before, after = (
        {one.uid.value: one for one in read(written(seen))} for seen in followed.moments[:2]
    )
    assert before.keys() == after.keys()
    for uid, one in before.items():
        changed = "Nattvandring" in one.summary.value or "Hastighet" in one.summary.value
        grown = int(after[uid].sequence.value) - int(one.sequence.value)
        assert (grown > 0) is changed
        assert after[uid].dtstamp.value >= one.dtstamp.value


def test_a_text_of_the_data_becomes_a_part_of_the_calendar(nasty_seen: Context, seen: Seen) -> None:
    events = read(written(nasty_seen))
    assert len(events) == len(read(written(seen(EXAMPLE.id))))
    (first, *_) = EXAMPLE.activities("in_promise")
    titles = [one.summary.value for one in events]
    assert any(nasty(first["title"]) in title for title in titles)
    assert all(
        SIGNS in one.description.value for one in events if "uppdaterade" not in one.summary.value
    )
