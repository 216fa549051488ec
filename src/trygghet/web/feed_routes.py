"""Feeds and calendars that programs of readers ask for, of a promise or of one of its villages.

/flode.atom, /flode/<village>.atom, /kalender.ics, /kalender/<village>.ics
"""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from trygghet import settings
from trygghet.asked import Asked, asked, village
from trygghet.feeds.dates import dated
from trygghet.feeds.entries import entries, feed_id, feed_updated
from trygghet.feeds.scope import moment
from trygghet.release.rows import Place
from trygghet.views import context
from trygghet.web.answer import Body, answer, kept, open_route
from trygghet.words import text


def feed_routes() -> list[Route]:
    """The routes of feeds and calendars."""
    return [
        open_route("/flode.atom", feed),
        open_route("/flode/{by}.atom", feed),
        open_route("/kalender.ics", calendar),
        open_route("/kalender/{by}.ics", calendar),
    ]


def feed(request: Request) -> Response:
    """What is new, as Atom. It tells whether the figures are late, so it is one day's."""
    seen, place = _asked(request)

    def make() -> Body:
        # Its library takes 50 ms to import, and few readers need it.
        from trygghet.feeds.atom import Feed, atom

        shown = context.context(seen.release)
        given = entries(shown, place, seen.url)
        made = Feed(
            id=feed_id(shown, place),
            title=shown.mark(text("feed-title", about=_about(shown, place))),
            about=text("feed-about"),
            author=settings.owner() or text("server-title"),
            updated=feed_updated(shown, given),
            address=seen.url(request.url.path),
            page=_page(seen, place),
        )
        return Body(atom(made, given), "application/atom+xml; charset=utf-8")

    return answer(request, seen, kept(seen.release, (*_key(request, seen), context.today()), make))


def calendar(request: Request) -> Response:
    """What has a day, as iCalendar."""
    seen, place = _asked(request)

    def make() -> Body:
        # As with the feed's, 25 to 45 ms.
        from trygghet.feeds import calendar

        shown = context.context(seen.release)
        edition = seen.release.restored() or seen.release.edition()
        made = calendar.calendar(
            shown.mark(text("calendar-title", about=_about(shown, place))),
            text("calendar-about"),
            _page(seen, place),
            moment(edition.at),
            dated(shown, place, seen.url),
        )
        return Body(made, "text/calendar; charset=utf-8")

    return answer(request, seen, kept(seen.release, _key(request, seen), make))


def _asked(request: Request) -> tuple[Asked, Place | None]:
    seen = asked(request)
    return seen, village(request, seen) if "by" in request.path_params else None


def _key(request: Request, seen: Asked) -> tuple[object, ...]:
    """What the addresses in a body depend on, beside the release."""
    return request.url.path, seen.site, tuple(seen.choice.items())


def _about(shown: context.Context, place: Place | None) -> str:
    promise = shown.promise.title
    return text("feed-village", place=place.name, promise=promise) if place else promise


def _page(seen: Asked, place: Place | None) -> str:
    return seen.url("/by", by=place.id) if place else seen.url("/")
