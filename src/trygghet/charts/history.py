"""All years of one measure: the baseline year as a dashed line, the promise's time shaded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil, log10

from markupsafe import Markup, escape

from trygghet.charts.points import YearPoint
from trygghet.words.catalogue import text
from trygghet.words.numbers import either, number

WIDTH, HEIGHT = 340, 170
LEFT, RIGHT, TOP, BOTTOM = 44, 14, 18, 24


@dataclass(frozen=True, slots=True)
class Promised:
    """The promise's time and the year it is measured against."""

    start: date
    end: date
    baseline: int
    example: bool


def history_svg(points: Sequence[YearPoint], title: str, promised: Promised, top: float) -> Markup:
    """Draw the points on an axis from 0 to `top`; values are written out for the baseline year and
    the promise's years, so that nothing depends on hovering."""
    axis = _Axis(points, top)
    described = "; ".join(f"{point.year}: {_described(point)}" for point in points)
    parts = [
        f'<svg class="t-chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(title)}. {escape(described)}">',
        *_promise_band(axis, promised),
        *_axis_lines(axis),
        *_baseline(axis, points, promised.baseline),
        *_lines(axis, points),
    ]
    for point in points:
        parts += _marks(axis, point, is_baseline=point.year == promised.baseline)
    parts += _labels(axis, points, promised)
    if promised.example:
        parts.append(_example_mark())
    return Markup("".join(parts) + "</svg>")


def nice_top(values: Iterable[float]) -> float:
    """A round number at or above the largest value, for the end of an axis from 0."""
    largest = max(values, default=0)
    if largest <= 0:
        return 1
    step: float = 10.0 ** int(log10(largest)) / 2
    return max(ceil(largest / step) * step, 4.0)


class _Axis:
    def __init__(self, points: Sequence[YearPoint], top: float) -> None:
        self.first = min(point.year for point in points)
        self.last = max(max(point.year for point in points), self.first + 1)
        self.top = top

    def x(self, year: float) -> float:
        """A year's middle is half a step from its start."""
        step = (WIDTH - LEFT - RIGHT) / (self.last - self.first + 1)
        return round(LEFT + (year - self.first) * step, 1)

    def middle(self, year: int) -> float:
        return self.x(year + 0.5)

    def y(self, value: float) -> float:
        return round(HEIGHT - BOTTOM - value / self.top * (HEIGHT - TOP - BOTTOM), 1)


def _promise_band(axis: _Axis, promised: Promised) -> Iterable[str]:
    start, end = _year_fraction(promised.start), _year_fraction(promised.end)
    left, right = (axis.x(min(max(at, axis.first), axis.last + 1)) for at in (start, end))
    if right > left:
        yield (
            f'<rect class="t-band" x="{left}" y="{TOP}" width="{right - left:.1f}" '
            f'height="{HEIGHT - TOP - BOTTOM}"/>'
        )
        middle = (left + right) / 2
        label = text("chart-promise")
        yield _small_text(middle, TOP - 6, label)


def _year_fraction(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 365


def _axis_lines(axis: _Axis) -> Iterable[str]:
    for value in (0, axis.top / 2, axis.top):
        y = axis.y(value)
        label = number(int(value)) if value == int(value) else f"{value:g}".replace(".", ",")
        yield f'<line class="t-grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>'
        yield f'<text class="t-small" x="{LEFT - 6}" y="{y + 4}" text-anchor="end">{label}</text>'
    years = range(axis.first, axis.last + 1)
    every = 1 if len(years) <= 7 else 2
    for year in years:
        if (year - axis.first) % every == 0:
            yield _small_text(axis.middle(year), HEIGHT - 6, str(year))


def _baseline(axis: _Axis, points: Sequence[YearPoint], baseline: int) -> Iterable[str]:
    for point in points:
        if point.year == baseline:
            for value, _ in point.values:
                y = axis.y(value)
                yield (
                    f'<line class="t-baseline" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>'
                )


def _lines(axis: _Axis, points: Sequence[YearPoint]) -> Iterable[str]:
    """Join neighbouring years with one value each; a gap or a conflict breaks the line."""
    for before, after in pairwise(points):
        if after.year == before.year + 1 and len(before.values) == len(after.values) == 1:
            yield (
                f'<line class="t-line" x1="{axis.middle(before.year)}" '
                f'y1="{axis.y(before.values[0][0])}" x2="{axis.middle(after.year)}" '
                f'y2="{axis.y(after.values[0][0])}"/>'
            )


def _marks(axis: _Axis, point: YearPoint, *, is_baseline: bool) -> Iterable[str]:
    x = axis.middle(point.year)
    if not point.values:
        yield _small_text(x, HEIGHT - BOTTOM - 6, point.missing)
        return
    heights = sorted(axis.y(value) for value, _ in point.values)
    if len(heights) > 1:
        yield f'<line class="t-conflict" x1="{x}" x2="{x}" y1="{heights[0]}" y2="{heights[-1]}"/>'
    kind = "t-ring" if is_baseline or len(heights) > 1 else "t-dot"
    for height in heights:
        yield f'<circle class="{kind}" cx="{x}" cy="{height}" r="4"/>'


def _labels(axis: _Axis, points: Sequence[YearPoint], promised: Promised) -> Iterable[str]:
    """The baseline's and the promise's values, set so that neighbours leave each other room."""
    wanted = [
        point
        for point in points
        if point.values
        and (
            point.year == promised.baseline
            or promised.start.year <= point.year <= promised.end.year
        )
    ]
    for index, point in enumerate(wanted):
        anchor = "end" if index == 0 else "start" if index == len(wanted) - 1 else "middle"
        heights = sorted(axis.y(value) for value, _ in point.values)
        last = index == len(wanted) - 1 and index > 0
        y = heights[-1] + 18 if last else heights[0] - (9 if index == 0 else 22)
        shown = "/".join(notation for _, notation in point.values)
        yield (
            f'<text class="t-value" x="{axis.middle(point.year)}" '
            f'y="{min(max(y, 12), HEIGHT - BOTTOM - 2):.1f}" '
            f'text-anchor="{anchor}">{escape(shown)}</text>'
        )


def _small_text(x: float, y: float, content: str) -> str:
    return (
        f'<text class="t-small" x="{x:.1f}" y="{y}" text-anchor="middle">{escape(content)}</text>'
    )


def _described(point: YearPoint) -> str:
    return either([notation for _, notation in point.values]) if point.values else point.missing


def _example_mark() -> str:
    x, y = WIDTH / 2, HEIGHT / 2
    return (
        f'<text class="t-example-mark" x="{x}" y="{y + 8}" text-anchor="middle" '
        f'transform="rotate(-14 {x} {y})">{escape(text("site-example-mark"))}</text>'
    )
