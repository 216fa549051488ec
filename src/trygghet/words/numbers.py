"""Numbers, dates and periods as readers of the language spoken write them."""

from collections.abc import Sequence
from datetime import date, datetime

from babel.dates import format_date, format_time, get_month_names
from babel.lists import format_list
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

from trygghet.periods import parse_period
from trygghet.words.catalogue import text
from trygghet.words.language import locale


def number(value: int) -> str:
    """12389 → "12 389" (the space does not break)."""
    return str(format_decimal(value, locale=locale()))


def published_number(notation: str) -> str:
    """A decimal with the digits that its source gives: "1.40" → "1,40"."""
    return notation.replace(".", get_decimal_symbol(locale())).replace("-", "−")


def separators() -> str:
    """The decimal sign and the sign between thousands, as Plotly asks for them."""
    return get_decimal_symbol(locale()) + get_group_symbol(locale())


def one_decimal(value: float) -> str:
    """A number that is not whole, with one decimal: "58,4"."""
    return str(format_decimal(value, "#,##0.0", locale=locale()))


def ratio(value: float) -> str:
    """A ratio with two decimals, small ones with two figures that count: "0,59", "0,0042"."""
    pattern = "#,##0.00" if value >= 0.1 or value == 0 else "0.0###"
    return str(format_decimal(value, pattern, locale=locale()))


def decimal_number(value: float) -> str:
    """A number of our own, such as an axis ends in: "1 090", "2,5"."""
    return str(format_decimal(value, format="#,##0.##", locale=locale()))


def margin_text(value: float) -> str:
    """A margin of error: 0.27 → "±0,27"."""
    return f"±{published_number(f'{value:g}')}"


def difference(value: int) -> str:
    """A difference in numbers, always with its sign: "+462", "−3", "0"."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{number(abs(value))}"


def day(value: date) -> str:
    """The day in full: "29 januari 2021"."""
    return str(format_date(value, "d MMMM y", locale=locale()))


def clock(value: datetime) -> str:
    """The time of the day where the server stands: "14:05"."""
    return str(format_time(value, "short", value.tzinfo, locale=locale()))


def when(notation: str) -> str:
    """A date or period in words: "29 januari 2021", "maj 2020", "kvartal 3 2019",
    "första halvåret 2019", "2019"."""
    period = parse_period(notation)
    if period.kind == "day":
        return day(period.start)
    if period.kind == "month":
        return str(format_date(period.start, "LLLL y", locale=locale()))
    if period.kind == "half":
        return text("period-half", half=int(period.part[1]), year=notation[:4])
    if period.kind == "quarter":
        return text("period-quarter", quarter=period.part[1], year=notation[:4])
    return notation


def span(first: str, last: str) -> str:
    """A run of periods: "januari–mars 2021", "april 2020–mars 2021", "kvartal 1–2 2021", "2020"."""
    if first == last:
        return when(first)
    start, end = parse_period(first), parse_period(last)
    if start.year != end.year:
        return text("period-span", first=when(first), last=when(last))
    if start.kind == "quarter":
        return text("period-quarters", first=start.part[1], last=end.part[1], year=first[:4])
    months = get_month_names("wide", locale=locale())
    return f"{months[start.start.month]}–{months[end.start.month]} {start.year}"


def listed(parts: Sequence[str]) -> str:
    """ "a", "a och b", "a, b och c"."""
    return str(format_list(list(parts), locale=locale()))


def either(parts: Sequence[str]) -> str:
    """ "1,56 eller 1,59"."""
    return str(format_list(list(parts), style="or", locale=locale()))
