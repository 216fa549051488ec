"""How an activity and its dated events are written down, and the rows they become."""

from dataclasses import dataclass

from trygghet.example.files import Row
from trygghet.example.sources import status_report


@dataclass(frozen=True, slots=True)
class Event:
    """One dated event. Written with `stated` or `evidence`."""

    date: str
    track: str
    status: str
    text: str
    source: str
    occasions: int | None = None
    new_deadline: str = ""
    date_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One activity: the plan as it first was, and what has happened since, oldest first."""

    id: str
    title: str
    description: str
    places: tuple[str, ...]
    responsible: str
    focus_area: str = ""
    focus_area_basis: str = "published"
    relation: str = "in_promise"
    context_kind: str = ""
    start: str = ""
    deadline: str = ""
    deadline_note: str = ""
    occasions: int | None = None
    basis: str = "plan"
    note: str = ""
    source: str = "aktivitetsplan"
    events: tuple[Event, ...] = ()


def stated(
    date: str,
    status: str,
    text: str,
    occasions: int | None = None,
    *,
    new_deadline: str = "",
    source: str = "",
) -> Event:
    """What the responsible party says, in the next status report unless another source is given."""
    return Event(
        date, "stated", status, text, source or status_report(date), occasions, new_deadline
    )


def evidence(
    date: str,
    status: str,
    text: str,
    source: str,
    occasions: int | None = None,
    *,
    date_note: str = "",
) -> Event:
    """What something published shows."""
    return Event(date, "evidence", status, text, source, occasions, date_note=date_note)


def activity_rows(activities: tuple[Activity, ...]) -> list[Row]:
    """The rows of activities.csv."""
    return [
        {
            "id": activity.id,
            "title": activity.title,
            "description": activity.description,
            "places": ";".join(activity.places),
            "focus_area": activity.focus_area,
            "focus_area_basis": activity.focus_area_basis if activity.focus_area else "",
            "responsible": activity.responsible,
            "relation": activity.relation,
            "context_kind": activity.context_kind,
            "planned_start": activity.start,
            "first_deadline": activity.deadline,
            "deadline_note": activity.deadline_note,
            "occasions_planned": _number(activity.occasions),
            "basis": activity.basis,
            "note": activity.note,
            "source": activity.source,
        }
        for activity in activities
    ]


def event_rows(activities: tuple[Activity, ...]) -> list[Row]:
    """The rows of activity_events.csv: one log, oldest first, undated events last."""
    log = [(activity.id, event) for activity in activities for event in activity.events]
    log.sort(key=lambda entry: entry[1].date or "9999")
    return [
        {
            "activity": activity_id,
            "date": event.date,
            "date_note": event.date_note,
            "track": event.track,
            "status": event.status,
            "new_deadline": event.new_deadline,
            "occasions_done": _number(event.occasions),
            "event": event.text,
            "source": event.source,
        }
        for activity_id, event in log
    ]


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
