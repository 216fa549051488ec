"""Activities, what has happened to them, the goals, and the measures of the plan."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from trygghet.files.columns import SOURCES, chosen, column, parameter, told
from trygghet.files.definition import Choice, DataFile, Parameter
from trygghet.periods import parse_period
from trygghet.release.queries import Release
from trygghet.views.activities import ALL, FILTERS, chosen_activities, filter_options
from trygghet.words import text
from trygghet.words.cards import responsible_parties
from trygghet.words.goals import goal_reason

_PLAN = "aktiviteter"
_FOLDER = "activities"
ACTIVITIES = (
    column("id", of=_FOLDER, required=True),
    column("title", of=_FOLDER, required=True),
    column("description", of=_FOLDER, required=True),
    column("places", "list", of=_FOLDER, required=True),
    column("place_names", "list", of=_PLAN, required=True),
    column("focus_area", of=_FOLDER),
    column("focus_area_title", of=_PLAN),
    column("focus_area_basis", of=_FOLDER),
    column("responsible", "list", of=_PLAN, required=True),
    column("relation", of=_FOLDER, required=True),
    column("context_kind", of=_FOLDER),
    column("state", of=_PLAN, required=True),
    column("state_date", "date", of=_PLAN),
    column("evidence", of=_PLAN),
    column("timing", of=_PLAN, required=True),
    column("planned_start", "date", of=_FOLDER),
    column("first_deadline", "date", of=_FOLDER),
    column("deadline_note", of=_FOLDER),
    column("new_deadline", "date", of=_PLAN),
    column("occasions_planned", "integer", of=_FOLDER, unit="occasions"),
    column("occasions_done", "integer", of=_PLAN, unit="occasions"),
    column("note"),
    *SOURCES,
)
_EVENTS = "activity_events"
EVENTS = (
    column("activity", of=_EVENTS, required=True),
    column("activity_title", of="handelser", required=True),
    column("relation", of=_FOLDER, required=True),
    column("date", "date", of=_EVENTS),
    column("date_note", of=_EVENTS),
    column("track", of=_EVENTS, required=True),
    column("status", of=_EVENTS),
    column("new_deadline", "date", of=_EVENTS),
    column("event", of=_EVENTS, required=True),
    *SOURCES,
)
_GOALS = "mal"
GOALS = (
    column("id", of=_GOALS, required=True),
    column("topic", of=_GOALS, required=True),
    column("text", of=_GOALS, required=True),
    column("state", of=_GOALS, required=True),
    column("rule", of=_GOALS, required=True),
    column("why", of=_GOALS, required=True),
    column("reason", of=_GOALS),
    column("note"),
    column("place", of=_GOALS),
    column("indicator", of=_GOALS),
    column("now", "period", of=_GOALS),
    column("now_end", "period", of=_GOALS),
    column("source", required=True),
)
_MEASURES = "aktivitetsmatt"
MEASURES = (
    column("measure", of=_MEASURES, required=True),
    column("a", "integer", of=_MEASURES, unit="activities", required=True),
    column("b", "integer", of=_MEASURES, unit="activities", required=True),
    column("percent", "number", of=_MEASURES, unit="percent"),
)


def plan_files() -> tuple[DataFile, ...]:
    """The plan as it stands, and what is measured of it."""
    return (
        DataFile(
            "aktiviteter",
            ACTIVITIES,
            _activities,
            tuple(parameter(name, _options(name), of=_PLAN, default=ALL) for name in FILTERS),
            ("id",),
            {"places": "places", "source": "sources"},
        ),
        DataFile(
            "handelser",
            EVENTS,
            _events,
            (
                parameter("by", _options("by"), of=_PLAN, default=ALL),
                Parameter("sedan", "handelser", _first_day, type="date"),
            ),
            ("activity", "date", "track", "event", "source"),
            {"activity": "activities", "source": "sources"},
        ),
        DataFile(
            "mal",
            GOALS,
            _goals,
            key=("id",),
            refers={"place": "places", "indicator": "indicators", "source": "sources"},
        ),
        DataFile(
            "aktivitetsmatt",
            MEASURES,
            lambda release, _: told(MEASURES, release.measures().values()),
            key=("measure",),
        ),
    )


def _options(name: str) -> Callable[[Release, Choice], Sequence[str]]:
    return lambda release, _: tuple(filter_options(release)[name])


def _first_day(release: Release, _: Choice) -> list[str]:
    return [parse_period(release.promise().start).start.isoformat()]


def _activities(release: Release, choice: Choice) -> Iterator[list[Any]]:
    wanted = {name: chosen(choice, name) or ALL for name in FILTERS}
    found = chosen_activities(release.activities(), wanted)
    return told(ACTIVITIES, found, responsible=responsible_parties)


def _events(release: Release, choice: Choice) -> Iterator[list[Any]]:
    """As on the page Mål, events since a day are those of the promise and its follow-up."""
    since, place = chosen(choice, "sedan"), chosen(choice, "by") or ALL
    found = release.events_since(date.fromisoformat(since)) if since else release.events()
    here = {one.id for one in release.activities() if place in (ALL, *one.places)}
    return told(EVENTS, (event for event in found if event.activity in here))


def _goals(release: Release, _: Choice) -> Iterator[list[Any]]:
    area = release.place(release.promise().area)
    name = area.name if area else ""
    return told(
        GOALS,
        release.goals(),
        why=lambda goal: goal_reason(goal, name),
        note=lambda goal: text(f"goal-note-{goal.note}") if goal.note else None,
    )
