"""The simulation of false alarms, with few pairs, within its Monte Carlo error."""

import importlib.util
import sys
from math import sqrt
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from scipy.stats import nbinom

PAIRS = 2500
BENCH = Path(__file__).parents[2] / "bench" / "false_alarms.py"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("false_alarms", BENCH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Dataclasses look their module up by name.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def error(rate: float) -> float:
    """Return four Monte Carlo standard errors."""
    return 4 * sqrt(rate * (1 - rate) / PAIRS)


@pytest.mark.parametrize("mean", [5, 20, 100, 350])
@pytest.mark.parametrize("series", ["category", "all"])
def test_readers_are_not_alarmed_more_often_than_the_level_promises(
    bench: ModuleType, mean: float, series: str
) -> None:
    found = bench.simulate(mean, series, PAIRS, 7)
    assert found.ours_99 <= 0.01 + error(0.01)
    assert found.ours_95 <= 0.05 + error(0.05)
    assert found.light > 0.5
    assert found.poisson_95 > found.ours_95
    assert found.poisson_99 > found.ours_99


def test_the_simulation_agrees_with_the_exact_probabilities(bench: ModuleType) -> None:
    mean, series = 20, "category"
    # The same gamma-Poisson counts as a negative binomial distribution, summed over all pairs.
    shape = sqrt(mean) / 0.35
    weight = nbinom.pmf(np.arange(150), shape, shape / (shape + mean))
    light = ours = 0.0
    for baseline, probability in enumerate(weight):
        now = np.arange(len(weight))
        marked = (10 * np.abs(now - baseline) >= baseline) & (now != baseline)
        light += probability * weight[marked].sum()
        limits = bench.verdict_limits(baseline, series=series, level=0.99)
        below = -1 if limits.lower_at_most is None else limits.lower_at_most
        ours += probability * weight[(now <= below) | (now >= limits.higher_at_least)].sum()
    found = bench.simulate(mean, series, PAIRS, 7)
    assert abs(found.light - light) <= error(light)
    assert abs(found.ours_99 - ours) <= error(ours)
    assert ours < 0.01


def test_the_simulated_variation_is_the_one_the_method_assumes(bench: ModuleType) -> None:
    counts = bench.draw(100.0, "category", 40_000, np.random.default_rng(7))
    assert abs(counts.mean() - 100) < 1
    assert abs(counts.var() / 100 / (1 + 0.35 * 10) - 1) < 0.05


def test_the_same_seed_gives_the_same_table(bench: ModuleType) -> None:
    one, other = (bench.simulate(20, "all", 200, 3) for _ in range(2))
    assert one == other
    assert "| 20 | all |" in bench.table([one])
