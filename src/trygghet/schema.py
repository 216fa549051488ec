"""The format of a promise folder: every file, column, type and allowed value.

This is the one place where the format is written down. Checks, the release's tables and the
page "Data och metod" all read it; `data/README.md` explains it to the people who maintain the
files, and a test holds the two together.
"""

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal[
    "id",  # letters, digits and hyphens
    "text",
    "count",  # a whole number, 0 or more
    "decimal",  # a decimal point
    "date",  # 2021, 2021-01 or 2021-01-29: as exact as the source
    "period",  # 2019, 2019-H1, 2019-Q3 or 2019-07
    "choice",
    "url",
    "ref",  # the id of a row in another file
    "refs",  # several such ids with a semicolon between them
]

MISSING_REASONS = (
    "not_published",  # exists, but nobody has published it
    "not_delivered",  # promised to this site, has not arrived
    "not_measured",  # nobody measured it then
    "protected",  # hidden because the number is so small that people could be recognised
)

PROTECTED_KINDS = ("village", "district", "area")
"""Kinds of places whose counts are protected; larger ones are the authorities' own statistics."""

HIDE_BELOW = 5
"""Counts from 1 up to this are hidden, where the promise does not say otherwise. Our choice."""

PLACE_KINDS = ("village", "district", "area", "municipality", "police_area", "region")
RELATIONS = ("in_promise", "follow_up", "possibly_part", "context")
STATUSES = ("planned", "ongoing", "done", "postponed", "cancelled")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file. `ref` names the file whose ids a `ref` or `refs` column holds."""

    name: str
    type: ColumnType
    required: bool = True
    choices: tuple[str, ...] = ()
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file of a promise folder.

    `key` names the columns that together may occur only once. `value` is the measured column,
    if the file has one: it is filled in, or `missing_reason` says why it is not.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    value: str = ""

    @property
    def file(self) -> str:
        """The file's name in the promise folder."""
        return f"{self.name}.csv"

    def column(self, name: str) -> Column:
        """The column called `name`. Raises KeyError if there is none."""
        return {column.name: column for column in self.columns}[name]


def _optional(name: str, type_: ColumnType, *, ref: str = "") -> Column:
    return Column(name, type_, required=False, ref=ref)


def _choice(name: str, choices: tuple[str, ...], *, required: bool = True) -> Column:
    return Column(name, "choice", required, choices)


SOURCE = Column("source", "ref", ref="sources")
NOTE = _optional("note", "text")
MISSING = _choice("missing_reason", MISSING_REASONS, required=False)

TABLES: tuple[Table, ...] = (
    Table(
        "sources",
        (
            Column("id", "id"),
            Column("title", "text"),
            Column("publisher", "text"),
            _optional("published", "date"),
            _optional("url", "url"),
            _optional("licence", "text"),
            NOTE,
        ),
        key=("id",),
    ),
    Table(
        "places",
        (
            Column("id", "id"),
            Column("name", "text"),
            _choice("kind", PLACE_KINDS),
            _optional("part_of", "ref", ref="places"),
            _choice("in_promise", ("yes", "no", "unclear")),
            _optional("compare_as", "text"),
            _optional("latitude", "decimal"),
            _optional("longitude", "decimal"),
            NOTE,
            SOURCE,
        ),
        key=("id",),
    ),
    Table(
        "population",
        (
            Column("place", "ref", ref="places"),
            _optional("period", "period"),
            _optional("population", "count"),
            MISSING,
            NOTE,
            SOURCE,
        ),
        key=("place", "period", "source"),
        value="population",
    ),
    Table(
        "indicators",
        (
            Column("id", "id"),
            Column("title", "text"),
            _choice("dataset", ("reported_crimes", "safety_survey")),
            _choice("unit", ("reports", "index", "percent")),
            _choice("series", ("all", "all_but_police", "category"), required=False),
            _choice("good_direction", ("lower", "higher", "not_judged")),
            _choice("sensitive", ("yes", "no")),
            _choice("headline", ("yes", "no")),
            _optional("scale_min", "decimal"),
            _optional("scale_max", "decimal"),
            Column("description", "text"),
            _optional("caution", "text"),
            SOURCE,
        ),
        key=("id",),
    ),
    Table(
        "reported_crimes",
        (
            Column("place", "ref", ref="places"),
            Column("period", "period"),
            Column("indicator", "ref", ref="indicators"),
            _optional("count", "count"),
            MISSING,
            _optional("rate_per_100k", "decimal"),
            NOTE,
            SOURCE,
        ),
        key=("place", "period", "indicator"),
        value="count",
    ),
    # How crime codes and texts in the police's extracts become indicators.
    Table(
        "crime_codes",
        (
            Column("code", "text"),
            _optional("indicators", "refs", ref="indicators"),
            _optional("set_aside", "text"),
            NOTE,
            SOURCE,
        ),
        key=("code",),
    ),
    # How many of an area's reports could not be placed in one of its villages.
    Table(
        "coverage",
        (
            Column("place", "ref", ref="places"),
            Column("period", "period"),
            Column("reports", "count"),
            _optional("unplaced", "count"),
            MISSING,
            NOTE,
            SOURCE,
        ),
        key=("place", "period"),
        value="unplaced",
    ),
    Table(
        "safety_survey",
        (
            Column("place", "ref", ref="places"),
            Column("period", "period"),
            Column("indicator", "ref", ref="indicators"),
            _optional("value", "decimal"),
            MISSING,
            _optional("margin", "decimal"),
            _optional("respondents", "count"),
            NOTE,
            SOURCE,
        ),
        key=("place", "period", "indicator", "source"),
        value="value",
    ),
    Table(
        "statements",
        (
            Column("id", "id"),
            Column("place", "ref", ref="places"),
            Column("period", "period"),
            Column("statement", "text"),
            _optional("compared_with", "text"),
            _choice("basis", ("stated", "inferred")),
            SOURCE,
        ),
        key=("id",),
    ),
    Table(
        "activities",
        (
            Column("id", "id"),
            Column("title", "text"),
            Column("description", "text"),
            Column("places", "refs", ref="places"),
            _optional("focus_area", "ref", ref="focus_areas"),
            _choice("focus_area_basis", ("published", "inferred"), required=False),
            Column("responsible", "text"),
            _choice("relation", RELATIONS),
            _choice(
                "context_kind",
                ("preparation", "before", "parallel", "after", "constraint"),
                required=False,
            ),
            _optional("planned_start", "date"),
            _optional("first_deadline", "date"),
            _optional("deadline_note", "text"),
            _optional("occasions_planned", "count"),
            _choice("basis", ("plan", "reported", "inferred")),
            NOTE,
            SOURCE,
        ),
        key=("id",),
    ),
    Table(
        "activity_events",
        (
            Column("activity", "ref", ref="activities"),
            _optional("date", "date"),
            _optional("date_note", "text"),
            _choice("track", ("stated", "evidence")),
            _choice("status", STATUSES, required=False),
            _optional("new_deadline", "date"),
            _optional("occasions_done", "count"),
            Column("event", "text"),
            SOURCE,
        ),
        key=("activity", "date", "track", "event", "source"),
    ),
    Table(
        "not_published",
        (
            Column("id", "id"),
            Column("title", "text"),
            _choice("topic", ("activities", "crimes", "survey", "evaluation")),
            Column("places", "refs", ref="places"),
            Column("holder", "text"),
            Column("known", "text"),
            _optional("authorities", "refs", ref="authorities"),
            _optional("asked_for", "text"),
            _optional("first_period", "period"),
            _optional("last_period", "period"),
            SOURCE,
        ),
        key=("id",),
    ),
)

TABLE = {table.name: table for table in TABLES}

PROMISE_FILE = "promise.toml"
OUTLINES_FILE = "outlines.geojson"
IMPORT_FILE = "import.toml"  # read by `trygghet import` alone
LANGUAGES = ("sv", "en")
"""What a folder's texts may be written in; the first one is what they are written in."""
TRANSLATIONS = {language: f"{language}.po" for language in LANGUAGES[1:]}
"""The file with the folder's texts in each other language (GNU gettext)."""
OPTIONAL_FILES = (OUTLINES_FILE, IMPORT_FILE, *TRANSLATIONS.values())
FILES = (PROMISE_FILE, *OPTIONAL_FILES, *(table.file for table in TABLES))

PromiseKeyType = Literal["text", "id", "date", "year", "number", "texts", "choice", "url", "email"]


@dataclass(frozen=True, slots=True)
class PromiseKey:
    """One key of `promise.toml`. `ref` names the file whose ids it may hold."""

    name: str
    type: PromiseKeyType = "text"
    required: bool = True
    choices: tuple[str, ...] = ()
    ref: str = ""


_PROMISE_SOURCE = PromiseKey("source", "id", ref="sources")

PROMISE_KEYS: tuple[PromiseKey, ...] = (
    PromiseKey("id", "id"),
    PromiseKey("kind", "choice", choices=("published", "example")),
    PromiseKey("title"),
    PromiseKey("summary"),
    PromiseKey("parties", "texts"),
    PromiseKey("area", "id", ref="places"),
    PromiseKey("municipality", "id", ref="places"),
    PromiseKey("start", "date"),
    PromiseKey("first_end", "date"),
    PromiseKey("baseline_year", "year"),
    PromiseKey("as_of", "date"),
    PromiseKey("activity_plan", "choice", choices=("published", "not_published")),
    PromiseKey("update_months", "number", required=False),
    PromiseKey("hide_below", "number", required=False),
    PromiseKey("languages", "texts"),
    _PROMISE_SOURCE,
)

PROMISE_LISTS: dict[str, tuple[PromiseKey, ...]] = {
    "extensions": (
        PromiseKey("decided", "date"),
        PromiseKey("end", "date"),
        PromiseKey("reason"),
        _PROMISE_SOURCE,
    ),
    "goals": (
        PromiseKey("id", "id"),
        PromiseKey("topic", "choice", choices=("survey", "crimes", "activities")),
        PromiseKey("text"),
        _PROMISE_SOURCE,
    ),
    "focus_areas": (
        PromiseKey("id", "id"),
        PromiseKey("title"),
        PromiseKey("text"),
        _PROMISE_SOURCE,
    ),
    "follow_up": (PromiseKey("text"), _PROMISE_SOURCE),
    "reading_notes": (PromiseKey("text"), _PROMISE_SOURCE),
    "contacts": (
        PromiseKey("name"),
        PromiseKey("about"),
        PromiseKey("url", "url", required=False),
        _PROMISE_SOURCE,
    ),
    "authorities": (
        PromiseKey("id", "id"),
        PromiseKey("name"),
        PromiseKey("email", "email", required=False),
        _PROMISE_SOURCE,
    ),
}
