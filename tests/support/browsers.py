"""Which browser the tests drive, and how."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# The first is the engine alone: the same pages for a sixth less work.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# Without a sandbox it runs in containers too; with the last four it asks no host of its own.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    # A process that has read Streamlit's scripts once draws the next page with half the work.
    "--renderer-process-limit=1",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def installed() -> str | None:
    """The browser that CHROMIUM names, or the first that is installed."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)


@contextmanager
def tab(browser: Any, url: str, **options: Any) -> Iterator[Any]:
    """A tab whose reader has allowed the site at `url` to use the clipboard."""
    context = browser.new_context(**options)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=url)
    yield context.new_page()
    context.close()
