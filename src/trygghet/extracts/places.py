"""Read a cell that names several places."""

import re

from trygghet.extracts.asking import Questions
from trygghet.extracts.cells import one_line
from trygghet.extracts.extract import Extract
from trygghet.extracts.mapping import OUTSIDE, UNPLACED, fold
from trygghet.extracts.sheet import Line


def read_places(extract: Extract, questions: Questions, line: Line, at: int) -> str:
    """The ids of the places in a cell, with semicolons between.

    The whole cell may be one name ("Alla byar"); else names stand on lines of their own or have a
    comma, a semicolon or "och" between them.
    """
    text = line.cells[at]
    names = extract.names.places
    whole = names.get(fold(text))
    parts = [text] if whole else re.split(r"[\n;,]|\soch\s", text)
    ids = []
    for name in filter(None, map(one_line, parts)):
        known = {key: id_ for key, id_ in names.items() if id_ not in (UNPLACED, OUTSIDE)}
        id_ = questions.name(line, at, "places", name, known, "import-place-unknown")
        if id_ and id_ not in ids:
            ids.append(id_)
    return ";".join(ids)
