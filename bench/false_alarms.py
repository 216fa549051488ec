"""How often three rules say "changed" when nothing has changed but ordinary variation.

The model. Two years have the same mean count mu. Each year's count is drawn on its own: first the
year's own level from a gamma distribution with mean mu and shape sqrt(mu) / c, then a Poisson count
round that level. The count then has variance mu * (1 + c * sqrt(mu)) = mu * phi, which is the
ordinary year-to-year variation that the method assumes (c = 0.35 for one category, 0.25 for all
reported crimes). Exposure is the same in both years. A false alarm is any rule that says lower or
higher.

What it shows is how the rules behave if that variation is right; it is no proof that it is.

The rules:

* light: a traffic light that changes at 10 per cent or more (from 0: at any case).
* Poisson: the exact conditional test of two Poisson counts, at 5 and at 1 per cent.
* ours: the words of the method, at 95 and at 99 per cent.

Run from the repository's root: `python bench/false_alarms.py`.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from trygghet.method.bands import VerdictLimits, verdict_limits
from trygghet.method.conditional import p_value
from trygghet.method.variation import VARIATION, Series

MEANS: Final = (5, 10, 20, 50, 100, 350, 1000)
ALL_SERIES: Final[tuple[Series, ...]] = ("category", "all")
LIGHT: Final = 0.10

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class FalseAlarms:
    """Share of pairs of years, 0 to 1, in which each rule says lower or higher."""

    mean: float
    series: Series
    light: float
    poisson_95: float
    poisson_99: float
    ours_95: float
    ours_99: float


def draw(mean: float, series: Series, pairs: int, rng: np.random.Generator) -> Counts:
    """Return counts of shape (2, pairs): now and baseline, under no change."""
    shape = sqrt(mean) / VARIATION[series]
    return rng.poisson(rng.gamma(shape, mean / shape, size=(2, pairs)))


def light_alarms(now: Counts, baseline: Counts) -> float:
    """Return the share of pairs that a traffic light of ten per cent marks."""
    # In whole numbers: 9 of 10 is a change of exactly ten per cent.
    marked = 10 * np.abs(now - baseline) >= baseline
    return float(np.mean(marked & (now != baseline)))


def poisson_alarms(now: Counts, baseline: Counts) -> tuple[float, float]:
    """Return the shares that the exact conditional test marks at 5 and at 1 per cent."""
    found = np.array(
        [p_value(int(x), int(y), 1.0, mid_p=False) for x, y in zip(now, baseline, strict=True)]
    )
    return float(np.mean(found < 0.05)), float(np.mean(found < 0.01))


def our_alarms(now: Counts, baseline: Counts, series: Series, level: float) -> float:
    """Return the share of pairs that the method calls lower or higher."""
    alarms = 0
    for x, y in zip(now, baseline, strict=True):
        limits = _limits(int(y), series, level)
        lower = limits.lower_at_most is not None and x <= limits.lower_at_most
        alarms += bool(lower or x >= limits.higher_at_least)
    return alarms / len(now)


def simulate(mean: float, series: Series, pairs: int, seed: int) -> FalseAlarms:
    """Return the false-alarm rates of all rules on the same simulated pairs of years.

    Args:
        mean: Mean count of both years, above 0.
        series: Which of the method's two constants drives the variation.
        pairs: Number of pairs of years, above 0.
        seed: Seed; the same seed gives the same rates.
    """
    rng = np.random.default_rng([seed, round(mean * 1000), ALL_SERIES.index(series)])
    now, baseline = draw(mean, series, pairs, rng)
    poisson_95, poisson_99 = poisson_alarms(now, baseline)
    return FalseAlarms(
        mean=mean,
        series=series,
        light=light_alarms(now, baseline),
        poisson_95=poisson_95,
        poisson_99=poisson_99,
        ours_95=our_alarms(now, baseline, series, 0.95),
        ours_99=our_alarms(now, baseline, series, 0.99),
    )


def table(rows: Sequence[FalseAlarms]) -> str:
    """Return the rates in per cent as a Markdown table."""
    lines = [
        "| mean | series | light ±10 % | Poisson 5 % | Poisson 1 % | ours 95 % | ours 99 % |",
        "|---:|---|---:|---:|---:|---:|---:|",
    ]
    for row in rows:
        rates = (row.light, row.poisson_95, row.poisson_99, row.ours_95, row.ours_99)
        cells = " | ".join(f"{100 * rate:.1f}" for rate in rates)
        lines.append(f"| {row.mean:g} | {row.series} | {cells} |")
    return "\n".join(lines)


def main() -> None:
    """Simulate every level and print the table."""
    parser = argparse.ArgumentParser(description="False alarms when nothing has changed, per cent.")
    parser.add_argument("--pairs", type=int, default=20_000, help="pairs of years per row")
    parser.add_argument("--seed", type=int, default=2019)
    chosen = parser.parse_args()
    print(
        table(
            [
                simulate(mean, series, chosen.pairs, chosen.seed)
                for series in ALL_SERIES
                for mean in MEANS
            ]
        )
    )


@cache
def _limits(baseline: int, series: Series, level: float) -> VerdictLimits:
    return verdict_limits(baseline, series=series, level=level)


if __name__ == "__main__":
    main()
