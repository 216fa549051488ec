"""In which years a survey was made, and how few of them the promise holds."""

from datetime import date

import pytest
from drawn_svg import Drawing

from trygghet.charts.axis import Promised
from trygghet.charts.calendar import calendar_svg
from trygghet.words import text

PROMISED = Promised(date(2020, 5, 1), date(2021, 6, 30), 2019, example=False)
EXAMPLE = Promised(date(2020, 5, 1), date(2021, 6, 30), 2019, example=True)
YEARS = range(2016, 2023)
MEASURED = {"Lund": [2018, 2019, 2020, 2021], "Dalby": [2016]}
NOT_MEASURED = {"Dalby": [2019, 2020], "Genarp": [2018]}
LONG = "Påhittsmåla och Övre Låtsasköping med omnejd, norr om Skissån"


def draw(measured=MEASURED, not_measured=NOT_MEASURED, years=YEARS, promised=PROMISED) -> Drawing:
    return Drawing(calendar_svg(years, measured, not_measured, promised, "Mätningen"))


def cells(drawing: Drawing, css: str) -> list:
    """The cells of a class, without the one in the key."""
    key = min(one.top for one in drawing.said("t-small") if one.name == text("chart-measured"))
    return [one for one in drawing.all(css) if one.bottom < key]


def test_each_year_of_each_place_is_one_cell_of_its_kind():
    drawing = draw()
    measured, others = cells(drawing, "t-measured"), cells(drawing, "t-nothing")
    assert len(measured) == 5
    assert len(measured) + len(others) == 3 * len(YEARS)
    hatched = cells(drawing, "t-hatch")
    inside = [
        cell
        for cell in others
        if any(cell.left <= h.left and h.right <= cell.right + 0.1 and cell.top <= h.top
               and h.bottom <= cell.bottom + 0.1 for h in hatched)
    ]  # fmt: skip
    assert len(inside) == 3


def test_a_cell_stands_below_its_year():
    drawing = draw()
    years = {one.name: one.middle for one in drawing.said("t-small") if one.name.isdigit()}
    lund = sorted(cells(drawing, "t-measured"), key=lambda one: (one.top, one.left))[:4]
    assert [one.middle for one in lund] == pytest.approx(
        [years[year] for year in ("2018", "2019", "2020", "2021")], abs=0.2
    )


def test_the_shade_is_the_time_of_the_promise_within_its_years():
    drawing = draw()
    (shade,) = drawing.all("t-band")
    middle = {one.name: one.middle for one in drawing.said("t-small") if one.name.isdigit()}
    step = middle["2021"] - middle["2020"]
    assert shade.left == pytest.approx(middle["2020"] + step * (121 / 366 - 0.5), abs=0.2)
    assert shade.right == pytest.approx(middle["2021"] + step * (181 / 365 - 0.5), abs=0.2)
    rows = cells(drawing, "t-nothing")
    assert shade.top < min(one.top for one in rows)
    assert shade.bottom > max(one.bottom for one in rows)


def test_years_before_the_promise_have_no_shade():
    assert draw(years=range(2015, 2019)).all("t-band") == []


def test_the_text_alternative_tells_every_row():
    assert draw().label == (
        "Mätningen. Löftet: maj 2020–juni 2021. "
        "Lund: publicerad mätning 2018, 2019, 2020 och 2021, inget publicerat 2016, 2017 och 2022; "
        "Dalby: publicerad mätning 2016, ej mätt 2019 och 2020, "
        "inget publicerat 2017, 2018, 2021 och 2022; "
        "Genarp: ej mätt 2018, inget publicerat 2016, 2017, 2019, 2020, 2021 och 2022"
    )


def test_a_measurement_outweighs_a_note_that_there_was_none():
    drawing = draw({"Lund": [2019]}, {"Lund": [2019]})
    assert len(cells(drawing, "t-measured")) == 1
    assert "ej mätt" not in drawing.label


@pytest.mark.parametrize("years", [range(2019, 2020), range(2017, 2022), range(2008, 2025)])
def test_nothing_is_cut_and_no_text_runs_into_another(years):
    drawing = draw({**MEASURED, LONG: [2019], "Ö": [2019]}, years=years)
    assert drawing.collisions == drawing.outside == []
    assert "2019" in [one.name for one in drawing.said("t-small")]


def test_a_hostile_name_stays_text():
    drawing = draw({"<script>alert(1)</script>": [2019]})
    assert "script" not in {one.tag for one in drawing.root.iter()}
    assert "<script>" in drawing.label


def test_invented_figures_carry_their_mark():
    assert draw().marks == []
    assert draw(promised=EXAMPLE).marks == [text("site-example-mark")]


@pytest.mark.parametrize(("years", "measured"), [([], MEASURED), (YEARS, {})])
def test_nothing_to_show_is_no_chart(years, measured):
    assert calendar_svg(years, measured, {}, PROMISED, "") == ""
