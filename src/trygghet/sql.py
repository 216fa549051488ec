"""Texts in statements of DuckDB that take no parameters, or that a reader is to run."""


def quoted(value: object) -> str:
    """A text or a path as a literal."""
    return "'" + str(value).replace("'", "''") + "'"
