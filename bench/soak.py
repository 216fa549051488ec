"""Whether the server's memory stays flat: an hour of readers who come, read and go.

As `bench/load.py`, with one number of readers (seven tenths of what one process holds). Each stays
about two minutes, so that in an hour every place has had thirty of them. The table has a row for
each minute; the verdict is the slope of the memory after the first sixth of the time, when all that
is kept for a release has been drawn.

Run from the repository's root: `make soak`, or `python bench/soak.py --minutes 8 --readers 200`.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from load import HEAD, NO_LIMIT, STAYS, cores, cost, percentile, row
from readers import Crowd
from serving import started

FLAT: Final = 0.02
"""The growth in an hour, in parts of the memory, up to which it counts as flat."""


def slope(megabytes: Sequence[float]) -> float:
    """How much the memory grows in an hour, in parts of its mean; one value for each minute."""
    minutes = range(len(megabytes))
    return statistics.linear_regression(minutes, megabytes).slope * 60 / statistics.mean(megabytes)


def main() -> None:
    """Print a row for each minute, and the verdict; the exit code says it too."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--readers", type=int, default=700)
    parser.add_argument("--think", type=float, default=10, help="seconds between two choices")
    parser.add_argument("--stays", type=float, default=STAYS, help="seconds of one reader")
    parser.add_argument("--releases", type=Path, help="a folder of releases; else a fresh one")
    chosen = parser.parse_args()
    server, readers = cores()
    memory: list[float] = []
    slow: list[float] = []
    failed = 0
    with (
        tempfile.TemporaryDirectory() as folder,
        started(chosen.releases or Path(folder) / "releases", cores=server, settings=NO_LIMIT) as (
            site,
            pid,
        ),
        Crowd(site, think=chosen.think, stays=chosen.stays, cores=readers) as crowd,
    ):
        print(HEAD)
        crowd.become(chosen.readers, within=60)
        time.sleep(60)
        crowd.met()
        for _ in range(chosen.minutes):
            before = cost(pid)
            time.sleep(60)
            met, after = crowd.met(), cost(pid)
            memory.append(after.megabytes)
            slow.append(percentile(met.reruns, 0.95))
            failed += len(met.failed)
            print(row(chosen.readers, met, before, after), flush=True)
        crowd.become(0)
        time.sleep(10)
        print(f"everybody gone: {cost(pid).megabytes:.0f} MB")
    counted = memory[len(memory) // 6 :]
    grows = slope(counted)
    flat = grows <= FLAT and not failed
    print(
        f"memory {min(counted):.0f} to {max(counted):.0f} MB, {grows:+.1%} an hour; "
        f"p95 {statistics.median(slow) * 1000:.0f} ms; {failed} failed: "
        f"{'flat' if flat else 'NOT flat'}"
    )
    sys.exit(not flat)


if __name__ == "__main__":
    main()
