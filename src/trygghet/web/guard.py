"""Close what Streamlit leaves open, and tell the browser what a page may do."""

import base64
import hashlib
import re

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from trygghet.web.assets import PREFIX
from trygghet.words import text

# How the server is doing is for whoever runs it; the agent API would start sessions.
CLOSED = ("/_stcore/metrics", "/_stcore/agent")

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def content_security_policy(index_html: str) -> str:
    """The tightest policy that Streamlit and its Plotly charts work with.

    Scripts come from this server only, plus the inline one of Streamlit's index.html, known
    by its hash. Styles are written into the page by Streamlit's components, hence
    ``unsafe-inline`` for them.
    """
    hashes = [_source_hash(script) for script in INLINE_SCRIPT.findall(index_html)]
    sources = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *hashes],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "media-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'self'"],
    }
    return "; ".join(f"{name} {' '.join(allowed)}" for name, allowed in sources.items())


def _source_hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


class Guard:
    """ASGI middleware: 404 for closed addresses, security headers on everything."""

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
                for name, value in self._headers(scope["path"]).items():
                    headers.setdefault(name, value)
            await send(message)

        if _is_closed(scope["path"]):
            answer = PlainTextResponse(text("server-not-found-body"), status_code=404)
            await answer(scope, receive, send_guarded)
        else:
            await self.app(scope, receive, send_guarded)

    def _headers(self, path: str) -> dict[str, str]:
        nosniff = {"x-content-type-options": "nosniff"}
        if path.startswith(PREFIX):
            # The rest governs documents; on a hundred scripts it would only cost bytes.
            return nosniff
        return {
            **nosniff,
            "content-security-policy": self.policy,
            "permissions-policy": "camera=(), geolocation=(), microphone=()",
            "referrer-policy": "strict-origin-when-cross-origin",
        }


def _is_closed(path: str) -> bool:
    return any(path == closed or path.startswith(f"{closed}/") for closed in CLOSED)
