"""Signs with different meanings are told apart without their colours, as pixels: in greyscale,
light and dark, and in colours that the reader has chosen."""

import base64
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from markupsafe import Markup

from trygghet.charts.axis import Promised
from trygghet.charts.calendar import calendar_svg
from trygghet.charts.dumbbell import DumbbellRow, Tone, dumbbell_svg
from trygghet.charts.history import history_svg
from trygghet.charts.points import YearPoint
from trygghet.fragments import style
from trygghet.schema import STATUSES

pytestmark = pytest.mark.browser

PROMISED = Promised(date(2020, 5, 1), date(2021, 6, 30), 2019, example=False)
SIDE = 20  # points of the square that is cut out round a sign
# Of two signs at least this share of the points differs by at least this much in luminance.
SHARE, DIFFERENCE = 0.03, 0.2

TONES: tuple[Tone, ...] = ("lower", "higher", "neutral")
STATES = (*STATUSES, "unknown")
GROUPS = {
    "a change": [f".t-dumbbell .t-now.t-tone-{tone}" for tone in TONES] + [".t-before"],
    "an activity's state": [f".t-square.t-{state}" for state in STATES],
    "a year's value": [".t-dot", ".t-ring"],
    "a year's survey": [
        ".t-measured",
        ".t-nothing:has(+ .t-hatch)",
        ".t-nothing:not(:has(+ .t-hatch))",
    ],
}

# The middle of the first element that a selector finds.
MIDDLE = """css => {
  const { left, right, top, bottom } = document.querySelector(css).getBoundingClientRect();
  return [(left + right) / 2, (top + bottom) / 2 + scrollY];
}"""
LUMINANCE = """async (png) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const drawing = canvas.getContext('2d');
  drawing.drawImage(image, 0, 0);
  const { data } = drawing.getImageData(0, 0, image.width, image.height);
  const linear = (part) => (part /= 255) <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4;
  return Array.from({ length: data.length / 4 }, (_, at) => .2126 * linear(data[4 * at])
    + .7152 * linear(data[4 * at + 1]) + .0722 * linear(data[4 * at + 2]));
}"""


def drawn() -> Markup:
    """Every sign once at least."""
    changes = [
        dumbbell_svg(
            [DumbbellRow(tone, 20, 60, "20", "60", None, tone, tone)],
            title="", baseline_label="2019", now_label="nu", top=100, example=False,
        )
        for tone in TONES
    ]  # fmt: skip
    years = [YearPoint(year, ((5.0, "5,00"),)) for year in (2018, 2019, 2020, 2021)]
    squares = [Markup('<i class="t-square t-{}"></i> &nbsp; ').format(state) for state in STATES]
    return Markup("").join(
        [
            *changes,
            history_svg(years, "Index", PROMISED, 6),
            Markup("<p>{}</p>").format(Markup("").join(squares)),
            calendar_svg(range(2019, 2022), {"A": [2019], "B": []}, {"A": [2020]}, PROMISED, ""),
        ]
    )


@pytest.fixture(params=["light", "dark", "forced"])
def page(chromium: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    scheme = "dark" if request.param == "dark" else "light"
    context = chromium.new_context(
        viewport={"width": 380, "height": 1200},
        color_scheme=scheme,
        forced_colors="active" if request.param == "forced" else "none",
        device_scale_factor=2,
    )
    opened = context.new_page()
    look = "background: light-dark(#fff, #16181c); color: light-dark(#1a1a1a, #ececea)"
    opened.set_content(
        f'<!doctype html><html lang="sv"><style>{style()} :root {{ color-scheme: {scheme} }} '
        f"body {{ font: 16px sans-serif; {look} }} "
        f"</style>{drawn()}"
    )
    yield opened
    context.close()


@pytest.mark.parametrize("meaning", GROUPS)
def test_signs_are_told_apart_without_their_colours(page: Any, meaning: str) -> None:
    seen = {css: luminance(page, css) for css in GROUPS[meaning]}
    for (one, first), (other, second) in combinations(seen.items(), 2):
        pairs = list(zip(first, second, strict=True))
        apart = sum(abs(a - b) >= DIFFERENCE for a, b in pairs) / len(pairs)
        assert apart >= SHARE, f"{one} and {other} look the same ({apart:.1%} of the points differ)"


def luminance(page: Any, css: str) -> list[float]:
    """How light each point is in a square round the sign."""
    x, y = page.evaluate(MIDDLE, css)
    clip = {"x": x - SIDE / 2, "y": y - SIDE / 2, "width": SIDE, "height": SIDE}
    png = base64.b64encode(page.screenshot(clip=clip, full_page=True)).decode()
    found: list[float] = page.evaluate(LUMINANCE, png)
    return found
