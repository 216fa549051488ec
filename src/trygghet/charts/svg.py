"""What the SVG charts are put together of: the frame, the key, the mark of the example."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from trygghet.charts.labels import Label, clean, fitted, text_width
from trygghet.words.catalogue import text

WIDTH = 340
MARK_EVERY = 170
KEY_LINE = 18


def figure(height: float, description: str, parts: Iterable[str], css: str = "") -> Markup:
    """The chart, with its text alternative."""
    name = f"t-chart {css}".strip()
    # What says nothing is left out: a page without JavaScript has many charts and little room.
    drawn = "".join(parts).replace('.0"', '"').replace(' text-anchor="start"', "")
    return Markup(
        f'<svg class="{name}" viewBox="0 0 {WIDTH} {height:.0f}" role="img" '
        f'aria-label="{escape(clean(description))}">{drawn}</svg>'
    )


def line(css: str, x1: float, y1: float, x2: float, y2: float) -> str:
    """A straight line."""
    return f'<line class="{css}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def rectangle(css: str, left: float, top: float, width: float, height: float) -> str:
    """A rectangle with upright sides."""
    return (
        f'<rect class="{css}" x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" '
        f'height="{height:.1f}"/>'
    )


def circle(css: str, x: float, y: float, radius: float) -> str:
    """A circle round its middle."""
    return f'<circle class="{css}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}"/>'


def promise_time(
    span: tuple[float, float] | None, x_of: Callable[[float], float], top: float, bottom: float
) -> Iterable[str]:
    """The promise's time as a shade behind everything, and the word for it above."""
    if span is None:
        return
    left, right = map(x_of, span)
    yield rectangle("t-band", left, top, right - left, bottom - top)
    word = text("chart-promise")
    half = text_width(word, "t-small") / 2 + 1
    x = min(max((left + right) / 2, half), WIDTH - half)
    yield Label(word, x, top - 5, "t-small").svg()


def example_mark(y: float, *, level: bool = False) -> str:
    """The mark of invented figures, with its middle at this height, aslant or level."""
    x = WIDTH / 2
    turn = "" if level else f' transform="rotate(-14 {x:.0f} {y:.0f})"'
    return (
        f'<text class="t-example-mark" x="{x:.0f}" y="{y + 8:.0f}" text-anchor="middle"{turn}>'
        f"{escape(text('site-example-mark'))}</text>"
    )


def example_marks(height: float) -> Iterable[str]:
    """The mark, so often that no part of a tall chart is without it."""
    count = max(1, round(height / MARK_EVERY))
    return (example_mark(height * (number + 0.5) / count) for number in range(count))


@dataclass(frozen=True, slots=True)
class KeyItem:
    """A sign of the chart and what it means; `draw` gets the sign's left end and its middle."""

    draw: Callable[[float, float], str]
    width: float
    meaning: str


def key(items: Sequence[KeyItem], top: float) -> tuple[list[str], float]:
    """The signs with their meanings, side by side as far as they fit; and where they end."""
    parts, x, middle = [], 0.0, top + KEY_LINE / 2
    for item in items:
        room = WIDTH - item.width - 6
        meaning = fitted(item.meaning, "t-small", room)
        width = item.width + 6 + text_width(meaning, "t-small")
        if x > 0 and x + width > WIDTH:
            x, middle = 0.0, middle + KEY_LINE
        parts.append(item.draw(x, middle))
        parts.append(Label(meaning, x + item.width + 6, middle + 4, "t-small", "start").svg())
        x += width + 14
    return parts, middle + KEY_LINE / 2
