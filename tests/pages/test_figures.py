"""The numbers on the pages are those of the files, counted a second time with the csv module."""

import json
import re
from collections import Counter
from typing import Any

import pytest
from judged import Judged, judged, judged_during, plain, surveyed
from opened_page import Node, OpenedPage, Table, run_page, table_of
from quiet_folder import MONTH, VILLAGE
from shipped_files import (
    EXAMPLE,
    MISSING,
    PROMISES,
    REAL,
    STATES,
    Row,
    ShippedPromise,
    decimal,
    in_words,
    signed,
    swedish,
)

from trygghet.words import text
from trygghet.words.numbers import span

either_promise = pytest.mark.parametrize("promise", PROMISES, ids=str)
every_village = pytest.mark.parametrize(
    ("promise", "village"),
    [(promise, village) for promise in PROMISES for village in promise.villages],
    ids=lambda value: value["id"] if isinstance(value, dict) else None,
)
ACTIVITIES, CRIMES, SURVEY = (
    "Gör de vad de lovade?",
    "Vad visar de anmälda brotten?",
    "Känner sig folk trygga?",
)
PERIODS = {
    "ar": r"\d{4}",
    "halvar": r"\d{4}-H\d",
    "kvartal": r"\d{4}-Q\d",
    "manad": r"\d{4}-\d\d",
}


def answer(page: OpenedPage, question: str) -> Node:
    (found,) = [
        node
        for node in page.tree.find_all("section", "t-answer")
        if node.find("h2").text == question
    ]
    return found


def squares(node: Node) -> Counter[str]:
    """How many squares of each state are drawn."""
    drawn = [one.attributes["class"] for one in node.find_all(css="t-square")]
    return Counter(state for css in drawn for state in STATES if f"t-{state}" in css.split())


def said_states(counts: Counter[str]) -> list[str]:
    return [f"{count} {STATES[state][count > 1]}" for state, count in counts.items()]


def has_number(number: str, text: str) -> bool:
    """Whether a number stands in a text by itself and not as a part of a longer one."""
    return re.search(rf"(?<![\d,]){re.escape(number)}(?![\d,]|\s\d{{3}}\b)", text) is not None


# Activities


@either_promise
@pytest.mark.parametrize("name", ["oversikt", "aktiviteter"])
def test_the_activities_of_the_promise_are_counted_right_and_nothing_else(open_page, promise, name):
    promised = promise.activities("in_promise")
    assert len(promised) < len(promise.activities())
    page = open_page(name, **promise.address)
    said = answer(page, ACTIVITIES).text if name == "oversikt" else page.text
    assert f"{len(promised)} aktiviteter i löftet är kända" in said
    assert all(state in said for state in said_states(promise.count_states(promised)))


@every_village
def test_a_village_card_counts_its_own_and_the_shared_activities(open_page, promise, village):
    page = open_page("oversikt", **promise.address)
    (card,) = [
        node
        for node in page.tree.find_all("section")
        if node.find_all("h3") and node.find("h3").text == village["name"]
    ]
    own, shared = promise.own_and_shared(village["id"])
    counts = promise.count_states([*own, *shared])
    area = promise.place_names[promise.area]
    assert squares(card) == counts
    assert all(state in card.text for state in said_states(counts))
    expected = f"{len(own) or 'Ingen'} gäller särskilt byn"
    assert expected in card.text
    assert re.search(rf"\b{len(shared)} (gäller )?hela {area}", card.text)


@every_village
def test_a_village_page_counts_its_own_and_the_shared_activities(open_page, promise, village):
    page = open_page("by", by=village["id"], **promise.address)
    own, shared = promise.own_and_shared(village["id"])
    said = answer(page, ACTIVITIES).text
    first = {0: "Ingen av", 1: "En av"}.get(len(own), f"{len(own)} av")
    second = {0: "Ingen gäller", 1: "En gäller"}.get(len(shared), f"{len(shared)} gäller")
    assert f"{first} löftets" in said and f"{second} hela" in said
    counts = promise.count_states([*own, *shared])
    assert all(state in said for state in said_states(counts))
    listed = ids(page.section(f"Aktiviteter som gäller {village['name']}"), outside="context")
    assert {one["id"] for one in (*own, *shared)} <= listed


@either_promise
def test_what_is_only_context_never_counts_as_the_promise(open_page, promise):
    context = {one["id"] for one in promise.activities("context")}
    assert context
    page = open_page("aktiviteter", **promise.address)
    apart = page.section("Sammanhang: inte en del av löftet, räknas inte")
    assert ids(apart) == context
    assert ids(page.section("Aktiviteter i löftet")) == {
        one["id"] for one in promise.activities("in_promise")
    }
    for village in promise.villages:
        page = open_page("by", by=village["id"], **promise.address)
        section = page.section(f"Aktiviteter som gäller {village['name']}")
        for group in section.find_all("details"):
            if group.find_all("li", "t-activity"):
                assert "inte en del av löftet" in group.find("summary").text
                assert ids(group) <= context
        assert ids(section, outside="context") & context == set()


def ids(node: Node, outside: str = "") -> set[str]:
    """The activities listed; with `outside` only those that are in plain sight."""
    apart = [group for group in node.find_all("details") if group.find_all("li", "t-activity")]
    hidden = {one.attributes["id"] for group in apart for one in group.find_all("li", "t-activity")}
    found = {one.attributes["id"] for one in node.find_all("li", "t-activity")}
    return found - hidden if outside else found


@either_promise
def test_every_activity_shows_its_state_and_each_of_its_events_with_a_source(open_page, promise):
    page = open_page("aktiviteter", **promise.address)
    titles = {source["id"]: source["title"] for source in promise.rows("sources")}
    shown = {node.attributes["id"]: node for node in page.tree.find_all("li", "t-activity")}
    for activity in promise.activities():
        card = shown[activity["id"]]
        assert card.find("span", f"t-{promise.states[activity['id']]}")
        assert activity["title"] in card.text and titles[activity["source"]] in card.text
        events = [e for e in promise.rows("activity_events") if e["activity"] == activity["id"]]
        log = [item.text for item in card.find_all("li")]
        assert len(log) == len(events)
        for event in events:
            text = " ".join(event["event"].split())
            assert any(text in line and titles[event["source"]] in line for line in log)


# Reported crimes


def compared(promise: ShippedPromise, place: str) -> list[Judged]:
    """What is said first of a place: the headline indicator in the promise's own years."""
    indicator = promise.headline("reported_crimes")["id"]
    return [one for one in judged_during(promise, place) if one.indicator == indicator]


def assert_answers(said: str, promise: ShippedPromise, place: str) -> None:
    """Counts and words of each comparison, in order of time, and none but them."""
    sentences = [one.sentence for one in compared(promise, place)]
    indicator = promise.headline("reported_crimes")["title"]
    what = f"{indicator} i {promise.place_names[place]}"
    whole = text("answer-sentences", what=what, sentences=" ".join(sentences))
    assert plain(whole) in said
    assert said.count(f"än {promise.baseline}") == whole.count(f"än {promise.baseline}")


def test_the_municipality_s_figures_are_those_of_the_file(open_page):
    windows = [one.window for one in compared(REAL, REAL.municipality)]
    assert {window.now for window in windows if window.kind == "year"} == {*REAL.years}
    assert [window.kind for window in windows].count("end") == 1
    page = open_page("oversikt")
    assert_answers(answer(page, CRIMES).text, REAL, REAL.municipality)
    # No village has figures of its own; nothing may look as if one had.
    for village in REAL.villages:
        assert compared(REAL, village["id"]) == []
        said = answer(open_page("by", by=village["id"]), CRIMES).text
        assert said.endswith(f"i {village['name']} är inte publicerat. {text('mistake-link')}")
    assert compared(REAL, REAL.area) == []
    assert "är inte publicerat" in answer(page, CRIMES).find(css="t-sentence").text


@every_village
def test_a_village_s_counts_are_those_of_the_file(open_page, promise, village):
    page = open_page("by", by=village["id"], **promise.address)
    if compared(promise, village["id"]):
        assert_answers(answer(page, CRIMES).text, promise, village["id"])
    else:
        none = text("answer-crimes-none", place=village["name"])
        assert answer(page, CRIMES).find(css="t-sentence").text == none


@either_promise
def test_the_area_s_counts_and_words_are_those_of_the_file(open_page, promise):
    if compared(promise, promise.area):
        said = answer(open_page("oversikt", **promise.address), CRIMES).text
        assert_answers(said, promise, promise.area)
    else:
        assert promise is REAL


@every_village
def test_a_village_card_says_the_same_of_the_crimes_as_the_village_page(
    open_page, promise, village
):
    (card,) = [
        node
        for node in open_page("oversikt", **promise.address).tree.find_all("section")
        if node.find_all("h3") and node.find("h3").text == village["name"]
    ]
    facts = zip(card.find_all("dt"), card.find_all("dd"), strict=True)
    values = {label.text: value.text.removeprefix("Exempel: ") for label, value in facts}
    sentences = " ".join(one.sentence for one in compared(promise, village["id"]))
    assert values[text("card-crimes")] == (sentences or text("brief-crimes-none"))


@either_promise
def test_the_table_against_2019_is_that_of_the_file_in_every_row(open_page, promise):
    places = [(v["id"], "by", {"by": v["id"]}) for v in promise.villages]
    titles = {one["id"]: one["title"] for one in promise.rows("indicators")}
    shown = 0
    for place, name, choice in [*places, (promise.municipality, "oversikt", {})]:
        expected = Counter(
            row(titles[one.indicator], one)
            for one in judged(promise, place)
            if one.window.kind != "earlier"
            if name == "by" or is_headline(promise, one.indicator)
        )
        page = open_page(name, **choice, **promise.address)
        start = f"Anmälda brott i {promise.place_names[place]} mot"
        tables = [table for table in page.tables if start in table.caption]
        found = Counter(
            (cells[0], cells[1], *map(sign, cells[2:5]), cells[5])
            for table in tables
            for cells in table.rows
        )
        assert all(table.columns[5:] == [text("table-verdict")] for table in tables)
        assert found == expected
        shown += sum(found.values())
    assert shown


def row(title: str, one: Judged) -> tuple[str, ...]:
    """A comparison as the table has it, with the word last."""
    now, then = one.window.count_now, one.window.count_baseline
    change = "–" if now is None or then is None else signed(now - then)
    counts = ("–" if count is None else swedish(count) for count in (then, now))
    period = plain(span(one.window.now, one.window.now_end))
    return (title, period, *counts, change, plain(one.word))


def sign(cell: str) -> str:
    """A cell without the reason that may stand in brackets."""
    return re.sub(r"^‥", "–", cell).split(" (")[0]


def is_headline(promise: ShippedPromise, indicator: str) -> bool:
    (found,) = [one for one in promise.rows("indicators") if one["id"] == indicator]
    return found["headline"] == "yes"


# The safety survey


@either_promise
def test_both_values_are_shown_where_two_sources_disagree(open_page, promise):
    assert promise.conflicts
    everything = open_page("data", **promise.address)
    titles = {one["id"]: one["title"] for one in promise.rows("indicators")}
    for rows in promise.conflicts:
        place, year, indicator = rows[0]["place"], rows[0]["period"], rows[0]["indicator"]
        values = sorted(decimal(one["value"]) for one in rows)
        caption = f"{titles[indicator]}, {promise.place_names[place]}"
        listed = [table for table in everything.tables if table.caption.endswith(caption)]
        page = open_page("indikatorer", indikator=indicator, **place_choice(promise, place))
        for tables in (listed, page.tables):
            (table,) = tables
            assert conflicting(table, rows) == values
        for trace in json.loads(page.tree.find("plotly").attributes["spec"])["data"]:
            if "lines" in trace["mode"]:
                for point, height in zip(trace["customdata"], trace["y"], strict=True):
                    assert not point.startswith(f"{year}: ") or height is None


def conflicting(table: Table, rows: list[Row]) -> list[str]:
    """The values that a table gives for the year of `rows`, where it tells of the other one.

    They are never compared with another year.
    """
    values = {decimal(one["value"]) for one in rows}
    found = []
    for cells in (row for row in table.rows if rows[0]["period"] in row):
        by_column = dict(zip(table.columns, cells, strict=True))
        shown, note = by_column["Värde"], by_column["Att veta"]
        words = "källorna säger olika" in note or "ett annat värde" in note
        assert words or all(value in note for value in values - {shown})
        assert not by_column.get("Skillnad")
        found.append(shown)
    return sorted(found)


def place_choice(promise: ShippedPromise, place: str) -> dict[str, str]:
    own = promise.own_places
    choice = {"platser": place} if place in own else {"platser": "-", "jamfor": place}
    return promise.address | choice


@either_promise
def test_a_conflict_over_the_baseline_year_is_told_in_the_answer_itself(open_page, promise):
    told = 0
    for rows in promise.conflicts:
        place, year, indicator = rows[0]["place"], rows[0]["period"], rows[0]["indicator"]
        if indicator != promise.headline("safety_survey")["id"]:
            continue
        if year not in (promise.baseline, *promise.years):
            continue
        name = "oversikt" if place == promise.municipality else "by"
        choice = {"by": place} if name == "by" else {}
        said = answer(open_page(name, **choice, **promise.address), SURVEY).text
        for one in rows:
            assert has_number(decimal(one["value"]), said)
        assert f"{' eller '.join(sorted(decimal(o['value']) for o in rows))} år {year}" in said
        told += year == promise.baseline
    assert told


@every_village
def test_a_village_s_survey_values_are_those_of_the_file(open_page, promise, village):
    indicator = promise.headline("safety_survey")["id"]
    said = answer(open_page("by", by=village["id"], **promise.address), SURVEY).text
    rows = [
        one
        for one in promise.rows("safety_survey")
        if (one["place"], one["indicator"]) == (village["id"], indicator)
        and one["period"] in (promise.baseline, *promise.years)
    ]
    for one in rows:
        assert has_number(decimal(one["value"]), said) if one["value"] else "ej mätt" in said
    assert rows or "är inte publicerat" in said
    for one in surveyed(promise, village["id"]):
        if one.indicator == indicator and one.year in promise.years:
            assert one.sentence(promise.baseline) in said


# Four kinds of nothing


def missing_cells() -> list[tuple[ShippedPromise, Row]]:
    return [
        (promise, one)
        for promise in PROMISES
        for table in ("reported_crimes", "safety_survey")
        for one in promise.rows(table)
        if one["missing_reason"]
    ]


def test_the_example_has_every_kind_of_nothing():
    assert {one["missing_reason"] for _, one in missing_cells()} == set(MISSING)


@pytest.mark.parametrize("reason", MISSING)
def test_what_is_missing_is_never_zero_and_always_has_its_reason(open_page, reason):
    cells = [(p, one) for p, one in missing_cells() if one["missing_reason"] == reason]
    for promise, one in cells:
        period = next(id_ for id_, form in PERIODS.items() if re.fullmatch(form, one["period"]))
        choice = place_choice(promise, one["place"])
        page = open_page("indikatorer", indikator=one["indicator"], period=period, **choice)
        (table,) = page.tables
        value = table.columns.index("Värde")
        kept = [cells for cells in table.rows if in_words(one["period"]) in cells]
        assert [cells[value] for cells in kept] == [MISSING[reason]]
        assert not any(cells[value] == "0" for cells in kept)
        assert drawn(page, in_words(one["period"])) == [None]
    assert cells


def drawn(page: OpenedPage, period: str) -> list[Any]:
    """The heights at which the chart of one place draws a period."""
    traces = json.loads(page.tree.find("plotly").attributes["spec"])["data"]
    (trace,) = [one for one in traces if one.get("hoverinfo") != "skip"]  # not the grey band
    points = zip(trace["customdata"], trace["y"], strict=True)
    return [height for point, height in points if point.startswith(f"{period}: ")]


def test_a_year_with_a_part_missing_has_no_sum_and_says_which_part(open_page):
    villages = {village["id"] for village in EXAMPLE.villages}
    lacking = [
        (place, indicator, window)
        for place, indicator in EXAMPLE.series
        for window in EXAMPLE.windows(place, indicator)
        if window.now == "2020" and window.count_now is None
    ]
    assert {place for place, _, _ in lacking} & villages
    # Of all crimes months are given, of the categories half-years.
    kinds = {window.missing[0][5:6] for place, _, window in lacking if place in villages}
    assert kinds == {"0", "H"}
    for place, indicator, window in lacking:
        part, given = window.missing[0], EXAMPLE.series[place, indicator]
        reason = given["2020"]["missing_reason"]
        assert reason in {given[one]["missing_reason"] for one in window.parts_now}
        choice = place_choice(EXAMPLE, place)
        page = open_page("indikatorer", indikator=indicator, period="ar", **choice)
        (table,) = page.tables
        (year,) = [cells for cells in table.rows if "2020" in cells]
        assert year[table.columns.index("Värde")] == MISSING[reason]
        if place in villages:
            village = open_page("by", by=place, **EXAMPLE.address)
            (cells,) = [
                cells
                for table in village.tables
                for cells in table.rows
                if "2019, samma tid" in table.columns and cells[:2] == [title_of(indicator), "2020"]
            ]
            assert in_words(part) in cells[3] and cells[4] == "–"


def title_of(indicator: str) -> str:
    (found,) = [one for one in EXAMPLE.rows("indicators") if one["id"] == indicator]
    return found["title"]


def test_a_count_of_zero_is_shown_as_zero(quiet):
    zero = [one for one in quiet.rows("reported_crimes") if one["count"] == "0"]
    assert [(one["place"], one["period"]) for one in zero] == [(VILLAGE, MONTH)]
    choice = {"indikator": zero[0]["indicator"], "platser": VILLAGE, "period": "manad"}
    page = run_page("indikatorer", **choice, **quiet.address)
    (table,) = page.tables
    (cells,) = [cells for cells in table.rows if in_words(MONTH) in cells]
    assert cells[table.columns.index("Värde")] == "0"
    assert drawn(page, in_words(MONTH)) == [0]


# Everything else that is known and not known


@either_promise
def test_all_that_is_not_published_is_listed_with_who_has_it(open_page, promise):
    for name in ("oversikt", "data"):
        section = open_page(name, **promise.address).section("Det här är inte publicerat")
        for item in promise.rows("not_published"):
            for said in (item["title"], item["known"], item["holder"]):
                assert plain(said) in section.text


@either_promise
def test_every_source_is_listed_with_the_number_of_facts_that_rest_on_it(open_page, promise):
    section = open_page("data", **promise.address).section("Källorna")
    used = Counter(
        one["source"]
        for path in promise.folder.glob("*.csv")
        if path.stem != "sources"
        for one in promise.rows(path.stem)
    )
    items = section.find_all("li")
    assert len(items) == len(promise.rows("sources"))
    for source in promise.rows("sources"):
        start, publisher = " ".join(source["title"].split()), f" {source['publisher']}"
        (item,) = [
            item.text
            for item in items
            if item.find("p").text == start
            and [link.attributes["href"] for link in item.find_all("a")]
            == [source["url"]][: len(source["url"])]
            and publisher in item.text
            and source["note"] in item.text
        ]
        facts = {0: "Ingen uppgift bygger", 1: "En uppgift bygger"}
        count = used[source["id"]]
        assert facts.get(count, f"{swedish(count)} uppgifter bygger") in item


@every_village
def test_every_published_number_of_inhabitants_is_shown(open_page, promise, village):
    section = open_page("by", by=village["id"], **promise.address).section("Invånare")
    rows = [one for one in promise.rows("population") if one["place"] == village["id"]]
    if not rows:
        assert "inte publicerat" in section.text
        return
    table = table_of(section.find("table"))
    expected = [
        (one["period"] or "odaterat", swedish(int(one["population"])))
        if one["population"]
        else (one["period"], MISSING[one["missing_reason"]])
        for one in rows
    ]
    assert sorted((cells[0], cells[1]) for cells in table.rows) == sorted(expected)


@every_village
def test_all_that_was_said_of_a_village_is_quoted_with_its_year(open_page, promise, village):
    page = open_page("by", by=village["id"], **promise.address)
    about = (village["id"], promise.area)
    for said in (one for one in promise.rows("statements") if one["place"] in about):
        items = page.section("Vad som sagts i ord").find_all("li")
        (item,) = [
            item.text
            for item in items
            if " ".join(said["statement"].split()) in item.text
            and item.text.startswith(said["period"])
        ]
        assert promise.place_names[said["place"]] in item
        assert ("Vår slutsats" in item) == (said["basis"] == "inferred")
