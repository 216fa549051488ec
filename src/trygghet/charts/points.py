"""From rows to the yearly points of a chart."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from trygghet.release.rows import Observation
from trygghet.words.catalogue import text
from trygghet.words.tables import value_text


@dataclass(frozen=True, slots=True)
class YearPoint:
    """What is known of one year: its values with their notation (several in a conflict), or why
    there is none."""

    year: int
    values: tuple[tuple[float, str], ...]
    missing: str = ""


def year_points(observations: Sequence[Observation]) -> list[YearPoint]:
    """The yearly values of one place and indicator."""
    by_year: dict[int, list[Observation]] = defaultdict(list)
    for seen in observations:
        by_year[seen.period_start.year].append(seen)
    return [_point(year, by_year[year]) for year in sorted(by_year)]


def _point(year: int, seen: Sequence[Observation]) -> YearPoint:
    values = tuple((one.value, value_text(one)) for one in seen if one.value is not None)
    missing = "" if values else text(f"missing-{seen[0].missing_reason}")
    return YearPoint(year, values, missing)
