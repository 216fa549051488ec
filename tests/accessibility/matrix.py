"""`make a11y`: axe on every page with each promise, language, scheme and width, as a table.

The tests look at each page in a few of these ways; this looks at all of them, and takes long.
"""

import sys
import tempfile
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from accessible import SMALL_TARGETS, View, every_view, open_view, violations
from browsers import ARGUMENTS, installed
from shipped_files import PROMISES, REPOSITORY
from streamlit_server import running

from trygghet.check import read_promise_folder
from trygghet.release.publish import Signature, publish


def main() -> int:
    """Print a row per page as soon as it is looked at, and every fault; 1 if there is any."""
    from playwright.sync_api import sync_playwright

    faults: dict[View, list[str]] = {}
    with tempfile.TemporaryDirectory() as made, sync_playwright() as engine:
        folder = Path(made)
        signature = Signature("make a11y", "Tillgänglighet", datetime.now(UTC))
        for promise in PROMISES:
            publish(read_promise_folder(promise.folder), folder / "releases", signature)
        environment = {"TRYGGHET_RELEASES": str(folder / "releases")}
        browser = engine.chromium.launch(executable_path=installed(), args=ARGUMENTS)
        with running("dashboard.py", REPOSITORY, folder / "server.log", environment) as server:
            context = browser.new_context(locale="sv-SE", reduced_motion="reduce", bypass_csp=True)
            page = context.new_page()
            print("| page | views | with faults |\n|---|---:|---:|", flush=True)
            for name, views in groupby(every_view(), key=lambda view: view.path):
                found = {view: looked_at(page, server.url, view) for view in views}
                faults |= {view: some for view, some in found.items() if some}
                print(f"| /{name} | {len(found)} | {len(faults.keys() & found)} |", flush=True)
        browser.close()
    for view, found in faults.items():
        print(f"\n{view}", *found, sep="\n  ")
    return 1 if faults else 0


def looked_at(page: Any, url: str, view: View) -> list[str]:
    """What is wrong with a view."""
    open_view(page, url, view)
    return [*violations(page), *page.evaluate(SMALL_TARGETS)]


if __name__ == "__main__":
    sys.exit(main())
