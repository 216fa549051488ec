"""A reader copies a sentence with its source and the address of the very view."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote, unquote

import pytest
from clipboard import on_clipboard

from trygghet.fragments import render
from trygghet.words import text

browser = pytest.mark.browser

SENTENCE = "Genarp 2020: 100 % fler, 3 & 4 ”år” för åäö."
# An end tag or "-->" in an attribute makes Streamlit's sanitizer drop the attribute; "$&" and
# "%41" mean something to a replacement and to a decoder.
HOSTILE = [
    "Citat \" ' ` & slut",
    "<script>window.attacked = 1</script>",
    '"><img src=x onerror="window.attacked = 1">',
    "kommentar --> ]]> slut",
    "första raden\nandra raden\r\n\ttredje",
    "$& $1 %41 %zz {{ 7 * 7 }} &lt;b&gt; &amp;amp;",
    "<svg onload='window.attacked = 1'>",
]
# Takes the clipboard away, as a page without https has none.
NO_CLIPBOARD = """
Object.defineProperty(navigator, "clipboard", {value: undefined});
"""
NO_COPYING = NO_CLIPBOARD + "document.execCommand = () => false;"


class Attributes(HTMLParser):
    """The attributes of the button."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "button":
            self.button = dict(attrs)


@pytest.fixture
def page(tab: Any) -> Iterator[Any]:
    """A page that may use the clipboard, which holds something else; it must not complain."""
    complaints: list[str] = []

    def heard(said: Any) -> None:
        if said.type == "error":
            complaints.append(said.text)

    def failed(error: Any) -> None:
        complaints.append(str(error))

    tab.on("console", heard)
    tab.on("pageerror", failed)
    yield tab
    tab.remove_listener("console", heard)
    tab.remove_listener("pageerror", failed)
    assert complaints == []


@pytest.fixture
def copy_button(page: Any, server: Any) -> Callable[[str], Any]:
    """Open the page with a sentence, or with several, and find its button, or theirs."""

    def open_(*sentences: str) -> Any:
        asked = "&".join(f"mening={quote(one)}" for one in sentences)
        page.goto(f"{server.url}/kopiera?{asked}")
        found = page.locator("button[data-copy]")
        found.nth(len(sentences) - 1).wait_for()
        page.evaluate("navigator.clipboard.writeText('före')")
        return found

    return open_


def copied(page: Any) -> str:
    """What is on the clipboard, once the page says how the copying went."""
    page.locator("button[data-copy]").get_by_text(text("copy-button")).wait_for(state="detached")
    return on_clipboard(page)


def announced(page: Any) -> Any:
    return page.locator("body > [role=status][aria-live=polite]")


@browser
def test_a_reporter_gets_the_sentence_with_the_address_of_the_page(page, copy_button):
    copy_button(SENTENCE).click()
    assert copied(page) == f"{SENTENCE} Källa: {page.url}&v=4"
    assert "mening=Genarp" in page.url


@browser
def test_a_reporter_gets_the_address_of_the_view_chosen_last(page, copy_button):
    button = copy_button(SENTENCE)
    page.evaluate("history.pushState(null, '', '/kopiera?vy=$&by=genarp')")
    button.click()
    assert copied(page).endswith("/kopiera?vy=$&by=genarp&v=4")


@browser
@pytest.mark.parametrize(
    ("view", "cited"),
    [
        ("/kopiera", "/kopiera?v=4"),
        ("/kopiera?platser=a,b#c", "/kopiera?platser=a,b&v=4#c"),
        ("/kopiera?v=2&by=genarp", "/kopiera?v=2&by=genarp"),
    ],
)
def test_what_a_reporter_cites_shows_the_same_also_after_the_next_release(
    page, copy_button, view, cited
):
    button = copy_button(SENTENCE)
    page.evaluate(f"history.pushState(null, '', '{view}')")
    button.click()
    assert copied(page).endswith(cited)


@browser
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_reader_without_a_mouse_can_copy(page, copy_button, key):
    button = copy_button(SENTENCE)
    button.focus()
    page.keyboard.press(key)
    assert copied(page).startswith(SENTENCE)
    assert page.evaluate("document.activeElement.matches('button[data-copy]')")


@browser
def test_a_reader_who_tabs_reaches_the_button(page, copy_button):
    copy_button(SENTENCE)
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('button[data-copy]')"):
            return
    pytest.fail("not reached by the tab key")


@browser
def test_a_reader_who_sees_and_one_who_listens_learn_that_it_is_copied(page, copy_button):
    button = copy_button(SENTENCE)
    assert announced(page).count() == 1
    assert announced(page).inner_text() == ""
    button.click()
    page.get_by_role("button", name=text("copy-copied"), exact=True).wait_for()
    announced(page).get_by_text(text("copy-copied"), exact=True).wait_for()
    box = announced(page).bounding_box()
    assert box["width"] <= 1 and box["height"] <= 1


@browser
def test_the_button_says_what_it_does_again_also_after_two_clicks(page, copy_button):
    copy_button(SENTENCE).click()
    page.get_by_role("button", name=text("copy-copied"), exact=True).click()
    page.get_by_role("button", name=text("copy-button"), exact=True).wait_for(timeout=10_000)


@browser
def test_what_is_announced_after_the_copying_is_not_taken_back_with_it(page, copy_button):
    button = copy_button(SENTENCE)
    button.click()
    announced(page).get_by_text(text("copy-copied"), exact=True).wait_for()
    announced(page).evaluate("(region) => { region.textContent = 'Visar 12 av 51.'; }")
    button.get_by_text(text("copy-button"), exact=True).wait_for(timeout=10_000)
    page.wait_for_timeout(200)  # longer than the region is empty before something is said
    assert announced(page).inner_text() == "Visar 12 av 51."


@browser
@pytest.mark.parametrize("way", ["", NO_CLIPBOARD], ids=["clipboard", "selection"])
def test_no_sentence_is_changed_or_run_as_code_when_it_is_copied(page, copy_button, way):
    buttons, shown = copy_button(*HOSTILE), page.locator(".t-copy blockquote")
    page.evaluate(way)
    for number, sentence in enumerate(HOSTILE):
        buttons.nth(number).click()
        buttons.nth(number).get_by_text(text("copy-copied")).wait_for()
        assert on_clipboard(page) == f"{sentence} Källa: {page.url}&v=4"
        assert shown.nth(number).text_content() == re.sub(r"\s*\n\s*", " ", sentence)
    assert page.locator(".t-copy *").count() == 2 * len(HOSTILE)
    assert page.evaluate("window.attacked") is None


@browser
def test_a_reader_of_a_site_without_https_can_copy(page, copy_button):
    button = copy_button(SENTENCE)
    page.evaluate(NO_CLIPBOARD)
    button.click()
    assert copied(page) == f"{SENTENCE} Källa: {page.url}&v=4"
    announced(page).get_by_text(text("copy-copied"), exact=True).wait_for()
    assert page.evaluate("getSelection().toString()") == ""


@browser
def test_a_reader_is_told_when_nothing_was_copied_and_can_copy_by_hand(page, copy_button):
    button = copy_button(SENTENCE)
    page.evaluate(NO_COPYING)
    button.click()
    assert copied(page) == "före"
    announced(page).get_by_text(text("copy-failed"), exact=True).wait_for()
    assert page.evaluate("getSelection().toString()").strip() == SENTENCE


@browser
def test_a_reader_who_copies_something_else_afterwards_gets_that(page, copy_button):
    button = copy_button(SENTENCE)
    page.evaluate(NO_CLIPBOARD)
    button.click()
    copied(page)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('blockquote'))")
    page.keyboard.press("Control+C")
    assert on_clipboard(page).strip() == SENTENCE


@pytest.mark.parametrize("sentence", [SENTENCE, *HOSTILE])
def test_what_is_written_into_the_page_holds_no_markup_from_the_sentence(sentence):
    html = render("copy", sentence=sentence, copied=sentence)
    found = Attributes()
    found.feed(html)
    assert unquote(found.button["data-copy"]) == sentence
    assert re.fullmatch(r"[\w.~%/-]*", found.button["data-copy"], re.ASCII)
    assert found.button["type"] == "button"
    assert re.findall(r"<(\w+)", html) == ["div", "blockquote", "button"]


def test_the_buttons_words_are_swedish_and_from_the_catalogue():
    html = render("copy", sentence=SENTENCE, copied=SENTENCE)
    for key in ("copy-button", "copy-copied", "copy-failed"):
        assert text(key) in html
