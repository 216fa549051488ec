"""Charts outside the site: programs that know no style sheet draw them as the site does."""

import io
from typing import Any
from xml.etree import ElementTree

import pytest
import typst
from PIL import Image

from trygghet.charts.calendar import calendar_svg
from trygghet.charts.dumbbell import DumbbellRow, dumbbell_svg
from trygghet.fragments import style
from trygghet.paper.plain_svg import plain_svg, said_by
from trygghet.views.figures import change_chart, history_chart
from trygghet.views.village import Village

PROPERTIES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size"]
LOOKS = """properties => [...document.querySelectorAll('svg *:not(style)')].map(
  one => properties.map(name => getComputedStyle(one)[name]))"""


def charts(village: Village) -> list[str]:
    seen = village.seen
    rows = [
        DumbbellRow("Lägre", 729, 434, "729", "434", (480, 1090), "lägre än 2019", "lower"),
        DumbbellRow("Högre", 412, 690, "412", "690", (250, 640), "högre än 2019", "higher"),
        DumbbellRow("Dold", 55, None, "55", "", missing="visas inte"),
    ]
    changes = change_chart(seen, village.place, village.indicators, village.comparisons)
    survey, place = seen.headline("safety_survey"), seen.municipality
    history = history_chart(seen, place, survey, seen.release.place_observations(place.id, "year"))
    assert changes and history
    return [
        dumbbell_svg(
            rows, title="A & B", baseline_label="2019", now_label="nu", top=None, example=True
        ),
        calendar_svg([2019, 2020], {"By": [2019]}, {"By": [2020]}, seen.promised, "Kalender"),
        changes.svg,
        history.svg,
    ]


def test_a_chart_needs_the_sites_style_sheet(largest: Village) -> None:
    for svg in charts(largest):
        plain = plain_svg(svg)
        for unknown in ("var(", "light-dark(", "currentColor", "inherit", "!important"):
            assert unknown not in plain
        assert ElementTree.fromstring(plain).tag == "{http://www.w3.org/2000/svg}svg"
        assert said_by(plain) == ElementTree.fromstring(plain).attrib["aria-label"]


@pytest.mark.browser
def test_a_chart_looks_another_way_on_paper(largest: Village, chromium: Any) -> None:
    page = chromium.new_page()
    for svg in charts(largest):
        looks = []
        light = ":root{color-scheme:light;color:#1a1a1a}"
        for html in (
            f"<style>{style()}{light}</style>{svg}",
            f"<style>{light}</style>{plain_svg(svg)}",
        ):
            page.set_content(html)
            looks.append(page.evaluate(LOOKS, PROPERTIES))
        assert looks[0] == looks[1] and len(looks[0]) > 5


def test_typst_draws_the_wedge_in_its_own_colour(largest: Village) -> None:
    chart = plain_svg(charts(largest)[0])
    source = b"""#set page(width: 340pt, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")"""
    png = typst.compile(source, format="png", sys_inputs={"svg": chart}, ignore_system_fonts=True)
    colours = {colour for _, colour in Image.open(io.BytesIO(png)).convert("RGB").getcolors(10**6)}
    assert {(0x0B, 0x62, 0xB0), (0x8F, 0x55, 0x00), (0xDE, 0xDB, 0xD3)} <= colours
