"""Reported crimes now against the baseline year: ratio, interval and word (method §1)."""

from dataclasses import dataclass
from math import floor, inf, isfinite, log, log1p, sqrt
from typing import Final

from trygghet.method.conditional import p_value, ratio_limits
from trygghet.method.variation import VARIATION, Series, dispersion
from trygghet.method.verdicts import NoVerdictReason, Verdict

CELL_LEVEL: Final = 0.99
"""Level of every cell: many cells are looked at, so each must stand for itself."""
END_LEVEL: Final = 0.95
"""Level of the one end assessment of the promise as a whole, declared in advance."""


@dataclass(frozen=True, slots=True)
class CountComparison:
    """The outcome of one comparison of counts.

    Attributes:
        now: Count in the period compared; None if it may not or cannot be given.
        baseline: Count in the baseline period; None likewise.
        exposure_ratio: d, the exposure now divided by the exposure in the baseline period.
        series: Whether the counts are of one category or of all reported crimes.
        level: Confidence level of the interval and of the word.
        ratio: (now / baseline) / d; infinite if only the baseline is 0, None if both are.
        phi: Assumed variance of a count as a multiple of a Poisson count's, at least 1.
        lower: Lower limit of the ratio.
        upper: Upper limit of the ratio, infinite if the baseline is 0.
        p_value: Two-sided mid-P value, 0 to 1.
        verdict: The word.
        reason: Why there is no word; set exactly when the verdict is `NO_VERDICT`.
        too_few_limit: Smallest whole total of the two counts that could get a word at all.

    Where the verdict is `NO_VERDICT`, ratio, phi, lower, upper and p_value are None, so that no
    page can hint at a word that must not be said.
    """

    now: float | None
    baseline: float | None
    exposure_ratio: float
    series: Series
    level: float
    ratio: float | None
    phi: float | None
    lower: float | None
    upper: float | None
    p_value: float | None
    verdict: Verdict
    reason: NoVerdictReason | None
    too_few_limit: int


def count_comparison(
    now: float | None,
    baseline: float | None,
    exposure_now: float = 1.0,
    exposure_baseline: float = 1.0,
    series: Series = "category",
    level: float = CELL_LEVEL,
    *,
    no_verdict: NoVerdictReason | None = None,
) -> CountComparison:
    """Compare a count with the baseline year's and choose the word (method §1, words 1-4).

    Args:
        now: Count in the period compared, at least 0. None only together with `no_verdict`.
        baseline: Count in the same months of the baseline year, or a weighted baseline's count.
            None only together with `no_verdict`.
        exposure_now: Population times days (or days) of the period compared, above 0.
        exposure_baseline: The same for the baseline, in the same unit.
        series: `category` for one category, `all` for all reported crimes together.
        level: Confidence level, between 0 and 1: `CELL_LEVEL` or, once, `END_LEVEL`.
        no_verdict: Why no word may be said, if so. It comes before everything else.

    Returns:
        The comparison.

    Raises:
        ValueError: If a count is negative, not finite or missing without a reason; if an exposure
            or the level is out of range; or if both counts of a protected comparison are given.
    """
    ratio_of_exposures = _exposure_ratio(exposure_now, exposure_baseline)
    _check_level(level)
    for count in (now, baseline):
        _check_count(count)
    if no_verdict is None and (now is None or baseline is None):
        raise ValueError("a missing count needs a reason for giving no verdict")
    if no_verdict is NoVerdictReason.PROTECTED and now is not None and baseline is not None:
        raise ValueError("a protected comparison must not receive both counts")

    limit = too_few_threshold(ratio_of_exposures, series, level)
    ratio = phi = lower = upper = probability = None
    if no_verdict is not None or now is None or baseline is None:
        verdict = Verdict.NO_VERDICT
    else:
        phi = dispersion(now, baseline, ratio_of_exposures, series)
        ratio = _ratio(now, baseline, ratio_of_exposures)
        lower, upper = ratio_limits(now / phi, baseline / phi, ratio_of_exposures, level)
        probability = p_value(now / phi, baseline / phi, ratio_of_exposures)
        verdict = _word(now, baseline, ratio_of_exposures, limit, probability, level)
    return CountComparison(
        now=now,
        baseline=baseline,
        exposure_ratio=ratio_of_exposures,
        series=series,
        level=level,
        ratio=ratio,
        phi=phi,
        lower=lower,
        upper=upper,
        p_value=probability,
        verdict=verdict,
        reason=no_verdict,
        too_few_limit=floor(limit) + 1,
    )


def word(
    now: float,
    baseline: float,
    exposure_now: float = 1.0,
    exposure_baseline: float = 1.0,
    series: Series = "category",
    level: float = CELL_LEVEL,
) -> Verdict:
    """Return the word of a comparison, without its interval (method §1, words 1-4).

    An upper limit below 1, or a lower one above 1, is a P value below 1 - level: the interval
    holds exactly the ratios that a test at its level would not reject. P takes a thirtieth of
    the time.

    The arguments are those of `count_comparison`, and no count is missing.

    Returns:
        Any word but `NO_VERDICT`.

    Raises:
        ValueError: If a count, an exposure or the level is out of range.
    """
    ratio_of_exposures = _exposure_ratio(exposure_now, exposure_baseline)
    _check_level(level)
    for count in (now, baseline):
        _check_count(count)
    limit = too_few_threshold(ratio_of_exposures, series, level)
    phi = dispersion(now, baseline, ratio_of_exposures, series)
    probability = p_value(now / phi, baseline / phi, ratio_of_exposures)
    return _word(now, baseline, ratio_of_exposures, limit, probability, level)


def too_few_threshold(exposure_ratio: float, series: Series, level: float) -> float:
    """Return the total that is too small for a word, however it were split (method §1, word 3).

    Args:
        exposure_ratio: d, above 0.
        series: Which constant of variation to use.
        level: Confidence level, between 0 and 1.

    Returns:
        A number of cases: a total of this or less cannot reach the level, a larger one can.
    """
    alpha = 1.0 - level
    # Everything now, or everything in the baseline period: P is then (the share's chance) ** X.
    all_now = _one_sided_threshold(-log(alpha) / log1p(1.0 / exposure_ratio), 1.0, series)
    all_before = _one_sided_threshold(-log(alpha) / log1p(exposure_ratio), exposure_ratio, series)
    return min(all_now, all_before)


def _one_sided_threshold(needed: float, exposure: float, series: Series) -> float:
    """Return the n that solves n / (1 + c * sqrt(exposure * n / 2)) = needed."""
    # A quadratic in the square root of n.
    slope = needed * VARIATION[series] * sqrt(exposure / 2.0)
    root = (slope + sqrt(slope * slope + 4.0 * needed)) / 2.0
    return root * root


def _word(
    now: float,
    baseline: float,
    exposure_ratio: float,
    limit: float,
    probability: float,
    level: float,
) -> Verdict:
    total = now + baseline
    if total == 0:
        return Verdict.NONE_REPORTED
    if total <= limit:
        return Verdict.TOO_FEW
    if probability >= 1.0 - level:
        return Verdict.NO_CERTAIN_DIFFERENCE
    return Verdict.LOWER if now < baseline * exposure_ratio else Verdict.HIGHER


def _ratio(now: float, baseline: float, exposure_ratio: float) -> float | None:
    if baseline > 0:
        return now / baseline / exposure_ratio
    return inf if now > 0 else None


def _exposure_ratio(now: float, baseline: float) -> float:
    if not (isfinite(now) and isfinite(baseline) and now > 0 and baseline > 0):
        raise ValueError(f"exposures must be finite and above 0, got {now} and {baseline}")
    return now / baseline


def _check_level(level: float) -> None:
    if not 0.0 < level < 1.0:
        raise ValueError(f"level must lie between 0 and 1, got {level}")


def _check_count(count: float | None) -> None:
    if count is not None and not (isfinite(count) and count >= 0):
        raise ValueError(f"a count must be finite and at least 0, got {count}")
