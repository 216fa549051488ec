"""Read `import.toml`: what the owner says that the words in the extracts stand for."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from trygghet.check import BadFolder, Problem, PromiseFolder
from trygghet.check.csv_file import BadFile, Record, decode
from trygghet.check.toml_file import toml_content
from trygghet.check.values import BadValue, parse_value
from trygghet.extracts.mapping import OUTSIDE, UNPLACED, ZERO, Gap, Names, fold
from trygghet.periods import parse_period
from trygghet.schema import IMPORT_FILE, MISSING_REASONS, STATUSES, Column

KNOWN_COLUMNS = Path(__file__).with_name("columns.toml")
WORDS = ("places", "indicators", "focus_areas", "statuses", "symbols")
SECTIONS = ("columns", *WORDS, "absent", "counts", "gaps")

# The words that the site itself uses, and their neuter.
KNOWN_STATUSES = {
    "planerad": "planned", "planerat": "planned",
    "pågår": "ongoing", "pågående": "ongoing",
    "genomförd": "done", "genomfört": "done",
    "uppskjuten": "postponed", "uppskjutet": "postponed",
    "inställd": "cancelled", "inställt": "cancelled",
    **{status: status for status in STATUSES},
}  # fmt: skip
# What official statistics in Sweden use where a figure is not available. A dash stands for zero
# with some producers and for "not applicable" with others: the owner has to say.
KNOWN_SYMBOLS = {
    "..": "not_published",
    "inte publicerad": "not_published", "ej publicerad": "not_published",
    "inte mätt": "not_measured", "ej mätt": "not_measured",
    **{reason: reason for reason in MISSING_REASONS},
}  # fmt: skip

_GAP = {
    "place": Column("place", "ref", ref="places"),
    "indicator": Column("indicator", "ref", required=False, ref="indicators"),
    "first": Column("first", "period"),
    "last": Column("last", "period"),
    "reason": Column("reason", "choice", choices=MISSING_REASONS),
    "note": Column("note", "text", required=False),
}


@cache
def known_columns() -> dict[str, dict[str, tuple[str, ...]]]:
    """kind → column → the headings of columns.toml, with the column's own name, as folded texts."""
    with KNOWN_COLUMNS.open("rb") as file:
        kinds = tomllib.load(file)
    return {
        kind: {
            column: tuple(fold(heading) for heading in (*headings, column))
            for column, headings in columns.items()
        }
        for kind, columns in kinds.items()
    }


def read_names(folder: PromiseFolder) -> Names:
    """The names that the folder and its import.toml, if it has one, explain.

    Raises:
        BadFolder: with everything that is wrong in import.toml.
    """
    try:
        data = (folder.path / IMPORT_FILE).read_bytes()
    except FileNotFoundError:
        data = b""
    except OSError as error:
        unreadable = Problem(IMPORT_FILE, 0, "", "file-unreadable", error.strerror or "")
        raise BadFolder([unreadable]) from None
    try:
        text = decode(IMPORT_FILE, data)
        content = toml_content(
            IMPORT_FILE, text, syntax="import-toml-syntax", too_deep="import-toml-syntax"
        )
    except BadFile as error:
        raise BadFolder([error.problem]) from None
    reader = _Reader(folder, content, _lines(text))
    names = reader.names()
    if reader.problems:
        raise BadFolder(reader.problems)
    return names


def _lines(text: str) -> dict[tuple[str, int, str], int]:
    """(section, which one of that name, key) → line: tomllib keeps no line numbers. The section
    itself has the key ""."""
    found: dict[tuple[str, int, str], int] = {}
    section, index = "", 0
    seen: Counter[str] = Counter()
    for number, line in enumerate(text.split("\n"), 1):
        header = re.match(r"\s*\[{1,2}\s*([^\]]+?)\s*\]{1,2}", line)
        key = re.match(r'\s*("(?:[^"\\]|\\.)*"|\'[^\']*\'|[\w-]+)\s*=', line)
        if header:
            section = header[1]
            index = seen[section]
            seen[section] += 1
            found.setdefault((section, index, ""), number)
        elif key:
            try:
                (name,) = tomllib.loads(f"{key[1]} = 0")
            except tomllib.TOMLDecodeError:  # within a text of several lines
                continue
            found.setdefault((section, index, name), number)
    return found


class _Reader:
    """Goes through the file once; `problems` gathers what is wrong."""

    def __init__(
        self,
        folder: PromiseFolder,
        content: dict[str, Any],
        lines: dict[tuple[str, int, str], int],
    ) -> None:
        self._folder = folder
        self._content = content
        self._lines = lines
        self.problems: list[Problem] = []

    def names(self) -> Names:
        """Everything that the folder and the file explain."""
        for name in self._content:
            if name not in SECTIONS:
                self._unknown(self._line("", name), name, name, SECTIONS)
        folder = self._folder
        places = {str(record.values["id"]) for record in folder.tables["places"]}
        indicators = {str(record.values["id"]) for record in folder.tables["indicators"]}
        areas = {str(record.values["id"]) for record in folder.lists["focus_areas"]}
        return Names(
            self._columns(),
            _titles(folder.tables["places"], "name")
            | self._words("places", {*places, UNPLACED, OUTSIDE}),
            _titles(folder.tables["indicators"], "title") | self._words("indicators", indicators),
            _titles(folder.lists["focus_areas"], "title") | self._words("focus_areas", areas),
            KNOWN_STATUSES | self._words("statuses", {*STATUSES}),
            KNOWN_SYMBOLS | self._words("symbols", {"0", *MISSING_REASONS}),
            tuple(self._gaps(places, indicators)),
            frozenset(self._words("absent", {ZERO})),
            self._absent_counts(),
        )

    def _absent_counts(self) -> bool:
        for name in self._section("counts"):
            if name != "absent":
                self._unknown(self._line("counts", name), f"counts.{name}", name, ["absent"])
        return bool(self._words("counts", {ZERO}))

    def _line(self, section: str, key: str, index: int = 0) -> int:
        lines = self._lines
        return (
            lines.get((section, index, key))
            or lines.get((section, index, ""))
            or lines.get((key, 0, ""))
            or 1
        )

    def _problem(self, line: int, column: str, code: str, value: object, **details: str) -> None:
        text = value if isinstance(value, str) else repr(value)
        self.problems.append(Problem(IMPORT_FILE, line, column, code, text, {**details}))

    def _unknown(self, line: int, column: str, name: str, known: Iterable[str]) -> None:
        names = list(known)
        close = get_close_matches(name, names, n=1) or names
        self._problem(line, column, "key-unknown", name, known=", ".join(close))

    def _section(self, name: str) -> dict[str, Any]:
        section = self._content.get(name, {})
        if isinstance(section, dict):
            return section
        self._problem(self._line("", name), name, "import-not-a-section", section, name=name)
        return {}

    def _columns(self) -> dict[str, dict[str, tuple[str, ...]]]:
        columns = {kind: dict(known) for kind, known in known_columns().items()}
        for kind, given in self._section("columns").items():
            section = f"columns.{kind}"
            if kind not in columns:
                self._unknown(self._line(section, ""), section, kind, columns)
            elif not isinstance(given, dict):
                self._problem(
                    self._line("columns", kind), section, "import-not-a-section", given,
                    name=section,
                )  # fmt: skip
            else:
                for column, headings in given.items():
                    line = self._line(section, column)
                    if column not in columns[kind]:
                        self._unknown(line, f"{section}.{column}", column, columns[kind])
                    elif not _texts(headings):
                        self._problem(
                            line, f"{section}.{column}", "import-not-headings", headings,
                            name=column,
                        )  # fmt: skip
                    else:
                        own = tuple(fold(heading) for heading in headings)
                        columns[kind][column] = (*own, *columns[kind][column])
        return columns

    def _words(self, section: str, allowed: set[str]) -> dict[str, str]:
        words: dict[str, str] = {}
        for name, given in self._section(section).items():
            line, column = self._line(section, name), f"{section}.{name}"
            if not isinstance(given, str) or given not in allowed:
                close = get_close_matches(str(given), sorted(allowed), n=3) or sorted(allowed)
                self._problem(
                    line, column, "import-word-unknown", given,
                    section=section, known=", ".join(close),
                )  # fmt: skip
            elif words.setdefault(fold(name), given) != given:
                self._problem(line, column, "import-word-twice", name, first=words[fold(name)])
        return words

    def _gaps(self, places: set[str], indicators: set[str]) -> Iterator[Gap]:
        entries = self._content.get("gaps", [])
        if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
            self._problem(self._line("", "gaps"), "gaps", "not-a-list", entries, name="gaps")
            return
        known = {"place": places, "indicator": indicators}
        for index, entry in enumerate(entries):
            before = len(self.problems)
            for name in entry:
                if name not in _GAP:
                    self._unknown(self._line("gaps", name, index), f"gaps.{name}", name, [*_GAP])
            texts = {name: self._gap_text(entry, column, known, index)
                     for name, column in _GAP.items()}  # fmt: skip
            if len(self.problems) > before:
                continue
            first, last = parse_period(texts["first"]), parse_period(texts["last"])
            if last.end < first.start:
                line = self._line("gaps", "last", index)
                self._problem(line, "gaps.last", "end-before-start", last.text, start=first.text)
                continue
            yield Gap(
                texts["place"], texts["indicator"], first, last, texts["reason"], texts["note"]
            )

    def _gap_text(
        self, entry: Mapping[str, Any], column: Column, known: Mapping[str, set[str]], index: int
    ) -> str:
        given, where = entry.get(column.name), f"gaps.{column.name}"
        line = self._line("gaps", column.name, index)
        if given is None:
            if column.required:
                self._problem(line, where, "key-missing", "", key=column.name)
        elif not isinstance(given, str):
            self._problem(line, where, "not-a-text", given)
        else:
            try:
                parse_value(column, given)
            except BadValue as error:
                self.problems.append(
                    Problem(IMPORT_FILE, line, where, error.code, given, error.details)
                )
            else:
                if column.ref and given not in known[column.name]:
                    self._problem(line, where, "id-unknown", given, where=f"{column.ref}.csv")
                return given
        return ""


def _texts(given: Any) -> bool:
    return isinstance(given, list) and all(isinstance(one, str) and one.strip() for one in given)


def _titles(records: list[Record], title: str) -> dict[str, str]:
    """Folded id or title → id. A title that two share stands for neither."""
    shared = Counter(fold(str(record.values[title])) for record in records)
    named = {
        fold(str(record.values[title])): str(record.values["id"])
        for record in records
        if shared[fold(str(record.values[title]))] == 1
    }
    return {fold(str(record.values["id"])): str(record.values["id"]) for record in records} | named
