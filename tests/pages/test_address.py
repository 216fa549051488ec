"""The address says what is shown: it can be shared, mistyped and tampered with."""

from collections import Counter
from itertools import product

import pytest
from opened_page import OpenedPage, run_test
from shipped_files import EXAMPLE, PROMISES, REAL, STATES, Row, ShippedPromise
from streamlit.testing.v1 import AppTest
from views import PAGES

HOSTILE = {
    "script": "<script>alert('1')</script>",
    "attribute": '"><img src=x onerror=alert(1)>',
    "markdown": "**fet** [länk](https://example.org) $x$ :material/home:",
    "sql": "x'; DROP TABLE places; --",
    "path": "../../etc/passwd",
    "nul": "by\x00\x01",
    "unicode": "Ѕödra 💥 \u202eydnaS\u200b",
    "braces": "{value} %s { $value }",
    "long": "x" * 20_000,
}
hostile = pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
either_promise = pytest.mark.parametrize("promise", PROMISES, ids=str)
ALL = "alla"


def notices(page: OpenedPage) -> str:
    return " ".join(node.text for node in page.tree.find_all(css="t-notice"))


# What is not there


@pytest.mark.parametrize("name", PAGES)
def test_a_mistyped_promise_leads_to_those_that_there_are(open_page, name):
    page = open_page(name, data="finns-inte")
    assert page.failures == []
    assert page.heading == "Löftet i adressen finns inte"
    assert "”finns-inte”" in page.text
    assert {link.text: link.attributes["query"] for link in page.links} == {
        REAL.file["title"]: "",
        EXAMPLE.file["title"]: f"data={EXAMPLE.id}",
    }
    assert {link.attributes["page"] for link in page.links} == {name if name != PAGES[0] else ""}


@either_promise
def test_a_mistyped_village_leads_to_those_that_there_are(open_page, promise):
    page = open_page("by", by="finns-inte", **promise.address)
    assert page.failures == []
    assert page.heading == "Byn i adressen finns inte"
    assert "”finns-inte”" in page.text and page.tree.find_all(css="t-footer")
    names = [village["name"] for village in promise.villages]
    assert [link.text for link in page.links][-len(names) - 1 : -1] == names


@either_promise
def test_a_village_outside_the_promise_is_not_shown_as_one_of_its_villages(open_page, promise):
    villages = {village["id"] for village in promise.villages}
    others = [place["id"] for place in promise.rows("places") if place["id"] not in villages]
    for other in others[:5]:
        assert open_page("by", by=other, **promise.address).heading == "Byn i adressen finns inte"


@either_promise
def test_a_mistyped_indicator_leads_to_those_that_there_are(open_page, promise):
    page = open_page("indikatorer", indikator="finns-inte", **promise.address)
    assert page.failures == []
    assert page.tree.find_all("h1")[-1].text == "Indikatorn i adressen finns inte"
    assert "”finns-inte”" in page.text and page.tree.find_all(css="t-footer")
    titles = [indicator["title"] for indicator in promise.rows("indicators")]
    assert [link.text for link in page.links][-len(titles) - 1 : -1] == titles


@either_promise
def test_a_page_has_one_main_heading_also_where_it_has_nothing_to_show(open_page, promise):
    page = open_page("indikatorer", indikator="finns-inte", **promise.address)
    assert len(page.tree.find_all("h1")) == 1


@either_promise
@pytest.mark.parametrize("parameter", ["by", "fokus", "lage", "ansvarig", "del"])
def test_a_mistyped_filter_is_told_and_everything_is_shown(open_page, promise, parameter):
    page = open_page("aktiviteter", **{parameter: "finns-inte"}, **promise.address)
    assert page.failures == []
    assert "”finns-inte”" in notices(page)
    assert shown(page) == Counter(one["id"] for one in promise.activities())


@either_promise
@pytest.mark.parametrize("parameter", ["platser", "jamfor", "period"])
def test_a_mistyped_choice_of_figures_is_told_and_the_rest_is_shown(open_page, promise, parameter):
    page = open_page("indikatorer", **{parameter: "finns-inte"}, **promise.address)
    assert page.failures == []
    assert "”finns-inte”" in notices(page)
    assert page.tables or "Välj minst en plats" in page.text


# What somebody has put there on purpose


@hostile
@pytest.mark.parametrize(
    ("name", "parameter"),
    [
        ("oversikt", "data"),
        ("by", "data"),
        ("by", "by"),
        ("aktiviteter", "by"),
        ("aktiviteter", "ansvarig"),
        ("mal", "sedan"),
        ("indikatorer", "indikator"),
        ("indikatorer", "platser"),
        ("indikatorer", "period"),
        ("data", "anything"),
    ],
)
def test_what_is_written_into_the_address_is_shown_as_text_and_does_nothing(
    open_page, name, parameter, value
):
    page = open_page(name, **{parameter: value})
    assert page.failures == []
    elements = {node.tag for node in page.tree.find_all()}
    assert not elements & {"script", "img", "iframe"}
    assert not any(key.startswith("on") for node in page.tree.find_all() for key in node.attributes)
    if parameter != "anything":
        # As it was written, but no page is made longer than this by it.
        assert " ".join(value[:200].split()) in page.tree.text
        assert len(value) <= 200 or value[:201] not in page.tree.text


def test_after_all_that_the_pages_are_what_they_were(open_page):
    before = {name: open_page(name).text for name in PAGES}
    for value in HOSTILE.values():
        open_page("by", by=value)
        open_page("oversikt", data=value)
    assert {name: OpenedPage(fresh(name)).text for name in PAGES} == before


# What is chosen


def shown(page: OpenedPage) -> Counter[str]:
    """The ids of the activities that the page shows."""
    return Counter(node.attributes["id"] for node in page.tree.find_all("li", "t-activity"))


def parties(activity: Row) -> list[str]:
    return [party.strip() for party in activity["responsible"].split(";")]


def values(promise: ShippedPromise, parameter: str, activity: Row) -> list[str]:
    """What an activity has under a filter."""
    return {
        "by": promise.places(activity),
        "fokus": [activity["focus_area"]],
        "lage": [promise.states[activity["id"]]],
        "ansvarig": parties(activity),
        "del": [activity["relation"]],
    }[parameter]


FILTERS = ("by", "fokus", "lage", "ansvarig", "del")


@either_promise
@pytest.mark.parametrize("parameter", FILTERS)
def test_a_filter_shows_the_activities_that_have_it_and_no_other(open_page, promise, parameter):
    everything = promise.activities()
    options = {value for one in everything for value in values(promise, parameter, one)} - {""}
    if parameter == "lage":
        options = set(STATES)
    if parameter == "fokus":
        options = {focus["id"] for focus in promise.file["focus_areas"]}
    assert len(drop_down(open_page("aktiviteter", **promise.address), parameter)) == 1 + len(
        options
    )
    for option in options:
        page = open_page("aktiviteter", **{parameter: option}, **promise.address)
        expected = [one for one in everything if option in values(promise, parameter, one)]
        assert shown(page) == Counter(one["id"] for one in expected)
        count = f"Visar {len(expected)} aktivitet"
        assert count in page.text and f"av {len(everything)}." in page.text
        assert notices(page) == ""


def test_a_link_to_what_a_party_answers_for_breaks_in_the_other_language(open_page):
    translated = 0
    for party in {party for one in EXAMPLE.activities() for party in parties(one)}:
        swedish, english = (
            open_page("aktiviteter", data=EXAMPLE.id, ansvarig=party, **language)
            for language in ({}, {"lang": "en"})
        )
        assert shown(english) == shown(swedish)
        assert notices(english) == ""
        translated += party not in drop_down(english, "ansvarig")
    assert translated


def drop_down(page: OpenedPage, parameter: str) -> list[str]:
    """The labels that a drop-down offers."""
    return page.drop_downs[f"choice-{parameter}"].options


@either_promise
def test_two_filters_show_what_has_both(open_page, promise):
    places = Counter(place for one in promise.activities() for place in promise.places(one))
    for place, state in product([place for place, _ in places.most_common(2)], STATES):
        page = open_page("aktiviteter", by=place, lage=state, **promise.address)
        expected = [
            one["id"]
            for one in promise.activities()
            if place in promise.places(one) and promise.states[one["id"]] == state
        ]
        assert shown(page) == Counter(expected)
        assert ("Ingen aktivitet stämmer med alla val" in page.text) == (not expected)


@either_promise
def test_a_choice_stands_in_the_address_and_the_address_brings_it_back(open_page, promise):
    page = fresh("aktiviteter", **promise.address)
    party = parties(promise.activities("in_promise")[0])[0]
    page.selectbox(key="choice-ansvarig").set_value(party).run()
    page.selectbox(key="choice-lage").set_value("ongoing").run()
    chosen = {"ansvarig": party, "lage": "ongoing"}
    assert address_of(page) == promise.address | chosen
    restored = open_page("aktiviteter", **promise.address, **chosen)
    assert restored.text == OpenedPage(page).text
    assert restored.tree == OpenedPage(page).tree
    assert shown(restored) != shown(open_page("aktiviteter", **promise.address))
    page.selectbox(key="choice-ansvarig").set_value(ALL).run()
    page.selectbox(key="choice-lage").set_value(ALL).run()
    assert address_of(page) == promise.address
    assert OpenedPage(page).tree == open_page("aktiviteter", **promise.address).tree


def test_places_chosen_for_a_chart_stand_in_the_address_and_come_back(open_page):
    page = fresh("indikatorer", data=EXAMPLE.id)
    # A village that is shown alone, by month and so by quarter.
    with_months = [
        village["id"]
        for village in EXAMPLE.villages
        if f"{EXAMPLE.baseline}-01" in EXAMPLE.series[village["id"], "alla-brott"]
    ]
    assert 0 < len(with_months) < len(EXAMPLE.villages)
    places = ["bygden", with_months[-1]]
    page.selectbox(key="choice-period").set_value("kvartal").run()
    page.button_group(key="choice-platser").set_value(places).run()
    page.button_group(key="choice-jamfor").set_value(["sagokommunen"]).run()
    chosen = {"platser": ",".join(places), "jamfor": "sagokommunen", "period": "kvartal"}
    assert address_of(page) == EXAMPLE.address | chosen
    restored = open_page("indikatorer", **EXAMPLE.address, **chosen)
    assert restored.text == OpenedPage(page).text
    assert restored.tree == OpenedPage(page).tree
    (table,) = restored.tables
    names = [EXAMPLE.place_names[place] for place in (*places, "sagokommunen")]
    assert sorted(set(table.column("Plats")), key=names.index) == names
    assert all("kvartal" in period for period in table.column("Period"))


def test_a_reader_who_takes_away_every_place_is_asked_for_one(open_page):
    page = fresh("indikatorer", data=EXAMPLE.id)
    page.button_group(key="choice-platser").set_value([]).run()
    assert address_of(page)["platser"]
    emptied = OpenedPage(page)
    assert "Välj minst en plats" in emptied.text and "Adressen nämner" not in notices(emptied)
    again = open_page("indikatorer", **address_of(page))
    assert "Välj minst en plats" in again.text and not again.tables


def test_a_choice_that_the_next_indicator_lacks_does_not_break_the_page(open_page):
    page = fresh("indikatorer")
    page.selectbox(key="choice-period").set_value("kvartal").run()
    survey = REAL.headline("safety_survey")["id"]
    page.selectbox(key="choice-indikator").set_value(survey).run()
    changed = OpenedPage(page)
    assert changed.failures == []
    assert changed.tables and "”kvartal”" in notices(changed)


def fresh(name: str, **parameters: str) -> AppTest:
    """A page of its own, not the one that other tests read."""
    return run_test(name, **parameters)


def address_of(test: AppTest) -> dict[str, str]:
    """What the address says; a parameter that stands there once is a list of one."""
    given = test.query_params
    return {name: value[0] if isinstance(value, list) else value for name, value in given.items()}
