"""A release's file as the attacker reads it."""

from pathlib import Path

import duckdb

from trygghet.protect.audit import View


def view_of(path: Path) -> View:
    """What the release in a file tells."""
    with duckdb.connect(str(path), read_only=True) as connection:
        return View(connection)
