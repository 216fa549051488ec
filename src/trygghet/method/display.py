"""Which derived numbers may stand beside a count (method §1, "What is shown")."""

from dataclasses import dataclass
from typing import Final

PERCENT_FROM: Final = 50
"""Smallest baseline count with a per cent change: below it one case moves it by over 2 %."""
RATE_MONTHS: Final = 12
RATE_POPULATION_FROM: Final = 1000
RATE_COUNT_FROM: Final = 20
UNCERTAIN_RATE_COUNT_FROM: Final = 10


@dataclass(frozen=True, slots=True)
class Rate:
    """Reported crimes per 1 000 inhabitants and year.

    Attributes:
        per_1000: The rate.
        uncertain: True if the count is 10-19; the rate must then be marked.
    """

    per_1000: float
    uncertain: bool


def percent_change(now: float, baseline: float) -> float | None:
    """Return the change in per cent, or None where the baseline is below 50 (method §1).

    Args:
        now: Count in the period compared.
        baseline: Count in the baseline period.

    Returns:
        Per cent of the baseline, negative for a fall. Never the ground for a word.
    """
    if baseline < PERCENT_FROM:
        return None
    return 100.0 * (now - baseline) / baseline


def rate_per_1000(count: float, population: float | None, months: int) -> Rate | None:
    """Return the rate per 1 000 inhabitants, or None where it may not be shown (method §1).

    Args:
        count: Count of the period.
        population: Inhabitants, or None if unknown.
        months: Length of the period in months; only twelve give a rate.

    Returns:
        The rate and whether it must be marked uncertain; None unless the period is twelve months,
        the population at least 1 000 and the count at least 10.
    """
    if months != RATE_MONTHS or population is None or population < RATE_POPULATION_FROM:
        return None
    if count < UNCERTAIN_RATE_COUNT_FROM:
        return None
    return Rate(per_1000=1000.0 * count / population, uncertain=count < RATE_COUNT_FROM)
