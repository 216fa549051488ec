"""The tails and limits against independent ways to compute them."""

from itertools import pairwise, product
from math import inf, isclose, log

import pytest
from scipy.optimize import brentq
from scipy.stats import beta, binom, binomtest

from trygghet.method.conditional import p_value, ratio_limits, upper_tail

COUNTS = (0, 1, 2, 3, 7, 15, 40, 240, 12851)
PAIRS = [pair for pair in product(COUNTS, COUNTS) if sum(pair) > 0]
EXPOSURES = (0.3, 1.0, 366 / 365, 1.15, 4.0)


@pytest.mark.parametrize("exposure_ratio", EXPOSURES)
def test_without_mid_p_and_variation_the_interval_is_clopper_and_pearsons(
    exposure_ratio: float,
) -> None:
    for (x, y), level in product(PAIRS, (0.95, 0.99, 0.998)):
        tail = (1 - level) / 2
        low = 0.0 if x == 0 else float(beta.ppf(tail, x, y + 1))
        high_complement = 0.0 if y == 0 else float(beta.ppf(tail, y, x + 1))
        lower, upper = ratio_limits(x, y, exposure_ratio, level, mid_p=False)
        assert isclose(lower, low / (1 - low) / exposure_ratio, rel_tol=1e-9)
        if y == 0:
            assert upper == inf
        else:
            expected = (1 - high_complement) / high_complement / exposure_ratio
            assert isclose(upper, expected, rel_tol=1e-9)


@pytest.mark.parametrize("exposure_ratio", EXPOSURES)
def test_without_mid_p_the_p_value_is_twice_the_smaller_binomial_tail(
    exposure_ratio: float,
) -> None:
    p = exposure_ratio / (1 + exposure_ratio)
    for x, y in PAIRS:
        one_sided = (
            binomtest(x, x + y, p, alternative="greater").pvalue,
            binomtest(x, x + y, p, alternative="less").pvalue,
        )
        expected = min(1.0, 2 * min(one_sided))
        assert isclose(
            p_value(x, y, exposure_ratio, mid_p=False), expected, rel_tol=1e-8, abs_tol=1e-290
        )


@pytest.mark.parametrize("exposure_ratio", EXPOSURES)
def test_mid_p_counts_the_observed_split_at_half_its_probability(exposure_ratio: float) -> None:
    p = exposure_ratio / (1 + exposure_ratio)
    for x, y in product(range(13), range(13)):
        n = x + y
        more = sum(float(binom.pmf(k, n, p)) for k in range(x + 1, n + 1))
        fewer = sum(float(binom.pmf(k, n, p)) for k in range(x))
        half = float(binom.pmf(x, n, p)) / 2
        assert isclose(upper_tail(x, y, log(exposure_ratio)), more + half, rel_tol=1e-10)
        assert isclose(upper_tail(y, x, -log(exposure_ratio)), fewer + half, rel_tol=1e-10)
        expected = min(1.0, 2 * min(more + half, fewer + half))
        assert isclose(p_value(x, y, exposure_ratio), expected, rel_tol=1e-10)


@pytest.mark.parametrize(("x", "y"), [(1, 1), (3, 9), (20, 4), (60, 30), (240, 350)])
@pytest.mark.parametrize("level", [0.95, 0.99])
def test_mid_p_limits_solve_the_definition_written_with_binomial_probabilities(
    x: int, y: int, level: float
) -> None:
    n, tail = x + y, (1 - level) / 2

    def at_least(p: float) -> float:
        return float(binom.sf(x, n, p) + binom.pmf(x, n, p) / 2) - tail

    def at_most(p: float) -> float:
        return float(binom.cdf(x - 1, n, p) + binom.pmf(x, n, p) / 2) - tail

    low = float(brentq(at_least, 1e-12, 1 - 1e-12, xtol=1e-14))
    high = float(brentq(at_most, 1e-12, 1 - 1e-12, xtol=1e-14))
    lower, upper = ratio_limits(x, y, 1.0, level)
    assert isclose(lower, low / (1 - low), rel_tol=1e-8)
    assert isclose(upper, high / (1 - high), rel_tol=1e-8)


@pytest.mark.parametrize(("method", "mid_p"), [("exact-cond", False), ("cond-midp", True)])
def test_statsmodels_finds_the_same_one_sided_p_values(method: str, mid_p: bool) -> None:
    rates = pytest.importorskip("statsmodels.stats.rates")
    now, before = 51477.5, 54308.7
    log_odds = log(now / before)
    for x, y in [(10, 7), (2, 20), (60, 30), (14, 50), (3, 1)]:
        for alternative, ours in (
            ("larger", upper_tail(x, y, log_odds, mid_p=mid_p)),
            ("smaller", upper_tail(y, x, -log_odds, mid_p=mid_p)),
        ):
            found = rates.test_poisson_2indep(
                x, now, y, before, method=method, alternative=alternative
            )
            assert isclose(found.pvalue, ours, rel_tol=1e-9)


def test_extreme_counts_give_numbers_instead_of_an_error() -> None:
    for x, y in [(1e6, 1e-3), (1e-3, 1e6), (0.01, 1500.0), (1e-9, 1e-9), (5e6, 5e6)]:
        lower, upper = ratio_limits(x, y, 1.1, 0.99)
        assert 0 <= lower <= x / y / 1.1 <= upper
        assert 0 <= p_value(x, y, 1.1) <= 1


def test_limits_of_any_level_are_found_and_lie_inside_those_of_a_higher_level() -> None:
    for x, y in [(50, 40), (1, 300), (300, 1)]:
        found = [ratio_limits(x, y, 1.0, level) for level in (0.02, 0.5, 0.9, 0.9999)]
        for narrow, wide in pairwise(found):
            assert wide[0] < narrow[0] < narrow[1] < wide[1]
    assert ratio_limits(3, 0, 1.0, 1e-9)[1] == inf


def test_a_limit_very_far_from_one_keeps_its_digits() -> None:
    complement = float(beta.isf(0.025, 2, 1e12))
    lower, _ = ratio_limits(1e12, 1, 1.0, 0.95, mid_p=False)
    assert isclose(lower, (1 - complement) / complement, rel_tol=1e-9)
