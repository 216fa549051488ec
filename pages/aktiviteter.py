"""Aktiviteter: the whole plan, filtered as the address says, with a line of time for each."""

from datetime import timedelta

from trygghet.charts.strip import TimeLine
from trygghet.fragments import render
from trygghet.periods import parse_period
from trygghet.schema import RELATIONS
from trygghet.ui import address, parts, shell
from trygghet.ui.show import heading, paragraph, show
from trygghet.views.activities import ALL, chosen_activities, filter_options
from trygghet.words import text
from trygghet.words.answers import STATES, promise_activities
from trygghet.words.numbers import when


def filters() -> dict[str, str]:
    """One drop-down per filter; what is chosen stands in the address."""
    with parts.columns():
        return {
            name: address.choose(name, text(f"aktiviteter-filter-{name}"), choices, ALL)
            for name, choices in filter_options(page.release).items()
        }


def time_line() -> TimeLine:
    """From the first to the last date that any activity or event has, the promise included."""
    promised = page.promised
    notations = [one.planned_start for one in activities] + [one.date for one in events]
    notations += [one.first_deadline for one in activities] + [one.new_deadline for one in events]
    periods = [parse_period(notation) for notation in notations if notation]
    # A decade of context would squeeze the promise's own months into nothing.
    margin = timedelta(days=400)
    first = max(min(p.start for p in periods), promised.start - margin)
    last = min(max(p.end for p in periods), promised.end + margin)
    return TimeLine(
        min(first, promised.start), max(last, promised.end), promised.start, promised.end
    )


page = shell.begin("aktiviteter")
activities, events = page.release.activities(), page.release.events()
shell.title(page, text("aktiviteter-title"))
answer = promise_activities(activities)
paragraph(page.mark(answer.sentence), "t-lead")
paragraph(" ".join(answer.details))
chosen = filters()
shown = chosen_activities(activities, chosen)
paragraph(text("aktiviteter-shown", count=len(shown), all=len(activities)), id_="t-status")
if not shown:
    paragraph(text("aktiviteter-none"))
show(render("state_key", states=STATES))
line = time_line()
paragraph(
    text(
        "aktiviteter-timeline",
        first=when(line.first.isoformat()),
        last=when(line.last.isoformat()),
    ),
    "t-detail",
)
paragraph(text("aktiviteter-sources"), "t-detail")
for relation in RELATIONS:
    group = [activity for activity in shown if activity.relation == relation]
    if group:
        heading(text(f"aktiviteter-relation-{relation}"))
        parts.activity_list(page, group, events, line)
parts.file_links(
    page, "aktiviteter", **{name: value for name, value in chosen.items() if value != ALL}
)
shell.end(page)
