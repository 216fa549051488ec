"""What the words in an extract stand for: the owner's import.toml over the headings we know.

Headings and names are compared trimmed, with single spaces and without regard to capitals, and
otherwise exactly. Nothing that is merely alike is taken: it is only suggested in the question.
"""

import unicodedata
from dataclasses import dataclass, field
from difflib import get_close_matches

from trygghet.periods import Period

UNPLACED = "unplaced"  # in the promise's area, but in none of its villages
OUTSIDE = "outside"  # not in the area at all: left out
ZERO = "zero"  # what the extract is silent about did not happen


def fold(text: str) -> str:
    """The form in which headings and names are compared."""
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


@dataclass(frozen=True, slots=True)
class Gap:
    """Cells that the extract is known to lack: a place from `first` to `last`, for one indicator
    or ("" as indicator) for all, and why, as a missing_reason."""

    place: str
    indicator: str
    first: Period
    last: Period
    reason: str
    note: str

    def covers(self, place: str, indicator: str, period: Period) -> bool:
        """Whether the gap explains why this cell is missing."""
        return (
            self.place == place
            and self.indicator in ("", indicator)
            and self.first.start <= period.start
            and period.end <= self.last.end
        )


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an extract and what they stand for. All keys are folded.

    columns: kind → our column → its headings, the owner's before the known ones ·
    places: name → id in places.csv, UNPLACED or OUTSIDE; ids and names of places.csv are in it ·
    indicators, focus_areas: title → id, with ids and titles of the folder · statuses: word →
    status · symbols: sign → "0" or a missing_reason · absent: ids of places and indicators, and
    months, of which a police extract has no row because there was nothing to report ·
    absent_counts: so it is with every row that a table of counts lacks.
    """

    columns: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    indicators: dict[str, str] = field(default_factory=dict)
    focus_areas: dict[str, str] = field(default_factory=dict)
    statuses: dict[str, str] = field(default_factory=dict)
    symbols: dict[str, str] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()
    absent: frozenset[str] = frozenset()
    absent_counts: bool = False

    def positions(self, kind: str, titles: list[str]) -> dict[str, int]:
        """Our columns that are among the titles, each with its position (the first one that
        matches, the owner's headings before the known ones)."""
        folded = [fold(title) for title in titles]
        found: dict[str, int] = {}
        for column, headings in self.columns.get(kind, {}).items():
            for heading in headings:
                if heading in folded:
                    found[column] = folded.index(heading)
                    break
        return found

    def place(self, name: str) -> str | None:
        """The place's id, UNPLACED or OUTSIDE; None where nobody has said."""
        return self.places.get(fold(name))

    def gap(self, place: str, indicator: str, period: Period) -> Gap | None:
        """The gap that explains why a cell is missing, if there is one."""
        return next((gap for gap in self.gaps if gap.covers(place, indicator, period)), None)


def close(name: str, known: dict[str, str]) -> str:
    """Names that are nearly this one, to be suggested and never taken; "" if there are none."""
    return ", ".join(get_close_matches(fold(name), list(known), n=3))
