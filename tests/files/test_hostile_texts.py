"""Texts that a spreadsheet would run, or that are full of signs, come out as the texts they are."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from nasty_folder import SIGNS
from our_routes import ask
from read_back import READERS

from trygghet.files import FILES, Column, DataFile
from trygghet.files.contents import Contents, contents
from trygghet.files.formats import FORMATS, csv_file, excel_csv_file
from trygghet.files.workbook import LONGEST_TEXT, xlsx_file
from trygghet.release.store import store

FORMULAS = [
    '=HYPERLINK("https://x.example";"klicka")',
    "+46 46 123",
    "-5 grader",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "=cmd|' /C calc'!A0",
    "https://x.example/a",
    "mailto:x@x.example",
    "{=1}",
]
NUMBERS = [-0.5, 1234.25, "-0.90", 7, 1e-07, None]


@pytest.fixture
def given(releases: Any) -> Contents:
    columns = (
        Column("source_title", "text", "view"),
        Column("place_names", "list", "aktiviteter"),
        Column("ratio", "number", "view"),
        Column("change_low", "text", "view"),
    )
    file = DataFile("mal", columns, lambda *_: ())
    whole = contents(store().release("tryggt-ostra-lund"), FILES["mal"], {}, "http://x/")
    rows = tuple(
        (said, [said, "annat"], NUMBERS[at % len(NUMBERS)], "-1.40")
        for at, said in enumerate(FORMULAS)
    )
    return replace(whole, file=file, columns=columns, rows=rows)


def test_a_text_runs_as_a_formula_in_excel(given):
    rows = list(csv.reader(io.StringIO(excel_csv_file(given).decode("utf-8-sig"), newline=""),
                           delimiter=";"))[1:]  # fmt: skip
    for said, (cell, listed, count, written) in zip(FORMULAS, rows, strict=True):
        for text in (cell, listed):
            assert not text.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
        assert cell.removeprefix("'") == said
        # A negative number is one, and no text.
        assert not count.startswith("'") and written == "-1,40"
    assert {row[2] for row in rows} == {"-0,5", "1234,25", "-0,90", "7", "1e-07", ""}


def test_a_plain_csv_file_changes_a_text(given):
    rows = list(csv.reader(io.StringIO(csv_file(given).decode(), newline="")))[1:]
    assert [row[0] for row in rows] == FORMULAS
    assert [row[1] for row in rows] == [f"{said};annat" for said in FORMULAS]
    assert {row[2] for row in rows} == {"-0.5", "1234.25", "-0.90", "7", "1e-07", ""}


def test_a_text_is_a_formula_or_a_link_in_a_workbook(given):
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_file(given))).worksheets[0]
    for line, said in enumerate(FORMULAS, 2):
        cell = sheet.cell(line, 1)
        # XML has one way to end a line.
        assert cell.value.replace("_x000D_", "\r") == said
        assert (cell.data_type, cell.hyperlink) == ("s", None)
        assert sheet.cell(line, 3).data_type == "n"


def test_a_text_too_long_for_a_cell_is_lost(given):
    long = "å" * (LONGEST_TEXT + 10)
    rows = ((long, [], None, "a"),)
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_file(replace(given, rows=rows)))).worksheets[0]
    assert sheet["A2"].value == f"{long[: LONGEST_TEXT - 1]}…"


@pytest.mark.parametrize("extension", FORMATS)
def test_signs_of_markup_break_a_file(
    nasty_releases: Path, monkeypatch: pytest.MonkeyPatch, extension: str
) -> None:
    monkeypatch.setenv("TRYGGHET_RELEASES", str(nasty_releases))
    store.cache_clear()
    try:
        for name in ("activities", "places", "aktiviteter", "jamforelser", "utgavor"):
            file = FILES[name]
            answer = ask(f"/data/{name}.{extension}", data="exempel")
            assert answer.status == 200
            columns = (Column("example", "text", ""), *file.columns)
            for read in READERS[extension]:
                rows = read(answer.body, columns)
                if "title" in rows[0]:
                    assert all(row["title"].endswith(SIGNS) for row in rows)
                if "place_name" in rows[0]:
                    assert any(SIGNS in row["place_name"] for row in rows)
        page = ask("/data/?data=exempel").text
        assert "<b title" not in page and "&lt;b title" in page
    finally:
        monkeypatch.undo()
        store.cache_clear()
