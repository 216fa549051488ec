"""The promise as a whole: its goals in three answers, each village as a card, the map."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from trygghet.charts.map import map_svg
from trygghet.fragments import render
from trygghet.release.rows import Event, Place
from trygghet.views.context import Context
from trygghet.views.figures import dumbbell_figure
from trygghet.words import text
from trygghet.words.answers import (
    Answer,
    crimes_answer,
    promise_activities,
    state_counts,
    survey_answer,
)
from trygghet.words.cards import newest_population
from trygghet.words.numbers import listed, when

NEWS = 5


@dataclass(frozen=True, slots=True)
class VillageCard:
    """A village in a few lines; `counts` are its activities by state, `facts` label and text."""

    name: str
    people: str
    unclear: str
    activities: str
    counts: Sequence[tuple[str, int]]
    facts: Sequence[tuple[str, str]]

    @property
    def said(self) -> str:
        """The facts in one line of text."""
        return " ".join(f"{label}: {value}" for label, value in self.facts)


def promise_text(seen: Context) -> str:
    """Who gave the promise, from when to when, and every extension."""
    promise = seen.promise
    sentences = [
        text("promise-by", parties=listed(promise.parties)),
        text("promise-time", start=when(promise.start), first_end=when(promise.first_end)),
        *(
            text(
                "promise-extension",
                decided=when(one.decided),
                end=when(one.end),
                reason=one.reason,
            )
            for one in seen.extensions
        ),
    ]
    return " ".join(sentences)


def goal_answers(seen: Context) -> list[tuple[str, Answer]]:
    """Each goal's text with what the figures about it say: the area's own, else the
    municipality's."""
    given = {
        "activities": promise_activities(seen.release.activities()),
        "crimes": _with_municipality(seen, _crimes(seen, seen.area), _crimes),
        "survey": _with_municipality(seen, _survey(seen, seen.area), _survey),
    }
    return [(goal.text, given[goal.topic]) for goal in seen.release.goals() if goal.topic in given]


def _crimes(seen: Context, place: Place) -> Answer:
    indicator = seen.headline("reported_crimes")
    sources = seen.release.crime_sources(place.id, indicator.id)
    compared = seen.release.comparisons(place.id)
    return crimes_answer(place, indicator, compared, sources, seen.years)


def _survey(seen: Context, place: Place) -> Answer:
    observations = seen.release.place_observations(place.id, "year")
    changes = seen.release.survey_changes(place.id)
    indicator = seen.headline("safety_survey")
    return survey_answer(place, indicator, observations, changes, seen.years)


def _with_municipality(
    seen: Context, own: Answer, answer: Callable[[Context, Place], Answer]
) -> Answer:
    """Where nothing is published for the area, what the municipality's figures say instead."""
    if own.sources:
        return own
    whole = answer(seen, seen.municipality)
    instead = text("answer-instead", place=seen.municipality.name, sentence=whole.sentence)
    return replace(whole, sentence=own.sentence, details=(instead, *whole.details))


def village_card(seen: Context, village: Place) -> VillageCard:
    """What a village's card says."""
    area = seen.area
    promised = [one for one in seen.release.activities() if one.relation == "in_promise"]
    own = [one for one in promised if village.id in one.places]
    shared = [one for one in promised if area.id in one.places and village.id not in one.places]
    people = newest_population(seen.release.populations(village.id), village.id)
    return VillageCard(
        name=village.name,
        people=text("card-people", count=people.population, year=people.period) if people else "",
        unclear=text("card-unclear") if village.in_promise == "unclear" else "",
        activities=text("card-activities-value", own=len(own), shared=len(shared), area=area.name),
        counts=state_counts([*own, *shared]),
        facts=[
            (text("card-crimes"), seen.mark(_crimes(seen, village).brief)),
            (text("card-survey"), seen.mark(_survey(seen, village).brief)),
        ],
    )


def villages_title(seen: Context) -> str:
    """What the villages' common chart shows."""
    return text(
        "chart-villages",
        indicator=seen.headline("reported_crimes").title,
        now=str(seen.years.first),
        year=seen.promise.baseline,
    )


def villages_figure(seen: Context) -> Markup | None:
    """Every village's first whole year of the promise on one axis, in the promise's own order;
    None where nothing is compared."""
    ids = [village.id for village in seen.release.villages()]
    compared = seen.release.comparisons_of(seen.headline("reported_crimes").id, ids)
    rows = [
        (one.place_name, one)
        for one in compared
        if one.kind == "year" and one.now == str(seen.years.first)
    ]
    return dumbbell_figure(seen, villages_title(seen), rows, shared=True) if rows else None


def map_figure(seen: Context) -> Markup | None:
    """The villages on a map; None where the promise has no outlines."""
    outlines = seen.release.outlines()
    if not outlines:
        return None
    villages = seen.release.villages()
    svg = map_svg(outlines, villages, seen.area.name, example=seen.promise.is_example)
    without = [village.name for village in villages if village.latitude is None]
    caption = text("map-caption")
    if without:
        caption = f"{caption} {text('map-without-place', villages=listed(without))}"
    return render("figure", svg=svg, caption=seen.mark(caption))


def news(seen: Context) -> list[Event]:
    """The newest dated events of the promise."""
    dated = [one for one in seen.release.events() if one.date and one.relation != "context"]
    return dated[:NEWS]
