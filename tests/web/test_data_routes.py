"""The addresses under /data/: what they refuse, what caches and other sites can do with them."""

import hashlib
import io
import json
import re
from itertools import chain
from typing import Any
from zipfile import ZipFile

import pytest
from our_routes import Answer, ask
from shipped_files import EXAMPLE, PROMISES, REAL

from trygghet.asked import MOST_SAID
from trygghet.files import FILES
from trygghet.files.formats import FORMATS
from trygghet.release.places.folder import Folder
from trygghet.release.store import current_release, store
from trygghet.static_pages.data_list import MACHINES

either_promise = pytest.mark.parametrize("promise", PROMISES, ids=str)
PACKED = ("utgava.duckdb", "utgava.zip")


@pytest.fixture(autouse=True)
def published(releases: Any) -> None:
    assert store().place == Folder(releases)


# Addresses that cannot be answered


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("indikator.csv", ["måste säga indikator", "alla-brott"]),
        ("indikator.csv?indikator=", ["måste säga indikator"]),
        ("indikator.xlsx?indikator=finns-inte", ["”finns-inte”", "indikator", "problemindex"]),
        ("indikator.csv?indikator=alla-brott&period=vecka", ["”vecka”", "kvartal"]),
        ("indikator.csv?indikator=alla-brott&platser=lund,finns-inte", ["”finns-inte”", "malmo"]),
        ("indikator.csv?indikator=alla-brott&jamfor=malmo", ["”jamfor”", "platser", "data, v"]),
        ("indikator.csv?indikator=a&indikator=b", ["”indikator” står mer än en gång"]),
        ("sources.csv?data=exempel&data=exempel", ["”data” står mer än en gång"]),
        ("sources.csv?by=lund", ["”by” går inte att välja", "Välj bland: data, v, lang."]),
        ("utgava.duckdb?file=/etc/passwd", ["”file” går inte att välja"]),
        ("utgava.zip?by=lund", ["”by” går inte att välja"]),
        ("?by=lund", ["”by” går inte att välja"]),
        ("by.csv", ["måste säga by", "genarp"]),
        ("by.csv?by=lund", ["”lund”", "genarp"]),
        ("handelser.csv?sedan=2021-02-30", ["”2021-02-30”", "2020-05-01"]),
        ("handelser.csv?sedan=20210101", ["”20210101”"]),
        ("handelser.csv?sedan=2021-W01-1", ["”2021-W01-1”"]),
        ("aktiviteter.csv?lage=klar", ["”klar”", "alla", "postponed"]),
        ("jamforelser.csv?by=' OR 1=1 --", ["”' OR 1=1 --”"]),
        ("indikator.csv?indikator='; DROP TABLE places; --", ["DROP TABLE"]),
        ("manadsband.csv?plats=../../etc", ["”../../etc”"]),
        ("sources.csv?v=1 OR 1=1", ["numret på en utgåva"]),
    ],
)
def test_somebody_gets_other_figures_than_the_address_says(address, said):
    answer = ask(f"/data/{address.replace(' ', '%20')}")
    assert answer.status == 400
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert [word for word in said if word not in answer.text] == []


def test_an_empty_choice_is_refused():
    whole = ask("/data/aktiviteter.csv").body
    assert ask("/data/aktiviteter.csv?by=&fokus=&lage=alla").body == whole
    places = ask("/data/indikator.csv?indikator=alla-brott&platser=").body
    assert places == ask("/data/indikator.csv?indikator=alla-brott&period=ar").body


def test_a_message_grows_with_what_is_sent_or_with_what_there_is(monkeypatch):
    long = "x" * 5_000
    for address in (f"indikator.csv?indikator={long}", f"sources.csv?{long}=1"):
        assert len(ask(f"/data/{address}").body) < 1_500
    assert MOST_SAID < 100
    monkeypatch.setattr("trygghet.asked.MOST_SAID", 3)
    assert "och 47 till" in ask("/data/jamforelser.csv?by=x").text


@pytest.mark.parametrize(
    "path",
    [
        "/data/finns-inte.csv",
        "/data/promise.toml",
        "/data/sources",
        "/data/sources.exe",
        "/data/sources.csv.gz",
        "/data/Sources.csv",
        "/data/..%2Fcurrent.json",
        "/data/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/data/utgava.duckdb.wal",
        "/data/current.json",
        "/data/__init__.py",
        "/data/.csv",
    ],
)
def test_an_address_reaches_what_is_no_file_of_the_release(path):
    answer = ask(path)
    assert answer.status == 404
    if "%2" not in path:
        assert "Det finns ingen fil på den här adressen" in answer.text
        assert all(f"/data/{name}.csv" in answer.text for name in FILES)
        page = ask(path, headers={"accept": "text/html"}).text
        assert '<a href="/data/sources.csv">' in page


def test_a_promise_or_release_that_is_not_there_gives_other_figures():
    for address in ("sources.csv?data=finns-inte", "sources.csv?data=..%2F..", "utgava.zip?v=9"):
        answer = ask(f"/data/{address}")
        assert answer.status == 404 and "Välj bland" in answer.text


# The release's own file, and the package


@either_promise
def test_the_release_s_file_comes_back_changed(promise, releases):
    answer = ask("/data/utgava.duckdb", **promise.address)
    content = current_release(releases, promise.id).read_bytes()
    assert answer.body == content
    etag = f'"{hashlib.sha256(content).hexdigest()[:40]}"'
    assert answer.headers["etag"] == etag
    mark = "pahittat-" if promise.is_example else ""
    named = f'attachment; filename="{mark}{promise.id}-utgava-1.duckdb"'
    assert answer.headers["content-disposition"] == named
    assert "content-encoding" not in answer.headers


@either_promise
@pytest.mark.parametrize("name", PACKED)
def test_a_broken_download_cannot_go_on(promise, name):
    def asked(**headers: str) -> Answer:
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        return ask(f"/data/{name}", headers=named, **promise.address)

    whole = asked()
    etag, size = whole.headers["etag"], len(whole.body)
    assert whole.status == 200 and whole.headers["accept-ranges"] == "bytes"
    assert not etag.startswith("W/")
    part = asked(range="bytes=100-199")
    assert (part.status, part.body) == (206, whole.body[100:200])
    assert part.headers["content-range"] == f"bytes 100-199/{size}"
    assert part.headers["etag"] == etag
    assert asked(range="bytes=-7").body == whole.body[-7:]
    assert asked(range=f"bytes={size - 5}-").body == whole.body[-5:]
    several = asked(range="bytes=0-1,10-11")
    assert several.status == 206 and "multipart/byteranges" in several.headers["content-type"]
    # Of another file than the one that was begun, everything comes.
    assert asked(range="bytes=100-199", if_range=etag).body == whole.body[100:200]
    assert asked(range="bytes=100-199", if_range='"another"').body == whole.body
    assert asked(range=f"bytes={size}-").status == 416
    same = asked(if_none_match=etag)
    assert (same.status, same.body) == (304, b"")
    assert asked(if_none_match='"another"').status == 200
    head = ask(f"/data/{name}", "HEAD", **promise.address)
    assert (head.status, head.body) == (200, b"")
    assert int(head.headers["content-length"]) == size


@either_promise
def test_the_package_lacks_a_file_or_says_something_else(promise):
    package = ZipFile(io.BytesIO(ask("/data/utgava.zip", **promise.address).body))
    assert package.testzip() is None
    mark = "pahittat-" if promise.is_example else ""
    top = f"{mark}{promise.id}-utgava-1"
    names = package.namelist()
    assert names == sorted(names)
    whole = {name for name, file in FILES.items() if not any(p.required for p in file.parameters)}
    assert len(whole) == len(FILES) - 2
    more = {f"{top}/LÄSMIG.txt", f"{top}/datapackage.json"}
    assert set(names) == {f"{top}/{name}.csv" for name in whole} | more
    described = json.loads(package.read(f"{top}/datapackage.json"))
    assert {f"{top}/{one['path']}" for one in described["resources"]} == set(names) - more
    for name in whole:
        assert package.read(f"{top}/{name}.csv") == ask(f"/data/{name}.csv", **promise.address).body
    readme = package.read(f"{top}/LÄSMIG.txt").decode()
    assert promise.file["title"] in readme and "Utgåva 1" in readme
    assert readme.startswith("Påhittat exempel.") == promise.is_example
    for source in promise.rows("sources"):
        assert source["title"] in readme and source["licence"] in readme


def test_the_package_differs_with_who_asks_and_when():
    """Its bytes hold nothing of the request, and none of the day."""
    first = ask("/data/utgava.zip", data="exempel")
    store.cache_clear()
    again = ask("/data/utgava.zip", headers={"host": "other.example"}, data="exempel", v="1")
    assert again.body == first.body and again.headers["etag"] == first.headers["etag"]
    assert b"trygghet.example" not in first.body


# Caches and other sites


@pytest.mark.parametrize("extension", FORMATS)
def test_a_file_is_sent_again_to_who_has_it(extension):
    path = f"/data/sources.{extension}"
    answer = ask(path)
    assert answer.headers["cache-control"] == "public, max-age=60"
    assert answer.headers["content-type"] == FORMATS[extension].media_type
    same = ask(path, headers={"if-none-match": answer.headers["etag"]})
    assert (same.status, same.body) == (304, b"")
    head = ask(path, "HEAD")
    assert head.status == 200
    assert head.headers["content-length"] == str(len(answer.body))
    pinned = ask(path, v="1")
    assert pinned.headers["cache-control"] == "public, max-age=3600"
    assert pinned.headers["x-robots-tag"] == "noindex"


@pytest.mark.parametrize("path", ["sources.json", "utgava.duckdb", "utgava.zip", ""])
def test_a_script_of_another_site_cannot_read_the_data(path):
    origin = {"origin": "https://annan.example"}
    answer = ask(f"/data/{path}", headers=origin)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "ETag" in answer.headers["access-control-expose-headers"]
    asked = {"access-control-request-method": "GET", "access-control-request-headers": "range"}
    preflight = ask(f"/data/{path}", "OPTIONS", headers=origin | asked)
    assert preflight.status == 200
    assert "Range" in preflight.headers["access-control-allow-headers"]
    refused = ask(f"/data/{path}?x=1", headers=origin)
    assert (refused.status, refused.headers["access-control-allow-origin"]) == (400, "*")
    assert ask(f"/data/{path}", "POST").status == 405


# What an address chooses


def rows(address: str) -> list[dict[str, Any]]:
    answer = ask(f"/data/{address}")
    assert answer.status == 200, answer.text
    return list(json.loads(answer.body)["rows"])


def test_a_choice_gives_other_rows_than_it_says():
    found = rows("indikator.json?data=exempel&indikator=alla-brott&platser=kulissbro,fabelryd")
    assert list(dict.fromkeys(row["place"] for row in found)) == ["kulissbro", "fabelryd"]
    assert {len(row["period"]) for row in found} == {4}
    kinds = {"halvar": "H", "kvartal": "Q", "manad": "-"}
    for period, sign in kinds.items():
        found = rows(f"indikator.json?data=exempel&indikator=alla-brott&period={period}")
        assert found and all(sign in row["period"] for row in found)
    found = rows("by.json?data=exempel&by=kulissbro")
    assert {row["place"] for row in found} == {"kulissbro"}
    assert {row["unit"] for row in found} >= {"reports", "index"}
    found = rows("jamforelser.json?data=exempel&by=kulissbro&indikator=stold")
    assert {(row["place"], row["indicator"]) for row in found} == {("kulissbro", "stold")}
    assert {"earlier", "year"} <= {row["kind"] for row in found}
    found = rows("manadsband.json?data=exempel&plats=kulissbro&indikator=alla-brott")
    assert {(row["place"], row["indicator"]) for row in found} == {("kulissbro", "alla-brott")}
    whole = rows("manadsband.json?data=exempel")
    assert [row for row in whole if row["place"] == "kulissbro"] == rows(
        "manadsband.json?data=exempel&plats=kulissbro"
    )
    found = rows("trygghetsjamforelser.json?data=exempel&by=kulissbro")
    assert found and {row["place"] for row in found} == {"kulissbro"}


def test_activities_are_other_ones_than_were_chosen():
    states = EXAMPLE.states
    for state in ("done", "postponed", "unknown"):
        found = {row["id"] for row in rows(f"aktiviteter.json?data=exempel&lage={state}")}
        assert found == {id_ for id_, one in states.items() if one == state}
    found = rows("aktiviteter.json?data=exempel&by=kulissbro&del=in_promise")
    assert [row["id"] for row in found] == [
        one["id"] for one in EXAMPLE.activities("in_promise") if "kulissbro" in EXAMPLE.places(one)
    ]
    here = {one["id"] for one in EXAMPLE.activities() if "kulissbro" in EXAMPLE.places(one)}
    found = rows("handelser.json?data=exempel&by=kulissbro")
    written = [one for one in EXAMPLE.rows("activity_events") if one["activity"] in here]
    assert len(found) == len(written) > 3
    own = {one["id"] for relation in ("in_promise", "follow_up")
           for one in EXAMPLE.activities(relation)}  # fmt: skip
    found = rows("handelser.json?data=exempel&sedan=2021-01-01")
    since = [
        one
        for one in EXAMPLE.rows("activity_events")
        if one["activity"] in own and one["date"] >= "2021-01-01"
    ]
    assert sorted(row["event"] for row in found) == sorted(one["event"] for one in since)


# The page that lists the files


@either_promise
def test_a_file_cannot_be_found_from_the_list(promise):
    page = ask("/data/", headers={"accept": "text/html"}, **promise.address)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    # What search engines read of the files is no script, though its element is called so.
    assert not re.search(r'<script(?! type="application/ld\+json">)|onclick', page.text)
    links = [one.replace("&amp;", "&") for one in re.findall(r'href="([^"]+)"', page.text)]
    for name in FILES:
        for extension in FORMATS:
            assert any(
                re.match(rf"/data/{name}\.{re.escape(extension)}($|\?)", one) for one in links
            )
    for other in (*PACKED, *chain(*MACHINES.values())):
        assert any(one.partition("?")[0] == f"/data/{other}" for one in links), other
    # Every link of ours leads somewhere; what others describe is theirs to test.
    own = [one for one in links if re.match(r"/data/\w+\.csv", one)]
    for one in own:
        assert ask(one).status == 200, one
    for source in promise.rows("sources"):
        assert not source["licence"] or source["licence"] in page.text
    for table in ("activities", "safety_survey"):
        count = len(promise.rows(table))
        section = page.text.partition(f'id="{table}"')[2].partition("</section>")[0]
        assert f" {count} rader." in section


def test_the_list_of_invented_files_looks_real():
    page = ask("/data/?data=exempel").text
    assert "Påhittat exempel" in page and "<h1>Exempel: " in page
    assert "Exempel: Anmälda brott</h3>" in page
    assert "Påhittat exempel" not in ask("/data/").text
    assert REAL.file["title"] in ask("/data/").text
