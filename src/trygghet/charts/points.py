"""From rows to the yearly points of a chart."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from trygghet.release.rows import Comparison, Observation
from trygghet.words.catalogue import text
from trygghet.words.numbers import number, published_number


@dataclass(frozen=True, slots=True)
class YearPoint:
    """What is known of one year: its values with their notation (several in a conflict), or why
    there is none."""

    year: int
    values: tuple[tuple[float, str], ...]
    missing: str = ""


def survey_points(observations: Sequence[Observation]) -> list[YearPoint]:
    """The yearly values of one place and indicator."""
    by_year: dict[int, list[Observation]] = defaultdict(list)
    for seen in observations:
        by_year[seen.period_start.year].append(seen)
    return [_point(year, by_year[year]) for year in sorted(by_year)]


def _point(year: int, seen: Sequence[Observation]) -> YearPoint:
    values = tuple(
        (one.value, published_number(one.published))
        for one in seen
        if one.value is not None and one.published
    )
    missing = "" if values else text(f"missing-{seen[0].missing_reason}")
    return YearPoint(year, values, missing)


def crime_points(comparisons: Sequence[Comparison], baseline: str) -> list[YearPoint]:
    """The whole years of one place and indicator, the baseline year among them."""
    whole = [window for window in comparisons if window.baseline == window.baseline_end == baseline]
    counts = {window.now: window.count_now for window in whole}
    if whole:
        counts[baseline] = whole[0].count_baseline
    return [
        YearPoint(int(year), ((float(count), number(count)),))
        if count is not None
        else YearPoint(int(year), (), text("missing-not_published"))
        for year, count in sorted(counts.items())
    ]
