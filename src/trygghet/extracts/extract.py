"""What goes into the reading of an extract, and what comes out of it.

A kind of extract is one function, `read(extract) -> Understood`. It reads the file, turns it into
rows of the promise folder's files and says what it understood; it writes nothing and prints
nothing. There are two ways to say no, and both hold every problem at once:

- the file cannot be read at all, or as this kind: raise `BadExtract`;
- some of it could not be understood (a place or a code that nobody has named, a cell that is no
  number): leave those rows out and put one Problem each in `Understood.questions`. The owner then
  sees the rest as it was understood, and nothing is written until every question is answered.

A Problem of an extract has the extract's file name (`extract.path.name`), the line as a
spreadsheet shows it (1 is the first row of the sheet) and, as column, the heading that stands
there. Its code is a key of `words/import.<lang>.ftl` or `words/problems.<lang>.ftl`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from trygghet.check import Problem, PromiseFolder
from trygghet.extracts.mapping import Names
from trygghet.periods import Period


@dataclass(frozen=True, slots=True)
class Extract:
    """One extract to read, and the promise folder it goes into.

    `first` and `last` are the span that the owner says the extract covers, None where not said.
    `sheet` is the wanted sheet of a workbook, "" where not said. `names` holds the owner's
    import.toml over the headings that we know. `promise` is the folder as it is now, sound.
    """

    path: Path
    promise: PromiseFolder
    source: str
    names: Names
    first: Period | None = None
    last: Period | None = None
    sheet: str = ""

    @property
    def folder(self) -> Path:
        """The promise folder."""
        return self.promise.path

    @property
    def file(self) -> str:
        """The extract's name, as problems name it."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Row:
    """One row for a file of the promise folder: column → text as the file's format wants it.

    Where a row with the same key exists, columns that are left out keep what stands there (a note
    that somebody wrote by hand), so leave out what the extract says nothing of and write "" for
    what it says is empty. `line` is the line of the extract that the row comes from, 0 where it
    comes from many.
    """

    cells: Mapping[str, str]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Covered:
    """Rows of `table` that the extract replaces as a whole: those of its source whose period lies
    within the span from the first day of `first` to the last day of `last`. What stands there and
    is not among the new rows is removed, and the owner is told. Without this, rows are only
    replaced by rows with the same key.
    """

    table: str
    source: str
    first: Period
    last: Period


@dataclass(frozen=True, slots=True)
class Said:
    """One line that the command prints: a key of the catalogue and its arguments."""

    key: str
    arguments: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows as they were understood. `headings` are the columns of the promise's file."""

    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, rows: Iterable[Row], headings: tuple[str, ...], most: int = 8) -> "Preview":
        """A preview of the first `most` rows, with the columns in `headings`."""
        shown = [row for row, _ in zip(rows, range(most), strict=False)]
        return cls(headings, tuple(tuple(r.cells.get(h, "") for h in headings) for r in shown))


@dataclass(frozen=True, slots=True)
class Understood:
    """What an extract says, as rows of the promise folder's files.

    `tables` maps a table's name in `schema.TABLE` to its rows, in the order in which they are
    appended. `covers` names what is replaced as a whole (nothing, for most kinds). `summary` says
    what was understood, `preview` shows it, `questions` is what could not be understood; while
    there are questions nothing is written.
    """

    tables: Mapping[str, list[Row]]
    summary: tuple[Said, ...]
    preview: Preview
    questions: tuple[Problem, ...] = ()
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    covers: tuple[Covered, ...] = ()


class BadExtract(Exception):
    """An extract that cannot be read, or not be taken in; `problems` lists all that is wrong."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__(f"{len(self.problems)} problems")


Kind = Callable[[Extract], Understood]
