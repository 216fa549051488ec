"""In which years a survey was made: one row of cells per place, the promise's time behind."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from trygghet.charts.axis import Promised, every_nth
from trygghet.charts.labels import Label, clean, text_width, wrapped
from trygghet.charts.svg import (
    WIDTH,
    KeyItem,
    example_marks,
    figure,
    key,
    line,
    promise_time,
    rectangle,
)
from trygghet.words.catalogue import text
from trygghet.words.numbers import listed, when

LABELS = 118
HEADING, HEAD = 17, 40
LINE, PADDING = 15, 11
CELL = 15


def calendar_svg(
    years: Sequence[int],
    measured: Mapping[str, Sequence[int]],
    not_measured: Mapping[str, Sequence[int]],
    promised: Promised,
    title: str,
) -> Markup:
    """Draw a cell per year from the first to the last, and a row per place of either mapping.

    A year in both mappings counts as measured, one in neither as not published; years outside the
    axis are left out. Nothing without years or places.
    """
    places = list(dict.fromkeys([*measured, *not_measured]))
    if not years or not places:
        return Markup("")
    axis = _Axis(places, range(min(years), max(years) + 1))
    rows, said, y = [], [], float(HEAD)
    for place in places:
        done = set(measured.get(place, ())) & set(axis.years)
        skipped = set(not_measured.get(place, ())) & set(axis.years) - done
        drawn, y = _row(axis, place, done, skipped, y)
        rows += drawn
        said.append(_described(axis, place, done, skipped))
    explained, height = key(_key(), y + 8)
    span = promised.span(axis.years.start, axis.years.stop - 1)
    parts = [
        *promise_time(span, axis.x, HEADING, y),
        *_years(axis, promised),
        *rows,
        *explained,
    ]
    marks = example_marks(height) if promised.example else ()
    start, end = (when(f"{day:%Y-%m}") for day in (promised.start, promised.end))
    promise = text("chart-promise-time", start=start, end=end)
    return figure(height, f"{title}. {promise} {'; '.join(said)}", [*parts, *marks])


class _Axis:
    def __init__(self, places: Sequence[str], years: range) -> None:
        self.years = years
        widest = max(text_width(clean(place), "t-small") for place in places)
        self.left = min(widest, LABELS) + 10
        self.step = (WIDTH - self.left) / len(years)
        self.cell = min(CELL, self.step - 2)

    def x(self, year: float) -> float:
        """Where a year starts; its middle is half a step on."""
        return self.left + (year - self.years.start) * self.step


def _years(axis: _Axis, promised: Promised) -> Iterable[str]:
    width = text_width("2019", "t-small") + 2
    for year in every_nth(axis.years, promised.baseline, int((WIDTH - axis.left) // width)):
        x = min(axis.x(year + 0.5), WIDTH - width / 2)
        yield Label(str(year), x, HEAD - 7, "t-small").svg()


def _row(
    axis: _Axis, place: str, done: set[int], skipped: set[int], top: float
) -> tuple[list[str], float]:
    lines = wrapped(clean(place), "t-small", axis.left - 10, 2)
    bottom = top + LINE * len(lines) + PADDING
    parts = [line("t-grid", 0, top, WIDTH, top)]
    for number, content in enumerate(lines):
        y = top + PADDING / 2 + LINE * number + 11.5
        parts.append(Label(content, 0, y, "t-small", "start").svg())
    for year in axis.years:
        kind = _measured if year in done else _skipped if year in skipped else _nothing
        parts.append(kind(axis.x(year + 0.5), (top + bottom) / 2, axis.cell))
    return parts, bottom


def _measured(x: float, y: float, side: float) -> str:
    return rectangle("t-measured", x - side / 2, y - side / 2, side, side)


def _nothing(x: float, y: float, side: float) -> str:
    return rectangle("t-nothing", x - side / 2, y - side / 2, side, side)


def _skipped(x: float, y: float, side: float) -> str:
    """Hatched with lines of its own: a pattern would need an id, and a page has many charts."""
    left, right, top, bottom = x - side / 2, x + side / 2, y - side / 2, y + side / 2
    drawn = [_nothing(x, y, side)]
    for at in (side / 3, side * 2 / 3, side):
        drawn.append(line("t-hatch", left, top + at, left + at, top))
        if at < side:
            drawn.append(line("t-hatch", left + at, bottom, right, top + at))
    return "".join(drawn)


def _key() -> list[KeyItem]:
    return [
        KeyItem(lambda x, y: _measured(x + CELL / 2, y, CELL), CELL, text("chart-measured")),
        KeyItem(lambda x, y: _skipped(x + CELL / 2, y, CELL), CELL, text("missing-not_measured")),
        KeyItem(
            lambda x, y: _nothing(x + CELL / 2, y, CELL), CELL, text("chart-nothing-published")
        ),
    ]


def _described(axis: _Axis, place: str, done: set[int], skipped: set[int]) -> str:
    rest = set(axis.years) - done - skipped
    kinds = (
        (text("chart-measured"), done),
        (text("missing-not_measured"), skipped),
        (text("chart-nothing-published"), rest),
    )
    said = [f"{words} {listed([str(year) for year in sorted(of)])}" for words, of in kinds if of]
    return f"{place}: {', '.join(said)}"
