"""Police extracts of reported crimes: one row per report, or one per month, place and category.

What comes out is counts per village and month, and for the whole area; a row of the extract is
never shown, kept or logged. A code or a place that nobody has explained is asked about, and so is
what the extract is silent about: no row is not yet no crime.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from trygghet.check import Problem
from trygghet.check.csv_file import Record
from trygghet.check.problems import command_catalogue, printable, safe
from trygghet.extracts.extract import (
    BadExtract,
    Covered,
    Extract,
    Preview,
    Row,
    Said,
    Understood,
)
from trygghet.extracts.mapping import OUTSIDE, UNPLACED, close, fold
from trygghet.extracts.police_groups import MOST_NAMES, Found, Groups, Totals
from trygghet.extracts.police_rows import (
    Area,
    Counted,
    area_of,
    month_number,
    month_text,
    rows_of,
)
from trygghet.extracts.police_table import PoliceTable, listed, open_table
from trygghet.periods import parse_period
from trygghet.schema import TABLE

SHOWN_NAMES = 200
SHOWN_COMBINATIONS = 20
MOST_COMBINATIONS = 1_000_000
SHOWN_ROWS = 8

Codes = Mapping[str, tuple[str, ...]]
"""Folded code → the indicators it counts in; none where it is set aside."""


def read_reports(extract: Extract) -> Understood:
    """Read an extract with one row per report.

    Raises:
        BadExtract: it cannot be read, or rows of it cannot.
        OSError: the file cannot be read.
    """
    return _read(extract, "reports")


def read_counts(extract: Extract) -> Understood:
    """Read an extract with one row per month, place and category.

    Raises:
        BadExtract, OSError: as `read_reports`.
    """
    return _read(extract, "counts")


@dataclass(slots=True)
class _Told:
    """What there is to say and to ask, gathered while the extract is read."""

    extract: Extract
    said: list[Said] = field(default_factory=list)
    questions: list[Problem] = field(default_factory=list)
    asked: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def number(self, count: int) -> str:
        """A count to print: one so small that people could be recognised only as a span."""
        below = self.extract.promise.hide_below
        return f"1–{below - 1}" if 0 < count < below else str(count)

    def say(self, key: str, **arguments: str | int) -> None:
        self.said.append(Said(f"import-police-{key}", arguments))

    def ask(self, key: str, column: str = "", value: str = "", **details: str | int) -> None:
        code = f"import-police-{key}"
        self.questions.append(Problem(self.extract.file, 0, column, code, value, details))

    def understood(
        self,
        tables: Mapping[str, list[Row]] | None = None,
        preview: Preview | None = None,
        covers: tuple[Covered, ...] = (),
    ) -> Understood:
        return Understood(
            tables or {},
            tuple(self.said),
            preview or Preview(),
            tuple(self.questions),
            self.asked,
            covers,
        )


def _read(extract: Extract, kind: str) -> Understood:
    months = _months(extract)
    _keep_out_of_repositories(extract)
    told = _Told(extract)
    with open_table(extract, kind) as table:
        groups = Groups(table, months.start, months.stop - 1)
        totals = groups.totals()
        _say_totals(told, table, totals, months)
        _ask_about_rows(told, table, groups)
        codes = _codes(extract)
        code_names = _known_codes(told, table, groups.codes(), codes)
        place_names = _known_places(told, table, groups.places(), area_of(extract))
        if totals.reports == 0 and not told.questions:
            told.ask("nothing", first=month_text(months.start), last=month_text(months.stop - 1))
        if told.questions:
            return told.understood()
        counted, absent = _count(told, table, groups, months, codes, code_names, place_names)
    return _understood(told, counted, area_of(extract), set(place_names.values()), absent)


def _months(extract: Extract) -> range:
    if extract.first is None or extract.last is None:
        problems = [
            Problem(option, 0, "", "import-police-span")
            for option, period in (("--first", extract.first), ("--last", extract.last))
            if period is None
        ]
        raise BadExtract(problems)
    first, last = extract.first.start, extract.last.end
    return range(month_number(first.year, first.month), month_number(last.year, last.month) + 1)


def _keep_out_of_repositories(extract: Extract) -> None:
    """A list of reports in a git working tree is one command from being public."""
    if extract.promise.promise.values["kind"] == "example":
        return
    for parent in extract.path.resolve().parents:
        if (parent / ".git").exists():
            details: dict[str, str | int] = {"repository": str(parent)}
            problem = Problem(extract.file, 0, "", "import-police-repository", "", details)
            raise BadExtract([problem])


def _say_totals(told: _Told, table: PoliceTable, totals: Totals, months: range) -> None:
    columns = ", ".join(f"{ours} = {theirs}" for ours, theirs in table.headings.items())
    told.say("read", rows=totals.rows - totals.blank, columns=columns)
    span = {"first": month_text(months.start), "last": month_text(months.stop - 1)}
    told.say("counted", reports=told.number(totals.reports), **span)
    if totals.blank:
        told.say("blank", count=totals.blank)
    if totals.before + totals.after:
        told.say("outside-span", count=totals.before + totals.after, **span)


def _ask_about_rows(told: _Told, table: PoliceTable, groups: Groups) -> None:
    columns = {"no-date": "date", "bad-date": "date", "no-code": "code"}
    for fault, found in groups.faults().items():
        column = columns.get(fault, "" if fault == "formula" else "count")
        _ask_at_lines(told, fault, table.headings.get(column, ""), found)
    if "number" in table.headings:
        repeated = groups.repeated_numbers()
        if repeated.count:
            _ask_at_lines(told, "number-twice", table.headings["number"], repeated)


def _ask_at_lines(told: _Told, key: str, column: str, found: Found) -> None:
    told.ask(key, column, count=found.count, lines=listed(found.lines, found.count))


def _codes(extract: Extract) -> dict[str, tuple[str, ...]]:
    codes: dict[str, tuple[str, ...]] = {}
    problems = []
    for record in extract.promise.tables["crime_codes"]:
        code = fold(str(record.values["code"]))
        given = record.values["indicators"]
        meaning = given if isinstance(given, tuple) else ()
        if sorted(codes.setdefault(code, meaning)) != sorted(meaning):
            value = str(record.values["code"])
            where = "crime_codes.csv", record.line, "code"
            problems.append(Problem(*where, "import-police-code-twice", value))
    if problems:
        raise BadExtract(problems)
    return codes


def _known_codes(
    told: _Told, table: PoliceTable, found: list[tuple[str, int]], codes: Codes
) -> dict[str, str]:
    """Every code as it stands → the folded code. Those that nobody has explained are asked for."""
    heading = table.headings["code"]
    if len(found) > MOST_NAMES:
        told.ask("too-many-codes", heading, most=MOST_NAMES)
        return {}
    unknown: Counter[str] = Counter()
    written: dict[str, str] = {}
    for text, count in found:
        if fold(text) not in codes:
            unknown[fold(text)] += count
            written.setdefault(fold(text), " ".join(text.split()))
    if unknown:
        reports = told.number(unknown.total())
        told.ask("codes-unknown", heading, codes=len(unknown), reports=reports)
        told.say("unknown-codes")
        for code, count in islice(unknown.most_common(), SHOWN_NAMES):
            told.say("name", name=printable(written[code]), count=told.number(count))
        _say_rest(told, len(unknown))
        told.say("codes-to-add")
        for code, _ in islice(unknown.most_common(), SHOWN_NAMES):
            told.say("line", line=_csv_line(told.extract, written[code]))
    return {text: fold(text) for text, _ in found}


def _say_rest(told: _Told, count: int) -> None:
    if count > SHOWN_NAMES:
        told.say("more-names", count=count - SHOWN_NAMES)


def _csv_line(extract: Extract, code: str) -> str:
    """A line for crime_codes.csv; what the code counts as is left for the owner to fill in."""
    written = {"code": code, "source": extract.source}
    records = extract.promise.tables["crime_codes"]
    names = list(records[0].written) if records else []
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="").writerow(
        written.get(name, "") for name in names or [c.name for c in TABLE["crime_codes"].columns]
    )
    return safe(text.getvalue())


def _known_places(
    told: _Told, table: PoliceTable, found: list[tuple[str, int]], area: Area
) -> dict[str, str]:
    """Every place as it stands → a village's id, UNPLACED or OUTSIDE. Those that nobody has
    explained are asked for."""
    heading = table.headings["place"]
    if len(found) > MOST_NAMES:
        told.ask("too-many-places", heading, most=MOST_NAMES)
        return {}
    places = {str(one.values["id"]): one for one in told.extract.promise.tables["places"]}
    names: dict[str, str] = {}
    unknown: Counter[str] = Counter()
    written: dict[str, str] = {}
    elsewhere: Counter[str] = Counter()
    for text, count in found:
        meaning = _place(told.extract, places, area, text)
        if meaning is None:
            unknown[fold(text)] += count
            written.setdefault(fold(text), " ".join(text.split()))
        else:
            names[text] = meaning
            if meaning == OUTSIDE:
                elsewhere[" ".join(text.split())] += count
    if elsewhere:
        shown = ", ".join(printable(name) for name, _ in elsewhere.most_common(SHOWN_NAMES))
        told.say("outside-area", reports=told.number(elsewhere.total()), names=shown)
    if unknown:
        told.ask(
            "places-unknown", heading, places=len(unknown), reports=told.number(unknown.total())
        )
        told.say("unknown-places")
        for name, count in islice(unknown.most_common(), SHOWN_NAMES):
            told.say("name", name=printable(written[name]), count=told.number(count))
            alike = close(name, told.extract.names.places)
            if alike:
                told.say("alike", names=alike)
        _say_rest(told, len(unknown))
        told.asked["places"] = tuple(written[name] for name, _ in unknown.most_common(SHOWN_NAMES))
    return names


def _place(extract: Extract, places: Mapping[str, Record], area: Area, text: str) -> str | None:
    """What a place stands for. A place round the area, or inside a village, is for the owner to
    explain: it does not say in which village."""
    name = fold(text)
    if not name:
        return UNPLACED
    found = extract.names.places.get(name)
    if found is None or found in (UNPLACED, OUTSIDE) or found in area.villages:
        return found
    if found == area.id:
        return UNPLACED
    overlaps = area.id in _above(places, found) or found in _above(places, area.id)
    settlement = places[found].values["kind"] in ("village", "district", "area")
    return OUTSIDE if settlement and not overlaps else None


def _above(places: Mapping[str, Record], place: str) -> list[str]:
    """The places that a place is part of, from the nearest."""
    found = []
    above = places[place].values["part_of"]
    while above is not None:
        found.append(str(above))
        above = places[str(above)].values["part_of"]
    return found


def _count(
    told: _Told,
    table: PoliceTable,
    groups: Groups,
    months: range,
    codes: Codes,
    code_names: Mapping[str, str],
    place_names: Mapping[str, str],
) -> tuple[Counted, list[str]]:
    """The counts, and what the extract has no row of at all: months and indicators."""
    if "count" in table.headings:
        _ask_about_combinations(told, table, groups, months, codes, code_names, place_names)
    meanings = sorted({codes[code] for code in code_names.values()})
    places = sorted(set(place_names.values()))
    groups.name(
        {text: meanings.index(codes[code]) for text, code in code_names.items()},
        {text: places.index(place) for text, place in place_names.items()},
    )
    by_indicator: Counter[tuple[int, str, str]] = Counter()
    in_all: Counter[tuple[int, str]] = Counter()
    set_aside = 0
    for month, meaning, place, reports in groups.counts():
        if places[place] == OUTSIDE:
            continue
        if not meanings[meaning]:
            set_aside += reports
            continue
        in_all[month, places[place]] += reports
        for indicator in meanings[meaning]:
            by_indicator[month, places[place], indicator] += reports
    if set_aside:
        told.say("set-aside", reports=told.number(set_aside))
    seen = {indicator for meaning in meanings for indicator in meaning}
    absent = [one for one in area_of(told.extract).indicators if one not in seen]
    with_rows = groups.months()
    absent += [month_text(month) for month in months if month not in with_rows]
    return Counted(months, by_indicator, in_all), absent


def _ask_about_combinations(
    told: _Told,
    table: PoliceTable,
    groups: Groups,
    months: range,
    codes: Codes,
    code_names: Mapping[str, str],
    place_names: Mapping[str, str],
) -> None:
    """Month, place and code that stand twice, or that the table has no row of."""
    all_codes = sorted({code for code in code_names.values() if codes[code]})
    all_places = sorted({fold(text) for text, id_ in place_names.items() if id_ != OUTSIDE})
    if len(months) * len(all_codes) * len(all_places) > MOST_COMBINATIONS:
        told.ask("too-many-combinations", most=MOST_COMBINATIONS)
        return
    groups.name(
        {text: all_codes.index(code) for text, code in code_names.items() if codes[code]},
        {text: all_places.index(fold(text)) for text, id_ in place_names.items() if id_ != OUTSIDE},
    )
    repeated = groups.repeated()
    if repeated.count:
        _ask_at_lines(told, "combination-twice", "", repeated)
    if told.extract.names.absent_counts:
        return
    ids = {fold(text): id_ for text, id_ in place_names.items()}
    there = {(month, code, place) for month, code, place, _ in groups.counts()}
    lacking = [
        f"{month_text(month)} · {place or '–'} · {code}"
        for at, place in enumerate(all_places)
        for number, code in enumerate(all_codes)
        for month in months
        if (month, number, at) not in there
        and not _explained(told.extract, ids[place], codes[code], [month])
    ]
    if lacking:
        told.ask("combinations-absent", count=len(lacking))
        told.say("absent-combinations")
        for text in lacking[:SHOWN_COMBINATIONS]:
            told.say("line", line=printable(text))
        if len(lacking) > SHOWN_COMBINATIONS:
            told.say("more-names", count=len(lacking) - SHOWN_COMBINATIONS)


def _explained(
    extract: Extract, place: str, indicators: Iterable[str], months: Iterable[int]
) -> bool:
    """Whether gaps explain that all these cells are missing."""
    return all(
        extract.names.gap(place, indicator, parse_period(month_text(month)))
        for month in months
        for indicator in indicators
    )


def _understood(
    told: _Told, counted: Counted, area: Area, mentioned: set[str], absent: list[str]
) -> Understood:
    extract = told.extract
    silent = [village for village in area.villages if village not in mentioned]
    _ask_about_silence(told, counted, area, [*silent, *absent])
    note = command_catalogue("sv")("import-police-area-note")
    crimes, coverage = rows_of(extract, area, counted, note)
    _ask_about_other_sources(told, crimes, coverage)
    _say_figures(told, counted, area, crimes)
    if told.questions:
        return told.understood()
    first, last = (parse_period(month_text(counted.months[at])) for at in (0, -1))
    return told.understood(
        {"reported_crimes": crimes, "coverage": coverage},
        _preview(told, crimes),
        (Covered("coverage", extract.source, first, last),),
    )


def _ask_about_silence(told: _Told, counted: Counted, area: Area, silent: list[str]) -> None:
    """No row of a village, an indicator or a month: none happened, or it was left out?"""
    extract = told.extract
    asked = []
    for one in silent:
        if fold(one) in extract.names.absent:
            continue
        villages = [one] if one in area.villages else area.villages
        indicators = [one] if one in area.indicators else area.indicators
        months = [month for month in counted.months if one == month_text(month)]
        if all(
            _explained(extract, village, indicators, months or counted.months)
            for village in villages
        ):
            continue
        asked.append(one)
        told.ask("silent", value=one)
    if asked:
        told.asked["absent"] = tuple(asked)


def _ask_about_other_sources(told: _Told, crimes: list[Row], coverage: list[Row]) -> None:
    """What another source says of the same is not replaced without a word."""
    for name, rows in (("reported_crimes", crimes), ("coverage", coverage)):
        table = TABLE[name]
        keys = {tuple(row.cells[column] for column in table.key) for row in rows}
        others = Counter(
            str(record.values["source"])
            for record in told.extract.promise.tables[name]
            if record.values["source"] != told.extract.source
            and tuple(record.values[column] for column in table.key) in keys
        )
        if others:
            details: dict[str, str | int] = {
                "count": others.total(),
                "sources": ", ".join(sorted(others)),
            }
            problem = Problem(table.file, 0, "", "import-police-other-source", "", details)
            told.questions.append(problem)


def _say_figures(told: _Told, counted: Counted, area: Area, crimes: list[Row]) -> None:
    tables = told.extract.promise.tables
    names = {str(one.values["id"]): str(one.values["name"]) for one in tables["places"]}
    told.say("villages", names=", ".join(names[village] for village in area.villages))
    for year in sorted({month // 12 for month in counted.months}):
        of_year = {key: count for key, count in counted.in_all.items() if key[0] // 12 == year}
        unplaced = sum(count for (_, place), count in of_year.items() if place == UNPLACED)
        told.say(
            "unplaced",
            year=str(year),
            unplaced=told.number(unplaced),
            reports=told.number(sum(of_year.values())),
        )
    whole: Counter[str] = Counter()
    missing: Counter[str] = Counter()
    for row in crimes:
        if row.cells["place"] == area.id:
            indicator, count = row.cells["indicator"], row.cells["count"]
            whole[indicator] += int(count or 0)
            missing[indicator] += not count
    for one in tables["indicators"]:
        indicator = str(one.values["id"])
        if indicator in area.indicators:
            told.say(
                "category",
                title=str(one.values["title"]),
                count=told.number(whole[indicator]),
                missing=missing[indicator],
            )
        elif one.values["dataset"] == "reported_crimes":
            told.say("uncounted", title=str(one.values["title"]))
    cells = sum(not row.cells["count"] for row in crimes)
    if cells:
        told.say("gaps", cells=cells)


def _preview(told: _Told, crimes: list[Row]) -> Preview:
    """The first rows, with small numbers as spans: the terminal may be seen by others."""
    shown = [
        Row({**row.cells, "count": count and told.number(int(count))})
        for row in crimes[:SHOWN_ROWS]
        for count in (row.cells["count"],)
    ]
    return Preview.of(shown, ("place", "period", "indicator", "count", "missing_reason"))
