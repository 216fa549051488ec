"""Översikt: the goals in three answers, then each village, and what is not published."""

from dataclasses import replace

import streamlit as st

from trygghet.charts.map import map_svg
from trygghet.fragments import render
from trygghet.release.rows import Place
from trygghet.ui import parts, shell
from trygghet.ui.show import heading, paragraph, show
from trygghet.words import text
from trygghet.words.answers import (
    Answer,
    crimes_answer,
    promise_activities,
    state_counts,
    survey_answer,
)
from trygghet.words.cards import event_line, missing_cards, newest_population
from trygghet.words.numbers import listed, when

NEWS = 5


def head() -> None:
    promise = page.promise
    heading(page.mark(text("oversikt-title", promise=promise.title)), 1)
    paragraph(promise.summary, "t-lead")
    sentences = [
        text("promise-by", parties=listed(promise.parties)),
        text("promise-time", start=when(promise.start), first_end=when(promise.first_end)),
        *(
            text(
                "promise-extension",
                decided=when(one.decided),
                end=when(one.end),
                reason=one.reason,
            )
            for one in page.extensions
        ),
    ]
    paragraph(" ".join(sentences))


def goals() -> None:
    """Each goal with what the figures about it say: the area's own, else the municipality's."""
    given = {
        "activities": promise_activities(activities),
        "crimes": _crimes(),
        "survey": _survey(),
    }
    goals = [goal for goal in page.release.goals() if goal.topic in given]
    parts.answers(page, [given[goal.topic] for goal in goals], goals=[goal.text for goal in goals])


def _crimes() -> Answer:
    def of(place: Place) -> Answer:
        return crimes_answer(
            place,
            crime_indicator,
            page.release.comparisons(place.id),
            page.release.crime_sources(place.id, crime_indicator.id),
            page.years,
        )

    return _with_municipality(of(area), of(municipality))


def _survey() -> Answer:
    def of(place: Place) -> Answer:
        observations = page.release.place_observations(place.id, "year")
        changes = page.release.survey_changes(place.id)
        return survey_answer(place, survey_indicator, observations, changes, page.years)

    return _with_municipality(of(area), of(municipality))


def _with_municipality(own: Answer, whole: Answer) -> Answer:
    """Where nothing is published for the area, what the municipality's figures say instead."""
    if own.sources:
        return own
    instead = text("answer-instead", place=municipality.name, sentence=whole.sentence)
    return replace(whole, sentence=own.sentence, details=(instead, *whole.details))


def villages() -> None:
    heading(text("oversikt-villages"))
    with st.container(key="t-village-cards"):
        for village in page.release.villages():
            with st.container(border=True, gap="small"):
                _village(village)


def _village(village: Place) -> None:
    promised = [one for one in activities if one.relation == "in_promise"]
    own = [one for one in promised if village.id in one.places]
    shared = [one for one in promised if area.id in one.places and village.id not in one.places]
    people = newest_population(populations, village.id)
    crimes = crimes_answer(
        village,
        crime_indicator,
        page.release.comparisons(village.id),
        [],
        page.years,
    )
    survey = survey_answer(
        village,
        survey_indicator,
        page.release.place_observations(village.id, "year"),
        page.release.survey_changes(village.id),
        page.years,
    )
    show(
        render(
            "village_card",
            name=village.name,
            people=text("card-people", count=people.population, year=people.period)
            if people
            else "",
            unclear=text("card-unclear") if village.in_promise == "unclear" else "",
            activities=text(
                "card-activities-value", own=len(own), shared=len(shared), area=area.name
            ),
            counts=state_counts([*own, *shared]),
            facts=[
                (text("card-crimes"), page.mark(crimes.brief)),
                (text("card-survey"), page.mark(survey.brief)),
            ],
        )
    )
    page.link("by", text("oversikt-village-link", place=village.name), {"by": village.id})


def villages_beside_the_baseline() -> None:
    """Every village's latest whole year of the promise on one axis; the order is the promise's."""
    ids = [village.id for village in page.release.villages()]
    compared = [
        one
        for one in page.release.comparisons_of(crime_indicator.id, ids)
        if one.kind == "year" and one.now == str(page.years.first)
    ]
    title = text(
        "chart-villages",
        indicator=crime_indicator.title,
        now=str(page.years.first),
        year=page.promise.baseline,
    )
    if compared:
        heading(page.mark(title))
        parts.dumbbells(page, title, [(one.place_name, one) for one in compared], shared=True)


def map_of_villages() -> None:
    outlines = page.release.outlines()
    if not outlines:
        return
    heading(text("oversikt-map"))
    all_villages = page.release.villages()
    svg = map_svg(outlines, all_villages, area.name, example=page.promise.is_example)
    without = [village.name for village in all_villages if village.latitude is None]
    caption = text("map-caption")
    if without:
        caption = f"{caption} {text('map-without-place', villages=listed(without))}"
    show(render("figure", svg=svg, caption=page.mark(caption)))


def whole_municipality() -> None:
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


def news() -> None:
    heading(text("oversikt-news"))
    dated = [one for one in page.release.events() if one.date and one.relation != "context"]
    show(render("events", events=[event_line(event) for event in dated[:NEWS]]))
    page.link("aktiviteter", text("oversikt-all-activities"))


page = shell.begin("oversikt")
crime_indicator = page.headline("reported_crimes")
survey_indicator = page.headline("safety_survey")
activities = page.release.activities()
populations = page.release.populations()
area, municipality = page.place(page.promise.area), page.place(page.promise.municipality)

head()
goals()
villages()
villages_beside_the_baseline()
map_of_villages()
whole_municipality()
news()
heading(text("oversikt-not-published"))
missing = missing_cards(page.release.not_published(), page.release.authorities(), page.promise)
show(render("not_published", items=missing))
shell.end(page)
