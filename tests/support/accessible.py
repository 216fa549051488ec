"""What a reader needs who sees, hears or moves otherwise, as measured in a browser's page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any
from urllib.parse import urlencode

from axe_playwright_python.sync_playwright import Axe
from shipped_files import PROMISES, ShippedPromise

from trygghet.words.accessibility import SHORTCOMINGS

APP = ("", "by", "mal", "aktiviteter", "indikatorer", "data", "agare", "tillganglighet")
OPEN = ("sida/", "sida/{by}", "sida/{by}/motesblad", "sida/tillganglighet", "data/", "kort/{by}")
NOWHERE = "sida/finns-inte"
WIDTHS = (320, 390, 1280)
SCHEMES = ("light", "dark")
LANGUAGES = ("sv", "en")

# Everything but what a page as a whole need not have: a rule of axe's own for frames, for one.
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@dataclass(frozen=True)
class View:
    """A page as one reader meets it."""

    path: str
    promise: ShippedPromise
    language: str
    scheme: str
    width: int

    def __str__(self) -> str:
        path = self.path.strip("/").replace("/", "-") or "oversikt"
        return f"{path}-{self.promise.id}-{self.language}-{self.scheme}-{self.width}"

    @property
    def address(self) -> str:
        """From the first slash on."""
        path = self.path.format(by=self.promise.villages[0]["id"])
        choice = dict(self.promise.address)
        if self.language != "sv":
            choice["lang"] = self.language
        return f"/{path}?{urlencode(choice)}" if choice else f"/{path}"

    @property
    def is_app(self) -> bool:
        return self.path in APP


def every_view() -> Iterator[View]:
    """Each page in each way: the whole matrix."""
    for view in product((*APP, *OPEN, NOWHERE), PROMISES, LANGUAGES, SCHEMES, WIDTHS):
        yield View(*view)


def some_views() -> Iterator[View]:
    """Each page of the app with both promises, languages, schemes and widths, in two views; of
    the others each in one."""
    real, example = PROMISES if not PROMISES[0].is_example else PROMISES[::-1]
    for number, path in enumerate((*APP, *OPEN, NOWHERE)):
        first = View(path, real, "sv", SCHEMES[number % 2], 390)
        second = replace(
            first, promise=example, language="en", scheme=SCHEMES[(number + 1) % 2], width=320
        )
        yield from (first, second) if path in APP else ((first, second)[number // 2 % 2],)


def open_view(page: Any, url: str, view: View) -> None:
    """Open it and unfold everything."""
    page.set_viewport_size({"width": view.width, "height": 844})
    page.emulate_media(color_scheme=view.scheme)
    page.goto(url + view.address)
    if view.is_app:
        wait_until_drawn(page)
        if page.locator(".stPlotlyChart").count():
            page.locator(".js-plotly-plot .scatterlayer path.point").first.wait_for()
        # What web/sidan.js names, it names a moment after the page is drawn.
        page.locator('[role="navigation"]').wait_for()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")


def wait_until_drawn(page: Any) -> None:
    """Wait until a page of the app is drawn to its end."""
    footer = page.locator(".t-footer")
    footer.first.wait_for()
    page.locator("#snapshot").wait_for(state="detached")
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    # For a moment the page that is left still stands below the new one.
    footer.nth(1).wait_for(state="detached")
    # A link stands there before its label does: that is drawn by a script of its own.
    page.wait_for_function(LABELLED)


LABELLED = """() => [...document.querySelectorAll('[data-testid="stPageLink"] a')]
    .every((one) => one.textContent.trim())"""


def violations(page: Any, *, rules: tuple[str, ...] = ()) -> list[str]:
    """What axe finds wrong, without the shortcomings that the statement tells of."""
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}
    options = {"runOnly": only, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{one['id']}: {node['html'][:200]}"
        for one in found
        for node in one["nodes"]
        if not _is_told(page, one["id"], node["target"])
    ]


def _is_told(page: Any, rule: str, target: list[str]) -> bool:
    return any(
        rule in one.rules and page.evaluate(MATCHES, [target[-1], one.parts])
        for one in SHORTCOMINGS
    )


MATCHES = "([element, parts]) => document.querySelector(element)?.matches(parts) ?? false"

SIDEWAYS = """() => Math.max(...[document.scrollingElement, document.body,
    document.querySelector('[data-testid="stMain"]')].filter(Boolean)
    .map((one) => one.scrollWidth - one.clientWidth))"""

# WCAG 2.5.8: at least 24 by 24 points; or in a sentence; or with no other target within a circle
# of 24 points round its middle.
SMALL_TARGETS = """() => {
  const all = [...document.querySelectorAll(
    'a[href], button, summary, input, [role=radio], [role=option]')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((one) => !one.closest('.t-skip, .s-skip, [style*="clip"]'))
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1);
  const inSentence = (one) => {
    const around = one.parentElement;
    if (getComputedStyle(one).display !== 'inline') return false;
    const own = [...around.querySelectorAll('a, button')]
      .reduce((sum, link) => sum + link.textContent.trim().length, 0);
    return around.textContent.trim().length > own + 3;
  };
  const away = (x, y, box) => Math.hypot(
    Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const isSmall = ({ box }) => Math.min(box.width, box.height) < 23.9;
  return all.filter((target) => {
    if (!isSmall(target) || inSentence(target.one)) return false;
    const { one, box } = target;
    const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
    return all.some((other) => other.one !== one && !other.one.contains(one)
      && !one.contains(other.one) && (away(x, y, other.box) < 12 || (isSmall(other)
        && Math.hypot(x - (other.box.left + other.box.right) / 2,
                      y - (other.box.top + other.box.bottom) / 2) < 24)));
  }).map(({ one, box }) => `${one.outerHTML.slice(0, 120)} ${box.width}x${box.height}`);
}"""

# What of a text is cut off where its box is too small for it.
CUT = """() => [...document.querySelectorAll(
  'p, li, h1, h2, h3, dd, dt, td, th, button, summary, a')]
  .filter((one) => one.checkVisibility() && !one.closest('.t-skip, [data-testid="stHeader"]'))
  .filter((one) => {
    const look = getComputedStyle(one);
    return look.overflowX !== 'visible' && look.overflowX !== 'auto'
      && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
  }).map((one) => one.outerHTML.slice(0, 160))"""

SPACED = """*:not(svg *) { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""

# What has the focus: its outline, and whether it lies in sight and under nothing else.
FOCUSED = """() => {
  const one = document.activeElement, look = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 2);
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 1), innerHeight - 2);
  const seen = document.elementFromPoint(x, y);
  return {
    name: (one.getAttribute('aria-label') || one.textContent || one.tagName).trim().slice(0, 60),
    body: one === document.body,
    outline: look.outlineStyle === 'none' ? 0 : parseFloat(look.outlineWidth),
    colour: look.outlineColor,
    hidden: !(box.bottom > 0 && box.top < innerHeight) || !seen || !(one.contains(seen)
      || seen.contains(one)),
  };
}"""
