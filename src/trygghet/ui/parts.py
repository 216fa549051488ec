"""Pieces that several pages draw in the same way."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from trygghet.charts.axis import Promised, nice_top
from trygghet.charts.history import history_svg
from trygghet.charts.points import YearPoint, year_points
from trygghet.charts.strip import TimeLine, activity_strip
from trygghet.fragments import render, table
from trygghet.periods import parse_period
from trygghet.release.rows import (
    Activity,
    Comparison,
    Event,
    Indicator,
    Observation,
    Place,
)
from trygghet.ui.shell import Page
from trygghet.ui.show import paragraph, show
from trygghet.words import text
from trygghet.words.answers import Answer
from trygghet.words.cards import activity_card
from trygghet.words.tables import comparison_table, observation_table


def columns() -> DeltaGenerator:
    """Side by side where there is room, below each other on a phone."""
    return st.container(horizontal=True, key="t-filters")


def answers(page: Page, given: Sequence[Answer], *, goals: Sequence[str] = ()) -> None:
    """The answers side by side, each under the goal that it is about, if there is one."""
    show(
        render(
            "answers",
            answers=given,
            goals=goals or [""] * len(given),
            mark=page.mark,
        )
    )


def activity_list(
    page: Page,
    activities: Sequence[Activity],
    events: Sequence[Event],
    line: TimeLine | None = None,
) -> None:
    """The activities' cards; with `line` each has its strip of time."""
    cards = []
    for activity in activities:
        log = [event for event in events if event.activity == activity.id]
        strip = activity_strip(line, activity, log) if line else None
        cards.append(activity_card(activity, page.promise, page.extensions, log, strip))
    show(render("activities", activities=cards))


def promised(page: Page) -> Promised:
    """What every chart over the years shows of the promise."""
    return Promised(
        parse_period(page.promise.start).start,
        parse_period(page.end).end,
        page.promise.baseline_year,
        page.promise.is_example,
    )


def figures(
    page: Page,
    place: Place,
    indicators: Sequence[Indicator],
    comparisons: Sequence[Comparison],
    observations: Sequence[Observation],
) -> None:
    """A small chart per indicator with at least two known years, and all of it as tables."""
    charts = []
    for indicator in indicators:
        points = year_points([seen for seen in observations if seen.indicator == indicator.id])
        if sum(bool(point.values) for point in points) > 1:
            charts.append(_chart(page, place, indicator, points))
    if charts:
        show(Markup('<div class="t-figures">{}</div>').format(Markup("").join(charts)))
    _tables(page, place, indicators, comparisons, observations)


def _tables(
    page: Page,
    place: Place,
    indicators: Sequence[Indicator],
    comparisons: Sequence[Comparison],
    observations: Sequence[Observation],
) -> None:
    year = page.promise.baseline
    titles = {indicator.id: indicator for indicator in indicators}
    counted = [one for one in comparisons if one.indicator in titles]
    if counted:
        caption = page.mark(text("table-comparisons", place=place.name, year=year))
        show(table(comparison_table(caption, counted, titles, year)))
    for indicator in indicators:
        seen = [one for one in observations if one.indicator == indicator.id]
        if seen and indicator.dataset == "safety_survey":
            caption = page.mark(f"{indicator.title}, {place.name}")
            baseline = [one for one in seen if one.period == year]
            show(table(observation_table(caption, seen, baseline, year)))
            if indicator.caution:
                paragraph(indicator.caution, "t-detail")


def _chart(page: Page, place: Place, indicator: Indicator, points: list[YearPoint]) -> Markup:
    title = f"{indicator.title}, {place.name}"
    top = indicator.scale_max or nice_top(v for point in points for v, _ in point.values)
    caption = text(
        "chart-history-caption",
        indicator=indicator.title,
        place=place.name,
        baseline=page.promise.baseline,
    )
    if indicator.unit == "index":
        caption = f"{caption} {text('chart-higher-is-worse')}"
    if any(len(point.values) > 1 for point in points):
        caption = f"{caption} {text('chart-conflict-caption')}"
    if any(margin is not None for point in points for margin in point.margins):
        caption = f"{caption} {text('chart-margin-caption')}"
    svg = history_svg(points, page.mark(title), promised(page), top)
    return render("figure", svg=svg, caption=page.mark(caption))
