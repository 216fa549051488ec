"""Excel: the data, what every column means, and where it all comes from, on a sheet each."""

import io
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from trygghet.files.contents import Contents
from trygghet.files.definition import Column
from trygghet.files.values import as_number
from trygghet.release.rows import Source
from trygghet.words import text

# Whatever a text begins with, it stays a text.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
LONGEST_TEXT = 32_767
"""What a cell can hold; of a longer text Excel's format keeps nothing at all."""

_WIDEST = 60


def xlsx_file(given: Contents) -> bytes:
    """The rows as a workbook; the same bytes for the same rows."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, _OPTIONS)
    book.set_properties(
        {
            "title": given.title,
            "subject": given.promise.title,
            "comments": given.address,
            "created": datetime.fromisoformat(given.edition.at).replace(tzinfo=None),
        }
    )
    heading = book.add_format({"bold": True, "bottom": 1})
    _data(book, heading, given)
    _columns(book, heading, given)
    _about(book, heading, given)
    book.close()
    return written.getvalue()


def _data(book: Workbook, heading: Format, given: Contents) -> None:
    sheet = book.add_worksheet(text("xlsx-data"))
    decimals: dict[int, Format] = {}
    for at, column in enumerate(given.columns):
        sheet.write_string(0, at, column.name, heading)
        for line, row in enumerate(given.rows, 1):
            if row[at] not in (None, []):
                _write(book, sheet, line, at, column, row[at], decimals)
        longest = max((len(str(row[at])) for row in given.rows[:200] if row[at]), default=0)
        sheet.set_column(at, at, min(max(longest, len(column.name)) + 2, _WIDEST))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(given.rows), 1), len(given.columns) - 1)


def _write(
    book: Workbook,
    sheet: Worksheet,
    line: int,
    at: int,
    column: Column,
    value: Any,
    decimals: dict[int, Format],
) -> None:
    if column.type == "boolean":
        sheet.write_boolean(line, at, value)
    elif column.type in ("number", "integer"):
        # A published notation is shown with its own number of decimals: 1.40 is not 1.4.
        places = len(value.partition(".")[2]) if isinstance(value, str) else 0
        if places and places not in decimals:
            decimals[places] = book.add_format({"num_format": f"0.{'0' * places}"})
        sheet.write_number(line, at, as_number(value), decimals.get(places))
    else:
        sheet.write_string(line, at, _text(";".join(value) if column.type == "list" else value))


def _text(value: str) -> str:
    return value if len(value) <= LONGEST_TEXT else f"{value[: LONGEST_TEXT - 1]}…"


def _columns(book: Workbook, heading: Format, given: Contents) -> None:
    """The columns, what they mean, and in what they are counted."""
    rows = [[column.name, column.meaning, column.unit] for column in given.columns]
    headings = [text("data-column"), text("data-meaning"), text("data-unit")]
    sheet = book.add_worksheet(text("xlsx-columns"))
    _table(sheet, heading, 0, headings, rows)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100, book.add_format({"text_wrap": True}))
    sheet.set_column(2, 2, 24)
    sheet.freeze_panes(1, 0)


def _about(book: Workbook, heading: Format, given: Contents) -> None:
    """What the file is, the release that it is from, and every source with its licence."""
    promise, edition = given.promise, given.edition
    facts = [
        [text("xlsx-title"), given.title],
        [text("xlsx-promise"), promise.title],
        [text("xlsx-release"), str(edition.number)],
        [text("xlsx-published"), edition.at[:10]],
        [text("xlsx-as-of"), promise.as_of],
        [text("xlsx-address"), given.address],
    ]
    if promise.is_example:
        facts.insert(0, [text("site-example-mark"), text("site-example-banner")])
    sheet = book.add_worksheet(text("xlsx-about"))
    for line, (name, value) in enumerate(facts):
        sheet.write_string(line, 0, name, heading)
        sheet.write_string(line, 1, _text(value))
    headings = [
        text("site-source"),
        text("xlsx-title"),
        text("source-publisher"),
        text("source-published"),
        text("source-licence-heading"),
        text("xlsx-address"),
    ]
    _table(sheet, heading, len(facts) + 1, headings, [_source(one) for one in given.sources])
    for at, width in enumerate((24, 60, 30, 14, 30, 60)):
        sheet.set_column(at, at, width)


def _source(one: Source) -> list[str]:
    licence = one.licence or text("source-licence-none")
    return [one.id, one.title, one.publisher, one.published or "", licence, one.url or ""]


def _table(
    sheet: Worksheet, heading: Format, first: int, headings: list[str], rows: list[list[str]]
) -> None:
    for at, name in enumerate(headings):
        sheet.write_string(first, at, name, heading)
    for line, row in enumerate(rows, first + 1):
        for at, value in enumerate(row):
            sheet.write_string(line, at, _text(value))
