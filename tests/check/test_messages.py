"""What the check says: complete in both languages, grouped, and safe to print."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from serving import SIGNED, Published, publish
from sound_folder import PROMISE, add, cell, rewrite, swap, together

import trygghet
from trygghet.check import BadFolder, Problem, describe, read_promise_folder, report
from trygghet.check.problems import LONGEST_VALUE, SHOWN_OF_A_KIND, command_catalogue
from trygghet.words import catalogue

CATALOGUES = {
    language: "\n".join(
        (catalogue.FOLDER / f"{name}.{language}.ftl").read_text(encoding="utf-8")
        for name in ("problems", "import", "publish")
    )
    for language in ("sv", "en")
}


def _messages(language: str) -> dict[str, str]:
    found = re.findall(r"^([a-z0-9-]+) = (.*(?:\n[ }].*)*)", CATALOGUES[language], re.M)
    return dict(found)


def test_a_message_exists_in_one_language_only() -> None:
    assert list(command_catalogue("sv")) == list(command_catalogue("en"))
    assert list(_messages("sv")) == list(command_catalogue("sv"))


@pytest.mark.parametrize("key", list(_messages("sv")))
def test_a_message_says_less_in_english_or_cannot_be_formatted(key: str) -> None:
    names = {
        language: set(re.findall(r"\$(\w+)", _messages(language)[key])) for language in CATALOGUES
    }
    assert names["sv"] == names["en"]
    for language in CATALOGUES:
        said = command_catalogue(language)(key, **dict.fromkeys(names[language], 3))
        assert "{" not in said and "$" not in said
        assert "3" in said or not names[language]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_message_leaves_the_reader_without_anything_to_do(language: str) -> None:
    parts = {"problem-count", "where-line", "where-column", "more-of-a-kind"}
    for key, message in _messages(language).items():
        if key not in parts and not key.startswith(("build-", "example-", "import-", "publish-")):
            told, *to_do = re.split(r"[.:?;] ", message)
            assert told and to_do, key


def test_the_swedish_list_is_hard_to_read(
    sound_folder: Path, published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    cell("population.csv", 2, "population", "22 329")(sound_folder)
    assert publish(sound_folder) == 1
    assert capsys.readouterr().err == (
        f"{sound_folder}:\n"
        "Ett fel att rätta. Inget är publicerat; den tidigare utgåvan ligger kvar.\n"
        "  population.csv, rad 2, kolumn population: ”22 329” har mellanrum eller tecken mellan"
        " tusentalen. Skriv 22329.\n"
    )


def test_lang_en_is_not_english(
    sound_folder: Path, published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    together(
        cell("population.csv", 2, "population", "22 329"), cell("places.csv", 4, "kind", "by")
    )(sound_folder)
    assert publish(sound_folder, "--lang", "en") == 1
    assert capsys.readouterr().err == (
        f"{sound_folder}:\n"
        "2 problems to mend. Nothing is published; the earlier release stays.\n"
        '  places.csv, line 4, column kind: "by" cannot be chosen here. Choose one of: village,'
        " district, area, municipality, police_area, region.\n"
        '  population.csv, line 2, column population: "22 329" has spaces or marks between'
        " thousands. Write 22329.\n"
    )
    assert publish("--lang", "en", sound_folder / "borta") == 1
    assert "the folder does not exist" in capsys.readouterr().err


def test_lang_en_says_in_swedish_that_it_is_done(
    sound_folder: Path, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(sound_folder, "--lang", "en") == 0
    assert "release 1 is published (" in capsys.readouterr().out


def test_many_faults_of_a_kind_bury_the_others(sound_folder: Path) -> None:
    rows = "".join(f"p{number},2019,{number} 000,,,statistik\n" for number in range(25))
    add("population.csv", rows)(sound_folder)
    cell("places.csv", 4, "kind", "by")(sound_folder)
    with pytest.raises(BadFolder) as found:
        read_promise_folder(sound_folder)
    printed = list(report(found.value.problems, "sv"))
    alike = [line for line in printed if "kolumn population" in line]
    assert len(alike) == SHOWN_OF_A_KIND
    assert [line for line in printed if "kolumn kind" in line]
    rest = ", ".join(str(line) for line in range(15, 30))
    assert f"  population.csv: … och 15 till av samma slag, på rad {rest}" in printed
    assert printed[0].startswith("26 fel att rätta.")


ESCAPE = "\x1b]0;x\x07\x1b[31m\u202e\r"


def test_a_file_steers_the_terminal(
    sound_folder: Path, published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    together(
        cell("sources.csv", 3, "note", f"a{ESCAPE}b"),
        cell("places.csv", 1, "note", f"n{ESCAPE}b"),
        rewrite("statements.csv", lambda data: data.replace(b"u1,", f"{ESCAPE},".encode())),
        swap("promise.toml", 'title = "Tryggt', r'"t\u001b[31m" = 1' + '\ntitle = "Tryggt'),
        swap("outlines.geojson", '"village"', r'"v\u001b[31m\u202e"'),
        lambda folder: (folder / f"b{ESCAPE}.csv").write_bytes(b""),
        lambda folder: (folder / "c\nd.csv").write_bytes(b""),
    )(sound_folder)
    assert publish(sound_folder) == 1
    printed = capsys.readouterr().err
    assert all(char.isprintable() for char in printed.replace("\n", ""))
    assert printed.count("\\x1b[31m") >= 8
    assert "  c\\nd.csv: filen hör inte till formatet" in printed


def test_a_long_value_fills_the_screen() -> None:
    told = describe(Problem("places.csv", 2, "note", "bad-id", "å" * 5_000), "sv")
    assert "å" * LONGEST_VALUE + "…”" in told
    assert len(told) < 300


def test_a_value_with_braces_is_taken_for_a_message() -> None:
    told = describe(Problem("places.csv", 2, "id", "bad-id", "{ $value } { bad-id }"), "sv")
    assert "”{ $value } { bad-id }” kan inte vara ett id" in told


def test_a_terminal_without_swedish_letters_stops_the_build(
    sound_folder: Path, tmp_path: Path
) -> None:
    swap("promise.toml", '"Tryggt i Provbygd"', '"Tryggt i Öde"')(sound_folder)
    environment = os.environ | {
        "PYTHONIOENCODING": "ascii",
        "TRYGGHET_RELEASES": str(tmp_path / "releases"),
        "PYTHONPATH": str(Path(trygghet.__file__).parents[1]),
    }
    done = subprocess.run(
        [sys.executable, "-m", "trygghet", "publish", str(sound_folder), *SIGNED],
        env=environment, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(rb"Tryggt i \xd6de: utg\xe5va 1")
    assert (tmp_path / "releases" / PROMISE / "current.json").exists()


def test_hundreds_of_faults_of_a_kind_end_in_a_traceback() -> None:
    faults = [Problem("places.csv", line, "id", "bad-id", "å") for line in range(2, 2_000)]
    *_, rest = report(faults, "sv")
    assert "… och 1988 till av samma slag, på rad 12, 13, " in rest.replace("\u00a0", "")
    assert len(rest) < 1_000
    known = {"known": ", ".join(["kolumn"] * 500)}
    assert describe(Problem("places.csv", 1, "x", "key-unknown", "x", {**known}), "sv")
