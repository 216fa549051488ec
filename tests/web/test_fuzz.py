"""Addresses that nobody would write: an answer each, none of them a failure, and no growth.

Short here and always the same. `make fuzz` asks a site for as long as one likes, its pages too.
"""

import os
import re
import sys
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from our_routes import Answer, ask, every_address
from streamlit_server import ask as ask_server
from views import PAGES

from trygghet.files import FILES
from trygghet.release.store import store
from trygghet.web import answer

SITE = os.environ.get("FUZZ_URL", "")
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "60"))
NAMES = ["data", "v", "lang", "by", "sedan", "indikator", "platser", "jamfor", "period", "fokus"]
NAMES += sorted({one.name for file in FILES.values() for one in file.parameters})

KNOWN = ["exempel", "tryggt-ostra-lund", "genarp", "alla-brott", "sv", "en", "manad"]
ODD = [
    "",
    "-",
    ",",
    "0",
    "-1",
    "999999999",
    "1e9",
    "NaN",
    "\x00",
    "../../etc/passwd",
    "//evil.example",
]
ODD += ["%", "%0d%0aa:b", "' OR 1=1 --", "{{7*7}}", "<script>", "2021-02-30", "å" * 300, "٣"]

strange = st.text(max_size=60) | st.sampled_from([*KNOWN, *ODD])
queries = st.lists(st.tuples(st.sampled_from(NAMES) | strange, strange), max_size=5)
paths = st.builds(
    lambda by, indicator, at: every_address(by=by, indikator=indicator)[at],
    *(strange.map(lambda said: said.replace("/", "") or "x") for _ in "ab"),
    st.integers(0, len(every_address(by="x", indikator="x")) - 1),
)
hosts = st.sampled_from(["a.example", "evil.example:80", "x" * 300, "[::1]", "a b", "<b>", "%0d"])

always_the_same = settings(
    max_examples=EXAMPLES,
    derandomize=not SITE,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def in_address(said: str) -> str:
    return "".join(f"%{byte:02x}" for byte in said.encode("utf-8", "surrogatepass"))


def written(path: str, query: list[tuple[str, str]]) -> str:
    parts = [f"{in_address(name)}={in_address(value)}" for name, value in query]
    path = re.sub(r"[^A-Za-z0-9/._-]", lambda sign: in_address(sign[0]), path)
    return f"{path}?{'&'.join(parts)}" if parts else path


def is_an_answer(got: Answer) -> None:
    assert got.status < 500, got.body[-500:]
    assert b"Traceback" not in got.body
    for value in got.headers.values():
        assert not re.search(r"[\r\n]", value)


@pytest.mark.skipif(bool(SITE), reason="asks a site instead")
@always_the_same
@given(paths, queries, hosts)
@example("/sida/a", [], "a.example")
def test_any_address_of_our_routes_has_an_answer(releases, path, query, host):
    address = written(path, query)
    got = ask(address, headers={"host": host, "accept": "text/html"})
    is_an_answer(got)


@pytest.mark.skipif(not SITE, reason="make fuzz asks a running site")
@always_the_same
@given(st.sampled_from(PAGES), queries, hosts)
def test_any_address_of_a_site_has_an_answer(page, query, host):
    got = ask_server(SITE + written(f"/{'' if page == 'oversikt' else page}", query), accept="*/*")
    assert got.status < 500
    assert b"Traceback" not in got.body


def test_what_is_kept_has_an_end_however_many_hosts_are_asked_for(releases, monkeypatch):
    release = store().release("tryggt-ostra-lund")
    monkeypatch.setattr(answer, "MOST_KEPT", 20 * answer.SMALLEST)
    for number in range(60):
        body = answer.Body(b"x", "text/plain")
        answer.kept(release, ("a", f"host{number}"), lambda body=body: body)
    assert len(answer._kept[release].named) <= 20
    assert answer._kept[release].size == sum(
        map(answer._counted, answer._kept[release].named.values())
    )


def test_rows_that_are_kept_have_an_end_however_many_choices_are_asked_for(releases, monkeypatch):
    monkeypatch.setattr("trygghet.release.queries.MOST_ROWS", 200)
    release = store().release("tryggt-ostra-lund")
    ids = [place.id for place in release.places()]
    for number in range(1, len(ids)):
        release.observations("alla-brott", ids[:number], "year")
        kept = list(release._kept.values())
        assert sum(map(len, kept)) <= 200 or len(kept) == 1


@pytest.mark.parametrize("path", ["/sida/a", "/sida/%C3%A5", "/bild/by/by.png", "/kort/kort"])
def test_the_ways_on_from_an_unknown_village_lead_to_villages(releases, path):
    ways = re.findall(r": (/\S+)", ask(path).text)
    assert ways and all(ask(way).status == 200 for way in ways[:1])
    assert all("genarp" not in way.replace("/genarp", "") for way in ways)


def test_a_malformed_range_is_told_in_words_of_ours(releases):
    for said in ("bytes=zz", "lines=0-1", "bytes", "bytes=5-2"):
        got = ask("/data/utgava.duckdb", headers={"range": said})
        assert got.status == 400 and "Range" not in got.text and "bytes" not in got.text
    many = ",".join(f"{2 * at}-{2 * at}" for at in range(21))
    whole = ask("/data/utgava.duckdb", headers={"range": f"bytes={many}"})
    assert whole.status == 200
    assert ask("/data/utgava.duckdb", headers={"range": "bytes=0-3"}).status == 206


def test_a_hole_can_be_told_to_whoever_runs_the_site(releases, monkeypatch):
    address = "/.well-known/security.txt"
    monkeypatch.delenv("TRYGGHET_MAIL", raising=False)
    assert ask(address).status == 404
    monkeypatch.setenv("TRYGGHET_MAIL", "fel@kommun.example")
    monkeypatch.setattr(sys.modules["trygghet.web.routes"], "today", lambda: date(2026, 11, 28))
    assert ask(address).text.splitlines() == [
        "Contact: mailto:fel@kommun.example",
        "Expires: 2027-05-27T00:00:00Z",
        "Preferred-Languages: sv, en",
        f"Canonical: http://trygghet.example{address}",
    ]
