"""The server has room for its readers: memory that is used again, and files that may be open."""

import platform
import subprocess
import sys

import pytest

try:
    import resource
except ImportError:
    resource = None

# Eight threads allocate at once; malloc_info tells from how many arenas.
ARENAS = """
import ctypes, threading
libc = ctypes.CDLL(None)
together = threading.Barrier(8)
held = []
def allocate():
    together.wait()
    held.append(bytes(100_000))
    together.wait()
threads = [threading.Thread(target=allocate) for _ in range(8)]
[one.start() for one in threads], [one.join() for one in threads]
libc.tmpfile.restype = ctypes.c_void_p
written = ctypes.c_void_p(libc.tmpfile())
libc.malloc_info(0, written)
libc.rewind(written)
told = ctypes.create_string_buffer(100_000)
libc.fread(told, 1, len(told), written)
print(told.value.count(b"<heap nr="))
"""
# A large piece comes and goes; the system's own count tells how many kB the next ones leave.
HOLES = """
def resident():
    (line,) = (one for one in open("/proc/self/status") if one.startswith("VmRSS"))
    return int(line.split()[1])
del (large := [bytes(30_000_000)])[:]
before = resident()
pairs = [(b"x" * large, b"x" * small) for large, small in [(100_000, 1_000)] * 500]
stay = [small for _, small in pairs]
del pairs
print(resident() - before)
"""
glibc = pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="malloc of glibc only")


def printed(script: str, *, steady: bool) -> int:
    first = "from trygghet.process import steady_memory; assert steady_memory()\n"
    run = [sys.executable, "-c", (first if steady else "") + script]
    return int(subprocess.run(run, capture_output=True, text=True, check=True).stdout)


@glibc
def test_every_reader_s_thread_keeps_memory_of_its_own() -> None:
    # Those that were there before stay.
    assert printed(ARENAS, steady=True) <= printed(ARENAS, steady=False) / 2


@glibc
def test_large_pieces_that_are_gone_leave_holes_between_the_small_ones_that_stay() -> None:
    """Then the memory of a server grows with every hour of readers."""
    assert printed(HOLES, steady=True) <= printed(HOLES, steady=False) / 5


@pytest.mark.skipif(resource is None, reason="the system has no such limit")
def test_two_hundred_and_fifty_readers_are_all_that_get_in() -> None:
    """The system lets a process begin with few open files, and raise that itself."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    script = """
import resource
from trygghet.process import many_open_files, open_files
print(open_files())
many_open_files()
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0])
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (256, most)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["256", str(most)]
