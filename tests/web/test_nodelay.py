"""No answer waits for the reader's machine to acknowledge a part of it."""

import asyncio
import socket
from collections.abc import Iterator

import pytest

from trygghet.web import lifespan
from trygghet.web.nodelay import send_at_once


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    """A socket as Streamlit binds it: without naming the protocol."""
    with socket.socket(socket.AF_INET) as one:
        one.bind(("localhost", 0))
        one.listen()
        yield one


def waits(listening: socket.socket) -> bool:
    """Whether a connection that it accepts holds small pieces back."""
    with socket.create_connection(listening.getsockname()[:2]), listening.accept()[0] as accepted:
        return not accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_the_last_piece_of_an_answer_waits(listening: socket.socket) -> None:
    assert waits(listening)
    assert send_at_once() > 0
    assert not waits(listening)


def test_the_server_starts_without_it(listening: socket.socket) -> None:
    async def started() -> bool:
        async with lifespan(None):
            return waits(listening)

    assert not asyncio.run(started())
