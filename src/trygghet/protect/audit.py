"""Play the attacker against a finished release (method §5).

This reads release files and nothing else, and shares no code with what hides. Every published
number is a sum of unknown monthly counts: one for each village (or none), kind of crime and month.
The attacker knows all numbers of the release, those of earlier releases for what is now hidden,
and how the tables add up. A hidden cell is safe if the counts can be chosen so that everything
published comes out right and the cell is 1, and likewise 2, 3 and 4.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import duckdb
import numpy as np
import numpy.typing as npt
from scipy.sparse import bmat, csr_matrix, hstack, identity, vstack

from trygghet.periods import parse_period
from trygghet.protect.solver import CLOSE, Between, Numbers, Program

VILLAGES = ("village", "district", "area", "group")
NOWHERE = "(no village)"
WORLDS_KEPT = 20
SURE = 1000
"""How many reports an earlier number may be wrong by before one of now is doubted by one."""

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
        narrowed += _attack(_System(view, year, known, wanted), view.threshold)
    return Audit(len(facts) + len(older), tried, narrowed)


class View:
    """What a release tells about the counts of villages, and how they hang together."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Read the release that the connection asks.

        Raises:
            duckdb.Error: it cannot be read.
        """

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
    """The unknown counts of one year, the sums of them that are known, and those wanted."""

    def __init__(self, view: View, year: str, known: list[Number], wanted: list[Number]) -> None:
        self.view = view
        villages = sorted({v for place in view.kind for v in view.inside_of(place)} | {NOWHERE})
        months = [f"{year}-{month:02}" for month in range(1, 13)]
        self.crimes = _crimes(view, known)
        kinds = sorted({crime for crimes in self.crimes.values() for crime in crimes})
        atoms = [Atom(v, crime, month) for v in villages for crime in kinds for month in months]
        self.position = {atom: position for position, atom in enumerate(atoms)}
        known = [number for number in known if self.row(number)]
        below = [n for n in known if n.place == NOWHERE or view.kind[n.place] in VILLAGES]
        self.equal = self._sums(below)
        self.at_most = self._sums(sorted(set(known) - set(below)))
        shown = view.shown
        self._drop_contradictions([number[:3] in shown for number in below])
        self.wanted = wanted
        self.totals = self._matrix(wanted)
        sums = vstack([self.equal[0], self.at_most[0], self.totals])
        # How many reports are put to each count and how many are taken away.
        self.moves = Program(hstack([sums, -sums]).tocsr())
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

    def _sums(self, numbers: Collection[Number]) -> tuple[csr_matrix, Whole]:
        """The numbers as a matrix of which counts each is a sum of, and the sums."""
        sums = np.array([number.value or 0 for number in numbers], dtype=int)
        return self._matrix(numbers), sums

    def _matrix(self, numbers: Collection[Number]) -> csr_matrix:
        rows = [self.row(number) for number in numbers]
        starts = np.cumsum([0, *map(len, rows)])
        columns = np.array([position for row in rows for position in row], dtype=int)
        ones = np.ones(len(columns), dtype=int)
        return csr_matrix((ones, columns, starts), shape=(len(rows), len(self.position)))

    def _drop_contradictions(self, now: list[bool]) -> None:
        """Leave out numbers that cannot all be true: of a figure that was corrected, the attacker
        does not know which of the others still hold. What the release says now does."""
        (matrix, sums), (above, most) = self.equal, self.at_most
        count, unknown = matrix.shape
        misses = hstack([identity(count), -identity(count)])
        program = Program(bmat([[matrix, misses], [above, None]]).tocsr())
        found = program.cheapest(
            np.concatenate([np.zeros(unknown), np.tile(np.where(now, SURE, 1), 2)]),
            _any_number(unknown + 2 * count),
            _known(sums, most),
        )
        if found is None:
            self.at_most = self._sums([])
            return
        missed = found[unknown : unknown + count] + found[unknown + count :]
        kept = missed < CLOSE
        self.equal = matrix[kept], sums[kept]

    def world(self, number: int, total: int) -> Whole | None:
        """Counts that fit all that is known, with the wanted number of that place in the order at
        `total`; None where there are none."""
        if not self.worlds:
            first = self._any_world()
            if first is None:
                return None
            self.worlds.append(first)
        row = self.totals[number]
        nearest = min(self.worlds, key=lambda world: abs(int((row @ world)[0]) - total))
        found = self._moved(nearest, number, total)
        if found is not None:
            self.worlds = [found, *self.worlds[: WORLDS_KEPT - 1]]
        return found

    def _any_world(self) -> Whole | None:
        unknown = len(self.position)
        program = Program(vstack([self.equal[0], self.at_most[0]]).tocsr())
        fits = _known(self.equal[1], self.at_most[1])
        return self._checked(program.cheapest_whole(np.zeros(unknown), _any_number(unknown), fits))

    def _moved(self, world: Whole, number: int, total: int) -> Whole | None:
        """The world with as few reports moved as it takes to give the wanted number the total."""
        unknown, wanted = len(world), len(self.wanted)
        step = total - int((self.totals[number] @ world)[0])
        sums = _known(np.zeros_like(self.equal[1]), self.at_most[1] - self.at_most[0] @ world)
        least = np.concatenate([sums.least, np.full(wanted, -np.inf)])
        most = np.concatenate([sums.most, np.full(wanted, np.inf)])
        place = len(sums.least) + number
        least[place] = most[place] = step
        # What is none already cannot become less.
        room = np.concatenate([np.full(unknown, np.inf), world])
        found = self.moves.cheapest_whole(
            np.ones(2 * unknown), Between(np.zeros(2 * unknown), room), Between(least, most)
        )
        if found is None:
            return None
        moved = self._checked(world + found[:unknown] - found[unknown:])
        return moved if moved is not None and (self.totals[number] @ moved)[0] == total else None

    def _checked(self, counts: Numbers | None) -> Whole | None:
        """The counts as whole numbers, if they fit exactly."""
        if counts is None:
            return None
        world: Whole = np.round(counts).astype(np.int64)
        fits = (self.equal[0] @ world == self.equal[1]).all()
        fits &= (self.at_most[0] @ world <= self.at_most[1]).all()
        return world if fits and world.min() >= 0 else None


def _attack(system: _System, threshold: int) -> Iterator[Narrowed]:
    """The wanted numbers that cannot be everything from 1 up to the threshold."""
    targets = range(1, threshold)
    seen: list[set[int]] = [set() for _ in system.wanted]
    for number, wanted in enumerate(system.wanted):
        for target in targets:
            if target in seen[number]:
                continue
            world = system.world(number, target)
            if world is not None:
                # What this world says of the other hidden cells need not be tried again.
                for other, total in zip(seen, system.totals @ world, strict=True):
                    other.add(int(total))
        possible = tuple(target for target in targets if target in seen[number])
        if len(possible) < len(targets):
            yield Narrowed(wanted.place, wanted.indicator, wanted.period, possible)


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


def _any_number(count: int) -> Between:
    return Between(np.zeros(count), np.full(count, np.inf))


def _known(equal: Whole, at_most: Whole) -> Between:
    """The limits of sums that are known, and after them of those that are at most something."""
    least = np.concatenate([equal, np.full(len(at_most), -np.inf)])
    return Between(least, np.concatenate([equal, at_most]).astype(float))
