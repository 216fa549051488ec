"""Write the files of a promise folder: UTF-8, line feeds, no quotation marks without need."""

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from trygghet.schema import TABLE

Row = Mapping[str, str]
"""One row of a file. A column that is left out is written empty."""

TomlValue = str | int | list[str]
TomlList = list[dict[str, str]]


def write_table(folder: Path, name: str, rows: Iterable[Row]) -> None:
    """Write the rows of the table `name`. A key that is no column of it raises ValueError."""
    table = TABLE[name]
    with (folder / table.file).open("w", encoding="utf-8", newline="") as file:
        columns = [column.name for column in table.columns]
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_text(path: Path, text: str) -> None:
    """Write `text` as it is, on every platform with line feeds."""
    path.write_text(text, encoding="utf-8", newline="\n")


def toml(values: Mapping[str, TomlValue], lists: Mapping[str, TomlList]) -> str:
    """The TOML text of plain keys followed by arrays of tables."""
    lines = [f"{key} = {_value(value)}" for key, value in values.items()]
    for name, tables in lists.items():
        for table in tables:
            lines += [
                "",
                f"[[{name}]]",
                *(f"{key} = {_value(text)}" for key, text in table.items()),
            ]
    return "\n".join(lines) + "\n"


def _value(value: TomlValue) -> str:
    """A JSON string, number or array of strings is also a TOML one."""
    return json.dumps(value, ensure_ascii=False)
