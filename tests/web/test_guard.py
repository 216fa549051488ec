"""What is closed is closed, and pages carry their protection."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from trygghet.web.guard import Guard, content_security_policy
from trygghet.words import text
from trygghet.words.language import speaking

CLOSED = [
    "/_stcore",
    "/_stcore/upload_file/a/b",
    "/_stcore/script-health-check",
    "/_stcore/bidi-components/a",
    "/media/a",
    "/component/a/b",
    "/app/static/a",
    "/auth/login",
    "/auth/logout",
    "/oauth2callback",
    "/manifest.json",
    "//evil.example",
    "//evil.example/sida/",
    "/sida/..%2f..%2fetc/passwd",
    "/data/%2e%2e/%2e%2e/x.duckdb",
    "/sida/%00",
    "/sida/a%0d%0aset-cookie:a=b",
    "/sida/a%5cb",
    "/_stcore/metrics",
    "/_stcore/metrics/",
    "/_stcore/agent",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/interact",
    "/_stcore/agent/mcp",
    "/_stcore/%61gent/mcp",
]


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize("method", ["GET", "OPTIONS"])
def test_nobody_reads_the_servers_figures_or_drives_it_as_a_program(get, path, method):
    answer = get(path, method=method)
    assert answer.status == 404
    assert answer.body.decode() == text("server-not-found-body")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"])
@pytest.mark.parametrize("path", ["/", "/sida/", "/data/", "/_stcore/upload_file/a/b", "/media/a"])
def test_nobody_leaves_anything_on_the_server(get, path, method):
    answer = get(path, method=method)
    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert answer.body.decode() == text("refused-method")


@pytest.mark.parametrize("path", ["/", "/robots.txt", "/static/js/a.js", "/_stcore/health"])
def test_an_address_that_no_page_has_is_not_read_to_its_end(get, path):
    assert get(f"{path}?x={'a' * 1_900}").status in (200, 400, 404)
    answer = get(f"{path}?x={'a' * 2_000}", accept="text/html")
    assert answer.status == 414
    assert text("refused-long", most=2_000) in answer.body.decode()
    assert get(f"{path}?x={'%C3%A5' * 400}").status == 414


def test_a_refusal_is_in_the_readers_language(get):
    answer = get(f"/?lang=en&x={'a' * 2_000}", accept="text/html")
    assert '<html lang="en">' in answer.body.decode()
    with speaking("en"):
        assert text("refused-long", most=2_000) in answer.body.decode()


def test_headers_that_no_browser_sends_are_refused(get):
    assert get("/", cookie="a" * 14_000).status == 200
    answer = get("/", cookie="a" * 16_000)
    assert (answer.status, answer.body.decode()) == (431, text("refused-headers"))


def test_a_proxy_can_still_ask_whether_the_server_lives(get):
    assert get("/_stcore/health").status == 200


@pytest.mark.parametrize("path", ["/", "/by", "/finns-inte", "/test/options", "/_stcore/metrics"])
def test_every_answer_tells_the_browser_what_is_allowed(get, path):
    headers = get(path, accept="text/html").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/", "/by", "/finns-inte"])
def test_a_page_can_use_nothing_of_a_readers_device(get, path):
    headers = get(path, accept="text/html").headers
    assert headers["cross-origin-opener-policy"] == "same-origin"
    denied = headers["permissions-policy"].split(", ")
    assert {"camera=()", "geolocation=()", "microphone=()", "usb=()"} < set(denied)
    assert all(one.endswith("=()") for one in denied)


def test_only_a_site_on_https_asks_browsers_to_keep_to_it(get, monkeypatch):
    assert "strict-transport-security" not in get("/").headers
    assert "strict-transport-security" not in asked_of("http://a.example", monkeypatch)
    sent = asked_of("https://a.example", monkeypatch)
    assert sent["strict-transport-security"] == "max-age=31536000"


def asked_of(site: str, monkeypatch: pytest.MonkeyPatch) -> Mapping[str, str]:
    monkeypatch.setenv("TRYGGHET_URL", site)
    app = Guard(PlainTextResponse("x"), content_security_policy(""))
    return TestClient(app, base_url=site).get("/").headers


def test_other_sites_scripts_read_the_open_data_only(get):
    for path in ("/", "/by", "/_stcore/health", "/_stcore/host-config", "/finns-inte"):
        headers = get(path, origin="https://evil.example").headers
        assert "access-control-allow-origin" not in headers


def test_no_other_page_may_steer_the_app_by_messages(get):
    assert json.loads(get("/_stcore/host-config").body)["allowedOrigins"] == []


def test_an_injected_script_does_not_run(get):
    policy = get("/by").headers["content-security-policy"]
    scripts = next(rule for rule in policy.split("; ") if rule.startswith("script-src"))
    assert re.fullmatch(r"script-src 'self' 'sha256-[\w+/=]+'", scripts)
    assert "default-src 'none'" in policy


def test_the_hash_is_that_of_the_script_in_the_document_sent(get):
    inline = re.findall(r"<script>(.*?)</script>", get("/").body.decode(), re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(inline[0].encode()).digest()).decode()
    assert len(inline) == 1
    assert digest in get("/").headers["content-security-policy"]


def test_scripts_do_not_carry_the_policy_a_hundred_times(get):
    headers = get("/static/js/finns-inte.js").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "content-security-policy" not in headers
