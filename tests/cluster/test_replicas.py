"""Two replicas behind nginx read one lake: releases come, replicas go, no reader notices."""

import asyncio
import os
import re
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from cluster import Catalogue, nginx
from serving import publish
from shipped_files import REPOSITORY
from sound_folder import PROMISE, cell, write_sound_folder
from streamlit_server import Server, ask, running

sys.path.append(str(REPOSITORY / "bench"))
from sessions import Failed, Reader, Run

READERS = 8
PATIENCE = 60.0  # seconds


class Site:
    """The site's address, and its replicas by their names."""

    def __init__(self, base: Path, environment: dict[str, str]) -> None:
        self.url = ""
        self.folder = write_sound_folder(base / PROMISE)
        self.number = 0
        self._base, self._environment = base, environment
        self._running: dict[str, tuple[Server, ExitStack]] = {}
        self.ports: dict[str, int] = {}

    def publish(self) -> None:
        """One more release, whose number every source names."""
        self.number += 1
        cell("sources.csv", 2, "title", f"Löftet, upplaga {self.number}.")(self.folder)
        assert publish(self.folder) == 0

    def start(self, name: str) -> None:
        """Start a replica, where it was before."""
        own = ExitStack()
        log = self._base / f"{name}.log"
        port = self.ports.get(name, 0)
        server = own.enter_context(
            running("dashboard.py", REPOSITORY, log, self._environment, port)
        )
        self._running[name] = server, own
        self.ports[name] = urlsplit(server.url).port or 0

    def stop(self, name: str) -> None:
        """As when it is replaced: it may finish what it does."""
        _, own = self._running.pop(name)
        own.close()

    def kill(self, name: str) -> None:
        """As when its machine goes."""
        server, own = self._running.pop(name)
        os.kill(server.pid, signal.SIGKILL)
        own.close()

    def stop_all(self) -> None:
        for name in [*self._running]:
            self.stop(name)


@pytest.fixture(scope="module")
def site(postgres: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    base = tmp_path_factory.mktemp("replicas")
    environment = {
        "TRYGGHET_RELEASES": postgres.address("reader"),
        "TRYGGHET_PROMISE": PROMISE,
        "STREAMLIT_SERVER_COOKIE_SECRET": "the same everywhere",
        "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
        # All readers of this test have one address.
        "FORWARDED_ALLOW_IPS": "127.0.0.1",
    }
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as parquet:
        patch.setenv("TRYGGHET_RELEASES", postgres.address("publisher"))
        patch.setenv("TRYGGHET_LAKE_DATA", parquet)
        site = Site(base, environment)
        site.publish()
        try:
            for name in ("replica-1", "replica-2"):
                site.start(name)
            with nginx(base, site.ports) as site.url:
                yield site
        finally:
            site.stop_all()
            postgres.drop(PROMISE)


class Reading:
    """A reader who reads on and on: the release of every run, and how often it had to connect
    anew."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.seen: list[int] = []
        self.lost = 0

    async def read(self, done: asyncio.Event) -> None:
        while not done.is_set():
            try:
                async with Reader(self.url) as reader:
                    self.note(await reader.open("by", by="lillby"))
                    while not done.is_set():
                        for page in ("", "aktiviteter", "by"):
                            self.note(await reader.go(page))
                            await asyncio.sleep(0.8)
            except Failed:
                self.lost += 1
                await asyncio.sleep(0.5)

    def note(self, run: Run) -> None:
        said = " ".join(run.texts)
        (number,) = set(re.findall(r"Utgåva (\d+), publicerad", said))
        # What the page says of its sources is of the same release.
        assert set(re.findall(r"Löftet, upplaga (\d+)\.", said)) <= {number}
        self.seen.append(int(number))


@asynccontextmanager
async def reading(site: Site) -> AsyncIterator[list[Reading]]:
    """Readers of the app, all at once, and one of the pages without JavaScript who has to be
    answered always. Each has read something when the block begins."""
    readers, done = [Reading(site.url) for _ in range(READERS)], asyncio.Event()
    failed: list[int] = []

    async def ask_on() -> None:
        asked = 0
        while not done.is_set():
            asked += 1
            cookie = f"trygghet_replica={asked % 7}"
            answer = await asyncio.to_thread(ask, f"{site.url}/sida/lillby", Cookie=cookie)
            if answer.status != 200:
                failed.append(answer.status)
            await asyncio.sleep(0.1)

    async with asyncio.TaskGroup() as group:
        group.create_task(ask_on())
        for one in readers:
            group.create_task(one.read(done))
        try:
            await until(lambda: all(one.seen for one in readers))
            yield readers
        finally:
            done.set()
    assert not failed


async def everybody_reads_on(readers: list[Reading]) -> None:
    """Wait until each has read some pages more."""
    runs = [len(one.seen) for one in readers]
    await until(lambda: all(len(one.seen) > n + 3 for one, n in zip(readers, runs, strict=True)))


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not true():
            await asyncio.sleep(0.1)


def test_readers_keep_an_old_release_or_see_a_mixture_when_one_is_published(site: Site) -> None:
    async def publish_under_load() -> None:
        async with reading(site) as readers:
            for _ in range(2):
                await asyncio.to_thread(site.publish)
                await until(lambda: all(one.seen[-1] == site.number for one in readers))
        for one in readers:
            assert one.seen == sorted(one.seen) and not one.lost

    asyncio.run(publish_under_load())


def test_a_replica_that_goes_takes_readers_along(site: Site) -> None:
    async def kill_and_replace() -> None:
        async with reading(site) as readers:
            await asyncio.to_thread(site.kill, "replica-1")
            # Who was with the other replica has not noticed.
            await everybody_reads_on(readers)
            lost = [one.lost for one in readers]
            assert sum(lost) > 0 and 0 in lost

            # Replaced where it was, it is used again: the other one can go.
            await asyncio.to_thread(site.start, "replica-1")
            await until(
                lambda: (
                    ask(f"http://127.0.0.1:{site.ports['replica-1']}/trygghet/halsa").status == 200
                )
            )
            await asyncio.sleep(6)  # nginx tries it again after fail_timeout
            await asyncio.to_thread(site.stop, "replica-2")
            await everybody_reads_on(readers)

    asyncio.run(kill_and_replace())


def test_somebody_outside_learns_how_the_replicas_are(site: Site) -> None:
    # Who reads without JavaScript gets no cookie; the app gets one before it connects.
    assert "set-cookie" not in ask(f"{site.url}/sida/").headers
    assert "trygghet_replica=" in ask(f"{site.url}/_stcore/host-config").headers["set-cookie"]
    assert ask(f"{site.url}/trygghet/halsa").status == 200  # from this machine
