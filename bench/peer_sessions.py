"""Readers of the peers in bench/peers/ without a browser: each speaks its framework's protocol.

    async with ShinyReader(site, lazy=False) as reader:
        await reader.open("fabelryd")
        await reader.choose("kulissbro")  # until everything has arrived that belongs to it

`lazy` is how the peer was started: with its charts in a tab that the reader has not opened.
"""

import asyncio
import html
import json
import re
from collections.abc import Mapping
from typing import Any, Final

from sessions import Tab

MOST_CHARTS: Final = 8


class PeerReader(Tab):
    """One reader with one tab."""

    def __init__(self, site: str, lazy: bool) -> None:
        super().__init__(site)
        self.lazy = lazy
        self.browser = self.client()

    async def __aexit__(self, *error: Any) -> None:
        await super().__aexit__(*error)
        await self.browser.aclose()

    async def open(self, village: str) -> None:
        """Open the page; the village is the first one of the page, whichever is asked for."""
        raise NotImplementedError

    async def choose(self, village: str) -> None:
        """Choose another village, and wait until it is there."""
        raise NotImplementedError

    async def get(self, path: str) -> str:
        answer = await self.browser.get(self.site + path)
        answer.raise_for_status()
        return answer.text


class StaticReader(PeerReader):
    """Our page without JavaScript: choosing another village opens its page."""

    async def open(self, village: str) -> None:
        await self.choose(village)

    async def choose(self, village: str) -> None:
        await self.get(f"/sida/{village}")


class DashReader(PeerReader):
    """Dash keeps nothing of a reader: a callback is a request of its own."""

    async def open(self, village: str) -> None:
        for path in ("/", "/_dash-layout", "/_dash-dependencies"):
            await self.get(path)
        await self.choose(village)

    async def choose(self, village: str) -> None:
        inputs = [{"id": "village", "property": "value", "value": village}]
        if self.lazy:
            inputs.append({"id": "view", "property": "value", "value": "text"})
        said = {
            "output": "page.children",
            "outputs": {"id": "page", "property": "children"},
            "inputs": inputs,
            "changedPropIds": ["village.value"],
        }
        answer = await self.browser.post(f"{self.site}/_dash-update-component", json=said)
        answer.raise_for_status()


class ShinyReader(PeerReader):
    """Shiny's messages are JSON; the page is there with the values of its outputs."""

    async def open(self, village: str) -> None:
        await self.get("/")
        await self.talk("/websocket/")
        charts = ["charts"] if self.lazy else [f"chart_{n}" for n in range(MOST_CHARTS)]
        told: dict[str, object] = {"village": village}
        for name in ("top", "bottom", *charts):
            told[f".clientdata_output_{name}_hidden"] = name == "charts"
            told[f".clientdata_output_{name}_width"] = 366
            told[f".clientdata_output_{name}_height"] = 240
        told[".clientdata_pixelratio"] = 1
        await self._say("init", told)

    async def choose(self, village: str) -> None:
        await self._say("update", {"village": village})

    async def _say(self, method: str, told: Mapping[str, object]) -> None:
        assert self.socket is not None
        async with asyncio.timeout(self.patience):
            await self.socket.send(json.dumps({"method": method, "data": told}))
            while True:
                said = await self.socket.recv(decode=False)
                # The charts' messages, of 5 MB each, need not be understood.
                if said.startswith(b'{"values"') and "bottom" in json.loads(said)["values"]:
                    return


class PanelReader(PeerReader):
    """Panel speaks Bokeh's protocol: a message is a header, metadata, content and buffers."""

    async def open(self, village: str) -> None:
        document = html.unescape(await self.get("/"))
        found = re.search(r'"token":\s*"([^"]+)"', document)
        assert found is not None
        await self.talk("/ws", "bokeh", found[1])
        async with asyncio.timeout(self.patience):
            await self._receive()  # ACK
            await self._send("PULL-DOC-REQ", {})
            kind, content = await self._receive()
            while kind != "PULL-DOC-REPLY":
                kind, content = await self._receive()
        select = re.search(r'"name":\s*"[^"]*Select"[^}]*?"id":\s*"([^"]+)"', content)
        assert select is not None
        self._select = select[1]
        ready = {"type": "event", "name": "document_ready", "values": {"type": "map"}}
        event = {"kind": "MessageSent", "msg_type": "bokeh_event", "msg_data": ready}
        # Before it is told so, the server holds back what follows from a choice.
        await self._send("PATCH-DOC", {"events": [event]})

    async def choose(self, village: str) -> None:
        model = {"id": self._select}
        event = {"kind": "ModelChanged", "model": model, "attr": "value", "new": village}
        async with asyncio.timeout(self.patience):
            await self._send("PATCH-DOC", {"events": [event]})
            while True:
                kind, content = await self._receive()
                if kind == "PATCH-DOC" and "footer" in content:
                    return

    async def _send(self, kind: str, content: Mapping[str, object]) -> None:
        assert self.socket is not None
        self._sent = getattr(self, "_sent", 0) + 1
        for part in ({"msgid": str(self._sent), "msgtype": kind}, {}, content):
            await self.socket.send(json.dumps(part))

    async def _receive(self) -> tuple[str, str]:
        assert self.socket is not None
        header = json.loads(await self.socket.recv())
        await self.socket.recv()
        content = str(await self.socket.recv())
        for _ in range(2 * header.get("num_buffers", 0)):
            await self.socket.recv()
        return header["msgtype"], content
