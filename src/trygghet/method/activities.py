"""How an activity stands: what is said, what is shown, and the first deadline (method §3).

The three are never merged. A later deadline never replaces the first one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from trygghet.periods import Period

State = Literal["planned", "ongoing", "done", "postponed", "cancelled", "unknown"]
Timing = Literal[
    "in_time",  # done by the first deadline
    "late",  # done after it
    "done_date_unknown",  # done, but the dates are too vague to compare
    "overdue",  # the deadline has passed without word that it is done
    "not_due",
    "cancelled",
    "no_deadline",  # no deadline of its own is known
]


PERCENT_FROM = 20
"""Smallest b of "a of b" with a per cent."""


@dataclass(frozen=True, slots=True)
class ActivityEvent:
    """One entry of the log; `date` is None where the source gives none."""

    date: Period | None
    track: str
    status: str | None
    new_deadline: str | None = None
    occasions_done: int | None = None


@dataclass(frozen=True, slots=True)
class ActivityStatus:
    """`evidence` is the state that published evidence supports, None without any; `is_due` tells
    whether the first deadline has come."""

    state: str
    state_date: str | None
    evidence: str | None
    timing: Timing
    new_deadline: str | None
    occasions_done: int | None
    is_due: bool


def activity_status(
    events: Sequence[ActivityEvent], first_deadline: Period | None, as_of: Period
) -> ActivityStatus:
    """The status on the day `as_of`, from the log in the order it was written."""
    log = sorted(events, key=_undated_first)
    stated = [event for event in log if event.track == "stated" and event.status]
    shown = [event for event in log if event.track == "evidence" and event.status]
    moved = [event.new_deadline for event in log if event.new_deadline]
    occasions = [
        event.occasions_done
        for event in log
        if event.track == "stated" and event.occasions_done is not None
    ]
    latest = stated[-1] if stated else None
    return ActivityStatus(
        state=latest.status if latest and latest.status else "unknown",
        state_date=latest.date.text if latest and latest.date else None,
        evidence=shown[-1].status if shown else None,
        timing=_timing(latest, first_deadline, as_of),
        new_deadline=moved[-1] if moved else None,
        occasions_done=occasions[-1] if occasions else None,
        is_due=first_deadline is not None and first_deadline.end <= as_of.end,
    )


def _undated_first(event: ActivityEvent) -> tuple[int, str]:
    return (0, "") if event.date is None else (1, event.date.start.isoformat())


def _timing(latest: ActivityEvent | None, deadline: Period | None, as_of: Period) -> Timing:
    if latest and latest.status == "cancelled":
        return "cancelled"
    if deadline is None:
        return "no_deadline"
    if latest and latest.status == "done":
        if latest.date and latest.date.end <= deadline.end:
            return "in_time"
        if latest.date and latest.date.start > deadline.end:
            return "late"
        return "done_date_unknown"
    return "overdue" if deadline.end < as_of.start else "not_due"


@dataclass(frozen=True, slots=True)
class Share:
    """A measure "a of b", in activities. A per cent stands beside it only from b = 20."""

    a: int
    b: int

    @property
    def percent(self) -> float | None:
        """100·a/b, None where b is too small for a per cent."""
        return 100 * self.a / self.b if self.b >= PERCENT_FROM else None


def plan_measures(statuses: Sequence[ActivityStatus]) -> dict[str, Share]:
    """What was done of the original plan (method §3); cancelled activities stay in b."""
    done = [status for status in statuses if status.state == "done"]
    due = [status for status in statuses if status.is_due]
    return {
        "done_of_planned": Share(len(done), len(statuses)),
        "done_of_due": Share(sum(status.state == "done" for status in due), len(due)),
        "in_time_of_done": Share(sum(status.timing == "in_time" for status in done), len(done)),
        "cancelled_of_planned": Share(
            sum(status.state == "cancelled" for status in statuses), len(statuses)
        ),
    }
