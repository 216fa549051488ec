"""The site's own script reaches the browser, and loosens nothing on the way."""

import gzip
import re

import pytest

from trygghet.web import guard
from trygghet.web.document import index_path, with_holes
from trygghet.web.routes import routes
from trygghet.web.script import ADDRESS, FILE

TAG = f'<script src="{ADDRESS}" defer></script>'


@pytest.mark.parametrize("path", ["/", "/by", "/by?by=genarp"])
def test_no_page_is_left_with_copy_buttons_that_do_nothing(get, path):
    assert get(path).body.decode().count(TAG) == 1


def test_no_page_waits_for_the_copy_buttons_before_it_shows(get):
    html = get("/").body.decode()
    assert html.index("</template>") < html.index(TAG) < html.index("</head>")


def test_a_slow_phone_reads_the_app_s_scripts_before_it_shows_the_answer(get):
    html = get("/by?by=genarp").body.decode()
    (app,) = re.findall(r'<template id="t-app">.*?</template>', html, re.DOTALL)
    assert app.count('<script type="module"') == 1
    first = re.findall(r"""(?:src|href)="(?:\./static/js|/trygghet)[^"]*""", html.replace(app, ""))
    assert first == [f'src="{ADDRESS}']


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_the_browser_takes_the_script_for_a_script(get, encoding):
    answer = get(ADDRESS, accept_encoding=encoding)
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    packed = answer.headers.get("content-encoding") == "gzip"
    assert (gzip.decompress(answer.body) if packed else answer.body) == FILE.read_bytes()


def test_a_returning_reader_downloads_the_script_only_when_it_changed(get):
    first = get(ADDRESS).headers
    assert first["cache-control"] == "no-cache"
    again = get(ADDRESS, if_none_match=f'"older", {first["etag"]}')
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == first["etag"]
    assert get(ADDRESS, if_none_match='W/"older"').status == 200


def test_only_reading_the_script_is_possible(get):
    assert get(ADDRESS, method="HEAD").status == 200
    assert get(ADDRESS, method="POST").status == 405


def test_an_injected_script_does_not_run_because_of_ours(get):
    html = with_holes(index_path().read_text(encoding="utf-8"))
    without = html.replace(TAG, "")
    assert without != html
    policy = get("/").headers["content-security-policy"]
    assert policy == guard.content_security_policy(without)


def test_the_script_has_no_way_to_make_code_or_markup_of_what_it_copies():
    source = FILE.read_text(encoding="utf-8")
    ways = r"eval|Function\(|innerHTML|outerHTML|insertAdjacent|document\.write|https?:"
    assert re.findall(ways, source) == []


def test_an_installation_without_the_script_does_not_start(monkeypatch, tmp_path):
    monkeypatch.setattr("trygghet.web.script.FILE", tmp_path / "sidan.js")
    with pytest.raises(FileNotFoundError):
        routes("oversikt")
