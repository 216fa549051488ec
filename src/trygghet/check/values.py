"""Read one cell: from the text in a file to a value of the column's type."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from trygghet.periods import parse_period
from trygghet.schema import Column

LONGEST_TEXT = 2_000

Value = str | int | float | tuple[str, ...]

_ID = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+")
_SYMBOLS_FOR_NOTHING = {
    "-",
    "–",
    "—",
    ".",
    "..",
    "…",
    "‥",
    "x",
    "na",
    "n/a",
    "null",
    "none",
    "saknas",
}


class BadValue(ValueError):
    """A cell that cannot be read. `code` names the message, `details` fills it in."""

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


def parse_value(column: Column, text: str, *, decimal_comma: bool = False) -> Value:
    """The value of a cell that is not empty.

    `decimal_comma` says that the file separates its columns with something else than a comma,
    so that "1,56" can only mean 1.56.

    Raises:
        BadValue: with the message's code.
    """
    _check_characters(text)
    if column.type == "decimal":
        return _decimal(text, decimal_comma=decimal_comma)
    if column.type == "choice":
        return _choice(text, column.choices)
    return _READERS[column.type](text)


def _check_characters(text: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise BadValue("text-too-long", length=len(text), most=LONGEST_TEXT)
    if any(ord(char) < 32 or 127 <= ord(char) < 160 for char in text):
        raise BadValue("control-character")


def _id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise BadValue("bad-id")
    return text


def _text(text: str) -> str:
    return text


def _count(text: str) -> int:
    _check_not_a_symbol(text)
    if re.fullmatch(r"[-−]\s*\d+(?:[.,]\d+)?", text):
        raise BadValue("count-negative")
    if _GROUPED.fullmatch(text):
        raise BadValue("number-grouped", plain=re.sub(r"\D", "", text))
    if re.fullmatch(r"\d+[.,]\d+", text):
        raise BadValue("count-fraction")
    if not re.fullmatch(r"[0-9]{1,12}", text):
        raise BadValue("count-not-a-number")
    return int(text)


def _decimal(text: str, *, decimal_comma: bool) -> float:
    _check_not_a_symbol(text)
    plain = text.replace("−", "-")
    if decimal_comma:
        plain = plain.replace(",", ".")
    elif re.fullmatch(r"-?\d+,\d+", plain):
        raise BadValue("decimal-comma", plain=plain.replace(",", "."))
    if re.search(r"\d[ \u00a0\u202f]\d", plain):
        raise BadValue("number-grouped", plain=re.sub(r"[ \u00a0\u202f]", "", plain))
    if not re.fullmatch(r"-?[0-9]{1,9}(?:\.[0-9]{1,6})?", plain):
        raise BadValue("decimal-not-a-number")
    return float(plain)


def _check_not_a_symbol(text: str) -> None:
    if text.casefold() in _SYMBOLS_FOR_NOTHING:
        raise BadValue("symbol-for-nothing")


def _period(text: str) -> str:
    try:
        period = parse_period(text)
    except ValueError:
        raise BadValue("bad-period") from None
    if period.kind == "day":
        raise BadValue("bad-period")
    return text


def _date(text: str) -> str:
    try:
        period = parse_period(text)
    except ValueError:
        raise BadValue("bad-date") from None
    if period.kind == "quarter":
        raise BadValue("bad-date")
    return text


def _choice(text: str, choices: tuple[str, ...]) -> str:
    if text not in choices:
        raise BadValue("bad-choice", choices=", ".join(choices))
    return text


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        raise BadValue("bad-url") from None
    if parts.scheme not in ("http", "https") or not host or re.search(r"[\s<>\"'`\\]", text):
        raise BadValue("bad-url")
    return text


def _refs(text: str) -> tuple[str, ...]:
    ids = tuple(part.strip() for part in text.split(";"))
    for id_ in ids:
        _id(id_)
    if len(set(ids)) < len(ids):
        raise BadValue("ref-twice")
    return ids


_READERS: dict[str, Callable[[str], Value]] = {
    "id": _id,
    "ref": _id,
    "text": _text,
    "count": _count,
    "period": _period,
    "date": _date,
    "url": _url,
    "refs": _refs,
}
