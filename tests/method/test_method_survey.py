"""The safety index and its margin of error (method §2)."""

from decimal import Decimal
from itertools import product

import pytest

from trygghet.method.survey import (
    DEFAULT_MARGINS,
    IndexChange,
    Margin,
    MarginBasis,
    PublishedIndex,
    SurveyExtent,
    index_change,
    published_index,
)
from trygghet.method.verdicts import NoVerdictReason, Verdict

MUNICIPALITY = DEFAULT_MARGINS[SurveyExtent.MUNICIPALITY]
AREA = DEFAULT_MARGINS[SurveyExtent.AREA]


def values(*texts: str) -> list[PublishedIndex]:
    return [published_index(text, f"source-{number}") for number, text in enumerate(texts)]


def change(
    old: tuple[str, ...], new: tuple[str, ...], margin: Margin = MUNICIPALITY, year: int = 2020
) -> IndexChange:
    return index_change(2019, values(*old), year, values(*new), margin)


@pytest.mark.parametrize("extent", list(SurveyExtent))
def test_every_change_from_every_index_falls_on_the_right_side_of_the_margin(
    extent: SurveyExtent,
) -> None:
    margin = DEFAULT_MARGINS[extent]
    steps = int(margin.value * 100)
    for old, moved in product(range(80, 500, 3), range(-steps - 3, steps + 4)):
        # Through floats on purpose: 1.76 - 1.56 is less than 0.20 in binary.
        found = index_change(
            2019,
            [published_index(old / 100, "a")],
            2020,
            [published_index((old + moved) / 100, "b")],
            margin,
        )
        expected = (
            Verdict.LOWER
            if moved <= -steps
            else Verdict.HIGHER
            if moved >= steps
            else Verdict.NO_CERTAIN_DIFFERENCE
        )
        assert found.verdict is expected, (old, moved)
        assert found.pairs[0].change == Decimal(moved) / 100


def test_a_change_of_exactly_the_margin_counts_whatever_the_number_is_made_of() -> None:
    assert change(("1.56",), ("1.76",)).verdict is Verdict.HIGHER
    assert change(("1.76",), ("1.56",)).verdict is Verdict.LOWER
    assert change(("1.5",), ("1.7",)).verdict is Verdict.HIGHER
    assert change(("1.56",), ("1.75",)).verdict is Verdict.NO_CERTAIN_DIFFERENCE


def test_an_area_needs_three_times_the_change_of_a_municipality() -> None:
    assert change(("1.50",), ("2.09",), AREA).verdict is Verdict.NO_CERTAIN_DIFFERENCE
    assert change(("1.50",), ("2.10",), AREA).verdict is Verdict.HIGHER
    assert (MUNICIPALITY.value, AREA.value) == (Decimal("0.20"), Decimal("0.60"))


def test_the_reader_can_see_that_the_margin_is_our_estimate() -> None:
    assert {margin.basis for margin in DEFAULT_MARGINS.values()} == {MarginBasis.OUR_ESTIMATE}
    own = Margin(Decimal("0.05"), MarginBasis.PRODUCER)
    assert change(("1.56",), ("1.63",), own).verdict is Verdict.HIGHER
    assert change(("1.56",), ("1.63",), own).margin.basis is MarginBasis.PRODUCER


def test_two_published_values_are_both_shown_and_judged_only_where_they_agree() -> None:
    agree = change(("1.56", "1.59"), ("1.30", "1.20"))
    assert agree.verdict is Verdict.LOWER
    assert len(agree.pairs) == 4
    differ = change(("1.56", "1.59"), ("1.38", "1.59"), year=2021)
    assert differ.verdict is Verdict.NO_VERDICT
    assert differ.reason is NoVerdictReason.VALUES_DISAGREE
    assert [str(pair.change) for pair in differ.pairs] == ["-0.18", "0.03", "-0.21", "0.00"]
    assert [item.source for item in differ.values] == ["source-0", "source-1"]


def test_every_combination_of_two_and_two_values_must_give_the_same_word() -> None:
    ladder = ("1.00", "1.20", "1.40", "1.90")

    def word(old: str, new: str) -> str:
        moved = Decimal(new) - Decimal(old)
        if abs(moved) < Decimal("0.20"):
            return "no_certain_difference"
        return "lower" if moved < 0 else "higher"

    for a, b, c, d in product(ladder, repeat=4):
        words = {word(old, new) for old in (a, b) for new in (c, d)}
        found = change((a, b), (c, d))
        assert found.verdict == (words.pop() if len(words) == 1 else "no_verdict")
        assert (found.reason is None) == (found.verdict is not Verdict.NO_VERDICT)


@pytest.mark.parametrize("year", [2022, 2023])
def test_the_new_series_from_2022_is_never_compared_with_the_old_one(year: int) -> None:
    found = change(("1.56",), ("0.50",), year=year)
    assert found.verdict is Verdict.NO_VERDICT
    assert found.reason is NoVerdictReason.NEW_SERIES
    assert found.pairs == ()


def test_years_on_the_same_side_of_the_break_can_be_compared() -> None:
    assert change(("1.56",), ("1.20",), year=2021).verdict is Verdict.LOWER
    later = index_change(2022, values("1.73"), 2023, values("1.41"), MUNICIPALITY)
    assert later.verdict is Verdict.LOWER


def test_a_year_without_a_published_value_is_said_to_have_none() -> None:
    for old, new in [((), ("1.5",)), (("1.5",), ()), ((), ())]:
        found = change(old, new)
        assert found.reason is NoVerdictReason.NOT_PUBLISHED


@pytest.mark.parametrize("reason", list(NoVerdictReason))
def test_a_known_reason_for_no_verdict_comes_first(reason: NoVerdictReason) -> None:
    found = index_change(2019, values("1.5"), 2020, values("0.5"), MUNICIPALITY, no_verdict=reason)
    assert (found.verdict, found.reason, found.pairs) == (Verdict.NO_VERDICT, reason, ())
    unpublished = index_change(2019, (), 2022, (), MUNICIPALITY, no_verdict=reason)
    assert unpublished.reason is reason


def test_decimals_stay_as_they_were_published() -> None:
    assert str(published_index("1.40", "a").value) == "1.40"
    assert str(published_index("1.4", "a").value) == "1.4"
    assert published_index(1.76, "a").value == Decimal("1.76")
    assert published_index(2, "a").value == Decimal(2)


@pytest.mark.parametrize("bad", ["6.01", "-0.1", "NaN", "1,56", "", "Infinity", "sNaN"])
def test_an_impossible_index_stops_the_release(bad: str) -> None:
    with pytest.raises(ValueError, match=r"number|between"):
        published_index(bad, "a")


@pytest.mark.parametrize("bad", ["0", "-0.2", "NaN"])
def test_a_margin_that_would_judge_everything_stops_the_release(bad: str) -> None:
    with pytest.raises(ValueError, match="margin"):
        Margin(Decimal(bad), MarginBasis.PRODUCER)
