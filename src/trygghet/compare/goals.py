"""The state of every goal, and the comparison that it rests on (method §4)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trygghet.check import PromiseFolder
from trygghet.compare.crimes import Compared
from trygghet.compare.records import Frame, id_of
from trygghet.compare.survey import SurveyCompared
from trygghet.method.activities import ActivityStatus
from trygghet.method.goals import (
    FigureScope,
    GoalAssessment,
    activities_goal,
    crime_goal,
    safety_goal,
)
from trygghet.periods import parse_period


@dataclass(frozen=True, slots=True)
class GoalStatus:
    """A goal's state; `place`, `indicator`, `now` and `now_end` name the comparison behind it."""

    goal: str
    assessment: GoalAssessment
    place: str | None = None
    indicator: str | None = None
    now: str | None = None
    now_end: str | None = None


def assess_goals(
    folder: PromiseFolder,
    frame: Frame,
    crimes: Sequence[Compared],
    survey: Sequence[SurveyCompared],
    promised: Sequence[ActivityStatus],
) -> Iterator[GoalStatus]:
    """Every goal of the promise, in its own order."""
    for record in folder.lists["goals"]:
        goal, topic = id_of(record), record.values["topic"]
        if topic == "crimes":
            yield _crime_goal(goal, frame, crimes)
        elif topic == "survey":
            yield _safety_goal(goal, frame, survey)
        else:
            yield _activities_goal(goal, folder, frame, promised)


def _crime_goal(goal: str, frame: Frame, crimes: Sequence[Compared]) -> GoalStatus:
    """The area's figures decide; where only the municipality has any, they are context."""
    own = [one for one in crimes if one.place == frame.area]
    whole = [one for one in crimes if one.place == frame.municipality]
    scope = FigureScope.MUNICIPALITY if whole and not own else FigureScope.PROMISE
    everything = _deciding(own or whole, frame, "all")
    rest = _deciding(own or whole, frame, "all_but_police")
    assessment = crime_goal(
        everything.outcome if everything else None,
        rest.outcome if rest else None,
        scope,
        parse_period(everything.window.now_end).end if everything else frame.end.end,
        frame.end.end,
    )
    if everything is None:
        return GoalStatus(goal, assessment)
    window = everything.window
    return GoalStatus(
        goal, assessment, everything.place, everything.indicator, window.now, window.now_end
    )


def _deciding(compared: Sequence[Compared], frame: Frame, series: str) -> Compared | None:
    """The end assessment where the figures reach it, else the latest running comparison."""
    mine = [
        one
        for one in compared
        if frame.series(one.indicator) == series
        and one.window.kind in ("end", "running", "year")
        and frame.start.start <= parse_period(one.window.now_end).end
        and one.window.now[:4] <= str(frame.end.year)
    ]
    ends = [one for one in mine if one.window.kind == "end"]
    latest = max(mine, key=lambda one: parse_period(one.window.now_end).end, default=None)
    return ends[0] if ends else latest


def _safety_goal(goal: str, frame: Frame, survey: Sequence[SurveyCompared]) -> GoalStatus:
    """The latest survey of a year that the promise touches."""
    headline = next(
        id_
        for id_, record in frame.indicators.items()
        if record.values["dataset"] == "safety_survey" and record.values["headline"] == "yes"
    )
    during = [
        one
        for one in survey
        if one.indicator == headline and frame.start.year <= one.change.year <= frame.end.year
    ]
    own = [one for one in during if one.place == frame.area]
    whole = [one for one in during if one.place == frame.municipality]
    scope = FigureScope.MUNICIPALITY if whole and not own else FigureScope.PROMISE
    latest = (own or whole)[-1] if own or whole else None
    if latest is None:
        assessment = safety_goal(None, scope, frame.end.end, frame.end.end)
        return GoalStatus(goal, assessment)
    year = str(latest.change.year)
    # The figures do not tell when in the year people were asked: its last day at the latest.
    assessment = safety_goal(latest.change, scope, parse_period(year).end, frame.end.end)
    return GoalStatus(goal, assessment, latest.place, latest.indicator, year, year)


def _activities_goal(
    goal: str, folder: PromiseFolder, frame: Frame, promised: Sequence[ActivityStatus]
) -> GoalStatus:
    published = folder.promise.values["activity_plan"] == "published"
    ended = frame.as_of.end > frame.end.end
    return GoalStatus(goal, activities_goal(promised, ended=ended, plan_published=published))
