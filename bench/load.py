"""How many readers one process holds: readers are added step by step until reruns are slow.

Starts the dashboard as `make run` does, with a release of data/ of its own and no limit to the
readers. Each opens an address as a browser does, reads for some seconds, chooses something or goes
on (`bench/readers.py`). The table says for each step what a rerun took, from the reader's choice
to the last message of the page, and what it cost the server.

Where there are two cores or more the server has the first one to itself and the readers have the
others, so that asking is not what is measured; "asker late" says how late the readers were.

Run from the repository's root: `make load`, or `python bench/load.py --steps 100,600`.
"""

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from readers import Crowd, Met
from serving import started

STEPS: Final = (100, 200, 400, 600, 800, 1000)
SLOW: Final = (0.2, 1.0)
"""Seconds of the 95th percentile for which the report names the step that passes them."""
STAYS: Final = 120.0
NO_LIMIT: Final = {"TRYGGHET_MOST_SESSIONS": "100000", "TRYGGHET_MOST_PER_CLIENT": "100000"}
HEAD: Final = (
    "| readers | reruns | /s | p50, ms | p95, ms | p99, ms | opened, p95 | failed | turned away "
    "| CPU, % | CPU, ms/rerun | MB | asker late, p95 |\n"
    "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
)


@dataclass(frozen=True)
class Cost:
    """What a process has used up to a moment: seconds of CPU and of the clock, and its memory."""

    cpu: float
    clock: float
    megabytes: float


def cost(pid: int) -> Cost:
    """As Linux tells it."""
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    ticks = int(stat[11]) + int(stat[12])
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    (resident,) = (line for line in status.splitlines() if line.startswith("VmRSS"))
    cpu = ticks / os.sysconf("SC_CLK_TCK")
    return Cost(cpu, time.monotonic(), int(resident.split()[1]) / 1000)


def percentile(values: Sequence[float], part: float) -> float:
    """The value that so large a part of them does not pass, not-a-number where there are none."""
    return sorted(values)[min(int(len(values) * part), len(values) - 1)] if values else float("nan")


def row(readers: int, met: Met, before: Cost, after: Cost) -> str:
    """One row of the table."""
    seconds, cpu = after.clock - before.clock, after.cpu - before.cpu
    runs = len(met.reruns) + len(met.opened)
    p50, p95, p99 = (percentile(met.reruns, part) * 1000 for part in (0.5, 0.95, 0.99))
    return (
        f"| {readers} | {len(met.reruns)} | {len(met.reruns) / seconds:.1f} "
        f"| {p50:.0f} | {p95:.0f} | {p99:.0f} | {percentile(met.opened, 0.95) * 1000:.0f} "
        f"| {len(met.failed)} | {met.turned_away} | {cpu / seconds * 100:.0f} "
        f"| {cpu / max(runs, 1) * 1000:.1f} | {after.megabytes:.0f} "
        f"| {percentile(met.late, 0.95) * 1000:.0f} |"
    )


def cores() -> tuple[str, str]:
    """The server's core and the readers', as taskset writes them; empty where they cannot be
    apart."""
    given = sorted(os.sched_getaffinity(0))
    if len(given) < 2 or shutil.which("taskset") is None:
        return "", ""
    return str(given[0]), ",".join(map(str, given[1:]))


def main() -> None:
    """Print one table, and where reruns become slow."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--steps", default=",".join(map(str, STEPS)))
    parser.add_argument("--seconds", type=float, default=40, help="of each step, measured")
    parser.add_argument("--think", type=float, default=10, help="seconds between two choices")
    parser.add_argument("--processes", type=int, help="of readers; one for each core of theirs")
    parser.add_argument("--releases", type=Path, help="a folder of releases; else a fresh one")
    chosen = parser.parse_args()
    server, readers = cores()
    processes = chosen.processes or max(readers.count(",") + 1, 1)
    print(f"server on core {server or 'any'}, readers on {readers or 'any'}, {processes} of them")
    passed: dict[float, int] = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        started(chosen.releases or Path(folder) / "releases", cores=server, settings=NO_LIMIT) as (
            site,
            pid,
        ),
        Crowd(site, think=chosen.think, stays=STAYS, processes=processes, cores=readers) as crowd,
    ):
        print(HEAD)
        here = 0
        for wanted in map(int, chosen.steps.split(",")):
            arriving = max(chosen.think, (wanted - here) / 10)
            crowd.become(wanted, within=arriving)
            here = wanted
            time.sleep(arriving + 5)
            crowd.met()
            before = cost(pid)
            time.sleep(chosen.seconds)
            met = crowd.met()
            print(row(wanted, met, before, cost(pid)), flush=True)
            for why in dict.fromkeys(met.failed[:3]):
                print(f"  failed: {why}")
            p95 = percentile(met.reruns, 0.95)
            passed |= {limit: wanted for limit in SLOW if p95 > limit and limit not in passed}
            if p95 > SLOW[-1] * 2 or not met.reruns:
                break
    for limit in SLOW:
        where = f"at {passed[limit]} readers" if limit in passed else "at no step"
        print(f"p95 passes {limit * 1000:.0f} ms {where}")


if __name__ == "__main__":
    main()
