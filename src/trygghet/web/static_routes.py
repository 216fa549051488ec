"""The addresses of the pages without JavaScript, and what search engines ask for.

/sida/                the promise as a whole
/sida/tillganglighet  the accessibility statement
/sida/<by>            a village
/sitemap.xml, /robots.txt
"""

from collections.abc import Callable, Iterator

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from trygghet.asked import Asked, address, asked, find, published, site_address, village
from trygghet.release.queries import Release
from trygghet.static_pages.frame import fill
from trygghet.static_pages.pages import accessibility_page, overview_page, village_page
from trygghet.views.context import today
from trygghet.web.answer import Body, answer, kept

# No script, nothing from elsewhere, and a form that leads nowhere.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)

HTML = "text/html; charset=utf-8"


def static_routes() -> list[Route]:
    """Every page without JavaScript."""
    return [
        Route("/sida", to_slash),
        Route("/sida/", overview),
        Route("/sida/tillganglighet", accessibility),  # before the villages, who have no such name
        Route("/sida/{by}", one_village),
        Route("/sitemap.xml", sitemap),
        Route("/robots.txt", robots),
    ]


async def to_slash(request: Request) -> Response:
    """The same address with the slash that the overview has."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/sida/{query}", status_code=308)


# Not `async`: Starlette then runs them in a thread, away from the event loop.
def overview(request: Request) -> Response:
    """The promise as a whole."""
    seen = asked(request)
    return _page(request, seen, "overview", lambda: overview_page(seen))


def accessibility(request: Request) -> Response:
    """How well everyone can use the site."""
    seen = asked(request)
    return _page(request, seen, "tillganglighet", lambda: accessibility_page(seen))


def one_village(request: Request) -> Response:
    """One village."""
    seen = asked(request)
    place = village(request, seen)
    return _page(request, seen, place.id, lambda: village_page(seen, place))


def _page(request: Request, seen: Asked, what: str, make: Callable[[], str]) -> Response:
    # The day tells whether the figures are late.
    key = ("sida", what, seen.site, seen.choice.get("v"), today())
    body = kept(seen.release, key, lambda: Body(make().encode(), HTML))
    return answer(request, seen, body, headers={"content-security-policy": POLICY})


def sitemap(request: Request) -> Response:
    """Every page that a search engine is to find: none that shows invented figures."""
    seen = asked(request)
    pages = [
        (seen.site + address(f"/sida/{place}", choice), release.edition().at)
        for release, choice in _real()
        for place in ("", *(village.id for village in release.villages()))
    ]
    body = Body(fill("sitemap", pages=pages).encode(), "application/xml; charset=utf-8")
    return answer(request, seen, body)


def _real() -> Iterator[tuple[Release, dict[str, str]]]:
    for promise in published():
        if not promise.is_example:
            yield find("/sida/", {"data": promise.id})


def robots(request: Request) -> Response:
    """Everything may be read but the app's own machinery."""
    lines = (
        "User-agent: *",
        "Disallow: /_stcore/",
        f"Sitemap: {site_address(request)}/sitemap.xml",
    )
    return PlainTextResponse("\n".join(lines) + "\n")
