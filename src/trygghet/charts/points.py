"""From rows to the yearly points of a chart."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from trygghet.release.rows import Observation
from trygghet.words.catalogue import text
from trygghet.words.tables import value_text


@dataclass(frozen=True, slots=True)
class YearPoint:
    """What is known of one year: its values with their notation (several in a conflict), or the
    sign for their absence and its reason.

    `margins` holds each value's margin of error, None where its source gives none; empty where no
    value has any.
    """

    year: int
    values: tuple[tuple[float, str], ...]
    missing: str = ""
    margins: tuple[float | None, ...] = ()
    reason: str = ""


def year_points(observations: Sequence[Observation]) -> list[YearPoint]:
    """The yearly values of one place and indicator."""
    by_year: dict[int, list[Observation]] = defaultdict(list)
    for seen in observations:
        by_year[seen.period_start.year].append(seen)
    return [_point(year, by_year[year]) for year in sorted(by_year)]


def _point(year: int, seen: Sequence[Observation]) -> YearPoint:
    values, margins = [], []
    for one in seen:
        if one.value is not None:
            values.append((one.value, value_text(one)))
            margins.append(one.margin)
    if not values:
        reason = seen[0].missing_reason
        return YearPoint(
            year, (), text(f"missing-{reason}"), reason=text(f"missing-reason-{reason}")
        )
    return YearPoint(year, tuple(values), margins=tuple(margins))
