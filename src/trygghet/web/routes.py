"""Our own addresses beside the pages: the data, the pages without JavaScript, our script.

/data/…     see data_routes
/sida/…     see static_routes
/trygghet/sidan.js
/trygghet/halsa     see health
"""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from trygghet.web import health
from trygghet.web.data_routes import data_routes
from trygghet.web.describe_routes import describe_routes
from trygghet.web.feed_routes import feed_routes
from trygghet.web.paper_routes import paper_routes
from trygghet.web.script import ADDRESS, script_endpoint
from trygghet.web.static_routes import static_routes


def routes(first_page: str) -> list[Route]:
    """The routes to hand to the server object; the first page by its name leads to "/".

    Raises:
        FileNotFoundError: the package was installed without our script.
    """
    return [
        Route(ADDRESS, script_endpoint()),
        Route(health.ADDRESS, health.health),
        *describe_routes(),
        *feed_routes(),
        *static_routes(),
        *paper_routes(),
        *data_routes(),
        Route(f"/{first_page}", to_bare_address),
    ]


async def to_bare_address(request: Request) -> Response:
    """The same address without the page's name."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/{query}", status_code=308)
