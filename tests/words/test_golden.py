"""Every sentence that the site builds from a verdict, kept to be read by a person.

When a sentence changes on purpose, run with TRYGGHET_GOLDEN=write and read the difference.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from trygghet.release.queries import Release
from trygghet.release.rows import Place
from trygghet.release.store import store
from trygghet.words.answers import (
    coverage_text,
    crimes_answer,
    promise_activities,
    promise_years,
    survey_answer,
    village_activities,
)
from trygghet.words.goals import goal_reason, goal_state, measure_text, what_would_change
from trygghet.words.verdicts import (
    area_sentence,
    comparison_sentence,
    interval_text,
    may_not_write,
    ordinary_year,
)

GOLDEN = Path(__file__).parents[1] / "golden"
PROMISES = ("tryggt-ostra-lund", "exempel")

# Words of change, which need the verdict lower or higher, and words of cause, which nothing allows.
OF_CHANGE = re.compile(r"\b(minskade|ökade|sjönk|steg|förbättring\w*|försämring\w*)\b", re.I)
OF_CAUSE = re.compile(r"\beffekt\w*|\btack vare\b|\bpå grund av\b", re.I)


@pytest.fixture(params=PROMISES)
def release(request, releases) -> Release:
    return store().release(request.param)


def sentences(release: Release) -> Iterator[str]:
    """Every sentence built from verdicts, goals and activities, in a fixed order."""
    promise, indicators = release.promise(), release.indicators()
    years = promise_years(promise, release.extensions())
    area = release.place(promise.area)
    municipality = release.place(promise.municipality)
    assert area and municipality
    activities = release.activities()
    crimes = [one for one in indicators if one.dataset == "reported_crimes"]
    first = next(one.id for one in crimes if one.headline)
    yield promise_activities(activities).sentence
    for measure in release.measures().values():
        yield measure_text(measure)
    for goal in release.goals():
        yield f"{goal.text} {goal_state(goal)}. {goal_reason(goal, area.name)}"
        yield what_would_change(goal, area.name, years.baseline)
    if said := coverage_text(area, release.coverage()):
        yield said
    villages = release.villages()
    groups = [group for one in villages if (group := release.group_of(one.id))]
    for place in (area, municipality, *villages):
        observations = release.place_observations(place.id, "year")
        comparisons, changes = release.comparisons(place.id), release.survey_changes(place.id)
        counted = {one.indicator for one in comparisons}
        yield f"== {place.name}"
        answers = [village_activities(place, area, activities)]
        for indicator in indicators:
            # Of a place without figures the pages speak once, for the indicator put first.
            if indicator.id in (counted or {first}):
                answers.append(crimes_answer(place, indicator, comparisons, [], years))
            elif indicator.unit == "index":
                answers.append(survey_answer(place, indicator, observations, changes, years))
        yield from ordinary_years(release, place)
        for answer in answers:
            yield " | ".join((answer.sentence, *answer.details))
        yield from compared(release, place)
        for beside in release.area_comparisons(place.id):
            yield f"{beside.indicator}: {area_sentence(beside, place.name)}"
    for group in dict.fromkeys(groups):
        yield f"== {group.name}"
        yield from ordinary_years(release, group)
        yield from compared(release, group)


def ordinary_years(release: Release, place: Place) -> Iterator[str]:
    """Was the baseline year an ordinary one?"""
    earlier = release.earlier_years(place.id)
    for indicator in release.indicators():
        if said := ordinary_year(indicator, earlier):
            yield f"{indicator.title}. {said}"


def compared(release: Release, place: Place) -> Iterator[str]:
    """What is said of a place's counts, one by one."""
    for one in release.comparisons(place.id):
        yield f"{one.indicator}: {comparison_sentence(one)} {interval_text(one)}".strip()
        yield f"  Inte: {' '.join(may_not_write(one))}"


def test_every_sentence_is_one_that_somebody_has_read(release):
    promise = release.promise().id
    golden = GOLDEN / f"{promise}.txt"
    found = "\n".join(sentences(release)).replace("\u00a0", " ") + "\n"
    if os.environ.get("TRYGGHET_GOLDEN") == "write":
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_no_sentence_speaks_of_change_or_cause(release):
    for sentence in sentences(release):
        assert not OF_CHANGE.search(sentence), sentence
        assert not OF_CAUSE.search(sentence), sentence


def test_lower_and_higher_are_said_only_where_the_verdict_is(release):
    years = release.promise().baseline
    villages = release.villages()
    groups = [group for one in villages if (group := release.group_of(one.id))]
    for place in (*villages, *groups):
        for one in release.comparisons(place.id):
            said = re.search(rf"(lägre|högre) än {years}", comparison_sentence(one))
            assert bool(said) == (one.verdict in ("lower", "higher"))
