"""Tell each run the site's colours and fonts without working them out again.

Streamlit goes through all of its settings for every part of the theme at every run, which is a
seventh of what a kept page costs. They do not change while the server runs.
"""

from functools import cache

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

_populate = app_session._populate_theme_msg


def keep_theme() -> None:
    """Have Streamlit write each part of the theme as it wrote it the first time."""
    app_session._populate_theme_msg = _as_before


@cache
def _part(section: str) -> CustomThemeConfig:
    message = CustomThemeConfig()
    _populate(message, section)
    return message


def _as_before(msg: CustomThemeConfig, section: str = "theme") -> None:
    part = _part(section)
    # Merging nothing would still say that there is something.
    if part.ByteSize():
        msg.MergeFrom(part)
