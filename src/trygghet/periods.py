"""One notation for time: `2019`, `2019-H1`, `2019-Q3`, `2019-07` and `2019-07-15`."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal

PeriodKind = Literal["year", "half", "quarter", "month", "day"]

FIRST_YEAR, LAST_YEAR = 1990, 2100

_NOTATION = re.compile(
    r"(?P<year>\d{4})(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A span of whole days, `start` and `end` included, and the notation it was written in."""

    start: date
    end: date
    kind: PeriodKind
    text: str

    @property
    def year(self) -> int:
        """The calendar year that the period lies in."""
        return self.start.year

    @property
    def part(self) -> str:
        """What remains of the notation without its year: "", "H1", "Q3", "07" or "07-15"."""
        return self.text[5:]


@lru_cache(4096)  # a table has the same few hundred again and again
def parse_period(text: str) -> Period:
    """Read a period in the project's notation.

    Raises:
        ValueError: the text is not in the notation, no such day exists, or the year is
            outside 1990-2100.
    """
    match = _NOTATION.fullmatch(text)
    if match is None:
        raise ValueError(f"not a period: {text!r}")
    year = int(match["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"year outside {FIRST_YEAR}-{LAST_YEAR}: {text!r}")
    if match["half"]:
        first = 6 * int(match["half"]) - 5
        return _span(year, first, first + 5, "half", text)
    if match["quarter"]:
        first = 3 * int(match["quarter"]) - 2
        return _span(year, first, first + 2, "quarter", text)
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return Period(day, day, "day", text)
    if match["month"]:
        month = int(match["month"])
        return _span(year, month, month, "month", text)
    return _span(year, 1, 12, "year", text)


def _span(year: int, first: int, last: int, kind: PeriodKind, text: str) -> Period:
    if not 1 <= first <= 12:
        raise ValueError(f"no such month: {text!r}")
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), kind, text)


@cache
def parts_of(text: str, kind: PeriodKind) -> tuple[str, ...]:
    """The half-years, quarters or months that a longer period consists of, in order of time."""
    period = parse_period(text)
    length, name = {"half": (6, "H{}"), "quarter": (3, "Q{}"), "month": (1, "{:02}")}[kind]
    firsts = range(period.start.month, period.end.month + 1, length)
    return tuple(f"{period.year}-{name.format((first - 1) // length + 1)}" for first in firsts)


def exact_day(notation: str) -> date | None:
    """The day in a notation as exact as a day; None for anything else."""
    try:
        period = parse_period(notation)
    except ValueError:
        return None
    return period.start if period.kind == "day" else None
