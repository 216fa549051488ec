""" "Kort och enkelt": the three answers for a village in easy language.

One short sentence for each fact, everyday words, no per cent and no intervals. What is said is
never more than the answers say; where nothing is published it is that we do not know.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trygghet.release.rows import Activity, Comparison, Indicator, Place, Statement, SurveyChange
from trygghet.words.answers import Span, during
from trygghet.words.catalogue import text
from trygghet.words.numbers import number, span, when
from trygghet.words.verdicts import baseline_count


@dataclass(frozen=True, slots=True)
class SimpleAnswer:
    """A question, and the short sentences that answer it."""

    label: str
    sentences: tuple[str, ...]


def simple_activities(place: Place, area: Place, activities: Sequence[Activity]) -> SimpleAnswer:
    """How much there is in the promise for a village, what is said to be done, what is shown."""
    near = {place.id, area.id}
    promised = [
        one for one in activities if one.relation == "in_promise" and near & set(one.places)
    ]
    return SimpleAnswer(text("answer-activities-label"), tuple(_activities(place, area, promised)))


def _activities(place: Place, area: Place, promised: Sequence[Activity]) -> Iterator[str]:
    about = place
    if place.in_promise == "unclear":
        yield text("simple-unclear", place=place.name)
        about = area if all(place.id not in one.places for one in promised) else place
    yield text("simple-activities", count=len(promised), place=about.name)
    if not promised:
        return
    done = [one for one in promised if one.state == "done"]
    yield text("simple-done", count=len(done))
    latest = max((one.state_date for one in promised if one.state_date), default=None)
    if latest:
        yield text("simple-said", year=latest[:4])
    shown = sum(one.evidence == "done" for one in promised)
    if done or shown:
        yield text("simple-evidence", count=shown)
        yield text("simple-caution")


def simple_crimes(
    place: Place, indicator: Indicator, comparisons: Sequence[Comparison], years: Span
) -> SimpleAnswer:
    """How many crimes were reported, and whether that differs from the baseline year."""
    windows = [one for one in during(comparisons, years) if one.indicator == indicator.id]
    sentences = [said for one in windows for said in _crimes(place, indicator, one)]
    if not windows:
        sentences = [text("simple-crimes-unknown", place=place.name), text("simple-unpublished")]
    return SimpleAnswer(text("answer-crimes-label"), tuple(sentences))


def _crimes(place: Place, indicator: Indicator, one: Comparison) -> Iterator[str]:
    year, period = one.baseline[:4], span(one.now, one.now_end)
    if one.count_now is not None:
        kind = "all" if one.series == "all" else "kind"
        yield text(
            f"simple-crimes-{kind}",
            count=one.count_now,
            number=number(one.count_now),
            place=place.name,
            period=period,
            indicator=indicator.title,
        )
    if one.count_now is not None and one.count_baseline is not None:
        before = "part" if one.kind == "running" else "year"
        yield text(f"simple-before-{before}", number=baseline_count(one), year=year)
    else:
        gap = when(one.missing_period) if one.missing_period else period
        hidden = one.missing_reason == "protected"
        yield text("simple-hidden" if hidden else "simple-missing", period=gap)
    yield from _word("crimes", one, period)


def simple_survey(
    place: Place,
    indicator: Indicator,
    changes: Sequence[SurveyChange],
    statements: Sequence[Statement],
    years: Span,
) -> SimpleAnswer:
    """Whether people answered that they feel safer or less safe; `statements` are the place's."""
    compared = [
        one
        for one in changes
        if one.indicator == indicator.id and years.first <= int(one.now) <= years.last
    ]
    sentences = [said for one in compared for said in _survey(one)]
    if not compared:
        sentences = [text("simple-survey-unknown", place=place.name)]
        first = str(years.first)
        told = any(one.period[:4] == first for one in statements)
        sentences.append(
            text("simple-survey-words", year=first) if told else text("simple-unpublished")
        )
    return SimpleAnswer(text("answer-survey-label"), tuple(sentences))


def _survey(one: SurveyChange) -> Iterator[str]:
    if one.verdict != "no_verdict":
        yield text("simple-survey-asked", year=one.now)
    yield from _word("survey", one, one.now)


def _word(topic: str, one: Comparison | SurveyChange, period: str) -> Iterator[str]:
    """The verdict in everyday words, or why there is none; never a cause."""
    year = one.baseline[:4]
    if one.verdict == "no_verdict":
        if one.reason != "period_incomplete":  # which part is missing has been said
            yield text(f"simple-reason-{one.reason}")
        yield text("simple-not-comparable", period=period, year=year)
    elif one.verdict in ("lower", "higher"):
        yield text(f"simple-{topic}-{one.verdict}", year=year)
        yield text("simple-why-unknown")
    else:
        yield text(f"simple-{one.verdict}", year=year)
