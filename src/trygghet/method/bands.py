"""The counts that would, and would not, earn a word: grey bands and the table (method §1)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from math import floor
from typing import Final

from trygghet.method.counts import CELL_LEVEL, END_LEVEL, word
from trygghet.method.variation import Series
from trygghet.method.verdicts import Verdict

MONTH_LEVEL: Final = 0.998
"""Level of the grey band behind month bars: a year has many months, and bars carry no words."""
TABLE_BASELINES: Final = (5, 10, 20, 50, 100, 350, 1000)
"""The baseline counts of the method page's table."""
TABLE_COLUMNS: Final[tuple[tuple[Series, float], ...]] = (
    ("category", CELL_LEVEL),
    ("all", CELL_LEVEL),
    ("all", END_LEVEL),
)
"""The (series, level) pairs of the method page's table, in its order."""


@dataclass(frozen=True, slots=True)
class VerdictLimits:
    """How far a count must be from the baseline to earn a word.

    Attributes:
        baseline: Count in the baseline period.
        series: One category or all reported crimes.
        level: Confidence level.
        lower_at_most: Largest count now that is "lower"; None if no count is.
        higher_at_least: Smallest count now that is "higher".
    """

    baseline: float
    series: Series
    level: float
    lower_at_most: int | None
    higher_at_least: int


@dataclass(frozen=True, slots=True)
class ExpectedBand:
    """The counts now, both ends included, that are neither lower nor higher than the baseline.

    Attributes:
        baseline: Count in the baseline period.
        series: One category or all reported crimes.
        level: Confidence level.
        low: Smallest such count.
        high: Largest such count.

    In a small place some counts in the band are "too few" rather than "no certain difference".
    """

    baseline: float
    series: Series
    level: float
    low: int
    high: int


@cache
def verdict_limits(
    baseline: float,
    exposure_now: float = 1.0,
    exposure_baseline: float = 1.0,
    series: Series = "category",
    level: float = CELL_LEVEL,
) -> VerdictLimits:
    """Return the counts from which a comparison with `baseline` becomes lower or higher.

    Args:
        baseline: Count in the baseline period, at least 0.
        exposure_now: Exposure of the period compared, above 0.
        exposure_baseline: Exposure of the baseline period, above 0, in the same unit.
        series: One category or all reported crimes.
        level: Confidence level, between 0 and 1.

    Returns:
        The limits, in counts. Method §1, the table.

    Raises:
        ValueError: As `word`.
    """

    def verdict(now: int) -> Verdict:
        return word(now, baseline, exposure_now, exposure_baseline, series, level)

    # The word never turns back as the count grows, so both limits can be found by halving.
    even = floor(baseline * exposure_now / exposure_baseline)
    lower_at_most = None
    if verdict(0) is Verdict.LOWER:
        lower_at_most = _first(lambda now: verdict(now) is not Verdict.LOWER, 0, even + 1) - 1
    beyond = max(1, 2 * even)
    while verdict(beyond) is not Verdict.HIGHER:
        beyond *= 2
    higher_at_least = _first(lambda now: verdict(now) is Verdict.HIGHER, even, beyond)
    return VerdictLimits(
        baseline=baseline,
        series=series,
        level=level,
        lower_at_most=lower_at_most,
        higher_at_least=higher_at_least,
    )


def expected_band(
    baseline: float,
    exposure_now: float = 1.0,
    exposure_baseline: float = 1.0,
    series: Series = "category",
    level: float = MONTH_LEVEL,
) -> ExpectedBand:
    """Return the 99.8 % expected range behind a month bar, given the baseline's same month.

    Args:
        baseline: Count in the same month of the baseline year, at least 0.
        exposure_now: Exposure of the month shown, above 0.
        exposure_baseline: Exposure of the baseline's month, above 0, in the same unit.
        series: One category or all reported crimes.
        level: Confidence level, between 0 and 1.

    Returns:
        The band, in counts. Method §1, "Over time".

    Raises:
        ValueError: As `word`.
    """
    limits = verdict_limits(baseline, exposure_now, exposure_baseline, series, level)
    return ExpectedBand(
        baseline=baseline,
        series=series,
        level=level,
        low=0 if limits.lower_at_most is None else limits.lower_at_most + 1,
        high=limits.higher_at_least - 1,
    )


def row_band(
    baseline: float,
    exposure_now: float = 1.0,
    exposure_baseline: float = 1.0,
    series: Series = "category",
    level: float = CELL_LEVEL,
) -> ExpectedBand:
    """Return the grey band of a row "baseline ... now": the counts that earn neither word.

    A dot inside the band never carries "lower" or "higher", a dot outside always does.

    Args:
        baseline: Count in the baseline period, at least 0.
        exposure_now: Exposure of the period compared, above 0.
        exposure_baseline: Exposure of the baseline period, above 0, in the same unit.
        series: One category or all reported crimes.
        level: Confidence level of the row's word, between 0 and 1.

    Returns:
        The band, in counts. Method §1.

    Raises:
        ValueError: As `word`.
    """
    return expected_band(baseline, exposure_now, exposure_baseline, series, level)


def verdict_table(
    baselines: Sequence[float] = TABLE_BASELINES,
    columns: Sequence[tuple[Series, float]] = TABLE_COLUMNS,
) -> tuple[tuple[VerdictLimits, ...], ...]:
    """Return the table that explains the words: one row per baseline, one cell per column.

    Args:
        baselines: Baseline counts, one per row.
        columns: Pairs of series and level, one per column.

    Returns:
        Rows of limits, in the order given, at equal exposure. Method §1.

    Raises:
        ValueError: As `word`.
    """
    return tuple(
        tuple(verdict_limits(baseline, series=series, level=level) for series, level in columns)
        for baseline in baselines
    )


def _first(holds: Callable[[int], bool], below: int, at: int) -> int:
    """Return the smallest count where `holds`, which is false at `below` and true at `at`."""
    while at - below > 1:
        middle = (below + at) // 2
        if holds(middle):
            at = middle
        else:
            below = middle
    return at
