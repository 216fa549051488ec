"""Rows "2019 ○ … ● nu": what lies where, what is written, what is said to those who do not see."""

import re
from dataclasses import replace

import pytest
from drawn_svg import Drawing
from hypothesis import given
from hypothesis import strategies as st

from trygghet.charts.dumbbell import DumbbellRow, dumbbell_svg
from trygghet.words import text
from trygghet.words.numbers import number

LOWER = DumbbellRow("Kulissbro", 729, 434, "729", "434", (480, 1090), "lägre än 2019", "lower")
HIGHER = DumbbellRow("Skissby", 412, 690, "412", "690", (250, 640), "högre än 2019", "higher")
EVEN = DumbbellRow(
    "Fantasinge", 300, 310, "300", "310", (164, 500), "ingen säker skillnad mot 2019"
)
HIDDEN = DumbbellRow("Modellby", 55, None, "55", "", missing="visas inte")
NOTHING = DumbbellRow("Attrapptorp", None, None, "", "", missing="inte publicerat")
LONG = "Påhittsmåla och Övre Låtsasköping med omnejd, norr om Skissån"
ROWS = [LOWER, HIGHER, EVEN, HIDDEN, NOTHING]
NOW = (".t-now", "t-now")


def draw(*rows: DumbbellRow, top: float | None = 1500, example: bool = False) -> Drawing:
    svg = dumbbell_svg(
        rows, title="Anmälda brott", baseline_label="2019", now_label="2020", top=top,
        example=example,
    )  # fmt: skip
    return Drawing(svg)


def rows_only(drawing: Drawing, css: str) -> list:
    """The shapes of a class, without the key's."""
    first = min(one.top for one in drawing.said("t-row-label"))
    return [one for one in drawing.all(css) if one.top >= first]


def dots(drawing: Drawing) -> tuple[list, list]:
    return rows_only(drawing, "t-before"), rows_only(drawing, "t-now")


@pytest.mark.parametrize("top", [1500, None])
def test_a_larger_value_lies_further_right_and_zero_at_the_left_end(top):
    nought = DumbbellRow("Låtsas", 0, 20, "0", "20", (0, 40))
    drawing = draw(LOWER, HIGHER, nought, top=top)
    before, now = dots(drawing)
    assert now[0].middle < before[0].middle
    assert before[1].middle < now[1].middle
    zeros = rows_only(drawing, "t-zero")
    rails = rows_only(drawing, "t-rail")
    assert before[2].middle == pytest.approx(zeros[2].left)
    assert [zero.left for zero in zeros] == [rail.left for rail in rails]


def test_rows_that_share_an_axis_show_equal_values_at_equal_places():
    other = replace(EVEN, label="Utkastnäs", now=412, now_text="412")
    before, now = dots(draw(other, HIGHER))
    assert now[0].middle == pytest.approx(before[1].middle)


def test_the_place_on_a_shared_axis_follows_the_value():
    drawing = draw(LOWER, HIGHER)
    before, _ = dots(drawing)
    rail = rows_only(drawing, "t-rail")[0]
    for dot, value in zip(before, (729, 412), strict=True):
        share = (dot.middle - rail.left) / (rail.right - rail.left)
        assert share == pytest.approx(value / 1500, abs=0.001)


@pytest.mark.parametrize("top", [1500, None])
def test_the_band_holds_a_dot_exactly_when_its_value_lies_in_it(top):
    drawing = draw(LOWER, HIGHER, EVEN, top=top)
    before, now = dots(drawing)
    bands = rows_only(drawing, "t-chance")
    for band, dot in zip(bands, before, strict=True):
        assert band.left < dot.middle < band.right
    assert now[0].middle < bands[0].left
    assert now[1].middle > bands[1].right
    assert bands[2].left < now[2].middle < bands[2].right


def test_a_band_that_goes_on_beyond_the_axis_is_left_open():
    wide = replace(EVEN, band=(164, 5000))
    ends = rows_only(draw(wide, top=600), "t-chance-end")
    assert len(ends) == 1
    assert len(rows_only(draw(EVEN, top=600), "t-chance-end")) == 2


def test_a_value_beyond_the_shared_end_moves_the_end_and_is_not_cut():
    drawing = draw(LOWER, top=500)
    before, now = dots(drawing)
    assert before[0].middle > now[0].middle
    assert drawing.said("t-small")[-1].name == "750"


def test_an_index_keeps_its_whole_scale():
    index = DumbbellRow("Problemindex", 2.03, 1.88, "2,03", "1,88", scale_max=6)
    drawing = draw(index, top=None)
    rail = rows_only(drawing, "t-rail")[0]
    before, _ = dots(drawing)
    share = (before[0].middle - rail.left) / (rail.right - rail.left)
    assert share == pytest.approx(2.03 / 6, abs=0.002)
    assert "6" in [one.name for one in drawing.said("t-small")]


def test_each_row_with_an_axis_of_its_own_says_where_it_ends():
    drawing = draw(replace(EVEN, band=None, now=12851), LOWER, top=None)
    assert [one.name for one in drawing.said("t-small")][-4:] == [
        "0",
        number(15000),
        "0",
        number(1500),
    ]


def test_a_missing_value_is_never_drawn_as_nought():
    before, now = dots(draw(HIDDEN, NOTHING))
    assert (len(before), len(now)) == (1, 0)
    assert before[0].middle > 15
    drawing = draw(NOTHING)
    assert dots(drawing) == ([], [])
    assert drawing.said("t-value") == drawing.said("t-value-before") == []
    assert [one.name for one in drawing.said("t-missing")] == ["inte publicerat"]


@pytest.mark.parametrize("row", [LOWER, HIGHER, EVEN])
def test_colour_never_stands_without_the_word_and_a_shape(row):
    drawing = draw(row)
    (word,) = drawing.said("t-row-word")
    assert word.name == row.verdict
    (now,) = rows_only(drawing, "t-now")
    assert (now.name, row.tone in now.css) == ("circle" if row is EVEN else "path", True)


def test_the_wedges_point_the_way_of_the_word():
    svg = str(dumbbell_svg(ROWS, title="", baseline_label="2019", now_label="2020", top=1500,
                           example=False))  # fmt: skip
    for tone, side in (("lower", -1), ("higher", 1)):
        tip, back = re.findall(rf't-tone-{tone}" d="M([\d.]+) [\d.]+L([\d.]+)', svg)[-1]
        assert (float(tip) - float(back)) * side > 0


@pytest.mark.parametrize("top", [1500, None])
def test_the_word_stands_after_the_label_or_below_it(top):
    drawing = draw(LOWER, replace(EVEN, label=LONG), top=top)
    labels, words = drawing.said("t-row-label"), drawing.said("t-row-word")
    assert words[0].bottom == labels[0].bottom and words[0].left > labels[0].right
    assert words[1].top >= labels[-1].top


def test_the_text_alternative_tells_every_row():
    drawing = draw(*ROWS)
    assert drawing.label == (
        "Anmälda brott. "
        "Kulissbro: 2019 729, 2020 434, väntat 480–1\u00a0090, lägre än 2019; "
        "Skissby: 2019 412, 2020 690, väntat 250–640, högre än 2019; "
        "Fantasinge: 2019 300, 2020 310, väntat 164–500, ingen säker skillnad mot 2019; "
        "Modellby: 2019 55, 2020 visas inte; Attrapptorp: inte publicerat"
    )


def test_a_long_label_is_told_whole_to_those_who_listen():
    endless = "Ett namn som ingen ort i världen har " * 4
    drawing = draw(replace(LOWER, label=endless))
    assert endless.strip() in drawing.label
    assert drawing.said("t-row-label")[-1].name.endswith("…")
    assert drawing.collisions == drawing.outside == []


@pytest.mark.parametrize(
    "label", ["<script>alert(1)</script>", '" onload="alert(1)', "a\n\n<b>&amp;"]
)
def test_a_hostile_label_stays_text(label):
    svg = dumbbell_svg([replace(LOWER, label=label, verdict=label, now_text=label)], title=label,
                       baseline_label=label, now_label=label, top=1500, example=True)  # fmt: skip
    drawing = Drawing(svg)
    assert {one.tag for one in drawing.root.iter()} <= {
        "svg", "text", "tspan", "line", "rect", "circle", "path"
    }  # fmt: skip
    names = {name for one in drawing.root.iter() for name in one.attrib}
    assert not any(name.startswith("on") for name in names)
    assert "\n" not in svg


def test_invented_figures_carry_their_mark_every_few_rows():
    assert draw(*ROWS).marks == []
    assert draw(LOWER, example=True).marks == [text("site-example-mark")]
    drawing = draw(*ROWS, *ROWS, example=True)
    assert len(drawing.marks) == 4
    assert drawing.collisions == drawing.outside == []


def test_nothing_to_compare_is_no_chart():
    assert draw_nothing() == ""


def draw_nothing() -> str:
    return dumbbell_svg([], title="", baseline_label="", now_label="", top=None, example=True)


@pytest.mark.parametrize(
    "wrong",
    [
        {"now": None},
        {"missing": "inte publicerat"},
        {"now": -1.0},
        {"now": float("nan")},
        {"band": (2.0, float("inf"))},
        {"band": (1090.0, 480.0)},
    ],
)
def test_a_row_that_would_mislead_is_refused(wrong):
    with pytest.raises(ValueError, match="Kulissbro"):
        replace(LOWER, **wrong)


COUNTS = st.one_of(st.integers(0, 40), st.integers(0, 20000))


@st.composite
def some_rows(drawn: st.DrawFn) -> DumbbellRow:
    before, now = drawn(st.none() | COUNTS), drawn(st.none() | COUNTS)
    missing = "" if before is not None and now is not None else drawn(
        st.sampled_from(["inte publicerat", "visas inte, för att skydda enskilda"])
    )  # fmt: skip
    return DumbbellRow(
        drawn(st.text(min_size=1, max_size=60) | st.sampled_from(["Genarp", LONG])),
        before,
        now,
        "" if before is None else number(before),
        "" if now is None else number(now),
        drawn(st.none() | st.tuples(COUNTS, COUNTS).map(lambda pair: (min(pair), max(pair)))),
        drawn(st.sampled_from(["", "lägre än 2019", "skillnaden är mindre än felmarginalen"])),
        drawn(st.sampled_from(["lower", "higher", "neutral"])),
        missing,
    )


@given(st.lists(some_rows(), min_size=1, max_size=4), st.none() | COUNTS, st.booleans())
def test_nothing_is_cut_and_no_text_runs_into_another(rows, top, example):
    drawing = draw(*rows, top=top, example=example)
    assert drawing.outside == []
    assert drawing.collisions == []
