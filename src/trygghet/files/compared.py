"""What may be said of reported crimes and the survey against the baseline year."""

from collections.abc import Iterable, Iterator
from functools import cache, partial
from math import isinf
from typing import Any, TypeVar

from trygghet.files.columns import (
    INDICATOR,
    PLACE,
    chosen,
    column,
    crime_indicators,
    every_place,
    index_indicators,
    indicator_titles,
    parameter,
    told,
)
from trygghet.files.definition import Choice, DataFile
from trygghet.release.queries import Release
from trygghet.release.rows import Comparison, SurveyChange

Compared = TypeVar("Compared", Comparison, SurveyChange)

_CRIMES = "jamforelser"
COMPARISONS = (
    *PLACE,
    *INDICATOR,
    column("kind", of=_CRIMES, required=True),
    column("now", "period", required=True),
    column("now_end", "period", required=True),
    column("baseline", "period", required=True),
    column("baseline_end", "period", of=_CRIMES, required=True),
    column("count_now", "integer", of=_CRIMES, unit="reports"),
    column("count_baseline", "number", unit="reports"),
    column("missing_period", "period", of=_CRIMES),
    column("missing_reason"),
    column("verdict", required=True),
    column("reason", of=_CRIMES),
    column("ratio", "number"),
    column("lower", "number"),
    column("upper", "number"),
    column("level", "number", required=True),
    column("p_value", "number", of=_CRIMES),
    column("phi", "number", of=_CRIMES),
    column("basis", required=True),
    column("exposure_ratio", "number", of=_CRIMES, required=True),
    column("days_now", "integer", of=_CRIMES, unit="days", required=True),
    column("days_baseline", "number", of=_CRIMES, unit="days", required=True),
    column("parts_now", "list", of=_CRIMES, required=True),
    column("parts_baseline", "list", of=_CRIMES, required=True),
    column("series", of=_CRIMES, required=True),
    column("too_few_limit", "integer", of=_CRIMES, unit="reports", required=True),
    column("band_low", "integer", of=_CRIMES, unit="reports"),
    column("band_high", "integer", of=_CRIMES, unit="reports"),
    column("unit", of=_CRIMES, required=True),
    column("source_titles", "list", of=_CRIMES, required=True),
    column("source_urls", "list", of=_CRIMES),
)
CHANGES = (
    *PLACE,
    *INDICATOR,
    column("now", "period", required=True),
    column("baseline", "period", required=True),
    column("change_low", "number"),
    column("change_high", "number"),
    column("change_margin", "number", required=True),
    column("margin_basis", required=True),
    column("verdict", required=True),
    column("reason", of="trygghetsjamforelser"),
)
_AREAS = "omraden"
AREAS = (
    *PLACE,
    *INDICATOR,
    column("now", "period", required=True),
    column("now_end", "period", required=True),
    column("comparison", of=_AREAS, required=True),
    column("members", "integer", of=_AREAS, required=True),
    column("comparison_now", "integer", of=_AREAS, unit="reports", required=True),
    column("comparison_baseline", "integer", of=_AREAS, unit="reports", required=True),
    column("ratio", "number", of=_AREAS),
    column("lower", "number"),
    column("upper", "number"),
    column("level", "number", required=True),
    column("not_shown", of=_AREAS),
)
_LIMITS = "granser"
LIMITS = (
    column("baseline", "integer", of=_LIMITS, unit="reports", required=True),
    column("series", of=_CRIMES, required=True),
    column("level", "number", required=True),
    column("lower_at_most", "integer", of=_LIMITS, unit="reports"),
    column("higher_at_least", "integer", of=_LIMITS, unit="reports", required=True),
)
_BANDS = "manadsband"
BANDS = (
    *PLACE,
    *INDICATOR,
    column("month", "period", of=_BANDS, required=True),
    column("low", "integer", of=_BANDS, unit="reports", required=True),
    column("high", "integer", of=_BANDS, unit="reports", required=True),
)
INTERVAL = ("ratio", "lower", "upper")
_JUDGED = ("lower", "higher", "no_certain_difference")
_REFERS = {"place": "places", "indicator": "indicators"}


def compared_files() -> tuple[DataFile, ...]:
    """Every comparison, and the tables that explain the words."""
    return (
        DataFile(
            "jamforelser",
            COMPARISONS,
            _comparisons,
            (parameter("by", every_place), parameter("indikator", crime_indicators)),
            ("place", "indicator", "kind", "now"),
            _REFERS,
        ),
        DataFile(
            "trygghetsjamforelser",
            CHANGES,
            _changes,
            (parameter("by", every_place), parameter("indikator", index_indicators)),
            ("place", "indicator", "now"),
            _REFERS,
        ),
        DataFile(
            "omraden",
            AREAS,
            _areas,
            key=("place", "indicator", "now", "now_end", "comparison"),
            refers=_REFERS,
        ),
        DataFile(
            "granser",
            LIMITS,
            lambda release, _: told(LIMITS, release.verdict_limits()),
            key=("baseline", "series", "level"),
        ),
        DataFile(
            "manadsband",
            BANDS,
            _bands,
            (
                parameter("indikator", crime_indicators),
                parameter("plats", every_place, of=_BANDS),
            ),
            ("place", "indicator", "month"),
            _REFERS,
        ),
    )


def interval(one: Comparison, name: str) -> float | None:
    """The ratio or one of its limits, where the counts are enough for them to say anything: as on
    the pages. None also where there is no limit upwards."""
    value: float | None = getattr(one, name)
    return None if value is None or isinf(value) or one.verdict not in _JUDGED else value


def _asked_for(found: Iterable[Compared], choice: Choice) -> Iterator[Compared]:
    """Those of the chosen place and indicator."""
    place, indicator = chosen(choice, "by"), chosen(choice, "indikator")
    for one in found:
        if place in (None, one.place) and indicator in (None, one.indicator):
            yield one


def _comparisons(release: Release, choice: Choice) -> Iterator[list[Any]]:
    titles = indicator_titles(release)
    units = {one.id: one.unit for one in release.indicators()}
    sources = cache(release.crime_sources)
    return told(
        COMPARISONS,
        _asked_for(release.every_comparison(), choice),
        indicator_title=lambda one: titles[one.indicator],
        unit=lambda one: units[one.indicator],
        **{name: partial(interval, name=name) for name in INTERVAL},
        source_titles=lambda one: [title for title, _ in sources(one.place, one.indicator)],
        source_urls=lambda one: [url for _, url in sources(one.place, one.indicator) if url],
    )


def _changes(release: Release, choice: Choice) -> Iterator[list[Any]]:
    titles = indicator_titles(release)
    return told(
        CHANGES,
        _asked_for(release.every_survey_change(), choice),
        indicator_title=lambda one: titles[one.indicator],
        change_margin=lambda one: one.margin,
    )


def _areas(release: Release, choice: Choice) -> Iterator[list[Any]]:
    titles = indicator_titles(release)
    names = {place.id: place.name for place in release.places()}
    return told(
        AREAS,
        (one for place in names for one in release.area_comparisons(place)),
        place_name=lambda one: names[one.place],
        indicator_title=lambda one: titles[one.indicator],
    )


def _bands(release: Release, choice: Choice) -> Iterator[list[Any]]:
    titles = indicator_titles(release)
    found = release.month_bands(chosen(choice, "indikator"), chosen(choice, "plats"))
    return told(BANDS, found, indicator_title=lambda one: titles[one.indicator])
