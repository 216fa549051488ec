"""What a data file is: its columns, and the choices that its address can hold.

Everything that gives out data reads these definitions: the routes, the page that lists the
files, the archive, and the descriptions for machines. They outlive every request, so what they
say is looked up in the language of the moment.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from trygghet.release.queries import Release
from trygghet.words import text
from trygghet.words.files import column_key, unit_text

ValueType = Literal["text", "integer", "number", "boolean", "date", "period", "url", "list"]
"""`date` and `period` are in the project's notation (2021, 2021-01, 2021-01-29; 2019-Q3), as
exact as the source; `list` holds several texts."""

Choice = Mapping[str, Sequence[str]]
"""What an address asks for: parameter → its values, without the parameters that choose all."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in every format, what its values are, and what they count.

    The catalogue has its meaning under the file `of`, and what it counts under `counts`.
    """

    name: str
    type: ValueType
    of: str
    counts: str = ""
    required: bool = False

    @property
    def meaning(self) -> str:
        """What the values mean."""
        return text(column_key(self.of, self.name))

    @property
    def unit(self) -> str:
        """What the values are counted in; empty for none."""
        return unit_text(self.counts)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A choice that the address of a file can hold, explained in the catalogue under `of`.

    `allowed` gives the values that can be chosen, from the release and the choices of the
    parameters before this one; a `date` can be any day (2021-01-29), and `allowed` holds one to
    show. Without a value a parameter that is not `required` chooses all, or `default`.
    """

    name: str
    of: str
    allowed: Callable[[Release, Choice], Sequence[str]]
    required: bool = False
    several: bool = False
    default: str = ""
    type: Literal["choice", "date"] = "choice"

    @property
    def meaning(self) -> str:
        """What is chosen."""
        return text(f"choice-{self.of}-{self.name}")


@dataclass(frozen=True, slots=True)
class DataFile:
    """A table that can be had as a file in every format.

    `rows` gives the rows for a choice whose values are allowed; a value is None where it is
    missing, a tuple or list for the type `list`. `key` names the columns that together occur
    once, `refers` the columns that hold ids of another file.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Release, Choice], Iterable[Sequence[Any]]]
    parameters: tuple[Parameter, ...] = ()
    key: tuple[str, ...] = ()
    refers: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What the file is called on the pages."""
        return text(f"file-name-{self.name}")

    @property
    def whole(self) -> bool:
        """Whether all of it can be had at once: nothing has to be chosen."""
        return not any(one.required for one in self.parameters)
