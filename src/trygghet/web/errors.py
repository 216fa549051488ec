"""What a reader sees when something fails: words and an id, never a traceback."""

import logging
import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from html import escape
from typing import Any

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from trygghet.asked import Refused, address, spoken
from trygghet.words import text
from trygghet.words.answers import Link
from trygghet.words.language import choice, language

logger = logging.getLogger(__name__)

# Self-contained: when the server fails, its style sheets may fail too.
PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>{title} – {site}</title>
<style>
:root {{ --text: #1a1a1a; --paper: #ffffff; --link: #1f3a5f }}
@media (prefers-color-scheme: dark) {{
  :root {{ --text: #ececea; --paper: #16181c; --link: #9dbde6 }}
}}
body {{ margin: 0 auto; max-width: 36rem; padding: 3rem 1.25rem;
  background: var(--paper); color: var(--text); font: 1.0625rem/1.6 sans-serif }}
h1 {{ font-size: 1.75rem; line-height: 1.25 }}
a {{ color: var(--link) }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{paragraphs}
{ways}
<p><a href="{home}">{start}</a></p>
</main>
</body>
</html>
"""


def on_script_error(exc: Exception) -> bool:
    """Tell the reader of a failed page run what to do; True keeps the traceback away."""
    reference = text("server-error-reference", id=_log(exc))
    # In one box, so that a screen reader announces the code too.
    st.error(f"**{text('server-error-title')}.** {text('server-error-body')}\n\n{reference}")
    # A plain link loads the page anew; st.page_link would stay in the failed session.
    start = escape(text("server-start-link"))
    home = address("/", choice())
    st.markdown(f'<a href="{home}" target="_self">{start}</a>', unsafe_allow_html=True)
    return True


def exception_handlers() -> dict[int | type[Exception], Callable[[Request, Any], Response]]:
    """Handlers for requests that no session is behind: unknown addresses, failing routes."""
    return {404: not_found, 500: server_error, Refused: refused}


def refused(request: Request, exc: Refused) -> Response:
    """What is wrong with an address, and the choices that there are."""
    _speak_as_asked(request)
    return _answer(request, exc.status, exc.title, exc.message, ways=exc.ways)


def not_found(request: Request, exc: Exception | None = None) -> Response:
    """The 404 page, or its text for a client that does not ask for HTML."""
    _speak_as_asked(request)
    return _answer(request, 404, text("server-not-found-title"), text("server-not-found-body"))


def server_error(request: Request, exc: Exception) -> Response:
    """The 500 page with the id under which the log has the exception."""
    _speak_as_asked(request)
    return _answer(
        request,
        500,
        text("server-error-title"),
        text("server-error-body"),
        text("server-error-reference", id=_log(exc)),
    )


def _speak_as_asked(request: Request) -> None:
    # What the route itself has spoken ended with its thread.
    with suppress(Refused):
        spoken(request.query_params)


def _log(exc: Exception) -> str:
    """Log the exception under an id short enough to be read out on the telephone."""
    reference = secrets.token_hex(3)
    logger.error("Failure %s: %s", reference, type(exc).__name__, exc_info=exc)
    return reference


def _answer(
    request: Request, status: int, title: str, *paragraphs: str, ways: Iterable[Link] = ()
) -> Response:
    headers = {"cache-control": "no-store"}
    if "text/html" not in request.headers.get("accept", ""):
        lines = [" ".join(paragraphs), *(f"{way.title}: {way.url}" for way in ways)]
        return PlainTextResponse("\n".join(lines), status, headers)
    links = "\n".join(
        f'<li><a href="{escape(way.url or "")}">{escape(way.title)}</a></li>' for way in ways
    )
    page = PAGE.format(
        title=escape(title),
        site=escape(text("server-title")),
        paragraphs="\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs),
        ways=f"<ul>{links}</ul>" if links else "",
        home=address("/", choice()),
        start=escape(text("server-start-link")),
        language=language(),
    )
    return HTMLResponse(page, status, headers)
