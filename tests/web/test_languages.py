"""A reader gets the language that the address names, and stays in it."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from our_routes import SITE, ask
from shipped_files import EXAMPLE, PROMISES, REAL

from trygghet.words.catalogue import site_catalogue
from trygghet.words.language import LOCALES, language, speaking

swedish, english = site_catalogue("sv"), site_catalogue("en")
pytestmark = pytest.mark.usefixtures("releases")
either_promise = pytest.mark.parametrize("promise", PROMISES, ids=str)
BY = REAL.villages[0]["id"]


def test_an_english_reader_gets_english_and_says_so_to_the_browser():
    html = ask("/sida/", lang="en").text
    assert '<html lang="en">' in html
    assert english("static-app") in html and swedish("static-app") not in html
    assert '<html lang="sv">' in ask("/sida/").text


@either_promise
def test_every_link_of_a_page_stays_in_the_language(promise):
    village = promise.villages[0]["id"]
    html = ask(f"/sida/{village}", data=promise.id, lang="en").text
    links = re.findall(r'<a(?: [^>]*)? href="(/[^"]*)"([^>]*)>', html)
    assert len(links) > 10
    elsewhere = [url for url, more in links if "lang=en" not in url and "hreflang" not in more]
    assert elsewhere == []


@either_promise
def test_the_other_language_is_one_click_away_on_the_same_page(promise):
    village = promise.villages[0]["id"]
    given = {} if promise is REAL else {"data": promise.id}
    for spoken, other in (("sv", "en"), ("en", "sv")):
        html = ask(f"/sida/{village}", lang=spoken, **given).text
        links = re.findall(rf'<a href="([^"]+)" hreflang="{other}" lang="{other}">([^<]+)<', html)
        ((url, name),) = links
        assert name == site_catalogue(other)("site-language")
        assert f'<html lang="{other}">' in ask(url.replace("&amp;", "&")).text


def test_search_engines_find_each_language_of_a_page():
    for spoken in LOCALES:
        html = ask(f"/sida/{BY}", lang=spoken).text
        found = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html))
        swedish_page = f"{SITE}/sida/{BY}"
        assert found == {
            "sv": swedish_page,
            "en": f"{swedish_page}?lang=en",
            "x-default": swedish_page,
        }
        assert f'<link rel="canonical" href="{found[spoken]}">' in html


def test_an_unknown_language_is_told_with_the_choices():
    answer = ask("/sida/", lang="fi")
    assert answer.status == 400 and "en, sv" in answer.text


def test_errors_speak_the_language_of_the_address():
    assert (
        english("unknown-village-title")
        in ask("/sida/xyz", headers={"accept": "text/html"}, lang="en").text
    )
    assert english("server-not-found-body") in ask("/finns/inte", lang="en").text
    assert swedish("server-not-found-body") in ask("/finns/inte").text


def test_readers_at_the_same_time_do_not_change_each_others_language():
    wanted = ["sv", "en"] * 20
    with ThreadPoolExecutor(8) as pool:
        pages = list(pool.map(lambda one: ask("/sida/", lang=one).text, wanted))
    assert [re.findall(r'<html lang="(..)"', page) for page in pages] == [[one] for one in wanted]


def test_a_language_ends_with_what_spoke_it():
    with speaking("en"):
        assert language() == "en"
    assert language() == "sv"
    with pytest.raises(KeyError), speaking("xx"):
        pass


def test_the_example_is_marked_as_invented_in_english_too():
    html = ask(f"/sida/{EXAMPLE.villages[0]['id']}", data=EXAMPLE.id, lang="en").text
    assert english("site-example-mark") in html and english("site-example-banner") in html
