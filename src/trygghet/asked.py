"""What a request asks for, of what every address of ours can say.

    data=<promise>   which promise; without it the one that the site opens with
    v=<number>       which release; without it the current one
    lang=<language>  in which language; without it Swedish

An address that names something that is not there is refused with the choices that there are.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from starlette.requests import Request

from trygghet import settings
from trygghet.release.queries import Release
from trygghet.release.rows import Place, Promise
from trygghet.release.store import NoRelease, OutOfReach, Withdrawn, store
from trygghet.words import text
from trygghet.words.answers import Link
from trygghet.words.language import FIRST, LOCALES, speak
from trygghet.words.language import choice as spoken_choice

# As long as a name can be: what a request was sent to is remembered with what was made for it.
_HOST = re.compile(r"([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:]{2,39}\])(:[0-9]{1,5})?")
_NUMBER = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)
LONGEST_SAID = 200
"""How much of a wrong value a reader is told."""

MOST_SAID = 60
"""How many of the values that can be chosen a reader is told."""


class Refused(Exception):
    """An address that cannot be answered: the status, what to tell, and ways on."""

    def __init__(self, status: int, title: str, message: str, ways: Iterable[Link] = ()) -> None:
        super().__init__(message)
        self.status = status
        self.title = title
        self.message = message
        self.ways = tuple(ways)


@dataclass(frozen=True, slots=True)
class Asked:
    """A release that a request asks for, and how addresses in the answer are written.

    `site` is the site's own address without a slash at its end. `choice` holds `data`, `v` and
    `lang` as far as they have to stand in an address that leads to the same release and language.
    """

    release: Release
    promise: Promise
    site: str
    choice: Mapping[str, str]

    def path(self, path: str, **choice: str) -> str:
        """An address of ours, from its first slash, that stays in the same release."""
        return address(path, {**self.choice, **choice})

    def url(self, path: str, **choice: str) -> str:
        """The same as a whole address."""
        return self.site + self.path(path, **choice)

    def latest(self, path: str, **choice: str) -> str:
        """A whole address that shows the current release, also when another one is asked for."""
        kept = {name: value for name, value in self.choice.items() if name != "v"}
        return self.site + address(path, kept | choice)

    def pinned(self, path: str, **choice: str) -> str:
        """A whole address that shows the same also when there are newer releases."""
        number = str(self.release.edition().number)
        return self.url(path, **choice | {"v": number})


def address(path: str, choice: Mapping[str, str]) -> str:
    """A path with its parameters, those without a value left out."""
    given = {name: value for name, value in choice.items() if value}
    return f"{quote(path)}?{urlencode(given, safe=',')}" if given else quote(path)


def asked(request: Request) -> Asked:
    """The release that a request asks for.

    Raises:
        Refused: there is no such promise or release.
    """
    release, choice = find(request.url.path, request.query_params)
    return Asked(release, release.promise(), site_address(request), choice)


def find(path: str, given: Mapping[str, str]) -> tuple[Release, dict[str, str]]:
    """The release that an address's `data` and `v` name, and what of them and of `lang` has to
    stand in addresses that lead to the same one. Speaks that language from here on. `path` is
    the address's own, for the ways on.

    Raises:
        Refused: there is no such promise, release or language.
    """
    promise = given.get("data", "") or settings.default_promise()
    number = given.get("v", "")
    spoken(given)
    choice = staying(promise)
    if number and not _NUMBER.fullmatch(number):
        raise not_allowed("v", number, [text("release-a-number")])
    try:
        release = store().release(promise, int(number) if number else None)
    except Withdrawn as gone:
        current = Link(text("release-to-current"), address(path, choice))
        message = text("release-gone", number=gone.number, by=gone.by)
        raise Refused(410, text("release-gone-title"), message, [current]) from None
    except OutOfReach:
        current = Link(text("release-to-current"), address(path, choice))
        message = text("release-out-of-reach", number=number)
        raise Refused(503, text("release-out-of-reach-title"), message, [current]) from None
    except NoRelease:
        raise _unknown(path, promise, number, choice) from None
    return release, choice | ({"v": number} if number else {})


def staying(promise: str) -> dict[str, str]:
    """What has to stand in an address to lead to a promise, in the language spoken now."""
    return ({} if promise == settings.default_promise() else {"data": promise}) | spoken_choice()


def spoken(given: Mapping[str, str]) -> None:
    """Speak the language that an address names.

    Raises:
        Refused: there is no such language.
    """
    wanted = given.get("lang", "") or FIRST
    speak(wanted if wanted in LOCALES else FIRST)
    if wanted not in LOCALES:
        raise not_allowed("lang", wanted, LOCALES)


def published() -> list[Promise]:
    """Every promise that has a release which can be read."""
    promises = []
    for id_ in store().promises():
        with suppress(NoRelease):
            promises.append(store().release(id_).promise())
    return promises


def village(request: Request, seen: Asked) -> Place:
    """The village whose id stands in the path as `{by}`.

    Raises:
        Refused: the promise has no such village.
    """
    villages = {one.id: one for one in seen.release.villages()}
    wanted = request.path_params["by"]
    if wanted in villages:
        return villages[wanted]
    template = request.scope["route"].path
    ways = [
        Link(one.name, seen.path(template.replace("{by}", id_))) for id_, one in villages.items()
    ]
    message = text("unknown-village", value=wanted[:LONGEST_SAID])
    raise Refused(404, text("unknown-village-title"), message, ways)


def not_allowed(name: str, value: str, allowed: Iterable[str]) -> Refused:
    """A parameter with a value that it cannot have: 400 with what is allowed."""
    message = text(
        "server-not-allowed",
        name=name,
        value=value[:LONGEST_SAID],
        allowed=some(sorted(allowed)),
    )
    return Refused(400, text("server-not-allowed-title"), message)


def some(values: Sequence[str]) -> str:
    """The values, the first of them where they are many."""
    shown = ", ".join(values[:MOST_SAID])
    more = len(values) - MOST_SAID
    return text("server-and-more", shown=shown, count=more) if more > 0 else shown


def site_address(request: Request) -> str:
    """The site's own address: the setting, else what the request was sent to."""
    return settings.site_address() or site_of(request.url.scheme, request.headers.get("host", ""))


def site_of(scheme: str, host: str) -> str:
    """The address of the site that a browser asked; empty for what is no host."""
    return f"{scheme}://{host}" if _HOST.fullmatch(host) else ""


def _unknown(path: str, promise: str, number: str, choice: dict[str, str]) -> Refused:
    """No such promise, or no such release of it: those that there are."""
    try:
        release = store().release(promise)
    except NoRelease:
        return _no_such_promise(path, promise)
    gone = release.withdrawn()
    numbers = {one.number for one in release.log()} - gone.keys()
    ways = [
        Link(text("release-number", number=one), address(path, choice | {"v": str(one)}))
        for one in sorted(numbers)
    ]
    message = text("unknown-release", number=number)
    return Refused(404, text("unknown-release-title"), message, ways)


def _no_such_promise(path: str, promise: str) -> Refused:
    known = published()
    if not known:
        message = text("site-no-release", command="trygghet publish")
        return Refused(404, text("site-no-release-title"), message)
    # What a longer path names need not be there in another promise.
    path = path if path.count("/") == 1 or path.startswith("/data/") else "/sida/"
    ways = [Link(one.title, address(path, staying(one.id))) for one in known]
    message = text("unknown-dataset", value=promise[:LONGEST_SAID])
    return Refused(404, text("unknown-dataset-title"), message, ways)
