"""The server's time for one run of each page, as every click of a reader asks for one.

The pages run in this process (Streamlit's AppTest) on a fresh release of data/, warm: drawn anew,
as for the first reader of an address, and sent as they were drawn for somebody before. Processor
time of all threads is measured, which other work on the machine changes little; what the server
adds is the connection. Prints p50 and p95 in milliseconds.

Run from the repository's root: `python bench/reruns.py`.
"""

import argparse
import logging
import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import Final

REPOSITORY: Final = Path(__file__).resolve().parents[1]
VIEWS: Final = (
    ("oversikt", {}),
    ("oversikt", {"data": "exempel"}),
    ("by", {"by": "genarp"}),
    ("by", {"data": "exempel"}),
    ("mal", {"data": "exempel"}),
    ("aktiviteter", {}),
    ("aktiviteter", {"data": "exempel"}),
    ("aktiviteter", {"data": "exempel", "lage": "ongoing"}),
    ("indikatorer", {}),
    ("indikatorer", {"data": "exempel", "period": "manad"}),
    ("data", {}),
    ("agare", {}),
)


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--times", type=int, default=20)
    chosen = parser.parse_args()
    logging.disable(logging.WARNING)  # Streamlit's on being run without a server
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TRYGGHET_RELEASES"] = folder
        _publish(Path(folder))
        print("| page | drawn, p50, ms | drawn, p95 | sent again, p50, ms | sent again, p95 |")
        print("|---|---:|---:|---:|---:|")
        for name, parameters in VIEWS:
            cells = []
            for anew in (True, False):
                spent = _runs(name, parameters, chosen.times, anew=anew)
                p95 = statistics.quantiles(spent, n=20)[-1]
                cells += [f"{statistics.median(spent):.1f}", f"{p95:.1f}"]
            asked = "&".join(f"{key}={value}" for key, value in parameters.items())
            shown = f"{name}?{asked}".rstrip("?")
            print(f"| {shown} | {' | '.join(cells)} |", flush=True)


def _runs(name: str, parameters: dict[str, str], times: int, *, anew: bool) -> list[float]:
    from streamlit.components.v2 import manifest_scanner
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.testing.v1 import AppTest, app_test
    from streamlit.util import calc_hash

    from trygghet.ui import replay

    # What AppTest does and the server does not: look through every installed package before each
    # run, and run the files in pages/ past the site's navigation.
    manifest_scanner.scan_component_manifests = list
    PagesManager.uses_pages_directory = False
    app_test.PagesManager = type("Apart", (PagesManager,), {})
    spent = []
    for number in range(times + 2):
        # A new one each time: it knows no widget that it has not seen drawn.
        test = AppTest.from_file(str(REPOSITORY / "dashboard.py"), default_timeout=120)
        for key, value in parameters.items():
            test.query_params[key] = value
        if name != "oversikt":
            test._page_hash = calc_hash(name)
        if anew:
            replay._kept.clear()
        before = time.process_time()
        test.run()
        if number >= 2:
            spent.append((time.process_time() - before) * 1000)
    return spent


def _publish(folder: Path) -> None:
    from datetime import UTC, datetime

    from trygghet.check import read_promise_folder
    from trygghet.release.publish import Signature, publish

    signed = Signature("bench", "bench", datetime.now(UTC))
    for promise in sorted((REPOSITORY / "data").glob("*/promise.toml")):
        publish(read_promise_folder(promise.parent), folder, signed)


if __name__ == "__main__":
    main()
