"""The shell round every page: which promise, its marks, the ways to the other pages."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import NoReturn

import streamlit as st
from streamlit.runtime.scriptrunner import StopException

from trygghet import settings
from trygghet.asked import Refused, find, spoken
from trygghet.asked import address as in_address
from trygghet.fragments import render
from trygghet.ui import address
from trygghet.ui.show import heading, notice, paragraph, plain, show
from trygghet.views.context import Context
from trygghet.views.switches import language_switches, promise_switches
from trygghet.words import text
from trygghet.words.accessibility import words_for_streamlit
from trygghet.words.answers import Link

PAGES = {
    "oversikt": "pages/oversikt.py",
    "by": "pages/by.py",
    "mal": "pages/mal.py",
    "aktiviteter": "pages/aktiviteter.py",
    "indikatorer": "pages/indikatorer.py",
    "data": "pages/data.py",
    "agare": "pages/agare.py",
    "tillganglighet": "pages/tillganglighet.py",
}

ASIDE = {"agare", "tillganglighet"}
"""Pages for few readers: linked from where these come by, not from the navigation."""

FIRST = "oversikt"
"""The page that the bare address opens."""


@dataclass(frozen=True, slots=True)
class Page(Context):
    """What a page needs to know before it draws. `parameters` stand in every address that
    stays in the same release."""

    name: str
    parameters: dict[str, str]

    def link(self, page: str, label: str, choice: Mapping[str, str] | None = None) -> None:
        """A link to another page that stays in the same promise."""
        parameters = self.parameters | dict(choice or {})
        st.page_link(PAGES[page], label=plain(label), query_params=parameters)


def speak() -> None:
    """Speak the language that the address names; the pages' names already need it."""
    with suppress(Refused):  # `begin` tells the reader
        spoken(st.query_params.to_dict())


def begin(name: str) -> Page:
    """Draw what stands above every page and say which promise it shows.

    Stops the page with a friendly choice where the address names a promise or a release that is
    not there.
    """
    address.keep()
    try:
        release, parameters = find(_path(name), st.query_params.to_dict())
    except Refused as why:
        _refused(why)
    promise = release.promise()
    page = Page(release, promise, release.extensions(), name, parameters)
    if promise.is_example:
        show(render("example"))
    _navigation(page)
    for warning in page.warnings():
        notice(warning)
    if not release.is_current:
        current = {key: value for key, value in parameters.items() if key != "v"}
        link = Link(text("release-to-current"), _url(name, current))
        show(render("choices", links=[link]))
    return page


def title(page: Page, said: str) -> None:
    """Draw the page's heading; the browser's tab and bookmarks say it too."""
    tab(page, said)
    heading(page.mark(said), 1)


def tab(page: Page, said: str) -> None:
    """What the browser's tab, its history and bookmarks call the page."""
    st.set_page_config(page_title=page.page_title(said))


def end(page: Page, way: str = "/sida/") -> None:
    """Draw what stands below every page; `way` leads to what it says without JavaScript."""
    if page.name not in ASIDE and not settings.mail() and not page.promise.is_example:
        paragraph(text("mistake-no-recipient"), "t-detail t-above-footer")
    ways = [
        Link(text("site-without-javascript"), in_address(way, page.parameters)),
        Link(text("page-tillganglighet"), in_address("/tillganglighet", page.parameters)),
    ]
    show(render("footer", said=page.footer(), ways=ways))


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
    raise StopException


def _refused(why: Refused) -> NoReturn:
    """End with what is wrong with the address and the ways on."""
    heading(why.title, 1)
    paragraph(why.message)
    if why.ways:
        show(render("choices", links=why.ways))
    raise StopException


def _url(name: str, parameters: Mapping[str, str]) -> str:
    """An address for a plain link: Streamlit's own links leave the browser's address as it is
    where only the parameters change."""
    return in_address(_path(name), parameters)


def _path(name: str) -> str:
    return "/" if name == FIRST else f"/{name}"


def _navigation(page: Page) -> None:
    # What web/sidan.js says in the page's language of what Streamlit draws.
    show(render("spoken", words=words_for_streamlit()))
    with st.container(key="t-header"):
        with st.container(horizontal=True, gap="small", key="t-navigation"):
            for name in PAGES:
                if name not in ASIDE:
                    page.link(name, text(f"page-{name}"))
        path = _path(page.name)
        languages = language_switches(path, st.query_params.to_dict())
        promises = promise_switches(page.promise, path)
        show(render("switches", promises=promises, languages=languages))
