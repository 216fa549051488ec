"""What publications and rollbacks leave that are killed, at every file operation and in between.

Run as a script. What kill -9 leaves of a process is what lies on the disk at that moment, so one
run is copied at each of its operations; at moments in between, processes of its own are killed.
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
    """Copies of `releases`, in each of which the action was killed, but for the last one. Of those
    that are alike there is one.

    The action is "publish", of the folder `what`, "withdraw", which publishes it and withdraws
    release 2, or "rollback", of the promise `what`.
    """
    environment = os.environ | {"PYTHONPATH": str(Path(trygghet.__file__).parents[1])}
    script = [sys.executable, __file__, action, str(what), str(releases), str(killed)]
    subprocess.run(script, env=environment, check=True)
    return list({_state(one): one for one in sorted(killed.iterdir())}.values())


def _state(folder: Path) -> tuple[tuple[str, int, bytes], ...]:
    """Everything below a folder: its name, its mode and, of a file, its bytes."""
    below = sorted(folder.rglob("*"))
    names = [str(one.relative_to(folder)) for one in below]
    modes = [one.stat().st_mode for one in below]
    contents = [one.read_bytes() if one.is_file() else b"" for one in below]
    return tuple(zip(names, modes, contents, strict=True))


def _copy_at_every_operation(
    act: Callable[[Path], object], releases: Path, working: Path, killed: Path
) -> None:
    shutil.copytree(releases, working)
    number, copying = count(), False

    def copy() -> None:
        nonlocal copying
        copying = True
        shutil.copytree(working, killed / f"operation-{next(number):02}")
        copying = False

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        ours = event in OPERATIONS and (
            event == "fcntl.flock" or str(arguments[0]).startswith(str(working))
        )
        if ours and not copying:
            copy()

    sys.addaudithook(watch)
    act(working)
    copy()


def _kill_at(moment: float, act: Callable[[Path], object], releases: Path) -> None:
    child = os.fork()
    if child == 0:
        signal.setitimer(signal.ITIMER_REAL, moment)  # nothing catches it: the process ends
        act(releases)
        os._exit(0)
    os.waitpid(child, 0)


def _main(
    act: Callable[[Path], object], releases: Path, killed: Path, moments: Sequence[float] = MOMENTS
) -> None:
    killed.mkdir()
    for number, moment in enumerate(moments):
        copy = killed / f"moment-{number}"
        shutil.copytree(releases, copy)
        _kill_at(moment, act, copy)
    _copy_at_every_operation(act, releases, killed.with_name("working"), killed)


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
