"""Past its limit the site gives newcomers the static page; whoever is in stays in."""

import asyncio
import math
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from shipped_files import REPOSITORY
from starlette.testclient import TestClient
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit_server import Server, ask, running

from trygghet.web import crowd
from trygghet.web.crowd import ARRIVING, LATE, LATE_FOR, Crowd, Places, client_of
from trygghet.words import text

sys.path.append(str(REPOSITORY / "bench"))
from sessions import Reader, TurnedAway

ONE, OTHER = "192.0.2.1", "192.0.2.2"


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


class Sockets:
    """The middleware with an app that takes websockets, and what each of them is sent."""

    def __init__(self) -> None:
        self.reached = 0

        async def app(scope: Any, receive: Any, send: Any) -> None:
            self.reached += 1
            await receive()
            await send({"type": "websocket.accept"})
            while (await receive())["type"] != "websocket.disconnect":
                pass

        self.crowd = Crowd(app, pages=["by"], first="oversikt")

    def open(self, host: str = ONE, *, was_open: bool = False) -> "Socket":
        return Socket(self.crowd, host, was_open)


class Socket:
    def __init__(self, app: Any, host: str, was_open: bool) -> None:
        self.says: asyncio.Queue[Any] = asyncio.Queue()
        self.told: list[Any] = []
        offered = ["streamlit", "token", *(["session"] if was_open else [])]
        scope = {
            "type": "websocket",
            "path": crowd.STREAM,
            "client": (host, 1),
            "subprotocols": offered,
        }

        async def send(message: Any) -> None:
            self.told.append(message)

        self.says.put_nowait({"type": "websocket.connect"})
        self.task = asyncio.create_task(app(scope, self.says.get, send))

    def say(self, message: BackMsg) -> None:
        self.says.put_nowait({"type": "websocket.receive", "bytes": message.SerializeToString()})

    async def leave(self) -> None:
        self.says.put_nowait({"type": "websocket.disconnect", "code": 1001})
        await self.task

    @property
    def closed_with(self) -> int | None:
        (code,) = [one["code"] for one in self.told if one["type"] == "websocket.close"] or [None]
        return code


@pytest.fixture
def limited(monkeypatch):
    """Set how many places there are."""

    def limit(most: int, per_client: int = 100) -> Places:
        places = Places(most, per_client)
        monkeypatch.setattr(crowd, "places", lambda: places)
        return places

    return limit


def asks_for(url: str, query: str = "") -> BackMsg:
    message = BackMsg()
    message.rerun_script.context_info.url = url
    message.rerun_script.query_string = query
    return message


async def settled() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


def test_whoever_has_the_document_has_a_place_until_too_much_time_has_passed(clock):
    places = Places(2, 10, clock)
    places.expect(ONE)
    assert places.enter(OTHER)
    assert not places.has_room(ONE)
    assert places.enter(ONE)
    assert (places.inside, places.expected) == (2, 0)
    places.leave(ONE)
    places.expect(OTHER)
    assert not places.has_room(ONE)
    clock.now += ARRIVING
    assert places.has_room(ONE)
    assert (places.inside, places.expected) == (1, 0)


def test_one_machine_cannot_take_every_place(clock):
    places = Places(10, 2, clock)
    places.expect(ONE)
    assert places.has_room(ONE)
    places.expect(ONE)
    assert not places.has_room(ONE)
    assert places.has_room(OTHER)
    assert places.enter(ONE) and places.enter(ONE) and not places.enter(ONE)
    assert places.enter(OTHER)


def test_an_open_page_comes_back_to_a_site_that_is_full(clock):
    places = Places(10, 100, clock)
    for _ in range(10):
        assert places.enter(ONE)
    assert not places.has_room(OTHER)
    assert places.enter(OTHER)
    assert not places.enter(OTHER)


def test_a_server_that_is_late_for_seconds_takes_nobody_new(clock):
    places = Places(10, 10, clock)
    places.late.beat(0.0)
    for _ in range(10):
        clock.now += LATE_FOR / 8
        places.late.beat(LATE * 2)
    assert not places.has_room(ONE)
    places.late.beat(0.0)
    assert places.has_room(ONE)


def test_a_network_of_one_household_is_one_client():
    def of(host: str) -> str:
        return client_of({"client": (host, 1)})

    assert of("2001:db8:1:2::1") == of("2001:db8:1:2:ffff::1") != of("2001:db8:1:3::1")
    assert of("192.0.2.1") != of("192.0.2.2")
    assert of("testclient") == "testclient"
    assert client_of({"client": None}) == ""


def test_the_count_is_nought_when_everybody_has_left(limited):
    places = limited(10)

    async def come_and_go() -> None:
        sockets = Sockets()
        one, other = sockets.open(), sockets.open(OTHER)
        await settled()
        assert places.inside == 2
        await one.leave()
        other.task.cancel()
        await asyncio.gather(other.task, return_exceptions=True)
        assert sockets.reached == 2

    asyncio.run(come_and_go())
    assert (places.inside, places.expected) == (0, 0)
    assert places.has_room(ONE)


def test_a_websocket_that_says_nothing_loses_its_place(limited, monkeypatch):
    places = limited(10)
    monkeypatch.setattr(crowd, "SILENT", 0.05)

    async def wait() -> tuple[int | None, int | None]:
        sockets = Sockets()
        silent, talks = sockets.open(), sockets.open()
        talks.say(asks_for("http://host/by"))
        await asyncio.wait_for(silent.task, 5)
        await asyncio.sleep(0.1)
        assert places.inside == 1
        await talks.leave()
        return silent.closed_with, talks.closed_with

    assert asyncio.run(wait()) == (1013, None)
    assert places.inside == 0


@pytest.mark.parametrize(
    ("url", "query", "anew"),
    [
        ("https://host/by", "by=genarp&data=exempel", "/by?by=genarp&data=exempel"),
        ("https://host/", "", "/"),
        ("https://evil.example//evil.example/", "", "/evil.example"),  # a path of ours
        ("https://host/a/b", "", ""),
        ("", "by=genarp", ""),
    ],
)
def test_an_app_without_a_place_opens_its_address_anew(limited, url, query, anew):
    limited(0)

    async def turned_away() -> Socket:
        sockets = Sockets()
        one = sockets.open()
        one.say(asks_for(url, query))
        await asyncio.wait_for(one.task, 5)
        assert sockets.reached == 0
        return one

    one = asyncio.run(turned_away())
    sent = [ForwardMsg.FromString(m["bytes"]) for m in one.told if m["type"] == "websocket.send"]
    assert [message.auth_redirect.url for message in sent] == ([anew] if anew else [])
    assert one.closed_with == 1013


def test_a_page_that_was_open_is_not_sent_away_from_what_it_shows(limited):
    limited(0)

    async def turned_away() -> Socket:
        one = Sockets().open(was_open=True)
        await asyncio.wait_for(one.task, 5)
        return one

    one = asyncio.run(turned_away())
    assert [message["type"] for message in one.told] == ["websocket.accept", "websocket.close"]
    assert one.closed_with == 1013


@pytest.mark.parametrize(
    ("wanted", "files", "sessions"),
    [(600, math.inf, 600), (600, 20_000, 600), (600, 1024, 119), (100, 1024, 100), (600, 256, 1)],
)
def test_more_readers_are_let_in_than_files_can_be_open(wanted, files, sessions):
    """Else those who come then would get an error, and not the static page."""
    assert crowd.room(wanted, files) == sessions


@pytest.fixture
def full(releases, limited) -> TestClient:
    limited(0)

    async def app(scope: Any, receive: Any, send: Any) -> None:
        raise AssertionError(f"{scope['path']} reached the app")

    return TestClient(Crowd(app, pages=["by", "mal"], first="oversikt"))


@pytest.mark.parametrize(
    ("address", "said", "again"),
    [
        ("/by?by=dalby", "Dalby", "/by?by=dalby"),
        ("/by?by=utkastnas&data=exempel", "Utkastnäs", "/by?by=utkastnas&amp;data=exempel"),
        ("/?lang=en", "Tryggt östra Lund", "/?lang=en"),
        ("/mal", "Tryggt östra Lund", "/mal"),
    ],
)
def test_a_newcomer_reads_the_static_page_and_can_try_again(full, address, said, again):
    answer = full.get(address)
    assert answer.status_code == 200
    assert said in answer.text
    assert f'<a href="{again}">' in answer.text
    assert 'id="root"' not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers[crowd.CROWDED] == "1"
    assert "script-src" not in answer.headers["content-security-policy"]
    notice = "Many people" if "lang=en" in address else text("crowd-notice")
    assert notice in answer.text


def test_an_address_that_names_nothing_says_so_when_the_site_is_full(full):
    answer = full.get("/by?data=strunt", headers={"accept": "text/html"})
    assert answer.status_code == 404
    assert "strunt" in answer.text


@pytest.fixture
def small(releases, tmp_path) -> Iterator[Server]:
    """The real dashboard with two places."""
    limits = {"TRYGGHET_RELEASES": str(releases), "TRYGGHET_MOST_SESSIONS": "2"}
    with running("dashboard.py", REPOSITORY, tmp_path / "server.log", limits) as server:
        yield server


def test_the_third_reader_gets_the_static_page_until_one_has_left(small):
    def is_ready() -> int:
        return ask(f"{small.url}{crowd.READY}").status

    async def until_ready() -> None:
        while is_ready() != 200:
            await asyncio.sleep(0.05)

    async def readers() -> None:
        async with Reader(small.url) as first:
            assert (await first.open("by", by="genarp")).says("Genarp")
            await until_ready()
            async with Reader(small.url) as second:
                await second.open("by", by="dalby")
                assert (is_ready(), ask(f"{small.url}/_stcore/health").status) == (503, 200)
                with pytest.raises(TurnedAway, match="document"):
                    await Reader(small.url).open("by", by="genarp")
                # One more may come back to an open page, and then nobody.
                async with Reader(small.url) as back, Reader(small.url) as late:
                    await back._connect({})
                    await late._connect({})
                    with pytest.raises(TurnedAway, match="1013"):
                        await late._run(page_name="by")
                assert (await first.choose("by", "Dalby")).says("Dalby")
            await until_ready()
            async with Reader(small.url) as third:
                assert (await third.open("by", by="genarp")).says("Genarp")
            assert (await first.go("mal")).says("Mål")

    asyncio.run(asyncio.wait_for(readers(), 60))
