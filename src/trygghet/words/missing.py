"""The four kinds of nothing in words."""

from trygghet.words.catalogue import text

NOTHING = "–"
"""What stands in place of a number that there is not."""


def missing_text(reason: str | None) -> str:
    """The sign for a kind of nothing, with its reason: "– (inte publicerat)"."""
    sign, why = text(f"missing-{reason}"), text(f"missing-reason-{reason}")
    return sign if sign == why else f"{sign} ({why})"
