"""Folders to take extracts into: a copy of the example promise, and a small one for speed."""

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # the helpers beside the tests

from sound_folder import PROMISE, write_sound_folder

EXAMPLE = Path(__file__).parents[2] / "data" / "exempel"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example promise."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "exempel"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small promise folder without faults."""
    return write_sound_folder(tmp_path / PROMISE)
