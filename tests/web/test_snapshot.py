"""What the document says before any script has arrived is what the app's page says."""

import pytest
from nasty_folder import SIGNS
from opened_page import parse
from shipped_files import EXAMPLE, PROMISES, REAL
from starlette.datastructures import QueryParams
from streamlit_server import ask
from views import PAGES

from trygghet.asked import Asked, find
from trygghet.release.store import Store
from trygghet.views.heads import chosen
from trygghet.web.snapshot import snapshot
from trygghet.words import text


def said(name, **choice):
    """The snapshot of a page at an address, as a tree."""
    release, stays = find(f"/{name}", choice)
    asked = Asked(release, release.promise(), "http://trygghet.example", stays)
    id_ = chosen(asked, name, QueryParams(choice))
    return parse(str(snapshot(asked, name, id_, "/sida/", alone=True)))


def sentences(tree):
    return [node.text for node in tree.find_all(css="t-sentence")]


SHOWN = [(EXAMPLE, name) for name in PAGES] + [(REAL, "oversikt"), (REAL, "by")]


@pytest.mark.parametrize(("promise", "name"), SHOWN, ids=str)
def test_the_snapshot_says_what_the_page_says(releases, open_page, promise, name):
    tree, page = said(name, **promise.address), open_page(name, **promise.address).tree
    (title,) = tree.find_all("h1")
    assert title.text == page.find("h1").text
    # The app shows the comparisons' sentences too, further down.
    first = sentences(tree)
    assert first == sentences(page)[: len(first)]
    assert (len(first) == 3) is (name in ("oversikt", "by"))
    leads = [node.text for node in tree.find_all("p", "t-lead")]
    assert leads == [node.text for node in page.find_all("p", "t-lead")]
    drawn = [node.attributes["aria-label"] for node in tree.find_all("svg") if node.attributes]
    assert (
        drawn
        == [node.attributes["aria-label"] for node in page.find_all("svg") if node.attributes][
            : len(drawn)
        ]
    )
    assert bool(tree.find_all(css="t-example-banner")) is promise.is_example


def test_the_snapshot_of_a_village_has_its_charts_and_the_overview_its_villages(releases):
    assert said("by", **EXAMPLE.address).find_all("svg")
    cards = said("oversikt").find_all("h3")
    assert [card.text for card in cards] == [village["name"] for village in REAL.villages]


@pytest.mark.parametrize("promise", PROMISES, ids=str)
def test_links_of_the_snapshot_stay_in_the_release_and_language(releases, promise):
    tree = said("by", **promise.address, v="1", lang="en")
    links = [node.attributes["href"] for node in tree.find_all("nav")[0].find_all("a")]
    assert len(links) == len(PAGES) - 1
    for link in links:
        assert "v=1" in link and "lang=en" in link
        assert ("data=exempel" in link) is promise.is_example


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("by", True),
        ("by?by=genarp&utm_source=x", True),
        ("by?by=finns-inte", False),
        ("by?data=finns-inte", False),
        ("?v=99", False),
        ("aktiviteter?lage=ongoing", True),
    ],
)
def test_the_document_never_shows_what_the_address_does_not_ask_for(dashboard, address, there):
    html = ask(f"{dashboard.url}/{address}", accept="text/html").body.decode()
    assert ('id="snapshot"' in html) is there
    assert html.count("<h1") == 1  # else that of the text without JavaScript
    # The other language's address would lose what it does not follow.
    if "lage" in address or "utm" in address:
        assert text("site-language") not in html
        assert ">English<" not in html


def test_no_text_of_a_promise_gets_out_of_its_element(nasty_releases):
    release = Store(nasty_releases).release(EXAMPLE.id)
    asked = Asked(release, release.promise(), "http://trygghet.example", {"data": EXAMPLE.id})
    choices = [("by", one.id) for one in release.villages()]
    for name, choice in [*choices, *((name, "") for name in PAGES if name != "by")]:
        tree = parse(str(snapshot(asked, name, choice, "/sida/", alone=True)))
        assert not tree.find_all("b") and not tree.find_all("script")
        if name in ("by", "oversikt"):
            assert SIGNS in tree.text
