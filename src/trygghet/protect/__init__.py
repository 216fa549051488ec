"""From exact counts to what may be published (method §5): the only way into a release.

`protect` takes a checked folder and gives back the same folder with only the published tables in
it, small counts and what would give them away hidden. Everything after it, the comparisons, the
pages and the files, sees nothing else.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from trygghet.check import PromiseFolder
from trygghet.periods import parse_period
from trygghet.protect.cells import Cell
from trygghet.protect.hide import Hiding, Known, hide
from trygghet.protect.merging import Group
from trygghet.protect.publishable import publishable
from trygghet.protect.tables import TableName, Tables, tables
from trygghet.schema import PROTECTED_KINDS

__all__ = ["Cell", "Hidden", "Protected", "protect"]

# What a reader loses with a hidden cell: a year more than a month, the whole area most.
_COST = {"month": 1.0, "quarter": 2.0, "half": 3.0, "year": 30.0}
_COST_OF_AREA = 10.0


@dataclass(frozen=True, slots=True)
class Hidden:
    """One published table: its cells with a number or hidden, and how many are hidden for being
    small and how many to keep those from being worked out. `coarser_small` of `coarser` cells
    would be small if the table had only half-years (only years, if it has half-years); none of
    none where it has years already."""

    table: TableName
    cells: int
    primary: int
    complementary: int
    coarser: int
    coarser_small: int


@dataclass(frozen=True, slots=True)
class Protected:
    """A folder that may be published, and what was hidden in it.

    `exposed` are small counts that earlier releases give away: then nothing may be published.
    """

    folder: PromiseFolder
    threshold: int
    groups: list[Group]
    hidden: list[Hidden]
    exposed: list[Cell]


def protect(folder: PromiseFolder, already: Mapping[Cell, int] | None = None) -> Protected:
    """The folder with only what may be published. `already` are counts that earlier releases of
    the promise have shown; where they still hold, they cannot be hidden any more."""
    found = tables(folder)
    values = found.values()
    threshold = folder.hide_below
    kinds = {str(r.values["id"]): r.values["kind"] for r in folder.tables["places"]}
    larger = {place for place, kind in kinds.items() if kind not in PROTECTED_KINDS}
    shown = {cell for cell, value in (already or {}).items() if values.get(cell) == value}
    known = Known(
        printed={cell for cell in found.printed if cell in values},
        fixed=shown | {cell for cell in values if cell.place in larger},
        unprinted=_sensitive_below(found, larger, str(folder.promise.values["area"])),
    )
    hiding = hide(values, found.rules, known, threshold, _cost(str(folder.promise.values["area"])))
    published = publishable(folder, found, hiding.primary | hiding.complementary, threshold)
    together = [group for group in found.groups if len(group.members) > 1]
    counted = _counted(found, hiding, threshold)
    return Protected(published, threshold, together, counted, sorted(hiding.exposed))


def _sensitive_below(found: Tables, larger: set[str], area: str) -> set[Cell]:
    return {
        cell
        for cell in found.values()
        if cell.indicator in found.sensitive and cell.place not in (area, *larger)
    }


def _cost(area: str) -> Callable[[Cell], float]:
    def cost(cell: Cell) -> float:
        return _COST[parse_period(cell.period).kind] * (_COST_OF_AREA if cell.place == area else 1)

    return cost


def _counted(found: Tables, hiding: Hiding, threshold: int) -> list[Hidden]:
    values = found.values()
    cells = Counter(table for cell, table in found.printed.items() if cell in values)
    primary = Counter(found.printed[cell] for cell in hiding.primary)
    complementary = Counter(found.printed[cell] for cell in hiding.complementary)
    result = []
    for table, count in cells.items():
        wanted = "year" if table == "half_category" else "half"
        coarser = {
            cell._replace(period=_within(cell.period, wanted))
            for cell in found.printed
            if found.printed[cell] == table
        }
        sums = [values[cell] for cell in coarser if cell in values and table != "year_total"]
        small = sum(1 <= value < threshold for value in sums)
        result.append(Hidden(table, count, primary[table], complementary[table], len(sums), small))
    return result


def _within(period: str, kind: str) -> str:
    """The year or half-year that a period begins in."""
    span = parse_period(period)
    return str(span.year) if kind == "year" else f"{span.year}-H{1 + (span.start.month > 6)}"
