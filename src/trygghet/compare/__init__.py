"""The method applied to a checked folder: the tables of what may be said.

Each table is given as its columns with their SQL types and its rows. A release holds them beside
the published facts, so that pages and files only read.
"""

from collections.abc import Iterator
from dataclasses import astuple, dataclass

from trygghet.check import PromiseFolder
from trygghet.compare.activities import activity_statuses, promised_statuses
from trygghet.compare.crimes import (
    compare_areas,
    compare_crimes,
    counts_by_series,
    month_bands,
)
from trygghet.compare.goals import assess_goals
from trygghet.compare.records import frame, series_of
from trygghet.compare.survey import compare_survey
from trygghet.method.activities import plan_measures
from trygghet.method.bands import verdict_table
from trygghet.method.windows import period_sums
from trygghet.periods import parse_period

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class ComputedTable:
    """A table that follows from the folder: column names with SQL types, and rows."""

    name: str
    columns: dict[str, str]
    rows: list[Row]


def computed_tables(folder: PromiseFolder) -> Iterator[ComputedTable]:
    """Everything that the method says of a folder."""
    start = frame(folder)
    crimes = compare_crimes(folder, start)
    survey = list(compare_survey(folder, start))
    statuses = activity_statuses(folder, start)
    promised = promised_statuses(folder, statuses)
    yield _table(
        "crime_sums",
        "place indicator period period_start:DATE period_end:DATE period_kind count:BIGINT "
        "missing_reason source",
        _sums(folder),
    )
    yield _table(
        "comparisons",
        "place indicator kind now now_end baseline baseline_end count_now:BIGINT "
        "count_baseline:DOUBLE days_now:BIGINT days_baseline:DOUBLE parts_now:VARCHAR[] "
        "parts_baseline:VARCHAR[] missing_period missing_reason basis "
        "exposure_ratio:DOUBLE series level:DOUBLE ratio:DOUBLE phi:DOUBLE "
        "lower:DOUBLE upper:DOUBLE p_value:DOUBLE verdict reason too_few_limit:BIGINT "
        "band_low:BIGINT band_high:BIGINT",
        [
            (
                one.place,
                one.indicator,
                *(list(v) if isinstance(v, tuple) else v for v in astuple(one.window)),
                one.exposed.basis,
                one.outcome.exposure_ratio,
                one.outcome.series,
                one.outcome.level,
                one.outcome.ratio,
                one.outcome.phi,
                one.outcome.lower,
                one.outcome.upper,
                one.outcome.p_value,
                one.outcome.verdict.value,
                one.outcome.reason.value if one.outcome.reason else None,
                one.outcome.too_few_limit,
                one.band.low if one.band else None,
                one.band.high if one.band else None,
            )
            for one in crimes
        ],
    )
    yield _table(
        "month_bands",
        "place indicator month low:BIGINT high:BIGINT",
        list(month_bands(folder, start)),
    )
    yield _table(
        "area_comparisons",
        "place indicator now now_end comparison members:BIGINT comparison_now:BIGINT "
        "comparison_baseline:BIGINT ratio:DOUBLE lower:DOUBLE upper:DOUBLE level:DOUBLE not_shown",
        [
            (
                beside.compared.place,
                beside.compared.indicator,
                beside.compared.window.now,
                beside.compared.window.now_end,
                beside.group,
                beside.members,
                beside.count_now,
                beside.count_baseline,
                beside.outcome.ratio,
                beside.outcome.lower,
                beside.outcome.upper,
                beside.outcome.level,
                beside.outcome.not_shown.value if beside.outcome.not_shown else None,
            )
            for beside in compare_areas(crimes, start)
        ],
    )
    yield _table(
        "survey_changes",
        "place indicator now baseline change_low change_high margin margin_basis verdict reason",
        [
            (
                one.place,
                one.indicator,
                str(one.change.year),
                str(one.change.baseline_year),
                min((str(pair.change) for pair in one.change.pairs), key=float, default=None),
                max((str(pair.change) for pair in one.change.pairs), key=float, default=None),
                str(one.change.margin.value),
                one.change.margin.basis.value,
                one.change.verdict.value,
                one.change.reason.value if one.change.reason else None,
            )
            for one in survey
        ],
    )
    yield _table(
        "activity_status",
        "activity state state_date evidence timing new_deadline occasions_done:BIGINT "
        "is_due:BOOLEAN",
        [(activity, *astuple(status)) for activity, status in statuses.items()],
    )
    yield _table(
        "plan_measures",
        "measure a:BIGINT b:BIGINT percent:DOUBLE",
        [
            (measure, share.a, share.b, share.percent)
            for measure, share in plan_measures(promised).items()
        ],
    )
    yield _table(
        "goal_status",
        "goal state rule reason note place indicator now now_end",
        [
            (
                one.goal,
                one.assessment.state.value,
                one.assessment.rule.value,
                one.assessment.no_verdict.value if one.assessment.no_verdict else None,
                one.assessment.note.value if one.assessment.note else None,
                one.place,
                one.indicator,
                one.now,
                one.now_end,
            )
            for one in assess_goals(folder, start, crimes, survey, promised)
        ],
    )
    yield _table(
        "verdict_limits",
        "baseline:BIGINT series level:DOUBLE lower_at_most:BIGINT higher_at_least:BIGINT",
        [
            (cell.baseline, cell.series, cell.level, cell.lower_at_most, cell.higher_at_least)
            for row in verdict_table()
            for cell in row
        ],
    )


def _table(name: str, columns: str, rows: list[Row]) -> ComputedTable:
    """A table whose columns are texts unless a type follows their name."""
    typed = (column.partition(":") for column in columns.split())
    return ComputedTable(name, {column: type_ or "VARCHAR" for column, _, type_ in typed}, rows)


def _sums(folder: PromiseFolder) -> list[Row]:
    """Whole quarters and years that follow from their parts, with one of the parts' sources."""
    sources = {
        (*series_of(record), str(record.values["period"])[:4]): record.values["source"]
        for record in folder.tables["reported_crimes"]
    }
    rows: list[Row] = []
    for (place, indicator), counts in counts_by_series(folder).items():
        for text, count in period_sums(counts).items():
            span, source = parse_period(text), sources[place, indicator, text[:4]]
            rows.append(
                (
                    place,
                    indicator,
                    text,
                    span.start,
                    span.end,
                    span.kind,
                    count.value,
                    count.missing_reason,
                    source,
                )
            )
    return rows
