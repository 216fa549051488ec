"""The sound promise folder of tests/check and its release, in a place of their own."""

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "check"))  # its helpers
sys.path.insert(0, str(Path(__file__).parent))  # ours

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
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sound folder's release, built once."""
    base = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRYGGHET_RELEASES", str(base / "releases"))
        assert publish(write_sound_folder(base / PROMISE)) == 0
    return base / "releases"


@pytest.fixture(scope="session")
def untouched(built_once: Path) -> Published:
    """The same for tests that only read; none of them may change it."""
    return Published.now(built_once)


@pytest.fixture
def published(built_once: Path, releases: Path) -> Published:
    """The sound folder's release where the program publishes to, held open by a store."""
    shutil.copytree(built_once, releases)
    return Published.now(releases)
