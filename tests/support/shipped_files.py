"""The promise folders in `data/`, read with the csv module alone.

What the dashboard shows is held against these. Nothing here uses the program, so that a fault in
it cannot hide itself; whatever has to be worked out is worked out a second time, the long way.
"""

import csv
import tomllib
from collections import Counter, defaultdict
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

REPOSITORY = Path(__file__).parents[2]
STATES = {  # how one and several activities in a state are called
    "done": ("genomförd", "genomförda"),
    "ongoing": ("pågående", "pågående"),
    "planned": ("planerad", "planerade"),
    "postponed": ("uppskjuten", "uppskjutna"),
    "cancelled": ("inställd", "inställda"),
    "unknown": ("utan uppgift", "utan uppgift"),
}
MISSING = {
    "protected": "‥ (visas inte, för att skydda enskilda)",
    "not_published": "– (inte publicerat)",
    "not_delivered": "– (inte levererat)",
    "not_measured": "ej mätt",
}

Row = dict[str, str]


class Sum(NamedTuple):
    """What the parts of a longer period add up to; no count where one is missing, and why."""

    count: int | None
    missing_reason: str


class Window(NamedTuple):
    """A period and the same part of the baseline year, with both counts."""

    now: str
    now_end: str
    baseline: str
    baseline_end: str
    count_now: int | None
    count_baseline: int | None


class ShippedPromise:
    """One promise folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = tomllib.loads((folder / "promise.toml").read_text(encoding="utf-8"))
        self.id: str = self.file["id"]
        self.is_example = self.file["kind"] == "example"
        self.baseline = str(self.file["baseline_year"])
        self.area, self.municipality = self.file["area"], self.file["municipality"]
        self._tables: dict[str, list[Row]] = {}

    def __repr__(self) -> str:
        return self.id

    def rows(self, table: str) -> list[Row]:
        """The rows of a file in the file's order; an empty cell is an empty text."""
        if table not in self._tables:
            with (self.folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
                self._tables[table] = list(csv.DictReader(file))
        return self._tables[table]

    @property
    def address(self) -> dict[str, str]:
        """What an address needs in order to name the promise; the site opens with the real one."""
        return {"data": self.id} if self.is_example else {}

    @cached_property
    def villages(self) -> list[Row]:
        return [
            place
            for place in self.rows("places")
            if place["kind"] == "village" and place["in_promise"] != "no"
        ]

    @cached_property
    def place_names(self) -> dict[str, str]:
        return {place["id"]: place["name"] for place in self.rows("places")}

    @cached_property
    def years(self) -> list[str]:
        """The calendar years that the promise touches."""
        last = [self.file["first_end"], *(one["end"] for one in self.file["extensions"])][-1]
        return [str(year) for year in range(int(self.file["start"][:4]), int(last[:4]) + 1)]

    # Activities

    def activities(self, relation: str = "") -> list[Row]:
        return [one for one in self.rows("activities") if relation in ("", one["relation"])]

    def places(self, activity: Row) -> list[str]:
        return [place.strip() for place in activity["places"].split(";")]

    @cached_property
    def states(self) -> dict[str, str]:
        """Each activity's state: the last one that the responsible party has stated.

        What has no date counts as the oldest; the same day, what stands later in the file wins.
        """
        states = {}
        log = self.rows("activity_events")
        for activity in self.rows("activities"):
            said = [
                (_first_day(event["date"]), line)
                for line, event in enumerate(log)
                if event["activity"] == activity["id"]
                and event["track"] == "stated"
                and event["status"]
            ]
            latest = max(said, default=None)
            states[activity["id"]] = log[latest[1]]["status"] if latest else "unknown"
        return states

    def count_states(self, activities: list[Row]) -> Counter[str]:
        return Counter(self.states[activity["id"]] for activity in activities)

    def own_and_shared(self, village: str) -> tuple[list[Row], list[Row]]:
        """The promise's activities for a village itself, and those for the whole area."""
        promised = self.activities("in_promise")
        own = [one for one in promised if village in self.places(one)]
        shared = [one for one in promised if self.area in self.places(one) and one not in own]
        return own, shared

    # Reported crimes

    @cached_property
    def series(self) -> dict[tuple[str, str], dict[str, Row]]:
        """The counts by place and indicator, each by period."""
        series: dict[tuple[str, str], dict[str, Row]] = defaultdict(dict)
        for row in self.rows("reported_crimes"):
            series[row["place"], row["indicator"]][row["period"]] = row
        return series

    def sums(self, place: str, indicator: str) -> dict[str, Sum]:
        """The quarters and years that are not given but all of whose parts are."""
        given = self.series[place, indicator]
        sums = {}
        for year in {period[:4] for period in given}:
            months = [f"{year}-{month:02}" for month in range(1, 13)]
            quarters = [f"{year}-Q{quarter}" for quarter in range(1, 5)]
            wanted = {f"{year}-Q{n + 1}": months[3 * n : 3 * n + 3] for n in range(4)}
            wanted[year] = quarters if all(one in given for one in quarters) else months
            for period, parts in wanted.items():
                if period not in given and all(part in given for part in parts):
                    sums[period] = self._sum([given[part] for part in parts])
        return sums

    def windows(self, place: str, indicator: str) -> list[Window]:
        """Every year against the same part of the baseline year, at the coarsest notation."""
        given = self.series[place, indicator]
        windows = []
        for year in sorted({period[:4] for period in given} - {self.baseline}):
            parts = self._parts(given, year)
            same = [self.baseline + part for part in parts]
            whole = parts == [""] or parts[-1] in ("-Q4", "-12")
            if whole and self.baseline in given:
                same = [self.baseline]
            counts = [self._count(given, [year + part for part in parts]), self._count(given, same)]
            first, last = ("", "") if whole else (parts[0], parts[-1])
            base = self.baseline
            windows.append(
                Window(year + first, year + last, base + first, base + last, counts[0], counts[1])
            )
        return windows

    def _parts(self, given: dict[str, Row], year: str) -> list[str]:
        if year in given:
            return [""]
        quarters = sorted(period[4:] for period in given if period.startswith(f"{year}-Q"))
        if quarters:
            return [f"-Q{number}" for number in range(1, int(quarters[-1][2:]) + 1)]
        last = max(int(period[5:]) for period in given if period.startswith(f"{year}-"))
        return [f"-{month:02}" for month in range(1, last + 1)]

    def _count(self, given: dict[str, Row], periods: list[str]) -> int | None:
        if any(period not in given for period in periods):
            return None
        return self._sum([given[period] for period in periods]).count

    def _sum(self, parts: list[Row]) -> Sum:
        missing = [part["missing_reason"] for part in parts if not part["count"]]
        if missing:
            return Sum(None, missing[0])
        return Sum(sum(int(part["count"]) for part in parts), "")

    # The safety survey

    @cached_property
    def conflicts(self) -> list[list[Row]]:
        """The rows that give different values for the same place, period and indicator."""
        same = defaultdict(list)
        for row in self.rows("safety_survey"):
            if row["value"]:
                same[row["place"], row["period"], row["indicator"]].append(row)
        return [rows for rows in same.values() if len({float(one["value"]) for one in rows}) > 1]

    def headline(self, dataset: str) -> Row:
        """The indicator of a dataset that is shown first."""
        return next(
            one
            for one in self.rows("indicators")
            if one["dataset"] == dataset and one["headline"] == "yes"
        )

    # Words

    @cached_property
    def texts(self) -> list[str]:
        """Every text in the folder: what the site quotes and has not written itself."""
        tables = sorted(self.folder.glob("*.csv"))
        cells = {value for path in tables for row in self.rows(path.stem) for value in row.values()}
        return sorted(cells | set(_strings(self.file)), key=len, reverse=True)


def _first_day(date: str) -> str:
    """2019 → 2019-01-01, 2019-09 → 2019-09-01; what has no date stays empty."""
    return date + "-01-01"[len(date) - 4 :] if date else ""


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for one in value for text in _strings(one)]
    return [value] if isinstance(value, str) else []


def swedish(count: int) -> str:
    """12389 → "12 389"."""
    return f"{count:,}".replace(",", " ")


def decimal(written: str) -> str:
    """1.56 → "1,56"."""
    return written.replace(".", ",")


def signed(change: int) -> str:
    """−3, 0 or +1 234."""
    return ("+" if change > 0 else "−" if change < 0 else "") + swedish(abs(change))


MONTHS = "januari februari mars april maj juni juli augusti september oktober november december"


def in_words(period: str) -> str:
    """2019-07 → "juli 2019", 2019-Q3 → "kvartal 3 2019", 2019 → "2019"."""
    year, _, part = period.partition("-")
    if not part:
        return year
    name = f"kvartal {part[1]}" if part[0] == "Q" else MONTHS.split()[int(part) - 1]
    return f"{name} {year}"


PROMISES = [
    ShippedPromise(path.parent) for path in sorted((REPOSITORY / "data").glob("*/promise.toml"))
]
(REAL,) = [promise for promise in PROMISES if not promise.is_example]
(EXAMPLE,) = [promise for promise in PROMISES if promise.is_example]
