"""What the server's process asks of the system that it runs on, before its first reader."""

import ctypes
import math
from contextlib import suppress
from typing import Final

ARENAS: Final = 2
M_ARENA_MAX: Final = -8  # as malloc.h names it


def few_arenas() -> bool:
    """Have at most `ARENAS` arenas from now on; False where the C library is not glibc.

    Each reader's pages run in a thread of its own. glibc gives threads up to eight arenas a core
    to allocate from, and what one keeps free the others cannot use.
    """
    with suppress(AttributeError, OSError, TypeError):
        return bool(ctypes.CDLL(None).mallopt(M_ARENA_MAX, ARENAS))
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
