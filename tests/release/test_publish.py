"""A publication makes a new whole release or changes nothing, and no earlier one is ever lost."""

import ctypes
import errno
import json
import os
import resource
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import duckdb
import pytest
from killed_publications import killed_everywhere
from serving import SIGNED, Published, answers, contents, publish
from sound_folder import PROMISE, add, cell, swap, together

import trygghet
from trygghet import cli
from trygghet.release import build, history
from trygghet.release import publish as publishing
from trygghet.release.history import CURRENT, only_one, read_history
from trygghet.release.publish import sha256
from trygghet.release.store import Store, current_release


def _names(releases: Path) -> list[str]:
    return sorted(path.name for path in (releases / PROMISE).glob("*.duckdb"))


def _population(releases: Path) -> int | None:
    return Store(releases).release(PROMISE).populations()[0].population


def _people(count: int) -> Callable[[Path], None]:
    return cell("population.csv", 2, "population", str(count))


# -- numbers, files and the log


def test_a_release_is_more_than_a_file_a_log_and_a_lock(
    releases: Path, published: Published
) -> None:
    (name,) = _names(releases)
    own = {f"{PROMISE}/{n}" for n in (name, CURRENT, "lock")}
    assert set(contents(releases)) == {"promises.json", *own}
    assert name.startswith("0001-")
    written = json.loads((releases / PROMISE / CURRENT).read_text(encoding="utf-8"))
    assert written["current"] == name


def test_an_earlier_release_is_changed_or_lost(
    sound_folder: Path, published: Published, releases: Path
) -> None:
    held = published.store.release(PROMISE)
    kept: dict[str, bytes] = {}
    for number, population in enumerate((1300, 1400, 1500, 1250), 2):
        kept |= {n: (releases / PROMISE / n).read_bytes() for n in _names(releases)}
        _people(population)(sound_folder)
        assert publish(sound_folder) == 0
        assert published.store.release(PROMISE).populations()[0].population == population
        assert _population(releases) == population
        # Whoever holds the first one is not disturbed.
        assert answers(held) == published.answers
        assert len(_names(releases)) == number
        assert current_release(releases, PROMISE).name.startswith(f"{number:04}-")
    assert {name: (releases / PROMISE / name).read_bytes() for name in kept} == kept
    for name in _names(releases):
        assert stat.S_IMODE((releases / PROMISE / name).stat().st_mode) == 0o444


def test_it_cannot_be_told_who_published_what_when_and_why(
    sound_folder: Path, published: Published, releases: Path
) -> None:
    before = datetime.now().astimezone().replace(microsecond=0)
    together(_people(1300), add("statements.csv", "u2,lillby,2021,Lugnt,,stated,matning\n"))(
        sound_folder
    )
    arguments = ["--by", "  Åsa Ek, Provbygd ", "--why", "Nya invånare"]
    assert cli.main(["publish", str(sound_folder), *arguments]) == 0
    log = Store(releases).release(PROMISE).log()
    assert [(one.number, one.action, one.by, one.why, one.replaced) for one in log] == [
        (1, "publish", "Testet", "Ett prov", None),
        (2, "publish", "Åsa Ek, Provbygd", "Nya invånare", 1),
    ]
    assert [(one.added, one.changed, one.removed) for one in log][1] == (1, 1, 0)
    assert before <= datetime.fromisoformat(log[1].at) <= datetime.now().astimezone()
    assert Store(releases).release(PROMISE).edition() == log[1]
    found = read_history(releases / PROMISE)
    assert found is not None
    for switch in found.switches:
        assert switch.sha256 == sha256(releases / PROMISE / switch.file)


def test_what_is_unchanged_becomes_a_release_of_its_own(
    sound_folder: Path, published: Published, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def states() -> list[tuple[str, int, int]]:
        found = sorted((releases / PROMISE).iterdir())
        return [(path.name, path.stat().st_ino, path.stat().st_mtime_ns) for path in found]

    before = states()
    assert publish(sound_folder) == 0
    assert "utgåva 1 stämmer redan med filerna och programmet" in capsys.readouterr().out
    assert states() == before
    assert published.still_serves()


def test_a_damaged_release_cannot_be_published_again(
    sound_folder: Path, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for population in (1250, 1300):
        _people(population)(sound_folder)
        assert publish(sound_folder) == 0
    path = current_release(releases, PROMISE)
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:50_000])
    capsys.readouterr()
    assert publish(sound_folder) == 0
    printed = capsys.readouterr()
    assert "Utgåva 2 är skadad" in printed.err
    assert "utgåva 3 är publicerad" in printed.out
    # The comparison is with the newest whole one.
    assert "Mot utgåva 1:" in printed.out
    assert "population 1250 → 1300" in printed.out
    assert _population(releases) == 1300
    assert len(_names(releases)) == 3


# -- who and why


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Skriv vem som publicerar: --by"),
        (("--why", "x"), "Skriv vem som publicerar: --by"),
        (("--by", " ", "--why", "x"), "Skriv vem som publicerar: --by"),
        (("--by", "x"), "Skriv varför: --why"),
        (("--by", "x", "--why", ""), "Skriv varför: --why"),
        (("--by", "x", "--why", "a\nb"), "går inte att visa"),
        (("--by", "x\x1b[31m", "--why", "a"), "går inte att visa"),
        (("--by", "x", "--why", "å" * 301), "högst 300 tecken"),
        (("--by", "x", "--why", "a\udcff"), "går inte att visa"),
    ],
)
def test_a_release_is_published_without_who_or_why(
    arguments: tuple[str, ...],
    told: str,
    sound_folder: Path,
    published: Published,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _people(1300)(sound_folder)
    assert cli.main(["publish", str(sound_folder), *arguments]) == 1
    printed = capsys.readouterr()
    assert told in printed.err
    assert "\x1b" not in printed.err and printed.out == ""
    assert published.still_serves()


def test_the_first_release_asks_for_a_reason(sound_folder: Path, releases: Path) -> None:
    assert cli.main(["publish", str(sound_folder), "--by", "Åsa"]) == 0
    assert Store(releases).release(PROMISE).edition().why == "Första utgåvan"


# -- the dry run


def test_a_dry_run_leaves_something_behind(
    sound_folder: Path,
    published: Published,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(publishing.tempfile, "tempdir", str(tmp_path / "tillfälligt"))
    (tmp_path / "tillfälligt").mkdir()
    assert cli.main(["build", str(sound_folder)]) == 0
    assert "stämmer redan" in capsys.readouterr().out
    together(
        _people(1300),
        cell("reported_crimes.csv", 13 - 1, "missing_reason", "not_published"),
        add("statements.csv", "u2,lillby,2021,Lugnt,,stated,matning\n"),
        swap("sources.csv", "Påhittad", "Helt påhittad"),
        swap("promise.toml", "Pandemin.", "Pandemin och vädret."),
    )(sound_folder)
    assert cli.main(["build", str(sound_folder)]) == 0
    printed = capsys.readouterr().out
    for told in (
        "Tryggt i Provbygd: utgåva 2 skulle publiceras",
        "  Mot utgåva 1:",
        "  sources.csv: 0 nya rader, 1 ändrad, 0 borttagna",
        "    ändrad: matning: note Påhittad → Helt påhittad",
        "    ändrad: lillby, 2019, statistik: population 1250 → 1300",
        "    ändrad: storby, 2020, alla-brott: count protected → not_published",
        "    ny: u2",
        "  ändrat: promise.toml: extensions",
        "  2 uppgifter rättas.",
    ):
        assert told in printed
    assert published.still_serves()
    assert list((tmp_path / "tillfälligt").iterdir()) == []


def test_a_dry_run_of_a_new_promise_makes_its_folder(sound_folder: Path, releases: Path) -> None:
    assert cli.main(["build", str(sound_folder)]) == 0
    assert not releases.exists()


def test_many_changes_bury_the_rest(
    sound_folder: Path, published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(f"lillby,{year},,not_published,,statistik\n" for year in range(1991, 2016))
    add("population.csv", rows)(sound_folder)
    assert cli.main(["build", str(sound_folder)]) == 0
    printed = capsys.readouterr().out
    assert "population.csv: 25 nya rader" in printed
    assert printed.count("    ny: ") == 10
    assert "    … och 15 till" in printed


# -- publications that fail


def _refuse(*_: object, **__: object) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


def _damage(*_: object, **__: object) -> NoReturn:
    raise duckdb.IOException("Corrupt database file")


def _interrupt(*_: object, **__: object) -> NoReturn:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("place", "step", "failure"),
    [
        (build, "computed_tables", _refuse),
        (build, "computed_tables", _interrupt),
        (publishing, "open_read_only", _damage),
        (publishing, "read_whole", _damage),
        (publishing, "compare", _interrupt),
        (Path, "replace", _refuse),
        (Path, "chmod", _refuse),
        (publishing, "write_history", _refuse),
        (publishing, "write_history", _interrupt),
        (os, "fsync", _refuse),
        (history.json, "dumps", _refuse),
        (history.json, "dumps", _interrupt),
    ],
)
def test_a_publication_that_stops_half_way_changes_what_is_published(
    place: Any,
    step: str,
    failure: Any,
    sound_folder: Path,
    published: Published,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _people(1300)(sound_folder)
    with monkeypatch.context() as patch:
        patch.setattr(place, step, failure)
        if failure is _interrupt:
            with pytest.raises(KeyboardInterrupt):
                publish(sound_folder)
        else:
            assert publish(sound_folder) == 1
            printed = capsys.readouterr()
            assert printed.err.startswith("Utgåvan kunde inte skrivas: ")
            assert printed.err.rstrip().endswith("Den tidigare ligger kvar.")
            assert printed.out == ""
    assert answers(published.store.release(PROMISE)) == published.answers
    assert answers(Store(published.releases).release(PROMISE)) == published.answers
    left = {Path(name).suffix for name in set(contents(published.releases))}
    assert left <= {"", ".duckdb", ".json"}
    # The next one gets through and takes the number that was not used.
    assert publish(sound_folder) == 0
    assert current_release(published.releases, PROMISE).name.startswith("0002-")
    assert len(_names(published.releases)) == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("first", [False, True], ids=["second", "first"])
def test_a_publication_that_is_killed_leaves_readers_without_a_release(
    first: bool,
    sound_folder: Path,
    published: Published,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """kill -9 at every file operation of a publication, and at some moments in between."""
    swap("promise.toml", '"Tryggt i Provbygd"', '"Ett nytt namn"')(sound_folder)
    before = tmp_path / "tomt" if first else published.releases
    before.mkdir(exist_ok=True)
    killed = killed_everywhere("publish", sound_folder, before, tmp_path / "killed")
    assert len([*(tmp_path / "killed").iterdir()]) >= 15
    assert len(killed) >= 5
    titles = set()
    for number, releases in enumerate(killed):
        store = Store(releases)
        if first and not (releases / PROMISE / CURRENT).exists():
            titles.add("")
        else:
            promise, *rest = answers(store.release(PROMISE))
            titles.add(promise.title)
            assert rest == published.answers[1:], number
        monkeypatch.setenv("TRYGGHET_RELEASES", str(releases))
        assert publish(sound_folder) == 0, number
        assert store.release(PROMISE).promise().title == "Ett nytt namn"
        assert answers(store.release(PROMISE))[1:] == published.answers[1:]
        assert store.release(PROMISE).edition().number == (1 if first else 2)
        assert {Path(name).suffix for name in contents(releases)} == {"", ".duckdb", ".json"}
    assert titles == {"" if first else "Tryggt i Provbygd", "Ett nytt namn"}


def test_what_a_killed_publication_left_stays_for_ever(
    sound_folder: Path, published: Published, releases: Path
) -> None:
    left = ("0002-0123456789abcdef.new", "0002-0123456789abcdef.new.wal", "current.json.new")
    for name in (*left, "0002-0123456789abcdef.duckdb"):
        (releases / PROMISE / name).write_bytes(b"half")
    _people(1300)(sound_folder)
    assert publish(sound_folder) == 0
    own = {f"{PROMISE}/{name}" for name in (*_names(releases), CURRENT, "lock")}
    assert set(contents(releases)) == {"promises.json", *own}
    assert len(_names(releases)) == 2


def test_what_cannot_be_tidied_away_fails_a_finished_publication(
    sound_folder: Path, published: Published
) -> None:
    _people(1300)(sound_folder)
    (published.releases / PROMISE / "mapp.new").mkdir()
    assert publish(sound_folder) == 0
    assert published.store.release(PROMISE).populations()[0].population == 1300


# -- several at once


def test_two_publish_at_once(
    sound_folder: Path, published: Published, capsys: pytest.CaptureFixture[str]
) -> None:
    _people(1300)(sound_folder)
    with only_one(published.releases / PROMISE):
        assert publish(sound_folder) == 1
        assert cli.main(["rollback", PROMISE, *SIGNED]) == 1
    printed = capsys.readouterr()
    assert printed.err.count("Någon annan publicerar samma löfte just nu.") == 2
    assert published.still_serves()
    assert publish(sound_folder) == 0


def test_publications_at_once_lose_one_or_share_a_number(
    sound_folder: Path, published: Published, tmp_path: Path
) -> None:
    folders = []
    for population in range(1300, 1304):
        folder = tmp_path / str(population) / PROMISE
        folder.mkdir(parents=True)
        for file in sound_folder.iterdir():
            (folder / file.name).write_bytes(file.read_bytes())
        _people(population)(folder)
        folders.append(folder)
    running = [_start(folder, published.releases) for folder in folders]
    results = [process.communicate() for process in running]
    done = [process.returncode for process in running]
    for code, (_, err) in zip(done, results, strict=True):
        assert code == 0 or "Någon annan publicerar" in err
    found = read_history(published.releases / PROMISE)
    assert found is not None
    assert done.count(0) >= 1
    numbers = [switch.number for switch in found.switches]
    assert numbers == list(range(1, 2 + done.count(0)))
    assert sorted(switch.file for switch in found.switches) == _names(published.releases)


def _start(folder: Path, releases: Path, **given: Any) -> subprocess.Popen[str]:
    source = str(Path(trygghet.__file__).parents[1])
    return subprocess.Popen(
        [sys.executable, "-B", "-m", "trygghet", "publish", str(folder), *SIGNED],
        env=os.environ | {"PYTHONPATH": source, "TRYGGHET_RELEASES": str(releases)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **given,
    )  # fmt: skip


# -- places that cannot be written, histories that cannot be read


def test_a_file_in_the_place_of_the_releases_ends_in_a_traceback(
    sound_folder: Path, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    releases.write_bytes(b"")
    for command in (["publish", *SIGNED], ["build"]):
        assert cli.main([*command, str(sound_folder), "--lang", "en"]) == 1
        assert capsys.readouterr().err.startswith("The release could not be written: ")
    assert releases.read_bytes() == b""


def _without_root_s_right_to_write_anywhere() -> None:
    """Bound to permissions as everybody is; nothing to do for who is not root."""
    if os.geteuid() == 0:
        drop_from_what_a_new_program_gets, may_write_anywhere = 24, 1
        libc = ctypes.CDLL(None)
        assert libc.prctl(drop_from_what_a_new_program_gets, may_write_anywhere, 0, 0, 0) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="root's rights are taken in Linux's way")
def test_a_read_only_folder_ends_in_a_traceback(
    sound_folder: Path, published: Published, releases: Path
) -> None:
    _people(1300)(sound_folder)
    (releases / PROMISE).chmod(0o555)
    try:
        process = _start(sound_folder, releases, preexec_fn=_without_root_s_right_to_write_anywhere)
        _, err = process.communicate()
        assert process.returncode == 1
        assert err.startswith("Utgåvan kunde inte skrivas: ") and "Permission denied" in err
        assert err.count("\n") == 1
        assert published.still_serves()
    finally:
        (releases / PROMISE).chmod(0o755)
    assert publish(sound_folder) == 0


@pytest.mark.parametrize("limit", [100, 6_000, 20_000, 200_000])
def test_a_full_disk_ends_in_a_traceback_or_in_half_a_release(
    limit: int, sound_folder: Path, published: Published
) -> None:
    _people(1300)(sound_folder)
    process = _start(
        sound_folder,
        published.releases,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    _, err = process.communicate()
    assert process.returncode == 1
    assert err.startswith("Utgåvan kunde inte skrivas: ")
    assert "write" in err
    assert "Traceback" not in err
    assert published.still_serves()


@pytest.mark.parametrize("command", ["publish", "build", "rollback"])
@pytest.mark.parametrize("broken", ["half", "lost"])
def test_a_lost_log_starts_again_at_number_one(
    broken: str,
    command: str,
    sound_folder: Path,
    published: Published,
    releases: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _people(1300)(sound_folder)
    assert publish(sound_folder) == 0
    pointer = releases / PROMISE / CURRENT
    whole = pointer.read_bytes()
    if broken == "half":
        pointer.write_bytes(whole[:-20])
    else:
        pointer.unlink()
    before = contents(releases)
    _people(1400)(sound_folder)
    capsys.readouterr()
    given = [PROMISE] if command == "rollback" else [str(sound_folder)]
    assert cli.main([command, *given, *(() if command == "build" else SIGNED)]) == 1
    told = capsys.readouterr().err
    if command == "rollback" and broken == "lost":
        assert "har ingen utgåva" in told
    else:
        assert f"{pointer} saknas eller går inte att läsa" in told
    assert contents(releases) == before
    pointer.write_bytes(whole)
    assert _population(releases) == 1300
