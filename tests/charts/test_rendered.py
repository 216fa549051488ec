"""The charts as a browser draws them with the site's style sheet."""

import json
import os
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from trygghet.charts.axis import Promised
from trygghet.charts.calendar import calendar_svg
from trygghet.charts.dumbbell import DumbbellRow, dumbbell_svg
from trygghet.charts.history import history_svg
from trygghet.charts.points import YearPoint
from trygghet.fragments import render, style

pytestmark = pytest.mark.browser

STYLE = style()
# Charts name Arial first, whose widths they reckon with; other typefaces of ours are as narrow.
HAS_ARIAL = """() => {
  const canvas = document.createElement('canvas').getContext('2d');
  const width = font => { canvas.font = `40px ${font}`; return canvas.measureText('mmmiii').width };
  return width("Arial, 'Liberation Sans', monospace") !== width('monospace');
}"""
LONG = "Påhittsmåla och Övre Låtsasköping med omnejd, norr om Skissån"
PROMISED = Promised(date(2020, 5, 1), date(2021, 6, 30), 2019, example=False)

# Where each text but the example's mark lies, in the units of its chart; the letters only, without
# the air that the line has above and below them.
TEXTS = """() => [...document.querySelectorAll('svg')].map(svg => {
  const frame = svg.getBoundingClientRect(), unit = 340 / frame.width;
  const texts = [...svg.querySelectorAll('text:not(.t-example-mark):not(:has(tspan)), tspan')];
  return {height: frame.height * unit, texts: texts.map(text => {
    const at = text.getBoundingClientRect(), air = at.height * .18;
    return [text.textContent, (at.left - frame.left) * unit, (at.top - frame.top + air) * unit,
            (at.right - frame.left) * unit, (at.bottom - frame.top - air) * unit];
  })};
})"""
CONTRAST = """css => {
  const canvas = document.createElement('canvas').getContext('2d');
  const light = colour => {
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(
      part => (part /= 255) <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const [low, high] = [getComputedStyle(document.querySelector(css)).fill,
                       getComputedStyle(document.body).backgroundColor]
    .map(light).sort((a, b) => a - b);
  return (high + .05) / (low + .05);
}"""


def charts() -> list[Markup]:
    rows = [
        DumbbellRow("Kulissbro", 729, 434, "729", "434", (480, 1090), "lägre än 2019", "lower"),
        DumbbellRow(LONG, 412, 690, "412", "690", (250, 640), "högre än 2019", "higher"),
        DumbbellRow("Utkastnäs", 7, 7, "7", "7", (0, 35), "ingen säker skillnad mot 2019"),
        DumbbellRow("Dröminge", 1490, 1500, "1 490", "1 500", None, "för få för att jämföra"),
        DumbbellRow("Modellby", 55, None, "55", "", missing="visas inte, för att skydda enskilda"),
    ]
    years = [
        YearPoint(2017, (), "ej mätt", reason="ej mätt"),
        YearPoint(2018, ((5.6, "5,60"),), margins=(0.27,)),
        YearPoint(2019, ((5.9, "5,90"), (5.95, "5,95")), margins=(0.27, None)),
        YearPoint(2020, ((6, "6,00"),), margins=(0.27,)),
        YearPoint(2021, ((5.8, "5,80"), (5.4, "5,40"))),
    ]
    counts = [YearPoint(year, ((11000 + year, f"13 {year}"),)) for year in range(2014, 2024)]
    return [
        *(
            dumbbell_svg(
                rows, title="Brott", baseline_label="2019", now_label="juli 2020–juni 2021",
                top=top, example=True,
            )
            for top in (1500, None)
        ),
        history_svg(years, "Index", PROMISED, 6),
        history_svg(counts, "Brott", PROMISED, 15000),
        calendar_svg(range(2015, 2024), {"Lund": [2019], LONG: []}, {}, PROMISED, "Mätningen"),
    ]  # fmt: skip


@pytest.fixture(params=["light", "dark"])
def page(chromium: Any, tmp_path: Path, request: pytest.FixtureRequest) -> Any:
    figures = Markup("").join(render("figure", svg=svg, caption="Påhittat") for svg in charts())
    look = (
        f"{STYLE} body {{ font: 16px system-ui, sans-serif; margin: 20px; "
        "background: light-dark(#fff, #16181c); color: light-dark(#1a1a1a, #ececea) }"
    )
    html = tmp_path / "charts.html"
    html.write_text(
        f'<!doctype html><html lang="sv" style="color-scheme: {request.param}">'
        f'<meta charset="utf-8"><style>{look}</style><div class="t-figures">{figures}</div>',
        encoding="utf-8",
    )
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    tab = context.new_page()
    tab.goto(html.as_uri())
    if not tab.evaluate(HAS_ARIAL):
        context.close()
        missing = "needs Arial or Liberation Sans"
        (pytest.fail if os.environ.get("REQUIRE_BROWSER") == "1" else pytest.skip)(missing)
    yield tab
    context.close()


def test_on_the_narrowest_phone_nothing_is_cut_hidden_or_too_small(page):
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    for chart in page.evaluate(TEXTS):
        for text, left, top, right, bottom in chart["texts"]:
            assert left > -1 and right < 341, text
            assert top > -2 and bottom < chart["height"] + 1, text
        for one, other in combinations(chart["texts"], 2):
            width = min(one[3], other[3]) - max(one[1], other[1])
            height = min(one[4], other[4]) - max(one[2], other[2])
            assert width <= 0.5 or height <= 0.5, json.dumps([one, other], ensure_ascii=False)
    smallest = page.evaluate(
        "Math.min(...[...document.querySelectorAll('svg text')].map(text => parseFloat("
        "getComputedStyle(text).fontSize) * text.ownerSVGElement.getBoundingClientRect().width"
        " / 340))"
    )
    assert smallest > 9.5


def test_words_and_signs_stand_out_from_the_page(page):
    words = ("lower", "higher", "neutral")
    for css in (*(f".t-row-word.t-tone-{word}" for word in words), ".t-missing", ".t-small"):
        assert page.evaluate(CONTRAST, css) >= 4.5, css
    for css in (*(f".t-now.t-tone-{word}" for word in words), ".t-measured"):
        assert page.evaluate(CONTRAST, css) >= 3, css
