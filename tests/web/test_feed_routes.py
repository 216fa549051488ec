"""Feeds and calendars over the wire: found, kept by caches, fresh, and never another site's."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import feedparser
import pytest
import vobject
from our_routes import Answer
from our_routes import ask as get
from shipped_files import EXAMPLE, REAL

from trygghet.feeds.scope import moment
from trygghet.views import context

Ask = Callable[..., Answer]


@pytest.fixture
def ask(releases: Path) -> Ask:
    """Ask the routes without a server: ``ask("/flode.atom?v=1", if_none_match="x")``."""
    return lambda address, method="GET", **headers: get(
        address, method, {name.replace("_", "-"): said for name, said in headers.items()}
    )


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/flode.atom", "application/atom+xml; charset=utf-8"),
        ("/flode/genarp.atom", "application/atom+xml; charset=utf-8"),
        ("/kalender.ics", "text/calendar; charset=utf-8"),
        ("/kalender/genarp.ics", "text/calendar; charset=utf-8"),
    ],
)
def test_a_program_asks_for_all_of_it_again_and_again(ask: Ask, address: str, kind: str) -> None:
    first = ask(address)
    assert (first.status, first.headers["content-type"]) == (200, kind)
    again = ask(address, if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    head = ask(address, "HEAD")
    assert (head.status, head.headers["etag"]) == (200, first.headers["etag"])
    assert "x-robots-tag" not in first.headers
    pinned = ask(f"{address}?v=1")
    assert pinned.status == 200 and b"v=1" in pinned.body.replace(b"\r\n ", b"")
    assert ask(f"{address}?v=7").status == 404
    assert ask(f"{address}?data=finns-inte").status == 404


def test_an_address_leads_to_another_site_or_promise(ask: Ask) -> None:
    for host in ("trygghet.example", "annan.example:8501"):
        read = feedparser.parse(ask("/flode/genarp.atom", host=host).body)
        assert read.feed.title == "Nytt om Genarp, Tryggt östra Lund"
        links = {one.rel: one.href for one in read.feed.links}
        assert links == {
            "self": f"http://{host}/flode/genarp.atom",
            "alternate": f"http://{host}/by?by=genarp",
        }
        assert all(one.link.startswith(f"http://{host}/") for one in read.entries)
    village = EXAMPLE.villages[0]
    given = ask(f"/flode/{village['id']}.atom?data=exempel")
    assert given.headers["x-robots-tag"] == "noindex"
    read = feedparser.parse(given.body)
    assert read.feed.title == f"Exempel: Nytt om {village['name']}, {EXAMPLE.file['title']}"
    assert all("data=exempel" in one.link for one in read.entries)
    shown = vobject.readOne(ask("/kalender.ics?data=exempel").body.decode())
    assert shown.x_wr_calname.value == f"Exempel: Datum: {EXAMPLE.file['title']}"


def test_an_unknown_village_gives_nothing_to_go_on_with(ask: Ask) -> None:
    for address in ("/flode/finns-inte.atom", "/kalender/%3Cb%3E.ics", "/flode/lund.atom"):
        answer = ask(address, accept="text/html")
        assert answer.status == 404
        assert all(one["name"] in answer.body.decode() for one in REAL.villages)
        assert b"<b>" not in answer.body


def test_lateness_is_told_until_the_server_is_restarted(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[date] = []

    def made(seen: object, place: object, url: object) -> list:
        asked.append(context.today())
        return []

    monkeypatch.setattr("trygghet.web.feed_routes.entries", made)
    monkeypatch.setattr(
        "trygghet.web.feed_routes.feed_updated", lambda *_: moment("2026-11-22T12:00Z")
    )
    days = [date(2030, 1, 1), date(2030, 1, 1), date(2030, 1, 2)]
    for day in days:
        monkeypatch.setattr(context, "today", lambda day=day: day)
        assert ask("/flode/dalby.atom").status == 200
    assert asked == [days[0], days[2]]  # kept for a day, not longer
