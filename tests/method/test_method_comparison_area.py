"""The comparison area (method §1)."""

from math import isclose, sqrt

import pytest

from trygghet.method.comparison_area import NotShownReason, area_comparison


def test_the_printed_case_of_two_areas_is_what_the_page_would_show() -> None:
    found = area_comparison(110, 207, 318, 308, series="all", level=0.95)
    assert found.ratio is not None
    assert found.se_log is not None
    assert found.lower is not None
    assert found.upper is not None
    assert round(found.ratio, 6) == 0.514690
    assert round(found.se_log, 6) == 0.303974
    assert (round(found.lower, 6), round(found.upper, 6)) == (0.283663, 0.933875)


def test_the_standard_error_is_the_formula_written_out() -> None:
    found = area_comparison(10, 20, 30, 40, series="category")
    area = (1 + 0.35 * sqrt(15)) * (1 / 10 + 1 / 20)
    other = (1 + 0.35 * sqrt(35)) * (1 / 30 + 1 / 40)
    assert found.se_log is not None
    assert isclose(found.se_log, sqrt(area + other))


@pytest.mark.parametrize("position", range(4))
def test_nothing_is_shown_where_a_count_is_below_five(position: int) -> None:
    counts = [110, 207, 318, 308]
    counts[position] = 4
    found = area_comparison(*counts)
    assert found.not_shown is NotShownReason.COUNT_BELOW_FIVE
    assert (found.ratio, found.se_log, found.lower, found.upper) == (None,) * 4
    counts[position] = 5
    assert area_comparison(*counts).not_shown is None


@pytest.mark.parametrize("position", range(4))
def test_a_hidden_or_missing_count_never_becomes_nought(position: int) -> None:
    counts: list[float | None] = [110, 207, 318, 308]
    counts[position] = None
    assert area_comparison(*counts).not_shown is NotShownReason.COUNT_MISSING


def test_cells_use_99_per_cent_unless_something_else_was_declared() -> None:
    assert area_comparison(110, 207, 318, 308).level == 0.99


def test_impossible_numbers_stop_the_release() -> None:
    with pytest.raises(ValueError, match="count"):
        area_comparison(-1, 207, 318, 308)
    with pytest.raises(ValueError, match="level"):
        area_comparison(110, 207, 318, 308, level=99)
