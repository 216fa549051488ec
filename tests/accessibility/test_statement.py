"""The accessibility statement says all that the law asks for, and no more than is so."""

import re

import pytest
from shipped_files import EXAMPLE, REAL

from trygghet.words import text
from trygghet.words.accessibility import CHECKED, SHORTCOMINGS, SUPERVISION, WRITTEN
from trygghet.words.language import speaking
from trygghet.words.numbers import day

PATH = "/sida/tillganglighet"
OWNER, MAIL = "Påhittade kommunen", "kontakt@pahittat.example"


@pytest.fixture
def owned(monkeypatch):
    monkeypatch.setenv("TRYGGHET_OWNER", OWNER)
    monkeypatch.setenv("TRYGGHET_MAIL", MAIL)


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_has_all_that_the_guidance_lists(client, owned, language):
    html = client.get(f"{PATH}?lang={language}").text
    said = plain(html)
    with speaking(language):
        assert f'<html lang="{language}">' in html
        for key in (
            "page-tillganglighet",
            "tillganglighet-level",
            "tillganglighet-burden",
            "tillganglighet-outside",
            "tillganglighet-how",
            "tillganglighet-how-not",
            "tillganglighet-report",
            "tillganglighet-forms",
            "tillganglighet-supervision",
        ):
            assert text(key) in said, key
        assert text("tillganglighet-owner", owner=OWNER) in said
        assert text("tillganglighet-checked", date=day(CHECKED)) in said
        assert text("tillganglighet-written", date=day(WRITTEN)) in said
        for one in SHORTCOMINGS:
            assert one.said in said
    assert REAL.file["title"] in said and f'href="{SUPERVISION}"' in html
    assert f'href="mailto:{MAIL}?' in html


def test_where_nobody_is_named_it_says_so_and_invents_nobody(client, monkeypatch):
    monkeypatch.delenv("TRYGGHET_OWNER", raising=False)
    monkeypatch.delenv("TRYGGHET_MAIL", raising=False)
    html = client.get(f"{PATH}?data={EXAMPLE.id}").text  # the other is kept with its owner
    assert text("tillganglighet-no-owner") in plain(html)
    assert text("tillganglighet-no-report") in plain(html)
    assert "mailto:" not in html


def test_it_claims_full_conformance_only_where_nothing_falls_short(client):
    said = plain(client.get(PATH).text)
    assert SHORTCOMINGS
    assert "delvis förenlig" in said and "helt förenlig" not in said
    assert "Ingen utomstående har granskat" in said


def test_the_app_shows_the_same(client, open_page):
    page = open_page("tillganglighet")
    for key in ("tillganglighet-no-owner", "tillganglighet-level", "tillganglighet-how-not"):
        assert text(key) in page.text
    titles = re.findall(r"<h2>(.*?)</h2>", client.get(PATH).text)
    assert [one.text for one in page.tree.find_all("h2")] == titles


@pytest.mark.parametrize("name", ["oversikt", "by", "data", "tillganglighet"])
def test_every_page_leads_to_it(open_page, name):
    links = open_page(name).tree.find("footer").find_all("a")
    assert "/tillganglighet" in [one.attributes["href"] for one in links]


def test_every_page_without_javascript_leads_to_it(client):
    for path in ("/sida/", f"/sida/{REAL.villages[0]['id']}", "/data/", PATH):
        assert f'href="{PATH}"' in client.get(path).text
