"""What a reader's browser makes of it all: headless Chromium against the real server."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from trygghet.words import text

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def test_a_plotly_chart_is_drawn_under_the_policy_and_asks_no_other_host(page, server):
    complaints, hosts = [], set()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.goto(server.url)
    page.wait_for_selector(".js-plotly-plot .scatterlayer path.js-line")
    assert complaints == []
    assert hosts - {""} == {urlsplit(server.url).netloc}


def test_a_deep_link_opens_its_page_in_swedish(page, server):
    page.goto(f"{server.url}/by?by=genarp")
    page.get_by_role("heading", name="By").wait_for()
    assert page.evaluate("document.documentElement.lang") == "sv"


def test_a_page_that_fails_shows_a_code_and_a_way_back_but_no_traceback(page, server):
    page.goto(f"{server.url}/by?fel=1")
    box = page.get_by_role("alert").filter(has_text=text("server-error-title"))
    box.wait_for()
    code = re.search(r"\b[0-9a-f]{6}\b", box.inner_text())
    assert code
    assert f"Failure {code[0]}: RuntimeError" in server.log.read_text(encoding="utf-8")
    assert page.get_by_role("alert").count() == 1
    shown = page.inner_text("body")
    assert "hemligt" not in shown and "RuntimeError" not in shown and "Traceback" not in shown
    page.get_by_role("link", name=text("server-start-link")).click()
    page.get_by_role("heading", name="Start").wait_for()
    assert len(page.context.pages) == 1
