"""What is hidden stays hidden on every page, says so, and leaves no trace in any order."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from itertools import groupby
from operator import itemgetter
from typing import Any

import pytest
from judged import judged, judged_during, plain
from opened_page import Node, OpenedPage, run_page, table_of
from quiet_folder import FEW, HIDDEN_YEAR, SMALL
from shipped_files import EXAMPLE, MISSING, PROMISES, REAL, Row, ShippedPromise, in_words, swedish

from trygghet.files import FILES
from trygghet.files.contents import contents
from trygghet.files.formats import csv_file
from trygghet.release.places.folder import Folder
from trygghet.release.queries import Release
from trygghet.release.rows import Coverage
from trygghet.release.store import store
from trygghet.words import text
from trygghet.words.answers import coverage_text
from trygghet.words.numbers import listed, span

HIDDEN = MISSING["protected"]
every_village = pytest.mark.parametrize(
    "village", EXAMPLE.villages, ids=lambda village: village["id"]
)
VILLAGES = {village["id"] for village in EXAMPLE.villages}


def division(period: str) -> str:
    """How the page Indikatorer calls the division of time that a period belongs to."""
    return {"H": "halvar", "Q": "kvartal"}.get(period[5:6], "manad" if period[5:] else "ar")


def hidden_rows(promise: ShippedPromise = EXAMPLE) -> list[Row]:
    return [row for row in promise.rows("reported_crimes") if row["missing_reason"] == "protected"]


def series(rows: list[Row]) -> Iterator[tuple[tuple[str, str, str], list[Row]]]:
    """Rows by place, indicator and division of time."""

    def key(row: Row) -> tuple[str, str, str]:
        return row["place"], row["indicator"], division(row["period"])

    for group, found in groupby(sorted(rows, key=key), key=key):
        yield group, list(found)


def chosen(place: str) -> dict[str, str]:
    return {"platser": place} if place in EXAMPLE.own_places else {"platser": "-", "jamfor": place}


def by_column(page: OpenedPage, period: str) -> dict[str, str]:
    """The row of a period in the page's first table."""
    table = page.tables[0]
    (cells,) = [row for row in table.rows if in_words(period) in row]
    return dict(zip(table.columns, cells, strict=True))


# In tables, charts and files


def test_the_example_hides_months_and_half_years_of_villages_groups_and_the_area():
    kinds = {row["id"]: row["kind"] for row in EXAMPLE.rows("places")}
    seen = {(kinds[row["place"]], division(row["period"])) for row in hidden_rows()}
    assert seen >= {
        ("village", "manad"),
        ("village", "halvar"),
        ("group", "manad"),
        ("group", "halvar"),
        ("area", "manad"),
    }


def test_a_hidden_number_stands_in_no_table_and_no_difference_is_taken_from_it(open_page):
    compared = 0
    for (place, indicator, period), rows in series(hidden_rows()):
        choice = chosen(place) | {"indikator": indicator, "period": period}
        page = open_page("indikatorer", **choice, **EXAMPLE.address)
        for row in rows:
            cells = by_column(page, row["period"])
            assert cells["Värde"] == HIDDEN
            assert not cells.get("Skillnad")
            if row["period"][:4] != EXAMPLE.baseline:
                continue
            # The same part of another year has this one beside it.
            for other in EXAMPLE.series[place, indicator].values():
                if other["period"][:4] > EXAMPLE.baseline and (
                    other["period"][4:] == row["period"][4:]
                ):
                    beside = by_column(page, other["period"])
                    assert beside["2019, samma tid"] == HIDDEN
                    assert not beside.get("Skillnad")
                    compared += 1
    assert compared


def test_a_sum_with_a_hidden_part_is_hidden_too(open_page):
    """Quarters are only added up from months; one that lacks a month gives none away."""
    place = next(row["place"] for row in hidden_rows() if division(row["period"]) == "manad")
    indicator = "alla-brott"
    page = open_page("indikatorer", indikator=indicator, period="kvartal", **EXAMPLE.address,
                     **chosen(place))  # fmt: skip
    sums = {
        period: one
        for period, one in EXAMPLE.sums(place, indicator).items()
        if division(period) == "kvartal"
    }
    lacking = [period for period, one in sums.items() if one.missing_reason == "protected"]
    assert 0 < len(lacking) < len(sums)
    for period in sums:
        shown = HIDDEN if period in lacking else swedish(sums[period].count or 0)
        if sums[period].missing_reason in ("", "protected"):
            assert by_column(page, period)["Värde"] == shown


def test_a_hidden_number_is_a_gap_in_the_large_chart_with_two_dots_for_its_value(open_page):
    for (place, indicator, period), rows in series(hidden_rows()):
        choice = chosen(place) | {"indikator": indicator, "period": period}
        page = open_page("indikatorer", **choice, **EXAMPLE.address)
        (spec,) = [json.loads(node.attributes["spec"]) for node in page.tree.find_all("plotly")]
        (trace,) = [one for one in spec["data"] if one.get("hoverinfo") != "skip"]
        points = dict(zip(trace["customdata"], trace["y"], strict=True))
        for row in rows:
            said = f"{in_words(row['period'])}: {HIDDEN}"
            assert [height for point, height in points.items() if plain(point) == said] == [None]


@pytest.fixture
def release(releases: Any) -> Release:
    assert store().place == Folder(releases)
    return store().release(EXAMPLE.id)


def test_a_hidden_number_is_an_empty_cell_with_its_reason_in_every_file_to_fetch(release):
    for (place, indicator, period), rows in series(hidden_rows()):
        choice = {"indikator": [indicator], "platser": [place], "period": [period]}
        content = csv_file(contents(release, FILES["indikator"], choice, "")).decode()
        found = {row["period"]: row for row in csv.DictReader(io.StringIO(content))}
        for row in rows:
            cells = found[row["period"]]
            assert (cells["value"], cells["missing_reason"]) == ("", "protected")
            assert (cells["rate_per_100k"], cells["note"]) == ("", "")


def test_a_hidden_part_leaves_a_comparison_without_a_number_a_dot_and_a_word(open_page):
    told = 0
    for village in EXAMPLE.villages:
        page = open_page("by", by=village["id"], **EXAMPLE.address)
        rows = {}
        for svg in page.tree.find_all("svg", "t-dumbbell"):
            label = plain(svg.attributes["aria-label"])
            rows |= dict(part.split(": ", 1) for part in re.split(r"\. |; ", label) if ": " in part)
        for place in filter(None, (village["id"], EXAMPLE.group_of(village["id"]))):
            for one in judged_during(EXAMPLE, place):
                window = one.window
                if window.missing is None or window.missing[1] != "protected":
                    continue
                (title,) = [
                    i["title"] for i in EXAMPLE.rows("indicators") if i["id"] == one.indicator
                ]
                when = plain(span(window.now, window.now_end))
                reason = f"{in_words(window.missing[0])}: {text('missing-reason-protected')}"
                if window.count_now is None and window.count_baseline is None:
                    assert rows[f"{title}, {when}"] == reason
                cells = next(
                    cells
                    for table in page.tables
                    for cells in table.rows
                    if "2019, samma tid" in table.columns and cells[:2] == [title, when]
                    if EXAMPLE.place_names[place] in table.caption
                )
                known = (window.count_baseline, window.count_now)
                assert [cell.startswith(("‥", "–")) for cell in cells[2:4]] == [
                    count is None for count in known
                ]
                side = 2 if window.missing[0][:4] == EXAMPLE.baseline else 3
                assert cells[side].startswith("‥ (") and cells[4] == "–"
                assert cells[5] == plain(text("verdict-none", reason=reason))
                told += 1
    assert told


def test_a_hidden_year_is_a_gap_in_the_chart_over_the_years_and_in_what_is_said_of_it(quiet):
    group = quiet.group_of(SMALL[0])
    assert quiet.series[group, FEW][HIDDEN_YEAR]["missing_reason"] == "protected"
    page = run_page("by", by=SMALL[0], **quiet.address)
    assert page.failures == []
    (title,) = [one["title"] for one in quiet.rows("indicators") if one["id"] == FEW]
    name = f"{title}, {quiet.place_names[group]}"
    (svg,) = [
        one
        for one in page.tree.find_all("svg")
        if f"{name}. " in plain(one.attributes["aria-label"]) and not one.is_a("svg", "t-dumbbell")
    ]
    label = plain(svg.attributes["aria-label"])
    years = dict(part.split(": ", 1) for part in label.split(f"{name}. ")[1].split("; "))
    assert years[HIDDEN_YEAR] == text("missing-reason-protected")
    known = [year for year, row in quiet.series[group, FEW].items() if row["count"]]
    known = [year for year in known if len(year) == len(HIDDEN_YEAR)]
    dots = [one for css in ("t-dot", "t-ring") for one in svg.find_all("circle", css)]
    assert len(dots) == len(known) == len(years) - 1
    words = {node.text for node in svg.find_all("text")}
    assert {text("missing-protected"), text("missing-reason-protected")} & words


# In orders


LISTS = (
    ("oversikt", {}),
    ("indikatorer", {"indikator": FEW, "period": "halvar"}),
    ("indikatorer", {"indikator": "alla-brott", "period": "manad"}),
    ("by", {"by": SMALL[0]}),
)


@pytest.fixture
def usual_orders(open_page: Any) -> list[list[str]]:
    return [order(open_page(name, **choice, **EXAMPLE.address)) for name, choice in LISTS]


def test_no_order_tells_of_a_hidden_number(usual_orders, quiet):
    """The example and its quiet copy differ in their numbers alone: every list of both has the
    same order."""
    key = itemgetter("place", "indicator", "period")
    assert hidden_rows() != hidden_rows(quiet)
    assert list(map(key, EXAMPLE.rows("reported_crimes"))) == list(
        map(key, quiet.rows("reported_crimes"))
    )
    orders = [order(run_page(name, **choice, **quiet.address)) for name, choice in LISTS]
    assert orders == usual_orders
    assert all(len(found) > 10 for found in orders)


def order(page: OpenedPage) -> list[str]:
    """Headings, the first cells of every table's rows and the names of the charts' rows."""
    found = [node.text for node in page.tree.find_all() if re.fullmatch("h[1-4]", node.tag)]
    for table in page.tables:
        known = [n for n, c in enumerate(table.columns) if c in ("Indikator", "Plats", "Period")]
        found += [" ".join(row[n] for n in known) for row in table.rows]
    for svg in page.tree.find_all("svg", "t-dumbbell"):
        said = plain(svg.attributes["aria-label"]).split(". ")[-1]
        found += [row.split(":")[0] for row in said.split("; ")]
    return found


# Small places together


def group_section(page: OpenedPage, group: str) -> Node | None:
    """What follows the heading of a group, up to the next heading of its kind or above."""
    heading = text("by-together", places=EXAMPLE.place_names[group])
    found, taking = Node("section"), False
    for child in page.tree.children:
        assert isinstance(child, Node)
        inner = [child, *child.find_all()]
        headings = [node for node in inner if node.tag in ("h2", "h3")]
        if headings and taking and headings[0].text not in OF_FIGURES:
            break
        taking = taking or any(node.text == heading for node in headings)
        if taking:
            found.children.append(child)
    return found if found.children else None


OF_FIGURES = [text("ordinary-title", year=EXAMPLE.baseline)]


def test_both_small_places_show_what_is_only_given_for_them_together(open_page):
    pages = {v["id"]: open_page("by", by=v["id"], **EXAMPLE.address) for v in EXAMPLE.villages}
    groups = {village: EXAMPLE.group_of(village) for village in pages}
    members = [village for village, group in groups.items() if group]
    assert len(members) == 2 and len({groups[one] for one in members}) == 1
    sections = [deepcopy(group_section(pages[one], groups[one])) for one in members]
    for link in (link for one in sections for link in one.find_all("a", "t-mistake")):
        del link.attributes["href"]  # a letter names the page that it is written from
    assert sections[0] is not None and sections[0] == sections[1]
    section, group = sections[0], groups[members[0]]
    assert plain(text("by-together-text")) in section.text
    names = [EXAMPLE.place_names[one] for one in members]
    assert all(name in section.find("h3").text for name in names)
    (table,) = [
        table
        for table in map(table_of, section.find_all("table"))
        if EXAMPLE.place_names[group] in table.caption
    ]
    shown = {one.indicator for one in judged(EXAMPLE, group) if one.window.kind != "earlier"}
    titles = {one["id"]: one["title"] for one in EXAMPLE.rows("indicators")}
    assert set(table.column("Indikator")) == {titles[one] for one in shown}
    for village, page in pages.items():
        if not groups[village]:
            assert group_section(page, group) is None


def test_a_small_place_has_no_months_and_no_kinds_of_crime_of_its_own(open_page):
    small = [village["id"] for village in EXAMPLE.villages if EXAMPLE.group_of(village["id"])]
    for place in small:
        assert {i for p, i in EXAMPLE.series if p == place} == {"alla-brott"}
        assert {division(period) for period in EXAMPLE.series[place, "alla-brott"]} == {"ar"}
        page = open_page("by", by=place, **EXAMPLE.address)
        about = f"i {EXAMPLE.place_names[place]} mot"
        (table,) = [one for one in page.tables if about in one.caption]
        assert table.column("Period") == ["2020"]
        choice = {"platser": place, "indikator": "alla-brott", "period": "manad"}
        months = open_page("indikatorer", **choice, **EXAMPLE.address)
        assert months.tables[0].rows == []
        none = text("indikatorer-without", places=EXAMPLE.place_names[place])
        assert plain(none) in months.text


@pytest.mark.parametrize("promise", PROMISES, ids=str)
def test_a_sensitive_kind_of_crime_is_shown_of_no_village(open_page, promise):
    sensitive = {one["id"] for one in promise.rows("indicators") if one["sensitive"] == "yes"}
    assert sensitive or promise is REAL
    kinds = {row["id"]: row["kind"] for row in promise.rows("places")}
    for indicator in sensitive:
        places = {place for place, other in promise.series if other == indicator}
        assert not {kinds[place] for place in places - {promise.area}} & {
            "village",
            "district",
            "group",
        }
        page = open_page("indikatorer", indikator=indicator, **promise.address)
        options = {node.text for node in page.tree.find_all("option")}
        assert not options & {village["name"] for village in promise.villages}


# What may be told of it


@every_village
def test_a_village_page_tells_how_many_reports_have_no_village(open_page, village):
    page = open_page("by", by=village["id"], **EXAMPLE.address)
    years = {EXAMPLE.baseline}
    years |= {w.now for w in EXAMPLE.windows(village["id"], "alla-brott") if w.kind == "year"}
    parts = []
    for row in EXAMPLE.rows("coverage"):
        if row["place"] == EXAMPLE.area and row["period"] in years:
            kind = "coverage-part" if row["reports"] else "coverage-part-alone"
            counts = {name: swedish(int(row[name] or 0)) for name in ("unplaced", "reports")}
            parts.append(text(kind, period=row["period"], **counts))
    assert len(parts) == len(years) == 2
    area = EXAMPLE.place_names[EXAMPLE.area]
    said = plain(text("coverage-sentence", area=area, parts=listed(parts)))
    (answer,) = [
        node
        for node in page.tree.find_all("section", "t-answer")
        if node.find("h2").text == text("answer-crimes-label")
    ]
    assert answer.text.count(said) == page.text.count(said) == 1


def test_a_promise_without_such_reports_says_nothing_of_them(open_page):
    start = text("coverage-sentence", area=REAL.place_names[REAL.area], parts="{}").split("{}")[0]
    for village in REAL.villages:
        assert plain(start) not in open_page("by", by=village["id"]).text


def test_a_hidden_number_of_reports_without_a_village_is_two_dots(release):
    area = release.place(EXAMPLE.area)
    assert area
    hidden, known = (
        Coverage("2019", None, None, "protected"),
        Coverage("2020", 2000, 140, None),
    )
    said = plain(coverage_text(area, [hidden, known]))
    assert said == (
        f"I {area.name} gick det inte att koppla ‥ anmälningar 2019 (visas inte) "
        "och 140 av 2 000 anmälningar 2020 till någon by."
    )
    missing = Coverage("2019", 2000, None, "not_delivered")
    assert coverage_text(area, [missing]) == ""


def test_the_page_of_the_method_counts_what_is_hidden_in_each_table(open_page):
    page = open_page("data", **EXAMPLE.address)
    (table,) = [t for t in page.tables if t.caption.endswith(text("data-protection-caption"))]
    cells, hidden = Counter(), Counter()
    kinds = {row["id"]: row["kind"] for row in EXAMPLE.rows("places")}
    counted = [
        (table_of_row(row, kinds), row["count"], row["missing_reason"])
        for row in EXAMPLE.rows("reported_crimes")
        if kinds[row["place"]] in ("village", "district", "area", "group")
    ]
    counted += [
        ("unplaced", row["unplaced"], row["missing_reason"]) for row in EXAMPLE.rows("coverage")
    ]
    for name, count, reason in counted:
        cells[name] += bool(count) or reason == "protected"
        hidden[name] += reason == "protected"
    expected = {
        text(f"protection-{name}"): (swedish(cells[name]), swedish(hidden[name])) for name in cells
    }
    assert {row[0]: (row[1], row[2]) for row in table.rows} == expected
    assert sum(hidden.values()) == len(hidden_rows()) + sum(
        row["missing_reason"] == "protected" for row in EXAMPLE.rows("coverage")
    )
    assert plain(text("data-protection-text", most=4)) in page.text
    other = open_page("data")
    assert text("data-protection-none") in other.text
    assert text("data-protection-caption") not in other.text


def table_of_row(row: Row, kinds: dict[str, str]) -> str:
    if kinds[row["place"]] == "area":
        return "area"
    if row["indicator"] != "alla-brott":
        return "half_category"
    return "year_total" if division(row["period"]) == "ar" else "month_total"


# Half-years


def test_half_years_can_be_chosen_where_there_are_any(open_page):
    for indicator in EXAMPLE.rows("indicators"):
        if indicator["dataset"] != "reported_crimes":
            continue
        page = open_page(
            "indikatorer", indikator=indicator["id"], period="halvar", **EXAMPLE.address
        )
        options = page.drop_downs["choice-period"].options
        assert text("indikatorer-half") in options
        table = page.tables[0]
        assert table.caption.endswith(f"{indicator['title']}, {text('indikatorer-half')}")
        assert all("halvåret" in period for period in table.column("Period"))
        for place in (p for p in EXAMPLE.own_places if (p, indicator["id"]) in EXAMPLE.series):
            choice = {"indikator": indicator["id"], "period": "halvar", "platser": place}
            page = open_page("indikatorer", **choice, **EXAMPLE.address)
            for row in EXAMPLE.series[place, indicator["id"]].values():
                if division(row["period"]) == "halvar":
                    shown = by_column(page, row["period"])["Värde"]
                    assert shown == (
                        MISSING.get(row["missing_reason"]) or swedish(int(row["count"]))
                    )


def test_half_years_are_not_offered_for_the_survey(open_page):
    indicator = EXAMPLE.headline("safety_survey")["id"]
    page = open_page("indikatorer", indikator=indicator, **EXAMPLE.address)
    assert page.drop_downs["choice-period"].options == [text("indikatorer-year")]


def test_a_year_can_be_known_whose_halves_are_hidden(open_page):
    halves = {
        (row["place"], row["indicator"], row["period"][:4])
        for row in hidden_rows()
        if division(row["period"]) == "halvar"
    }
    known = [
        (place, indicator, year)
        for place, indicator, year in sorted(halves)
        if EXAMPLE.series[place, indicator][year]["count"]
    ]
    assert known
    for place, indicator, year in known:
        count = EXAMPLE.series[place, indicator][year]["count"]
        rows = [EXAMPLE.series[place, indicator][f"{year}-{half}"] for half in ("H1", "H2")]
        # One half-year beside the year would give the other one away.
        assert {row["missing_reason"] for row in rows} == {"protected"}
        page = open_page("indikatorer", indikator=indicator, period="ar", **chosen(place),
                         **EXAMPLE.address)  # fmt: skip
        assert by_column(page, year)["Värde"] == swedish(int(count))
