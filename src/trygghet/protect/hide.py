"""Choose what is hidden: every small count, and as many more cells as it takes (method §5).

Each hidden cell must remain possible as any number from 1 up to the threshold. That is shown by
worlds: other whole numbers for the hidden cells under which every rule and every printed number
still holds. Where no such world exists yet, the cheapest one that moves further cells is found by
linear programming, and the cells that it moves are hidden as well.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack

from trygghet.periods import parse_period
from trygghet.protect.cells import Cell, Rule, components, other_half
from trygghet.protect.solver import Between, Numbers, Program

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Hiding:
    """What is hidden, and which cells cannot be protected by hiding more."""

    primary: frozenset[Cell]
    complementary: frozenset[Cell]
    exposed: frozenset[Cell]


@dataclass(frozen=True, slots=True)
class Known:
    """What is printed and therefore can be hidden, what everyone knows whatever is hidden, and
    what must stay unknown although no table prints it."""

    printed: Collection[Cell]
    fixed: Collection[Cell]
    unprinted: Collection[Cell]


def hide(
    values: Mapping[Cell, int],
    rules: Iterable[Rule],
    known: Known,
    threshold: int,
    cost: Callable[[Cell], float],
) -> Hiding:
    """Which printed cells to hide so that every count from 1 to `threshold` - 1 is protected.

    `cost` says how much a reader loses with a cell. The result is the same at every run.
    """
    printed, fixed = set(known.printed), set(known.fixed)
    primary = {cell for cell in printed if 1 <= values[cell] < threshold}
    exposed = primary & fixed
    hidden = _both_halves(primary - fixed, printed - fixed)
    for rules_together in components(rules):
        part = _Component(rules_together, values, known, threshold, cost)
        exposed |= part.protect(hidden)
    return Hiding(frozenset(primary), frozenset(hidden - primary), frozenset(exposed))


def _both_halves(cells: Iterable[Cell], printed: Collection[Cell]) -> set[Cell]:
    """The cells, and of half-years also the other one: then only the year is printed."""
    found = set()
    for cell in cells:
        found.add(cell)
        if parse_period(cell.period).kind == "half":
            other = cell._replace(period=other_half(cell.period))
            if other in printed:
                found.add(other)
    return found


class _Component:
    """Cells that are tied together by rules, as a system of equations."""

    def __init__(
        self,
        rules: list[Rule],
        values: Mapping[Cell, int],
        known: Known,
        threshold: int,
        cost: Callable[[Cell], float],
    ) -> None:
        self.cells = sorted({cell for rule in rules for cell in (rule.whole, *rule.parts)})
        self.number = {cell: number for number, cell in enumerate(self.cells)}
        self.printed, self.fixed = set(known.printed), set(known.fixed)
        self.targets = range(1, threshold)
        # What is left over of an inexact rule is an unknown of its own.
        left = [values[r.whole] - sum(values[p] for p in r.parts) for r in rules if not r.exact]
        self.truth = np.array([*(values[cell] for cell in self.cells), *left], dtype=float)
        # A large number has further to go before it could be a small one.
        prices = [cost(cell) * (1 + values[cell] / threshold) for cell in self.cells]
        self.price = np.array([*prices, *(0 for _ in left)], dtype=float)
        self.equations = self._equations(rules)
        # How much is added to each number and how much is taken away, without any rule failing.
        self.moves = Program(hstack([self.equations, -self.equations]).tocsr())
        movable = [cell not in self.fixed for cell in self.cells]
        self.movable = np.array([*movable, *(True for _ in left)])
        self.watched = [
            n
            for n, cell in enumerate(self.cells)
            if cell in self.printed or cell in known.unprinted
        ]
        self.seen: dict[int, set[int]] = {n: set() for n in self.watched}

    def _equations(self, rules: list[Rule]) -> csr_matrix:
        entries: list[tuple[int, int, int]] = []
        left = len(self.cells)
        for row, rule in enumerate(rules):
            entries.append((row, self.number[rule.whole], -1))
            entries += [(row, self.number[part], 1) for part in rule.parts]
            if not rule.exact:
                entries.append((row, left, 1))
                left += 1
        rows, columns, factors = zip(*entries, strict=True)
        return csr_matrix((factors, (rows, columns)), shape=(len(rules), left))

    def protect(self, hidden: set[Cell]) -> set[Cell]:
        """Add to `hidden` what must be hidden here; returns what cannot be protected."""
        free = np.array([cell in hidden or cell not in self.printed for cell in self.cells])
        free = np.append(free, np.ones(len(self.truth) - len(self.cells), dtype=bool))
        exposed: set[Cell] = set()
        self._note(self.truth, free)
        while (next_one := self._unprotected(free, exposed)) is not None:
            number, target = next_one
            world = self._cheapest_world(number, target, free)
            if world is None:
                exposed.add(self.cells[number])
                continue
            moved = {
                self.cells[n] for n in np.flatnonzero(world != self.truth) if n < len(self.cells)
            }
            for cell in _both_halves(moved & self.printed, self.printed - self.fixed):
                hidden.add(cell)
                if cell in self.number:
                    free[self.number[cell]] = True
            self._note(world, free)
        return exposed

    def _unprotected(self, free: Flags, exposed: set[Cell]) -> tuple[int, int] | None:
        """The smallest hidden count that is not yet possible as one of the targets."""
        lacking = [
            n
            for n in self.watched
            if free[n] and len(self.seen[n]) < len(self.targets) and self.cells[n] not in exposed
        ]
        if not lacking:
            return None
        number = min(lacking, key=lambda n: (self.truth[n], n))
        wanted = [target for target in self.targets if target not in self.seen[number]]
        # The outermost ones move the most and show the others on the way.
        return number, wanted[0] if wanted[0] == self.targets[0] else wanted[-1]

    def _note(self, world: Numbers, free: Flags) -> None:
        for number in self.watched:
            if free[number] and int(world[number]) in self.targets:
                self.seen[number].add(int(world[number]))

    def _cheapest_world(self, number: int, target: int, free: Flags) -> Numbers | None:
        """Whole numbers that fit every rule, with the cell at `target`, moving as little as
        possible of what is still printed. None where there are none."""
        count = len(self.truth)
        price = np.where(free, 1e-3, self.price)
        up = np.where(self.movable, np.inf, 0.0)
        down = np.where(self.movable, self.truth, 0.0)
        least = np.zeros(2 * count)
        most = np.concatenate([up, down])
        step = target - self.truth[number]
        place, other = (number, count + number) if step > 0 else (count + number, number)
        if abs(step) > most[place]:
            return None
        least[place] = most[place] = abs(step)
        most[other] = 0
        zero = np.zeros(self.equations.shape[0])
        costs = np.concatenate([price, price])
        moved = self.moves.cheapest_whole(costs, Between(least, most), Between(zero, zero))
        if moved is None:
            return None
        world: Numbers = self.truth + moved[:count] - moved[count:]
        fits_exactly = not (self.equations @ world).any() and world.min() >= 0
        return world if fits_exactly and world[number] == target else None
