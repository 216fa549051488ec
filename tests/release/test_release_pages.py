"""What the pages say of releases, corrections and renewals, from the first publication on."""

import csv
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from opened_page import OpenedPage, run_page
from our_routes import our_routes
from serving import publish
from shipped_files import EXAMPLE, REAL, ShippedPromise

from trygghet import cli
from trygghet.release.store import store
from trygghet.views import context
from trygghet.words.numbers import day


class Site:
    """A promise of its own that can be changed and published, and the pages that show it.

    It has counts of the municipality alone: to protect villages and to compare with others takes
    long and changes nothing here.
    """

    def __init__(self, promise: ShippedPromise, folder: Path) -> None:
        self.folder = folder / promise.id
        self.id = promise.id
        shutil.copytree(promise.folder, self.folder)
        for name in ("reported_crimes", "coverage"):
            path = self.folder / f"{name}.csv"
            header, *lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            kept = [line for line in lines if line.split(",")[0] == promise.municipality]
            path.write_text("".join((header, *kept)), encoding="utf-8")

    def publish(self) -> None:
        assert publish(self.folder) == 0

    def swap(self, old: str, new: str) -> None:
        """Replace a text in promise.toml."""
        path = self.folder / "promise.toml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def change(self, file: str, column: str, value: str, **row: str) -> str:
        """Write a value in the one row that has these; what stood there."""
        path = self.folder / f"{file}.csv"
        with path.open(encoding="utf-8", newline="") as opened:
            rows = list(csv.DictReader(opened))
        (found,) = [one for one in rows if row.items() <= one.items()]
        before, found[column] = found[column], value
        with path.open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        return before

    def open(self, page: str, **address: str) -> OpenedPage:
        opened = run_page(page, data=self.id, **address)
        assert opened.failures == []
        return opened

    def footer(self) -> str:
        return self.open("mal").tree.find("p", "t-footer").text


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Site]]:
    """Make a site of a copy of a shipped promise."""
    monkeypatch.setenv("TRYGGHET_RELEASES", str(tmp_path / "releases"))
    store.cache_clear()
    yield lambda promise: Site(promise, tmp_path)
    store.cache_clear()


def vandalism_of_2019(page: OpenedPage) -> str:
    return next(
        row[1]
        for table in page.tables
        if "Värde" in table.columns
        for row in table.rows
        if row[0] == "2019"
    )


def test_what_somebody_has_cited_is_not_there_any_more(site: Callable[..., Site]) -> None:
    mine = site(REAL)
    mine.publish()
    key = {"place": "lund", "period": "2019", "indicator": "skadegorelse"}
    mine.change("reported_crimes", "count", "1404", **key)
    mine.publish()
    view = {"indikator": "skadegorelse", "platser": "lund"}
    assert vandalism_of_2019(mine.open("indikatorer", **view)) == "1 404"

    cited = mine.open("indikatorer", v="1", **view)
    assert vandalism_of_2019(cited) == "1 397"
    assert cited.tree.find(css="t-notice").text == (
        f"Du läser utgåva 1 från {TODAY}. Den gäller inte längre: utgåva 2 gäller nu."
    )
    onward = {(link.attributes["page"], link.attributes["query"]) for link in cited.links}
    staying = {query for page, query in onward if page not in ("", "indikatorer")}
    assert staying and all("v=1" in query for query in staying)
    assert ("indikatorer", "") in onward or ("indikatorer", f"data={mine.id}") in onward
    client = our_routes()
    assert "1 397" in client.get("/sida/?v=1").text.replace("\xa0", " ")
    assert "1 404" not in client.get("/sida/?v=1").text.replace("\xa0", " ")
    assert client.get("/sida/?v=1").headers["x-robots-tag"] == "noindex"

    # One that was gone back from was public, and what it said can be looked up.
    assert cli.main(["rollback", mine.id, "--by", "Bo Ek", "--why", "Fel"]) == 0
    assert vandalism_of_2019(mine.open("indikatorer", **view)) == "1 397"
    assert vandalism_of_2019(mine.open("indikatorer", v="2", **view)) == "1 404"
    # One that showed too much cannot be read in any way.
    mine.change("reported_crimes", "count", "1405", **key)
    assert publish(mine.folder, "--withdraw", "2") == 0
    gone = run_page("indikatorer", data=mine.id, v="2", **view)
    assert gone.heading == "Utgåvan är tillbakadragen"
    assert "1 404" not in gone.text.replace("\xa0", " ")
    for address in ("/sida/?v=2", "/data/reported_crimes.csv?v=2"):
        assert client.get(address).status_code == 410
    unknown = run_page("mal", data=mine.id, v="9")
    assert unknown.heading == "Utgåvan i adressen finns inte"
    assert [link.text for link in unknown.tree.find_all("a")] == ["Utgåva 1", "Utgåva 3"]


TODAY = day(datetime.now().astimezone().date())


def test_a_reader_cannot_tell_which_release_it_is(site: Callable[..., Site]) -> None:
    mine = site(REAL)
    mine.publish()
    assert mine.footer() == (
        "Uppgifterna gäller till den 22 november 2026. Ingen uppdateringstakt är utlovad."
        f" Utgåva 1, publicerad {TODAY}."
    )
    mine.swap("Tryggt östra Lund", "Tryggt i östra Lund")
    mine.publish()
    # The same process, without a restart.
    assert f"Utgåva 2, publicerad {TODAY}." in mine.footer()
    signed = ("--by", "Bo Ek", "--why", "Fel namn på <löftet>.")
    assert cli.main(["rollback", mine.id, *signed]) == 0
    assert mine.footer().endswith(
        f" Utgåva 1, publicerad {TODAY}. Utgåva 1 gäller igen sedan {TODAY}, i stället för"
        " utgåva 2. Skäl: Fel namn på <löftet>."
    )
    section = mine.open("data").section("Utgåvor")
    assert [item.text for item in section.find_all("li")] == [
        f"Utgåva 1 gäller igen, {TODAY} Bo Ek: Fel namn på <löftet>.",
        f"Utgåva 2, {TODAY} Testet: Ett prov 0 nya rader, 0 ändrade, 0 borttagna.",
        f"Utgåva 1, {TODAY} Testet: Ett prov 397 nya rader, 0 ändrade, 0 borttagna.",
    ]
    assert publish(mine.folder, "--withdraw", "2") == 0
    section = mine.open("data").section("Utgåvor")
    assert [item.text for item in section.find_all("li")][:3] == [
        f"Utgåva 3, {TODAY} Testet: Ett prov 0 nya rader, 0 ändrade, 0 borttagna."
        " Utgåva 2 är tillbakadragen.",
        f"Utgåva 1 gäller igen, {TODAY} Bo Ek: Fel namn på <löftet>.",
        f"Utgåva 2, {TODAY}, tillbakadragen Testet: Ett prov 0 nya rader, 0 ändrade, 0 borttagna.",
    ]


def test_a_corrected_figure_looks_as_if_it_had_always_been_so(site: Callable[..., Site]) -> None:
    mine = site(REAL)
    mine.publish()
    assert mine.open("data").section("Rättelser").text == "Inga rättelser."
    vandalism = {"place": "lund", "period": "2019", "indicator": "skadegorelse"}
    index = {
        "place": "lund", "period": "2019", "indicator": "problemindex",
        "source": "polisen-trygghetsmatning-2019",
    }  # fmt: skip
    assert mine.change("reported_crimes", "count", "1404", **vandalism) == "1397"
    assert mine.change("safety_survey", "value", "1.70", **index) == "1.56"
    mine.publish()
    lines = [item.text for item in mine.open("data").section("Rättelser").find_all("li")]
    why = f"Utgåva 2, {TODAY}. Skäl: Ett prov"
    assert lines[0].startswith("Problemindex i trygghetsmätningen, Lunds kommun, 2019, ")
    assert lines[0].endswith(f"1,56 → 1,70 {why}")
    assert lines[1:] == [f"Anmäld skadegörelse, Lunds kommun, 2019 1 397 → 1 404 {why}"]

    explored = mine.open("indikatorer", indikator="skadegorelse")
    notes = {
        row[0]: row[-1]
        for table in explored.tables
        if "Att veta" in table.columns
        for row in table.rows
    }
    assert notes["2019"] == "Rättat i utgåva 2: 1 397 → 1 404. Skäl: Ett prov"
    assert [note for year, note in notes.items() if year != "2019" and "Rättat" in note] == []
    told = "2019: Rättat i utgåva 2: 1 397 → 1 404. Skäl: Ett prov"
    facts = [dd.text for dd in explored.tree.find_all("dd")]
    assert facts.count(told) == len(explored.tree.find_all(css="t-comparison")) > 0
    shown = mine.open("oversikt")
    assert "2019: Rättat i utgåva 2: 1,56 → 1,70. Skäl: Ett prov" in shown.text


def test_a_protected_figure_is_told_by_its_correction(site: Callable[..., Site]) -> None:
    mine = site(EXAMPLE)
    row = next(
        one
        for one in EXAMPLE.rows("safety_survey")
        if one["place"] in {village["id"] for village in EXAMPLE.villages} and one["value"]
    )
    key = {name: row[name] for name in ("place", "period", "indicator", "source")}
    mine.publish()
    mine.change("safety_survey", "value", "", **key)
    mine.change("safety_survey", "missing_reason", "protected", **key)
    mine.publish()
    (line,) = mine.open("data").section("Rättelser").find_all("li")
    assert line.text.startswith("Exempel: ")
    assert "visas inte → ‥ (visas inte, för att skydda enskilda)" in line.text
    assert f"{row['value'].replace('.', ',')} →" not in line.text


@pytest.mark.parametrize(
    ("today", "late"), [("2021-07-15", False), ("2021-07-16", True), ("2026-11-22", True)]
)
def test_old_figures_are_taken_for_new(
    today: str, late: bool, site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = site(EXAMPLE)
    mine.swap('kind = "example"', 'kind = "published"')
    mine.publish()
    monkeypatch.setattr(context, "today", lambda: date.fromisoformat(today))
    told = "Sidan skulle ha uppdaterats senast den 15 juli 2021. Siffrorna kan vara gamla."
    for page in ("oversikt", "by", "mal", "aktiviteter", "indikatorer", "data"):
        opened = mine.open(page)
        assert (told in [node.text for node in opened.tree.find_all(css="t-notice")]) is late
    assert mine.footer().startswith(
        "Uppgifterna gäller till den 15 april 2021. Uppdateras senast 15 juli 2021. Utgåva 1,"
    )


def test_an_invented_promise_is_called_late(
    site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = site(EXAMPLE)
    mine.publish()
    monkeypatch.setattr(context, "today", lambda: date(2030, 1, 1))
    assert mine.open("oversikt").tree.find_all(css="t-notice") == []
    assert "Uppdateras senast 15 juli 2021." in mine.footer()


def test_an_ended_promise_is_called_late_for_ever(
    site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = site(REAL)
    mine.swap("languages = [", "update_months = 3\nlanguages = [")
    mine.publish()
    monkeypatch.setattr(context, "today", lambda: date(2030, 1, 1))
    assert mine.footer().startswith(
        "Uppgifterna gäller till den 22 november 2026. Löftet är slut, och fler uppdateringar är"
        " inte utlovade. Utgåva 1,"
    )
    assert "skulle ha uppdaterats" not in mine.open("oversikt").text
