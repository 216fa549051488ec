"""Fixtures of the tests that publish a small folder of their own."""

from pathlib import Path

import pytest
from serving import publish
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
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sound folder's releases, published once; no test may change them."""
    base = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRYGGHET_RELEASES", str(base / "releases"))
        assert publish(write_sound_folder(base / PROMISE)) == 0
    return base / "releases"
