"""Measured values with everything that a reader must know in order not to over-read them."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from trygghet.files.columns import INDICATOR, PLACE, SOURCES, chosen, column, parameter, told
from trygghet.files.compared import INTERVAL, interval
from trygghet.files.definition import Choice, DataFile
from trygghet.release.queries import Release
from trygghet.release.rows import Comparison, Observation, SurveyChange

PERIODS = {"ar": "year", "halvar": "half", "kvartal": "quarter", "manad": "month"}
"""The divisions of time, as an address writes them."""

_OF = "indikator"
COLUMNS = (
    *PLACE,
    *INDICATOR,
    column("unit", of=_OF, required=True),
    column("period", "period", of=_OF, required=True),
    column("value", "number", of=_OF),
    column("value_published", of=_OF),
    column("missing_reason"),
    column("is_sum", "boolean", of=_OF, required=True),
    column("conflict", "boolean", of=_OF, required=True),
    column("rate_per_100k", "number", of=_OF, unit="rate"),
    column("margin", "number", of=_OF),
    column("respondents", "integer", of=_OF, unit="people"),
    column("corrected", "boolean", of=_OF, required=True),
    column("note"),
    *SOURCES,
    column("baseline", "period"),
    column("verdict"),
    column("verdict_reason", of=_OF),
    column("count_baseline", "number", unit="reports"),
    column("basis"),
    column("ratio", "number"),
    column("lower", "number"),
    column("upper", "number"),
    column("level", "number"),
    column("change_low", "number"),
    column("change_high", "number"),
    column("change_margin", "number"),
    column("margin_basis"),
)
_OF_COMPARISON = tuple(one.name for one in COLUMNS[COLUMNS.index(SOURCES[-1]) + 1 :])

# Comparisons of one published period, not of twelve months across two years.
_SINGLE = ("earlier", "year", "running")

Key = tuple[str, str, str]


def observed_files() -> tuple[DataFile, ...]:
    """The values of an indicator, and those of a village."""
    key = ("place", "indicator", "period", "source")
    refers = {"place": "places", "indicator": "indicators", "source": "sources"}
    return (
        DataFile(
            "indikator",
            COLUMNS,
            _of_indicator,
            (
                parameter("indikator", _indicators, of="indikator", required=True),
                parameter("platser", _places, several=True),
                parameter("period", lambda *_: tuple(PERIODS), default="ar"),
            ),
            key,
            refers,
        ),
        DataFile(
            "by",
            COLUMNS,
            _of_village,
            (parameter("by", _villages, of="by", required=True),),
            key,
            refers,
        ),
    )


def _indicators(release: Release, _: Choice) -> list[str]:
    return [one.id for one in release.indicators()]


def _places(release: Release, choice: Choice) -> list[str]:
    indicator = chosen(choice, "indikator")
    return [place.id for place in release.places_with(indicator)] if indicator else []


def _villages(release: Release, _: Choice) -> list[str]:
    return [village.id for village in release.villages()]


def _of_indicator(release: Release, choice: Choice) -> Iterator[list[Any]]:
    indicator = chosen(choice, "indikator") or ""
    places = choice.get("platser") or _places(release, choice)
    kind = PERIODS[chosen(choice, "period") or "ar"]
    return _rows(release, release.observations(indicator, places, kind))


def _of_village(release: Release, choice: Choice) -> Iterator[list[Any]]:
    village = chosen(choice, "by") or ""
    return _rows(release, release.place_observations(village, "year"))


def _rows(release: Release, observations: Sequence[Observation]) -> Iterator[list[Any]]:
    """Each value with what the comparison with the baseline year says of it, if there is one."""
    indicators = {one.id: one for one in release.indicators()}
    compared: dict[Key, dict[str, Any]] = {}
    for count in release.every_comparison():
        if count.kind in _SINGLE and count.now == count.now_end:
            compared[count.place, count.indicator, count.now] = _of_count(count)
    for change in release.every_survey_change():
        compared[change.place, change.indicator, change.now] = _of_change(change)

    def said(seen: Observation, name: str) -> Any:
        return compared.get((seen.place, seen.indicator, seen.period), {}).get(name)

    return told(
        COLUMNS,
        observations,
        indicator_title=lambda seen: indicators[seen.indicator].title,
        unit=lambda seen: indicators[seen.indicator].unit,
        value_published=lambda seen: seen.published,
        corrected=lambda seen: bool(seen.corrections),
        **{name: partial(said, name=name) for name in _OF_COMPARISON},
    )


def _of_count(one: Comparison) -> dict[str, Any]:
    return {
        "baseline": one.baseline,
        "verdict": one.verdict,
        "verdict_reason": one.missing_reason or one.reason,
        "count_baseline": one.count_baseline,
        "basis": one.basis,
        **{name: interval(one, name) for name in INTERVAL},
        "level": one.level,
    }


def _of_change(one: SurveyChange) -> dict[str, Any]:
    return {
        "baseline": one.baseline,
        "verdict": one.verdict,
        "verdict_reason": one.reason,
        "change_low": one.change_low,
        "change_high": one.change_high,
        "change_margin": one.margin,
        "margin_basis": one.margin_basis,
    }
