"""How much a count usually varies between two years (method §1)."""

from math import sqrt
from typing import Final, Literal

Series = Literal["category", "all"]
"""`category`: one category of crime. `all`: all reported crimes together."""

VARIATION: Final[dict[Series, float]] = {"category": 0.35, "all": 0.25}
"""The constant c. Calibrated on yearly counts; a larger c asks for a larger difference."""


def dispersion(now: float, baseline: float, exposure_ratio: float, series: Series) -> float:
    """Return phi = 1 + c * sqrt(m), the variance of a count as a multiple of a Poisson count's.

    Ordinary variation grows with the level, so a fixed per cent limit would be too strict for small
    places and too lax for large ones.

    Args:
        now: Count in the period compared, at least 0.
        baseline: Count in the baseline period, at least 0; need not be whole when weighted.
        exposure_ratio: d, the exposure now divided by the exposure in the baseline period.
        series: Which of the two calibrated constants to use.

    Returns:
        A number of at least 1, where m = (now + d * baseline) / 2 is the mean count expected at the
        present exposure. Method §1.
    """
    return 1.0 + VARIATION[series] * sqrt((now + exposure_ratio * baseline) / 2.0)
