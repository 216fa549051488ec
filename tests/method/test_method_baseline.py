"""Weighted baseline and exposure (method §1)."""

from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trygghet.method.baseline import exposure, weighted_baseline
from trygghet.method.counts import count_comparison

YEAR_2019 = (90, 80, 95, 100, 110, 105, 85, 90, 100, 115, 95, 85)
PROMISE_WEIGHTS = (1, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1, 1)
months = st.lists(st.integers(0, 500), min_size=12, max_size=12)


def test_the_promise_period_uses_may_and_june_twice_as_the_method_says() -> None:
    found = weighted_baseline(YEAR_2019, PROMISE_WEIGHTS)
    total = sum(YEAR_2019) + 110 + 105
    k = (sum(YEAR_2019) + 3 * (110 + 105)) / total
    assert isclose(found.cases, total / k)
    assert isclose(found.exposure_factor, 1 / k)


@settings(derandomize=True)
@given(months)
def test_using_months_twice_leaves_the_rate_but_never_feigns_more_information(
    counts: list[int],
) -> None:
    found = weighted_baseline(counts, PROMISE_WEIGHTS)
    total = sum(w * y for w, y in zip(PROMISE_WEIGHTS, counts, strict=True))
    assert isclose(found.cases / found.exposure_factor, total, abs_tol=1e-9)
    # A Poisson count of y' has the variance of the weighted sum on the same scale.
    variance = sum(w * w * y for w, y in zip(PROMISE_WEIGHTS, counts, strict=True))
    assert isclose(found.cases, variance * found.exposure_factor**2, abs_tol=1e-9)
    assert found.cases <= sum(counts) + 1e-9
    assert 0.5 <= found.exposure_factor <= 1


def test_ordinary_years_are_not_changed_by_the_weighting() -> None:
    assert weighted_baseline(YEAR_2019, (1,) * 12) == (sum(YEAR_2019), 1.0)


def test_doubling_every_month_adds_no_information() -> None:
    found = weighted_baseline(YEAR_2019, (2,) * 12)
    assert found == (sum(YEAR_2019), 0.5)


def test_months_outside_the_period_do_not_count() -> None:
    assert weighted_baseline((7, 1000), (1, 0)) == (7, 1)


def test_the_promise_period_at_the_same_monthly_level_has_a_ratio_of_one() -> None:
    found = weighted_baseline((100,) * 12, PROMISE_WEIGHTS)
    comparison = count_comparison(1400, found.cases, 426, 426 * found.exposure_factor, "all")
    assert comparison.ratio is not None
    assert isclose(comparison.ratio, 1)
    assert comparison.exposure_ratio > 1


def test_a_baseline_without_any_case_has_an_exposure_all_the_same() -> None:
    found = weighted_baseline((0,) * 12, PROMISE_WEIGHTS)
    assert found.cases == 0
    assert isclose(found.exposure_factor, 14 / 18)


@pytest.mark.parametrize(
    ("counts", "weights"),
    [((1, 2), (1,)), ((), ()), ((1,), (0,)), ((-1,), (1,)), ((1,), (-1,)), ((float("nan"),), (1,))],
)
def test_a_baseline_that_makes_no_sense_stops_the_release(
    counts: tuple[float, ...], weights: tuple[float, ...]
) -> None:
    with pytest.raises(ValueError, match="weight"):
        weighted_baseline(counts, weights)


def test_exposure_is_population_times_days() -> None:
    found = exposure(366, 365, 125_941, 124_935)
    assert (found.now, found.baseline) == (366 * 125_941, 365 * 124_935)
    assert found.basis == "population_days"


@pytest.mark.parametrize("populations", [(None, None), (None, 2956), (2933, None)])
def test_a_missing_population_is_left_out_on_both_sides_and_the_text_can_say_so(
    populations: tuple[float | None, float | None],
) -> None:
    found = exposure(366, 365, *populations)
    assert (found.now, found.baseline, found.basis) == (366, 365, "days")


@pytest.mark.parametrize("bad", [0, -5, float("nan")])
def test_an_impossible_population_or_length_stops_the_release(bad: float) -> None:
    for values in [(bad, 365), (365, bad), (365, 365, bad, 10), (365, 365, 10, bad)]:
        with pytest.raises(ValueError, match="above 0"):
            exposure(*values)
