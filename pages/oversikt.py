"""Översikt: the goals in three answers, then each village, and what is not published."""

import streamlit as st

from trygghet.fragments import render
from trygghet.release.rows import Place
from trygghet.ui import parts, shell
from trygghet.ui.show import heading, paragraph, show
from trygghet.ui.site import viewed
from trygghet.views.overview import (
    goal_answers,
    map_figure,
    news,
    promise_text,
    village_card,
    villages_figure,
    villages_title,
)
from trygghet.words import text
from trygghet.words.cards import event_line
from trygghet.words.mistakes import village_mistake


def head() -> None:
    shell.title(page, text("oversikt-title", promise=page.promise.title))
    paragraph(page.promise.summary, "t-lead")
    paragraph(promise_text(page))


def goals() -> None:
    """Each goal with what the figures about it say."""
    given = goal_answers(page)
    goals = [goal for goal, _ in given]
    parts.answers(page, [answer for _, answer in given], page.area, goals=goals)


def villages() -> None:
    heading(text("oversikt-villages"))
    with st.container(key="t-village-cards"):
        for village in page.release.villages():
            with st.container(border=True, gap="small"):
                _village(village)


def _village(village: Place) -> None:
    card = village_card(page, village)
    mistake = village_mistake(village, card.said, viewed(page))
    show(render("village_card", card=card, mistake=mistake))
    page.link("by", text("oversikt-village-link", place=village.name), {"by": village.id})


def villages_beside_the_baseline() -> None:
    if figure := villages_figure(page):
        heading(page.mark(villages_title(page)))
        show(figure)


def map_of_villages() -> None:
    if figure := map_figure(page):
        heading(text("oversikt-map"))
        show(figure)


def whole_municipality() -> None:
    municipality = page.municipality
    heading(text("oversikt-municipality", place=municipality.name))
    paragraph(text("oversikt-municipality-caution"))
    parts.figures(
        page,
        municipality,
        [one for one in page.release.indicators() if one.headline],
        page.release.comparisons(municipality.id),
        page.release.place_observations(municipality.id, "year"),
    )
    parts.beside_others(page, municipality)


def latest() -> None:
    heading(text("oversikt-news"))
    show(render("events", events=[event_line(event) for event in news(page)]))
    page.link("aktiviteter", text("oversikt-all-activities"))
    parts.follow(page)


page = shell.begin("oversikt")
head()
goals()
villages()
villages_beside_the_baseline()
map_of_villages()
whole_municipality()
latest()
heading(text("oversikt-not-published"))
show(render("not_published", items=page.missing(page.release.not_published())))
shell.end(page)
