"""A sound promise folder, and one that is published and must survive every failed publication."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # the helpers beside this file

from serving import Published, publish
from sound_folder import PROMISE, write_sound_folder


@pytest.fixture
def sound_folder(tmp_path: Path) -> Path:
    """A promise folder without faults."""
    return write_sound_folder(tmp_path / PROMISE)


@pytest.fixture
def releases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program publishes to in one test."""
    monkeypatch.setenv("TRYGGHET_RELEASES", str(tmp_path / "releases"))
    return tmp_path / "releases"


@pytest.fixture(scope="session")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The release of a sound folder, published once for all tests that must not change it."""
    base = tmp_path_factory.mktemp("published")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRYGGHET_RELEASES", str(base / "releases"))
        assert publish(write_sound_folder(base / PROMISE)) == 0
    return Published.now(base / "releases")


@pytest.fixture
def published(published_once: Published, monkeypatch: pytest.MonkeyPatch) -> Published:
    """What is published where the program publishes to; no test that asks for it may change it."""
    monkeypatch.setenv("TRYGGHET_RELEASES", str(published_once.releases))
    return published_once
