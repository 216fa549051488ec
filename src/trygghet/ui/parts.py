"""Pieces that several pages draw in the same way."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from trygghet.charts.axis import Promised, nice_top
from trygghet.charts.dumbbell import dumbbell_svg
from trygghet.charts.history import history_svg
from trygghet.charts.points import YearPoint, year_points
from trygghet.charts.rows import TONES, dumbbell_row
from trygghet.charts.strip import TimeLine, activity_strip
from trygghet.fragments import render, table
from trygghet.periods import parse_period
from trygghet.release.queries import counting_sql, survey_sql
from trygghet.release.rows import (
    Activity,
    Comparison,
    Event,
    Indicator,
    Observation,
    Place,
    SurveyChange,
)
from trygghet.ui.shell import Page
from trygghet.ui.show import heading, paragraph, show
from trygghet.words import text
from trygghet.words.answers import Answer, Link, during
from trygghet.words.cards import activity_card
from trygghet.words.method import method_facts, survey_facts
from trygghet.words.numbers import span
from trygghet.words.tables import comparison_table, observation_table
from trygghet.words.verdicts import (
    area_sentence,
    comparison_sentence,
    interval_text,
    may_not_write,
    may_write,
    ordinary_year,
    survey_sentence,
)


def columns() -> DeltaGenerator:
    """Side by side where there is room, below each other on a phone."""
    return st.container(horizontal=True, key="t-filters")


@contextmanager
def two_columns(*titles: str) -> Iterator[list[DeltaGenerator]]:
    """Columns with headings that stand beside each other and are not joined."""
    columns = st.columns(len(titles), gap="large")
    for column, title in zip(columns, titles, strict=True):
        with column:
            heading(text(title))
    yield columns


def comparison(page: Page, one: Comparison, indicator: Indicator) -> None:
    """A count's sentence, how it was worked out, and what a reporter can write of it."""
    facts = method_facts(one, page.release.counted_lines(one))
    titles = [title for title, _ in page.release.crime_sources(one.place, one.indicator)]
    details = [line for line in (interval_text(one),) if line]
    _judged(
        page, one, indicator, comparison_sentence(one), details, facts, counting_sql(one), titles
    )


def survey_comparisons(
    page: Page, place: str, indicator: Indicator, observations: Sequence[Observation]
) -> None:
    """The same for an index, year by year."""
    for change in page.release.survey_changes(place):
        if change.indicator != indicator.id:
            continue
        mine = [one for one in observations if (one.place, one.indicator) == (place, indicator.id)]
        now = [one for one in mine if one.period == change.now]
        baseline = [one for one in mine if one.period == change.baseline]
        sentence = survey_sentence(change, now, baseline)
        facts = survey_facts(change, now, baseline)
        titles = list(dict.fromkeys(one.source_title for one in (*now, *baseline)))
        _judged(page, change, indicator, sentence, [], facts, survey_sql(change), titles)


def _judged(
    page: Page,
    one: Comparison | SurveyChange,
    indicator: Indicator,
    sentence: str,
    details: Sequence[str],
    facts: Sequence[tuple[str, str]],
    sql: str,
    sources: Sequence[str],
) -> None:
    printed = page.mark(may_write(one, indicator, sentence))
    origin = text(
        "may-write-source",
        source=", ".join(sources),
        title=page.promise.title,
        release=page.release.edition().number,
        address="{address}",
    )
    show(
        render(
            "comparison",
            tone=TONES.get(one.verdict, "neutral"),
            sentence=printed,
            details=details,
            method=render("method", facts=facts, sql=sql.split("\n")),
            copy=render("copy", sentence=printed, copied=f"{printed} {origin}"),
            may_not=may_not_write(one),
        )
    )


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


def beside_others(page: Page, place: Place) -> None:
    """The place's changes beside those of other places together, with the caution that it asks."""
    compared = page.release.area_comparisons(place.id)
    first = page.headline("reported_crimes").id
    lines = [area_sentence(one, place.name) for one in compared if one.indicator == first]
    if lines:
        heading(text("area-title"), 3)
        paragraph(text("area-caution"), "t-detail")
        for line in lines:
            paragraph(page.mark(line))


def promised(page: Page) -> Promised:
    """What every chart over the years shows of the promise."""
    return Promised(
        parse_period(page.promise.start).start,
        parse_period(page.end).end,
        page.promise.baseline_year,
        page.promise.is_example,
    )


def dumbbells(
    page: Page, title: str, rows: Sequence[tuple[str, Comparison]], *, shared: bool
) -> None:
    """Rows "2019 ○ … ● nu" with the grey band; `shared` puts all on one axis."""
    if not rows:
        return
    drawn = [dumbbell_row(label, one) for label, one in rows]
    values = [v for row in drawn for v in (row.baseline, row.now) if v is not None]
    svg = dumbbell_svg(
        drawn,
        title=page.mark(title),
        baseline_label=page.promise.baseline,
        now_label=text("chart-now"),
        top=nice_top(values) if shared else None,
        example=page.promise.is_example,
    )
    show(render("figure", svg=svg, caption=page.mark(f"{title} {text('verdict-meaning')}")))


def figures(
    page: Page,
    place: Place,
    indicators: Sequence[Indicator],
    comparisons: Sequence[Comparison],
    observations: Sequence[Observation],
) -> None:
    """A small chart per indicator with at least two known years, and all of it as tables."""
    titles = {indicator.id: indicator.title for indicator in indicators}
    dumbbells(
        page,
        text("chart-rows", place=place.name, year=page.promise.baseline),
        [
            (f"{titles[one.indicator]}, {span(one.now, one.now_end)}", one)
            for one in during(comparisons, page.years)
            if one.indicator in titles
        ],
        shared=False,
    )
    charts = []
    for indicator in indicators:
        points = year_points([seen for seen in observations if seen.indicator == indicator.id])
        if sum(bool(point.values) for point in points) > 1:
            charts.append(_chart(page, place, indicator, points))
    if charts:
        show(Markup('<div class="t-figures">{}</div>').format(Markup("").join(charts)))
    _ordinary_years(page, place, indicators)
    _tables(page, place, indicators, comparisons, observations)
    compared = {one.indicator for one in comparisons}
    compared |= {one.indicator for one in page.release.survey_changes(place.id)}
    if not any(indicator.id in compared for indicator in indicators):
        return
    with st.expander(text("by-compared")):
        for indicator in indicators:
            for one in comparisons:
                if one.indicator == indicator.id:
                    comparison(page, one, indicator)
            survey_comparisons(page, place.id, indicator, observations)


def _ordinary_years(page: Page, place: Place, indicators: Sequence[Indicator]) -> None:
    """Was the baseline year an ordinary one? For every indicator with years before it."""
    earlier = page.release.earlier_years(place.id)
    said = [
        f"{indicator.title}. {sentence}"
        for indicator in indicators
        if (sentence := ordinary_year(indicator, earlier))
    ]
    if said:
        heading(text("ordinary-title", year=page.promise.baseline), 3)
        for sentence in said:
            paragraph(page.mark(sentence))


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
        sources = dict.fromkeys(
            Link(*source) for id_ in titles for source in page.release.crime_sources(place.id, id_)
        )
        show(table(comparison_table(caption, counted, titles, year, tuple(sources))))
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
