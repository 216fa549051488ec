"""Broken promise folders: each fault is named with file, line, column, value and what to do,
nothing is published, and the release that was there goes on answering."""

import json
import re
from pathlib import Path

import pytest
from faults import FOLLOW_UP, VARIANTS, Bad
from serving import Published, answers, publish
from sound_folder import (
    FILES,
    PROMISE,
    Change,
    add,
    cell,
    rewrite,
    separated,
    swap,
    together,
    write_sound_folder,
)

from trygghet import cli
from trygghet.check import BadFolder, Problem, describe, read_promise_folder
from trygghet.release.store import Store
from trygghet.words import Catalogue

# Messages that no broken file leads to.
OTHER_MESSAGES = {
    "problem-count": "heads the list",
    "more-of-a-kind": "ends a group, see test_messages.py",
    "where-line": "part of each line",
    "where-column": "part of each line",
    "no-folder": "the folder itself, see below",
    "no-promises": "the folder itself, see below",
    "promise-twice": "two folders, see below",
    "example-done": "no fault",
    "example-failed": "the example's folder, see below",
}


@pytest.mark.parametrize("bad", VARIANTS, ids=lambda bad: bad.name)
def test_a_fault_goes_unnamed_or_is_published(
    bad: Bad, sound_folder: Path, published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    bad.change(sound_folder)
    with pytest.raises(BadFolder) as found:
        read_promise_folder(sound_folder)
    problems = found.value.problems
    expected = Problem(bad.file, bad.line, bad.column, bad.code, bad.value)
    assert expected in problems
    assert len(problems) == 1 + bad.others

    assert publish(sound_folder) == 1
    printed = capsys.readouterr()
    told = [line.removeprefix("  ") for line in printed.err.splitlines()]
    english = describe(problems[problems.index(expected)], "en")
    for lines, line, column in ((told, "rad", "kolumn"), ([english], "line", "column")):
        where = bad.file
        where += f", {line} {bad.line}" if bad.line else ""
        where += f", {column} {bad.column}" if bad.column else ""
        said = [one.removeprefix(where) for one in lines if one.startswith(f"{where}: ")]
        assert any(_shown(bad) in one for one in said), lines
    assert printed.out == ""
    assert published.still_serves()


def _shown(bad: Bad) -> str:
    """The value as it is printed: 80 characters, without what steers a terminal."""
    if bad.shown is not None:
        return bad.shown
    cut = bad.value if len(bad.value) <= 80 else bad.value[:80] + "…"
    return re.sub(r"[\x00-\x1f\ud800-\udfff]", lambda c: ascii(c[0])[1:-1], cut)


def test_a_message_is_never_tried() -> None:
    tried = {bad.code for bad in VARIANTS}
    for language in ("sv", "en"):
        messages = Catalogue(language, f"problems.{language}.ftl")
        assert tried | set(OTHER_MESSAGES) == set(messages)
    assert not tried & set(OTHER_MESSAGES)


def test_two_variants_share_a_name() -> None:
    names = [bad.name for bad in VARIANTS]
    assert sorted(set(names)) == sorted(names)
    assert len(names) >= 60


def test_problems_in_different_files_need_several_runs(
    sound_folder: Path, published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    together(
        swap("promise.toml", 'area = "provbygden"', "area = provbygden"),
        cell("sources.csv", 4, "published", "i går"),
        cell("places.csv", 4, "kind", "by"),
        cell("population.csv", 2, "source", "ingen"),
        cell("reported_crimes.csv", 4, "count", "15"),
        cell("reported_crimes.csv", 12, "place", "nyby"),
        cell("safety_survey.csv", 3, "value", "7"),
        swap("statements.csv", '"Tryggare', "'Tryggare"),
        swap("outlines.geojson", '"id": "lillby"', '"id": "nyby"'),
    )(sound_folder)
    assert publish(sound_folder) == 1
    printed = capsys.readouterr().err.splitlines()
    assert printed[1].startswith("9 fel att rätta.")
    for start in (
        "promise.toml, rad 11: ”area = provbygden”",
        "sources.csv, rad 4, kolumn published: ”i går”",
        "places.csv, rad 4, kolumn kind: ”by”",
        "population.csv, rad 2, kolumn source: källan ”ingen”",
        "reported_crimes.csv, rad 2, kolumn count: hela perioden är 50",
        "reported_crimes.csv, rad 12, kolumn place: ”nyby”",
        "safety_survey.csv, rad 3, kolumn value: ”7”",
        "statements.csv, rad 2: raden har 8 celler men rubrikraden 7",
        "outlines.geojson, rad 2, kolumn features[0]: ”nyby”",
    ):
        assert [line for line in printed if line.startswith(f"  {start}")], start
    assert len(printed) == 2 + 9
    assert published.still_serves()


def test_a_bad_row_makes_sound_rows_look_wrong(sound_folder: Path) -> None:
    """What refers to a row that must be mended is not wrong itself; what is wrong is still said."""
    together(
        cell("sources.csv", 4, "published", "i går"),
        cell("indicators.csv", 2, "headline", "ja"),
        cell("activities.csv", 2, "basis", "gissning"),
        cell("population.csv", 3, "source", "ingen"),
    )(sound_folder)
    with pytest.raises(BadFolder) as found:
        read_promise_folder(sound_folder)
    assert [(one.file, one.line, one.code) for one in found.value.problems] == [
        ("activities.csv", 2, "bad-choice"),
        ("indicators.csv", 2, "bad-choice"),
        ("population.csv", 3, "source-unknown"),
        ("sources.csv", 4, "bad-date"),
    ]


def test_one_bad_folder_stops_the_sound_ones(
    sound_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("TRYGGHET_RELEASES", str(tmp_path / "releases"))
    assert publish(tmp_path / "borta", sound_folder) == 1
    printed = capsys.readouterr()
    assert "borta: mappen finns inte." in printed.err
    assert printed.out.startswith("Tryggt i Provbygd: utgåva 1 är publicerad")


def test_a_file_named_as_the_folder_ends_in_a_traceback(
    sound_folder: Path, published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(sound_folder / "places.csv") == 1
    assert "mappen finns inte" in capsys.readouterr().err
    assert published.still_serves()


def test_a_data_folder_without_promises_passes_for_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TRYGGHET_DATA", str(tmp_path / "borta"))
    assert publish() == 1
    assert "Det finns inget löfte i mappen" in capsys.readouterr().err


def test_a_promise_is_skipped_because_its_file_is_misnamed(
    sound_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (sound_folder / "promise.toml").rename(sound_folder / "promise.toml.txt")
    monkeypatch.setenv("TRYGGHET_DATA", str(tmp_path))
    assert publish() == 1
    assert "promise.toml.txt: filen hör inte till formatet" in capsys.readouterr().err


def test_a_copied_folder_takes_the_place_of_the_first(
    sound_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    copy = tmp_path / "zz-kopia"
    copy.mkdir()
    for file in sound_folder.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    swap("promise.toml", '"Tryggt i Provbygd"', '"En kopia"')(copy)
    monkeypatch.setenv("TRYGGHET_RELEASES", str(tmp_path / "releases"))
    assert publish(sound_folder, copy) == 1
    printed = capsys.readouterr()
    assert "Tryggt i Provbygd: utgåva 1 är publicerad" in printed.out
    assert "En kopia" not in printed.out
    assert "promise.toml, rad 2, kolumn id: löftet ”tryggt-i-provbygd” finns redan" in printed.err


def test_an_example_that_cannot_be_written_ends_in_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "fil").write_bytes(b"")
    assert cli.main(["example", str(tmp_path / "fil" / "exempel")]) == 1
    assert "Exemplet kunde inte skrivas" in capsys.readouterr().err


EXCEL = [name for name in FILES if name.endswith(".csv")]


def _all(change: str, **how: str) -> Change:
    return together(*(separated(name, change, **how) for name in EXCEL))


def _no_decimal_mark(folder: Path) -> None:
    for name in EXCEL:
        separated(name, ",", decimal=".", newline="\n")(folder)


def _quoted(data: bytes) -> bytes:
    return b"\n".join(
        b'"' + line.replace(b",", b'","') + b'"' if line and b'"' not in line else line
        for line in data.split(b"\n")
    )


def _other_order(folder: Path) -> None:
    rows = [line.split(",") for line in FILES["places.csv"].splitlines()]
    text = "\n".join(",".join(reversed(row)) for row in rows)
    (folder / "places.csv").write_text(text, encoding="utf-8")


UNDERSTOOD: dict[str, Change] = {
    "semicolons-and-decimal-commas-from-a-swedish-excel": _all(";"),
    "semicolons-and-decimal-points": _all(";", decimal="."),
    "tabs": _all("\t"),
    "utf-8-mark": _no_decimal_mark,
    "carriage-returns-alone": rewrite("safety_survey.csv", lambda d: d.replace(b"\n", b"\r")),
    "windows-line-ends": rewrite("safety_survey.csv", lambda d: d.replace(b"\n", b"\r\n")),
    "no-last-line-end": rewrite("safety_survey.csv", lambda d: d.rstrip(b"\n")),
    "empty-rows-at-the-end": together(
        separated("safety_survey.csv", ";"), add("safety_survey.csv", ";;;;;;;;\r\n;;;;;;;;\r\n")
    ),
    "empty-columns-at-the-end": rewrite("places.csv", lambda d: d.replace(b"\n", b",,\n")),
    "empty-columns-in-the-header": rewrite("places.csv", lambda d: d.replace(b"\n", b",,\n", 1)),
    "blank-rows-above-the-header": together(
        separated("safety_survey.csv", ";"),
        rewrite("safety_survey.csv", lambda d: d.replace(b"place;", b";;\r\n\r\nplace;", 1)),
    ),
    "blank-rows-between": swap("safety_survey.csv", "\nlillby,2020", "\n\n , ,,,,,,,\nlillby,2020"),
    "every-cell-in-quotation-marks": rewrite("places.csv", _quoted),
    "columns-in-another-order": _other_order,
    "spaces-round-cells": swap("places.csv", "lillby,Lillby,village", " lillby , Lillby ,village "),
    "windows-line-ends-in-toml": rewrite("promise.toml", lambda d: d.replace(b"\n", b"\r\n")),
    "utf-8-mark-in-toml": rewrite("promise.toml", lambda d: b"\xef\xbb\xbf" + d),
    "utf-8-mark-in-geojson": rewrite("outlines.geojson", lambda d: b"\xef\xbb\xbf" + d),
    "dates-as-toml-dates": swap("promise.toml", '"2020-12-31"', "2020-12-31"),
    "inline-entries": together(
        swap("promise.toml", FOLLOW_UP, ""),
        swap("promise.toml", "baseline", "follow_up = [\n  { text = "
             '"Uppföljning varje kvartal.", source = "lofte" },\n]\nbaseline'),
    ),
    "geojson-on-one-line": rewrite(
        "outlines.geojson", lambda d: json.dumps(json.loads(d)).encode()
    ),
    "files-of-the-editor": lambda f: (f / "~$places.csv").write_bytes(b"x"),
    "own-readme": lambda f: (f / "README.md").write_bytes(b"# Provbygd"),
}  # fmt: skip


@pytest.mark.parametrize("change", UNDERSTOOD.values(), ids=UNDERSTOOD.keys())
def test_a_file_as_people_save_it_is_misread(
    change: Change, sound_folder: Path, tmp_path: Path
) -> None:
    expected = read_promise_folder(write_sound_folder(tmp_path / "jfr"))
    change(sound_folder)
    found = read_promise_folder(sound_folder)
    assert found.promise.values == expected.promise.values
    for ours, theirs in ((found.lists, expected.lists), (found.tables, expected.tables)):
        assert {name: [one.values for one in records] for name, records in ours.items()} == {
            name: [one.values for one in records] for name, records in theirs.items()
        }
    assert [one.rings for one in found.outlines] == [one.rings for one in expected.outlines]


def test_a_folder_saved_by_a_swedish_excel_is_published_otherwise(
    sound_folder: Path, published: Published, releases: Path
) -> None:
    _all(";")(sound_folder)
    assert publish(sound_folder) == 0
    promise, *rest = answers(Store(releases).release(PROMISE))
    first, *expected = published.answers
    assert rest == expected  # also 1.56 and 1.4, as they were published
    assert promise.title == first.title


def test_the_parts_that_are_known_must_make_up_the_whole(sound_folder: Path) -> None:
    add("reported_crimes.csv", "storby,2019,alla-brott,20,,,,statistik\n"
        "storby,2019-Q1,alla-brott,3,,,,statistik\nstorby,2019-05,alla-brott,2,,,,statistik\n"
        "storby,2019-06,alla-brott,,protected,,,statistik\n")(sound_folder)  # fmt: skip
    read_promise_folder(sound_folder)


def test_half_years_beside_other_parts_are_refused(sound_folder: Path) -> None:
    add("reported_crimes.csv", "storby,2019,alla-brott,20,,,,statistik\n"
        "storby,2019-H1,alla-brott,9,,,,statistik\nstorby,2019-Q1,alla-brott,4,,,,statistik\n"
        "storby,2019-H2,alla-brott,,protected,,,statistik\n"
        "storby,2019-Q3,alla-brott,6,,,,statistik\nstorby,2019-10,alla-brott,5,,,,statistik\n"
        "lillby,2019-H1,alla-brott,26,,,,statistik\n")(sound_folder)  # fmt: skip
    read_promise_folder(sound_folder)


def test_coverage_beside_the_same_count_is_refused(sound_folder: Path) -> None:
    add("reported_crimes.csv", "provbygden,2019,alla-brott,120,,,,statistik\n"
        "provbygden,2020,alla-brott,,not_delivered,,,statistik\n")(sound_folder)  # fmt: skip
    add("coverage.csv", "provbygden,2020,110,0,,,statistik\n")(sound_folder)
    read_promise_folder(sound_folder)


def test_outlines_are_required(sound_folder: Path, releases: Path) -> None:
    (sound_folder / "outlines.geojson").unlink()
    assert publish(sound_folder) == 0


def test_files_without_facts_are_refused(sound_folder: Path, releases: Path) -> None:
    for name in ("population", "reported_crimes", "safety_survey", "statements", "activities",
                 "activity_events", "not_published"):  # fmt: skip
        rewrite(f"{name}.csv", lambda data: data.split(b"\n")[0])(sound_folder)
    assert publish(sound_folder) == 0
