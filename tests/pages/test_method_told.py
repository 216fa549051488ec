""" "Så räknade vi" tells what led to a word, and "Du kan skriva" what a reporter may print."""

import re
from decimal import Decimal
from functools import cache
from typing import Any
from urllib.parse import unquote

import pytest
from judged import Judged, Surveyed, judged, judged_during, plain, shown, surveyed
from opened_page import Node, OpenedPage, run_page
from quiet_folder import FEW, HIDDEN_YEAR, SMALL
from shipped_files import PROMISES, Row, ShippedPromise, decimal
from views import VIEWS, View

from trygghet.release.rows import Comparison
from trygghet.release.store import current_release, open_read_only, store
from trygghet.words import text
from trygghet.words.numbers import ratio, span

TELLING = [view for view in VIEWS if view.page in ("oversikt", "by", "indikatorer")]
every_telling_view = pytest.mark.parametrize("view", TELLING, ids=str)
every_village = pytest.mark.parametrize(
    ("promise", "village"),
    [(promise, village) for promise in PROMISES for village in promise.villages],
    ids=lambda value: value["id"] if isinstance(value, dict) else None,
)


def mark(promise: ShippedPromise, said: str) -> str:
    return plain(text("site-example-sentence", sentence=said) if promise.is_example else said)


def title(promise: ShippedPromise, indicator: str) -> str:
    return {one["id"]: one["title"] for one in promise.rows("indicators")}[indicator]


Told = list[tuple[Node, Judged | Surveyed]]


@cache
def told(page: OpenedPage, promise: ShippedPromise) -> Told:
    """Every comparison that the page tells of, and the same one worked out from the files."""
    known = by_sentence(promise)
    sections = page.tree.find_all("section", "t-comparison")
    return [(section, known[section.find("blockquote").text]) for section in sections]


@cache
def by_sentence(promise: ShippedPromise) -> dict[str, Judged | Surveyed]:
    everything: list[Judged | Surveyed] = []
    for place in promise.place_names:
        everything += [one for one in judged(promise, place) if one.window.kind != "earlier"]
        everything += surveyed(promise, place)
    found = {mark(promise, may_write(promise, one)): one for one in everything}
    assert len(found) == len(everything)
    return found


def may_write(promise: ShippedPromise, one: Judged | Surveyed) -> str:
    sentence = one.sentence(promise.baseline) if isinstance(one, Surveyed) else one.sentence
    return text(
        "may-write",
        indicator=title(promise, one.indicator),
        place=promise.place_names[one.place],
        sentence=sentence,
    )


def opened(open_page: Any, view: View) -> Told:
    page = open_page(view.page, **view.parameters)
    assert page.failures == []
    return told(page, view.promise)


def of_counts(open_page: Any, view: View) -> list[tuple[Node, Judged]]:
    return [(node, one) for node, one in opened(open_page, view) if isinstance(one, Judged)]


def of_survey(open_page: Any, view: View) -> list[tuple[Node, Surveyed]]:
    return [(node, one) for node, one in opened(open_page, view) if isinstance(one, Surveyed)]


def same_in_release(promise: ShippedPromise, one: Judged) -> Comparison:
    (found,) = [
        other
        for other in store().release(promise.id).comparisons(one.place)
        if (other.indicator, other.kind, other.now)
        == (one.indicator, one.window.kind, one.window.now)
    ]
    return found


@every_village
def test_a_village_page_tells_of_every_comparison_of_the_village(open_page, promise, village):
    page = open_page("by", by=village["id"], **promise.address)
    first = {one["id"] for one in promise.rows("indicators") if one["headline"] == "yes"}
    order = [one["id"] for one in promise.rows("indicators")]
    expected = [one for one in judged(promise, village["id"]) if one.window.kind != "earlier"]
    expected += surveyed(promise, village["id"])
    expected.sort(key=lambda one: (one.indicator not in first, order.index(one.indicator)))
    # Then what is only given for a small village together with its neighbours.
    if group := promise.group_of(village["id"]):
        together = [one for one in judged(promise, group) if one.window.kind != "earlier"]
        assert {one.verdict for one in together} > {"no_verdict"}
        expected += together
    assert [one for _, one in told(page, promise)] == expected


@every_telling_view
def test_nothing_that_can_be_unfolded_is_empty(open_page, view):
    page = open_page(view.page, **view.parameters)
    for node in page.tree.find_all("details"):
        assert node.text != node.find("summary").text, node.text


@pytest.mark.parametrize("view", [v for v in VIEWS if v.page == "indikatorer"], ids=str)
def test_the_page_of_an_indicator_tells_of_the_chosen_places(open_page, view):
    promise = view.promise
    found = [one for _, one in opened(open_page, view)]
    indicator = dict(view.choice).get("indikator", promise.rows("indicators")[0]["id"])
    everything: list[Judged | Surveyed] = []
    for place in dict.fromkeys(one.place for one in found):
        everything += judged_during(promise, place)
        everything += surveyed(promise, place)
    assert found == [one for one in everything if one.indicator == indicator]
    (row,) = [one for one in promise.rows("indicators") if one["id"] == indicator]
    assert bool(found) == (row["unit"] in ("reports", "index")) or not found


@every_telling_view
def test_a_comparison_says_its_counts_and_word_and_then_the_interval(open_page, view):
    for section, one in of_counts(open_page, view):
        assert section.find("p", "t-sentence").text == section.find("blockquote").text
        judged_by_interval = one.verdict in ("lower", "higher", "no_certain_difference")
        details = [node.text for node in section.find_all("p", "t-detail")]
        assert len(details) == judged_by_interval
        if judged_by_interval:
            assert f"{one.level * 100:g} procents säkerhet" in details[0]
            assert ratio(one.lower) in details[0]
            assert one.upper == float("inf") or ratio(one.upper) in details[0]
        assert (one.verdict == "lower") == (one.upper is not None and one.upper < 1)
        assert one.verdict != "higher" or one.lower > 1


@every_telling_view
def test_the_facts_of_a_comparison_are_those_of_the_files_and_the_release(open_page, view):
    promise = view.promise
    for section, one in of_counts(open_page, view):
        window, release = one.window, same_in_release(promise, one)
        year = promise.baseline
        labels = [node.text for node in section.find("dl").find_all("dt")]
        facts = dict(
            zip(labels, (node.text for node in section.find("dl").find_all("dd")), strict=True)
        )
        now, before = (shown(n, window) for n in (window.count_now, window.count_baseline))
        expected = {
            text("method-now"): f"{now} ({span(window.now, window.now_end)})",
            text("method-baseline", year=year): (
                f"{before} ({span(window.baseline, window.baseline_end)})"
            ),
            text("method-days"): text(
                "method-days-value", now=str(window.days_now), baseline=str(window.days_baseline)
            ),
            text(f"method-exposure-{release.basis}"): ratio(release.exposure_ratio),
            text("method-series"): text(f"method-series-{one.series}"),
            text("method-too-few"): str(release.too_few_limit),
            text("method-lines"): lines(promise, one),
        }
        if one.verdict != "no_verdict":
            assert release.phi is not None and release.p_value is not None
            expected[text("method-phi")] = ratio(release.phi)
            expected[text("method-p")] = ratio(release.p_value)
            expected[text("method-level")] = f"{one.level * 100:g}"
        if one.band:
            low, high = map(shown, one.band)
            expected[text("method-band")] = text("method-band-value", low=low, high=high)
        interval = facts.pop(text("method-interval"), "")
        assert interval == " ".join(node.text for node in section.find_all("p", "t-detail"))
        assert facts == {label: plain(value) for label, value in expected.items()}


def lines(promise: ShippedPromise, one: Judged) -> str:
    """The lines of the file that the counts are sums of, runs as "12–23"."""
    parts = {*one.window.parts_now, *one.window.parts_baseline}
    numbers = [
        line
        for line, row in enumerate(promise.rows("reported_crimes"), 2)
        if (row["place"], row["indicator"]) == (one.place, one.indicator) and row["period"] in parts
    ]
    found = ""
    for line in numbers:
        if line - 1 in numbers and line + 1 in numbers:
            continue
        run = line - 1 in numbers
        found += f"–{line}" if run else f", {line}"
    return found.removeprefix(", ")


@every_telling_view
def test_the_sql_that_is_shown_gives_the_counts_that_are_shown(open_page, releases, view):
    with open_read_only(current_release(releases, view.promise.id)) as connection:
        for section, one in of_counts(open_page, view):
            sql = section.find("pre").text
            assert sql.startswith("SELECT") and sql.endswith(";") and sql.count(";") == 1
            (found,) = connection.execute(sql).fetchall()
            # Where a part is missing there is no sum: missing is never zero.
            assert found == (one.window.count_now, one.window.count_baseline)


def rows_behind(promise: ShippedPromise, one: Surveyed) -> list[Row]:
    return [
        row
        for row in promise.rows("safety_survey")
        if (row["place"], row["indicator"]) == (one.place, one.indicator)
        and row["period"] in (promise.baseline, one.year)
    ]


@every_telling_view
def test_the_facts_of_an_index_are_the_published_values_the_change_and_the_margin(
    open_page, releases, view
):
    promise = view.promise
    sources = {one["id"]: plain(one["title"]) for one in promise.rows("sources")}
    for section, one in of_survey(open_page, view):
        assert section.find("p", "t-sentence").text == section.find("blockquote").text
        rows = rows_behind(promise, one)
        expected = [
            (row["period"], f"{decimal(row['value']) or '–'} ({sources[row['source']]})")
            for row in rows
        ]
        if one.reason in ("", "values_disagree"):
            changes = [Decimal(new) - Decimal(old) for new in one.now for old in one.baseline]
            ends = dict.fromkeys(str(pick(changes)) for pick in (min, max))
            said = " – ".join(decimal(end).replace("-", "−") for end in ends)
            expected.append((text("method-change"), said))
        basis = "our_estimate" if one.ours else "producer"
        margin = text(f"margin-{basis}", margin=decimal(str(one.margin)))
        expected.append((text("method-margin"), margin))
        labels = [node.text for node in section.find("dl").find_all("dt")]
        values = [node.text for node in section.find("dl").find_all("dd")]
        assert sorted(zip(labels, values, strict=True)) == sorted(expected)

        sql = section.find("pre").text
        with open_read_only(current_release(releases, promise.id)) as connection:
            found = connection.execute(sql).fetchall()
        assert sorted((f[0], f[1] or "", f[3]) for f in found) == sorted(
            (row["period"], row["value"], row["source"]) for row in rows
        )


@every_telling_view
def test_what_is_copied_is_the_sentence_with_source_release_and_address(open_page, view):
    promise = view.promise
    sources = {one["id"]: one["title"] for one in promise.rows("sources")}
    for section, one in opened(open_page, view):
        (button,) = section.find_all("button")
        copied = plain(unquote(button.attributes["data-copy"]))
        sentence = mark(promise, may_write(promise, one))
        assert copied.startswith(f"{sentence} {text('site-source')}: ")
        rows = (
            rows_behind(promise, one)
            if isinstance(one, Surveyed)
            else promise.series[one.place, one.indicator].values()
        )
        for source in {sources[row["source"]] for row in rows}:
            assert plain(source) in copied
        assert f"{promise.file['title']}, utgåva 1." in copied
        assert copied.endswith(" {address:1}") and copied.count("{address") == 1
        assert copied.startswith("Exempel: ") == promise.is_example
        assert re.fullmatch(r"[\w.~%/-]+", button.attributes["data-copy"], re.ASCII)


@every_telling_view
def test_beside_what_may_be_written_stands_what_may_not(open_page, view):
    for section, one in opened(open_page, view):
        never = [item.text for item in section.find_all("li")]
        first = {"lower": "why", "higher": "why", "no_verdict": "anything"}.get(
            one.verdict, "safer" if isinstance(one, Surveyed) else "change"
        )
        given = {} if first == "why" else {"year": view.promise.baseline}
        assert never == [plain(text(f"may-not-{first}", **given)), plain(text("may-not-rank"))]


def test_what_is_told_is_told_of_every_word_there_is(open_page):
    seen = {one.verdict for view in TELLING for _, one in opened(open_page, view)}
    # Too few to compare: where small counts are hidden only the next test has such years.
    assert {"lower", "higher", "no_certain_difference", "no_verdict"} <= seen


def test_two_years_that_are_known_can_still_be_too_few_to_compare(quiet):
    group = quiet.group_of(SMALL[0])
    halves = [row for period, row in quiet.series[group, FEW].items() if "-H" in period]
    assert {row["missing_reason"] for row in halves if row["period"] > HIDDEN_YEAR} == {"protected"}
    page = run_page("by", by=SMALL[0], **quiet.address)
    (section,) = [
        section
        for section, one in told(page, quiet)
        if (one.place, one.indicator, one.verdict) == (group, FEW, "too_few")
    ]
    assert f"5 anmälda 2020, 6 under 2019: {text('verdict-too_few')}" in section.text
