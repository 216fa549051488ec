"""Which counts a release may hold, and in what form (method §5)."""

from pathlib import Path

import pytest
from sound_folder import add, cell, together, write_sound_folder

from trygghet.check import read_promise_folder
from trygghet.protect import Cell, Protected, protect
from trygghet.protect.merging import Group, SmallPlace, groups

COUNTS = "place,period,indicator,count,missing_reason,rate_per_100k,note,source\n"
MORE_INDICATORS = """\
stold,Stöld,reported_crimes,reports,category,lower,no,no,,,Stölder,,statistik
vald,Våld,reported_crimes,reports,category,lower,yes,no,,,Våld,,statistik
ej-polisens,Ej polisens,reported_crimes,reports,all_but_police,lower,no,no,,,Resten,,statistik
"""
INDICATORS = ("alla-brott", "stold", "vald", "ej-polisens")
SHARE = {"alla-brott": 40, "stold": 10, "vald": 7, "ej-polisens": 30}


def months(year: int) -> list[str]:
    return [f"{year}-{month:02}" for month in range(1, 13)]


def rows(place: str, year: int, times: int = 1) -> str:
    return "".join(
        f"{place},{month},{indicator},{times * SHARE[indicator]},,,,statistik\n"
        for month in months(year)
        for indicator in INDICATORS
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two villages and their area, month by month and category by category."""
    path = write_sound_folder(tmp_path / "tryggt-i-provbygd")
    add("indicators.csv", MORE_INDICATORS)(path)
    counts = rows("lillby", 2019) + rows("storby", 2019, 2) + rows("provbygden", 2019, 3)
    (path / "reported_crimes.csv").write_text(COUNTS + counts, encoding="utf-8")
    cell("coverage.csv", 2, "reports", "1440")(path)
    cell("coverage.csv", 2, "unplaced", "0")(path)
    return path


def protected(folder: Path) -> Protected:
    return protect(read_promise_folder(folder))


def printed(found: Protected) -> dict[Cell, tuple[object, object]]:
    return {
        Cell(str(v["place"]), str(v["indicator"]), str(v["period"])): (
            v["count"],
            v["missing_reason"],
        )
        for record in found.folder.tables["reported_crimes"]
        for v in [record.values]
    }


def test_a_village_s_months_are_divided_by_category(folder: Path) -> None:
    found = printed(protected(folder))
    of_village = {(cell.indicator, len(cell.period)) for cell in found if cell.place == "lillby"}
    assert of_village == {
        ("alla-brott", len("2019-01")),
        ("alla-brott", len("2019")),
        ("stold", len("2019-H1")),
        ("stold", len("2019")),
    }
    assert found[Cell("lillby", "stold", "2019-H1")] == (60, None)
    assert found[Cell("storby", "alla-brott", "2019")] == (960, None)


def test_the_whole_area_loses_its_categories(folder: Path) -> None:
    found = printed(protected(folder))
    assert found[Cell("provbygden", "vald", "2019-03")] == (21, None)
    assert found[Cell("provbygden", "vald", "2019-H2")] == (126, None)
    assert found[Cell("provbygden", "ej-polisens", "2019")] == (1080, None)


def test_a_small_number_of_a_village_is_published(folder: Path) -> None:
    small = (folder / "reported_crimes.csv").read_text(encoding="utf-8")
    small = small.replace("lillby,2019-03,alla-brott,40,", "lillby,2019-03,alla-brott,3,")
    small = small.replace("provbygden,2019-03,alla-brott,120,", "provbygden,2019-03,alla-brott,83,")
    small = small.replace("lillby,2019-03,ej-polisens,30,", "lillby,2019-03,ej-polisens,3,")
    small = small.replace("lillby,2019-03,stold,10,", "lillby,2019-03,stold,1,")
    small = small.replace("lillby,2019-03,vald,7,", "lillby,2019-03,vald,1,")
    (folder / "reported_crimes.csv").write_text(small, encoding="utf-8")
    cell("coverage.csv", 2, "reports", "1403")(folder)
    found = protected(folder)
    assert printed(found)[Cell("lillby", "alla-brott", "2019-03")] == (None, "protected")
    (table,) = (one for one in found.hidden if one.table == "month_total")
    assert table.primary == 1
    assert table.complementary >= 1
    shown = {c: v for c, v in printed(found).items() if c.place == "lillby"}
    assert any(v[1] == "protected" for c, v in shown.items() if c.period != "2019-03")


def test_what_is_missing_becomes_hidden_or_zero(folder: Path) -> None:
    text = (folder / "reported_crimes.csv").read_text(encoding="utf-8")
    text = text.replace(
        "storby,2019-05,stold,20,,,,statistik", "storby,2019-05,stold,,not_delivered,,Sen,statistik"
    )
    (folder / "reported_crimes.csv").write_text(text, encoding="utf-8")
    found = printed(protected(folder))
    assert found[Cell("storby", "stold", "2019-H1")] == (None, "not_delivered")
    assert found[Cell("storby", "stold", "2019-H2")] == (120, None)
    assert found[Cell("storby", "stold", "2019")] == (None, "not_delivered")


def test_a_small_place_stands_alone_in_months_and_categories(folder: Path) -> None:
    together(
        cell("population.csv", 2, "population", "640"),
        cell("population.csv", 4, "population", "2100"),
    )(folder)
    found = protected(folder)
    (group,) = found.groups
    assert group.members == ("lillby", "storby")
    cells = printed(found)
    assert {len(cell.period) for cell in cells if cell.place in group.members} == {4}
    assert {cell.indicator for cell in cells if cell.place in group.members} == {"alla-brott"}
    assert cells[Cell(group.id, "stold", "2019-H1")] == (180, None)
    places = {str(r.values["id"]): r.values for r in found.folder.tables["places"]}
    assert places[group.id]["name"] == "Lillby och Storby"
    assert places["lillby"]["part_of"] == group.id
    assert places[group.id]["part_of"] == "provbygden"


def test_a_small_place_without_neighbours_is_divided_by_month(folder: Path) -> None:
    text = (folder / "reported_crimes.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines(keepends=True) if not line.startswith("storby")]
    (folder / "reported_crimes.csv").write_text("".join(lines), encoding="utf-8")
    cell("population.csv", 2, "population", "640")(folder)
    cell("coverage.csv", 2, "unplaced", "960")(folder)
    found = protected(folder)
    cells = {cell for cell in printed(found) if cell.place == "lillby"}
    assert cells == {Cell("lillby", "alla-brott", "2019")}
    assert found.groups == []


def test_an_answer_of_a_few_people_is_published(folder: Path) -> None:
    cell("safety_survey.csv", 2, "respondents", "4")(folder)
    first, second, _ = protected(folder).folder.tables["safety_survey"]
    assert (first.values["value"], first.values["missing_reason"]) == (None, "protected")
    assert (first.values["margin"], first.values["respondents"]) == (None, None)
    assert second.values["value"] == 1.4


def test_the_municipality_s_own_statistics_are_changed(folder: Path) -> None:
    add("reported_crimes.csv", "provbygd,2019,vald,3,,,,statistik\n")(folder)
    assert printed(protected(folder))[Cell("provbygd", "vald", "2019")] == (3, None)


def test_lines_are_counted_as_in_the_published_file(folder: Path) -> None:
    records = protected(folder).folder.tables["reported_crimes"]
    assert [record.line for record in records] == list(range(2, len(records) + 2))


def place(id_: str, inhabitants: int | None) -> SmallPlace:
    return SmallPlace(id_, "bygden", inhabitants)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([("a", 5000), ("b", 1000)], []),
        ([("a", 5000), ("b", 400), ("c", 300)], ["b", "c", "a"]),
        ([("a", 5000), ("b", 700), ("c", 300)], ["b", "c"]),
        ([("a", 5000), ("b", 900), ("c", 1100)], ["b", "c"]),
        ([("a", 5000), ("b", None), ("c", 1100)], ["b", "c"]),
        ([("a", 400)], ["a"]),
    ],
)
def test_a_group_is_too_small_or_larger_than_it_has_to_be(
    places: list[tuple[str, int | None]], expected: list[str]
) -> None:
    found = groups([place(*one) for one in places])
    assert sorted(member for group in found for member in group.members) == sorted(expected)


def test_places_of_different_areas_are_put_together() -> None:
    found = groups([SmallPlace("a", "x", 400), SmallPlace("b", "y", 400)])
    assert found == [Group("a", "x", ("a",)), Group("b", "y", ("b",))]
