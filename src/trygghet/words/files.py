"""The promise folder's format in words: every column of a file and what it means."""

from trygghet.schema import Table as File
from trygghet.words.catalogue import text
from trygghet.words.tables import Table


def columns_table(file: File) -> Table:
    """A file's columns with type, whether they are required, and their meaning."""
    rows = tuple(
        (
            column.name,
            text(f"type-{column.type}"),
            text("site-yes") if column.required else text("site-no"),
            text(column_key(file.name, column.name)),
        )
        for column in file.columns
    )
    columns = (
        text("data-column"),
        text("data-type"),
        text("data-required"),
        text("data-meaning"),
    )
    return Table(file.file, columns, rows)


SHARED = ("source", "note", "missing_reason")
"""Columns that mean the same in every file."""

VIEW = "view"
"""In place of a file's name: columns that mean the same in every file made of a view."""


def column_key(file: str, column: str) -> str:
    """The catalogue's key for a column's meaning; `SHARED` columns have theirs in common."""
    return f"column-{column}" if column in SHARED else f"column-{file}-{column}"


def unit_text(unit: str) -> str:
    """What a column counts; empty for none."""
    return text(f"unit-{unit}") if unit else ""
