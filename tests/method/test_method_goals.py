"""The state of the goals, every row of the rule (method §4)."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest

from trygghet.method.counts import count_comparison
from trygghet.method.goals import (
    FigureScope,
    GoalAssessment,
    GoalNote,
    GoalRule,
    GoalState,
    crime_goal,
    safety_goal,
)
from trygghet.method.survey import Margin, MarginBasis, index_change, published_index
from trygghet.method.verdicts import Judged, NoVerdictReason, Verdict

END = date(2021, 6, 30)
RUNNING = END - timedelta(days=1)
PROMISE = FigureScope.PROMISE


@dataclass(frozen=True)
class Figure:
    verdict: Verdict
    reason: NoVerdictReason | None = None


def figure(verdict: Verdict) -> Figure:
    reason = NoVerdictReason.PERIOD_INCOMPLETE if verdict is Verdict.NO_VERDICT else None
    return Figure(verdict, reason)


FIGURES: list[Judged | None] = [None, *(figure(verdict) for verdict in Verdict)]
# Verdict: (state while running, rule while running, state at the end, rule at the end).
ROWS = {
    "lower": ("on_track", "lower_while_running", "fulfilled", "lower_at_end"),
    "higher": ("not_fulfilled", "higher", "not_fulfilled", "higher"),
    "no_certain_difference": ("not_assessable", "no_certain_difference") * 2,
    "too_few": ("not_assessable", "too_few") * 2,
    "none_reported": ("not_assessable", "none_reported") * 2,
    "no_verdict": ("not_assessable", "no_verdict") * 2,
}


def row(verdict: Verdict, until: date) -> tuple[str, str]:
    running_state, running_rule, end_state, end_rule = ROWS[verdict]
    return (end_state, end_rule) if until >= END else (running_state, running_rule)


def taken(found: GoalAssessment) -> tuple[str, str]:
    return found.state.value, found.rule.value


@pytest.mark.parametrize("until", [RUNNING, END, END + timedelta(days=60)])
@pytest.mark.parametrize("verdict", list(Verdict))
def test_each_verdict_leads_to_the_state_that_the_rule_says(verdict: Verdict, until: date) -> None:
    expected = row(verdict, until)
    assert taken(crime_goal(figure(verdict), None, PROMISE, until, END)) == expected
    assert taken(crime_goal(None, figure(verdict), PROMISE, until, END)) == expected
    assert taken(safety_goal(figure(verdict), PROMISE, until, END)) == expected


@pytest.mark.parametrize("until", [RUNNING, END])
def test_two_crime_series_must_agree_before_a_goal_is_judged(until: date) -> None:
    for one, other in product(FIGURES, FIGURES):
        found = taken(crime_goal(one, other, PROMISE, until, END))
        both = [item.verdict for item in (one, other) if item is not None]
        if not both:
            assert found == ("not_assessable", "nothing_published")
        elif Verdict.NO_VERDICT in both:
            assert found == ("not_assessable", "no_verdict")
        elif len(set(both)) == 2:
            assert found == ("not_assessable", "series_disagree")
        else:
            assert found == row(both[0], until)


def test_a_goal_is_never_called_fulfilled_before_the_end_date() -> None:
    for one, other in product(FIGURES, FIGURES):
        assert crime_goal(one, other, PROMISE, RUNNING, END).state is not GoalState.FULFILLED
    for index in FIGURES:
        assert safety_goal(index, PROMISE, RUNNING, END).state is not GoalState.FULFILLED


@pytest.mark.parametrize("until", [RUNNING, END])
def test_a_figure_for_the_whole_municipality_never_settles_a_goal_about_the_villages(
    until: date,
) -> None:
    expected = ("not_assessable", "only_municipality")
    for one, other in product(FIGURES, FIGURES):
        assert taken(crime_goal(one, other, FigureScope.MUNICIPALITY, until, END)) == expected
    for index in FIGURES:
        assert taken(safety_goal(index, FigureScope.MUNICIPALITY, until, END)) == expected


def test_a_village_cannot_be_given_a_goal_verdict() -> None:
    assert {scope.value for scope in FigureScope} == {"promise", "municipality"}


@pytest.mark.parametrize("reason", list(NoVerdictReason))
def test_a_goal_that_cannot_be_judged_says_why(reason: NoVerdictReason) -> None:
    silent = Figure(Verdict.NO_VERDICT, reason)
    for found in (
        crime_goal(silent, None, PROMISE, END, END),
        crime_goal(figure(Verdict.LOWER), silent, PROMISE, END, END),
        safety_goal(silent, PROMISE, END, END),
    ):
        assert (found.rule, found.no_verdict) == (GoalRule.NO_VERDICT, reason)


def test_the_missing_threshold_is_printed_beside_the_safety_goal_every_time() -> None:
    for index, scope, until in product(FIGURES, FigureScope, (RUNNING, END)):
        assert safety_goal(index, scope, until, END).note is GoalNote.NO_THRESHOLD_SET
        assert crime_goal(index, None, scope, until, END).note is None


def test_an_unpublished_index_is_said_to_be_unpublished() -> None:
    found = safety_goal(None, PROMISE, END, END)
    assert taken(found) == ("not_assessable", "nothing_published")


def test_goals_take_the_comparisons_as_they_are() -> None:
    crimes = count_comparison(240, 350, series="all", level=0.95)
    assert crime_goal(crimes, crimes, PROMISE, END, END).state is GoalState.FULFILLED
    margin = Margin(Decimal("0.20"), MarginBasis.OUR_ESTIMATE)
    for now, state in [
        ("1.36", GoalState.FULFILLED),
        ("1.37", GoalState.NOT_ASSESSABLE),
        ("1.75", GoalState.NOT_ASSESSABLE),
        ("1.76", GoalState.NOT_FULFILLED),
    ]:
        index = index_change(
            2019, [published_index("1.56", "a")], 2021, [published_index(now, "b")], margin
        )
        assert safety_goal(index, PROMISE, END, END).state is state
