"""A release says what its folder says, and a build that fails changes nothing for readers."""

import csv
import errno
import io
import os
import resource
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import duckdb
import pytest
from killed_builds import build_killed_everywhere
from serving import Published, answers, contents
from sound_folder import FILES, PROMISE, cell, swap, write_sound_folder

import trygghet
from trygghet import cli
from trygghet.check import read_promise_folder
from trygghet.release import build
from trygghet.release.store import Store, open_read_only
from trygghet.schema import TABLES, Column, Table


def _releases_in(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / PROMISE).glob("*.duckdb"))


# -- what a release says


def _rows_of_the_csv(table: Table) -> list[list[Any]]:
    lines = csv.DictReader(io.StringIO(FILES[table.file]))
    return [
        [number, *(_read(column, row[column.name]) for column in table.columns)]
        for number, row in enumerate(lines, 2)
    ]


def _read(column: Column, text: str) -> Any:
    if text == "":
        return None
    readers: dict[str, Any] = {"count": int, "decimal": float, "refs": lambda ids: ids.split(";")}
    return readers.get(column.type, str)(text)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_release_says_something_else_than_its_folder(table: Table, untouched: Published) -> None:
    (name,) = _releases_in(untouched.releases)
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    with open_read_only(untouched.releases / PROMISE / name) as connection:
        rows = connection.execute(
            f'SELECT line, {columns} FROM "{table.name}" ORDER BY line'  # noqa: S608
        ).fetchall()
    assert [list(row) for row in rows] == _rows_of_the_csv(table)


def test_times_become_other_days(untouched: Published) -> None:
    (name,) = _releases_in(untouched.releases)
    with open_read_only(untouched.releases / PROMISE / name) as connection:
        times = connection.execute(
            """SELECT DISTINCT period, period_start, period_end, period_kind FROM reported_crimes
               WHERE period IN ('2019', '2019-Q4', '2020-02') ORDER BY period"""
        ).fetchall()
        (deadline,) = connection.execute(
            "SELECT first_deadline_end FROM activities WHERE id = 'P01'"
        ).fetchall()
        published_as = connection.execute(
            "SELECT value, value_published FROM safety_survey ORDER BY line"
        ).fetchall()
    assert times == [
        ("2019", date(2019, 1, 1), date(2019, 12, 31), "year"),
        ("2019-Q4", date(2019, 10, 1), date(2019, 12, 31), "quarter"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "month"),
    ]
    assert deadline == (date(2020, 12, 31),)
    assert published_as == [(1.56, "1.56"), (1.4, "1.4"), (None, None)]


def test_the_promise_loses_words(untouched: Published) -> None:
    release = untouched.store.release(PROMISE)
    promise = release.promise()
    assert promise.id == PROMISE
    assert promise.summary == (
        "Provbygds kommun och Polisen lovar att start = så här kan en rad i en text börja."
    )
    assert promise.parties == ["Provbygds kommun", "Polisen (lokalpolisområde Prov)"]
    assert (promise.start, promise.first_end, promise.baseline_year, promise.as_of) == (
        "2020-05", "2020-12-31", 2019, "2021-12-31",
    )  # fmt: skip
    assert [(one.decided, one.end, one.reason) for one in release.extensions()] == [
        ("2020-11-02", "2021-06-30", "Pandemin.")
    ]
    assert [goal.text for goal in release.goals()] == [
        "Fler ska känna sig trygga.", "Brotten ska bli färre.",
    ]  # fmt: skip
    assert [one.title for one in release.focus_areas()] == ["Trafik"]
    assert [one.text for one in release.follow_up()] == ["Uppföljning varje kvartal."]
    assert [one.text for one in release.reading_notes()] == ["Små tal varierar av slump."]
    assert [one.name for one in release.contacts()] == ["Provbygds kommun"]
    lillby, around = release.outlines()
    assert (lillby.id, lillby.role, around.id) == ("lillby", "village", "yta")
    assert lillby.rings == [[[13.4, 55.7], [13.5, 55.7], [13.5, 55.8], [13.4, 55.7]]]


def test_missing_becomes_zero_or_zero_missing(untouched: Published) -> None:
    seen = untouched.store.release(PROMISE).observations("alla-brott", ["lillby"], "quarter")
    assert [(one.period, one.value, one.missing_reason) for one in seen][-2:] == [
        ("2020-Q1", 9, None), ("2020-Q2", None, "not_delivered"),
    ]  # fmt: skip
    months = untouched.store.release(PROMISE).observations("alla-brott", ["lillby"], "month")
    assert (months[-1].period, months[-1].value) == ("2020-03", 0)


# -- one file, one name, one pointer


def test_a_release_is_more_than_one_file(published: Published, releases: Path) -> None:
    (name,) = _releases_in(releases)
    assert set(contents(releases)) == {f"{PROMISE}/{name}", f"{PROMISE}/current"}
    assert (releases / PROMISE / "current").read_text() == name


def test_a_second_build_rewrites_what_is_right(
    sound_folder: Path, published: Published, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def states() -> list[tuple[str, int, int]]:
        found = sorted((releases / PROMISE).iterdir())
        return [(path.name, path.stat().st_ino, path.stat().st_mtime_ns) for path in found]

    before = states()
    assert cli.main(["build", str(sound_folder)]) == 0
    assert "stämmer redan med filerna" in capsys.readouterr().out
    assert states() == before
    assert published.still_serves()


def test_where_a_folder_lies_changes_its_release(
    sound_folder: Path, tmp_path: Path, releases: Path
) -> None:
    here = build.release_id(read_promise_folder(sound_folder))
    there = build.release_id(read_promise_folder(write_sound_folder(tmp_path / "annan" / "plats")))
    assert here == there
    cell("population.csv", 2, "population", "1251")(sound_folder)
    assert build.release_id(read_promise_folder(sound_folder)) != here


def test_readers_keep_or_get_the_wrong_release(
    sound_folder: Path, published: Published, releases: Path
) -> None:
    held = published.store.release(PROMISE)
    (first,) = _releases_in(releases)
    for population in ("1300", "1400", "1500"):
        cell("population.csv", 2, "population", population)(sound_folder)
        assert cli.main(["build", str(sound_folder)]) == 0
        now = published.store.release(PROMISE).populations()[0].population
        assert now == int(population)
        assert Store(releases).release(PROMISE).populations()[0].population == now
        # Whoever holds the first one is not disturbed, not even when its file is gone.
        assert held.populations()[0].population == 1250
        assert answers(held) == published.answers
    assert first not in _releases_in(releases)
    assert len(_releases_in(releases)) == 2
    assert (releases / PROMISE / "current").read_text() in _releases_in(releases)


def test_going_back_to_old_figures_does_not_go_back(
    sound_folder: Path, published: Published, releases: Path
) -> None:
    for population in ("1300", "1250", "1300", "1250"):
        cell("population.csv", 2, "population", population)(sound_folder)
        assert cli.main(["build", str(sound_folder)]) == 0
        now = published.store.release(PROMISE).populations()[0].population
        assert now == int(population)
        assert len(_releases_in(releases)) <= 3


def test_a_damaged_release_cannot_be_built_again(
    sound_folder: Path, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["build", str(sound_folder)]) == 0
    (name,) = _releases_in(releases)
    path = releases / PROMISE / name
    path.write_bytes(path.read_bytes()[:50_000])
    assert cli.main(["build", str(sound_folder)]) == 0
    assert "utgåvan är klar" in capsys.readouterr().out.splitlines()[-1]
    assert Store(releases).release(PROMISE).promise().id == PROMISE


# -- builds that fail


def _refuse(*_: object, **__: object) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


def _damage(*_: object, **__: object) -> NoReturn:
    raise duckdb.IOException("Corrupt database file")


def _interrupt(*_: object, **__: object) -> NoReturn:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("step", "failure"),
    [
        ("computed_tables", _refuse),
        ("computed_tables", _interrupt),
        ("open_read_only", _damage),
        ("Path.replace", _refuse),
        ("switch_to", _refuse),
        ("switch_to", _interrupt),
        ("os.fsync", _refuse),
    ],
)
def test_a_build_that_stops_half_way_changes_what_is_published(
    step: str,
    failure: Any,
    sound_folder: Path,
    published: Published,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    cell("population.csv", 2, "population", "1300")(sound_folder)
    with monkeypatch.context() as patch:
        if step == "Path.replace":
            patch.setattr(Path, "replace", failure)
        elif step == "os.fsync":
            patch.setattr(os, "fsync", failure)
        else:
            patch.setattr(build, step, failure)
        if failure is _interrupt:
            with pytest.raises(KeyboardInterrupt):
                cli.main(["build", str(sound_folder)])
        else:
            assert cli.main(["build", str(sound_folder)]) == 1
            printed = capsys.readouterr()
            assert printed.err.startswith("Utgåvan kunde inte skrivas: ")
            assert printed.err.rstrip().endswith("Den tidigare ligger kvar.")
            assert printed.out == ""
    assert answers(published.store.release(PROMISE)) == published.answers
    assert answers(Store(published.releases).release(PROMISE)) == published.answers
    left = {Path(name).suffix for name in set(contents(published.releases))}
    assert left <= {"", ".duckdb", ".new"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_build_that_is_killed_leaves_readers_without_a_release(
    sound_folder: Path, published: Published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """kill -9 at every file operation of a build, and at some moments in between."""
    swap("promise.toml", '"Tryggt i Provbygd"', '"Ett nytt namn"')(sound_folder)
    killed = build_killed_everywhere(sound_folder, published.releases, tmp_path / "killed")
    assert len(killed) >= 10
    titles = []
    for number, releases in enumerate(killed):
        store = Store(releases)
        promise, *rest = answers(store.release(PROMISE))
        titles.append(promise.title)
        assert rest == published.answers[1:], number
        if number % 3:
            continue  # one in three is built again, to save time
        monkeypatch.setenv("TRYGGHET_RELEASES", str(releases))
        assert cli.main(["build", str(sound_folder)]) == 0, number
        assert store.release(PROMISE).promise().title == "Ett nytt namn"
        assert answers(store.release(PROMISE))[1:] == published.answers[1:]
    assert set(titles) == {"Tryggt i Provbygd", "Ett nytt namn"}


def test_what_a_killed_build_left_stays_for_ever(
    sound_folder: Path, published: Published, releases: Path
) -> None:
    for name in ("0123456789abcdef.7.new", "0123456789abcdef.7.new.wal", "current.7.new"):
        (releases / PROMISE / name).write_bytes(b"half")
        os.utime(releases / PROMISE / name, (1, 1))
    cell("population.csv", 2, "population", "1300")(sound_folder)
    assert cli.main(["build", str(sound_folder)]) == 0
    assert not list((releases / PROMISE).glob("*.new*"))


def test_a_clock_that_was_wrong_removes_the_new_release(
    sound_folder: Path, published: Published, releases: Path
) -> None:
    (before,) = (releases / PROMISE).glob("*.duckdb")
    os.utime(before, (4e9, 4e9))
    cell("population.csv", 2, "population", "1300")(sound_folder)
    assert cli.main(["build", str(sound_folder)]) == 0
    assert Store(releases).release(PROMISE).populations()[0].population == 1300


def test_half_a_build_with_the_same_process_number_blocks_the_next(
    sound_folder: Path, published: Published, releases: Path
) -> None:
    cell("population.csv", 2, "population", "1300")(sound_folder)
    name = build.release_id(read_promise_folder(sound_folder))
    (releases / PROMISE / f"{name}.{os.getpid()}.new").write_bytes(b"half a release")
    (releases / PROMISE / f"{name}.{os.getpid()}.new.wal").write_bytes(b"half a log")
    assert cli.main(["build", str(sound_folder)]) == 0


def test_old_releases_that_cannot_be_removed_fail_a_finished_build(
    sound_folder: Path, published: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    cell("population.csv", 2, "population", "1300")(sound_folder)
    folder = read_promise_folder(sound_folder)
    monkeypatch.setattr(Path, "iterdir", _refuse)
    assert build.build_release(folder, published.releases).new
    assert published.store.release(PROMISE).populations()[0].population == 1300


def test_a_file_in_the_place_of_the_releases_ends_in_a_traceback(
    sound_folder: Path, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    releases.write_bytes(b"")
    assert cli.main(["build", str(sound_folder), "--lang", "en"]) == 1
    printed = capsys.readouterr().err
    assert printed.startswith("The release could not be written: ")
    assert releases.read_bytes() == b""


def test_a_read_only_folder_ends_in_a_traceback(
    sound_folder: Path, published: Published, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cell("population.csv", 2, "population", "1300")(sound_folder)
    (releases / PROMISE).chmod(0o555)
    if os.access(releases / PROMISE, os.W_OK):
        pytest.skip("root may write anywhere")
    try:
        assert cli.main(["build", str(sound_folder)]) == 1
        assert "Utgåvan kunde inte skrivas" in capsys.readouterr().err
        assert published.still_serves()
    finally:
        (releases / PROMISE).chmod(0o755)


@pytest.mark.parametrize("limit", [6_000, 20_000, 200_000])
def test_a_full_disk_ends_in_a_traceback_or_in_half_a_release(
    limit: int, sound_folder: Path, published: Published
) -> None:
    cell("population.csv", 2, "population", "1300")(sound_folder)
    done = subprocess.run(
        [sys.executable, "-B", "-m", "trygghet", "build", str(sound_folder)],
        env=os.environ | {"PYTHONPATH": str(Path(trygghet.__file__).parents[1])},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("Utgåvan kunde inte skrivas: ")
    assert "write" in done.stderr
    assert "Traceback" not in done.stderr
    assert published.still_serves()
