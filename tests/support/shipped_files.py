"""The promise folders in `data/`, read with the csv module alone.

What the dashboard shows is held against these. Nothing here uses the program, so that a fault in
it cannot hide itself; whatever has to be worked out is worked out a second time, the long way.
The one exception are the files in `PROTECTED`: of those the site only knows what may be
published, and so do these; `tests/protect` holds that against the files.
"""

import csv
import hashlib
import json
import re
import tomllib
from calendar import monthrange
from collections import Counter, defaultdict
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from made_once import made_once

from trygghet.check import read_promise_folder
from trygghet.check.csv_file import Record
from trygghet.protect import protect

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

PROTECTED = ("places", "population", "reported_crimes", "coverage")

Row = dict[str, str]


class Sum(NamedTuple):
    """What the parts of a longer period add up to; no count where one is missing, and why."""

    count: int | None
    missing_reason: str


class Window(NamedTuple):
    """A period and its counterpart in the baseline year, with both counts.

    `kind` is earlier, year, running, rolling or end; `missing` the first part without a count,
    with its reason.
    """

    kind: str
    now: str
    now_end: str
    baseline: str
    baseline_end: str
    count_now: int | None
    count_baseline: int | None
    days_now: int
    days_baseline: int
    parts_now: tuple[str, ...]
    parts_baseline: tuple[str, ...]
    missing: tuple[str, str] | None


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
        if table not in self._tables and table in PROTECTED:
            self._tables |= _published(self.folder)
        elif table not in self._tables:
            self._tables[table] = _read(self.folder / f"{table}.csv")
        return self._tables[table]

    @property
    def address(self) -> dict[str, str]:
        """What an address needs in order to name the promise; the site opens with the real one."""
        return {"data": self.id} if self.is_example else {}

    @cached_property
    def villages(self) -> list[Row]:
        return [
            place
            for place in _read(self.folder / "places.csv")
            if place["kind"] == "village" and place["in_promise"] != "no"
        ]

    def group_of(self, village: str) -> str:
        """The group of small places that a village stands in where counts are divided further;
        empty for one that stands alone."""
        kinds = {place["id"]: place["kind"] for place in self.rows("places")}
        (whole,) = [one["part_of"] for one in self.rows("places") if one["id"] == village]
        return whole if kinds.get(whole) == "group" else ""

    @cached_property
    def own_places(self) -> set[str]:
        """What is chosen first: the villages, their groups, the area and the municipality."""
        villages = {village["id"] for village in self.villages}
        groups = {place["id"] for place in self.rows("places") if place["kind"] == "group"}
        return villages | groups | {self.area, self.municipality}

    @cached_property
    def place_names(self) -> dict[str, str]:
        return {place["id"]: place["name"] for place in self.rows("places")}

    @cached_property
    def end(self) -> str:
        """The promise's last day, extensions included."""
        return str([self.file["first_end"], *(one["end"] for one in self.file["extensions"])][-1])

    @cached_property
    def years(self) -> list[str]:
        """The calendar years that the promise touches."""
        first, last = int(self.file["start"][:4]), int(self.end[:4])
        return [str(year) for year in range(first, last + 1)]

    # Activities

    def activities(self, relation: str = "") -> list[Row]:
        return [one for one in self.rows("activities") if relation in ("", one["relation"])]

    def places(self, activity: Row) -> list[str]:
        return [place.strip() for place in activity["places"].split(";")]

    def latest(self, activity: str, track: str) -> Row | None:
        """The last event of a track that says what state the activity is in.

        What has no date counts as the oldest; the same day, what stands later in the file wins.
        """
        log = self.rows("activity_events")
        said = [
            (first_day(event["date"]), line)
            for line, event in enumerate(log)
            if event["activity"] == activity and event["track"] == track and event["status"]
        ]
        latest = max(said, default=None)
        return log[latest[1]] if latest else None

    @cached_property
    def states(self) -> dict[str, str]:
        """Each activity's state: the last one that the responsible party has stated."""
        found = {one["id"]: self.latest(one["id"], "stated") for one in self.rows("activities")}
        return {id_: event["status"] if event else "unknown" for id_, event in found.items()}

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
            halves = [f"{year}-H{half}" for half in (1, 2)]
            wanted = {f"{year}-Q{n + 1}": months[3 * n : 3 * n + 3] for n in range(4)}
            for n, half in enumerate(halves):
                two = quarters[2 * n : 2 * n + 2]
                wanted[half] = two if set(two) <= set(given) else months[6 * n : 6 * n + 6]
            wanted[year] = next(
                (parts for parts in (halves, quarters) if set(parts) <= set(given)), months
            )
            for period, parts in wanted.items():
                if period not in given and all(part in given for part in parts):
                    sums[period] = self._sum([given[part] for part in parts])
        return sums

    def windows(self, place: str, indicator: str) -> list[Window]:
        """Everything that is compared with the baseline year, each at the coarsest notation.

        Neither folder has months to its promise's end: the whole promise is never compared.
        """
        given = self.series[place, indicator]
        windows = []
        for year in sorted({period[:4] for period in given} - {self.baseline}):
            parts = self._parts(given, year)
            now, same = [year + part for part in parts], [self.baseline + part for part in parts]
            whole = parts[-1] in ("", "-H2", "-Q4", "-12")
            if whole and self.baseline in given:
                same = [self.baseline]
            if whole:
                kind = "year" if year > self.baseline else "earlier"
                windows.append(self._window(given, kind, now, same, year, self.baseline))
            elif year > self.baseline:
                windows.append(self._window(given, "running", now, same))
        months = sorted(period for period in given if re.fullmatch(r"\d{4}-\d\d", period))
        if months and not months[-1].endswith("-12") and months[-1][:4] > self.baseline:
            twelve = _twelve_months(months[-1])
            if twelve[0] > f"{self.baseline}-12":
                windows.append(self._against_whole_year(given, "rolling", twelve))
        last = _twelve_months(self.end[:7])
        quarters = [f"{one[:4]}-Q{int(one[5:]) // 3}" for one in last[2::3]]
        halves = [f"{one[:4]}-H{int(one[5:]) // 6}" for one in last[5::6]]
        ends = [
            self._against_whole_year(given, "end", parts)
            for parts, months in ((last, 1), (quarters, 3), (halves, 6))
            if int(last[0][5:]) % months == 1 % months and parts[-1] in given
        ]
        windows += ([one for one in ends if not one.missing] or ends)[:1]
        return windows

    def _against_whole_year(self, given: dict[str, Row], kind: str, now: list[str]) -> Window:
        known = [period for period in given if period[:4] == self.baseline]
        parts = self._parts(given, self.baseline) if known else [""]
        assert parts[-1] in ("", "-H2", "-Q4", "-12"), "the baseline year is not whole"
        baseline = [self.baseline + part for part in parts]
        return self._window(given, kind, now, baseline, "", self.baseline)

    def _window(
        self,
        given: dict[str, Row],
        kind: str,
        now: list[str],
        baseline: list[str],
        name_now: str = "",
        name_baseline: str = "",
    ) -> Window:
        lacking = [one for one in (*now, *baseline) if one not in given or not given[one]["count"]]
        missing = None
        reasons = {
            one: given[one]["missing_reason"] if one in given else "not_published"
            for one in lacking
        }
        if lacking:
            told = [one for one in lacking if reasons[one] != "protected"]
            first = (told or lacking)[0]
            missing = (first, reasons[first])
        return Window(
            kind,
            name_now or now[0],
            name_now or now[-1],
            name_baseline or baseline[0],
            name_baseline or baseline[-1],
            self._count(given, now),
            self._count(given, baseline),
            sum(days_of(period) for period in now),
            sum(days_of(period) for period in baseline),
            tuple(now),
            tuple(baseline),
            missing,
        )

    def _parts(self, given: dict[str, Row], year: str) -> list[str]:
        """The year, its half-years, quarters or months, up to the last one given."""
        ways = []
        for parts in (
            [""],
            ["-H1", "-H2"],
            [f"-Q{number}" for number in range(1, 5)],
            [f"-{month:02}" for month in range(1, 13)],
        ):
            while parts and year + parts[-1] not in given:
                parts = parts[:-1]
            if parts:
                ways.append(parts)
        if [""] in ways and given[year]["count"]:
            return [""]
        ends = {id(parts): last_day_of(year + parts[-1]) for parts in ways}
        furthest = [parts for parts in ways if ends[id(parts)] == max(ends.values())]
        known = [p for p in furthest if all(given.get(year + x, {}).get("count") for x in p)]
        return known[0] if known else furthest[-1]

    def _count(self, given: dict[str, Row], periods: list[str]) -> int | None:
        if any(period not in given for period in periods):
            return None
        return self._sum([given[period] for period in periods]).count

    def _sum(self, parts: list[Row]) -> Sum:
        missing = [part["missing_reason"] for part in parts if not part["count"]]
        if missing:
            return Sum(None, ([one for one in missing if one != "protected"] or missing)[0])
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


def _read(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def _published(folder: Path) -> dict[str, list[Row]]:
    """What may be published of the protected files."""

    def protect_and_write(to: Path) -> None:
        published = protect(read_promise_folder(folder)).folder
        rows = {name: _as_rows(published.tables[name]) for name in PROTECTED}
        (to / "rows.json").write_text(json.dumps(rows), encoding="utf-8")

    name = f"published-{hashlib.sha256(str(folder).encode()).hexdigest()}"
    return json.loads((made_once(name, protect_and_write) / "rows.json").read_text("utf-8"))


def _as_rows(records: list[Record]) -> list[Row]:
    """Records as the cells of a file."""

    def cell(record: Record, name: str) -> str:
        value = record.values[name]
        if isinstance(value, float):
            return record.written[name]
        return "" if value is None else str(value)

    return [{name: cell(record, name) for name in record.values} for record in records]


def _twelve_months(last: str) -> list[str]:
    """The twelve months that end with `last`."""
    number = int(last[:4]) * 12 + int(last[5:]) - 1
    return [f"{one // 12}-{one % 12 + 1:02}" for one in range(number - 11, number + 1)]


def days_of(period: str) -> int:
    """How many days a year, a half-year, a quarter or a month has."""
    return sum(monthrange(int(period[:4]), month)[1] for month in months_of(period))


def months_of(period: str) -> list[int]:
    """The numbers of the months in a period."""
    _, _, part = period.partition("-")
    if not part or part.isdigit():
        return [int(part)] if part else list(range(1, 13))
    length = 6 if part[0] == "H" else 3
    return list(range(length * (int(part[1]) - 1) + 1, length * int(part[1]) + 1))


def last_day_of(period: str) -> date:
    """The day that a period ends with."""
    year, month = int(period[:4]), months_of(period)[-1]
    return date(year, month, monthrange(year, month)[1])


def last_day(date_: str) -> date:
    """2020 → 31 December 2020, 2020-09 → 30 September 2020."""
    numbers = [int(part) for part in date_.split("-")]
    year, month = numbers[0], numbers[1] if len(numbers) > 1 else 12
    return date(year, month, numbers[2] if len(numbers) > 2 else monthrange(year, month)[1])


def first_day(written: str) -> str:
    """2019 → 2019-01-01, 2019-09 → 2019-09-01; what has no date stays empty."""
    return written + "-01-01"[len(written) - 4 :] if written else ""


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
    """2019-07 → "juli 2019", 2019-Q3 → "kvartal 3 2019", 2019-H1 → "första halvåret 2019",
    2019 → "2019"."""
    year, _, part = period.partition("-")
    if not part:
        return year
    if part[0] == "H":
        return f"{'första' if part[1] == '1' else 'andra'} halvåret {year}"
    name = f"kvartal {part[1]}" if part[0] == "Q" else MONTHS.split()[int(part) - 1]
    return f"{name} {year}"


PROMISES = [
    ShippedPromise(path.parent) for path in sorted((REPOSITORY / "data").glob("*/promise.toml"))
]
(REAL,) = [promise for promise in PROMISES if not promise.is_example]
(EXAMPLE,) = [promise for promise in PROMISES if promise.is_example]
