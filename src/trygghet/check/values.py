"""Read one cell: from the text in a file to a value of the column's type."""

import re
import unicodedata
from collections.abc import Callable
from urllib.parse import urlsplit

from trygghet.periods import FIRST_YEAR, LAST_YEAR, PeriodKind, parse_period
from trygghet.schema import Column

LONGEST_TEXT = 2_000
MOST_DIGITS = 12
LONGEST_ID = 80  # an id is also the name of a folder and part of an address

Value = str | int | float | tuple[str, ...]

_ID = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[\s.,'’][0-9]{3})+")
# A formula, or what Excel writes where one failed: #NAMN?, #REFERENS!, #SAKNAS!
_FORMULA = re.compile(r"=.*|#\S+[!?]")
_SYMBOLS_FOR_NOTHING = {
    "-",
    "−",
    "–",
    "—",
    ".",
    "..",
    "…",
    "‥",
    "x",
    "na",
    "n/a",
    "#n/a",
    "nan",
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
    if not text.isprintable() and any(map(_is_invisible, text)):
        raise BadValue("control-character")
    if _is_garbled(text):
        raise BadValue("garbled")
    if _FORMULA.fullmatch(text):
        raise BadValue("formula")


def _is_invisible(char: str) -> bool:
    return not char.isprintable() and unicodedata.category(char) != "Zs"


def _is_garbled(text: str) -> bool:
    """Letters lost, or UTF-8 that was once opened as Windows-1252: "SÃ¶dra" for "Södra"."""
    if "\ufffd" in text:
        return True
    if text.isascii():
        return False
    try:
        return text.encode("cp1252").decode("utf-8") != text
    except UnicodeError:
        return False


def _id(text: str) -> str:
    if len(text) > LONGEST_ID:
        raise BadValue("text-too-long", length=len(text), most=LONGEST_ID)
    if not _ID.fullmatch(text):
        raise BadValue("bad-id")
    return text


def _text(text: str) -> str:
    return text


def _count(text: str) -> int:
    _check_not_a_symbol(text)
    if re.fullmatch(r"[-−]\s*[0-9]+(?:[.,][0-9]+)?", text):
        raise BadValue("count-negative")
    if _GROUPED.fullmatch(text):
        raise BadValue("number-grouped", plain=re.sub(r"[^0-9]", "", text))
    if re.fullmatch(r"[0-9]+[.,][0-9]+", text):
        raise BadValue("count-fraction")
    if not re.fullmatch(r"[0-9]+", text):
        raise BadValue("count-not-a-number")
    if len(text) > MOST_DIGITS:
        raise BadValue("count-too-large", most=MOST_DIGITS)
    return int(text)


def _decimal(text: str, *, decimal_comma: bool) -> float:
    _check_not_a_symbol(text)
    plain = text.replace("−", "-")
    if decimal_comma:
        plain = plain.replace(",", ".")
    elif re.fullmatch(r"-?[0-9]+,[0-9]+", plain):
        raise BadValue("decimal-comma", plain=plain.replace(",", "."))
    if re.fullmatch(r"-?[0-9]{1,3}(?:[\s'’][0-9]{3})+(?:[.,][0-9]+)?", plain):
        raise BadValue("number-grouped", plain=re.sub(r"[\s'’]", "", plain).replace(",", "."))
    if not re.fullmatch(r"-?[0-9]{1,9}(?:\.[0-9]{1,6})?", plain):
        raise BadValue("decimal-not-a-number")
    return float(plain)


def _check_not_a_symbol(text: str) -> None:
    if text.casefold() in _SYMBOLS_FOR_NOTHING:
        raise BadValue("symbol-for-nothing")


def _period(text: str) -> str:
    return _time(text, "bad-period", not_a=("day",))


def _date(text: str) -> str:
    return _time(text, "bad-date", not_a=("half", "quarter"))


def _time(text: str, code: str, *, not_a: tuple[PeriodKind, ...]) -> str:
    year = re.match(r"[0-9]{4}(?=-|$)", text)
    if year and not FIRST_YEAR <= int(year[0]) <= LAST_YEAR:
        raise BadValue("year-outside", first=str(FIRST_YEAR), last=str(LAST_YEAR))
    try:
        period = parse_period(text)
    except ValueError:
        raise BadValue(code) from None
    if period.kind in not_a or not text.isascii():
        raise BadValue(code)
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
