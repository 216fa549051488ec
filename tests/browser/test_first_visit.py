"""A first visit: the answer can be read at once, and nothing moves when the app has come."""

import re
from contextlib import closing
from typing import Any

import pytest

pytestmark = pytest.mark.browser

PHONE, COMPUTER = (390, 844), (1280, 900)
MOST_BYTES = 1_000_000
STARTS = re.compile(r"/static/js/index\.[^.]+\.js$")
APP = '[data-testid="stMain"]'

# Where things are that the snapshot and the app both show, the n-th of a text by its number.
PLACES = """(within) => {
    const places = {};
    const all = document.querySelector(within).querySelectorAll(
        'h1, h2, .t-sentence, .t-mistake, .t-figure, .t-lead, .t-example-banner, nav a, '
        + '[data-testid="stPageLink-NavLink"], [role="radio"]');
    for (const one of all) {
        const { x, y, width, height } = one.getBoundingClientRect();
        let key = one.textContent.trim();
        while (key in places) key += '+';
        places[key] = [x, y, width, height].map(Math.round);
    }
    return places;
}"""

# Counts, frame by frame, what of the app can be seen while the snapshot is read.
ABOVE = """() => {
    window.above = 0;
    const look = () => {
        if (!document.getElementById('snapshot')) return;
        for (const one of document.querySelectorAll('#root :is(svg, p, h1)')) {
            if (getComputedStyle(one).visibility !== 'hidden') window.above++;
        }
        requestAnimationFrame(look);
    };
    look();
}"""


class FirstVisit:
    """A page whose app waits until `let_the_app_come`."""

    def __init__(self, chromium: Any, address: str, size: tuple[int, int]) -> None:
        self._context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]}, locale="sv-SE", reduced_motion="reduce"
        )
        self.page = self._context.new_page()
        self.bytes = 0
        cdp = self._context.new_cdp_session(self.page)
        cdp.send("Network.enable")
        cdp.on("Network.loadingFinished", self._loaded)
        cdp.on("Network.webSocketFrameReceived", self._told)
        self._held: list[Any] = []
        self.page.route(STARTS, lambda route: self._held.append(route))
        self.page.goto(address, wait_until="commit")
        self.page.locator("#snapshot .t-sentence").nth(2).wait_for()

    def let_the_app_come(self) -> None:
        while not self._held:
            self.page.wait_for_timeout(50)
        for route in self._held:
            route.continue_()
        self.page.locator(".t-footer").wait_for()

    def close(self) -> None:
        self._context.close()

    def _loaded(self, event: dict[str, Any]) -> None:
        self.bytes += int(event["encodedDataLength"])

    def _told(self, event: dict[str, Any]) -> None:
        self.bytes += len(event["response"]["payloadData"]) * 3 // 4


@pytest.mark.parametrize("size", [PHONE, COMPUTER], ids=["phone", "computer"])
def test_nothing_moves_when_the_app_takes_the_snapshots_place(chromium, dashboard, size):
    with closing(FirstVisit(chromium, f"{dashboard.url}/by?data=exempel", size)) as visit:
        page = visit.page
        assert page.locator("h1").count() == 1
        before = page.evaluate(PLACES, "#snapshot")
        page.locator("#snapshot nav a").nth(2).focus()
        page.evaluate(ABOVE)
        visit.let_the_app_come()
        assert page.evaluate("window.above") == 0
        assert page.locator("h1").count() == 1
        assert page.locator("#snapshot").count() == 0
        after = page.evaluate(PLACES, APP)
        moved = {
            name: (place, after.get(name))
            for name, place in before.items()
            if name not in after
            or any(abs(a - b) > 2 for a, b in zip(place, after[name], strict=True))
        }
        assert moved == {}
        assert len(before) > 20
        # The reader's place on the page is kept.
        page.locator(f"{APP} a:focus").filter(has_text="Mål").wait_for()


def test_a_village_on_a_first_visit_is_within_the_budget_and_the_reader_stays_where_they_were(
    chromium, dashboard
):
    with closing(FirstVisit(chromium, f"{dashboard.url}/by?by=genarp", PHONE)) as visit:
        page = visit.page
        third = "[...document.querySelectorAll('.t-answer h2')].at(-1)"
        page.evaluate(f"{third}.scrollIntoView()")
        top = page.evaluate(f"{third}.getBoundingClientRect().top")
        visit.let_the_app_come()
        assert abs(page.evaluate(f"{third}.getBoundingClientRect().top") - top) < 3
        assert page.evaluate(f"document.querySelector('{APP}').scrollTop") > 500
        assert 100_000 < visit.bytes < MOST_BYTES


def test_without_javascript_the_answer_can_be_read(chromium, dashboard):
    with closing(chromium.new_context(java_script_enabled=False)) as context:
        page = context.new_page()
        page.goto(f"{dashboard.url}/by?data=exempel")
        assert page.locator("h1").is_visible()
        assert page.locator(".t-sentence:visible").count() == 3
        assert page.locator("svg.t-chart:visible").count() > 0
        assert page.locator('.t-notice a[href^="/sida/"]').is_visible()
