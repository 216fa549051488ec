"""Texts in those statements of DuckDB that take no parameters."""


def quoted(value: object) -> str:
    """A text or a path as a literal."""
    return "'" + str(value).replace("'", "''") + "'"
