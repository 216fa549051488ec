"""Streamlit's scripts come compressed, and are the same scripts."""

import asyncio
import gzip
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli
import pytest
from starlette.datastructures import Headers
from starlette.responses import Response
from streamlit import file_util
from streamlit_server import Answer

from trygghet.web.assets import NICENESS, CompressedAssets, CompressedFiles
from trygghet.web.encoding import accepts_gzip

STATIC = Path(file_util.get_static_dir())


@pytest.fixture(scope="module")
def script(get: Callable[..., Any]) -> str:
    """The address of the first script a page asks for, once it is compressed."""
    found = re.search(r'src="\.(/static/js/[^"]+)"', get("/").body.decode())
    assert found
    path = found[1]
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if "content-encoding" in get(path, method="HEAD", accept_encoding="gzip").headers:
            return path
        time.sleep(0.05)
    pytest.fail("no compressed script within 20 seconds")


def test_a_phone_downloads_a_third_and_gets_the_same_script(get, script):
    answer = get(script, accept_encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) == len(answer.body)
    original = (STATIC / script.lstrip("/")).read_bytes()
    assert gzip.decompress(answer.body) == original
    assert len(answer.body) < len(original) / 2.5


def test_a_browser_with_brotli_downloads_a_tenth_less_and_gets_the_same_script(
    monkeypatch, tmp_path, script
):
    # Beside tests that keep the processor busy it would wait for minutes.
    monkeypatch.setitem(NICENESS, "br", NICENESS["gzip"])
    original = (STATIC / script.lstrip("/")).read_bytes()
    (tmp_path / "a.js").write_bytes(original)
    files = CompressedFiles(tmp_path)
    files.start()
    files.wait()
    # The first one gets gzip at once, whoever comes when the brotli is ready gets that.
    first = answered(files, "gzip, br")
    assert first.headers["content-encoding"] == "gzip"
    deadline = time.monotonic() + 20
    while (answer := answered(files, "gzip, br")).headers["content-encoding"] != "br":
        assert time.monotonic() < deadline, "no brotli within 20 seconds"
        time.sleep(0.1)
    files.stop()
    assert brotli.decompress(answer.body) == original
    assert len(answer.body) < len(first.body) * 0.9
    assert answered(files, "gzip, br;q=0") == first


def test_no_reader_downloads_streamlits_fonts(get, script):
    html = get("/").body.decode()
    sheet = re.search(r'rel="stylesheet"[^>]*href="\.(/static/css/[^"]+)"', html)
    assert sheet
    read = gzip.decompress(get(sheet[1], accept_encoding="gzip").body)
    assert b"@font-face" not in read
    assert b"{" in read
    assert "woff" not in html


def test_a_client_without_gzip_gets_the_script_as_it_is(get, script):
    answer = get(script, accept_encoding="identity")
    assert "content-encoding" not in answer.headers
    assert answer.body == (STATIC / script.lstrip("/")).read_bytes()


def test_a_returning_reader_downloads_nothing_again(get, script):
    plain = get(script).headers
    compressed = get(script, accept_encoding="gzip").headers
    for name in ("cache-control", "content-type"):
        assert compressed[name] == plain[name]
    assert "immutable" in compressed["cache-control"]
    assert compressed["vary"] == "Accept-Encoding"


def test_head_tells_the_length_without_a_body(get, script):
    answer = get(script, method="HEAD", accept_encoding="gzip")
    assert answer.body == b""
    length = len(get(script, accept_encoding="gzip").body)
    assert int(answer.headers["content-length"]) == length


def test_a_resumed_download_counts_bytes_of_the_original(get, script):
    answer = get(script, accept_encoding="gzip", range="bytes=0-9")
    assert answer.status == 206
    assert answer.body == (STATIC / script.lstrip("/")).read_bytes()[:10]


@pytest.mark.parametrize(
    "path", ["/static/../index.html", "/static/%2e%2e/index.html", "/static/..%2f..%2fconfig.py"]
)
def test_no_path_leads_out_of_the_folder(get, path):
    answer = get(path, accept_encoding="gzip")
    assert answer.status in {400, 404}


def test_an_unknown_script_is_404_and_not_a_page(get):
    assert get("/static/js/finns-inte.js", accept_encoding="gzip").status == 404


def test_until_a_script_is_compressed_streamlit_serves_it(tmp_path):
    (tmp_path / "a.js").write_text("a" * 1000)
    files = CompressedFiles(tmp_path)
    assert answered(files).status == 418
    files.start()
    files.wait()
    assert answered(files).status == 200
    files.stop()


def test_the_server_stops_without_waiting_for_all_files(tmp_path):
    for number in range(50):
        (tmp_path / f"{number}.js").write_bytes(b"a" * 1_000_000)
    files = CompressedFiles(tmp_path)
    files.start()
    files.stop()
    headers = Headers({"accept-encoding": "gzip"})
    ready = [files.get(f"/static/{number}.js", headers) for number in range(50)]
    assert None in ready


@pytest.mark.parametrize(
    ("header", "accepted"),
    [
        ("gzip", True),
        ("GZIP;q=0.5, br", True),
        ("*", True),
        ("", False),
        ("br", False),
        ("gzip;q=0", False),
        ("*;q=0", False),
        ("gzip;q=0, *", False),
        ("gzip;q=nonsense", False),
    ],
)
def test_a_client_never_gets_what_it_cannot_unpack(header, accepted):
    assert accepts_gzip(Headers({"accept-encoding": header})) is accepted


def answered(files: CompressedFiles, accepted: str = "gzip") -> Answer:
    """What is sent for `/static/a.js`; status 418 where the request is passed on."""
    sent: list[Any] = []

    async def app(scope, receive, send):
        await Response(status_code=418)(scope, receive, send)

    async def send(message):
        sent.append(message)

    headers = [(b"accept-encoding", accepted.encode())]
    scope = {"type": "http", "method": "GET", "path": "/static/a.js", "headers": headers}
    asyncio.run(CompressedAssets(app, files)(scope, None, send))
    start, *parts = sent
    got = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], got, b"".join(part["body"] for part in parts))
