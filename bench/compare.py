"""The village page beside the same page in Dash, Panel and Shiny for Python: one table.

Every page says the same of the same villages of the example promise, whose pages hold every kind
of thing (the real villages have no figures to draw, because nobody has published any). Ours stands
as a reader gets it, app and static page; each peer of bench/peers/ twice: as it comes, and with
its best simple measures (compressed, charts in a tab, each page made once).

Each is started alone on one process. Chromium opens it with an empty cache on two limited
networks; then readers without a browser (sessions.py, peer_sessions.py) open it and choose
villages, in the framework's own protocol: one reader to time the server, some that do nothing for
the memory of a session, and as many as are answered in time. What is measured is kept in
build/compare.json as it comes, so that `--only` can measure a part anew.

Run from the repository's root: `make bench`.
"""

import argparse
import asyncio
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from first_load import CHARTS, FAST_4G, FOOTER, SENTENCES, SLOW_4G, Profile, Sign, chromium, measure
from load import NO_LIMIT, cores, percentile
from peer_sessions import DashReader, PanelReader, ShinyReader, StaticReader
from serving import DASHBOARD, REPOSITORY, listening
from sessions import Reader

PEERS: Final = REPOSITORY / "bench" / "peers"
KEPT: Final = REPOSITORY / "build" / "compare.json"
RELEASES: Final = REPOSITORY / "build" / "compare-releases"
PROMISE: Final = "exempel"
VILLAGES: Final = {
    "latsaskoping": "Låtsasköping",
    "kulissbro": "Kulissbro",
    "fantasinge": "Fantasinge",
    "fabelryd": "Fabelryd",
    "modellstorp": "Modellstorp",
}
FIRST: Final = "latsaskoping"
NETWORKS: Final = {
    "fast": Profile("fast 4G", FAST_4G.down, FAST_4G.up, FAST_4G.round_trip),
    "slow": SLOW_4G,
}
PARTS: Final = ("browser", "server", "memory", "sessions")
LIMIT: Final = 1.0
"""Seconds that 95 of 100 choices may take at most."""
STEPS: Final = (10, 25, 50, 100, 200, 300, 400, 600, 800, 1000)
PAUSE: Final = 0.2
"""Seconds that a reader at least looks before the next choice; ours lets faster ones wait."""
LONG: Final = 20.0
"""A first visit that takes so many seconds is not opened more than three times."""
PLOTLY: Final = ".js-plotly-plot .main-svg"
SENTENCE, DRAWING = Sign(".sentence", 3), Sign(PLOTLY)
TIMES: Final = {
    "readable, s": "readable_s",
    "first chart, s": "first_chart_s",
    "complete, s": "complete_s",
}

# A reader who opens the tab with the charts as soon as it can be opened.
PRESS: Final = """() => {
  const all = (root) => [...root.querySelectorAll("*")].flatMap(
    (one) => (one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one]));
  const timer = setInterval(() => {
    const found = all(document);
    if (found.some((one) => one.matches(".js-plotly-plot"))) return clearInterval(timer);
    for (const one of found) {
      if (!one.children.length && one.textContent.trim() === "Diagram") one.click();
    }
  }, 100);
}"""


class OurReader(Reader):
    """A reader of the app, as the peers' readers are asked."""

    def __init__(self, site: str, lazy: bool) -> None:
        super().__init__(site)

    async def open(self, village: str) -> None:
        await super().open("by", by=village)

    async def choose(self, village: str) -> None:
        await super().choose("by", VILLAGES[village])


@dataclass(frozen=True)
class Row:
    """A page to measure: how it is served, read and recognised."""

    name: str
    served: str
    path: str
    reader: Callable[[str, bool], Any]
    complete: tuple[Sign, ...]
    readable: Sign = SENTENCE
    chart: Sign = DRAWING
    best: bool = False


DRAWN: Final = (Sign(".last"), Sign(PLOTLY, 8))
ROWS: Final = (
    Row("ours, app", "", f"/by?by={FIRST}", OurReader, (FOOTER, *CHARTS), SENTENCES,
        Sign(f".t-chart, {PLOTLY}")),
    Row("ours, static page", "", f"/sida/{FIRST}", StaticReader, (Sign("footer"),), SENTENCES,
        Sign(".t-chart")),
    Row("Dash as it comes", "dash_page", "/", DashReader, DRAWN),
    Row("Dash at its best", "dash_page", "/", DashReader, DRAWN[:1], best=True),
    Row("Panel as it comes", "panel_page", "/", PanelReader, DRAWN),
    Row("Panel at its best", "panel_page", "/", PanelReader, DRAWN[:1], best=True),
    Row("Shiny as it comes", "shiny_page", "/", ShinyReader, DRAWN),
    Row("Shiny at its best", "shiny_page", "/", ShinyReader, DRAWN[:1], best=True),
)  # fmt: skip


@contextmanager
def served(row: Row, core: str) -> Iterator[tuple[str, int]]:
    """The address of a row's server on a core of its own, and the server's process id."""
    environment = os.environ | NO_LIMIT | {
        "TRYGGHET_RELEASES": str(RELEASES),
        "TRYGGHET_PROMISE": PROMISE,
        "PYTHONPATH": str(REPOSITORY / "src"),
        "PEER_BEST": "1" if row.best else "",
    }  # fmt: skip
    peer = (str(PEERS / ".venv" / "bin" / "python"), str(PEERS / f"{row.served}.py"))
    with listening(peer if row.served else DASHBOARD, environment, core, row.path) as running:
        yield running


@contextmanager
def only_on(readers: str, part: str) -> Iterator[None]:
    """Readers without a browser keep off the server's core."""
    before = os.sched_getaffinity(0)
    if readers and part != "browser":
        os.sched_setaffinity(0, {int(core) for core in readers.split(",")})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


class Pressing:
    """A browser whose readers open the tab with the charts."""

    def __init__(self, browser: Any) -> None:
        self._browser = browser

    def new_context(self, **given: Any) -> Any:
        context = self._browser.new_context(**given)
        context.add_init_script(f"({PRESS})()")
        return context


def in_browser(row: Row, site: str, runs: int) -> dict[str, Any]:
    """First visits on both networks; a visit of its own for charts that have to be asked for."""
    found = {}
    with chromium() as browser:
        for network, profile in NETWORKS.items():
            chart = None if row.best else row.chart

            def visits(
                times: int, chart: Sign | None = chart, profile: Profile = profile
            ) -> dict[str, Any]:
                loaded = measure(
                    browser,
                    site + row.path,
                    readable=row.readable,
                    chart=chart,
                    complete=row.complete,
                    profile=profile,
                    times=times,
                )
                return asdict(loaded)

            try:
                once = visits(1)
            except TimeoutError as error:  # the other network has an answer all the same
                progress(f"    {network}: {error}")
                found[network] = {}
                continue
            found[network] = once
            if runs > 1:
                found[network] = visits(min(runs, 3) if once["complete_s"] > LONG else runs)
            if row.best:
                pressed = measure(
                    Pressing(browser),  # type: ignore[arg-type]
                    site + row.path,
                    readable=Sign("body"),
                    chart=row.chart,
                    complete=(row.chart,),
                    profile=profile,
                    times=min(runs, 3),
                )
                found[network]["first_chart_s"] = pressed.first_chart_s
    return found


async def server_time(row: Row, site: str, times: int = 50) -> dict[str, float]:
    """How long one reader waits for another village, alone on the server."""
    took = []
    async with row.reader(site, row.best) as reader:
        await reader.open(FIRST)
        for number in range(times):
            village = list(VILLAGES)[(number + 1) % len(VILLAGES)]
            await asyncio.sleep(PAUSE)
            began = time.perf_counter()
            await reader.choose(village)
            took.append(time.perf_counter() - began)
            if sum(took) > 60:
                break
    took = took[len(VILLAGES) :] or took
    return {"p50": statistics.median(took), "p95": percentile(took, 0.95)}


async def memory(row: Row, site: str, pid: int) -> dict[str, float]:
    """Megabytes that a session adds: readers who opened the page and do nothing."""
    readers: list[Any] = []

    async def arrive(count: int) -> float:
        for _ in range(count):
            readers.append(row.reader(site, row.best))
            await readers[-1].open(FIRST)
        await asyncio.sleep(2)
        return resident(pid)

    try:
        before = await arrive(10)
        after = await arrive(30)
    finally:
        for one in readers:
            await one.__aexit__(None, None, None)
    return {"server": before, "session": (after - before) / 30}


def resident(pid: int) -> float:
    """Megabytes of a process and those that it started."""
    total = 0.0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            status = dict(
                line.split(":", 1) for line in (entry / "status").read_text().splitlines()
            )
        except OSError:
            continue
        if str(pid) in (entry.name, status["PPid"].strip()) and "VmRSS" in status:
            total += int(status["VmRSS"].split()[0]) / 1000
    return total


async def sessions(row: Row, site: str, think: float, seconds: float) -> dict[str, Any]:
    """More and more readers, until choosing takes too long or fails."""
    held, steps = 0, []
    took: list[float] = []
    failed: list[str] = []
    readers: list[asyncio.Task[None]] = []

    async def read(wait: float) -> None:
        await asyncio.sleep(wait)
        try:
            async with row.reader(site, row.best) as reader:
                await reader.open(FIRST)
                village = FIRST
                while True:
                    await asyncio.sleep(random.expovariate(1 / think))
                    # Choosing what is chosen already is no choice.
                    village = random.choice([one for one in VILLAGES if one != village])
                    began = time.perf_counter()
                    await reader.choose(village)
                    took.append(time.perf_counter() - began)
        except Exception as error:  # whatever a server that is too busy does
            failed.append(repr(error))

    # What a server does at its first request only, no crowd is there for.
    async with row.reader(site, row.best) as first:
        await first.open(FIRST)
    for wanted in STEPS:
        arriving = think if wanted > 10 else 1.0
        new = wanted - len(readers)
        readers += [asyncio.create_task(read(arriving * n / new)) for n in range(new)]
        await asyncio.sleep(arriving + 5)
        took.clear()
        await asyncio.sleep(seconds)
        p95 = percentile(took, 0.95)
        answered = len(took) >= 0.5 * wanted * seconds / think
        steps.append({"readers": wanted, "p95": p95, "failed": len(failed), "answers": len(took)})
        progress(f"    {steps[-1]}")
        if failed or not answered or p95 > LIMIT:
            break
        held = wanted
    for one in readers:
        one.cancel()
    await asyncio.gather(*readers, return_exceptions=True)
    return {"held": held, "steps": steps, "why": failed[:1]}


def progress(said: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {said}", file=sys.stderr, flush=True)


def keep(kept: dict[str, Any]) -> None:
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(json.dumps(kept, indent=1), encoding="utf-8")


def take(row: Row, apart: tuple[str, str], given: argparse.Namespace, kept: dict[str, Any]) -> None:
    """Measure the parts of a row; what fails is told and leaves its cell empty."""
    server, readers = apart
    for part in given.parts:
        progress(f"{row.name}: {part}")
        try:
            # A server of its own for each, so that nothing is left of the part before.
            with served(row, server) as (site, pid), only_on(readers, part):
                if part == "browser":
                    found: Any = in_browser(row, site, given.runs)
                elif part == "server":
                    found = asyncio.run(server_time(row, site))
                elif part == "memory":
                    found = asyncio.run(memory(row, site, pid))
                else:
                    found = asyncio.run(sessions(row, site, given.think, given.seconds))
        except Exception as error:  # one framework's failure is no reason to lose the others
            progress(f"    failed: {error!r}")
            found = {"failed": repr(error)}
        kept.setdefault(row.name, {})[part] = found
        keep(kept)


def table(kept: dict[str, Any]) -> str:
    """All that was measured, each cell with its ratio to the app's."""
    columns: dict[str, tuple[Callable[[Any], Any], str]] = {
        "kB": (_kilobytes, ".0f"),
        **{
            f"{title}, {network} 4G": (_seconds(network, key), ".2f")
            for network in NETWORKS
            for title, key in TIMES.items()
        },
        "server p50, ms": (lambda one: one["server"]["p50"] * 1000, ".1f"),
        "server p95, ms": (lambda one: one["server"]["p95"] * 1000, ".1f"),
        "MB/session": (lambda one: one["memory"]["session"], ".2f"),
        "sessions at p95 < 1 s": (lambda one: one["sessions"]["held"], ".0f"),
    }
    lines = ["| page | " + " | ".join(columns) + " |", "|---|" + "---:|" * len(columns)]
    ours = kept.get(ROWS[0].name, {})
    for row in ROWS:
        cells = []
        for read, form in columns.values():
            value, base = _cell(read, kept.get(row.name, {})), _cell(read, ours)
            if value is None:
                cells.append("–")
            else:
                ratio = f" ({value / base:.1f})" if base and row is not ROWS[0] else ""
                cells.append(f"{value:{form}}{ratio}")
        lines.append(f"| {row.name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _kilobytes(one: Any) -> Any:
    found = one["browser"]["slow"]
    return (found["bytes"] + found["websocket_bytes"]) / 1000


def _seconds(network: str, key: str) -> Callable[[Any], Any]:
    return lambda one: one["browser"][network][key]


def _cell(read: Callable[[Any], Any], one: Any) -> Any:
    try:
        return read(one)
    except KeyError:
        return None


def main() -> None:
    """Measure what is asked for and print the table of all that is known."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=5, help="first visits, of which the median")
    parser.add_argument("--only", nargs="*", default=[], help="rows whose name holds one of these")
    parser.add_argument("--parts", nargs="*", default=PARTS, choices=PARTS)
    parser.add_argument("--think", type=float, default=10, help="seconds between two choices")
    parser.add_argument("--seconds", type=float, default=12, help="of each step of readers")
    given = parser.parse_args()
    everywhere = cores()
    publish = ["-m", "trygghet", "publish", str(REPOSITORY / "data" / PROMISE)]
    signed = ["--by", "bench", "--why", "bench"]
    environment = os.environ | {"TRYGGHET_RELEASES": str(RELEASES)}
    progress("publishing the example")
    subprocess.run(
        [sys.executable, *publish, *signed],
        env=environment,
        cwd=REPOSITORY,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    for row in ROWS:
        if not given.only or any(word in row.name for word in given.only):
            take(row, everywhere, given, kept)
    print(table(kept))


if __name__ == "__main__":
    main()
