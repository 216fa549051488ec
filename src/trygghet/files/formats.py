"""The formats that a file can be had in. Each says the same; a missing value is empty in all."""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from trygghet.files.columnar import parquet_file
from trygghet.files.contents import Contents
from trygghet.files.definition import Column
from trygghet.files.values import plain_value
from trygghet.files.workbook import xlsx_file
from trygghet.words import text

# Excel and its relatives take a cell that begins so for a formula, also the wide signs.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_DECIMAL = re.compile(r"-?\d+\.\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Format:
    """How a file is written, and what it is called in an address and to a server."""

    extension: str
    media_type: str
    write: Callable[[Contents], bytes]

    @property
    def title(self) -> str:
        """What readers call the format."""
        return text(f"format-{self.extension.replace('.', '_')}")


def csv_file(given: Contents) -> bytes:
    """RFC 4180: commas, CRLF, UTF-8; numbers as their source writes them, with a point."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([column.name for column in given.columns])
    writer.writerows([_cell(value) for value in row] for row in given.rows)
    return written.getvalue().encode()


def excel_csv_file(given: Contents) -> bytes:
    """For a Swedish Excel that opens the file with a double click: semicolons, decimal commas, a
    mark for UTF-8 first, "ja" and "nej".

    A text that Excel would take for a formula gets an apostrophe before it. Numbers never do,
    also negative ones; a text that is a decimal number, such as a value in its source's
    notation, gets a decimal comma, since Excel would take 1.40 for a day.
    """
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.name for column in given.columns])
    for row in given.rows:
        cells = zip(given.columns, row, strict=True)
        writer.writerow([_excel_cell(column, value) for column, value in cells])
    return written.getvalue().encode("utf-8-sig")


def json_file(given: Contents) -> bytes:
    """An object: what the file is under "meta", and a list of objects under "rows"."""
    promise, edition = given.promise, given.edition
    meta = {
        "title": given.title,
        "promise": {"id": promise.id, "title": promise.title},
        "example": promise.is_example,
        "release": edition.number,
        "published": edition.at,
        "as_of": promise.as_of,
        "address": given.address,
        "choice": {name: list(values) for name, values in given.choice.items()},
        "columns": [
            {"name": one.name, "type": one.type, "meaning": one.meaning, "unit": one.unit or None}
            for one in given.columns
        ],
        "sources": [
            {
                "id": one.id,
                "title": one.title,
                "publisher": one.publisher,
                "licence": one.licence,
                "url": one.url,
            }
            for one in given.sources
        ],
    }
    rows = [
        {
            column.name: plain_value(column, value)
            for column, value in zip(given.columns, row, strict=True)
        }
        for row in given.rows
    ]
    written = json.dumps({"meta": meta, "rows": rows}, ensure_ascii=False, allow_nan=False)
    return written.encode()


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return ";".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _excel_cell(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if column.type == "boolean":
        return text("site-yes" if value else "site-no")
    said = str(_cell(value))
    if column.type in ("number", "integer") or _DECIMAL.fullmatch(said):
        return said.replace(".", ",")
    return f"'{said}" if said.startswith(_FORMULA) else said


FORMATS: dict[str, Format] = {
    one.extension: one
    for one in (
        Format("csv", "text/csv; charset=utf-8", csv_file),
        Format("excel.csv", "text/csv; charset=utf-8", excel_csv_file),
        Format(
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            xlsx_file,
        ),
        Format("json", "application/json", json_file),
        Format("parquet", "application/vnd.apache.parquet", parquet_file),
    )
}
"""Every format by what stands last in its addresses."""
