"""Whatever the pages can show stands in a row of a file, or follows from such rows by addition.

Each of the release's queries is held against the CSV files as the csv module reads them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

import pytest
from judged import judged, surveyed
from shipped_files import PROMISES, Row, ShippedPromise, Sum, Window

from trygghet.release.places.folder import Folder
from trygghet.release.queries import Release
from trygghet.release.rows import Observation
from trygghet.release.store import store
from trygghet.schema import TABLES

KINDS = ("year", "half", "quarter", "month")
either_promise = pytest.mark.parametrize("promise", PROMISES, ids=str)


@pytest.fixture
def release(releases: Any, promise: ShippedPromise) -> Release:
    assert store().place == Folder(releases)
    return store().release(promise.id)


def text(value: Any) -> str:
    """A value as its file has it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ";".join(value)
    return "" if value is None else cell(str(value))


def cell(written: str) -> str:
    """A cell of a file; 6.0 and 6 are the same number, "a; b" and "a;b" the same list."""
    if re.fullmatch(r"-?\d+\.\d+", written):
        return f"{float(written)!r}".removesuffix(".0")
    return written.replace("; ", ";")


def as_written(row: Any, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(text(getattr(row, name)) for name in names)


def all_observations(release: Release, promise: ShippedPromise) -> Iterator[Observation]:
    places = list(promise.place_names)
    for indicator in promise.rows("indicators"):
        for kind in KINDS:
            yield from release.observations(indicator["id"], places, kind)


def measured(promise: ShippedPromise) -> Iterator[tuple[str, Row]]:
    """The rows with values of both files, and what their value is called."""
    for one in promise.rows("reported_crimes"):
        yield "count", one
    for one in promise.rows("safety_survey"):
        yield "value", one


OBSERVED = ("missing_reason", "rate_per_100k", "margin", "respondents", "note", "source")


@either_promise
def test_every_value_stands_in_a_file_and_every_value_of_the_files_can_be_seen(release, promise):
    seen = Counter(
        (one.place, one.indicator, one.period, one.published or "", *as_written(one, OBSERVED))
        for one in all_observations(release, promise)
        if not one.is_sum
    )
    written = Counter(
        (
            *(one["place"], one["indicator"], one["period"], one[value]),
            *(cell(one.get(name, "")) for name in OBSERVED),
        )
        for value, one in measured(promise)
    )
    assert seen == written
    assert seen.total() > 1000


@either_promise
def test_a_value_is_the_number_that_is_written_and_none_where_none_is(release, promise):
    for one in all_observations(release, promise):
        assert (one.value is None) == (one.published is None) == bool(one.missing_reason)
        assert one.value is None or one.value == float(one.published)
        assert one.place_name == promise.place_names[one.place]
        assert one.period.startswith(str(one.period_start.year))
        assert one.period_start.year == one.period_end.year


@either_promise
def test_a_village_page_reads_the_same_values_as_the_page_of_an_indicator(release, promise):
    everything = Counter(map(key, all_observations(release, promise)))
    by_place = Counter(
        key(one)
        for place in promise.place_names
        for kind in KINDS
        for one in release.place_observations(place, kind)
    )
    assert by_place == everything


def key(seen: Observation) -> tuple[Any, ...]:
    return tuple(getattr(seen, field.name) for field in fields(seen))


@either_promise
def test_a_sum_is_the_sum_of_its_published_parts_and_is_marked_as_one(release, promise):
    seen = {
        (one.place, one.indicator, one.period): Sum(
            None if one.value is None else int(one.value), one.missing_reason or ""
        )
        for one in all_observations(release, promise)
        if one.is_sum
    }
    expected = {
        (place, indicator, period): total
        for place, indicator in promise.series
        for period, total in promise.sums(place, indicator).items()
    }
    assert seen == expected
    if promise.is_example:
        assert {total.count is None for total in expected.values()} == {True, False}


@either_promise
def test_a_sum_has_the_source_of_its_parts(release, promise):
    for one in all_observations(release, promise):
        if one.is_sum:
            parts = promise.series[one.place, one.indicator]
            assert one.source in {
                part["source"] for period, part in parts.items() if period[:4] == one.period[:4]
            }


@either_promise
def test_a_comparison_is_that_of_the_same_part_of_the_baseline_year(release, promise):
    seen = Counter(
        (one.place, one.indicator, *as_window(one))
        for place in promise.place_names
        for one in (*release.comparisons(place), *release.earlier_years(place))
    )
    expected = Counter(
        (place, indicator, *window)
        for place, indicator in promise.series
        for window in promise.windows(place, indicator)
    )
    assert seen == expected
    kinds = ("running", "rolling") if promise.is_example else ("end",)
    assert {key[2] for key in seen} == {"earlier", "year", *kinds}


def as_window(one: Any) -> Window:
    missing = (one.missing_period, one.missing_reason) if one.missing_period else None
    return Window(
        one.kind,
        one.now,
        one.now_end,
        one.baseline,
        one.baseline_end,
        one.count_now,
        one.count_baseline,
        one.days_now,
        one.days_baseline,
        tuple(one.parts_now),
        tuple(one.parts_baseline),
        missing,
    )


@either_promise
def test_a_comparison_s_verdict_is_the_method_s_of_the_rows_of_the_files(release, promise):
    verdicts = Counter()
    for place in promise.place_names:
        expected = {
            (one.indicator, one.window.kind, one.window.now): one for one in judged(promise, place)
        }
        seen = [*release.comparisons(place), *release.earlier_years(place)]
        assert len(seen) == len(expected)
        for one in seen:
            again = expected[one.indicator, one.kind, one.now]
            assert (one.verdict, one.series, one.level) == (
                again.verdict,
                again.series,
                again.level,
            )
            # The period that is missing says more than this, and stands in its place.
            assert one.missing_period or (one.reason or "") == again.reason
            assert (one.lower, one.upper) == (again.lower, again.upper)
            assert (one.band_low, one.band_high) == (again.band or (None, None))
            verdicts[one.verdict] += 1
    assert verdicts["no_certain_difference"] and verdicts["no_verdict"]
    if promise.is_example:
        assert {"lower", "higher"} <= {*verdicts}
        reasons = {one.reason for place in promise.place_names for one in judged(promise, place)}
        assert {"not_judged", "protected", "coverage_changed"} <= reasons, reasons


@either_promise
def test_an_index_s_verdict_is_that_of_its_margin(release, promise):
    for place in promise.place_names:
        seen = [
            (one.indicator, one.now, one.verdict, one.reason or "", one.margin)
            for one in release.survey_changes(place)
        ]
        expected = [
            (one.indicator, one.year, one.verdict, one.reason, str(one.margin))
            for one in surveyed(promise, place)
        ]
        assert sorted(seen) == sorted(expected)


@either_promise
def test_a_comparison_without_a_count_names_a_period_that_the_files_lack(release, promise):
    for place in promise.place_names:
        for one in release.comparisons(place):
            whole = one.count_now is not None and one.count_baseline is not None
            assert whole == (one.missing_period is None) == (one.missing_reason is None)
            if not whole:
                row = promise.series[place, one.indicator].get(one.missing_period)
                assert row is None or row["count"] == ""
                reason = row["missing_reason"] if row else "not_published"
                assert one.missing_reason == reason
                assert one.missing_period[:4] in (one.now[:4], one.baseline[:4])


@either_promise
def test_the_sources_of_a_count_are_those_of_its_rows(release, promise):
    sources = {one["id"]: (one["title"], one["url"] or None) for one in promise.rows("sources")}
    for (place, indicator), rows in promise.series.items():
        expected = {sources[one["source"]] for one in rows.values()}
        assert set(release.crime_sources(place, indicator)) == expected


def everything(release: Release, promise: ShippedPromise) -> dict[str, list[Any]]:
    """What the other queries return, by the file that it comes from."""
    places = {*promise.place_names}
    return {
        "sources": release.sources(),
        "places": [found for place in places if (found := release.place(place))],
        "population": release.populations(),
        "indicators": release.indicators(),
        "statements": release.statements(list(places)),
        "activities": release.activities(),
        "activity_events": release.events(),
        "not_published": release.not_published(),
    }


@either_promise
def test_every_row_that_a_page_reads_is_a_row_of_its_file_and_none_is_lost(release, promise):
    found = everything(release, promise)
    # The figures are held against their files above; the other two stand in files to fetch.
    elsewhere = {"reported_crimes", "safety_survey", "coverage", "crime_codes"}
    assert {*found} | elsewhere == {table.name for table in TABLES}
    for table, rows in found.items():
        columns = promise.rows(table)[0].keys()
        names = [field.name for field in fields(rows[0]) if field.name in columns]
        assert len(names) > 3
        written = Counter(tuple(cell(row[name]) for name in names) for row in promise.rows(table))
        assert Counter(as_written(row, names) for row in rows) == written


@either_promise
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_file_to_fetch_has_every_row_of_the_promise_s_own(release, promise, table):
    """Of the protected files: every row that may be published, and no other."""
    columns = [column.name for column in table.columns]
    rows = promise.rows(table.name)
    assert [tuple(map(text, row)) for row in release.file(table.name)] == [
        tuple(cell(row[name]) for name in columns) for row in rows
    ]
    assert rows or (table.name in ("coverage", "crime_codes") and not promise.is_example)


@either_promise
def test_the_reports_without_a_village_are_those_of_the_file(release, promise):
    seen = [
        (one.period, text(one.reports), text(one.unplaced), text(one.missing_reason))
        for one in release.coverage()
    ]
    expected = [
        (one["period"], one["reports"], one["unplaced"], one["missing_reason"])
        for one in promise.rows("coverage")
        if one["place"] == promise.area and len(one["period"]) == len("2019")
    ]
    assert seen == expected
    assert bool(seen) == promise.is_example


@either_promise
def test_every_row_leads_to_a_source_that_is_listed(release, promise):
    sources = {source["id"]: source for source in promise.rows("sources")}
    titles = {source["title"]: source for source in sources.values()}
    found = everything(release, promise)
    found["observations"] = list(all_observations(release, promise))
    found["promise"] = [release.promise()]
    for name in ("extensions", "goals", "focus_areas", "follow_up", "reading_notes", "contacts"):
        found[name] = getattr(release, name)()
        assert len(found[name]) == len(promise.file[name])
    for name, rows in found.items():
        assert rows
        for row in rows:
            if name == "sources":
                assert row.id in sources
                continue
            source = sources[row.source]
            if hasattr(row, "source_title"):
                assert row.source_title == source["title"] and row.source_title in titles
                assert (row.source_url or "") == source["url"]


@either_promise
def test_what_was_promised_is_what_the_promise_s_file_says(release, promise):
    for name in ("extensions", "goals", "focus_areas", "follow_up", "reading_notes", "contacts"):
        # What the method says of a goal is beside what the file says, and tested elsewhere.
        keys = {key for one in promise.file[name] for key in one}
        rows = [
            {key: getattr(row, key) for key in keys if getattr(row, key) is not None}
            for row in getattr(release, name)()
        ]
        assert rows == promise.file[name]
    read = release.promise()
    for name, value in promise.file.items():
        if hasattr(read, name):
            assert getattr(read, name) == value


@either_promise
def test_an_activity_s_state_is_what_was_last_said_and_its_evidence_is_a_row(release, promise):
    log = promise.rows("activity_events")
    for activity in release.activities():
        own = [event for event in log if event["activity"] == activity.id]
        assert activity.state == promise.states[activity.id]
        evidence = {e["status"] for e in own if e["track"] == "evidence" and e["status"]}
        assert activity.evidence in evidence if evidence else activity.evidence is None
        moved = {event["new_deadline"] for event in own} - {""}
        assert activity.new_deadline in moved if moved else activity.new_deadline is None
        done = {int(event["occasions_done"]) for event in own if event["occasions_done"]}
        assert activity.occasions_done in done if done else activity.occasions_done is None
        stated = {(e["status"], e["date"]) for e in own if e["track"] == "stated" and e["status"]}
        assert (activity.state, activity.state_date or "") in stated or not stated
        names = [promise.place_names[place] for place in activity.places]
        assert sorted(activity.place_names) == sorted(names)


@either_promise
def test_the_number_of_facts_of_a_source_is_the_number_of_its_rows(release, promise):
    used = Counter(
        row["source"]
        for table in TABLES
        if table.name != "sources"
        for row in promise.rows(table.name)
    )
    assert {source.id: source.facts for source in release.sources() if source.facts} == used


@either_promise
def test_two_values_for_the_same_year_are_both_there_and_marked(release, promise):
    seen = Counter(
        (one.place, one.indicator, one.period, one.published) for one in release.conflicts()
    )
    expected = Counter(
        (one["place"], one["indicator"], one["period"], one["value"])
        for rows in promise.conflicts
        for one in rows
    )
    assert seen == expected
    marked = [one for one in all_observations(release, promise) if one.conflict]
    assert Counter((o.place, o.indicator, o.period, o.published) for o in marked) == expected
