"""Look things up for a kind of extract, and gather what the owner has to be asked."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from trygghet.check import Problem
from trygghet.check.values import BadValue
from trygghet.extracts.extract import BadExtract, Extract, Row
from trygghet.extracts.mapping import UNPLACED, close, fold
from trygghet.extracts.sheet import Line, Sheet
from trygghet.periods import parse_period


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure as text, or the missing_reason instead of one."""

    text: str
    reason: str = ""


class Questions:
    """The questions of one extract. A name that nobody has explained is asked for once."""

    def __init__(self, extract: Extract, sheet: Sheet) -> None:
        self._extract = extract
        self._sheet = sheet
        self._asked: dict[str, dict[str, None]] = {}
        self.problems = [*sheet.faults]

    @property
    def asked(self) -> dict[str, tuple[str, ...]]:
        """The unexplained names, by section of import.toml."""
        return {section: tuple(names) for section, names in self._asked.items()}

    def ask(self, line: Line, at: int, code: str, value: str = "", **details: str | int) -> None:
        """Ask about a cell: the one in column `at` of the line."""
        title = self._sheet.titles[at] if at >= 0 else ""
        self.problems.append(
            Problem(self._extract.file, line.number, title, code, value, {**details})
        )

    def name(
        self, line: Line, at: int, section: str, name: str, known: Mapping[str, str], code: str
    ) -> str | None:
        """What a name stands for; None, and a question, where nobody has said."""
        found = known.get(fold(name))
        if found is None:
            asked = self._asked.setdefault(section, {})
            if name not in asked:
                asked[name] = None
                alike = close(name, {**known}) or "–"
                self.ask(line, at, code, name, alike=alike, section=section)
        return found

    def place(self, line: Line, at: int) -> str | None:
        """The place's id, or OUTSIDE; None where nobody has said which it is."""
        name = line.cells[at]
        if not name:
            self.ask(line, at, "value-missing")
            return None
        known = {k: v for k, v in self._extract.names.places.items() if v != UNPLACED}
        return self.name(line, at, "places", name, known, "import-place-unknown")

    def read(self, line: Line, at: int, reader: Callable[[str], str]) -> str | None:
        """The cell in column `at` as `reader` understands it; None, and a question, where it does
        not."""
        text = line.cells[at]
        try:
            return reader(text)
        except BadValue as error:
            self.ask(line, at, error.code, text, **error.details)
            return None

    def measured(self, line: Line, at: int, reader: Callable[[str], str]) -> Measured | None:
        """A figure, or why there is none; None, and a question, where the cell says neither."""
        text = line.cells[at]
        meaning = self._extract.names.symbols.get(fold(text))
        if meaning is not None:
            return Measured("0") if meaning == "0" else Measured("", meaning)
        if any(char.isalnum() for char in text):
            number = self.read(line, at, reader)
            return None if number is None else Measured(number)
        if text:
            self.name(line, at, "symbols", text, {}, "import-symbol")
        else:
            self.ask(line, at, "import-empty-value")
        return None

    def within(self, period: str) -> bool:
        """Whether a period lies within the span that the owner asked for."""
        span, first, last = parse_period(period), self._extract.first, self._extract.last
        return (first is None or first.start <= span.start) and (
            last is None or span.end <= last.end
        )


def missing_columns(extract: Extract, kind: str, sheet: Sheet, *columns: str) -> BadExtract:
    """That the sheet lacks columns which the kind cannot do without."""
    titles = ", ".join(title for title in sheet.titles if title)
    problems = []
    for column in columns:
        details: dict[str, str | int] = {
            "known": ", ".join(extract.names.columns[kind][column]),
            "section": f"[columns.{kind}]",
            "name": column,
        }
        problems.append(
            Problem(extract.file, sheet.title_line, "", "import-column", titles, details)
        )
    return BadExtract(problems)


def gap_rows(extract: Extract, value: str, known: Iterable[tuple[str, str, str]]) -> list[Row]:
    """Rows for the cells that the extract lacks altogether and import.toml explains, among its own
    places, periods and indicators. `known` are the (place, period, indicator) that it has, `value`
    the file's measured column."""
    there = set(known)
    if not extract.names.gaps or not there:
        return []
    places, periods, indicators = (sorted(set(one)) for one in zip(*there, strict=True))
    rows = []
    for place, period, indicator in product(places, periods, indicators):
        gap = extract.names.gap(place, indicator, parse_period(period))
        if gap and (place, period, indicator) not in there:
            cells = {
                "place": place, "period": period, "indicator": indicator, value: "",
                "missing_reason": gap.reason, "note": gap.note, "source": extract.source,
            }  # fmt: skip
            rows.append(Row(cells))
    return rows
