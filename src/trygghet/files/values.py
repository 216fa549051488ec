"""A cell's value in formats that have types."""

from typing import Any

from trygghet.files.definition import Column


def as_number(value: Any) -> int | float:
    """A number, whole where it is; a published notation such as "1.40" is read."""
    number = float(value)
    return int(number) if number.is_integer() else number


def plain_value(column: Column, value: Any) -> Any:
    """A text, number, boolean, list of texts, or None where there is none."""
    if value is None:
        return None
    if column.type in ("number", "integer"):
        return as_number(value)
    return list(value) if column.type == "list" else value
