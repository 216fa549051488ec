"""Texts in a chart: how wide they are, how they are broken, where they have room.

The width is reckoned from the letters, a little on the wide side, since only the reader's browser
knows the typeface. `SIZES` repeats what fragments/components.css says.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import Literal

from markupsafe import escape

Anchor = Literal["start", "middle", "end"]

# Class → (size, semibold).
SIZES: dict[str, tuple[float, bool]] = {
    "t-small": (12, False),
    "t-name": (12, True),
    "t-value": (13, True),
    "t-value-before": (13, False),
    "t-row-label": (14, True),
    "t-row-word": (14, False),
}
SEMIBOLD = 1.07

# Widths in Arial, which is wider than the site's own typeface.
_WIDTHS = (
    dict.fromkeys("ijl'|’", 0.23)
    | dict.fromkeys(" \u00a0\u202fft,.:;!/\\I[]", 0.29)
    | dict.fromkeys('r()-"“”', 0.36)
    | dict.fromkeys("cksvxyzJ", 0.5)
    | dict.fromkeys("BEKPSVXYÅÄ&", 0.68)
    | dict.fromkeys("CDHNRUw", 0.73)
    | dict.fromkeys("GOQÖ", 0.79)
    | dict.fromkeys("mM", 0.84)
    | dict.fromkeys("W%", 0.95)
    | dict.fromkeys("@—…", 1.02)
)
_ORDINARY, _CAPITAL, _WIDE = 0.57, 0.7, 1.02
_OUTSIDE_LATIN = 0.75

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
# A blank line would end the HTML that Markdown is asked to leave alone.
_BLANK = re.compile(r"[^\S\u00a0\u202f]+")


def clean(content: str) -> str:
    """On one line, without characters that have no place in a text."""
    return _BLANK.sub(" ", _UNSEEN.sub("", content)).strip(" ")


@lru_cache(maxsize=1024)
def text_width(content: str, css: str) -> float:
    """About how wide a text of this class is."""
    size, semibold = SIZES[css]
    width = sum(_width(sign) for sign in content) * size
    return width * SEMIBOLD if semibold else width


def _width(sign: str) -> float:
    if sign in _WIDTHS:
        return _WIDTHS[sign]
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return _WIDE
    if ord(sign) > 0x24F and sign not in "–−±‥":
        return _OUTSIDE_LATIN
    return _CAPITAL if sign.isupper() else _ORDINARY


def fitted(content: str, css: str, width: float) -> str:
    """The text, cut with "…" where it is wider than `width`."""
    if text_width(content, css) <= width:
        return content
    room = _fits(content, css, width - text_width("…", css))
    return content[:room].rstrip() + "…"


def wrapped(content: str, css: str, width: float, most: int) -> list[str]:
    """The text on at most `most` lines; what does not fit on the last is cut."""
    lines: list[str] = []
    while len(lines) < most - 1 and text_width(content, css) > width:
        room = max(_fits(content, css, width), 1)
        at = content.rfind(" ", 1, room + 1)
        at = at if at > 0 else room
        lines.append(content[:at].rstrip())
        content = content[at:].lstrip()
    return [*lines, fitted(content, css, width)]


def _fits(content: str, css: str, width: float) -> int:
    """How many of the first characters fit."""
    return (
        next(
            (n for n in range(1, len(content) + 1) if text_width(content[:n], css) > width),
            len(content) + 1,
        )
        - 1
    )


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the chart that something covers."""

    left: float
    top: float
    right: float
    bottom: float

    def shared(self, other: "Box") -> float:
        """The area that both cover."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0

    def within(self, frame: "Box") -> bool:
        """True where nothing sticks out of the frame."""
        return (
            self.left >= frame.left
            and self.right <= frame.right
            and self.top >= frame.top
            and self.bottom <= frame.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """A text with its place: `x` is where its anchor lies, `y` the line it stands on."""

    content: str
    x: float
    y: float
    css: str
    anchor: Anchor = "middle"

    @property
    def box(self) -> Box:
        """What the text covers, with a little air round it."""
        size = SIZES[self.css][0]
        width = text_width(self.content, self.css)
        left = self.x - {"start": 0, "middle": width / 2, "end": width}[self.anchor]
        return Box(left - 1, self.y - 0.8 * size, left + width + 1, self.y + 0.22 * size)

    def svg(self) -> str:
        """The text as an element."""
        return (
            f'<text class="{self.css}" x="{self.x:.1f}" y="{self.y:.1f}" '
            f'text-anchor="{self.anchor}">{escape(self.content)}</text>'
        )


def placed(choices: Sequence[Sequence[Label]], taken: Sequence[Box], frame: Box) -> Iterator[Label]:
    """One label out of each of the choices: the first with room, else the one least in the way.

    Labels stay inside the frame and clear of what is taken and of each other.
    """
    filled = list(taken)
    for options in choices:
        best, least = options[0], inf
        for one in options:
            box = one.box
            if box.within(frame):
                hidden = sum(box.shared(other) for other in filled)
                if hidden < least:
                    best, least = one, hidden
                if not hidden:
                    break
        yield best
        filled.append(best.box)
