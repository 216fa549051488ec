"""A place's figures: the changes since the baseline year, the years, and all of it as tables."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from trygghet.charts.axis import nice_top
from trygghet.charts.dumbbell import dumbbell_svg
from trygghet.charts.history import history_svg
from trygghet.charts.points import year_points
from trygghet.charts.rows import dumbbell_row
from trygghet.fragments import render
from trygghet.release.rows import Comparison, Indicator, Observation, Place
from trygghet.views.context import Context
from trygghet.words import text
from trygghet.words.answers import Link, during
from trygghet.words.numbers import span
from trygghet.words.tables import Table, comparison_table, observation_table
from trygghet.words.verdicts import area_sentence, ordinary_year


class Chart(NamedTuple):
    """A drawing and what stands below it."""

    svg: Markup
    caption: str

    def figure(self) -> Markup:
        """Both as HTML."""
        return render("figure", svg=self.svg, caption=self.caption)


def dumbbell_figure(
    seen: Context, title: str, rows: Sequence[tuple[str, Comparison]], *, shared: bool
) -> Markup:
    """Rows "2019 ○ … ● nu" with the grey band, each with its label; `shared` puts all on one
    axis."""
    return _dumbbell(seen, title, rows, shared=shared).figure()


def _dumbbell(
    seen: Context, title: str, rows: Sequence[tuple[str, Comparison]], *, shared: bool
) -> Chart:
    drawn = [dumbbell_row(label, one) for label, one in rows]
    values = [v for row in drawn for v in (row.baseline, row.now) if v is not None]
    svg = dumbbell_svg(
        drawn,
        title=seen.mark(title),
        baseline_label=seen.promise.baseline,
        now_label=text("chart-now"),
        top=nice_top(values) if shared else None,
        example=seen.promise.is_example,
    )
    return Chart(svg, seen.mark(f"{title} {text('verdict-meaning')}"))


def change_figure(
    seen: Context,
    place: Place,
    indicators: Sequence[Indicator],
    comparisons: Sequence[Comparison],
) -> Markup | None:
    """What was reported in the promise's years against the baseline year; None where nothing
    is compared."""
    chart = change_chart(seen, place, indicators, comparisons)
    return chart.figure() if chart else None


def change_chart(
    seen: Context,
    place: Place,
    indicators: Sequence[Indicator],
    comparisons: Sequence[Comparison],
) -> Chart | None:
    """The same, drawing and caption apart."""
    titles = {indicator.id: indicator.title for indicator in indicators}
    rows = [
        (f"{titles[one.indicator]}, {span(one.now, one.now_end)}", one)
        for one in during(comparisons, seen.years)
        if one.indicator in titles
    ]
    if not rows:
        return None
    title = text("chart-rows", place=place.name, year=seen.promise.baseline)
    return _dumbbell(seen, title, rows, shared=False)


def history_figures(
    seen: Context,
    place: Place,
    indicators: Sequence[Indicator],
    observations: Sequence[Observation],
) -> list[Markup]:
    """A small chart over the years for each indicator with at least two known ones."""
    charts = (history_chart(seen, place, indicator, observations) for indicator in indicators)
    return [chart.figure() for chart in charts if chart]


def history_chart(
    seen: Context, place: Place, indicator: Indicator, observations: Sequence[Observation]
) -> Chart | None:
    """An indicator over the years; None where fewer than two are known."""
    points = year_points([one for one in observations if one.indicator == indicator.id])
    if sum(bool(point.values) for point in points) < 2:
        return None
    title = f"{indicator.title}, {place.name}"
    top = indicator.scale_max or nice_top(v for point in points for v, _ in point.values)
    caption = text(
        "chart-history-caption",
        indicator=indicator.title,
        place=place.name,
        baseline=seen.promise.baseline,
    )
    if indicator.unit == "index":
        caption = f"{caption} {text('chart-higher-is-worse')}"
    if any(len(point.values) > 1 for point in points):
        caption = f"{caption} {text('chart-conflict-caption')}"
    if any(margin is not None for point in points for margin in point.margins):
        caption = f"{caption} {text('chart-margin-caption')}"
    svg = history_svg(points, seen.mark(title), seen.promised, top)
    return Chart(svg, seen.mark(caption))


def ordinary_years(seen: Context, place: Place, indicators: Sequence[Indicator]) -> list[str]:
    """Was the baseline year an ordinary one? For every indicator with years before it."""
    earlier = seen.release.earlier_years(place.id)
    return [
        f"{indicator.title}. {sentence}"
        for indicator in indicators
        if (sentence := ordinary_year(indicator, earlier))
    ]


def figure_tables(
    seen: Context,
    place: Place,
    indicators: Sequence[Indicator],
    comparisons: Sequence[Comparison],
    observations: Sequence[Observation],
) -> list[tuple[Table, str]]:
    """The reported crimes against the baseline year, then the survey's values, each table with
    the caution that stands below it or an empty text."""
    year = seen.promise.baseline
    titles = {indicator.id: indicator for indicator in indicators}
    counted = [one for one in comparisons if one.indicator in titles]
    found = []
    if counted:
        caption = seen.mark(text("table-comparisons", place=place.name, year=year))
        sources = dict.fromkeys(
            Link(*source) for id_ in titles for source in seen.release.crime_sources(place.id, id_)
        )
        found.append((comparison_table(caption, counted, titles, year, tuple(sources)), ""))
    for indicator in indicators:
        mine = [one for one in observations if one.indicator == indicator.id]
        if mine and indicator.dataset == "safety_survey":
            caption = seen.mark(f"{indicator.title}, {place.name}")
            baseline = [one for one in mine if one.period == year]
            content = observation_table(caption, mine, baseline, year)
            found.append((content, indicator.caution or ""))
    return found


def beside_others_lines(seen: Context, place: Place) -> list[str]:
    """The place's changes beside those of other places together; never a verdict."""
    compared = seen.release.area_comparisons(place.id)
    first = seen.headline("reported_crimes").id
    return [seen.mark(area_sentence(one, place.name)) for one in compared if one.indicator == first]
