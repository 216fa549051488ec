"""Which derived numbers may stand beside a count (method §1)."""

import pytest

from trygghet.method.display import Rate, percent_change, rate_per_1000


def test_no_per_cent_is_shown_of_a_small_baseline() -> None:
    assert percent_change(75, 49) is None
    assert percent_change(75, 50) == 50.0
    assert percent_change(25, 50) == -50.0
    assert percent_change(3, 0) is None


@pytest.mark.parametrize(
    ("count", "population", "months", "shown"),
    [
        (20, 1000, 12, Rate(20.0, uncertain=False)),
        (19, 1000, 12, Rate(19.0, uncertain=True)),
        (10, 2000, 12, Rate(5.0, uncertain=True)),
        (9, 2000, 12, None),
        (500, 999, 12, None),
        (500, None, 12, None),
        (500, 2000, 11, None),
        (500, 2000, 14, None),
    ],
)
def test_no_rate_is_shown_of_few_cases_small_places_or_parts_of_a_year(
    count: int, population: int | None, months: int, shown: Rate | None
) -> None:
    assert rate_per_1000(count, population, months) == shown
