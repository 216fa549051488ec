"""A village on a card, for other sites to show in a frame."""

from dataclasses import dataclass

from markupsafe import Markup

from trygghet.fragments import render
from trygghet.paper.index import higher_is_worse
from trygghet.paper.room import height
from trygghet.periods import parse_period
from trygghet.views.context import Context
from trygghet.views.village import Village
from trygghet.words import text
from trygghet.words.answers import Answer
from trygghet.words.numbers import day, when

WIDTH = 300
"""Pixels that the frame asks for; narrower ones down to 260 work."""
PADDING = 16
_MILLIMETRES = 25.4 / 96


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on the card: `said` are words for what is measured, and the short sentence.

    `old` is True where the figures are late or not the current ones; `notices` say so.
    """

    title: str
    promise: str
    example: bool
    old: bool
    notices: tuple[str, ...]
    said: tuple[tuple[str, str], ...]
    time: str
    dated: str
    link: str
    link_label: str


def card(village: Village, link: str) -> Card:
    """The card of a village; `link` is the whole address of its page."""
    seen, place = village.seen, village.place
    warnings = seen.warnings()
    unclear = [text("card-unclear")] if village.unclear else []
    edition = text("release-number", number=seen.release.edition().number)
    as_of = text("release-as-of", date=day(parse_period(seen.promise.as_of).end))
    return Card(
        title=seen.mark(place.name),
        promise=seen.promise.title,
        example=seen.promise.is_example,
        old=bool(warnings),
        notices=(*warnings, *unclear),
        said=tuple(
            (_about(seen, one), seen.mark(_short(village, one))) for one in village.answers()
        ),
        time=_time(seen),
        dated=f"{as_of} {edition}.",
        link=link,
        link_label=text("oversikt-village-link", place=place.name),
    )


def card_html(shown: Card) -> str:
    """The card as a page of its own."""
    return str(render("kort", card=shown))


def embed_code(shown: Card, address: str) -> str:
    """What another site puts into its page to show the card that is at `address`."""
    title = text("card-frame", title=shown.title, promise=shown.promise)
    return str(
        Markup(
            '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" '
            'style="border:0"></iframe>'
        ).format(address, title, WIDTH, _height(shown))
    )


def embed_html(code: str, *, button: bool) -> Markup:
    """The code to copy; without JavaScript there is no button, and it can be selected."""
    return render("embed", code=code, button=button)


def _height(shown: Card) -> int:
    """Pixels that the card needs, with room for a notice more: it changes with the figures."""
    lines = [
        *((shown.title, 20.0), (shown.promise, 14), (f"{shown.time} {shown.dated}", 14)),
        *((notice, 16.0) for notice in (*shown.notices, text("site-example-mark"))),
        *((said, 15.0) for both in shown.said for said in both),
        (shown.link_label, 16),
    ]
    inside = (WIDTH - 2 * PADDING) * _MILLIMETRES
    return round(
        sum(height(said, size * 0.75, inside) / _MILLIMETRES for said, size in lines) + 220
    )


def _about(seen: Context, answer: Answer) -> str:
    if answer.topic == "crimes":
        return seen.headline("reported_crimes").title
    if answer.topic == "survey":
        return seen.headline("safety_survey").title
    return text("card-activities")


def _short(village: Village, answer: Answer) -> str:
    """The sentence; beside the index's numbers which way it points."""
    way = higher_is_worse(village) if answer.topic == "survey" else ""
    return f"{answer.brief} {way}".strip()


def _time(seen: Context) -> str:
    """From when to when the promise holds, and that it is over where the figures reach its end."""
    start, end = when(seen.promise.start), when(seen.end)
    over = parse_period(seen.promise.as_of).end > parse_period(seen.end).end
    return text("card-time-over" if over else "card-time", start=start, end=end)
