"""Did it get better: the state of a goal for the promise as a whole (method §4).

A village gets words, never a goal verdict, so there is no way to ask for one here. Whether the
parties did what they promised is another question, answered by `trygghet.method.activities`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trygghet.method.activities import ActivityStatus
from trygghet.method.verdicts import Judged, NoVerdictReason, Verdict


class GoalState(StrEnum):
    """The state of a goal."""

    FULFILLED = "fulfilled"
    ON_TRACK = "on_track"
    NOT_FULFILLED = "not_fulfilled"
    NOT_ASSESSABLE = "not_assessable"


class FigureScope(StrEnum):
    """What the figures cover."""

    PROMISE = "promise"
    """The whole area of the promise."""
    MUNICIPALITY = "municipality"
    """The whole municipality: context, never the answer to a goal about the villages."""


class GoalRule(StrEnum):
    """The row of the rule that decided. With `NOT_ASSESSABLE` it is also the reason."""

    LOWER_WHILE_RUNNING = "lower_while_running"
    LOWER_AT_END = "lower_at_end"
    HIGHER = "higher"
    NO_CERTAIN_DIFFERENCE = "no_certain_difference"
    """For the safety index: the change is smaller than the margin of error."""
    TOO_FEW = "too_few"
    NONE_REPORTED = "none_reported"
    NO_VERDICT = "no_verdict"
    """A figure without a verdict; `GoalAssessment.no_verdict` says why."""
    SERIES_DISAGREE = "series_disagree"
    """All crimes, and all but those the police find themselves, do not give the same word."""
    NOTHING_PUBLISHED = "nothing_published"
    ONLY_MUNICIPALITY = "only_municipality"
    ALL_DONE = "all_done"
    """Every activity of the published plan is said to be done, and the promise has ended."""
    PLAN_NOT_PUBLISHED = "plan_not_published"
    STILL_RUNNING = "still_running"
    NOT_ALL_DONE = "not_all_done"
    """The promise has ended; it does not say what holds when a part was not carried out."""


class GoalNote(StrEnum):
    """What must be printed beside a goal."""

    NO_THRESHOLD_SET = "no_threshold_set"
    """The promise set no threshold for feeling safe."""


@dataclass(frozen=True, slots=True)
class GoalAssessment:
    """The state of one goal.

    Attributes:
        state: The state.
        rule: The row of the rule that was taken.
        no_verdict: With the rule `NO_VERDICT`, why the figure has no verdict; otherwise None.
        note: What must be printed beside the goal, or None.
    """

    state: GoalState
    rule: GoalRule
    no_verdict: NoVerdictReason | None = None
    note: GoalNote | None = None


_UNDECIDED = {
    Verdict.NO_CERTAIN_DIFFERENCE: GoalRule.NO_CERTAIN_DIFFERENCE,
    Verdict.TOO_FEW: GoalRule.TOO_FEW,
    Verdict.NONE_REPORTED: GoalRule.NONE_REPORTED,
    Verdict.NO_VERDICT: GoalRule.NO_VERDICT,
}


def crime_goal(
    all_crimes: Judged | None,
    without_police_detected: Judged | None,
    scope: FigureScope,
    measured_until: date,
    end_date: date,
) -> GoalAssessment:
    """Return the state of the goal that crime shall fall from the baseline year's level.

    Args:
        all_crimes: Comparison of all reported crimes, or None if it does not exist.
        without_police_detected: Comparison of all but the crimes that the police find themselves,
            or None if it does not exist.
        scope: What the figures cover.
        measured_until: Last day that the figures cover.
        end_date: Last day of the promise.

    Returns:
        The assessment. Where both series exist they must give the same verdict. Method §4.
    """
    series = [item for item in (all_crimes, without_police_detected) if item is not None]
    if scope is FigureScope.MUNICIPALITY:
        return GoalAssessment(GoalState.NOT_ASSESSABLE, GoalRule.ONLY_MUNICIPALITY)
    if not series:
        return GoalAssessment(GoalState.NOT_ASSESSABLE, GoalRule.NOTHING_PUBLISHED)
    # A series without a verdict says why, which is more use to the reader than "they disagree".
    for item in series:
        if item.verdict is Verdict.NO_VERDICT:
            return _assess(item, measured_until, end_date)
    if len({item.verdict for item in series}) > 1:
        return GoalAssessment(GoalState.NOT_ASSESSABLE, GoalRule.SERIES_DISAGREE)
    return _assess(series[0], measured_until, end_date)


def safety_goal(
    index: Judged | None,
    scope: FigureScope,
    measured_until: date,
    end_date: date,
) -> GoalAssessment:
    """Return the state of the goal that people shall feel safe.

    Args:
        index: Change of the safety index, or None if nothing is published.
        scope: What the index covers.
        measured_until: Last day of the survey's field period.
        end_date: Last day of the promise.

    Returns:
        The assessment. It always carries the note that the promise set no threshold. Method §4.
    """
    if scope is FigureScope.MUNICIPALITY:
        state, rule, why = GoalState.NOT_ASSESSABLE, GoalRule.ONLY_MUNICIPALITY, None
    elif index is None:
        state, rule, why = GoalState.NOT_ASSESSABLE, GoalRule.NOTHING_PUBLISHED, None
    else:
        found = _assess(index, measured_until, end_date)
        state, rule, why = found.state, found.rule, found.no_verdict
    return GoalAssessment(state, rule, why, GoalNote.NO_THRESHOLD_SET)


def activities_goal(
    promised: Sequence[ActivityStatus], *, ended: bool, plan_published: bool
) -> GoalAssessment:
    """Return the state of the goal that the agreed activities shall be carried out.

    Args:
        promised: The status of every activity of the promise that is known.
        ended: Whether the promise's last day has passed.
        plan_published: Whether the known activities are the whole plan.

    Returns:
        The assessment. Method §4 gives no rule for this goal, so a state is given only where
        nothing else is possible: the promise has ended and the whole plan is said to be done.
        Otherwise the measures of method §3 stand for themselves.
    """
    if not plan_published:
        return GoalAssessment(GoalState.NOT_ASSESSABLE, GoalRule.PLAN_NOT_PUBLISHED)
    if not ended:
        return GoalAssessment(GoalState.NOT_ASSESSABLE, GoalRule.STILL_RUNNING)
    if promised and all(status.state == "done" for status in promised):
        return GoalAssessment(GoalState.FULFILLED, GoalRule.ALL_DONE)
    return GoalAssessment(GoalState.NOT_ASSESSABLE, GoalRule.NOT_ALL_DONE)


def _assess(figure: Judged, measured_until: date, end_date: date) -> GoalAssessment:
    if figure.verdict is Verdict.HIGHER:
        return GoalAssessment(GoalState.NOT_FULFILLED, GoalRule.HIGHER)
    if figure.verdict is Verdict.LOWER:
        # The figure's own last day decides, not the day on which somebody looks at it: a
        # comparison that stops half-way never becomes "fulfilled" by growing old.
        if measured_until >= end_date:
            return GoalAssessment(GoalState.FULFILLED, GoalRule.LOWER_AT_END)
        return GoalAssessment(GoalState.ON_TRACK, GoalRule.LOWER_WHILE_RUNNING)
    return GoalAssessment(GoalState.NOT_ASSESSABLE, _UNDECIDED[figure.verdict], figure.reason)
