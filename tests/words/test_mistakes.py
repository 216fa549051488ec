"""A letter about a mistake says what it is about, and arrives as it was written."""

from dataclasses import replace
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from judged import plain
from nasty_folder import SIGNS
from opened_page import Node, OpenedPage
from shipped_files import EXAMPLE, PROMISES, REAL, ShippedPromise

from trygghet.release.rows import Place
from trygghet.words import text
from trygghet.words.answers import Answer, Link
from trygghet.words.cards import ActivityCard
from trygghet.words.mistakes import LONGEST, Viewed, activity_mistake, answer_mistake

CARD = ActivityCard(
    "P04", "ongoing", "Polis i byn", "Pågår", "Mer synlig polis.", (), (), (), Link("Källa", None)
)
PLACE = Place("genarp", "Genarp", "village", "yes", None, None, None, "kalla")
VIEWED = Viewed(
    "https://trygghet.example/by?by=genarp&v=3", "Tryggt & säkert", 3, "22 november 2026",
    invented=False, recipient="fel@trygghet.example",
)  # fmt: skip


def letter(link: str) -> tuple[str, str, str]:
    """Recipient, subject and body as a mail program reads them."""
    parts = urlsplit(link)
    assert parts.scheme == "mailto" and parts.query.count("&") == 1 and not parts.fragment
    fields = dict(parse_qsl(parts.query, strict_parsing=True))
    return unquote(parts.path), fields["subject"], fields["body"]


def test_a_letter_arrives_without_what_was_filled_in() -> None:
    link = activity_mistake(CARD, VIEWED)
    assert link.title == "Stämmer det inte? Aktiviteten Polis i byn"
    assert letter(link.url) == (
        "fel@trygghet.example",
        "Stämmer det inte? Aktiviteten Polis i byn (P04)",
        "Det står: Pågår. Mer synlig polis.\r\n"
        "Sidan: https://trygghet.example/by?by=genarp&v=3\r\n"
        "Löftet: Tryggt & säkert, utgåva 3, 22 november 2026\r\n"
        "\r\nVad stämmer inte?\r\n\r\n\r\nVar kan vi se hur det är?\r\n",
    )
    assert "%C3%A5" in link.url and "%0D%0A" in link.url and "%26v%3D3" in link.url
    assert activity_mistake(CARD, replace(VIEWED, recipient="")).url.startswith("mailto:?subject=")


@pytest.mark.parametrize("said", [SIGNS, "å\n\r\t%0D&body=x#?+;=", "👩‍👩‍👧 \u202e\ud7ff"])
def test_a_text_of_the_data_becomes_a_part_of_the_link(said: str) -> None:
    card = replace(CARD, title=said, description=said)
    _, subject, body = letter(activity_mistake(card, VIEWED).url)
    assert subject == f"Stämmer det inte? Aktiviteten {said} (P04)".replace("\n", "\r\n")
    assert f"Det står: Pågår. {said}".replace("\n", "\r\n") in body


@pytest.mark.parametrize("sign", ["a", "å", "👩", " ", "&"])
def test_a_mail_program_cuts_the_letter(sign: str) -> None:
    long = sign * 3_000
    card = replace(CARD, id="P" * 300, title=long, description=long)
    viewed = replace(VIEWED, address=VIEWED.address + "&x=" + long, promise=long)
    for invented in (False, True):
        url = activity_mistake(card, replace(viewed, invented=invented)).url
        assert len(url) <= 2_000
        _, _, body = letter(url)
        assert body.endswith("Var kan vi se hur det är?\r\n") and "Vad stämmer inte?" in body
        assert "Sidan: https://trygghet.example/by\r\n" in body
    # With an ordinary title only the sentence is cut, and says so.
    url = activity_mistake(replace(CARD, description=f"{sign}." * 3_000), VIEWED).url
    assert LONGEST - 20 < len(url) <= LONGEST
    assert "…\r\nSidan: https://trygghet.example/by?by=genarp&v=3\r\n" in letter(url)[2]


def test_the_invented_is_reported_as_a_mistake() -> None:
    answer = Answer("crimes", "Vad visar de?", "Exempel: 3.", "3")
    link = answer_mistake(answer, PLACE, replace(VIEWED, invented=True))
    _, subject, body = letter(link.url)
    assert subject == (
        "Påhittat exempel: Stämmer det inte? Svaret för Genarp: Vad visar de? (crimes genarp)"
    )
    assert body.startswith("Allt i exemplet är påhittat. Du behöver inte skicka brevet.\r\n")


def mistakes(node: Node) -> list[Node]:
    found = node.find_all("a", "t-mistake")
    for one in found:
        assert one.text == "Stämmer det inte?"
        assert one.attributes["aria-label"].startswith("Stämmer det inte? ")
    return found


def of(node: Node, promise: ShippedPromise) -> tuple[str, str]:
    """Subject and body of the one link in an element."""
    (link,) = mistakes(node)
    recipient, subject, body = letter(link.attributes["href"])
    assert recipient == "" and len(link.attributes["href"]) <= LONGEST
    assert subject.startswith("Påhittat exempel: ") is (promise is EXAMPLE)
    assert f"Löftet: {promise.file['title']}, utgåva 1, 22 november 2026" in body
    (address,) = [line[7:] for line in body.split("\r\n") if line.startswith("Sidan: ")]
    assert dict(parse_qsl(urlsplit(address).query))["v"] == "1"
    return subject, body


@pytest.mark.parametrize("promise", PROMISES, ids=lambda one: one.id)
def test_a_figure_or_an_activity_has_no_way_to_object(open_page, promise) -> None:
    village = promise.villages[1]
    pages: dict[str, OpenedPage] = {
        "oversikt": open_page("oversikt", **promise.address),
        "by": open_page("by", **promise.address, by=village["id"]),
        "aktiviteter": open_page("aktiviteter", **promise.address),
    }
    compared = 0
    for name, page in pages.items():
        assert page.failures == []
        for card in page.tree.find_all("li", "t-activity"):
            subject, body = of(card, promise)
            assert subject.endswith(f"({card.attributes['id']})")
            assert card.find("strong").text in plain(subject)
        for comparison in page.tree.find_all("section", "t-comparison"):
            compared += 1
            subject, body = of(comparison, promise)
            indicator, place, *_ = subject.rsplit("(", 1)[1].rstrip(")").split()
            sentence = comparison.find("p", "t-sentence").text
            assert f"Det står: {sentence}" in plain(body)
            titles = {one["id"]: one["title"] for one in promise.rows("indicators")}
            names = {one["id"]: one["name"] for one in promise.rows("places")}
            assert f"{titles[indicator]} i {names[place]}:" in sentence
        for answer in page.tree.find_all("section", "t-answer"):
            subject, body = of(answer, promise)
            assert answer.find("h2").text in subject
            assert answer.find("p", "t-sentence").text.removeprefix("Exempel: ") in plain(body)
        view = {"oversikt": "/?", "by": f"by={village['id']}", "aktiviteter": "/aktiviteter?"}
        assert all(view[name] in letter(one.attributes["href"])[2] for one in mistakes(page.tree))
        # A table of figures has one, not one a cell.
        assert len(mistakes(page.tree)) < 80
    assert compared > 4
    cards = [one for one in pages["oversikt"].tree.find_all("section") if one.find_all("h3")]
    assert [of(one, promise)[0].rsplit("(", 1)[1] for one in cards] == [
        f"{one['id']})" for one in promise.villages
    ]
    said = text("mistake-no-recipient")
    assert (said in pages["by"].text) is (promise is REAL)
