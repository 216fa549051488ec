"""Count a police extract by month, code and place. DuckDB does the counting: what comes out here
is only ever groups, never a row.

Months are numbered: year * 12 + month - 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from trygghet.extracts.police_table import SHOWN_LINES, PoliceTable

# So many different codes or places are no codes or places: another column was named.
MOST_NAMES = 5_000

# What is wrong with a row, as the end of a message's key; the first that fits.
FAULTS = (
    "formula", "no-date", "bad-date", "no-code", "no-count", "negative-count", "bad-count",
)  # fmt: skip

_STATEMENTS = (
    "CREATE TEMP MACRO formula(cell) AS starts_with(cell, '=')"
    " OR (starts_with(cell, '#') AND regexp_full_match(cell, '#\\S+[!?]'))",
    # A day or a month, the year first; a time after it says nothing. In a column of months, six
    # digits can only be a year and a month.
    """
    CREATE TEMP MACRO day_of(cell) AS try_cast(CASE
        WHEN regexp_full_match(cell,
            '\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}[:.]\\d{2}([:.]\\d{2}([.,]\\d+)?)?)?')
            THEN left(cell, 10)
        WHEN regexp_full_match(cell, '\\d{4}-\\d{2}') THEN cell || '-01'
        WHEN regexp_full_match(cell, '\\d{8}')
            THEN left(cell, 4) || '-' || cell[5:6] || '-' || right(cell, 2)
        WHEN getvariable('counting') AND regexp_full_match(cell, '\\d{6}')
            THEN left(cell, 4) || '-' || right(cell, 2) || '-01'
    END AS DATE)
    """,
    # An Excel sheet in Swedish has a hard space in many an empty cell.
    "CREATE TEMP MACRO bare(cell) AS trim(cell, ' \t\r\n' || chr(160))",
    """
    CREATE TEMP MACRO judged(source) AS TABLE
    WITH bare_cells AS (
        SELECT * REPLACE (bare(date) AS date, bare(number) AS number, bare(count) AS count)
        FROM query_table(source)
    ),
    dated AS (SELECT *, day_of(date) AS day FROM bare_cells)
    SELECT * EXCLUDE (day),
        CAST(year(day) * 12 + month(day) - 1 AS INTEGER) AS month,
        CASE
            WHEN date = '' AND bare(code) = '' AND bare(place) = ''
                AND coalesce(number, '') = '' AND coalesce(count, '') = '' THEN 'blank'
            WHEN formula(date) OR formula(code) OR formula(place)
                OR formula(coalesce(number, '')) OR formula(coalesce(count, '')) THEN 'formula'
            WHEN date = '' THEN 'no-date'
            WHEN day IS NULL THEN 'bad-date'
            WHEN bare(code) = '' THEN 'no-code'
            WHEN count = '' THEN 'no-count'
            WHEN regexp_matches(count, '^[-\u2212]\\s*\\d') THEN 'negative-count'
            WHEN NOT regexp_full_match(count, '\\d{1,9}') THEN 'bad-count'
        END AS fault
    FROM dated
    """,
    """
    CREATE TEMP TABLE grouped AS
    WITH kept AS (
        SELECT fault, month, count, code, place,
            fault IS NULL AND month BETWEEN getvariable('first') AND getvariable('last') AS inside
        FROM judged('extract')
    )
    SELECT fault, inside,
        CASE WHEN fault IS NULL THEN month END AS month,
        CASE WHEN inside THEN code END AS code,
        CASE WHEN inside THEN place END AS place,
        count(*) AS rows,
        sum(CASE WHEN count IS NULL THEN 1 WHEN fault IS NULL THEN CAST(count AS BIGINT) END)
            AS reports
    FROM kept GROUP BY ALL
    """,
)


@dataclass(frozen=True, slots=True)
class Totals:
    """Rows of the whole extract: all of them, the empty ones among them, those before and after
    the span, and the reports within it. `first` and `last` are the outermost months there."""

    rows: int
    blank: int
    before: int
    after: int
    reports: int
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """Something that stands in `count` rows, on these lines (at most SHOWN_LINES)."""

    count: int
    lines: list[int]


class Groups:
    """The groups of an open extract within a span of months."""

    def __init__(self, table: PoliceTable, first: int, last: int) -> None:
        self._table = table
        counting = "count" in table.headings
        for name, value in (("first", first), ("last", last), ("counting", counting)):
            table.connection.execute(_SET[name], [value])
        for statement in _STATEMENTS:
            table.run(statement)

    def totals(self) -> Totals:
        """How much of the extract lies where."""
        ((rows, blank, before, after, reports, first, last),) = self._table.run(
            "SELECT coalesce(sum(rows), 0),"
            " coalesce(sum(rows) FILTER (fault = 'blank'), 0),"
            " coalesce(sum(rows) FILTER (fault IS NULL AND month < getvariable('first')), 0),"
            " coalesce(sum(rows) FILTER (fault IS NULL AND month > getvariable('last')), 0),"
            " coalesce(sum(reports) FILTER (inside), 0),"
            " min(month) FILTER (inside), max(month) FILTER (inside) FROM grouped"
        )
        return Totals(rows, blank, before, after, reports, first, last)

    def months(self) -> dict[int, int]:
        """Every month within the span that has a row, with its reports."""
        return dict(
            self._table.run("SELECT month, sum(reports) FROM grouped WHERE inside GROUP BY month")
        )

    def faults(self) -> dict[str, Found]:
        """What is wrong with rows, with the first lines of each fault."""
        counted: dict[str, int] = dict(
            self._table.run(
                "SELECT fault, sum(rows) FROM grouped WHERE fault <> 'blank' GROUP BY fault"
            )
        )
        if not counted:
            return {}
        rows = dict(
            self._table.run(
                "SELECT fault, min(line, ?) FROM judged('numbered') WHERE fault <> 'blank'"
                " GROUP BY fault",
                [SHOWN_LINES],
            )
        )
        return {
            fault: Found(counted[fault], self._table.lines(rows[fault]))
            for fault in FAULTS
            if fault in counted
        }

    def codes(self) -> list[tuple[str, int]]:
        """Every code as it stands, with its reports, the most first; one more than MOST_NAMES
        where there are too many."""
        return self._table.run(
            "SELECT code, sum(reports) FROM grouped WHERE inside GROUP BY code"
            " ORDER BY 2 DESC, 1 LIMIT ?",
            [MOST_NAMES + 1],
        )

    def places(self) -> list[tuple[str, int]]:
        """As `codes`, for places; "" where a row has none."""
        return self._table.run(
            "SELECT place, sum(reports) FROM grouped WHERE inside GROUP BY place"
            " ORDER BY 2 DESC, 1 LIMIT ?",
            [MOST_NAMES + 1],
        )

    def repeated_numbers(self) -> Found:
        """Report numbers that stand in more than one row: how many, and where."""
        # By their hashes first: those of ten million numbers fit in memory.
        self._table.run(
            "CREATE TEMP TABLE suspected AS SELECT hash(number) AS hash FROM judged('extract')"
            " WHERE number <> '' GROUP BY ALL HAVING count(*) > 1"
        )
        self._table.run(
            "CREATE TEMP TABLE repeated_numbers AS SELECT number FROM judged('extract')"
            " WHERE hash(number) IN (SELECT hash FROM suspected)"
            " GROUP BY number HAVING count(*) > 1"
        )
        ((count,),) = self._table.run("SELECT count(*) FROM repeated_numbers")
        if not count:
            return Found(0, [])
        ((rows,),) = self._table.run(
            "SELECT min(line, ?) FROM judged('numbered')"
            " WHERE number IN (SELECT number FROM repeated_numbers)",
            [SHOWN_LINES],
        )
        return Found(count, self._table.lines(rows))

    def name(self, codes: Mapping[str, int], places: Mapping[str, int]) -> None:
        """Say which code and which place each text stands for, as numbers of the caller's own.
        Everything below counts by those."""
        for statement, names in (
            ("CREATE OR REPLACE TEMP TABLE code_names AS SELECT * FROM names", codes),
            ("CREATE OR REPLACE TEMP TABLE place_names AS SELECT * FROM names", places),
        ):
            frame = pd.DataFrame(
                {"text": pd.Series(list(names), dtype=object), "is_": list(names.values())}
            )
            self._table.connection.register("names", frame)
            self._table.run(statement)
            self._table.connection.unregister("names")
        self._table.run(
            "CREATE OR REPLACE TEMP TABLE named AS SELECT month, c.is_ AS code, p.is_ AS place,"
            " sum(rows) AS rows, sum(reports) AS reports FROM grouped"
            " JOIN code_names AS c ON c.text = grouped.code"
            " JOIN place_names AS p ON p.text = grouped.place WHERE inside GROUP BY ALL"
        )

    def counts(self) -> list[tuple[int, int, int, int]]:
        """Month, code, place and reports of every group."""
        return self._table.run("SELECT month, code, place, reports FROM named ORDER BY ALL")

    def repeated(self) -> Found:
        """Combinations of month, code and place that stand in more than one row."""
        ((count,),) = self._table.run("SELECT count(*) FROM named WHERE rows > 1")
        if not count:
            return Found(0, [])
        ((rows,),) = self._table.run(
            "SELECT min(line, ?) FROM judged('numbered') AS row"
            " JOIN code_names AS c ON c.text = row.code"
            " JOIN place_names AS p ON p.text = row.place"
            " JOIN named ON named.month = row.month AND named.code = c.is_"
            " AND named.place = p.is_ WHERE row.fault IS NULL AND named.rows > 1",
            [SHOWN_LINES],
        )
        return Found(count, self._table.lines(rows))


_SET = {
    "first": "SET VARIABLE first = ?",
    "last": "SET VARIABLE last = ?",
    "counting": "SET VARIABLE counting = ?",
}
