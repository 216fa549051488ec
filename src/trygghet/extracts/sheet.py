"""Read a small extract, Excel or CSV, into a table of texts with the line that each came from."""

import codecs
import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from trygghet.check import Problem
from trygghet.check.csv_file import DELIMITERS
from trygghet.extracts.extract import BadExtract, Extract, Said
from trygghet.extracts.workbook import BadWorkbook, Grid, is_workbook, read_grid

MOST_BYTES = 50_000_000
MOST_COLUMNS = 1_000
LONGEST_LINE = 1_000_000
HEADER_WITHIN = 40  # rows: so much may stand above the header

Score = Callable[[Sequence[str]], int]
"""How many of a row's cells are headings that the kind knows."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of an extract: its line number and its cells, as many as there are titles."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of an extract.

    `above` are the rows over the header (a title, a date), `footnotes` those after the table:
    neither is part of it. `faults` are cells whose value is lost, as problems.
    """

    file: str
    title_line: int
    titles: tuple[str, ...]
    lines: tuple[Line, ...]
    above: tuple[Line, ...]
    footnotes: tuple[Line, ...]
    faults: tuple[Problem, ...]

    def said(self) -> tuple[Said, ...]:
        """What the owner should know of how the sheet was read."""
        said = [
            Said(
                "import-read",
                {"file": self.file, "header": str(self.title_line), "rows": len(self.lines)},
            )
        ]
        for key, lines in (("import-above", self.above), ("import-footnotes", self.footnotes)):
            if lines:
                text = next(cell for cell in lines[0].cells if cell)
                numbers = ", ".join(str(line.number) for line in lines)
                said.append(Said(key, {"lines": numbers, "text": text}))
        return tuple(said)

    def unused(self, used: Sequence[int]) -> tuple[Said, ...]:
        """The titles of the columns that nothing was read from."""
        names = [t for place, t in enumerate(self.titles) if t and place not in used]
        return (Said("import-unused", {"names": ", ".join(names)}),) if names else ()


def read_sheet(extract: Extract, kind: str, score: Score) -> Sheet:
    """The table in the extract. Its header is the row that has most known headings.

    Raises:
        BadExtract: the file cannot be read, or no row has a heading of this kind.
    """
    path = extract.path
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise _bad(extract, "import-no-file")
        if size == 0:
            raise _bad(extract, "file-empty")
        if size > MOST_BYTES:
            raise _bad(extract, "import-too-large", most=MOST_BYTES // 1_000_000)
        with path.open("rb") as file:
            start = file.read(8)
        if is_workbook(path, start):
            grid = read_grid(path, extract.sheet)
            numbered = list(enumerate(grid.rows, 1))
        else:
            grid = Grid([], {})
            numbered = _csv(extract, path.read_bytes(), score)
    except FileNotFoundError:
        raise _bad(extract, "import-no-file") from None
    except OSError as error:
        raise _bad(extract, "file-unreadable", error.strerror or "") from None
    except BadWorkbook as error:
        raise BadExtract(
            [Problem(extract.file, 0, "", error.code, error.value, error.details)]
        ) from None
    rows = [Line(number, tuple(row)) for number, row in numbered if any(row)]
    return _table(extract, kind, rows, grid, score)


def _bad(extract: Extract, code: str, value: str = "", line: int = 0, **details: int) -> BadExtract:
    return BadExtract([Problem(extract.file, line, "", code, value, {**details})])


def _csv(extract: Extract, data: bytes, score: Score) -> list[tuple[int, list[str]]]:
    text = _decode(extract, data)
    for number, line in enumerate(io.StringIO(text, newline=""), 1):
        if len(line) > LONGEST_LINE:
            raise _bad(extract, "import-long-line", line=number, most=LONGEST_LINE)
    if not text.strip():
        raise _bad(extract, "file-empty")
    found = []
    for delimiter in DELIMITERS:
        rows, broken = _rows(text, delimiter)
        best = max((score(row) for _, row in rows[:HEADER_WITHIN]), default=0)
        found.append((best, text.count(delimiter), delimiter, rows, broken))
    _, _, _, rows, broken = max(found, key=lambda one: one[:2])
    if broken:
        raise _bad(extract, "bad-quotes", text.split("\n")[broken - 1].strip()[:80], broken)
    return rows


def _decode(extract: Extract, data: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16 with one, else Windows-1252: what Excel saves."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif data[1:2] == b"\0" and b"\0" not in data[::2]:
        encodings = ["utf-16-le"]  # without its mark
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise _bad(extract, "import-not-text")


def _rows(text: str, delimiter: str) -> tuple[list[tuple[int, list[str]]], int]:
    """All rows with the number of their first line; and the line where quotation marks do not
    match, or 0."""
    rows: list[tuple[int, list[str]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            rows.append((line, [cell.strip() for cell in cells]))
            line = reader.line_num + 1
    except csv.Error:
        return rows, min(line, text.count("\n") + 1)
    return rows, 0


def _table(extract: Extract, kind: str, rows: list[Line], grid: Grid, score: Score) -> Sheet:
    if not rows:
        raise _bad(extract, "file-empty")
    scores = [score(line.cells) for line in rows[:HEADER_WITHIN]]
    at = scores.index(max(scores))
    if not scores[at]:
        first = next((one for one in rows if sum(map(bool, one.cells)) > 1), rows[0])
        known = {c: h[0] for c, h in extract.names.columns[kind].items() if len(h) > 1}
        shown = "; ".join(cell for cell in first.cells if cell)
        details: dict[str, str | int] = {"kind": kind, "known": ", ".join(known.values())}
        raise BadExtract(
            [Problem(extract.file, first.number, "", "import-no-header", shown, details)]
        )
    header, below = rows[at], rows[at + 1 :]
    width = max(place for place, title in enumerate(header.cells, 1) if title)
    if width > MOST_COLUMNS:
        raise _bad(extract, "import-many-columns", str(width), header.number, most=MOST_COLUMNS)
    titles = tuple(" ".join(cell.split()) for cell in header.cells[:width])
    below, footnotes = _footnotes(below, titles)
    lines = tuple(_fit(line, width) for line in below if line.cells != header.cells)
    return Sheet(
        extract.file, header.number, titles, lines, tuple(rows[:at]), footnotes,
        (*_outside(extract, below, titles), *_lost(extract, titles, grid, header.number)),
    )  # fmt: skip


def _footnotes(below: list[Line], titles: tuple[str, ...]) -> tuple[list[Line], tuple[Line, ...]]:
    """Rows at the end in which one cell alone is filled, where the table has several columns."""
    end = len(below)
    if sum(map(bool, titles)) > 1:
        while end and sum(map(bool, below[end - 1].cells)) == 1:
            end -= 1
    return below[:end], tuple(below[end:])


def _fit(line: Line, width: int) -> Line:
    cells = line.cells[:width]
    return Line(line.number, cells + ("",) * (width - len(cells)))


def _outside(extract: Extract, lines: list[Line], titles: tuple[str, ...]) -> list[Problem]:
    """Cells in columns that have no title: nobody can say what they are."""
    return [
        Problem(extract.file, line.number, "", "cell-without-column", cell)
        for line in lines
        for place, cell in enumerate(line.cells)
        if cell and (place >= len(titles) or not titles[place])
    ]


def _lost(extract: Extract, titles: tuple[str, ...], grid: Grid, title_line: int) -> list[Problem]:
    return [
        Problem(extract.file, row + 1, titles[column] if column < len(titles) else "", code)
        for (row, column), code in sorted(grid.faults.items())
        if row + 1 > title_line
    ]
