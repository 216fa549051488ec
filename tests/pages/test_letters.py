"""Wherever a page says that something is not published, a reader can ask for it there and then."""

from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from clipboard import on_clipboard
from judged import goals
from opened_page import Node
from shipped_files import PROMISES, ShippedPromise

from trygghet.words import text

either_promise = pytest.mark.parametrize("promise", PROMISES, ids=str)
every_page = pytest.mark.parametrize("name", ["oversikt", "by", "data"])


def asked(node: Node) -> list[Node]:
    """What unfolds under "Begär ut uppgiften", one for each thing that is not published."""
    return node.find_all("details", "t-letters")


def wanted(name: str, promise: ShippedPromise, village: str = "") -> list[dict[str, str]]:
    """The rows that the page lists, in its order."""
    items = promise.rows("not_published")
    if name == "by":
        here = {promise.area, village or promise.villages[0]["id"]}
        return [one for one in items if here & set(one["places"].split(";"))]
    return items


def holds(letters: Node, row: dict[str, str], promise: ShippedPromise) -> None:
    """The letters ask for that row, of each of its authorities, and can be copied as they are."""
    names = {one["id"]: one["name"] for one in promise.file["authorities"]}
    assert letters.find("summary").text == text("letter-title")
    each = letters.find_all("details")
    authorities = [names[id_] for id_ in row["authorities"].split(";")]
    assert [one.find("summary").text for one in each] == [f"Brev till {n}" for n in authorities]
    for one, authority in zip(each, authorities, strict=True):
        shown = one.find("blockquote").text
        assert row["asked_for"] in shown and f"Till {authority} Hej!" in shown
        (button,) = one.find_all("button")
        copied = unquote(button.attributes["data-copy"])
        assert " ".join(copied.split()) == shown
        assert {button.attributes[name] for name in ("data-copied", "data-failed")} == {
            text("copy-copied"),
            text("copy-failed"),
        }
        links = [link.attributes["href"] for link in one.find_all("a")]
        if promise.is_example:
            assert copied.startswith(text("letter-invented")) and links == []
        else:
            (link,) = links
            assert link.startswith("mailto:?subject=")
            assert text("letter-no-address") in one.text


@every_page
@either_promise
def test_something_listed_as_not_published_cannot_be_asked_for(open_page, promise, name):
    page = open_page(name, **promise.address)
    assert page.failures == []
    rows = wanted(name, promise)
    assert len(asked(page.tree)) == len(rows)
    for letters, row in zip(asked(page.tree), rows, strict=True):
        holds(letters, row, promise)


@either_promise
def test_a_goal_that_lacks_something_does_not_lead_to_it(open_page, promise):
    page = open_page("mal", **promise.address)
    lacking = [goal.topic for goal in goals(promise) if goal.state == "not_assessable"]
    rows = {row["title"]: row for row in promise.rows("not_published") if row["topic"] in lacking}
    items = [
        item
        for card in page.tree.find_all("section", "t-goal-card")
        for item in card.find_all("li")
    ]
    assert len(items) == len(asked(page.tree)) == len(rows)
    for item in items:
        (row,) = [row for title, row in rows.items() if item.text.startswith(title)]
        (letters,) = asked(item)
        holds(letters, row, promise)


@either_promise
def test_a_village_s_own_letters_are_missing(open_page, promise):
    for village in promise.villages:
        page = open_page("by", by=village["id"], **promise.address)
        rows = wanted("by", promise, village["id"])
        assert rows
        for letters, row in zip(asked(page.tree), rows, strict=True):
            holds(letters, row, promise)


def test_a_lone_letter_is_hidden_behind_one_click_more(open_page):
    for promise in PROMISES:
        for letters in asked(open_page("oversikt", **promise.address).tree):
            each = letters.find_all("details")
            assert ["open" in one.attributes for one in each] == [len(each) == 1] * len(each)


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_a_letter_cannot_be_opened_read_and_copied(tab, dashboard, width):
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(f"{dashboard.url}/by?by=genarp")
    tab.locator(".t-footer").wait_for()
    item = tab.locator(".t-unpublished > details").first
    item.locator("summary").first.click()
    item.locator(".t-letters > summary").click()
    letter = item.locator(".t-letters > details").first
    letter.locator("summary").click()
    main = tab.locator('[data-testid="stMain"]')
    assert main.evaluate("(one) => one.scrollWidth - one.clientWidth") == 0
    shown = letter.locator("blockquote").inner_text()
    link = letter.get_by_role("link", name=text("letter-open"))
    letter.get_by_role("button", name=text("letter-copy")).click()
    letter.get_by_role("button", name=text("copy-copied"), exact=True).wait_for()
    copied = on_clipboard(tab)
    assert copied == shown
    assert copied.startswith("Till Lunds kommun\n\nHej!\n\n")
    fields = dict(parse_qsl(urlsplit(link.get_attribute("href")).query))
    assert fields["body"].replace("\r\n", "\n") == copied
