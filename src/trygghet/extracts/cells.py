"""Read the cells of an extract as Swedish offices write them: numbers, dates and periods.

What is not certain is not read: the owner is asked. Numbers may have spaces between thousands and
a comma or a point before decimals. Dates are ISO, "15 mars 2021", "mars 2021", "2021", or "15/3
2021": with a slash and the year apart the day always comes first, as it does in Swedish.
"""

import re

from trygghet.check.values import BadValue
from trygghet.periods import parse_period

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip

_MONTH = {name: number for number, name in enumerate(MONTHS, 1)}
_MONTH |= {name[:3]: number for name, number in _MONTH.items()}
_MONTH |= {f"{name[:3]}.": number for name, number in _MONTH.items()} | {"sept": 9}
_WORD = "|".join(re.escape(name) for name in sorted(_MONTH, key=len, reverse=True))

_NUMBER = re.compile(r"([-−])?(\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d+))?", re.ASCII)
_ISO_DATE = re.compile(
    r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[ T]00:00(?::00)?)?", re.ASCII
)  # with the midnight that some systems write
_DAY_WORD = re.compile(rf"(\d{{1,2}}) ({_WORD}) (\d{{4}})", re.ASCII)
_MONTH_WORD = re.compile(rf"({_WORD}) (\d{{4}})", re.ASCII)
_DAY_SLASH = re.compile(r"(\d{1,2})/(\d{1,2}) (\d{4})", re.ASCII)

_QUARTER = re.compile(r"(?:kvartal|kv\.?|k|q) ?([1-4])", re.ASCII)
_HALF = re.compile(r"(?:halvår|h) ?([12])", re.ASCII)
_YEAR = re.compile(r"(?:år |helår )?(\d{4})", re.ASCII)


def one_line(text: str) -> str:
    """A text on one line with single spaces: a cell of Excel may hold several lines."""
    return " ".join(text.split())


def read_number(text: str) -> str:
    """A number as the promise's files have it: without spaces, with a point.

    Raises:
        BadValue: the text is no number.
    """
    match = _NUMBER.fullmatch(one_line(text))
    if match is None:
        raise BadValue("import-number")
    sign, whole, decimals = match.groups()
    plain = whole.replace(" ", "") + (f".{decimals}" if decimals else "")
    return f"-{plain}" if sign else plain


def read_count(text: str) -> str:
    """A whole number, 0 or more.

    Raises:
        BadValue: the text is no such number.
    """
    number = read_number(text)
    if not number.isdecimal():
        raise BadValue("import-count")
    return number


def read_date(text: str) -> str:
    """A date in the project's notation, as exact as it stands there.

    Raises:
        BadValue: the text is no date, or could be two.
    """
    plain = one_line(text).casefold()
    if match := _ISO_DATE.fullmatch(plain):
        return _checked(match[1])
    if match := _DAY_WORD.fullmatch(plain):
        return _checked(f"{match[3]}-{_MONTH[match[2]]:02}-{int(match[1]):02}")
    if match := _MONTH_WORD.fullmatch(plain):
        return _checked(f"{match[2]}-{_MONTH[match[1]]:02}")
    if match := _DAY_SLASH.fullmatch(plain):
        return _checked(f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}")
    raise BadValue("import-date")


def _checked(text: str) -> str:
    try:
        return parse_period(text).text
    except ValueError:
        raise BadValue("import-date") from None


def read_period(text: str) -> str:
    """A year, half-year, quarter or month in the project's notation, from that or from words:
    "2019 kv1", "Kvartal 1 2019", "2019Q1", "mars 2019", "2019M03".

    Raises:
        BadValue: the text is no such period.
    """
    plain = one_line(text).casefold()
    try:
        period = parse_period(plain.upper())
    except ValueError:
        return _period_in_words(plain)
    if period.kind == "day":
        raise BadValue("import-period")
    return period.text


def _period_in_words(plain: str) -> str:
    if match := _YEAR.fullmatch(plain):
        return _known_period(match[1])
    year_first = re.fullmatch(r"(\d{4})[ ,:-]*(\D.*)", plain, re.ASCII)
    year_last = re.fullmatch(r"(\D+\d?)[ ,]+(\d{4})", plain, re.ASCII)
    if year_first:
        return read_part(year_first[1], year_first[2])
    if year_last:
        return read_part(year_last[2], year_last[1])
    raise BadValue("import-period")


def read_part(year: str, part: str) -> str:
    """A period from a year and a part of it: a quarter, a half-year or a month.

    Raises:
        BadValue: not a part of a year.
    """
    plain = one_line(part).casefold()
    month = re.fullmatch(r"m ?(\d{1,2})", plain, re.ASCII)
    if match := _QUARTER.fullmatch(plain):
        return _known_period(f"{year}-Q{match[1]}")
    if match := _HALF.fullmatch(plain):
        return _known_period(f"{year}-H{match[1]}")
    if plain in _MONTH:
        return _known_period(f"{year}-{_MONTH[plain]:02}")
    if month:
        return _known_period(f"{year}-{int(month[1]):02}")
    raise BadValue("import-period")


def _known_period(text: str) -> str:
    try:
        return parse_period(text).text
    except ValueError:
        raise BadValue("import-period") from None


def is_period(text: str) -> bool:
    """Whether a heading is a period."""
    try:
        read_period(text)
    except BadValue:
        return False
    return True
