"""Play the attacker against a finished release (method §5).

This reads release files and nothing else, and shares no code with what hides. Every published
number is a sum of unknown monthly counts: one for each village (or none), kind of crime and month.
The attacker knows all numbers of the release, those of earlier releases for what is now hidden,
and how the tables add up. A hidden cell is safe if the counts can be chosen so that everything
published comes out right and the cell is 1, and likewise 2, 3 and 4.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_matrix, hstack, vstack

from trygghet.periods import parse_period

VILLAGES = ("village", "district", "area", "group")
NOWHERE = "(no village)"
CLOSE = 1e-6
WORLDS_KEPT = 20

Whole = npt.NDArray[np.int64]


class Number(NamedTuple):
    """A row of a release: `value` is None where it is hidden or missing."""

    place: str
    indicator: str
    period: str
    value: int | None
    hidden: bool


class Atom(NamedTuple):
    """One unknown count: a village or NOWHERE, a kind of crime, a month."""

    village: str
    crime: str
    month: str


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A hidden cell that cannot be every number from 1 to the threshold: those that it can be."""

    place: str
    indicator: str
    period: str
    possible: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """How many numbers the attacker had, how many cells were tried, and which gave way."""

    numbers: int
    tried: int
    narrowed: list[Narrowed]


def audit(view: "View", earlier: Iterable["View"] = ()) -> Audit:
    """Attack the counts of a release, with the help of the `earlier` ones."""
    facts = [number for number in view.numbers if number.value is not None]
    told = {number[:3] for number in facts}
    older = {
        number[:3]: number
        for one in earlier
        for number in one.numbers
        if number.value is not None and number[:3] not in told
    }
    tried = 0
    narrowed: list[Narrowed] = []
    for year in sorted({number.period[:4] for number in view.wanted}):
        wanted = [number for number in view.wanted if number.period[:4] == year]
        known = [n for n in (*facts, *older.values()) if n.period[:4] == year]
        tried += len(wanted)
        narrowed += _attack(_System(view, year, known), wanted, view.threshold)
    return Audit(len(facts) + len(older), tried, narrowed)


class View:
    """What a release tells about the counts of villages, and how they hang together."""

    def __init__(self, path: Path) -> None:
        """Read the release.

        Raises:
            duckdb.Error: it cannot be read.
        """
        with duckdb.connect(str(path), read_only=True) as connection:

            def ask(sql: str) -> list[tuple[object, ...]]:
                return connection.execute(sql).fetchall()

            area, threshold = ask("SELECT area, hide_below FROM promise")[0]
            places = ask("SELECT id, kind, part_of FROM places")
            indicators = ask("SELECT id, series, good_direction, sensitive FROM indicators")
            rows = ask(
                """SELECT place, indicator, period, count, missing_reason = 'protected'
                   FROM reported_crimes"""
            )
            unplaced = ask("SELECT period, unplaced, missing_reason = 'protected' FROM coverage")
        self.area = str(area)
        self.threshold = int(str(threshold))
        self.kind = {str(id_): str(kind) for id_, kind, _ in places}
        self.inside: dict[str, list[str]] = defaultdict(list)
        for id_, _, part_of in places:
            self.inside[str(part_of)].append(str(id_))
        self.series: dict[str, list[str]] = defaultdict(list)
        for id_, series, _, _ in indicators:
            self.series[str(series)].append(str(id_))
        self.found_by_police = [str(i) for i, s, d, _ in indicators if d == "not_judged" and s]
        self.sensitive = [str(i) for i, s, _, yes in indicators if s and yes == "yes"]
        self.numbers = [
            Number(str(place), str(indicator), str(period), *_value(count, hidden))
            for place, indicator, period, count, hidden in rows
        ]
        for total in self.series["all"]:
            self.numbers += [
                Number(NOWHERE, total, str(period), *_value(count, hidden))
                for period, count, hidden in unplaced
            ]
        self.wanted = list(self._wanted())

    @property
    def shown(self) -> dict[tuple[str, str, str], int]:
        """Every count that the release prints below the municipality."""
        return {number[:3]: number.value for number in self.numbers if number.value is not None}

    def _wanted(self) -> Iterator[Number]:
        """What the attacker is after: every hidden cell, and below the area every count of a
        sensitive category where others are published."""
        yield from (number for number in self.numbers if number.hidden)
        places = {
            (number.place, number.period)
            for number in self.numbers
            if self.kind.get(number.place) in VILLAGES
            and number.place != self.area
            and number.indicator in self.series["category"]
        }
        for place, period in sorted(places):
            for indicator in self.sensitive:
                yield Number(place, indicator, period, None, hidden=True)

    def inside_of(self, place: str) -> list[str]:
        """The villages in a place, itself if it has none; in the promise's area, or what contains
        it, also the reports from nowhere."""
        if place == NOWHERE:
            return [NOWHERE]
        inside = [village for one in self.inside[place] for village in self.inside_of(one)]
        if inside:
            return [*inside, NOWHERE] if place == self.area else inside
        return [place] if self.kind[place] in VILLAGES else []


def _value(count: object, hidden: object) -> tuple[int | None, bool]:
    return (int(str(count)) if count is not None else None), bool(hidden)


class _System:
    """The unknown counts of one year, and the sums of them that are known."""

    def __init__(self, view: View, year: str, known: list[Number]) -> None:
        self.view = view
        villages = sorted({v for place in view.kind for v in view.inside_of(place)} | {NOWHERE})
        months = [f"{year}-{month:02}" for month in range(1, 13)]
        self.crimes = _crimes(view, known)
        kinds = sorted({crime for crimes in self.crimes.values() for crime in crimes})
        atoms = [Atom(v, crime, month) for v in villages for crime in kinds for month in months]
        self.position = {atom: position for position, atom in enumerate(atoms)}
        below = [n for n in known if n.place == NOWHERE or view.kind[n.place] in VILLAGES]
        above = [n for n in known if n not in below]
        self.equal = self._sums(below)
        self.at_most = self._sums(above)
        self._drop_contradictions()
        self.worlds: list[Whole] = []

    def row(self, number: Number) -> list[int]:
        """The unknown counts that a number is the sum of."""
        span = parse_period(number.period)
        months = range(span.start.month, span.end.month + 1)
        return [
            self.position[Atom(village, crime, f"{number.period[:4]}-{month:02}")]
            for village in self.view.inside_of(number.place)
            for crime in self.crimes.get(number.indicator, ())
            for month in months
        ]

    def _sums(self, numbers: Iterable[Number]) -> tuple[csr_matrix, Whole]:
        """The numbers as a matrix of which counts each is a sum of, and the sums."""
        rows = [(row, number.value or 0) for number in numbers if (row := self.row(number))]
        starts = np.cumsum([0, *(len(row) for row, _ in rows)])
        columns = np.array([position for row, _ in rows for position in row], dtype=np.int64)
        matrix = csr_matrix(
            (np.ones(len(columns)), columns, starts), shape=(len(rows), len(self.position))
        )
        return matrix, np.array([value for _, value in rows], dtype=np.int64)

    def _drop_contradictions(self) -> None:
        """Leave out numbers that cannot all be true: of a figure that was corrected, the attacker
        does not know which of the others still hold."""
        matrix, sums = self.equal
        count, unknown = matrix.shape
        eye = csr_matrix(np.eye(count))
        found = linprog(
            np.concatenate([np.zeros(unknown), np.ones(2 * count)]),
            A_eq=_beside(matrix, eye, -eye),
            b_eq=sums,
            A_ub=_beside(self.at_most[0], *(csr_matrix((len(self.at_most[1]), count)),) * 2),
            b_ub=self.at_most[1],
            method="highs",
        )
        if found.status != 0:
            self.at_most = self._sums([])
            return
        missed = found.x[unknown : unknown + count] + found.x[unknown + count :]
        kept = missed < CLOSE
        self.equal = matrix[kept], sums[kept]

    def world(self, row: list[int], total: int) -> Whole | None:
        """Counts that fit all that is known, with those of `row` adding up to `total`; None where
        there are none."""
        if not self.worlds:
            first = self._any_world()
            if first is None:
                return None
            self.worlds.append(first)
        nearest = min(self.worlds, key=lambda world: abs(int(world[row].sum()) - total))
        found = self._moved(nearest, row, total)
        if found is not None:
            self.worlds = [found, *self.worlds[: WORLDS_KEPT - 1]]
        return found

    def _any_world(self) -> Whole | None:
        unknown = len(self.position)
        found = milp(
            np.zeros(unknown),
            constraints=[
                LinearConstraint(*self.equal, self.equal[1]),
                LinearConstraint(self.at_most[0], -np.inf, self.at_most[1]),
            ],
            integrality=np.ones(unknown),
        )
        return self._checked(found.x)

    def _moved(self, world: Whole, row: list[int], total: int) -> Whole | None:
        """The world with as few reports moved as it takes to give `row` the total: such a move is
        nearly always in whole numbers by itself."""
        unknown = len(world)
        wanted = csr_matrix((np.ones(len(row)), ([0] * len(row), row)), shape=(1, unknown))
        matrix = _below(self.equal[0], wanted)
        change = np.append(np.zeros(len(self.equal[1])), total - world[row].sum())
        # What is none already cannot become less.
        less = np.flatnonzero(world)
        both, room = _beside(matrix, -matrix[:, less]), self.at_most[1] - self.at_most[0] @ world
        above = _beside(self.at_most[0], -self.at_most[0][:, less])
        most = np.concatenate([np.full(unknown, np.inf), world[less]])
        price = np.ones(len(most))
        found = linprog(
            price,
            A_eq=both,
            b_eq=change,
            A_ub=above,
            b_ub=room,
            bounds=np.c_[np.zeros(len(most)), most],
            method="highs",
            # All but one of the sums stay: a few steps of the simplex, and presolving takes longer.
            options={"presolve": False},
        )
        if found.status != 0:
            return None
        if np.abs(found.x - np.round(found.x)).max() > CLOSE:
            found = milp(
                price,
                constraints=[
                    LinearConstraint(both, change, change),
                    LinearConstraint(above, -np.inf, room),
                ],
                bounds=Bounds(0, most),
                integrality=price,
            )
            if found.x is None:
                return None
        moved = world + found.x[:unknown]
        moved[less] -= found.x[unknown:]
        moved = self._checked(moved)
        return moved if moved is not None and moved[row].sum() == total else None

    def _checked(self, counts: npt.NDArray[np.float64] | None) -> Whole | None:
        """The counts as whole numbers, if they fit exactly."""
        if counts is None:
            return None
        world: Whole = np.round(counts).astype(np.int64)
        fits = (self.equal[0] @ world == self.equal[1]).all()
        fits &= (self.at_most[0] @ world <= self.at_most[1]).all()
        return world if fits and world.min() >= 0 else None


def _attack(system: _System, wanted: list[Number], threshold: int) -> Iterator[Narrowed]:
    """The wanted numbers that cannot be everything from 1 up to the threshold."""
    targets = range(1, threshold)
    rows = {number: system.row(number) for number in wanted}
    seen: dict[Number, set[int]] = {number: set() for number in wanted}
    for number in wanted:
        for target in targets:
            if target in seen[number]:
                continue
            world = system.world(rows[number], target)
            if world is not None:
                # What this world says of the other hidden cells need not be tried again.
                for other, row in rows.items():
                    seen[other].add(int(world[row].sum()))
        possible = tuple(target for target in targets if target in seen[number])
        if len(possible) < len(targets):
            yield Narrowed(number.place, number.indicator, number.period, possible)


def _crimes(view: View, known: list[Number]) -> dict[str, list[str]]:
    """The kinds of crime that each indicator counts, as the published numbers show.

    All reported crimes hold every category and others; where categories overlap, nothing is known
    of how they add up and each stands for itself. What the police find themselves is what is not
    judged, unless the numbers say that there is more to it, or less.
    """
    value = {number[:3]: number.value or 0 for number in known}
    categories = view.series["category"]
    found = [c for c in categories if c in view.found_by_police]
    judged = [c for c in categories if c not in found]
    crimes = {category: [category] for category in categories}
    for total in view.series["all"]:
        at = [key for key in value if key[1] == total]
        overlap = any(
            sum(value.get((place, c, period), 0) for c in categories) > value[place, total, period]
            for place, _, period in at
        )
        crimes[total] = [total] if overlap else [*categories, "other"]
        for others in view.series["all_but_police"]:
            left = [
                value[place, total, period]
                - value[place, others, period]
                - sum(value[place, c, period] for c in found)
                for place, _, period in at
                if all((place, i, period) in value for i in (others, *found))
            ]
            if not overlap and left and min(left) >= 0:
                crimes[others] = [*judged, "other"]
                if max(left) > 0:
                    crimes[total] = [*categories, "other", "other found by the police"]
    return crimes


def _beside(*matrices: csr_matrix) -> csr_matrix:
    return hstack(matrices).tocsr()


def _below(*matrices: csr_matrix) -> csr_matrix:
    return vstack(matrices).tocsr()
