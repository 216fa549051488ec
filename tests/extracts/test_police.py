"""Police extracts: every figure comes back, nothing is guessed, nobody is recognised."""

import csv
from pathlib import Path

import pytest
from export_example import (
    COUNT_TITLES,
    REPORT_TITLES,
    SOURCE,
    Example,
    as_csv,
    count_rows,
    import_toml,
    report_rows,
    without_reports,
)

from trygghet import cli
from trygghet.check import read_promise_folder

TITLES = ("Datum", "Brottskod", "Ort", "Diarienummer")
COUNTS = ("Månad", "Ort", "Brottskategori", "Antal")
JANUARY = ("2021-01-05", "0801", "Lillby", "K1")
FEBRUARY = ("2021-02-28 23:59", "0801", "Storby", "K2")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def lines(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def take_in(
    folder: Path,
    kind: str,
    extract: Path,
    *more: str,
    span: tuple[str, str] = ("2021-01", "2021-02"),
) -> int:
    return cli.main(
        ["import", kind, str(extract), "--to", str(folder), "--source", "statistik",
         "--first", span[0], "--last", span[1], *more]
    )  # fmt: skip


def written(path: Path, titles: tuple[str, ...], *rows: tuple[str, ...]) -> Path:
    path.write_bytes(as_csv(titles, list(rows)).encode())
    return path


def explain(folder: Path, text: str) -> None:
    (folder / "import.toml").write_text(text, encoding="utf-8")


def counted(folder: Path, period: str = "2021") -> dict[tuple[str, str], str]:
    return {
        (row["place"], row["period"]): row["count"] or row["missing_reason"]
        for row in lines(folder, "reported_crimes.csv")
        if row["period"].startswith(period)
    }


@pytest.fixture(scope="module")
def exported() -> Example:
    return Example.of(read_promise_folder(Path(__file__).parents[2] / "data" / "exempel"))


@pytest.mark.parametrize(
    ("kind", "titles", "encoding"),
    [
        ("reports", REPORT_TITLES, "utf-8-sig"),
        ("reports", REPORT_TITLES, "cp1252"),
        ("counts", COUNT_TITLES, "utf-16"),
        ("counts", COUNT_TITLES, "utf-8"),
    ],
)
def test_an_extract_of_the_example_does_not_give_the_example_back(
    example: Path,
    exported: Example,
    tmp_path: Path,
    kind: str,
    titles: tuple[str, ...],
    encoding: str,
) -> None:
    before = {name: lines(example, name) for name in ("reported_crimes.csv", "coverage.csv")}
    without_reports(example, exported)
    explain(example, import_toml(exported))
    rows = list(report_rows(exported) if kind == "reports" else count_rows(exported))
    extract = tmp_path / "utdrag [1].csv"
    extract.write_bytes(
        as_csv(titles, rows, "\t" if encoding == "utf-16" else ";").encode(encoding)
    )
    span = exported.months[0], exported.months[-1]
    assert (
        cli.main(
            ["import", kind, str(extract), "--to", str(example), "--source", SOURCE,
             "--first", span[0], "--last", span[1], "--write"]
        )
        == 0
    )  # fmt: skip
    key = ("place", "period", "indicator")
    crimes = lines(example, "reported_crimes.csv")
    assert sorted(crimes, key=lambda r: [r[k] for k in key]) == sorted(
        before["reported_crimes.csv"], key=lambda r: [r[k] for k in key]
    )
    coverage = lines(example, "coverage.csv")
    assert coverage == before["coverage.csv"]
    assert [row["period"] for row in coverage] == exported.months


def test_a_report_is_counted_in_the_wrong_month_or_village(small: Path, tmp_path: Path) -> None:
    extract = written(
        tmp_path / "a.csv", TITLES, JANUARY, FEBRUARY,
        ("2021-01-31T08:00:00", " 0801 ", "LILLBY", "K3"), ("20210201", "0801", "", "K4"),
        ("2021-02", "0801", "Provbygden", "K5"), ("2021-02-01", "händelse", "Storby", "K6"),
    )  # fmt: skip
    assert take_in(small, "reports", extract, "--write") == 0
    assert counted(small) == {
        ("lillby", "2021-01"): "2", ("lillby", "2021-02"): "0",
        ("storby", "2021-01"): "0", ("storby", "2021-02"): "1",
        ("provbygden", "2021-01"): "2", ("provbygden", "2021-02"): "3",
    }  # fmt: skip
    (_, january, february) = lines(small, "coverage.csv")
    assert (january["reports"], january["unplaced"]) == ("2", "0")
    assert (february["reports"], february["unplaced"]) == ("3", "2")


def test_a_dry_run_changes_the_folder(small: Path, tmp_path: Path) -> None:
    before = contents(small)
    assert take_in(small, "reports", written(tmp_path / "a.csv", TITLES, JANUARY, FEBRUARY)) == 0
    assert contents(small) == before


def test_a_second_import_counts_the_first_one_again(small: Path, tmp_path: Path) -> None:
    take_in(small, "reports", written(tmp_path / "a.csv", TITLES, JANUARY, FEBRUARY), "--write")
    first = contents(small)
    take_in(small, "reports", tmp_path / "a.csv", "--write")
    assert contents(small) == first
    more = ("2021-01-06", "0801", "Lillby", "K9")
    take_in(
        small, "reports", written(tmp_path / "a.csv", TITLES, JANUARY, FEBRUARY, more), "--write"
    )
    assert counted(small)["lillby", "2021-01"] == "2"
    assert counted(small, "2019")["lillby", "2019-Q1"] == "12"  # not of the span: kept


def test_figures_of_another_source_are_replaced_without_a_word(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (small / "reported_crimes.csv").open("a", encoding="utf-8") as file:
        file.write("lillby,2021-01,alla-brott,7,,,,matning\n")
    extract = written(tmp_path / "a.csv", TITLES, JANUARY, FEBRUARY)
    assert take_in(small, "reports", extract, "--write") == 1
    assert "en annan källa (matning): 1" in capsys.readouterr().err


ROWS = [JANUARY, FEBRUARY]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("", "0801", "Lillby", "K3"), "rader utan datum: 1 (rad 4)"),
        (("31/1 2021", "0801", "Lillby", "K3"), "datum som inte går att läsa: 1 (rad 4)"),
        (("2021-02-30", "0801", "Lillby", "K3"), "datum som inte går att läsa: 1 (rad 4)"),
        (("2021-02-03", "", "Lillby", "K3"), "rader utan brottskod: 1 (rad 4)"),
        (("2021-02-03", "=A1", "Lillby", "K3"), "en formel eller ett fel från Excel: 1 (rad 4)"),
        (("2021-02-03", "#REFERENS!", "x", "K3"), "en formel eller ett fel från Excel: 1 (rad 4)"),
        (("2021-02-03", "0801", "Lillby", "K1"), "nummer som står på flera rader: 1 (rad 2, 4)"),
        (("2021-02-03", "0801", "Lillby"), "färre celler än rubrikraden: 1 (rad 4)"),
        (("2021-02-03", "0801", "Lillby", "", "x"), "färre celler än rubrikraden: 1 (rad 4)"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_bad_row_is_dropped_or_cannot_be_found(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    row: tuple[str, ...], said: str, encoding: str,
) -> None:  # fmt: skip
    before = contents(small)
    extract = tmp_path / "a.csv"
    extract.write_bytes(as_csv(TITLES, [*ROWS, row]).encode(encoding))
    assert take_in(small, "reports", extract, "--write") == 1
    assert said in capsys.readouterr().err
    assert contents(small) == before


def test_line_numbers_are_wrong_below_a_cell_of_several_lines(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        '\r\nUtdrag ur registret\r\n\r\nDatum;Brottskod;Ort;"Fri text"\r\n'
        '2021-01-01;0801;Lillby;"en rad\r\ntill och\r\nen"\r\n\r\n'
        "i går;0801;Lillby;\r\n;;;\r\n2021-02-01;0801;Storby;\r\ni dag;0801;Lillby;\r\n"
    )
    for encoding in ("utf-8", "utf-16"):
        (tmp_path / "a.csv").write_bytes(text.encode(encoding))
        assert take_in(small, "reports", tmp_path / "a.csv") == 1
        assert "datum som inte går att läsa: 2 (rad 9, 12)" in capsys.readouterr().err


def test_many_bad_rows_fill_the_screen_or_show_what_they_say(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [(f"hemligt {number}", "0801", "Lillby", "") for number in range(5000)]
    assert take_in(small, "reports", written(tmp_path / "a.csv", TITLES, *rows)) == 1
    printed = "".join(capsys.readouterr())
    assert "5000 (rad 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 …)" in printed.replace("\xa0", "")
    assert "hemligt" not in printed
    assert len(printed) < 2000


def test_rows_outside_the_span_are_counted_or_vanish(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = [(f"20{year}-06-01", "9999", "Nånstans", f"N{year}") for year in (18, 19, 22)]
    extract = written(tmp_path / "a.csv", TITLES, JANUARY, FEBRUARY, *outside)
    assert take_in(small, "reports", extract) == 0
    assert "3 rader ligger utanför perioden 2021-01 till 2021-02" in capsys.readouterr().out


def test_an_unknown_code_is_guessed_or_counted_aloud(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(small)
    rows = [("2021-01-01", "0802", "Lillby", f"A{number}") for number in range(12)]
    rows += [("2021-01-01", 'Hot, "grovt"', "Lillby", f"B{number}") for number in range(3)]
    extract = written(tmp_path / "a.csv", TITLES, *ROWS, *rows)
    assert take_in(small, "reports", extract, "--write") == 1
    printed = capsys.readouterr()
    assert "  0802: 12\n" in printed.out
    assert '  Hot, "grovt": 1–4\n' in printed.out
    assert "koder som inte står i crime_codes.csv: 2" in printed.err
    assert contents(small) == before
    # The lines, filled in, are what was missing.
    to_add = [
        line.strip()
        for line in printed.out.split("Rader till crime_codes.csv:\n")[1].splitlines()
        if line.endswith(",statistik")
    ]
    assert to_add == ["0802,,,,statistik", '"Hot, ""grovt""",,,,statistik']
    with (small / "crime_codes.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"{line.replace(',,,', ',alla-brott,,')}\n" for line in to_add)
    assert take_in(small, "reports", extract, "--write") == 0
    assert counted(small)["lillby", "2021-01"] == "16"


def test_an_unknown_place_is_guessed(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [("2021-01-01", "0801", place, "") for place in ("Lillbyn", "Nära Storby", "Provbygd")]
    extract = written(tmp_path / "a.csv", TITLES, *ROWS, *rows)
    assert take_in(small, "reports", extract, "--write") == 1
    printed = capsys.readouterr()
    assert "okända platser: 3, anmälningar: 1–4" in printed.err
    assert "liknar lillby" in printed.out
    explain(
        small,
        '[places]\n"lillbyn" = "lillby"\n"Nära Storby" = "unplaced"\n"Provbygd" = "outside"\n',
    )
    assert take_in(small, "reports", extract, "--write") == 0
    january = {place: count for (place, month), count in counted(small).items() if "-01" in month}
    assert january == {"lillby": "2", "storby": "0", "provbygden": "3"}


def test_a_village_month_or_category_without_a_row_becomes_zero(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (small / "indicators.csv").write_text(
        (small / "indicators.csv").read_text(encoding="utf-8")
        + "stold,Stöld,reported_crimes,reports,category,lower,no,no,,,Stölder,,statistik\n",
        encoding="utf-8",
    )
    with (small / "crime_codes.csv").open("a", encoding="utf-8") as file:
        file.write("0901,alla-brott;stold,,,statistik\n")
    before = contents(small)
    extract = written(tmp_path / "a.csv", TITLES, JANUARY)
    assert take_in(small, "reports", extract, "--write") == 1
    printed = capsys.readouterr().err
    for silent in ("storby", "stold", "2021-02"):
        assert f"inte en enda rad om ”{silent}”" in printed
    assert contents(small) == before
    explain(small, '[absent]\n"storby" = "zero"\n"stold" = "zero"\n"2021-02" = "zero"\n')
    assert take_in(small, "reports", extract, "--write") == 0
    assert counted(small)["storby", "2021-02"] == "0"


def gap(place: str, reason: str) -> str:
    return (
        f'[[gaps]]\nplace = "{place}"\nfirst = "2021-02"\nlast = "2021-02"\nreason = "{reason}"\n'
        'note = "Kom aldrig."\n'
    )


def test_a_gap_becomes_zero_or_the_area_gets_a_sum_without_a_village(
    small: Path, tmp_path: Path
) -> None:
    explain(small, gap("storby", "not_delivered"))
    extract = written(
        tmp_path / "a.csv", TITLES, JANUARY, ("2021-01-07", "0801", "Storby", ""),
        ("2021-02-07", "0801", "Lillby", ""),
    )  # fmt: skip
    assert take_in(small, "reports", extract, "--write") == 0
    assert counted(small) == {
        ("lillby", "2021-01"): "1", ("lillby", "2021-02"): "1",
        ("storby", "2021-01"): "1", ("storby", "2021-02"): "not_delivered",
        ("provbygden", "2021-01"): "2", ("provbygden", "2021-02"): "not_delivered",
    }  # fmt: skip
    notes = {
        (row["place"], row["period"]): row["note"] for row in lines(small, "reported_crimes.csv")
    }
    assert notes["storby", "2021-02"] == "Kom aldrig."
    assert "ingen summa" in notes["provbygden", "2021-02"]
    assert [(row["period"], row["reports"]) for row in lines(small, "coverage.csv")[1:]] == [
        ("2021-01", "2"),
        ("2021-02", "1"),  # those that there are
    ]


def test_the_reason_stays_when_the_figure_has_come(small: Path, tmp_path: Path) -> None:
    explain(small, gap("storby", "not_delivered"))
    rows = [JANUARY, ("2021-01-07", "0801", "Storby", ""), ("2021-02-07", "0801", "Lillby", "")]
    take_in(small, "reports", written(tmp_path / "a.csv", TITLES, *rows), "--write")
    explain(small, "")
    more = [*rows, ("2021-02-07", "0801", "Storby", "")]
    assert take_in(small, "reports", written(tmp_path / "a.csv", TITLES, *more), "--write") == 0
    (row,) = (
        row
        for row in lines(small, "reported_crimes.csv")
        if (row["place"], row["period"]) == ("storby", "2021-02")
    )
    assert (row["count"], row["missing_reason"], row["note"]) == ("1", "", "")


@pytest.mark.parametrize(("reports", "area"), [(6, "8"), (0, "protected")])
def test_a_withheld_figure_is_lost_from_the_area_or_made_up(
    small: Path, tmp_path: Path, reports: int, area: str
) -> None:
    explain(small, gap("storby", "protected"))
    rows = [("2021-02-07", "0801", "Storby", "")] * reports
    rows += [("2021-02-07", "0801", "Lillby", "")] * 2
    rows += [("2021-01-07", "0801", "Storby", "")]
    assert take_in(small, "reports", written(tmp_path / "a.csv", TITLES, *rows), "--write") == 0
    assert counted(small)["storby", "2021-02"] == "protected"
    assert counted(small)["provbygden", "2021-02"] == area


def counts(month: str, place: str, count: str) -> tuple[str, ...]:
    return month, place, "0801", count


WHOLE = [
    counts(month, place, "3") for month in ("2021-01", "202102") for place in ("Lillby", "Storby")
]


def test_a_combination_without_a_row_is_guessed_to_be_zero(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    extract = written(tmp_path / "a.csv", COUNTS, *WHOLE[:-1])
    assert take_in(small, "counts", extract, "--write") == 1
    printed = capsys.readouterr()
    assert "utan rad: 1. Är de noll?" in printed.err
    assert "2021-02 · storby · 0801" in printed.out
    explain(small, '[counts]\nabsent = "zero"\n')
    assert take_in(small, "counts", extract, "--write") == 0
    assert counted(small)["storby", "2021-02"] == "0"
    explain(small, gap("storby", "not_delivered"))
    assert take_in(small, "counts", extract, "--write") == 0
    assert counted(small)["storby", "2021-02"] == "not_delivered"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (counts("2021-02", "Storby", "-1"), "antal under noll: 1 (rad 5)"),
        (counts("2021-02", "Storby", "1,5"), "antal som inte är heltal: 1 (rad 5)"),
        (counts("2021-02", "Storby", "1 000"), "antal som inte är heltal: 1 (rad 5)"),
        (counts("2021-02", "Storby", ""), "rader utan antal: 1 (rad 5)"),
        (
            counts("2021-02", "Storby", "=SUMMA(A1)"),
            "en formel eller ett fel från Excel: 1 (rad 5)",
        ),
        (counts("februari", "Storby", "1"), "datum som inte går att läsa: 1 (rad 5)"),
    ],
)
def test_a_bad_count_is_taken(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    row: tuple[str, ...], said: str,
) -> None:  # fmt: skip
    before = contents(small)
    extract = written(tmp_path / "a.csv", COUNTS, *WHOLE[:3], row)
    assert take_in(small, "counts", extract, "--write") == 1
    assert said in capsys.readouterr().err
    assert contents(small) == before


def test_merged_files_are_counted_twice(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    extract = written(tmp_path / "a.csv", COUNTS, *WHOLE, counts("2021-01-01", " LILLBY", "3"))
    assert take_in(small, "counts", extract, "--write") == 1
    assert "som står på flera rader: 1 (rad 2, 6)" in capsys.readouterr().err


def test_a_workbook_is_read_otherwise_than_a_text(small: Path, tmp_path: Path) -> None:
    import datetime

    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "a.xlsx", {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(2, 1, COUNTS)
        for at, (_, place, code, count) in enumerate(WHOLE):
            month = datetime.datetime(2021, 1 + at // 2, 1)  # noqa: DTZ001
            sheet.write_datetime(3 + at, 1, month)
            sheet.write_row(3 + at, 2, (place, code, int(count)))
    assert take_in(small, "counts", tmp_path / "a.xlsx", "--write") == 0
    assert counted(small)["provbygden", "2021-02"] == "6"


def test_a_real_extract_is_read_from_a_repository(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    promise = small / "promise.toml"
    real = promise.read_text(encoding="utf-8").replace('kind = "example"', 'kind = "published"')
    promise.write_text(real, encoding="utf-8")
    (tmp_path / "förråd" / ".git").mkdir(parents=True)
    (tmp_path / "förråd" / "data").mkdir()
    extract = written(tmp_path / "förråd" / "data" / "a.csv", TITLES, JANUARY, FEBRUARY)
    assert take_in(small, "reports", extract, "--write") == 1
    assert "ligger i ett git-förråd" in capsys.readouterr().err
    assert take_in(small, "reports", extract.rename(tmp_path / "a.csv"), "--write") == 0


def test_the_span_is_guessed(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    extract = written(tmp_path / "a.csv", TITLES, JANUARY, FEBRUARY)
    told = ["import", "reports", str(extract), "--to", str(small), "--source", "statistik"]
    assert cli.main([*told, "--first", "2021-01"]) == 1
    assert "--last: tiden saknas" in capsys.readouterr().err
    assert take_in(small, "reports", extract, span=("2020-01", "2020-06")) == 1
    assert "ingen anmälan ligger mellan 2020-01 och 2020-06" in capsys.readouterr().err


def test_two_columns_with_one_heading_are_mixed_up(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    titles = ("Datum", "Brottskod", "Ort", "ort")
    extract = written(tmp_path / "a.csv", titles, JANUARY, FEBRUARY)
    assert take_in(small, "reports", extract) == 1
    assert "rubriken står två gånger" in capsys.readouterr().err


def test_an_unknown_heading_is_guessed(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    titles = ("Tidpunkt för brottet", "Brottskod", "Ort", "Diarienummer")
    extract = written(tmp_path / "a.csv", titles, JANUARY, FEBRUARY)
    assert take_in(small, "reports", extract) == 1
    assert "kolumnen date saknas bland rubrikerna ”Tidpunkt för brottet;" in capsys.readouterr().err
    explain(small, '[columns.reports]\ndate = ["Tidpunkt för brottet"]\n')
    assert take_in(small, "reports", extract) == 0


def test_a_wrong_column_is_taken_for_codes(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [("2021-01-01", f"fritext {number}", "Lillby", "") for number in range(5_001)]
    assert take_in(small, "reports", written(tmp_path / "a.csv", TITLES, *rows)) == 1
    printed = "".join(capsys.readouterr())
    assert "nog inte brottskoder" in printed
    assert "fritext" not in printed


def test_a_code_means_two_things(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (small / "crime_codes.csv").open("a", encoding="utf-8") as file:
        file.write("HÄNDELSE,alla-brott,,,statistik\n")
    assert take_in(small, "reports", written(tmp_path / "a.csv", TITLES, *ROWS)) == 1
    assert "står två gånger med olika innebörd" in capsys.readouterr().err


def test_english_is_not_spoken(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    extract = written(tmp_path / "a.csv", TITLES, JANUARY, FEBRUARY)
    assert take_in(small, "reports", extract, "--lang", "en") == 0
    printed = capsys.readouterr().out
    assert "Alla brott, the whole area: 1–4." in printed
    assert "2021: 0 of 1–4 reports could not be placed in a village." in printed
