"""A link that somebody shares says what it leads to, before anything is opened."""

from urllib.parse import urlencode

import pytest
from opened_page import parse
from shipped_files import EXAMPLE, PROMISES, REAL
from streamlit_server import ask

from trygghet.asked import Asked
from trygghet.release.store import Store
from trygghet.ui.shell import PAGES
from trygghet.views.heads import chosen, page_head
from trygghet.words import text


def head_of(dashboard, page, **choice):
    """The title, and every meta and link element by its name."""
    answer = ask(f"{dashboard.url}/{page}?{urlencode(choice)}", accept="text/html")
    assert answer.status == 200
    start, end = (answer.body.decode().index(mark) for mark in ("<title>", "<!-- initialize"))
    head = parse(answer.body.decode()[start:end])
    named = {
        node.attributes.get("name") or node.attributes.get("property") or node.attributes["rel"]: (
            node.attributes.get("content") or node.attributes["href"]
        )
        for node in (*head.find_all("meta"), *head.find_all("link"))
    }
    return head.find("title").text, named


@pytest.mark.parametrize("promise", PROMISES, ids=repr)
def test_a_shared_village_is_named_and_leads_search_engines_to_its_page(dashboard, promise):
    village = promise.villages[1]
    title, head = head_of(dashboard, "by", **promise.address, by=village["id"])
    assert text("by-title", place=village["name"]) in title
    assert title == head["og:title"]
    assert village["name"] in head["description"] == head["og:description"]
    query = f"?data={promise.id}" if promise.is_example else ""
    assert head["canonical"] == f"{dashboard.url}/sida/{village['id']}{query}"
    assert ("robots" in head) is promise.is_example
    assert title.startswith("Exempel: ") is promise.is_example


def test_a_shared_indicator_is_named(dashboard):
    (one, *_) = REAL.rows("indicators")
    title, head = head_of(dashboard, "indikatorer", indikator=one["id"])
    assert one["title"] in title
    assert head["description"] == one["description"]
    assert head["canonical"] == f"{dashboard.url}/indikatorer?indikator={one['id']}"


@pytest.mark.parametrize("page", [name for name in PAGES if name != "oversikt"])
def test_every_page_has_a_name_of_its_own(dashboard, page):
    title, head = head_of(dashboard, page)
    assert title not in ("", text("server-title"))
    assert head["description"]
    assert "robots" not in head


@pytest.mark.parametrize(
    "choice",
    [{"data": "finns-inte"}, {"v": "99"}, {"v": "x"}, {"by": "<script>"}, {"by": "x" * 999}],
)
def test_an_address_that_names_nothing_still_opens_the_app(dashboard, choice):
    title, head = head_of(dashboard, "by", **choice)
    assert title and head["description"]
    assert "<script>" not in str(head)


def test_an_earlier_release_is_not_found_by_search_engines(dashboard):
    _, head = head_of(dashboard, "by", by="genarp", v="1")
    assert head["robots"] == "noindex"
    assert head["canonical"] == f"{dashboard.url}/sida/genarp"


def test_no_text_of_a_promise_gets_out_of_its_element(nasty_releases):
    release = Store(nasty_releases).release(EXAMPLE.id)
    asked = Asked(release, release.promise(), "http://trygghet.example", {"data": EXAMPLE.id})
    choices = [("by", one.id) for one in release.villages()]
    choices += [("indikatorer", one.id) for one in release.indicators()]
    for page, id_ in [*choices, ("mal", ""), ("oversikt", "")]:
        assert chosen(asked, page, {"by": id_, "indikator": id_}) in (id_, "")
        head = parse(str(page_head(asked, page, id_).html()))
        allowed = {"title", "meta", "link", "script"}
        assert {node.tag for node in head.find_all()} <= allowed
        assert all(node.children == [] for node in head.find_all("meta"))
