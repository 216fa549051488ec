"""What a village's page says, made by the dashboard's own functions and given to every peer.

A peer lays it out and draws the charts; it decides nothing of what is said. The promise and its
release come from the settings (TRYGGHET_PROMISE, TRYGGHET_RELEASES), as for the dashboard itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import plotly.graph_objects as go

from trygghet import settings
from trygghet.charts.points import YearPoint, year_points
from trygghet.charts.rows import dumbbell_row
from trygghet.release.rows import Activity, Place
from trygghet.release.store import store
from trygghet.views.context import Context, context
from trygghet.views.figures import figure_tables
from trygghet.views.village import Village
from trygghet.words import text
from trygghet.words.answers import Answer, Link, during
from trygghet.words.cards import activity_card
from trygghet.words.numbers import span
from trygghet.words.tables import Cell, Table

CHOOSE = text("by-choose")


@dataclass(frozen=True)
class Chart:
    """A title and what a Plotly figure is made of."""

    title: str
    traces: tuple[dict[str, object], ...]
    layout: dict[str, object]

    def figure(self) -> go.Figure:
        """The chart as every peer draws it."""
        return go.Figure([go.Scatter(trace) for trace in self.traces], self.layout)


@dataclass(frozen=True)
class Content:
    """One village's page. `groups` are activities by focus area: title, state, description;
    `missing` are a title and what is known instead."""

    title: str
    answers: tuple[Answer, ...]
    charts_title: str
    charts: tuple[Chart, ...]
    tables: tuple[tuple[Table, str], ...]
    statements_title: str
    statements: tuple[tuple[str, str], ...]
    activities_title: str
    groups: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]
    missing_title: str
    missing: tuple[tuple[str, str], ...]


def villages() -> dict[str, str]:
    """The villages to choose from: id → name."""
    return {village.id: village.name for village in _seen().release.villages()}


@cache
def kept_page(village: str) -> Content:
    """The same as `page`, made once for each village: one of the best simple measures."""
    return page(village)


def page(village: str) -> Content:
    """A village's page."""
    seen = _seen()
    shown = Village(seen, seen.place(village))
    population = shown.population()
    tables = figure_tables(
        seen, shown.place, shown.indicators, shown.comparisons, shown.observations
    )
    groups = [*shown.activity_groups(), (text("by-context"), shown.context)]
    return Content(
        seen.mark(text("by-title", place=shown.place.name)),
        tuple(shown.answers()),
        text("by-indicators", place=shown.place.name, year=seen.promise.baseline),
        tuple(_charts(seen, shown)),
        (*tables, *([(population, "")] if population else ())),
        text("by-statements"),
        tuple((one.statement, one.source_title) for one in shown.statements()),
        text("by-activities", place=shown.place.name),
        tuple((title, _activities(seen, shown, group)) for title, group in groups),
        text("by-not-published", place=shown.place.name),
        tuple((one.title, one.known) for one in shown.not_published()),
    )


def cell_text(cell: Cell) -> str:
    """A cell of a table as text."""
    return cell.title if isinstance(cell, Link) else cell


def _seen() -> Context:
    return context(store().release(settings.default_promise()))


def _activities(
    seen: Context, shown: Village, group: Sequence[Activity]
) -> tuple[tuple[str, str, str], ...]:
    """Each with its facts, as a card of ours says them."""
    found = []
    for one in group:
        log = [event for event in shown.events if event.activity == one.id]
        card = activity_card(one, seen.promise, seen.extensions, log)
        facts = ". ".join(f"{label}: {value}" for label, value in card.facts)
        events = " ".join(f"{event.when}: {event.text}" for event in card.events)
        found.append((card.title, card.state_text, f"{card.description} {facts}. {events}"))
    return tuple(found)


def _charts(seen: Context, shown: Village) -> list[Chart]:
    """The changes since the baseline year, then each indicator over the years."""
    charts = [_changes(seen, shown)] if shown.comparisons else []
    for indicator in shown.indicators:
        mine = [one for one in shown.observations if one.indicator == indicator.id]
        points = year_points(mine)
        if sum(bool(point.values) for point in points) >= 2:
            charts.append(_history(seen, shown.place, indicator.title, points))
    return charts


def _changes(seen: Context, shown: Village) -> Chart:
    titles = {indicator.id: indicator.title for indicator in shown.indicators}
    rows = [
        dumbbell_row(f"{titles[one.indicator]}, {span(one.now, one.now_end)}", one)
        for one in during(shown.comparisons, seen.years)
    ]
    labels = [row.label for row in rows]
    title = text("chart-rows", place=shown.place.name, year=seen.promise.baseline)
    baseline = {"x": [row.baseline for row in rows], "y": labels, "name": seen.promise.baseline}
    now = {"x": [row.now for row in rows], "y": labels, "name": text("chart-now")}
    return Chart(title, (baseline | {"mode": "markers"}, now | {"mode": "markers"}), _layout(title))


def _history(seen: Context, place: Place, title: str, points: Sequence[YearPoint]) -> Chart:
    known = [(point.year, *value) for point in points for value in point.values]
    trace = {
        "x": [year for year, _, _ in known],
        "y": [value for _, value, _ in known],
        "text": [said for _, _, said in known],
        "mode": "lines+markers",
        "name": title,
    }
    promised = {
        "type": "rect",
        "yref": "paper",
        "x0": seen.years.first,
        "x1": seen.years.last,
        "y0": 0,
        "y1": 1,
        "opacity": 0.15,
        "fillcolor": "#808080",
    }
    title = f"{title}, {place.name}"
    return Chart(title, (trace,), _layout(title) | {"shapes": [promised]})


def _layout(title: str) -> dict[str, object]:
    return {"title": {"text": title}, "height": 240, "margin": {"l": 8, "r": 8, "t": 40, "b": 8}}
