"""The accessibility statement that the Swedish law (2018:1937) asks of every public site.

What it says of the site's shortcomings is `SHORTCOMINGS`, the same list by which the tests know
what to excuse: a shortcoming that is mended has to leave both.
"""

from dataclasses import dataclass
from datetime import date

from trygghet import settings
from trygghet.words.answers import Link
from trygghet.words.catalogue import text
from trygghet.words.mail import mail_link
from trygghet.words.numbers import day

CHECKED = date(2026, 11, 30)
"""When every page was last looked at, with tests/accessibility or, in all ways, `make a11y`."""

WRITTEN = date(2026, 11, 28)
"""When the statement's own words were last changed."""

SUPERVISION = "https://www.digg.se/tdosanmalan"
LAW = "https://rkrattsbaser.gov.se/sfst?bet=2018:1937"


HOW = ("axe", "keyboard", "sizes", "colours", "charts", "not")
"""How it was tested, each with its words; the last says what has not been."""


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """Something that does not meet the requirements, or that nobody has tested.

    `criterion` is the one of WCAG that it breaks, empty where none is known to be broken. `rules`
    are what axe calls it and `parts` the CSS of where it is met; without them axe sees nothing of
    it. `issue` is where the maker of a component that causes it is told.
    """

    id: str
    criterion: str = ""
    rules: tuple[str, ...] = ()
    parts: str = ""
    issue: str = ""

    @property
    def said(self) -> str:
        """What it means for a reader, and why it is so."""
        return text(f"tillganglighet-brist-{self.id}")


SHORTCOMINGS = (
    # Streamlit puts all that an app draws into its own <main>. Tried: a role of its own for <main>
    # (axe: aria-allowed-role), and role="none" (void, since Streamlit gives it a tabindex).
    Shortcoming(
        "landmarks",
        rules=("landmark-banner-is-top-level", "landmark-contentinfo-is-top-level"),
        parts='.st-key-t-header, footer[role="contentinfo"]',
    ),
)


def words_for_streamlit() -> dict[str, str]:
    """What Streamlit says in English and has no setting for, with what web/sidan.js puts in its
    place. Its maker is told: https://github.com/streamlit/streamlit/issues/1353"""
    return {
        "Open": text("spoken-open"),
        "Dismiss": text("spoken-dismiss"),
        "No results": text("spoken-no-results"),
    }


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the statement: paragraphs, then a list, then links."""

    title: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


def accessibility_lead() -> str:
    """Who answers for the site; where nobody is named, that."""
    owner = settings.owner()
    return text("tillganglighet-owner", owner=owner) if owner else text("tillganglighet-no-owner")


def accessibility_statement(
    promise: str, site: str, forms: tuple[Link, ...]
) -> tuple[Section, ...]:
    """The whole statement under its lead. `site` is the address that it is about, as far as it is
    known; `forms` are links to the same content in other forms."""
    return (
        Section(
            text("tillganglighet-level-title"),
            (
                _about(promise, site),
                text("tillganglighet-level"),
                text("tillganglighet-requirements"),
            ),
            links=(Link(text("tillganglighet-law"), LAW),),
        ),
        Section(
            text("tillganglighet-not-title"),
            (text("tillganglighet-not"),),
            tuple(_shortcoming(one) for one in SHORTCOMINGS),
        ),
        Section(
            text("tillganglighet-excepted-title"),
            (text("tillganglighet-burden"), text("tillganglighet-outside")),
        ),
        Section(
            text("tillganglighet-how-title"),
            (text("tillganglighet-how"),),
            tuple(text(f"tillganglighet-how-{one}") for one in HOW),
        ),
        _report(),
        Section(
            text("tillganglighet-forms-title"),
            (text("tillganglighet-forms"),),
            links=forms,
        ),
        Section(
            text("tillganglighet-supervision-title"),
            (text("tillganglighet-supervision"),),
            links=(Link(text("tillganglighet-supervision-link"), SUPERVISION),),
        ),
        Section(
            text("tillganglighet-date-title"),
            (
                text("tillganglighet-checked", date=day(CHECKED)),
                text("tillganglighet-written", date=day(WRITTEN)),
            ),
        ),
    )


def _about(promise: str, site: str) -> str:
    if not site:
        return text("tillganglighet-site-unknown", promise=promise)
    return text("tillganglighet-site", promise=promise, site=site)


def _shortcoming(one: Shortcoming) -> str:
    if not one.criterion:
        return one.said
    return text("tillganglighet-criterion", said=one.said, criterion=one.criterion)


def _report() -> Section:
    """How to say that something does not work; where nobody receives it, that."""
    title, mail = text("tillganglighet-report-title"), settings.mail()
    if not mail:
        return Section(title, (text("tillganglighet-no-report"),))
    letter = mail_link(
        mail, text("tillganglighet-report-subject"), text("tillganglighet-report-body")
    )
    return Section(title, (text("tillganglighet-report"),), links=(Link(mail, letter),))
