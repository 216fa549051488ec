"""The attacker finds every leak that is planted in a release, and none in the one that is built."""

from collections.abc import Iterable
from pathlib import Path

import duckdb
from attacker import view_of
from shipped_files import EXAMPLE, REAL

from trygghet.protect.audit import audit
from trygghet.release.store import current_release

Row = tuple[str, str, str, int | None]
HIDDEN = None

PLACES = [
    ("kommun", "municipality", None),
    ("bygden", "area", "kommun"),
    ("lillby", "village", "bygden"),
    ("storby", "village", "bygden"),
    ("mellanby", "village", "bygden"),
]
INDICATORS = [
    ("alla", "all", "lower", "no"),
    ("ej-polisens", "all_but_police", "lower", "no"),
    ("stold", "category", "lower", "no"),
    ("vald", "category", "lower", "yes"),
    ("narkotika", "category", "not_judged", "yes"),
]


def release(
    path: Path, rows: Iterable[Row], unplaced: Iterable[tuple[str, int | None]] = ()
) -> Path:
    """A release that holds only what an attacker looks at. A count of None is a hidden one."""
    with duckdb.connect(str(path)) as connection:
        for name, columns in (
            ("promise", "area VARCHAR, hide_below BIGINT"),
            ("places", "id VARCHAR, kind VARCHAR, part_of VARCHAR"),
            ("indicators", "id VARCHAR, series VARCHAR, good_direction VARCHAR, sensitive VARCHAR"),
            (
                "reported_crimes",
                "place VARCHAR, indicator VARCHAR, period VARCHAR, count BIGINT, "
                "missing_reason VARCHAR",
            ),
            ("coverage", "period VARCHAR, unplaced BIGINT, missing_reason VARCHAR"),
        ):
            connection.execute(f"CREATE TABLE {name} ({columns})")
        connection.execute("INSERT INTO promise VALUES ('bygden', 5)")
        connection.executemany("INSERT INTO places VALUES (?, ?, ?)", PLACES)
        connection.executemany("INSERT INTO indicators VALUES (?, ?, ?, ?)", INDICATORS)
        counts = [(*row, "protected" if row[3] is None else None) for row in rows]
        connection.executemany("INSERT INTO reported_crimes VALUES (?, ?, ?, ?, ?)", counts)
        covered = [(*row, "protected" if row[1] is None else None) for row in unplaced]
        if covered:
            connection.executemany("INSERT INTO coverage VALUES (?, ?, ?)", covered)
    return path


def narrowed(path: Path, *earlier: Path) -> dict[tuple[str, str, str], tuple[int, ...]]:
    return {
        (one.place, one.indicator, one.period): one.possible
        for one in audit(view_of(path), map(view_of, earlier)).narrowed
    }


def test_two_half_years_hide_each_other_behind_their_year(tmp_path: Path) -> None:
    rows = [
        ("lillby", "stold", "2019-H1", HIDDEN),
        ("lillby", "stold", "2019-H2", HIDDEN),
        ("lillby", "stold", "2019", 15),
    ]
    assert not set(narrowed(release(tmp_path / "a", rows))) & {row[:3] for row in rows}


def test_a_half_year_follows_from_the_other_and_the_year(tmp_path: Path) -> None:
    rows = [
        ("lillby", "stold", "2019-H1", HIDDEN),
        ("lillby", "stold", "2019-H2", 12),
        ("lillby", "stold", "2019", 15),
    ]
    found = narrowed(release(tmp_path / "a", rows))
    assert found["lillby", "stold", "2019-H1"] == (3,)


def test_two_hidden_numbers_with_a_small_sum_are_narrowed(tmp_path: Path) -> None:
    rows = [
        ("lillby", "stold", "2019-H1", HIDDEN),
        ("lillby", "stold", "2019-H2", HIDDEN),
        ("lillby", "stold", "2019", 3),
    ]
    found = narrowed(release(tmp_path / "a", rows))
    assert found["lillby", "stold", "2019-H1"] == (1, 2, 3)


def villages(month: str, *counts: int | None) -> list[Row]:
    names = ("lillby", "storby", "mellanby", "bygden")
    return [(name, "alla", month, count) for name, count in zip(names, counts, strict=True)]


def test_a_village_follows_from_the_area_and_the_others(tmp_path: Path) -> None:
    rows = villages("2019-03", HIDDEN, 20, 30, 60)
    assert narrowed(release(tmp_path / "a", rows)) == {}  # the rest may be in no village
    known = release(tmp_path / "b", rows, [("2019-03", 7)])
    assert narrowed(known)["lillby", "alla", "2019-03"] == (3,)
    hidden = release(tmp_path / "c", rows, [("2019-03", HIDDEN)])
    assert narrowed(hidden) == {}


def test_a_village_cannot_have_more_than_the_area_leaves(tmp_path: Path) -> None:
    rows = villages("2019-03", HIDDEN, 20, 30, 52)
    assert narrowed(release(tmp_path / "a", rows))["lillby", "alla", "2019-03"] == (1, 2)


def test_a_month_follows_from_the_rest_of_its_year(tmp_path: Path) -> None:
    rows: list[Row] = [("lillby", "alla", f"2019-{month:02}", 10) for month in range(2, 13)]
    rows += [("lillby", "alla", "2019-01", HIDDEN), ("lillby", "alla", "2019", 112)]
    assert narrowed(release(tmp_path / "a", rows))["lillby", "alla", "2019-01"] == (2,)


def test_a_sensitive_category_follows_from_what_is_left_of_all_crimes(tmp_path: Path) -> None:
    rows = [("lillby", "alla", f"2019-{m:02}", 10) for m in range(1, 7)]
    enough = release(tmp_path / "a", [*rows, ("lillby", "stold", "2019-H1", 50)])
    assert narrowed(enough) == {}
    little = release(tmp_path / "b", [*rows, ("lillby", "stold", "2019-H1", 58)])
    assert narrowed(little)["lillby", "vald", "2019-H1"] == (1, 2)


def test_what_the_police_find_follows_from_the_two_totals(tmp_path: Path) -> None:
    elsewhere: list[Row] = [
        ("bygden", "alla", "2019-04", 60),
        ("bygden", "ej-polisens", "2019-04", 50),
        ("bygden", "narkotika", "2019-04", 10),
    ]
    rows = [
        ("bygden", "alla", "2019-03", 60),
        ("bygden", "ej-polisens", "2019-03", 57),
        ("bygden", "narkotika", "2019-03", HIDDEN),
    ]
    found = narrowed(release(tmp_path / "a", [*elsewhere, *rows]))
    assert found["bygden", "narkotika", "2019-03"] == (3,)


def test_categories_that_overlap_are_not_added_up(tmp_path: Path) -> None:
    rows = [
        ("bygden", "alla", "2019-03", 60),
        ("bygden", "stold", "2019-03", 50),
        ("bygden", "vald", "2019-03", 40),
        ("bygden", "alla", "2019-04", 60),
        ("bygden", "stold", "2019-04", 58),
        ("bygden", "vald", "2019-04", HIDDEN),
    ]
    assert narrowed(release(tmp_path / "a", rows)) == {}


def test_the_municipality_s_own_figures_leave_too_little_room(tmp_path: Path) -> None:
    rows = [
        ("kommun", "narkotika", "2019", 2),
        *(("bygden", "narkotika", f"2019-{month:02}", HIDDEN) for month in (3, 4)),
    ]
    assert narrowed(release(tmp_path / "a", rows))["bygden", "narkotika", "2019-03"] == (1, 2)


def test_an_earlier_release_gives_away_what_is_hidden_now(tmp_path: Path) -> None:
    halves: list[Row] = [("lillby", "stold", f"2019-H{half}", HIDDEN) for half in (1, 2)]
    now = release(tmp_path / "now", [*halves, ("lillby", "stold", "2019", 15)])
    one = release(tmp_path / "one", [("lillby", "stold", "2019-H2", 13)])
    other = release(tmp_path / "other", [("storby", "stold", "2019-H2", 13)])
    assert narrowed(now, other) == {}
    assert narrowed(now, other, one)["lillby", "stold", "2019-H1"] == (2,)


def test_an_earlier_number_that_was_wrong_stops_every_later_release(tmp_path: Path) -> None:
    halves: list[Row] = [("lillby", "stold", f"2019-H{half}", HIDDEN) for half in (1, 2)]
    now = release(tmp_path / "now", [*halves, ("lillby", "stold", "2019", 15)])
    wrong = release(tmp_path / "wrong", [("lillby", "stold", "2019-H2", 40)])
    assert narrowed(now, wrong) == {}


def test_figures_of_municipalities_are_taken_for_hidden_ones(releases: Path) -> None:
    found = audit(view_of(current_release(releases, REAL.id)))
    assert (found.tried, found.narrowed) == (0, [])
    assert found.numbers > 1_000


def test_a_hidden_number_stands_in_the_release_after_all(releases: Path) -> None:
    numbers = view_of(current_release(releases, EXAMPLE.id)).shown
    hidden = {
        (row["place"], row["indicator"], row["period"])
        for row in EXAMPLE.rows("reported_crimes")
        if row["missing_reason"] == "protected"
    }
    assert len(hidden) > 10
    assert not hidden & set(numbers)
