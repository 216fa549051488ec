"""Whatever a file holds, the import answers with questions or a sound folder, never a traceback."""

import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import xlsxwriter
from extract_files import contents, run_import
from hypothesis import example as tried
from hypothesis import given, settings
from hypothesis import strategies as st
from sound_folder import write_sound_folder

from trygghet.check import read_promise_folder

# More with TRYGGHET_EXAMPLES=1000.
QUICK = settings(max_examples=int(os.environ.get("TRYGGHET_EXAMPLES", "20")))

KINDS = {
    "sol": [
        ["Kommun", "Brottstyp", "Period", "Antal", "Per 100 000 inv"],
        ["Provbygd", "0801", "2019", "1 234", "5 000"],
    ],
    "survey": [
        ["Område", "Fråga", "År", "Värde", "Svarande", "Felmarginal"],
        ["Lillby", "Problemindex", "2021", "1,5", "104", "0,2"],
    ],
    "plan": [
        ["Id", "Aktivitet", "Beskrivning", "Byar", "Fokusområde", "Ansvarig", "Start", "Slut"],
        ["P03", "Möten", "Möten i byn", "Lillby, Storby", "Trafik", "Polisen", "2020-06", "2020"],
    ],
    "status": [
        ["Id", "Datum", "Status", "Ny tidsgräns", "Genomförda tillfällen", "Text"],
        ["P01", "2021-03-15", "pågår", "", "2", "Tredje kontrollen"],
    ],
}
SOURCE = "matning"

# What people and programs write in cells, and what no one should.
PIECES = [
    *("Lillby", "Storby", "Provbygd", "Problemindex", "0801", "P01", "2019", "2019 kv1", "1,5"),
    *("..", "-", "–", "", " ", "1\u00a0234", "=A1", "#N/A", "12 %", "²", "15/3 2021", "våren"),
    *("2021-02-30", "9" * 30, "1e400", "nan", "\u202e", "\ufeff", "\x00", "PÃ¥", '"', "a\nb"),
    *("Antal", "Område", "Kommun", "Id", "Status", "Fråga", "År", "2019", "Antal 2019", "å" * 3000),
]
CELLS = st.sampled_from(PIECES) | st.text(max_size=5)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sound_folder(tmp_path_factory.mktemp("sound") / "tryggt-i-provbygd")


@contextmanager
def copied(sound: Path) -> Iterator[tuple[Path, Path]]:
    """A folder to take things into, and one for the extract."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(shutil.copytree(sound, Path(name) / sound.name)), Path(name)


def check(sound: Path, kind: str, data: bytes, name: str) -> None:
    """Take the bytes in: all is said and nothing changed, or the folder is sound afterwards."""
    with copied(sound) as (folder, beside):
        before = contents(folder)
        file = beside / name
        file.write_bytes(data)
        done = run_import(kind, file, folder, SOURCE, "--write")
        if done.code:
            assert "Inget är ändrat." in done.err
            assert len(done.err.splitlines()) > 1
            assert contents(folder) == before
        else:
            assert done.err == ""
            read_promise_folder(folder)
            assert [*contents(folder)] == [*before]
        for said in (done.out, done.err):
            assert all(char.isprintable() for char in said.replace("\n", "").replace("\u00a0", ""))


def text_of(rows: list[list[str]], delimiter: str = ";") -> bytes:
    return "\n".join(delimiter.join(row) for row in rows).encode("utf-8", "surrogatepass")


def as_excel(cell: str) -> object:
    """A number where Excel would make one of the text and lose nothing."""
    try:
        return float(cell) if str(float(cell)).removesuffix(".0") == cell else cell
    except ValueError:
        return cell


def workbook(rows: list[list[str]]) -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"nan_inf_to_errors": True}) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, [as_excel(cell) for cell in row])
    return held.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_the_sound_extract_that_the_others_are_made_from_is_not_taken_in(
    sound: Path, kind: str
) -> None:
    for data, name in ((text_of(KINDS[kind]), "a.csv"), (workbook(KINDS[kind]), "a.xlsx")):
        with copied(sound) as (folder, beside):
            (beside / name).write_bytes(data)
            done = run_import(kind, beside / name, folder, SOURCE, "--write")
            assert (done.code, done.err) == (0, "")
            assert "Nya rader: 1," in done.out


@QUICK
@given(data=st.data())
@pytest.mark.parametrize("kind", KINDS)
def test_random_bytes_end_in_a_traceback(sound: Path, kind: str, data: st.DataObject) -> None:
    sheet = text_of(KINDS[kind])
    noise = data.draw(st.binary(max_size=60))
    at = data.draw(st.integers(0, len(sheet)))
    start = data.draw(st.sampled_from([b"", b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1")]))
    name = data.draw(st.sampled_from(["a.csv", "a.xlsx", "a.xls", "a.ods", "a"]))
    check(sound, kind, start + sheet[:at] + noise + sheet[at + len(noise) :], name)


@QUICK
@given(data=st.data())
@pytest.mark.parametrize("kind", KINDS)
def test_strange_cells_end_in_a_traceback(sound: Path, kind: str, data: st.DataObject) -> None:
    header, row = KINDS[kind]
    rows = [list(header), *([*row] for _ in range(data.draw(st.integers(1, 3))))]
    for _ in range(data.draw(st.integers(1, 5))):
        line = data.draw(st.sampled_from(rows))
        line[data.draw(st.integers(0, len(line) - 1))] = data.draw(CELLS)
    if data.draw(st.booleans()):
        check(sound, kind, text_of(rows, data.draw(st.sampled_from(";,\t"))), "a.csv")
    else:
        printable = [[cell.encode("utf-8", "replace").decode() for cell in row] for row in rows]
        check(sound, kind, workbook(printable), "a.xlsx")


@QUICK
@given(rows=st.lists(st.lists(CELLS, max_size=8), max_size=6))
@pytest.mark.parametrize("kind", KINDS)
def test_any_table_ends_in_a_traceback(sound: Path, kind: str, rows: list[list[str]]) -> None:
    check(sound, kind, text_of([*rows[:1], KINDS[kind][0], *rows[1:]]), "a.csv")


@QUICK
@given(cut=st.floats(0, 1), at=st.floats(0, 1), noise=st.binary(max_size=20))
@tried(cut=1, at=0, noise=b"")
@pytest.mark.parametrize("kind", ["sol", "status"])
def test_a_damaged_workbook_ends_in_a_traceback(
    sound: Path, kind: str, cut: float, at: float, noise: bytes
) -> None:
    data = workbook(KINDS[kind])
    data = data[: int(len(data) * cut)]
    place = int(len(data) * at)
    check(sound, kind, data[:place] + noise + data[place + len(noise) :], "a.xlsx")


@QUICK
@given(data=st.data())
def test_a_workbook_with_strange_parts_ends_in_a_traceback(
    sound: Path, data: st.DataObject
) -> None:
    """Also what unpacks well but is no sheet: parts that are missing, swapped or full of noise."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(KINDS["survey"]))) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    part = parts[name]
    at = data.draw(st.integers(0, len(part)))
    noise = data.draw(st.binary(max_size=10) | st.sampled_from([*parts.values(), b"</c>", b'"']))
    parts[name] = part[:at] + noise + part[at + data.draw(st.integers(0, 40)) :]
    with zipfile.ZipFile(held, "w") as new:
        for path, content in parts.items():
            if path != name or data.draw(st.booleans()):
                new.writestr(path, content)
    check(sound, "survey", held.getvalue(), "a.xlsx")


@pytest.mark.parametrize("encoding", ["cp850", "utf-16-be", "utf-32", "mac-roman", "utf-7"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_wrong_encoding_is_taken_in_garbled(sound: Path, kind: str, encoding: str) -> None:
    rows = [KINDS[kind][0], [cell.replace("Möten", "Åäö") for cell in KINDS[kind][1]]]
    check(sound, kind, text_of(rows).decode().encode(encoding), "a.csv")


@pytest.mark.parametrize("kind", KINDS)
def test_two_extracts_pasted_together_are_counted_twice(sound: Path, kind: str) -> None:
    header, row = KINDS[kind]
    for data, name in ((text_of([header, row, header, row]), "a.csv"),
                       (workbook([header, row, header, row]), "a.xlsx")):  # fmt: skip
        with copied(sound) as (folder, beside):
            before = contents(folder)
            (beside / name).write_bytes(data)
            assert run_import(kind, beside / name, folder, SOURCE, "--write").code == 1
            assert contents(folder) == before
