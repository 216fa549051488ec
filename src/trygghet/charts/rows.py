"""From comparisons to the rows of a dumbbell chart."""

from typing import Literal

from trygghet.charts.dumbbell import DumbbellRow
from trygghet.release.rows import Comparison
from trygghet.words.numbers import number
from trygghet.words.verdicts import baseline_count, no_verdict_reason, verdict_word

TONES: dict[str, Literal["lower", "higher", "neutral"]] = {"lower": "lower", "higher": "higher"}


def dumbbell_row(label: str, comparison: Comparison) -> DumbbellRow:
    """A row "2019 ○ … ● nu"; where a part is missing, its reason stands in place of the dots."""
    low, high = comparison.band_low, comparison.band_high
    now, baseline = comparison.count_now, comparison.count_baseline
    missing = now is None or baseline is None
    return DumbbellRow(
        label=label,
        baseline=baseline,
        now=now,
        baseline_text=baseline_count(comparison),
        now_text="" if now is None else number(now),
        band=(low, high) if low is not None and high is not None else None,
        verdict="" if missing else verdict_word(comparison),
        tone=TONES.get(comparison.verdict, "neutral"),
        missing=no_verdict_reason(comparison) if missing else "",
    )
