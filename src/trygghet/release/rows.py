"""The rows that queries return: what pages, words and charts work with.

Dates and periods are in the project's notation (see `trygghet.periods`), as exact as the source.
`source` is always the id of a `Source`. A `Text` is what people have written in the promise's
folder: it comes in the language spoken where the folder has it in that language too.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, NamedTuple

Text = Annotated[str, "written in the folder"]


class AsWritten(str):
    """A text in the folder's own language, where another is spoken that the folder lacks it in."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A release that was published (`action` "publish") or gone back to ("rollback").

    `at` is the moment in ISO notation with its time zone. `replaced` is the number of the release
    that it took the place of, None for the first one. The rows added, changed and removed are
    counted against that one, and None for a rollback.
    """

    number: int
    action: str
    at: str
    by: str
    why: str
    replaced: int | None
    added: int | None
    changed: int | None
    removed: int | None


@dataclass(frozen=True, slots=True)
class Correction:
    """A fact that a release changed or, where `column` is None, a row that it took away.

    `key` holds the values that name the row, in the order of the table's key, without free text.
    A side without a value has the reason in `old_missing` or `new_missing`. Where the old value
    may not be repeated `withheld` is True and it is None.
    """

    release: int
    at: str
    table: str
    key: tuple[str, ...]
    column: str | None
    old: str | None
    old_missing: str | None
    new: str | None
    new_missing: str | None
    withheld: bool
    why: str

    def without_values(self) -> "Correction":
        """The correction without what it was and became, which may not be repeated any more."""
        if self.column is None:
            return self
        empty = dict.fromkeys(("old", "old_missing", "new", "new_missing"))
        return replace(self, **empty, withheld=True)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised, by whom, until when."""

    id: str
    kind: str
    title: Text
    summary: Text
    parties: list[Text]
    area: str
    municipality: str
    start: str
    first_end: str
    baseline_year: int
    as_of: str
    update_months: int | None
    source: str
    release: str

    @property
    def is_example(self) -> bool:
        """True where everything is invented."""
        return self.kind == "example"

    @property
    def baseline(self) -> str:
        """The baseline year in the notation for periods."""
        return str(self.baseline_year)


@dataclass(frozen=True, slots=True)
class Extension:
    """A decision that moved the promise's end."""

    decided: str
    end: str
    reason: Text
    source: str


@dataclass(frozen=True, slots=True)
class FocusArea:
    """One of the promise's focus areas."""

    id: str
    title: Text
    text: Text
    source: str


@dataclass(frozen=True, slots=True)
class Note:
    """A sourced sentence: how the promise is followed up, or how figures are to be read."""

    text: Text
    source: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Who holds documents and can be asked for them."""

    name: Text
    about: Text
    url: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Authority:
    """Who can be asked for public documents; `email` is None where nobody has looked it up."""

    id: str
    name: Text
    email: str | None
    source: str


class SourceLink(NamedTuple):
    """Where a source is: its title and, where it has one, its address."""

    title: Text
    url: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was published."""

    id: str
    title: Text
    publisher: Text
    published: str | None
    url: str | None
    licence: Text | None
    note: Text | None
    facts: int


@dataclass(frozen=True, slots=True)
class Place:
    """What a figure is about: a village, an area, a municipality …"""

    id: str
    name: Text
    kind: str
    in_promise: str
    latitude: float | None
    longitude: float | None
    note: Text | None
    source: str


@dataclass(frozen=True, slots=True)
class Population:
    """Inhabitants of a place at the end of a year; `period` is None where undated."""

    place: str
    period: str | None
    population: int | None
    missing_reason: str | None
    note: Text | None
    source: str
    conflict: bool


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured, in which unit and which direction is good."""

    id: str
    title: Text
    dataset: str
    unit: str
    good_direction: str
    headline: bool
    scale_min: float | None
    scale_max: float | None
    description: Text
    caution: Text | None
    source: str


@dataclass(frozen=True, slots=True)
class Observation:
    """One measured value; `published` is its notation at the source.

    `value` is None exactly where `missing_reason` is given. `conflict` is True where another
    source gives another value for the same place and period, `is_sum` where the value is not
    published itself but the sum of published parts. `corrections` are those of the value.
    """

    place: str
    place_name: Text
    indicator: str
    period: str
    period_kind: str
    period_start: date
    period_end: date
    value: float | None
    published: str | None
    missing_reason: str | None
    margin: float | None
    respondents: int | None
    rate_per_100k: float | None
    note: Text | None
    source: str
    source_title: Text
    source_url: str | None
    conflict: bool
    is_sum: bool
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """A count against the same part of the baseline year, and what may be said of it.

    Counts are None where any part is missing; limits, phi and p_value where there is no verdict.
    `kind` is that of `trygghet.method.windows`, `basis` tells whether population is part of the
    exposure, `band_low` to `band_high` are the counts now that would earn neither word.
    """

    place: str
    place_name: Text
    indicator: str
    kind: str
    now: str
    now_end: str
    baseline: str
    baseline_end: str
    count_now: int | None
    count_baseline: float | None
    days_now: int
    days_baseline: float
    parts_now: list[str]
    parts_baseline: list[str]
    missing_period: str | None
    missing_reason: str | None
    basis: str
    exposure_ratio: float
    series: str
    level: float
    ratio: float | None
    phi: float | None
    lower: float | None
    upper: float | None
    p_value: float | None
    verdict: str
    reason: str | None
    too_few_limit: int
    band_low: int | None
    band_high: int | None

    @property
    def difference(self) -> int | None:
        """Count now minus count in the baseline year, where both are whole."""
        if self.count_now is None or self.count_baseline is None:
            return None
        if not self.count_baseline.is_integer():
            return None
        return self.count_now - int(self.count_baseline)


@dataclass(frozen=True, slots=True)
class MonthBand:
    """The least and the most reports expected in an ordinary month."""

    place: str
    place_name: Text
    indicator: str
    month: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class CountedLine:
    """A line of reported_crimes.csv; `count` is None where it is missing."""

    line: int
    period: str
    count: int | None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaComparison:
    """A place's change beside that of a group of other places together; never a verdict."""

    place: str
    indicator: str
    now: str
    now_end: str
    comparison: Text
    members: int
    comparison_now: int
    comparison_baseline: int
    ratio: float | None
    lower: float | None
    upper: float | None
    level: float
    not_shown: str | None


@dataclass(frozen=True, slots=True)
class SurveyChange:
    """An index against the baseline year's. `change_low` and `change_high` differ where sources
    do; notation with a decimal point, None where the years may not be compared."""

    place: str
    place_name: Text
    indicator: str
    now: str
    baseline: str
    change_low: str | None
    change_high: str | None
    margin: str
    margin_basis: str
    verdict: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Measure:
    """ "a of b" over the promise's own activities; `percent` only where b is at least 20."""

    measure: str
    a: int
    b: int
    percent: float | None


@dataclass(frozen=True, slots=True)
class GoalStatus:
    """A goal and its state; place, indicator, now and now_end name the figures behind it."""

    id: str
    topic: str
    text: Text
    source: str
    state: str
    rule: str
    reason: str | None
    note: str | None
    place: str | None
    indicator: str | None
    now: str | None
    now_end: str | None


@dataclass(frozen=True, slots=True)
class VerdictLimit:
    """How far a count must be from a baseline count to earn a word, at equal exposure."""

    baseline: int
    series: str
    level: float
    lower_at_most: int | None
    higher_at_least: int


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source said of a place in words."""

    place: str
    period: str
    statement: Text
    compared_with: Text | None
    basis: str
    source: str
    source_title: Text
    source_url: str | None


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity of the plan and how it stands.

    `responsible_written` is `responsible` in the folder's own language: addresses hold that.
    `state` is what the responsible party last said; `evidence` the state that a published
    source shows, None without any; `timing` the first deadline against what is known on `as_of`.
    """

    id: str
    title: Text
    description: Text
    places: list[str]
    place_names: list[Text]
    focus_area: str | None
    focus_area_title: Text | None
    focus_area_basis: str | None
    responsible: Text
    responsible_written: str
    relation: str
    context_kind: str | None
    planned_start: str | None
    first_deadline: str | None
    deadline_note: Text | None
    occasions_planned: int | None
    note: Text | None
    source: str
    source_title: Text
    source_url: str | None
    state: str
    state_date: str | None
    evidence: str | None
    timing: str
    new_deadline: str | None
    occasions_done: int | None
    first_deadline_end: date | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated that happened to an activity, or that was said of it."""

    activity: str
    activity_title: Text
    relation: str
    date: str | None
    date_note: Text | None
    track: str
    status: str | None
    new_deadline: str | None
    event: Text
    source: str
    source_title: Text
    source_url: str | None


@dataclass(frozen=True, slots=True)
class NotPublished:
    """Something that readers want and that nobody has published, and what is known instead.

    `asked_for` is what a letter to each of the `authorities` asks for, None where there is none.
    """

    id: str
    title: Text
    topic: str
    places: list[str]
    place_names: list[Text]
    holder: Text
    known: Text
    authorities: list[str] | None
    asked_for: Text | None
    first_period: str | None
    last_period: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """A year's reports in the promise's area, and those of them that are in none of its villages.
    Each is None where it is missing."""

    period: str
    reports: int | None
    unplaced: int | None
    missing_reason: str | None


@dataclass(frozen=True, slots=True)
class Protection:
    """A published table of village counts: its cells, and how many of them are hidden."""

    name: str
    cells: int
    hidden: int


@dataclass(frozen=True, slots=True)
class Outline:
    """An outline for the map: rings of (longitude, latitude) in degrees."""

    id: str
    name: Text
    role: str
    rings: list[list[tuple[float, float]]]
