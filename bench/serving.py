"""How many requests the open routes answer, and how long they take, with wrk on loopback.

Starts the dashboard with a release of data/ of its own, asks each address from several
connections for some seconds, gzip accepted as browsers do, and prints requests per second, the
95th percentile, the bytes of an answer, and the rate against that of the smallest answer of all
(robots.txt), which is what the server itself costs.

Run from the repository's root: `python bench/serving.py`. Needs wrk (Debian: `apt install wrk`).
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.request import Request, urlopen

REPOSITORY: Final = Path(__file__).resolve().parents[1]
ADDRESSES: Final = (
    ("robots.txt", "/robots.txt"),
    ("static page, overview", "/sida/"),
    ("static page, village", "/sida/genarp"),
    ("village, 304", "/sida/genarp"),
    ("CSV of a view", "/data/indikator.csv?indikator=alla-brott"),
    ("CSV, a whole file", "/data/reported_crimes.csv"),
    ("CSV of the example", "/data/reported_crimes.csv?data=exempel"),
    ("Atom feed", "/flode/genarp.atom"),
    ("calendar", "/kalender.ics"),
    ("card", "/kort/genarp"),
    ("link picture", "/bild/by/genarp.png"),
    ("sheet as PDF", "/sida/genarp/motesblad.pdf"),
)
DASHBOARD: Final = (sys.executable, "-m", "streamlit", "run", "dashboard.py")
# wrk prints no 95th percentile by itself.
REPORT: Final = """
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %f %d\\n", summary.requests, summary.duration,
    latency:percentile(95), errors.connect + errors.read + errors.write + errors.timeout))
end
"""


@contextmanager
def started(
    folder: Path, *, cores: str = "", settings: Mapping[str, str] | None = None
) -> Iterator[tuple[str, int]]:
    """The address and the process id of a dashboard that serves a fresh release of data/.

    `cores` are those that it may use, as taskset writes them; all where none are given.
    """
    environment = {**os.environ, "TRYGGHET_RELEASES": str(folder), **(settings or {})}
    signed = ("--by", "bench", "--why", "bench")
    subprocess.run(
        [sys.executable, "-m", "trygghet", "publish", *signed],
        cwd=REPOSITORY,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    with listening(DASHBOARD, environment, cores) as running:
        yield running


@contextmanager
def listening(
    command: Sequence[str], environment: Mapping[str, str], cores: str = "", path: str = "/"
) -> Iterator[tuple[str, int]]:
    """The address and the process id of a server that takes its port from PORT or, as Streamlit
    does, from STREAMLIT_SERVER_PORT, from when it answers until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    process = subprocess.Popen(
        [*(("taskset", "-c", cores) if cores else ()), *command],
        cwd=REPOSITORY,
        env={**environment, "PORT": port, "STREAMLIT_SERVER_PORT": port},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address + path)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait()


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            urlopen(address, timeout=30).close()
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(address)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a dashboard that serves a fresh release of data/."""
    with started(folder) as (address, _):
        yield address


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--connections", type=int, default=16)
    chosen = parser.parse_args()
    if shutil.which("wrk") is None:
        sys.exit("wrk is not installed (Debian: apt install wrk).")
    with tempfile.TemporaryDirectory() as folder, served(Path(folder) / "releases") as site:
        script = Path(folder) / "report.lua"
        script.write_text(REPORT, encoding="utf-8")
        print("| answer | bytes | requests/s | p95, ms | failed | against robots.txt |")
        print("|---|---:|---:|---:|---:|---:|")
        smallest = 0.0
        for name, path in ADDRESSES:
            wanted = Request(site + path, headers={"Accept-Encoding": "gzip"})
            with urlopen(wanted) as answer:  # also makes what is then kept
                size, etag = len(answer.read()), answer.headers.get("etag", "")
            headers = ["-H", "Accept-Encoding: gzip"]
            if name.endswith("304"):
                headers, size = [*headers, "-H", f"If-None-Match: {etag}"], 0
            load = ["-t", "1", "-c", str(chosen.connections), "-d", f"{chosen.seconds}s"]
            command = ["wrk", *load, *headers, "-s", str(script), site + path]
            said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            (result,) = (line for line in said.splitlines() if line.startswith("RESULT"))
            requests, duration, p95, failed = map(float, result.split()[1:])
            rate = requests / duration * 1e6
            smallest = smallest or rate
            print(
                f"| {name} | {size} | {rate:.0f} | {p95 / 1000:.1f} | {failed:.0f} "
                f"| {rate / smallest:.2f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
