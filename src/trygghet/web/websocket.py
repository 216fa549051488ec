"""What may be said over the websocket by which Streamlit draws its pages.

As it comes, anybody can have the cache emptied for every reader, ask which files the server's
folder of code has, or prepare uploads; a message may be 20 MB. And before a page of another site is
turned away, the server asks an outside host for its own address, while every reader waits.
"""

import asyncio
import time

from google.protobuf.message import DecodeError
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from trygghet import settings

NEEDED = {"rerun_script", "stop_script", "app_heartbeat"}
"""The messages that our pages send; others are not passed on."""

LARGEST = 32_000
"""Bytes of a message from a reader; our pages send some hundred."""

APART = 0.1
"""Seconds between two messages of a reader; those that come faster wait, and so does the sender."""

_REFUSED, _TOO_BIG, _WRONG = 1008, 1009, 1002  # RFC 6455, section 7.4.1


class WebsocketGuard:
    """ASGI middleware: a websocket is for our own pages only, and for what they say."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        if not _from_our_pages(Headers(scope=scope)):
            await receive()
            await send({"type": "websocket.close", "code": _REFUSED})
            return
        talk = _Talk(receive, send)
        # Checked: Streamlit is not to check it in its own way.
        headers = [one for one in scope["headers"] if one[0] != b"origin"]
        await self.app({**scope, "headers": headers}, talk.receive, talk.send)


def _from_our_pages(headers: Headers) -> bool:
    """Whether no page of another site opens the websocket; browsers always say which one does."""
    origins, host = headers.getlist("origin"), headers.get("host", "")
    # A proxy may speak https to the reader and http to us.
    ours = {settings.site_address(), f"http://{host}", f"https://{host}"}
    return all(origin in ours for origin in origins)


class _Talk:
    """One websocket, closed when something is said that no page of ours says."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._closed = False
        self._heard = 0.0

    async def receive(self) -> Message:
        """The next message that is passed on."""
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            said = message.get("bytes") or b""
            if len(said) > LARGEST:
                return await self._close(_TOO_BIG)
            kind = _kind(said)
            if not kind:
                return await self._close(_WRONG)
            if kind in NEEDED:
                await asyncio.sleep(self._heard + APART - time.monotonic())
                self._heard = time.monotonic()
                return message

    async def send(self, message: Message) -> None:
        """Pass on what Streamlit sends; nothing after the end."""
        if not self._closed:
            await self._send(message)

    async def _close(self, code: int) -> Message:
        await self.send({"type": "websocket.close", "code": code})
        self._closed = True
        return {"type": "websocket.disconnect", "code": code}


def _kind(said: bytes) -> str:
    """The kind of a message, such as "rerun_script"; empty for what is none."""
    message = BackMsg()
    try:
        message.ParseFromString(said)
    except DecodeError:
        return ""
    return message.WhichOneof("type") or ""
