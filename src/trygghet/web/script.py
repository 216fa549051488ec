"""The site's own script, ``sidan.js``: what Streamlit has no Swedish element for.

A file and not an inline script, since the policy in ``guard`` runs scripts from files only.
"""

import hashlib
from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from trygghet.web.answer import matches

ADDRESS = "/trygghet/sidan.js"
FILE = Path(__file__).with_name("sidan.js")


def script_endpoint() -> Callable[[Request], Awaitable[Response]]:
    """What answers at ``ADDRESS``, with the file as it is now.

    Raises:
        FileNotFoundError: the package was installed without the file.
    """
    body = FILE.read_bytes()
    # Weak, since Streamlit sends the same ETag with the gzip answer.
    etag = f'W/"{hashlib.sha256(body).hexdigest()[:16]}"'
    headers = {"etag": etag, "cache-control": "no-cache", "vary": "Accept-Encoding"}

    async def script(request: Request) -> Response:
        if matches(request, etag):
            return Response(status_code=304, headers=headers)
        return Response(body, media_type="text/javascript; charset=utf-8", headers=headers)

    return script
