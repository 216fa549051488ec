"""What a follower is told: all of it, only what is about the village, and never twice as new."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from followed import HOST, Followed, url
from shipped_files import EXAMPLE, MONTHS, PROMISES, REAL, ShippedPromise, in_words

from trygghet.feeds.entries import MOST, Entry, entries, feed_id, feed_updated
from trygghet.views import context
from trygghet.views.context import Context

Seen = Callable[[str], Context]


def of_kind(shown: list[Entry], kind: str) -> list[Entry]:
    return [one for one in shown if one.kind == kind]


def written(date_: str) -> str:
    """2021-01-29 → "29 januari 2021"."""
    if len(date_) < 10:
        return in_words(date_)
    year, month, day = map(int, date_.split("-"))
    return f"{day} {MONTHS.split()[month - 1]} {year}"


def expected_events(promise: ShippedPromise, here: set[str] | None) -> list[tuple[str, ...]]:
    """Title, date and source of every event that is told of, worked out of the files."""
    activities = {one["id"]: one for one in promise.rows("activities")}
    sources = {one["id"]: one["title"] for one in promise.rows("sources")}
    found = []
    for event in promise.rows("activity_events"):
        activity = activities[event["activity"]]
        places = set(activity["places"].split(";"))
        if activity["relation"] == "context" or (here and not here & places):
            continue
        when = written(event["date"]) if event["date"] else event["date_note"]
        found.append((f"{activity['title']}: {event['event']}", when, sources[event["source"]]))
    return found


@pytest.mark.parametrize("promise", PROMISES, ids=lambda one: one.id)
def test_an_event_is_missing_or_told_to_the_wrong_village(
    promise: ShippedPromise, seen: Seen
) -> None:
    shown = seen(promise.id)
    mark = "Exempel: " if promise is EXAMPLE else ""
    for village in (None, *shown.release.villages()):
        here = {village.id, promise.area, promise.municipality} if village else None
        told = of_kind(entries(shown, village, url), "event")
        expected = expected_events(promise, here)
        if len(expected) < MOST:
            assert sorted(one.title for one in told) == sorted(mark + one[0] for one in expected)
        assert 0 < len(told) <= MOST
        for one in told:
            assert one.source
            assert any(
                (mark + title, source) == (one.title, one.source.title)
                and one.text.startswith(f"{mark}{when}: ")
                and f"Källa: {source}" in one.text
                for title, when, source in expected
            ), one


@pytest.mark.parametrize("promise", PROMISES, ids=lambda one: one.id)
def test_two_are_taken_for_one_or_one_is_new_again_on_another_host(
    promise: ShippedPromise, seen: Seen
) -> None:
    shown = seen(promise.id)
    here = entries(shown, None, url)
    there = entries(shown, None, lambda path, **choice: url(path, host="http://[::1]", **choice))
    ids = [one.id for one in here]
    assert len(set(ids)) == len(ids) and ids == [one.id for one in there]
    assert all(one.id.startswith("urn:uuid:") for one in here)
    assert all(one.link.startswith(f"{HOST}/") for one in here)
    # They must never become others: everything would be new again to those who follow.
    if promise is REAL:
        (oldest,) = [one for one in here if one.title.startswith("Fokus på Södra Sandby")]
        assert oldest.id == "urn:uuid:19fccdec-1eef-5724-b7be-b3cc5af00564"
    assert len({feed_id(shown, place) for place in (None, *shown.release.villages())}) == 1 + len(
        promise.villages
    )


@pytest.mark.parametrize("promise", PROMISES, ids=lambda one: one.id)
def test_something_is_dated_in_the_future_or_out_of_order(
    promise: ShippedPromise, seen: Seen
) -> None:
    shown = seen(promise.id)
    told = entries(shown, None, url)
    moments = [one.updated for one in told]
    published = datetime.fromisoformat(shown.release.edition().at)
    assert moments == sorted(moments, reverse=True)
    assert max(moments) <= published == feed_updated(shown, told)


def test_a_reworded_event_is_a_new_one(followed: Followed) -> None:
    first, second, third = (entries(one, None, url) for one in followed.moments)
    (before,) = [one for one in first if one.title == "Hastighetskontroller: Första kontrollen"]
    (after,) = [one for one in second if one.id == before.id]
    assert after.title == "Hastighetskontroller: Den första kontrollen & <b>fler</b>"
    assert before.updated.isoformat() == "2020-06-15T00:00:00+02:00" < after.updated.isoformat()
    corrected = datetime.fromisoformat(followed.moments[1].release.edition().at)
    assert after.updated == corrected
    # Of three on the same day, each stays the same when one more comes.
    for title in ("Nattvandring: Började", "Nattvandring: Fler kom"):
        ids = {one.id for shown in (first, second, third) for one in shown if one.title == title}
        assert len(ids) == 1
    for earlier, later in ((first, second), (second, third)):
        kept = {one.id for one in of_kind(later, "event")}
        assert {one.id for one in of_kind(earlier, "event")} <= kept


def test_a_date_says_more_than_its_source(followed: Followed) -> None:
    shown = entries(followed.moments[0], None, url)
    told = {one.title: one for one in shown}
    month = told["Nattvandring: Började"]
    assert month.text.startswith("juli 2020: Började. ")
    assert month.updated.isoformat() == "2020-07-01T00:00:00+02:00"
    coming = told["Hastighetskontroller: Ny tidsgräns"]
    assert coming.text.startswith("2 november 2020: Ny tidsgräns. ")
    assert coming.updated == datetime.fromisoformat(followed.moments[0].release.edition().at)
    undated = told["Kameror: Blev inte av"]
    assert undated.text.startswith("odaterad: Blev inte av. Läget enligt den ansvariga: inställd.")
    assert undated.updated == datetime.fromisoformat(followed.moments[0].release.log()[0].at)
    assert month.published is undated.published is None
    assert "Nytt slutdatum: 30 juni 2021." in told["Hastighetskontroller: Ny tidsgräns"].text
    # What is no part of the promise is left out.
    assert not any("belysning" in one.title for one in shown)


def test_another_village_s_correction_is_told(followed: Followed) -> None:
    shown = followed.moments[1]

    def told(village: str) -> list[str]:
        place = followed.village(village) if village else None
        return sorted(one.title for one in of_kind(entries(shown, place, url), "correction"))

    event = "Rättat: Händelse, Hastighetskontroller, 15 juni 2020, Löftet i Provbygd"
    survey = "Rättat: Problemindex, Lillby, 2019, Trygghetsmätningen"
    people = "Rättat: Invånare, Storby, 2018, Anmälda brott"
    assert told("") == sorted((event, survey, people))
    assert told("lillby") == sorted((event, survey))
    assert told("storby") == sorted((event, people))
    (one,) = [o for o in entries(shown, None, url) if o.title == survey]
    assert one.text.startswith("1,56 → 1,71. Utgåva 2, ") and one.text.endswith("Skäl: Ett prov 1")
    assert one.link == f"{HOST}/data?v=2"


def test_a_withdrawn_release_goes_on_to_speak(followed: Followed) -> None:
    shown = entries(followed.moments[2], None, url)
    everything = " ".join(f"{one.title} {one.text} {one.link}" for one in shown)
    # What only the second release said.
    assert "2 111" not in everything.replace("\xa0", " ")
    assert "v=2" not in everything
    first, second, third = sorted(of_kind(shown, "release"), key=lambda one: one.published)
    assert second.title.endswith(", tillbakadragen") and second.link == f"{HOST}/data"
    assert second.updated == third.updated > second.published
    assert first.link == f"{HOST}/data?v=1" and "tillbakadragen" not in first.title + third.title
    (before,) = [o for o in entries(followed.moments[1], None, url) if o.id == second.id]
    assert before.updated < second.updated


def test_late_figures_are_not_told_of(followed: Followed, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = followed.moments[0]
    for today, is_late in (("2021-07-15", False), ("2021-07-16", True), ("2026-11-22", True)):
        monkeypatch.setattr(context, "today", lambda today=today: date.fromisoformat(today))
        for village in (None, followed.village("lillby")):
            late = of_kind(entries(shown, village, url), "late")
            assert bool(late) is is_late
            for one in late:
                assert one.updated == datetime(2021, 7, 15, 22, tzinfo=UTC)
                assert "senast den 15 juli 2021" in one.text


def test_the_invented_is_taken_for_real(seen: Seen) -> None:
    for one in entries(seen(EXAMPLE.id), None, url):
        assert one.title.startswith("Exempel: ") and one.text.startswith("Exempel: ")
