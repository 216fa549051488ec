"""What the example promise holds, sent out as extracts and taken in again, is what it was."""

from collections.abc import Callable
from pathlib import Path

import pytest
from extract_files import WRITERS, Cells, append, keep_rows, run_import, table

CODES = """\
Alla anmälda brott,alla-brott,,,brott-kommuner
Anmälda brott utom dem som polisen själv upptäcker,alla-brott;alla-utom-polisens,,,brott-kommuner
Skadegörelse,alla-brott;alla-utom-polisens;skadegorelse,,,brott-kommuner
Stöld,alla-brott;alla-utom-polisens;stold,,,brott-kommuner
Brott mot person,alla-brott;alla-utom-polisens;vald,,,brott-kommuner
Narkotikabrott,alla-brott;narkotika,,,brott-kommuner
Trafikbrott,alla-brott;trafikbrott,,,brott-kommuner
"""

Rows = list[dict[str, str]]


def names(folder: Path, name: str, title: str) -> dict[str, str]:
    return {row["id"]: row[title] for row in table(folder, name)}


def number(text: str) -> object:
    """As Excel holds it, where that says the same; else a Swedish text."""
    if text.isdecimal():
        return int(text)
    return text.replace(".", ",")


def grouped(text: str) -> str:
    """A number with a hard space between thousands, as Swedish offices print it."""
    return f"{int(text):,}".replace(",", "\u00a0") if text else ".."


def in_words(period: str) -> str:
    return period.replace("-Q", " kv")


def long_rows(folder: Path, rows: Rows) -> list[Cells]:
    places, titles = names(folder, "places", "name"), names(folder, "indicators", "title")
    return [
        ["Anmälda brott, antal och per 100 000 av medelfolkmängden"],
        ["Slutlig statistik", "", "", "Uttaget 2021-04-14"],
        [],
        ["Kommun", "Brottstyp", "Period", "Antal", "Antal brott per 100 000 invånare"],
        *(
            [
                f" {places[row['place']]}",
                titles[row["indicator"]],
                in_words(row["period"]),
                grouped(row["count"]),
                grouped(row["rate_per_100k"]),
            ]
            for row in rows
        ),
        [],
        ["Källa: Brå"],
        [".. Uppgift saknas"],
    ]


def wide_rows(folder: Path, rows: Rows) -> list[Cells]:
    places, titles = names(folder, "places", "name"), names(folder, "indicators", "title")
    periods = sorted({row["period"] for row in rows})
    cells = {(row["place"], row["indicator"], row["period"]): row for row in rows}
    figures = [
        (f"{in_words(period)} {heading}", period, column)
        for period in periods
        for heading, column in (("Antal", "count"), ("per 100 000 inv", "rate_per_100k"))
    ]
    return [
        ["Anmälda brott"],
        ["Kommun", "Brottstyp", *(title for title, _, _ in figures)],
        *(
            [
                places[place],
                titles[indicator],
                *(
                    grouped(cells[place, indicator, period][column])
                    for _, period, column in figures
                ),
            ]
            for place, indicator in dict.fromkeys((place, one) for place, one, _ in cells)
        ),
        ["Källa: Brå"],
    ]


def two_header_rows(folder: Path, rows: Rows) -> list[Cells]:
    title, header, *lines = wide_rows(folder, rows)
    periods = sorted({row["period"] for row in rows})
    above = [cell for period in periods for cell in (in_words(period), "")]
    below = [cell for _ in periods for cell in ("Antal", "/100 000 inv")]
    assert len(header) == 2 + len(above)
    return [title, ["", "", *above], ["Kommun", "Brottstyp", *below], *lines]


@pytest.mark.parametrize("shape", [long_rows, wide_rows, two_header_rows])
@pytest.mark.parametrize("ending", WRITERS)
def test_a_figure_of_a_municipality_changes_on_the_way(
    example: Path, tmp_path: Path, ending: str, shape: Callable[[Path, Rows], list[Cells]]
) -> None:
    before = table(example, "reported_crimes")
    ours = [row for row in before if row["source"] == "brott-kommuner"]
    assert len(ours) > 400
    if shape is not long_rows:  # the others have every place, type and period
        whole = {row["period"] for row in ours if row["place"] == "sagokommunen"}
        assert len(ours) == 3 * 7 * len(whole)
    file = WRITERS[ending](tmp_path / f"sol.{ending}", shape(example, ours))
    keep_rows(example, "reported_crimes", lambda row: row["source"] != "brott-kommuner")
    append(example, "crime_codes.csv", CODES)
    done = run_import("sol", file, example, "brott-kommuner", "--write")
    assert done.code == 0, done.err
    assert same(table(example, "reported_crimes"), before)
    assert table(example, "reported_crimes")[: len(before) - len(ours)] == [
        row for row in before if row["source"] != "brott-kommuner"
    ]


@pytest.mark.parametrize("ending", WRITERS)
def test_an_answer_of_the_survey_changes_on_the_way(
    example: Path, tmp_path: Path, ending: str
) -> None:
    keep_rows(example, "reported_crimes", lambda row: False)  # only for speed
    before = table(example, "safety_survey")
    places, titles = names(example, "places", "name"), names(example, "indicators", "title")
    sources = dict.fromkeys(row["source"] for row in before)
    keep_rows(example, "safety_survey", lambda row: False)
    for source in sources:
        rows = [
            [
                places[row["place"]], titles[row["indicator"]], int(row["period"]),
                number(row["value"]), row["missing_reason"], number(row["margin"]),
                number(row["respondents"]), row["note"],
            ]
            for row in before if row["source"] == source
        ]  # fmt: skip
        header = [
            "Område", "Fråga", "År", "Värde", "Orsak", "Felmarginal", "Antal svarande",
            "Anmärkning",
        ]  # fmt: skip
        file = WRITERS[ending](tmp_path / f"{source}.{ending}", [["Mätningen"], header, *rows])
        done = run_import("survey", file, example, source, "--write")
        assert done.code == 0, done.err
    assert same(table(example, "safety_survey"), before)


PLAN = {
    "id": "Nr", "title": "Aktivitet", "description": "Beskrivning", "places": "Byar",
    "focus_area": "Fokusområde", "focus_area_basis": "focus_area_basis",
    "responsible": "Ansvarig", "relation": "relation", "context_kind": "context_kind",
    "planned_start": "Start", "first_deadline": "Klart senast", "deadline_note": "Tid i ord",
    "occasions_planned": "Tillfällen", "basis": "basis", "note": "Anmärkning",
}  # fmt: skip


@pytest.mark.parametrize("ending", WRITERS)
def test_an_activity_changes_on_the_way(example: Path, tmp_path: Path, ending: str) -> None:
    keep_rows(example, "reported_crimes", lambda row: False)  # only for speed
    before, events = table(example, "activities"), table(example, "activity_events")
    places = names(example, "places", "name")
    areas = {
        "narvaro": "Synlig närvaro", "unga": "Unga och mötesplatser", "trafik": "Lugnare trafik",
        "platser": "Ljusa och hela platser", "samverkan": "Samverkan och dialog", "": "",
    }  # fmt: skip
    keep_rows(example, "activity_events", lambda row: False)
    keep_rows(example, "activities", lambda row: False)
    for source in dict.fromkeys(row["source"] for row in before):
        rows = [
            [
                ", ".join(places[one] for one in row["places"].split(";"))
                if column == "places"
                else areas[row[column]] if column == "focus_area"
                else day_in_words(row[column])
                if column in ("planned_start", "first_deadline")
                else row[column]
                for column in PLAN
            ]
            for row in before if row["source"] == source
        ]  # fmt: skip
        file = WRITERS[ending](tmp_path / f"plan-{source}.{ending}", [[*PLAN.values()], *rows])
        done = run_import("plan", file, example, source, "--write")
        assert done.code == 0, done.err
    assert same(table(example, "activities"), before)
    check_events(example, tmp_path, ending, events)


def day_in_words(text: str) -> str:
    """2020-12-31 as 31/12 2020; what is less exact as it is."""
    if len(text) < len("2020-12-31"):
        return text
    year, month, day = text.split("-")
    return f"{int(day)}/{int(month)} {year}"


STATUS_WORDS = {
    "planned": "Planerad", "ongoing": "pågår", "done": "Genomförd", "postponed": "uppskjuten",
    "cancelled": "Inställd", "": "",
}  # fmt: skip


def check_events(example: Path, tmp_path: Path, ending: str, before: Rows) -> None:
    titles = names(example, "activities", "title")
    header = [
        "Aktivitet", "Datum", "Tid i ord", "Underlag", "Läge", "Ny tidsgräns",
        "Genomförda tillfällen", "Vad har hänt",
    ]  # fmt: skip
    for source in dict.fromkeys(row["source"] for row in before):
        rows = [
            [
                titles[row["activity"]], day_in_words(row["date"]), row["date_note"],
                "publicerat underlag" if row["track"] == "evidence" else "",
                STATUS_WORDS[row["status"]], row["new_deadline"], number(row["occasions_done"]),
                row["event"],
            ]
            for row in before if row["source"] == source
        ]  # fmt: skip
        file = WRITERS[ending](tmp_path / f"status-{source}.{ending}", [header, *rows])
        done = run_import("status", file, example, source, "--write")
        assert done.code == 0, done.err
        again = run_import("status", file, example, source, "--write")
        assert again.code == 0 and "finns redan" in again.out
    assert same(table(example, "activity_events"), before)


def same(rows: Rows, others: Rows) -> bool:
    """The same rows in any order: sources were taken in one after the other."""
    return sorted(map(str, rows)) == sorted(map(str, others))
