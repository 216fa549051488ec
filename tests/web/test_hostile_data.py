"""Texts that want to be more than texts are shown as they are written, at every address of ours."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from nasty_folder import HOSTILE, write_hostile_folder
from our_routes import ask, every_address
from serving import publish
from shipped_files import REPOSITORY
from sound_folder import PROMISE
from streamlit_server import Server, running
from views import PAGES

from trygghet.files import FILES
from trygghet.release.store import store

ADDRESSES = every_address(by="lillby", indikator="alla-brott")
# The texts of a file are written by the same program in every language.
ASKED = [("sv", one) for one in ADDRESSES]
ASKED += [("en", one) for one in ADDRESSES if not (one.startswith("/data/") and "." in one)]
MAGIC = {"application/pdf": b"%PDF-", "image/png": b"\x89PNG"}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The releases of a promise whose every text is hostile; the program reads them."""
    base = tmp_path_factory.mktemp("hostile")
    write_hostile_folder(base / PROMISE)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TRYGGHET_RELEASES", str(base / "releases"))
        environment.setenv("TRYGGHET_PROMISE", PROMISE)
        environment.setenv("TRYGGHET_MAIL", "fel@provbygd.example")
        environment.setenv("TRYGGHET_OWNER", HOSTILE)
        assert publish(base / PROMISE) == 0
        store.cache_clear()
        yield base / "releases"
    store.cache_clear()


class Read(HTMLParser):
    """What a browser would run of a page, and the data for search engines in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.runs: list[str] = []
        self.texts: list[str] = []
        self.data: list[str] = []
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._inside = tag
        if tag == "script" and given.get("type") == "application/ld+json":
            self._inside = "data"
        elif tag in ("script", "img", "iframe", "object", "embed", "base"):
            self.runs.append(tag)
        self.runs += [name for name in given if name.startswith("on")]
        for name in ("href", "src", "action"):
            if re.match(r"\s*(javascript|data|vbscript):(?!image/)", given.get(name, ""), re.I):
                self.runs.append(given[name])

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        (self.data if self._inside == "data" else self.texts).append(data)


@pytest.mark.parametrize(("lang", "address"), ASKED)
def test_no_text_of_the_data_is_more_than_a_text(hostile, lang, address):
    choice = {} if lang == "sv" else {"lang": lang}
    file = FILES.get(address.rpartition("/")[2].partition(".")[0])
    for one in file.parameters if file else ():
        if one.required:
            choice[one.name] = one.allowed(store().release(PROMISE), {})[0]
    answer = ask(address, headers={"accept": "text/html"}, **choice)
    assert answer.status in (200, 303, 308), answer.text[-600:]
    for value in answer.headers.values():
        assert not re.search(r"[\r\n\x00]", value) and "hacked" not in value
    kind = answer.headers.get("content-type", "").partition(";")[0]
    if kind == "text/html":
        read = Read(answer.text)
        assert read.runs == []
        assert "<script>hacked=1</script>" in "".join(read.texts)
        assert all(json.loads(one) for one in read.data)
    elif kind.endswith("xml"):
        assert ET.fromstring(answer.body) is not None
    elif kind.endswith("json"):
        assert json.loads(answer.body)
    elif kind == "text/calendar":
        lines = answer.text.replace("\r\n ", "").split("\r\n")
        assert all(re.match(r"[A-Z-]+[:;]|$", line) for line in lines)
    elif kind in MAGIC:
        # Typst would have stopped at #panic.
        assert answer.body.startswith(MAGIC[kind])


def test_signs_that_nobody_sees_never_come_into_a_release(tmp_path):
    for number, sign in enumerate("\u202e\u200b\u2066\u0007\ufeff"):
        folder = tmp_path / str(number)
        write_hostile_folder(folder)
        file = folder / "activities.csv"
        file.write_text(file.read_text(encoding="utf-8").replace("Ny bel", f"Ny{sign}bel"), "utf-8")
        assert publish(folder) != 0


@pytest.fixture(scope="module")
def site(hostile: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("site") / "server.log"
    with running("dashboard.py", REPOSITORY, log, {}) as server:
        yield server


@pytest.mark.browser
def test_nothing_in_the_data_runs_in_a_readers_browser(chromium: Any, site: Server) -> None:
    # Without the policy, so that what is run here is what our own care lets through.
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    said: list[str] = []
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
    for name in PAGES:
        page.goto(f"{site.url}/{'' if name == 'oversikt' else name}")
        page.locator(".t-footer").wait_for()
        assert "<script>hacked=1</script>" in page.locator("body").inner_text()
        assert page.evaluate("typeof hacked") == "undefined"
        assert page.locator('img[src="x"], [onerror], [onload], a[href^=javascript]').count() == 0
    context.close()
    assert said == []
