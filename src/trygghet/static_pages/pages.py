"""The overview and a village's page, laid out without JavaScript."""

from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from trygghet.asked import Asked
from trygghet.files.links import format_links
from trygghet.fragments import render, table
from trygghet.paper.kort import card, embed_code, embed_html
from trygghet.release.rows import Comparison, Indicator, NotPublished, Observation, Place
from trygghet.static_pages.frame import fill, framed
from trygghet.views.accessibility import statement
from trygghet.views.context import Context, context
from trygghet.views.figures import change_figure, figure_tables, history_figures
from trygghet.views.heads import accessibility_head, overview_head, village_head
from trygghet.views.overview import (
    goal_answers,
    map_figure,
    news,
    promise_text,
    village_card,
    villages_figure,
    villages_title,
)
from trygghet.views.viewed import viewed
from trygghet.views.village import Village
from trygghet.words import text
from trygghet.words.answers import Answer, Link
from trygghet.words.cards import MissingCard, activity_card, event_line
from trygghet.words.mistakes import Viewed, answer_mistake, section_mistake


@dataclass(frozen=True, slots=True)
class Figures:
    """A place's charts and tables as HTML, under a title where they are not the page's own."""

    title: str
    changes: Markup
    charts: list[Markup]
    tables: list[tuple[Markup, str]]


def overview_page(asked: Asked) -> str:
    """The promise as a whole, as the app's first page shows it."""
    seen = context(asked.release)
    release, municipality = seen.release, seen.municipality
    given = goal_answers(seen)
    headline = [one for one in release.indicators() if one.headline]
    whole = _figures(
        seen,
        municipality,
        headline,
        release.comparisons(municipality.id),
        release.place_observations(municipality.id, "year"),
    )
    main = fill(
        "overview",
        mark=seen.mark,
        promise=seen.promise,
        promised=promise_text(seen),
        answers=_answers(
            seen,
            [answer for _, answer in given],
            seen.area,
            [goal for goal, _ in given],
            viewed(seen, asked.pinned("/sida/")),
        ),
        ways=render("ways", links=_overview_ways(asked)),
        cards=[_card(asked, seen, village) for village in release.villages()],
        villages_title=villages_title(seen),
        villages_figure=villages_figure(seen),
        map=map_figure(seen),
        municipality=municipality,
        changes=whole.changes,
        tables=whole.tables,
        follow=_follow(asked, seen.promise.title, ""),
        events=render("events", events=[event_line(event) for event in news(seen)]),
        missing=_missing(release.not_published()),
    )
    head = overview_head(asked)
    return framed(asked, seen, head=head, here="/sida/", app=asked.path("/"), main=main)


def village_page(asked: Asked, place: Place) -> str:
    """A village, as the app's page By shows it."""
    seen = context(asked.release)
    village = Village(seen, place)
    figures = [_figures(seen, place, village.indicators, village.comparisons, village.observations)]
    if group := seen.release.group_of(place.id):
        figures.append(_together(seen, group))
    names = {place.id: place.name, seen.area.id: seen.area.name}
    statements = village.statements()
    population = village.population()
    view = viewed(seen, asked.pinned(f"/sida/{place.id}"))
    figures_title = text("by-indicators", place=place.name, year=seen.promise.baseline)
    activities_title = text("by-activities", place=place.name)
    main = fill(
        "village",
        mark=seen.mark,
        promise=seen.promise,
        promised=promise_text(seen),
        place=place,
        area=seen.area,
        village=village,
        answers=_answers(seen, village.answers(), place, [], view),
        simple=render("simple", answers=village.simple_answers(), mark=seen.mark),
        figures_mistake=section_mistake(figures_title, place, view),
        activities_mistake=section_mistake(activities_title, place, view),
        ways=render("ways", links=_village_ways(asked, place)),
        figures=[one for one in figures if one.changes or one.charts or one.tables],
        files=render("file_links", links=format_links(asked.path, "by", by=place.id)),
        statements=render("statements", statements=statements, names=names) if statements else "",
        groups=_groups(seen, village),
        population=table(population) if population else "",
        follow=_follow(asked, place.name, f"/{place.id}"),
        embedded=_embedded(asked, village),
        missing=_missing(village.not_published()),
    )
    return framed(
        asked,
        seen,
        head=village_head(asked, place),
        here=f"/sida/{place.id}",
        app=asked.path("/by", by=place.id),
        main=main,
    )


def accessibility_page(asked: Asked) -> str:
    """The accessibility statement."""
    seen = context(asked.release)
    title = Markup("<h1>{}</h1>").format(seen.mark(text("page-tillganglighet")))
    return framed(
        asked,
        seen,
        head=accessibility_head(asked),
        here="/sida/tillganglighet",
        app=asked.path("/tillganglighet"),
        main=title + statement(seen, asked.site, asked.path),
    )


def _answers(
    seen: Context, given: list[Answer], place: Place, goals: list[str], view: Viewed
) -> Markup:
    return render(
        "answers",
        answers=[replace(one, mistake=answer_mistake(one, place, view)) for one in given],
        goals=goals or [""] * len(given),
        mark=seen.mark,
    )


def _figures(
    seen: Context,
    place: Place,
    indicators: list[Indicator],
    comparisons: list[Comparison],
    observations: list[Observation],
    title: str = "",
) -> Figures:
    tables = figure_tables(seen, place, indicators, comparisons, observations)
    # The years of the others are drawn in the app, and in the files: this page is to be short.
    first = [one for one in indicators if one.headline]
    return Figures(
        title,
        change_figure(seen, place, indicators, comparisons) or Markup(""),
        history_figures(seen, place, first, observations),
        [(table(content), caution) for content, caution in tables],
    )


def _together(seen: Context, group: Place) -> Figures:
    """What is only given for the village together with its small neighbours."""
    joined = Village(seen, group)
    title = text("by-together", places=group.name)
    return _figures(seen, group, joined.indicators, joined.comparisons, joined.observations, title)


def _groups(seen: Context, village: Village) -> list[tuple[str, list[Any]]]:
    """The activities' cards by focus area, and last what is no part of the promise."""
    groups = village.activity_groups()
    if village.context:
        groups.append((text("by-context"), village.context))
    return [
        (title, [activity_card(one, seen.promise, seen.extensions, []) for one in group])
        for title, group in groups
    ]


def _card(asked: Asked, seen: Context, village: Place) -> tuple[Markup, Link]:
    label = text("oversikt-village-link", place=village.name)
    link = Link(label, asked.path(f"/sida/{village.id}"))
    return render("village_card", card=village_card(seen, village)), link


def _missing(items: list[NotPublished]) -> Markup:
    """What is not published, without the letters: those are written in the app."""
    cards = [MissingCard(one.title, one.known, one.holder, ()) for one in items]
    return render("not_published", items=cards) if cards else Markup("")


def _overview_ways(asked: Asked) -> list[Link]:
    return [
        Link(text("static-app"), asked.path("/")),
        Link(text("static-goals"), asked.path("/mal")),
    ]


def _village_ways(asked: Asked, place: Place) -> list[Link]:
    sheet = f"/sida/{place.id}/motesblad"
    return [
        Link(text("static-app"), asked.path("/by", by=place.id)),
        Link(text("paper-open"), asked.path(sheet)),
        Link(text("paper-pdf"), asked.path(f"{sheet}.pdf")),
    ]


def _follow(asked: Asked, about: str, ending: str) -> Markup:
    feed, calendar = (
        asked.latest(f"/{name}") for name in (f"flode{ending}.atom", f"kalender{ending}.ics")
    )
    return render("follow", about=about, feed=feed, calendar=calendar)


def _embedded(asked: Asked, village: Village) -> Markup:
    """The code for the village's card, which follows what holds."""
    id_ = village.place.id
    shown = card(village, asked.latest(f"/sida/{id_}"))
    return embed_html(embed_code(shown, asked.latest(f"/kort/{id_}")), button=False)
