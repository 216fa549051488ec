"""The words for reported crimes, and every case that the method description prints (method §1)."""

from math import inf

import pytest

from trygghet.method.conditional import p_value, ratio_limits
from trygghet.method.counts import (
    CELL_LEVEL,
    END_LEVEL,
    CountComparison,
    count_comparison,
    too_few_threshold,
)
from trygghet.method.variation import Series
from trygghet.method.verdicts import NoVerdictReason, Verdict


def six(value: float | None) -> float:
    assert value is not None
    return round(value, 6)


def test_the_printed_case_7_to_10_is_what_the_page_would_show() -> None:
    found = count_comparison(10, 7)
    assert six(found.ratio) == 1.428571
    assert six(found.phi) == 2.020417
    assert (six(found.lower), six(found.upper)) == (0.215434, 11.590252)
    assert six(found.p_value) == 0.631216
    assert found.verdict is Verdict.NO_CERTAIN_DIFFERENCE


def test_the_printed_case_0_to_3_is_too_few_instead_of_an_infinite_increase() -> None:
    found = count_comparison(3, 0)
    assert found.verdict is Verdict.TOO_FEW
    assert six(found.p_value) == 0.233279
    assert found.ratio == inf


def test_the_printed_case_15_to_0_earns_the_word_lower() -> None:
    found = count_comparison(0, 15)
    assert six(found.upper) == 0.824464
    assert six(found.p_value) == 0.004948
    assert found.verdict is Verdict.LOWER


def test_the_printed_case_20_to_2_earns_the_word_lower() -> None:
    found = count_comparison(2, 20)
    assert six(found.ratio) == 0.1
    assert (six(found.lower), six(found.upper)) == (0.000655, 0.975561)
    assert six(found.p_value) == 0.008994
    assert found.verdict is Verdict.LOWER


def test_the_printed_case_50_to_14_earns_the_word_lower() -> None:
    found = count_comparison(14, 50)
    assert six(found.ratio) == 0.28
    assert (six(found.lower), six(found.upper)) == (0.057342, 0.986577)
    assert found.verdict is Verdict.LOWER


def test_the_printed_case_350_to_240_is_the_edge_of_the_end_assessment() -> None:
    found = count_comparison(240, 350, series="all", level=END_LEVEL)
    assert six(found.ratio) == 0.685714
    assert (six(found.lower), six(found.upper)) == (0.467396, 0.999301)
    assert found.verdict is Verdict.LOWER


def test_the_printed_case_9_to_12_in_245_days_of_both_years() -> None:
    found = count_comparison(12, 9, exposure_now=245, exposure_baseline=245)
    assert six(found.ratio) == 1.333333
    assert (six(found.lower), six(found.upper)) == (0.234640, 8.663830)
    assert found == count_comparison(12, 9)


def test_the_printed_case_lund_2019_to_2020_has_no_certain_difference() -> None:
    found = count_comparison(12851, 12389, series="all", level=END_LEVEL)
    assert six(found.ratio) == 1.037291
    assert (six(found.lower), six(found.upper)) == (0.907989, 1.185101)
    assert found.verdict is Verdict.NO_CERTAIN_DIFFERENCE


def test_the_printed_case_of_gu_is_the_exact_central_interval() -> None:
    ratio = 51477.5 / 54308.7
    lower, upper = ratio_limits(60, 30, ratio, 0.95, mid_p=False)
    assert round(60 / 30 / ratio, 6) == 2.109998
    assert (round(lower, 6), round(upper, 6)) == (1.339736, 3.388366)
    assert p_value(60, 30, ratio, mid_p=False) < 0.05


@pytest.mark.parametrize(
    ("series", "level", "printed"),
    [("category", 0.99, 13), ("all", 0.99, 11), ("category", 0.95, 8), ("all", 0.95, 7)],
)
def test_places_with_too_few_cases_get_the_printed_limit(
    series: Series, level: float, printed: int
) -> None:
    below = count_comparison(0, printed - 1, series=series, level=level)
    at = count_comparison(0, printed, series=series, level=level)
    assert below.verdict is Verdict.TOO_FEW
    assert at.verdict is Verdict.LOWER
    assert below.too_few_limit == at.too_few_limit == printed
    assert count_comparison(printed - 1, 0, series=series, level=level).verdict is Verdict.TOO_FEW
    assert count_comparison(printed, 0, series=series, level=level).verdict is Verdict.HIGHER


def test_too_few_is_said_however_the_few_cases_are_split() -> None:
    for now in range(13):
        assert count_comparison(now, 12 - now).verdict is Verdict.TOO_FEW
    assert count_comparison(6, 7).verdict is Verdict.NO_CERTAIN_DIFFERENCE


@pytest.mark.parametrize("exposure_ratio", [0.2, 0.5, 0.9, 1.0, 366 / 365, 1.2, 2.0, 7.0])
@pytest.mark.parametrize("series", ["category", "all"])
@pytest.mark.parametrize("level", [0.95, 0.99])
def test_too_few_is_said_exactly_when_no_split_could_earn_a_word(
    exposure_ratio: float, series: Series, level: float
) -> None:
    def reaches(now: int, baseline: int) -> bool:
        found = count_comparison(now, baseline, exposure_ratio, 1, series, level)
        return found.p_value is not None and found.p_value < 1 - level

    limit = count_comparison(1, 1, exposure_ratio, 1, series, level).too_few_limit
    for total in range(1, limit + 3):
        reached = reaches(total, 0) or reaches(0, total)
        assert reached == (total >= limit)
        if total < limit:
            assert not any(reaches(now, total - now) for now in range(total + 1))


def test_a_weighted_total_that_is_not_whole_meets_the_same_threshold() -> None:
    threshold = too_few_threshold(1.0, "category", CELL_LEVEL)
    assert 12 < threshold < 13
    assert count_comparison(0, threshold - 1e-6).verdict is Verdict.TOO_FEW
    assert count_comparison(0, threshold + 1e-6).verdict is Verdict.LOWER


def test_no_crimes_in_either_year_is_said_as_such_and_not_as_too_few() -> None:
    found = count_comparison(0, 0)
    assert found.verdict is Verdict.NONE_REPORTED
    assert found.ratio is None
    assert (found.lower, found.upper, found.p_value) == (0.0, inf, 1.0)


@pytest.mark.parametrize("reason", list(NoVerdictReason))
@pytest.mark.parametrize("counts", [(0, 0), (3, 0), (0, 400), (400, 0), (7, 10)])
def test_a_reason_for_no_verdict_silences_every_word_and_every_number_that_hints_at_one(
    reason: NoVerdictReason, counts: tuple[int, int]
) -> None:
    now = None if reason is NoVerdictReason.PROTECTED else counts[0]
    found = count_comparison(now, counts[1], no_verdict=reason)
    assert found.verdict is Verdict.NO_VERDICT
    assert found.reason is reason
    hints = (found.ratio, found.phi, found.lower, found.upper, found.p_value)
    assert hints == (None, None, None, None, None)
    assert (found.now, found.baseline) == (now, counts[1])


def test_a_word_never_carries_a_reason_for_its_absence() -> None:
    for now, baseline in [(0, 0), (3, 0), (0, 15), (29, 5), (7, 10)]:
        assert count_comparison(now, baseline).reason is None


def test_a_hidden_count_cannot_reach_the_release_through_a_comparison() -> None:
    with pytest.raises(ValueError, match="protected"):
        count_comparison(3, 9, no_verdict=NoVerdictReason.PROTECTED)


def test_a_missing_count_never_becomes_nought() -> None:
    for now, baseline in [(None, 5), (5, None), (None, None)]:
        with pytest.raises(ValueError, match="needs a reason"):
            count_comparison(now, baseline)


@pytest.mark.parametrize("bad", [-1, float("nan"), float("inf")])
def test_an_impossible_count_stops_the_release(bad: float) -> None:
    with pytest.raises(ValueError, match="count must be"):
        count_comparison(bad, 5)
    with pytest.raises(ValueError, match="count must be"):
        count_comparison(5, bad)


@pytest.mark.parametrize("bad", [0, -1, float("nan"), float("inf")])
def test_an_impossible_exposure_stops_the_release(bad: float) -> None:
    with pytest.raises(ValueError, match="exposures"):
        count_comparison(5, 5, bad, 1)
    with pytest.raises(ValueError, match="exposures"):
        count_comparison(5, 5, 1, bad)


@pytest.mark.parametrize("bad", [0, 1, 99, float("nan")])
def test_a_level_given_in_per_cent_stops_the_release(bad: float) -> None:
    with pytest.raises(ValueError, match="level"):
        count_comparison(5, 5, level=bad)


def test_cells_use_99_per_cent_unless_something_else_was_declared() -> None:
    assert (CELL_LEVEL, END_LEVEL) == (0.99, 0.95)
    assert count_comparison(10, 7).level == CELL_LEVEL


def test_a_finished_comparison_cannot_be_changed_afterwards() -> None:
    found: CountComparison = count_comparison(10, 7)
    with pytest.raises(AttributeError):
        found.verdict = Verdict.LOWER  # type: ignore[misc]
