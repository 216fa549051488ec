"""Our own addresses beside the pages: the files behind what a page shows, and our script.

/data/<file>.csv?data=<promise>
/data/indikator.csv?data=<promise>&indikator=<id>&platser=<id>,<id>&period=ar|halvar|kvartal|manad
/trygghet/sidan.js
"""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from trygghet import settings
from trygghet.release.queries import Release
from trygghet.release.store import NoRelease, store
from trygghet.schema import TABLE
from trygghet.web.errors import not_found
from trygghet.web.files import CsvFile, observations_file, table_file
from trygghet.web.script import ADDRESS, script_endpoint
from trygghet.words import text

PERIODS = {"ar": "year", "halvar": "half", "kvartal": "quarter", "manad": "month"}


def routes(first_page: str) -> list[Route]:
    """The routes to hand to the server object; the first page by its name leads to "/".

    Raises:
        FileNotFoundError: the package was installed without our script.
    """
    return [
        Route(ADDRESS, script_endpoint()),
        Route("/data/indikator.csv", view_csv),
        Route("/data/{file}.csv", table_csv),
        Route(f"/{first_page}", to_bare_address),
    ]


async def to_bare_address(request: Request) -> Response:
    """The same address without the page's name."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/{query}", status_code=308)


# Not `async`: Starlette then runs them in a thread, away from the event loop.
def table_csv(request: Request) -> Response:
    """One file of the promise folder; 404 where there is no such file or promise."""
    file = request.path_params["file"]
    release = _release(request)
    if release is None or file not in TABLE:
        return not_found(request)
    return _csv(table_file(release, file))


def view_csv(request: Request) -> Response:
    """The values that a view of the page Indikatorer shows; 400 with what is allowed."""
    release = _release(request)
    if release is None:
        return not_found(request)
    indicator = request.query_params.get("indikator", "")
    allowed = [one.id for one in release.indicators()]
    if indicator not in allowed:
        return _not_allowed("indikator", indicator, allowed)
    period = request.query_params.get("period", "ar")
    if period not in PERIODS:
        return _not_allowed("period", period, list(PERIODS))
    places = [place for place in request.query_params.get("platser", "").split(",") if place]
    known = [place.id for place in release.places_with(indicator)]
    for place in places:
        if place not in known:
            return _not_allowed("platser", place, known)
    observations = release.observations(indicator, places, PERIODS[period])
    return _csv(observations_file(release.promise(), indicator, observations))


def _release(request: Request) -> Release | None:
    try:
        return store().release(request.query_params.get("data", settings.default_promise()))
    except NoRelease:
        return None


def _csv(file: CsvFile) -> Response:
    return Response(
        file.content,
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{file.name}"'},
    )


def _not_allowed(name: str, value: str, allowed: list[str]) -> Response:
    message = text(
        "server-not-allowed", name=name, value=value[:80], allowed=", ".join(sorted(allowed))
    )
    return PlainTextResponse(message, status_code=400)
