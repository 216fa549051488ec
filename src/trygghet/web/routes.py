"""Our own addresses beside the pages: the data, the pages without JavaScript, our script.

/data/…     see data_routes
/sida/…     see static_routes
/trygghet/sidan.js
/.well-known/security.txt
/trygghet/redo      see crowd
/trygghet/halsa     see health
"""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from trygghet import settings
from trygghet.asked import site_address
from trygghet.views.context import today
from trygghet.web import health
from trygghet.web.crowd import READY, ready
from trygghet.web.data_routes import data_routes
from trygghet.web.describe_routes import describe_routes
from trygghet.web.errors import not_found
from trygghet.web.feed_routes import feed_routes
from trygghet.web.paper_routes import paper_routes
from trygghet.web.script import ADDRESS, script_endpoint
from trygghet.web.static_routes import static_routes

SECURITY = "/.well-known/security.txt"


def routes(first_page: str) -> list[Route]:
    """The routes to hand to the server object; the first page by its name leads to "/".

    Raises:
        FileNotFoundError: the package was installed without our script.
    """
    return [
        Route(ADDRESS, script_endpoint()),
        Route(SECURITY, security),
        Route(READY, ready),
        Route(health.ADDRESS, health.health),
        *describe_routes(),
        *feed_routes(),
        *static_routes(),
        *paper_routes(),
        *data_routes(),
        Route(f"/{first_page}", to_bare_address),
    ]


async def security(request: Request) -> Response:
    """Whom to tell of a hole (RFC 9116), where the site names anybody."""
    if not settings.mail():
        return not_found(request)
    # The standard asks for less than a year.
    expires = today() + timedelta(days=180)
    lines = (
        f"Contact: mailto:{settings.mail()}",
        f"Expires: {expires.isoformat()}T00:00:00Z",
        "Preferred-Languages: sv, en",
        f"Canonical: {site_address(request)}{SECURITY}",
    )
    return PlainTextResponse("\n".join(lines) + "\n")


async def to_bare_address(request: Request) -> Response:
    """The same address without the page's name."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/{query}", status_code=308)
