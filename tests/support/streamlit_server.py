"""Start a real Streamlit server on a free port and stop it again."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest
from made_once import made_once

import trygghet

PATIENCE = 30  # seconds


class Server(NamedTuple):
    """Where the server answers, the file it logs to, and its process."""

    url: str
    log: Path
    pid: int


class Answer(NamedTuple):
    """An answer as it came over the wire: nothing decompressed."""

    status: int
    headers: dict[str, str]
    body: bytes


@contextmanager
def running(
    script: str, folder: Path, log: Path, environment: Mapping[str, str], port: int = 0
) -> Iterator[Server]:
    """The server of `script` in `folder`, from when it answers until the block ends; on any free
    port where none is given."""
    process, server = started(script, folder, log, environment, port)
    try:
        yield server
    finally:
        process.terminate()
        process.wait(PATIENCE)


def started(
    script: str, folder: Path, log: Path, environment: Mapping[str, str], port: int = 0
) -> tuple[subprocess.Popen[bytes], Server]:
    """The same, and whoever starts it ends its process."""
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("localhost", port))
        port = free.getsockname()[1]
    source = str(Path(trygghet.__file__).parents[1])
    path = os.pathsep.join([source, os.environ.get("PYTHONPATH", "")])
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", **environment},
            stdout=output,
            stderr=output,
        )
    server = Server(f"http://localhost:{port}", log, process.pid)
    try:
        _wait_until_up(process, server)
    except BaseException:
        process.kill()
        process.wait(PATIENCE)
        raise
    return process, server


def shared(name: str, script: str, folder: Path, environment: Mapping[str, str]) -> Server:
    """One server for all processes of the tests: to start it takes as long as many tests.

    It ends with the folder that the processes share (`conftest.py`).
    """

    def start(own: Path) -> None:
        _, server = started(script, folder, own / "server.log", environment)
        (own / "pid").write_text(str(server.pid))
        (own / "url").write_text(server.url)

    own = made_once(name, start)
    url, pid = ((own / file).read_text() for file in ("url", "pid"))
    return Server(url, own / "server.log", int(pid))


def ask(url: str, method: str = "GET", **headers: str) -> Answer:
    """Ask for an address; an answer that tells of an error is an answer too."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        response = urlopen(Request(url, method=method, headers=names), timeout=PATIENCE)
    except HTTPError as error:
        response = error
    with response:
        answered = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status, answered, response.read())


def _wait_until_up(process: subprocess.Popen[bytes], server: Server) -> None:
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        try:
            urlopen(server.url + "/_stcore/health", timeout=1).close()
            return
        except (URLError, OSError):
            time.sleep(0.05)
    pytest.fail(f"the server did not start:\n{server.log.read_text(encoding='utf-8')}")
