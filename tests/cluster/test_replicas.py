"""Two replicas behind nginx: one of them goes, and readers do not notice."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from cluster import nginx
from serving import publish
from shipped_files import REPOSITORY
from sound_folder import PROMISE, write_sound_folder
from streamlit_server import Server, ask, running
from websockets.sync.client import connect


class Site:
    """The site's address, and its replicas by their names, each of which can be stopped."""

    def __init__(self, url: str, replicas: dict[str, tuple[Server, ExitStack]]) -> None:
        self.url = url
        self.replicas = replicas


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    base = tmp_path_factory.mktemp("replicas")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRYGGHET_RELEASES", str(base / "releases"))
        assert publish(write_sound_folder(base / PROMISE)) == 0
    environment = {
        "TRYGGHET_RELEASES": str(base / "releases"),
        "TRYGGHET_PROMISE": PROMISE,
        "STREAMLIT_SERVER_COOKIE_SECRET": "the same everywhere",
        "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
    }
    with ExitStack() as all_:
        replicas = {}
        for name in ("replica-1", "replica-2"):
            own = all_.enter_context(ExitStack())
            log = base / f"{name}.log"
            server = own.enter_context(running("dashboard.py", REPOSITORY, log, environment))
            replicas[name] = server, own
        ports = {name: urlsplit(server.url).port or 0 for name, (server, _) in replicas.items()}
        yield Site(all_.enter_context(nginx(base, ports)), replicas)


def _connects(site: Site, cookie: str) -> bool:
    """Whether a session opens, as a browser does it."""
    with connect(
        site.url.replace("http", "ws") + "/_stcore/stream",
        subprotocols=["streamlit"],  # type: ignore[list-item]
        origin=site.url,  # type: ignore[arg-type]
        additional_headers={"Cookie": cookie},
    ) as stream:
        return stream.subprotocol == "streamlit"


def test_a_replica_that_goes_takes_readers_along(site: Site, tmp_path: Path) -> None:
    # Who reads without JavaScript gets no cookie; the app gets one before it connects.
    assert "set-cookie" not in ask(f"{site.url}/sida/").headers
    cookie = ask(f"{site.url}/_stcore/host-config").headers["set-cookie"].partition(";")[0]
    assert _connects(site, cookie)
    assert ask(f"{site.url}/trygghet/halsa").status == 200

    failed, asked, done = [], 0, threading.Event()

    def read() -> None:
        nonlocal asked
        while not done.is_set():
            for reader in range(4):
                answer = ask(f"{site.url}/sida/lillby", Cookie=f"trygghet_replica={reader}")
                asked += 1
                if answer.status != 200:
                    failed.append(answer.status)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for one in readers:
        one.start()
    _, first = site.replicas["replica-1"]
    first.close()
    before = asked
    while asked < before + 40:
        done.wait(0.05)
    done.set()
    for one in readers:
        one.join()
    assert not failed
    assert _connects(site, cookie) and _connects(site, "trygghet_replica=another")
