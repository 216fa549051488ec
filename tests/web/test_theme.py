"""A reader's colours and fonts are the settings', whether they are worked out anew or kept."""

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.runtime import app_session

from trygghet.web import theme


@pytest.fixture
def kept(monkeypatch):
    """What Streamlit writes a theme with, once it is kept."""
    monkeypatch.setattr(app_session, "_populate_theme_msg", app_session._populate_theme_msg)
    theme._part.cache_clear()
    theme.keep_theme()
    yield app_session._populate_theme_msg
    theme._part.cache_clear()


def written(populate) -> NewSession:
    message = NewSession()
    populate(message.custom_theme)
    populate(message.custom_theme.sidebar, "theme.sidebar")
    populate(message.custom_theme.light, "theme.light")
    populate(message.custom_theme.dark, "theme.dark")
    return message


def test_a_kept_theme_is_another_than_that_of_the_settings(kept):
    expected = written(theme._populate)
    assert expected.custom_theme.light.primary_color == config.get_option(
        "theme.light.primaryColor"
    )
    assert written(kept) == expected
    assert written(kept) == expected  # and again, from what is kept
    assert written(kept).SerializeToString() == expected.SerializeToString()
