"""Builds that are killed, at every file operation and at some moments in between.

Run as a script, it builds again and again in processes of its own, each killed one operation
later than the one before, until one gets through.
"""

import os
import shutil
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path

import trygghet
from trygghet.check import PromiseFolder, read_promise_folder
from trygghet.release.build import build_release

OPERATIONS = ("os.mkdir", "os.remove", "os.rename", "open")
MOMENTS = (0.005, 0.015, 0.03, 0.05, 0.08)  # seconds from the start


def build_killed_everywhere(folder: Path, releases: Path, killed: Path) -> list[Path]:
    """Copies of `releases`, in each of which a build of `folder` was killed."""
    environment = os.environ | {"PYTHONPATH": str(Path(trygghet.__file__).parents[1])}
    script = [sys.executable, __file__, str(folder), str(releases), str(killed)]
    subprocess.run(script, env=environment, check=True)
    return sorted(killed.iterdir())


def _kill_at(number: int, releases: Path) -> None:
    operations = count()

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        ours = event in OPERATIONS and str(arguments[0]).startswith(str(releases))
        if ours and next(operations) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def _was_killed(folder: PromiseFolder, releases: Path, number: int, moment: float) -> bool:
    child = os.fork()
    if child == 0:
        if moment:
            signal.setitimer(signal.ITIMER_REAL, moment)  # nothing catches it: the process ends
        else:
            _kill_at(number, releases)
        build_release(folder, releases)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _main(folder: PromiseFolder, releases: Path, killed: Path) -> None:
    numbers = count()
    for number in numbers:
        copy = killed / f"operation-{number:02}"
        shutil.copytree(releases, copy)
        if not _was_killed(folder, copy, number, 0):
            break
    for number, moment in enumerate(MOMENTS):
        copy = killed / f"moment-{number}"
        shutil.copytree(releases, copy)
        _was_killed(folder, copy, 0, moment)


if __name__ == "__main__":
    path, *places = (Path(argument) for argument in sys.argv[1:])
    _main(read_promise_folder(path), *places)
