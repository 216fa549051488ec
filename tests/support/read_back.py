"""Files that were fetched, read with programs that are not ours: rows of plain values by column.

Numbers become numbers, lists of texts lists, what is empty None; whatever else is a text.
"""

import csv
import io
import json
import tempfile
from collections.abc import Callable, Sequence
from typing import Any

import duckdb
import openpyxl
import pyarrow as pa
from pyarrow import parquet

from trygghet.files import Column

Rows = list[dict[str, Any]]
TEXTS = ("text", "date", "period", "url")


def from_csv(body: bytes, columns: Sequence[Column]) -> Rows:
    assert body.count(b"\r\n") > 0 and not body.startswith(b"\xef\xbb\xbf")
    rows = csv.reader(io.StringIO(body.decode("utf-8"), newline=""), strict=True)
    return _typed(rows, columns, {"true": True, "false": False}, decimal=".")


def from_excel_csv(body: bytes, columns: Sequence[Column]) -> Rows:
    assert body.startswith(b"\xef\xbb\xbf")
    rows = csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), delimiter=";", strict=True)
    return _typed(rows, columns, {"ja": True, "nej": False}, decimal=",")


def _typed(rows: Any, columns: Sequence[Column], yes_no: dict[str, bool], decimal: str) -> Rows:
    """Texts as the types that the columns say they have."""
    types = {column.name: column.type for column in columns}

    def value(name: str, cell: str) -> Any:
        type_ = types[name]
        if cell == "":
            return None
        if type_ in ("integer", "number"):
            assert ({",", "."} - {decimal}).isdisjoint(cell), cell
            return float(cell.replace(decimal, "."))
        if type_ == "boolean":
            return yes_no[cell]
        return cell.split(";") if type_ == "list" else cell

    header, *lines = rows
    assert header == list(types)
    return [
        {name: value(name, cell) for name, cell in zip(header, line, strict=True)} for line in lines
    ]


def from_xlsx(body: bytes, columns: Sequence[Column]) -> Rows:
    book = openpyxl.load_workbook(io.BytesIO(body), read_only=True)
    types = {column.name: column.type for column in columns}
    header, *lines = book.worksheets[0].iter_rows()
    assert [cell.value for cell in header] == list(types)
    return [
        {name: _from_cell(types[name], cell) for name, cell in zip(types, line, strict=True)}
        for line in lines
    ]


def _from_cell(type_: str, cell: Any) -> Any:
    if cell.value is None:
        return None
    wanted = {"integer": "n", "number": "n", "boolean": "b"}.get(type_, "s")
    assert cell.data_type == wanted, (type_, cell.data_type, cell.value)
    return cell.value.split(";") if type_ == "list" else cell.value


def from_json(body: bytes, columns: Sequence[Column]) -> Rows:
    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is no JSON")

    read = json.loads(body, parse_constant=refuse)
    for row in read["rows"]:
        assert list(row) == [column.name for column in columns]
        for column in columns:
            cell = row[column.name]
            assert cell is None or isinstance(cell, _PYTHON[column.type]), (column.name, cell)
    return list(read["rows"])


_PYTHON: dict[str, Any] = dict.fromkeys(TEXTS, str)
_PYTHON |= {"integer": int, "number": int | float, "boolean": bool, "list": list}


def from_parquet(body: bytes, columns: Sequence[Column]) -> Rows:
    table = parquet.read_table(pa.BufferReader(body))
    kinds = {"integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
    kinds |= {"list": pa.list_(pa.string())}
    assert table.schema.types == [kinds.get(column.type, pa.string()) for column in columns]
    return list(table.to_pylist())


def from_parquet_with_duckdb(body: bytes, columns: Sequence[Column]) -> Rows:
    with tempfile.NamedTemporaryFile(suffix=".parquet") as file:
        file.write(body)
        file.flush()
        with duckdb.connect() as connection:
            found = connection.execute("SELECT * FROM read_parquet(?)", [file.name])
            names = [name for name, *_ in found.description or ()]
            return [dict(zip(names, line, strict=True)) for line in found.fetchall()]


READERS: dict[str, tuple[Callable[[bytes, Sequence[Column]], Rows], ...]] = {
    "csv": (from_csv,),
    "excel.csv": (from_excel_csv,),
    "xlsx": (from_xlsx,),
    "json": (from_json,),
    "parquet": (from_parquet, from_parquet_with_duckdb),
}
"""Who reads each format, by the ending of its addresses."""
