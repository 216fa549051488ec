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


def column_key(file: str, column: str) -> str:
    """The catalogue's key for a column's meaning; source, note and missing_reason share theirs."""
    if column in ("source", "note", "missing_reason"):
        return f"column-{column}"
    return f"column-{file}-{column}"
