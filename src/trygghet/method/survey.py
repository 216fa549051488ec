"""The safety index against the baseline year and its margin of error (method §2).

The index runs from 0 to 6 and lower is better. All arithmetic is decimal: 1.76 - 1.56 is then
exactly the margin 0.20, which binary numbers would miss.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

from trygghet.method.verdicts import NoVerdictReason, Verdict

INDEX_MIN: Final = Decimal(0)
INDEX_MAX: Final = Decimal(6)
NEW_SERIES_FROM: Final = 2022
"""From this year the published figures no longer fit 32 questions: a new series."""


class SurveyExtent(StrEnum):
    """What an index is a figure for."""

    MUNICIPALITY = "municipality"
    AREA = "area"


class MarginBasis(StrEnum):
    """Who says how large the margin of error is; `OUR_ESTIMATE` must be said beside it."""

    PRODUCER = "producer"
    OUR_ESTIMATE = "our_estimate"


@dataclass(frozen=True, slots=True)
class Margin:
    """The smallest change of the index that earns a word.

    Attributes:
        value: Index points, above 0.
        basis: Who says so.
    """

    value: Decimal
    basis: MarginBasis

    def __post_init__(self) -> None:
        if not (self.value.is_finite() and self.value > 0):
            raise ValueError(f"a margin must be finite and above 0, got {self.value}")


DEFAULT_MARGINS: Final = {
    SurveyExtent.MUNICIPALITY: Margin(Decimal("0.20"), MarginBasis.OUR_ESTIMATE),
    SurveyExtent.AREA: Margin(Decimal("0.60"), MarginBasis.OUR_ESTIMATE),
}


@dataclass(frozen=True, slots=True)
class PublishedIndex:
    """One published value of the index.

    Attributes:
        value: Index points 0-6, with the decimals that were published.
        source: Identifies the source, to be shown beside the value.
    """

    value: Decimal
    source: str

    def __post_init__(self) -> None:
        if not (self.value.is_finite() and INDEX_MIN <= self.value <= INDEX_MAX):
            raise ValueError(f"an index lies between 0 and 6, got {self.value}")


@dataclass(frozen=True, slots=True)
class PairChange:
    """One value of the baseline year against one value of the year compared.

    Attributes:
        baseline: The earlier value.
        now: The later value.
        change: Index points, now minus baseline; above 0 means more problems.
        verdict: The word that this pair alone would give.
    """

    baseline: PublishedIndex
    now: PublishedIndex
    change: Decimal
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class IndexChange:
    """The change of the index between two years.

    Attributes:
        baseline_year: Year compared with.
        year: Year compared.
        baseline_values: Every value published for the baseline year; all are shown.
        values: Every value published for the year; all are shown.
        margin: The margin of error used, with its basis.
        pairs: Every combination of the two years' values; empty where the two years may not be
            compared at all.
        verdict: `LOWER`, `HIGHER`, `NO_CERTAIN_DIFFERENCE` (smaller than the margin) or
            `NO_VERDICT`.
        reason: Why there is no word; set exactly when the verdict is `NO_VERDICT`.
    """

    baseline_year: int
    year: int
    baseline_values: tuple[PublishedIndex, ...]
    values: tuple[PublishedIndex, ...]
    margin: Margin
    pairs: tuple[PairChange, ...]
    verdict: Verdict
    reason: NoVerdictReason | None


def published_index(value: Decimal | str | float, source: str) -> PublishedIndex:
    """Return a published value of the index with its decimals kept.

    Args:
        value: Index points 0-6, best as the published text with a decimal point. A float is taken
            as the shortest decimal that gives the same float, so 1.76 means 1.76.
        source: Identifies the source.

    Returns:
        The value. Method §2.

    Raises:
        ValueError: If the value is not a number between 0 and 6.
    """
    text = repr(float(value)) if isinstance(value, float) else str(value)
    try:
        return PublishedIndex(value=Decimal(text), source=source)
    except InvalidOperation:
        raise ValueError(f"not a number: {value!r}") from None


def index_change(
    baseline_year: int,
    baseline_values: Sequence[PublishedIndex],
    year: int,
    values: Sequence[PublishedIndex],
    margin: Margin,
    *,
    no_verdict: NoVerdictReason | None = None,
) -> IndexChange:
    """Compare the index of two years and choose the word (method §2).

    Args:
        baseline_year: Year compared with.
        baseline_values: All values published for it; none means not published.
        year: Year compared.
        values: All values published for it; none means not published.
        margin: `DEFAULT_MARGINS[...]`, or the producer's own where one is given.
        no_verdict: Why no word may be said, if the caller knows: not measured, a changed area,
            a protected figure.

    Returns:
        The change of every combination of values, and a word only where all combinations give the
        same one. A change as large as the margin counts as outside it (method §4).
    """
    baseline_values, values = tuple(baseline_values), tuple(values)
    reason = no_verdict or _gate(baseline_year, baseline_values, year, values)
    pairs: tuple[PairChange, ...] = ()
    verdict = Verdict.NO_VERDICT
    if reason is None:
        pairs = tuple(_pair(old, new, margin) for old in baseline_values for new in values)
        words = {pair.verdict for pair in pairs}
        if len(words) == 1:
            verdict = words.pop()
        else:
            reason = NoVerdictReason.VALUES_DISAGREE
    return IndexChange(
        baseline_year=baseline_year,
        year=year,
        baseline_values=baseline_values,
        values=values,
        margin=margin,
        pairs=pairs,
        verdict=verdict,
        reason=reason,
    )


def _gate(
    baseline_year: int,
    baseline_values: tuple[PublishedIndex, ...],
    year: int,
    values: tuple[PublishedIndex, ...],
) -> NoVerdictReason | None:
    if not baseline_values or not values:
        return NoVerdictReason.NOT_PUBLISHED
    if (baseline_year < NEW_SERIES_FROM) != (year < NEW_SERIES_FROM):
        return NoVerdictReason.NEW_SERIES
    return None


def _pair(old: PublishedIndex, new: PublishedIndex, margin: Margin) -> PairChange:
    change = new.value - old.value
    if change <= -margin.value:
        verdict = Verdict.LOWER
    elif change >= margin.value:
        verdict = Verdict.HIGHER
    else:
        verdict = Verdict.NO_CERTAIN_DIFFERENCE
    return PairChange(baseline=old, now=new, change=change, verdict=verdict)
