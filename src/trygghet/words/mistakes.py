""" "Stämmer det inte?": a letter to whoever runs the site, about one figure or one activity.

What it is about, its id, the sentence as shown and the pinned address are filled in, so that the
reader writes only what is wrong and where that can be seen.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from trygghet.release.rows import Activity, Comparison, GoalStatus, Indicator, Place, SurveyChange
from trygghet.words.answers import Answer, Link
from trygghet.words.cards import ActivityCard
from trygghet.words.catalogue import text
from trygghet.words.language import language
from trygghet.words.mail import encoded, mail_link
from trygghet.words.numbers import span, when
from trygghet.words.tables import Table

LONGEST = 1_900
"""Characters of a whole link; some mail programs cut at 2 000. The sentence is what is cut."""

_LONGEST_NAME = 300
_LONGEST_ADDRESS = 600


@dataclass(frozen=True, slots=True)
class Viewed:
    """What a letter says of the view: its whole address, pinned to the release, which release of
    which promise it is and from when, and the language of the page. `recipient` is empty where
    nobody is named."""

    address: str
    promise: str
    number: int
    date: str
    invented: bool
    recipient: str
    language: str = field(default_factory=language)


def activity_mistake(card: ActivityCard, viewed: Viewed) -> Link:
    """About an activity: its state and what is said of it."""
    what = text("mistake-activity", title=card.title)
    return _letter(what, card.id, f"{card.state_text}. {card.description}", viewed)


def late_mistake(activity: Activity, how: str, viewed: Viewed) -> Link:
    """About an activity in a list of those that are late, cancelled or unproven."""
    return _letter(text("mistake-activity", title=activity.title), activity.id, how, viewed)


def section_mistake(heading: str, place: Place, viewed: Viewed) -> Link:
    """About anything under a heading of a place's page."""
    return _letter(heading, place.id, "", viewed)


def comparison_mistake(
    one: Comparison | SurveyChange, indicator: Indicator, sentence: str, viewed: Viewed
) -> Link:
    """About a comparison with the baseline year; the id is indicator, place and period."""
    last = one.now_end if isinstance(one, Comparison) else one.now
    period = span(one.now, last) if isinstance(one, Comparison) else when(one.now)
    what = text(
        "mistake-comparison", indicator=indicator.title, place=one.place_name, period=period
    )
    now = one.now if last == one.now else f"{one.now}–{last}"
    return _letter(what, f"{one.indicator} {one.place} {now}", sentence, viewed)


def answer_mistake(answer: Answer, place: Place, viewed: Viewed) -> Link:
    """About one of the three answers for a village, or for the whole promise's area."""
    what = text("mistake-place-answer", question=answer.label, place=place.name)
    return _letter(what, f"{answer.topic} {place.id}", answer.sentence, viewed)


def goal_mistake(goal: GoalStatus, state: str, viewed: Viewed) -> Link:
    """About a goal's state and the reason for it."""
    return _letter(text("mistake-goal", goal=goal.text), goal.id, state, viewed)


def table_mistake(table: Table, viewed: Viewed) -> Link:
    """About the figures of a table, which its caption names."""
    return _letter(text("mistake-table", caption=table.caption), "", "", viewed)


def village_mistake(place: Place, said: str, viewed: Viewed) -> Link:
    """About a village's card on the overview."""
    return _letter(text("mistake-village", place=place.name), place.id, said, viewed)


@lru_cache(2_000)  # the same for every reader
def _letter(what: str, id_: str, said: str, viewed: Viewed) -> Link:
    """The link, and as its title what a screen reader says. A table has neither id nor sentence."""
    what, id_ = _within(what, _LONGEST_NAME), _within(id_, _LONGEST_NAME)
    subject = text("mistake-label", what=f"{what} ({id_})" if id_ else what)
    if viewed.invented:
        subject = text("mistake-example", said=subject)

    def link(said: str) -> str:
        shown = (text("mistake-said", said=said),) if said else ()
        first = (text("mistake-not-sent"),) if viewed.invented else ()
        body = "\n".join((*first, *shown, _ending(viewed)))
        return mail_link(viewed.recipient, subject, body)

    url = link(said)
    if len(url) > LONGEST:
        url = link(_within(said, LONGEST - len(url) + len(encoded(said))))
    return Link(text("mistake-label", what=what), url)


@lru_cache
def _ending(viewed: Viewed) -> str:
    """What is the same in all letters from a view, with room for the reader's own words."""
    address = viewed.address
    if len(encoded(address)) > _LONGEST_ADDRESS:
        address = _within(address.partition("?")[0], _LONGEST_ADDRESS)
    lines = (
        text("mistake-page", address=address),
        text(
            "mistake-release",
            promise=_within(viewed.promise, _LONGEST_NAME),
            number=viewed.number,
            date=viewed.date,
        ),
        "",
        text("mistake-wrong"),
        "",
        "",
        text("mistake-seen"),
        "",
    )
    return "\n".join(lines)


def _within(said: str, room: int) -> str:
    """As much of a text as has room in a link, with a sign where the rest is left out."""
    if len(encoded(said)) <= room:
        return said
    room -= len(encoded("…"))
    shown = ""
    for sign in said:
        room -= len(encoded(sign))
        if room < 0:
            break
        shown += sign
    return f"{shown.rstrip()}…"
