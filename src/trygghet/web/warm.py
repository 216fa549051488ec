"""Warm start: what the first readers would wait for is done beside the start of the server."""

import logging
import threading

from trygghet.asked import Asked, find, published
from trygghet.settings import default_promise, site_address
from trygghet.views.heads import chosen, page_head
from trygghet.web.snapshot import snapshot
from trygghet.words.language import LOCALES

_log = logging.getLogger(__name__)

is_warm = threading.Event()
"""Set when a first reader waits no longer than others."""


def warm_up() -> None:
    """Say once what the documents of the first pages say, in every promise and language.

    Imports, templates, catalogues and the answers of the releases are then at hand.
    """
    try:
        # Most readers ask for the promise that the site opens with.
        for promise in sorted(published(), key=lambda one: one.id != default_promise()):
            for language in LOCALES:
                given = {"data": promise.id, "lang": language}
                release, parameters = find("/", given)
                seen = Asked(release, promise, site_address(), parameters)
                for name in ("oversikt", "by"):
                    chosen_ = chosen(seen, name, {})
                    page_head(seen, name, chosen_)
                    snapshot(seen, name, chosen_, "/sida/", alone=True)
    except Exception:
        # The site serves all the same; whoever asks is told what is wrong.
        _log.exception("not everything could be prepared")
    finally:
        is_warm.set()
