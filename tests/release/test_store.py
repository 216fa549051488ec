"""Readers get one whole release each, whatever happens to the files beneath them."""

import json
import logging
import random
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pytest
from serving import Published, answers, publish
from sound_folder import PROMISE, cell, together, write_sound_folder

from trygghet.release.history import History, read_history, write_history
from trygghet.release.queries import Release
from trygghet.release.store import (
    NoRelease,
    Store,
    current_release,
    open_read_only,
)

# -- damaged files

Damage = Callable[[Path], None]


def _flip(place: float) -> Damage:
    def damage(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[int(place * (len(data) - 1))] ^= 0xFF
        path.write_bytes(data)

    return damage


DAMAGES: dict[str, Damage] = {
    "removed": Path.unlink,
    "emptied": lambda path: path.write_bytes(b"") and None,
    "a-text": lambda path: path.write_text("hej") and None,
    "half": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]) and None,
    "last-block-lost": lambda path: path.write_bytes(path.read_bytes()[:-16_384]) and None,
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)) and None,
    **{f"one-byte-at-{place:.2f}": _flip(place) for place in (n / 7 for n in range(8))},
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_release_takes_the_place_of_a_whole_one(
    damage: Damage,
    two_releases: "Two",
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    source, old, new, new_answers = two_releases
    releases = tmp_path / "releases"
    shutil.copytree(source, releases)
    write_history(releases / PROMISE, old)
    store = Store(releases)
    before = answers(store.release(PROMISE))
    name = new.current.file
    (releases / PROMISE / name).chmod(0o644)
    damage(releases / PROMISE / name)
    write_history(releases / PROMISE, new)
    with caplog.at_level(logging.ERROR):
        now = answers(store.release(PROMISE))
    assert before != new_answers
    # A byte that nothing reads may change; then the new one is whole.
    assert now == (before if caplog.records else new_answers)
    if caplog.records:
        with pytest.raises(NoRelease):
            Store(releases).release(PROMISE)
        shutil.copy(source / PROMISE / name, releases / PROMISE / name)
        assert answers(store.release(PROMISE)) == new_answers


# -- releases of another program


@pytest.mark.parametrize(
    ("table", "column"),
    [
        # What the pages show, and what stands in files only.
        ("activities", "title"),
        ("activity_events", "occasions_done"),
        ("crime_codes", "note"),
        ("places", "compare_as"),
        ("statements", "id"),
    ],
)
def test_a_release_that_lacks_a_column_is_taken_for_one_that_can_be_read(
    table: str, column: str, two_releases: "Two", tmp_path: Path
) -> None:
    file = shutil.copy(current_release(two_releases.folder, PROMISE), tmp_path / "other.duckdb")
    file.chmod(0o644)
    with duckdb.connect(str(file)) as connection:
        connection.execute(f'ALTER TABLE "{table}" DROP COLUMN "{column}"')
    with open_read_only(file) as connection, pytest.raises(duckdb.Error):
        Release(connection).read_all()


def test_the_files_of_a_whole_country_are_read_to_see_whether_they_can_be(
    two_releases: "Two", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(Release, "file")
    with open_read_only(current_release(two_releases.folder, PROMISE)) as connection:
        Release(connection).read_all()


class Two(NamedTuple):
    """Two releases of a promise: their folder, the history when the first and when the second
    was published, and what the second answers."""

    folder: Path
    old: History
    new: History
    answers: list[object]


@pytest.fixture(scope="session")
def two_releases(tmp_path_factory: pytest.TempPathFactory) -> Two:
    base = tmp_path_factory.mktemp("two")
    folder = write_sound_folder(base / PROMISE)
    releases = base / "releases"
    histories = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRYGGHET_RELEASES", str(releases))
        for count in ("13", "14"):
            together(
                cell("reported_crimes.csv", 6, "count", count),
                cell("reported_crimes.csv", 2, "count", str(37 + int(count))),
            )(folder)
            assert publish(folder) == 0
            history = read_history(releases / PROMISE)
            assert history is not None
            histories.append(history)
    return Two(releases, *histories, answers(Store(releases).release(PROMISE)))


# -- what a reader may not do


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE promise",
        "DELETE FROM promise",
        "UPDATE promise SET title = 'x'",
        "INSERT INTO goals SELECT * FROM goals",
        "CREATE TABLE x (a INT)",
        "ALTER TABLE promise ADD COLUMN x INT",
        "ATTACH '{folder}/annan.duckdb'",
        "ATTACH ':memory:' AS x",
        "COPY promise TO '{folder}/ut.csv'",
        "COPY (SELECT 1) TO '{folder}/ut.csv'",
        "EXPORT DATABASE '{folder}/ut'",
        "SELECT * FROM read_csv('{folder}/hemligt.csv')",
        "SELECT * FROM '{folder}/hemligt.csv'",
        "SELECT * FROM read_text('{folder}/hemligt.csv')",
        "SELECT * FROM glob('{folder}/*')",
        "SELECT * FROM read_csv('https://provbygd.example/x.csv')",
        "INSTALL httpfs",
        "LOAD httpfs",
        "INSTALL httpfs FROM 'https://provbygd.example'",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "RESET lock_configuration",
        "SET memory_limit = '8GB'",
        "SET threads = 64",
        "SET temp_directory = '{folder}'",
        "PRAGMA enable_profiling = 'json'",
        "PRAGMA enable_logging",
    ],
)
def test_a_reader_can_change_a_release_or_reach_a_file(
    statement: str, untouched: Published, tmp_path: Path
) -> None:
    (tmp_path / "hemligt.csv").write_text("a,b\n1,2\n")
    before = sorted(tmp_path.rglob("*"))
    with open_read_only(current_release(untouched.releases, PROMISE)) as connection:
        with pytest.raises(duckdb.Error):
            connection.execute(statement.format(folder=tmp_path)).fetchall()
        with pytest.raises(duckdb.Error):
            connection.cursor().execute(statement.format(folder=tmp_path)).fetchall()
    assert sorted(tmp_path.rglob("*")) == before
    assert untouched.still_serves()


def test_a_place_in_the_address_becomes_sql(untouched: Published) -> None:
    release = untouched.store.release(PROMISE)
    for text in ("lillby' OR 1=1 --", "lillby'; DROP TABLE places; --", "%", "", "\0", "å" * 9_999):
        assert release.place(text) is None
        assert release.observations(text, [text], text) == []
        assert release.statements([text]) == []
    assert untouched.still_serves()


# -- names that lead astray, and logs that contradict themselves


def _with(change: Callable[[dict[str, Any]], object]) -> Callable[[bytes], bytes]:
    """The same file after a change of its content."""

    def changed(written: bytes) -> bytes:
        content = json.loads(written)
        change(content)
        return json.dumps(content).encode()

    return changed


def _named(name: str) -> Callable[[bytes], bytes]:
    """The same file with another release's name in both places."""

    def rename(content: dict[str, Any]) -> None:
        content["current"] = content["history"][0]["file"] = name

    return _with(rename)


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "no-text": lambda _: b"\xff\xfe",
    "no-json": lambda _: b"x" * 100_000,
    "nested": lambda _: b"[" * 100_000,
    "half": lambda written: written[: len(written) // 2],
    "a-number": lambda _: b"1",
    "a-list": lambda _: b"[]",
    "nothing": lambda _: b"{}",
    "no-history": _with(lambda content: content["history"].clear()),
    "history-of-texts": _with(lambda content: content.update(history=["x"])),
    "another-is-current": _with(
        lambda content: content.update(current="0002-0123456789abcdef.duckdb")
    ),
    "never-published": _with(lambda content: content["history"][0].update(action="rollback")),
    **{
        f"{key}-is-{value!r}": _with(
            lambda content, key=key, value=value: content["history"][0].update({key: value})
        )
        for key, value in (
            *(("number", 2), ("number", "1"), ("number", None), ("number", True)),
            *(("action", "delete"), ("at", "i går"), ("at", None), ("by", None), ("why", 3)),
            *(("replaced", "0"), ("added", 1.5), ("sha256", "0"), ("unknown", 1)),
        )
    },
    **{
        f"named-{name}": _named(name)
        for name in (
            *("../../etc/passwd", "/etc/passwd", "../annan/0001-0123456789abcdef.duckdb"),
            *("0001-0123456789abcdef.duckdb/../x", "0001-0123456789ABCDEF.duckdb", ":memory:"),
            *("0001-0123456789abcdef.new", "0001-0123456789abcdef", "1-0123456789abcdef.duckdb"),
            *("0001-0123456789abcdef.duckdb\nx", "0001-0123456789abcdef.duckdb\0"),
            *("０００１-0123456789abcdef.duckdb", "0002-0123456789abcdef.duckdb"),
        )
    },
}


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_log_is_believed(
    change: Callable[[bytes], bytes], published: Published, caplog: pytest.LogCaptureFixture
) -> None:
    pointer = published.releases / PROMISE / "current.json"
    whole = pointer.read_bytes()
    pointer.write_bytes(change(whole))
    with pytest.raises(NoRelease):
        current_release(published.releases, PROMISE)
    with pytest.raises(NoRelease):
        Store(published.releases).release(PROMISE)
    # Who already reads a release goes on doing so.
    with caplog.at_level(logging.ERROR):
        assert answers(published.store.release(PROMISE)) == published.answers
    assert caplog.records
    pointer.write_bytes(_with(lambda _: None)(whole))
    assert answers(Store(published.releases).release(PROMISE)) == published.answers


def test_a_lost_log_or_release_takes_the_page_from_who_reads_it(published: Published) -> None:
    folder = published.releases / PROMISE
    pointer = folder / "current.json"
    whole = pointer.read_bytes()
    for lose in (lambda: pointer.unlink(), lambda: pointer.mkdir(), lambda: shutil.rmtree(folder)):
        lose()
        with pytest.raises(NoRelease):
            Store(published.releases).release(PROMISE)
        assert answers(published.store.release(PROMISE)) == published.answers
    assert b"0001-" in whole


def test_a_log_that_names_a_lost_release_ends_in_a_traceback(published: Published) -> None:
    pointer = published.releases / PROMISE / "current.json"
    pointer.write_bytes(_named("0001-0123456789abcdef.duckdb")(pointer.read_bytes()))
    with pytest.raises(NoRelease):
        Store(published.releases).release(PROMISE)
    assert answers(published.store.release(PROMISE)) == published.answers


@pytest.mark.parametrize(
    "promise",
    ["", ".", "..", "../releases", f"../releases/{PROMISE}", f"{PROMISE}/", f"{PROMISE}\n", "a b",
     f"./{PROMISE}", "tryggt\0", "å", "x" * 81, "/etc", "~", "*", "٣", f"{PROMISE}\\"],
)  # fmt: skip
def test_a_promise_in_the_address_leads_out_of_the_folder(
    promise: str, untouched: Published
) -> None:
    with pytest.raises(NoRelease):
        current_release(untouched.releases, promise)
    with pytest.raises(NoRelease):
        untouched.store.release(promise)


def test_a_strange_folder_is_listed_as_a_promise(published: Published) -> None:
    for name in ("a b", ".dold", "å"):
        (published.releases / name).mkdir()
        pointer = (published.releases / PROMISE / "current.json").read_bytes()
        (published.releases / name / "current.json").write_bytes(pointer)
    (published.releases / "tom").mkdir()
    assert published.store.promises() == [PROMISE]
    assert Store(published.releases / "borta").promises() == []


# -- many readers


def test_a_second_store_in_the_process_finds_nothing(untouched: Published) -> None:
    others = [Store(untouched.releases) for _ in range(3)]
    for other in others:
        assert answers(other.release(PROMISE)) == untouched.answers
    assert untouched.still_serves()


def test_sixteen_readers_at_once_get_wrong_answers(untouched: Published) -> None:
    release = untouched.store.release(PROMISE)
    expected = {
        "promise": release.promise(),
        "quarters": release.observations("alla-brott", ["lillby"], "quarter"),
        "years": release.observations("problemindex", ["storby", "lillby"], "year"),
        "place": release.place("storby"),
        "sources": release.sources(),
    }

    def read(reader: int) -> int:
        order = random.Random(reader)
        right = 0
        for _ in range(50):
            mine = untouched.store.release(PROMISE)
            asked = order.choice(list(expected))
            got = {
                "promise": mine.promise,
                "quarters": lambda mine=mine: mine.observations(
                    "alla-brott", ["lillby"], "quarter"
                ),
                "years": lambda mine=mine: mine.observations(
                    "problemindex", ["storby", "lillby"], "year"
                ),
                "place": lambda mine=mine: mine.place("storby"),
                "sources": mine.sources,
            }[asked]()
            right += got == expected[asked]
        return right

    with ThreadPoolExecutor(16) as pool:
        assert sum(pool.map(read, range(16))) == 16 * 50


def test_a_page_mixes_two_releases(two_releases: Two, tmp_path: Path) -> None:
    """Readers while the current one goes back and forth: each one's figures belong together."""
    source, old, new, _ = two_releases
    releases = tmp_path / "releases"
    shutil.copytree(source, releases)
    store = Store(releases)
    done = False

    def read(_: int) -> set[tuple[float | None, float | None]]:
        seen = set()
        while not done:
            release = store.release(PROMISE)
            (year,) = release.observations("alla-brott", ["lillby"], "year")
            quarters = release.observations("alla-brott", ["lillby"], "quarter")
            seen.add((year.value, quarters[3].value))
        return seen

    with ThreadPoolExecutor(8) as pool:
        readers = [pool.submit(read, number) for number in range(8)]
        for turn in range(12):
            write_history(releases / PROMISE, (old, new)[turn % 2])
            store.release(PROMISE).promise()
        done = True
        seen = set().union(*(reader.result() for reader in readers))
    assert seen == {(50.0, 13.0), (51.0, 14.0)}
