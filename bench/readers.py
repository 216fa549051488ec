"""Many readers at once, in processes of their own: they open pages, read, choose, leave again.

with Crowd(site, think=10, stays=120, processes=1) as crowd:
    crowd.become(600)
    time.sleep(60)
    met = crowd.met()  # since it was last asked
"""

import asyncio
import multiprocessing
import os
import random
import time
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Final, Self

from sessions import Failed, Reader, TurnedAway

VILLAGES: Final = ("sodra-sandby", "dalby", "veberod", "genarp", "torna-hallestad", "revingeby")
PAGES: Final = {"by": 5, "": 3, "aktiviteter": 2, "indikatorer": 1, "mal": 1}
"""Pages, and how often they are gone to, in parts of their sum."""
WIDGETS: Final = {"by": "choice-by", "aktiviteter": "choice-fokus"}
"""What a reader chooses in, on the pages that have it."""
BEAT: Final = 0.1
"""Seconds between two looks at how late the readers' own process is."""


@dataclass
class Met:
    """What readers met. Times in seconds."""

    opened: list[float] = field(default_factory=list)
    reruns: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    """How late the readers' own process was: what is measured is that much too slow."""
    turned_away: int = 0
    failed: list[str] = field(default_factory=list)

    def __iadd__(self, other: "Met") -> Self:
        self.opened += other.opened
        self.reruns += other.reruns
        self.late += other.late
        self.turned_away += other.turned_away
        self.failed += other.failed
        return self


class Crowd:
    """Readers in so many processes; `think` and `stays` are means, in seconds."""

    def __init__(
        self, site: str, *, think: float, stays: float, processes: int = 1, cores: str = ""
    ) -> None:
        self._ends: list[Connection] = []
        self._processes = []
        spawn = multiprocessing.get_context("spawn")
        for seed in range(processes):
            ours, theirs = spawn.Pipe()
            arguments = (site, think, stays, seed, cores, theirs)
            self._processes.append(spawn.Process(target=_process, args=arguments, daemon=True))
            self._ends.append(ours)

    def __enter__(self) -> Self:
        for process in self._processes:
            process.start()
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._processes:
            process.terminate()
            process.join()

    def become(self, readers: int, within: float = 0.0) -> None:
        """So many readers, the new ones arriving one after the other within so many seconds."""
        processes = len(self._ends)
        for number, end in enumerate(self._ends):
            end.send((readers // processes + (number < readers % processes), within))

    def met(self) -> Met:
        """What they met since this was last asked."""
        met = Met()
        for end in self._ends:
            end.send(None)
            met += end.recv()
        return met


def _process(site: str, think: float, stays: float, seed: int, cores: str, end: Connection) -> None:
    if cores:
        os.sched_setaffinity(0, [int(core) for core in cores.split(",")])
    with suppress(KeyboardInterrupt, asyncio.CancelledError):
        asyncio.run(_readers(site, think, stays, random.Random(seed), end))


async def _readers(
    site: str, think: float, stays: float, dice: random.Random, end: Connection
) -> None:
    """Do what the pipe's other end says until it is closed."""
    met, readers, loop = Met(), [], asyncio.get_running_loop()
    beating = asyncio.create_task(_beat(met))
    while True:
        try:
            asked = await loop.run_in_executor(None, end.recv)
        except EOFError:
            break
        if asked is None:
            end.send(met)
            for kept in (met.opened, met.reruns, met.late, met.failed):
                kept.clear()
            met.turned_away = 0
            continue
        wanted, within = asked
        for one in readers[wanted:]:
            one.cancel()
        del readers[wanted:]
        more = wanted - len(readers)
        for number in range(more):
            wait = within * number / more
            readers.append(asyncio.create_task(_place(site, think, stays, wait, met, dice)))
    beating.cancel()


async def _beat(met: Met) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(BEAT)
        met.late.append(time.perf_counter() - before - BEAT)


async def _place(
    site: str, think: float, stays: float, wait: float, met: Met, dice: random.Random
) -> None:
    """One reader, and when that one leaves the next."""
    await asyncio.sleep(wait)
    while True:
        try:
            async with Reader(site) as reader:
                address = {"by": dice.choice(VILLAGES)} if dice.random() < 0.6 else {}
                run = await reader.open("by" if address else "", **address)
                met.opened.append(run.seconds)
                leaves = time.monotonic() + stays * dice.uniform(0.5, 1.5)
                while time.monotonic() < leaves:
                    await asyncio.sleep(think * dice.uniform(0.5, 1.5))
                    met.reruns.append(await _step(reader, dice))
        except TurnedAway:
            met.turned_away += 1
            await asyncio.sleep(think)
        except Failed as error:
            met.failed.append(str(error))
            await asyncio.sleep(think)


async def _step(reader: Reader, dice: random.Random) -> float:
    """Choose something on the page, or go to a page; the seconds that it took."""
    widget = WIDGETS.get(reader.page)
    if widget and dice.random() < 0.6:
        run = await reader.choose(widget, dice.choice(reader.options(widget)))
    else:
        (page,) = dice.choices(list(PAGES), list(PAGES.values()))
        run = await reader.go(page)
    return run.seconds
