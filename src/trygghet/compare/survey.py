"""The survey's indices of every later year against the baseline year (method §2)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from trygghet.check import PromiseFolder
from trygghet.check.csv_file import Record
from trygghet.compare.records import Frame, SeriesKey, series_of
from trygghet.method.survey import (
    DEFAULT_MARGINS,
    IndexChange,
    Margin,
    MarginBasis,
    PublishedIndex,
    SurveyExtent,
    index_change,
    published_index,
)
from trygghet.method.verdicts import NoVerdictReason

_REASONS = {
    "protected": NoVerdictReason.PROTECTED,
    "not_measured": NoVerdictReason.NOT_MEASURED,
}


@dataclass(frozen=True, slots=True)
class SurveyCompared:
    """The change of one place's index."""

    place: str
    indicator: str
    change: IndexChange


def compare_survey(folder: PromiseFolder, frame: Frame) -> Iterator[SurveyCompared]:
    """Every year after the baseline year, for every index (shares have no verdicts)."""
    values: dict[SeriesKey, dict[int, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for record in folder.tables["safety_survey"]:
        if frame.indicators[str(record.values["indicator"])].values["unit"] == "index":
            values[series_of(record)][int(str(record.values["period"])[:4])].append(record)
    for (place, indicator), by_year in values.items():
        before = by_year.get(frame.baseline_year, [])
        for year in sorted(year for year in by_year if year > frame.baseline_year):
            change = index_change(
                frame.baseline_year,
                _indices(before),
                year,
                _indices(by_year[year]),
                _margin(str(frame.places[place].values["kind"]), before, by_year[year]),
                no_verdict=_reason(before) or _reason(by_year[year]),
            )
            yield SurveyCompared(place, indicator, change)


def _indices(records: Sequence[Record]) -> list[PublishedIndex]:
    return [
        published_index(_notation(record, "value"), str(record.values["source"]))
        for record in records
        if record.values["value"] is not None
    ]


def _margin(kind: str, before: Sequence[Record], now: Sequence[Record]) -> Margin:
    """The producer's margins of the two years joined to that of their difference, else ours."""
    sides = [_widest(before), _widest(now)]
    if sides[0] is not None and sides[1] is not None:
        joined = (sides[0] ** 2 + sides[1] ** 2).sqrt()
        return Margin(joined.quantize(Decimal("0.01")), MarginBasis.PRODUCER)
    area = kind in ("village", "district", "area")
    return DEFAULT_MARGINS[SurveyExtent.AREA if area else SurveyExtent.MUNICIPALITY]


def _widest(records: Sequence[Record]) -> Decimal | None:
    """The largest margin given for a year; a value without one leaves the others standing."""
    given = [
        Decimal(_notation(record, "margin"))
        for record in records
        if record.values["margin"] is not None
    ]
    return max(given, default=None)


def _reason(records: Sequence[Record]) -> NoVerdictReason | None:
    """Why a year has rows but no value."""
    reasons = [record.values["missing_reason"] for record in records]
    if not reasons or None in reasons:
        return None
    return _REASONS.get(str(reasons[0]), NoVerdictReason.NOT_PUBLISHED)


def _notation(record: Record, column: str) -> str:
    return record.written[column].replace(",", ".").replace("−", "-")
