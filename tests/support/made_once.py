"""What one of the processes that run the tests makes for all of them."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

# The folder is set by conftest.py before the processes start, and goes away with the first.
SHARED = "TRYGGHET_TESTS_SHARED"


def made_once(name: str, make: Callable[[Path], None]) -> Path:
    """The folder of that name, filled by ``make(folder)`` where no process has filled it yet."""
    folder = Path(os.environ[SHARED]) / name
    with folder.with_name(f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = folder.with_name(f"{name}.new")
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(folder)
    return folder
