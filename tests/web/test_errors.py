"""When something fails the reader gets Swedish words and a code, never a traceback."""

import re

import pytest

from trygghet.web.errors import not_found, on_script_error, server_error
from trygghet.words import text

SECRET = "hemligt"


@pytest.mark.parametrize(
    "path", ["/finns-inte", "/by/finns-inte", "/humans.txt", "/index.html", "/by/_stcore/health"]
)
def test_an_address_without_a_page_is_404_in_swedish(get, path):
    answer = get(path, accept="text/html,*/*", accept_encoding="gzip")
    html = answer.body.decode()
    assert answer.status == 404
    assert '<html lang="sv">' in html
    assert f"<h1>{text('server-not-found-title')}</h1>" in html
    assert '<a href="/">' in html


def test_a_program_gets_the_404_as_text(get):
    answer = get("/finns-inte")
    assert answer.status == 404
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.body.decode() == text("server-not-found-body")


def test_a_failing_file_shows_a_code_that_is_found_in_the_log(get, server):
    answer = get("/test/fails", accept="text/html")
    html = answer.body.decode()
    assert answer.status == 500
    assert f"<h1>{text('server-error-title')}</h1>" in html
    assert SECRET not in html and "Traceback" not in html
    code = re.search(r"\b[0-9a-f]{6}\b", html.split("<h1>")[1])
    assert code
    assert f"Failure {code[0]}: RuntimeError" in server.log.read_text(encoding="utf-8")


def test_what_goes_into_an_error_page_is_escaped(monkeypatch):
    monkeypatch.setattr("trygghet.web.errors.text", lambda key, **_: "<script>&")
    for answer in (not_found(_Browser()), server_error(_Browser(), ValueError())):
        html = bytes(answer.body).decode()
        assert "<script>" not in html
        assert "&lt;script&gt;&amp;" in html


def test_streamlit_adds_no_english_message_to_ours():
    assert on_script_error(ValueError(SECRET)) is True


def test_an_error_page_is_readable_in_the_dark(get):
    html = get("/finns-inte", accept="text/html").body.decode()
    assert 'content="light dark"' in html
    assert "prefers-color-scheme: dark" in html


def test_an_error_page_needs_nothing_else_from_the_server(get):
    html = get("/finns-inte", accept="text/html").body.decode()
    assert not re.search(r"<script|<link|<img|url\(", html)


class _Browser:
    def __init__(self) -> None:
        self.headers = {"accept": "text/html"}
        self.query_params: dict[str, str] = {}
