"""What is said of one activity, one village and one thing not published, as short facts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trygghet.release.rows import (
    Activity,
    Authority,
    Event,
    Extension,
    NotPublished,
    Population,
    Promise,
)
from trygghet.words.answers import Link
from trygghet.words.catalogue import text
from trygghet.words.letters import Letter, letters
from trygghet.words.numbers import listed, number, when


@dataclass(frozen=True, slots=True)
class EventLine:
    """One entry of an activity's log."""

    when: str
    title: str
    text: str
    source: Link


@dataclass(frozen=True, slots=True)
class ActivityCard:
    """One activity: its state, the facts that everybody asks for, then more of them and its log."""

    id: str
    state: str
    title: str
    state_text: str
    description: str
    facts: tuple[tuple[str, str], ...]
    more: tuple[tuple[str, str], ...]
    events: tuple[EventLine, ...]
    source: Link
    strip: object = None
    mistake: Link | None = None


@dataclass(frozen=True, slots=True)
class MissingCard:
    """Something that is not published: what is known, who has it, and letters that ask for it."""

    title: str
    known: str
    holder: str
    letters: tuple[Letter, ...]


def missing_cards(
    items: Sequence[NotPublished],
    authorities: Sequence[Authority],
    promise: Promise,
    written: Mapping[str, NotPublished],
) -> list[MissingCard]:
    """What is not published, each with its letters; the promise's authorities are all given.

    `written` are the items by id as the letters are to have them, in the language of the letters.
    """
    return [
        MissingCard(
            item.title, item.known, item.holder, letters(written[item.id], authorities, promise)
        )
        for item in items
    ]


def event_line(event: Event) -> EventLine:
    """A dated event; what the source says of the date where it gives none."""
    date = when(event.date) if event.date else event.date_note or text("table-undated")
    link = Link(event.source_title, event.source_url)
    return EventLine(date, event.activity_title, event.event, link)


def activity_card(
    activity: Activity,
    promise: Promise,
    extensions: Sequence[Extension],
    events: Iterable[Event],
    strip: object = None,
) -> ActivityCard:
    """Everything that is known of an activity, in the order a reader asks for it."""
    lines = tuple(event_line(event) for event in events)
    return ActivityCard(
        id=activity.id,
        state=activity.state,
        title=activity.title,
        state_text=state_text(activity),
        description=activity.description,
        facts=tuple(_facts(activity, promise, extensions)),
        more=tuple(_more(activity)),
        events=lines,
        source=Link(activity.source_title, activity.source_url),
        strip=strip,
    )


def state_text(activity: Activity) -> str:
    """The state as said by the responsible party, with its date: "Pågår enligt ansvarig …"."""
    if activity.state == "unknown":
        return text("activity-state-unknown")
    state = text(f"state-{activity.state}").capitalize()
    if activity.state_date is None:
        return text("activity-state-undated", state=state)
    return text("activity-state-said", state=state, date=when(activity.state_date))


def _facts(
    activity: Activity, promise: Promise, extensions: Sequence[Extension]
) -> Iterable[tuple[str, str]]:
    yield text("activity-place"), listed(activity.place_names)
    yield text("activity-responsible"), listed(responsible_parties(activity))
    yield text("activity-evidence"), _evidence(activity)
    yield text("activity-deadline"), _deadline(activity, promise, extensions)
    if activity.new_deadline:
        yield text("activity-new-deadline"), when(activity.new_deadline)
    if activity.timing not in ("no_deadline", "cancelled"):
        yield text("activity-timing"), text(f"activity-timing-{activity.timing}")
    if activity.occasions_planned:
        done = activity.occasions_done
        value = text(
            "activity-occasions-value",
            done=text("state-unknown") if done is None else number(done),
            planned=number(activity.occasions_planned),
        )
        yield text("activity-occasions"), value
    if activity.relation != "in_promise":
        relation = text(f"relation-{activity.relation}")
        if activity.context_kind:
            relation = f"{relation}: {text(f'context-{activity.context_kind}')}"
        yield text("activity-relation"), relation


def _more(activity: Activity) -> Iterable[tuple[str, str]]:
    if activity.focus_area_title:
        focus = activity.focus_area_title
        inferred = activity.focus_area_basis == "inferred"
        yield (
            text("activity-focus"),
            text("activity-focus-inferred", focus=focus) if inferred else focus,
        )
    if activity.note:
        yield text("activity-note"), activity.note


def _evidence(activity: Activity) -> str:
    if activity.evidence is None:
        return text("activity-evidence-none")
    if activity.evidence == "done":
        return text("activity-evidence-done")
    return text("activity-evidence-other", state=text(f"state-{activity.evidence}"))


def _deadline(activity: Activity, promise: Promise, extensions: Sequence[Extension]) -> str:
    if activity.first_deadline:
        return when(activity.first_deadline)
    if activity.deadline_note:
        return text("activity-deadline-words", note=activity.deadline_note)
    if activity.relation != "in_promise":
        return text("activity-deadline-none")
    first_end = when(promise.first_end)
    if not extensions:
        return text("activity-deadline-promise-kept", first_end=first_end)
    return text("activity-deadline-promise", first_end=first_end, end=when(extensions[-1].end))


def responsible_parties(activity: Activity) -> list[str]:
    """The parties, in the language spoken."""
    return parties(activity.responsible)


def parties(written: str) -> list[str]:
    """Several parties, which the file separates with semicolons."""
    return [part.strip() for part in written.split(";") if part.strip()]


def newest_population(populations: Sequence[Population], place: str) -> Population | None:
    """The newest dated figure of a place that is not missing."""
    return next(
        (
            one
            for one in populations
            if one.place == place and one.period and one.population is not None
        ),
        None,
    )
