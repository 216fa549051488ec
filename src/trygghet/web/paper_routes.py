"""The addresses of what leaves the screen.

/sida/<by>/motesblad, /sida/<by>/motesblad.pdf     the sheet for a meeting (sedan=YYYY-MM-DD)
/kort/<by>                                         the card for other sites' frames
/bild/oversikt.png, /bild/by/<by>.png, /bild/indikator/<id>.png     pictures beside links
"""

from collections.abc import Callable
from datetime import date, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from trygghet.asked import LONGEST_SAID, Asked, Refused, asked, not_allowed, village
from trygghet.paper.kort import card, card_html
from trygghet.paper.motesblad import Sheet, sheet, sheet_html, sheet_pdf
from trygghet.paper.pictures import (
    Picture,
    indicator_picture,
    overview_picture,
    picture_png,
    village_picture,
)
from trygghet.periods import exact_day
from trygghet.release.rows import Indicator
from trygghet.views.context import context, today
from trygghet.views.meetings import since_when
from trygghet.views.village import Village
from trygghet.web.answer import Body, answer, kept
from trygghet.web.static_routes import HTML, POLICY
from trygghet.words import text
from trygghet.words.answers import Link

CARD_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors *",
    )
)
"""The only policy of the site that lets others show what it is sent with."""

FOR_OTHER_SITES = {"cross-origin-resource-policy": "cross-origin"}
"""Beside cards and pictures: pages that take in nothing but what says so may show them."""


def paper_routes() -> list[Route]:
    """Every address of this module."""
    return [
        Route("/sida/{by}/motesblad", sheet_page),
        Route("/sida/{by}/motesblad.pdf", sheet_file),
        Route("/kort/{by}", card_page),
        Route("/bild/oversikt.png", overview_image),
        Route("/bild/by/{by}.png", village_image),
        Route("/bild/indikator/{indikator}.png", indicator_image),
    ]


# Not `async`: Starlette then runs them in a thread, away from the event loop.
def sheet_page(request: Request) -> Response:
    """The sheet as a page."""
    seen = asked(request)
    shown, since = _village(request, seen), _since(request, seen)

    def make() -> Body:
        pdf = seen.path(f"/sida/{shown.place.id}/motesblad.pdf", sedan=since.isoformat())
        return Body(sheet_html(_sheet(seen, shown, since), pdf).encode(), HTML)

    body = kept(seen.release, ("motesblad", *_key(seen, shown), since), make)
    return answer(request, seen, body, headers={"content-security-policy": POLICY})


def sheet_file(request: Request) -> Response:
    """The sheet as PDF."""
    seen = asked(request)
    shown, since = _village(request, seen), _since(request, seen)
    edition = seen.release.edition()

    def make() -> Body:
        at = datetime.fromisoformat(edition.at)
        return Body(sheet_pdf(_sheet(seen, shown, since), at), "application/pdf")

    body = kept(seen.release, ("motesblad.pdf", *_key(seen, shown), since), make)
    prefix = "pahittat-" if seen.promise.is_example else ""
    name = f"{prefix}{seen.promise.id}-motesblad-{shown.place.id}-utgava-{edition.number}.pdf"
    return answer(request, seen, body, name=name)


def card_page(request: Request) -> Response:
    """The card; others may show it."""
    seen = asked(request)
    shown = _village(request, seen)

    def make() -> Body:
        link = seen.url(f"/sida/{shown.place.id}")
        return Body(card_html(card(shown, link)).encode(), HTML)

    body = kept(seen.release, ("kort", *_key(seen, shown)), make)
    return answer(
        request, seen, body, headers={"content-security-policy": CARD_POLICY, **FOR_OTHER_SITES}
    )


def overview_image(request: Request) -> Response:
    """The picture of the promise as a whole."""
    seen = asked(request)
    return _image(request, seen, "", lambda: overview_picture(context(seen.release)))


def village_image(request: Request) -> Response:
    """The picture of a village."""
    seen = asked(request)
    shown = _village(request, seen)
    return _image(request, seen, f"by/{shown.place.id}", lambda: village_picture(shown))


def indicator_image(request: Request) -> Response:
    """The picture of an indicator; 404 with those that there are."""
    seen = asked(request)
    found = _indicator(request, seen)
    return _image(
        request,
        seen,
        f"indikator/{found.id}",
        lambda: indicator_picture(context(seen.release), found),
    )


def _image(request: Request, seen: Asked, what: str, picture: Callable[[], Picture]) -> Response:
    # The site's address and the day do not stand on it.
    made = kept(seen.release, ("bild", what), lambda: Body(picture_png(picture()), "image/png"))
    return answer(request, seen, made, headers=FOR_OTHER_SITES)


def _sheet(seen: Asked, shown: Village, since: date) -> Sheet:
    # What hangs on a wall leads to what holds when it is read.
    return sheet(shown, since, seen.latest(f"/sida/{shown.place.id}"))


def _village(request: Request, seen: Asked) -> Village:
    return Village(context(seen.release), village(request, seen))


def _key(seen: Asked, shown: Village) -> tuple[object, ...]:
    """What a body is told apart by; the day decides whether the figures are late."""
    return shown.place.id, seen.site, tuple(sorted(seen.choice.items())), today()


def _since(request: Request, seen: Asked) -> date:
    """The day in the address, else the last meeting."""
    wanted = request.query_params.get("sedan", "")
    if not wanted:
        return since_when(context(seen.release))
    chosen = exact_day(wanted)
    if chosen is None:
        raise not_allowed("sedan", wanted, [text("paper-a-day")])
    return chosen


def _indicator(request: Request, seen: Asked) -> Indicator:
    indicators = {one.id: one for one in seen.release.indicators()}
    wanted = request.path_params["indikator"]
    if wanted in indicators:
        return indicators[wanted]
    ways = [
        Link(one.title, seen.path(f"/bild/indikator/{id_}.png")) for id_, one in indicators.items()
    ]
    message = text("unknown-indicator", value=wanted[:LONGEST_SAID])
    raise Refused(404, text("unknown-indicator-title"), message, ways)
