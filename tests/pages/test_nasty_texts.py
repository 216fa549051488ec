"""Signs that HTML or Markdown could take for their own are shown as they are written."""

import json
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from judged import plain
from nasty_folder import SIGNS, nasty
from opened_page import Node, OpenedPage, run_page
from shipped_files import EXAMPLE
from views import PAGES

from trygghet.release.store import store
from trygghet.words import text
from trygghet.words.numbers import listed


@pytest.fixture
def published(nasty_releases: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TRYGGHET_RELEASES", str(nasty_releases))
        store.cache_clear()
        yield
    store.cache_clear()


def shown(name: str, **parameters: str) -> OpenedPage:
    page = run_page(name, data=EXAMPLE.id, **parameters)
    assert page.failures == []
    assert not page.tree.find_all("b") and "x" not in page.labels
    return page


@pytest.mark.parametrize("name", PAGES)
def test_no_text_of_the_data_becomes_a_part_of_the_page(published, name):
    assert SIGNS in shown(name).tree.text


@pytest.mark.parametrize("village", EXAMPLE.villages[:2], ids=lambda village: village["id"])
def test_a_village_s_name_is_shown_as_it_is_written(published, village):
    name = nasty(village["name"])
    page = shown("by", by=village["id"])
    assert page.heading == f"Exempel: Hur går det i {name}?"
    assert name in [option.text for option in page.tree.find_all("option")]
    overview = shown("oversikt")
    assert name in [heading.text for heading in overview.tree.find_all("h3")]
    assert name in [text.text for text in overview.tree.find_all("text", "t-name")]
    assert f"Mer om {name}" in [link.text for link in overview.links]
    for page in (shown("indikatorer"), shown("aktiviteter")):
        assert name in [option.text for option in page.tree.find_all("option")]


def test_the_name_of_several_places_together_is_shown_as_they_are_written(published):
    """The program makes it, and the note on it, from the names of the data."""
    members = [village for village in EXAMPLE.villages if EXAMPLE.group_of(village["id"])]
    group = EXAMPLE.group_of(members[0]["id"])
    together = listed([nasty(village["name"]) for village in members])
    page = shown("by", by=members[0]["id"])
    heading = plain(text("by-together", places=together))
    assert heading in [node.text for node in page.tree.find_all("h3")]
    assert any(together in plain(svg.attributes["aria-label"]) for svg in drawings(page))
    assert any(f"{together} mot" in table.caption for table in page.tables)
    choice = {"platser": group, "indikator": "alla-brott", "period": "manad"}
    chosen = shown("indikatorer", **choice)
    assert together in [node.text for node in chosen.tree.find_all("option")]
    assert f"Exempel: {title('alla-brott')}: {together}" in [
        node.text for node in chosen.tree.find_all("h2")
    ]
    (trace,) = [
        trace
        for node in chosen.tree.find_all("plotly")
        for trace in json.loads(node.attributes["spec"])["data"]
        if "name" in trace
    ]
    # Plotly takes its texts for HTML.
    assert unescape(trace["name"]) == together and "<" not in trace["name"]


def title(indicator: str) -> str:
    (found,) = [one["title"] for one in EXAMPLE.rows("indicators") if one["id"] == indicator]
    return nasty(found)


def drawings(page: OpenedPage) -> list[Node]:
    return page.tree.find_all("svg", "t-dumbbell")


def test_what_is_written_of_an_activity_is_shown_as_it_is_written(published):
    (first, *_) = EXAMPLE.activities("in_promise")
    page = shown("aktiviteter")
    (card,) = [c for c in page.tree.find_all("li") if c.attributes.get("id") == first["id"]]
    assert card.find("strong").text == nasty(first["title"])
    assert nasty(first["description"]) in card.text
    log = [e for e in EXAMPLE.rows("activity_events") if e["activity"] == first["id"]]
    assert log and all(nasty(event["event"]) in card.text for event in log)
