"""Streamlit's own scripts and styles, compressed once and served from memory.

Streamlit sends them uncompressed and leaves gzip to a proxy. Without one a first visit
on a phone downloads three times as much. Of its style sheet the fonts are left out: they are half
of what is left, and the page is read in the fonts that the reader's device has.
"""

import mimetypes
import os
import queue
import re
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util
from streamlit.web.server.starlette.starlette_server_config import (
    STATIC_ASSET_CACHE_MAX_AGE_SECONDS,
)

from trygghet.web.encoding import accepts, brotlied, gzipped

PREFIX = "/static/"
COMPRESSIBLE = {".css", ".js", ".json", ".mjs", ".svg"}

FONT_FACE = re.compile(rb"@font-face\s*{[^}]*}")

# How much the compressing thread gives way to the threads that answer readers: gzip saves the next
# reader two thirds, brotli a fifth of the rest, and takes ten seconds of processor time in all.
NICENESS = {"gzip": 10, "br": 19}


@dataclass(frozen=True)
class CompressedFile:
    """A file's compressed bytes and the headers it is served with."""

    body: bytes
    headers: dict[str, str]


class CompressedFiles:
    """The compressible files of a folder, filled by a thread of its own.

    Until a file is ready, ``get`` returns None and Streamlit serves the file itself. Gzip is made
    of all at once; brotli takes long, and is made of a file when somebody has asked for it.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or Path(file_util.get_static_dir()) / "static"
        self._gzip: dict[str, CompressedFile] = {}
        self._brotli: dict[str, CompressedFile] = {}
        self._wanted: set[str] = set()
        self._queue: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._filled = threading.Event()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Compress in the background; does nothing when that has already been started."""
        if self._thread is None:
            self._stopping.clear()
            self._filled.clear()
            self._queue = queue.SimpleQueue()
            self._thread = threading.Thread(target=self._run, name="compress", daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Wait until all files are ready in gzip."""
        if self._thread is not None:
            self._filled.wait()

    def stop(self) -> None:
        """Stop after the file at hand, which ends with the process where it takes long."""
        self._stopping.set()
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(timeout=1)
        self._thread = None

    def get(self, path: str, headers: Headers) -> CompressedFile | None:
        """The file at a URL path, by exact name: no path can lead out of the folder.

        In the smallest encoding that the request accepts and that is ready.
        """
        if path in self._gzip and accepts("br", headers):
            if path in self._brotli:
                return self._brotli[path]
            if path not in self._wanted:
                self._wanted.add(path)
                self._queue.put(path)
        return self._gzip.get(path) if accepts("gzip", headers) else None

    def _run(self) -> None:
        _give_way(NICENESS["gzip"])
        self._fill()
        self._filled.set()
        _give_way(NICENESS["br"])
        while (path := self._queue.get()) is not None and not self._stopping.is_set():
            content = _content(self._folder / path.removeprefix(PREFIX))
            self._brotli[path] = _compressed(path, brotlied(content), "br")

    def _fill(self) -> None:
        # "css" before "js": whoever comes first has no use for the fonts either.
        for file in sorted(self._folder.rglob("*")):
            if self._stopping.is_set():
                return
            if file.suffix in COMPRESSIBLE and file.is_file():
                path = PREFIX + file.relative_to(self._folder).as_posix()
                self._gzip[path] = _compressed(path, gzipped(_content(file)), "gzip")


class CompressedAssets:
    """ASGI middleware: answer ``/static/`` compressed where the client accepts that."""

    def __init__(self, app: ASGIApp, files: CompressedFiles) -> None:
        self.app = app
        self.files = files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        file = self._found(scope)
        if file is None:
            await self.app(scope, receive, send)
            return
        # The server leaves the body out of its answer to HEAD.
        await Response(file.body, headers=file.headers)(scope, receive, send)

    def _found(self, scope: Scope) -> CompressedFile | None:
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            return None
        headers = Headers(scope=scope)
        # A range counts bytes of the uncompressed file.
        return None if "range" in headers else self.files.get(scope["path"], headers)


def _give_way(niceness: int) -> None:
    with suppress(AttributeError, OSError):  # where threads have no priority of their own
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), niceness)


def _content(file: Path) -> bytes:
    content = file.read_bytes()
    return FONT_FACE.sub(b"", content) if file.suffix == ".css" else content


def _compressed(path: str, body: bytes, encoding: str) -> CompressedFile:
    media_type = mimetypes.guess_type(path)[0] or "text/plain"
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    headers = {
        "content-type": media_type + charset,
        "content-encoding": encoding,
        "content-length": str(len(body)),
        "vary": "Accept-Encoding",
        # Streamlit's own header: the names carry a hash of the content.
        "cache-control": f"public, immutable, max-age={STATIC_ASSET_CACHE_MAX_AGE_SECONDS}",
    }
    return CompressedFile(body, headers)
