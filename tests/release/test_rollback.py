"""Going back to an earlier release: whole, signed, and never the loss of another one."""

import os
import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest
from killed_publications import killed_everywhere
from serving import SIGNED, contents, publish
from sound_folder import PROMISE, cell, write_sound_folder

from trygghet import cli
from trygghet.release import publish as publishing
from trygghet.release.history import History, read_history
from trygghet.release.store import Store

POPULATIONS = (1250, 1300, 1400)


@pytest.fixture(scope="session")
def three_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three releases; the number of inhabitants tells which is which. Only to be copied."""
    base = tmp_path_factory.mktemp("three")
    folder = write_sound_folder(base / PROMISE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRYGGHET_RELEASES", str(base / "releases"))
        for population in POPULATIONS:
            cell("population.csv", 2, "population", str(population))(folder)
            assert publish(folder) == 0
    return base


@pytest.fixture
def three(three_once: Path, sound_folder: Path, releases: Path) -> Path:
    """Three releases where the program publishes to, of the folder as it is now."""
    cell("population.csv", 2, "population", str(POPULATIONS[-1]))(sound_folder)
    shutil.copytree(three_once / "releases", releases)
    return releases


def rollback(*arguments: str) -> int:
    return cli.main(["rollback", *arguments, "--by", "Åsa Ek", "--why", "Fel siffror"])


def population(store: Store) -> int | None:
    return store.release(PROMISE).populations()[0].population


def numbers(releases: Path) -> list[tuple[str, int]]:
    return [(one.action, one.number) for one in history(releases).switches]


def history(releases: Path) -> History:
    found = read_history(releases / PROMISE)
    assert found is not None
    return found


def test_going_back_does_not_go_back(
    three: Path, sound_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = Store(three)
    held = store.release(PROMISE)
    before = {name: data for name, data in contents(three).items() if name.endswith(".duckdb")}
    capsys.readouterr()
    assert rollback(PROMISE) == 0
    assert capsys.readouterr().out == (
        f"{PROMISE}: utgåva 2 gäller igen, i stället för utgåva 3.\n"
    )
    # A running server and a new one show it; who holds a release keeps it.
    assert population(store) == population(Store(three)) == 1300
    assert held.populations()[0].population == 1400
    restored = store.release(PROMISE).restored()
    assert restored is not None
    assert (restored.number, restored.replaced) == (2, 3)
    assert (restored.by, restored.why) == ("Åsa Ek", "Fel siffror")
    assert rollback(PROMISE) == 0
    assert population(store) == 1250
    assert numbers(three)[3:] == [("rollback", 2), ("rollback", 1)]
    kept = {name: data for name, data in contents(three).items() if name.endswith(".duckdb")}
    assert kept == before
    # Forward again, by number, and then on from the highest one.
    assert rollback(PROMISE, "--to", "3") == 0
    assert population(store) == 1400
    assert rollback(PROMISE, "--to", "1") == 0
    cell("population.csv", 2, "population", "1500")(sound_folder)
    assert publish(sound_folder) == 0
    assert numbers(three)[-1] == ("publish", 4)
    assert store.release(PROMISE).restored() is None
    assert population(store) == 1500
    # What was published in between does not count as what stood before.
    assert rollback(PROMISE) == 0
    assert population(store) == 1250


def test_what_was_rolled_back_cannot_be_published_again(three: Path, sound_folder: Path) -> None:
    assert rollback(PROMISE) == 0
    assert publish(sound_folder) == 0
    assert numbers(three)[-1] == ("publish", 4)
    assert population(Store(three)) == 1400


def test_the_log_on_the_page_ends_where_the_file_was_written(three: Path) -> None:
    assert rollback(PROMISE, "--to", "1") == 0
    release = Store(three).release(PROMISE)
    assert release.edition().number == 1
    assert [(one.action, one.number) for one in release.log()] == [
        ("publish", 1), ("publish", 2), ("publish", 3), ("rollback", 1),
    ]  # fmt: skip
    # The file alone knows what there was when it was written.
    (file,) = (three / PROMISE).glob("0003-*.duckdb")
    with duckdb.connect(str(file), read_only=True) as connection:
        told = connection.execute("SELECT number FROM release_log ORDER BY line").fetchall()
    assert told == [(1,), (2,), (3,)]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([PROMISE, "--to=4"], "Det finns ingen utgåva 4. Det finns: 1, 2."),
        ([PROMISE, "--to=0"], "Det finns ingen utgåva 0."),
        ([PROMISE, "--to=3"], "Utgåva 3 gäller redan."),
        ([PROMISE, "--to=två"], "”två” är inget nummer på en utgåva."),
        ([PROMISE, "--to=-1"], "”-1” är inget nummer på en utgåva."),
        ([PROMISE, "--to=٢"], "är inget nummer på en utgåva."),
        (["../" + PROMISE], f"Löften med utgåvor: {PROMISE}."),
        (["annat"], "Löftet ”annat” har ingen utgåva i"),
        ([""], "har ingen utgåva i"),
    ],
)
def test_a_wrong_number_or_name_ends_in_a_traceback(
    arguments: list[str], told: str, three: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(three)
    assert rollback(*arguments) == 1
    assert told in capsys.readouterr().err
    assert contents(three) == before


def test_the_first_release_has_one_before_it(
    sound_folder: Path, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(sound_folder) == 0
    before = contents(releases)
    assert rollback(PROMISE) == 1
    told = "Ingen utgåva gällde före utgåva 1. Ange en annan med --to. Det finns: –."
    assert told in capsys.readouterr().err
    assert contents(releases) == before


@pytest.mark.parametrize("arguments", [["--by", "x"], ["--why", "x"], []])
def test_a_rollback_goes_unsigned(
    arguments: list[str], three: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(three)
    assert cli.main(["rollback", PROMISE, *arguments]) == 1
    assert capsys.readouterr().err.startswith("Skriv v")
    assert contents(three) == before


@pytest.mark.parametrize("damage", ["changed", "lost"])
def test_a_damaged_release_becomes_the_current_one(
    damage: str, three: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = (three / PROMISE).glob("0002-*")
    path.chmod(0o644)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data) if damage == "changed" else path.unlink()
    before = contents(three)
    capsys.readouterr()
    assert rollback(PROMISE) == 1
    assert "Utgåva 2 är skadad eller borta" in capsys.readouterr().err
    assert contents(three) == before
    assert population(Store(three)) == 1400
    assert rollback(PROMISE, "--to", "1") == 0


def test_a_release_that_this_program_cannot_show_becomes_the_current_one(
    three: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = (three / PROMISE).glob("0002-*")
    path.chmod(0o644)
    with duckdb.connect(str(path)) as connection:
        connection.execute("ALTER TABLE goal_status RENAME COLUMN rule TO regel")
    monkeypatch.setattr(publishing, "sha256", lambda path: _published_sum(three, path))
    assert rollback(PROMISE) == 1
    assert "en annan version av programmet" in capsys.readouterr().err
    assert population(Store(three)) == 1400


def _published_sum(releases: Path, path: Path) -> Any:
    return next(one.sha256 for one in history(releases).switches if one.file == path.name)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_rollback_that_is_killed_leaves_readers_without_a_release(
    three: Path, sound_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """kill -9 at every file operation of a rollback, and at some moments in between."""
    killed = killed_everywhere("rollback", PROMISE, three, tmp_path / "killed")
    assert len([*(tmp_path / "killed").iterdir()]) >= 10
    assert len(killed) >= 3
    seen = set()
    for releases in killed:
        seen.add(population(Store(releases)))
        monkeypatch.setenv("TRYGGHET_RELEASES", str(releases))
        assert cli.main(["rollback", PROMISE, "--to", "1", *SIGNED]) == 0
        assert population(Store(releases)) == 1250
    assert seen == {1400, 1300}
