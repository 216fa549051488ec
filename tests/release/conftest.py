"""The sound promise folder and its release, in a place of their own."""

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # the helpers beside this file

from serving import Published
from sound_fixtures import built_once, releases, sound_folder
from sound_folder import PROMISE

from trygghet.release.store import Store

__all__ = ["built_once", "releases", "sound_folder"]


@pytest.fixture(scope="session")
def untouched(built_once: Path) -> Published:
    """The same for tests that only read; none of them may change it."""
    return Published.now(built_once)


@pytest.fixture
def published(built_once: Path, untouched: Published, releases: Path) -> Published:
    """The sound folder's release where the program publishes to, held open by a store."""
    shutil.copytree(built_once, releases)
    store = Store(releases)
    store.release(PROMISE)
    # The same files, so the same answers.
    return replace(untouched, releases=releases, store=store)
