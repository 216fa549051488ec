"""A real Streamlit server with our settings and middleware round a tiny script of few pages."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsers import tab
from made_once import made_once
from shipped_files import REPOSITORY
from streamlit_server import Answer, Server, ask, shared

TRIAL = """
import streamlit as st

OPTIONS = ("runner.postScriptGC", "server.fileWatcherType", "server.address",
           "server.maxUploadSize", "server.maxMessageSize", "server.enableCORS",
           "server.enableXsrfProtection", "client.allowedOrigins", "browser.gatherUsageStats",
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

def kopiera():
    from trygghet.fragments import render
    from trygghet.ui.show import show
    for said in st.query_params.get_all("mening"):
        show(render("copy", sentence=said, copied=said + " Källa: {address:4}"))

def options(request):
    from starlette.responses import JSONResponse
    return JSONResponse({key: st.get_option(key) for key in OPTIONS})

def fails(request):
    raise RuntimeError("hemligt lösenord")

def main():
    pages = [st.Page(start, default=True), st.Page(by, url_path="by"),
             st.Page(kopiera, url_path="kopiera")]
    st.navigation(pages).run()

if __name__ == "__main__":
    main()
else:
    from starlette.routing import Route
    from trygghet.web import exception_handlers, lifespan, middleware, on_script_error, routes
    app = st.App(
        __file__,
        lifespan=lifespan,
        routes=[*routes("oversikt"), Route("/test/options", options), Route("/test/fails", fails)],
        middleware=middleware(pages=["by", "kopiera"]),
        exception_handlers=exception_handlers(),
        on_script_error=on_script_error,
    )
"""


@pytest.fixture(scope="session")
def server() -> Server:
    def write_trial(folder: Path) -> None:
        (folder / "trial.py").write_text(TRIAL, encoding="utf-8")
        shutil.copytree(REPOSITORY / ".streamlit", folder / ".streamlit")

    return shared("trial", "trial.py", made_once("trial-files", write_trial), {})


@pytest.fixture(scope="session")
def get(server: Server) -> Callable[..., Answer]:
    """Ask the server: ``get("/by", accept_encoding="gzip", method="HEAD")``."""
    return lambda path, method="GET", **headers: ask(server.url + path, method, **headers)


@pytest.fixture(scope="module", name="tab")
def trial_tab(chromium: Any, server: Server) -> Iterator[Any]:
    """Where the tests of a module open its pages, one after the other."""
    with tab(chromium, server.url) as opened:
        yield opened
