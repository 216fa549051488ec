"""The three answers that open a page: activities, reported crimes, the safety survey.

Each is built from rows and says counts and differences only. They are never merged into one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from trygghet.release.rows import (
    Activity,
    Comparison,
    Coverage,
    Extension,
    Indicator,
    Observation,
    Place,
    Promise,
    Statement,
    SurveyChange,
)
from trygghet.words.catalogue import text
from trygghet.words.numbers import listed, number, published_number, when
from trygghet.words.verdicts import (
    comparison_sentence,
    intervals_texts,
    margin_text,
    survey_sentence,
)

STATES = ("done", "ongoing", "planned", "postponed", "cancelled", "unknown")


@dataclass(frozen=True, slots=True)
class Link:
    """A source to follow: its title and, where it has one, its address."""

    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A question, the sentence that answers it, what to know beside it, and the sources.

    `brief` is the sentence as a card says it, where the place and the measure are known already.
    """

    topic: str
    label: str
    sentence: str
    brief: str
    details: tuple[str, ...] = ()
    sources: tuple[Link, ...] = ()
    mistake: Link | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """The years that an answer speaks of: the promise's own, and the baseline before them."""

    baseline: int
    first: int
    last: int


def promise_years(promise: Promise, extensions: Sequence[Extension]) -> Span:
    """The calendar years that the promise touches, extensions included."""
    end = extensions[-1].end if extensions else promise.first_end
    return Span(promise.baseline_year, int(promise.start[:4]), int(end[:4]))


def state_counts(activities: Iterable[Activity]) -> list[tuple[str, int]]:
    """How many activities are in each state, the states in a fixed order, none left out."""
    counts = Counter(activity.state for activity in activities)
    return [(state, counts[state]) for state in STATES if counts[state]]


def states_sentence(activities: Iterable[Activity]) -> str:
    """ "4 pågår och 2 planerade"."""
    return listed([text(f"states-{state}", count=n) for state, n in state_counts(activities)])


def village_activities(place: Place, area: Place, activities: Sequence[Activity]) -> Answer:
    """How the promise's activities stand for one village."""
    promised = [activity for activity in activities if activity.relation == "in_promise"]
    own = [activity for activity in promised if place.id in activity.places]
    shared = [
        activity
        for activity in promised
        if area.id in activity.places and place.id not in activity.places
    ]
    sentence = " ".join(
        (
            text("answer-village-activities", own=len(own), place=place.name),
            text("answer-shared-activities", shared=len(shared), area=area.name),
        )
    )
    possible = [
        f"{activity.title} ({text(f'state-{activity.state}')})"
        for activity in activities
        if activity.relation == "possibly_part" and place.id in activity.places
    ]
    answer = _activities_answer(sentence, [*own, *shared])
    if not possible:
        return answer
    also = text("answer-activities-possible", activities=listed(possible))
    return replace(answer, details=(also, *answer.details))


def promise_activities(activities: Sequence[Activity]) -> Answer:
    """How the promise's activities stand as a whole."""
    promised = [activity for activity in activities if activity.relation == "in_promise"]
    sentence = text("answer-promise-activities", count=len(promised))
    return _activities_answer(sentence, promised)


def _activities_answer(sentence: str, activities: Sequence[Activity]) -> Answer:
    if activities:
        sentence = f"{sentence} {_state(activities)}"
    shown = sum(activity.evidence == "done" for activity in activities)
    details = [text("answer-evidence", shown=shown)] if activities else []
    details.append(text("answer-activities-caution"))
    sources = _links((activity.source_title, activity.source_url) for activity in activities)
    return Answer(
        "activities",
        text("answer-activities-label"),
        sentence,
        sentence,
        tuple(details),
        sources,
    )


def _state(activities: Sequence[Activity]) -> str:
    states = states_sentence(activities)
    latest = max((one.state_date for one in activities if one.state_date), default=None)
    if latest is None:
        return text("answer-activities-state-undated", states=states)
    return text("answer-activities-state", date=when(latest), states=states)


def crimes_answer(
    place: Place,
    indicator: Indicator,
    comparisons: Sequence[Comparison],
    sources: Sequence[tuple[str, str | None]],
    years: Span,
) -> Answer:
    """Reported crimes in a place: the promise's years against the baseline year, with the words
    that the method allows."""
    windows = [window for window in during(comparisons, years) if window.indicator == indicator.id]
    label = text("answer-crimes-label")
    if not windows:
        sentence = text("answer-crimes-none", place=place.name)
        return Answer("crimes", label, sentence, text("brief-crimes-none"))
    brief = " ".join(comparison_sentence(window) for window in windows)
    what = text("answer-what", indicator=indicator.title, place=place.name)
    sentence = text("answer-sentences", what=what, sentences=brief)
    details = intervals_texts(windows)
    if details:
        details.append(text("verdict-meaning"))
    if any(window.basis == "days" and window.ratio is not None for window in windows):
        details.append(text("verdict-days-only"))
    return Answer("crimes", label, sentence, brief, tuple(details), _links(sources))


def coverage_text(area: Place, coverage: Sequence[Coverage]) -> str:
    """How many of an area's reports could not be placed in a village, year by year."""
    parts = []
    for year in coverage:
        if year.unplaced is None:
            kind = "coverage-part-hidden" if year.missing_reason == "protected" else ""
        else:
            kind = "coverage-part-alone" if year.reports is None else "coverage-part"
        if kind:
            given = {"unplaced": number(year.unplaced or 0), "reports": number(year.reports or 0)}
            parts.append(text(kind, period=year.period, **given))
    return text("coverage-sentence", area=area.name, parts=listed(parts)) if parts else ""


def during(comparisons: Sequence[Comparison], years: Span) -> list[Comparison]:
    """The whole and running years that the promise touches, and its end assessment."""
    return [
        window
        for window in comparisons
        if window.kind in ("year", "running", "end")
        and years.first <= int(window.now[:4]) <= years.last
    ]


def survey_answer(
    place: Place,
    indicator: Indicator,
    observations: Sequence[Observation],
    changes: Sequence[SurveyChange],
    years: Span,
) -> Answer:
    """The survey's headline measure in a place: the promise's years against the baseline year."""
    by_year: dict[int, list[Observation]] = defaultdict(list)
    for seen in observations:
        if seen.indicator == indicator.id:
            by_year[seen.period_start.year].append(seen)
    compared = [
        change
        for change in changes
        if change.indicator == indicator.id and years.first <= int(change.now) <= years.last
    ]
    label = text("answer-survey-label")
    if not compared:
        return _survey_unknown(label, place, indicator, by_year, years)
    brief = " ".join(
        survey_sentence(change, by_year[int(change.now)], by_year[years.baseline])
        for change in compared
    )
    what = text("answer-what", indicator=indicator.title, place=place.name)
    sentence = text("answer-sentences", what=what, sentences=brief)
    margins = dict.fromkeys(margin_text(change) for change in compared if change.change_low)
    used = [seen for change in compared for seen in by_year[int(change.now)]]
    sources = _links(
        (seen.source_title, seen.source_url) for seen in (*by_year[years.baseline], *used)
    )
    return Answer("survey", label, sentence, brief, (*_scale(indicator), *margins), sources)


def _survey_unknown(
    label: str,
    place: Place,
    indicator: Indicator,
    by_year: Mapping[int, Sequence[Observation]],
    years: Span,
) -> Answer:
    """Nothing after the baseline year: that, and the last that was published before."""
    since = "after" if years.baseline in by_year else "from"
    year = str(years.baseline)
    sentence = text(
        f"answer-survey-none-{since}", indicator=indicator.title, place=place.name, year=year
    )
    earlier = [year for year in sorted(by_year) if year <= years.baseline]
    used = by_year[earlier[-1]] if earlier else []
    details = tuple(
        text("answer-survey-earlier", value=published_number(seen.published), year=str(earlier[-1]))
        for seen in used[:1]
        if seen.published
    )
    brief = " ".join((text(f"brief-survey-none-{since}", year=year), *details))
    sources = _links((seen.source_title, seen.source_url) for seen in used)
    return Answer("survey", label, sentence, brief, details, sources)


def said_in_words(statements: Sequence[Statement], years: Span) -> tuple[list[str], list[Link]]:
    """What was said of a place in words for the promise's first year, with the sources."""
    chosen = [said for said in statements if said.period[:4] == str(years.first)]
    sentences = [
        text("answer-said", period=when(said.period), statement=said.statement) for said in chosen
    ]
    return sentences, list(_links((said.source_title, said.source_url) for said in chosen))


def _scale(indicator: Indicator) -> tuple[str, ...]:
    if indicator.unit != "index" or indicator.scale_min is None or indicator.scale_max is None:
        return ()
    low, high = f"{indicator.scale_min:g}", f"{indicator.scale_max:g}"
    return (text("answer-survey-scale", low=low, high=high),)


def _links(sources: Iterable[tuple[str, str | None]]) -> tuple[Link, ...]:
    """Each source once, in the order met."""
    return tuple(Link(title, url) for title, url in dict.fromkeys(sources))
