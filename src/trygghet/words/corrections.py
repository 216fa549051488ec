"""A corrected value in words: what it was and what it is."""

from trygghet.release.rows import Correction
from trygghet.schema import TABLE
from trygghet.words.catalogue import text
from trygghet.words.missing import missing_text
from trygghet.words.numbers import number, published_number


def correction_note(one: Correction) -> str:
    """A correction where the corrected value stands."""
    old, new = old_and_new(one)
    return text("correction-note", release=one.release, old=old, new=new, why=one.why)


def old_and_new(one: Correction) -> tuple[str, str]:
    """Both sides of a correction, each a value, a reason, or that it is not shown."""
    if one.column is None:
        return text("correction-row"), text("correction-removed")
    is_number = TABLE[one.table].column(one.column).type in ("decimal", "count")
    old = _value(one.old, one.old_missing, is_number=is_number)
    new = _value(one.new, one.new_missing, is_number=is_number)
    hidden = text("correction-withheld")
    if not one.withheld:
        return old, new
    # The new side is hidden too where the value has become protected since.
    return hidden, new if one.new is not None or one.new_missing is not None else hidden


def _value(value: str | None, missing: str | None, *, is_number: bool) -> str:
    if value is None:
        return missing_text(missing) if missing else text("correction-empty")
    if not is_number:
        return value
    return number(int(value)) if value.isdigit() else published_number(value)
