"""Mål: each goal with its state, reason and rule; what is late; what a meeting has missed."""

from dataclasses import dataclass
from datetime import date

from trygghet.charts.calendar import calendar_svg
from trygghet.fragments import render
from trygghet.periods import exact_day, parse_period
from trygghet.release.rows import Activity, GoalStatus
from trygghet.ui import address, parts, shell
from trygghet.ui.show import heading, paragraph, show
from trygghet.ui.site import viewed
from trygghet.views.meetings import meetings_said, past_meetings, since_when
from trygghet.words import text
from trygghet.words.answers import Link, promise_activities, state_counts
from trygghet.words.cards import event_line, responsible_parties
from trygghet.words.goals import (
    cancelled_with_reason,
    goal_reason,
    goal_rules,
    goal_state,
    late_activities,
    measure_text,
    what_would_change,
)
from trygghet.words.mistakes import goal_mistake, late_mistake
from trygghet.words.numbers import day, listed
from trygghet.words.verdicts import comparison_sentence, interval_text, margin_text, survey_sentence


@dataclass(frozen=True, slots=True)
class Line:
    """An activity in one of the lists, and what is said of it there."""

    activity: Activity
    how: str

    @property
    def responsible(self) -> str:
        return listed(responsible_parties(self.activity))

    @property
    def mistake(self) -> Link:
        return late_mistake(self.activity, self.how, viewed(page))


def goal_card(goal: GoalStatus) -> None:
    missing = [
        one
        for one in page.release.not_published()
        if one.topic == goal.topic and goal.state == "not_assessable"
    ]
    state = page.mark(goal_state(goal))
    show(
        render(
            "goal",
            state=state,
            goal=goal.text,
            reason=page.mark(goal_reason(goal, area.name)),
            figures=[page.mark(line) for line in figures(goal)],
            notes=[text(f"goal-note-{goal.note}")] if goal.note else [],
            rules=goal_rules(goal),
            change=what_would_change(goal, area.name, page.promise.baseline_year),
            missing=page.missing(missing),
            mistake=goal_mistake(goal, f"{state}. {goal_reason(goal, area.name)}", viewed(page)),
        )
    )


def figures(goal: GoalStatus) -> list[str]:
    """Both counts behind the goal, with the place that they are about."""
    if goal.topic == "activities":
        measures = page.release.measures()
        return [measure_text(measure) for measure in measures.values() if measure.b]
    if goal.place is None or goal.indicator is None or goal.now is None:
        return []
    place = page.place(goal.place)
    if goal.topic == "crimes":
        return [
            line
            for one in page.release.comparisons_of(goal.indicator, [place.id])
            if (one.now, one.now_end) == (goal.now, goal.now_end)
            for line in (f"{place.name}: {comparison_sentence(one)}", interval_text(one))
            if line
        ]
    seen = page.release.place_observations(place.id, "year")
    seen = [one for one in seen if one.indicator == goal.indicator]
    return [
        line
        for change in page.release.survey_changes(place.id)
        if (change.indicator, change.now) == (goal.indicator, goal.now)
        for line in (
            f"{place.name}: "
            + survey_sentence(
                change,
                [one for one in seen if one.period == change.now],
                [one for one in seen if one.period == change.baseline],
            ),
            margin_text(change),
        )
    ]


def lists() -> None:
    """Late first, then cancelled, then done without published evidence."""
    late = [Line(one.activity, one.how) for one in late_activities(activities, as_of)]
    stopped = [Line(*one) for one in cancelled_with_reason(activities, events)]
    unproven = [
        Line(one, text("activity-evidence-none"))
        for one in promised
        if one.state == "done" and one.evidence != "done"
    ]
    for name, lines in (("late", late), ("cancelled", stopped), ("unproven", unproven)):
        heading(text(f"mal-{name}"))
        if lines:
            show(render("late", lines=lines))
        elif name == "late" and not any(one.first_deadline for one in promised):
            paragraph(text("mal-late-no-deadlines"))
        else:
            paragraph(text(f"mal-{name}-none"))


def survey_calendar() -> None:
    """How few surveys fall inside the promise."""
    indicator = page.headline("safety_survey")
    places = [page.place(page.promise.municipality), area, *page.release.villages()]
    seen = page.release.observations(indicator.id, [place.id for place in places], "year")
    if not seen:
        return
    measured: dict[str, list[int]] = {place.name: [] for place in places}
    skipped: dict[str, list[int]] = {}
    for one in seen:
        if one.value is not None:
            measured[one.place_name].append(one.period_start.year)
        elif one.missing_reason == "not_measured":
            skipped.setdefault(one.place_name, []).append(one.period_start.year)
    years = sorted({one.period_start.year for one in seen})
    heading(text("mal-calendar"))
    paragraph(text("mal-calendar-text"))
    title = page.mark(f"{text('mal-calendar')}: {indicator.title}")
    svg = calendar_svg(years, measured, skipped, page.promised, title)
    show(render("figure", svg=svg, caption=page.mark(text("mal-calendar-caption"))))


def changed_since() -> None:
    """Events since the last meeting that the figures reach, or a day in the address."""
    heading(text("mal-changed"))
    if said := meetings_said(page):
        paragraph(said.text, "t-detail")
    options = {one.isoformat(): text("mal-meeting", date=day(one)) for one in past_meetings(page)}
    wanted = address.given("sedan")
    if chosen := exact_day(wanted):
        options.setdefault(wanted, day(chosen))
    latest = since_when(page).isoformat()
    options.setdefault(latest, day(since_when(page)))
    since = address.choose("sedan", text("mal-since"), options, latest)
    changed = page.release.events_since(date.fromisoformat(since))
    if changed:
        show(render("events", events=[event_line(event) for event in changed]))
    else:
        paragraph(text("mal-changed-none"))
    parts.file_links(page, "handelser", sedan=since)


page = shell.begin("mal")
area = page.place(page.promise.area)
activities, events = page.release.activities(), page.release.events()
promised = [activity for activity in activities if activity.relation == "in_promise"]
as_of = parse_period(page.promise.as_of).start
goals = page.release.goals()

shell.title(page, text("mal-title", promise=page.promise.title))
paragraph(text("mal-lead"), "t-lead")
with parts.two_columns("mal-done", "mal-better") as (done, better):
    for goal in goals:
        with done if goal.topic == "activities" else better:
            goal_card(goal)
    with done:
        paragraph(page.mark(promise_activities(activities).sentence))
        show(render("states", counts=state_counts(promised)))
        paragraph(text("answer-activities-caution"), "t-detail")
survey_calendar()
lists()
parts.file_links(page, "mal")
changed_since()
shell.end(page)
