"""Which counts are published at all (method §5, "Published tables").

Below the municipality a release holds four tables: month x place for all reported crimes; month x
category for the promise's whole area; half-year (and year) x place x category, but sensitive
categories only for the whole area; year x village for all reported crimes. Small places stand
together in every table with categories or months.

What is in none of them but can be bounded by them is also listed here, as not printed: the rules
must not give it away.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from trygghet.check import PromiseFolder
from trygghet.check.csv_file import Record
from trygghet.method.windows import Count, period_sums
from trygghet.periods import parse_period
from trygghet.protect.cells import Cell, Rule, period_rules, place_rules, rest
from trygghet.protect.merging import Group, SmallPlace, groups
from trygghet.schema import PROTECTED_KINDS

TableName = Literal["month_total", "area", "half_category", "year_total", "unplaced"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A count with what is told about it. `value` is None where it is missing."""

    value: int | None
    missing_reason: str | None
    source: str
    note: str | None = None
    rate: float | None = None


@dataclass(frozen=True, slots=True)
class Tables:
    """All counts below the municipality. `printed` tells in which table a cell is published."""

    figures: dict[Cell, Figure]
    printed: dict[Cell, TableName]
    rules: list[Rule]
    groups: list[Group]
    sensitive: frozenset[str]

    def values(self) -> dict[Cell, int]:
        """The counts that are known."""
        return {cell: f.value for cell, f in self.figures.items() if f.value is not None}


def tables(folder: PromiseFolder) -> Tables:
    """The counts of a folder as they could be published, with nothing hidden yet."""
    places = {str(record.values["id"]): record for record in folder.tables["places"]}
    own = {id_ for id_, record in places.items() if record.values["kind"] in PROTECTED_KINDS}
    given = _given(folder)
    area = str(folder.promise.values["area"])
    together = groups(list(_small(folder, {place for place, _ in given} & own - {area}, area)))
    grouped = {member: group.id for group in together for member in group.members}
    for group in together:
        given |= _group_figures(given, group)
    indicators = {str(record.values["id"]): record for record in folder.tables["indicators"]}
    figures: dict[Cell, Figure] = {}
    printed: dict[Cell, TableName] = {}
    for (place, indicator), series in given.items():
        larger = place in places and place not in own
        for period, figure in (series | _sums(series)).items():
            cell = Cell(place, indicator, period)
            table = _table(cell, indicators[indicator], area, grouped, period in series)
            if table and not larger:
                printed[cell] = table
            if cell in printed or larger or _can_be_bounded(cell, indicators, grouped, area):
                figures[cell] = figure
    for cell, figure, is_given in _unplaced(folder, indicators, area):
        figures[cell] = figure
        if is_given or parse_period(cell.period).kind in ("half", "year"):
            printed[cell] = "unplaced"
    found = Tables(figures, printed, [], together, _sensitive(indicators))
    found.rules.extend(_rules(found.values(), folder, indicators, grouped, area))
    return found


Series = dict[str, Figure]


def _given(folder: PromiseFolder) -> dict[tuple[str, str], Series]:
    found: dict[tuple[str, str], Series] = defaultdict(dict)
    for record in folder.tables["reported_crimes"]:
        values = record.values
        key = str(values["place"]), str(values["indicator"])
        found[key][str(values["period"])] = _figure(record, values["count"])
    return found


def _figure(record: Record, value: object) -> Figure:
    reason, note = record.values["missing_reason"], record.values["note"]
    rate = record.values.get("rate_per_100k")
    return Figure(
        value if isinstance(value, int) else None,
        str(reason) if reason else None,
        str(record.values["source"]),
        str(note) if note else None,
        rate if isinstance(rate, float) else None,
    )


def _sums(series: Series) -> Series:
    """What follows from the figures given, with the source and the note of one of the parts."""
    counts = {period: Count(f.value, f.missing_reason) for period, f in series.items()}
    found = {}
    for period, count in period_sums(counts).items():
        span = parse_period(period)
        parts = [
            figure
            for text, figure in series.items()
            if span.start <= parse_period(text).start and parse_period(text).end <= span.end
        ]
        missing = [part for part in parts if part.value is None]
        first = (missing or parts)[0]
        note = first.note if missing else None
        found[period] = Figure(count.value, count.missing_reason, first.source, note)
    return found


def _small(folder: PromiseFolder, counted: set[str], area: str) -> Iterator[SmallPlace]:
    """The places with counts, with their inhabitants in the baseline year or nearest to it."""
    baseline = int(str(folder.promise.values["baseline_year"]))
    known: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for record in folder.tables["population"]:
        people, period = record.values["population"], record.values["period"]
        if isinstance(people, int) and period is not None:
            year = int(str(period)[:4])
            # Nearest to the baseline, then the later; of two sources the smaller number.
            known[str(record.values["place"])].append((abs(year - baseline), -year, people))
    for record in folder.tables["places"]:
        place = str(record.values["id"])
        if place in counted:
            people = min(known[place])[2] if known[place] else None
            part_of = record.values["part_of"]
            yield SmallPlace(place, str(part_of) if part_of else area, people)


def _group_figures(
    given: dict[tuple[str, str], Series], group: Group
) -> dict[tuple[str, str], Series]:
    """The members' counts together, where every member has a row for the period."""
    found: dict[tuple[str, str], Series] = {}
    for indicator in dict.fromkeys(i for place, i in given if place in group.members):
        members = [given.get((place, indicator), {}) for place in group.members]
        series = {}
        for period in members[0]:
            parts = [member[period] for member in members if period in member]
            if len(parts) == len(members):
                missing = [part for part in parts if part.value is None]
                value = None if missing else sum(part.value or 0 for part in parts)
                first = (missing or parts)[0]
                note = first.note if missing else None
                series[period] = Figure(value, first.missing_reason, first.source, note)
        if series:
            found[group.id, indicator] = series
    return found


def _table(
    cell: Cell, indicator: Record, area: str, grouped: dict[str, str], given: bool
) -> TableName | None:
    """The table that a cell belongs to, None where it is in none. Of what only follows from the
    rows given, half-years and years are published, and of village totals just years."""
    kind, series = parse_period(cell.period).kind, indicator.values["series"]
    if cell.place == area:
        return "area" if given or kind in ("half", "year") else None
    if series == "all" and kind == "year":
        return "year_total"
    if cell.place in grouped:
        return None
    if series == "all":
        return "month_total" if given else None
    # Not all but those that the police find themselves: the rest would tell how many these are.
    if series == "category" and kind in ("half", "year") and indicator.values["sensitive"] == "no":
        return "half_category"
    return None


def _can_be_bounded(
    cell: Cell, indicators: dict[str, Record], grouped: dict[str, str], area: str
) -> bool:
    """What no table prints, but what the printed cells say something of: the area in every
    length, and by half-year and year the totals and the sensitive categories."""
    if cell.place == area:
        return True
    series, kind = indicators[cell.indicator].values["series"], parse_period(cell.period).kind
    return cell.place not in grouped and series in ("all", "category") and kind in ("half", "year")


def _unplaced(
    folder: PromiseFolder, indicators: dict[str, Record], area: str
) -> Iterator[tuple[Cell, Figure, bool]]:
    total = next((i for i, r in indicators.items() if r.values["series"] == "all"), None)
    series = {
        str(record.values["period"]): _figure(record, record.values["unplaced"])
        for record in folder.tables["coverage"]
        if record.values["place"] == area
    }
    if total:
        for period, figure in (series | _sums(series)).items():
            yield Cell(rest(area), total, period), figure, period in series


def _sensitive(indicators: dict[str, Record]) -> frozenset[str]:
    return frozenset(i for i, r in indicators.items() if r.values["sensitive"] == "yes")


def _rules(
    values: dict[Cell, int],
    folder: PromiseFolder,
    indicators: dict[str, Record],
    grouped: dict[str, str],
    area: str,
) -> Iterator[Rule]:
    yield from period_rules(values)
    parts_of: dict[str, list[str]] = defaultdict(list)
    for record in folder.tables["places"]:
        place, part_of = str(record.values["id"]), record.values["part_of"]
        whole = str(part_of) if part_of else ""
        part = grouped.get(place, place)
        if whole and part not in parts_of[whole]:
            parts_of[whole].append(part)
        if part != place:
            parts_of[part].append(place)
    yield from place_rules(values, parts_of)
    yield from _category_rules(values, indicators)


def _category_rules(values: dict[Cell, int], indicators: dict[str, Record]) -> Iterator[Rule]:
    """Categories are parts of all reported crimes, and those that are not judged are what the
    police find themselves, wherever the counts do not contradict it."""
    by_series: dict[object, list[str]] = defaultdict(list)
    for indicator, record in indicators.items():
        by_series[record.values["series"]].append(indicator)
    judged = [
        i for i in by_series["category"] if indicators[i].values["good_direction"] != "not_judged"
    ]
    found = [i for i in by_series["category"] if i not in judged]
    for total, others in ((t, o) for t in by_series["all"] for o in by_series["all_but_police"]):
        yield from _parts_rule(values, total, [others, *found])
        yield from _parts_rule(values, others, judged)
    for total in by_series["all"]:
        yield from _parts_rule(values, total, by_series["category"])


def _parts_rule(values: dict[Cell, int], whole: str, parts: list[str]) -> Iterator[Rule]:
    """The sum wherever it holds. Where categories overlap it may not; that it is kept for the
    other cells can only hide more."""
    for cell, value in values.items():
        if cell.indicator == whole:
            inside = [cell._replace(indicator=part) for part in parts]
            there = [part for part in inside if part in values]
            left = value - sum(values[part] for part in there)
            if there and left >= 0:
                yield Rule(cell, tuple(there), exact=left == 0 and there == inside)
