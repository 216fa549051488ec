"""What must hold for every pair of counts (method §1)."""

from math import isclose

from hypothesis import given, settings
from hypothesis import strategies as st

from trygghet.method.conditional import ratio_limits
from trygghet.method.counts import CountComparison, count_comparison
from trygghet.method.variation import Series
from trygghet.method.verdicts import Verdict

WORDS = {Verdict.LOWER, Verdict.HIGHER}
ORDER = {Verdict.LOWER: -1, Verdict.HIGHER: 1}
MIRROR = {Verdict.LOWER: Verdict.HIGHER, Verdict.HIGHER: Verdict.LOWER}

counts = st.one_of(st.integers(0, 60), st.integers(0, 3000), st.integers(0, 300_000))
ratios = st.one_of(st.just(1.0), st.floats(0.8, 1.3), st.floats(0.01, 100.0))
series_names: st.SearchStrategy[Series] = st.sampled_from(("category", "all"))
levels = st.sampled_from((0.95, 0.99, 0.998))
fast = settings(max_examples=400, derandomize=True)


def position(found: CountComparison) -> int:
    return ORDER.get(found.verdict, 0)


def limits(found: CountComparison) -> tuple[float, float]:
    assert found.lower is not None
    assert found.upper is not None
    return found.lower, found.upper


@fast
@given(counts, counts, st.integers(1, 500), ratios, series_names, levels)
def test_more_crimes_now_never_make_the_word_better(
    now: int, baseline: int, more: int, ratio: float, series: Series, level: float
) -> None:
    fewer = count_comparison(now, baseline, ratio, 1, series, level)
    assert position(fewer) <= position(
        count_comparison(now + more, baseline, ratio, 1, series, level)
    )


@fast
@given(counts, counts, st.integers(1, 500), ratios, series_names, levels)
def test_more_crimes_in_the_baseline_year_never_make_the_word_worse(
    now: int, baseline: int, more: int, ratio: float, series: Series, level: float
) -> None:
    fewer = count_comparison(now, baseline, ratio, 1, series, level)
    assert position(fewer) >= position(
        count_comparison(now, baseline + more, ratio, 1, series, level)
    )


@fast
@given(counts, counts, series_names, levels)
def test_swapping_the_two_years_swaps_the_word_and_inverts_the_interval(
    now: int, baseline: int, series: Series, level: float
) -> None:
    one = count_comparison(now, baseline, series=series, level=level)
    other = count_comparison(baseline, now, series=series, level=level)
    assert other.verdict is MIRROR.get(one.verdict, one.verdict)
    assert one.p_value is not None
    assert other.p_value is not None
    assert isclose(one.p_value, other.p_value, rel_tol=1e-9)
    (lower, upper), (other_lower, other_upper) = limits(one), limits(other)
    if lower > 0:
        assert isclose(other_upper, 1 / lower, rel_tol=1e-9)
    if other_lower > 0:
        assert isclose(upper, 1 / other_lower, rel_tol=1e-9)


@fast
@given(st.floats(0.01, 1e4), st.floats(0.01, 1e4), st.floats(0.01, 100.0), levels)
def test_swapping_the_years_and_their_exposures_inverts_the_interval_at_the_same_variation(
    now: float, baseline: float, ratio: float, level: float
) -> None:
    # With unequal exposures phi itself depends on which year is "now", so this is a property of
    # the interval, not of the whole comparison.
    lower, upper = ratio_limits(now, baseline, ratio, level)
    other_lower, other_upper = ratio_limits(baseline, now, 1 / ratio, level)
    if lower > 0:
        assert isclose(other_upper, 1 / lower, rel_tol=1e-9)
    if other_lower > 0:
        assert isclose(upper, 1 / other_lower, rel_tol=1e-9)


@fast
@given(counts, counts, ratios, series_names, levels)
def test_the_word_the_interval_and_the_p_value_never_contradict_each_other(
    now: int, baseline: int, ratio: float, series: Series, level: float
) -> None:
    found = count_comparison(now, baseline, ratio, 1, series, level)
    lower, upper = limits(found)
    assert lower <= upper
    assert not (lower > 1 and upper < 1)
    if found.ratio is not None:
        assert lower <= found.ratio <= upper
    assert found.p_value is not None
    # Words 2 and 3 never take a word away: whatever they catch would have had none.
    assert (found.p_value < 1 - level) == (found.verdict in WORDS) == (lower > 1 or upper < 1)
    assert (found.verdict is Verdict.LOWER) == (upper < 1)
    assert (found.verdict is Verdict.HIGHER) == (lower > 1)


@fast
@given(counts, counts, ratios, series_names)
def test_a_stricter_level_never_gives_a_narrower_interval_or_a_bolder_word(
    now: int, baseline: int, ratio: float, series: Series
) -> None:
    wide = count_comparison(now, baseline, ratio, 1, series, 0.99)
    narrow = count_comparison(now, baseline, ratio, 1, series, 0.95)
    (wide_lower, wide_upper), (narrow_lower, narrow_upper) = limits(wide), limits(narrow)
    assert wide_lower <= narrow_lower
    assert wide_upper >= narrow_upper
    assert abs(position(wide)) <= abs(position(narrow))
    assert wide.too_few_limit >= narrow.too_few_limit


@fast
@given(counts, counts, ratios, levels)
def test_one_category_is_never_judged_more_boldly_than_all_crimes_together(
    now: int, baseline: int, ratio: float, level: float
) -> None:
    category = count_comparison(now, baseline, ratio, 1, "category", level)
    everything = count_comparison(now, baseline, ratio, 1, "all", level)
    assert abs(position(category)) <= abs(position(everything))
