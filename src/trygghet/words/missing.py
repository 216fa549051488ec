"""The four kinds of nothing in words."""

from trygghet.words.catalogue import text


def missing_text(reason: str | None) -> str:
    """The sign for a kind of nothing, with its reason: "– (inte publicerat)"."""
    sign, why = text(f"missing-{reason}"), text(f"missing-reason-{reason}")
    return sign if sign == why else f"{sign} ({why})"
