"""Contexts to make feeds and calendars from."""

from collections.abc import Callable
from pathlib import Path

import pytest
from followed import Followed, publish_followed

from trygghet.release.store import Store, store
from trygghet.views.context import Context, context


@pytest.fixture(scope="session")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    return publish_followed(tmp_path_factory.mktemp("followed"))


@pytest.fixture
def seen(releases: Path) -> Callable[[str], Context]:
    """A shipped promise's current release: ``seen("exempel")``."""
    return lambda promise: context(store().release(promise))


@pytest.fixture
def nasty_seen(nasty_releases: Path) -> Context:
    """The example full of signs of HTML and Markdown."""
    return context(Store(nasty_releases).release("exempel"))
