"""Excel and CSV as offices save them are read as they look; what cannot be read says why."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from extract_files import contents, run_import, table, write_csv, write_xlsx

from trygghet.check import read_promise_folder
from trygghet.extracts import sheet as sheets
from trygghet.extracts.extract import BadExtract, Extract
from trygghet.extracts.import_file import read_names
from trygghet.extracts.sheet import Sheet, read_sheet

HEADER = ["Område", "Fråga", "År", "Värde"]
ROW = ["Lillby", "Problemindex", 2021, "1,5"]


def read(folder: Path, file: Path, sheet: str = "") -> Sheet:
    promise = read_promise_folder(folder)
    names = read_names(promise)
    extract = Extract(file, promise, "matning", names, sheet=sheet)
    return read_sheet(extract, "survey", lambda cells: len(names.positions("survey", list(cells))))


def code_of(folder: Path, file: Path, sheet: str = "") -> str:
    with pytest.raises(BadExtract) as found:
        read(folder, file, sheet)
    (problem,) = found.value.problems
    return problem.code


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_swedish_letters_or_columns_are_lost(
    small: Path, tmp_path: Path, delimiter: str, encoding: str
) -> None:
    file = write_csv(tmp_path / "a.csv", [HEADER, ROW], delimiter, encoding)
    found = read(small, file)
    assert found.titles == tuple(HEADER)
    assert [line.cells for line in found.lines] == [("Lillby", "Problemindex", "2021", "1,5")]


def test_titles_above_and_notes_below_become_figures(small: Path, tmp_path: Path) -> None:
    rows = [["Mätningen 2021"], [], ["Alla områden"], HEADER, ROW, [], ROW, [], ["Källa: X"]]
    for file in (write_xlsx(tmp_path / "a.xlsx", rows), write_csv(tmp_path / "a.csv", rows)):
        found = read(small, file)
        assert found.title_line == 4
        assert [line.number for line in found.lines] == [5, 7]
        assert [line.number for line in found.above] == [1, 3]
        assert [line.number for line in found.footnotes] == [9]
    done = run_import("survey", file, small, "matning")
    assert "rad 9 (”Källa: X”)" in done.out and "rad 1, 3 (”Mätningen 2021”)" in done.out


def test_headings_that_stand_again_on_each_page_become_a_row(small: Path, tmp_path: Path) -> None:
    found = read(small, write_csv(tmp_path / "a.csv", [HEADER, ROW, HEADER, ROW]))
    assert [line.number for line in found.lines] == [2, 4]


def test_an_excel_cell_says_something_else_than_on_the_screen(small: Path, tmp_path: Path) -> None:
    cells = [date(2020, 3, 1), 12.0, 1.5600000000000001, 0.1, 1e15, True, "1 234,5", "007"]
    header = [*HEADER, "a", "b", "c", "d"]
    found = read(small, write_xlsx(tmp_path / "a.xlsx", [header, cells]))
    assert found.lines[0].cells == (
        "2020-03-01", "12", "1.56", "0.1", "1000000000000000", "SANT", "1 234,5", "007",
    )  # fmt: skip


def test_a_table_in_the_middle_of_a_sheet_is_not_found(small: Path, tmp_path: Path) -> None:
    rows = [[], [], ["", "", *HEADER], ["", "", *ROW]]
    found = read(small, write_xlsx(tmp_path / "a.xlsx", rows))
    assert found.lines[0].number == 4
    assert found.lines[0].cells[2:] == ("Lillby", "Problemindex", "2021", "1,5")


def test_a_merged_cell_holds_for_its_first_row_only(small: Path, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEADER)
        page.merge_range(1, 0, 3, 0, "Lillby")
        for row in (1, 2, 3):
            page.write_row(row, 1, ["Problemindex", 2018 + row, "1,5"])
    found = read(small, tmp_path / "a.xlsx")
    assert [line.cells[0] for line in found.lines] == ["Lillby"] * 3


def test_a_formula_without_a_value_is_read_as_an_empty_cell(small: Path, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        page = book.add_worksheet()
        page.write_row(0, 0, [*HEADER, "Felmarginal", "Anmärkning"])
        page.write_row(1, 0, ROW)
        page.write_formula(1, 4, "=1/0", None, "#DIV/0!")
        page.write_formula(1, 5, '=IF(1,"","")', None, "")  # says that it is empty
        page.write_formula(2, 0, "=A2", None, "ersätts")
        page.write_row(3, 0, ROW)
    with_values = tmp_path / "a.xlsx"
    # As Excel saves a formula that says "", and others one that they have not worked out.
    saved = {
        b'r="F2"><f>': b'r="F2" t="str"><f>',
        ' t="str"><f>A2</f><v>ersätts</v>'.encode(): b"><f>A2</f>",
    }
    without = tmp_path / "b.xlsx"
    with zipfile.ZipFile(with_values) as old, zipfile.ZipFile(without, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            for written, other in saved.items():
                data = data.replace(written, other)
            new.writestr(name, data)
    faults = [(one.line, one.column, one.code) for one in read(small, without).faults]
    assert faults == [
        (2, "Felmarginal", "import-cell-error"),
        (3, "Område", "import-formula-without-value"),
    ]
    before = contents(small)
    assert run_import("survey", without, small, "matning", "--write").code == 1
    assert contents(small) == before


def test_two_sheets_are_guessed_between(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        for name in ("2020", "2021"):
            page = book.add_worksheet(name)
            page.write_row(0, 0, HEADER)
            page.write_row(1, 0, ["Lillby", "Problemindex", int(name), 1.5])
        book.add_worksheet("tomt")
    assert code_of(small, file) == "import-sheets"
    assert code_of(small, file, "2022") == "import-sheet-unknown"
    assert read(small, file, "2021").lines[0].cells[2] == "2021"
    done = run_import("survey", file, small, "matning")
    assert "flera blad har innehåll: 2020, 2021." in done.err


def test_a_locked_or_broken_workbook_ends_in_a_traceback(small: Path, tmp_path: Path) -> None:
    ole = bytes.fromhex("D0CF11E0A1B11AE1")
    locked = tmp_path / "l.xlsx"
    locked.write_bytes(ole + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600))
    assert code_of(small, locked) == "import-password"
    for name, data in {"html.xls": b"<table><tr><td>", "ole.xls": ole + bytes(600),
                       "zip.xlsx": b"PK\x03\x04" + bytes(50)}.items():  # fmt: skip
        (tmp_path / name).write_bytes(data)
        assert code_of(small, tmp_path / name) == "import-not-a-workbook"
    archive = tmp_path / "docx.xlsx"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("word/document.xml", "<w/>")
    assert code_of(small, archive) == "import-not-a-workbook"
    damaged = write_xlsx(tmp_path / "damaged.xlsx", [HEADER, ROW])
    with zipfile.ZipFile(damaged) as whole:
        name = "xl/worksheets/sheet1.xml"
        packed = whole.getinfo(name).header_offset + 30 + len(name)
    data = bytearray(damaged.read_bytes())
    data[packed] = 0xFF  # begins a block of a kind that there is not
    damaged.write_bytes(data)
    assert code_of(small, damaged) == "import-not-a-workbook"


def test_one_cell_far_away_takes_all_memory(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEADER)
        page.write(199_999, 99, "x")
    assert code_of(small, file) == "import-far-cell"
    assert "cellen CV200000" in run_import("survey", file, small, "matning").err


def test_a_file_too_large_is_read_all_the_same(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    with file.open("wb") as opened:
        opened.truncate(2 * 2**30)  # sparse: takes no room
    assert code_of(small, file) == "import-too-large"


def test_a_long_line_is_read_all_the_same(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_csv(tmp_path / "a.csv", [HEADER, [*ROW[:3], "9" * 200]])
    assert read(small, file).lines
    monkeypatch.setattr(sheets, "LONGEST_LINE", 100)
    assert code_of(small, file) == "import-long-line"


@pytest.mark.parametrize(("columns", "code"), [(200, ""), (2_000, "import-many-columns")])
def test_a_wide_table_is_refused_or_a_strange_one_is_not(
    small: Path, tmp_path: Path, columns: int, code: str
) -> None:
    more = [f"K{number}" for number in range(columns - len(HEADER))]
    file = write_xlsx(tmp_path / "a.xlsx", [[*HEADER, *more], [*ROW, *more]])
    if code:
        assert code_of(small, file) == code
    else:
        assert len(read(small, file).titles) == columns


def test_an_empty_or_a_missing_file_ends_in_a_traceback(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    assert code_of(small, file) == "import-no-file"
    assert code_of(small, tmp_path) == "import-no-file"
    for data in (b"", b"\n\n;;;\n", b"\xef\xbb\xbf  \n"):
        file.write_bytes(data)
        assert code_of(small, file) == "file-empty"
    assert code_of(small, write_xlsx(tmp_path / "a.xlsx", [])) == "file-empty"
    file.write_bytes(b"a\0b\0\0\0")
    assert code_of(small, file) == "import-not-text"
    file.write_bytes(b"a;b\x81\n")
    assert code_of(small, file) == "import-not-text"
    file.write_bytes(b'Plats;"Fr\n')
    assert code_of(small, file) == "bad-quotes"


def test_unknown_headings_leave_the_owner_without_help(small: Path, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "a.csv", [["Rapport"], ["Zon", "Spm"], ["Lillby", "x"]])
    assert code_of(small, file) == "import-no-header"
    told = run_import("survey", file, small, "matning").err
    assert "rad 2" in told and "”Zon; Spm”" in told and "[columns.survey]" in told


def test_a_cell_without_heading_is_dropped(small: Path, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "a.csv", [[*HEADER, ""], [*ROW, "1"], [*ROW, "", "2"]])
    assert [(one.line, one.value) for one in read(small, file).faults] == [(2, "1"), (3, "2")]


def test_numbers_of_excel_change_what_is_published(small: Path, tmp_path: Path) -> None:
    """1.40 that Excel keeps as 1.4 is not a new value."""
    before = (small / "safety_survey.csv").read_bytes()
    (small / "safety_survey.csv").write_bytes(before.replace(b",1.4,", b",1.40,"))
    file = write_xlsx(tmp_path / "a.xlsx", [HEADER, ["Lillby", "Problemindex", 2020, 1.4]])
    done = run_import("survey", file, small, "matning", "--write")
    assert done.code == 0 and "finns redan" in done.out
    assert table(small, "safety_survey")[1]["value"] == "1.40"


ODS = """\
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="Blad1">{rows}</table:table>
</office:spreadsheet></office:body></office:document-content>"""


def test_a_sheet_of_libreoffice_is_not_read(small: Path, tmp_path: Path) -> None:
    def cell(value: object) -> str:
        text = f"<text:p>{value}</text:p>"
        if isinstance(value, float):
            kind = f'office:value-type="float" office:value="{value}"'
        else:
            kind = 'office:value-type="string"'
        return f"<table:table-cell {kind}>{text}</table:table-cell>"

    rows = "".join(
        f"<table:table-row>{''.join(map(cell, row))}</table:table-row>"
        for row in (HEADER, ["Lillby", "Problemindex", 2021.0, 1.5])
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as file:
        file.writestr("mimetype", kind)
        file.writestr("content.xml", ODS.format(rows=rows))
        file.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<m:file-entry m:full-path="/" m:media-type="{kind}"/></m:manifest>',
        )
    found = read(small, tmp_path / "a.ods")
    assert [line.cells for line in found.lines] == [("Lillby", "Problemindex", "2021", "1.5")]
