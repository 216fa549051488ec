"""A page that was drawn for one reader is sent to the next one as it is.

What a page shows follows from its address and the release, and drawing it takes many times as
long as sending it: a hundred readers who arrive with the news ask for the same few addresses.
So the messages of a page's run are kept for as long as the release is, with its drop-downs and
pills, which each session has to be told of. A choice in one of them changes the address, and with
that leads to another page drawn or kept.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_cache import create_reference_msg
from streamlit.runtime.scriptrunner import ScriptRunContext, get_script_run_ctx
from streamlit.runtime.state.common import WidgetMetadata, user_key_from_element_id

from trygghet.asked import Refused, find, published
from trygghet.release.queries import Release
from trygghet.ui import address
from trygghet.ui.joined import joined
from trygghet.views.context import today
from trygghet.words.language import language

MOST_KEPT = 48_000_000
"""How many bytes of pages are kept for a release; the least used go first."""


@dataclass(frozen=True, slots=True)
class Widget:
    """What a session has to know of a drop-down or of pills, and what is chosen in it."""

    metadata: WidgetMetadata[Any]
    key: str | None
    chosen: Any


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a run of a page sent, each message with its place on the page."""

    messages: tuple[ForwardMsg, ...]
    widgets: tuple[Widget, ...]
    size: int

    def send(self, run: ScriptRunContext) -> None:
        """Send it to the reader of this run."""
        address.keep()
        for widget in self.widgets:
            if widget.key is not None:
                st.session_state[widget.key] = widget.chosen
            run.shared.widget_ids_this_run.check_and_add(widget.metadata.id)
            run.session_state.register_widget(widget.metadata, widget.key)
        for message in self.messages:
            # What the reader's browser says that it still has need not be sent again.
            has = message.metadata.cacheable and message.hash in run.cached_message_hashes
            run._enqueue(create_reference_msg(message) if has else message)


class Kept:
    """The pages drawn from one release."""

    def __init__(self) -> None:
        self._drawn: OrderedDict[Hashable, Drawn] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()
        self._drawing: dict[Hashable, threading.Lock] = {}

    def get(self, key: Hashable) -> Drawn | None:
        with self._lock:
            if key in self._drawn:
                self._drawn.move_to_end(key)
            return self._drawn.get(key)

    def put(self, key: Hashable, drawn: Drawn) -> None:
        with self._lock:
            former = self._drawn.pop(key, None)
            self._drawn[key] = drawn
            self._size += drawn.size - (former.size if former else 0)
            while self._size > MOST_KEPT and len(self._drawn) > 1:
                self._size -= self._drawn.popitem(last=False)[1].size

    def alone(self, key: Hashable) -> threading.Lock:
        """Held while a page is drawn, so that those who ask for it meanwhile get what is drawn."""
        with self._lock:
            return self._drawing.setdefault(key, threading.Lock())

    def done(self, key: Hashable) -> None:
        with self._lock:
            self._drawing.pop(key, None)


_kept: WeakKeyDictionary[Release, Kept] = WeakKeyDictionary()
_lock = threading.Lock()


def draw(name: str, page: Callable[[], None]) -> None:
    """Run a page, or send what it sent when it was run for the same address.

    A page that stops before its end (an address that names nothing) is not kept.
    """
    run, asked = get_script_run_ctx(), _asked(name)
    if run is None or asked is None:
        page()
        return
    release, key = asked
    with _lock:
        kept = _kept.setdefault(release, Kept())
    drawn = kept.get(key)
    if drawn is None:
        with kept.alone(key):
            drawn = kept.get(key)
            if drawn is None:
                try:
                    kept.put(key, _recorded(run, page))
                finally:
                    kept.done(key)
                return
    drawn.send(run)


def _asked(name: str) -> tuple[Release, Hashable] | None:
    """The release that the address names, and all else that decides what the page shows."""
    given = st.query_params.to_dict()
    try:
        release, _ = find("/", given)
    except Refused:
        return None
    others = tuple((one.id, one.title, one.is_example) for one in published())
    site = urlsplit(st.context.url or "")
    address_ = tuple(sorted(given.items()))
    # The day tells whether the figures are late; letters about mistakes name the site.
    return release, (name, address_, language(), today(), site.scheme, site.netloc, others)


def _recorded(run: ScriptRunContext, page: Callable[[], None]) -> Drawn:
    """Run a page, send what it draws and keep that.

    A page that stops is sent as far as it came. `st.stop` would be no way to do so: it only acts
    when a message is sent.
    """
    messages: list[ForwardMsg] = []
    run.enqueue = messages.append  # type: ignore[method-assign,assignment]
    try:
        page()
    finally:
        del run.enqueue  # the class's own again
        messages = joined(messages)
        for message in messages:
            run.enqueue(message)
    return Drawn(tuple(messages), _widgets(run), sum(one.ByteSize() for one in messages))


def _widgets(run: ScriptRunContext) -> tuple[Widget, ...]:
    known = run.session_state._state._new_widget_state.widget_metadata
    found = []
    for id_ in run.shared.widget_ids_this_run.snapshot():
        if metadata := known.get(id_):
            key = user_key_from_element_id(id_)
            found.append(Widget(metadata, key, st.session_state[key] if key else None))
    return tuple(found)
