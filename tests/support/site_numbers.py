"""Every count of reported crimes that the site gives out, read back from its pages and files.

A number is known by the months that it is a sum of, whatever the page calls them.
"""

import csv
import io
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from opened_page import OpenedPage, Table
from our_routes import ask
from shipped_files import Row, months_of

from trygghet.words import text
from trygghet.words.numbers import span, when

Months = tuple[str, ...]
YEARS = range(2016, 2023)
# What can stand where a number could: a sign, or in charts the reason or its beginning.
NOTHING = ("–", "‥", "ej mätt", "inte publicerat", "inte levererat", "visas inte")


class Cell(NamedTuple):
    """What a number is about."""

    place: str
    indicator: str
    months: Months


class Given(NamedTuple):
    """A number that the site gives out, and where."""

    cell: Cell
    count: int
    where: str


def months_in(period: str) -> Months:
    """2019-Q1 → 2019-01, 2019-02 and 2019-03."""
    return tuple(f"{period[:4]}-{month:02}" for month in months_of(period))


def notation(months: Months) -> str | None:
    """The months as one period, None where no period has just these."""
    year = months[0][:4]
    named = [f"{year}-Q{number}" for number in range(1, 5)] + [f"{year}-H1", f"{year}-H2", year]
    return next((one for one in (months[0], *named) if months_in(one) == months), None)


# Files


def fetched(path: str, **query: str) -> list[Row]:
    """The rows of a file, as the site's own routes answer."""
    answer = ask(path, **query)
    assert answer.status == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


# Pages


class Reader:
    """Reads the pages of one promise, whose places and indicators it knows by their names."""

    def __init__(self, places: dict[str, str], indicators: dict[str, str], baseline: str) -> None:
        self.places = {plain(name): place for name, place in places.items()}
        self.indicators = {plain(title): indicator for title, indicator in indicators.items()}
        self.year, self.baseline = baseline, months_in(baseline)

    def numbers(self, page: OpenedPage, where: str) -> Iterator[Given]:
        """Every count that the page gives in tables, charts and sentences."""
        assert page.failures == []
        for table in page.tables:
            if text("table-difference") in table.columns and table.columns[0] == "Indikator":
                yield from self._compared(table, where)
            elif text("table-value") in table.columns:
                yield from self._observed(table, page, where)
        for svg in page.tree.find_all("svg"):
            label = unmarked(plain(svg.attributes["aria-label"]))
            if svg.is_a("svg", "t-dumbbell"):
                yield from self._rows(label, where)
            else:
                yield from self._years(label, where)
        for node in page.tree.find_all("plotly"):
            yield from self._points(json.loads(node.attributes["spec"]), page, where)
        for sentence in page.tree.find_all("blockquote"):
            yield from self._sentence(unmarked(plain(sentence.text)), where)

    def _compared(self, table: Table, where: str) -> Iterator[Given]:
        """Counts against the same part of the baseline year."""
        place = self._place(table.caption.rpartition(" mot ")[0])
        for indicator, period, before, now, *_ in table.rows:
            yield from self._pair(place, self.indicators[indicator], period, before, now, where)

    def _observed(self, table: Table, page: OpenedPage, where: str) -> Iterator[Given]:
        """Values over time; the only place that has any is named in the chart alone."""
        indicator = self.indicators.get(unmarked(table.caption).rpartition(", ")[0])
        if indicator is None:  # the survey
            return
        (chart,) = page.tree.find_all("plotly")
        drawn = [
            one["name"] for one in json.loads(chart.attributes["spec"])["data"] if "name" in one
        ]
        for row in table.rows:
            cells = dict(zip(table.columns, row, strict=True))
            name = cells["Plats"] if "Plats" in cells else "".join(drawn)
            place, months = self.places[plain(name)], period_months()[cells["Period"]]
            before = cells.get(text("table-same-part", year=self.year), "")
            yield from given(Cell(place, indicator, months), cells["Värde"], where)
            yield from given(Cell(place, indicator, self._same(months)), before, where)

    def _rows(self, label: str, where: str) -> Iterator[Given]:
        """The rows "2019 ○ … ● nu" of a place, or of an indicator in several places."""
        title, _, rows = label.rpartition(". ")
        about = title.rpartition(" mot ")[0]  # a place, or an indicator and a year
        for row in rows.split("; "):
            name, _, said = row.partition(": ")
            found = re.match(rf"{self.year} (.+?), nu (.+?)(?:,|$)", said)
            if not found:
                continue
            if name in self.places:
                indicator, _, period = about.rpartition(" ")
                cell = self.places[name], self.indicators[indicator]
            else:
                indicator, _, period = name.rpartition(", ")
                cell = self._place(about), self.indicators[indicator]
            yield from self._pair(*cell, period, *found.groups(), where)

    def _years(self, label: str, where: str) -> Iterator[Given]:
        """The small charts over the years."""
        title, _, years = label.partition(". ")
        indicator, _, place = title.rpartition(", ")
        if indicator in self.indicators and place in self.places:
            for year, said in (part.split(": ", 1) for part in years.split("; ")):
                cell = Cell(self.places[place], self.indicators[indicator], months_in(year))
                yield from given(cell, said, where)

    def _points(self, figure: dict, page: OpenedPage, where: str) -> Iterator[Given]:
        """What is read at the points of the large chart, and how high they are drawn."""
        (indicator,) = {unmarked(table.caption).rpartition(", ")[0] for table in page.tables}
        if indicator not in self.indicators:
            return
        for trace in figure["data"]:
            if trace.get("hoverinfo") == "skip":  # the grey band
                continue
            place = self.places[plain(trace["name"])]
            for point, height in zip(trace["customdata"], trace["y"], strict=True):
                period, _, said = plain(point).partition(": ")
                cell = Cell(place, self.indicators[indicator], period_months()[period])
                drawn = list(given(cell, said, where))
                assert [one.count for one in drawn] == ([] if height is None else [height])
                yield from drawn

    def _sentence(self, said: str, where: str) -> Iterator[Given]:
        """ "Alla anmälda brott i Kulissbro: 434 anmälda 2020, 729 under 2019: …"."""
        found = re.match(r"(.+): (\S[\d ]*) anmälda (.+?), (\S[\d ]*) (?:under|samma tid) ", said)
        if found:
            about, now, period, before = found.groups()
            indicator, _, place = about.rpartition(" i ")
            period = re.sub(r"^.*\((.+)\)$", r"\1", period)
            cell = self.places[place], self.indicators[indicator]
            yield from self._pair(*cell, period, before, now, where)

    def _pair(
        self, place: str, indicator: str, period: str, before: str, now: str, where: str
    ) -> Iterator[Given]:
        months = period_months()[period]
        yield from given(Cell(place, indicator, months), now, where)
        yield from given(Cell(place, indicator, self._same(months)), before, where)

    def _same(self, months: Months) -> Months:
        """The same part of the baseline year; twelve months are held against the whole of it."""
        if len(months) == len(self.baseline):
            return self.baseline
        return tuple(f"{self.year}{month[4:]}" for month in months)

    def _place(self, said: str) -> str:
        """The place that a title ends with: the longest name that it can be."""
        return self.places[max((name for name in self.places if said.endswith(name)), key=len)]


def given(cell: Cell, said: str, where: str) -> Iterator[Given]:
    """The number, where it is one."""
    if re.fullmatch(r"\d[\d ]*", said):
        yield Given(cell, int(said.replace(" ", "")), where)
    else:
        assert not said or any(one in said for one in NOTHING), said


def unmarked(said: str) -> str:
    """Without what marks invented figures."""
    return plain(said).removeprefix(plain(text("site-example-sentence", sentence=""))).strip()


def plain(said: str) -> str:
    """Every run of white space as one space."""
    return " ".join(said.split())


@cache
def period_months() -> dict[str, Months]:
    """The months of every period and run of periods, by its name in words."""
    months = [f"{year}-{month:02}" for year in YEARS for month in range(1, 13)]
    quarters = [f"{year}-Q{number}" for year in YEARS for number in range(1, 5)]
    names = {
        plain(when(one)): months_in(one)
        for year in YEARS
        for one in (str(year), f"{year}-H1", f"{year}-H2")
    }
    for periods in (months, quarters):
        for first, start in enumerate(periods):
            for end in periods[first : first + 12]:
                within = periods[first : periods.index(end) + 1]
                names[plain(span(start, end))] = tuple(m for one in within for m in months_in(one))
    return names
