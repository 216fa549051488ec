"""The card that other sites show: true on its own, and grey when its figures are old."""

import re
from dataclasses import replace
from datetime import date

import pytest

from trygghet.paper.kort import WIDTH, card, card_html, embed_code
from trygghet.views import context as views_context
from trygghet.views.village import Village

LINK = "https://trygghet.example/sida/by"


def test_a_card_says_something_else_than_the_site(village: Village) -> None:
    shown = card(village, LINK)
    mark = village.seen.mark
    for (about, said), answer in zip(shown.said, village.answers(), strict=True):
        assert about and said.startswith(mark(answer.brief))
    html = card_html(shown)
    assert len(html.encode()) < 10_000
    assert "<script" not in html and re.findall(r'(?:src|href)="([^"]+)', html) == [LINK]
    assert 'target="_blank" rel="noopener"' in html
    assert shown.dated in html and shown.time in html


def test_an_invented_card_can_be_taken_for_a_real_one(village: Village) -> None:
    shown, example = card(village, LINK), village.seen.promise.is_example
    said = [shown.title, *(sentence for _, sentence in shown.said)]
    assert {one.startswith("Exempel: ") for one in said} == {example}
    assert ("Påhittat exempel</p>" in card_html(shown)) is example
    assert ("Exempel: " in embed_code(shown, LINK)) is example


def test_an_index_does_not_say_which_way_is_worse(village: Village) -> None:
    _, said = card(village, LINK).said[-1]
    assert ("Högre = mer problem." in said) is bool(re.search(r"\d,\d", said))


def test_a_reader_of_a_card_thinks_that_the_promise_still_holds(village: Village) -> None:
    over = "Den är slut." in card(village, LINK).time
    assert over is not village.seen.promise.is_example


@pytest.mark.parametrize(("today", "late"), [("2021-07-15", False), ("2021-07-16", True)])
def test_old_figures_look_new_on_another_site(
    today: str, late: bool, largest: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    published = replace(largest.seen.promise, kind="published")
    village = replace(largest, seen=replace(largest.seen, promise=published))
    monkeypatch.setattr(views_context, "today", lambda: date.fromisoformat(today))
    html = card_html(card(village, LINK))
    told = "Sidan skulle ha uppdaterats senast den 15 juli 2021. Siffrorna kan vara gamla."
    assert (told in html) is late
    assert ('class="old"' in html) is late


@pytest.mark.browser
def test_a_card_does_not_fit_its_frame(largest: Village, chromium: object) -> None:
    shown = card(largest, LINK)
    height = int(re.findall(r'height="(\d+)"', embed_code(shown, LINK))[0])
    page = chromium.new_page(viewport={"width": WIDTH, "height": height})  # type: ignore[attr-defined]
    page.set_content(card_html(shown))
    size = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    assert page.evaluate(size) == [WIDTH, height]
    page.set_viewport_size({"width": 260, "height": height})
    assert page.evaluate(size)[0] == 260
    page.set_content(card_html(replace(shown, old=True)))
    assert page.evaluate("getComputedStyle(document.documentElement).filter") == "grayscale(1)"


def test_a_hostile_name_becomes_code_on_another_site(nasty: Village) -> None:
    shown = card(nasty, LINK)
    assert '<b title="x">' in shown.title
    assert '<b title="x">' not in card_html(shown)
    code = embed_code(shown, LINK)
    assert code.count("<") == 2 and 'title="Exempel: Låtsasköping &lt;b' in code
