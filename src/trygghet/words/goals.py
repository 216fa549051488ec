"""The state of each goal in words: why, which rule, what would change it, what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trygghet.periods import parse_period
from trygghet.release.rows import Activity, Event, GoalStatus, Measure
from trygghet.words.catalogue import text
from trygghet.words.numbers import number

Rule = tuple[tuple[str, ...], str, str]
"""The method's rules that a row stands for, the row's number, and the state that it leads to."""

_NO_FIGURES = ("only_municipality", "nothing_published")
_UNDECIDED = ("too_few", "none_reported", "no_verdict", "no_certain_difference")

RULES: dict[str, tuple[Rule, ...]] = {
    "crimes": (
        (_NO_FIGURES, "1", "not_assessable"),
        (_UNDECIDED, "2", "not_assessable"),
        (("series_disagree",), "3", "not_assessable"),
        (("higher",), "4", "not_fulfilled"),
        (("lower_while_running",), "5", "on_track"),
        (("lower_at_end",), "6", "fulfilled"),
    ),
    "survey": (
        (_NO_FIGURES, "1", "not_assessable"),
        (_UNDECIDED, "2", "not_assessable"),
        (("higher",), "4", "not_fulfilled"),
        (("lower_while_running",), "5", "on_track"),
        (("lower_at_end",), "6", "fulfilled"),
    ),
    "activities": (
        (("plan_not_published",), "1", "not_assessable"),
        (("still_running",), "2", "not_assessable"),
        (("not_all_done",), "3", "not_assessable"),
        (("all_done",), "6", "fulfilled"),
    ),
}


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One row of a goal's decision table."""

    condition: str
    state: str
    taken: bool


def goal_state(goal: GoalStatus) -> str:
    """The state's name, e.g. "Går ej att bedöma"."""
    return text(f"goal-state-{goal.state}")


def goal_reason(goal: GoalStatus, area: str) -> str:
    """Why the goal has its state."""
    reason = text(f"reason-{goal.reason}") if goal.reason else ""
    return text(f"goal-why-{goal.rule}", area=area, reason=reason)


def goal_rules(goal: GoalStatus) -> list[RuleLine]:
    """The decision table, with the row that was taken marked."""
    return [
        RuleLine(text(f"rule-{goal.topic}-{row}"), text(f"goal-state-{state}"), goal.rule in rules)
        for rules, row, state in RULES[goal.topic]
    ]


def what_would_change(goal: GoalStatus, area: str, baseline_year: int) -> str:
    """The figures or answers that would settle the goal."""
    return text(f"change-{goal.topic}", area=area, year=str(baseline_year))


def measure_text(measure: Measure) -> str:
    """ "17 av 38 planerade uppges vara genomförda", with a per cent only where b allows it."""
    counted = text(f"measure-{measure.measure}", a=number(measure.a), b=number(measure.b))
    if measure.percent is None:
        return counted
    return text("measure-percent", measure=counted, percent=number(round(measure.percent)))


@dataclass(frozen=True, slots=True)
class LateActivity:
    """An activity and by how many days it has missed its first deadline."""

    activity: Activity
    days: int
    how: str


def late_activities(activities: Sequence[Activity], as_of: date) -> list[LateActivity]:
    """The promise's activities that are late, the latest first; never against a new deadline."""
    late = []
    for activity in activities:
        deadline = activity.first_deadline_end
        if activity.relation != "in_promise" or deadline is None:
            continue
        if activity.timing == "overdue":
            days = (as_of - deadline).days
            how = text("mal-late-overdue", days=text("mal-late-days", days=days))
            late.append(LateActivity(activity, days, how))
        elif activity.timing == "late" and activity.state_date:
            days = (parse_period(activity.state_date).start - deadline).days
            late.append(LateActivity(activity, days, text("mal-late-done")))
    return sorted(late, key=lambda one: (one.activity.timing != "overdue", -one.days))


def cancelled_with_reason(
    activities: Sequence[Activity], events: Sequence[Event]
) -> list[tuple[Activity, str]]:
    """The promise's cancelled activities, each with what was said when it was cancelled."""
    reasons: dict[str, str] = {}
    for event in events:
        if event.status == "cancelled" and event.track == "stated":
            reasons.setdefault(event.activity, event.event)
    return [
        (activity, reasons.get(activity.id, ""))
        for activity in activities
        if activity.relation == "in_promise" and activity.state == "cancelled"
    ]


def first_mondays(first: date, last: date) -> list[date]:
    """The meeting days, the first Monday of every month, from `first` to `last`, newest first."""
    found = []
    month = first.replace(day=1)
    while month <= last:
        monday = month + timedelta(days=(7 - month.weekday()) % 7)
        if first <= monday <= last:
            found.append(monday)
        month = (month + timedelta(days=32)).replace(day=1)
    return found[::-1]
