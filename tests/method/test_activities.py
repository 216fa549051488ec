"""How an activity stands: three tracks, and the first deadline that no later one replaces."""

import pytest

from trygghet.method.activities import ActivityEvent, ActivityStatus, activity_status, plan_measures
from trygghet.periods import parse_period

AS_OF = parse_period("2021-04-15")


def said(date: str | None, status: str, **more: object) -> ActivityEvent:
    when = parse_period(date) if date else None
    return ActivityEvent(when, "stated", status, **more)  # type: ignore[arg-type]


def status(*events: ActivityEvent, deadline: str | None = "2020-12-31") -> ActivityStatus:
    return activity_status(events, parse_period(deadline) if deadline else None, AS_OF)


def test_an_activity_that_nobody_has_spoken_of_is_unknown_and_not_planned():
    assert status().state == "unknown"


def test_the_latest_statement_counts_whatever_the_order_of_writing():
    late_entry = [said("2021-01", "done"), said("2020-06", "ongoing")]
    assert status(*late_entry).state == "done"


def test_an_undated_statement_never_overrules_a_dated_one():
    assert status(said("2020-06", "ongoing"), said(None, "planned")).state == "ongoing"


def test_published_evidence_never_speaks_for_the_responsible_party():
    shown = ActivityEvent(parse_period("2021-01"), "evidence", "done")
    found = status(said("2020-06", "ongoing"), shown)
    assert (found.state, found.evidence) == ("ongoing", "done")


@pytest.mark.parametrize(
    ("events", "deadline", "timing"),
    [
        ([said("2020-12-31", "done")], "2020-12-31", "in_time"),
        ([said("2021-01-01", "done")], "2020-12-31", "late"),
        ([said("2020-12", "done")], "2020-12-15", "done_date_unknown"),
        ([said(None, "done")], "2020-12-31", "done_date_unknown"),
        ([said("2020-06", "ongoing")], "2020-12-31", "overdue"),
        ([], "2021-04-14", "overdue"),
        ([], "2021-04-15", "not_due"),
        ([], "2021-04", "not_due"),
        ([said("2020-06", "cancelled")], "2020-12-31", "cancelled"),
        ([said("2020-06", "done")], None, "no_deadline"),
    ],
)
def test_time_is_held_against_the_first_deadline(events, deadline, timing):
    assert status(*events, deadline=deadline).timing == timing


def test_a_moved_deadline_is_shown_but_does_not_make_an_activity_punctual():
    moved = said("2020-12-01", "postponed", new_deadline="2021-06-30")
    found = status(moved)
    assert (found.timing, found.new_deadline) == ("overdue", "2021-06-30")


def test_occasions_are_those_that_the_responsible_party_states():
    shown = ActivityEvent(parse_period("2021-02"), "evidence", "ongoing", occasions_done=3)
    assert status(said("2021-01", "ongoing", occasions_done=4), shown).occasions_done == 4


def test_cancelled_activities_stay_in_what_was_planned():
    found = plan_measures([status(said("2020-05", "cancelled")), status(said("2020-05", "done"))])
    assert (found["done_of_planned"].a, found["done_of_planned"].b) == (1, 2)
    assert (found["cancelled_of_planned"].a, found["done_of_due"].b) == (1, 2)


def test_a_per_cent_needs_twenty_activities():
    nineteen, twenty = ([status(said("2020-05", "done"))] * n for n in (19, 20))
    assert plan_measures(nineteen)["done_of_planned"].percent is None
    assert plan_measures(twenty)["done_of_planned"].percent == 100
