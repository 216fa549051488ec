"""What the release says of reported crimes is what the method says of the files' own numbers."""

import csv
from collections import defaultdict
from operator import itemgetter
from pathlib import Path

import pytest

from trygghet.files import FILES
from trygghet.files.contents import contents
from trygghet.files.formats import csv_file
from trygghet.method.counts import CELL_LEVEL, END_LEVEL, count_comparison
from trygghet.release.queries import Release, counting_sql
from trygghet.release.rows import Comparison
from trygghet.release.store import current_release, open_read_only, store

DATA = Path(__file__).parents[2] / "data"
PROMISES = ("tryggt-ostra-lund", "exempel")


@pytest.fixture(params=PROMISES)
def promise(request, releases) -> str:
    return request.param


@pytest.fixture
def release(promise) -> Release:
    return store().release(promise)


@pytest.fixture
def comparisons(promise, release) -> list[Comparison]:
    places = {row["place"] for row in rows(promise, "reported_crimes")}
    return [one for place in sorted(places) for one in release.comparisons(place)]


def rows(promise: str, table: str) -> list[dict[str, str]]:
    with (DATA / promise / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def published(release: Release) -> list[dict[str, str]]:
    """The counts as everyone can fetch them, line by line: those of villages are protected."""
    given = contents(release, FILES["reported_crimes"], {}, "")
    return list(csv.DictReader(csv_file(given).decode().splitlines()))


def test_counts_are_sums_of_the_published_files_own_lines(release, comparisons):
    counts = defaultdict(dict)
    for row in published(release):
        counts[row["place"], row["indicator"]][row["period"]] = row["count"]
    for one in comparisons:
        mine = counts[one.place, one.indicator]
        for parts, total in ((one.parts_now, one.count_now), (one.parts_baseline, None)):
            values = [mine.get(part, "") for part in parts]
            if total is not None:
                assert total == sum(int(value) for value in values)
            elif parts is one.parts_now:
                assert "" in values


def test_every_word_is_the_methods_own(comparisons):
    assert comparisons
    for one in comparisons:
        if one.ratio is None:
            continue
        again = count_comparison(
            one.count_now,
            one.count_baseline,
            one.exposure_ratio,
            1.0,
            one.series,
            one.level,
        )
        assert one.verdict == again.verdict.value
        assert (one.lower, one.upper) == pytest.approx((again.lower, again.upper))
        assert one.p_value == pytest.approx(again.p_value)


def test_nothing_that_must_not_be_judged_carries_a_number_to_judge_by(promise, comparisons):
    police = {
        row["id"] for row in rows(promise, "indicators") if row["good_direction"] == "not_judged"
    }
    assert any(one.indicator in police for one in comparisons)
    for one in comparisons:
        if one.indicator in police or one.missing_period:
            assert one.verdict == "no_verdict" and one.reason
            assert one.ratio is one.lower is one.upper is one.phi is one.p_value is None
            assert one.band_low is None


def test_only_the_declared_end_assessment_is_made_at_95_per_cent(promise, release, comparisons):
    area = release.promise().area
    for one in comparisons:
        declared = one.kind == "end" and one.place == area and one.series == "all"
        assert one.level == (END_LEVEL if declared else CELL_LEVEL)


def test_the_sql_beside_a_comparison_gives_its_two_counts(promise, releases, comparisons):
    with open_read_only(current_release(releases, promise)) as connection:
        for one in comparisons:
            if one.ratio is None or one.kind == "promise":
                continue
            found = connection.execute(counting_sql(one)).fetchone()
            assert found == (one.count_now, one.count_baseline)


def test_the_lines_named_beside_a_comparison_are_those_of_the_published_file(release, comparisons):
    lines = published(release)
    for one in comparisons[::7]:
        for counted in release.counted_lines(one):
            line = lines[counted.line - 2]  # the first line has the columns' names
            assert (line["place"], line["period"]) == (one.place, counted.period)
            assert line["indicator"] == one.indicator
            assert line["count"] == ("" if counted.count is None else str(counted.count))


def test_a_larger_places_counts_are_those_of_its_file(promise, release):
    """What nobody can be recognised in is published as it was given."""
    kinds = {row["id"]: row["kind"] for row in rows(promise, "places")}
    larger = [
        row
        for row in rows(promise, "reported_crimes")
        if kinds[row["place"]] not in ("village", "district", "area")
    ]
    found = [row for row in published(release) if row["place"] in {one["place"] for one in larger}]
    key = itemgetter("place", "period", "indicator", "count", "missing_reason", "source")
    assert larger and list(map(key, found)) == list(map(key, larger))


@pytest.mark.parametrize(
    ("place", "verdict"),
    [
        ("latsaskoping", "no_certain_difference"),
        ("kulissbro", "lower"),
        ("fantasinge", "higher"),
        ("fabelryd", "lower"),
        ("modellstorp", "no_verdict"),
    ],
)
def test_the_example_shows_every_word(releases, place, verdict):
    found = store().release("exempel").comparisons_of("alla-brott", [place])
    assert {one.verdict for one in found if one.now == "2020"} == {verdict}


def test_the_municipalitys_years_are_not_told_from_chance(releases):
    found = store().release("tryggt-ostra-lund").comparisons_of("alla-brott", ["lund"])
    words = {one.now: one.verdict for one in found}
    assert words["2020"] == words["2021"] == words["2020-Q3"] == "no_certain_difference"
