"""Whoever collects every number of the site, page by page and file by file, still cannot tell."""

import shutil
from collections.abc import Callable, Iterator
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest
from attacker import view_of
from opened_page import OpenedPage
from shipped_files import EXAMPLE
from site_numbers import Cell, Given, Months, Reader, fetched, months_in, notation

from trygghet.files.observed import PERIODS
from trygghet.protect.audit import audit
from trygghet.release.store import current_release, store
from trygghet.schema import TABLES

INDICATORS = {
    one["title"]: one["id"]
    for one in EXAMPLE.rows("indicators")
    if one["dataset"] == "reported_crimes"
}


class Shown(NamedTuple):
    """What a release prints and what it hides: cells, and sums that lack a hidden part."""

    counts: dict[Cell, int]
    hidden: set[Cell]
    sums: set[Cell]


@pytest.fixture(scope="module")
def release(releases: Path) -> Path:
    """The example promise's release."""
    return current_release(releases, EXAMPLE.id)


@pytest.fixture(scope="module")
def shown(release: Path) -> Shown:
    with duckdb.connect(str(release), read_only=True) as connection:
        printed = connection.execute(
            "SELECT place, indicator, period, count, missing_reason FROM reported_crimes"
        ).fetchall()
        sums = connection.execute(
            """SELECT place, indicator, period FROM crime_sums
               WHERE missing_reason = 'protected'"""
        ).fetchall()
    cells = [(Cell(p, i, months_in(period)), *rest) for p, i, period, *rest in printed]
    hidden = {cell for cell, _, reason in cells if reason == "protected"}
    return Shown(
        {cell: count for cell, count, _ in cells if count is not None},
        hidden,
        {Cell(p, i, months_in(period)) for p, i, period in sums},
    )


@pytest.fixture(scope="module")
def from_files(release: Path) -> list[Given]:
    """The numbers in the files: those of the promise folder, and every view's."""
    data = {"data": EXAMPLE.id}
    found = []
    for table in TABLES:
        rows = fetched(f"/data/{table.name}.csv", **data)
        assert rows
        if table.name == "reported_crimes":
            found += [_given(row, row["indicator"], "count", "reported_crimes.csv") for row in rows]
        elif table.name == "coverage":
            found += [_given(row, "alla-brott", "reports", "coverage.csv") for row in rows]
    for indicator in INDICATORS.values():
        for period in PERIODS:
            rows = fetched("/data/indikator.csv", period=period, indikator=indicator, **data)
            found += _of_views(rows, f"indikator.csv {indicator} {period}")
    for village in store().release(EXAMPLE.id).villages():
        found += _of_views(fetched("/data/by.csv", by=village.id, **data), f"by.csv {village.id}")
    for row in fetched("/data/jamforelser.csv", **data):
        found += _both(row)
    return [one for one in found if one]


def _of_views(rows: list[dict[str, str]], where: str) -> Iterator[Given | None]:
    """Values, and the counts of the baseline year that they are held against."""
    for row in rows:
        if row["unit"] == "reports":
            yield _given(row, row["indicator"], "value", where)
            if row["baseline"]:
                held_against = row | {"period": row["baseline"]}
                yield _given(held_against, row["indicator"], "count_baseline", where)


def _both(row: dict[str, str]) -> Iterator[Given]:
    """The two counts of a comparison, each by the months of its parts."""
    for side in ("now", "baseline"):
        months = tuple(m for part in row[f"parts_{side}"].split(";") for m in months_in(part))
        if row[f"count_{side}"]:
            cell = Cell(row["place"], row["indicator"], months)
            yield Given(cell, int(row[f"count_{side}"]), f"jamforelser.csv {row['kind']}")


def _given(row: dict[str, str], indicator: str, column: str, where: str) -> Given | None:
    cell = Cell(row["place"], indicator, months_in(row["period"]))
    return Given(cell, int(row[column]), where) if row[column] else None


@pytest.fixture(scope="module")
def from_pages(open_page: Callable[..., OpenedPage]) -> list[Given]:
    """The numbers in tables, charts and sentences of every page with figures: each village, each
    indicator with all of its places in every division of time."""
    held = store().release(EXAMPLE.id)
    places = {indicator: held.places_with(indicator) for indicator in INDICATORS.values()}
    names = {place.name: place.id for some in places.values() for place in some}
    reader = Reader(names, INDICATORS, EXAMPLE.baseline)
    villages = [village.id for village in held.villages()]
    own = EXAMPLE.own_places
    choices = [("oversikt", {})]
    choices += [("by", {"by": village}) for village in villages]
    for indicator, some in places.items():
        choice = {
            "indikator": indicator,
            "platser": ",".join(place.id for place in some if place.id in own),
            "jamfor": ",".join(place.id for place in some if place.id not in own),
        }
        choices += [
            ("indikatorer", choice | {"period": period})
            for period, kind in PERIODS.items()
            if kind in held.period_kinds(indicator)
        ]
    return [
        one
        for name, choice in choices
        for one in reader.numbers(
            open_page(name, **choice, **EXAMPLE.address), " ".join([name, *choice.values()])
        )
    ]


def value(shown: Shown, cell: Cell) -> int | None:
    """What the release prints of a cell, else what its printed parts add up to."""
    if cell in shown.counts:
        return shown.counts[cell]
    for length in (3, 1):
        parts = [
            shown.counts.get(cell._replace(months=cell.months[n : n + length]))
            for n in range(0, len(cell.months), length)
        ]
        if None not in parts:
            return sum(part or 0 for part in parts)
    return None


def faults(shown: Shown, found: list[Given]) -> list[str]:
    """The numbers that the release hides, and those that differ from what it prints."""
    said = []
    for one in found:
        if one.cell in shown.hidden | shown.sums:
            said.append(f"hidden: {one}")
        elif value(shown, one.cell) != one.count:
            said.append(f"not printed: {one}")
    return said


def test_a_number_that_is_hidden_stands_somewhere_on_the_site(
    shown: Shown, from_files: list[Given], from_pages: list[Given]
) -> None:
    assert faults(shown, from_files) == []
    assert faults(shown, from_pages) == []
    # All of the release can be fetched, and every kind of page was read.
    assert {one.cell for one in from_files} >= set(shown.counts)
    assert {one.where.split()[0] for one in from_pages} == {"oversikt", "by", "indikatorer"}
    assert {one.cell for one in from_pages} >= set(shown.counts)
    assert len(shown.hidden) > 40 and shown.sums


def test_a_file_tells_of_a_hidden_number_by_what_is_worked_out_from_it(shown: Shown) -> None:
    """No ratio, limit or band stands where one of the counts behind it does not."""
    compared = fetched("/data/jamforelser.csv", data=EXAMPLE.id)
    lacking = [row for row in compared if not (row["count_now"] and row["count_baseline"])]
    for row in lacking:
        worked_out = ("ratio", "lower", "upper", "phi", "p_value", "band_low", "band_high")
        assert [row[name] for name in worked_out] == [""] * len(worked_out)
    assert "protected" in {row["missing_reason"] for row in lacking}
    key = itemgetter("place", "indicator", "now", "now_end")
    beside = fetched("/data/omraden.csv", data=EXAMPLE.id)
    told = {key(row) for row in beside if row["ratio"]}
    assert told and told.isdisjoint(map(key, lacking)) and told <= set(map(key, compared))
    bands = fetched("/data/manadsband.csv", data=EXAMPLE.id)
    for row in bands:
        month = f"{EXAMPLE.baseline}{row['month'][4:]}"
        assert Cell(row["place"], row["indicator"], (month,)) in shown.counts
    assert bands


def test_a_number_that_should_not_be_there_goes_unnoticed(shown: Shown) -> None:
    hidden = min(shown.hidden)
    printed = next(iter(shown.counts))
    odd: Months = ("2019-02", "2019-03")
    wrong = [
        Given(hidden, 3, "a page"),
        Given(printed, shown.counts[printed] + 1, "a page"),
        Given(Cell("utkastnas", "stold", odd), 3, "a page"),
    ]
    assert len(faults(shown, wrong)) == len(wrong)


def test_all_numbers_of_the_site_together_give_a_hidden_one_away(
    release: Path, shown: Shown, from_files: list[Given], from_pages: list[Given], tmp_path: Path
) -> None:
    found = {one.cell: one.count for one in chain(from_files, from_pages)}
    periods = {cell: notation(cell.months) for cell in found}
    for cell in (cell for cell, period in periods.items() if period is None):
        # A run of months that no period names: it says no more than its months, all given too.
        months = [cell._replace(months=(month,)) for month in cell.months]
        assert sum(found[month] for month in months) == found[cell]
    rows = [
        (cell.place, cell.indicator, period, found[cell], None)
        for cell, period in periods.items()
        if period
    ]
    rows += [(*cell[:2], notation(cell.months), None, "protected") for cell in shown.hidden]
    coverage = fetched("/data/coverage.csv", data=EXAMPLE.id)
    attacked = tmp_path / "attacked.duckdb"
    shutil.copy(release, attacked)
    attacked.chmod(0o600)
    with duckdb.connect(str(attacked)) as connection:
        connection.execute("DELETE FROM reported_crimes")
        connection.execute(
            """INSERT INTO reported_crimes (place, indicator, period, count, missing_reason)
               SELECT unnest(?), unnest(?), unnest(?), unnest(?), unnest(?)""",
            [list(column) for column in zip(*rows, strict=True)],
        )
        connection.execute("DELETE FROM coverage")
        connection.executemany(
            "INSERT INTO coverage (place, period, unplaced, missing_reason) VALUES (?, ?, ?, ?)",
            [
                (
                    row["place"],
                    row["period"],
                    row["unplaced"] or None,
                    row["missing_reason"] or None,
                )
                for row in coverage
            ],
        )
    result = audit(view_of(attacked))
    assert result.narrowed == []
    assert result.numbers >= sum(period is not None for period in periods.values())
    assert result.tried > len(shown.hidden)
