"""Pieces that several pages draw in the same way."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from trygghet.charts.history import Promised, history_svg, nice_top
from trygghet.charts.strip import TimeLine, activity_strip
from trygghet.charts.points import YearPoint, crime_points, survey_points
from trygghet.fragments import render
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
from trygghet.ui.show import show
from trygghet.words import text
from trygghet.words.answers import Answer
from trygghet.words.cards import activity_card


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
    page: Page, activities: Sequence[Activity], events: Sequence[Event], line: TimeLine | None = None
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


def histories(
    page: Page,
    place: Place,
    indicators: Sequence[Indicator],
    comparisons: Sequence[Comparison],
    observations: Sequence[Observation],
) -> None:
    """One small chart per indicator that has at least two known years in the place."""
    figures = [
        _figure(page, place, indicator, points)
        for indicator in indicators
        if len(points := _points(page, indicator, comparisons, observations)) > 1
    ]
    if figures:
        show(Markup('<div class="t-figures">{}</div>').format(Markup("").join(figures)))


def _points(
    page: Page,
    indicator: Indicator,
    comparisons: Sequence[Comparison],
    observations: Sequence[Observation],
) -> list[YearPoint]:
    if indicator.dataset == "reported_crimes":
        mine = [one for one in comparisons if one.indicator == indicator.id]
        return crime_points(mine, page.promise.baseline)
    return survey_points([seen for seen in observations if seen.indicator == indicator.id])


def _figure(page: Page, place: Place, indicator: Indicator, points: list[YearPoint]) -> Markup:
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
    svg = history_svg(points, page.mark(title), promised(page), top)
    return render("figure", svg=svg, caption=page.mark(caption))
