"""When a promise's figures are to be renewed, and how late that is."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Due:
    """The day by which the figures are to be renewed, and how many days ago that was."""

    day: date
    days_late: int


def due(as_of: date, update_months: int, end: date, today: date) -> Due | None:
    """The next renewal of figures that describe the day `as_of`.

    It is due `update_months` calendar months later. None where nothing more is due: the figures
    already describe a day after the promise's `end`, so the renewal that was due next after it
    has come.
    """
    if as_of > end:
        return None
    day = add_months(as_of, update_months)
    return Due(day, max(0, (today - day).days))


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
