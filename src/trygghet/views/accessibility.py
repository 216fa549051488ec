"""The accessibility statement of the site, as the app and the page without JavaScript show it."""

from collections.abc import Callable

from markupsafe import Markup

from trygghet.fragments import render
from trygghet.views.context import Context
from trygghet.words import text
from trygghet.words.accessibility import accessibility_lead, accessibility_statement
from trygghet.words.answers import Link


def statement(seen: Context, site: str, path: Callable[[str], str]) -> Markup:
    """Everything below the heading. `path` writes an address of ours that stays in the release."""
    forms = (
        Link(text("site-without-javascript"), path("/sida/")),
        Link(text("data-list-link"), path("/data/")),
    )
    return render(
        "accessibility",
        lead=accessibility_lead(),
        sections=accessibility_statement(seen.promise.title, site, forms),
    )
