"""What must hold between rows: references, duplicates, sums and the order of dates."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from trygghet.check.csv_file import Record
from trygghet.check.folder import PromiseFolder
from trygghet.check.outlines import Outline
from trygghet.check.problems import Problem
from trygghet.periods import Period, parse_period, parts_of
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
    yield from _coordinates(folder.tables["places"])
    yield from _place_circles(folder)
    yield from _below_zero(folder)
    yield from _indicators(folder)
    yield from _sums(folder.tables["reported_crimes"])
    yield from _places_of_area(folder)
    yield from _crime_codes(folder)
    yield from _coverage(folder)
    yield from _activities(folder)
    yield from _not_published(folder.tables["not_published"])
    yield from _outlines(folder)


def _duplicates(table: Table, records: list[Record]) -> Iterator[Problem]:
    first: dict[tuple[object, ...], int] = {}
    code = "duplicate-id" if table.key == ("id",) else "duplicate"
    for record in records:
        key = tuple(record.values[name] for name in table.key)
        if key in first:
            value = ", ".join(str(part) for part in key if part is not None)
            details: dict[str, str | int] = {
                "first": str(first[key]),
                "key": ", ".join(table.key),
            }
            yield Problem(table.file, record.line, table.key[0], code, value, details)
        else:
            first[key] = record.line


def _references(table: Table, folder: PromiseFolder) -> Iterator[Problem]:
    for column in (column for column in table.columns if column.ref):
        for record in folder.tables[table.name]:
            value = record.values[column.name]
            for id_ in value if isinstance(value, tuple) else (value,):
                yield from _known(folder, column.ref, id_, table.file, record.line, column.name)


def _known(
    folder: PromiseFolder, ref: str, id_: object, file: str, line: int, column: str
) -> Iterator[Problem]:
    """Whether `ref` has the id, if `ref` could be read at all."""
    if id_ is not None and ref in folder.ids and id_ not in folder.ids[ref]:
        where = f"{PROMISE_FILE} [[{ref}]]" if ref in PROMISE_LISTS else f"{ref}.csv"
        code = "source-unknown" if ref == "sources" else "id-unknown"
        yield Problem(file, line, column, code, str(id_), {"where": where})


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
    past = {
        "sources": "published",
        "activity_events": "date",
        "statements": "period",
        "coverage": "period",
    }.get(table.name, "period" if table.value else "")
    if not past:
        return
    for record in folder.tables[table.name]:
        value = record.values[past]
        if value is None or (table.value and record.values[table.value] is None):
            continue
        period = parse_period(str(value))
        # A survey is taken within its year and an event or a source may be dated by its month
        # alone; a count covers its whole period.
        counted = table.name in ("reported_crimes", "coverage")
        last = period.end if counted else period.start
        if last > folder.as_of.end:
            details: dict[str, str | int] = {"as_of": folder.as_of.text}
            yield Problem(table.file, record.line, past, "in-the-future", str(value), details)


def _promise_references(folder: PromiseFolder) -> Iterator[Problem]:
    yield from _key_references(folder, folder.promise, PROMISE_KEYS, "")
    for name, keys in PROMISE_LISTS.items():
        first: dict[object, Record] = {}
        for record in folder.lists[name]:
            yield from _key_references(folder, record, keys, f"{name}.")
            id_, line = record.values.get("id"), record.line_of("id")
            if id_ is not None and first.setdefault(id_, record) is not record:
                details: dict[str, str | int] = {"first": str(first[id_].line_of("id"))}
                yield Problem(PROMISE_FILE, line, f"{name}.id", "duplicate-id", str(id_), details)


def _key_references(
    folder: PromiseFolder, record: Record, keys: tuple[PromiseKey, ...], prefix: str
) -> Iterator[Problem]:
    for key in (key for key in keys if key.ref):
        value, line = record.values[key.name], record.line_of(key.name)
        yield from _known(folder, key.ref, value, PROMISE_FILE, line, f"{prefix}{key.name}")


def _promise_dates(folder: PromiseFolder) -> Iterator[Problem]:
    start, end = folder.promise_date("start"), folder.promise_date("first_end")
    if start and end and end.end < start.start:
        yield Problem(
            PROMISE_FILE, folder.promise.line_of("first_end"), "first_end", "end-before-start",
            end.text, {"start": start.text},
        )  # fmt: skip
    for record in folder.lists["extensions"]:
        decided = parse_period(str(record.values["decided"]))
        new_end = parse_period(str(record.values["end"]))
        line = record.line_of("decided")
        if start and decided.end < start.start:
            yield Problem(
                PROMISE_FILE, line, "extensions.decided", "extension-before-start",
                decided.text, {"start": start.text},
            )  # fmt: skip
        if folder.as_of and decided.start > folder.as_of.end:
            yield Problem(
                PROMISE_FILE, line, "extensions.decided", "in-the-future",
                decided.text, {"as_of": folder.as_of.text},
            )  # fmt: skip
        if end and new_end.end <= end.end:
            yield Problem(
                PROMISE_FILE, record.line_of("end"), "extensions.end", "extension-not-later",
                new_end.text, {"end": end.text},
            )  # fmt: skip
        end = new_end
    baseline = folder.promise.values["baseline_year"]
    if isinstance(baseline, int) and start and baseline > start.year:
        yield Problem(
            PROMISE_FILE, folder.promise.line_of("baseline_year"), "baseline_year",
            "baseline-after-start", str(baseline), {"start": start.text},
        )  # fmt: skip


def _coordinates(places: list[Record]) -> Iterator[Problem]:
    for record in places:
        for name, other, most in (("latitude", "longitude", 90), ("longitude", "latitude", 180)):
            value = record.values[name]
            if value is None and record.values[other] is not None:
                yield Problem("places.csv", record.line, name, "coordinate-missing")
            elif isinstance(value, float) and abs(value) > most:
                yield Problem(
                    "places.csv", record.line, name, "outside-degrees", record.written[name],
                    {"most": most},
                )  # fmt: skip


def _below_zero(folder: PromiseFolder) -> Iterator[Problem]:
    for table, name in (("reported_crimes", "rate_per_100k"), ("safety_survey", "margin")):
        for record in folder.tables[table]:
            value = record.values[name]
            if isinstance(value, float) and value < 0:
                written = record.written[name]
                yield Problem(f"{table}.csv", record.line, name, "below-zero", written)


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
    for record in indicators.values():
        counted = record.values["dataset"] == "reported_crimes"
        if counted != (record.values["series"] is not None):
            value = str(record.values["series"] or "")
            yield Problem("indicators.csv", record.line, "series", "series-of-crimes", value)
        if not counted and record.values["sensitive"] == "yes":
            yield Problem("indicators.csv", record.line, "sensitive", "survey-sensitive", "yes")
    yield from _one_of_each_series(folder.tables["indicators"])
    all_sound = folder.ids.get("indicators") == set(indicators)
    headlines = {
        one.values["dataset"] for one in indicators.values() if one.values["headline"] == "yes"
    }
    for dataset in ("reported_crimes", "safety_survey"):
        if all_sound and dataset not in headlines:
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


def _one_of_each_series(indicators: list[Record]) -> Iterator[Problem]:
    """All reported crimes, and all but those the police find, are one series each."""
    first: dict[object, int] = {}
    for record in indicators:
        series = record.values["series"]
        if series in ("all", "all_but_police"):
            if series in first:
                details: dict[str, str | int] = {"first": str(first[series])}
                yield Problem(
                    "indicators.csv", record.line, "series", "series-twice", str(series), details
                )
            first.setdefault(series, record.line)


def _scale(record: Record, indicator: Record) -> Iterator[Problem]:
    value = record.values["value"]
    low, high = indicator.values["scale_min"], indicator.values["scale_max"]
    if not isinstance(value, float):
        return
    if (isinstance(low, float) and value < low) or (isinstance(high, float) and value > high):
        details: dict[str, str | int] = {
            "low": indicator.written["scale_min"] or "…",
            "high": indicator.written["scale_max"] or "…",
        }
        yield Problem(
            "safety_survey.csv", record.line, "value", "outside-scale", record.written["value"],
            details,
        )  # fmt: skip


def _sums(records: list[Record]) -> Iterator[Problem]:
    """The parts of a year, half-year or quarter may not exceed it; where all are there, they make
    it up. What has no count of its own is looked for in its own parts."""
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
        parts = list(_parts(period, delivered))
        given = [part for part in parts if part in delivered]
        total = sum(delivered[part] for part in given)
        if given and (total > whole or (given == parts and total < whole)):
            yield Problem(
                "reported_crimes.csv", record.line, "count",
                "parts-exceed" if total > whole else "parts-fall-short",
                str(whole), {"sum": str(total), "first": given[0], "last": given[-1]},
            )  # fmt: skip


def _parts(period: Period, delivered: dict[str, int]) -> Iterator[str]:
    """The coarsest parts that have counts: of a year half-years where one is there, else quarters,
    of a half-year quarters, of a quarter months."""
    if period.kind in ("year", "half"):
        halves = parts_of(period.text, "half") if period.kind == "year" else ()
        split = any(half in delivered for half in halves)
        for text in halves if split else parts_of(period.text, "quarter"):
            yield from [text] if text in delivered else _parts(parse_period(text), delivered)
    elif period.kind == "quarter":
        yield from parts_of(period.text, "month")


def _places_of_area(folder: PromiseFolder) -> Iterator[Problem]:
    """The places in the promise's area may not have more reports than it has; where all of them
    and the reports without a village are known, they make it up."""
    area = folder.promise.values["area"]
    inside = {r.values["id"] for r in folder.tables["places"] if r.values["part_of"] == area}
    totals = {r.values["id"] for r in folder.tables["indicators"] if r.values["series"] == "all"}
    unplaced = {
        r.values["period"]: r.values["unplaced"]
        for r in folder.tables["coverage"]
        if r.values["place"] == area
    }
    parts: dict[tuple[object, object], list[object]] = defaultdict(list)
    counted: dict[object, set[object]] = defaultdict(set)
    for record in folder.tables["reported_crimes"]:
        values = record.values
        if values["place"] in inside:
            parts[values["indicator"], values["period"]].append(values["count"])
            counted[values["indicator"]].add(values["place"])
    for record in folder.tables["reported_crimes"]:
        indicator, period = record.values["indicator"], record.values["period"]
        whole, found = record.values["count"], parts[indicator, period]
        if record.values["place"] != area or not isinstance(whole, int) or not found:
            continue
        known = [count for count in found if isinstance(count, int)]
        rest = unplaced.get(period) if indicator in totals else None
        total = sum(known) + (rest if isinstance(rest, int) else 0)
        complete = len(known) == len(counted[indicator]) and isinstance(rest, int)
        if total > whole or (complete and total < whole):
            code = "places-exceed" if total > whole else "places-fall-short"
            yield Problem(
                "reported_crimes.csv", record.line, "count", code, str(whole),
                {"sum": str(total), "period": str(period)},
            )  # fmt: skip


def _crime_codes(folder: PromiseFolder) -> Iterator[Problem]:
    """Every code counts somewhere or is set aside with a reason; what counts at all counts in the
    series of all reported crimes."""
    totals = [
        str(record.values["id"])
        for record in folder.tables["indicators"]
        if record.values["series"] == "all"
    ]
    for record in folder.tables["crime_codes"]:
        counted, reason = record.values["indicators"], record.values["set_aside"]
        code = str(record.values["code"])
        where = "crime_codes.csv", record.line, "indicators"
        if (counted is None) == (reason is None):
            yield Problem(*where, "code-counted-or-set-aside", code)
        elif isinstance(counted, tuple):
            for total in totals:
                if total not in counted:
                    yield Problem(*where, "code-not-in-all", code, {"total": total})


def _coverage(folder: PromiseFolder) -> Iterator[Problem]:
    """An area's reports are as many here as among its counts, and the unplaced are some of them."""
    kinds = {record.values["id"]: record.values["kind"] for record in folder.tables["places"]}
    totals = {
        record.values["id"]
        for record in folder.tables["indicators"]
        if record.values["series"] == "all"
    }
    counts = {
        (record.values["place"], record.values["period"]): record
        for record in folder.tables["reported_crimes"]
        if record.values["indicator"] in totals and record.values["count"] is not None
    }
    for record in folder.tables["coverage"]:
        place, period = record.values["place"], record.values["period"]
        reports, unplaced = record.values["reports"], record.values["unplaced"]
        if kinds.get(place, "area") != "area":
            yield Problem("coverage.csv", record.line, "place", "coverage-not-an-area", str(place))
        counted = counts.get((place, period))
        if counted is not None and counted.values["count"] != reports:
            yield Problem(
                "coverage.csv", record.line, "reports", "coverage-differs", str(reports),
                {"count": str(counted.values["count"]), "line": str(counted.line)},
            )  # fmt: skip
        if isinstance(reports, int) and isinstance(unplaced, int) and unplaced > reports:
            yield Problem(
                "coverage.csv", record.line, "unplaced", "unplaced-exceed", str(unplaced),
                {"reports": str(reports)},
            )  # fmt: skip


def _activities(folder: PromiseFolder) -> Iterator[Problem]:
    once = set()
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
        if not values["occasions_planned"]:
            once.add(values["id"])
    for record in folder.tables["activity_events"]:
        values = record.values
        if values["date"] is None and values["date_note"] is None:
            yield Problem("activity_events.csv", record.line, "date", "date-or-note")
        if values["new_deadline"] is not None and values["status"] != "postponed":
            yield Problem(
                "activity_events.csv", record.line, "new_deadline", "deadline-without-postponed",
                str(values["new_deadline"]),
            )  # fmt: skip
        if values["occasions_done"] is not None and values["activity"] in once:
            yield Problem(
                "activity_events.csv", record.line, "occasions_done", "occasions-not-planned",
                str(values["occasions_done"]),
            )  # fmt: skip


def _not_published(records: list[Record]) -> Iterator[Problem]:
    for record in records:
        first, last = record.values["first_period"], record.values["last_period"]
        if first and last and _end(last) < parse_period(str(first)).start:
            yield Problem(
                "not_published.csv", record.line, "last_period", "end-before-start", str(last),
                {"start": str(first)},
            )  # fmt: skip


def _end(text: object) -> date:
    return parse_period(str(text)).end


def _outlines(folder: PromiseFolder) -> Iterator[Problem]:
    first: dict[str, Outline] = {}
    for outline in folder.outlines:
        where = OUTLINES_FILE, outline.line, outline.column
        if outline.role == "village":
            yield from _known(folder, "places", outline.id, *where)
        if first.setdefault(outline.id, outline) is not outline:
            details: dict[str, str | int] = {"first": str(first[outline.id].line)}
            yield Problem(*where, "duplicate-id", outline.id, details)
