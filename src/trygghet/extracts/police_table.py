"""A police extract as a table in DuckDB, however large: memory and disk are bounded, nothing is
fetched from anywhere, and nothing of it outlives the reading.

A CSV file in UTF-8 is read by DuckDB itself. Workbooks and other encodings are read here and
handed over in batches.
"""

import contextlib
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from trygghet.check import Problem
from trygghet.extracts.extract import BadExtract, Extract
from trygghet.extracts.mapping import fold
from trygghet.extracts.police_text import LONGEST_LINE, TextTable, look_through
from trygghet.extracts.progress import Progress
from trygghet.extracts.sheet import HEADER_WITHIN
from trygghet.extracts.workbook import BadWorkbook, is_workbook, open_sheet

COLUMNS = ("date", "code", "place", "number", "count")
SHOWN_LINES = 10
BATCH = 50_000  # rows
# A sheet of Excel has 1,048,576 rows at most.
MOST_CELLS = 12_000_000
MOST_UNPACKED = 700_000_000  # bytes
MOST_REJECTED = 1_000  # rows that do not fit the headings, before DuckDB stops counting

_SETTINGS = (
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET memory_limit = '1GB'",
    "SET threads = 2",
    "SET enable_progress_bar = true",
    "SET enable_progress_bar_print = false",
)
# Nothing can be reached any more after these.
_LOCKS = ("SET enable_external_access = false", "SET lock_configuration = true")


@dataclass(frozen=True, slots=True)
class PoliceTable:
    """An extract that is open.

    In `connection`, `extract` and `numbered` are the rows below the headings, all texts as they
    stand: COLUMNS, "" where a cell is empty and NULL where the extract has no such column.
    `numbered` has a number for each row besides, see `lines`. `headings` maps our columns to
    those of the extract.
    """

    connection: duckdb.DuckDBPyConnection
    headings: Mapping[str, str]
    progress: Progress
    text: TextTable | None

    def run(self, statement: str, parameters: object = None) -> list[Any]:
        """The rows of a statement; where it takes its time, a terminal shows how far it is."""
        with self.progress.of(self.connection):
            return self.connection.execute(statement, parameters).fetchall()

    def lines(self, rows: list[int]) -> list[int]:
        """The lines of the file on which rows of `numbered` begin."""
        if self.text is None or not self.text.plain:
            return sorted(rows)
        wanted = set(rows)
        records = islice(enumerate(self.text.records(), 1), max(wanted, default=0))
        return [line for row, (line, _) in records if row in wanted]


@contextlib.contextmanager
def open_table(extract: Extract, kind: str) -> Iterator[PoliceTable]:
    """The extract as a table.

    Raises:
        BadExtract: it cannot be read as a table, or a heading is not known.
        OSError: the file cannot be read.
    """
    if not extract.path.is_file():
        code = "file-unreadable" if extract.path.exists() else "import-no-file"
        raise BadExtract([Problem(extract.file, 0, "", code)])
    # Only the owner may look into the folder, where DuckDB puts what does not fit in memory.
    with tempfile.TemporaryDirectory(prefix="trygghet-") as private, duckdb.connect() as connection:
        try:
            yield _fill(connection, extract, kind, Path(private))
        except duckdb.OutOfMemoryException:
            raise _bad(extract, "import-police-no-room") from None
        except duckdb.IOException:
            raise _bad(extract, "import-police-no-room") from None
        except duckdb.Error:
            # What DuckDB says quotes the row, which must not be shown or logged.
            raise _bad(extract, "import-police-broken") from None


def _bad(extract: Extract, code: str, line: int = 0) -> BadExtract:
    return BadExtract([Problem(extract.file, line, "", code)])


def _fill(
    connection: duckdb.DuckDBPyConnection, extract: Extract, kind: str, private: Path
) -> PoliceTable:
    progress = Progress()
    with extract.path.open("rb") as file:
        start = file.read(8)
    if not start:
        raise _bad(extract, "file-empty")
    for setting in _SETTINGS:
        connection.execute(setting)
    connection.execute("SET temp_directory = ?", [str(private / "spill")])
    if is_workbook(extract.path, start):
        _lock(connection, [])
        with _workbook(extract, kind) as (headings, records):
            _batches(connection, records, progress)
        return PoliceTable(connection, headings, progress, None)
    text = look_through(extract.path, extract.names, kind)
    places = _places(extract, kind, text.titles, text.header)
    headings = {column: text.titles[place].strip() for column, place in places.items()}
    if not text.plain:
        _lock(connection, [])
        _batches(connection, _cells(extract, text, places), progress)
    else:
        # A name of its own: in the file's own name, *, ? and [ would stand for other files.
        link = private / "extract.csv"
        link.symlink_to(extract.path.resolve())
        _lock(connection, [str(link)])
        _view(connection, text, link, places)
        with progress.of(connection):
            _check_widths(connection, extract)
    return PoliceTable(connection, headings, progress, text)


def _lock(connection: duckdb.DuckDBPyConnection, readable: list[str]) -> None:
    connection.execute("SET allowed_paths = ?", [readable])
    for setting in _LOCKS:
        connection.execute(setting)


def _places(extract: Extract, kind: str, titles: tuple[str, ...], line: int) -> dict[str, int]:
    """Where each of our columns stands. A heading that is not known is asked for by name."""
    found = extract.names.positions(kind, list(titles))
    folded = [fold(title) for title in titles]
    problems = [
        Problem(extract.file, line, titles[place].strip(), "import-police-heading-twice")
        for place in found.values()
        if folded.count(folded[place]) > 1
    ]
    given = "; ".join(title.strip() for title in titles if title.strip())
    for column in extract.names.columns.get(kind, {}):
        if column not in found and column != "number":
            details: dict[str, str | int] = {
                "known": ", ".join(extract.names.columns[kind][column]),
                "section": f"[columns.{kind}]",
                "name": column,
            }
            problems.append(Problem(extract.file, line, "", "import-column", given, details))
    if problems:
        raise BadExtract(problems)
    return {("date" if column == "month" else column): place for column, place in found.items()}


def _view(
    connection: duckdb.DuckDBPyConnection, text: TextTable, path: Path, places: dict[str, int]
) -> None:
    names = {place: column for column, place in places.items()}
    columns = {names.get(place, f"unused_{place}"): "VARCHAR" for place in range(len(text.titles))}
    rows = connection.read_csv(
        str(path),
        auto_detect=False,
        compression="none",
        header=False,
        skiprows=text.first - 1,
        sep=text.delimiter,
        quotechar='"',
        escapechar='"',
        columns=columns,
        max_line_size=2 * LONGEST_LINE,
        store_rejects=True,
        rejects_limit=MOST_REJECTED,
    )
    nothing = duckdb.ConstantExpression(None).cast("VARCHAR")
    empty = duckdb.ConstantExpression("")
    rows.select(
        *(
            duckdb.CoalesceOperator(duckdb.ColumnExpression(column), empty).alias(column)
            if column in places
            else nothing.alias(column)
            for column in COLUMNS
        )
    ).create_view("extract")
    connection.execute(
        "CREATE TEMP VIEW numbered AS SELECT row_number() OVER () AS line, * FROM extract"
    )


def _check_widths(connection: duckdb.DuckDBPyConnection, extract: Extract) -> None:
    """Whether every row has as many cells as there are headings."""
    connection.execute("SELECT count(date) FROM extract").fetchall()
    found = connection.execute(
        "SELECT count(DISTINCT line), min(DISTINCT line_byte_position, ?),"
        " bool_or(error_type = 'LINE SIZE OVER MAXIMUM') FROM reject_errors",
        [SHOWN_LINES],
    ).fetchone()
    count, positions, endless = found or (0, [], False)
    if not count:
        return
    if endless:
        raise _bad(extract, "import-police-long-line")
    details: dict[str, str | int] = {
        "count": count,
        "lines": listed(_lines_at(extract.path, positions), count),
    }
    raise BadExtract([Problem(extract.file, 0, "", "import-police-row-length", "", details)])


def _lines_at(path: Path, positions: list[int]) -> list[int]:
    """The lines on which these bytes stand."""
    lines = []
    line, at = 1, 0
    with path.open("rb") as file:
        for position in sorted(positions):
            while at < position:
                block = file.read(min(LONGEST_LINE, position - at))
                if not block:
                    break
                at += len(block)
                line += block.count(b"\n") or block.count(b"\r")
            lines.append(line)
    return lines


def listed(lines: list[int], count: int) -> str:
    """The lines as a text: "3, 17, 25", with "…" where there are more."""
    shown = ", ".join(str(line) for line in lines[:SHOWN_LINES])
    return f"{shown} …" if count > len(lines[:SHOWN_LINES]) else shown


Batchable = Iterator[tuple[int, dict[str, str]]]


def _batches(connection: duckdb.DuckDBPyConnection, records: Batchable, progress: Progress) -> None:
    """Fill a table that stands in for the file."""
    connection.execute(
        "CREATE TEMP TABLE numbered (line BIGINT, date VARCHAR, code VARCHAR, place VARCHAR,"
        " number VARCHAR, count VARCHAR)"
    )
    connection.execute("CREATE TEMP VIEW extract AS SELECT * EXCLUDE (line) FROM numbered")
    done = 0
    while batch := list(islice(records, BATCH)):
        frame = pd.DataFrame(
            {
                "line": [line for line, _ in batch],
                **{
                    name: pd.Series([cells.get(name) for _, cells in batch], dtype=object)
                    for name in COLUMNS
                },
            }
        )
        connection.register("batch", frame)
        connection.execute(
            "INSERT INTO numbered SELECT line, CAST(date AS VARCHAR), CAST(code AS VARCHAR),"
            " CAST(place AS VARCHAR), CAST(number AS VARCHAR), CAST(count AS VARCHAR) FROM batch"
        )
        connection.unregister("batch")
        done += len(batch)
        progress.rows(done)
    progress.end()


def _cells(extract: Extract, text: TextTable, places: dict[str, int]) -> Batchable:
    width = len(text.titles)
    bad: list[int] = []
    count = 0
    for line, cells in text.records():
        if len(cells) == width or (len(cells) > width and not any(cells[width:])):
            yield line, {column: cells[place] for column, place in places.items()}
        else:
            count += 1
            bad += [line] if len(bad) < SHOWN_LINES else []
    if count:
        details: dict[str, str | int] = {"count": count, "lines": listed(bad, count)}
        raise BadExtract([Problem(extract.file, 0, "", "import-police-row-length", "", details)])


@contextlib.contextmanager
def _workbook(extract: Extract, kind: str) -> Iterator[tuple[dict[str, str], Batchable]]:
    """The headings of a workbook's sheet and the rows below them."""
    try:
        with open_sheet(extract.path, extract.sheet, MOST_CELLS, MOST_UNPACKED) as (rows, faults):
            above = list(islice(rows, HEADER_WITHIN))
            known = [len(extract.names.positions(kind, row)) for row in above]
            filled = [at for at, row in enumerate(above) if any(row)]
            if not filled:
                raise _bad(extract, "file-empty")
            header = known.index(max(known)) if any(known) else filled[0]
            titles = tuple(above[header])
            places = _places(extract, kind, titles, header + 1)
            lost = [
                Problem(extract.file, row + 1, titles[column], code)
                for (row, column), code in sorted(faults.items())
                if row > header and column in places.values()
            ]
            if lost:
                raise BadExtract(lost)
            headings = {column: titles[place] for column, place in places.items()}
            numbered = enumerate(chain(above[header + 1 :], rows), header + 2)
            yield (
                headings,
                (
                    (number, {column: cells[place] for column, place in places.items()})
                    for number, cells in numbered
                    if any(cells)
                ),
            )
    except BadWorkbook as error:
        problem = Problem(extract.file, 0, "", error.code, error.value, error.details)
        raise BadExtract([problem]) from None
