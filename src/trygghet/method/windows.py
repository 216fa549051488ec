"""Which periods are compared with the baseline year (method §1, "What is compared").

A whole year is compared with the whole baseline year, a running year with the same months or
quarters of it, the promise's last twelve months with the whole baseline year. A window with a
part missing has no count: missing is never zero.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from trygghet.method.baseline import weighted_baseline
from trygghet.periods import Period, parse_period, parts_of

_LAST_PARTS = ("", "-H2", "-Q4", "-12")  # those that a whole year ends with

WindowKind = Literal[
    "earlier",  # a whole year before the baseline year: was that an ordinary one?
    "year",  # a whole year
    "running",  # the part of a year that is there so far
    "rolling",  # the latest twelve months
    "end",  # the promise's last twelve months: its end assessment
    "promise",  # the whole promise, with months of the baseline year used twice where needed
]


@dataclass(frozen=True, slots=True)
class Count:
    """A reported count, or the reason for its absence."""

    value: int | None
    missing_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """A count and its counterpart in the baseline year, each from its first to its last period.

    The parts are the published periods that the counts are sums of. For the kind "promise" a part
    of the baseline stands as often as it is used; `count_baseline` and `days_baseline` are then
    those of the weighted baseline and need not be whole.
    `missing_period` is the first part without a count, None where both counts are whole.
    """

    kind: WindowKind
    now: str
    now_end: str
    baseline: str
    baseline_end: str
    count_now: int | None
    count_baseline: float | None
    days_now: int
    days_baseline: float
    parts_now: tuple[str, ...]
    parts_baseline: tuple[str, ...]
    missing_period: str | None = None
    missing_reason: str | None = None


def year_windows(counts: Mapping[str, Count], baseline_year: int) -> Iterator[Window]:
    """Every other year against the baseline, from counts by period of one place and category.

    The published year is used where it is there, else the parts of it that reach furthest.
    Method §1.
    """
    for year in sorted({int(period[:4]) for period in counts}):
        parts = _parts_given(counts, year)
        whole = bool(parts) and parts[-1] in _LAST_PARTS
        if (parts and year > baseline_year) or (whole and year < baseline_year):
            now, baseline = ([f"{y}{part}" for part in parts] for y in (year, baseline_year))
            if whole and str(baseline_year) in counts:
                baseline = [str(baseline_year)]
            kind: WindowKind = "running"
            if whole:
                kind = "year" if year > baseline_year else "earlier"
            window = _window(counts, kind, now, baseline)
            yield _named(window, str(year), str(baseline_year)) if whole else window


def rolling_window(counts: Mapping[str, Count], baseline_year: int) -> Window | None:
    """The latest twelve months against the baseline year; None where a year ends with them, or
    where there are not twelve months after the baseline year. Method §1, "Over time"."""
    months = sorted(period for period in counts if parse_period(period).kind == "month")
    if not months or months[-1][5:] == "12":
        return None
    now = _months_until(months[-1], 12)
    if now[0] <= f"{baseline_year}-12":
        return None
    return _whole_baseline(counts, "rolling", now, baseline_year)


def end_window(counts: Mapping[str, Count], baseline_year: int, end: Period) -> Window | None:
    """The promise's last twelve months against the baseline year, in the finest parts that are
    there whole; None where the figures do not reach the promise's end. Method §1."""
    months = _months_until(end.end.isoformat()[:7], 12)
    found = [
        _whole_baseline(counts, "end", now, baseline_year)
        for now in (months, _joined(months, "Q", 3), _joined(months, "H", 6))
        if now and now[-1] in counts
    ]
    return next((one for one in found if one.missing_period is None), found[0] if found else None)


def promise_window(
    counts: Mapping[str, Count], baseline_year: int, start: Period, end: Period
) -> Window | None:
    """The whole promise against the same months of the baseline year, each used as often as the
    promise has it; None where the figures are not monthly or do not reach the promise's end.

    Method §1: a month used twice adds cases but no information, see `weighted_baseline`.
    """
    last = end.end.isoformat()[:7]
    length = (end.end.year - start.start.year) * 12 + end.end.month - start.start.month + 1
    now = _months_until(last, length)
    if last not in counts:
        return None
    repeated = sorted(f"{baseline_year}{month[4:]}" for month in now)
    used = Counter(repeated)
    baseline = list(used)
    window = replace(_window(counts, "promise", now, baseline), parts_baseline=tuple(repeated))
    values = [_value(counts, month) for month in baseline]
    known = [value for value in values if value is not None]
    if window.missing_period or len(known) < len(values):
        return window
    weights = [used[month] for month in baseline]
    cases, factor = weighted_baseline(known, weights)
    days = sum(used[month] * days_in(month) for month in baseline)
    return replace(window, count_baseline=cases, days_baseline=days * factor)


def period_sums(counts: Mapping[str, Count]) -> dict[str, Count]:
    """Years, half-years and quarters that are not given themselves but all of whose parts are.

    A sum with a part missing is missing too, for that part's reason. Method §6.
    """
    sums: dict[str, Count] = {}
    for year in sorted({period[:4] for period in counts}):
        for whole, parts in _wholes(year):
            if whole not in counts and whole not in sums and all(p in counts for p in parts):
                missing = _first_missing(counts, parts)
                reason = _reason(counts, missing) if missing else None
                sums[whole] = Count(_total(counts, parts), reason)
    return sums


def _wholes(year: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Every quarter, half-year and the year itself with each of the ways to make it up."""
    for quarter in parts_of(year, "quarter"):
        yield quarter, parts_of(quarter, "month")
    for half in parts_of(year, "half"):
        yield half, parts_of(half, "quarter")
        yield half, parts_of(half, "month")
    yield year, parts_of(year, "half")
    yield year, parts_of(year, "quarter")
    yield year, parts_of(year, "month")


def _parts_given(counts: Mapping[str, Count], year: int) -> list[str]:
    """The parts that a year is given in, from its start to the last one given.

    Of those without a gap that reach furthest, the coarsest that are all known; where none are,
    the finest, which tell best what is missing. Where all have gaps, the coarsest.
    """
    halves = ["-H1", "-H2"]
    quarters = [f"-Q{quarter}" for quarter in range(1, 5)]
    months = [f"-{month:02}" for month in range(1, 13)]
    found: list[tuple[int, list[str]]] = []
    for parts in ([""], halves, quarters, months):
        given = [index for index, part in enumerate(parts) if f"{year}{part}" in counts]
        if given:
            whole = len(given) == given[-1] + 1
            reach = len(given) * 12 // len(parts) if whole else 0
            found.append((reach, parts[: given[-1] + 1]))
    furthest = max((reach for reach, _ in found), default=0)
    best = [parts for reach, parts in found if reach == furthest]
    known = [
        parts for parts in best if _first_missing(counts, [f"{year}{p}" for p in parts]) is None
    ]
    if furthest == 0:
        return best[0] if best else []
    return known[0] if known else best[-1]


def _months_until(last: str, length: int) -> list[str]:
    months = int(last[:4]) * 12 + int(last[5:]) - 1
    numbers = range(months - length + 1, months + 1)
    return [f"{number // 12}-{number % 12 + 1:02}" for number in numbers]


def _joined(months: Sequence[str], letter: str, length: int) -> list[str]:
    """The quarters or half-years that the months make up, empty where they begin within one."""
    if int(months[0][5:]) % length != 1:
        return []
    return [f"{month[:4]}-{letter}{int(month[5:]) // length + 1}" for month in months[::length]]


def _whole_baseline(
    counts: Mapping[str, Count], kind: WindowKind, now: Sequence[str], year: int
) -> Window:
    """A window against the whole baseline year in the notation that it is given in."""
    parts = _parts_given(counts, year) or [""]
    baseline = [f"{year}{part}" for part in parts]
    window = _window(counts, kind, now, baseline)
    if parts[-1] not in _LAST_PARTS:
        return window
    return _named(window, None, str(year))


def _named(window: Window, now: str | None, baseline: str) -> Window:
    """The window with a whole year's name in place of its first and last part."""
    if now is not None:
        window = replace(window, now=now, now_end=now)
    return replace(window, baseline=baseline, baseline_end=baseline)


def _window(
    counts: Mapping[str, Count], kind: WindowKind, now: Sequence[str], baseline: Sequence[str]
) -> Window:
    missing = _first_missing(counts, (*now, *baseline))
    return Window(
        kind,
        now[0],
        now[-1],
        baseline[0],
        baseline[-1],
        _total(counts, now),
        _total(counts, baseline),
        sum(days_in(period) for period in now),
        sum(days_in(period) for period in baseline),
        tuple(now),
        tuple(baseline),
        missing,
        _reason(counts, missing) if missing else None,
    )


def days_in(period: str) -> int:
    """How many days a period has. Method §1: exposure is population times days."""
    span = parse_period(period)
    return date.toordinal(span.end) - date.toordinal(span.start) + 1


def _value(counts: Mapping[str, Count], period: str) -> int | None:
    return counts[period].value if period in counts else None


def _first_missing(counts: Mapping[str, Count], periods: Sequence[str]) -> str | None:
    """The first part without a count; what is missing tells more than what is only hidden."""
    missing = [period for period in periods if _value(counts, period) is None]
    told = (period for period in missing if _reason(counts, period) != "protected")
    return next(told, missing[0] if missing else None)


def _reason(counts: Mapping[str, Count], period: str) -> str:
    given = counts[period].missing_reason if period in counts else None
    return given or "not_published"


def _total(counts: Mapping[str, Count], periods: Sequence[str]) -> int | None:
    values = [_value(counts, period) for period in periods]
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None
