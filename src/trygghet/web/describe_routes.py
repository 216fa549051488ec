"""Descriptions of the data for machines.

/data/datapackage.json     the files and their columns
/data/openapi.json         these addresses
/data/dcat.rdf|ttl|jsonld  the catalogue of open data, that dataportal.se harvests
"""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from trygghet.asked import Asked, asked, published
from trygghet.describe.datapackage import datapackage
from trygghet.describe.openapi import openapi
from trygghet.release.store import store
from trygghet.views.context import Context, context
from trygghet.web.answer import Body, answer, kept, open_route

CATALOGUE = "/data/dcat.rdf"
SYNTAXES = {
    "rdf": ("xml", "application/rdf+xml"),
    "ttl": ("turtle", "text/turtle; charset=utf-8"),
    "jsonld": ("json-ld", "application/ld+json"),
}


def describe_routes() -> list[Route]:
    """The routes of the descriptions; before those of the files, which their names are like."""
    return [
        open_route("/data/datapackage.json", datapackage_json),
        open_route("/data/openapi.json", openapi_json),
        *(open_route(f"/data/dcat.{name}", partial(dcat, syntax=name)) for name in SYNTAXES),
        # What the datasets are called by, and where dataportal.se looks when nobody has told it.
        Route("/data/dcat", to_catalogue),
        Route("/datasets/dcat", to_catalogue),
    ]


def datapackage_json(request: Request) -> Response:
    """The files of a release, each with the address that keeps giving that release's."""
    seen = asked(request)

    def described() -> Mapping[str, Any]:
        return datapackage(
            context(seen.release),
            seen.site,
            lambda name: seen.pinned(f"/data/{name}", data=seen.promise.id),
        )

    return _json(request, seen, described)


def openapi_json(request: Request) -> Response:
    """Our addresses."""
    seen = asked(request)
    promises = tuple(one.id for one in published())
    return _json(
        request, seen, lambda: openapi(context(seen.release), seen.site, promises), promises
    )


def dcat(request: Request, syntax: str) -> Response:
    """The catalogue of every promise that is not invented, or of the release in the address."""
    seen = asked(request)
    named = {name: request.query_params.get(name, "") for name in ("data", "v")}
    choice = {"data": seen.promise.id, "v": named["v"]} if any(named.values()) else {}
    releases = [context(seen.release)] if choice else _real()
    format_, media_type = SYNTAXES[syntax]

    def make() -> Body:
        # Its library takes 80 ms to import, and few readers need it.
        from trygghet.describe.dcat import catalogue

        graph = catalogue(releases, seen.site, choice)
        return Body(graph.serialize(format=format_, encoding="utf-8"), media_type)

    editions = tuple((one.promise.id, one.promise.release) for one in releases)
    key = (request.url.path, seen.site, tuple(choice.items()), editions)
    return answer(request, seen, kept(seen.release, key, make))


async def to_catalogue(request: Request) -> Response:
    """The catalogue in the syntax that dataportal.se reads."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{CATALOGUE}{query}", status_code=303)


def _real() -> list[Context]:
    """The current release of every promise that is not invented."""
    promises = [one for one in published() if not one.is_example]
    return [context(store().release(one.id)) for one in promises]


def _json(
    request: Request,
    seen: Asked,
    described: Callable[[], Mapping[str, Any]],
    depends_on: tuple[str, ...] = (),
) -> Response:
    key = (request.url.path, seen.site, tuple(seen.choice.items()), depends_on)

    def make() -> Body:
        written = json.dumps(described(), ensure_ascii=False, allow_nan=False)
        return Body(written.encode(), "application/json")

    return answer(request, seen, kept(seen.release, key, make))
