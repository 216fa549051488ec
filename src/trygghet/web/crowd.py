"""How many readers there is room for, and what the others get: the page without JavaScript.

A session of the app costs memory and, at each choice, computing; the static pages cost nearly
nothing. So when the site is full, somebody who opens a page gets the static one that says the same,
at the same address, with a way to try again. Whoever is in stays in.

Full means: as many sessions as `TRYGGHET_MOST_SESSIONS` (or as the system lets files be open for),
or a server that has been late for some seconds. One address of the network gets
`TRYGGHET_MOST_PER_CLIENT` of them: enough for a school behind one address, too few for one machine
to take every place. Behind a proxy that is only right where uvicorn knows the proxy
(FORWARDED_ALLOW_IPS); otherwise all readers are one client.
"""

import asyncio
import ipaddress
import logging
import math
import time
from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Collection
from functools import cache
from urllib.parse import parse_qsl, urlsplit

from google.protobuf.message import DecodeError
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from trygghet import settings
from trygghet.asked import Asked, Refused, address, asked
from trygghet.process import open_files
from trygghet.static_pages.pages import overview_page, village_page
from trygghet.views.context import today
from trygghet.views.heads import chosen
from trygghet.web.answer import Body, kept
from trygghet.web.encoding import accepts_gzip
from trygghet.web.errors import refused
from trygghet.web.static_routes import HTML, POLICY
from trygghet.web.warm import is_warm
from trygghet.words import text
from trygghet.words.language import language

STREAM = "/_stcore/stream"
MAIN = '<main id="innehall">'
READY = "/trygghet/redo"
CROWDED = "trygghet-crowded"
"""The header by which a proxy's log and a test see that a page was given in place of the app."""

ARRIVING = 20.0
"""Seconds for which a place is kept for whoever has got the app's document: on a slow network its
scripts take so long."""

SILENT = 20.0
"""Seconds after which a websocket that has never said anything is closed."""

COMING_BACK = 1.1
"""The websockets that are let in, in parts of the sessions there is room for: an open page whose
connection broke comes back although the site is full."""

FILES_EACH = 4
"""Files that are open for a session: its connection, and an event loop of Streamlit's."""

FILES_ELSE = 500
"""Those of the server, and of 128 sessions that Streamlit keeps when their readers have gone."""

BEAT = 0.25
LATE = 0.15
LATE_FOR = 4.0
"""A server whose event loop comes LATE seconds too late at every BEAT for LATE_FOR seconds has more
to do than it can: its readers wait for a second and more."""

TRY_AGAIN_LATER = 1013

_log = logging.getLogger(__name__)


class Lateness:
    """Whether the server has been late for some seconds: at every single beat of the event loop."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._in_time: float | None = None

    def is_too_late(self) -> bool:
        """False also where nobody measures."""
        return self._in_time is not None and self._clock() - self._in_time > LATE_FOR

    def beat(self, late: float) -> None:
        """A beat came so many seconds too late."""
        if self._in_time is None or late < LATE:
            self._in_time = self._clock()

    async def measure(self) -> None:
        """Beat until cancelled."""
        while True:
            before = self._clock()
            await asyncio.sleep(BEAT)
            self.beat(self._clock() - before - BEAT)


class Places:
    """Who is in and who is expected. For one thread: that of the event loop."""

    def __init__(
        self, most: int, per_client: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.most = most
        self.per_client = per_client
        self.late = Lateness(clock)
        self._clock = clock
        self._inside: Counter[str] = Counter()
        # When each document was given, the first one first, and by client.
        self._expected: OrderedDict[int, tuple[float, str]] = OrderedDict()
        self._expected_of: dict[str, deque[int]] = {}
        self._given = 0

    @property
    def inside(self) -> int:
        """How many sessions there are."""
        return self._inside.total()

    @property
    def expected(self) -> int:
        """How many have got the document and not yet connected."""
        self._forget()
        return len(self._expected)

    def is_full(self) -> bool:
        """Whether nobody new is let in."""
        return self.inside + self.expected >= self.most or self.late.is_too_late()

    def has_room(self, client: str) -> bool:
        """Whether somebody who opens a page gets the app."""
        if self.is_full():
            return False
        here = self._inside[client] + len(self._expected_of.get(client, ()))
        if here < self.per_client:
            return True
        _log.warning(
            "%s has all of its %d sessions; a proxy belongs into FORWARDED_ALLOW_IPS",
            client,
            self.per_client,
        )
        return False

    def expect(self, client: str) -> None:
        """Keep a place for somebody who gets the app's document."""
        self._given += 1
        self._expected[self._given] = self._clock(), client
        self._expected_of.setdefault(client, deque()).append(self._given)

    def enter(self, client: str) -> bool:
        """Whether a session may begin; it is counted until it leaves."""
        self._forget()
        self._came(client)
        most = math.ceil(self.most * COMING_BACK)
        if self.inside >= most or self._inside[client] >= self.per_client:
            return False
        self._inside[client] += 1
        return True

    def leave(self, client: str) -> None:
        """A session has ended."""
        self._inside[client] -= 1
        if not self._inside[client]:
            del self._inside[client]

    def _came(self, client: str) -> None:
        """One of the places that are kept for the client is no more."""
        kept = self._expected_of.get(client)
        if kept:
            del self._expected[kept.popleft()]
            if not kept:
                del self._expected_of[client]

    def _forget(self) -> None:
        """Give the places away of those who have not come."""
        while self._expected:
            since, client = next(iter(self._expected.values()))
            if self._clock() - since < ARRIVING:
                break
            self._came(client)


@cache
def places() -> Places:
    """The places of this process."""
    return Places(room(settings.most_sessions(), open_files()), settings.most_per_client())


def room(wanted: int, files: float) -> int:
    """So many sessions as are wanted, or as have room where so many files may be open."""
    most = max((files - FILES_ELSE) / FILES_EACH / COMING_BACK, 1)
    if most >= wanted:
        return wanted
    _log.warning("room for %d sessions, not %d: only %d files may be open", most, wanted, files)
    return int(most)


class Crowd:
    """ASGI middleware: count sessions, and give those for whom there is no room the static page.

    `pages` are the names of the pages of the app, `first` that of the one at the bare address.
    """

    def __init__(self, app: ASGIApp, pages: Collection[str], first: str) -> None:
        self.app = app
        self.pages = {"", *pages}
        self.first = first

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and scope["path"] == STREAM:
            await self._session(scope, receive, send)
        elif scope["type"] == "http" and self._opens_a_page(scope):
            await self._document(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _opens_a_page(self, scope: Scope) -> bool:
        path: str = scope["path"]
        return scope["method"] in {"GET", "HEAD"} and path.removeprefix("/") in self.pages

    async def _document(self, scope: Scope, receive: Receive, send: Send) -> None:
        client = client_of(scope)
        if not places().has_room(client):
            answer = await run_in_threadpool(self._static, Request(scope))
            await answer(scope, receive, send)
            return
        if scope["method"] == "GET":
            places().expect(client)
        await self.app(scope, receive, send)

    async def _session(self, scope: Scope, receive: Receive, send: Send) -> None:
        client = client_of(scope)
        if not places().enter(client):
            await turn_away(scope, receive, send)
            return
        try:
            await self.app(scope, _impatient(receive, send), send)
        finally:
            places().leave(client)

    def _static(self, request: Request) -> Response:
        """The page without JavaScript that says the same, at the same address."""
        name = request.url.path.strip("/") or self.first
        try:
            seen = asked(request)
            choice = chosen(seen, name, request.query_params) if name == "by" else ""
            key = ("crowded", choice, str(request.url.query), seen.site, today(), language())
            body = kept(seen.release, key, lambda: _with_notice(request, seen, choice))
        except Refused as why:
            return refused(request, why)
        content, headers = body.content, {"cache-control": "no-store", "vary": "Accept-Encoding"}
        if body.compressed is not None and accepts_gzip(request.headers):
            content, headers["content-encoding"] = body.compressed, "gzip"
        headers |= {"content-security-policy": POLICY, CROWDED: "1"}
        return Response(content, media_type=body.media_type, headers=headers)


def client_of(scope: Scope) -> str:
    """The address in the network that a request comes from, as uvicorn knows it. Of IPv6 the part
    that a household or a firm has: the rest is each machine's to choose."""
    host = (scope.get("client") or ("", 0))[0]
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return str(host)
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((int(address), 64), strict=False))


def _with_notice(request: Request, seen: Asked, choice: str) -> Body:
    places_ = {one.id: one for one in seen.release.villages()}
    page = village_page(seen, places_[choice]) if choice else overview_page(seen)
    again = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    notice = Markup('<p class="t-notice" role="status">{} <a href="{}">{}</a></p>').format(
        text("crowd-notice"), again, text("crowd-again")
    )
    before, main, after = page.partition(MAIN)
    if not main:
        raise RuntimeError(f"the static page has no {MAIN}")
    return Body(f"{before}{main}{notice}{after}".encode(), HTML)


async def turn_away(scope: Scope, receive: Receive, send: Send) -> None:
    """Close a websocket for which there is no room.

    An app that is just being opened is first told to open its address anew, and then gets the
    static page. One that was open before stays as it is and tries again by itself.
    """
    offered = scope.get("subprotocols") or []
    first = await receive()
    if first["type"] != "websocket.connect":
        return
    await send({"type": "websocket.accept", "subprotocol": offered[0] if offered else None})
    # The third is the session that an open page had before its connection broke.
    if len(offered) < 3:
        try:
            async with asyncio.timeout(SILENT):
                address = _address_in(await receive())
        except TimeoutError:
            address = ""
        if address:
            anew = ForwardMsg()
            anew.auth_redirect.url = address
            await send({"type": "websocket.send", "bytes": anew.SerializeToString()})
    await send({"type": "websocket.close", "code": TRY_AGAIN_LATER})


def _address_in(message: Message) -> str:
    """The path and the query of the address that an app asks to be run for; empty where it does
    not say."""
    try:
        asked_for = BackMsg.FromString(message.get("bytes") or b"").rerun_script
    except DecodeError:
        return ""
    name = urlsplit(asked_for.context_info.url).path.strip("/")
    if not asked_for.context_info.url or "/" in name:
        return ""
    return address(f"/{name}", dict(parse_qsl(asked_for.query_string)))


def _impatient(receive: Receive, send: Send) -> Receive:
    """`receive` of a websocket that is closed where it says nothing at all for some seconds."""
    said = 0

    async def received() -> Message:
        nonlocal said
        said += 1
        if said != 2:  # the first one is that it is there
            return await receive()
        try:
            async with asyncio.timeout(SILENT):
                return await receive()
        except TimeoutError:
            await send({"type": "websocket.close", "code": TRY_AGAIN_LATER})
            return {"type": "websocket.disconnect", "code": TRY_AGAIN_LATER}

    return received


async def ready(request: Request) -> Response:
    """Whether this process takes new readers, for whoever shares them out: 200, else 503, also
    while it is starting.

    A site that is full is healthy all the same (`/_stcore/health`).
    """
    full = places().is_full() or not is_warm.is_set()
    said = "fullt" if full else "redo"
    return PlainTextResponse(said, 503 if full else 200, {"cache-control": "no-store"})
