"""Whoever owns the figures finds the guide and can follow it, command by command."""

from typing import Any
from urllib.parse import unquote

import pytest
from clipboard import on_clipboard
from opened_page import Node, OpenedPage
from shipped_files import PROMISES, ShippedPromise

from trygghet.words import text
from trygghet.words.owner import KINDS

either_promise = pytest.mark.parametrize("promise", PROMISES, ids=str)
IMPORT = "trygghet import reports UTDRAG --to MAPP --source KÄLLA --first 2019-01 --last 2021-06"


def opened(open_page: Any, promise: ShippedPromise) -> OpenedPage:
    page: OpenedPage = open_page("agare", **promise.address)
    assert page.failures == []
    return page


def commands(node: Node) -> list[str]:
    return [code.text for code in node.find_all("code")]


@either_promise
def test_a_command_is_not_the_one_that_the_program_has(open_page, promise):
    page = opened(open_page, promise)
    by_whom = "--by NAMN --why SKÄL"
    assert commands(page.tree) == [
        ". .venv/bin/activate",
        "export TRYGGHET_DATA=LÖFTENAS-MAPP",
        IMPORT,
        f"{IMPORT} --write",
        "trygghet build MAPP",
        f"trygghet publish MAPP {by_whom}",
        f"trygghet rollback {promise.id} {by_whom}",
        f"trygghet rollback {promise.id} --to 3 {by_whom}",
        f"trygghet publish MAPP --withdraw 3 {by_whom}",
    ]


@either_promise
def test_a_copied_command_is_another_than_the_one_that_is_shown(open_page, promise):
    for block in opened(open_page, promise).tree.find_all("div", "t-copy"):
        shown, button = [child for child in block.children if isinstance(child, Node)]
        assert button.tag == "button" and shown.tag == "pre"
        assert unquote(button.attributes["data-copy"]) == shown.text
        assert button.attributes["data-failed"] == text("copy-failed")


@either_promise
def test_something_is_published_before_it_has_been_looked_at(open_page, promise):
    page = opened(open_page, promise)
    headings = [node.text for node in page.tree.find_all("h2")]
    order = ("needed", "import", "build", "publish", "rollback", "update", "stays", "ask")
    assert headings == [text(f"agare-{part}") for part in order]
    for part in ("import", "build", "publish"):
        (steps,) = page.section(text(f"agare-{part}")).find_all("ol")
        assert len(steps.find_all("li")) > 1
    first = page.section(text("agare-import")).find_all("li")[0]
    assert "Ingenting skrivs" in first.text and "--write" not in first.text


@either_promise
def test_the_owner_does_not_learn_what_stays_in_the_building(open_page, promise):
    page = opened(open_page, promise)
    stays = page.section(text("agare-stays")).text
    for said in ("Raderna i utdraget", "Antal från 1 till 4", "hide_below", "hela löftets område"):
        assert said in stays
    assert "utanför programmets mapp" in page.section(text("agare-needed")).text
    assert "update_months" in page.section(text("agare-update")).text


@either_promise
def test_an_extract_of_another_kind_has_no_command(open_page, promise):
    section = opened(open_page, promise).section(text("agare-import"))
    assert [word.text for word in section.find_all("dt")] == list(KINDS)
    assert [said.text for said in section.find_all("dd")] == [
        text(f"agare-kind-{kind}") for kind in KINDS
    ]


@either_promise
def test_the_guide_cannot_be_found_or_crowds_the_navigation(open_page, promise):
    page = open_page("data", **promise.address)
    (link,) = [link for link in page.links if link.attributes["page"] == "agare"]
    assert link.text == text("data-owner-link")
    assert (f"data={promise.id}" in link.attributes["query"]) == promise.is_example
    for name in ("oversikt", "agare"):
        shown = open_page(name, **promise.address)
        assert text("page-agare") not in [link.text for link in shown.links]
    assert promise.file["title"] in opened(open_page, promise).heading


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_a_command_cannot_be_read_or_copied(tab, dashboard, width):
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(f"{dashboard.url}/agare")
    tab.locator(".t-footer").wait_for()
    main = tab.locator('[data-testid="stMain"]')
    assert main.evaluate("(one) => one.scrollWidth - one.clientWidth") == 0
    tab.get_by_role("button", name=text("agare-copy")).nth(2).click()
    tab.get_by_role("button", name=text("copy-copied"), exact=True).wait_for()
    assert on_clipboard(tab) == IMPORT
