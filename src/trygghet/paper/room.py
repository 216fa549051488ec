"""What has room on a sheet: heights of texts in millimetres, and rows counted until it is full.

Texts are reckoned in a wide typeface, so that what has room here has room in every one that the
sheet is set in. Nothing is ever cut away by the edge of the paper: what does not fit is counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trygghet.charts.labels import SEMIBOLD, wrapped
from trygghet.charts.labels import SIZES as LETTERS
from trygghet.words import text

LINE_HEIGHT = 1.3
GAP = 1.2
"""Millimetres between two rows of a list."""

_POINT = 25.4 / 72
_WIDER = 1.04
_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of texts, in points."""

    title: float = 20
    heading: float = 11
    sentence: float = 10.5
    body: float = 9.5
    small: float = 8.5


SIZES = Sizes()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list: an activity's state where it has a sign, what it is, what is said of it."""

    title: str
    said: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A list under its heading; `note` stands between them, and `more` says what had no room."""

    heading: str
    rows: tuple[Row, ...]
    note: str = ""
    more: str = ""


def height(content: str, size: float, width: float, *, bold: bool = False) -> float:
    """How high a paragraph is in millimetres, in a column so many millimetres wide."""
    return len(_lines(content, size, width, bold, _MOST_LINES)) * size * LINE_HEIGHT * _POINT


def cut(content: str, size: float, width: float, most: int) -> str:
    """A paragraph of at most so many lines, with "…" where it was longer."""
    return " ".join(_lines(content, size, width, False, most))


def _lines(content: str, size: float, width: float, bold: bool, most: int) -> list[str]:
    if not content:
        return []
    # As wide as in the charts' small text.
    room = width / (size * _POINT * _WIDER * (SEMIBOLD if bold else 1)) * LETTERS["t-small"][0]
    return wrapped(content, "t-small", room, most)


def filled(sections: Sequence[Section], width: float, room: float) -> tuple[Section, ...]:
    """The sections of a column with as many of their rows as it has room for.

    They take a row each in turn, so that none is filled at another's cost; how many are left out
    is said below.
    """
    left = room - sum(_frame(section, width) for section in sections)
    counts = [0] * len(sections)
    open_ = list(range(len(sections)))
    while open_:
        for number in tuple(open_):
            rows = sections[number].rows
            needed = row_height(rows[counts[number]], width) if counts[number] < len(rows) else left
            if counts[number] < len(rows) and needed <= left:
                counts[number] += 1
                left -= needed
            else:
                open_.remove(number)
    return tuple(map(_with_rows, sections, counts))


def _with_rows(section: Section, count: int) -> Section:
    more = len(section.rows) - count
    said = text("paper-more", shown=count, count=more) if more else ""
    return replace(section, rows=section.rows[:count], more=said)


def _frame(section: Section, width: float) -> float:
    """The height of a section without its rows, with the line for those left out."""
    heading = height(section.heading, SIZES.heading, width, bold=True)
    note = height(section.note, SIZES.small, width)
    return heading + note + (height("1", SIZES.small, width) if section.rows else 0) + 3 * GAP


def row_height(row: Row, width: float) -> float:
    """The height of a row with the gap below it."""
    inside = width - (5 if row.state else 0)
    title = height(row.title, SIZES.body, inside, bold=True)
    return title + height(row.said, SIZES.small, inside) + GAP
