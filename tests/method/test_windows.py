"""Which periods are compared: the same months, none twice unseen, none filled in."""

import pytest

from trygghet.method.windows import (
    Count,
    end_window,
    period_sums,
    promise_window,
    rolling_window,
    year_windows,
)
from trygghet.periods import parse_period


def months(first: str, last: str, value: int = 10) -> dict[str, Count]:
    """One count for every month from `first` to `last`."""
    found = {}
    year, month = int(first[:4]), int(first[5:])
    while (text := f"{year}-{month:02}") <= last:
        found[text] = Count(value)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found


def quarters(first_year: int, last: str, value: int = 30) -> dict[str, Count]:
    names = (f"{year}-Q{q}" for year in range(first_year, 2030) for q in range(1, 5))
    return {name: Count(value) for name in names if name <= last}


def test_a_running_year_is_compared_with_the_same_months_and_no_others():
    (full, running) = year_windows(months("2019-01", "2021-03"), 2019)
    assert (full.kind, full.now, full.count_now, full.count_baseline) == ("year", "2020", 120, 120)
    assert (full.days_now, full.days_baseline) == (366, 365)
    assert (running.kind, running.now, running.now_end) == ("running", "2021-01", "2021-03")
    assert (running.baseline, running.baseline_end) == ("2019-01", "2019-03")
    assert (running.count_now, running.count_baseline) == (30, 30)
    assert (running.days_now, running.days_baseline) == (90, 90)


def test_years_before_the_baseline_are_told_apart_from_those_that_are_judged():
    windows = year_windows({str(year): Count(5) for year in range(2017, 2021)}, 2019)
    kinds = {window.now: window.kind for window in windows}
    assert kinds == {"2017": "earlier", "2018": "earlier", "2020": "year"}


def test_a_missing_month_takes_the_count_away_and_says_which():
    counts = months("2019-01", "2021-03") | {"2020-06": Count(None, "not_delivered")}
    full = next(year_windows(counts, 2019))
    assert full.count_now is None and full.count_baseline == 120
    assert (full.missing_period, full.missing_reason) == ("2020-06", "not_delivered")


def test_a_month_that_nobody_has_mentioned_is_missing_and_not_zero():
    counts = months("2019-01", "2021-03")
    del counts["2021-02"]
    *_, running = year_windows(counts, 2019)
    assert running.count_now is None
    assert (running.missing_period, running.missing_reason) == ("2021-02", "not_published")


def test_the_latest_twelve_months_stand_against_the_whole_baseline_year():
    window = rolling_window(months("2019-01", "2021-03"), 2019)
    assert window is not None
    assert (window.now, window.now_end, window.baseline) == ("2020-04", "2021-03", "2019")
    assert (window.count_now, window.days_now) == (120, 365)


@pytest.mark.parametrize("last", ["2020-12", "2019-11", "2020-06"])
def test_twelve_months_that_are_a_year_or_reach_into_the_baseline_are_not_compared_again(last):
    assert rolling_window(months("2019-01", last), 2019) is None


def test_the_end_assessment_is_the_promises_last_twelve_months_from_months_or_quarters():
    end = parse_period("2021-06-30")
    by_month = end_window(months("2019-01", "2021-06"), 2019, end)
    by_quarter = end_window(quarters(2019, "2021-Q4"), 2019, end)
    assert by_month is not None and by_quarter is not None
    assert (by_month.now, by_month.now_end) == ("2020-07", "2021-06")
    assert (by_quarter.now, by_quarter.now_end) == ("2020-Q3", "2021-Q2")
    assert by_month.baseline == by_quarter.baseline == "2019"
    assert by_month.count_now == by_quarter.count_now == 120
    assert end_window(months("2019-01", "2021-05"), 2019, end) is None


def test_the_whole_promise_uses_may_and_june_of_the_baseline_twice_and_says_so():
    counts = months("2019-01", "2021-06")
    start, end = parse_period("2020-05"), parse_period("2021-06-30")
    window = promise_window(counts, 2019, start, end)
    assert window is not None
    assert window.count_now == 140
    assert sorted(window.parts_baseline).count("2019-05") == 2
    assert sorted(window.parts_baseline).count("2019-06") == 2
    assert len(window.parts_baseline) == 14
    # B = 140, k = (10·1 + 2·4)·10 / 140 = 18/14; y' = 140 / k and the exposure is divided likewise.
    assert window.count_baseline == pytest.approx(140 * 14 / 18)
    assert window.days_baseline == pytest.approx((365 + 61) * 14 / 18)


def test_sums_are_made_only_of_parts_that_are_all_there():
    counts = months("2020-01", "2020-12") | {"2020-02": Count(None, "protected")}
    sums = period_sums(counts)
    assert sums["2020-Q2"] == Count(30)
    assert sums["2020-Q1"] == Count(None, "protected")
    assert sums["2020"] == Count(None, "protected")
    assert "2021" not in sums and period_sums(months("2021-01", "2021-02")) == {}
