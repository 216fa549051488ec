"""Close what Streamlit leaves open, bound what is asked, tell browsers what a page may do."""

import base64
import hashlib
import re
from contextlib import suppress

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from trygghet import settings
from trygghet.asked import Refused, spoken
from trygghet.web.assets import PREFIX
from trygghet.web.errors import not_found, refused
from trygghet.words import text

LONGEST_ADDRESS = 2_000
"""Bytes of an address from its first slash, percent-encoding included."""

LARGEST_HEADERS = 16_000
"""Bytes of a request's headers, names and values."""

METHODS = ("GET", "HEAD", "OPTIONS")
"""Nothing on the site takes anything in, but for what is said over the websocket."""

# Streamlit's machinery: uploads, media, components, logins, figures of the server, an API for
# programs. The pages use none of it but what is named OPEN.
CLOSED = re.compile(r"/(?:_stcore|media|component|auth|oauth2callback|app|manifest\.json)(?:/|$)")
OPEN = {"/_stcore/health", "/_stcore/host-config", "/_stcore/stream"}
# What no address of ours has, and file systems and browsers read in ways of their own.
STRANGE = re.compile(r"//|\\|[\x00-\x1f\x7f]|/\.{1,2}(?:/|$)|^/[A-Za-z]:")

PERMISSIONS = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "compute-pressure",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "keyboard-map",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)
"""What browsers can do beyond showing a page, all of it denied; the copy buttons need the one
that is missing, clipboard-write."""

NOT_A_PAGE = "default-src 'none'; frame-ancestors 'none'"
"""The policy of files: nothing in them is to run, wherever a browser shows them."""

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def content_security_policy(index_html: str) -> str:
    """The tightest policy that Streamlit and its Plotly charts work with.

    Scripts come from this server only, plus the inline one of Streamlit's index.html, known
    by its hash. Styles are written into the page by Streamlit's components, hence
    ``unsafe-inline`` for them. A small font of Streamlit's and the mark on invented figures stand
    in style sheets (``data:``).
    """
    hashes = [_source_hash(script) for script in INLINE_SCRIPT.findall(index_html)]
    sources = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *hashes],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(allowed)}" for name, allowed in sources.items())


def _source_hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


class Guard:
    """ASGI middleware: refuses what no page of ours asks, and puts security headers on every
    answer."""

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self.app = app
        self.policy = policy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers(scope["path"], headers).items():
                    headers.setdefault(name, value)
            await send(message)

        await (_refusal(scope) or self.app)(scope, receive, send_guarded)

    def _headers(self, path: str, sent: MutableHeaders) -> dict[str, str]:
        nosniff = {"x-content-type-options": "nosniff"}
        if path.startswith(PREFIX):
            # The rest governs documents; on a hundred scripts it would only cost bytes.
            return nosniff
        page = sent.get("content-type", "").startswith("text/html")
        headers = {
            **nosniff,
            "content-security-policy": self.policy if page else NOT_A_PAGE,
            "cross-origin-resource-policy": "same-origin",
            "referrer-policy": "strict-origin-when-cross-origin",
        }
        if page:
            headers["cross-origin-opener-policy"] = "same-origin"
            headers["permissions-policy"] = ", ".join(f"{one}=()" for one in PERMISSIONS)
        if settings.site_address().startswith("https:"):
            headers["strict-transport-security"] = "max-age=31536000"
        return headers


def _refusal(scope: Scope) -> Response | None:
    """The answer to a request that is to come no further."""
    request, path = Request(scope), scope["path"]
    if scope["method"] not in METHODS:
        answer = _told(request, 405, "method")
        answer.headers["allow"] = ", ".join(METHODS)
        return answer
    if len(scope.get("raw_path") or path) + len(scope.get("query_string", b"")) > LONGEST_ADDRESS:
        return _told(request, 414, "long")
    if sum(len(name) + len(value) for name, value in scope["headers"]) > LARGEST_HEADERS:
        return _told(request, 431, "headers")
    if STRANGE.search(path) or (CLOSED.match(path) and path not in OPEN):
        return not_found(request)
    return None


def _told(request: Request, status: int, why: str) -> Response:
    with suppress(Refused):
        spoken(request.query_params)
    message = text(f"refused-{why}", most=LONGEST_ADDRESS)
    return refused(request, Refused(status, text("server-not-allowed-title"), message))
