"""Data to take away, at addresses that stay.

/data/                          every file that there is, as a page
/data/<file>.<format>           a file: csv, excel.csv, xlsx, json or parquet
/data/utgava.duckdb             the release itself, the file that the pages read
/data/utgava.zip                every file that needs no choice, as CSV

The parameters of a file are those of its definition in `trygghet.files`, with `data`, `v` and
`lang`. An address that says anything else is refused, so that nobody gets other figures than they
asked for.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    MalformedRangeHeader,
    RangeNotSatisfiable,
    Response,
)
from starlette.routing import Route

from trygghet.asked import LONGEST_SAID, Asked, Refused, asked, not_allowed, some
from trygghet.files import FILES, Choice, DataFile, Parameter
from trygghet.files.contents import contents, file_name, saved_name
from trygghet.files.formats import FORMATS, Format
from trygghet.release.queries import Release
from trygghet.static_pages.data_list import data_list
from trygghet.views.context import today
from trygghet.web.answer import Body, answer, kept, matches, open_route, said_of
from trygghet.web.archive import archive
from trygghet.web.static_routes import HTML, POLICY
from trygghet.words import text
from trygghet.words.answers import Link

ALWAYS = ("data", "v", "lang")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

MOST_PARTS = 20
"""How many parts of a file one request can ask for; who asks for more gets the whole file."""


def data_routes() -> list[Route]:
    """Every address under /data/; one that others answer has to stand before these."""
    return [
        open_route("/data/", list_page),
        open_route("/data/utgava.duckdb", release_file),
        open_route("/data/utgava.zip", release_archive),
        open_route("/data/{name}", one_file),
    ]


# Not `async`: Starlette then runs them in a thread, away from the event loop.
def list_page(request: Request) -> Response:
    """The page that lists every file."""
    seen = asked(request)
    chosen_of(request, seen.release, ())
    # The day tells whether the figures are late.
    what = ("data-list", seen.site, seen.choice.get("v"), today())
    body = kept(seen.release, what, lambda: Body(data_list(seen).encode(), HTML))
    return answer(request, seen, body, headers={"content-security-policy": POLICY})


def one_file(request: Request) -> Response:
    """A file in a format, with what the address has chosen."""
    seen = asked(request)
    file, format_ = _named(request, seen)
    choice = chosen_of(request, seen.release, file.parameters)
    release, extension = seen.release, format_.extension

    def write() -> Body:
        said = {name: ",".join(values) for name, values in choice.items()}
        address = seen.pinned(f"/data/{file.name}.{extension}", **said)
        given = contents(release, file, choice, address)
        return Body(format_.write(given), format_.media_type)

    what = ("data", file.name, extension, tuple(choice.items()), seen.site)
    name = file_name(seen.promise, release.edition(), file, choice, extension)
    return answer(request, seen, kept(release, what, write), name=name)


def release_file(request: Request) -> Response:
    """The release as the pages read it. One that tells what a withdrawn one said is gone."""
    seen = asked(request)
    chosen_of(request, seen.release, ())
    path, checksum = seen.release.published_file(), seen.release.checksum()
    if path is None or checksum is None:
        why = "data-file-gone" if seen.release.quotes_withdrawn else "data-file-rewritten"
        message = text(why, number=seen.release.edition().number)
        ways = [Link(text("data-list-title"), seen.path("/data/"))]
        raise Refused(410, text("data-file-gone-title"), message, ways)
    return _whole_file(request, seen, path, checksum, "application/octet-stream")


def release_archive(request: Request) -> Response:
    """Every file that needs no choice, packed together."""
    seen = asked(request)
    chosen_of(request, seen.release, ())
    packed = archive(seen)
    return _whole_file(request, seen, packed.path, packed.checksum, "application/zip")


class _Held(FileResponse):
    """A file of a release, which is held for as long as it takes to send it: what is made for a
    release goes with it."""

    release: Release
    max_ranges = MOST_PARTS


def _whole_file(
    request: Request, seen: Asked, path: Path, checksum: str, media_type: str
) -> Response:
    """A file that parts can be asked of, and that a broken download can go on with."""
    name = saved_name(seen.promise, seen.release.edition(), path.suffix[1:])
    headers = said_of(seen, f'"{checksum[:40]}"', name)
    if matches(request, headers["etag"]):
        return Response(status_code=304, headers=headers)
    _check_parts(request, path.stat().st_size)
    response = _Held(path, headers=headers, media_type=media_type)
    response.release = seen.release
    return response


def _check_parts(request: Request, size: int) -> None:
    """Refuse a range that Starlette would answer with a word of English.

    Raises:
        Refused: nobody can tell which part of the file is asked for.
    """
    # One that the file does not have is answered without words.
    with suppress(RangeNotSatisfiable):
        try:
            _Held._parse_range_header(request.headers.get("range", "bytes=0-"), size)
        except MalformedRangeHeader:
            title, message = text("server-not-allowed-title"), text("refused-part")
            raise Refused(400, title, message) from None


def _named(request: Request, seen: Asked) -> tuple[DataFile, Format]:
    """The file and the format that the path names."""
    name, _, extension = request.path_params["name"].partition(".")
    if name in FILES and extension in FORMATS:
        return FILES[name], FORMATS[extension]
    ways = [Link(text("data-list-title"), seen.path("/data/"))]
    ways += [Link(file.title, seen.path(f"/data/{file.name}.csv")) for file in FILES.values()]
    extensions = ", ".join(f".{one}" for one in FORMATS)
    message = text("data-no-file", extensions=extensions)
    raise Refused(404, text("data-no-file-title"), message, ways)


def chosen_of(request: Request, release: Release, parameters: Sequence[Parameter]) -> Choice:
    """What an address chooses of a file's parameters, in their order, with their defaults.

    Raises:
        Refused: it names another parameter, one twice, a value that cannot be chosen, or lacks
            one that it has to have.
    """
    names = [*(one.name for one in parameters), *ALWAYS]
    given: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name not in names:
            message = text("data-unknown-choice", name=name[:LONGEST_SAID], allowed=some(names))
            raise Refused(400, text("server-not-allowed-title"), message)
        if name in given:
            message = text("data-choice-twice", name=name)
            raise Refused(400, text("server-not-allowed-title"), message)
        given[name] = value
    choice: dict[str, tuple[str, ...]] = {}
    for one in parameters:
        values = _values(one, given.get(one.name, ""), one.allowed(release, choice))
        if values:
            choice[one.name] = values
    return choice


def _values(one: Parameter, given: str, allowed: Sequence[str]) -> tuple[str, ...]:
    """The values of a parameter, all of them allowed; none where all are chosen."""
    parts = given.split(",") if one.several else [given]
    values = tuple(dict.fromkeys(part for part in parts if part))
    if not values and one.required:
        message = text("data-choice-needed", name=one.name, allowed=some(allowed))
        raise Refused(400, text("server-not-allowed-title"), message)
    if one.type == "date":
        if values and not _is_day(given):
            said, example = given[:LONGEST_SAID], allowed[0]
            message = text("data-choice-day", name=one.name, value=said, example=example)
            raise Refused(400, text("server-not-allowed-title"), message)
        return values
    for value in values:
        if value not in allowed:
            raise not_allowed(one.name, value, allowed)
    return values or ((one.default,) if one.default else ())


def _is_day(given: str) -> bool:
    if not _DAY.fullmatch(given):
        return False
    try:
        date.fromisoformat(given)
    except ValueError:
        return False
    return True
