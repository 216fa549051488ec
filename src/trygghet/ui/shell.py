"""The shell round every page: which promise, its marks, the ways to the other pages."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from trygghet import settings
from trygghet.fragments import render
from trygghet.periods import parse_period
from trygghet.release.due import Due, due
from trygghet.release.queries import Release
from trygghet.release.rows import Extension, Indicator, Place, Promise
from trygghet.release.store import NoRelease, published_promises, store
from trygghet.ui import address
from trygghet.ui.show import heading, notice, paragraph, plain, show
from trygghet.words import text
from trygghet.words.answers import Link, Span, promise_years
from trygghet.words.numbers import day
from trygghet.words.releases import as_of_text, edition_text

PAGES = {
    "oversikt": "pages/oversikt.py",
    "by": "pages/by.py",
    "mal": "pages/mal.py",
    "aktiviteter": "pages/aktiviteter.py",
    "indikatorer": "pages/indikatorer.py",
    "data": "pages/data.py",
    "agare": "pages/agare.py",
}

ASIDE = {"agare"}
"""Pages for few readers: linked from where these come by, not from the navigation."""

FIRST = "oversikt"
"""The page that the bare address opens."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page needs to know before it draws."""

    name: str
    release: Release
    promise: Promise
    extensions: list[Extension]
    parameters: dict[str, str]

    @property
    def years(self) -> Span:
        """The promise's calendar years and its baseline year."""
        return promise_years(self.promise, self.extensions)

    @property
    def end(self) -> str:
        """The last day of the promise, extensions included."""
        return self.extensions[-1].end if self.extensions else self.promise.first_end

    @property
    def due(self) -> Due | None:
        """When the figures are to be renewed; None where nobody has promised that, or no more.

        In the example time stands still, on the day that it describes.
        """
        months = self.promise.update_months
        if months is None:
            return None
        as_of, end = parse_period(self.promise.as_of).end, parse_period(self.end).end
        return due(as_of, months, end, as_of if self.promise.is_example else today())

    def place(self, place: str) -> Place:
        """A place that the checks have seen to exist."""
        found = self.release.place(place)
        assert found is not None
        return found

    def headline(self, dataset: str) -> Indicator:
        """The indicator of a dataset that the promise's files put first; the checks ask for one."""
        shown = [one for one in self.release.indicators() if one.headline]
        return next(one for one in shown if one.dataset == dataset)

    def mark(self, sentence: str) -> str:
        """The sentence, marked as invented where it is."""
        example = self.promise.is_example
        return text("site-example-sentence", sentence=sentence) if example else sentence

    def link(self, page: str, label: str, choice: Mapping[str, str] | None = None) -> None:
        """A link to another page that stays in the same promise."""
        parameters = self.parameters | dict(choice or {})
        st.page_link(PAGES[page], label=plain(label), query_params=parameters)


def today() -> date:
    """The day it is where the server stands."""
    return datetime.now().astimezone().date()


def begin(name: str) -> Page:
    """Draw what stands above every page and say which promise it shows.

    Stops the page with a friendly choice where the address names a promise that is not there.
    """
    show(_style())
    address.keep()
    default = settings.default_promise()
    wanted = address.given("data") or default
    try:
        release = store().release(wanted)
    except NoRelease:
        _no_such_promise(name, wanted)
    promise = release.promise()
    parameters = {} if wanted == default else {"data": wanted}
    page = Page(name, release, promise, release.extensions(), parameters)
    if promise.is_example:
        show(render("example"))
    _navigation(page)
    if page.due and page.due.days_late:
        notice(text("release-late", date=day(page.due.day)))
    return page


def end(page: Page) -> None:
    """Draw what stands below every page."""
    promised = page.promise.update_months is not None
    renewed = as_of_text(parse_period(page.promise.as_of).end, page.due, rhythm=promised)
    edition = edition_text(page.release.edition(), page.release.restored())
    paragraph(f"{renewed} {edition}", "t-footer")


def choices(
    page: Page, title: str, message: str, parameter: str, options: dict[str, str]
) -> NoReturn:
    """End with a friendly page of ways on: the address names something that is not there."""
    heading(title, 1)
    paragraph(message)
    links = [
        Link(label, _url(page.name, page.parameters | {parameter: id_}))
        for id_, label in options.items()
    ]
    show(render("choices", links=links))
    end(page)
    st.stop()


def _no_such_promise(name: str, wanted: str) -> NoReturn:
    promises = _published()
    if promises:
        heading(text("unknown-dataset-title"), 1)
        paragraph(text("unknown-dataset", value=wanted))
        links = _switches(name, promises, [promise.title for promise in promises])
        show(render("choices", links=links))
    else:
        heading(text("site-no-release-title"), 1)
        paragraph(text("site-no-release", command="trygghet publish"))
    st.stop()


def _published() -> list[Promise]:
    """Every promise that has a release which can be read."""
    promises = []
    for id_ in published_promises(settings.releases_folder()):
        with suppress(NoRelease):
            promises.append(store().release(id_).promise())
    return promises


def _switches(name: str, promises: Sequence[Promise], titles: Sequence[str]) -> list[Link]:
    """Links to the same page in other promises."""
    default = settings.default_promise()
    return [
        Link(title, _url(name, {} if promise.id == default else {"data": promise.id}))
        for promise, title in zip(promises, titles, strict=True)
    ]


def _url(name: str, parameters: Mapping[str, str]) -> str:
    """An address for a plain link: Streamlit's own links leave the browser's address as it is
    where only the parameters change."""
    path = "/" if name == FIRST else f"/{name}"
    return f"{path}?{urlencode(parameters)}" if parameters else path


def _navigation(page: Page) -> None:
    with st.container(horizontal=True, gap="small", key="t-navigation"):
        for name in PAGES:
            if name not in ASIDE:
                page.link(name, text(f"page-{name}"))
    others = [promise for promise in _published() if promise.id != page.promise.id]
    titles = [
        text("site-switch-example" if promise.is_example else "site-switch", title=promise.title)
        for promise in others
    ]
    show(render("datasets", links=_switches(page.name, others, titles)))


@cache
def _style() -> Markup:
    css = (Path(__file__).parent / "style.css").read_text(encoding="utf-8")
    return Markup("<style>{}</style>").format(Markup(css))
