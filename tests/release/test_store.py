"""Readers get one whole release each, whatever happens to the files beneath them."""

import logging
import random
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest
from serving import Published, answers
from sound_folder import PROMISE, cell, together

from trygghet import cli
from trygghet.release.store import (
    NoRelease,
    Store,
    current_release,
    open_read_only,
    published_promises,
    switch_to,
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
    two_releases: tuple[Path, str, str, list[object]],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    source, old, new, new_answers = two_releases
    releases = tmp_path / "releases"
    shutil.copytree(source, releases)
    switch_to(releases / PROMISE / old)
    store = Store(releases)
    before = answers(store.release(PROMISE))
    damage(releases / PROMISE / new)
    switch_to(releases / PROMISE / new)
    with caplog.at_level(logging.ERROR):
        now = answers(store.release(PROMISE))
    assert before != new_answers
    # A byte that nothing reads may change; then the new one is whole.
    assert now == (before if caplog.records else new_answers)
    if caplog.records:
        with pytest.raises(NoRelease):
            Store(releases).release(PROMISE)
        shutil.copy(source / PROMISE / new, releases / PROMISE / new)
        assert answers(store.release(PROMISE)) == new_answers


@pytest.fixture(scope="session")
def two_releases(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, str, str, list[object]]:
    """Two releases of a promise: their folder, the older, the newer, what the newer answers."""
    from sound_folder import write_sound_folder

    base = tmp_path_factory.mktemp("two")
    folder = write_sound_folder(base / PROMISE)
    releases = base / "releases"
    names = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRYGGHET_RELEASES", str(releases))
        for count in ("13", "14"):
            together(
                cell("reported_crimes.csv", 6, "count", count),
                cell("reported_crimes.csv", 2, "count", str(37 + int(count))),
            )(folder)
            assert cli.main(["build", str(folder)]) == 0
            names.append(current_release(releases, PROMISE).name)
    return releases, names[0], names[1], answers(Store(releases).release(PROMISE))


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


# -- names that lead astray


@pytest.mark.parametrize(
    "pointer",
    [
        b"",
        b"../../etc/passwd",
        b"/etc/passwd",
        b"../annan/0123456789abcdef.duckdb",
        b"0123456789abcdef.duckdb/../x",
        b"0123456789ABCDEF.duckdb",
        b"0123456789abcdef.duckdb.new",
        b"0123456789abcdef",
        b"0123456789abcdef.duckdb\nx",
        b"0123456789abcdef.duckdb\0",
        b":memory:",
        "０123456789abcdef.duckdb".encode(),
        b"\xff\xfe",
        b"x" * 100_000,
    ],
)
def test_a_pointer_leads_out_of_the_folder(pointer: bytes, published: Published) -> None:
    (published.releases / PROMISE / "current").write_bytes(pointer)
    with pytest.raises(NoRelease):
        current_release(published.releases, PROMISE)
    with pytest.raises(NoRelease):
        Store(published.releases).release(PROMISE)


def test_a_pointer_to_nothing_ends_in_a_traceback(published: Published) -> None:
    (published.releases / PROMISE / "current").write_text("0123456789abcdef.duckdb\n")
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
        (published.releases / name / "current").write_text("0123456789abcdef.duckdb")
    (published.releases / "tom").mkdir()
    assert published_promises(published.releases) == [PROMISE]
    assert published_promises(published.releases / "borta") == []


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


def test_a_page_mixes_two_releases(two_releases: tuple[Path, str, str, list[object]],
                                   tmp_path: Path) -> None:  # fmt: skip
    """Readers while the pointer goes back and forth: each one's figures belong together."""
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
            switch_to(releases / PROMISE / (old, new)[turn % 2])
            store.release(PROMISE).promise()
        done = True
        seen = set().union(*(reader.result() for reader in readers))
    assert seen == {(50.0, 13.0), (51.0, 14.0)}
