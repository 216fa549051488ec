"""Streamlit's own scripts and styles, compressed once and served from memory.

Streamlit sends them uncompressed and leaves gzip to a proxy. Without one a first visit
on a phone downloads three times as much.
"""

import mimetypes
import threading
from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util
from streamlit.web.server.starlette.starlette_server_config import (
    STATIC_ASSET_CACHE_MAX_AGE_SECONDS,
)

from trygghet.web.encoding import accepts_gzip, gzipped

PREFIX = "/static/"
COMPRESSIBLE = {".css", ".js", ".json", ".mjs", ".svg"}


@dataclass(frozen=True)
class CompressedFile:
    """A file's gzip bytes and the headers it is served with."""

    body: bytes
    headers: dict[str, str]


class CompressedFiles:
    """The compressible files of a folder, filled by a thread of its own.

    Until a file is ready, ``get`` returns None and Streamlit serves the file itself.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or Path(file_util.get_static_dir()) / "static"
        self._files: dict[str, CompressedFile] = {}
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Compress in the background; does nothing when that has already been started."""
        if self._thread is None:
            self._stopping.clear()
            self._thread = threading.Thread(target=self._fill, name="compress", daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Wait until all files are ready."""
        if self._thread is not None:
            self._thread.join()

    def stop(self) -> None:
        """Stop after the file at hand."""
        self._stopping.set()
        self.wait()
        self._thread = None

    def get(self, path: str) -> CompressedFile | None:
        """The file at a URL path, by exact name: no path can lead out of the folder."""
        return self._files.get(path)

    def _fill(self) -> None:
        for file in self._folder.rglob("*"):
            if self._stopping.is_set():
                return
            if file.suffix in COMPRESSIBLE and file.is_file():
                path = PREFIX + file.relative_to(self._folder).as_posix()
                self._files[path] = _compressed(file)


class CompressedAssets:
    """ASGI middleware: answer ``/static/`` with gzip bytes where the client accepts them."""

    def __init__(self, app: ASGIApp, files: CompressedFiles) -> None:
        self.app = app
        self.files = files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        file = self.files.get(scope["path"]) if _wants_gzip(scope) else None
        if file is None:
            await self.app(scope, receive, send)
            return
        # The server leaves the body out of its answer to HEAD.
        await Response(file.body, headers=file.headers)(scope, receive, send)


def _wants_gzip(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
        return False
    headers = Headers(scope=scope)
    # A range counts bytes of the uncompressed file.
    return "range" not in headers and accepts_gzip(headers)


def _compressed(file: Path) -> CompressedFile:
    body = gzipped(file.read_bytes())
    media_type = mimetypes.guess_type(file.name)[0] or "text/plain"
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    headers = {
        "content-type": media_type + charset,
        "content-encoding": "gzip",
        "content-length": str(len(body)),
        "vary": "Accept-Encoding",
        # Streamlit's own header: the names carry a hash of the content.
        "cache-control": f"public, immutable, max-age={STATIC_ASSET_CACHE_MAX_AGE_SECONDS}",
    }
    return CompressedFile(body, headers)
