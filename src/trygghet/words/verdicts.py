"""What may be said of a comparison. A word is built from a verdict, never from raw numbers."""

from collections.abc import Sequence
from decimal import Decimal

from trygghet.release.rows import AreaComparison, Comparison, Indicator, Observation, SurveyChange
from trygghet.words.catalogue import text
from trygghet.words.missing import NOTHING
from trygghet.words.numbers import (
    either,
    listed,
    number,
    one_decimal,
    published_number,
    ratio,
    span,
    when,
)


def verdict_word(comparison: Comparison | SurveyChange) -> str:
    """The word alone: "lägre än 2019", or that there is none and why."""
    year = comparison.baseline[:4]
    if isinstance(comparison, SurveyChange) and comparison.verdict == "no_certain_difference":
        return text("verdict-within-margin", year=year)
    if comparison.verdict == "no_verdict":
        return text("verdict-none", reason=no_verdict_reason(comparison))
    return text(f"verdict-{comparison.verdict}", year=year)


def no_verdict_reason(comparison: Comparison | SurveyChange) -> str:
    """Why no word may be said, with the period that is missing where there is one."""
    if isinstance(comparison, Comparison) and comparison.missing_period:
        reason = text(f"missing-reason-{comparison.missing_reason}")
        return text("reason-missing", period=when(comparison.missing_period), reason=reason)
    return text(f"reason-{comparison.reason}")


def counts_text(comparison: Comparison) -> str:
    """The two counts, which come before any word: "434 anmälda 2020, 729 under 2019"."""
    nothing = nothing_text(comparison)
    now = nothing if comparison.count_now is None else number(comparison.count_now)
    return text(
        f"counts-{comparison.kind}",
        now=now,
        period=span(comparison.now, comparison.now_end),
        baseline=baseline_count(comparison),
        year=comparison.baseline[:4],
    )


def nothing_text(comparison: Comparison) -> str:
    """What stands in place of a count: hidden is not the same as missing. Method §6."""
    return text("missing-protected") if comparison.missing_reason == "protected" else NOTHING


def baseline_count(comparison: Comparison) -> str:
    """The baseline year's count; a weighted one has a decimal."""
    count = comparison.count_baseline
    if count is None:
        return nothing_text(comparison)
    return number(int(count)) if count.is_integer() else one_decimal(count)


def comparison_sentence(comparison: Comparison) -> str:
    """Counts, then the word: "434 anmälda 2020, 729 under 2019: lägre än 2019."."""
    counts, word = counts_text(comparison), verdict_word(comparison)
    return text("comparison-sentence", counts=counts, word=word)


def interval_text(comparison: Comparison) -> str:
    """The ratio with its limits; empty where the counts are too few for it to say anything."""
    if comparison.verdict not in ("lower", "higher", "no_certain_difference"):
        return ""
    assert comparison.ratio is not None
    assert comparison.lower is not None and comparison.upper is not None
    infinite = comparison.upper == float("inf")
    return text(
        "interval-open" if infinite else "interval",
        ratio=NOTHING if comparison.ratio == float("inf") else ratio(comparison.ratio),
        lower=ratio(comparison.lower),
        upper="" if infinite else ratio(comparison.upper),
        level=level_text(comparison.level),
    )


def intervals_texts(comparisons: Sequence[Comparison]) -> list[str]:
    """The ratios of several comparisons with their limits, one line for each level."""
    lines: dict[float, list[str]] = {}
    for one in comparisons:
        if interval_text(one) and one.ratio is not None and one.lower is not None:
            upper = "…" if one.upper is None or one.upper == float("inf") else ratio(one.upper)
            shown = text(
                "interval-short",
                period=span(one.now, one.now_end),
                ratio=NOTHING if one.ratio == float("inf") else ratio(one.ratio),
                lower=ratio(one.lower),
                upper=upper,
            )
            lines.setdefault(one.level, []).append(shown)
    return [
        text(
            "intervals",
            level=level_text(level),
            year=comparisons[0].baseline[:4],
            list=listed(shown),
        )
        for level, shown in lines.items()
    ]


def level_text(level: float) -> str:
    """0.99 → "99", 0.998 → "99,8"."""
    return published_number(f"{100 * level:.4g}")


def survey_sentence(
    change: SurveyChange, now: Sequence[Observation], baseline: Sequence[Observation]
) -> str:
    """Both years' values, then the word."""
    values = text(
        "survey-values",
        now=_values(now),
        year=change.now,
        baseline=_values(baseline),
        baseline_year=change.baseline,
    )
    return text("comparison-sentence", counts=values, word=verdict_word(change))


def margin_text(change: SurveyChange) -> str:
    """The margin that the change was held against, and whose it is."""
    return text(
        f"margin-{change.margin_basis}", margin=published_number(str(Decimal(change.margin)))
    )


def _values(seen: Sequence[Observation]) -> str:
    values = sorted(published_number(one.published) for one in seen if one.published)
    return either(values) if values else NOTHING


def ordinary_year(indicator: Indicator, earlier: Sequence[Comparison]) -> str:
    """Was the baseline year an ordinary one? The years before it, and from how many of them it
    differs by more than is usual, where two or more are known. Empty without earlier years."""
    given = [one for one in earlier if one.indicator == indicator.id]
    if not given or given[0].count_baseline is None:
        return ""
    listed_years = text(
        "ordinary-years",
        years=listed([f"{_count_or_reason(one)} ({one.now})" for one in given]),
        year=given[0].baseline,
        value=baseline_count(given[0]),
    )
    before = [one for one in given if one.count_now is not None]
    if len(before) < 2 or any(one.verdict == "no_verdict" for one in before):
        return listed_years
    apart = [one.now for one in before if one.verdict in ("lower", "higher")]
    differs = text(
        "ordinary-differs" if apart else "ordinary-alike",
        year=before[0].baseline,
        years=listed(apart) if apart else "",
    )
    return f"{listed_years} {differs}"


def _count_or_reason(earlier: Comparison) -> str:
    if earlier.count_now is not None:
        return number(earlier.count_now)
    return text(f"missing-reason-{earlier.missing_reason}")


def area_sentence(beside: AreaComparison, place: str) -> str:
    """A place's change beside that of others; says only whether they can be told apart."""
    others = text(
        "area-counts",
        comparison=beside.comparison,
        now=number(beside.comparison_now),
        period=span(beside.now, beside.now_end),
        baseline=number(beside.comparison_baseline),
    )
    if beside.ratio is None or beside.lower is None or beside.upper is None:
        return f"{others} {text(f'area-{beside.not_shown}')}"
    apart = beside.upper < 1 or beside.lower > 1
    return " ".join(
        (
            others,
            text("area-apart" if apart else "area-alike", place=place),
            text(
                "area-ratio",
                ratio=ratio(beside.ratio),
                lower=ratio(beside.lower),
                upper=ratio(beside.upper),
                level=level_text(beside.level),
            ),
        )
    )


def may_write(comparison: Comparison | SurveyChange, indicator: Indicator, sentence: str) -> str:
    """A sentence that a reporter can print as it stands."""
    return text(
        "may-write",
        indicator=indicator.title,
        place=comparison.place_name,
        sentence=sentence,
    )


def may_not_write(comparison: Comparison | SurveyChange) -> list[str]:
    """What the figures do not support, by verdict."""
    year = comparison.baseline[:4]
    if comparison.verdict in ("lower", "higher"):
        first = text("may-not-why")
    elif comparison.verdict == "no_verdict":
        first = text("may-not-anything", year=year)
    elif isinstance(comparison, SurveyChange):
        first = text("may-not-safer", year=year)
    else:
        first = text("may-not-change", year=year)
    return [first, text("may-not-rank")]
