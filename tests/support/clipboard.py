"""What a reader has copied."""

from typing import Any
from urllib.parse import urljoin


def on_clipboard(page: Any) -> str:
    """The text on the clipboard of a page's reader, who has allowed its site to read it.

    Our own pages may not read it (`web/guard.py`), so a page beside them does.
    """
    beside = page.context.new_page()
    address = urljoin(page.url, "/urklipp")
    html = "<!doctype html><title>Urklipp</title>"
    beside.route(address, lambda route: route.fulfill(content_type="text/html", body=html))
    beside.goto(address)
    beside.bring_to_front()
    text = str(beside.evaluate("navigator.clipboard.readText()"))
    beside.close()
    page.bring_to_front()
    return text
