"""The figure of the page Indikatorer: values over time for several places, as Plotly."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby

import plotly.graph_objects as go
from markupsafe import escape

from trygghet.charts.axis import Promised, nice_top
from trygghet.periods import parse_period
from trygghet.release.rows import Indicator, MonthBand, Observation
from trygghet.words.catalogue import text
from trygghet.words.numbers import separators, when
from trygghet.words.tables import value_text

# Seen on white and on dark; told apart by dash and marker too, so that no fact rests on colour.
COLOURS = ("#3b7dbf", "#c8781e", "#8a8a8a", "#9b6bc0", "#2a9d8f", "#c2566b")
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "x")
CONFIG = {"displayModeBar": False, "scrollZoom": False, "responsive": True}


def explore_figure(
    indicator: Indicator,
    observations: Sequence[Observation],
    promised: Promised,
    bands: Sequence[MonthBand] = (),
) -> go.Figure:
    """One line per place, broken where a value is missing; the baseline year dashed.

    Two sources' values for one year are two open markers that no line passes through. `bands` are
    what is expected of months, drawn in grey behind the values.
    """
    figure = go.Figure()
    _add_bands(figure, bands)
    by_place = groupby(observations, key=lambda seen: (seen.place, seen.place_name))
    for number, ((_, name), seen) in enumerate(by_place):
        _add_place(figure, number, name, list(seen))
    _add_times(figure, promised)
    _lay_out(figure, indicator, observations, bands)
    if promised.example:
        figure.add_annotation(
            text=text("site-example-mark"),
            xref="paper",
            yref="paper",
            x=0.5,
            y=0.5,
            showarrow=False,
            textangle=-14,
            opacity=0.35,
            font={"size": 30, "color": "#a05a00"},
        )
    return figure


def _add_bands(figure: go.Figure, bands: Sequence[MonthBand]) -> None:
    """Month by month, between two lines that are not seen; none where a month has no band."""
    hidden = {"mode": "lines", "line": {"width": 0}, "showlegend": False, "hoverinfo": "skip"}
    grey = {"fill": "tonexty", "fillcolor": "rgba(128,128,128,.3)"}
    for run in _without_gaps(bands):
        spans = [parse_period(band.month) for band in run]
        x = [day for span in spans for day in (span.start, span.end + timedelta(days=1))]
        high = [band.high for band in run for _ in ("start", "end")]
        low = [band.low for band in run for _ in ("start", "end")]
        figure.add_trace(go.Scatter(x=x, y=high, **hidden))
        figure.add_trace(go.Scatter(x=x, y=low, **hidden, **grey))


def _without_gaps(bands: Sequence[MonthBand]) -> Iterator[list[MonthBand]]:
    """The bands in runs of months that follow on each other."""
    run: list[MonthBand] = []
    for band in bands:
        start = parse_period(band.month).start
        if run and parse_period(run[-1].month).end + timedelta(days=1) != start:
            yield run
            run = []
        run.append(band)
    if run:
        yield run


def _add_place(figure: go.Figure, number: int, name: str, seen: list[Observation]) -> None:
    style = number % len(COLOURS)
    colour, dash, symbol = COLOURS[style], DASHES[style], SYMBOLS[style]
    hover = f"{escape(name)}<br>%{{customdata}}<extra></extra>"
    figure.add_trace(
        go.Scatter(
            x=[_middle(one) for one in seen],
            y=[None if one.conflict else one.value for one in seen],
            customdata=[f"{when(one.period)}: {value_text(one)}" for one in seen],
            name=str(escape(name)),
            mode="lines+markers",
            line={"color": colour, "dash": dash, "width": 2},
            marker={"symbol": symbol, "size": 7},
            hovertemplate=hover,
            connectgaps=False,
        )
    )
    conflicts = [one for one in seen if one.conflict]
    if conflicts:
        figure.add_trace(
            go.Scatter(
                x=[_middle(one) for one in conflicts],
                y=[one.value for one in conflicts],
                customdata=[f"{when(one.period)}: {value_text(one)}" for one in conflicts],
                name=f"{escape(name)}, {text('table-conflict')}",
                mode="markers",
                marker={"symbol": f"{symbol}-open", "size": 10, "color": colour},
                hovertemplate=hover,
            )
        )


def _middle(seen: Observation) -> datetime:
    """The middle of the period: a year's value belongs to no single day of it."""
    start = datetime.combine(seen.period_start, time())
    return start + (seen.period_end - seen.period_start) / 2


def _add_times(figure: go.Figure, promised: Promised) -> None:
    figure.add_vrect(
        x0=date(promised.baseline, 1, 1),
        x1=date(promised.baseline, 12, 31),
        line={"color": "#808080", "dash": "dash", "width": 1},
        annotation_text=str(promised.baseline),
        annotation_position="top left",
    )
    figure.add_vrect(
        x0=promised.start,
        x1=promised.end,
        fillcolor="#808080",
        opacity=0.15,
        line_width=0,
        annotation_text=text("chart-promise"),
        annotation_position="top left",
    )


def _lay_out(
    figure: go.Figure,
    indicator: Indicator,
    observations: Sequence[Observation],
    bands: Sequence[MonthBand],
) -> None:
    top = indicator.scale_max or nice_top(
        [*(seen.value or 0 for seen in observations), *(band.high for band in bands)]
    )
    figure.update_layout(
        separators=separators(),
        margin={"l": 8, "r": 8, "t": 24, "b": 8},
        height=420,
        legend={"orientation": "h", "y": -0.15},
        hovermode="closest",
        dragmode=False,
        plot_bgcolor="rgba(0,0,0,0)",
        paper_bgcolor="rgba(0,0,0,0)",
    )
    figure.update_yaxes(
        range=[0, top * 1.05],
        title=text(f"unit-{indicator.unit}"),
        gridcolor="rgba(128,128,128,.3)",
        fixedrange=True,
        tickformat=",",
    )
    figure.update_xaxes(
        tickformat="%Y", dtick="M12", ticklabelmode="period", showgrid=False, fixedrange=True
    )
