"""Every page of both promises, for every village and every indicator, as a reader opens it."""

import json
import re
from functools import cache
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qsl

import pytest
from judged import goals, judged, measure_sentences, plain, surveyed
from opened_page import Node, OpenedPage, parse, run_page, table_of
from shipped_files import EXAMPLE, PROMISES, REAL, ShippedPromise, signed, swedish
from views import PAGES, VIEWS, View
from vocabulary import data_texts, known, messages, said, told, words

from trygghet.check import read_promise_folder
from trygghet.words import text
from trygghet.words.numbers import span

MARK, MARKED = "Påhittat exempel", "Exempel: "
# The tables that explain a file's columns, a rule or the method hold no figures of a promise.
FORMAT = [path.name for path in EXAMPLE.folder.glob("*.csv")]
FORMAT += [text("limits-caption"), text("goal-rule")]
SWITCH_TO_EXAMPLE = "Se ett påhittat exempel"

# Words for a change or its cause, which the site never uses itself. A per cent is another: it may
# stand in a measure only, and there in words.
NEVER = re.compile(
    r"%|\b(minskade|ökade|sjönk|steg|förbättring\w*|försämring\w*|effekt\w*|tack vare"
    r"|på grund av)\b",
    re.IGNORECASE,
)
# Words that need a verdict behind them.
VERDICT = re.compile(r"\b(lägre|högre) än (2019|jämförelseåret)\b", re.IGNORECASE)
PER_CENT = re.compile(r"\d\s?(?:procent\b|procentenhet)")

every_view = pytest.mark.parametrize("view", VIEWS, ids=str)
every_example = pytest.mark.parametrize("view", [v for v in VIEWS if v.promise is EXAMPLE], ids=str)
every_real = pytest.mark.parametrize("view", [v for v in VIEWS if v.promise is REAL], ids=str)


def opened(open_page: Any, view: View) -> OpenedPage:
    page: OpenedPage = open_page(view.page, **view.parameters)
    assert page.failures == []
    return page


def charts(page: OpenedPage) -> list[Node]:
    """The drawings of measured values over the years: not the map, and not what test_charts.py
    holds against the files."""
    return [
        svg
        for svg in page.tree.find_all("svg")
        if not svg.is_a("svg", "t-map")
        and not svg.is_a("svg", "t-dumbbell")
        and not svg.find_all(css="t-nothing")
    ]


def explored(page: OpenedPage) -> list[dict[str, Any]]:
    """What the figures of the page Indikatorer are made of."""
    return [json.loads(node.attributes["spec"]) for node in page.tree.find_all("plotly")]


@every_view
def test_a_reader_sees_what_page_and_village_it_is_and_of_what_day(open_page, view):
    page = opened(open_page, view)
    assert view.about in page.heading
    footer = page.tree.find("p", "t-footer").text
    assert view.promise.file["as_of"][:4] in footer
    assert "Utgåva 1, publicerad 22 november 2026." in footer
    way = text("site-without-javascript")
    statement = text("page-tillganglighet")
    assert page.text.endswith(" ".join([footer, way, statement, *page.labels]))


@every_view
def test_a_swedish_reader_meets_no_word_of_another_language(open_page, view):
    assert words([said(opened(open_page, view))]) - known("sv") == set()


@pytest.mark.parametrize(
    ("page", "promise"), [*((name, EXAMPLE) for name in PAGES), ("by", REAL)], ids=str
)
def test_an_english_reader_meets_no_swedish_but_that_of_the_data_and_letters(page, promise):
    seen = run_page(page, **promise.address, lang="en")
    assert seen.failures == []
    shown = said(seen)
    assert words([shown]) - known("en") == set()
    # All words of a Swedish message may stand in the data too: then it is known by its wording.
    swedish = {piece for key in messages("en") for piece in messages("sv")[key]}
    elsewhere = "\n".join([*told("en"), *data_texts("en")])
    left = [
        piece
        for piece in swedish
        if len(piece.split()) > 1 and piece in shown and piece not in elsewhere
    ]
    assert left == []


@pytest.mark.parametrize("page", ["by", "data"])
def test_a_screen_reader_says_swedish_words_as_if_they_were_english(open_page, page):
    english = read_promise_folder(REAL.folder).translations["en"]
    titles = {one["title"] for one in REAL.rows("sources")} - english.keys()
    seen = open_page(page, **REAL.address, lang="en")
    links = [link for link in seen.tree.find_all("a") if plain(link.text) in map(plain, titles)]
    assert links
    for link in links:
        assert [one.attributes["lang"] for one in link.find_all("span")] == ["sv"]
    for letter in seen.tree.find_all("blockquote"):
        assert letter.attributes["lang"] == "sv"
    marked = {one.text for one in seen.tree.find_all("span") if "lang" in one.attributes}
    assert not marked & set(english.values())
    swedish_page = open_page(page, **REAL.address)
    assert not any("lang" in one.attributes for one in swedish_page.tree.find_all("span"))


@every_view
def test_a_screen_reader_finds_no_level_of_headings_left_out(open_page, view):
    headings = opened(open_page, view).tree.find_all()
    levels = [int(node.tag[1]) for node in headings if re.fullmatch("h[1-6]", node.tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


@every_example
def test_no_invented_figure_can_be_taken_for_a_real_one(open_page, view):
    page = opened(open_page, view)
    assert MARK in page.tree.children[0].find(css="t-example-banner").text
    assert page.heading.startswith(MARKED)
    for sentence in page.tree.find_all(css="t-sentence") + page.tree.find_all("figcaption"):
        assert sentence.text.startswith(MARKED)
    for svg in page.tree.find_all("svg"):
        assert MARK in svg.find("text", "t-example-mark").text
    for figure in explored(page):
        assert MARK in [note["text"] for note in figure["layout"]["annotations"]]
    for label, value in village_figures(page):
        assert value.startswith(MARKED), label
    for table in page.tables:
        assert table.caption.startswith(MARKED) or table.caption in FORMAT


def village_figures(page: OpenedPage) -> list[tuple[str, str]]:
    """The measured values on the cards of the page Översikt."""
    found = []
    for card in (node for node in page.tree.find_all("section") if node.find_all("h3")):
        values = zip(card.find_all("dt"), card.find_all("dd"), strict=True)
        found += [(label.text, value.text) for label, value in values][1:]
    return found


@every_real
def test_no_real_figure_is_called_invented(open_page, view):
    page = opened(open_page, view)
    said = page.text.replace(SWITCH_TO_EXAMPLE, "")
    assert MARKED not in said and "påhitta" not in said.lower()
    assert not page.tree.find_all(css="t-example-mark")
    assert not page.tree.find_all(css="t-example-banner")
    for figure in explored(page):
        assert "påhitta" not in json.dumps(figure, ensure_ascii=False).lower()


@every_view
def test_a_reader_who_cannot_see_a_chart_gets_all_of_it(open_page, view):
    page = opened(open_page, view)
    for drawing in page.tree.find_all("svg") + page.tree.find_all(css="t-strip"):
        assert drawing.attributes["role"] == "img"
        assert drawing.attributes["aria-label"].strip()
    cells = {cell for table in page.tables for row in table.rows for cell in row}
    told = " ".join(node.text for node in page.tree.find_all("p"))
    for svg in charts(page):
        points = re.findall(r"\b(\d{4}): ([^;]+)", svg.attributes["aria-label"])
        assert len(points) > 1
        for year, values in points:
            parts = re.split(r" eller | (?=±)", values)
            # The years before the baseline year stand in a sentence about that one.
            missing = [
                value
                for value in parts
                if not in_some(value, cells) and f"{plain(value)} ({year})" not in told
            ]
            assert missing == []


def in_some(value: str, cells: set[str]) -> bool:
    value = " ".join(value.split())
    return any(
        cell == value or cell.startswith(f"{value} (") or cell.endswith(f"{value})")
        for cell in cells
    )


@every_view
def test_every_point_of_the_large_chart_is_in_the_table_below_it(open_page, view):
    page = opened(open_page, view)
    for figure in explored(page):
        (table,) = page.tables
        written = [" ".join(row) for row in table.rows]
        points = [point for trace in figure["data"] for point in trace["customdata"]]
        assert points
        for point in points:
            period, value = (" ".join(part.split()) for part in point.split(": ", 1))
            assert any(period in row and value in row for row in written), point


@every_view
def test_a_gap_in_the_data_is_a_gap_in_the_large_chart_and_never_zero(open_page, view):
    for figure in explored(opened(open_page, view)):
        for trace in figure["data"]:
            assert not trace.get("connectgaps")
            for height, point in zip(trace["y"], trace["customdata"], strict=True):
                value = point.split(": ", 1)[1]
                known = re.fullmatch(r"[\d\s]+(,\d+)?", value) is not None
                # The values of a conflict are drawn apart, without a line.
                assert height is None if not known else height is not None or "," in value


@every_view
def test_every_figure_has_its_source_beside_it(open_page, view):
    page = opened(open_page, view)
    for answer in page.tree.find_all("section", "t-answer"):
        known = "inte publicera" not in answer.find(css="t-sentence").text
        assert not known or answer.find_all(css="t-source"), answer.text
    for activity in page.tree.find_all("li", "t-activity"):
        assert activity.find("dl").find_all("dt")[-1].text == "Källa"
        assert activity.find("dl").find_all("dd")[-1].text


def test_every_table_of_figures_names_its_source(open_page):
    # How much is hidden the site has counted itself, in its own tables.
    others = {*FORMAT, f"{MARKED}{text('data-protection-caption')}"}
    nameless = set()
    for view in VIEWS:
        for node in opened(open_page, view).tree.find_all("div"):
            inside = [child for child in node.children if isinstance(child, Node)]
            if inside and inside[0].is_a("div", "t-scroll"):
                table = table_of(inside[0].find("table"))
                below = any(child.is_a("", "t-source") for child in inside[1:])
                if not below and "Källa" not in table.columns and table.caption not in others:
                    nameless.add(f"{view}: {table.caption}")
    assert sorted(nameless) == []


@every_view
def test_no_link_out_of_the_site_leads_anywhere_but_to_a_source_of_the_data(open_page, view):
    known = {source["url"] for source in view.promise.rows("sources")}
    known |= {contact.get("url", "") for contact in view.promise.file["contacts"]}
    for link in opened(open_page, view).tree.find_all("a"):
        address = link.attributes.get("href", "/")
        assert address.startswith(("/", "mailto:")) or address in known
        assert link.text
        if not address.startswith("/"):
            assert link.attributes["rel"] == "noopener noreferrer"


@pytest.mark.parametrize("promise", PROMISES, ids=str)
def test_no_link_leads_to_a_page_that_is_not_there_or_into_the_other_promise(open_page, promise):
    found = {
        (link.attributes["page"] or "oversikt", link.attributes["query"], link.text)
        for view in VIEWS
        if view.promise is promise
        for link in opened(open_page, view).links
    }
    assert {page for page, _, _ in found} == {*PAGES, "tillganglighet"}
    assert {dict(parse_qsl(query)).get("by", "") for _, query, _ in found} - {""} == {
        village["id"] for village in promise.villages
    }
    for name, query, label in found:
        page = open_page(name, **dict(parse_qsl(query)))
        assert page.failures == []
        other = REAL if promise is EXAMPLE else EXAMPLE
        leads_over = label in (SWITCH_TO_EXAMPLE, f"Byt till {other.file['title']}")
        example = bool(page.tree.find_all(css="t-example-banner"))
        assert example == (promise.is_example != leads_over), label
        assert page.tree.find_all(css="t-footer") and "i adressen finns inte" not in page.heading


@pytest.mark.parametrize("promise", PROMISES, ids=str)
@pytest.mark.parametrize("name", PAGES)
def test_a_reader_who_switches_promise_stays_on_the_same_page(open_page, promise, name):
    page = open_page(name, **promise.address)
    other = REAL if promise is EXAMPLE else EXAMPLE
    label = SWITCH_TO_EXAMPLE if other is EXAMPLE else f"Byt till {other.file['title']}"
    (switch,) = [link for link in page.links if link.text == label]
    assert switch.attributes["page"] == ("" if name == "oversikt" else name)
    assert dict(parse_qsl(switch.attributes["query"])) == other.address


@every_view
def test_the_site_itself_never_says_that_something_changed_or_why(open_page, view):
    page = opened(open_page, view)
    said = page.text
    for figure in explored(page):
        said = f"{said} {' '.join(texts_in(figure))}"
    said = without(said, quotable(view.promise))
    assert NEVER.findall(said) == [], said


@every_view
def test_a_verdict_s_word_stands_only_where_the_comparison_has_that_verdict(open_page, view):
    page = opened(open_page, view)
    said = outside_charts(page)
    for figure in explored(page):
        said = f"{said} {' '.join(texts_in(figure))}"
    said = without(said, [*quotable(view.promise), *supported(view.promise)])
    assert VERDICT.findall(said) == [], said
    for chart in charts(page):
        assert not VERDICT.search(f"{chart.text} {chart.attributes['aria-label']}")
    for section in page.tree.find_all("section", "t-comparison"):
        words = VERDICT.findall(section.find("p", "t-sentence").text)
        tones = {"lägre": "t-tone-lower", "högre": "t-tone-higher"}
        tone = tones[words[0][0]] if words else "t-tone-neutral"
        assert section.is_a("section", tone)


def outside_charts(page: OpenedPage) -> str:
    """What can be read on the page but in its drawings."""
    drawn = {svg.attributes["aria-label"] for svg in page.tree.find_all("svg")}
    drawn = {" ".join(label.split()) for label in drawn}
    labels = [label for label in page.labels if label not in drawn]
    return " ".join([undrawn(page.tree).text, *labels])


def undrawn(node: Node) -> Node:
    children = [
        child if isinstance(child, str) else undrawn(child)
        for child in node.children
        if isinstance(child, str) or child.tag != "svg"
    ]
    return Node(node.tag, node.attributes, children)


@cache
def supported(promise: ShippedPromise) -> list[str]:
    """The sentences and the rows of tables that have a verdict's word by right, and the rules."""
    titles = {one["id"]: one["title"] for one in promise.rows("indicators")}
    found = []
    for place in promise.place_names:
        for one in judged(promise, place):
            if one.verdict in ("lower", "higher") and one.window.kind != "earlier":
                window = one.window
                assert window.count_now is not None and window.count_baseline is not None
                cells = (
                    titles[one.indicator],
                    span(window.now, window.now_end),
                    swedish(window.count_baseline),
                    swedish(window.count_now),
                    signed(window.count_now - window.count_baseline),
                    one.word,
                )
                found += [one.sentence, plain(" ".join(cells))]
        found += [
            one.sentence(promise.baseline)
            for one in surveyed(promise, place)
            if one.verdict in ("lower", "higher")
        ]
    for goal in goals(promise):
        given = {"area": promise.place_names[promise.area], "reason": ""}
        found.append(text(f"goal-why-{goal.rule}", **given))
        found += [
            text(f"rule-{goal.topic}-{row}")
            for row in ("4", "5", "6")
            if goal.topic != "activities"
        ]
    return sorted((plain(one) for one in found), key=len, reverse=True)


@every_view
def test_a_per_cent_is_told_of_nothing_but_twenty_activities_or_more(open_page, view):
    page = opened(open_page, view)
    said = page.text
    for figure in explored(page):
        said = f"{said} {' '.join(texts_in(figure))}"
    said = without(said, [*quotable(view.promise), *measure_sentences(view.promise)])
    if view.page == "data":
        said = without(said, explained(view.promise))
    assert PER_CENT.findall(said) == [], said
    levels = re.findall(r"([\d,]+) procents\b", said)
    assert set(levels) <= {"99", "95"}
    assert "%" not in said


def explained(promise: ShippedPromise) -> list[str]:
    """How the page Data och metod explains the method."""
    names = ("counts", "interval", "words", "survey", "activities", "goals")
    found = [text(f"method-about-{name}", year=promise.baseline) for name in names]
    found += [text(f"limits-{one}", level=n) for one in ("category", "all") for n in ("99", "95")]
    return [plain(one) for one in found]


def without(said: str, texts: list[str]) -> str:
    for one in texts:
        said = said.replace(one, "…")
    return said


@cache
def quotable(promise: ShippedPromise) -> list[str]:
    """The texts of the data that use such words themselves, the longest first."""
    texts = (plain(one) for one in promise.texts)
    return [
        one for one in texts if NEVER.search(one) or VERDICT.search(one) or PER_CENT.search(one)
    ]


SEEN = {"text", "name", "customdata", "data", "layout", "annotations", "title", "xaxis", "yaxis"}


def texts_in(figure: Any) -> list[str]:
    """The texts of a figure that a reader can see: names, axis titles, notes, hover texts."""
    if isinstance(figure, dict):
        seen = ("text", "name", "customdata", "data", "layout", "annotations", "title")
        axes = ("xaxis", "yaxis")
        return [
            t for key, value in figure.items() if key in (*seen, *axes) for t in texts_in(value)
        ]
    if isinstance(figure, list):
        return [text for one in figure for text in texts_in(one)]
    return [figure] if isinstance(figure, str) else []


def test_the_words_that_no_page_may_use_are_found_where_they_stand():
    said = "Brotten minskade, 12 % lägre än 2019, tack vare insatser. Effekten steg i Norra."
    assert len(NEVER.findall(said)) == 5 and len(VERDICT.findall(said)) == 1
    fine = "Lägre är bättre. Stegen och insteg: 5 anmälda, 7 samma månader 2019"
    assert not NEVER.search(fine) and not VERDICT.search(fine)
    hidden = parse('<p title="2 %">a</p><style>width: 2%</style>')
    assert not NEVER.search(hidden.text)
    assert PER_CENT.search("12 procent") and not PER_CENT.search("99 procents säkerhet")
    assert any(VERDICT.search(one) for one in supported(EXAMPLE))
