"""By: one village. Three answers first, then what they rest on and what is not published."""

import streamlit as st

from trygghet.asked import address as in_address
from trygghet.fragments import render
from trygghet.paper.kort import card, embed_code, embed_html
from trygghet.release.rows import Place
from trygghet.ui import address, parts, shell
from trygghet.ui.show import heading, notice, paragraph, plain, show
from trygghet.ui.site import site_address
from trygghet.views.village import Village
from trygghet.words import text
from trygghet.words.answers import Link


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


def figures() -> None:
    """What is put first for the promise, then whatever else was measured in the village."""
    heading(text("by-indicators", place=village.name, year=page.promise.baseline))
    first = [one for one in shown.indicators if one.headline]
    more = [one for one in shown.indicators if not one.headline]
    if not shown.indicators:
        paragraph(text("by-no-indicators", place=village.name))
    if first:
        parts.figures(page, village, first, shown.comparisons, shown.observations)
    if more:
        with st.expander(plain(text("by-more-figures", place=village.name))):
            parts.figures(page, village, more, shown.comparisons, shown.observations)


def together() -> None:
    """What is only given for the village together with its small neighbours."""
    if group := page.release.group_of(village.id):
        joined = Village(page, group)
        heading(text("by-together", places=group.name), 3)
        paragraph(text("by-together-text"))
        parts.figures(page, group, joined.indicators, joined.comparisons, joined.observations)


def activities_by_focus() -> None:
    """The village's own and the area's, by focus area; what is not the promise's stands apart."""
    heading(text("by-activities", place=village.name))
    for title, group in shown.activity_groups():
        heading(title, 3)
        parts.activity_list(page, group, shown.events)
    if shown.context:
        with st.expander(text("by-context")):
            parts.activity_list(page, shown.context, shown.events)


def in_words() -> None:
    statements = shown.statements()
    if statements:
        heading(text("by-statements"))
        area = page.area
        paragraph(text("by-statements-area", area=area.name, place=village.name), "t-detail")
        names = {village.id: village.name, area.id: area.name}
        show(render("statements", statements=statements, names=names))


def people() -> None:
    heading(text("by-people"))
    if figures := shown.population():
        parts.figure_table(page, figures)
    else:
        paragraph(text("by-people-none"))


def not_published() -> None:
    if items := shown.not_published():
        heading(text("by-not-published", place=village.name))
        show(render("not_published", items=page.missing(items)))


def take_away() -> None:
    """The sheet to print, and the code that shows the village's card on another site."""
    here = f"/sida/{village.id}"
    with st.expander(text("paper-title")):
        links = [
            Link(text("paper-open"), in_address(f"{here}/motesblad", page.parameters)),
            Link(text("paper-pdf"), in_address(f"{here}/motesblad.pdf", page.parameters)),
        ]
        show(render("ways", links=links))
        paragraph(text("embed-text", place=village.name))
        # The card is to follow what holds, also where a reader looks at an earlier release.
        current = {name: value for name, value in page.parameters.items() if name != "v"}
        shown_there = site_address() + in_address(f"/kort/{village.id}", current)
        link = site_address() + in_address(here, current)
        show(embed_html(embed_code(card(shown, link), shown_there), button=True))


page = shell.begin("by")
village = choose_village()
shown = Village(page, village)

shell.title(page, text("by-title", place=village.name))
if shown.unclear:
    notice(shown.unclear)
parts.answers(page, shown.answers(), village)
show(render("simple", answers=shown.simple_answers(), mark=page.mark))
figures()
if shown.indicators:
    parts.file_links(page, "by", by=village.id)
together()
parts.beside_others(page, village)
in_words()
activities_by_focus()
parts.follow(page, village)
people()
not_published()
take_away()
shell.end(page, f"/sida/{village.id}")
