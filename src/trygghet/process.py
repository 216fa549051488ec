"""What the server's process asks of the system that it runs on, before its first reader."""

import ctypes
from contextlib import suppress
from typing import Final

ARENAS: Final = 2
M_ARENA_MAX: Final = -8  # as malloc.h names it


def few_arenas() -> bool:
    """Have at most `ARENAS` arenas from now on; False where the C library is not glibc.

    Each reader's pages run in a thread of its own. glibc gives threads up to eight arenas a core
    to allocate from: what one keeps free the others cannot use, and the process grows.
    """
    with suppress(AttributeError, OSError, TypeError):
        return bool(ctypes.CDLL(None).mallopt(M_ARENA_MAX, ARENAS))
    return False


def many_open_files() -> int:
    """Have as many open files as the system allows; how many, 0 where it does not say.

    Streamlit holds four for each session and three for each that has gone within two minutes.
    Many systems begin with 1024, and then 250 readers are all that get in.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
        return most
    return 0
