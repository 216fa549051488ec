"""Whatever file is given as a police extract: a clear answer or a correct import, and a folder
that is as it was unless all of it was understood."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from export_example import as_csv
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trygghet import cli
from trygghet.extracts import police_table, police_text

TITLES = ("Datum", "Brottskod", "Ort", "Diarienummer")
SPAN = ["--first", "2021-01", "--last", "2021-01"]
SOUND = [
    ("2021-01-05", "0801", "Lillby", "K1"),
    ("2021-01-06", "0801", "Storby", "K2 – skå;ne"),
    ("2021-01-07", "Händelse", "Storby", "K3"),
]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def take_in(folder: Path, extract: Path, kind: str = "reports") -> int:
    told = ["import", kind, str(extract), "--to", str(folder), "--source", "statistik"]
    return cli.main([*told, *SPAN, "--write"])


def counted(folder: Path) -> list[str]:
    rows = (folder / "reported_crimes.csv").read_text(encoding="utf-8").splitlines()
    return [",".join(row.split(",")[:4]) for row in rows if ",2021-01," in row]


RIGHT = ["lillby,2021-01,alla-brott,1", "storby,2021-01,alla-brott,1",
         "provbygden,2021-01,alla-brott,2"]  # fmt: skip


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_a_file_as_offices_save_it_is_refused(
    small: Path, tmp_path: Path, delimiter: str, encoding: str
) -> None:
    extract = tmp_path / "a.csv"
    extract.write_bytes(as_csv(TITLES, SOUND, delimiter).encode(encoding))
    assert take_in(small, extract) == 0
    assert counted(small) == RIGHT


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_the_ends_of_lines_decide_what_is_read(
    small: Path, tmp_path: Path, ends: str, last: bool
) -> None:
    text = as_csv(TITLES, SOUND).replace("\r\n", ends)
    (tmp_path / "a.csv").write_bytes((text if last else text.removesuffix(ends)).encode())
    assert take_in(small, tmp_path / "a.csv") == 0
    assert counted(small) == RIGHT


def test_two_hundred_columns_are_too_many(small: Path, tmp_path: Path) -> None:
    titles = (*(f"k{number}" for number in range(100)), *TITLES, *map(str, range(100)))
    rows = [("å",) * 100 + row + ("",) * 100 for row in SOUND]
    (tmp_path / "a.csv").write_bytes(as_csv(titles, rows).encode())
    assert take_in(small, tmp_path / "a.csv") == 0
    assert counted(small) == RIGHT


NAMED = as_csv(TITLES, [*SOUND, ("2021-01-08", "0801", "Öby", "")])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "filen är tom"),
        (b"\r\n\r\n", "inga rubriker"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "ingen text"),
        (b"PK\x03\x04 not a zip", "a.csv"),
        (NAMED.encode() + NAMED.encode("cp1252"), "rad 8: filen blandar teckenkodningar"),
        (NAMED.encode("cp1252") + NAMED.encode(), "rad 3: filen blandar teckenkodningar"),
        (NAMED.encode()[: NAMED.encode().index("Ö".encode()) + 1], "är avklippt"),
        (NAMED.encode("utf-16")[:-1], "rad 5: filen går inte att läsa"),
        (NAMED.encode("utf-16-le") + b"\0\xd8", "rad 6: filen går inte att läsa"),
        ((NAMED + '"2021-01-09;0801\r\n').encode("utf-16"), "rad 6: filen går inte att läsa"),
        (NAMED.encode() + b"2021-01-09;0801;Lillby;\0\r\n", "ingen text"),
    ],
)
def test_a_damaged_file_is_read_halfway(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, said: str
) -> None:
    before = contents(small)
    (tmp_path / "a.csv").write_bytes(data)
    assert take_in(small, tmp_path / "a.csv") == 1
    assert said in capsys.readouterr().err
    assert contents(small) == before


def test_a_file_that_is_not_there_or_no_file_stops_with_a_traceback(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "borta.csv", tmp_path, tmp_path / "pipe"):
        assert take_in(small, path) == 1
        assert path.name in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("line", ["å" * 5_000, '"' + "å\r\n" * 5_000])
def test_a_line_without_an_end_fills_the_memory(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch, encoding: str, line: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(police_text, "LONGEST_LINE", 1_000)
    monkeypatch.setattr(police_table, "LONGEST_LINE", 1_000)
    before = contents(small)
    (tmp_path / "a.csv").write_bytes((NAMED + line).encode(encoding))
    assert take_in(small, tmp_path / "a.csv") == 1
    assert "a.csv" in capsys.readouterr().err
    assert contents(small) == before


def test_two_gigabytes_of_nothing_are_read_to_the_end(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tmp_path / "a.csv").open("wb") as file:
        file.write(as_csv(TITLES, SOUND).encode())
        file.truncate(2_000_000_000)
    assert take_in(small, tmp_path / "a.csv") == 1
    assert "ingen text" in capsys.readouterr().err


def test_the_extract_remains_in_the_temporary_folder(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "tillfälligt"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    seen = []
    first_look = police_table.look_through

    def look(*given: object) -> police_text.TextTable:
        seen.extend((path.name, path.stat().st_mode & 0o777) for path in place.iterdir())
        return first_look(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(police_table, "look_through", look)
    (tmp_path / "a.csv").write_bytes(as_csv(TITLES, SOUND).encode())
    assert take_in(small, tmp_path / "a.csv") == 0
    assert [mode for _, mode in seen] == [0o700]
    assert not list(place.iterdir())


def test_a_statement_reaches_other_files(small: Path, tmp_path: Path) -> None:
    """Not even a mistake of ours lets DuckDB open anything but the extract."""
    from trygghet.check import read_promise_folder
    from trygghet.extracts.extract import BadExtract, Extract
    from trygghet.extracts.import_file import read_names

    (tmp_path / "a.csv").write_bytes(as_csv(TITLES, SOUND).encode())
    promise = read_promise_folder(small)
    extract = Extract(tmp_path / "a.csv", promise, "statistik", read_names(promise))
    for statement in (
        "SELECT * FROM read_text('/etc/hostname')",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        f"COPY (SELECT 1) TO '{tmp_path / 'ut.csv'}'",
    ):
        with pytest.raises(BadExtract), police_table.open_table(extract, "reports") as table:
            table.run(statement)
    assert not (tmp_path / "ut.csv").exists()


def test_the_progress_is_written_to_a_file(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_bytes(as_csv(TITLES, SOUND).encode("utf-16"))
    assert take_in(small, tmp_path / "a.csv") == 0
    assert capsys.readouterr().err == ""


CELL = st.one_of(
    st.sampled_from(
        ["2021-01-05", "2021-01", "20210105", "0801", "Händelse", "Lillby", "Storby", "", " ",
         "=1+1", "-3", "7", "#NAMN?", '"', '""', "K1", "a\r\nb", "\xa0", "ö", "Ã¶", "9" * 30]
    ),
    st.text(max_size=6),
)  # fmt: skip
TABLE = st.lists(st.lists(CELL, min_size=3, max_size=5).map(tuple), max_size=6)
BYTES = st.one_of(
    st.binary(max_size=300),
    st.tuples(
        st.sampled_from([TITLES, TITLES[:3], ("Månad", "Ort", "Kod", "Antal"), ("Datum",) * 4]),
        TABLE,
        st.sampled_from([";", ",", "\t"]),
        st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
        st.integers(0, 12),
        st.binary(max_size=8),
    ).map(
        lambda one: (
            (data := as_csv(one[0], one[1], one[2]).encode(one[3], "replace"))[: len(data) - one[4]]
            + one[5]
        )
    ),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=BYTES, kind=st.sampled_from(["reports", "counts"]))
def test_some_bytes_end_in_a_traceback_or_half_an_import(
    small: Path, tmp_path: Path, data: bytes, kind: str
) -> None:
    folder = tmp_path / "kopia"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(small, folder)
    before = contents(folder)
    (tmp_path / "a.csv").write_bytes(data)
    done = take_in(folder, tmp_path / "a.csv", kind)
    assert done in (0, 1)
    if done:
        assert contents(folder) == before
    else:
        rows = [row.split(",") for row in counted(folder)]
        figures = {row[0]: int(row[3]) for row in rows}
        assert figures["provbygden"] >= figures["lillby"] + figures["storby"]
