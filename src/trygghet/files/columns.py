"""How the columns, rows and choices of a file made of a view are written down."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from trygghet.files.definition import Choice, Column, Parameter, ValueType
from trygghet.release.queries import Release
from trygghet.words.files import VIEW

Allowed = Callable[[Release, Choice], Sequence[str]]


def column(
    name: str,
    type_: ValueType = "text",
    *,
    of: str = VIEW,
    unit: str = "",
    required: bool = False,
) -> Column:
    """A column whose meaning the catalogue has under the file `of`."""
    return Column(name, type_, of, unit, required)


def parameter(
    name: str,
    allowed: Allowed,
    *,
    of: str = VIEW,
    required: bool = False,
    several: bool = False,
    default: str = "",
) -> Parameter:
    """A choice whose meaning the catalogue has under the file `of`."""
    return Parameter(name, of, allowed, required, several, default)


SOURCES = (
    column("source", required=True),
    column("source_title", required=True),
    column("source_url", "url"),
)
"""Where a row comes from, with the source's title and address."""

PLACE = (column("place", required=True), column("place_name", required=True))
INDICATOR = (column("indicator", required=True), column("indicator_title", required=True))


def told(
    columns: Sequence[Column], found: Iterable[Any], **also: Callable[[Any], Any]
) -> Iterator[list[Any]]:
    """The rows of a query as a file's rows: each column is the attribute of its name, or what
    `also` makes of the row."""
    for one in found:
        yield [
            also[column.name](one) if column.name in also else getattr(one, column.name)
            for column in columns
        ]


def chosen(choice: Choice, name: str) -> str | None:
    """The value of a parameter, None where all are chosen."""
    return next(iter(choice.get(name, ())), None)


def indicator_titles(release: Release) -> dict[str, str]:
    """Every indicator's title, in the order of the file."""
    return {one.id: one.title for one in release.indicators()}


def every_place(release: Release, _: Choice) -> list[str]:
    """The ids of every place."""
    return [place.id for place in release.places()]


def crime_indicators(release: Release, _: Choice) -> list[str]:
    """The ids of the indicators that count reported crimes."""
    return [one.id for one in release.indicators() if one.dataset == "reported_crimes"]


def index_indicators(release: Release, _: Choice) -> list[str]:
    """The ids of the indicators that are an index of the safety survey."""
    return [one.id for one in release.indicators() if one.unit == "index"]
