"""Rows as tables to read: the equal of every chart."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from trygghet.release.rows import (
    Comparison,
    Indicator,
    Observation,
    Population,
    Protection,
    VerdictLimit,
)
from trygghet.words.answers import Link
from trygghet.words.catalogue import text
from trygghet.words.corrections import correction_note
from trygghet.words.missing import NOTHING, missing_text
from trygghet.words.numbers import (
    difference,
    margin_text,
    number,
    one_decimal,
    published_number,
    span,
    when,
)
from trygghet.words.verdicts import level_text, verdict_word

Cell = str | Link


@dataclass(frozen=True, slots=True)
class Table:
    """A caption, the column headings and the rows of cells; a row's first cell is its heading.

    `numeric` holds the positions that are set flush right, `sources` what stands below where
    all rows share it.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: frozenset[int] = field(default_factory=frozenset)
    sources: tuple[Link, ...] = ()
    mistake: Link | None = None


def value_text(seen: Observation) -> str:
    """A value as published, or the sign for its kind of nothing with the reason."""
    if seen.published is None:
        return missing_text(seen.missing_reason)
    return (
        number(int(seen.published))
        if seen.published.isdigit()
        else published_number(seen.published)
    )


def comparison_table(
    caption: str,
    comparisons: Sequence[Comparison],
    indicators: Mapping[str, Indicator],
    year: str,
    sources: Sequence[Link],
) -> Table:
    """Reported crimes against the same part of the baseline year, in counts."""
    rows = tuple(
        (
            indicators[one.indicator].title,
            span(one.now, one.now_end),
            _count(one.count_baseline, one, one.baseline),
            _count(one.count_now, one, one.now),
            NOTHING if one.difference is None else difference(one.difference),
            verdict_word(one),
        )
        for one in comparisons
    )
    columns = (
        text("table-indicator"),
        text("table-period"),
        text("table-same-part", year=year),
        text("table-count"),
        text("table-difference"),
        text("table-verdict"),
    )
    return Table(caption, columns, rows, frozenset({2, 3, 4}), tuple(sources))


def _count(count: float | None, comparison: Comparison, side: str) -> str:
    if count is not None:
        return number(int(count)) if float(count).is_integer() else one_decimal(count)
    missing = comparison.missing_period
    if missing is None or missing[:4] != side[:4]:
        return NOTHING
    reason = text(f"missing-reason-{comparison.missing_reason}")
    return f"{text(f'missing-{comparison.missing_reason}')} ({when(missing)} {reason})"


class _Column(NamedTuple):
    """A column of the table of observations."""

    key: str
    cell: Callable[[Observation], Cell]
    numeric: bool = False


def observation_table(
    caption: str, observations: Sequence[Observation], baseline: Sequence[Observation], year: str
) -> Table:
    """Measured values, the same part of the baseline year, and what to know of each value.

    A column that is empty all the way down is left out, and so is the place where the caption
    names the only one; a single source stands below the table.
    """

    def before(seen: Observation) -> list[Observation]:
        return [
            one
            for one in baseline
            if one.place == seen.place
            and one.period[5:] == seen.period[5:]
            and seen.period[:4] != year
        ]

    sources = tuple(
        dict.fromkeys(Link(seen.source_title, seen.source_url) for seen in observations)
    )
    wanted = [
        _Column("table-place", lambda seen: seen.place_name),
        _Column("table-period", lambda seen: when(seen.period)),
        _Column("table-value", value_text, numeric=True),
        _Column(
            "table-same-part",
            lambda seen: " / ".join(value_text(one) for one in before(seen)),
            numeric=True,
        ),
        _Column("table-difference", lambda seen: _change(seen, before(seen)), numeric=True),
        _Column("table-rate", _rate, numeric=True),
        _Column("table-margin", _margin, numeric=True),
        _Column("table-respondents", _respondents, numeric=True),
        _Column("table-note", _note),
        _Column("site-source", lambda seen: Link(seen.source_title, seen.source_url)),
    ]
    if len({seen.place for seen in observations}) == 1:
        wanted.pop(0)
    if len(sources) == 1:
        wanted.pop()
    cells = {column.key: [column.cell(seen) for seen in observations] for column in wanted}
    shown = [column for column in wanted if any(cells[column.key])]
    return Table(
        caption,
        tuple(text(column.key, year=year) for column in shown),
        tuple(zip(*(cells[column.key] for column in shown), strict=True)),
        frozenset(index for index, column in enumerate(shown) if column.numeric),
        sources if len(sources) == 1 else (),
    )


def _change(seen: Observation, before: Sequence[Observation]) -> str:
    """The difference in the unit of the value; none where either side is in conflict."""
    values = {one.published for one in before}
    if seen.published is None or seen.conflict or len(values) != 1 or None in values:
        return ""
    change = Decimal(seen.published) - Decimal(str(values.pop()))
    if change == change.to_integral_value() and seen.published.isdigit():
        return difference(int(change))
    return f"+{published_number(str(change))}" if change > 0 else published_number(str(change))


def _rate(seen: Observation) -> str:
    """Only for whole years: a quarter's rate is not a yearly one."""
    if seen.rate_per_100k is None or seen.period_kind != "year":
        return ""
    return number(round(seen.rate_per_100k))


def _margin(seen: Observation) -> str:
    return "" if seen.margin is None else margin_text(seen.margin)


def _respondents(seen: Observation) -> str:
    return "" if seen.respondents is None else number(seen.respondents)


def _note(seen: Observation) -> str:
    note = note_text(seen.conflict, text("table-sum") if seen.is_sum else seen.note)
    return " ".join(filter(None, (note, *map(correction_note, seen.corrections))))


def note_text(conflict: bool, note: str | None) -> str:
    """What there is to know; where sources disagree, at least that."""
    return note or (text("table-conflict") if conflict else "")


def verdict_limits_table(limits: Sequence[VerdictLimit], year: str) -> Table:
    """How far a count must be from the baseline year's to earn a word: "so much it changes"."""
    columns = list(dict.fromkeys((one.series, one.level) for one in limits))
    by_baseline: dict[int, dict[tuple[str, float], VerdictLimit]] = {}
    for one in limits:
        by_baseline.setdefault(one.baseline, {})[one.series, one.level] = one
    rows = tuple(
        (number(baseline), *(_limits(cells[column]) for column in columns))
        for baseline, cells in by_baseline.items()
    )
    headings = (
        year,
        *(text(f"limits-{series}", level=level_text(level)) for series, level in columns),
    )
    return Table(text("limits-caption"), headings, rows, frozenset(range(1, len(headings))))


def _limits(limit: VerdictLimit) -> str:
    lowest = text("limits-never") if limit.lower_at_most is None else number(limit.lower_at_most)
    return text("limits-cell", lower=lowest, higher=number(limit.higher_at_least))


def protection_table(caption: str, hidden: Sequence[Protection]) -> Table:
    """How much of each table of village counts is hidden."""
    rows = tuple(
        (text(f"protection-{one.name}"), number(one.cells), number(one.hidden)) for one in hidden
    )
    columns = (text("protection-table"), text("protection-cells"), text("protection-hidden"))
    return Table(caption, columns, rows, frozenset({1, 2}))


def population_table(
    place: str, populations: Sequence[Population], links: Mapping[str, Link]
) -> Table:
    """Every published figure of a place's inhabitants."""
    rows = tuple(
        (
            one.period or text("table-undated"),
            missing_text(one.missing_reason) if one.population is None else number(one.population),
            note_text(one.conflict, one.note),
            links[one.source],
        )
        for one in populations
    )
    columns = (
        text("table-year"),
        text("table-people"),
        text("table-note"),
        text("site-source"),
    )
    return Table(text("table-population", place=place), columns, rows, frozenset({1}))
