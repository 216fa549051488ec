"""What the server's process asks of the system that it runs on, before its first reader."""

import ctypes
import math
from contextlib import suppress
from typing import Final

# For glibc's mallopt, by the numbers that malloc.h gives them.
_MALLOPT: Final = {
    "M_ARENA_MAX": (-8, 2),
    "M_MMAP_THRESHOLD": (-3, 64 * 1024),
    "M_TRIM_THRESHOLD": (-1, 1024 * 1024),
}


def steady_memory() -> bool:
    """Give memory back as readers leave; False where the C library is not glibc.

    Each reader's pages run in a thread of their own. glibc gives threads up to eight arenas a
    core to allocate from, and what one keeps free the others cannot use. And where large pieces
    come and go, it soon takes them from among the small ones that stay, which leaves holes that
    nothing fits; so from 64 kB on a piece is a mapping of its own. What is then free at the
    heap's end is given back by the megabyte.
    """
    with suppress(AttributeError, OSError, TypeError):
        mallopt = ctypes.CDLL(None).mallopt
        return all(mallopt(option, value) for option, value in _MALLOPT.values())
    return False


def many_open_files() -> None:
    """Have as many open files as the system allows; many begin with no more than 1024."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def open_files() -> float:
    """How many files this process may have open; infinity where nothing limits them."""
    with suppress(ImportError, OSError):
        import resource

        most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        return math.inf if most == resource.RLIM_INFINITY else most
    return math.inf
