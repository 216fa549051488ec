"""Publications and rollbacks that are killed, at every file operation and at moments in between.

Run as a script, it does the same again and again in processes of its own, each killed one
operation later than the one before, until one gets through.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import trygghet
from trygghet.check import read_promise_folder
from trygghet.release.publish import Signature, publish, roll_back

OPERATIONS = ("os.mkdir", "os.remove", "os.rename", "os.chmod", "open", "fcntl.flock")
MOMENTS = (0.005, 0.015, 0.03, 0.05, 0.08, 0.12, 0.2)  # seconds from the start
SIGNED = Signature("Testet", "Ett prov", datetime(2026, 11, 22, tzinfo=UTC))


def killed_everywhere(action: str, what: object, releases: Path, killed: Path) -> list[Path]:
    """Copies of `releases`, in each of which the action was killed.

    The action is "publish", of the folder `what`, "withdraw", which publishes it and withdraws
    release 2, or "rollback", of the promise `what`.
    """
    environment = os.environ | {"PYTHONPATH": str(Path(trygghet.__file__).parents[1])}
    script = [sys.executable, __file__, action, str(what), str(releases), str(killed)]
    subprocess.run(script, env=environment, check=True)
    return sorted(killed.iterdir())


def _kill_at(number: int, releases: Path) -> None:
    operations = count()

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        ours = event in OPERATIONS and (
            event == "fcntl.flock" or str(arguments[0]).startswith(str(releases))
        )
        if ours and next(operations) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def _was_killed(act: Callable[[Path], object], releases: Path, number: int, moment: float) -> bool:
    child = os.fork()
    if child == 0:
        if moment:
            signal.setitimer(signal.ITIMER_REAL, moment)  # nothing catches it: the process ends
        else:
            _kill_at(number, releases)
        act(releases)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _main(
    act: Callable[[Path], object], releases: Path, killed: Path, moments: Sequence[float] = MOMENTS
) -> None:
    for number in count():
        copy = killed / f"operation-{number:02}"
        shutil.copytree(releases, copy)
        if not _was_killed(act, copy, number, 0):
            break
    for number, moment in enumerate(moments):
        copy = killed / f"moment-{number}"
        shutil.copytree(releases, copy)
        _was_killed(act, copy, 0, moment)


if __name__ == "__main__":
    action, what, *places = sys.argv[1:]
    if action == "publish":
        checked = read_promise_folder(Path(what))
        _main(lambda releases: publish(checked, releases, SIGNED), *map(Path, places))
    elif action == "withdraw":
        checked = read_promise_folder(Path(what))
        _main(lambda releases: publish(checked, releases, SIGNED, [2]), *map(Path, places), ())
    else:
        _main(lambda releases: roll_back(what, releases, None, SIGNED), *map(Path, places))
