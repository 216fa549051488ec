"""The page Mål: states with their reasons and rules, what is late, and what a meeting has missed.

Everything is worked out a second time from the files.
"""

import re
from datetime import date, timedelta
from urllib.parse import unquote

import pytest
from judged import (
    ROWS,
    Goal,
    Judged,
    Surveyed,
    goals,
    late,
    measure_sentences,
    plain,
)
from opened_page import Node, OpenedPage, table_of
from shipped_files import EXAMPLE, PROMISES, REAL, Row, ShippedPromise, first_day, last_day

from trygghet.words import text
from trygghet.words.numbers import day, listed, when

either_promise = pytest.mark.parametrize("promise", PROMISES, ids=str)


@pytest.fixture
def page(open_page, promise: ShippedPromise) -> OpenedPage:
    found = open_page("mal", **promise.address)
    assert found.failures == []
    return found


def mark(promise: ShippedPromise, said: str) -> str:
    return plain(text("site-example-sentence", sentence=said) if promise.is_example else said)


def cards(page: OpenedPage) -> dict[str, Node]:
    """The goals' cards by the goal that each quotes."""
    return {card.find("h3").text: card for card in page.tree.find_all("section", "t-goal-card")}


def source(promise: ShippedPromise, row: Row) -> str:
    return {one["id"]: one["title"] for one in promise.rows("sources")}[row["source"]]


# The goals


@either_promise
def test_each_goal_has_the_state_and_the_reason_that_the_files_give(page, promise):
    found = cards(page)
    assert len(found) == len(promise.file["goals"])
    area = promise.place_names[promise.area]
    for goal in goals(promise):
        card = found[plain(goal.text)]
        assert card.find(css="t-goal-state").text == mark(promise, text(f"goal-state-{goal.state}"))
        reason = text(f"reason-{goal.reason}") if goal.reason else ""
        why = text(f"goal-why-{goal.rule}", area=area, reason=reason)
        assert card.find(css="t-sentence").text == mark(promise, why)
        change = text(f"change-{goal.topic}", area=area, year=promise.baseline)
        assert plain(change) in card.text
        note = text("goal-note-no_threshold_set")
        assert (note in card.text) == (goal.topic == "survey")


def test_no_goal_of_the_real_promise_can_be_assessed_and_the_page_says_why(open_page):
    found = cards(open_page("mal"))
    rules = {goal.topic: goal.rule for goal in goals(REAL)}
    assert rules == {
        "survey": "only_municipality",
        "crimes": "only_municipality",
        "activities": "plan_not_published",
    }
    for card in found.values():
        assert card.find(css="t-goal-state").text == text("goal-state-not_assessable")
    why = text("goal-why-only_municipality", area=REAL.place_names[REAL.area], reason="")
    assert sum(card.find(css="t-sentence").text == why for card in found.values()) == 2


def test_the_example_shows_a_goal_on_its_way_and_none_that_is_called_reached(open_page):
    states = {goal.topic: goal.state for goal in goals(EXAMPLE)}
    assert states["survey"] == "on_track" and "fulfilled" not in states.values()
    said = [
        node.text for node in open_page("mal", **EXAMPLE.address).tree.find_all(css="t-goal-state")
    ]
    assert not any(text("goal-state-fulfilled") in one for one in said)


@either_promise
def test_the_rule_that_led_to_a_state_is_marked_and_no_other_is(page, promise):
    for goal in goals(promise):
        card = cards(page)[plain(goal.text)]
        table = table_of(card.find("table"))
        taken = [row for row in card.find("tbody").find_all("tr") if row.is_a("tr", "t-taken")]
        assert len(taken) == 1
        condition = text(f"rule-{goal.topic}-{ROWS[goal.rule]}")
        assert taken[0].find("th").text.startswith(condition)
        assert taken[0].find("td").text == text(f"goal-state-{goal.state}")
        marked = [row for row in table.rows if text("goal-rule-taken") in row[0]]
        assert len(marked) == 1 and marked[0][0].startswith(condition)
        states = {row[1] for row in table.rows}
        assert text("goal-state-fulfilled") in states and len(table.rows) >= 4


@either_promise
def test_a_goal_shows_both_counts_behind_it_and_whose_they_are(page, promise):
    for goal in goals(promise):
        figures = figures_of(cards(page)[plain(goal.text)], goal)
        if goal.topic == "activities":
            assert figures == [mark(promise, one) for one in measure_sentences(promise)]
            continue
        assert goal.behind is not None
        place = promise.place_names[goal.behind.place]
        if isinstance(goal.behind, Surveyed):
            said = goal.behind.sentence(promise.baseline)
        else:
            assert isinstance(goal.behind, Judged)
            said = goal.behind.sentence
        assert figures[0] == mark(promise, f"{place}: {said}")
        if isinstance(goal.behind, Surveyed):
            margin = f"{goal.behind.margin}".replace(".", ",")
            basis = "our_estimate" if goal.behind.ours else "producer"
            assert figures[1] == mark(promise, text(f"margin-{basis}", margin=margin))


def figures_of(card: Node, goal: Goal) -> list[str]:
    """The lines between the reason and the rule."""
    found = []
    for child in card.children:
        assert isinstance(child, Node) or not child.strip()
        if isinstance(child, Node) and child.tag == "details":
            break
        if isinstance(child, Node) and child.tag == "p" and not child.attributes.get("class"):
            found.append(child.text)
    return found


@either_promise
def test_what_is_not_published_stands_beside_the_goal_that_needs_it(page, promise):
    for goal in goals(promise):
        card = cards(page)[plain(goal.text)]
        missing = [one for one in promise.rows("not_published") if one["topic"] == goal.topic]
        items = [item.text for item in card.find_all("li")]
        if goal.state != "not_assessable":
            assert items == []
            continue
        assert len(items) == len(missing)
        for item, one in zip(items, missing, strict=True):
            assert item.startswith(plain(one["title"])) and plain(one["holder"]) in item


def test_no_figure_of_a_goal_can_be_taken_for_a_real_one(open_page):
    page = open_page("mal", **EXAMPLE.address)
    for goal in goals(EXAMPLE):
        card = cards(page)[plain(goal.text)]
        for line in (card.find(css="t-goal-state"), card.find(css="t-sentence")):
            assert line.text.startswith("Exempel: ")
        assert all(line.startswith("Exempel: ") for line in figures_of(card, goal))
    assert page.heading.startswith("Exempel: ")


@either_promise
def test_what_was_done_and_what_became_better_are_never_put_together(page, promise):
    columns = {}
    for node in page.tree.find_all("div"):
        headings = [one.text for one in node.find_all("h2")]
        if headings in ([text("mal-done")], [text("mal-better")]):
            columns.setdefault(headings[0], node)
    assert len(columns) == 2
    for heading, topics in (("mal-done", {"activities"}), ("mal-better", {"survey", "crimes"})):
        inside = {card.find("h3").text for card in columns[text(heading)].find_all("section")}
        expected = {plain(goal.text) for goal in goals(promise) if goal.topic in topics}
        assert inside == expected


@either_promise
def test_the_page_gives_no_total_score(page, promise):
    assert len(page.tree.find_all(css="t-goal-state")) == len(promise.file["goals"])
    said = page.text.replace(plain(text("mal-lead")), "…")
    assert not re.search(r"\b(betyg|poäng|sammanlag\w+|totalt|genomsnitt\w*)\b", said, re.I)
    assert not re.search(r"\d av \d+ (mål|löften)", said)


# The lists


def items(page: OpenedPage, heading: str) -> list[list[str]]:
    """The lines of each entry in a list."""
    section = page.section(text(heading))
    return [
        [line.text for line in item.find_all("p") if not line.find_all(css="t-mistake")]
        for item in section.find_all("li")
    ]


def facts(promise: ShippedPromise, activity: Row) -> str:
    """The line that ends an entry: who, the first deadline, the source."""
    parties = listed([party.strip() for party in activity["responsible"].split(";")])
    said = f"{text('activity-responsible')}: {parties}. "
    if activity["first_deadline"]:
        said += f"{text('activity-deadline')}: {when(activity['first_deadline'])}. "
    return plain(f"{said}{text('site-source')}: {source(promise, activity)}")


@either_promise
def test_what_is_late_is_counted_from_the_first_deadline_and_the_latest_stands_first(page, promise):
    expected = []
    for one in late(promise):
        days = text("mal-late-days", days=one.days)
        how = text("mal-late-done") if one.done else text("mal-late-overdue", days=days)
        expected.append([plain(one.activity["title"]), how, facts(promise, one.activity)])
    assert items(page, "mal-late") == expected
    if not any(one["first_deadline"] for one in promise.activities("in_promise")):
        assert text("mal-late-no-deadlines") in page.section(text("mal-late")).text
    assert bool(expected) == promise.is_example


def test_a_new_deadline_never_makes_an_activity_of_the_example_less_late():
    moved = {
        event["activity"] for event in EXAMPLE.rows("activity_events") if event["new_deadline"]
    }
    still = [one for one in late(EXAMPLE) if one.activity["id"] in moved and not one.done]
    assert still, "the example shows no moved deadline"


@either_promise
def test_what_is_cancelled_stands_with_what_was_said_when_it_was(page, promise):
    expected = []
    for activity in promise.activities("in_promise"):
        if promise.states[activity["id"]] == "cancelled":
            event = promise.latest(activity["id"], "stated")
            expected.append(
                [plain(activity["title"]), plain(event["event"]), facts(promise, activity)]
            )
    assert items(page, "mal-cancelled") == expected
    assert all(reason for _, reason, _ in expected)
    if not expected:
        assert text("mal-cancelled-none") in page.section(text("mal-cancelled")).text
    assert bool(expected) == promise.is_example


@either_promise
def test_what_is_said_to_be_done_but_not_shown_is_listed(page, promise):
    expected = []
    for activity in promise.activities("in_promise"):
        shown = promise.latest(activity["id"], "evidence")
        done = promise.states[activity["id"]] == "done"
        if done and not (shown and shown["status"] == "done"):
            none = text("activity-evidence-none")
            expected.append([plain(activity["title"]), none, facts(promise, activity)])
    assert items(page, "mal-unproven") == expected
    if not expected:
        assert text("mal-unproven-none") in page.section(text("mal-unproven")).text
    assert bool(expected) == promise.is_example


def test_nobody_can_say_that_a_late_activity_was_done(open_page):
    page = open_page("mal", **EXAMPLE.address)
    for heading in ("mal-late", "mal-cancelled", "mal-unproven"):
        listed = page.section(text(heading)).find_all("li")
        assert listed
        for item in listed:
            letter = unquote(item.find("a", "t-mistake").attributes["href"])
            assert item.find("strong").text in letter and item.find_all("p")[1].text in letter


def test_only_the_promise_s_own_activities_are_called_late_or_cancelled(open_page):
    others = {
        plain(one["title"]) for one in EXAMPLE.activities() if one["relation"] != "in_promise"
    }
    page = open_page("mal", **EXAMPLE.address)
    for heading in ("mal-late", "mal-cancelled", "mal-unproven"):
        assert not others & {title for title, *_ in items(page, heading)}


# What has changed since a meeting


def changed(page: OpenedPage) -> list[str]:
    section = page.section(text("mal-changed"))
    return [item.text for item in section.find_all("li")]


def events_since(promise: ShippedPromise, since: date) -> list[str]:
    """The promise's own events from a day on, the newest first."""
    own = {
        one["id"]: plain(one["title"])
        for one in promise.activities()
        if one["relation"] in ("in_promise", "follow_up")
    }
    found = [
        (first_day(event["date"]), line, event)
        for line, event in enumerate(promise.rows("activity_events"))
        if event["activity"] in own and event["date"]
    ]
    return [
        plain(f"{when(event['date'])} {own[event['activity']]}: {event['event']} ")
        + f" {plain(source(promise, event))}"
        for start, _, event in sorted(found, key=lambda one: one[:2], reverse=True)
        if date.fromisoformat(start) >= since
    ]


def meetings(promise: ShippedPromise) -> list[date]:
    """The first Mondays of the promise's months that have been, the newest first."""
    first = date.fromisoformat(first_day(promise.file["start"]))
    last = min(last_day(promise.file["as_of"]), last_day(promise.end))
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [one for one in days if one.weekday() == 0 and one.day <= 7][::-1]


@either_promise
def test_the_page_opens_with_what_has_changed_since_the_latest_meeting(page, promise):
    latest = meetings(promise)[0]
    assert changed(page) == events_since(promise, latest)
    options = [node.text for node in page.section(text("mal-changed")).find_all("option")]
    assert options == [plain(text("mal-meeting", date=day(one))) for one in meetings(promise)]
    assert changed(page) or text("mal-changed-none") in page.text


@either_promise
@pytest.mark.parametrize("since", ["2021-01-01", "2020-05-04", "2020-11-15"])
def test_a_day_in_the_address_shows_what_has_changed_since_then(open_page, promise, since):
    page = open_page("mal", sedan=since, **promise.address)
    assert page.failures == [] and not page.tree.find_all(css="t-notice")
    assert changed(page) == events_since(promise, date.fromisoformat(since))
    assert page.drop_downs["choice-sedan"].value == since


@either_promise
def test_every_meeting_can_be_chosen_and_each_shows_no_less_than_the_one_after(open_page, promise):
    before: list[str] = []
    for meeting in meetings(promise):
        now = changed(open_page("mal", sedan=meeting.isoformat(), **promise.address))
        assert now == events_since(promise, meeting)
        assert now[: len(before)] == before
        before = now
    assert before


@either_promise
@pytest.mark.parametrize("since", ["igår", "2021-02-30", "2021-13-01", "2021", "<b>x</b>"])
def test_a_bad_day_in_the_address_is_told_and_the_latest_meeting_is_shown(
    open_page, promise, since
):
    page = open_page("mal", sedan=since, **promise.address)
    assert page.failures == []
    (notice,) = page.tree.find_all(css="t-notice")
    assert f"”{since}”" in notice.text
    assert changed(page) == events_since(promise, meetings(promise)[0])


@either_promise
def test_a_day_after_all_that_is_known_says_that_nothing_has_happened(open_page, promise):
    page = open_page("mal", sedan="2031-01-01", **promise.address)
    assert page.failures == [] and changed(page) == []
    assert text("mal-changed-none") in page.section(text("mal-changed")).text
