"""A catalogue in PostgreSQL, and a promise to publish to it."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from cluster import Catalogue, catalogue, needs_extra
from sound_fixtures import releases, sound_folder

__all__ = ["releases", "sound_folder"]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Catalogue]:
    """A catalogue for all tests; each publishes a promise of its own there."""
    needs_extra()
    # PostgreSQL's user cannot reach the tests' own folder.
    with (
        tempfile.TemporaryDirectory(prefix="trygghet-postgres-") as folder,
        catalogue(Path(folder)) as running,
    ):
        yield running
