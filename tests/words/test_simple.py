""" "Kort och enkelt": the answers in easy language, kept to be read by a person.

When a sentence changes on purpose, run with TRYGGHET_GOLDEN=write and read the difference.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import mean

import pytest

from trygghet.release.queries import Release
from trygghet.release.store import store
from trygghet.views.context import context
from trygghet.views.village import Village
from trygghet.words.language import LOCALES, speaking
from trygghet.words.simple import SimpleAnswer, simple_activities, simple_crimes, simple_survey

GOLDEN = Path(__file__).parents[1] / "golden"
PROMISES = ("tryggt-ostra-lund", "exempel")

# Easy language has no per cent, no interval, no sign to be worked out and no shortened word.
HARD = re.compile(
    r"%|±|‥|\d[.,]\d|\d–\d|[()/:;]|procent|per cent|kvot|index|intervall|margin"
    r"|\b(bl\.a|t\.ex|e\.g)",
    re.IGNORECASE,
)
FORBIDDEN = re.compile(
    r"\b(minskade|ökade|sjönk|steg|förbättring\w*|försämring\w*|effekt\w*|tack vare|på grund av"
    r"|fell|rose|decreased|increased|improve\w*|worse\w*|effect\w*|thanks to|because|due to"
    r"|bättre|sämre|better|trygga(st|re)|safer)\b",
    re.IGNORECASE,
)
DIFFERS = re.compile(r"(färre|fler|fewer|more)( problem| problems)? (än|than)")


@pytest.fixture(params=PROMISES)
def release(request, releases) -> Release:
    return store().release(request.param)


def villages(release: Release) -> Iterator[Village]:
    seen = context(release)
    yield from (Village(seen, place) for place in release.villages())


def answered(release: Release) -> Iterator[tuple[Village, list[SimpleAnswer]]]:
    """Every village's answers, in every language."""
    for language in LOCALES:
        with speaking(language):
            for village in villages(release):
                yield village, village.simple_answers()


def test_every_simple_sentence_is_one_that_somebody_has_read(release):
    golden = GOLDEN / f"{release.promise().id}-enkelt.txt"
    lines = []
    for village, answers in answered(release):
        lines.append(f"== {village.place.name}")
        for answer in answers:
            lines += [answer.label, *(f"  {sentence}" for sentence in answer.sentences)]
    found = "\n".join(lines).replace("\u00a0", " ") + "\n"
    if os.environ.get("TRYGGHET_GOLDEN") == "write":
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_a_reader_who_finds_reading_hard_gets_short_sentences_in_plain_words(release):
    for _, answers in answered(release):
        sentences = [sentence for answer in answers for sentence in answer.sentences]
        words = [len(sentence.split()) for sentence in sentences]
        assert mean(words) <= 10 and max(words) <= 14
        assert [said for said in sentences if HARD.search(said) or said.count(",") > 1] == []


def test_easy_language_claims_no_change_cause_or_grade(release):
    for _, answers in answered(release):
        said = [one for answer in answers for one in answer.sentences if FORBIDDEN.search(one)]
        assert said == []


def test_more_or_fewer_is_said_exactly_as_often_as_the_verdict_is(release):
    for village, answers in answered(release):
        seen, place = village.seen, village.place
        crime, survey = seen.headline("reported_crimes"), seen.headline("safety_survey")
        years = range(seen.years.first, seen.years.last + 1)
        judged = [
            *(
                one
                for one in village.comparisons
                if one.indicator == crime.id and one.kind in ("year", "running", "end")
            ),
            *(one for one in release.survey_changes(place.id) if one.indicator == survey.id),
        ]
        apart = [
            one
            for one in judged
            if one.verdict in ("lower", "higher") and int(one.now[:4]) in years
        ]
        said = [one for answer in answers for one in answer.sentences if DIFFERS.search(one)]
        assert len(said) == len(apart)


def test_what_nobody_has_published_is_said_to_be_unknown(release):
    seen = context(release)
    place = next(iter(release.villages()))
    crime, survey = seen.headline("reported_crimes"), seen.headline("safety_survey")
    for answer in (
        simple_activities(place, seen.area, []),
        simple_crimes(place, crime, [], seen.years),
        simple_survey(place, survey, [], [], seen.years),
    ):
        assert answer.sentences[0].startswith("Vi vet inte")


def test_a_count_of_one_kind_of_crime_is_not_passed_off_as_all(releases):
    """Where a promise puts one kind first, its name stands with the count."""
    found = store().release("exempel")
    seen = context(found)
    damage = next(one for one in found.indicators() if one.title == "Skadegörelse")
    village = next(iter(villages(found)))
    answer = simple_crimes(village.place, damage, village.comparisons, seen.years)
    assert answer.sentences[0].startswith("Skadegörelse i Låtsasköping under 2020: ")


@pytest.mark.parametrize("reason", ["values_disagree", "new_series", "not_published"])
def test_a_survey_that_cannot_be_compared_says_so_and_why(releases, reason):
    found = store().release("exempel")
    seen = context(found)
    place = found.villages()[0]
    survey = seen.headline("safety_survey")
    (change, *_) = (
        one
        for one in found.survey_changes(place.id)
        if one.indicator == survey.id and int(one.now) >= seen.years.first
    )
    without = replace(change, verdict="no_verdict", reason=reason)
    said = simple_survey(place, survey, [without], [], seen.years).sentences
    assert len(said) == 2
    assert said[-1] == "Vi kan inte jämföra 2020 med 2019."
