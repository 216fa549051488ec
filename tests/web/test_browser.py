"""What a reader's browser makes of it all: headless Chromium against the real server."""

import re
from urllib.parse import urlsplit

import pytest

from trygghet.words import text

pytestmark = pytest.mark.browser


def test_a_plotly_chart_is_drawn_under_the_policy_and_asks_no_other_host(tab, server):
    complaints, hosts = [], set()
    tab.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    tab.goto(server.url)
    tab.wait_for_selector(".js-plotly-plot .scatterlayer path.js-line")
    assert complaints == []
    assert hosts - {""} == {urlsplit(server.url).netloc}


def test_a_deep_link_opens_its_page_in_swedish(tab, server):
    tab.goto(f"{server.url}/by?by=genarp")
    tab.get_by_role("heading", name="By").wait_for()
    assert tab.evaluate("document.documentElement.lang") == "sv"


def test_a_page_that_fails_shows_a_code_and_a_way_back_but_no_traceback(tab, server):
    tab.goto(f"{server.url}/by?fel=1")
    box = tab.get_by_role("alert").filter(has_text=text("server-error-title"))
    box.wait_for()
    code = re.search(r"\b[0-9a-f]{6}\b", box.inner_text())
    assert code
    assert f"Failure {code[0]}: RuntimeError" in server.log.read_text(encoding="utf-8")
    assert tab.get_by_role("alert").count() == 1
    shown = tab.inner_text("body")
    assert "hemligt" not in shown and "RuntimeError" not in shown and "Traceback" not in shown
    tab.get_by_role("link", name=text("server-start-link")).click()
    tab.get_by_role("heading", name="Start").wait_for()
    assert len(tab.context.pages) == 1
