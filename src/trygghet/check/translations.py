"""Read `<language>.po`: texts of the folder in another language, in the format of GNU gettext.

Strict on purpose: what readers of the format usually pass over would be shown half translated.
"""

import re
from dataclasses import dataclass

from trygghet.check.csv_file import BadFile, decode
from trygghet.check.problems import Problem
from trygghet.check.values import BadValue, parse_value
from trygghet.schema import Column

_LINE = re.compile(r'(?:(msgid|msgstr)\s*)?"((?:[^"\\]|\\[ntr"\\])*)"')
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}
_MSGSTR = Column("msgstr", "text")


@dataclass(slots=True)
class Translation:
    """A text of the folder (`msgid`) in another language, and the lines where they stand.

    `msgstr` is None until its line is read. One that is `fuzzy` is only a guess by a tool.
    """

    line: int
    fuzzy: bool
    msgid: str = ""
    msgstr: str | None = None
    msgstr_line: int = 0


def read_translations(file: str, data: bytes) -> tuple[list[Translation], list[Problem]]:
    """The translations in a file without those that must be mended, and what is wrong."""
    try:
        entries = list(_entries(file, decode(file, data)))
    except BadFile as error:
        return [], [error.problem]
    first: dict[str, int] = {}
    sound = []
    problems = []
    for entry in entries:
        if entry.msgid == "":  # the header, for tools
            continue
        bad = _problem(file, entry, first.setdefault(entry.msgid, entry.line))
        if bad:
            problems.append(bad)
        else:
            sound.append(entry)
    return sound, problems


def _problem(file: str, entry: Translation, first: int) -> Problem | None:
    if first != entry.line:
        return Problem(file, entry.line, "msgid", "po-twice", entry.msgid, {"first": str(first)})
    if entry.fuzzy:
        return Problem(file, entry.line, "msgid", "po-fuzzy", entry.msgid)
    written = (entry.msgstr or "").strip()
    if not written:
        return Problem(file, entry.msgstr_line, "msgstr", "po-empty", entry.msgid)
    try:
        parse_value(_MSGSTR, written)
    except BadValue as error:
        return Problem(file, entry.msgstr_line, "msgstr", error.code, written, error.details)
    return None


def _entries(file: str, text: str) -> list[Translation]:
    """Every entry, sound or not.

    Raises:
        BadFile: a line is none of the format, or stands where it cannot.
    """
    entries: list[Translation] = []
    fuzzy = False
    for number, line in enumerate(map(str.strip, re.split(r"\r\n|\r|\n", text)), 1):
        if line.startswith("#") or not line:
            fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
            continue
        found = _LINE.fullmatch(line)
        keyword, part = (found[1] or "", _unescaped(found[2])) if found else (None, "")
        last = entries[-1] if entries else None
        if keyword == "msgid" and (last is None or last.msgstr is not None):
            entries.append(Translation(number, fuzzy, part))
            fuzzy = False
        elif keyword == "msgstr" and last and last.msgstr is None:
            last.msgstr, last.msgstr_line = part, number
        elif keyword == "" and last and last.msgstr is None:
            last.msgid += part
        elif keyword == "" and last and last.msgstr is not None:
            last.msgstr += part
        else:
            raise BadFile(Problem(file, number, "", "po-syntax", line))
    if entries and entries[-1].msgstr is None:
        raise BadFile(Problem(file, entries[-1].line, "", "po-syntax", entries[-1].msgid))
    return entries


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda escape: _ESCAPED.get(escape[1], escape[1]), text)
