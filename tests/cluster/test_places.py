"""A release that lies elsewhere reaches its readers whole, and stays with them."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import duckdb
import pytest
from cluster import Catalogue, needs_extra
from serving import SIGNED, answers, publish
from sound_folder import PROMISE, cell

from trygghet import cli
from trygghet.disk import sha256
from trygghet.release import build
from trygghet.release import store as stores
from trygghet.release.history import Busy, read_history, write_history
from trygghet.release.places import lake as lakes
from trygghet.release.places import replica
from trygghet.release.places.lake import Lake
from trygghet.release.places.replica import Replica
from trygghet.release.store import NoRelease, OutOfReach, Store, Withdrawn, current_release
from trygghet.sql import quoted
from trygghet.views.context import context


def _people(folder: Path, count: int) -> None:
    cell("population.csv", 2, "population", str(count))(folder)


def _population(store: Store, number: int | None = None) -> int | None:
    return store.release(PROMISE, number).populations()[0].population


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replicas that ask when the test tells them to, and tell readers at once."""
    monkeypatch.setattr(replica, "EVERY", 3600.0)
    monkeypatch.setattr(replica, "PATIENCE", 0.0)
    monkeypatch.setattr(replica, "FIRST", 120.0)


class ObjectStorage(SimpleHTTPRequestHandler):
    """The bucket `trygghet`, for who has signed with the key `reader`."""

    def send_head(self) -> Any:
        signed = self.headers.get("Authorization", "")
        if not signed.startswith("AWS4-HMAC-SHA256 Credential=reader/"):
            self.send_error(403)
            return None
        return super().send_head()

    def translate_path(self, path: str) -> str:
        assert path.startswith("/trygghet/releases/")
        return super().translate_path(path.removeprefix("/trygghet/releases"))


@pytest.fixture(params=["http", "s3"])
def served(
    request: pytest.FixtureRequest,
    releases: Path,
    sound_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[tuple[str, ThreadingHTTPServer]]:
    """A published release on a web server, and in object storage."""
    needs_extra()
    assert publish(sound_folder) == 0
    handler = ObjectStorage if request.param == "s3" else SimpleHTTPRequestHandler
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(releases)))
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    if request.param == "s3":
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", "reader")
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
        monkeypatch.setenv("AWS_REGION", "eu-north-1")
        monkeypatch.setenv("AWS_ENDPOINT_URL", address)
        address = "s3://trygghet/releases"
    yield address, server
    server.shutdown()
    server.server_close()


def test_a_web_server_that_breaks_or_goes_takes_the_release_along(
    served: tuple[str, ThreadingHTTPServer],
    releases: Path,
    sound_folder: Path,
    patient: None,
    caplog: pytest.LogCaptureFixture,
) -> None:
    address, server = served
    place = stores.readers_place(address)
    assert isinstance(place, Replica)
    store = Store(place)
    first = answers(store.release(PROMISE))
    assert first == answers(Store(releases).release(PROMISE))
    held = store.release(PROMISE).published_file()
    assert (
        held and releases not in held.parents and sha256(held) == store.release(PROMISE).checksum()
    )

    _people(sound_folder, 1111)
    assert publish(sound_folder) == 0
    path = current_release(releases, PROMISE)
    whole = path.read_bytes()
    path.chmod(0o644)
    path.write_bytes(whole[:-1] + b"x")
    with caplog.at_level(logging.ERROR):
        place.refresh()
    assert "is not what was published" in caplog.text
    assert answers(store.release(PROMISE)) == first
    path.write_bytes(whole)
    place.refresh()
    assert _population(store) == 1111

    late = stores.readers_place(address)
    assert isinstance(late, Replica)
    assert _population(Store(late)) == 1111

    server.shutdown()
    server.server_close()
    for one in (place, late):
        one.refresh()
        assert _population(Store(one)) == 1111
    assert _population(store, 1) == 1250  # It was the current one when this replica began.
    with pytest.raises(OutOfReach):
        Store(late).release(PROMISE, 1)
    with pytest.raises(NoRelease):  # A replica that starts now has nothing, and says so.
        Store(stores.readers_place(address)).release(PROMISE)


@pytest.fixture
def lake(
    postgres: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sound_folder: Path
) -> Iterator[Catalogue]:
    """The program publishes to a lake without the promise."""
    monkeypatch.setenv("TRYGGHET_RELEASES", postgres.address("publisher"))
    monkeypatch.setenv("TRYGGHET_LAKE_DATA", str(tmp_path / "parquet"))
    yield postgres
    postgres.drop(PROMISE)


def test_a_lake_loses_mixes_or_keeps_what_a_folder_would_not(
    lake: Catalogue,
    sound_folder: Path,
    tmp_path: Path,
    patient: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for people in (1001, 1003):
        _people(sound_folder, people)
        assert publish(sound_folder) == 0
    monkeypatch.setattr(replica, "PATIENCE", 600.0)
    place = stores.readers_place(lake.address("reader"))
    assert isinstance(place, Replica)
    store = Store(place)
    assert [_population(store, number) for number in (None, 1, 2)] == [1003, 1001, 1003]
    held = store.release(PROMISE, 1)
    assert (file := held.published_file()) and sha256(file) == held.checksum()
    held.read_all()

    # The catalogue goes: readers keep what they hold and are told; it comes back.
    assert store.release(PROMISE).unconfirmed_since is None
    lake.stop()
    place.refresh()
    monkeypatch.setattr(replica, "PATIENCE", 0.0)
    told = context(store.release(PROMISE)).warnings()
    assert "nyare utgåva" in told[-1]
    assert _population(store) == 1003
    lake.start()
    place.refresh()
    monkeypatch.setattr(replica, "PATIENCE", 600.0)
    assert context(store.release(PROMISE)).warnings() == told[:-1]

    assert cli.main(["rollback", PROMISE, *SIGNED]) == 0
    place.refresh()
    assert _population(store) == 1001
    _people(sound_folder, 1004)
    assert publish(sound_folder, "--withdraw", "2") == 0
    place.refresh()
    assert _population(store) == 1004
    with pytest.raises(Withdrawn):
        store.release(PROMISE, 2)
    assert _population(store, 1) == 1001
    # What release 2 alone said is gone from the files, the catalogue and the replica.
    assert "1003" not in _everything(lake.dump(), *(tmp_path / "parquet").rglob("*.parquet"))
    place.stop()


def test_a_release_that_an_older_program_put_into_the_lake_cannot_be_read(
    lake: Catalogue, sound_folder: Path, patient: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(lakes, "WRITER", "1.4.0/1")
        older.setattr(build, "copy_tables", _copied_in_large_blocks)
        _people(sound_folder, 1001)
        assert publish(sound_folder) == 0
    place = stores.readers_place(lake.address("reader"))
    assert isinstance(place, Replica)
    held = Store(place).release(PROMISE)
    assert held.populations()[0].population == 1001
    assert held.published_file() is None  # These bytes are not the ones that were published.
    place.stop()


def _copied_in_large_blocks(connection: Any, source: str, path: Path) -> None:
    connection.execute(f"ATTACH {quoted(path)} AS written")
    connection.execute(f"COPY FROM DATABASE {source} TO written")
    connection.execute("DETACH written")


def _everything(dump: str, *files: Path) -> str:
    said = [line for line in dump.splitlines() if "1003" in line and "\t" in line]
    for file in files:
        rows = duckdb.execute("FROM read_parquet(?)", [str(file)]).fetchall()
        said += [str(row) for row in rows]
    return "\n".join(said)


def test_two_who_publish_at_once_both_think_that_they_did(
    lake: Catalogue, sound_folder: Path
) -> None:
    _people(sound_folder, 1001)
    assert publish(sound_folder) == 0
    one, other = Lake(lake.address("publisher")), Lake(lake.address("publisher"))
    with pytest.raises(Busy), one.publishing(PROMISE) as folder:
        before = one.look()[PROMISE]
        with other.publishing(PROMISE) as others:
            _again(others)
        _again(folder)
    assert one.look()[PROMISE] != before


def _again(folder: Path) -> None:
    """Write one more switch, as a rollback does."""
    history = read_history(folder)
    assert history
    again = replace(history.current, action="rollback", replaced=history.current.number)
    write_history(folder, history.followed_by(again))
