"""The activity plan as it was first decided: one row per activity.

The plan is frozen. An activity that the folder already has is never overwritten; where the
extract says something else of it, that is a question, and the answer is a dated event.
"""

from trygghet.check import Problem
from trygghet.extracts.asking import Questions, missing_columns
from trygghet.extracts.cells import one_line, read_count, read_date
from trygghet.extracts.extract import Extract, Preview, Row, Said, Understood
from trygghet.extracts.places import read_places
from trygghet.extracts.sheet import Line, Sheet, read_sheet

KIND = "plan"
NEEDED = ("title", "description", "places", "responsible")
TEXTS = ("title", "description", "deadline_note", "note")
# Words of the format: taken as they are, and checked with the rest of the folder.
CHOICES = ("relation", "context_kind", "focus_area_basis", "basis")

_HEADINGS = (
    "id",
    "title",
    "places",
    "focus_area",
    "responsible",
    "planned_start",
    "first_deadline",
)


def read(extract: Extract) -> Understood:
    """Rows for activities.csv.

    Raises:
        BadExtract: the file cannot be read or lacks a column.
    """
    sheet = read_sheet(extract, KIND, lambda cells: len(extract.names.positions(KIND, list(cells))))
    at = extract.names.positions(KIND, list(sheet.titles))
    missing = [column for column in NEEDED if column not in at]
    if missing:
        raise missing_columns(extract, KIND, sheet, *missing)
    questions = Questions(extract, sheet)
    if "id" not in at:
        questions.problems.append(_ask_for_ids(extract, sheet))
    rows = [_row(extract, questions, line, at) for line in sheet.lines]
    known = {record.values["id"] for record in extract.promise.tables["activities"]}
    there = sum(row.cells["id"] in known for row in rows)
    summary = [
        *sheet.said(),
        *sheet.unused([*at.values()]),
        Said("import-plan-understood", {"rows": len(rows), "there": there}),
    ]
    return Understood(
        {"activities": rows}, tuple(summary), Preview.of(rows, _HEADINGS),
        tuple(questions.problems), questions.asked,
    )  # fmt: skip


def _ask_for_ids(extract: Extract, sheet: Sheet) -> Problem:
    """Ids are the owner's: other files, and readers' links, hold on to them."""
    first = sheet.lines[0].number if sheet.lines else sheet.title_line + 1
    details: dict[str, str | int] = {"row": str(first)}
    return Problem(extract.file, sheet.title_line, "", "import-plan-no-ids", "", details)


def _row(extract: Extract, questions: Questions, line: Line, at: dict[str, int]) -> Row:
    cells = {"id": "", "source": extract.source}
    for name in ("id", *CHOICES):
        if name in at:
            cells[name] = line.cells[at[name]]
    for name in TEXTS:
        if name in at:
            cells[name] = one_line(line.cells[at[name]])
    for name, reader in (
        ("planned_start", read_date),
        ("first_deadline", read_date),
        ("occasions_planned", read_count),
    ):
        if name in at:
            text = line.cells[at[name]]
            cells[name] = (questions.read(line, at[name], reader) or "") if text else ""
    cells["places"] = read_places(extract, questions, line, at["places"])
    cells["responsible"] = "; ".join(
        one_line(one) for one in line.cells[at["responsible"]].split("\n") if one.strip()
    )
    if "focus_area" in at:
        cells["focus_area"] = _focus_area(extract, questions, line, at["focus_area"])
        if "focus_area_basis" not in at:
            cells["focus_area_basis"] = "published" if cells["focus_area"] else ""
    # What stands in the plan is part of the promise, unless columns of the plan say otherwise.
    cells.setdefault("relation", "in_promise")
    cells.setdefault("basis", "plan")
    for name in ("id", *NEEDED):
        if name in at and not line.cells[at[name]]:
            questions.ask(line, at[name], "value-missing")
    return Row(cells, line.number)


def _focus_area(extract: Extract, questions: Questions, line: Line, at: int) -> str:
    name = one_line(line.cells[at])
    if not name:
        return ""
    known = extract.names.focus_areas
    return questions.name(line, at, "focus_areas", name, known, "import-focus-unknown") or ""
