"""Our own addresses without Streamlit round them, and without a server."""

from dataclasses import dataclass
from functools import cache

from starlette.applications import Starlette
from starlette.testclient import TestClient

from trygghet.files import FILES
from trygghet.files.formats import FORMATS
from trygghet.web.errors import exception_handlers
from trygghet.web.routes import routes
from trygghet.web.warm import is_warm

HOST = "trygghet.example"
SITE = f"http://{HOST}"


@cache
def our_routes() -> TestClient:
    """A client of the releases that the program reads: ``.get("/sida/genarp")``."""
    is_warm.set()  # as a server is that has started
    app = Starlette(routes=routes("oversikt"), exception_handlers=exception_handlers())
    return TestClient(app, base_url=SITE, follow_redirects=False)


def every_address(**named: str) -> list[str]:
    """The path of every route of ours, with what stands in its place for `{by}` and the like,
    and of every file in every format."""
    files = [f"{file}.{extension}" for file in FILES for extension in FORMATS]
    found = []
    for route in routes("oversikt"):
        for name in files if "{name}" in route.path else [""]:
            found.append(route.path.format(name=name, **named))
    return found


@dataclass(frozen=True)
class Answer:
    """What was answered, as it is sent: headers by their names in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def ask(
    address: str, method: str = "GET", headers: dict[str, str] | None = None, **query: str
) -> Answer:
    """The answer of the releases that the program reads now. `query` stands beside what the
    address has itself."""
    sent = {"accept": "*/*", "accept-encoding": "identity", **(headers or {})}
    got = our_routes().request(method, address, headers=sent, params=query or None)
    found = {name.lower(): value for name, value in got.headers.items()}
    return Answer(got.status_code, found, got.content)
