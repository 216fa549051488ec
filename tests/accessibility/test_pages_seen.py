"""Every page, as somebody meets it who sees, hears or moves otherwise, in one way or two.

`make a11y` looks at all ways together.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from accessible import CUT, SIDEWAYS, SMALL_TARGETS, SPACED, View, open_view, some_views, violations

from trygghet.words import text
from trygghet.words.accessibility import SHORTCOMINGS
from trygghet.words.language import speaking

pytestmark = pytest.mark.browser

VIEWS = list(some_views())


@pytest.fixture(scope="module")
def only_page(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(locale="sv-SE", reduced_motion="reduce", bypass_csp=True)
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(only_page: Any, dashboard: Any) -> Iterator[Any]:
    asked: list[str] = []
    only_page.on("request", lambda one: asked.append(one.url))
    yield only_page
    elsewhere = [url for url in asked if not url.startswith((dashboard.url, "data:", "blob:"))]
    assert elsewhere == []


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_somebody_who_sees_or_hears_otherwise_can_use_the_page(
    page: Any, dashboard: Any, view: View
) -> None:
    open_view(page, dashboard.url, view)
    assert violations(page) == []
    assert page.evaluate(SMALL_TARGETS) == []
    assert page.evaluate("document.documentElement.lang") == view.language
    if view.path.startswith("kort"):
        return
    assert page.locator("h1").count() == 1
    if view.is_app:
        assert landmarks(page) == ["banner", "contentinfo", "main", "navigation"]
    # The first stop of the Tab key, in the page's language, leads past the navigation.
    if view.is_app or page.locator("nav").count():
        page.keyboard.press("Tab")
        with speaking(view.language):
            skip = text("static-skip")
        assert page.evaluate("document.activeElement.textContent") == skip
    # At 320 points, in text of double size, with wider spaces: nothing is cut off.
    page.set_viewport_size({"width": 320, "height": 640})
    fits(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.add_style_tag(content="html { font-size: 200% !important }")
    fits(page)
    assert page.evaluate(CUT) == []
    page.set_viewport_size({"width": 390, "height": 844})
    page.add_style_tag(content=f"html {{ font-size: 100% !important }} {SPACED}")
    fits(page)
    assert page.evaluate(CUT) == []


def fits(page: Any) -> None:
    """Nothing is to be scrolled sideways, once the page has settled in its new size."""
    page.wait_for_function(f"({SIDEWAYS})() <= 0")


def landmarks(page: Any) -> list[str]:
    """The roles of the landmarks that have one by their element or by an attribute."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll(
            'main, [role=banner], [role=navigation], [role=contentinfo]')]
            .map((one) => one.getAttribute('role') ?? 'main').sort()"""
    )
    return found


def test_the_statement_tells_of_no_shortcoming_that_is_mended(page: Any, dashboard: Any) -> None:
    view = next(view for view in VIEWS if view.path == "tillganglighet")
    open_view(page, dashboard.url, view)
    assert violations(page, rules=("document-title",)) == []  # which brings axe into the page
    for one in SHORTCOMINGS:
        for rule in one.rules:
            found = page.evaluate(RUN_RULE, rule)
            assert found, f"axe has nothing against {rule} any more: take it from SHORTCOMINGS"


RUN_RULE = """async (rule) => {
  const { violations } = await axe.run({ runOnly: { type: 'rule', values: [rule] } });
  return violations.length;
}"""
