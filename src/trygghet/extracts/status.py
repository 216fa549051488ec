"""How the activities go: one row per activity and update, each a dated event.

Events are only added. One that the folder has word for word is not added again, so that a list
which repeats what was said last month can be taken in as it is.
"""

from collections import Counter

from trygghet.check.problems import command_catalogue
from trygghet.extracts.asking import Questions, missing_columns
from trygghet.extracts.cells import one_line, read_count, read_date
from trygghet.extracts.extract import Extract, Preview, Row, Said, Understood
from trygghet.extracts.mapping import fold
from trygghet.extracts.sheet import Line, read_sheet

KIND = "status"
SAYING = ("status", "new_deadline", "occasions_done", "event")
TRACKS = {
    "": "stated", "stated": "stated", "uppges": "stated",
    "evidence": "evidence", "publicerat underlag": "evidence",
}  # fmt: skip

_HEADINGS = ("activity", "date", "track", "status", "new_deadline", "occasions_done", "event")


def read(extract: Extract) -> Understood:
    """Rows for activity_events.csv.

    Raises:
        BadExtract: the file cannot be read or lacks a column.
    """
    sheet = read_sheet(extract, KIND, lambda cells: len(extract.names.positions(KIND, list(cells))))
    at = extract.names.positions(KIND, list(sheet.titles))
    missing = [] if "activity" in at or "title" in at else ["activity"]
    if not any(column in at for column in SAYING):
        missing.append("status")
    if "date" not in at and "date_note" not in at and extract.first is None:
        missing.append("date")
    if missing:
        raise missing_columns(extract, KIND, sheet, *missing)
    questions = Questions(extract, sheet)
    ids, titles = _activities(extract)
    rows, silent = [], 0
    for line in sheet.lines:
        if not any(line.cells[at[column]] for column in SAYING if column in at):
            silent += 1
            continue
        activity = _activity(questions, line, at, ids, titles)
        cells = _event(extract, questions, line, at)
        if activity:
            rows.append(Row({"activity": activity, **cells}, line.number))
    summary = [
        *sheet.said(),
        *sheet.unused([*at.values()]),
        Said(
            "import-status-understood",
            {"rows": len(rows), "activities": len({row.cells["activity"] for row in rows})},
        ),
    ]
    if silent:
        summary.append(Said("import-status-silent", {"count": silent}))
    return Understood(
        {"activity_events": rows}, tuple(summary), Preview.of(rows, _HEADINGS),
        tuple(questions.problems), questions.asked,
    )  # fmt: skip


def _activities(extract: Extract) -> tuple[dict[str, str], dict[str, str]]:
    """Folded id → id, and folded title → id, without the titles that several activities share."""
    records = extract.promise.tables["activities"]
    shared = Counter(fold(str(record.values["title"])) for record in records)
    ids = {fold(str(record.values["id"])): str(record.values["id"]) for record in records}
    titles = {
        title: str(record.values["id"])
        for record in records
        if shared[title := fold(str(record.values["title"]))] == 1
    }
    return ids, titles


def _activity(
    questions: Questions,
    line: Line,
    at: dict[str, int],
    ids: dict[str, str],
    titles: dict[str, str],
) -> str | None:
    """The activity by its id, else by its exact title. Where both are given they must agree."""
    found: dict[str, str] = {}
    for column, known in (("activity", ids | titles), ("title", titles | ids)):
        if column in at and line.cells[at[column]]:
            name = one_line(line.cells[at[column]])
            # A title alone may be worded anew as long as the id is right.
            if column == "title" and "activity" in found and fold(name) not in known:
                continue
            id_ = questions.name(
                line, at[column], "activities", name, known, "import-activity-unknown"
            )
            if id_ is None:
                return None
            found[column] = id_
    if not found:
        questions.ask(line, at.get("activity", at.get("title", -1)), "value-missing")
        return None
    if len(set(found.values())) > 1:
        questions.ask(
            line, at["title"], "import-activity-two", line.cells[at["title"]], id=found["activity"]
        )
        return None
    return next(iter(found.values()))


def _event(
    extract: Extract, questions: Questions, line: Line, at: dict[str, int]
) -> dict[str, str]:
    def cell(column: str) -> str:
        return one_line(line.cells[at[column]]) if column in at else ""

    cells = {
        "date": "", "track": _track(questions, line, at), "event": cell("event"),
        "source": extract.source,
    }  # fmt: skip
    if "date_note" in at:
        cells["date_note"] = cell("date_note")
    if "status" in at:
        cells["status"] = _status(extract, questions, line, at["status"])
    for column, reader in (
        ("date", read_date),
        ("new_deadline", read_date),
        ("occasions_done", read_count),
    ):
        if column in at:
            given = cell(column)
            cells[column] = (questions.read(line, at[column], reader) or "") if given else ""
    if not cell("date") and not cell("date_note"):
        if extract.first:
            cells["date"] = extract.first.text
        else:
            questions.ask(line, at.get("date", at.get("date_note", -1)), "date-or-note")
    if not cells["event"]:
        cells["event"] = _words(cell("status"), cells)
    return cells


def _words(status: str, cells: dict[str, str]) -> str:
    """A sentence that says no more than the row does, where the row has no text of its own."""
    say = command_catalogue("sv")
    said = [say("import-event-status", status=status)] if status else []
    if cells.get("new_deadline"):
        said.append(say("import-event-deadline", deadline=cells["new_deadline"]))
    if cells.get("occasions_done"):
        said.append(say("import-event-occasions", count=cells["occasions_done"]))
    return " ".join(said)


def _track(questions: Questions, line: Line, at: dict[str, int]) -> str:
    if "track" not in at:
        return "stated"
    name = line.cells[at["track"]]
    track = TRACKS.get(fold(name))
    if track is None:
        questions.ask(line, at["track"], "import-track", name)
    return track or ""


def _status(extract: Extract, questions: Questions, line: Line, at: int) -> str:
    name = one_line(line.cells[at])
    if not name:
        return ""
    known = extract.names.statuses
    return questions.name(line, at, "statuses", name, known, "import-status-unknown") or ""
