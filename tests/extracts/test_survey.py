"""The safety survey in the shapes in which it comes."""

from pathlib import Path

from extract_files import Done, run_import, table, write_csv, write_xlsx
from sound_folder import add

HEADER = ["Område", "Fråga", "År", "Värde", "Antal svarande", "Felmarginal"]
PERCENT = "trygga,Trygga på kvällen,safety_survey,percent,,higher,no,no,0,100,Andel,,matning\n"


def take(folder: Path, rows: list[list[object]], *more: str) -> Done:
    file = write_xlsx(folder.parent / "m.xlsx", rows)
    return run_import("survey", file, folder, "matning", "--write", *more)


def last(folder: Path) -> list[str]:
    return [*table(folder, "safety_survey")[-1].values()]


def test_questions_as_headings_lose_their_margin(small: Path) -> None:
    add("indicators.csv", PERCENT)(small)
    header: list[object] = [
        "Område", "År", "Problemindex", "Felmarginal Problemindex", "Trygga på kvällen", "Svarande",
    ]  # fmt: skip
    done = take(small, [header, ["Lillby", 2021, 1.5, 0.25, 77, 104]])
    assert done.code == 0, done.err
    assert [[*row.values()] for row in table(small, "safety_survey")[3:]] == [
        ["lillby", "2021", "problemindex", "1.5", "", "0.25", "104", "", "matning"],
        ["lillby", "2021", "trygga", "77", "", "", "104", "", "matning"],
    ]


def test_a_share_is_taken_for_a_per_cent(small: Path) -> None:
    add("indicators.csv", PERCENT)(small)
    for value, written in ((0.77, ""), ("77 %", "77"), ("0,5 %", "0.5"), (0, "0"), (100, "100")):
        done = take(small, [HEADER, ["Lillby", "Trygga på kvällen", 2021, value, 104, "±4,5"]])
        assert done.code == (0 if written else 1), done.err
        if written:
            assert last(small)[3:6] == [written, "", "4.5"]
        else:
            assert "”0.77” kan vara en andel" in done.err


def test_an_index_below_one_is_taken_for_a_share(small: Path) -> None:
    assert take(small, [HEADER, ["Lillby", "Problemindex", 2021, 0.77, 104, ""]]).code == 0
    assert last(small)[3] == "0.77"


def test_a_year_that_stands_in_the_command_is_not_used(small: Path) -> None:
    rows: list[list[object]] = [["Område", "Fråga", "Värde"], ["Lillby", "Problemindex", 1.5]]
    assert "kolumnen period saknas" in take(small, rows).err
    assert take(small, rows, "--first", "2021").code == 0
    assert last(small)[1] == "2021"


def test_an_empty_answer_becomes_one(small: Path) -> None:
    row: list[object] = ["Storby", "Problemindex", 2021, "", "", ""]
    assert "värdet saknas" in take(small, [HEADER, row]).err
    assert take(small, [[*HEADER, "Orsak"], [*row, "Ej mätt"]]).code == 0
    assert last(small)[3:5] == ["", "not_measured"]


def test_an_unknown_question_is_dropped(small: Path) -> None:
    done = take(small, [HEADER, ["Lillby", "Problemindexet", 2021, 1.5, 104, ""]])
    assert done.code == 1
    assert '[indicators]\n  "Problemindexet" = "…"' in done.err
    # A measure of another file is no question of the survey.
    done = take(small, [HEADER, ["Lillby", "Alla brott", 2021, 5, 104, ""]])
    assert done.code == 1 and "frågan ”Alla brott” är inte känd" in done.err


def test_a_second_source_overwrites_the_first(small: Path, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "a.csv", [HEADER, ["Lillby", "Problemindex", 2019, "1,7", "", ""]])
    assert run_import("survey", file, small, "statistik", "--write").code == 0
    values = [r["value"] for r in table(small, "safety_survey") if r["period"] == "2019"]
    assert values == ["1.56", "1.7"]
