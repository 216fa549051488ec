"""The real dashboard in headless Chromium: what a reader with a phone or a computer meets."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from accessible import wait_until_drawn
from clipboard import on_clipboard
from judged import judged_during, late, plain
from nasty_folder import SIGNS, nasty
from shipped_files import (
    EXAMPLE,
    MISSING,
    PROMISES,
    REAL,
    REPOSITORY,
    ShippedPromise,
    decimal,
    in_words,
    swedish,
)
from streamlit_server import Server, ask, running
from views import PAGES

from trygghet.release.store import store
from trygghet.schema import TABLES
from trygghet.words import text

pytestmark = pytest.mark.browser

PHONE, SMALL_PHONE, COMPUTER = (390, 844), (320, 640), (1280, 900)
either_promise = pytest.mark.parametrize("promise", PROMISES, ids=str)
TO_EXAMPLE, TO_REAL = "Se ett påhittat exempel", f"Byt till {REAL.file['title']}"
every_page = pytest.mark.parametrize("name", PAGES)

# Streamlit's and the browser's own words. Whole words; capitals count.
ENGLISH = re.compile(
    r"\b(Choose an option|Choose|Select|Selected|No results|Loading|Running|Rerun|Stop|Settings"
    r"|Deploy|View fullscreen|Fullscreen|Copy|Copied|Link to heading|Open|Close|Dismiss|Clear"
    r"|Clear all|Remove|Search|Download|Print|Skip to main content|Page not found|Expand|Collapse"
    r"|Show|Hide|Toggle|Zoom|Reset|Autoscale|Connecting|Connection error|Error|Warning|Manage app"
    r"|Made with|Options|Menu|Back|Next|Previous|Press Enter|More)\b"
)


class Reader:
    """A browser's page and everything that went wrong in it."""

    def __init__(self, page: Any, url: str) -> None:
        self.page, self.url = page, url
        self.complaints: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("dialog", self._dialog)
        page.on("request", self._request)
        page.on("response", self._response)
        page.on("requestfailed", self._failed)

    def open(self, name: str, size: tuple[int, int] = PHONE, **parameters: str) -> Any:
        """Open a page and wait until it is drawn to its end."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        query = "&".join(f"{key}={quote(value, safe='')}" for key, value in parameters.items())
        path = "" if name == "oversikt" else name
        self.page.goto(f"{self.url}/{path}?{query}")
        self.wait_until_drawn()
        if name == "indikatorer" and self.page.locator(".stPlotlyChart").count():
            self.page.locator(".js-plotly-plot .scatterlayer path.point").first.wait_for()
        return self.page

    def wait_until_drawn(self) -> None:
        wait_until_drawn(self.page)

    @property
    def address(self) -> dict[str, str]:
        """What the address says."""
        # What Playwright holds for the address is behind by a message or two.
        given = parse_qs(urlsplit(self.page.evaluate("location.href")).query)
        return {key: values[0] for key, values in given.items()}

    @property
    def path(self) -> str:
        """Which page the address names."""
        return str(self.page.evaluate("location.pathname"))

    def heading(self, text: str) -> None:
        """Wait for a main heading that has the text."""
        # While the app draws, its own heading is there too, unseen.
        self.page.locator("h1:visible").filter(has_text=text).wait_for()

    def _console(self, said: Any) -> None:
        if said.type in ("error", "warning"):
            self.complaints.append(f"console: {said.text}")

    def _dialog(self, dialog: Any) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Any) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.netloc != urlsplit(self.url).netloc:
            self.complaints.append(f"another host: {request.url}")

    def _response(self, response: Any) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url}")

    def _failed(self, request: Any) -> None:
        # A download, and what a page that is left behind was still waiting for.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{request.failure}: {request.url}")


@pytest.fixture(scope="module")
def only_reader(tab: Any, dashboard: Server) -> Reader:
    return Reader(tab, dashboard.url)


@pytest.fixture
def reader(only_reader: Reader) -> Iterator[Reader]:
    # No empty page in between: the browser would start anew with Streamlit's scripts.
    only_reader.complaints.clear()
    yield only_reader
    assert only_reader.complaints == []


def wait_for_count(found: Any, count: int) -> None:
    """Wait until there are so many: a page is drawn from its top to its end."""
    found.nth(count).wait_for(state="detached")
    if count:
        found.nth(count - 1).wait_for(state="attached")


def open_everything(page: Any) -> None:
    """Unfold all that can be unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")


def sideways(page: Any) -> dict[str, int]:
    """By how many points the page can be scrolled sideways."""
    over: dict[str, int] = page.evaluate(
        """() => {
        const found = {};
        for (const one of [document.scrollingElement, document.body,
                           document.querySelector('[data-testid="stMain"]')]) {
            const over = one.scrollWidth - one.clientWidth;
            if (over > 0) found[one.tagName] = over;
        }
        return found;
    }"""
    )
    return over


def pictures_without_mark(page: Any) -> list[Any]:
    """Where somebody who scrolls can take a picture of the example that does not say what it is."""
    unmarked = page.evaluate(
        """async () => {
        const main = document.querySelector('[data-testid="stMain"]');
        const banner = document.querySelector('.t-example-banner');
        const unmarked = [];
        for (let top = 0; top < main.scrollHeight; top += main.clientHeight / 2) {
            main.scrollTop = top;
            await new Promise(requestAnimationFrame);
            const { left, right, top: above, bottom } = banner.getBoundingClientRect();
            const inside = above >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
            const seen = document.elementFromPoint((left + right) / 2, (above + bottom) / 2);
            if (!inside || !banner.contains(seen)) unmarked.push(top);
        }
        return main.scrollTop > 0 ? unmarked : ['the page could not be scrolled'];
    }"""
    )
    if "P%C3%85HITTAT" not in paper(page):
        unmarked.append("the paper")
    return unmarked


def paper(page: Any) -> str:
    """What the page lies on."""
    return page.evaluate(
        """getComputedStyle(document.querySelector('[data-testid="stMain"]')).backgroundImage"""
    )


# Every page


@every_page
@either_promise
def test_a_page_has_faults_or_english_scrolls_sideways_or_hides_that_it_is_invented(
    reader, promise, name
):
    page = reader.open(name, PHONE, **promise.address)
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.lang") == "sv"
    assert page.title()
    assert sideways(page) == {}
    open_everything(page)
    for width, height in (PHONE, SMALL_PHONE, COMPUTER):
        page.set_viewport_size({"width": width, "height": height})
        assert sideways(page) == {}
        if promise.is_example:
            assert pictures_without_mark(page) == []
    assert english(page, promise) == set()


def test_a_real_page_has_no_mark_of_the_example(reader):
    page = reader.open("oversikt")
    assert page.locator(".t-example-banner").count() == 0
    assert paper(page) == "none"


# Ways from page to page


@pytest.mark.parametrize("name", ["oversikt", "aktiviteter"])
def test_a_reader_gets_to_the_example_and_back(reader, name):
    page = reader.open(name)
    page.get_by_role("link", name=TO_EXAMPLE).click()
    reader.heading("Exempel:")
    assert reader.path == ("/" if name == "oversikt" else f"/{name}")
    page.get_by_role("link", name=TO_REAL).click()
    page.locator(".t-example-banner").wait_for(state="detached")
    reader.wait_until_drawn()
    assert "Exempel:" not in page.locator("h1").inner_text()


def test_the_address_says_which_promise_is_shown_after_a_switch(reader):
    page = reader.open("aktiviteter")
    page.get_by_role("link", name=TO_EXAMPLE).click()
    reader.heading("Exempel:")
    assert reader.address == {"data": EXAMPLE.id}
    page.get_by_role("link", name=TO_REAL).click()
    page.locator(".t-example-banner").wait_for(state="detached")
    assert reader.address == {}
    page.go_back()
    reader.heading("Exempel:")


@either_promise
def test_a_village_card_leads_to_the_village(reader, promise):
    village = promise.villages[-1]
    page = reader.open("oversikt", **promise.address)
    page.get_by_role("link", name=f"Mer om {village['name']}").click()
    reader.heading(f"Hur går det i {village['name']}?")
    assert reader.path == "/by"
    assert reader.address == {"by": village["id"], **promise.address}
    page.get_by_role("link", name="Översikt").click()
    reader.heading(promise.file["title"])
    assert reader.address == promise.address


@either_promise
def test_the_address_says_which_village_is_shown_after_the_choice_of_another(reader, promise):
    first, second = promise.villages[:2]
    page = reader.open("by", by=first["id"], **promise.address)
    page.get_by_role("radio", name=second["name"], exact=True).click()
    reader.heading(f"Hur går det i {second['name']}?")
    reader.wait_until_drawn()
    assert reader.address == {"by": second["id"], **promise.address}
    page.reload()
    reader.heading(f"Hur går det i {second['name']}?")


def test_the_first_page_called_by_its_name_gives_no_english_message(reader, dashboard):
    reader.page.goto(f"{dashboard.url}/oversikt")
    reader.wait_until_drawn()
    assert reader.page.get_by_role("dialog").count() == 0


@pytest.mark.parametrize("value", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_what_is_written_into_the_address_does_nothing_in_the_browser(reader, value):
    page = reader.open("by", by=value)
    assert f"”{value}”" in page.inner_text('[data-testid="stMain"]')
    assert page.locator('[data-testid="stMain"] :is(script, img)').count() == 0


@pytest.fixture(scope="module")
def nasty_reader(tab: Any, nasty_releases: Path, tmp_path_factory: Any) -> Iterator[Reader]:
    log = tmp_path_factory.mktemp("nasty-dashboard") / "server.log"
    environment = {"TRYGGHET_RELEASES": str(nasty_releases), "TRYGGHET_PROMISE": EXAMPLE.id}
    with (
        running("dashboard.py", REPOSITORY, log, environment) as server,
        closing(tab.context.new_page()) as page,
    ):
        yield Reader(page, server.url)


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("oversikt", ["h3", "svg text.t-name", '[data-testid="stPageLink"]']),
        ("by", ["h1", '[role="radio"]', "figcaption", "caption", "summary"]),
        ("aktiviteter", [".t-activity-title", ".t-activity dd", ".t-events li"]),
        ("indikatorer", ["h2", '[data-testid="stButtonGroup"] button', ".legendtext", "td, th"]),
    ],
)
def test_signs_of_html_and_markdown_stay_as_they_are_written(nasty_reader, name, places):
    page = nasty_reader.open(name, COMPUTER)
    for place in places:
        page.locator(place).first.wait_for(state="attached")
        texts = page.locator(place).evaluate_all("(all) => all.map((one) => one.textContent)")
        assert any(SIGNS in text for text in texts), (place, texts)
    assert (
        page.locator(
            "main b, main em, main code:not(.t-sql code), main .katex, main [title=x]"
        ).count()
        == 0
    )
    assert nasty_reader.complaints == []


def test_signs_of_html_and_markdown_stay_as_they_are_written_in_a_drop_down(nasty_reader):
    page = nasty_reader.open("aktiviteter", COMPUTER)
    page.get_by_role("combobox", name="By").click()
    page.get_by_role("option", name=nasty(EXAMPLE.villages[0]["name"]), exact=True).click()
    page.wait_for_url("**by=*")
    nasty_reader.wait_until_drawn()
    assert SIGNS in page.get_by_role("combobox", name="By").input_value()
    assert nasty_reader.address == {"by": EXAMPLE.villages[0]["id"]}


# Choices


@either_promise
def test_a_filter_is_kept_in_the_address_and_survives_a_reload(reader, promise):
    expected = promise.count_states(promise.activities())["ongoing"]
    page = reader.open("aktiviteter", **promise.address)
    box = page.get_by_role("combobox", name="Läge")
    box.click()
    page.get_by_role("option", name="pågår", exact=True).click()
    shown = page.get_by_text(f"Visar {expected} aktivitet")
    shown.wait_for()
    wait_for_count(page.locator(".t-activity"), expected)
    assert reader.address == {"lage": "ongoing", **promise.address}
    page.reload()
    reader.wait_until_drawn()
    shown.wait_for()
    assert box.input_value() == "pågår"
    wait_for_count(page.locator(".t-activity"), expected)
    assert reader.address == {"lage": "ongoing", **promise.address}


def test_a_place_added_to_the_chart_stands_in_the_address_and_in_the_table(reader):
    page = reader.open("indikatorer", data=EXAMPLE.id)
    page.get_by_role("button", name="Utkastnäs", exact=True).click()
    page.locator(".t-table th[scope=row]").filter(has_text="Utkastnäs").first.wait_for()
    reader.wait_until_drawn()
    assert "utkastnas" in reader.address["platser"].split(",")


# Files


def read_csv(content: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content, newline="")))


# A village's kind of crime that has half-years hidden.
PROTECTED = {"indikator": "trafikbrott", "platser": "fantasinge"}
VIEWS = {
    "conflict": (REAL, {"indikator": "problemindex"}),
    "months": (EXAMPLE, {"platser": "modellstorp,latsaskoping", "period": "manad"}),
    "protected": (EXAMPLE, PROTECTED | {"period": "halvar"}),
    "not-measured": (EXAMPLE, {"indikator": "problemindex", "platser": "pahittamala,kulissbro"}),
}


@pytest.mark.parametrize("view", VIEWS)
def test_the_file_of_a_view_holds_what_the_view_shows_and_the_release_has(reader, releases, view):
    promise, choice = VIEWS[view]
    page = reader.open("indikatorer", **choice, **promise.address)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV", exact=True).click()
    assert waiting.value.suggested_filename.startswith("pahittat-") == promise.is_example
    file = read_csv(waiting.value.path().read_text(encoding="utf-8"))
    assert file
    first = {next(iter(row.values())) for row in file}
    assert (first == {"Påhittat exempel"}) == promise.is_example
    indicator = choice.get("indikator") or promise.rows("indicators")[0]["id"]
    places = list(dict.fromkeys(row["place"] for row in file))
    assert {row["indicator"] for row in file} == {indicator}
    kind = {"manad": "month", "halvar": "half"}.get(choice.get("period", ""), "year")
    hidden = [row for row in file if row["missing_reason"] == "protected"]
    assert bool(hidden) == (view in ("protected", "months"))
    assert all(row["value"] == "" for row in hidden)
    observations = store().release(promise.id).observations(indicator, places, kind)
    written = [[row["place"], row["period"], row["value_published"], row["source"]] for row in file]
    assert written == [
        [seen.place, seen.period, seen.published or "", seen.source] for seen in observations
    ]
    for row, seen in zip(file, observations, strict=True):
        assert (float(row["value"]) if row["value"] else None) == seen.value
        assert row["missing_reason"] == (seen.missing_reason or "")
        assert row["note"] == (seen.note or "") and row["source_title"] == seen.source_title
        assert row["conflict"] == str(seen.conflict).lower()
        assert row["is_sum"] == str(seen.is_sum).lower()
    assert shown_values(page) == [
        (in_words(row["period"]), value_in_words(row["value_published"], row["missing_reason"]))
        for row in file
    ]


def value_in_words(value: str, missing_reason: str) -> str:
    if not value:
        return MISSING[missing_reason]
    return swedish(int(value)) if value.isdigit() else decimal(value)


def shown_values(page: Any) -> list[tuple[str, str]]:
    """Period and value of every row of the table on the page."""
    rows = page.locator(".t-table tr").evaluate_all(
        "(rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent))"
    )
    columns, *rows = [[" ".join(cell.split()) for cell in row] for row in rows]
    period, value = columns.index("Period"), columns.index("Värde")
    return [(row[period], row[value]) for row in rows]


@either_promise
def test_a_file_of_the_promise_can_be_fetched_from_its_page(reader, promise):
    page = reader.open("data", **promise.address)
    page.get_by_text("Aktiviteter så som de först planerades").click()
    with page.expect_download() as waiting:
        # A click would have to hit what is still unfolding.
        page.locator('a[href^="/data/activities.csv"]').press("Enter")
    rows = read_csv(waiting.value.path().read_text(encoding="utf-8"))
    assert [row["id"] for row in rows] == [one["id"] for one in promise.activities()]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
@either_promise
def test_every_file_comes_back_as_it_was_written(dashboard, promise, table):
    answer = ask(f"{dashboard.url}/data/{table.file}?data={promise.id}")
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    prefix = "pahittat-" if promise.is_example else ""
    named = f'"{prefix}{promise.id}-{table.name}-utgava-1.csv"'
    assert named in answer.headers["content-disposition"]
    columns, *rows = csv.reader(io.StringIO(answer.body.decode(), newline=""))
    if promise.is_example:
        assert {row.pop(0) for row in rows} == {"Påhittat exempel"}
        columns.pop(0)
    original = promise.rows(table.name)
    assert columns == [column.name for column in table.columns]
    assert original or (table.name in ("coverage", "crime_codes") and promise is REAL)
    decimals = {column.name for column in table.columns if column.type == "decimal"}
    decimals -= {table.value}  # which is given as it was written: 1.40 is not 1.4
    lists = {column.name for column in table.columns if column.type == "refs"}
    for cells, written in zip(rows, original, strict=True):
        row = dict(zip(columns, cells, strict=True))
        for name, cell in written.items():
            if name in decimals and cell:
                assert float(row[name]) == float(cell)
            elif name in lists:
                assert row[name].split(";") == [part.strip() for part in cell.split(";")]
            else:
                assert row[name] == cell


def test_no_column_of_a_file_is_lost_to_another_with_its_name(dashboard):
    for table in TABLES:
        answer = ask(f"{dashboard.url}/data/{table.file}?data={EXAMPLE.id}")
        columns = answer.body.decode().splitlines()[0].split(",")
        assert len(columns) == len(set(columns))


def test_a_part_of_the_release_s_file_is_sent_as_it_lies_there(dashboard):
    """Streamlit compresses what it sends; a packed file's parts would then be those of another."""
    address = f"{dashboard.url}/data/utgava.duckdb"
    whole = ask(address, accept_encoding="gzip")
    assert "content-encoding" not in whole.headers
    assert int(whole.headers["content-length"]) == len(whole.body)
    part = ask(address, accept_encoding="gzip", range="bytes=4096-8191")
    assert (part.status, part.body) == (206, whole.body[4096:8192])
    for name in ("sources.xlsx", "sources.parquet", "utgava.zip"):
        answer = ask(f"{dashboard.url}/data/{name}", accept_encoding="gzip")
        assert "content-encoding" not in answer.headers
    text = ask(f"{dashboard.url}/data/sources.csv", accept_encoding="gzip")
    assert text.headers["content-encoding"] == "gzip"


def test_the_page_data_and_the_list_of_files_hide_each_other(dashboard):
    page, listed = (ask(f"{dashboard.url}{path}").body.decode() for path in ("/data", "/data/"))
    assert '<div id="root">' in page and '<div id="root">' not in listed
    assert "Hämta uppgifterna" in listed


# Streamlit's own words


LABELS = """() => [...document.querySelectorAll('*')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .flatMap((one) => ['aria-label', 'title', 'alt', 'placeholder', 'aria-description',
                       'aria-roledescription', 'aria-valuetext']
        .map((name) => one.getAttribute(name)).filter(Boolean))"""


def english(page: Any, promise: ShippedPromise) -> set[str]:
    """The English words that can be seen or are read out, without those of the data."""
    said = " | ".join([page.inner_text("body"), *page.evaluate(LABELS)])
    said = " ".join(said.split())
    for quoted in map(plain, promise.texts):
        if ENGLISH.search(quoted):
            said = said.replace(quoted, "…")
    return set(ENGLISH.findall(said))


def test_an_open_drop_down_has_no_english(reader):
    page = reader.open("aktiviteter", COMPUTER)
    box = page.get_by_role("combobox", name="Läge")
    box.click()
    page.get_by_role("option").first.wait_for()
    page.locator(f'[aria-label="{text("spoken-dismiss")}"]').first.wait_for(state="attached")
    assert english(page, REAL) == set()
    box.fill("finns inte")
    page.locator('[role="listbox"][data-empty]').wait_for()
    page.get_by_text(text("spoken-no-results")).wait_for()
    assert english(page, REAL) == set()


def test_a_chart_has_no_english_where_it_is_pointed_at(reader):
    page = reader.open("indikatorer", COMPUTER)
    page.locator(".js-plotly-plot .scatterlayer path.point").first.hover(force=True)
    page.locator(".hoverlayer .hovertext").first.wait_for()
    assert english(page, REAL) == set()


# Two readers' errands


def test_a_reporter_gets_from_a_search_engine_to_the_view_the_sentence_and_the_file(
    reader, dashboard
):
    village = EXAMPLE.villages[1]
    page = reader.page
    page.set_viewport_size({"width": COMPUTER[0], "height": COMPUTER[1]})
    # Search engines are given the pages without JavaScript.
    page.goto(f"{dashboard.url}/sida/{village['id']}?data={EXAMPLE.id}")
    page.get_by_role("link", name=text("static-app")).first.click()
    reader.heading(f"Hur går det i {village['name']}?")
    reader.wait_until_drawn()
    indicator = EXAMPLE.headline("reported_crimes")
    one = next(
        one
        for one in judged_during(EXAMPLE, village["id"])
        if one.indicator == indicator["id"] and one.window.kind == "year"
    )
    assert one.verdict == "lower"
    page.locator("summary").filter(has_text=text("by-compared")).first.click()
    told = page.locator("section.t-comparison").filter(has_text=one.sentence).first
    told.wait_for()
    told.locator("summary").filter(has_text=text("method-title")).click()
    told.locator("pre").wait_for()
    assert "SELECT" in told.locator("pre").inner_text()
    assert text("method-lines") in told.inner_text()
    told.locator("summary").filter(has_text=text("may-not-title")).click()

    told.get_by_role("button", name=text("copy-button")).click()
    told.get_by_role("button", name=text("copy-copied"), exact=True).wait_for()
    copied = plain(on_clipboard(page))
    assert copied.startswith("Exempel: ") and one.sentence in copied
    assert copied.endswith(page.evaluate("location.href") + "&v=1")
    assert reader.address == {"by": village["id"], "data": EXAMPLE.id}

    page.locator(".st-key-t-navigation").get_by_role("link", name=text("page-indikatorer")).click()
    reader.heading(text("indikatorer-title", year=EXAMPLE.baseline))
    reader.wait_until_drawn()
    with page.expect_download() as waiting:
        page.get_by_role("link", name=text("format-csv"), exact=True).click()
    file = read_csv(waiting.value.path().read_text(encoding="utf-8"))
    years = {
        row["period"]: row["value"]
        for row in file
        if (row["place"], row["indicator"]) == (village["id"], indicator["id"])
    }
    assert years[one.window.now] == str(one.window.count_now)
    assert years[one.window.baseline] == str(one.window.count_baseline)

    page.goto(copied.split()[-1])
    reader.heading(f"Hur går det i {village['name']}?")
    reader.wait_until_drawn()
    assert reader.address == {"by": village["id"], "data": EXAMPLE.id, "v": "1"}
    assert one.sentence in plain(page.locator("main, .stMain").first.inner_text())


def test_a_politician_gets_from_what_is_late_to_the_activity_and_its_source(reader):
    overdue = next(
        one
        for one in late(EXAMPLE)
        if not one.done and EXAMPLE.states[one.activity["id"]] == "ongoing"
    )
    page = reader.open("mal", PHONE, data=EXAMPLE.id)
    items = page.locator("ul.t-notes li").filter(has_text=overdue.activity["title"])
    days = text("mal-late-days", days=overdue.days)
    assert text("mal-late-overdue", days=days) in plain(items.first.inner_text())
    page.locator(".st-key-t-navigation").get_by_role("link", name=text("page-aktiviteter")).click()
    reader.heading(text("aktiviteter-title"))
    reader.wait_until_drawn()
    page.get_by_role("combobox", name=text("aktiviteter-filter-lage")).click()
    page.get_by_role("option", name=text("state-ongoing"), exact=True).click()
    card = page.locator(f"li.t-activity#{overdue.activity['id']}")
    page.wait_for_url("**lage=ongoing*")
    reader.wait_until_drawn()
    card.wait_for()
    assert reader.address == {"lage": "ongoing", "data": EXAMPLE.id}
    assert text("activity-timing-overdue") in plain(card.inner_text())
    source = next(one for one in EXAMPLE.rows("sources") if one["id"] == overdue.activity["source"])
    assert source["title"] in plain(card.inner_text())

    # The example has no addresses of its own; the real promise's lead to what was published.
    page = reader.open("aktiviteter", PHONE, lage="ongoing")
    ongoing = next(
        one for one in REAL.activities("in_promise") if REAL.states[one["id"]] == "ongoing"
    )
    source = next(one for one in REAL.rows("sources") if one["id"] == ongoing["source"])
    link = page.locator(f"li.t-activity#{ongoing['id']} dl").first.get_by_role("link")
    assert link.first.get_attribute("href") == source["url"]
    assert plain(link.first.inner_text()) == plain(source["title"])


@either_promise
def test_a_meeting_chosen_on_the_page_stands_in_the_address(reader, promise):
    page = reader.open("mal", PHONE, sedan="2020-11-15", **promise.address)
    assert reader.address == {"sedan": "2020-11-15", **promise.address}
    box = page.get_by_role("combobox", name=text("mal-since"))
    # A list that opens while the page still scrolls closes again.
    box.scroll_into_view_if_needed()
    box.click()
    box.fill("7 december")  # a long list holds only what is in sight
    page.get_by_role("option").first.wait_for()
    box.press("Enter")
    page.wait_for_url("**sedan=2020-12-07*")
    reader.wait_until_drawn()
    assert reader.address == {"sedan": "2020-12-07", **promise.address}
    page.reload()
    reader.wait_until_drawn()
    assert "7 december 2020" in box.input_value()
