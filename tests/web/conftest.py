"""A real Streamlit server with our settings and middleware round a tiny script of two pages."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

import trygghet

REPOSITORY = Path(__file__).parents[2]
PATIENCE = 30  # seconds

TRIAL = """
import streamlit as st

OPTIONS = ("runner.postScriptGC", "server.fileWatcherType", "server.address",
           "server.maxUploadSize", "server.maxMessageSize", "browser.gatherUsageStats",
           "client.showErrorDetails", "client.showErrorLinks", "client.toolbarMode",
           "theme.light.textColor", "theme.dark.textColor", "theme.linkUnderline")

def start():
    import plotly.graph_objects as go
    st.title("Start")
    st.plotly_chart(go.Figure(go.Scatter(x=[1, 2], y=[1, 2])))

def by():
    st.title("By")
    if "fel" in st.query_params:
        raise RuntimeError("hemligt lösenord")

def options(request):
    from starlette.responses import JSONResponse
    return JSONResponse({key: st.get_option(key) for key in OPTIONS})

def fails(request):
    raise RuntimeError("hemligt lösenord")

def main():
    pages = [st.Page(start, default=True), st.Page(by, url_path="by")]
    st.navigation(pages).run()

if __name__ == "__main__":
    main()
else:
    from starlette.routing import Route
    from trygghet.web import exception_handlers, lifespan, middleware, on_script_error
    app = st.App(
        __file__,
        lifespan=lifespan,
        routes=[Route("/test/options", options), Route("/test/fails", fails)],
        middleware=middleware(pages=["by"]),
        exception_handlers=exception_handlers(),
        on_script_error=on_script_error,
    )
"""


class Server(NamedTuple):
    """Where the server answers, and the file it logs to."""

    url: str
    log: Path


class Answer(NamedTuple):
    """An answer as it came over the wire: nothing decompressed."""

    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("trial")
    (folder / "trial.py").write_text(TRIAL, encoding="utf-8")
    shutil.copytree(REPOSITORY / ".streamlit", folder / ".streamlit")
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    trial = Server(f"http://localhost:{port}", folder / "server.log")
    command = [sys.executable, "-m", "streamlit", "run", "trial.py", "--server.port", str(port)]
    path = os.pathsep.join(
        [str(Path(trygghet.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    )
    with trial.log.open("w") as log:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
            stdout=log,
            stderr=log,
        )
    try:
        _wait_until_up(process, trial)
        yield trial
    finally:
        process.terminate()
        process.wait(PATIENCE)


@pytest.fixture(scope="session")
def get(server: Server) -> Callable[..., Answer]:
    """Ask the server: ``get("/by", accept_encoding="gzip", method="HEAD")``."""

    def ask(path: str, method: str = "GET", **headers: str) -> Answer:
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        request = Request(server.url + path, method=method, headers=names)
        try:
            response = urlopen(request, timeout=PATIENCE)
        except HTTPError as error:
            response = error
        with response:
            answered = {name.lower(): value for name, value in response.headers.items()}
            return Answer(response.status, answered, response.read())

    return ask


def _wait_until_up(process: subprocess.Popen[bytes], trial: Server) -> None:
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        try:
            urlopen(trial.url + "/_stcore/health", timeout=1).close()
            return
        except (URLError, OSError):
            time.sleep(0.05)
    pytest.fail(f"the server did not start:\n{trial.log.read_text(encoding='utf-8')}")
