"""import.toml answers what an extract leaves open; what is wrong in it is said with its line."""

from pathlib import Path

import pytest
from extract_files import run_import, table, write_csv
from hypothesis import given, settings
from hypothesis import strategies as st

from trygghet.check import BadFolder, describe, read_promise_folder
from trygghet.extracts import KINDS
from trygghet.extracts.import_file import SECTIONS, known_columns, read_names
from trygghet.extracts.mapping import fold
from trygghet.periods import parse_period

README = Path(__file__).parents[2] / "data" / "README.md"

SOUND = """\
[columns.survey]
place = ["Zon"]
value = ["Utfall"]

[places]
"Lilla byn" = "lillby"
"STORBY  tätort" = "storby"
"Annan by" = "outside"

[indicators]
"Hur stora är problemen?" = "problemindex"

[focus_areas]
"Trafiken" = "trafik"

[statuses]
"på gång" = "ongoing"

[symbols]
"-" = "0"
"x" = "protected"

[[gaps]]
place = "storby"
first = "2020"
last = "2021"
reason = "not_measured"
note = "Ingen mätning i Storby."
"""


def faults(folder: Path, text: str) -> list[tuple[int, str, str]]:
    (folder / "import.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadFolder) as found:
        read_names(read_promise_folder(folder))
    for problem in found.value.problems:
        assert describe(problem, "sv") and describe(problem, "en")
        assert problem.file == "import.toml"
    return [(one.line, one.column, one.code) for one in found.value.problems]


def test_an_answer_of_the_owner_is_not_used(small: Path, tmp_path: Path) -> None:
    (small / "import.toml").write_text(SOUND, encoding="utf-8")
    rows = [
        ["Zon", "Fråga", "År", "Utfall"],
        ["lilla BYN", "Hur stora är problemen?", 2021, "1,5"],
        ["Storby tätort", "hur stora är  problemen?", 2021, ""],
        ["Annan by", "Hur stora är problemen?", 2021, "3,0"],
    ]
    done = run_import("survey", write_csv(tmp_path / "a.csv", rows), small, "matning", "--write")
    assert done.code == 0, done.err
    assert "En uppgift är utelämnad" in done.out
    added = [[*row.values()] for row in table(small, "safety_survey")[3:]]
    assert added == [
        ["lillby", "2021", "problemindex", "1.5", "", "", "", "", "matning"],
        ["storby", "2021", "problemindex", "", "not_measured", "", "", "Ingen mätning i Storby.",
         "matning"],
    ]  # fmt: skip


def test_the_owner_cannot_choose_between_two_known_headings(small: Path, tmp_path: Path) -> None:
    rows = [["Plats", "Område", "Fråga", "År", "Värde"],
            ["Storby", "Lillby", "Problemindex", 2021, "1,5"]]  # fmt: skip
    file = write_csv(tmp_path / "a.csv", rows)
    (small / "import.toml").write_text('[columns.survey]\nplace = ["Plats"]\n', encoding="utf-8")
    assert run_import("survey", file, small, "matning", "--write").code == 0
    assert table(small, "safety_survey")[-1]["place"] == "storby"


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "code"),
    [
        ("[places]", "[plats]", 5, "plats", "key-unknown"),
        ('"lillby"', '"lilby"', 6, "places.Lilla byn", "import-word-unknown"),
        ('"lillby"', "3", 6, "places.Lilla byn", "import-word-unknown"),
        ('["Zon"]', '"Zon"', 2, "columns.survey.place", "import-not-headings"),
        ('["Zon"]', '[""]', 2, "columns.survey.place", "import-not-headings"),
        ("place = [", "plats = [", 2, "columns.survey.plats", "key-unknown"),
        ("[columns.survey]", "[columns.surveys]", 1, "columns.surveys", "key-unknown"),
        ('"ongoing"', '"pågår"', 17, "statuses.på gång", "import-word-unknown"),
        ('"protected"', '"hidden"', 21, "symbols.x", "import-word-unknown"),
        ('"trafik"', '"trafiken"', 14, "focus_areas.Trafiken", "import-word-unknown"),
        ('place = "storby"', 'place = "borta"', 24, "gaps.place", "id-unknown"),
        ('first = "2020"', 'first = "2020-13"', 25, "gaps.first", "bad-period"),
        ('first = "2020"', "first = 2020", 25, "gaps.first", "not-a-text"),
        ('first = "2020"', 'first = "2022"', 26, "gaps.last", "end-before-start"),
        ('first = "2020"\n', "", 23, "gaps.first", "key-missing"),
        ('"not_measured"', '"saknas"', 27, "gaps.reason", "bad-choice"),
        ("note =", "noter =", 28, "gaps.noter", "key-unknown"),
        ("[[gaps]]", "[gaps]", 23, "gaps", "not-a-list"),
        ('"Annan by" = "outside"', '"lilla byn" = "storby"', 8, "places.lilla byn",
         "import-word-twice"),
        ('"Annan by"', "Annan by", 8, "", "import-toml-syntax"),
        ("[statuses]", 'statuses = "x"\n[a]', 16, "focus_areas.statuses", "import-word-unknown"),
    ],
)  # fmt: skip
def test_a_slip_in_the_answers_is_passed_over(
    small: Path, old: str, new: str, line: int, column: str, code: str
) -> None:
    assert SOUND.count(old) == 1
    assert (line, column, code) in faults(small, SOUND.replace(old, new))


def test_a_section_of_another_shape_ends_in_a_traceback(small: Path) -> None:
    text = 'places = 1\nsymbols = ["x"]\ncolumns = 2\ngaps = 3\nstatuses = {a = {}}\n'
    assert {code for _, _, code in faults(small, text)} == {
        "import-not-a-section", "not-a-list", "import-word-unknown",
    }  # fmt: skip
    text = "[columns]\nsurvey = 3\n"
    assert faults(small, text) == [(2, "columns.survey", "import-not-a-section")]


TOML = st.lists(
    st.sampled_from(
        [*SOUND.splitlines(keepends=True), "[", "]", "=", '"', "\n", "[[gaps]]\n", "x = 1\n",
         "[columns]\n", "a.b = 2\n", '"""', "9" * 5_000, "\\u001b", "[places.x]\n", "{}", "#"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=60)
@given(text=TOML | st.text(max_size=40))
def test_any_import_file_ends_in_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    from sound_folder import write_sound_folder

    folder = write_sound_folder(tmp_path_factory.mktemp("any") / "tryggt-i-provbygd")
    (folder / "import.toml").write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        read_names(read_promise_folder(folder))
    except BadFolder as error:
        for problem in error.problems:
            told = describe(problem, "sv")
            assert all(char.isprintable() for char in told.replace("\u00a0", ""))


def test_a_known_heading_stands_for_two_columns_or_is_written_as_none_would_match() -> None:
    for kind, columns in known_columns().items():
        for headings in columns.values():
            assert all(heading == fold(heading) for heading in headings), kind


def test_a_name_that_two_places_share_is_given_to_one_of_them(small: Path, tmp_path: Path) -> None:
    places = (small / "places.csv").read_text(encoding="utf-8")
    (small / "places.csv").write_text(places.replace(",Storby,", ",Provbygd,"), encoding="utf-8")
    rows = [["Område", "Fråga", "År", "Värde"], ["Provbygd", "Problemindex", 2021, "1,5"]]
    file = write_csv(tmp_path / "a.csv", rows)
    # "Provbygd" is also an id, and an id stands for its place alone.
    assert run_import("survey", file, small, "matning", "--write").code == 0
    assert table(small, "safety_survey")[-1]["place"] == "provbygd"
    places = (small / "places.csv").read_text(encoding="utf-8")
    (small / "places.csv").write_text(places.replace(",Lillby,", ",Byn,").replace(
        "storby,Provbygd,", "storby,Byn,"), encoding="utf-8")  # fmt: skip
    rows[1][0] = "Byn"
    done = run_import("survey", write_csv(file, rows), small, "matning")
    assert done.code == 1 and "platsen ”Byn” är inte känd" in done.err


@pytest.mark.parametrize(
    ("place", "indicator", "period", "explained"),
    [
        ("storby", "problemindex", "2020-Q2", True),
        ("storby", "alla-brott", "2020-Q2", False),
        ("lillby", "problemindex", "2020-Q2", False),
        ("storby", "problemindex", "2020-07", False),
        ("storby", "problemindex", "2020", False),
        ("storby", "problemindex", "2020-03", False),
    ],
)
def test_a_gap_explains_more_than_it_says(
    small: Path, place: str, indicator: str, period: str, explained: bool
) -> None:
    gap = '[[gaps]]\nplace = "storby"\nindicator = "problemindex"\n'
    span = 'first = "2020-04"\nlast = "2020-Q2"\nreason = "not_measured"\n'
    (small / "import.toml").write_text(gap + span, encoding="utf-8")
    names = read_names(read_promise_folder(small))
    assert (names.gap(place, indicator, parse_period(period)) is not None) == explained


def test_the_readme_leaves_an_answer_or_a_kind_of_extract_out(small: Path) -> None:
    told = README.read_text(encoding="utf-8").split("## Läsa in utdrag\n")[1].split("\n## ")[0]
    for kind in KINDS:
        assert f"\n| `{kind}` |" in told and f"**`{kind}`" in told.replace("och `", "**`"), kind
    for section in SECTIONS:
        assert f"[{section}]" in told or f"[{section}." in told, section
    (answers,) = (part for part in told.split("```\n")[1::2] if part.startswith("[columns"))
    (small / "import.toml").write_text(answers.replace('"byn"', '"lillby"'), encoding="utf-8")
    names = read_names(read_promise_folder(small))
    assert names.place("byn med omnejd") == "lillby" and len(names.gaps) == 1
