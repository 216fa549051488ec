"""What a data file is: its columns, and the choices that its address can hold.

Everything that gives out data reads these definitions: the routes, the page that lists the
files, the archive, and the descriptions for machines.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from trygghet.release.queries import Release

ValueType = Literal["text", "integer", "number", "boolean", "date", "period", "url", "list"]
"""`date` and `period` are in the project's notation (2021, 2021-01, 2021-01-29; 2019-Q3), as
exact as the source; `list` holds several texts."""

Choice = Mapping[str, Sequence[str]]
"""What an address asks for: parameter → its values, without the parameters that choose all."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in every format, what its values are and mean, and their unit."""

    name: str
    type: ValueType
    meaning: str
    unit: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Parameter:
    """A choice that the address of a file can hold.

    `allowed` gives the values that can be chosen, from the release and the choices of the
    parameters before this one; a `date` can be any day (2021-01-29), and `allowed` holds one to
    show. Without a value a parameter that is not `required` chooses all, or `default`.
    """

    name: str
    meaning: str
    allowed: Callable[[Release, Choice], Sequence[str]]
    required: bool = False
    several: bool = False
    default: str = ""
    type: Literal["choice", "date"] = "choice"


@dataclass(frozen=True, slots=True)
class DataFile:
    """A table that can be had as a file in every format.

    `rows` gives the rows for a choice whose values are allowed; a value is None where it is
    missing, a tuple or list for the type `list`. `key` names the columns that together occur
    once, `refers` the columns that hold ids of another file.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Callable[[Release, Choice], Iterable[Sequence[Any]]]
    parameters: tuple[Parameter, ...] = ()
    key: tuple[str, ...] = ()
    refers: Mapping[str, str] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether all of it can be had at once: nothing has to be chosen."""
        return not any(one.required for one in self.parameters)
