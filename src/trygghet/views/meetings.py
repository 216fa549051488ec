"""The promise's follow-up meetings, where its own text says on which day they are held."""

from datetime import date

from trygghet.periods import parse_period
from trygghet.release.rows import Note
from trygghet.views.context import Context
from trygghet.words.goals import first_mondays

MEETING_DAY = "första måndagen"
"""How a promise's own text names the day of its meetings."""


def meetings_said(seen: Context) -> Note | None:
    """The sentence that names the day; None where the promise says nothing of it."""
    said = (one for one in seen.release.follow_up() if MEETING_DAY in one.text.casefold())
    return next(said, None)


def all_meetings(seen: Context) -> list[date]:
    """Every meeting day in the promise's time, newest first; none where no day is named."""
    if meetings_said(seen) is None:
        return []
    return first_mondays(parse_period(seen.promise.start).start, parse_period(seen.end).end)


def past_meetings(seen: Context) -> list[date]:
    """Those that the figures reach."""
    as_of = parse_period(seen.promise.as_of).start
    return [one for one in all_meetings(seen) if one <= as_of]


def since_when(seen: Context) -> date:
    """The last meeting that the figures reach; the promise's first day where there is none."""
    return next(iter(past_meetings(seen)), parse_period(seen.promise.start).start)
