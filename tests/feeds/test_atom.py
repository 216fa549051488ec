"""A feed reader understands the feed, and nothing in the data becomes a part of it."""

from collections.abc import Callable
from datetime import datetime
from xml.etree import ElementTree

import feedparser
import pytest
from followed import HOST, url
from nasty_folder import SIGNS
from shipped_files import PROMISES, ShippedPromise

from trygghet.feeds.atom import Feed, atom
from trygghet.feeds.entries import Entry, entries, feed_id, feed_updated
from trygghet.views.context import Context

ATOM = "{http://www.w3.org/2005/Atom}"
# How often RFC 4287 lets an element stand: at least, at most.
FEED = {
    "author": (1, 99), "category": (0, 99), "contributor": (0, 99), "generator": (0, 1),
    "icon": (0, 1), "id": (1, 1), "link": (1, 99), "logo": (0, 1), "rights": (0, 1),
    "subtitle": (0, 1), "title": (1, 1), "updated": (1, 1), "entry": (0, 100),
}  # fmt: skip
ENTRY = {
    "author": (0, 99), "category": (1, 1), "content": (1, 1), "contributor": (0, 99),
    "id": (1, 1), "link": (1, 99), "published": (0, 1), "rights": (0, 1), "source": (0, 1),
    "summary": (0, 1), "title": (1, 1), "updated": (1, 1),
}  # fmt: skip


def written(seen: Context, shown: list[Entry]) -> bytes:
    feed = Feed(
        feed_id(seen, None), seen.promise.title, "Om", "Den & den",
        feed_updated(seen, shown), url("/flode.atom"), url("/"),
    )  # fmt: skip
    return atom(feed, shown)


def children(of: ElementTree.Element, allowed: dict[str, tuple[int, int]]) -> None:
    names = [one.tag.removeprefix(ATOM) for one in of]
    assert set(names) <= set(allowed)
    for name, (least, most) in allowed.items():
        assert least <= names.count(name) <= most, name
    for name in ("updated", "published"):
        for one in of.findall(ATOM + name):
            assert datetime.fromisoformat(str(one.text)).tzinfo
    for name in ("id", "title"):
        assert str(of.findtext(ATOM + name)).strip()
    # At most one alternate of a kind; without a rel it is an alternate.
    rels = [one.get("rel", "alternate") for one in of.findall(f"{ATOM}link")]
    assert rels.count("alternate") == 1
    assert all(one.get("href") for one in of.findall(f"{ATOM}link"))


@pytest.mark.parametrize("promise", PROMISES, ids=lambda one: one.id)
def test_a_feed_reader_refuses_the_feed_or_reads_something_else(
    promise: ShippedPromise, seen: Callable[[str], Context]
) -> None:
    shown = entries(seen(promise.id), None, url)
    content = written(seen(promise.id), shown)
    root = ElementTree.fromstring(content)
    assert root.tag == f"{ATOM}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "sv"
    children(root, FEED)
    for one in root.findall(f"{ATOM}entry"):
        children(one, ENTRY)
        assert one.find(f"{ATOM}content").get("type") == "text"
    read = feedparser.parse(content)
    assert not read.bozo and read.version == "atom10"
    assert read.feed.author == "Den & den"
    assert {one.rel: one.href for one in read.feed.links} == {
        "self": f"{HOST}/flode.atom",
        "alternate": f"{HOST}/",
    }
    assert len(read.entries) == len(shown)
    for one, given in zip(read.entries, shown, strict=True):
        assert (one.id, one.title, one.content[0].value) == (given.id, given.title, given.text)
        assert one.link == given.link and one.tags[0].term == given.kind
        assert datetime.fromisoformat(one.updated) == given.updated
        via = [link.href for link in one.links if link.rel == "via"]
        assert via == ([given.source.url] if given.source and given.source.url else [])


def test_a_text_of_the_data_becomes_a_part_of_the_feed(nasty_seen: Context) -> None:
    shown = entries(nasty_seen, None, url)
    read = feedparser.parse(written(nasty_seen, shown), sanitize_html=False)
    assert not read.bozo and len(read.entries) == len(shown)
    texts = [one.content[0] for one in read.entries]
    assert all(one.type == "text/plain" for one in texts)
    assert any(SIGNS in one.value for one in texts) and SIGNS in read.feed.title


def test_a_sign_that_xml_has_none_for_breaks_the_feed(seen: Callable[[str], Context]) -> None:
    shown = entries(seen("exempel"), None, url)
    now = shown[0].updated
    odd = Entry("urn:uuid:1", "late", "a\x00b\x1f", "]]>\ufffe\x0b&c", now, None, url("/"))
    read = feedparser.parse(written(seen("exempel"), [odd]))
    assert not read.bozo
    assert (read.entries[0].title, read.entries[0].content[0].value) == ("ab", "]]>&c")
