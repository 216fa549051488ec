"""Entries as an Atom feed (RFC 4287)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from feedgen.ext.base import BaseEntryExtension
from feedgen.feed import FeedGenerator
from feedgen.util import xml_elem

from trygghet.feeds.entries import Entry
from trygghet.words import text
from trygghet.words.answers import Link
from trygghet.words.language import language

# What XML cannot hold in any notation.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself. `address` is its own, `page` that of what it is about."""

    id: str
    title: str
    about: str
    author: str
    updated: datetime
    address: str
    page: str


def atom(feed: Feed, shown: Sequence[Entry]) -> bytes:
    """The feed as XML; every text is plain."""
    made = FeedGenerator()
    made.id(feed.id)
    made.language(language())
    made.title(_plain(feed.title))
    made.subtitle(_plain(feed.about))
    made.author(name=_plain(feed.author))
    made.updated(feed.updated)
    made.generator(text("server-title"))
    made.link(href=feed.address, rel="self", type="application/atom+xml")
    made.link(href=feed.page, rel="alternate", type="text/html", hreflang=language())
    for one in shown:
        entry = made.add_entry(order="append")
        entry.id(one.id)
        entry.title(_plain(one.title))
        entry.content(_plain(one.text), type="text")
        entry.updated(one.updated)
        if one.published:
            entry.published(one.published)
        entry.link(href=one.link)
        if one.source and one.source.url:
            entry.register_extension("via", _Via, rss=False)
            entry.via.source = one.source
        entry.category(term=one.kind, label=text(f"feed-kind-{one.kind}"))
    return bytes(made.atom_str(pretty=True))


class _Via(BaseEntryExtension):  # type: ignore[misc]
    """The link to an entry's source. feedgen's own links of entries lose what they are."""

    source: Link

    def extend_atom(self, entry: object) -> object:
        title = _plain(self.source.title)
        return xml_elem("link", entry, rel="via", href=self.source.url, title=title)


def _plain(said: str) -> str:
    return _NOT_XML.sub("", said)
