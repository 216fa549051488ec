"""The three answers that open a page: activities, reported crimes, the safety survey.

Each is built from rows and says counts and differences only. They are never merged into one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from trygghet.release.rows import (
    Activity,
    Comparison,
    Extension,
    Indicator,
    Observation,
    Place,
    Promise,
    Statement,
)
from trygghet.words.catalogue import text
from trygghet.words.numbers import (
    difference,
    either,
    listed,
    number,
    published_number,
    span,
    when,
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
    """Reported crimes in a place: the baseline year and the promise's years beside it."""
    windows = [
        window
        for window in comparisons
        if window.indicator == indicator.id and years.first <= int(window.now[:4]) <= years.last
    ]
    label = text("answer-crimes-label")
    if not windows:
        sentence = text("answer-crimes-none", place=place.name)
        return Answer("crimes", label, sentence, text("brief-crimes-none"))
    parts = [_window(window) for window in windows]
    whole = next((w for w in windows if w.baseline == str(years.baseline)), None)
    if whole and whole.count_baseline is not None:
        baseline = number(whole.count_baseline)
        parts.insert(0, text("answer-window-baseline", baseline=baseline, year=whole.baseline))
    windows_text = listed(parts)
    sentence = text(
        "answer-crimes", indicator=indicator.title, place=place.name, windows=windows_text
    )
    brief = text("brief-values", values=windows_text)
    return Answer("crimes", label, sentence, brief, _caution(indicator), _links(sources))


def _window(window: Comparison) -> str:
    period = span(window.now, window.now_end)
    if window.missing_period or window.count_now is None or window.count_baseline is None:
        reason = text(f"missing-reason-{window.missing_reason or 'not_published'}")
        missing = when(window.missing_period or window.now)
        return text("answer-window-missing", period=period, missing=missing, reason=reason)
    change = difference(window.count_now - window.count_baseline)
    now = number(window.count_now)
    if window.baseline == window.baseline_end:
        return text("answer-window-year", now=now, period=period, difference=change)
    baseline, year = number(window.count_baseline), window.baseline[:4]
    return text(
        "answer-window-running",
        now=now,
        period=period,
        baseline=baseline,
        year=year,
        difference=change,
    )


def survey_answer(
    place: Place, indicator: Indicator, observations: Sequence[Observation], years: Span
) -> Answer:
    """The survey's headline measure in a place: the baseline year and the promise's years."""
    mine = [seen for seen in observations if seen.indicator == indicator.id]
    by_year: dict[int, list[Observation]] = defaultdict(list)
    for seen in mine:
        by_year[seen.period_start.year].append(seen)
    wanted = [
        year
        for year in sorted(by_year)
        if year == years.baseline or years.first <= year <= years.last
    ]
    label = text("answer-survey-label")
    known = [year for year in wanted if any(seen.published for seen in by_year[year])]
    if known:
        values = listed([year_values(by_year[year]) for year in wanted])
        sentence = text("answer-survey", indicator=indicator.title, place=place.name, values=values)
        brief = text("brief-values", values=values)
        used = [seen for year in wanted for seen in by_year[year]]
        details = _caution(indicator)
    else:
        sentence = text(
            "answer-survey-none",
            indicator=indicator.title,
            place=place.name,
            year=str(years.baseline),
        )
        earlier = [year for year in sorted(by_year) if year < years.baseline]
        used = by_year[earlier[-1]] if earlier else []
        details = tuple(
            text(
                "answer-survey-earlier",
                value=published_number(seen.published),
                year=str(earlier[-1]),
            )
            for seen in used[:1]
            if seen.published
        )
        brief = " ".join((text("brief-survey-none", year=str(years.baseline)), *details))
    sources = _links((seen.source_title, seen.source_url) for seen in used)
    return Answer("survey", label, sentence, brief, details, sources)


def year_values(seen: Sequence[Observation]) -> str:
    """One year's value, both values of a conflict, or why there is none."""
    year = str(seen[0].period_start.year)
    values = sorted(published_number(one.published) for one in seen if one.published)
    if not values:
        reason = text(f"missing-reason-{seen[0].missing_reason}")
        return text("answer-survey-missing", reason=reason, year=year)
    if seen[0].conflict:
        return text("answer-survey-conflict", values=either(values), year=year)
    return text("answer-survey-value", value=values[0], year=year)


def said_in_words(statements: Sequence[Statement], years: Span) -> tuple[list[str], list[Link]]:
    """What was said of a place in words for the promise's first year, with the sources."""
    chosen = [said for said in statements if said.period[:4] == str(years.first)]
    sentences = [
        text("answer-said", period=when(said.period), statement=said.statement) for said in chosen
    ]
    return sentences, list(_links((said.source_title, said.source_url) for said in chosen))


def _caution(indicator: Indicator) -> tuple[str, ...]:
    if indicator.unit != "index" or indicator.scale_min is None or indicator.scale_max is None:
        return ()
    low, high = f"{indicator.scale_min:g}", f"{indicator.scale_max:g}"
    return (text("answer-survey-scale", low=low, high=high),)


def _links(sources: Iterable[tuple[str, str | None]]) -> tuple[Link, ...]:
    """Each source once, in the order met."""
    return tuple(Link(title, url) for title, url in dict.fromkeys(sources))
