"""The rows "2019 ○ … ● nu" and the calendar of the survey say what the files say."""

import json
import re
from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest
from judged import inhabitants, judged_during, plain
from opened_page import OpenedPage
from shipped_files import EXAMPLE, PROMISES, ShippedPromise, days_of, last_day
from views import VIEWS

from trygghet.method.bands import expected_band
from trygghet.words import text
from trygghet.words.numbers import listed, span, when

either_promise = pytest.mark.parametrize("promise", PROMISES, ids=str)
every_view = pytest.mark.parametrize("view", VIEWS, ids=str)
every_village = pytest.mark.parametrize(
    ("promise", "village"),
    [(promise, village) for promise in PROMISES for village in promise.villages],
    ids=lambda value: value["id"] if isinstance(value, dict) else None,
)


def mark(promise: ShippedPromise, said: str) -> str:
    return text("site-example-sentence", sentence=said) if promise.is_example else said


def dumbbells(page: OpenedPage) -> list[str]:
    """What a screen reader says of each chart of rows."""
    return [plain(svg.attributes["aria-label"]) for svg in page.tree.find_all("svg", "t-dumbbell")]


def rows_of_place(promise: ShippedPromise, place: str) -> dict[str, str]:
    """The rows of a place's chart, and the indicator of each."""
    titles = {one["id"]: one["title"] for one in promise.rows("indicators")}
    return {
        one.row(
            f"{titles[one.indicator]}, {span(one.window.now, one.window.now_end)}"
        ): one.indicator
        for one in judged_during(promise, place)
    }


def rows_of_indicator(promise: ShippedPromise, indicator: str, year: str) -> dict[str, str]:
    """The rows of an indicator's chart for a whole year, by place."""
    return {
        place: one.row(promise.place_names[place])
        for place in promise.place_names
        for one in judged_during(promise, place)
        if (one.indicator, one.window.kind, one.window.now) == (indicator, "year", year)
    }


def described(promise: ShippedPromise, title: str, rows: list[str]) -> str:
    return plain(f"{mark(promise, title).removesuffix('.')}. {'; '.join(rows)}")


@every_village
def test_a_village_s_rows_are_its_comparisons_with_the_expected_range(open_page, promise, village):
    page = open_page("by", by=village["id"], **promise.address)
    title = text("chart-rows", place=village["name"], year=promise.baseline)
    first = {one["id"] for one in promise.rows("indicators") if one["headline"] == "yes"}
    rows = rows_of_place(promise, village["id"])
    groups = [
        [row for row, indicator in rows.items() if (indicator in first) == headline]
        for headline in (True, False)
    ]
    expected = [described(promise, title, group) for group in groups if group]
    if together := promise.group_of(village["id"]):
        name = promise.place_names[together]
        title = text("chart-rows", place=name, year=promise.baseline)
        expected.append(described(promise, title, list(rows_of_place(promise, together))))
    assert dumbbells(page) == expected
    assert bool(rows) == promise.is_example


@either_promise
def test_the_rows_of_the_first_page_are_those_of_the_villages_and_the_municipality(
    open_page, promise
):
    first = {one["id"] for one in promise.rows("indicators") if one["headline"] == "yes"}
    headline, year = promise.headline("reported_crimes"), promise.years[0]
    of_villages = rows_of_indicator(promise, headline["id"], year)
    expected = []
    villages = [of_villages[one["id"]] for one in promise.villages if one["id"] in of_villages]
    if villages:
        title = text("chart-villages", indicator=headline["title"], now=year, year=promise.baseline)
        expected.append(described(promise, title, villages))
    name = promise.place_names[promise.municipality]
    own = rows_of_place(promise, promise.municipality)
    title = text("chart-rows", place=name, year=promise.baseline)
    expected.append(
        described(promise, title, [row for row, indicator in own.items() if indicator in first])
    )
    assert dumbbells(open_page("oversikt", **promise.address)) == expected
    assert bool(villages) == promise.is_example


@either_promise
def test_an_indicator_s_rows_are_the_chosen_places_in_the_latest_whole_year(open_page, promise):
    drawn = 0
    for indicator in promise.rows("indicators"):
        page = open_page("indikatorer", indikator=indicator["id"], **promise.address)
        by_year = {
            year: rows_of_indicator(promise, indicator["id"], year) for year in promise.years
        }
        places = chosen(page, promise)
        years = [y for y, rows in by_year.items() if set(rows) & set(places)]
        if not years:
            assert dumbbells(page) == []
            continue
        title = text(
            "chart-villages", indicator=indicator["title"], now=years[-1], year=promise.baseline
        )
        rows = [by_year[years[-1]][place] for place in places if place in by_year[years[-1]]]
        assert dumbbells(page) == [described(promise, title, rows)]
        drawn += 1
    assert drawn


def chosen(page: OpenedPage, promise: ShippedPromise) -> list[str]:
    """The places that the page shows, in its own order."""
    names = {name: place for place, name in promise.place_names.items()}
    (table,) = page.tables[:1]
    if "Plats" in table.columns:
        return [names[name] for name in dict.fromkeys(table.column("Plats"))]
    (heading,) = [
        node.text
        for node in page.tree.find_all("h2")
        if any(node.text.endswith(f": {name}") for name in names)
    ]
    return [names[heading.split(": ")[-1]]]


@every_view
def test_what_is_seen_of_a_row_is_what_is_said_of_it(open_page, view):
    page = open_page(view.page, **view.parameters)
    for svg in page.tree.find_all("svg", "t-dumbbell"):
        label = plain(svg.attributes["aria-label"])
        seen = svg.text
        for word in ("lägre än", "högre än", "ingen säker skillnad", "för få för att jämföra"):
            assert label.count(word) == seen.count(word)
        bands = len(svg.find_all("rect", "t-chance"))
        assert bands == label.count(" väntat ") + bool(bands)  # and one in the key
        tones = [len(svg.find_all("path", f"t-tone-{tone}")) for tone in ("lower", "higher")]
        words = [label.count("lägre än"), label.count("högre än")]
        assert tones == [count + bool(count) for count in words]


def test_the_grey_band_behind_the_months_of_a_place_is_what_the_method_expects(open_page):
    shown, broken = set(), set()
    kinds = {one["id"]: one["kind"] for one in EXAMPLE.rows("places")}
    own = EXAMPLE.own_places
    for place, indicator in EXAMPLE.series:
        if not any(re.fullmatch(r"\d{4}-\d\d", one) for one in EXAMPLE.series[place, indicator]):
            continue
        choice = {"platser": place} if place in own else {"platser": "-", "jamfor": place}
        choice |= {"indikator": indicator, "period": "manad"}
        page = open_page("indikatorer", **choice, **EXAMPLE.address)
        (spec,) = [node.attributes["spec"] for node in page.tree.find_all("plotly")]
        behind = [one for one in json.loads(spec)["data"] if one.get("hoverinfo") == "skip"]
        expected = month_bands(EXAMPLE, place, indicator)
        assert bool(behind) == bool(expected) == (indicator not in ("narkotika", "trafikbrott"))
        assert (text("chart-month-band") in page.text) == bool(behind)
        found = {}
        for high, low in zip(behind[::2], behind[1::2], strict=True):
            assert not high["showlegend"] and not low["showlegend"]
            assert low["fill"] == "tonexty" and "fill" not in high
            assert high["x"] == low["x"]
            found |= steps(high["x"], low["y"], high["y"])
        assert found == expected
        if expected:
            shown.add(kinds[place])
            # A month without a band breaks it: nothing is drawn across, from one to the next.
            assert len(behind) == 2 * runs(list(expected))
            broken |= {kinds[place]} if len(behind) > 2 else set()
    assert shown == {"village", "group", "area"} and "group" in broken


def steps(days: list[str], lows: list[int], highs: list[int]) -> dict[str, tuple[int, int]]:
    """The months that a band is drawn over, each from its first day to the next one's."""
    found = {}
    points = list(zip(days, lows, highs, strict=True))
    for start, end in zip(points[::2], points[1::2], strict=True):
        month = start[0][:7]
        assert start[1:] == end[1:], "a month's band is as wide at its end as at its start"
        first = date.fromisoformat(start[0][:10])
        assert first.day == 1
        assert date.fromisoformat(end[0][:10]) - first == timedelta(days=days_of(month))
        found[month] = start[1:]
    assert len(found) == len(points) // 2
    return found


def runs(months: list[str]) -> int:
    """How many rows of months there are that follow on each other."""
    numbers = [int(month[:4]) * 12 + int(month[5:]) for month in months]
    return 1 + sum(after - before > 1 for before, after in pairwise(numbers))


def month_bands(promise: ShippedPromise, place: str, indicator: str) -> dict[str, tuple[int, int]]:
    """What is expected of every month after the baseline year, if it is judged at all."""
    (row,) = [one for one in promise.rows("indicators") if one["id"] == indicator]
    rows = promise.series[place, indicator]
    if row["good_direction"] == "not_judged":
        return {}
    found = {}
    months = [one for one in rows if re.fullmatch(r"\d{4}-\d\d", one)]
    for month in sorted(one for one in months if one[:4] > promise.baseline):
        before = f"{promise.baseline}{month[4:]}"
        if before in rows and rows[before]["count"]:
            exposures = exposure(promise, place, month, before)
            series = "all" if row["series"] == "all" else "category"
            band = expected_band(float(rows[before]["count"]), *exposures, series)
            found[month] = (band.low, band.high)
    return found


def exposure(promise: ShippedPromise, place: str, now: str, before: str) -> list[float]:
    days = [float(days_of(now)), float(days_of(before))]
    people = [inhabitants(promise, place, month[:4]) for month in (now, before)]
    known = [one for one in people if one is not None]
    if len(known) < 2:
        return days
    return [one * count for one, count in zip(days, known, strict=True)]


@either_promise
def test_the_calendar_shows_every_year_that_was_and_was_not_measured(open_page, promise):
    page = open_page("mal", **promise.address)
    (svg,) = [one for one in page.tree.find_all("svg") if one.find_all(css="t-nothing")]
    indicator = promise.headline("safety_survey")
    rows = [one for one in promise.rows("safety_survey") if one["indicator"] == indicator["id"]]
    villages = [one["id"] for one in promise.villages]
    places = [promise.municipality, promise.area, *villages]
    rows = [one for one in rows if one["place"] in places]
    measured, skipped = defaultdict(set), defaultdict(set)
    for one in rows:
        if one["value"]:
            measured[one["place"]].add(one["period"])
        elif one["missing_reason"] == "not_measured":
            skipped[one["place"]].add(one["period"])
    drawn = range(*(int(pick(one["period"] for one in rows)) for pick in (min, max)))
    years = {str(year) for year in (*drawn, drawn.stop)}
    said = []
    for place in places:
        kinds = (
            ("chart-measured", measured[place]),
            ("missing-not_measured", skipped[place]),
            ("chart-nothing-published", years - measured[place] - skipped[place]),
        )
        parts = [f"{text(key)} {listed(sorted(of))}" for key, of in kinds if of]
        said.append(f"{promise.place_names[place]}: {', '.join(parts)}")
    time = text(
        "chart-promise-time",
        start=when(promise.file["start"][:7]),
        end=when(f"{last_day(promise.end):%Y-%m}"),
    )
    title = mark(promise, f"{text('mal-calendar')}: {indicator['title']}")
    assert plain(svg.attributes["aria-label"]) == plain(f"{title}. {time} {'; '.join(said)}")
