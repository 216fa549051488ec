"""By: one village. Three answers first, then what they rest on and what is not published."""

from dataclasses import replace

import streamlit as st

from trygghet.fragments import render, table
from trygghet.release.rows import Activity, Place
from trygghet.ui import address, parts, shell
from trygghet.ui.show import heading, notice, paragraph, plain, show
from trygghet.words import text
from trygghet.words.answers import (
    Answer,
    Link,
    coverage_text,
    crimes_answer,
    said_in_words,
    survey_answer,
    village_activities,
)
from trygghet.words.cards import missing_cards
from trygghet.words.tables import population_table


def choose_village() -> Place:
    """The village in the address, else the first; a friendly choice where it is unknown."""
    villages = {village.id: village for village in page.release.villages()}
    names = {id_: village.name for id_, village in villages.items()}
    wanted = address.given("by")
    if wanted and wanted not in villages:
        message = text("unknown-village", value=wanted)
        shell.choices(page, text("unknown-village-title"), message, "by", names)
    first = next(iter(villages))
    return villages[address.choose("by", text("by-choose"), names, first, pills=True)]


def three_answers() -> None:
    crime, survey = page.headline("reported_crimes"), page.headline("safety_survey")
    crimes = crimes_answer(
        village,
        crime,
        comparisons,
        page.release.crime_sources(village.id, crime.id),
        page.years,
    )
    if comparisons:
        crimes = replace(crimes, details=(*crimes.details, *covered()))
    safety = _with_words(survey_answer(village, survey, observations, changes, page.years))
    parts.answers(page, [village_activities(village, area, activities), crimes, safety])


def covered() -> list[str]:
    """What the village's own counts may lack: the area's reports that are in no village."""
    years = {page.promise.baseline, *(one.now for one in comparisons if one.kind == "year")}
    said = coverage_text(area, [one for one in page.release.coverage() if one.period in years])
    return [said] if said else []


def _with_words(answer: Answer) -> Answer:
    """The survey's answer, and what was said in words in the promise's first year."""
    said, links = said_in_words(own_statements, page.years)
    return replace(
        answer,
        details=(*answer.details, *said),
        sources=tuple(dict.fromkeys((*answer.sources, *links))),
    )


def figures() -> None:
    """What is put first for the promise, then whatever else was measured in the village."""
    heading(text("by-indicators", place=village.name, year=page.promise.baseline))
    measured = {one.indicator for one in (*comparisons, *observations)}
    indicators = [one for one in page.release.indicators() if one.id in measured]
    first = [one for one in indicators if one.headline]
    more = [one for one in indicators if not one.headline]
    if not indicators:
        paragraph(text("by-no-indicators", place=village.name))
    if first:
        parts.figures(page, village, first, comparisons, observations)
    if more:
        with st.expander(plain(text("by-more-figures", place=village.name))):
            parts.figures(page, village, more, comparisons, observations)


def together() -> None:
    """What is only given for the village together with its small neighbours."""
    if group := page.release.group_of(village.id):
        compared = page.release.comparisons(group.id)
        seen = page.release.place_observations(group.id, "year")
        measured = {one.indicator for one in (*compared, *seen)}
        heading(text("by-together", places=group.name), 3)
        paragraph(text("by-together-text"))
        indicators = [one for one in page.release.indicators() if one.id in measured]
        parts.figures(page, group, indicators, compared, seen)


def activities_by_focus() -> None:
    """The village's own and the area's, by focus area; what is not the promise's stands apart."""
    heading(text("by-activities", place=village.name))
    mine = [one for one in activities if {village.id, area.id} & set(one.places)]
    promised = [one for one in mine if one.relation == "in_promise"]
    for focus in page.release.focus_areas():
        _group(focus.title, [one for one in promised if one.focus_area == focus.id])
    _group(text("by-focus-other"), [one for one in promised if one.focus_area is None])
    possible = [one for one in activities if one.relation == "possibly_part"]
    _group(text("by-possible"), [one for one in possible if _here(one)])
    context = [one for one in mine if one.relation == "context"]
    if context:
        with st.expander(text("by-context")):
            parts.activity_list(page, context, events)


def _here(activity: Activity) -> bool:
    """Said of the village itself, of the area or of the whole municipality."""
    return bool({village.id, area.id, page.promise.municipality} & set(activity.places))


def _group(title: str, group: list[Activity]) -> None:
    if group:
        heading(title, 3)
        parts.activity_list(page, group, events)


def in_words() -> None:
    statements = page.release.statements([village.id, area.id])
    if statements:
        heading(text("by-statements"))
        paragraph(text("by-statements-area", area=area.name, place=village.name), "t-detail")
        names = {village.id: village.name, area.id: area.name}
        show(render("statements", statements=statements, names=names))


def people() -> None:
    heading(text("by-people"))
    mine = [one for one in page.release.populations() if one.place == village.id]
    if mine:
        links = {one.id: Link(one.title, one.url) for one in page.release.sources()}
        content = population_table(village.name, mine, links)
        show(table(replace(content, caption=page.mark(content.caption))))
    else:
        paragraph(text("by-people-none"))


def not_published() -> None:
    items = [one for one in page.release.not_published() if {village.id, area.id} & set(one.places)]
    if items:
        heading(text("by-not-published", place=village.name))
        cards = missing_cards(items, page.release.authorities(), page.promise)
        show(render("not_published", items=cards))


page = shell.begin("by")
village = choose_village()
area = page.place(page.promise.area)
activities, events = page.release.activities(), page.release.events()
comparisons = page.release.comparisons(village.id)
observations = page.release.place_observations(village.id, "year")
changes = page.release.survey_changes(village.id)
own_statements = page.release.statements([village.id])

heading(page.mark(text("by-title", place=village.name)), 1)
if village.in_promise == "unclear":
    notice(text("by-unclear", place=village.name, area=area.name))
three_answers()
figures()
together()
parts.beside_others(page, village)
in_words()
activities_by_focus()
people()
not_published()
shell.end(page)
