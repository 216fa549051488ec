"""What axe finds on the pages without JavaScript, and whether they fit where they are read."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from shipped_files import PROMISES

pytestmark = pytest.mark.browser

PHONE, NARROW, DESK = 390, 320, 1280


def addresses():
    for promise in PROMISES:
        query = f"?data={promise.id}" if promise.is_example else ""
        village = promise.villages[0]["id"]
        for path in ("/sida/", f"/sida/{village}", f"/sida/{village}/motesblad", "/data/"):
            yield f"{path}{query}"
        yield f"/kort/{village}{query}"
    yield "/sida/finns-inte"


@pytest.fixture
def page(chromium, dashboard):
    context = chromium.new_context(locale="sv-SE")
    opened = context.new_page()
    asked = []
    opened.on("request", lambda one: asked.append(one.url))
    yield opened
    assert [url for url in asked if not url.startswith(dashboard.url)] == []
    context.close()


def violations(page, options=None):
    found = Axe().run(page, options=options).response["violations"]
    return [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found]


@pytest.mark.parametrize("address", list(addresses()))
def test_somebody_who_sees_or_hears_otherwise_can_use_the_page(page, dashboard, address):
    page.set_viewport_size({"width": PHONE, "height": 900})
    page.goto(dashboard.url + address)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": DESK, "height": 900})
    assert violations(page, {"runOnly": ["color-contrast"]}) == []
    # Nothing is cut off, also where a phone is narrow.
    page.set_viewport_size({"width": NARROW, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
