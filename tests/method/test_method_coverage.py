"""A village gets no word that the reports without a village could have made."""

import pytest

from trygghet.method.counts import count_comparison
from trygghet.method.coverage import survives
from trygghet.method.verdicts import Verdict


@pytest.mark.parametrize(
    ("now", "baseline", "unplaced_now", "unplaced_before", "stands"),
    [
        (14, 50, 20, 20, True),  # as many as before
        (14, 50, 21, 20, False),  # METHOD's table: 50 may become 14 at most
        (13, 50, 21, 20, True),
        (14, 50, 10, 20, True),  # fewer without a village make a fall no smaller
        (119, 50, 20, 20, True),
        (119, 50, 19, 20, False),  # one more was placed, and it may be this village's
        (120, 50, 19, 20, True),
        (119, 50, 40, 20, True),
        (30, 50, 900, 20, True),  # nothing is claimed
        (2, 5, 0, 90, True),
    ],
)
def test_a_word_stands_on_reports_that_only_moved(
    now: int, baseline: int, unplaced_now: int, unplaced_before: int, stands: bool
) -> None:
    outcome = count_comparison(now, baseline)
    assert survives(outcome, 1.0, 1.0, unplaced_now, unplaced_before) is stands


def test_more_reports_disappear_than_there_are() -> None:
    outcome = count_comparison(120, 50)
    assert outcome.verdict is Verdict.HIGHER
    assert not survives(outcome, 1.0, 1.0, 0, 500)
