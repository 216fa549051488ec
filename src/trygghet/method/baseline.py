"""What the present is compared with: weighted baseline and exposure (method §1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal, NamedTuple


class WeightedBaseline(NamedTuple):
    """A baseline in which some months are used more than once.

    Attributes:
        cases: y', the count to compare with; need not be whole.
        exposure_factor: 1/k, at most 1 for whole weights. Multiply the weighted sum of the months'
            exposures by it.
    """

    cases: float
    exposure_factor: float


def weighted_baseline(counts: Sequence[float], weights: Sequence[float]) -> WeightedBaseline:
    """Return the baseline of a period that uses some months of the baseline year twice.

    Using a month twice adds cases but no information. Count and exposure are therefore both divided
    by k, which leaves the rate as it is and the uncertainty as large as it should be.

    Args:
        counts: Counts per month of the baseline year, each at least 0.
        weights: How many times each month is used, at least 0, one per count.

    Returns:
        y' = B/k and 1/k, with B = sum(w*y) and k = sum(w*w*y) / sum(w*y). Method §1. Where B is 0
        the ratio is undefined; k is then that of equal months, sum(w*w) / sum(w).

    Raises:
        ValueError: If the lengths differ, a value is negative or not finite, or no weight is above
            0.
    """
    if len(counts) != len(weights):
        raise ValueError(f"{len(counts)} counts but {len(weights)} weights")
    if not all(isfinite(value) and value >= 0 for value in (*counts, *weights)):
        raise ValueError("counts and weights must be finite and at least 0")
    if not any(weight > 0 for weight in weights):
        raise ValueError("at least one weight must be above 0")
    total = sum(weight * count for weight, count in zip(weights, counts, strict=True))
    if total > 0:
        squares = sum(weight**2 * count for weight, count in zip(weights, counts, strict=True))
        k = squares / total
    else:
        k = sum(weight**2 for weight in weights) / sum(weights)
    return WeightedBaseline(cases=total / k, exposure_factor=1.0 / k)


@dataclass(frozen=True, slots=True)
class Exposure:
    """What the two counts are set in relation to.

    Attributes:
        now: Exposure of the period compared, in person-days or days.
        baseline: Exposure of the baseline period, in the same unit.
        basis: The unit; `days` must be said in the text, because population is then left out.
    """

    now: float
    baseline: float
    basis: Literal["population_days", "days"]


def exposure(
    days_now: float,
    days_baseline: float,
    population_now: float | None = None,
    population_baseline: float | None = None,
) -> Exposure:
    """Return population times days of both periods, or days where a population is missing.

    Args:
        days_now: Days in the period compared, above 0.
        days_baseline: Days in the baseline period, above 0.
        population_now: Inhabitants in the period compared, above 0, or None if unknown.
        population_baseline: Inhabitants in the baseline period, above 0, or None if unknown.

    Returns:
        The two exposures and their unit. If one population is missing neither is used: the two
        sides must be in the same unit. Method §1.

    Raises:
        ValueError: If a given number is not finite and above 0.
    """
    given = (days_now, days_baseline, population_now, population_baseline)
    if not all(value is None or (isfinite(value) and value > 0) for value in given):
        raise ValueError("days and populations must be finite and above 0")
    if population_now is None or population_baseline is None:
        return Exposure(now=days_now, baseline=days_baseline, basis="days")
    return Exposure(
        now=population_now * days_now,
        baseline=population_baseline * days_baseline,
        basis="population_days",
    )
