"""When figures are to be renewed: a reader is told the right day, and when it has passed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trygghet.release.due import add_months, due

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
END = date(2021, 6, 30)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2021-04-15", 3, "2021-07-15"),
        ("2021-01-31", 1, "2021-02-28"),
        ("2020-01-31", 1, "2020-02-29"),
        ("2020-02-29", 12, "2021-02-28"),
        ("2020-11-30", 3, "2021-02-28"),
        ("2021-12-31", 2, "2022-02-28"),
        ("2021-10-31", 2, "2021-12-31"),
        ("2021-12-01", 1, "2022-01-01"),
        ("2021-06-30", 100, "2029-10-30"),
    ],
)
def test_a_month_is_thirty_days(day: str, months: int, later: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(later)


@given(DAYS, st.integers(1, 100))
def test_a_renewal_falls_in_the_wrong_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or ((later + timedelta(1)).day == 1 and later.day < day.day)


@pytest.mark.parametrize(
    ("today", "days_late"),
    [("2021-04-15", 0), ("2021-07-15", 0), ("2021-07-16", 1), ("2022-07-15", 365)],
)
def test_the_page_is_called_late_on_the_wrong_day(today: str, days_late: int) -> None:
    found = due(date(2021, 4, 15), 3, END, date.fromisoformat(today))
    assert found is not None
    assert (found.day, found.days_late) == (date(2021, 7, 15), days_late)


@pytest.mark.parametrize(
    ("as_of", "still_due"),
    [("2021-03-31", True), ("2021-06-30", True), ("2021-07-01", False), ("2021-09-30", False)],
)
def test_an_ended_promise_is_late_for_ever_or_never_finished(as_of: str, still_due: bool) -> None:
    """Figures of a day after the end have met the first renewal after it."""
    found = due(date.fromisoformat(as_of), 3, END, date(2026, 11, 22))
    assert (found is not None) is still_due
    assert found is None or found.days_late > 1_800
