"""From counted reports to rows of the promise folder: per village, and for the area as a whole.

The area is its villages and what could not be placed in one of them. 0 is a figure; a gap that
the owner has named is none, and then the area has no figure either. Months are numbered as in
`police_groups`. Everything here is pure.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trygghet.check.csv_file import Record
from trygghet.extracts.extract import Extract, Row
from trygghet.extracts.mapping import UNPLACED, Gap
from trygghet.periods import parse_period

# The extract has what nobody has published or may publish for one village: the area's figure then
# still holds it. What was not delivered or not measured is missing from the area's as well.
WITHHELD = ("not_published", "protected")


@dataclass(frozen=True, slots=True)
class Area:
    """The promise's area, its villages, and what codes are counted as: ids as in the folder.

    `indicators` are those that a code counts in, in the order of indicators.csv.
    """

    id: str
    villages: tuple[str, ...]
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """Reports within the span: (month, place, indicator) → reports, a place being a village or
    UNPLACED; and (month, place) → reports of any kind that counts."""

    months: range
    by_indicator: Mapping[tuple[int, str, str], int]
    in_all: Mapping[tuple[int, str], int]


def area_of(extract: Extract) -> Area:
    """The area of the promise that the extract goes into."""
    tables = extract.promise.tables
    area = str(extract.promise.promise.values["area"])
    counted = {indicator for record in tables["crime_codes"] for indicator in _ids(record)}
    return Area(
        area,
        tuple(
            str(record.values["id"])
            for record in tables["places"]
            if record.values["part_of"] == area
        ),
        tuple(
            str(record.values["id"])
            for record in tables["indicators"]
            if record.values["id"] in counted
        ),
    )


def _ids(record: Record) -> tuple[str, ...]:
    given = record.values["indicators"]
    return given if isinstance(given, tuple) else ()


def month_number(year: int, month: int) -> int:
    """The number of a month."""
    return year * 12 + month - 1


def month_text(number: int) -> str:
    """The month as the files write it: 2019-07."""
    return f"{number // 12}-{number % 12 + 1:02}"


def figures(
    extract: Extract, area: Area, counted: Counted
) -> Iterator[tuple[str, int, str, int | Gap, str]]:
    """Place, month, indicator and count, or the gap instead of one, of every cell; last, why a
    gap in the area is one: the village that it comes from, "" where it is the area's own."""
    known = _withheld_but_counted(extract, area, counted)
    for village in area.villages:
        for month in counted.months:
            for indicator in area.indicators:
                gap = _gap(extract, village, indicator, month)
                count = counted.by_indicator.get((month, village, indicator), 0)
                yield village, month, indicator, gap or count, ""
    for month in counted.months:
        for indicator in area.indicators:
            own = _gap(extract, area.id, indicator, month)
            lacking = own or next(
                (
                    gap
                    for village in area.villages
                    if (gap := _gap(extract, village, indicator, month))
                    and (gap, indicator) not in known
                ),
                None,
            )
            total = sum(
                counted.by_indicator.get((month, place, indicator), 0)
                for place in (*area.villages, UNPLACED)
            )
            of = lacking.place if lacking and not own else ""
            yield area.id, month, indicator, lacking or total, of


def _gap(extract: Extract, place: str, indicator: str, month: int) -> Gap | None:
    return extract.names.gap(place, indicator, parse_period(month_text(month)))


def _withheld_but_counted(extract: Extract, area: Area, counted: Counted) -> set[tuple[Gap, str]]:
    """Gaps, with the indicator, of a village whose reports the extract has: nothing is missing
    from the area's figure. Where it has none at all, it does not have them."""
    return {
        (gap, indicator)
        for gap in extract.names.gaps
        if gap.reason in WITHHELD
        for indicator in area.indicators
        if any(
            counted.by_indicator.get((month, gap.place, indicator), 0)
            for month in counted.months
            if gap.covers(gap.place, indicator, parse_period(month_text(month)))
        )
    }


def rows_of(
    extract: Extract, area: Area, counted: Counted, note: str
) -> tuple[list[Row], list[Row]]:
    """Rows of reported_crimes.csv and of coverage.csv. `note` explains why the area lacks a sum."""
    was_missing = {
        tuple(record.values[name] for name in ("place", "period", "indicator"))
        for record in extract.promise.tables["reported_crimes"]
        if record.values["missing_reason"]
    }
    crimes = []
    for place, month, indicator, figure, of in figures(extract, area, counted):
        cells = {
            "place": place,
            "period": month_text(month),
            "indicator": indicator,
            "rate_per_100k": "",
            "source": extract.source,
        }
        if isinstance(figure, Gap):
            cells |= {
                "count": "",
                "missing_reason": figure.reason,
                "note": note if of else figure.note,
            }
        else:
            cells |= {"count": str(figure), "missing_reason": ""}
            if (place, cells["period"], indicator) in was_missing:
                cells["note"] = ""  # it said why there was no figure
        crimes.append(Row(cells))
    return crimes, list(_coverage(extract, area, counted))


def _coverage(extract: Extract, area: Area, counted: Counted) -> Iterator[Row]:
    """The reports that there are, and how many of them could not be placed; no row for a month
    that the extract has nothing of because of a gap."""
    for month in counted.months:
        lacking = {
            village
            for village in area.villages
            if all(
                gap is not None and gap.reason not in WITHHELD
                for indicator in area.indicators
                for gap in (_gap(extract, village, indicator, month),)
            )
        }
        unplaced = counted.in_all.get((month, UNPLACED), 0)
        reports = unplaced + sum(
            counted.in_all.get((month, village), 0)
            for village in area.villages
            if village not in lacking
        )
        if reports or not lacking:
            cells = {
                "place": area.id,
                "period": month_text(month),
                "reports": str(reports),
                "unplaced": str(unplaced),
                "source": extract.source,
            }
            yield Row(cells | {"missing_reason": ""})
