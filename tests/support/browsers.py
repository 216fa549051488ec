"""Which browser the tests drive, and how."""

import os
import shutil

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
