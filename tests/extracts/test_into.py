"""An import changes what it covers and nothing else, and all of it or nothing."""

import os
from pathlib import Path

import pytest
from extract_files import contents, run_import, table, write_csv
from sound_folder import separated, swap

from trygghet.extracts import into

STATUS = ["Id", "Datum", "Status", "Text"]
SURVEY = ["Område", "Fråga", "År", "Värde", "Svarande"]


def survey(path: Path, *rows: list[object]) -> Path:
    return write_csv(path / "utdrag.csv", [SURVEY, *rows])


def test_a_look_at_an_extract_changes_the_folder(small: Path, tmp_path: Path) -> None:
    before = contents(small)
    file = survey(tmp_path, ["Lillby", "Problemindex", 2021, "1,5", 90])
    done = run_import("survey", file, small, "matning")
    assert done.code == 0 and contents(small) == before
    assert "Nya rader: 1, ändrade: 0" in done.out and "Inget är skrivet än." in done.out


def test_the_command_to_copy_does_not_write(small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "en mapp"
    folder.mkdir()
    file = survey(folder, ["Lillby", "Problemindex", 2021, "1,5", 90])
    shown = run_import("survey", file, small, "matning", "--first", "2021", "--lang", "en").out
    line = shown.splitlines()[-1].strip()
    assert line == (
        f"trygghet import survey '{file}' --to {small} --source matning --first 2021"
        " --write --lang en"
    )


def test_an_old_value_is_replaced_in_silence_or_its_note_is_lost(
    small: Path, tmp_path: Path
) -> None:
    before = table(small, "safety_survey")
    file = survey(
        tmp_path,
        ["Lillby", "Problemindex", 2019, "1,56", 104],
        ["Lillby", "Problemindex", 2020, "1,45", ""],
        ["Storby", "Problemindex", 2021, "2,0", 80],
    )
    done = run_import("survey", file, small, "matning", "--write")
    assert done.code == 0
    assert (
        "Nya rader: 1, ändrade: 1, oförändrade: 1. Utdraget gäller inte och låter stå kvar: 1."
        in done.out
    )
    assert "lillby, 2020, problemindex, matning: value 1.4 → 1.45" in done.out
    after = table(small, "safety_survey")
    assert after[0] == before[0] and after[2] == before[2]
    assert after[1] == before[1] | {"value": "1.45"}
    assert after[1]["note"] == "En decimal i källan"
    assert after[3]["place"] == "storby"


def test_a_file_with_semicolons_is_mixed_up(small: Path, tmp_path: Path) -> None:
    before = table(small, "safety_survey")
    separated("safety_survey.csv", ";")(small)
    file = survey(tmp_path, ["Storby", "Problemindex", 2021, "2,0", 80])
    assert run_import("survey", file, small, "matning", "--write").code == 0
    assert table(small, "safety_survey")[:3] == before
    written = (small / "safety_survey.csv").read_bytes()
    assert b"\r" not in written and b";" not in written


def test_a_folder_that_would_not_hold_together_is_written(small: Path, tmp_path: Path) -> None:
    before = contents(small)
    file = survey(
        tmp_path,
        ["Lillby", "Problemindex", 2021, "7,5", 90],
        ["Lillby", "Problemindex", 2023, "1,5", 90],
    )
    done = run_import("survey", file, small, "matning", "--write")
    assert done.code == 1 and contents(small) == before
    assert "utdrag.csv, rad 2, kolumn value: ”7.5” ligger utanför skalan 0 till 6" in done.err
    assert "utdrag.csv, rad 3, kolumn period: ”2023” ligger efter dagen" in done.err


def test_a_broken_folder_is_blamed_on_the_extract(small: Path, tmp_path: Path) -> None:
    swap("population.csv", ",1250,", ",1 250,")(small)
    done = run_import("survey", survey(tmp_path), small, "matning")
    assert done.code == 1
    assert "population.csv, rad 2, kolumn population" in done.err


def test_an_unknown_source_or_time_is_found_when_it_is_too_late(
    small: Path, tmp_path: Path
) -> None:
    file = survey(tmp_path, ["Lillby", "Problemindex", 2021, "1,5", 90])
    more = ("--first", "maj", "--last", "2021-13")
    done = run_import("survey", file, small, "borta", *more)
    assert done.code == 1 and len(done.err.splitlines()) == 4
    done = run_import("survey", file, small, "matning", "--first", "2021", "--last", "2020")
    assert "--last: ”2020” ligger före starten 2021" in done.err


def test_a_failed_write_leaves_half_of_it(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(small)
    files = {"places.csv": b"a", "sources.csv": b"b"}
    calls = []

    def full(number: int) -> None:
        calls.append(number)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(into.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        into.write(small, files)
    assert contents(small) == before
    monkeypatch.undo()
    file = survey(tmp_path, ["Lillby", "Problemindex", 2021, "1,5", 90])
    monkeypatch.setattr(into.Path, "replace", _refuse)
    done = run_import("survey", file, small, "matning", "--write")
    assert (done.code, contents(small)) == (1, before)
    assert "Filerna kunde inte skrivas" in done.err


def _refuse(self: Path, target: Path) -> Path:
    raise PermissionError(13, "Permission denied")


@pytest.mark.skipif(os.name == "nt", reason="other rights")
def test_the_files_can_no_longer_be_read_by_the_others(small: Path, tmp_path: Path) -> None:
    (small / "safety_survey.csv").chmod(0o664)
    file = survey(tmp_path, ["Lillby", "Problemindex", 2021, "1,5", 90])
    assert run_import("survey", file, small, "matning", "--write").code == 0
    assert (small / "safety_survey.csv").stat().st_mode & 0o777 == 0o664


def _village_counts(small: Path, tmp_path: Path) -> Path:
    return write_csv(
        tmp_path / "utdrag.csv",
        [["Kommun", "Brottstyp", "Period", "Antal"], ["Lillby", "0801", "2021", 3]],
    )


def test_small_numbers_become_public_with_a_repository(small: Path, tmp_path: Path) -> None:
    file = _village_counts(small, tmp_path)
    (tmp_path / ".git").write_text("gitdir: elsewhere")  # as in a working tree of its own
    assert run_import("sol", file, small, "statistik").code == 0  # invented: may lie there
    swap("promise.toml", 'kind = "example"', 'kind = "published"')(small)
    before = contents(small)
    done = run_import("sol", file, small, "statistik", "--write")
    assert (done.code, contents(small)) == (1, before)
    assert f"git-förråd ({tmp_path})" in done.err and "TRYGGHET_DATA" in done.err
    (tmp_path / ".git").unlink()
    assert run_import("sol", file, small, "statistik", "--write").code == 0


def test_figures_of_a_municipality_are_refused_with_them(small: Path, tmp_path: Path) -> None:
    swap("promise.toml", 'kind = "example"', 'kind = "published"')(small)
    (tmp_path / ".git").mkdir()
    rows = [["Kommun", "Brottstyp", "Period", "Antal"], ["Provbygd", "0801", "2021", 3]]
    assert run_import("sol", write_csv(tmp_path / "a.csv", rows), small, "statistik").code == 0


def test_an_event_is_overwritten(small: Path, tmp_path: Path) -> None:
    before = table(small, "activity_events")
    rows = [
        ["P01", "2020-06-15", "pågår", "Första kontrollen"],  # as it stands
        ["P01", "2020-06-15", "pågår", "Första kontrollen, i Lillby"],  # worded anew
        ["P01", "2021-03", "pågår", ""],
    ]
    file = write_csv(tmp_path / "a.csv", [STATUS, *rows])
    assert run_import("status", file, small, "lofte", "--write").code == 0
    after = table(small, "activity_events")
    assert after[: len(before)] == before
    assert [(row["date"], row["event"]) for row in after[len(before) :]] == [
        ("2020-06-15", "Första kontrollen, i Lillby"),
        ("2021-03", "Läget anges som ”pågår”."),
    ]
    said = [STATUS, ["P01", "2020-06-15", "genomförd", "Första kontrollen"]]
    done = run_import("status", write_csv(tmp_path / "b.csv", said), small, "lofte", "--write")
    assert done.code == 1 and table(small, "activity_events") == after
    assert "där det står ”ongoing”" in done.err


def test_the_frozen_plan_is_overwritten(small: Path, tmp_path: Path) -> None:
    before = contents(small)
    header = ["Id", "Aktivitet", "Beskrivning", "Byar", "Ansvarig", "Klart senast"]
    rows = [
        ["P01", "Hastighetskontroller", "Kontroller i byarna", "Lillby; Storby", "Polisen",
         "2021-06-30"],
        ["P03", "Möten", "Möten i byn", "Lillby", "Polisen", "2020-10"],
    ]  # fmt: skip
    file = write_csv(tmp_path / "a.csv", [header, *rows])
    done = run_import("plan", file, small, "lofte", "--write")
    assert done.code == 1 and contents(small) == before
    assert len(done.err.splitlines()) == 2
    assert "den frysta planen för P01, där det står ”2020-12-31”" in done.err
    assert "trygghet import status" in done.err
