"""Every page is a document of ours, reached by any way."""

import asyncio
import gzip
import re

import pytest

import trygghet.web
from trygghet.web.document import (
    DocumentError,
    OurDocument,
    index_path,
    read_document,
    with_holes,
)
from trygghet.words import text

PAGES = ["/", "/by", "/by?by=genarp"]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_a_screen_reader_reads_swedish_also_on_a_deep_link(get, path, encoding):
    answer = get(path, accept_encoding=encoding, accept="text/html")
    assert answer.status == 200
    assert answer.headers.get("content-encoding", "identity") == encoding
    assert int(answer.headers["content-length"]) == len(answer.body)
    html = gzip.decompress(answer.body) if encoding == "gzip" else answer.body
    assert '<html lang="sv">' in html.decode()
    assert html == read_document(index_path()).plain().content


def test_a_reader_without_javascript_is_told_so_in_swedish(get):
    html = get("/by").body.decode()
    assert text("server-noscript-title") in html
    assert "You need to enable" not in html


def test_a_search_engine_shows_title_and_description(get):
    html = get("/").body.decode()
    assert f"<title>{text('server-title')}</title>" in html
    assert f'<meta name="description" content="{text("server-description")}">' in html


def test_no_reader_is_sent_to_the_closed_agent_api(get):
    html = get("/").body.decode()
    assert not re.search(r"agent|service-desc|_stcore", html)


def test_the_app_still_starts_from_the_document(get):
    original = index_path().read_text(encoding="utf-8")
    html = get("/").body.decode()
    assert '<div id="root"></div>' in html
    pattern = r'(?:src|href)="(\./static/[^"]+)"'
    needed = {one for one in re.findall(pattern, original) if not one.endswith(".woff2")}
    # And what the app asks for a moment later.
    early = {one for one in re.findall(pattern, html) if "/Html." in one or "/PageLink." in one}
    assert len(early) == 2 and "rehype-raw" not in html
    assert set(re.findall(pattern, html)) >= needed | early


def test_head_tells_the_length_without_a_body(get):
    answer = get("/by", method="HEAD", accept_encoding="gzip")
    assert answer.body == b""
    assert int(answer.headers["content-length"]) == len(get("/by", accept_encoding="gzip").body)


def test_a_returning_reader_downloads_the_document_only_when_it_changed(get):
    etag = get("/").headers["etag"]
    assert get("/by", if_none_match=etag).status == 304
    assert get("/by", if_none_match='"older"').status == 200
    assert get("/", if_modified_since="Fri, 01 Jan 2100 00:00:00 GMT").status == 200


def test_a_trailing_slash_leads_to_the_page(get):
    assert get("/by/").body == get("/by").body


@pytest.mark.parametrize(
    ("path", "pages", "status"),
    [
        ("/", [], 200),
        ("/by", ["by"], 200),
        ("/by", ["mal"], 404),
        ("/by", None, 200),
        ("/robots.txt", None, 404),
        ("/by/genarp", None, 404),
    ],
)
def test_only_what_can_be_a_page_opens_the_app(path, pages, status):
    document = read_document(index_path())
    sent = []

    async def streamlit(scope, receive, send):
        headers = [(b"etag", document.original_etag.encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"<html lang=en>"})

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b""}
    asyncio.run(OurDocument(streamlit, document, pages)(scope, None, send))
    assert [message.get("status") for message in sent] == [status, None]


@pytest.mark.parametrize(
    "marker",
    [
        '<html lang="en">',
        "<title>Streamlit</title>",
        'rel="service-desc"',
        "<noscript>",
        "</head>",
    ],
)
def test_a_streamlit_with_another_document_does_not_start(marker, tmp_path, monkeypatch):
    index = tmp_path / "index.html"
    original = index_path().read_text(encoding="utf-8")
    index.write_text(original.replace(marker, "", 1), encoding="utf-8")
    monkeypatch.setattr(trygghet.web, "index_path", lambda: index)
    with pytest.raises(DocumentError, match="Compare it with"):
        trygghet.web.middleware()


def test_a_marker_that_comes_twice_is_not_guessed_at():
    original = index_path().read_text(encoding="utf-8")
    with pytest.raises(DocumentError, match="has 2 of <title>"):
        with_holes(original + "<title>Streamlit</title>")
