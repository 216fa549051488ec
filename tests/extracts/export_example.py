"""Write the example promise's reported crimes as the police extracts that they could have come
from: one row per report, or one row per month, place and category.

Every figure of the villages and of the area comes back when the extract is imported. What the area
has beyond its villages becomes reports without a village; what is missing becomes [[gaps]].
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, cycle, groupby
from pathlib import Path

from trygghet.check import PromiseFolder

SOURCE = "brott-byar"
UNPLACED = ""

# (month, place) → code → reports; None where the extract lacks the cell.
Cells = dict[tuple[str, str], dict[str, int | None]]


@dataclass(frozen=True)
class Example:
    """The example's monthly figures for its area and villages."""

    folder: PromiseFolder
    area: str
    villages: list[str]
    names: dict[str, str]
    months: list[str]
    indicators: list[str]
    figures: dict[tuple[str, str, str], int | None]  # place, month, indicator
    codes: dict[frozenset[str], list[str]]  # what codes count in → the codes

    @classmethod
    def of(cls, folder: PromiseFolder) -> "Example":
        """The figures in a promise folder."""
        area = str(folder.promise.values["area"])
        places = folder.tables["places"]
        villages = [str(r.values["id"]) for r in places if r.values["part_of"] == area]
        figures = {
            (str(r.values["place"]), str(r.values["period"]), str(r.values["indicator"])): r.values[
                "count"
            ]
            for r in folder.tables["reported_crimes"]
            if r.values["place"] in (area, *villages) and len(str(r.values["period"])) == 7
        }
        codes = defaultdict(list)
        for record in folder.tables["crime_codes"]:
            codes[frozenset(record.values["indicators"] or ())].append(str(record.values["code"]))
        return cls(
            folder, area, villages,
            {str(r.values["id"]): str(r.values["name"]) for r in places},
            sorted({month for _, month, _ in figures}),
            sorted({indicator for _, _, indicator in figures}),
            figures, dict(codes),
        )  # fmt: skip

    def cells(self) -> Cells:
        """Reports by month, place and code that give all figures."""
        categories = [i for i in self.indicators if i not in ("alla-brott", "alla-utom-polisens")]
        found: Cells = {}
        for month in self.months:
            for place in self.villages:
                found[month, place] = self._by_code(
                    categories, {i: self.figures[place, month, i] for i in self.indicators}
                )
            self._hide(month, found)
            found[month, UNPLACED] = self._unplaced(month, categories, found)
        return found

    def _by_code(
        self, categories: list[str], figures: dict[str, int | None]
    ) -> dict[str, int | None]:
        if figures["alla-brott"] is None:
            return {code: None for one, codes in self.codes.items() if one for code in codes}
        cells: dict[str, int | None] = {}
        rest = figures["alla-utom-polisens"]
        for category in categories:
            number = figures[category]
            (meaning,) = (one for one in self.codes if category in one)
            rest -= (number or 0) if "alla-utom-polisens" in meaning else 0
            cells |= _shared(self.codes[meaning], number)
        cells |= _shared(self.codes[frozenset({"alla-brott", "alla-utom-polisens"})], rest)
        return cells

    def _hide(self, month: str, cells: Cells) -> None:
        """A figure that only the area shows: the reports are there, among "other" so far."""
        for place in self.villages:
            for code, number in cells[month, place].items():
                if number is None and self.figures[place, month, "alla-brott"] is not None:
                    (meaning,) = (m for m, codes in self.codes.items() if code in codes)
                    (category,) = meaning - {"alla-brott", "alla-utom-polisens"}
                    others = sum(self.figures[v, month, category] or 0 for v in self.villages)
                    # As many as the area has left, and the village has reports for.
                    codes = self.codes[frozenset({"alla-brott", "alla-utom-polisens"})]
                    most = sum(cells[month, place][other] or 0 for other in codes)
                    left = (self.figures[self.area, month, category] or 0) - others
                    hidden = max(0, min(most, left))
                    cells[month, place] |= _shared(self.codes[meaning], hidden)
                    cells[month, place] |= _shared(codes, most - hidden)

    def _unplaced(self, month: str, categories: list[str], cells: Cells) -> dict[str, int | None]:
        left = {}
        for indicator in self.indicators:
            whole = self.figures[self.area, month, indicator]
            if whole is None:
                return self._only_covered(month)
            meanings = [m for m in self.codes if indicator in m]
            left[indicator] = whole - sum(
                cells[month, village][code] or 0
                for village in self.villages
                for meaning in meanings
                for code in self.codes[meaning]
            )
        unplaced = self._by_code(categories, left)
        assert all(number >= 0 for number in unplaced.values()), (month, left, unplaced)
        return unplaced

    def _only_covered(self, month: str) -> dict[str, int | None]:
        """Where the area has no figures, coverage.csv alone tells what could not be placed."""
        unplaced = {
            str(r.values["period"]): r.values["unplaced"] for r in self.folder.tables["coverage"]
        }
        cells: dict[str, int | None] = {
            code: 0 for one, codes in self.codes.items() if one for code in codes
        }
        others = self.codes[frozenset({"alla-brott", "alla-utom-polisens"})]
        return cells | _shared(others, unplaced.get(month) or 0)


def _shared(codes: list[str], number: int | None) -> dict[str, int | None]:
    if number is None:
        return dict.fromkeys(codes)
    return {code: (number + at) // len(codes) for at, code in enumerate(codes)}


REPORT_TITLES = ("Ärendenummer", "Inkom", "Brottskod", "Ort", "Enhet")
COUNT_TITLES = ("Månad", "Ort", "Brottskategori", "Antal")


def report_rows(example: Example) -> Iterator[tuple[str, ...]]:
    """One row per report, and some that are none of the promise's: events, other places, months
    before and after."""
    number, day = count(1), cycle(range(1, 29))

    def row(month: str, code: str, place: str) -> tuple[str, ...]:
        date = f"{month}-{next(day):02} {next(day) % 24:02}:15"
        return f"5000-K{next(number):07}-20", date, code, place, "Enhet Öst"

    for (month, place), cells in example.cells().items():
        for code, reports in cells.items():
            for _ in range(reports or 0):
                yield row(month, code, example.names.get(place, ""))
    for month in example.months:
        yield row(month, "E999 Händelse", example.names[example.villages[0]])
        yield row(month, "E101 Klotter", "Hittepåskogen")
        yield row(month, "E201 Stöld ur bil", "Annan kommun")
    for month in ("2016-12", "2021-04"):
        yield row(month, "E101 Klotter", example.names[example.villages[0]])


def count_rows(example: Example) -> Iterator[tuple[str, ...]]:
    """One row per month, place and code, also where the count is 0."""
    for (month, place), cells in example.cells().items():
        for code, reports in cells.items():
            if reports is not None:
                yield month, example.names.get(place, "Okänd ort i bygden"), code, str(reports)


def import_toml(example: Example) -> str:
    """What the owner has to explain: headings, names and gaps."""
    lines = [
        "[columns.reports]",
        'date = ["Inkom"]',
        "[columns.counts]",
        'month = ["Månad"]',
        "[places]",
        '"Okänd ort i bygden" = "unplaced"',
        '"Annan kommun" = "outside"',
    ]
    for (place, indicator, reason, note), months in _gaps(example):
        lines += [
            "[[gaps]]",
            f'place = "{place}"',
            f'indicator = "{indicator}"',
            f'first = "{months[0]}"',
            f'last = "{months[-1]}"',
            f'reason = "{reason}"',
            f'note = "{note}"',
        ]
    return "\n".join(lines) + "\n"


def _gaps(example: Example) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """What is missing, and each run of months in which it is."""
    missing = defaultdict(set)
    for record in example.folder.tables["reported_crimes"]:
        values = record.values
        place, month, indicator = (str(values[n]) for n in ("place", "period", "indicator"))
        if values["count"] is None and (place, month, indicator) in example.figures:
            note = str(values["note"] or "")
            missing[place, indicator, str(values["missing_reason"]), note].add(month)
    for what, months in missing.items():
        for is_missing, run in groupby(example.months, months.__contains__):
            if is_missing:
                yield what, list(run)


def as_csv(titles: tuple[str, ...], rows: list[tuple[str, ...]], delimiter: str = ";") -> str:
    """The rows as a CSV file of a Swedish Windows program."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(titles)
    writer.writerows(rows)
    return text.getvalue()


def without_reports(folder: Path, example: Example) -> None:
    """Take everything out of a copy of the folder that the extracts hold."""
    own = (example.area, *example.villages)
    for name in ("reported_crimes.csv", "coverage.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            header, *rows = list(csv.reader(file))
        kept = [row for row in rows if row[0] not in own]
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows([header, *kept])
        (folder / name).write_text(text.getvalue(), encoding="utf-8")
