"""Let the threads of readers share the memory that the ones before them have given back.

Each reader's pages run in a thread of its own. glibc gives threads up to eight arenas a core to
allocate from and returns to the system only what is free at an arena's end: what one arena keeps
free the others cannot use, and the process grows for hours.
"""

import ctypes
from contextlib import suppress
from typing import Final

ARENAS: Final = 2
M_ARENA_MAX: Final = -8  # as malloc.h names it


def few_arenas() -> bool:
    """Have at most `ARENAS` arenas from now on; False where the C library is not glibc."""
    with suppress(AttributeError, OSError, TypeError):
        return bool(ctypes.CDLL(None).mallopt(M_ARENA_MAX, ARENAS))
    return False
