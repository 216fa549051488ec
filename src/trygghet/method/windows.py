"""Which periods are compared with the baseline year (method §1, "What is compared").

A whole year is compared with the whole baseline year, a running year with the same months or
quarters of it. A window with a part missing has no count: missing is never zero.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from trygghet.periods import PeriodKind


@dataclass(frozen=True, slots=True)
class Count:
    """A reported count, or the reason for its absence."""

    value: int | None
    missing_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """A count and its counterpart in the baseline year, each from `now` to `now_end` included."""

    now: str
    now_end: str
    baseline: str
    baseline_end: str
    count_now: int | None
    count_baseline: int | None
    missing_period: str | None = None
    missing_reason: str | None = None


def baseline_windows(counts: Mapping[str, Count], baseline_year: int) -> Iterator[Window]:
    """Every other year against the baseline, from counts by period of one place and category.

    The coarsest notation that a year is given in is used: the published year, else its quarters,
    else its months up to the last one given.
    """
    for year in sorted({int(period[:4]) for period in counts}):
        parts = _parts_given(counts, year)
        if parts and year != baseline_year:
            yield _window(counts, parts, year, baseline_year)


def period_sums(counts: Mapping[str, Count]) -> dict[str, Count]:
    """Years and quarters that are not given themselves but all of whose parts are.

    A sum with a part missing is missing too, for that part's reason.
    """
    sums = {}
    for year in sorted({period[:4] for period in counts}):
        quarters = {
            f"{year}-Q{q}": [f"{year}-{month:02}" for month in range(3 * q - 2, 3 * q + 1)]
            for q in range(1, 5)
        }
        months = [month for parts in quarters.values() for month in parts]
        for whole, parts in (*quarters.items(), (year, list(quarters)), (year, months)):
            if whole not in counts and whole not in sums and all(p in counts for p in parts):
                missing = next((p for p in parts if _value(counts, p) is None), None)
                reason = _reason(counts, missing) if missing else None
                sums[whole] = Count(_total(counts, parts), reason)
    return sums


def _parts_given(counts: Mapping[str, Count], year: int) -> list[str]:
    """The parts of a year from its start to the last one given, without the year itself."""
    kinds: tuple[PeriodKind, ...] = ("year", "quarter", "month")
    for kind in kinds:
        parts = _parts(kind)
        given = [index for index, part in enumerate(parts) if f"{year}{part}" in counts]
        if given:
            return parts[: given[-1] + 1]
    return []


_LAST_PARTS = ("", "-Q4", "-12")


def _parts(kind: PeriodKind) -> list[str]:
    if kind == "year":
        return [""]
    if kind == "quarter":
        return [f"-Q{quarter}" for quarter in range(1, 5)]
    return [f"-{month:02}" for month in range(1, 13)]


def _window(
    counts: Mapping[str, Count], parts: Sequence[str], year: int, baseline_year: int
) -> Window:
    now, baseline = ([f"{y}{part}" for part in parts] for y in (year, baseline_year))
    whole_year = parts[-1] in _LAST_PARTS
    if whole_year and str(baseline_year) in counts:
        baseline = [str(baseline_year)]
    missing = next((period for period in (*now, *baseline) if _value(counts, period) is None), None)
    return Window(
        now=str(year) if whole_year else now[0],
        now_end=str(year) if whole_year else now[-1],
        baseline=str(baseline_year) if whole_year else baseline[0],
        baseline_end=str(baseline_year) if whole_year else baseline[-1],
        count_now=_total(counts, now),
        count_baseline=_total(counts, baseline),
        missing_period=missing,
        missing_reason=_reason(counts, missing) if missing else None,
    )


def _value(counts: Mapping[str, Count], period: str) -> int | None:
    return counts[period].value if period in counts else None


def _reason(counts: Mapping[str, Count], period: str) -> str:
    given = counts[period].missing_reason if period in counts else None
    return given or "not_published"


def _total(counts: Mapping[str, Count], periods: Sequence[str]) -> int | None:
    values = [_value(counts, period) for period in periods]
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None
