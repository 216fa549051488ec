"""The server's time for one run of each page, as every click of a reader asks for one.

The pages run in this process (Streamlit's AppTest) on a fresh release of data/, warm. Processor
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
    logging.getLogger("streamlit").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TRYGGHET_RELEASES"] = folder
        _publish(Path(folder))
        print("| page | p50, ms | p95, ms |")
        print("|---|---:|---:|")
        for name, parameters in VIEWS:
            spent = _runs(name, parameters, chosen.times)
            p95 = statistics.quantiles(spent, n=20)[-1]
            asked = "&".join(f"{key}={value}" for key, value in parameters.items())
            shown = f"{name}?{asked}".rstrip("?")
            print(f"| {shown} | {statistics.median(spent):.0f} | {p95:.0f} |", flush=True)


def _runs(name: str, parameters: dict[str, str], times: int) -> list[float]:
    from streamlit.testing.v1 import AppTest

    test = AppTest.from_file(str(REPOSITORY / "dashboard.py"), default_timeout=120)
    for key, value in parameters.items():
        test.query_params[key] = value
    if name != "oversikt":
        test.switch_page(f"pages/{name}.py")
    for _ in range(2):
        test.run()
    spent = []
    for _ in range(times):
        before = time.process_time()
        test.run()
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
