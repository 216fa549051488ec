"""The safety survey: one row per area and question, or the questions as headings."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from trygghet.check.values import BadValue
from trygghet.extracts.asking import Measured, Questions, gap_rows, missing_columns
from trygghet.extracts.cells import one_line, read_count, read_number, read_period
from trygghet.extracts.extract import Extract, Preview, Row, Said, Understood
from trygghet.extracts.mapping import OUTSIDE, Names, fold
from trygghet.extracts.sheet import Line, Sheet, read_sheet
from trygghet.periods import parse_period

KIND = "survey"

_HEADINGS = (
    "place", "period", "indicator", "value", "missing_reason", "margin", "respondents",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Question:
    """Where one question's answers stand: the columns of its value, margin, respondents, reason
    and note, -1 where there is none. `indicator` is "" where a column of its own says it."""

    indicator: str
    value: int
    margin: int
    respondents: int


def read(extract: Extract) -> Understood:
    """Rows for safety_survey.csv.

    Raises:
        BadExtract: the file cannot be read or lacks a column.
    """
    indicators = _indicators(extract)
    sheet = read_sheet(extract, KIND, partial(_score, extract.names, indicators))
    at = extract.names.positions(KIND, list(sheet.titles))
    asked = _questions_of(extract.names, indicators, sheet, at)
    _check_columns(extract, sheet, at, asked)
    questions = Questions(extract, sheet)
    rows, left_out = [], 0
    for line in sheet.lines:
        place = questions.place(line, at["place"])
        period = _period(extract, questions, line, at)
        if place is None or period is None:
            continue
        if place == OUTSIDE or not questions.within(period):
            left_out += 1
            continue
        for question in asked:
            row = _row(extract, questions, line, at, question, place, period)
            if row is not None:
                rows.append(row)
    there = [(c["place"], c["period"], c["indicator"]) for c in (row.cells for row in rows)]
    rows += gap_rows(extract, "value", there)
    summary = [*sheet.said(), *sheet.unused(_used(at, asked))]
    if rows:
        counted = {name: len({row.cells[name] for row in rows}) for name in ("place", "indicator")}
        summary.append(
            Said(
                "import-survey-understood",
                {
                    "rows": len(rows),
                    "places": counted["place"],
                    "indicators": counted["indicator"],
                    "periods": ", ".join(sorted({row.cells["period"] for row in rows})),
                },
            )
        )
    if left_out:
        summary.append(Said("import-left-out", {"count": left_out}))
    return Understood(
        {"safety_survey": rows}, tuple(summary), Preview.of(rows, _HEADINGS),
        tuple(questions.problems), questions.asked,
    )  # fmt: skip


def _indicators(extract: Extract) -> dict[str, str]:
    """Folded question → indicator, those of the survey alone."""
    surveyed = {
        record.values["id"]
        for record in extract.promise.tables["indicators"]
        if record.values["dataset"] == "safety_survey"
    }
    return {name: id_ for name, id_ in extract.names.indicators.items() if id_ in surveyed}


def _score(names: Names, indicators: dict[str, str], cells: Sequence[str]) -> int:
    return len(names.positions(KIND, list(cells))) + sum(fold(one) in indicators for one in cells)


def _questions_of(
    names: Names, indicators: dict[str, str], sheet: Sheet, at: dict[str, int]
) -> list[_Question]:
    """The questions of the sheet. As headings, a question may have columns of its own for margin
    and respondents ("Felmarginal Problemindex"), else the row's columns hold for all."""
    margin, respondents = at.get("margin", -1), at.get("respondents", -1)
    if "indicator" in at:
        return [_Question("", at["value"], margin, respondents)] if "value" in at else []
    titles = [fold(title) for title in sheet.titles]

    def own(column: str, question: str, row: int) -> int:
        for heading in names.columns[KIND][column]:
            if f"{heading} {question}" in titles:
                return titles.index(f"{heading} {question}")
        return row

    return [
        _Question(
            indicators[title],
            place,
            own("margin", title, margin),
            own("respondents", title, respondents),
        )
        for place, title in enumerate(titles)
        if title in indicators
    ]


def _check_columns(
    extract: Extract, sheet: Sheet, at: dict[str, int], asked: list[_Question]
) -> None:
    missing = [] if "place" in at else ["place"]
    if not asked:
        missing.append("value" if "indicator" in at else "indicator")
    if "period" not in at and extract.first is None:
        missing.append("period")
    if missing:
        raise missing_columns(extract, KIND, sheet, *missing)


def _used(at: dict[str, int], asked: list[_Question]) -> list[int]:
    own = [[one.value, one.margin, one.respondents] for one in asked]
    return [*at.values(), *(place for places in own for place in places)]


def _period(extract: Extract, questions: Questions, line: Line, at: dict[str, int]) -> str | None:
    if "period" in at:
        return questions.read(line, at["period"], read_period)
    return extract.first.text if extract.first else None


def _row(
    extract: Extract,
    questions: Questions,
    line: Line,
    at: dict[str, int],
    question: _Question,
    place: str,
    period: str,
) -> Row | None:
    """The row for one answer; None where something had to be asked."""
    indicator = question.indicator or _indicator(extract, questions, line, at["indicator"])
    if not indicator:
        return None
    measured = _value(extract, questions, line, at, question, place, indicator, period)
    cells = {
        "place": place,
        "period": period,
        "indicator": indicator,
        "value": measured.text if measured else "",
        "missing_reason": measured.reason if measured else "",
        "source": extract.source,
    }
    for name, column, reader in (
        ("margin", question.margin, _read_margin),
        ("respondents", question.respondents, read_count),
    ):
        if column >= 0:
            text = line.cells[column]
            cells[name] = (questions.read(line, column, reader) or "") if text else ""
    gap = extract.names.gap(place, indicator, parse_period(period))
    note = one_line(line.cells[at["note"]]) if "note" in at else ""
    if measured and measured.reason and gap and not note:
        note = gap.note
    if "note" in at or note:
        cells["note"] = note
    return Row(cells, line.number) if measured else None


def _indicator(extract: Extract, questions: Questions, line: Line, at: int) -> str | None:
    name = one_line(line.cells[at])
    if not name:
        questions.ask(line, at, "value-missing")
        return None
    known = _indicators(extract)
    return questions.name(line, at, "indicators", name, known, "import-question-unknown")


def _value(
    extract: Extract,
    questions: Questions,
    line: Line,
    at: dict[str, int],
    question: _Question,
    place: str,
    indicator: str,
    period: str,
) -> Measured | None:
    text = line.cells[question.value]
    if not any(char.isdigit() for char in text):
        gap = extract.names.gap(place, indicator, parse_period(period))
        if gap:
            return Measured("", gap.reason)
        if not text and "missing_reason" in at and line.cells[at["missing_reason"]]:
            return questions.measured(line, at["missing_reason"], read_number)
    percent = any(
        record.values["id"] == indicator and record.values["unit"] == "percent"
        for record in extract.promise.tables["indicators"]
    )
    return questions.measured(line, question.value, _read_percent if percent else read_number)


def _read_percent(text: str) -> str:
    """A per cent. Excel keeps 77 % as 0.77 and shows it as 77 %: which is meant has to be said.

    Raises:
        BadValue: no number, or a share.
    """
    number = read_number(text.removesuffix("%"))
    if not text.endswith("%") and 0 < abs(float(number)) < 1:
        raise BadValue("import-share")
    return number


def _read_margin(text: str) -> str:
    return read_number(text.removeprefix("±").removesuffix("%"))
