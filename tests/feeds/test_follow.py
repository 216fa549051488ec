"""The way to the feed and the calendar stands on the pages that they are about."""

import pytest
from shipped_files import PROMISES, ShippedPromise

from trygghet.words import text


@pytest.mark.parametrize("promise", PROMISES, ids=lambda one: one.id)
def test_a_reader_finds_no_way_to_follow(open_page, promise: ShippedPromise) -> None:
    village = promise.villages[1]
    query = f"?data={promise.id}" if promise.address else ""
    for page, of, about in (
        (open_page("oversikt", **promise.address), "", promise.file["title"]),
        # A pinned page leads to what will be new, not to what never changes.
        (
            open_page("by", **promise.address, by=village["id"], v="1"),
            f"/{village['id']}",
            village["name"],
        ),
    ):
        line = page.tree.find("div", "t-follow")
        assert line.find("p").text == f"Följ {about}: flöde (Atom) · kalender"
        assert [link.attributes["href"] for link in line.find_all("a")] == [
            f"/flode{of}.atom{query}",
            f"/kalender{of}.ics{query}",
        ]
        assert text("follow-feed-help") in line.text and text("follow-calendar-help") in line.text
