"""Counts and the sums that tie them together.

A cell is one count: a place, an indicator and a period. A rule is a sum that everyone who reads
the tables can work out: months make half-years, villages their area, categories a part of all
reported crimes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from trygghet.periods import PeriodKind, parse_period, parts_of

_SHORTER: dict[str, tuple[PeriodKind, ...]] = {
    "year": ("half", "quarter", "month"),
    "half": ("quarter", "month"),
    "quarter": ("month",),
}


class Cell(NamedTuple):
    """One count. `place` is the id of a place, or `rest(area)`."""

    place: str
    indicator: str
    period: str


@dataclass(frozen=True, slots=True)
class Rule:
    """`whole` is the sum of `parts`; where it is not `exact`, at least their sum."""

    whole: Cell
    parts: tuple[Cell, ...]
    exact: bool


def rest(area: str) -> str:
    """Stands for an area's reports that could not be placed in any of its villages."""
    return f"{area} "  # no id of a place ends with a space


def period_rules(cells: Iterable[Cell]) -> Iterator[Rule]:
    """Every year, half-year and quarter as the sum of each kind of part that is there whole."""
    there = set(cells)
    for cell in sorted(there):
        for kind in _SHORTER.get(parse_period(cell.period).kind, ()):
            parts = tuple(cell._replace(period=text) for text in parts_of(cell.period, kind))
            if all(part in there for part in parts):
                yield Rule(cell, parts, exact=True)


def other_half(period: str) -> str:
    """The half-year that makes a year together with this one."""
    return f"{period[:-1]}{3 - int(period[-1])}"


def place_rules(values: Mapping[Cell, int], parts_of: Mapping[str, list[str]]) -> Iterator[Rule]:
    """Every whole place as the sum of its parts that are there, and of what could not be placed.

    A part that is missing makes the sum inexact, and so does what is left over where the reports
    that could not be placed are not known.
    """
    for whole in sorted(values):
        wanted = [whole._replace(place=place) for place in parts_of.get(whole.place, ())]
        parts = [part for part in wanted if part in values]
        unplaced = whole._replace(place=rest(whole.place))
        if parts and unplaced in values:
            parts.append(unplaced)
        left = values[whole] - sum(values[part] for part in parts)
        if parts and left >= 0:
            yield Rule(whole, tuple(parts), exact=left == 0 and len(parts) >= len(wanted))


def components(rules: Iterable[Rule]) -> list[list[Rule]]:
    """The rules in groups that share no cell."""
    found: dict[int, list[Rule]] = {}
    group_of: dict[Cell, int] = {}
    for number, rule in enumerate(rules):
        cells = (rule.whole, *rule.parts)
        found[number] = [rule]
        for old in {group_of[cell] for cell in cells if cell in group_of}:
            found[number] += found.pop(old)
        for cell in (cell for one in found[number] for cell in (one.whole, *one.parts)):
            group_of[cell] = number
    return list(found.values())
