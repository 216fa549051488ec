"""The site's own address, and that of the view that a reader has open."""

import re

import streamlit as st

from trygghet import settings
from trygghet.asked import address as in_address
from trygghet.asked import site_of
from trygghet.ui import address
from trygghet.ui.shell import FIRST, Page
from trygghet.views.viewed import viewed as at_address
from trygghet.words.mistakes import Viewed

CHOICES = ("by", "indikator", "platser", "jamfor", "period", "fokus", "lage", "ansvarig", "del")
"""What of the address chooses what is shown."""


def site_address() -> str:
    """The site's address without a slash at its end: the setting, else what the reader's browser
    asked; empty where there is no browser."""
    if settings.site_address():
        return settings.site_address()
    asked = re.match(r"(https?)://([^/?#]*)", st.context.url or "")
    return site_of(*asked.groups()) if asked else ""


def view_address(page: Page) -> str:
    """The whole address of what is shown, pinned to its release."""
    path = "/" if page.name == FIRST else f"/{page.name}"
    chosen = {name: address.given(name) for name in CHOICES}
    number = str(page.release.edition().number)
    return site_address() + in_address(path, {**page.parameters, **chosen, "v": number})


def viewed(page: Page) -> Viewed:
    """What letters about mistakes say of the view."""
    return at_address(page, view_address(page))
