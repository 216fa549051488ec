"""Answers that caches and machines can work with: ETag, 304, gzip, who may read and index.

A body is made once for a release and kept for as long as the release is, so that a news day
costs look-ups only.
"""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from trygghet.asked import Asked
from trygghet.release.queries import Release
from trygghet.web.encoding import accepts_gzip, gzipped
from trygghet.words.language import language

MOST_KEPT = 32_000_000
"""How many bytes of bodies are kept for a release; the least used go first."""

SMALLEST = 8_000
"""As many bytes a body counts for at the least, so that not too many small ones are kept."""

_FRESH = "public, max-age=60"
_PINNED = "public, max-age=3600"
# PDF too: Streamlit would compress it anew for every reader.
_COMPRESSED = ("text/", "application/json", "application/xml", "application/pdf", "image/svg")
_LEAST_COMPRESSED = 500


@dataclass(frozen=True)
class Body:
    """What is sent, and its content type."""

    content: bytes
    media_type: str

    @cached_property
    def etag(self) -> str:
        """Weak, since the gzip answer has the same as the plain one."""
        return f'W/"{hashlib.sha256(self.content).hexdigest()[:20]}"'

    @cached_property
    def compressed(self) -> bytes | None:
        """The content with gzip, where that pays."""
        kind = self.media_type.partition(";")[0]
        text_like = kind.startswith(_COMPRESSED) or kind.endswith(("+json", "+xml"))
        if not text_like or len(self.content) < _LEAST_COMPRESSED:
            return None
        return gzipped(self.content)


class _Bodies:
    """The bodies made from a release, the least used first, and what they count for together."""

    def __init__(self) -> None:
        self.named: OrderedDict[Hashable, Body] = OrderedDict()
        self.size = 0
        self.making: dict[Hashable, threading.Lock] = {}

    def get(self, what: Hashable) -> Body | None:
        if what in self.named:
            self.named.move_to_end(what)
        return self.named.get(what)

    def add(self, what: Hashable, body: Body, counts: int) -> None:
        if what in self.named:
            self.size -= _counted(self.named.pop(what))
        self.named[what] = body
        self.size += counts
        while self.size > MOST_KEPT and len(self.named) > 1:
            self.size -= _counted(self.named.popitem(last=False)[1])


def _counted(body: Body) -> int:
    compressed = body.compressed
    return max(SMALLEST, len(body.content) + (len(compressed) if compressed is not None else 0))


_kept: WeakKeyDictionary[Release, _Bodies] = WeakKeyDictionary()
_lock = threading.Lock()


def kept(release: Release, what: Hashable, make: Callable[[], Body]) -> Body:
    """The body that `what` names, in the language spoken now, among those made from a release;
    made where it is not kept."""
    what = (language(), what)
    with _lock:
        bodies = _kept.setdefault(release, _Bodies())
        if found := bodies.get(what):
            return found
        making = bodies.making.setdefault(what, threading.Lock())
    # Those who ask for the same meanwhile wait for what is made, and make nothing themselves.
    with making:
        with _lock:
            if found := bodies.get(what):
                return found
        try:
            made = make()
            counts = _counted(made)  # compresses, which nobody else is to wait for
            with _lock:
                bodies.add(what, made, counts)
            return made
        finally:
            with _lock:
                bodies.making.pop(what, None)


def answer(
    request: Request,
    seen: Asked,
    body: Body,
    *,
    name: str = "",
    headers: dict[str, str] | None = None,
) -> Response:
    """The body, or 304 where the client has it. With a name it is a file to save."""
    sent = {**said_of(seen, body.etag, name), "vary": "Accept-Encoding", **(headers or {})}
    if matches(request, body.etag):
        return Response(status_code=304, headers=sent)
    content = body.content
    if body.compressed is not None and accepts_gzip(request.headers):
        content = body.compressed
        sent["content-encoding"] = "gzip"
    return Response(content, media_type=body.media_type, headers=sent)


def said_of(seen: Asked, etag: str, name: str = "") -> dict[str, str]:
    """The headers that every answer from a release has; with a name it is a file to save."""
    sent = {"cache-control": _PINNED if "v" in seen.choice else _FRESH, "etag": etag}
    if seen.promise.is_example or "v" in seen.choice:
        sent["x-robots-tag"] = "noindex"
    if name:
        sent["content-disposition"] = f'attachment; filename="{name}"'
    return sent


def open_route(path: str, endpoint: Callable[[Request], Response]) -> Route:
    """A route that scripts of other sites may read (CORS), with GET and HEAD."""
    cors = Middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD"],
        allow_headers=["If-None-Match", "If-Range", "Range"],
        expose_headers=["Content-Disposition", "Content-Range", "ETag"],
        max_age=86_400,
    )
    return Route(path, endpoint, methods=["GET", "HEAD", "OPTIONS"], middleware=[cors])


def matches(request: Request, etag: str) -> bool:
    """Whether the client says that it has what the ETag names."""
    seen = [tag.strip() for tag in request.headers.get("if-none-match", "").split(",")]
    return "*" in seen or any(tag.removeprefix("W/") == etag.removeprefix("W/") for tag in seen)
