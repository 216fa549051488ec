"""A reader that speaks Streamlit's websocket without a browser."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

PATIENCE = 30  # seconds


@contextmanager
def talking(url: str, **options: Any) -> Iterator[ClientConnection]:
    """A websocket to the server at this address; leave the block to hang up."""
    address = url.replace("http://", "ws://") + "/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], max_size=None, **options) as socket:
        yield socket


def run(query: str = "", **fields: Any) -> bytes:
    """The message that asks for a page to be run."""
    message = BackMsg()
    message.rerun_script.query_string = query
    for name, value in fields.items():
        setattr(message.rerun_script, name, value)
    return message.SerializeToString()


def heard(socket: ClientConnection, seconds: float) -> list[ForwardMsg]:
    """What the server says within so many seconds."""
    found, end = [], time.monotonic() + seconds
    try:
        while (left := end - time.monotonic()) > 0:
            found.append(ForwardMsg.FromString(socket.recv(timeout=left)))
    except (TimeoutError, ConnectionClosed):
        pass
    return found


def heard_to_the_end(socket: ClientConnection) -> list[ForwardMsg]:
    """What the server says of one run of a page."""
    found = []
    while not found or found[-1].WhichOneof("type") != "script_finished":
        found.append(ForwardMsg.FromString(socket.recv(timeout=PATIENCE)))
    return found


def closing_code(socket: ClientConnection) -> int | None:
    """Why the server hung up; None where it did not within a while."""
    try:
        while True:
            socket.recv(timeout=5)
    except TimeoutError:
        return None
    except ConnectionClosed:
        return socket.close_code
