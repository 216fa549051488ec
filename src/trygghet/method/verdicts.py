"""The words that a comparison may end in, and the reasons for having none (method §1)."""

from enum import StrEnum
from typing import Protocol


class Verdict(StrEnum):
    """What may be said of a figure against the baseline year.

    The values are neutral: whether lower is good is a property of the indicator, not of the
    verdict. For a survey index `NO_CERTAIN_DIFFERENCE` means "smaller than the margin of error"
    (method §2).
    """

    LOWER = "lower"
    HIGHER = "higher"
    NO_CERTAIN_DIFFERENCE = "no_certain_difference"
    TOO_FEW = "too_few"
    NONE_REPORTED = "none_reported"
    NO_VERDICT = "no_verdict"


class NoVerdictReason(StrEnum):
    """Why a comparison ends in `Verdict.NO_VERDICT` (method §1 rule 1, §2, §6)."""

    PERIOD_INCOMPLETE = "period_incomplete"
    """A part of either period is missing."""
    DEFINITION_BREAK = "definition_break"
    """What is counted, or the area it is counted for, changed between the two periods."""
    PROTECTED = "protected"
    """At least one of the two figures is hidden to protect people."""
    COVERAGE_CHANGED = "coverage_changed"
    """More or fewer reports than before could be placed in a village, enough to make the word."""
    COVERAGE_UNKNOWN = "coverage_unknown"
    """How many reports could not be placed in a village is not known for one of the periods."""
    NOT_JUDGED = "not_judged"
    """Narcotics, weapons and traffic follow police effort: shown, never judged, never counted."""
    NEW_SERIES = "new_series"
    """The survey's figures on each side of the break in 2022 are two different series."""
    VALUES_DISAGREE = "values_disagree"
    """Several values are published for one year and they do not all lead to the same word."""
    NOT_PUBLISHED = "not_published"
    """No value is published for one of the years."""
    NOT_MEASURED = "not_measured"
    """The survey was not carried out in one of the years."""


class Judged(Protocol):
    """Anything that carries a verdict and, if there is none, the reason."""

    @property
    def verdict(self) -> Verdict:
        """The word."""

    @property
    def reason(self) -> NoVerdictReason | None:
        """Set exactly when the verdict is `NO_VERDICT`."""
