"""The whole tour by keyboard alone, and what a screen reader is told on the way."""

from typing import Any

import pytest
from accessible import FOCUSED, wait_until_drawn
from clipboard import on_clipboard
from shipped_files import EXAMPLE

from trygghet.words import text

pytestmark = pytest.mark.browser

MOST_STOPS = 60


@pytest.fixture
def page(tab: Any, dashboard: Any) -> Any:
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.goto(f"{dashboard.url}/by?data={EXAMPLE.id}")
    wait_until_drawn(tab)
    tab.locator('[role="navigation"]').wait_for()
    return tab


class Tour:
    """A reader without a mouse."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def focused(self) -> dict[str, Any]:
        """What has the focus; it can be seen that it has, and it lies under nothing else."""
        seen: dict[str, Any] = self.page.evaluate(FOCUSED)
        assert not seen["body"], "the focus is lost"
        assert seen["outline"] >= 2, f"it does not show that {seen['name']!r} has the focus"
        assert not seen["hidden"], f"{seen['name']!r} has the focus and is not in sight"
        return seen

    def tab_to(self, name: str) -> None:
        """Press Tab until something of that name has the focus."""
        stops = []
        for _ in range(MOST_STOPS):
            self.press("Tab")
            stops.append(self.focused()["name"])
            if name in stops[-1]:
                return
        pytest.fail(f"no stop {name!r} among {stops}")

    def move_to(self, name: str, key: str) -> None:
        """Press an arrow until what has the focus is of that name."""
        for _ in range(MOST_STOPS):
            if name in self.focused()["name"]:
                return
            self.press(key)
        pytest.fail(f"no way to {name!r} with {key}")

    def is_told(self, said: str) -> None:
        """A screen reader reads it out, politely."""
        region = self.page.locator('body > [role="status"][aria-live="polite"]')
        region.filter(has_text=said).wait_for(state="attached")

    def stays_on(self, name: str) -> None:
        wait_until_drawn(self.page)
        assert name in self.focused()["name"]


def test_a_reader_without_a_mouse_can_do_everything(page: Any) -> None:
    tour, second = Tour(page), EXAMPLE.villages[1]["name"]
    assert page.locator('body > [role="status"]').inner_text() == ""  # nothing to tell yet

    # Past the navigation, straight to the heading.
    tour.press("Tab")
    assert tour.focused()["name"] == text("static-skip")
    tour.press("Enter")
    assert EXAMPLE.villages[0]["name"] in tour.focused()["name"]

    # Another village: the focus stays on it, the new heading is told.
    tour.press("Shift+Tab")
    tour.move_to(second, "ArrowLeft")
    tour.press("Space")
    tour.is_told(text("by-title", place=second))
    tour.stays_on(second)

    # What is folded opens, and a sentence is copied.
    tour.tab_to(text("by-compared"))
    tour.press("Enter")
    tour.tab_to(text("may-write-title"))
    tour.press("Enter")
    tour.tab_to(text("copy-button"))
    tour.press("Enter")
    tour.is_told(text("copy-copied"))
    assert second in on_clipboard(page)

    # Another page: the focus goes to its heading, which is told.
    page.locator("a.t-skip").focus()
    tour.tab_to(text("page-aktiviteter"))
    tour.press("Enter")
    tour.is_told(text("aktiviteter-title"))
    wait_until_drawn(page)
    assert text("aktiviteter-title") in tour.focused()["name"]

    # A filter: the focus stays on it, how many are left is told. No English on the way.
    tour.tab_to(text("aktiviteter-filter-lage"))
    tour.press("ArrowDown")
    page.get_by_role("option").first.wait_for()
    page.locator(f'[aria-label="{text("spoken-dismiss")}"]').first.wait_for(state="attached")
    assert page.locator('[aria-label="Open"], [aria-label="Dismiss"]').count() == 0
    page.keyboard.type(text("state-ongoing"))
    page.get_by_role("option", name=text("state-ongoing"), exact=True).wait_for()
    tour.press("ArrowDown")
    tour.press("Enter")
    count = EXAMPLE.count_states(EXAMPLE.activities())["ongoing"]
    tour.is_told(text("aktiviteter-shown", count=count, all=len(EXAMPLE.activities())))
    tour.stays_on(text("aktiviteter-filter-lage"))

    # A reader who wants no movement gets none: nor the work of a transition too short to be seen,
    # which each of some thousand elements would have at every change of style.
    moving = page.evaluate(
        """() => {
            const longest = (all) => Math.max(...all.split(',').map(parseFloat));
            return [...document.querySelectorAll('*')].map((one) => getComputedStyle(one))
                .filter((look) => longest(look.transitionDuration) > 0
                    || longest(look.animationDuration) > 0.01).length;
        }"""
    )
    assert moving == 0


def test_a_listener_is_told_too_when_the_answer_is_there_at_once(page: Any) -> None:
    tour = Tour(page)
    page.locator("#t-spoken").wait_for(state="attached")
    # As when Streamlit draws the start and the end of a run together: its state never changes.
    page.evaluate(
        """() => {
            history.pushState(null, '', '/by?data=exempel&by=annan');
            document.querySelector('h1').textContent = 'En annan by';
        }"""
    )
    tour.is_told("En annan by")
