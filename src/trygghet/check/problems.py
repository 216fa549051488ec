"""What can be wrong in a promise folder, and how it is said to the person who can mend it."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from trygghet.words import Catalogue

SHOWN_OF_A_KIND = 10
LONGEST_VALUE = 80
LONGEST_DETAIL = 600  # a longer list is not read


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend: where it is, what stands there and, through `code`, what to do.

    `line` is 0 where the problem is the file itself, `column` empty where it is the whole line.
    """

    file: str
    line: int
    column: str
    code: str
    value: str = ""
    details: dict[str, str | int] = field(default_factory=dict, compare=False)


class BadFolder(Exception):
    """A promise folder that cannot be published; `problems` lists everything to mend."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__(f"{len(self.problems)} problems")


@cache
def command_catalogue(language: str) -> Catalogue:
    """The texts of the command line in `language` ("sv" or "en")."""
    files = (f"{name}.{language}.ftl" for name in ("problems", "import", "publish"))
    return Catalogue(language, *files)


def describe(problem: Problem, language: str) -> str:
    """One line: file, line, column, what is wrong and what to do."""
    say = command_catalogue(language)
    where = [safe(problem.file)]
    if problem.line:
        where.append(say("where-line", line=str(problem.line)))
    if problem.column:
        where.append(say("where-column", column=printable(problem.column)))
    details = {
        name: value if isinstance(value, int) else printable(value, LONGEST_DETAIL)
        for name, value in problem.details.items()
    }
    what = say(problem.code, value=printable(problem.value), **details)
    return f"{', '.join(where)}: {what}"


def report(problems: list[Problem], language: str) -> Iterator[str]:
    """The lines to print: every problem, where many are of one kind the first ten and the rest's
    line numbers, so that a wrong column does not bury the other problems."""
    say = command_catalogue(language)
    yield say("problem-count", count=len(problems))
    kinds: dict[tuple[str, str, str], list[Problem]] = defaultdict(list)
    for problem in sorted(problems):
        kinds[problem.file, problem.column, problem.code].append(problem)
    for alike in kinds.values():
        for problem in alike[:SHOWN_OF_A_KIND]:
            yield f"  {describe(problem, language)}"
        rest = alike[SHOWN_OF_A_KIND:]
        if rest:
            lines = ", ".join(str(problem.line) for problem in rest)
            shown = printable(lines, LONGEST_DETAIL)
            more = say("more-of-a-kind", count=len(rest), lines=shown)
            yield f"  {safe(rest[0].file)}: {more}"


def printable(value: str, longest: int = LONGEST_VALUE) -> str:
    """A value from a file, safe to print and cut if it is long."""
    shown = safe(value[: longest + 1])
    return shown if len(shown) <= longest else f"{shown[:longest]}…"


def safe(value: str) -> str:
    """A text that cannot steer a terminal: what does not show is written as its code."""
    return "".join(
        char if char.isprintable() else " " if unicodedata.category(char) == "Zs"
        else char.encode("unicode_escape").decode()
        for char in value
    )  # fmt: skip
