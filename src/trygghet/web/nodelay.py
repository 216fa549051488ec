"""Send what is to be sent at once, also the last small piece of an answer.

Streamlit binds the server's socket itself and hands it on; asyncio then leaves Nagle's algorithm
on (uvicorn's issue 3149), and an answer of two pieces waits 40 ms for the reader's machine to
acknowledge the first. Connections inherit the setting of the socket that accepts them.
"""

import os
import socket
from contextlib import suppress
from pathlib import Path

OPEN_FILES = Path("/dev/fd")


def send_at_once() -> int:
    """Set TCP_NODELAY on every socket of this process that waits for connections; how many.

    None where the system does not list a process's open files.
    """
    found = 0
    with suppress(OSError):
        for file in list(OPEN_FILES.iterdir()):
            with suppress(OSError):
                found += _set(int(file.name))
    return found


def _set(descriptor: int) -> bool:
    # A copy, so that closing it here closes nothing there.
    with socket.socket(fileno=os.dup(descriptor)) as one:
        waits = one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
        if not waits or one.family not in (socket.AF_INET, socket.AF_INET6):
            return False
        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return True
