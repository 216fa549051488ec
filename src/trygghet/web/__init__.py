"""What the server does around Streamlit: compression, language, protection, error pages.

Everything here is handed to the server object in dashboard.py:

    app = st.App(
        __file__,
        lifespan=lifespan,
        routes=routes(),
        middleware=middleware(pages),
        exception_handlers=exception_handlers(),
        on_script_error=on_script_error,
    )

Addresses are guarded in ``guard``, what is said over the websocket in ``websocket``, Streamlit's
scripts compressed in ``assets``, the document made ours in ``document``; ``script`` serves our
own script; ``errors`` says what a reader sees when something fails, ``crowd`` gives the static
page where there is no room for more sessions.
"""

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager

from starlette.middleware import Middleware
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager
from streamlit.starlette import App

from trygghet.release.store import store
from trygghet.web.assets import CompressedAssets, CompressedFiles
from trygghet.web.crowd import Crowd, places
from trygghet.web.document import OurDocument, index_path, read_document
from trygghet.web.encoding import LeftAsItIs
from trygghet.web.errors import exception_handlers, on_script_error
from trygghet.web.guard import Guard, content_security_policy
from trygghet.web.nodelay import send_at_once
from trygghet.web.routes import routes
from trygghet.web.theme import keep_theme
from trygghet.web.warm import warm_up
from trygghet.web.websocket import WebsocketGuard

__all__ = ["exception_handlers", "lifespan", "middleware", "on_script_error", "routes"]

_files = CompressedFiles()


def middleware(pages: Collection[str] | None = None, first: str = "") -> list[Middleware]:
    """Our middleware, outermost first.

    Args:
        pages: the ``url_path`` of every page but the first; other addresses get a 404. Without
            it the reader of an unknown address gets Streamlit's English message.
        first: the name of the page that the bare address opens. Without it no page has a head
            of its own.

    Raises:
        DocumentError: Streamlit's index.html lacks what is to be replaced.
    """
    # Read here and not in the middleware, so that a wrong Streamlit stops the start.
    document = read_document(index_path())
    policy = content_security_policy(document.html)
    return [
        Middleware(Guard, policy=policy),
        Middleware(WebsocketGuard),
        Middleware(CompressedAssets, files=_files),
        Middleware(Crowd, pages=pages or (), first=first),
        Middleware(LeftAsItIs),
        Middleware(OurDocument, document=document, pages=pages, first=first),
    ]


@asynccontextmanager
async def lifespan(app: App) -> AsyncIterator[None]:
    """Warm start: compress Streamlit's files, fetch releases and prepare what first readers ask
    for, beside the first requests, and wait for nothing.

    Raises:
        OSError: the place of the releases needs what is not installed.
    """
    if config.get_option("server.baseUrlPath"):
        # Every path in this package is counted from the root, the closed ones too.
        raise RuntimeError("server.baseUrlPath is not supported; give the site its own host name")
    # Else the first reader of all gets what Streamlit makes of the folder pages/.
    PagesManager.uses_pages_directory = False
    store()
    _files.start()
    send_at_once()
    keep_theme()
    measuring = asyncio.create_task(places().late.measure())
    warming = asyncio.create_task(asyncio.to_thread(warm_up))
    try:
        yield
    finally:
        measuring.cancel()
        await warming
        await asyncio.to_thread(_files.stop)
