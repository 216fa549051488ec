"""Read one sheet of a workbook (.xlsx, .xls, .ods) into texts, and find what got lost in it.

calamine gives the stored values. Where a formula has no stored value or ended in an error, it
gives an empty cell; and it makes room for every cell up to the last one that is filled, so that a
single stray cell far away would fill the memory. Both are looked for in the sheet's own XML first.
"""

import re
import zipfile
import zlib
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

ZIP, OLE = b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1")
ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")
MOST_UNPACKED = 300_000_000  # bytes
MOST_CELLS = 5_000_000
MOST_FAULTS = 10_000  # of a sheet; more are not counted
BLOCK = 1_000_000  # bytes of a sheet's XML that are looked through at a time

_CELL = re.compile(
    r"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL
)  # one cell of a sheet's XML: its attributes and what is in it
_PLACE = re.compile(r'\br="([A-Z]{1,3})(\d{1,7})"')
_VALUE = re.compile(r"<(?:\w+:)?(?:v|is|t)\b[^>]*>[^<]")
_FORMULA = re.compile(r"<(?:\w+:)?f\b")
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class BadWorkbook(Exception):
    """A workbook that cannot be read; `code` names the message, `details` fills it in."""

    def __init__(self, code: str, value: str = "", **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.value = value
        self.details = details


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as texts, from its cell A1. `faults` names the message for cells, (row, column)
    counted from 0, whose value is lost."""

    rows: list[list[str]]
    faults: dict[tuple[int, int], str]


def is_workbook(path: Path, start: bytes) -> bool:
    """Whether a file is a workbook, by its first bytes, or pretends to be one, by its name."""
    return start.startswith((ZIP, OLE)) or path.suffix.casefold() in ENDINGS


def read_grid(path: Path, sheet: str) -> Grid:
    """The wanted sheet; the only visible one that is filled where `sheet` is "".

    Raises:
        BadWorkbook: no workbook, locked, too large, or not said which sheet.
    """
    with open_sheet(path, sheet) as (rows, faults):
        return Grid(list(rows), faults)


@contextmanager
def open_sheet(
    path: Path, sheet: str, most_cells: int = MOST_CELLS, most_unpacked: int = MOST_UNPACKED
) -> Iterator[tuple[Iterator[list[str]], dict[tuple[int, int], str]]]:
    """As `read_grid`, but the rows come one by one: for a sheet that is too large for a list."""
    with path.open("rb") as file:
        start = file.read(8)
        if start == OLE and "EncryptedPackage".encode("utf-16-le") in file.read():
            raise BadWorkbook("import-password")
    parts = _Parts(path, most_cells, most_unpacked) if start.startswith(ZIP) else None
    try:
        book = CalamineWorkbook.from_path(path)
        chosen = _choose(book, sheet)
    except PasswordError:
        raise BadWorkbook("import-password") from None
    except CalamineError:
        raise BadWorkbook("import-not-a-workbook") from None
    except (BadWorkbook, OSError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        # A broken file can make calamine panic, which is no Exception in Python.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise BadWorkbook("import-not-a-workbook") from None
        raise
    with book:
        yield _texts(chosen), parts.faults(chosen.name) if parts else {}


def _choose(book: CalamineWorkbook, wanted: str) -> CalamineSheet:
    sheets = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
    names = [one.name for one in sheets]
    if wanted:
        if wanted not in names:
            raise BadWorkbook("import-sheet-unknown", wanted, names=", ".join(names))
        return book.get_sheet_by_name(wanted)
    visible = [one.name for one in sheets if one.visible == SheetVisibleEnum.Visible]
    filled = [sheet for name in visible if (sheet := book.get_sheet_by_name(name)).height]
    if len(filled) > 1:
        raise BadWorkbook("import-sheets", names=", ".join(one.name for one in filled))
    if not filled:
        raise BadWorkbook("file-empty")
    return filled[0]


def _texts(sheet: CalamineSheet) -> Iterator[list[str]]:
    """The rows from cell A1; calamine leaves out the empty columns before the first filled one."""
    before = [""] * (sheet.start[1] if sheet.start else 0)
    # What is merged downwards holds for every row that it stands beside.
    merged: dict[int, list[tuple[int, int]]] = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if left == right:
            merged.setdefault(top, []).append((left, bottom))
    lasting: dict[int, tuple[str, int]] = {}  # column → what it holds, and to which row
    for number, cells in enumerate(sheet.iter_rows()):
        row = before + [_text(cell) for cell in cells]
        for column, (text, bottom) in lasting.items():
            if number <= bottom:
                row[column] = text
        for left, bottom in merged.get(number, ()):
            if left < len(row):
                lasting[left] = row[left], bottom
        yield row


def _text(value: object) -> str:
    """A cell as it is read in a Swedish Excel, but dates as ISO and numbers with a point."""
    if isinstance(value, bool):
        return "SANT" if value else "FALSKT"
    if isinstance(value, float):
        # Fifteen digits are what Excel shows: 1.56 is stored as 1.5600000000000001.
        return format(Decimal(f"{value:.15g}"), "f")
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value).strip()


class _Parts:
    """The parts of an .xlsx (or .ods) file, looked through before calamine opens it."""

    def __init__(self, path: Path, most_cells: int, most_unpacked: int) -> None:
        try:
            with zipfile.ZipFile(path) as file:
                if sum(part.file_size for part in file.infolist()) > most_unpacked:
                    raise BadWorkbook("import-too-large", most=most_unpacked // 1_000_000)
                sheets = [name for name in file.namelist() if name.startswith("xl/worksheets/")]
                self._paths = _sheet_paths(file) if sheets else {}
                self._faults = {name: _look_through(file, name, most_cells) for name in sheets}
        except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, ValueError,
                RuntimeError, NotImplementedError, KeyError, ElementTree.ParseError):  # fmt: skip
            raise BadWorkbook("import-not-a-workbook") from None

    def faults(self, sheet: str) -> dict[tuple[int, int], str]:
        """The cells whose value is lost, and why."""
        return self._faults.get(self._paths.get(sheet, ""), {})


def _look_through(file: zipfile.ZipFile, name: str, most_cells: int) -> dict[tuple[int, int], str]:
    """The cells of a sheet whose value is lost, and why, if it is not too large."""
    found: dict[tuple[int, int], str] = {}
    rows = columns = 0
    for (row, column), attributes, inner in _cells(file, name):
        rows, columns = max(rows, row + 1), max(columns, column + 1)
        fault = _fault(attributes, inner)
        if fault and len(found) < MOST_FAULTS:
            found[row, column] = fault
    if rows * columns > most_cells:
        raise BadWorkbook("import-far-cell", f"{_letters(columns)}{rows}")
    return found


def _fault(attributes: str, inner: str) -> str:
    if 't="e"' in attributes:
        return "import-cell-error"
    if (
        _FORMULA.search(inner)
        and not _VALUE.search(inner)
        and 't="str"' not in attributes  # a formula that says ""
    ):
        return "import-formula-without-value"
    return ""


def _sheet_paths(file: zipfile.ZipFile) -> dict[str, str]:
    """Sheet's name → its part in the file."""
    targets = {
        one.get("Id", ""): one.get("Target", "")
        for one in ElementTree.fromstring(file.read("xl/_rels/workbook.xml.rels"))
    }
    sheets = ElementTree.fromstring(file.read("xl/workbook.xml")).iter()
    return {
        one.get("name", ""): f"xl/{targets.get(one.get(_RELATIONS, ''), '')}".replace(
            "xl//xl/", "xl/"
        )
        for one in sheets
        if one.tag.endswith("}sheet")
    }


def _cells(file: zipfile.ZipFile, name: str) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Each cell's (row, column) from 0, its attributes and its content."""
    decoder = getincrementaldecoder("utf-8")("replace")
    rest = ""
    with file.open(name) as part:
        for block in iter(lambda: part.read(BLOCK), b""):
            text = rest + decoder.decode(block)
            end = 0
            for match in _CELL.finditer(text):
                end = match.end()
                at = _PLACE.search(match[1])
                if at:
                    yield (int(at[2]) - 1, _number(at[1]) - 1), match[1], match[2] or ""
            rest = text[end:][-BLOCK:]  # a cell is far shorter


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
