"""What must hold between rows: references, duplicates, sums and the order of dates."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from trygghet.check.csv_file import Record
from trygghet.check.folder import PromiseFolder
from trygghet.check.problems import Problem
from trygghet.periods import Period, parse_period
from trygghet.schema import (
    OUTLINES_FILE,
    PROMISE_FILE,
    PROMISE_KEYS,
    PROMISE_LISTS,
    TABLES,
    PromiseKey,
    Table,
)


def check_relations(folder: PromiseFolder) -> Iterator[Problem]:
    """All problems that only show when rows are seen together."""
    for table in TABLES:
        yield from _duplicates(table, folder.tables[table.name])
        yield from _references(table, folder)
        yield from _value_or_reason(table, folder.tables[table.name])
        yield from _time(table, folder)
    yield from _promise_references(folder)
    yield from _promise_dates(folder)
    yield from _place_circles(folder)
    yield from _indicators(folder)
    yield from _sums(folder.tables["reported_crimes"])
    yield from _activities(folder)
    yield from _outlines(folder)


def _duplicates(table: Table, records: list[Record]) -> Iterator[Problem]:
    first: dict[tuple[object, ...], int] = {}
    for record in records:
        key = tuple(record.values[name] for name in table.key)
        if key in first:
            value = ", ".join(str(part) for part in key if part is not None)
            details: dict[str, str | int] = {
                "first": str(first[key]),
                "key": ", ".join(table.key),
            }
            yield Problem(table.file, record.line, table.key[0], "duplicate", value, details)
        else:
            first[key] = record.line


def _references(table: Table, folder: PromiseFolder) -> Iterator[Problem]:
    for column in (column for column in table.columns if column.ref):
        known = folder.ids(column.ref)
        for record in folder.tables[table.name]:
            value = record.values[column.name]
            ids = value if isinstance(value, tuple) else (value,)
            for id_ in ids:
                if id_ is not None and id_ not in known:
                    yield _unknown_id(table.file, record.line, column.name, str(id_), column.ref)


def _unknown_id(file: str, line: int, column: str, value: str, ref: str) -> Problem:
    where = f"{PROMISE_FILE} [[{ref}]]" if ref in PROMISE_LISTS else f"{ref}.csv"
    code = "source-unknown" if ref == "sources" else "id-unknown"
    return Problem(file, line, column, code, value, {"where": where})


def _value_or_reason(table: Table, records: list[Record]) -> Iterator[Problem]:
    if not table.value:
        return
    for record in records:
        value, reason = record.values[table.value], record.values["missing_reason"]
        if value is None and reason is None:
            yield Problem(table.file, record.line, table.value, "value-and-reason-missing")
        elif value is not None and reason is not None:
            yield Problem(
                table.file, record.line, "missing_reason", "value-and-reason", str(reason)
            )


def _time(table: Table, folder: PromiseFolder) -> Iterator[Problem]:
    """What has happened or been counted lies before the day that the folder describes."""
    if folder.as_of is None:
        return
    past = {"sources": "published", "activity_events": "date", "statements": "period"}.get(
        table.name, "period" if table.value else ""
    )
    if not past:
        return
    for record in folder.tables[table.name]:
        value = record.values[past]
        if value is None or (table.value and record.values[table.value] is None):
            continue
        period = parse_period(str(value))
        # A survey is taken within its year and an event or a source may be dated by its month
        # alone; a count covers its whole period.
        last = period.end if table.name == "reported_crimes" else period.start
        if last > folder.as_of.end:
            details: dict[str, str | int] = {"as_of": folder.as_of.text}
            yield Problem(table.file, record.line, past, "in-the-future", str(value), details)


def _promise_references(folder: PromiseFolder) -> Iterator[Problem]:
    yield from _key_references(folder, folder.promise, PROMISE_KEYS, "")
    for name, keys in PROMISE_LISTS.items():
        seen: set[object] = set()
        for record in folder.lists[name]:
            yield from _key_references(folder, record, keys, f"{name}.")
            id_ = record.values.get("id")
            if id_ is not None and id_ in seen:
                details: dict[str, str | int] = {"first": name, "key": "id"}
                yield Problem(
                    PROMISE_FILE, record.line, f"{name}.id", "duplicate-id", str(id_), details
                )
            seen.add(id_)


def _key_references(
    folder: PromiseFolder, record: Record, keys: tuple[PromiseKey, ...], prefix: str
) -> Iterator[Problem]:
    for key in keys:
        value = record.values[key.name]
        if key.ref and value is not None and value not in folder.ids(key.ref):
            yield _unknown_id(PROMISE_FILE, record.line, f"{prefix}{key.name}", str(value), key.ref)


def _promise_dates(folder: PromiseFolder) -> Iterator[Problem]:
    start, end = folder.promise_date("start"), folder.promise_date("first_end")
    if start and end and end.end < start.start:
        yield Problem(
            PROMISE_FILE, folder.promise.line, "first_end", "end-before-start", end.text,
            {"start": start.text},
        )  # fmt: skip
    for record in folder.lists["extensions"]:
        decided = parse_period(str(record.values["decided"]))
        new_end = parse_period(str(record.values["end"]))
        if start and decided.end < start.start:
            yield Problem(
                PROMISE_FILE, record.line, "extensions.decided", "extension-before-start",
                decided.text, {"start": start.text},
            )  # fmt: skip
        if end and new_end.end <= end.end:
            yield Problem(
                PROMISE_FILE, record.line, "extensions.end", "extension-not-later",
                new_end.text, {"end": end.text},
            )  # fmt: skip
        end = new_end
    baseline = folder.promise.values["baseline_year"]
    if isinstance(baseline, int) and start and baseline > start.year:
        yield Problem(
            PROMISE_FILE, folder.promise.line, "baseline_year", "baseline-after-start",
            str(baseline), {"start": start.text},
        )  # fmt: skip


def _place_circles(folder: PromiseFolder) -> Iterator[Problem]:
    parent = {str(r.values["id"]): r.values["part_of"] for r in folder.tables["places"]}
    for record in folder.tables["places"]:
        seen = {place := str(record.values["id"])}
        while (above := parent.get(place)) is not None:
            place = str(above)
            if place in seen:
                value = str(record.values["part_of"])
                yield Problem("places.csv", record.line, "part_of", "place-circle", value)
                break
            seen.add(place)


def _indicators(folder: PromiseFolder) -> Iterator[Problem]:
    indicators = {record.values["id"]: record for record in folder.tables["indicators"]}
    for dataset in ("reported_crimes", "safety_survey"):
        if not any(
            one.values["dataset"] == dataset and one.values["headline"] == "yes"
            for one in indicators.values()
        ):
            yield Problem("indicators.csv", 1, "headline", "headline-missing", dataset)
        for record in folder.tables[dataset]:
            indicator = indicators.get(record.values["indicator"])
            if indicator is None:
                continue
            if indicator.values["dataset"] != dataset:
                value = str(record.values["indicator"])
                yield Problem(
                    f"{dataset}.csv", record.line, "indicator", "indicator-elsewhere", value,
                    {"dataset": f"{indicator.values['dataset']}.csv"},
                )  # fmt: skip
            elif dataset == "safety_survey":
                yield from _scale(record, indicator)


def _scale(record: Record, indicator: Record) -> Iterator[Problem]:
    value = record.values["value"]
    low, high = indicator.values["scale_min"], indicator.values["scale_max"]
    if not isinstance(value, float) or not isinstance(low, float) or not isinstance(high, float):
        return
    if not low <= value <= high:
        details: dict[str, str | int] = {
            "low": indicator.written["scale_min"],
            "high": indicator.written["scale_max"],
        }
        yield Problem(
            "safety_survey.csv", record.line, "value", "outside-scale", record.written["value"],
            details,
        )  # fmt: skip


def _sums(records: list[Record]) -> Iterator[Problem]:
    """Months may not exceed their quarter or year, nor quarters their year; where all parts are
    there, they make up the whole."""
    counts: dict[tuple[object, object], dict[str, int]] = defaultdict(dict)
    for record in records:
        count = record.values["count"]
        if isinstance(count, int):
            place = record.values["place"], record.values["indicator"]
            counts[place][str(record.values["period"])] = count
    for record in records:
        whole = record.values["count"]
        if not isinstance(whole, int):
            continue
        period = parse_period(str(record.values["period"]))
        delivered = counts[record.values["place"], record.values["indicator"]]
        for parts in _parts(period):
            values = [delivered[part] for part in parts if part in delivered]
            complete = len(values) == len(parts)
            if sum(values) > whole or (complete and sum(values) < whole):
                yield Problem(
                    "reported_crimes.csv", record.line, "count",
                    "parts-exceed" if sum(values) > whole else "parts-fall-short",
                    str(whole), {"sum": str(sum(values)), "first": parts[0], "last": parts[-1]},
                )  # fmt: skip


def _parts(period: Period) -> Iterator[list[str]]:
    if period.kind == "year":
        yield [f"{period.text}-Q{quarter}" for quarter in range(1, 5)]
    if period.kind in ("year", "quarter"):
        first, last = period.start.month, period.end.month
        yield [f"{period.year}-{month:02}" for month in range(first, last + 1)]


def _activities(folder: PromiseFolder) -> Iterator[Problem]:
    recurring = set()
    for record in folder.tables["activities"]:
        values = record.values
        if (values["relation"] == "context") != (values["context_kind"] is not None):
            value = str(values["context_kind"] or "")
            yield Problem(
                "activities.csv", record.line, "context_kind", "context-kind", value,
                {"relation": str(values["relation"])},
            )  # fmt: skip
        if (values["focus_area"] is None) != (values["focus_area_basis"] is None):
            value = str(values["focus_area_basis"] or "")
            yield Problem(
                "activities.csv", record.line, "focus_area_basis", "focus-area-basis", value
            )
        start, deadline = values["planned_start"], values["first_deadline"]
        if start and deadline and _end(deadline) < parse_period(str(start)).start:
            yield Problem(
                "activities.csv", record.line, "first_deadline", "end-before-start",
                str(deadline), {"start": str(start)},
            )  # fmt: skip
        if values["occasions_planned"]:
            recurring.add(values["id"])
    for record in folder.tables["activity_events"]:
        values = record.values
        if values["date"] is None and values["date_note"] is None:
            yield Problem("activity_events.csv", record.line, "date", "date-or-note")
        if values["new_deadline"] is not None and values["status"] != "postponed":
            yield Problem(
                "activity_events.csv", record.line, "new_deadline", "deadline-without-postponed",
                str(values["new_deadline"]),
            )  # fmt: skip
        if values["occasions_done"] is not None and values["activity"] not in recurring:
            yield Problem(
                "activity_events.csv", record.line, "occasions_done", "occasions-not-planned",
                str(values["occasions_done"]),
            )  # fmt: skip


def _end(text: object) -> date:
    return parse_period(str(text)).end


def _outlines(folder: PromiseFolder) -> Iterator[Problem]:
    places = folder.ids("places")
    for index, outline in enumerate(folder.outlines):
        if outline.role == "village" and outline.id not in places:
            column = f"features[{index}]"
            yield _unknown_id(OUTLINES_FILE, 1, column, outline.id, "places")
