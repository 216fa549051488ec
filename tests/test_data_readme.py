"""data/README.md explains the format as it is: whoever follows it gets files that can be built."""

import re
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from trygghet.schema import (
    FILES,
    OPTIONAL_FILES,
    OUTLINES_FILE,
    PROMISE_FILE,
    PROMISE_KEYS,
    PROMISE_LISTS,
    TABLES,
    Column,
    ColumnType,
    PromiseKey,
    PromiseKeyType,
)

README = Path(__file__).parents[1] / "data" / "README.md"
REQUIRED = {"ja": True, "nej": False, "värde eller orsak": False, "datum eller ord": False}
NUMBERS = ("tolv", "tretton", "fjorton", "femton", "sexton")


@cache
def readme() -> str:
    return README.read_text(encoding="utf-8")


def section(heading: str) -> str:
    """What stands under a heading, down to the next one."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", readme(), re.M | re.S)
    assert found, f"no heading {heading!r}"
    return found[1]


def rows(text: str) -> list[list[str]]:
    """The cells of the tables' rows, without heading rows."""
    lines = re.findall(r"^\|(.*)\|$", text, re.M)
    cells = [[cell.strip() for cell in line.split("|")] for line in lines]
    return [row for row in cells if row[0].startswith("`") or row[0] == ""]


def promise_rows() -> dict[str, list[list[str]]]:
    """The rows of promise.toml's keys, and those of each list under the list's name."""
    found: dict[str, list[list[str]]] = {"": []}
    name = ""
    for row in rows(section(f"`{PROMISE_FILE}`")):
        if len(row) == 5:
            name = row[0].strip("`") or name
            found.setdefault(name, []).append(row[1:])
        else:
            found[""].append(row)
    return found


def assert_explained(given: list[list[str]], wanted: tuple[Column, ...] | tuple[PromiseKey, ...]):
    explained = [
        (name.strip("`"), type_.strip("`"), REQUIRED[must]) for name, type_, must, _ in given
    ]
    assert explained == [(one.name, type_of(one), one.required) for one in wanted]
    for (*_, meaning), one in zip(given, wanted, strict=True):
        unexplained = [choice for choice in one.choices if f"`{choice}`" not in meaning]
        assert unexplained == [], one.name


def type_of(one: Column | PromiseKey) -> str:
    """The checks read a key called url as an address."""
    return "url" if one.name == "url" else one.type


def test_no_file_is_left_out():
    assert [row[0].strip("`") for row in rows(section("Vad en löftesmapp är"))] == [
        PROMISE_FILE,
        *(table.file for table in TABLES),
        *OPTIONAL_FILES,
    ]


def test_the_reader_is_told_how_many_files_there_are():
    assert f"mapp med {NUMBERS[len(FILES) - 12]} filer" in readme()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_has_its_type_its_values_and_whether_it_is_required(table):
    assert_explained(rows(section(f"`{table.file}`")), table.columns)


def test_every_key_of_the_promise_is_explained():
    assert_explained(promise_rows()[""], PROMISE_KEYS)


@pytest.mark.parametrize("name", PROMISE_LISTS)
def test_every_key_of_the_promise_lists_is_explained(name):
    assert_explained(promise_rows()[name], PROMISE_LISTS[name])


def test_no_list_is_explained_that_the_promise_does_not_have():
    assert set(promise_rows()) - {""} == set(PROMISE_LISTS)


def test_every_type_is_explained():
    types = {row[0].strip("`") for row in rows(section("Filerna, kolumn för kolumn"))}
    assert types == {*get_args(ColumnType), *get_args(PromiseKeyType)}


def test_what_an_outline_needs_is_explained():
    names = [row[0].strip("`") for row in rows(section(f"`{OUTLINES_FILE}`"))]
    assert names == ["id", "name", "role"]


def test_no_link_within_the_text_leads_nowhere():
    headings = re.findall(r"^#+ (.*)$", readme(), re.M)
    anchors = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]*)\)", readme())) - anchors == set()
