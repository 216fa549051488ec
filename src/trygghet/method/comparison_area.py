"""The promise's area set beside a comparison area: context, never a verdict (method §1)."""

from dataclasses import dataclass
from enum import StrEnum
from math import exp, log, sqrt
from typing import Final

from scipy.special import ndtri

from trygghet.method.counts import CELL_LEVEL
from trygghet.method.variation import Series, dispersion

LEAST_COUNT: Final = 5
"""With a smaller count the approximation behind the limits is too poor to be shown."""


class NotShownReason(StrEnum):
    """Why a comparison with another area is not shown."""

    COUNT_BELOW_FIVE = "count_below_five"
    COUNT_MISSING = "count_missing"


@dataclass(frozen=True, slots=True)
class AreaComparison:
    """The change in an area divided by the change in a comparison area.

    Attributes:
        ratio: RRR = (T1/T0) / (C1/C0); None if not shown, like the four below.
        se_log: Standard error of the natural logarithm of the ratio.
        lower: Lower limit of the ratio.
        upper: Upper limit of the ratio.
        level: Confidence level of the limits.
        not_shown: Why nothing is shown, or None.

    There is no verdict: the comparison cannot tell the promise from the pandemic, from a high
    baseline year or from other measures.
    """

    ratio: float | None
    se_log: float | None
    lower: float | None
    upper: float | None
    level: float
    not_shown: NotShownReason | None


def area_comparison(
    area_now: float | None,
    area_baseline: float | None,
    comparison_now: float | None,
    comparison_baseline: float | None,
    *,
    series: Series = "all",
    level: float = CELL_LEVEL,
) -> AreaComparison:
    """Compare the change in an area with the change in a comparison area.

    Args:
        area_now: T1, count in the area now, or None if it is missing or protected.
        area_baseline: T0, count in the area in the baseline period, or None.
        comparison_now: C1, count in the comparison area now, or None.
        comparison_baseline: C0, count in the comparison area in the baseline period, or None.
        series: One category or all reported crimes; both areas the same.
        level: Confidence level, between 0 and 1.

    Returns:
        Ratio and limits, or the reason why they are not shown. Method §1, "Comparison area".

    Raises:
        ValueError: If a count is negative or the level is out of range.
    """
    if not 0.0 < level < 1.0:
        raise ValueError(f"level must lie between 0 and 1, got {level}")
    if (
        area_now is None
        or area_baseline is None
        or comparison_now is None
        or comparison_baseline is None
    ):
        return _not_shown(level, NotShownReason.COUNT_MISSING)
    smallest = min(area_now, area_baseline, comparison_now, comparison_baseline)
    if smallest < 0:
        raise ValueError(f"a count must be at least 0, got {smallest}")
    if smallest < LEAST_COUNT:
        return _not_shown(level, NotShownReason.COUNT_BELOW_FIVE)

    ratio = (area_now / area_baseline) / (comparison_now / comparison_baseline)
    variance = dispersion(area_now, area_baseline, 1.0, series) * (
        1.0 / area_now + 1.0 / area_baseline
    ) + dispersion(comparison_now, comparison_baseline, 1.0, series) * (
        1.0 / comparison_now + 1.0 / comparison_baseline
    )
    se_log = sqrt(variance)
    reach = float(ndtri((1.0 + level) / 2.0)) * se_log
    return AreaComparison(
        ratio=ratio,
        se_log=se_log,
        lower=exp(log(ratio) - reach),
        upper=exp(log(ratio) + reach),
        level=level,
        not_shown=None,
    )


def _not_shown(level: float, reason: NotShownReason) -> AreaComparison:
    return AreaComparison(
        ratio=None, se_log=None, lower=None, upper=None, level=level, not_shown=reason
    )
