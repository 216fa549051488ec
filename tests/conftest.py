"""What several folders of tests share: releases of the shipped data, its pages, a browser."""

import gc
import hashlib
import os
import pickle
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlencode

import pytest
from hypothesis import settings
from starlette.testclient import TestClient

from trygghet.check import read_promise_folder
from trygghet.language import FIRST, speak
from trygghet.release.places.folder import Folder
from trygghet.release.publish import Signature, publish
from trygghet.release.store import store

sys.path.insert(0, str(Path(__file__).parent / "support"))

from browsers import ARGUMENTS, BROWSERS, installed, tab
from made_once import SHARED, made_once
from nasty_folder import write_nasty_folder
from opened_page import OpenedPage, run_page
from our_routes import our_routes
from quiet_folder import write_quiet_folder
from shipped_files import PROMISES, REPOSITORY, ShippedPromise
from streamlit_server import Server, shared

SIGNED = Signature("Testet", "Första utgåvan", datetime(2026, 11, 22, 12, tzinfo=UTC))

Open = Callable[..., OpenedPage]

# How long an example takes says how busy the machine is; speed is measured in bench/.
settings.register_profile("unhurried", settings(), deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def first_language() -> Iterator[None]:
    """A test that asked for another language leaves none behind."""
    yield
    speak(FIRST)


def pytest_configure(config: pytest.Config) -> None:
    """The folder that the processes share; xdist's inherit its name."""
    if SHARED not in os.environ:
        os.environ[SHARED] = tempfile.mkdtemp(prefix="trygghet-tests-")
        config.add_cleanup(_end_what_is_shared)


def pytest_collection_finish() -> None:
    # What is collected stays, and pages and dictionaries are large: as it comes, Python's collector
    # looks through all of it again and again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


def _end_what_is_shared() -> None:
    shared = Path(os.environ.pop(SHARED))
    for server in shared.glob("*/pid"):
        with suppress(ProcessLookupError):
            os.kill(int(server.read_text()), signal.SIGTERM)
    shutil.rmtree(shared)


@pytest.fixture(scope="session")
def releases() -> Iterator[Path]:
    """A folder with a release of every promise in data/, which the program then reads."""

    def publish_all(folder: Path) -> None:
        for promise in PROMISES:
            publish(read_promise_folder(promise.folder), folder, SIGNED)

    folder = made_once("published", publish_all)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TRYGGHET_RELEASES", str(folder))
        environment.delenv("TRYGGHET_PROMISE", raising=False)
        store.cache_clear()
        yield folder
    store.cache_clear()


@pytest.fixture(scope="session")
def open_page(releases: Path) -> Open:
    """Open a page of the dashboard: ``open_page("by", data="exempel", by="utkastnas")``.

    The same address gives the same page, so that each is run once only, by whichever process.
    """

    @cache
    def open_(name: str, **parameters: str) -> OpenedPage:
        assert store().place == Folder(releases)

        def run(folder: Path) -> None:
            (folder / "page").write_bytes(pickle.dumps(run_page(name, **parameters)))

        address = f"{name}?{urlencode(parameters)}".encode()
        made = made_once(f"page-{hashlib.sha256(address).hexdigest()}", run)
        page: OpenedPage = pickle.loads((made / "page").read_bytes())
        return page

    return open_


@pytest.fixture(scope="session")
def client(releases: Path) -> TestClient:
    """Our own addresses without Streamlit round them: ``client.get("/sida/genarp")``."""
    return our_routes()


@pytest.fixture(scope="session")
def nasty_releases() -> Path:
    """A folder with a release of the example whose texts are full of signs of HTML and Markdown."""

    def publish_nasty(folder: Path) -> None:
        write_nasty_folder(folder / "exempel")
        publish(read_promise_folder(folder / "exempel"), folder / "releases", SIGNED)

    return made_once("nasty", publish_nasty) / "releases"


@pytest.fixture(scope="session")
def quiet_promise() -> ShippedPromise:
    """The example with less reported; its release lies beside its folder."""

    def publish_quiet(folder: Path) -> None:
        write_quiet_folder(folder / "exempel")
        publish(read_promise_folder(folder / "exempel"), folder / "releases", SIGNED)

    return ShippedPromise(made_once("quiet", publish_quiet) / "exempel")


@pytest.fixture
def quiet(quiet_promise: ShippedPromise) -> Iterator[ShippedPromise]:
    """The same, and the program reads its release; its pages are to be run, not `open_page`d."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TRYGGHET_RELEASES", str(quiet_promise.folder.parent / "releases"))
        store.cache_clear()
        yield quiet_promise
    store.cache_clear()


@pytest.fixture(scope="session")
def dashboard(releases: Path) -> Server:
    """The real dashboard, served as `make run` serves it, with the releases of the tests."""
    environment = {"TRYGGHET_RELEASES": str(releases)}
    return shared("dashboard", "dashboard.py", REPOSITORY, environment)


# For a module and not for the session: while it runs, Playwright keeps a loop of its own in the
# thread of the tests, and those of other modules that call asyncio.run would fail.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser. Without one the tests are skipped; with REQUIRE_BROWSER=1 they fail."""
    path = installed()
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _no_browser("the package playwright is not installed")
    if path is None:
        _no_browser(f"none of {', '.join(BROWSERS)} is installed; CHROMIUM can name another")
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module", name="tab")
def dashboard_tab(chromium: Any, dashboard: Server) -> Iterator[Any]:
    """Where the tests of a module open pages of the dashboard, one after the other: in a new tab
    the browser takes twice as long over Streamlit's scripts."""
    with tab(chromium, dashboard.url, locale="sv-SE", reduced_motion="reduce") as opened:
        opened.context.set_default_timeout(60_000)
        yield opened


def _no_browser(reason: str) -> NoReturn:
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(f"REQUIRE_BROWSER=1, but {reason}")
    pytest.skip(f"needs a browser: {reason}")
