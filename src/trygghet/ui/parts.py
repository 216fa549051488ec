"""Pieces that several pages draw in the same way."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from trygghet.asked import address as in_address
from trygghet.charts.rows import TONES
from trygghet.charts.strip import TimeLine, activity_strip
from trygghet.files.contents import saved_name
from trygghet.files.links import format_links
from trygghet.fragments import render, table
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
from trygghet.ui.site import viewed
from trygghet.views.figures import (
    beside_others_lines,
    change_figure,
    dumbbell_figure,
    figure_tables,
    history_figures,
    ordinary_years,
)
from trygghet.words import text
from trygghet.words.answers import Answer, Link
from trygghet.words.cards import activity_card
from trygghet.words.method import method_facts, survey_facts
from trygghet.words.mistakes import (
    activity_mistake,
    answer_mistake,
    comparison_mistake,
    table_mistake,
)
from trygghet.words.tables import Table
from trygghet.words.verdicts import (
    comparison_sentence,
    interval_text,
    may_not_write,
    may_write,
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
    release = page.release.edition().number
    origin = text(
        "may-write-source",
        source=", ".join(sources),
        title=page.promise.title,
        release=release,
        address=f"{{address:{release}}}",  # filled in by web/sidan.js
    )
    show(
        render(
            "comparison",
            tone=TONES.get(one.verdict, "neutral"),
            sentence=printed,
            details=details,
            method=render("method", facts=facts, sql=sql.split("\n"), file=_release_file(page)),
            copy=render("copy", sentence=printed, copied=f"{printed} {origin}"),
            may_not=may_not_write(one),
            mistake=comparison_mistake(one, indicator, printed, viewed(page)),
        )
    )


def file_links(page: Page, file: str, **choice: str) -> None:
    """One line with a file in every format, with the choices of the view above it."""

    def address(path: str, **given: str) -> str:
        return in_address(path, page.parameters | given)

    show(render("file_links", links=format_links(address, file, **choice)))


def _release_file(page: Page) -> Link | None:
    """Where the file lies that a comparison's question can be put to, by the name it is saved
    under; None where it tells what was withdrawn."""
    if page.release.published_file() is None:
        return None
    edition = page.release.edition()
    choice = {"data": page.promise.id, "v": str(edition.number)}
    name = saved_name(page.promise, edition, "duckdb")
    return Link(name, in_address("/data/utgava.duckdb", choice))


def answers(
    page: Page, given: Sequence[Answer], place: Place, *, goals: Sequence[str] = ()
) -> None:
    """The answers for a place side by side, each under the goal that it is about, if there is
    one."""
    view = viewed(page)
    show(
        render(
            "answers",
            answers=[replace(one, mistake=answer_mistake(one, place, view)) for one in given],
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
    cards, view = [], viewed(page)
    for activity in activities:
        log = [event for event in events if event.activity == activity.id]
        strip = activity_strip(line, activity, log) if line else None
        card = activity_card(activity, page.promise, page.extensions, log, strip)
        cards.append(replace(card, mistake=activity_mistake(card, view)))
    show(render("activities", activities=cards))


def figure_table(page: Page, content: Table) -> None:
    """A table of figures, and a way to say that one of them is wrong."""
    show(table(replace(content, mistake=table_mistake(content, viewed(page)))))


def follow(page: Page, village: Place | None = None) -> None:
    """How to follow the promise, or one of its villages: always its newest release."""
    of = f"/{village.id}" if village else ""
    choice = {name: value for name, value in page.parameters.items() if name != "v"}
    show(
        render(
            "follow",
            about=village.name if village else page.promise.title,
            feed=in_address(f"/flode{of}.atom", choice),
            calendar=in_address(f"/kalender{of}.ics", choice),
        )
    )


def beside_others(page: Page, place: Place) -> None:
    """The place's changes beside those of other places together, with the caution that it asks."""
    if lines := beside_others_lines(page, place):
        heading(text("area-title"), 3)
        paragraph(text("area-caution"), "t-detail")
        for line in lines:
            paragraph(line)


def dumbbells(
    page: Page, title: str, rows: Sequence[tuple[str, Comparison]], *, shared: bool
) -> None:
    """Rows "2019 ○ … ● nu" with the grey band; `shared` puts all on one axis."""
    if rows:
        show(dumbbell_figure(page, title, rows, shared=shared))


def figures(
    page: Page,
    place: Place,
    indicators: Sequence[Indicator],
    comparisons: Sequence[Comparison],
    observations: Sequence[Observation],
) -> None:
    """A small chart per indicator with at least two known years, and all of it as tables."""
    if changes := change_figure(page, place, indicators, comparisons):
        show(changes)
    if charts := history_figures(page, place, indicators, observations):
        show(Markup('<div class="t-figures">{}</div>').format(Markup("").join(charts)))
    if said := ordinary_years(page, place, indicators):
        heading(text("ordinary-title", year=page.promise.baseline), 3)
        for sentence in said:
            paragraph(page.mark(sentence))
    for content, caution in figure_tables(page, place, indicators, comparisons, observations):
        figure_table(page, content)
        if caution:
            paragraph(caution, "t-detail")
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
