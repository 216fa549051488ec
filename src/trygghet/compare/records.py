"""What the checks have made sure of, read from records without asking again."""

from dataclasses import dataclass

from trygghet.check import PromiseFolder
from trygghet.check.csv_file import Record
from trygghet.periods import Period, parse_period

SeriesKey = tuple[str, str]
"""A place and an indicator."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What every comparison of a promise starts from."""

    baseline_year: int
    start: Period
    end: Period
    as_of: Period
    area: str
    municipality: str
    indicators: dict[str, Record]
    places: dict[str, Record]

    def is_own(self, place: str) -> bool:
        """True for the promise's own places: its area, villages and municipality."""
        own = self.places[place].values["in_promise"] != "no"
        return own or place in (self.area, self.municipality)

    def is_within_area(self, place: str) -> bool:
        """True for what lies in the promise's area, not for the area itself."""
        while (above := self.places[place].values["part_of"]) is not None:
            place = str(above)
            if place == self.area:
                return True
        return False

    def series(self, indicator: str) -> str:
        """Which counts an indicator covers: all, all_but_police or category."""
        return str(self.indicators[indicator].values["series"])


def frame(folder: PromiseFolder) -> Frame:
    """The promise's time, baseline and places; the end is that of the last extension."""
    promise = folder.promise
    extensions = folder.lists["extensions"]
    return Frame(
        baseline_year=int(str(promise.values["baseline_year"])),
        start=date_of(promise, "start"),
        end=date_of(extensions[-1], "end") if extensions else date_of(promise, "first_end"),
        as_of=date_of(promise, "as_of"),
        area=str(promise.values["area"]),
        municipality=str(promise.values["municipality"]),
        indicators={id_of(record): record for record in folder.tables["indicators"]},
        places={id_of(record): record for record in folder.tables["places"]},
    )


def series_of(record: Record) -> SeriesKey:
    """The place and indicator of a measured value."""
    return str(record.values["place"]), str(record.values["indicator"])


def id_of(record: Record) -> str:
    """The record's id."""
    return str(record.values["id"])


def date_of(record: Record, column: str) -> Period:
    """A date that the format requires."""
    return parse_period(str(record.values[column]))


def optional_date(value: object) -> Period | None:
    """A date that may be empty."""
    return parse_period(str(value)) if value is not None else None


def optional_text(value: object) -> str | None:
    """A text that may be empty."""
    return str(value) if value is not None else None
