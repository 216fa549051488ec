""" "Så räknade vi": everything that led to a comparison's word."""

from collections.abc import Iterable, Sequence

from trygghet.release.rows import Comparison, CountedLine, Observation, SurveyChange
from trygghet.words.catalogue import text
from trygghet.words.corrections import correction_note
from trygghet.words.missing import NOTHING
from trygghet.words.numbers import number, one_decimal, published_number, ratio, span, when
from trygghet.words.verdicts import (
    baseline_count,
    interval_text,
    level_text,
    margin_text,
    nothing_text,
)


def method_facts(comparison: Comparison, lines: Sequence[CountedLine]) -> list[tuple[str, str]]:
    """Counts, windows, exposures, variation, interval, level and source lines, with labels."""
    year = comparison.baseline[:4]
    nothing = nothing_text(comparison)
    now = nothing if comparison.count_now is None else number(comparison.count_now)
    baseline_span = span(comparison.baseline, comparison.baseline_end)
    facts = [
        (text("method-now"), f"{now} ({span(comparison.now, comparison.now_end)})"),
        (
            text("method-baseline", year=year),
            f"{baseline_count(comparison)} ({baseline_span})",
        ),
        (
            text("method-days"),
            text(
                "method-days-value",
                now=number(comparison.days_now),
                baseline=_days(comparison.days_baseline),
            ),
        ),
        (text(f"method-exposure-{comparison.basis}"), ratio(comparison.exposure_ratio)),
        (text("method-series"), text(f"method-series-{comparison.series}")),
        (text("method-too-few"), number(comparison.too_few_limit)),
    ]
    facts += _statistics(comparison)
    facts.append((text("method-lines"), _line_numbers(lines)))
    return [*facts, *_corrected(lines)]


def survey_facts(
    change: SurveyChange, now: Sequence[Observation], baseline: Sequence[Observation]
) -> list[tuple[str, str]]:
    """Both years' values with their sources, the change and the margin, with labels."""
    facts = [
        (one.period, f"{published_number(one.published or NOTHING)} ({one.source_title})")
        for one in (*now, *baseline)
    ]
    if change.change_low is not None and change.change_high is not None:
        ends = dict.fromkeys((change.change_low, change.change_high))
        value = " – ".join(published_number(end) for end in ends)
        facts.append((text("method-change"), value))
    facts.append((text("method-margin"), margin_text(change)))
    return [*facts, *_corrected((*now, *baseline))]


def _corrected(seen: Iterable[CountedLine | Observation]) -> Iterable[tuple[str, str]]:
    """The values behind a comparison that were another in an earlier release."""
    for one in seen:
        for correction in one.corrections:
            note = correction_note(correction)
            value = text("correction-fact-value", period=when(one.period), note=note)
            yield text("correction-fact"), value


def _statistics(comparison: Comparison) -> Iterable[tuple[str, str]]:
    """Only where there is a verdict: nothing may hint at a word that must not be said."""
    if comparison.phi is not None:
        yield text("method-phi"), ratio(comparison.phi)
    if interval := interval_text(comparison):
        yield text("method-interval"), interval
    if comparison.p_value is not None:
        yield text("method-p"), ratio(comparison.p_value)
        yield text("method-level"), level_text(comparison.level)
    if comparison.band_low is not None and comparison.band_high is not None:
        band = text(
            "method-band-value",
            low=number(comparison.band_low),
            high=number(comparison.band_high),
        )
        yield text("method-band"), band


def _days(days: float) -> str:
    return number(int(days)) if days == int(days) else one_decimal(days)


def _line_numbers(lines: Sequence[CountedLine]) -> str:
    """Runs of line numbers: "12–23, 40"."""
    runs: list[list[int]] = []
    for line in sorted(one.line for one in lines):
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
