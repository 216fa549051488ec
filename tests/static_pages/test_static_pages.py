"""The pages without JavaScript say what the app says, to everybody, on every way."""

import json
import re
from collections import Counter
from itertools import pairwise
from urllib.parse import urljoin, urlsplit

import pytest
from justhtml import JustHTML
from opened_page import parse
from our_routes import HOST, SITE
from shipped_files import EXAMPLE, PROMISES, REAL, ShippedPromise

from trygghet.release.store import store
from trygghet.ui.shell import PAGES
from trygghet.views.context import context
from trygghet.views.village import Village
from trygghet.words import text

HEAVIEST = 60 * 1024
HTML = {"accept": "text/html"}
HEADINGS = re.compile(r"h[1-6]")
# What loads something by itself.
LOADING = ("script", "img", "iframe", "link", "object", "embed", "video", "audio", "source", "use")


def address(promise: ShippedPromise, path: str) -> str:
    return f"{path}?data={promise.id}" if promise.is_example else path


ADDRESSES = [
    (promise, path)
    for promise in PROMISES
    for path in ("/sida/", *(f"/sida/{one['id']}" for one in promise.villages))
]
every_page = pytest.mark.parametrize(
    ("promise", "path"), ADDRESSES, ids=lambda value: str(value).strip("/")
)


def opened(client, promise, path):
    answer = client.get(address(promise, path), headers=HTML)
    assert answer.status_code == 200
    return answer


@every_page
def test_the_page_is_light_and_asks_nobody_for_anything(client, promise, path):
    answer = opened(client, promise, path)
    assert len(answer.content) < HEAVIEST
    page = parse(answer.text)
    loads = [node for tag in LOADING for node in page.find_all(tag)]
    allowed = ("canonical", "alternate")
    assert [
        node.tag
        for node in loads
        if node.attributes.get("rel") not in allowed
        and not node.attributes.get("href", "").startswith("data:")
        and node.attributes.get("type") != "application/ld+json"
    ] == []
    assert not re.search(r"@import|url\((?!\"data:)", answer.text)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "script" not in answer.headers["content-security-policy"]


@every_page
def test_every_program_reads_the_page_in_the_same_way(client, promise, path):
    answer = opened(client, promise, path)
    assert JustHTML(answer.text, collect_errors=True).errors == []
    page = parse(answer.text)
    assert page.find("html").attributes["lang"] == "sv"
    ids = Counter(node.attributes["id"] for node in page.find_all() if "id" in node.attributes)
    assert [id_ for id_, count in ids.items() if count > 1] == []
    for landmark in ("header", "nav", "main", "footer", "title", "h1"):
        assert len(page.find_all(landmark)) == 1
    levels = [int(node.tag[1]) for node in page.find_all() if HEADINGS.fullmatch(node.tag)]
    assert levels[0] == 1
    assert all(later <= before + 1 for before, later in pairwise(levels))


@every_page
def test_the_page_is_named_and_described_where_it_is_linked_to(client, promise, path):
    page = parse(opened(client, promise, path).text)
    said = {
        node.attributes.get("name") or node.attributes.get("property"): node.attributes["content"]
        for node in page.find_all("meta")
        if "content" in node.attributes
    }
    assert said["og:title"] == page.find("title").text == parse_title(promise, page)
    assert said["og:description"] == said["description"] != ""
    (canonical,) = [
        node.attributes["href"]
        for node in page.find_all("link")
        if node.attributes["rel"] == "canonical"
    ]
    assert canonical == said["og:url"] == f"{SITE}{address(promise, path)}"
    assert (said.get("robots") == "noindex") is promise.is_example
    if promise.is_example:
        assert said["og:title"].startswith("Exempel: ")
        assert said["og:description"].startswith("Exempel: ")


def parse_title(promise: ShippedPromise, page) -> str:
    heading = page.find("h1").text
    title = promise.file["title"]
    return heading if title in heading else f"{heading} – {title}"


@every_page
def test_no_invented_page_can_be_taken_for_a_real_one(client, promise, path):
    answer = opened(client, promise, path)
    marked = text("site-example-mark") in answer.text
    assert marked is promise.is_example
    assert (answer.headers.get("x-robots-tag") == "noindex") is promise.is_example
    if promise.is_example:
        sentences = parse(answer.text).find_all("p", "t-sentence")
        assert sentences
        assert all(one.text.startswith("Exempel: ") for one in sentences)


@pytest.mark.parametrize(
    ("promise", "village"),
    [(promise, one) for promise in PROMISES for one in promise.villages[:3]],
    ids=lambda value: value["id"] if isinstance(value, dict) else repr(value),
)
def test_a_village_s_sentences_and_tables_are_those_of_the_app(client, open_page, promise, village):
    static = parse(opened(client, promise, f"/sida/{village['id']}").text)
    app = open_page("by", **promise.address, by=village["id"]).tree

    def sentences(page):
        return [node.text for node in page.find("div", "t-answers").find_all("p")]

    def rows(page):
        return {
            (table.find("caption").text, row.text)
            for table in page.find_all("table")
            for row in table.find_all("tr")
        }

    assert sentences(static) == sentences(app)
    assert rows(static) == rows(app)


@pytest.mark.parametrize("promise", PROMISES, ids=repr)
def test_the_overview_says_the_answers_and_villages_of_the_app(client, open_page, promise):
    static = parse(opened(client, promise, "/sida/").text)
    app = open_page("oversikt", **promise.address).tree

    def cards(page):
        return [one.find("dl").text for one in page.find_all("section") if one.find_all("h3")]

    assert len(cards(static)) == len(promise.villages)
    assert cards(static) == cards(app)
    assert static.find("div", "t-answers").text == app.find("div", "t-answers").text


@every_page
def test_every_activity_of_a_village_is_on_its_page(client, promise, path):
    id_ = path.removeprefix("/sida/")
    if not id_:
        return
    page = parse(opened(client, promise, path).text)
    shown = {
        node.attributes["id"]
        for node in page.find("main").find_all("li")
        if "id" in node.attributes
    }
    release = store().release(promise.id)
    village = Village(context(release), release.place(id_))
    groups = village.activity_groups()
    assert shown == {one.id for _, group in groups for one in group} | {
        one.id for one in village.context
    }


def links(answer) -> set[str]:
    """The addresses on the page that are ours, the app's own pages left out."""
    page = parse(answer.text)
    found = {
        urljoin(str(answer.url), node.attributes["href"])
        for node in page.find_all()
        if node.attributes.get("href")
    }
    return {one.partition("#")[0] for one in found if urlsplit(one).netloc == HOST}


def is_app(link: str) -> bool:
    return urlsplit(link).path.strip("/") in {"", *PAGES} and not urlsplit(link).path.endswith(
        "/data/"
    )


def test_no_link_of_the_site_leads_nowhere(client):
    waiting, seen = {f"{SITE}/sida/"}, set()
    app = set()
    while waiting:
        link = waiting.pop()
        seen.add(link)
        answer = client.get(link, headers=HTML)
        assert answer.status_code == 200, link
        if answer.headers["content-type"].startswith("text/html"):
            found = links(answer)
            app |= {one for one in found if is_app(one)}
            waiting |= {one for one in found if not is_app(one)} - seen
    # Both promises' pages lie on the way.
    assert {f"{SITE}{address(promise, path)}" for promise, path in ADDRESSES} < seen
    known = {f"/{name}" for name in PAGES} | {"/"}
    assert {urlsplit(one).path for one in app} <= known


@pytest.mark.parametrize("promise", PROMISES, ids=repr)
def test_the_search_engine_finds_every_real_page_and_no_invented_one(client, promise):
    answer = client.get("/sitemap.xml")
    found = re.findall(r"<loc>(.*?)</loc>", answer.text)
    own = {f"{SITE}{path}" for one, path in ADDRESSES if one is REAL}
    assert set(found) == own
    robots = client.get("/robots.txt").text
    assert "Sitemap: http://trygghet.example/sitemap.xml" in robots


def test_the_site_s_set_address_stands_in_every_page(client, monkeypatch):
    monkeypatch.setenv("TRYGGHET_URL", "https://trygghet.lund.example")
    answer = client.get("/sida/genarp")
    assert '<link rel="canonical" href="https://trygghet.lund.example/sida/genarp">' in answer.text
    assert "https://trygghet.lund.example/sitemap.xml" in client.get("/robots.txt").text


@pytest.mark.parametrize("host", ['evil"><script>', "a b", "evil/x", "user@evil", "evil?x=1"])
def test_a_forged_host_gets_into_no_page(client, host):
    answer = client.get("/sida/genarp", headers={"host": host})
    assert "evil" not in answer.text
    assert '<link rel="canonical" href="/sida/genarp">' in answer.text


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/sida/finns-inte", 404, text("unknown-village-title")),
        ("/sida/genarp?data=finns-inte", 404, text("unknown-dataset-title")),
        ("/sida/genarp?v=99", 404, text("unknown-release-title")),
        ("/sida/genarp?v=1.5", 400, text("server-not-allowed-title")),
        ("/sida/genarp?v=-1", 400, text("server-not-allowed-title")),
        ("/sida/%22%3E%3Cscript%3E", 404, text("unknown-village-title")),
    ],
)
def test_an_address_that_names_nothing_gets_a_choice(client, path, status, said):
    answer = client.get(path, headers=HTML)
    assert answer.status_code == status
    page = parse(answer.text)
    assert page.find("h1").text == said
    assert page.find_all("script") == []
    for link in links(answer):
        if not is_app(link):
            assert client.get(link).status_code == 200


def test_a_returning_reader_downloads_nothing_that_is_the_same(client):
    first = client.get("/sida/genarp", headers={"accept-encoding": "gzip"})
    assert first.headers["content-encoding"] == "gzip"
    again = client.get("/sida/genarp", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304 and again.content == b""
    head = client.head("/sida/genarp")
    assert head.status_code == 200 and head.headers["etag"] == first.headers["etag"]


def test_the_old_address_without_its_slash_still_leads_there(client):
    answer = client.get("/sida?data=exempel")
    assert answer.status_code == 308
    assert answer.headers["location"] == "/sida/?data=exempel"


def test_machines_read_what_the_page_is_about(client):
    for promise, path in ADDRESSES:
        for node in parse(opened(client, promise, path).text).find_all("script"):
            assert json.loads("".join(map(str, node.children)))["@context"]
    assert EXAMPLE.is_example
