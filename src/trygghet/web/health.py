"""How the process is doing, for whoever runs it.

/trygghet/halsa     200 while it can show a release, 503 while it has none
"""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from trygghet.release.store import NoRelease, store

ADDRESS = "/trygghet/halsa"


# Not `async`: Starlette then runs it in a thread, away from the event loop.
def health(request: Request) -> Response:
    """Which release of every promise is shown, and of which it cannot be told whether they are
    the newest, since when."""
    held = store()
    said = {}
    for promise in held.promises():
        try:
            release = held.release(promise)
        except NoRelease:
            continue
        since = release.unconfirmed_since
        said[promise] = {
            "release": release.edition().number,
            "unconfirmed_since": since.isoformat(timespec="seconds") if since else None,
        }
    headers = {"cache-control": "no-store"}
    return JSONResponse({"promises": said}, 200 if said else 503, headers)
