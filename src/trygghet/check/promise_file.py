"""Read `promise.toml`: what was promised, by whom, until when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from trygghet.check.csv_file import BadFile, Record, decode
from trygghet.check.problems import Problem
from trygghet.check.toml_file import toml_content
from trygghet.check.values import BadValue, Value, parse_value
from trygghet.schema import (
    LANGUAGES,
    PROMISE_FILE,
    PROMISE_KEYS,
    PROMISE_LISTS,
    Column,
    PromiseKey,
)

# No more than what a mail program needs to send: one name, one host, nothing that steers a link.
_EMAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")


@dataclass(frozen=True, slots=True)
class PromiseFile:
    """The keys of the promise as one record, and the records of each list in it."""

    promise: Record
    lists: dict[str, list[Record]]


NO_PROMISE = PromiseFile(
    Record(1, dict.fromkeys(key.name for key in PROMISE_KEYS), {}, sound=False), {}
)


def read_promise_file(data: bytes) -> tuple[PromiseFile, list[Problem]]:
    """The promise and all problems found key by key; NO_PROMISE if the file is no TOML."""
    try:
        text = decode(PROMISE_FILE, data)
        content = toml_content(PROMISE_FILE, text, syntax="toml-syntax", too_deep="toml-too-deep")
    except BadFile as error:
        return NO_PROMISE, [error.problem]
    where = _Lines(text)
    problems = list(_unknown(content, {key.name for key in PROMISE_KEYS} | {*PROMISE_LISTS}, where))
    top = {name: value for name, value in content.items() if name not in PROMISE_LISTS}
    promise, bad = _record(top, PROMISE_KEYS, where, "", 0)
    problems += bad
    lists = {}
    for name, keys in PROMISE_LISTS.items():
        entries = content.get(name, [])
        if isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries):
            lists[name], bad = _list_records(entries, name, keys, where)
            problems += bad
        else:
            given = f"[{name}]" if isinstance(entries, dict) else _written(entries)
            line = where.of("", 0, name)
            problems.append(Problem(PROMISE_FILE, line, name, "not-a-list", given, {"name": name}))
    return PromiseFile(promise, lists), problems


def _unknown(content: dict[str, Any], known: set[str], where: "_Lines") -> Iterator[Problem]:
    for name in content:
        if name not in known:
            close = get_close_matches(name, sorted(known), n=1) or sorted(known)
            details: dict[str, str | int] = {"known": ", ".join(close)}
            line = where.of("", 0, name)
            yield Problem(PROMISE_FILE, line, name, "key-unknown", name, details)


def _list_records(
    entries: list[dict[str, Any]], name: str, keys: tuple[PromiseKey, ...], where: "_Lines"
) -> tuple[list[Record], list[Problem]]:
    records = []
    problems = []
    for index, entry in enumerate(entries):
        unknown = set(entry) - {key.name for key in keys}
        for key in sorted(unknown):
            details: dict[str, str | int] = {"known": ", ".join(key.name for key in keys)}
            line = where.of(name, index, key)
            problems.append(
                Problem(PROMISE_FILE, line, f"{name}.{key}", "key-unknown", key, details)
            )
        record, bad = _record(entry, keys, where, name, index)
        problems += bad
        records.append(record)
    return records, problems


def _record(
    content: dict[str, Any], keys: tuple[PromiseKey, ...], where: "_Lines", section: str, index: int
) -> tuple[Record, list[Problem]]:
    values: dict[str, Value | None] = {}
    lines = {}
    problems = []
    for key in keys:
        given = content.get(key.name)
        lines[key.name] = line = where.of(section, index, key.name)
        column = f"{section}.{key.name}" if section else key.name
        values[key.name] = None
        if given is None or (isinstance(given, str) and not given.strip()):
            if key.required:
                code = "source-missing" if key.name == "source" else "key-missing"
                problems.append(Problem(PROMISE_FILE, line, column, code, "", {"key": key.name}))
            continue
        try:
            values[key.name] = _value(key, given)
        except BadValue as error:
            value = _written(given)
            problems.append(Problem(PROMISE_FILE, line, column, error.code, value, error.details))
    written = {name: _written(value) for name, value in content.items()}
    line = where.of(section, index, "")
    return Record(line, values, written, not problems, lines), problems


def _written(value: Any) -> str:
    try:
        return str(value)
    except (ValueError, RecursionError):  # as in _toml
        return "…"


def _value(key: PromiseKey, given: Any) -> Value:
    if key.type == "year":
        if not isinstance(given, int) or isinstance(given, bool) or not 1990 <= given <= 2100:
            raise BadValue("bad-year")
        return given
    if key.type == "number":
        if not isinstance(given, int) or isinstance(given, bool) or not 2 <= given <= 100:
            raise BadValue("bad-number")
        return given
    if key.type == "email":
        if not isinstance(given, str) or not _EMAIL.fullmatch(given):
            raise BadValue("bad-email")
        return given
    if key.type == "texts":
        if not isinstance(given, list) or not given or not all(_is_text(part) for part in given):
            raise BadValue("not-a-list-of-texts")
        choices = LANGUAGES if key.name == "languages" else ()
        part = Column(key.name, "choice" if choices else "text", choices=choices)
        for text in given:
            parse_value(part, text)
        if choices and given[0] != choices[0]:
            raise BadValue("first-language", first=choices[0])
        return tuple(given)
    if key.type == "date" and isinstance(given, date):
        given = given.isoformat()
    if not isinstance(given, str):
        raise BadValue("not-a-text")
    return parse_value(Column(key.name, key.type, choices=key.choices), given)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _blank_lines(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


class _Lines:
    """Where a key stands in the file: tomllib keeps no line numbers."""

    def __init__(self, text: str) -> None:
        self._lines: dict[tuple[str, int, str], int] = {}
        section, index = "", 0
        seen: dict[str, int] = {}
        # What looks like a key within a text of several lines is none.
        text = re.sub(r'"""[\s\S]*?"""|\'\'\'[\s\S]*?\'\'\'', _blank_lines, text)
        for number, line in enumerate(text.split("\n"), 1):
            header = re.match(r"\s*\[{1,2}\s*([\w-]+)\s*\]{1,2}", line)
            key = re.match(r'\s*("?)([\w-]+)\1\s*=', line)
            if header:
                section = header[1]
                index = seen.get(section, -1) + 1
                seen[section] = index
                self._lines.setdefault((section, index, ""), number)
            elif key:
                self._lines.setdefault((section, index, key[2]), number)

    def of(self, section: str, index: int, key: str) -> int:
        """The key's line, else its section's, else where a list with that name begins, else 1."""
        return (
            self._lines.get((section, index, key))
            or self._lines.get((section, index, ""))
            or self._lines.get(("", 0, section or key))
            or self._lines.get((key, 0, ""))
            or 1
        )
