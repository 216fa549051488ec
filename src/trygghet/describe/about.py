"""What every description says of a promise: title, content, time, and where its files are."""

from collections.abc import Iterable, Mapping
from datetime import date

from trygghet import settings
from trygghet.asked import address as in_address
from trygghet.files.formats import FORMATS
from trygghet.periods import parse_period
from trygghet.release.rows import Promise
from trygghet.schema import TABLES
from trygghet.views.context import Context
from trygghet.words import text
from trygghet.words.numbers import listed, when

# How dates and periods are written: as exact as the source.
DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
PERIOD = r"\d{4}(-(H[12]|Q[1-4]|\d{2}))?"


def media_types() -> dict[str, str]:
    """Each format's media type by its extension, without a charset."""
    return {one.extension: one.media_type.partition(";")[0] for one in FORMATS.values()}


def title(seen: Context) -> str:
    """The promise's title; an invented promise says that it is."""
    return marked(seen, seen.promise.title)


def description(seen: Context) -> str:
    """What the release holds, in a few sentences."""
    promise = seen.promise
    return marked(
        seen,
        text(
            "describe-promise",
            title=promise.title,
            parties=listed(promise.parties),
            start=when(promise.start),
            end=when(seen.end),
            as_of=when(promise.as_of),
        ),
    )


def marked(seen: Context, sentence: str) -> str:
    """The sentence, marked as invented where it is."""
    return as_example(sentence) if seen.promise.is_example else sentence


def as_example(sentence: str) -> str:
    """The sentence as it stands among those of other sites: that it is invented is said in full."""
    return text("describe-example", sentence=sentence)


def keywords(seen: Context) -> list[str]:
    """Words to search by: what the promise is about, and where."""
    places = [seen.area.name, seen.municipality.name]
    mark = [text("describe-example-keyword")] if seen.promise.is_example else []
    return [*mark, *text("describe-keywords").split(", "), *dict.fromkeys(places)]


def modified(seen: Context) -> str:
    """The moment from which readers are given what the release holds."""
    return (seen.release.restored() or seen.release.edition()).at


def data_period(seen: Context) -> tuple[date, date] | None:
    """The first and the last day that a published figure is about; None without figures."""
    periods = [parse_period(notation) for notation in _measured(seen)]
    if not periods:
        return None
    return min(one.start for one in periods), max(one.end for one in periods)


def _measured(seen: Context) -> Iterable[str]:
    """The periods of all values that are not missing."""
    for table in (table for table in TABLES if table.value):
        names = [column.name for column in table.columns]
        period, value = names.index("period"), names.index(table.value)
        for row in seen.release.file(table.name):
            if row[period] and row[value] is not None:
                yield row[period]


def page(site: str, promise: Promise) -> str:
    """The promise's own page on the site."""
    default = promise.id == settings.default_promise()
    return address(site, "/", {} if default else {"data": promise.id})


def address(site: str, path: str, choice: Mapping[str, str]) -> str:
    """A whole address of ours; `choice` holds its parameters, those without a value left out."""
    return site + in_address(path, choice)
