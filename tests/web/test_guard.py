"""What is closed is closed, and pages carry their protection."""

import base64
import hashlib
import re

import pytest

from trygghet.words import text

CLOSED = [
    "/_stcore/metrics",
    "/_stcore/metrics/",
    "/_stcore/agent",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/interact",
    "/_stcore/agent/mcp",
    "/_stcore/%61gent/mcp",
]


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_nobody_reads_the_servers_figures_or_drives_it_as_a_program(get, path, method):
    answer = get(path, method=method)
    assert answer.status == 404
    assert answer.body.decode() == text("server-not-found-body")


def test_a_proxy_can_still_ask_whether_the_server_lives(get):
    assert get("/_stcore/health").status == 200


@pytest.mark.parametrize("path", ["/", "/by", "/finns-inte", "/test/options", "/_stcore/metrics"])
def test_every_answer_tells_the_browser_what_is_allowed(get, path):
    headers = get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert headers["permissions-policy"] == "camera=(), geolocation=(), microphone=()"
    assert "frame-ancestors 'self'" in headers["content-security-policy"]


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
