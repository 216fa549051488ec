"""Rows "2019 ○ … ● nu" on an axis from 0: each place, or each measure, against the baseline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal

from markupsafe import Markup, escape

from trygghet.charts.axis import nice_top, ticks
from trygghet.charts.labels import Label, clean, fitted, text_width, wrapped
from trygghet.charts.svg import (
    WIDTH,
    KeyItem,
    circle,
    example_mark,
    figure,
    key,
    line,
    rectangle,
)
from trygghet.words.catalogue import text
from trygghet.words.numbers import decimal_number

Tone = Literal["lower", "higher", "neutral"]

LINE = 18
RING, DOT = 6, 4.2
BAND = 14
GAP = 16
WORD_GAP = 8
# The rows are full of text: the example's mark has lines of its own, none far from a row.
MARK, ROWS_PER_MARK = 30, 3
VALUE_GAP = 9


@dataclass(frozen=True, slots=True)
class DumbbellRow:
    """One place or measure: the baseline year's value and the value now, with their notation.

    `band` holds the values that chance and ordinary variation give, `verdict` the word for the
    difference ("" without one) and `tone` which word it is. Where a value is None, `missing` says
    why, and stands instead of the verdict. `scale_max` ends the row's own axis, for an index whose
    scale is never cut.

    Raises:
        ValueError: a value is missing without a reason (or the other way round), or does not lie
            on an axis from 0.
    """

    label: str
    baseline: float | None
    now: float | None
    baseline_text: str
    now_text: str
    band: tuple[float, float] | None = None
    verdict: str = ""
    tone: Tone = "neutral"
    missing: str = ""
    scale_max: float | None = None

    def __post_init__(self) -> None:
        if bool(self.missing) != (self.baseline is None or self.now is None):
            raise ValueError(f"{self.label}: a reason is needed exactly where a value is missing")
        for value in (*self.known, *(self.band or ())):
            if not (isfinite(value) and value >= 0):
                raise ValueError(f"{self.label}: {value} does not lie on an axis from 0")
        if self.band and self.band[0] > self.band[1]:
            raise ValueError(f"{self.label}: the band {self.band} ends before it starts")

    @property
    def known(self) -> list[float]:
        """The values that are not missing."""
        return [value for value in (self.baseline, self.now) if value is not None]

    @property
    def end(self) -> float:
        """Where an axis of the row's own ends: at its scale's end or, without one, at a round
        number with room for everything in the row."""
        if self.scale_max and self.scale_max >= max(self.known, default=0):
            return self.scale_max
        return nice_top([*self.known, *(self.band or ())])


def dumbbell_svg(
    rows: Sequence[DumbbellRow],
    *,
    title: str,
    baseline_label: str,
    now_label: str,
    top: float | None,
    example: bool,
) -> Markup:
    """Draw the rows below each other; nothing without rows.

    With `top` all share one axis that ends there, or beyond it where a value does; without it each
    row has its own and says where it ends. A band that goes on beyond the axis has no end drawn.
    """
    if not rows:
        return Markup("")
    scales = _scales(rows, top)
    parts, y = key(_key(rows, baseline_label, now_label), 0)
    y += 8
    for number, (row, scale) in enumerate(zip(rows, scales, strict=True)):
        if example and number % ROWS_PER_MARK == 0:
            parts.append(example_mark(y + MARK / 2 - 4, level=True))
            y += MARK
        drawn, y = _row(row, scale, y)
        parts += drawn
        y += GAP
    y -= GAP
    if top is not None:
        y += LINE
        parts += _axis(scales[0], y - 4)
    said = "; ".join(_described(row, baseline_label, now_label) for row in rows)
    return figure(y, f"{title.removesuffix('.')}. {said}", parts, "t-dumbbell")


@dataclass(frozen=True, slots=True)
class _Scale:
    """An axis from 0 at `left` to `end` at `right`; `own` where the row has it for itself."""

    left: float
    right: float
    end: float
    own: bool

    def x(self, value: float) -> float:
        return self.left + min(value / self.end, 1) * (self.right - self.left)


def _scales(rows: Sequence[DumbbellRow], top: float | None) -> list[_Scale]:
    if top is not None:
        values = [value for row in rows for value in row.known]
        end = max([top, *([nice_top(values)] if max(values, default=0) > top else [])])
        return [_Scale(10, WIDTH - 10, end or 1, own=False)] * len(rows)
    room = max(text_width(decimal_number(row.end), "t-small") for row in rows)
    return [_Scale(21, WIDTH - room - 11, row.end, own=True) for row in rows]


def _row(row: DumbbellRow, scale: _Scale, top: float) -> tuple[list[str], float]:
    """What is written and drawn for one row, and where it ends."""
    parts, y = _head(row, top)
    if row.known:
        y += LINE - 1
        parts += _values(row, scale, y - 4)
    middle = y + BAND / 2 + 1
    parts += _strip(row, scale, middle)
    return parts, middle + BAND / 2 + 1


def _head(row: DumbbellRow, top: float) -> tuple[list[str], float]:
    """The label, and the word after it or, where both do not fit on a line, below it."""
    lines = wrapped(clean(row.label), "t-row-label", WIDTH, 2)
    word = clean(row.missing or row.verdict)
    css = f"t-row-word t-tone-{row.tone}" if not row.missing else "t-row-word t-missing"
    y = top + LINE - 4
    parts = []
    for number, content in enumerate(lines):
        last = number == len(lines) - 1
        after = ""
        if last and word and _together(content, word) <= WIDTH:
            after = f'<tspan class="{css}" dx="{WORD_GAP}">{escape(word)}</tspan>'
            word = ""
        parts.append(
            f'<text x="0" y="{y:.1f}"><tspan class="t-row-label">{escape(content)}</tspan>'
            f"{after}</text>"
        )
        y += LINE
    for content in wrapped(word, "t-row-word", WIDTH, 2) if word else []:
        parts.append(f'<text class="{css}" x="0" y="{y:.1f}">{escape(content)}</text>')
        y += LINE
    return parts, y - LINE + 4


def _together(label: str, word: str) -> float:
    return text_width(label, "t-row-label") + WORD_GAP + text_width(word, "t-row-word")


def _values(row: DumbbellRow, scale: _Scale, y: float) -> Iterable[str]:
    """The values above their dots, moved apart where they would run into each other."""
    wanted = [
        (scale.x(value), fitted(clean(notation), css, WIDTH / 2 - VALUE_GAP), css)
        for value, notation, css in (
            (row.baseline, row.baseline_text, "t-value-before"),
            (row.now, row.now_text, "t-value"),
        )
        if value is not None
    ]
    wanted.sort(key=lambda one: one[0])
    widths = [text_width(content, css) for _, content, css in wanted]
    lefts = _apart([x for x, _, _ in wanted], widths)
    for left, width, (_, content, css) in zip(lefts, widths, wanted, strict=True):
        yield Label(content, left + width / 2, y, css).svg()


def _apart(middles: Sequence[float], widths: Sequence[float]) -> list[float]:
    """Left ends for one or two texts in rising order, inside the chart and clear of each other."""
    lefts = [
        min(max(middle - width / 2, 0), WIDTH - width)
        for middle, width in zip(middles, widths, strict=True)
    ]
    if len(lefts) == 2 and lefts[0] + widths[0] + VALUE_GAP > lefts[1]:
        both = sum(widths) + VALUE_GAP
        left = min(max(sum(middles) / 2 - both / 2, 0), WIDTH - both)
        return [left, left + widths[0] + VALUE_GAP]
    return lefts


def _strip(row: DumbbellRow, scale: _Scale, middle: float) -> Iterable[str]:
    """The row's axis with the band, the dots and what joins them."""
    if row.band:
        yield from _band(row.band, scale, middle)
    rail = "t-rail t-rail-missing" if row.missing else "t-rail"
    yield line(rail, scale.left, middle, scale.right, middle)
    for value in (0, scale.end) if scale.own else ticks(scale.end):
        x = scale.x(value)
        yield line("t-zero" if value == 0 else "t-tick", x, middle - 5, x, middle + 5)
    if scale.own:
        yield Label("0", scale.left - 11, middle + 4, "t-small", "end").svg()
        end = decimal_number(scale.end)
        yield Label(end, scale.right + 10, middle + 4, "t-small", "start").svg()
    if row.baseline is not None and row.now is not None:
        yield line(
            f"t-join t-tone-{row.tone}",
            scale.x(row.baseline),
            middle,
            scale.x(row.now),
            middle,
        )
    if row.baseline is not None:
        yield circle("t-before", scale.x(row.baseline), middle, RING)
    if row.now is not None:
        yield _now(row.tone, scale.x(row.now), middle)


def _band(band: tuple[float, float], scale: _Scale, middle: float) -> Iterable[str]:
    left, right = scale.x(band[0]), scale.x(band[1])
    top = middle - BAND / 2
    yield rectangle("t-chance", left, top, max(right - left, 2), BAND)
    if band[0] > 0:
        yield line("t-chance-end", left, top, left, top + BAND)
    if band[1] <= scale.end:
        yield line("t-chance-end", right, top, right, top + BAND)


def _now(tone: Tone, x: float, y: float) -> str:
    """A dot; for lower and higher a wedge that points the way."""
    if tone == "neutral":
        return circle("t-now t-tone-neutral", x, y, DOT)
    tip = -7 if tone == "lower" else 7
    back = -tip * 0.6
    return (
        f'<path class="t-now t-tone-{tone}" '
        f'd="M{x + tip:.1f} {y:.1f}L{x + back:.1f} {y - 6:.1f}L{x + back:.1f} {y + 6:.1f}Z"/>'
    )


def _key(rows: Sequence[DumbbellRow], baseline_label: str, now_label: str) -> list[KeyItem]:
    tones = [tone for tone in _TONES if any(row.tone == tone for row in rows if row.known)]
    items = [
        KeyItem(lambda x, y: circle("t-before", x + 7, y, RING), 14, clean(baseline_label)),
        KeyItem(
            lambda x, y: "".join(_now(tone, x + 7 + 16 * n, y) for n, tone in enumerate(tones)),
            16 * len(tones) - 2,
            clean(now_label),
        ),
    ]
    if any(row.band for row in rows):
        items.append(
            KeyItem(
                lambda x, y: "".join(_key_band(x, y)),
                22,
                text("chart-chance"),
            )
        )
    return items if tones else []


_TONES: tuple[Tone, ...] = ("neutral", "lower", "higher")


def _key_band(x: float, y: float) -> Iterable[str]:
    yield rectangle("t-chance", x + 1, y - BAND / 2, 20, BAND)
    for at in (x + 1, x + 21):
        yield line("t-chance-end", at, y - BAND / 2, at, y + BAND / 2)


def _axis(scale: _Scale, y: float) -> Iterable[str]:
    for value in ticks(scale.end):
        content = decimal_number(value)
        width = text_width(content, "t-small")
        left = min(max(scale.x(value) - width / 2, 0), WIDTH - width)
        yield Label(content, left + width / 2, y, "t-small").svg()


def _described(row: DumbbellRow, baseline_label: str, now_label: str) -> str:
    if not row.known:
        return f"{row.label}: {row.missing}"
    said = [
        f"{baseline_label} {row.missing if row.baseline is None else row.baseline_text}",
        f"{now_label} {row.missing if row.now is None else row.now_text}",
    ]
    if row.band:
        low, high = map(decimal_number, row.band)
        said.append(text("chart-expected", low=low, high=high))
    if row.verdict and not row.missing:
        said.append(row.verdict)
    return f"{row.label}: {', '.join(said)}"
