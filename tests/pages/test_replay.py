"""A page drawn for one reader is sent to the next as it is.

That a choice on it is the reader's own, a real server shows in tests/web/test_crowd.py: AppTest
cannot press a widget that it has not seen drawn.
"""

from collections.abc import Iterator

import pytest
from shipped_files import REPOSITORY
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest, app_test
from streamlit.util import calc_hash

from trygghet.release.store import store
from trygghet.ui import replay
from trygghet.ui.replay import MOST_KEPT, Drawn, Kept


@pytest.fixture
def drawn(releases, monkeypatch) -> Iterator[list[str]]:
    """The pages that are drawn, not sent as they are, from releases that nobody has read."""
    store.cache_clear()
    pages: list[str] = []
    recorded = replay._recorded

    def noted(run, page):
        pages.append(page.__self__.url_path)
        return recorded(run, page)

    monkeypatch.setattr(replay, "_recorded", noted)
    # AppTest would run the files in pages/ alone, past the site's navigation.
    monkeypatch.setattr(PagesManager, "uses_pages_directory", False)
    monkeypatch.setattr(app_test, "PagesManager", type("Apart", (PagesManager,), {}))
    yield pages
    store.cache_clear()


def opened(page: str, **address: str) -> AppTest:
    """A page through the site's navigation, as readers meet it."""
    test = AppTest.from_file(str(REPOSITORY / "dashboard.py"), default_timeout=60)
    for name, value in address.items():
        test.query_params[name] = value
    test._page_hash = calc_hash(page)
    return test.run()


def shown(test: AppTest) -> list[str]:
    """All that the page consists of, in its order."""

    def below(block):
        for child in block.children.values():
            if hasattr(child, "children"):
                yield f"{child.type}: {child.proto}"
                yield from below(child)
            else:
                yield f"{child.type}: {child.proto}"

    return list(below(test.main))


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("by", {"by": "genarp"}),
        ("by", {"by": "genarp", "data": "strunt"}),
        ("aktiviteter", {"lage": "done", "fokus": "strunt"}),
        ("indikatorer", {"data": "exempel"}),
    ],
)
def test_the_next_reader_is_sent_all_that_the_first_one_was(drawn, page, address):
    first, second = opened(page, **address), opened(page, **address)
    assert shown(first) == shown(second)
    assert len(shown(first)) > 2
    assert drawn == ([page] if address.get("data") != "strunt" else [])


def test_another_address_is_another_page(drawn):
    genarp, dalby = opened("by", by="genarp"), opened("by", by="dalby")
    assert shown(opened("by", by="genarp")) == shown(genarp) != shown(dalby)
    assert drawn == ["by", "by"]


def test_a_new_release_is_drawn_anew(drawn):
    before = store()
    opened("mal")
    opened("mal")
    store.cache_clear()
    assert store() is not before
    opened("mal")
    assert drawn == ["mal", "mal"]


def test_the_pages_kept_take_no_more_than_the_limit():
    kept = Kept()
    for number in range(10):
        kept.put(number, Drawn((), (), MOST_KEPT // 4 - 1))
    assert [number for number in range(10) if kept.get(number)] == [6, 7, 8, 9]
    kept.put(9, Drawn((), (), 1))
    kept.put(10, Drawn((), (), MOST_KEPT // 4 - 1))
    assert [number for number in range(11) if kept.get(number)] == [6, 7, 8, 9, 10]
