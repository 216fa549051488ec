"""The page that lists every file: what it holds, in which formats, and what can be chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from trygghet.asked import Asked
from trygghet.files import FILES, Choice, DataFile, Parameter
from trygghet.files.links import format_links
from trygghet.fragments import render
from trygghet.release.queries import Release
from trygghet.schema import TABLE
from trygghet.static_pages.frame import framed
from trygghet.views.activities import ALL
from trygghet.views.context import context
from trygghet.views.heads import data_head
from trygghet.words import text
from trygghet.words.answers import Link

MACHINES = {
    "datapackage": ("datapackage.json",),
    "catalogue": ("dcat.rdf", "dcat.ttl", "dcat.jsonld"),
    "openapi": ("openapi.json",),
}
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class ListedChoice:
    """A parameter: what it chooses, some of its values, and whether it has to be given."""

    name: str
    meaning: str
    values: str
    required: bool


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file: `rows` counts those of `example` where something has to be chosen."""

    name: str
    title: str
    row: str
    rows: str
    formats: list[Link]
    choices: list[ListedChoice]
    example: Link | None


def data_list(asked: Asked) -> str:
    """The whole page."""
    seen = context(asked.release)
    files = {file.name: _listed(asked, file) for file in FILES.values()}
    main = render(
        "data_list",
        mark=seen.mark,
        views=[listed for name, listed in files.items() if name not in TABLE],
        folder=[listed for name, listed in files.items() if name in TABLE],
        duckdb=asked.path("/data/utgava.duckdb") if asked.release.published_file() else "",
        zip=asked.path("/data/utgava.zip"),
        machines=[_described(asked, what, names) for what, names in MACHINES.items()],
        sources=asked.release.sources(),
    )
    head = data_head(asked)
    return framed(asked, seen, head=head, here="/data/", app=asked.path("/data"), main=main)


def _described(asked: Asked, what: str, names: Sequence[str]) -> tuple[str, list[Link]]:
    """A description for programs, and where it is in each notation."""
    links = [Link(name, asked.path(f"/data/{name}")) for name in names]
    return text(f"describe-address-{what}"), links


def _listed(asked: Asked, file: DataFile) -> ListedFile:
    release = asked.release
    example = _example(release, file)
    count = len(list(file.rows(release, {} if file.whole else example)))
    choice = {name: ",".join(values) for name, values in example.items()}
    path = f"/data/{file.name}.csv"
    return ListedFile(
        file.name,
        file.title,
        text("data-list-row", what=text(f"file-row-{file.name}")),
        text("data-list-rows" if file.whole else "data-list-rows-of", count=count),
        # What has to be chosen is chosen in the links too: none of them leads to a refusal.
        format_links(asked.path, file.name, **({} if file.whole else choice)),
        [_choice(release, one, example) for one in file.parameters],
        Link(asked.path(path, **choice), asked.path(path, **choice)) if choice else None,
    )


def _example(release: Release, file: DataFile) -> Choice:
    """The file's first parameter, with the first value that leads to rows."""
    if not file.parameters:
        return {}
    first = file.parameters[0]
    values = [value for value in first.allowed(release, {}) if value != ALL]
    choices: list[Choice] = [{first.name: (value,)} for value in values]
    found = (one for one in choices if any(True for _ in file.rows(release, one)))
    return next(found, choices[0] if choices else {})


def _choice(release: Release, one: Parameter, example: Choice) -> ListedChoice:
    return ListedChoice(one.name, one.meaning, _some(one.allowed(release, example)), one.required)


def _some(values: Sequence[str]) -> str:
    shown, more = ", ".join(values[:_SHOWN]), len(values) - _SHOWN
    return text("data-list-values", values=shown, more=more) if more > 0 else shown
