"""Texts in a chart: their width, their breaking, their room; and the axes below them."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trygghet.charts.axis import Promised, every_nth, nice_top, ticks
from trygghet.charts.labels import (
    SIZES,
    Box,
    Label,
    clean,
    fitted,
    placed,
    text_width,
    wrapped,
)
from trygghet.fragments import style

STYLE = style()


@pytest.mark.parametrize("css", SIZES)
def test_the_widths_are_reckoned_with_the_sizes_of_the_style_sheet(css):
    (rule,) = re.findall(rf"^\.{css} \{{(.*)\}}$", STYLE, re.MULTILINE)
    size, semibold = SIZES[css]
    assert f"font-size: {size:g}px" in rule
    assert ("font-weight: 600" in rule) == semibold


@given(st.text(), st.floats(20, 340))
def test_a_text_is_cut_to_its_room(content, width):
    assert text_width(fitted(clean(content), "t-small", width), "t-small") <= width


@given(st.text(), st.integers(1, 4))
def test_a_text_on_lines_keeps_to_its_room_and_loses_nothing_unseen(content, most):
    content = clean(content)
    lines = wrapped(content, "t-small", 60, most)
    assert len(lines) <= most
    assert all(text_width(line, "t-small") <= 60 for line in lines)
    if not lines[-1].endswith("…"):
        assert "".join("".join(lines).split()) == "".join(content.split())


def test_lines_break_between_words():
    assert wrapped("Södra Sandby och Revinge", "t-small", 80, 3) == ["Södra Sandby", "och Revinge"]


def test_a_text_keeps_the_spaces_that_do_not_break():
    assert clean(" 1\u00a0090\n\n\tanmälda\x00\u202e ") == "1\u00a0090 anmälda"


def test_a_label_takes_the_first_place_with_room():
    frame = Box(0, 0, 100, 100)
    near, far = Label("12", 50, 50, "t-value"), Label("12", 50, 80, "t-value")
    outside = Label("12", 99, 50, "t-value")
    assert list(placed([[outside, near, far]], [], frame)) == [near]
    assert list(placed([[near, far]], [Box(45, 40, 55, 50)], frame)) == [far]
    assert list(placed([[near, far], [near, far]], [], frame)) == [near, far]


@pytest.mark.parametrize(("values", "top"), [([], 1), ([0], 1), ([3], 4), ([434], 450), ([1], 4)])
def test_an_axis_ends_at_a_round_number(values, top):
    assert nice_top(values) == top


@given(st.lists(st.floats(0, 1e7), min_size=1))
def test_no_value_lies_beyond_the_end_of_its_axis(values):
    assert nice_top(values) >= max(values)


def test_the_middle_of_a_count_is_named_only_where_it_is_whole():
    assert ticks(6) == (0, 3, 6)
    assert ticks(55.0) == (0, 55)
    assert ticks(2.5) == (0, 1.25, 2.5)


@given(st.integers(1990, 2019), st.integers(2019, 2030), st.integers(1, 12))
def test_the_baseline_year_is_among_those_named(first, last, most):
    years = range(first, last + 1)
    named = every_nth(years, 2019, most)
    assert 2019 in named
    assert set(named) <= set(years)
    assert len(named) <= most + 1


def test_the_promise_lies_from_its_first_morning_to_its_last_evening():
    promised = Promised(date(2020, 1, 1), date(2020, 12, 31), 2019, example=False)
    assert promised.span(2015, 2023) == (2020, 2021)
    assert list(promised.years) == [2020]
    assert promised.span(2015, 2019) is None
    assert promised.span(2021, 2023) is None
    half = Promised(date(2020, 7, 1), date(2021, 12, 31), 2019, example=False)
    assert half.span(2015, 2020) == (pytest.approx(2020.5, abs=0.01), 2021)
