"""What a change in the reports that no village got can do to a village's word.

Method §1, rule 1 of the words: none where the definition changed between two periods. Reports that
could not be placed in a village are such a change when their share moves. The printed rules set no
limit for it; ours needs none: the whole change is laid on the village itself, and the word stands
only if it survives that.
"""

from trygghet.method.counts import CountComparison, count_comparison
from trygghet.method.verdicts import Verdict


def survives(
    outcome: CountComparison,
    exposure_now: float,
    exposure_baseline: float,
    unplaced_now: float,
    unplaced_expected: float,
) -> bool:
    """Whether a village's word would be the same if all that changed were its own reports.

    Args:
        outcome: The comparison of the village's counts.
        exposure_now: As in `count_comparison`.
        exposure_baseline: Likewise.
        unplaced_now: Reports without a village in the period compared, in the whole area.
        unplaced_expected: How many there would have been at the baseline period's pace.

    Returns:
        True also where the outcome claims no difference.
    """
    if outcome.verdict not in (Verdict.LOWER, Verdict.HIGHER) or outcome.now is None:
        return True
    moved = max(0.0, outcome.now + unplaced_now - unplaced_expected)
    other = count_comparison(
        moved,
        outcome.baseline,
        exposure_now,
        exposure_baseline,
        outcome.series,
        outcome.level,
    )
    return other.verdict is outcome.verdict
