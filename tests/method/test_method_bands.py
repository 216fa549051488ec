"""The table of the method page and the grey bands (method §1)."""

import pytest

from trygghet.method.bands import (
    TABLE_BASELINES,
    expected_band,
    row_band,
    verdict_limits,
    verdict_table,
)
from trygghet.method.counts import count_comparison
from trygghet.method.variation import Series
from trygghet.method.verdicts import Verdict

NEVER = None
PRINTED = {
    5: ((NEVER, 29), (NEVER, 25), (NEVER, 19)),
    10: ((NEVER, 41), (NEVER, 36), (1, 28)),
    20: ((2, 63), (3, 56), (5, 45)),
    50: ((14, 119), (16, 109), (23, 92)),
    100: ((39, 204), (45, 188), (55, 163)),
    350: ((193, 580), (211, 543), (240, 491)),
    1000: ((651, 1467), (694, 1392), (761, 1289)),
}


def test_the_table_that_explains_the_words_is_the_one_that_is_printed() -> None:
    found = {
        row[0].baseline: tuple((cell.lower_at_most, cell.higher_at_least) for cell in row)
        for row in verdict_table()
    }
    assert found == PRINTED
    assert tuple(PRINTED) == TABLE_BASELINES


@pytest.mark.parametrize("baseline", [0, 1, 5, 10, 13, 20, 50, 61.5])
@pytest.mark.parametrize("exposure_ratio", [0.5, 1.0, 366 / 365, 1.7])
@pytest.mark.parametrize(
    ("series", "level"), [("category", 0.99), ("all", 0.95), ("category", 0.998)]
)
def test_no_dot_outside_the_grey_band_lacks_a_word_and_none_inside_has_one(
    baseline: float, exposure_ratio: float, series: Series, level: float
) -> None:
    band = row_band(baseline, exposure_ratio, 1, series, level)
    for now in range(band.high + 40):
        verdict = count_comparison(now, baseline, exposure_ratio, 1, series, level).verdict
        if now < band.low:
            assert verdict is Verdict.LOWER
        elif now > band.high:
            assert verdict is Verdict.HIGHER
        else:
            assert verdict not in {Verdict.LOWER, Verdict.HIGHER}


def test_the_band_behind_a_month_is_wider_than_the_band_of_a_row_that_carries_a_word() -> None:
    for baseline in (0, 3, 20, 120):
        month, row = expected_band(baseline), row_band(baseline)
        assert (month.level, row.level) == (0.998, 0.99)
        assert month.low <= row.low
        assert month.high > row.high


def test_a_village_with_no_crimes_in_the_baseline_year_still_has_a_band() -> None:
    limits = verdict_limits(0)
    assert (limits.lower_at_most, limits.higher_at_least) == (None, 13)
    band = row_band(0)
    assert (band.low, band.high) == (0, 12)


def test_a_large_municipality_gets_its_band_as_quickly_as_a_village() -> None:
    limits = verdict_limits(250_000, 366, 365, "all")
    assert limits.lower_at_most is not None
    assert limits.lower_at_most < 250_000 * 366 / 365 < limits.higher_at_least
