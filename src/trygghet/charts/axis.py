"""Axes from 0, and the promise's time on an axis of years."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, log10


@dataclass(frozen=True, slots=True)
class Promised:
    """The promise's time and the year it is measured against."""

    start: date
    end: date
    baseline: int
    example: bool

    @property
    def years(self) -> range:
        """The years that the promise touches."""
        return range(self.start.year, self.end.year + 1)

    def span(self, first: int, last: int) -> tuple[float, float] | None:
        """Where the promise lies, in years with decimals, cut to the start of `first` and the end
        of `last`; None where it lies outside."""
        start, end = _moment(self.start), _moment(self.end + timedelta(days=1))
        start, end = max(start, first), min(end, last + 1)
        return (start, end) if start < end else None


def _moment(day: date) -> float:
    """The start of a day: 1 July 2020 is a little less than 2020.5."""
    start, end = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return day.year + (day - start).days / (end - start).days


def nice_top(values: Iterable[float]) -> float:
    """A round number at or above the largest value, for the end of an axis from 0."""
    largest = max(values, default=0)
    if largest <= 0:
        return 1
    step: float = 10.0 ** int(log10(largest)) / 2
    return max(ceil(largest / step) * step, 4.0)


def ticks(top: float) -> tuple[float, ...]:
    """0 and the end of the axis, and the middle where it is as whole a number as the end."""
    whole = float(top).is_integer()
    return (0, top / 2, top) if (top / 2).is_integer() or not whole else (0, top)


def every_nth(years: range, baseline: int, most: int) -> list[int]:
    """At most `most` of the years, evenly spread, the baseline year among them if it is there."""
    step = max(1, -(-len(years) // max(most, 1)))
    return [year for year in years if (year - baseline) % step == 0]
