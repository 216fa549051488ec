"""A reader's session without a browser: asks for what a browser asks, says what a browser says.

    async with Reader("http://localhost:8501") as reader:
        run = await reader.open("by", by="genarp")  # the address is opened
        run = await reader.choose("by", "Veberöd")  # a drop-down or pills, by the words shown
        run = await reader.go("aktiviteter")  # a link to another page of the app

The document and what it asks for (health, host-config; not the scripts, which browsers keep) come
over HTTP, the page over Streamlit's websocket in its own messages. Every run is read to its end.
Nothing here is ours: it speaks to any Streamlit app whose widgets have keys.

`python bench/sessions.py` opens pages of a running site and shows what they took.
"""

import argparse
import asyncio
import ssl
import sys
import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import Final, Self
from urllib.parse import urlencode, urlsplit

import httpx2
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

STREAM: Final = "/_stcore/stream"
ASKED_FIRST: Final = ("/_stcore/health", "/_stcore/host-config")
XSRF: Final = "_streamlit_xsrf"
TRUSTED: Final = ssl.create_default_context()
"""Made once: it takes longer than a reader's questions."""
KEPT_RUNS: Final = 2
"""For how many runs the browser keeps a large message that no run refers to."""


class TurnedAway(Exception):
    """The site gave the page without JavaScript, or closed the websocket, because it is full."""


class Failed(Exception):
    """The page could not be run, or its connection was lost."""


@dataclass
class Run:
    """What one run of a page took and gave."""

    seconds: float = 0.0
    """From the request to the message that the run is finished."""
    size: int = 0
    """Bytes of all messages."""
    messages: int = 0
    texts: list[str] = field(default_factory=list)
    """The HTML and the Markdown that the page shows, in its order."""

    def says(self, sentence: str) -> bool:
        """Whether the page shows the text, in one element."""
        return any(sentence in text for text in self.texts)


@dataclass
class Widget:
    """A drop-down or pills, with what is chosen in it. Only pills say so as a list."""

    options: list[str]
    chosen: list[str]
    is_list: bool


class Tab:
    """A site's websocket, of which there is one at most, closed when a block ends."""

    def __init__(self, site: str, patience: float = 60.0) -> None:
        self.site = site.rstrip("/")
        self.patience = patience
        self.socket: ClientConnection | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.socket is not None:
            await self.socket.close()

    def client(self) -> httpx2.AsyncClient:
        """Who asks for what comes over HTTP."""
        return httpx2.AsyncClient(timeout=self.patience, trust_env=False, verify=TRUSTED)

    async def talk(self, path: str, *subprotocols: str, cookies: str = "") -> None:
        """Open the websocket as a page of the site does."""
        self.socket = await connect(
            f"ws://{urlsplit(self.site).netloc}{path}",
            origin=self.site,
            subprotocols=list(subprotocols) or None,
            additional_headers={"Cookie": cookies} if cookies else None,
            max_size=None,
            ping_interval=None,
            open_timeout=self.patience,
            close_timeout=5,
            proxy=None,
        )


class Reader(Tab):
    """One reader with one tab. Times are in seconds."""

    def __init__(self, site: str, patience: float = 60.0) -> None:
        super().__init__(site, patience)
        self.page = self.query = ""
        self._pages: dict[str, str] = {}
        self._page_hash = ""
        self._widgets: dict[str, Widget] = {}
        self._kept: dict[str, tuple[int, str]] = {}
        self._runs = 0

    async def open(self, page: str = "", **query: str) -> Run:
        """Open an address as a new tab does.

        Raises:
            TurnedAway: the site is full.
            Failed: there was no answer, or the page failed.
        """
        self.page, self.query = page, urlencode(query, safe=",")
        started = time.perf_counter()
        await self._connect(await self._document())
        run = await self._run(page_name=page)
        run.seconds = time.perf_counter() - started
        return run

    async def go(self, page: str, **query: str) -> Run:
        """Follow a link of the app to one of its pages."""
        url_path = self.page
        self.page, self.query, self._widgets = page, urlencode(query, safe=","), {}
        self._page_hash = self._pages[page]
        return await self._run(url_path=url_path)

    async def choose(self, key: str, *labels: str) -> Run:
        """Choose in the widget whose key ends so, by the labels that are shown."""
        widget = self._widget(key)
        if not set(labels) <= set(widget.options):
            raise KeyError(f"{key} has {widget.options}")
        widget.chosen = list(labels)
        return await self._run()

    def options(self, key: str) -> list[str]:
        """The labels that can be chosen in a widget of the page as it is."""
        return self._widget(key).options

    def _widget(self, key: str) -> Widget:
        (widget,) = (one for id_, one in self._widgets.items() if id_.endswith(f"-{key}"))
        return widget

    async def _document(self) -> dict[str, str]:
        """Ask for the document and what its script asks for first; the cookies that this gives."""
        address = f"{self.site}/{self.page}" + (f"?{self.query}" if self.query else "")
        async with self.client() as browser:
            try:
                document = await browser.get(address, headers={"accept": "text/html"})
                if document.status_code != 200:
                    raise Failed(f"{address}: {document.status_code}")
                if 'id="root"' not in document.text:
                    raise TurnedAway("document")
                for path in ASKED_FIRST:
                    (await browser.get(self.site + path)).raise_for_status()
            except httpx2.HTTPError as error:
                raise Failed(f"{address}: {error!r}") from error
            return dict(browser.cookies)

    async def _connect(self, cookies: dict[str, str]) -> None:
        token = cookies.setdefault(XSRF, "PLACEHOLDER_AUTH_TOKEN")
        try:
            said = "; ".join(map("=".join, cookies.items()))
            await self.talk(STREAM, "streamlit", token, cookies=said)
        except InvalidStatus as error:
            raise TurnedAway(f"websocket: {error.response.status_code}") from error
        except (OSError, TimeoutError, ConnectionClosed) as error:
            raise Failed(f"websocket: {error!r}") from error

    async def _run(self, page_name: str = "", url_path: str | None = None) -> Run:
        """Ask for a run and read it to its end."""
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string = self.query
        asked.page_name = page_name
        asked.page_script_hash = self._page_hash
        asked.cached_message_hashes.extend(self._kept)
        asked.widget_states.SetInParent()
        for id_, widget in self._widgets.items():
            state = asked.widget_states.widgets.add(id=id_)
            if widget.is_list:
                state.string_array_value.data.extend(widget.chosen)
            elif widget.chosen:
                state.string_value = widget.chosen[0]
        context = asked.context_info
        context.timezone, context.timezone_offset, context.locale = "Europe/Stockholm", -60, "sv-SE"
        context.url = f"{self.site}/{self.page if url_path is None else url_path}"
        context.is_embedded, context.color_scheme = False, "light"
        assert self.socket is not None
        run, started = Run(), time.perf_counter()
        try:
            async with asyncio.timeout(self.patience):
                await self.socket.send(message.SerializeToString())
                while not self._read(await self.socket.recv(), run):
                    pass
        except ConnectionClosed as error:
            code = error.rcvd.code if error.rcvd else None
            raise (TurnedAway if code == 1013 else Failed)(f"websocket: {code}") from error
        except TimeoutError:
            raise Failed(f"no answer in {self.patience:g} s") from None
        run.seconds = time.perf_counter() - started
        return run

    def _read(self, sent: str | bytes, run: Run) -> bool:
        """Take in one message; whether it is the run's last."""
        assert isinstance(sent, bytes)
        run.size += len(sent)
        run.messages += 1
        message = ForwardMsg.FromString(sent)
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            said = self._element(message)
            run.texts.append(said)
            if message.metadata.cacheable:
                self._kept[message.hash] = self._runs, said
        elif kind == "ref_hash":
            _, said = self._kept[message.ref_hash]
            self._kept[message.ref_hash] = self._runs, said
            run.texts.append(said)
        elif kind == "navigation":
            self._pages = {
                one.url_pathname if not one.is_default else "": one.page_script_hash
                for one in message.navigation.app_pages
            }
            self._page_hash = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "script_finished":
            return self._finished(message)
        return False

    def _element(self, message: ForwardMsg) -> str:
        """Note a widget; the text of any other element."""
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "selectbox":
            box = element.selectbox
            chosen = box.raw_value if box.set_value else box.options[box.default]
            self._widgets[box.id] = Widget(list(box.options), [chosen], False)
        elif kind == "button_group":
            pills = element.button_group
            options = [one.content for one in pills.options]
            chosen = pills.raw_values if pills.set_value else [options[i] for i in pills.default]
            self._widgets[pills.id] = Widget(options, list(chosen), True)
        elif kind in ("html", "markdown"):
            # Thousands of readers are told the same.
            return sys.intern(getattr(element, kind).body)
        return ""

    def _finished(self, message: ForwardMsg) -> bool:
        if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return False
        if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
            raise Failed(ForwardMsg.ScriptFinishedStatus.Name(message.script_finished))
        self._runs += 1
        oldest = self._runs - KEPT_RUNS
        self._kept = {hash_: one for hash_, one in self._kept.items() if one[0] >= oldest}
        return True


async def show(site: str) -> None:
    """Print what some steps of one reader took."""
    async with Reader(site) as reader:

        def tell(step: str, run: Run) -> None:
            took = (
                f"{run.seconds * 1000:7.0f} ms {run.size / 1000:7.0f} kB {run.messages:4} messages"
            )
            print(f"{step:24}{took}", flush=True)

        tell("by?by=genarp opened", await reader.open("by", by="genarp"))
        for label in reader.options("by"):
            tell(f"by: {label}", await reader.choose("by", label))
        for page in ("", "aktiviteter", "indikatorer", "mal"):
            tell(f"/{page}", await reader.go(page))


def main() -> None:
    """Show what some steps take on a site that runs."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--site", default="http://localhost:8501")
    asyncio.run(show(parser.parse_args().site))


if __name__ == "__main__":
    main()
