"""Ways to the same page in another promise or another language."""

from collections.abc import Mapping

from trygghet.asked import address, published, staying
from trygghet.release.rows import Promise
from trygghet.words import text
from trygghet.words.answers import Link
from trygghet.words.language import LOCALES, choice, language, speaking


def promise_switches(promise: Promise, path: str) -> list[Link]:
    """Links to a page's path in every other promise."""
    return [
        Link(
            text("site-switch-example" if one.is_example else "site-switch", title=one.title),
            address(path, staying(one.id)),
        )
        for one in published()
        if one.id != promise.id
    ]


def language_switches(path: str, given: Mapping[str, str]) -> dict[str, Link]:
    """For every other language, a link to the same page, named in that language. `given` are the
    parameters of the page's address."""
    # In one order, whichever way the reader came to the page.
    kept = {name: value for name, value in sorted(given.items()) if name != "lang"}
    links = {}
    for one in LOCALES.keys() - {language()}:
        with speaking(one):
            links[one] = Link(text("site-language"), address(path, kept | choice()))
    return links
