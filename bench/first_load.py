"""How long a first visit waits, and how much it downloads, in headless Chromium.

Each page is opened with an empty cache on a limited network and processor, several times, and the
medians are printed: the bytes that came over the wire until everything was drawn, when the answer
could be read, when the first chart stood there, when everything did. All times count from the
start of the navigation. The last columns compare with the first page of the table.

Run from the repository's root: `python bench/first_load.py`. Needs Chromium and Playwright.
Other sites are measured by calling `measure` with what to look for on their pages.
"""

import argparse
import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, sync_playwright
from serving import served

PATIENCE: Final = 180.0
"""Seconds that a page may take to draw everything."""

QUIET: Final = 1.0
"""Seconds without a request after which nothing more is expected."""


@dataclass(frozen=True)
class Profile:
    """A connection and a processor: bits per second down and up, round trip in seconds, and how
    many times slower than this machine."""

    name: str
    down: float
    up: float
    round_trip: float
    slower: float = 1


SLOW_4G: Final = Profile("slow 4G, CPU / 4", 1.6e6, 750e3, 0.150, 4)
FAST_4G: Final = Profile("fast 4G, CPU / 4", 9e6, 1.5e6, 0.060, 4)
LOOPBACK: Final = Profile("loopback", 0, 0, 0)
PROFILES: Final = {"slow": SLOW_4G, "fast": FAST_4G, "loopback": LOOPBACK}


@dataclass(frozen=True)
class Sign:
    """What to look for: so many visible elements that a CSS selector finds, shadow trees included,
    and each of the texts in one of them."""

    selector: str
    count: int = 1
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Loaded:
    """One first visit, or the medians of several. Bytes are those on the wire with headers, as
    Chromium counts them; websocket messages are counted apart, before any compression of theirs.
    Times are in seconds, that of the first chart None where there is none; `shift` is the layout
    shift score."""

    bytes: int
    websocket_bytes: int
    requests: int
    readable_s: float
    first_chart_s: float | None
    complete_s: float
    shift: float


# Looks in every frame of the screen, and notes when each sign was first seen whole. A frame later
# what was found is also painted.
WATCH: Final = """(signs) => {
  const seen = (window.__seen = { shift: 0 });
  const visible = (one) => {
    const { width, height } = one.getBoundingClientRect();
    return width > 0 && height > 0
      && one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const all = (selector, root = document) => {
    const found = [...root.querySelectorAll(selector)];
    for (const one of root.querySelectorAll("*")) {
      if (one.shadowRoot) found.push(...all(selector, one.shadowRoot));
    }
    return found;
  };
  const there = ({ selector, count, texts }) => {
    const found = all(selector).filter(visible);
    return found.length >= count
      && texts.every((text) => found.some((one) => one.textContent.includes(text)));
  };
  const look = () => {
    for (const [name, wanted] of Object.entries(signs)) {
      if (seen[name] || !wanted.every(there)) continue;
      seen[name] = -1;
      requestAnimationFrame((now) => { seen[name] = now; });
    }
    if (Object.keys(signs).some((name) => !seen[name])) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) seen.shift += one.value;
  }).observe({ type: "layout-shift", buffered: true });
}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The installed Chromium without a window."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        try:
            yield browser
        finally:
            browser.close()


def measure(
    browser: Browser,
    url: str,
    *,
    readable: Sign,
    chart: Sign | None,
    complete: Sequence[Sign],
    profile: Profile = SLOW_4G,
    times: int = 5,
    size: tuple[int, int] = (390, 844),
) -> Loaded:
    """The medians of so many first visits.

    Args:
        readable: the answer as text.
        chart: the first chart, whatever draws it; None where the page has none.
        complete: everything that the page is to show.

    Raises:
        TimeoutError: a sign was not seen within PATIENCE.
    """
    signs = {"readable": [readable], "complete": list(complete)}
    if chart:
        signs["chart"] = [chart]
    visits = [asdict(_visit(browser, url, signs, profile, size)) for _ in range(times)]
    return Loaded(**{name: _median([visit[name] for visit in visits]) for name in visits[0]})


def _median(values: list[Any]) -> Any:
    return None if None in values else statistics.median(values)


def _visit(
    browser: Browser,
    url: str,
    signs: dict[str, list[Sign]],
    profile: Profile,
    size: tuple[int, int],
) -> Loaded:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, locale="sv-SE", reduced_motion="reduce"
    )
    try:
        page = context.new_page()
        # Chromium's own start is no part of a visit.
        page.goto("about:blank")
        cdp = context.new_cdp_session(page)
        wire = _Wire(cdp)
        if profile.down:
            cdp.send(
                "Network.emulateNetworkConditions",
                {
                    "offline": False,
                    "latency": profile.round_trip * 1000,
                    "downloadThroughput": profile.down / 8,
                    "uploadThroughput": profile.up / 8,
                },
            )
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": profile.slower})
        wanted = json.dumps({name: [asdict(one) for one in some] for name, some in signs.items()})
        page.add_init_script(f"({WATCH})({wanted})")
        page.goto(url, wait_until="commit", timeout=PATIENCE * 1000)
        seen = _wait(page, wire, list(signs))
    finally:
        context.close()
    return Loaded(
        wire.bytes,
        wire.websocket_bytes,
        wire.requests,
        seen["readable"] / 1000,
        seen["chart"] / 1000 if "chart" in signs else None,
        seen["complete"] / 1000,
        seen["shift"],
    )


class _Wire:
    """Counts what a page downloads."""

    def __init__(self, cdp: Any) -> None:
        self.bytes = self.websocket_bytes = self.requests = 0
        self.open: set[str] = set()
        self.by_url: dict[str, int] = {}
        self._urls: dict[str, str] = {}
        self.last = time.monotonic()
        cdp.send("Network.enable")
        cdp.on("Network.requestWillBeSent", self._sent)
        cdp.on("Network.loadingFinished", self._finished)
        cdp.on("Network.loadingFailed", lambda event: self._ended(event["requestId"]))
        cdp.on("Network.webSocketFrameReceived", self._frame)

    def _sent(self, event: dict[str, Any]) -> None:
        if event["request"]["url"].startswith(("data:", "blob:")):
            return
        self.requests += 1
        self.open.add(event["requestId"])
        self._urls[event["requestId"]] = event["request"]["url"]
        self.last = time.monotonic()

    def _finished(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self._urls:
            url, size = self._urls[event["requestId"]], round(event["encodedDataLength"])
            self.bytes += size
            self.by_url[url] = self.by_url.get(url, 0) + size
        self._ended(event["requestId"])

    def _ended(self, request: str) -> None:
        self.open.discard(request)
        self.last = time.monotonic()

    def _frame(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        text = frame["payloadData"]
        # Binary messages are told in base64.
        self.websocket_bytes += len(text) * 3 // 4 if frame["opcode"] == 2 else len(text.encode())
        self.last = time.monotonic()

    @property
    def quiet(self) -> bool:
        return not self.open and time.monotonic() - self.last > QUIET


def _wait(page: Any, wire: _Wire, names: Sequence[str]) -> dict[str, float]:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        page.wait_for_timeout(200)
        seen: dict[str, float] = page.evaluate("window.__seen ?? {}")
        if all(seen.get(name, 0) > 0 for name in names) and wire.quiet:
            return seen
    raise TimeoutError(f"{page.url}: of {', '.join(names)} only {seen} was seen")


# Our own pages

# What the app has drawn, once it has drawn it to its end.
APP: Final = '[data-testid="stApp"][data-test-script-state="notRunning"] [data-testid="stMain"]'
FOOTER: Final = Sign(f"{APP} .t-footer")
SENTENCES: Final = Sign(".t-answer .t-sentence", 3)
PLOTLY: Final = Sign(".js-plotly-plot .main-svg")
CHART: Final = Sign(f".t-chart, {PLOTLY.selector}")
CHARTS: Final = (Sign(f"{APP} .t-chart"),)


@dataclass(frozen=True)
class OurPage:
    """A page of ours and what to look for on it."""

    name: str
    path: str
    readable: Sign
    chart: Sign | None
    complete: tuple[Sign, ...]

    def measured(self, browser: Browser, site: str, profile: Profile, times: int) -> Loaded:
        """The medians of so many first visits to the page of a site."""
        return measure(
            browser,
            site + self.path,
            readable=self.readable,
            chart=self.chart,
            complete=self.complete,
            profile=profile,
            times=times,
        )


OURS: Final = (
    OurPage("village", "/by?by=genarp", SENTENCES, None, (FOOTER,)),
    OurPage("example village", "/by?data=exempel", SENTENCES, CHART, (FOOTER, *CHARTS)),
    OurPage("overview", "/", SENTENCES, CHART, (FOOTER, *CHARTS)),
    OurPage("goals", "/mal", Sign("h1"), CHART, (FOOTER, *CHARTS)),
    OurPage("activities", "/aktiviteter", Sign("h1"), None, (FOOTER,)),
    OurPage("indicators", "/indikatorer", Sign("h1"), CHART, (FOOTER, PLOTLY)),
    OurPage("data", "/data", Sign("h1"), None, (FOOTER,)),
    OurPage("static, village", "/sida/genarp", SENTENCES, None, (Sign("footer"),)),
    OurPage(
        "static, example", "/sida/latsaskoping?data=exempel", SENTENCES, CHART, (Sign("footer"),)
    ),
)


def table(rows: Sequence[tuple[str, str, Loaded]]) -> str:
    """Page, profile and medians as Markdown; ratios against the first row of a profile."""
    lines = [
        "| page | network | kB | websocket, kB | requests | readable, s | first chart, s "
        "| everything, s | layout shift | kB ÷ | readable ÷ | everything ÷ |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    first: dict[str, Loaded] = {}
    for name, profile, one in rows:
        base = first.setdefault(profile, one)
        lines.append(
            f"| {name} | {profile} | {one.bytes / 1000:.0f} | {one.websocket_bytes / 1000:.0f} "
            f"| {one.requests:.0f} | {one.readable_s:.2f} | {_seconds(one.first_chart_s)} "
            f"| {one.complete_s:.2f} | {one.shift:.3f} | {one.bytes / base.bytes:.2f} "
            f"| {one.readable_s / base.readable_s:.2f} | {one.complete_s / base.complete_s:.2f} |"
        )
    return "\n".join(lines)


def _seconds(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument(
        "--pages", nargs="*", default=["village", "example village", "static, village"]
    )
    parser.add_argument("--networks", nargs="*", default=["slow", "fast"], choices=PROFILES)
    parser.add_argument("--site", help="a running dashboard; without it one is started")
    chosen = parser.parse_args()
    pages = [one for one in OURS if one.name in chosen.pages or "all" in chosen.pages]
    rows = []
    with _site(chosen.site) as site, chromium() as browser:
        for profile in (PROFILES[name] for name in chosen.networks):
            for one in pages:
                # What the server makes at its first visitor's request is made beforehand.
                one.measured(browser, site, LOOPBACK, 1)
                rows.append(
                    (one.name, profile.name, one.measured(browser, site, profile, chosen.times))
                )
    print(table(rows))


@contextmanager
def _site(given: str | None) -> Iterator[str]:
    if given:
        yield given.rstrip("/")
    else:
        with tempfile.TemporaryDirectory() as folder, served(Path(folder) / "releases") as site:
            yield site


if __name__ == "__main__":
    main()
