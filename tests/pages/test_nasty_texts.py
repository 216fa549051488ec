"""Signs that HTML or Markdown could take for their own are shown as they are written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from nasty_folder import SIGNS, nasty
from opened_page import OpenedPage, run_page
from shipped_files import EXAMPLE
from views import PAGES

from trygghet.release.store import store


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


def test_what_is_written_of_an_activity_is_shown_as_it_is_written(published):
    (first, *_) = EXAMPLE.activities("in_promise")
    page = shown("aktiviteter")
    (card,) = [c for c in page.tree.find_all("li") if c.attributes.get("id") == first["id"]]
    assert card.find("strong").text == nasty(first["title"])
    assert nasty(first["description"]) in card.text
    log = [e for e in EXAMPLE.rows("activity_events") if e["activity"] == first["id"]]
    assert log and all(nasty(event["event"]) in card.text for event in log)
