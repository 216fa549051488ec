"""A sound promise folder, and one that is published and must survive every failed publication."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # the helpers beside this file

from serving import Published
from sound_fixtures import built_once, releases, sound_folder

__all__ = ["built_once", "releases", "sound_folder"]


@pytest.fixture(scope="session")
def published_once(built_once: Path) -> Published:
    """The release of a sound folder, published once for all tests that must not change it."""
    return Published.now(built_once)


@pytest.fixture
def published(published_once: Published, monkeypatch: pytest.MonkeyPatch) -> Published:
    """What is published where the program publishes to; no test that asks for it may change it."""
    monkeypatch.setenv("TRYGGHET_RELEASES", str(published_once.releases))
    return published_once
