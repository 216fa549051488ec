"""Brå's statistics: what is not certain is asked, and no figure is made up."""

from pathlib import Path

import pytest
from extract_files import Done, append, run_import, table, write_csv, write_xlsx
from sound_folder import add, swap

LONG = ["Kommun", "Brottstyp", "Period", "Antal", "Antal per 100 000 invånare"]
CODES = """\
Totalt antal brott,alla-brott,,,statistik
Narkotikabrott,alla-brott;droger,,,statistik
Vapenbrott,alla-brott;droger,,,statistik
Varav innehav,,Ingår i narkotikabrott,,statistik
"""
DRUGS = "droger,Droger,reported_crimes,reports,category,not_judged,yes,no,,,Båda,,statistik\n"


@pytest.fixture
def folder(small: Path) -> Path:
    add("indicators.csv", DRUGS)(small)
    add("crime_codes.csv", CODES)(small)
    return small


def take(folder: Path, *rows: list[object], header: list[object] | None = None) -> Done:
    file = write_csv(folder.parent / "sol.csv", [header or LONG, *rows])
    return run_import("sol", file, folder, "statistik", "--write")


def taken(folder: Path) -> list[tuple[str, ...]]:
    return [
        (row["period"], row["indicator"], row["count"], row["missing_reason"], row["rate_per_100k"])
        for row in table(folder, "reported_crimes")
        if row["place"] == "provbygd"
    ]


def test_the_sum_of_all_crimes_is_counted_twice_or_a_part_of_it_is_shown_as_all(
    folder: Path,
) -> None:
    done = take(
        folder,
        ["Provbygd", "Totalt antal brott", "2019", "5\u202f000", "9 000,5"],
        ["Provbygd", "Narkotikabrott", "2019", 300, 540],
        ["Provbygd", "Vapenbrott", "2019", 20, 36],
        ["Provbygd", "varav  innehav", "2019", 200, 360],
        ["Provbygd", "Narkotikabrott", "2020", 310, 550],
        ["Provbygd", "Vapenbrott", "2020", "..", ".."],
    )
    assert done.code == 0, done.err
    assert taken(folder) == [
        ("2019", "alla-brott", "5000", "", "9000.5"),
        ("2019", "droger", "320", "", ""),
        ("2020", "droger", "", "not_published", ""),
    ]
    assert "2 uppgifter är utelämnade" in done.out


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (["Kommun", "Brottstyp", "2019 kv1"], ["Provbygd", "Totalt antal brott", 7]),
        (["Kommun", "Brottstyp", "Kvartal 1 2019"], ["Provbygd", "Totalt antal brott", 7]),
        (["Kommun", "Brottstyp", "Antal 2019Q1"], ["Provbygd", "Totalt antal brott", 7]),
        (["Kommun", "Brott", "År", "Kvartal", "Antal"],
         ["Provbygd", "Totalt antal brott", 2019, 1, 7]),
        (["Kommun", "Brott", "År", "Kvartal", "Antal"],
         ["Provbygd", "Totalt antal brott", 2019, "kv 1", 7]),
        (["Region", "Brottstyp", "Mått", "2019-Q1"],
         ["Provbygd", "Totalt antal brott", "Antal brott", 7]),
    ],
)  # fmt: skip
def test_a_shape_that_offices_use_is_not_understood(
    folder: Path, header: list[object], row: list[object]
) -> None:
    done = take(folder, row, header=header)
    assert done.code == 0, done.err
    assert taken(folder) == [("2019-Q1", "alla-brott", "7", "", "")]


def test_counts_and_rates_of_a_wide_table_are_swapped(folder: Path) -> None:
    header: list[object] = ["Kommun", "Brottstyp", "Enhet", 2019, 2020]
    done = take(
        folder,
        ["Provbygd", "Totalt antal brott", "Antal", 50, 60],
        ["Provbygd", "Totalt antal brott", "Per 100 000 inv", 400, 480],
        header=header,
    )
    assert done.code == 0, done.err
    assert taken(folder) == [
        ("2019", "alla-brott", "50", "", "400"),
        ("2020", "alla-brott", "60", "", "480"),
    ]
    assert (
        "rad 2, kolumn Enhet: ”Promille”"
        in take(folder, ["Provbygd", "Totalt antal brott", "Promille", 50, 60], header=header).err
    )


def test_a_dash_becomes_a_zero_that_nobody_has_confirmed(folder: Path) -> None:
    row = ["Provbygd", "Totalt antal brott", "2019", "-", "-"]
    done = take(folder, row)
    assert done.code == 1
    assert done.err.count("Betyder det noll") == 1
    assert '[symbols]\n  "-" = "…"' in done.err
    (folder / "import.toml").write_text('[symbols]\n"-" = "0"\n')
    assert take(folder, row).code == 0
    assert taken(folder) == [("2019", "alla-brott", "0", "", "0")]


def test_a_name_that_is_nearly_known_is_taken_for_it(folder: Path) -> None:
    done = take(
        folder,
        ["Provbygd kommun", "Totalt antal brott", "2019", 1, 1],
        ["Provbygd kommun", "Totalt antal brott", "2020", 1, 1],
        ["Provbygd", "Totalt antal brot", "2019", 1, 1],
        ["Hela landet", "Totalt antal brott", "2019", 1, 1],
        ["", "Totalt antal brott", "2019", 1, 1],
    )
    assert done.code == 1 and len(done.err.splitlines()) == 11
    assert "rad 2, kolumn Kommun: platsen ”Provbygd kommun” är inte känd. Liknande" in done.err
    assert '  [places]\n  "Provbygd kommun" = "…"\n  "Hela landet" = "…"\n' in done.err
    assert "\n  Totalt antal brot,…,,,…\n" in done.err
    assert "provbygd" in done.err.split("Liknande namn: ")[1].split(". Skriv")[0]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["Provbygd", "Totalt antal brott", "2019*", 1, 1], "”2019*” går inte att läsa som en tid"),
        (["Provbygd", "Totalt antal brott", "2019", "12,5", 1], "”12,5” är inget antal"),
        (["Provbygd", "Totalt antal brott", "2019", "-3", 1], "”-3” är inget antal"),
        (["Provbygd", "Totalt antal brott", "2019", "", 1], "värdet saknas"),
        (["Provbygd", "Totalt antal brott", "2019", "12 34", 1], "”12 34” är inget tal"),
        (["Provbygd", "Totalt antal brott", "2019", "ca 5", 1], "”ca 5” är inget tal"),
        (["Provbygd", "Totalt antal brott", "2022", "5", 1], "”2022” ligger efter dagen"),
    ],
)
def test_a_doubtful_cell_is_guessed(folder: Path, row: list[object], said: str) -> None:
    before = taken(folder)
    done = take(folder, row)
    assert done.code == 1 and said in done.err and "sol.csv, rad 2" in done.err
    # What is not understood is not shown as if it were.
    assert ("Förstått" in done.out) == ("ligger efter dagen" in said)
    assert taken(folder) == before


def test_a_place_that_is_no_place_is_taken_in(folder: Path) -> None:
    (folder / "import.toml").write_text('[places]\n"Okänd" = "unplaced"\n"Riket" = "outside"\n')
    row = ["Totalt antal brott", "2019", 1, 1]
    done = take(folder, ["Okänd", *row], ["Riket", *row])
    assert done.code == 1 and "platsen ”Okänd” är inte känd" in done.err
    assert "Riket" not in done.err and taken(folder) == []


def test_the_same_figure_twice_is_added_up(folder: Path) -> None:
    row = ["Provbygd", "Narkotikabrott", "2019", 10, 20]
    done = take(folder, row, ["Provbygd", "NARKOTIKABROTT", "2019", 11, 22])
    assert done.code == 1 and "från rad 2. Ta bort det ena." in done.err


def test_a_time_outside_what_the_owner_asked_for_comes_in(folder: Path) -> None:
    rows = [["Provbygd", "Totalt antal brott", str(year), 9, 1] for year in range(2017, 2023)]
    file = write_xlsx(folder.parent / "sol.xlsx", [LONG, *rows])
    span = ("--first", "2019", "--last", "2020-12", "--write")
    done = run_import("sol", file, folder, "statistik", *span)
    assert done.code == 0, done.err
    assert [row[0] for row in taken(folder)] == ["2019", "2020"]


def test_a_gap_that_is_explained_is_asked_for_again(folder: Path) -> None:
    (folder / "import.toml").write_text(
        '[[gaps]]\nplace = "provbygd"\nindicator = "alla-brott"\nfirst = "2020"\nlast = "2020"\n'
        'reason = "not_delivered"\nnote = "Sena siffror."\n'
    )
    done = take(
        folder,
        ["Provbygd", "Totalt antal brott", "2019", 9, 1],
        ["Provbygd", "Narkotikabrott", "2020", 9, 1],
        ["Provbygd", "Narkotikabrott", "2019", 9, 1],
    )
    assert done.code == 0, done.err
    (gap,) = [row for row in table(folder, "reported_crimes") if row["note"] == "Sena siffror."]
    assert (gap["period"], gap["count"], gap["missing_reason"]) == ("2020", "", "not_delivered")


def test_a_table_without_needed_columns_is_read(folder: Path) -> None:
    done = take(folder, ["Provbygd", 5], header=["Kommun", "Antal"])
    assert done.code == 1
    assert "kolumnen category saknas" in done.err and "kolumnen period saknas" in done.err
    assert '[columns.sol]: period = ["rubriken"]' in done.err
    done = take(folder, ["Provbygd", "Stöld", 2019], header=["Kommun", "Brottstyp", "Period"])
    assert "kolumnen count saknas" in done.err
    swap("crime_codes.csv", "0801,", "Stöld,")(folder)
    append(folder, "import.toml", '[columns.sol]\ncount = ["Stycken"]\n')
    header: list[object] = ["Kommun", "Brottstyp", "Period", "Stycken"]
    assert take(folder, ["Provbygd", "Stöld", 2019, 4], header=header).code == 0
