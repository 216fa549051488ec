"""The HTML document that Streamlit serves for every page, given our language, head and script.

Streamlit's ``index.html`` says ``lang="en"`` and carries English texts, which a screen reader
then reads with English pronunciation. There is no setting for it.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

from trygghet.asked import Refused, asked
from trygghet.ui.sheet import sheet
from trygghet.views.context import today
from trygghet.views.heads import chosen, page_head
from trygghet.web.answer import Body, kept, matches
from trygghet.web.encoding import accepts_gzip
from trygghet.web.errors import not_found
from trygghet.web.script import ADDRESS
from trygghet.web.snapshot import snapshot
from trygghet.words import text
from trygghet.words.language import language

HTML = "text/html; charset=utf-8"
# Where the skip link leads before web/sidan.js has come, which takes it past the navigation.
MAIN = "t-snapshot-main"
# Where the language, the head, the first stop of the Tab key and the way to the page without
# JavaScript are put in.
LANGUAGE = '<html lang="">'
HEAD = "<!--trygghet: head-->"
NOSCRIPT = "<!--trygghet: noscript-->"
STYLE = "<!--trygghet: style-->"
SKIP = "<!--trygghet: skip-->"


# Streamlit's scripts for HTML, for links to pages and for pills.
EARLY = ("Html", "PageLink", "purify.es", "ButtonGroup", "WidgetLabel", "useBasicWidgetState")


class DocumentError(RuntimeError):
    """Streamlit's index.html is not as expected: a new version, most likely."""


@dataclass(frozen=True)
class Document:
    """Streamlit's document with its holes, and the ETag by which the original is known."""

    html: str
    original_etag: str

    def filled(self, head: str, snapshot: str = "", way: str = "/sida/") -> Body:
        """The document of one page, in the language spoken now. `head` and `snapshot` are HTML,
        `way` is the address without JavaScript."""
        html = self.html.replace(LANGUAGE, f'<html lang="{language()}">')
        html = html.replace(HEAD, head).replace(STYLE, f"<style>{sheet()}</style>")
        skip = f'<a class="t-skip" href="#{MAIN}">{escape(text("static-skip"))}</a>'
        html = html.replace(SKIP, skip).replace(NOSCRIPT, snapshot or _noscript(way))
        return Body(html.encode(), HTML)

    def plain(self) -> Body:
        """The document of an address that names nothing in particular."""
        return _plain(self, language())


@cache
def _plain(document: Document, _language: str) -> Body:
    title, description = text("server-title"), text("server-description")
    return document.filled(
        f"<title>{escape(title)}</title>\n"
        f'    <meta name="description" content="{escape(description)}">'
    )


def _noscript(way: str) -> str:
    link = f'<a href="{escape(way)}">{escape(text("server-noscript-way"))}</a>'
    return (
        f"<noscript>\n      <h1>{escape(text('server-noscript-title'))}</h1>\n"
        f"      <p>{escape(text('server-noscript-body'))} {link}</p>\n    </noscript>"
    )


def index_path() -> Path:
    """Where the installed Streamlit keeps its index.html."""
    return Path(file_util.get_static_dir()) / "index.html"


def read_document(index: Path) -> Document:
    """The document made of Streamlit's index.html.

    Raises:
        DocumentError: something that is to be replaced is not there.
    """
    original = FileResponse(index, stat_result=index.stat())
    return Document(with_holes(index.read_text(encoding="utf-8")), original.headers["etag"])


def with_holes(html: str) -> str:
    """Streamlit's index.html with holes for what differs between pages, and our script.

    Raises:
        DocumentError: something that is to be replaced is not there, or is there twice.
    """
    html = _replace_one('<html lang="en">', r'<html lang="en">', LANGUAGE, html)
    html = _replace_one("<title>", r"<title>Streamlit</title>", HEAD, html)
    start = f"{STYLE}\n    {SKIP}\n    {NOSCRIPT}"
    html = _replace_one("<noscript>", r"<noscript>.*?</noscript>", start, html)
    # Without the first the app on a deep link looks for its server below the page's own address,
    # with both it opens its connection at once instead of asking first whether there is a server.
    script = (
        "<script>\n      window.prerenderReady = false\n"
        "      window.__streamlit = {\n        BACKEND_BASE_URL: window.location.origin,\n"
        "        HOST_CONFIG: {\n          allowedOrigins: [window.location.origin],\n"
        "          useExternalAuthToken: false,\n        },\n      }\n    </script>"
    )
    ready = r"<script>\s*window\.prerenderReady = false\s*</script>"
    html = _replace_one("<script>", ready, script, html)
    # The app's scripts lie in a template from which ours takes them when the page's answer is
    # painted: a slow processor that had to read them first would paint a second later.
    scripts = re.findall(r'<link rel="modulepreload"[^>]*>', html)
    html = re.sub(r'<link rel="modulepreload"[^>]*>\s*', "", html)
    # What the app asks for when it knows what is on the page.
    scripts += [
        f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in _scripts()
    ]
    app = r'<script type="module" crossorigin src="[^"]+"></script>'
    inside = "\n      ".join([*re.findall(app, html), *scripts])
    template = f'<template id="t-app">\n      {inside}\n    </template>'
    html = _replace_one('<script type="module">', app, template, html)
    # What is painted before the rest of the page has come does not move when it comes.
    own = "  <style>body { margin: 0 }</style>\n"
    own += f'    <script src="{ADDRESS}" defer></script>\n  </head>'
    html = _replace_one("</head>", r"</head>", own, html)
    # Our style sheet names the fonts that the reader's device has; assets.py leaves out the others.
    font = r'<link\s+rel="preload"\s+href="[^"]*"\s+as="font"[^>]*>\s*'
    html = _replace_one('<link rel="preload" as="font">', font, "", html)
    # Below the snapshot, which can be seen without it.
    (sheet,) = re.findall(r'<link rel="stylesheet"[^>]*>', html) or [""]
    html = _replace_one("stylesheet", r'<link rel="stylesheet"[^>]*>\s*', "", html)
    html = _replace_one("</body>", r"</body>", f"  {sheet}\n  </body>", html)
    # The link to the agent API, which guard.py closes, goes with the comment above it.
    service = r'<!--(?:(?!-->).)*-->\s*<link rel="service-desc"[^>]*>\s*'
    return _replace_one('<link rel="service-desc">', service, "", html)


def _scripts() -> list[str]:
    """The names of the scripts of Streamlit that EARLY tells, with the hash of their content."""
    folder = index_path().parent / "static" / "js"
    found = (sorted(folder.glob(f"{prefix}.*.js")) for prefix in EARLY)
    return [paths[0].name for paths in found if len(paths) == 1]


def _replace_one(what: str, pattern: str, replacement: str, html: str) -> str:
    found = re.findall(pattern, html, re.DOTALL)
    if len(found) != 1:
        raise DocumentError(
            f"Streamlit's index.html has {len(found)} of {what} where one was expected. "
            "Compare it with trygghet/web/document.py before changing Streamlit's version."
        )
    return html.replace(found[0], replacement)


class OurDocument:
    """ASGI middleware: where Streamlit answers with its index.html, send ours.

    Streamlit does so for every address that nothing else answers. An address that cannot be
    a page gets our 404 page instead, not an empty app with an English message.
    """

    def __init__(
        self,
        app: ASGIApp,
        document: Document,
        pages: Collection[str] | None = None,
        first: str = "",
    ) -> None:
        self.app = app
        self.document = document
        self.pages = pages
        self.first = first

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return

        replaced = False

        async def send_ours(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start":
                original = Headers(raw=message["headers"])
                if original.get("etag") == self.document.original_etag:
                    replaced = True
                    await (await self._answer(scope, original))(scope, receive, send)
            if not replaced:
                await send(message)

        await self.app(self._uncompressed(scope), receive, send_ours)

    async def _answer(self, scope: Scope, original: Headers) -> Response:
        request = Request(scope)
        if not self._is_page(scope["path"]):
            return not_found(request)
        body = await run_in_threadpool(self._body, request)
        headers = MutableHeaders(raw=list(original.raw))
        for name in ("content-encoding", "content-range", "accept-ranges", "last-modified"):
            del headers[name]
        headers["etag"] = body.etag
        headers["vary"] = "Accept-Encoding"
        headers["cache-control"] = "no-cache"
        if matches(request, body.etag):
            del headers["content-length"]
            return Response(status_code=304, headers=headers)
        content = body.content
        if body.compressed is not None and accepts_gzip(request.headers):
            content = body.compressed
            headers["content-encoding"] = "gzip"
        headers["content-type"] = HTML
        headers["content-length"] = str(len(content))
        return Response(content, headers=headers)

    def _body(self, request: Request) -> Body:
        """The document of the page that a request asks for, with its own head."""
        name = request.url.path.strip("/") or self.first
        if not self.first:
            return self.document.plain()
        try:
            seen = asked(request)
        except Refused:
            return self.document.plain()
        choice = chosen(seen, name, request.query_params)
        given = request.query_params
        followed = {"data", "v", "lang"} | ({"by"} if name == "by" else set())
        unknown = name == "by" and given.get("by", "") not in ("", choice)
        other = bool(given.keys() - followed)
        # The day tells whether the figures are late.
        key = ("document", name, choice, seen.site, seen.choice.get("v"), unknown, other, today())

        def made() -> Body:
            head = page_head(seen, name, choice).html()
            way = seen.path(f"/sida/{choice}" if name == "by" else "/sida/")
            said = "" if unknown else snapshot(seen, name, choice, way, alone=not other)
            return self.document.filled(head, said, way)

        return kept(seen.release, key, made)

    def _uncompressed(self, scope: Scope) -> Scope:
        """Keep Streamlit from compressing a document that is thrown away."""
        if not self._is_page(scope["path"]):
            return scope
        headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        return {**scope, "headers": headers}

    def _is_page(self, path: str) -> bool:
        """Pages lie at the top and have no dot: Streamlit allows no slash in their address."""
        name = path.removeprefix("/")
        if not name:
            return True
        return not set("/.") & set(name) and (self.pages is None or name in self.pages)
