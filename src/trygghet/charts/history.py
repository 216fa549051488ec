"""All years of one measure: the baseline year as a dashed line, the promise's time shaded."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from math import ceil

from markupsafe import Markup

from trygghet.charts.axis import Promised, every_nth, ticks
from trygghet.charts.labels import Box, Label, clean, placed, text_width
from trygghet.charts.points import YearPoint
from trygghet.charts.svg import WIDTH, circle, example_marks, figure, line, promise_time
from trygghet.words.numbers import decimal_number, either, margin_text

HEIGHT = 190
RIGHT, TOP, BOTTOM = 14, 36, 24
FLOOR = HEIGHT - BOTTOM
# The word for the promise's time stands above it; the values keep below.
HEADING = 15
RADIUS = 4
CAP = 4
# Two sources' values for one year stand this far apart: on a long axis they would hide each other.
BESIDE = 10


def history_svg(points: Sequence[YearPoint], title: str, promised: Promised, top: float) -> Markup:
    """Draw the points on an axis from 0 to `top`; values are written out for the baseline year and
    the promise's years, so that nothing depends on hovering."""
    axis = _Axis(points, top)
    marks = [mark for point in points for mark in axis.marks(point)]
    gaps = list(_gaps(axis, points))
    parts = [
        *promise_time(promised.span(axis.first, axis.last), axis.x, HEADING, FLOOR),
        *_axis_lines(axis),
        *_year_labels(axis, promised.baseline),
        *(example_marks(HEIGHT) if promised.example else ()),
        *_baseline(axis, marks, promised.baseline),
        *_lines(marks),
        *_dots(marks, promised.baseline),
        *(svg for svg, _ in gaps),
    ]
    taken = [*(box for _, box in gaps), *_taken(axis, marks)]
    parts += [label.svg() for label in _values(axis, marks, taken, promised)]
    said = "; ".join(f"{point.year}: {_described(point)}" for point in points)
    return figure(HEIGHT, f"{title}. {said}", parts)


class _Mark:
    """One value in its place: `alone` where its year has no other."""

    def __init__(self, axis: "_Axis", point: YearPoint, number: int, margin: float | None) -> None:
        value, self.notation = point.values[number]
        count = len(point.values)
        self.year, self.alone = point.year, count == 1
        self.x = axis.middle(point.year) + (number - (count - 1) / 2) * BESIDE
        self.y = axis.y(value)
        self.top = self.y if margin is None else axis.y(min(value + margin, axis.top))
        self.bottom = self.y if margin is None else axis.y(max(value - margin, 0))


class _Axis:
    def __init__(self, points: Sequence[YearPoint], top: float) -> None:
        self.first = min(point.year for point in points)
        self.last = max(max(point.year for point in points), self.first + 1)
        self.top = top
        self.ticks = ticks(top)
        widest = max(text_width(decimal_number(tick), "t-small") for tick in self.ticks)
        self.left = ceil(widest) + 9
        self.step = (WIDTH - self.left - RIGHT) / (self.last - self.first + 1)

    def x(self, year: float) -> float:
        """Where a year starts; its middle is half a step on."""
        return self.left + (year - self.first) * self.step

    def middle(self, year: int) -> float:
        return self.x(year + 0.5)

    def y(self, value: float) -> float:
        return FLOOR - value / self.top * (FLOOR - TOP)

    def marks(self, point: YearPoint) -> Iterator[_Mark]:
        for number, margin in enumerate(point.margins or [None] * len(point.values)):
            yield _Mark(self, point, number, margin)


def _axis_lines(axis: _Axis) -> Iterable[str]:
    for value in axis.ticks:
        y = axis.y(value)
        yield line("t-grid", axis.left, y, WIDTH - RIGHT, y)
        yield Label(decimal_number(value), axis.left - 6, y + 4, "t-small", "end").svg()


def _year_labels(axis: _Axis, baseline: int) -> Iterable[str]:
    most = int((WIDTH - axis.left - RIGHT) // (text_width("2019", "t-small") + 6))
    for year in every_nth(range(axis.first, axis.last + 1), baseline, most):
        yield Label(str(year), axis.middle(year), HEIGHT - 6, "t-small").svg()


def _baseline(axis: _Axis, marks: Sequence[_Mark], baseline: int) -> Iterable[str]:
    for mark in marks:
        if mark.year == baseline:
            yield line("t-baseline", axis.left, mark.y, WIDTH - RIGHT, mark.y)


def _lines(marks: Sequence[_Mark]) -> Iterable[str]:
    """Join neighbouring years with one value each; a gap or a conflict breaks the line."""
    for before, after in pairwise(marks):
        if _joined(before, after):
            yield line("t-line", before.x, before.y, after.x, after.y)
        elif before.year == after.year:
            yield line("t-conflict", before.x, before.y, after.x, after.y)


def _joined(before: _Mark, after: _Mark) -> bool:
    return after.year == before.year + 1 and before.alone and after.alone


def _dots(marks: Sequence[_Mark], baseline: int) -> Iterable[str]:
    for mark in marks:
        if mark.top < mark.bottom:
            yield line("t-margin", mark.x, mark.top, mark.x, mark.bottom)
            for y in (mark.top, mark.bottom):
                yield line("t-margin", mark.x - CAP, y, mark.x + CAP, y)
        kind = "t-dot" if mark.alone and mark.year != baseline else "t-ring"
        yield circle(kind, mark.x, mark.y, RADIUS)


def _gaps(axis: _Axis, points: Sequence[YearPoint]) -> Iterable[tuple[str, Box]]:
    """Why there is nothing, once for years in a row; upright where it is wider than they are."""
    gaps = [point for point in points if not point.values]
    for _, group in groupby(enumerate(gaps), key=lambda one: (_why(one[1]), one[1].year - one[0])):
        years = [point for _, point in group]
        x = (axis.middle(years[0].year) + axis.middle(years[-1].year)) / 2
        label = Label(_why(years[0]), x, FLOOR - 6, "t-small")
        width = text_width(label.content, "t-small")
        if width <= axis.step * len(years) - 4:
            yield label.svg(), label.box
        else:
            turned = Label(label.content, x + 4, label.y, "t-small", "start").svg()
            turn = f'<text transform="rotate(-90 {x + 4:.1f} {label.y})" '
            box = Box(x - 8, label.y - width, x + 8, label.y)
            yield turned.replace("<text ", turn, 1), box


def _why(point: YearPoint) -> str:
    """The reason, or its sign where the reason would not fit upright."""
    reason = clean(point.reason)
    fits = reason and text_width(reason, "t-small") <= FLOOR - TOP - 12
    return reason if fits else clean(point.missing)


def _taken(axis: _Axis, marks: Sequence[_Mark]) -> Iterable[Box]:
    """What the values must not be written on."""
    for mark in marks:
        yield Box(mark.x - RADIUS - 1, mark.y - RADIUS - 1, mark.x + RADIUS + 1, mark.y + 5)
        yield Box(mark.x - CAP, mark.top - 1, mark.x + CAP, mark.bottom + 1)
    for before, after in pairwise(marks):
        if _joined(before, after) or before.year == after.year:
            yield from _along(before, after)
    for value in axis.ticks:
        y = axis.y(value)
        yield Box(0, y - 6, axis.left - 4, y + 6)


def _along(before: _Mark, after: _Mark) -> Iterable[Box]:
    """A line as a row of small boxes."""
    pieces = 8
    wide, high = (after.x - before.x) / pieces, (after.y - before.y) / pieces
    for piece in range(pieces):
        y = before.y + high * piece
        x = before.x + wide * piece
        yield Box(x, min(y, y + high) - 1, x + wide, max(y, y + high) + 1)


def _values(
    axis: _Axis, marks: Sequence[_Mark], taken: Sequence[Box], promised: Promised
) -> Iterable[Label]:
    """The baseline's and the promise's values, each as near its mark as there is room."""
    wanted = [mark for mark in marks if mark.year in {promised.baseline, *promised.years}]
    frame = Box(axis.left, HEADING, WIDTH, FLOOR)
    choices = [_choices(mark, _goes_below(mark, wanted)) for mark in wanted]
    return placed(choices, taken, frame)


def _goes_below(mark: _Mark, marks: Sequence[_Mark]) -> bool:
    """Of two values for one year the lower is written below."""
    return any(other.year == mark.year and other.y < mark.y for other in marks)


def _choices(mark: _Mark, below_first: bool) -> list[Label]:
    """Places for a mark's value, the nearest first."""
    css = "t-value"
    content = clean(mark.notation)
    half = text_width(content, css) / 2
    above, below = mark.top - RADIUS - 5, mark.bottom + RADIUS + 13
    choices = []
    for away in range(0, HEIGHT, 4):
        for aside in (0, half * 0.5, half):
            for side in (-1, 1) if aside else (1,):
                for y in (below + away, above - away)[:: 1 if below_first else -1]:
                    choices.append(Label(content, mark.x + side * aside, y, css))
        if away == 0:
            choices.append(Label(content, mark.x + 8, mark.y + 4, css, "start"))
            choices.append(Label(content, mark.x - 8, mark.y + 4, css, "end"))
    return choices


def _described(point: YearPoint) -> str:
    if not point.values:
        return point.reason or point.missing
    margins = point.margins or [None] * len(point.values)
    return either(
        [
            notation if margin is None else f"{notation} {margin_text(margin)}"
            for (_, notation), margin in zip(point.values, margins, strict=True)
        ]
    )
