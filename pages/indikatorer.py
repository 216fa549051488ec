"""Indikatorer: choose an indicator, places and a division of time; chart, table and file."""

import streamlit as st

from trygghet.charts.explore import CONFIG, explore_figure
from trygghet.files.observed import PERIODS
from trygghet.release.rows import Indicator
from trygghet.ui import address, parts, shell
from trygghet.ui.show import heading, notice, paragraph
from trygghet.words import text
from trygghet.words.answers import during
from trygghet.words.findings import series_findings
from trygghet.words.numbers import listed
from trygghet.words.tables import observation_table

MOST_AT_FIRST = 4


def known_indicators() -> dict[str, Indicator]:
    """Every indicator; a friendly choice where the address names one that is not there."""
    indicators = {indicator.id: indicator for indicator in page.release.indicators()}
    wanted = address.given("indikator")
    if wanted and wanted not in indicators:
        message = text("unknown-indicator", value=wanted)
        titles = {id_: indicator.title for id_, indicator in indicators.items()}
        shell.choices(page, text("unknown-indicator-title"), message, "indikator", titles)
    return indicators


def choose_indicator() -> Indicator:
    titles = {id_: indicator.title for id_, indicator in indicators.items()}
    first = next(iter(titles))
    return indicators[address.choose("indikator", text("indikatorer-choose"), titles, first)]


def choose_places() -> list[str]:
    """The promise's own places, and others to compare with."""
    places = page.release.places_with(indicator.id)
    own = {one.id: one.name for one in places if one.id in own_places or one.kind == "group"}
    others = {one.id: one.name for one in places if one.id not in own}
    first = list(own)[:MOST_AT_FIRST] or list(others)[:1]
    chosen = []
    if own:
        chosen += address.choose_several("platser", text("indikatorer-places"), own, first)
    if others:
        with st.expander(text("indikatorer-compare"), expanded=not own):
            chosen += address.choose_several(
                "jamfor", text("indikatorer-others"), others, [] if own else first
            )
    return chosen


def choose_period() -> str:
    kinds = page.release.period_kinds(indicator.id)
    options = {id_: text(f"indikatorer-{kind}") for id_, kind in PERIODS.items() if kind in kinds}
    return address.choose("period", text("indikatorer-period"), options, next(iter(options)))


page = shell.begin("indikatorer")
year = page.promise.baseline
own_places = {place.id for place in page.release.villages()} | {
    page.promise.area,
    page.promise.municipality,
}
indicators = known_indicators()
heading(page.mark(text("indikatorer-title", year=year)), 1)
indicator = choose_indicator()
shell.tab(page, indicator.title)
places = choose_places()
period = choose_period()

paragraph(indicator.description)
paragraph(text(f"indikatorer-direction-{indicator.good_direction}"))
if indicator.caution:
    notice(indicator.caution)
if not places:
    paragraph(text("indikatorer-no-places"))
else:
    names = [page.place(place).name for place in places]
    observations = page.release.observations(indicator.id, places, PERIODS[period])
    caption = text(
        "indikatorer-table",
        indicator=indicator.title,
        period=text(f"indikatorer-{PERIODS[period]}"),
    )
    heading(page.mark(f"{indicator.title}: {listed(names)}"), id_="t-status")
    one_by_month = period == "manad" and len(places) == 1
    bands = page.release.month_bands(indicator.id, places[0]) if one_by_month else []
    figure = explore_figure(indicator, observations, page.promised, bands)
    st.plotly_chart(figure, config=CONFIG, theme="streamlit", key="figure")
    described = text(
        "indikatorer-chart", indicator=indicator.title, places=listed(names), baseline=year
    )
    if bands:
        described = f"{described} {text('chart-month-band')}"
    found = series_findings(observations)
    paragraph(page.mark(f"{described} {found}"), "t-detail", id_="t-chart-text")
    without = [
        name
        for place, name in zip(places, names, strict=True)
        if place not in {seen.place for seen in observations}
    ]
    if without:
        paragraph(text("indikatorer-without", places=listed(without)))
    baseline = [seen for seen in observations if seen.period[:4] == year]
    parts.figure_table(page, observation_table(page.mark(caption), observations, baseline, year))
    choice = {"indikator": indicator.id, "platser": ",".join(places), "period": period}
    parts.file_links(page, "indikator", **choice)
    paragraph(text("indikatorer-link"), "t-detail")
    compared = during(page.release.comparisons_of(indicator.id, places), page.years)
    if compared:
        heading(text("indikatorer-verdicts", year=year))
        years = [one for one in compared if one.kind == "year"]
        latest = max((one.now for one in years), default="")
        title = text(
            "chart-villages", indicator=indicator.title, now=latest, year=page.promise.baseline
        )
        rows = [(one.place_name, one) for one in years if one.now == latest]
        parts.dumbbells(page, title, rows, shared=True)
        for one in compared:
            parts.comparison(page, one, indicator)
    if indicator.unit == "index":
        heading(text("indikatorer-verdicts", year=year))
        yearly = page.release.observations(indicator.id, places, "year")
        for place in places:
            parts.survey_comparisons(page, place, indicator, yearly)
shell.end(page)
