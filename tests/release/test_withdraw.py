"""A release that shows too much can be taken away at once, for good, and everybody is told so."""

import json
import os
import shutil
from pathlib import Path

import duckdb
import pytest
from attacker import view_of
from killed_publications import killed_everywhere
from serving import SIGNED, answers, contents, publish
from sound_folder import PROMISE, cell, together, write_sound_folder

from trygghet import cli
from trygghet.release.history import CURRENT, read_history
from trygghet.release.store import Store, current_release
from trygghet.words.releases import log_lines

LEAK = ("storby", "alla-brott", "2020")


def _hidden(folder: Path) -> Path:
    """Storby's count in the folder is `protected` from now on."""
    together(
        cell("reported_crimes.csv", 12, "count", ""),
        cell("reported_crimes.csv", 12, "missing_reason", "protected"),
        cell("population.csv", 2, "population", "1300"),
    )(folder)
    return folder


def _leaking(folder: Path) -> Path:
    """Storby's count stands there, although it should not."""
    together(
        cell("reported_crimes.csv", 12, "count", "17"),
        cell("reported_crimes.csv", 12, "missing_reason", ""),
    )(folder)
    return folder


@pytest.fixture(scope="session")
def leak_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two releases, the first of which hides the count that the second shows. Only to be copied."""
    base = tmp_path_factory.mktemp("leak")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRYGGHET_RELEASES", str(base))
        folder = write_sound_folder(base / "data" / PROMISE)
        assert publish(folder) == 0
        assert publish(_leaking(folder)) == 0
    return base / PROMISE


@pytest.fixture
def leak(leak_once: Path, sound_folder: Path, releases: Path) -> Path:
    """The folder that hides the count again, where it is published."""
    shutil.copytree(leak_once, releases / PROMISE)
    return _hidden(sound_folder)


def _names(releases: Path) -> list[str]:
    return sorted(path.name[:4] for path in (releases / PROMISE).glob("*.duckdb"))


def _log(releases: Path) -> list[tuple[str, str]]:
    release = Store(releases).release(PROMISE)
    return [(one.title, one.detail) for one in log_lines(release.log(), release.withdrawn())]


def test_a_release_that_shows_too_much_stays(
    leak: Path, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = Store(releases)
    held = store.release(PROMISE)
    before = answers(held)
    assert view_of(current_release(releases, PROMISE)).shown[LEAK] == 17
    kept = contents(releases)
    # Refused, and told which release it is that shows the count.
    for command in (["build"], ["publish", *SIGNED]):
        assert cli.main([*command, str(leak)]) == 1
        assert capsys.readouterr().err.splitlines() == [
            "1 litet tal skulle gå att räkna ut. Ingenting är publicerat.",
            "  storby, alla-brott, 2020: står i utgåva 2. Dra tillbaka den med --withdraw 2, eller"
            " ta bort perioden ur reported_crimes.csv.",
            "Det som redan har hämtats går inte att ta tillbaka.",
        ]
        assert contents(releases) == kept
    assert cli.main(["build", str(leak), "--withdraw", "2"]) == 0
    assert "  Utgåva 2 skulle dras tillbaka och tas bort." in capsys.readouterr().out
    assert contents(releases) == kept
    assert publish(leak, "--withdraw", "2") == 0
    printed = capsys.readouterr()
    assert "  Utgåva 2 är tillbakadragen. Det som redan har hämtats" in printed.out
    assert "  Mot utgåva 1:" in printed.out and "17" not in printed.out
    assert printed.err == ""
    assert _names(releases) == ["0001", "0003"]
    assert LEAK not in view_of(current_release(releases, PROMISE)).shown
    assert store.release(PROMISE).populations()[0].population == 1300
    assert answers(held) == before  # whoever holds the old one is not disturbed
    (one,) = store.release(PROMISE).corrections()
    assert (one.table, one.release, one.old, one.new) == ("population", 3, "1250", "1300")
    written = json.loads((releases / PROMISE / CURRENT).read_text(encoding="utf-8"))
    assert [entry["withdrawn"] for entry in written["history"]] == [[], [], [2]]


def test_readers_are_not_told_of_a_withdrawal(leak: Path, releases: Path) -> None:
    assert publish(leak, "--withdraw", "2") == 0
    (third, said), (second, _), (first, _) = _log(releases)
    assert "tillbakadragen" not in third + first
    assert said.endswith(" borttagna. Utgåva 2 är tillbakadragen.")
    assert second.startswith("Utgåva 2, ") and second.endswith(", tillbakadragen")
    assert publish(leak, "--withdraw", "1", "3") == 0
    assert _names(releases) == ["0004"]
    (_, said), *earlier = _log(releases)
    assert said.endswith(" Utgåvorna 1, 3 är tillbakadragna.")
    assert all(title.endswith(", tillbakadragen") for title, _ in earlier)


def test_a_withdrawn_release_comes_back(
    leak: Path, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = current_release(releases, PROMISE).read_bytes()
    name = current_release(releases, PROMISE).name
    assert publish(leak, "--withdraw", "2") == 0
    # As when the publication was killed before it deleted the file, or a backup brought it back.
    (releases / PROMISE / name).write_bytes(old)
    capsys.readouterr()
    assert cli.main(["rollback", PROMISE, "--to", "2", *SIGNED]) == 1
    told = "Utgåva 2 är tillbakadragen och kan inte gälla igen. Ingenting är ändrat. Det finns: 1."
    assert told in capsys.readouterr().err
    assert publish(leak) == 0
    printed = capsys.readouterr()
    assert "utgåva 3 stämmer redan" in printed.out and printed.err == ""
    assert _names(releases) == ["0001", "0003"]
    # The one before the current one is the one that is left.
    assert cli.main(["rollback", PROMISE, *SIGNED]) == 0
    assert current_release(releases, PROMISE).name.startswith("0001-")
    assert publish(leak) == 0
    assert _names(releases) == ["0001", "0003", "0004"]
    assert capsys.readouterr().err == ""


def test_an_unchanged_folder_cannot_take_a_release_away(
    leak: Path, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(leak, "--withdraw", "2") == 0
    assert publish(leak, "--withdraw", "3") == 0
    assert "utgåva 4 är publicerad" in capsys.readouterr().out
    assert _names(releases) == ["0001", "0004"]


@pytest.mark.parametrize(
    ("withdraw", "told"),
    [
        (["4"], "Det finns ingen utgåva 4. Det finns: 1, 2."),
        (["2", "0"], "Det finns ingen utgåva 0. Det finns: 1, 2."),
        (["två"], "”två” är inget nummer på en utgåva. Skriv till exempel --withdraw 3."),
        (["-1"], "”-1” är inget nummer på en utgåva."),
    ],
)
def test_a_wrong_number_takes_the_wrong_release_away(
    withdraw: list[str],
    told: str,
    leak: Path,
    releases: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = contents(releases)
    for command in (["build"], ["publish", *SIGNED]):
        assert cli.main([*command, str(leak), "--withdraw", *withdraw]) == 1
        assert told in capsys.readouterr().err
    assert contents(releases) == before


def test_a_release_is_withdrawn_twice_or_of_every_promise(
    leak: Path, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(leak, "--withdraw", "2") == 0
    before = contents(releases)
    assert publish(leak, "--withdraw", "2") == 1
    assert "Utgåva 2 är redan tillbakadragen. Ingen ny" in capsys.readouterr().err
    assert publish(leak, leak, "--withdraw", "1") == 1
    assert "Ange mappen med det löfte som utgåvan hör till" in capsys.readouterr().err
    assert contents(releases) == before


def test_the_first_release_withdraws_one(
    sound_folder: Path, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(sound_folder, "--withdraw", "1") == 1
    assert "Det finns ingen utgåva 1. Det finns: –." in capsys.readouterr().err
    assert publish(sound_folder) == 0


def test_a_damaged_release_cannot_be_taken_away(
    leak: Path, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = current_release(releases, PROMISE)
    path.chmod(0o644)
    path.write_bytes(b"half")
    assert publish(leak, "--withdraw", "2") == 0
    assert capsys.readouterr().err == ""
    assert _names(releases) == ["0001", "0003"]


def test_a_file_that_cannot_be_deleted_is_kept_in_silence(
    leak: Path, releases: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name, unlink = current_release(releases, PROMISE), Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path == name:
            raise PermissionError(13, "Permission denied")
        unlink(path, missing_ok=missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        assert publish(leak, "--withdraw", "2") == 0
        assert f"Filen {name} hör till en tillbakadragen utgåva" in capsys.readouterr().err
        assert publish(leak) == 0
        assert f"Filen {name} hör till en tillbakadragen utgåva" in capsys.readouterr().err
    assert publish(leak) == 0
    assert capsys.readouterr().err == ""
    assert _names(releases) == ["0001", "0003"]


def test_a_count_that_follows_from_an_earlier_release_has_no_way_out(
    sound_folder: Path, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A quarter and two of its months were shown; the third, which came later, is too small."""
    path = sound_folder / "reported_crimes.csv"
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"lillby,2020-01,alla-brott,4,,,,statistik\n", b""))
    assert publish(sound_folder) == 0
    path.write_bytes(whole)
    capsys.readouterr()
    assert publish(sound_folder) == 1
    assert (
        "  lillby, alla-brott, 2020-01: går att räkna ut med hjälp av utgåva 1. Dra tillbaka den"
        " med --withdraw 1, eller"
    ) in capsys.readouterr().err
    assert publish(sound_folder, "--withdraw", "1") == 0
    assert ("lillby", "alla-brott", "2020-01") not in view_of(
        current_release(releases, PROMISE)
    ).shown


def test_what_was_written_before_withdrawals_cannot_be_read(leak: Path, releases: Path) -> None:
    pointer = releases / PROMISE / CURRENT
    content = json.loads(pointer.read_text(encoding="utf-8"))
    for entry in content["history"]:
        del entry["withdrawn"], entry["against"]
    pointer.write_text(json.dumps(content), encoding="utf-8")
    found = read_history(releases / PROMISE)
    assert found is not None
    assert [(one.against, one.withdrawn) for one in found.switches] == [(None, ()), (1, ())]
    assert publish(leak, "--withdraw", "2") == 0


@pytest.mark.parametrize("withdrawn", [[3], ["1"], 1, None, [2]])
def test_a_log_that_withdraws_what_is_not_there_is_believed(
    withdrawn: object, leak: Path, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pointer = releases / PROMISE / CURRENT
    content = json.loads(pointer.read_text(encoding="utf-8"))
    content["history"][1]["withdrawn"] = withdrawn
    pointer.write_text(json.dumps(content), encoding="utf-8")
    before = contents(releases)
    assert publish(leak) == 1
    assert "saknas eller går inte att läsa" in capsys.readouterr().err
    assert contents(releases) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_withdrawal_that_is_killed_leaves_readers_without_a_release_or_the_file_for_ever(
    leak: Path, releases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """kill -9 at every file operation of a withdrawal."""
    killed = killed_everywhere("withdraw", leak, releases, tmp_path / "killed")
    assert len([*(tmp_path / "killed").iterdir()]) >= 15
    assert len(killed) >= 5
    states = set()
    for number, copy in enumerate(killed):
        store = Store(copy)
        switched = bool(store.release(PROMISE).withdrawn())
        assert store.release(PROMISE).populations()[0].population == (1300 if switched else 1250)
        states.add((switched, "0002" in _names(copy)))
        if number and not (switched and "0002" in _names(copy)):
            continue  # the first one and those with something to mend are published again
        monkeypatch.setenv("TRYGGHET_RELEASES", str(copy))
        assert publish(leak, *(() if switched else ("--withdraw", "2"))) == 0, number
        assert _names(copy) == ["0001", "0003"]
        assert {Path(name).suffix for name in contents(copy)} == {"", ".duckdb", ".json"}
        with duckdb.connect(str(current_release(copy, PROMISE)), read_only=True) as connection:
            told = connection.execute("SELECT old FROM corrections").fetchall()
        assert told == [("1250",)]
    # Never deleted before the switch; between the two there is a moment that was hit.
    assert states == {(False, True), (True, True), (True, False)}
