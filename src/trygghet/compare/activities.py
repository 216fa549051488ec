"""How every activity stands on the day that the folder describes (method §3)."""

from collections import defaultdict

from trygghet.check import PromiseFolder
from trygghet.check.csv_file import Record
from trygghet.compare.records import Frame, id_of, optional_date, optional_text
from trygghet.method.activities import ActivityEvent, ActivityStatus, activity_status


def activity_statuses(folder: PromiseFolder, frame: Frame) -> dict[str, ActivityStatus]:
    """The status of every activity by its id, in the order of the plan."""
    log: dict[str, list[ActivityEvent]] = defaultdict(list)
    for event in folder.tables["activity_events"]:
        log[str(event.values["activity"])].append(_event(event))
    return {
        id_of(activity): activity_status(
            log[id_of(activity)], optional_date(activity.values["first_deadline"]), frame.as_of
        )
        for activity in folder.tables["activities"]
    }


def promised_statuses(
    folder: PromiseFolder, statuses: dict[str, ActivityStatus]
) -> list[ActivityStatus]:
    """The promise's own activities: what only is context never counts."""
    return [
        statuses[id_of(activity)]
        for activity in folder.tables["activities"]
        if activity.values["relation"] == "in_promise"
    ]


def _event(record: Record) -> ActivityEvent:
    values = record.values
    done = values["occasions_done"]
    return ActivityEvent(
        date=optional_date(values["date"]),
        track=str(values["track"]),
        status=optional_text(values["status"]),
        new_deadline=optional_text(values["new_deadline"]),
        occasions_done=done if isinstance(done, int) else None,
    )
