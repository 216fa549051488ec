"""What stands in the head of a page: title, description, picture and feeds for link previews,
search engines and readers of feeds. The app's pages and those without JavaScript share it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from trygghet.asked import Asked, address
from trygghet.describe.schema_org import as_script, dataset, outline
from trygghet.fragments import render
from trygghet.paper.pictures import (
    alternative,
    indicator_picture,
    overview_picture,
    village_picture,
)
from trygghet.release.rows import Place
from trygghet.views.context import context
from trygghet.views.village import Village
from trygghet.words import text
from trygghet.words.accessibility import accessibility_lead
from trygghet.words.answers import Link
from trygghet.words.language import FIRST, LOCALES, speaking
from trygghet.words.language import choice as spoken_choice


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page. `canonical` is the page that search engines are to show instead,
    `languages` where the same stands in each language, and for readers of any other."""

    title: str
    description: str
    site: str
    canonical: str
    languages: Mapping[str, str]
    indexed: bool
    picture: Link | None = None
    feeds: tuple[tuple[str, Link], ...] = ()
    dataset: Markup | str = ""

    def html(self) -> Markup:
        """As HTML, each element on the same line."""
        return render("head", head=self)


def overview_head(asked: Asked) -> Head:
    """The promise as a whole."""
    title = text("oversikt-title", promise=asked.promise.title)
    head = _head(asked, title, asked.promise.summary, "/sida/")
    seen = context(asked.release)
    return replace(
        head,
        feeds=_feeds(asked, None),
        picture=Link(alternative(overview_picture(seen)), asked.latest("/bild/oversikt.png")),
        dataset=as_script(outline(seen, asked.site)),
    )


def village_head(asked: Asked, place: Place) -> Head:
    """One village: the question, and its three answers in short."""
    seen = context(asked.release)
    village = Village(seen, place)
    said = [f"{one.label} {one.brief}" for one in village.answers()]
    title = text("by-title", place=place.name)
    head = _head(asked, title, " ".join(said), f"/sida/{place.id}")
    picture = alternative(village_picture(village))
    return replace(
        head,
        feeds=_feeds(asked, place),
        picture=Link(picture, asked.latest(f"/bild/by/{place.id}.png")),
    )


def chosen(asked: Asked, name: str, choice: Mapping[str, str]) -> str:
    """The id of what the address of a page of the app chooses, where its head speaks of that;
    else empty."""
    if name == "by":
        villages = [one.id for one in asked.release.villages()]
        return choice["by"] if choice.get("by") in villages else villages[0]
    indicators = [one.id for one in asked.release.indicators()]
    if name == "indikatorer" and choice.get("indikator") in indicators:
        return choice["indikator"]
    return ""


def page_head(asked: Asked, name: str, choice: str) -> Head:
    """A page of the app, by its name and what is `chosen` there."""
    if name == "oversikt":
        return overview_head(asked)
    if name == "by":
        return village_head(asked, next(v for v in asked.release.villages() if v.id == choice))
    if choice:
        one = next(one for one in asked.release.indicators() if one.id == choice)
        head = _head(asked, one.title, one.description, "/indikatorer", indikator=one.id)
        picture = alternative(indicator_picture(context(asked.release), one))
        return replace(head, picture=Link(picture, asked.latest(f"/bild/indikator/{one.id}.png")))
    if name == "tillganglighet":
        return accessibility_head(asked)
    head = _head(asked, text(f"page-{name}"), asked.promise.summary, f"/{name}")
    if name != "data":
        return head
    return replace(head, dataset=as_script(dataset(context(asked.release), asked.site)))


def accessibility_head(asked: Asked) -> Head:
    """The accessibility statement."""
    return _head(asked, text("page-tillganglighet"), accessibility_lead(), "/sida/tillganglighet")


def data_head(asked: Asked) -> Head:
    """The page that lists every file."""
    return _head(asked, text("data-list-title"), text("data-list-lead"), "/data/")


def _head(asked: Asked, title: str, description: str, path: str, **choice: str) -> Head:
    seen = context(asked.release)
    return Head(
        title=seen.page_title(title),
        description=seen.mark(description),
        site=text("server-title"),
        canonical=asked.latest(path, **choice),
        languages=_languages(asked, path, choice),
        indexed=not seen.promise.is_example and "v" not in asked.choice,
    )


def _languages(asked: Asked, path: str, choice: Mapping[str, str]) -> dict[str, str]:
    """The page's addresses by language. Only addresses that search engines may show have any."""
    if "v" in asked.choice:
        return {}
    kept = {name: value for name, value in asked.choice.items() if name != "lang"}
    found = {}
    for one in LOCALES:
        with speaking(one):
            found[one] = asked.site + address(path, {**kept, **choice, **spoken_choice()})
    return found | {"x-default": found[FIRST]}


def _feeds(asked: Asked, place: Place | None) -> tuple[tuple[str, Link], ...]:
    ending = f"/{place.id}" if place else ""
    about = place.name if place else asked.promise.title
    feed = Link(text("feed-title", about=about), asked.latest(f"/flode{ending}.atom"))
    calendar = Link(text("calendar-title", about=about), asked.latest(f"/kalender{ending}.ics"))
    return ("application/atom+xml", feed), ("text/calendar", calendar)
