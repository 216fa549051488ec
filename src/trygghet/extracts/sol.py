"""Brå's statistics of reported crimes for municipalities, by year, half-year, quarter or month.

Two shapes: one row per municipality, period and type of crime with columns for count and rate, or
the periods as headings ("2019", "2019 kv1", "Antal 2019", or "2019" above "Antal"). A type of crime
counts where the row with its text in crime_codes.csv says, in its narrowest series only: Brå's rows
overlap, and its row of all crimes is not the sum of the others. What several rows count in together
is their sum.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from trygghet.extracts.asking import Measured, Questions, gap_rows, missing_columns
from trygghet.extracts.cells import (
    is_period,
    one_line,
    read_count,
    read_number,
    read_part,
    read_period,
)
from trygghet.extracts.extract import Extract, Preview, Row, Said, Understood
from trygghet.extracts.mapping import OUTSIDE, Names, fold
from trygghet.extracts.sheet import Line, Sheet, read_sheet
from trygghet.periods import parse_period

KIND = "sol"
MEASURES = ("count", "rate_per_100k")
SERIES = ("category", "all_but_police", "all")  # the narrowest first

_HEADINGS = ("place", "period", "indicator", "count", "missing_reason", "rate_per_100k")


@dataclass(frozen=True, slots=True)
class _Figure:
    """A column of figures: what it measures and, where the heading says it, for which period."""

    at: int
    measure: str  # "" where a column of its own says
    period: str


@dataclass(slots=True)
class _Part:
    """What the extract says of one type of crime in one municipality and period."""

    line: Line
    note: str = ""
    values: dict[str, Measured] = field(default_factory=dict)
    asked: bool = False  # something in it has to be answered first


def read(extract: Extract) -> Understood:
    """Rows for reported_crimes.csv.

    Raises:
        BadExtract: the file cannot be read or lacks a column.
    """
    sheet = read_sheet(extract, KIND, lambda cells: _score(extract.names, cells))
    at = extract.names.positions(KIND, list(sheet.titles))
    figures = _figures(extract.names, sheet, at)
    _check_columns(extract, sheet, at, figures)
    questions = Questions(extract, sheet)
    parts, left_out = _parts(extract, sheet, at, figures, questions)
    rows = _rows(
        extract, parts, rated=_is_rated(extract.names, sheet, at, figures), noted="note" in at
    )
    used = [*at.values(), *(figure.at for figure in figures)]
    periods = sorted({row.cells["period"] for row in rows})
    summary = [*sheet.said(), *sheet.unused(used)]
    if rows:
        summary.append(
            Said(
                "import-sol-understood",
                {
                    "rows": len(rows),
                    "places": len({row.cells["place"] for row in rows}),
                    "indicators": len({row.cells["indicator"] for row in rows}),
                    "first": periods[0],
                    "last": periods[-1],
                },
            )
        )
    if left_out:
        summary.append(Said("import-left-out", {"count": left_out}))
    return Understood(
        {"reported_crimes": rows}, tuple(summary), Preview.of(rows, _HEADINGS),
        tuple(questions.problems), questions.asked,
    )  # fmt: skip


def _score(names: Names, cells: Sequence[str]) -> int:
    known = len(names.positions(KIND, list(cells)))
    return known + (1 if known and any(is_period(cell) for cell in cells) else 0)


def _figures(names: Names, sheet: Sheet, at: dict[str, int]) -> list[_Figure]:
    """The columns of figures: "Antal" beside a period, or headings such as "2019" and
    "Antal 2019"."""
    if "period" in at or "year" in at:
        return [_Figure(at[measure], measure, "") for measure in MEASURES if measure in at]
    found = []
    for place, title in enumerate(sheet.titles):
        if is_period(title):
            measure = "" if "measure" in at else "count"
            found.append(_Figure(place, measure, read_period(title)))
            continue
        for measure in MEASURES:
            for heading in names.columns[KIND][measure]:
                folded = fold(title)
                rest = folded.removeprefix(f"{heading} ")
                if rest == folded:
                    rest = folded.removesuffix(f" {heading}")
                if rest != folded and is_period(rest):
                    found.append(_Figure(place, measure, read_period(rest)))
    return found or _figures_in_two_rows(names, sheet)


def _figures_in_two_rows(names: Names, sheet: Sheet) -> list[_Figure]:
    """The columns of figures where the periods stand in a row of their own, each above the first
    of its columns, as a merged cell does."""
    found: list[_Figure] = []
    above = sheet.above[-1].cells if sheet.above else ()
    period = ""
    for place, title in enumerate(sheet.titles):
        if place < len(above) and above[place]:
            period = read_period(above[place]) if is_period(above[place]) else ""
        for measure in MEASURES:
            if period and fold(title) in names.columns[KIND][measure]:
                found.append(_Figure(place, measure, period))
    return found


def _check_columns(
    extract: Extract, sheet: Sheet, at: dict[str, int], figures: list[_Figure]
) -> None:
    missing = [column for column in ("place", "category") if column not in at]
    if not figures and not ("period" in at or "year" in at):
        missing.append("period")
    elif not any(figure.measure in ("", "count") for figure in figures):
        missing.append("count")
    if missing:
        raise missing_columns(extract, KIND, sheet, *missing)


def _parts(
    extract: Extract,
    sheet: Sheet,
    at: dict[str, int],
    figures: list[_Figure],
    questions: Questions,
) -> tuple[dict[tuple[str, str, str], _Part], int]:
    """(place, period, type of crime) → what is said of it; and how many figures were left out as
    outside the area, the span or what is counted."""
    codes = _codes(extract)
    parts: dict[tuple[str, str, str], _Part] = {}
    left_out = 0
    for line in sheet.lines:
        place = questions.place(line, at["place"])
        code = _code(questions, line, at["category"], codes)
        own_period = _own_period(questions, line, at)
        if place is None or code is None or own_period is None:
            continue
        for figure in figures:
            period = figure.period or own_period
            measure = figure.measure or _measure(extract.names, questions, line, at["measure"])
            if not measure:
                break
            if place == OUTSIDE or not codes[code] or not questions.within(period):
                left_out += 1
                continue
            part = parts.setdefault((place, period, code), _Part(line))
            if measure in part.values:
                first = str(part.line.number)
                questions.ask(line, figure.at, "import-figure-twice", code, first=first)
                continue
            value = _value(extract, questions, line, figure.at, measure, place, codes[code], period)
            if value is None:
                part.asked = True
            else:
                part.values[measure] = value
            if "note" in at:
                part.note = part.note or one_line(line.cells[at["note"]])
    return parts, left_out


def _codes(extract: Extract) -> dict[str, str]:
    """Folded type of crime → the indicator in which it counts; "" where it is set aside."""
    series = {
        record.values["id"]: str(record.values["series"])
        for record in extract.promise.tables["indicators"]
        if record.values["dataset"] == "reported_crimes"
    }
    codes = {}
    for record in extract.promise.tables["crime_codes"]:
        indicators = record.values["indicators"]
        all_of_it = indicators if isinstance(indicators, tuple) else ()
        counted = [one for one in all_of_it if one in series]
        narrowest = min(counted, key=lambda one: SERIES.index(series[one]), default="")
        codes[fold(str(record.values["code"]))] = narrowest
    return codes


def _code(questions: Questions, line: Line, at: int, codes: dict[str, str]) -> str | None:
    """The folded type of crime."""
    name = one_line(line.cells[at])
    if not name:
        questions.ask(line, at, "value-missing")
        return None
    known = {code: code for code in codes}
    return questions.name(line, at, "crime_codes", name, known, "import-category-unknown")


def _own_period(questions: Questions, line: Line, at: dict[str, int]) -> str | None:
    """The period that the row itself gives; "" where the headings give it."""
    if "period" in at:
        return questions.read(line, at["period"], read_period)
    if "year" not in at:
        return ""
    year = questions.read(line, at["year"], read_period)
    for part, mark in (("quarter", "kv "), ("month", "m")):
        if year and part in at and line.cells[at[part]]:
            return questions.read(line, at[part], partial(_part_of, year, mark))
    return year


def _part_of(year: str, mark: str, text: str) -> str:
    """A quarter or month beside its year may be a number alone."""
    return read_part(year, f"{mark}{text}" if text.isdecimal() else text)


def _measure(names: Names, questions: Questions, line: Line, at: int) -> str:
    """What the row measures, where a column of its own says so; "" where it is not known."""
    text = fold(line.cells[at])
    for measure in MEASURES:
        if text in names.columns[KIND][measure]:
            return measure
    questions.ask(line, at, "import-measure", line.cells[at])
    return ""


def _value(
    extract: Extract,
    questions: Questions,
    line: Line,
    at: int,
    measure: str,
    place: str,
    indicator: str,
    period: str,
) -> Measured | None:
    text = line.cells[at]
    if measure == "rate_per_100k" and not text:
        return Measured("")
    gap = extract.names.gap(place, indicator, parse_period(period))
    if gap and not any(char.isdigit() for char in text):
        return Measured("", gap.reason)
    return questions.measured(line, at, read_count if measure == "count" else read_number)


def _is_rated(names: Names, sheet: Sheet, at: dict[str, int], figures: list[_Figure]) -> bool:
    """Whether the extract has rates; else those that the folder has stay."""
    rates = names.columns[KIND]["rate_per_100k"]
    return any(figure.measure == "rate_per_100k" for figure in figures) or (
        "measure" in at and any(fold(line.cells[at["measure"]]) in rates for line in sheet.lines)
    )


def _rows(
    extract: Extract, parts: dict[tuple[str, str, str], _Part], *, rated: bool, noted: bool
) -> list[Row]:
    codes = _codes(extract)
    grouped: dict[tuple[str, str, str], list[_Part]] = defaultdict(list)
    for (place, period, code), part in parts.items():
        grouped[place, period, codes[code]].append(part)
    rows = []
    for (place, period, indicator), together in grouped.items():
        if any(part.asked for part in together):
            continue
        counts = [part.values.get("count", Measured("")) for part in together]
        reason = next((count.reason for count in counts if count.reason), "")
        cells = {
            "place": place,
            "period": period,
            "indicator": indicator,
            "count": _sum(counts),
            "missing_reason": reason,
            "source": extract.source,
        }
        if rated:
            # Several rows' rates are not added up: the sum would be nobody's published figure.
            alone = together[0].values.get("rate_per_100k") if len(together) == 1 else None
            cells["rate_per_100k"] = alone.text if alone else ""
        gap = extract.names.gap(place, indicator, parse_period(period)) if reason else None
        note = gap.note if gap else " ".join(part.note for part in together if part.note)
        if note or noted:
            cells["note"] = note
        line = together[0].line.number if len(together) == 1 else 0
        rows.append(Row(cells, line))
    return [*rows, *gap_rows(extract, "count", grouped)]


def _sum(counts: list[Measured]) -> str:
    numbers = [count.text for count in counts]
    return str(sum(map(int, numbers))) if all(numbers) else ""
