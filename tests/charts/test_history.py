"""The years of one measure: values, margins, gaps and conflicts."""

from datetime import date

import pytest
from drawn_svg import Drawing, Extent
from hypothesis import given
from hypothesis import strategies as st

from trygghet.charts.axis import Promised, nice_top
from trygghet.charts.history import history_svg
from trygghet.charts.points import YearPoint, year_points
from trygghet.release.rows import Observation
from trygghet.words import text
from trygghet.words.numbers import number, published_number

PROMISED = Promised(date(2020, 5, 1), date(2021, 6, 30), 2019, example=False)
EXAMPLE = Promised(date(2020, 5, 1), date(2021, 6, 30), 2019, example=True)
FLOOR = 166


def index(year: int, *values: float, margin: float | None = None) -> YearPoint:
    shown = tuple((value, published_number(f"{value:.2f}")) for value in values)
    return YearPoint(year, shown, margins=tuple(margin for _ in values))


def count(year: int, value: int) -> YearPoint:
    return YearPoint(year, ((value, number(value)),))


def gap(year: int) -> YearPoint:
    return YearPoint(year, (), "–", reason="inte publicerat")


def draw(*points: YearPoint, top: float = 6, promised: Promised = PROMISED) -> Drawing:
    return Drawing(history_svg(points, "Problemindex", promised, top))


def dots(drawing: Drawing) -> list[Extent]:
    return sorted(drawing.all("t-dot") + drawing.all("t-ring"), key=lambda one: one.left)


def height(extent: Extent) -> float:
    return (extent.top + extent.bottom) / 2


def test_a_margin_is_a_bar_with_caps_round_its_value():
    drawing = draw(index(2018, 2), index(2019, 2, margin=0.5), index(2020, 1, margin=0.5))
    bars = [one for one in drawing.all("t-margin") if one.left == one.right]
    caps = [one for one in drawing.all("t-margin") if one.top == one.bottom]
    assert (len(bars), len(caps)) == (2, 4)
    _, before, now = dots(drawing)
    for bar, dot in zip(bars, (before, now), strict=True):
        assert bar.left == pytest.approx(dot.middle, abs=0.1)
        assert height(bar) == pytest.approx(height(dot), abs=0.1)
        assert bar.bottom - bar.top == pytest.approx((FLOOR - 36) / 6, abs=0.2)


def test_a_margin_stays_on_the_scale():
    drawing = draw(index(2019, 0.1, margin=0.6), index(2020, 5.9, margin=0.6))
    bars = [one for one in drawing.all("t-margin") if one.left == one.right]
    assert bars[0].bottom == FLOOR
    assert bars[1].top == 36


def test_the_text_alternative_tells_values_margins_and_reasons():
    drawing = draw(gap(2018), index(2019, 2.03, 2.09), index(2020, 1.88, margin=0.27))
    assert drawing.label == (
        "Problemindex. 2018: inte publicerat; 2019: 2,03 eller 2,09; 2020: 1,88 ±0,27"
    )


def test_only_the_value_that_has_a_margin_gets_one_in_a_conflict():
    two = YearPoint(2019, ((2.03, "2,03"), (2.09, "2,09")), margins=(0.28, None))
    drawing = draw(index(2018, 2), two)
    assert "2019: 2,03 ±0,28 eller 2,09" in drawing.label
    assert len(drawing.all("t-margin")) == 3


def test_two_values_for_a_year_lie_beside_each_other_and_no_line_passes_through():
    drawing = draw(index(2018, 2), index(2019, 2.03, 2.09), index(2020, 2))
    _, one, other, _ = dots(drawing)
    assert other.left >= one.right
    assert drawing.all("t-line") == []
    assert len(drawing.all("t-conflict")) == 1


def test_the_two_values_of_a_conflict_are_written_on_either_side_of_it():
    drawing = draw(index(2018, 2), index(2019, 2.03, 2.09, margin=0.28), index(2020, 2))
    values = {one.name: one for one in drawing.said("t-value")}
    (conflict,) = drawing.all("t-conflict")
    assert values["2,09"].bottom < conflict.top
    assert values["2,03"].top > conflict.bottom


def test_a_missing_year_is_a_gap_with_its_reason_and_no_nought():
    drawing = draw(count(2018, 9), gap(2019), count(2020, 8), top=10)
    assert len(dots(drawing)) == 2
    assert all(height(dot) < FLOOR - 80 for dot in dots(drawing))
    assert drawing.all("t-line") == []
    assert "inte publicerat" in [one.name for one in drawing.texts]


def test_years_in_a_row_share_one_reason():
    drawing = draw(count(2017, 9), gap(2018), gap(2019), count(2020, 8), top=10)
    assert [one.name for one in drawing.texts].count("inte publicerat") == 1


def test_a_reason_too_long_for_the_chart_is_shown_by_its_sign():
    why = "visas inte, för att skydda de enskilda människor som siffran annars skulle peka ut"
    drawing = draw(count(2018, 9), YearPoint(2019, (), "‥", reason=why), top=10)
    assert "‥" in [one.name for one in drawing.texts]
    assert why in drawing.label


@pytest.mark.parametrize("values", [(5.9, 5.95, 5.8), (6, 6, 6), (0, 0, 0), (2.03, 2.04, 2.05)])
@pytest.mark.parametrize("margin", [None, 0.27])
def test_no_value_is_hidden_by_its_neighbour_or_the_word_for_the_promise(values, margin):
    years = zip((2019, 2020, 2021), values, strict=True)
    drawing = draw(index(2018, 1), *(index(year, v, margin=margin) for year, v in years))
    assert len(drawing.said("t-value")) == 3
    assert drawing.collisions == drawing.outside == []


@pytest.mark.parametrize("first", [2019, 2016, 2010])
def test_the_baseline_year_is_always_named_on_the_axis(first):
    drawing = draw(*(count(year, 10) for year in range(first, 2024)), top=10)
    assert "2019" in [one.name for one in drawing.said("t-small")]


def test_a_hostile_notation_stays_text():
    point = YearPoint(2019, ((1.0, "<img src=x onerror=alert(1)>"),))
    drawing = draw(point, index(2020, 1))
    assert "img" not in {one.tag for one in drawing.root.iter()}
    assert "<img" in drawing.label


def test_invented_figures_carry_their_mark():
    points = (index(2019, 2), index(2020, 2))
    assert draw(*points).marks == []
    assert draw(*points, promised=EXAMPLE).marks == [text("site-example-mark")]


def test_points_keep_each_value_with_its_own_margin():
    def seen(value: float | None, published: str | None, margin: float | None) -> Observation:
        return Observation(
            "kulissbro", "Kulissbro", "problemindex", "2019", "year", date(2019, 1, 1),
            date(2019, 12, 31), value, published, None if published else "not_measured", margin,
            None, None, None, "matning", "Mätningen", None, conflict=False, is_sum=False,
        )  # fmt: skip

    (point,) = year_points([seen(2.09, "2.09", None), seen(2.03, "2.03", 0.28)])
    assert (point.values, point.margins) == (((2.09, "2,09"), (2.03, "2,03")), (None, 0.28))
    (missing,) = year_points([seen(None, None, None)])
    assert (missing.values, missing.missing, missing.reason) == ((), "ej mätt", "ej mätt")


@st.composite
def histories(drawn: st.DrawFn) -> tuple[list[YearPoint], float]:
    """The years of an index with margins and conflicts, or of a count."""
    years = range(drawn(st.integers(2010, 2019)), drawn(st.integers(2019, 2024)) + 1)
    if drawn(st.booleans()):
        values = st.lists(st.integers(0, 600).map(lambda v: v / 100), min_size=1, max_size=2)
        margin = drawn(st.sampled_from([None, 0.27, 0.6]))
        known = st.sampled_from(years)
        skipped = drawn(st.sets(known))
        return [
            gap(year)
            if year in skipped
            else index(year, *drawn(values), margin=margin)
            for year in years
        ], 6  # fmt: skip
    most = drawn(st.sampled_from([9, 450, 12851]))
    counts = [drawn(st.integers(0, most)) for _ in years]
    points = [count(year, value) for year, value in zip(years, counts, strict=True)]
    return points, nice_top(counts)


@given(histories())
def test_no_text_is_cut_or_runs_into_another(history):
    points, top = history
    drawing = draw(*points, top=top)
    assert drawing.collisions == []
    assert drawing.outside == []
