"""Reported crimes of every place and indicator against the baseline year (method §1)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from trygghet.check import PromiseFolder
from trygghet.compare.records import Frame, SeriesKey, optional_text, series_of
from trygghet.method.bands import ExpectedBand, expected_band, row_band
from trygghet.method.baseline import Exposure, exposure
from trygghet.method.comparison_area import AreaComparison, area_comparison
from trygghet.method.counts import CELL_LEVEL, END_LEVEL, CountComparison, count_comparison
from trygghet.method.coverage import survives
from trygghet.method.variation import Series
from trygghet.method.verdicts import NoVerdictReason, Verdict
from trygghet.method.windows import (
    Count,
    Window,
    days_in,
    end_window,
    period_sums,
    promise_window,
    rolling_window,
    year_windows,
)
from trygghet.periods import parse_period

Counts = dict[SeriesKey, dict[str, Count]]
Populations = Mapping[tuple[str, int], int]


@dataclass(frozen=True, slots=True)
class Compared:
    """One window of one series and what the method says of it. `exposed` tells also whether
    population is part of the exposure, `band` which counts now would earn no word."""

    place: str
    indicator: str
    window: Window
    exposed: Exposure
    outcome: CountComparison
    band: ExpectedBand | None


@dataclass(frozen=True, slots=True)
class Beside:
    """An own place's change beside that of a group of other places together."""

    compared: Compared
    group: str
    members: int
    count_now: float
    count_baseline: float
    outcome: AreaComparison


def counts_by_series(folder: PromiseFolder) -> Counts:
    """Counts by place and indicator, then by period."""
    counts: Counts = defaultdict(dict)
    for record in folder.tables["reported_crimes"]:
        value = record.values["count"]
        counts[series_of(record)][str(record.values["period"])] = Count(
            value if isinstance(value, int) else None,
            optional_text(record.values["missing_reason"]),
        )
    return counts


def compare_crimes(folder: PromiseFolder, frame: Frame) -> list[Compared]:
    """Every window of every series, in the order of the file."""
    populations = _populations(folder)
    coverage = _coverage(folder, frame)
    return [
        _covered(_compared(place, indicator, window, frame, populations), frame, coverage)
        for (place, indicator), counts in counts_by_series(folder).items()
        for window in _windows(counts, frame)
    ]


def compare_areas(compared: Sequence[Compared], frame: Frame) -> Iterator[Beside]:
    """Where a group of other places has the same window, its change beside an own place's.

    Method §1, "Comparison area": context, never a verdict.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for place, record in frame.places.items():
        if record.values["compare_as"] is not None:
            groups[str(record.values["compare_as"])].append(place)
    by_window = {
        (one.place, one.indicator, one.window.now, one.window.now_end): one.window
        for one in compared
    }
    for one in compared:
        window = one.window
        after = int(window.now_end[:4]) >= frame.start.year and window.kind != "earlier"
        if not frame.is_own(one.place) or window.kind == "promise" or not after:
            continue
        for group, members in groups.items():
            others = [
                by_window.get((place, one.indicator, window.now, window.now_end))
                for place in members
                if place != one.place
            ]
            now = _sum([other.count_now if other else None for other in others])
            before = _sum([other.count_baseline if other else None for other in others])
            if now is not None and before is not None:
                outcome = area_comparison(
                    window.count_now,
                    window.count_baseline,
                    now,
                    before,
                    series=one.outcome.series,
                )
                yield Beside(one, group, len(others), now, before, outcome)


def month_bands(folder: PromiseFolder, frame: Frame) -> Iterator[tuple[str, str, str, int, int]]:
    """Place, indicator, month and the least and most reports that are expected in an ordinary one,
    given the same month of the baseline year; only where the figures are judged at all."""
    populations = _populations(folder)
    for (place, indicator), counts in counts_by_series(folder).items():
        judged = frame.indicators[indicator].values["good_direction"] != "not_judged"
        if not judged or not frame.is_own(place):
            continue
        for month in sorted(counts):
            before = counts.get(f"{frame.baseline_year}{month[4:]}")
            span = parse_period(month)
            if span.kind != "month" or span.year <= frame.baseline_year:
                continue
            if before is None or before.value is None:
                continue
            exposed = exposure(
                days_in(month),
                days_in(f"{frame.baseline_year}{month[4:]}"),
                populations.get((place, span.year)),
                populations.get((place, frame.baseline_year)),
            )
            series = _series(frame, indicator)
            band = expected_band(before.value, exposed.now, exposed.baseline, series)
            yield place, indicator, month, band.low, band.high


def _series(frame: Frame, indicator: str) -> Series:
    return "all" if frame.series(indicator) == "all" else "category"


def _windows(counts: Mapping[str, Count], frame: Frame) -> Iterator[Window]:
    yield from year_windows(counts, frame.baseline_year)
    for window in (
        rolling_window(counts, frame.baseline_year),
        end_window(counts, frame.baseline_year, frame.end),
        promise_window(counts, frame.baseline_year, frame.start, frame.end),
    ):
        if window:
            yield window


def _compared(
    place: str, indicator: str, window: Window, frame: Frame, populations: Populations
) -> Compared:
    exposed = _exposure(place, window, frame, populations)
    series = _series(frame, indicator)
    # The one comparison that was declared in advance for the promise as a whole.
    declared = window.kind == "end" and place == frame.area and series == "all"
    level = END_LEVEL if declared else CELL_LEVEL
    outcome = count_comparison(
        window.count_now,
        window.count_baseline,
        exposed.now,
        exposed.baseline,
        series,
        level,
        no_verdict=_no_verdict(indicator, window, frame),
    )
    band = None
    if outcome.reason is None and window.count_baseline and frame.is_own(place):
        band = row_band(window.count_baseline, exposed.now, exposed.baseline, series, level)
    return Compared(place, indicator, window, exposed, outcome, band)


def _exposure(place: str, window: Window, frame: Frame, populations: Populations) -> Exposure:
    return exposure(
        window.days_now,
        window.days_baseline,
        populations.get((place, int(window.now_end[:4]))),
        populations.get((place, frame.baseline_year)),
    )


def _coverage(folder: PromiseFolder, frame: Frame) -> dict[str, Count]:
    """The reports of the promise's area that are in no village, by period; empty where nobody has
    said how many they are."""
    given = {
        str(record.values["period"]): Count(
            value if isinstance(value := record.values["unplaced"], int) else None,
            optional_text(record.values["missing_reason"]),
        )
        for record in folder.tables["coverage"]
        if record.values["place"] == frame.area
    }
    return given | period_sums(given)


def _covered(compared: Compared, frame: Frame, coverage: Mapping[str, Count]) -> Compared:
    """The comparison without a word where more or fewer unplaced reports could have made it."""
    outcome, window = compared.outcome, compared.window
    word = outcome.verdict in (Verdict.LOWER, Verdict.HIGHER)
    if not (coverage and word and frame.is_within_area(compared.place)):
        return compared
    now = _unplaced(coverage, window.now, window.parts_now)
    before = _unplaced(coverage, window.baseline, window.parts_baseline)
    if now is None or before is None:
        reason = NoVerdictReason.COVERAGE_UNKNOWN
    else:
        pace = before / sum(days_in(part) for part in window.parts_baseline)
        exposed = compared.exposed
        expected = pace * window.days_now
        if survives(outcome, exposed.now, exposed.baseline, now, expected):
            return compared
        reason = NoVerdictReason.COVERAGE_CHANGED
    without = count_comparison(
        outcome.now,
        outcome.baseline,
        compared.exposed.now,
        compared.exposed.baseline,
        outcome.series,
        outcome.level,
        no_verdict=reason,
    )
    return replace(compared, outcome=without, band=None)


def _unplaced(coverage: Mapping[str, Count], whole: str, parts: Sequence[str]) -> int | None:
    """The unplaced reports of a whole year, else of all its parts; None where one is missing."""
    counts = [coverage.get(part) for part in parts]
    values = [count.value if count else None for count in counts]
    known = [value for value in values if value is not None]
    if len(known) == len(values):
        return sum(known)
    year = coverage.get(whole) if len(whole) == len("2019") else None
    return year.value if year else None


def _no_verdict(indicator: str, window: Window, frame: Frame) -> NoVerdictReason | None:
    if window.missing_period is not None:
        protected = window.missing_reason == "protected"
        return NoVerdictReason.PROTECTED if protected else NoVerdictReason.PERIOD_INCOMPLETE
    if frame.indicators[indicator].values["good_direction"] == "not_judged":
        return NoVerdictReason.NOT_JUDGED
    return None


def _populations(folder: PromiseFolder) -> Populations:
    """Inhabitants by place and year; none where two sources disagree."""
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for record in folder.tables["population"]:
        people, period = record.values["population"], record.values["period"]
        if isinstance(people, int) and people > 0 and period is not None:
            found[str(record.values["place"]), int(str(period)[:4])].add(people)
    return {key: values.pop() for key, values in found.items() if len(values) == 1}


def _sum(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if known and len(known) == len(values) else None
