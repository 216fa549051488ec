"""Every state that a goal can have, from changed copies of the example promise."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from trygghet.check import read_promise_folder
from trygghet.release.build import write_release
from trygghet.release.queries import Release
from trygghet.release.store import open_read_only

EXAMPLE = Path(__file__).parents[2] / "data" / "exempel"
Change = Callable[[list[dict[str, str]]], list[dict[str, str]]]


@pytest.fixture
def built(tmp_path) -> Callable[..., Release]:
    """The release of a changed copy: ``built(reported_crimes=change, promise={"a": "b"})``."""

    def build(promise: dict[str, str] | None = None, **changes: Change) -> Release:
        folder = tmp_path / "exempel"
        shutil.copytree(EXAMPLE, folder)
        for table, change in changes.items():
            write(folder, table, change(read(folder, table)))
        if "reported_crimes" in changes:
            # The area alone: its villages would contradict it.
            places = {row["id"] for row in read(folder, "places") if row["part_of"] == "bygden"}
            rows = read(folder, "reported_crimes")
            write(folder, "reported_crimes", [row for row in rows if row["place"] not in places])
            write(folder, "coverage", covered(folder))
        text = (folder / "promise.toml").read_text(encoding="utf-8")
        for old, new in (promise or {}).items():
            assert old in text
            text = text.replace(old, new)
        (folder / "promise.toml").write_text(text, encoding="utf-8")
        # Written without protection, which takes long and has nothing to do with goals.
        release = tmp_path / "release.duckdb"
        write_release(release, read_promise_folder(folder), "0", ())
        return Release(open_read_only(release))

    return build


def read(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(folder: Path, table: str, rows: list[dict[str, str]]) -> None:
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def covered(folder: Path) -> list[dict[str, str]]:
    """The reports without a village, out of as many as the area then has."""
    area = {
        row["period"]: row["count"]
        for row in read(folder, "reported_crimes")
        if (row["place"], row["indicator"]) == ("bygden", "alla-brott") and row["count"]
    }
    rows = read(folder, "coverage")
    for row in rows:
        row["reports"] = area.get(row["period"], row["reports"])
        row["unplaced"] = str(min(int(row["unplaced"]), int(row["reports"])))
    return rows


def area_times(factor: float, *, indicators: tuple[str, ...] = ()) -> Change:
    """The area's counts of 2021 multiplied."""

    def change(rows: list[dict[str, str]]) -> list[dict[str, str]]:
        for row in rows:
            chosen = not indicators or row["indicator"] in indicators
            if row["place"] == "bygden" and row["period"] >= "2021" and row["count"] and chosen:
                row["count"] = str(round(int(row["count"]) * factor))
        return rows

    return change


def until_june_2021(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The area's months to the promise's end, with few crimes, and every month of 2020 there."""
    mine = [row for row in rows if row["place"] == "bygden"]
    for row in mine:
        if row["period"] == "2020-06":
            row["count"], row["missing_reason"], row["note"] = "30", "", ""
        elif row["period"] >= "2020-05":
            row["count"] = str(int(row["count"]) // 4)
    later = [
        row | {"period": f"2021-{month:02}"}
        for month in range(4, 7)
        for row in mine
        if row["period"] == "2021-01"
    ]
    return rows + later


ENDED = {'as_of = "2021-04-15"': 'as_of = "2021-12-31"'}


def state(release: Release, topic: str) -> tuple[str, str]:
    goal = next(goal for goal in release.goals() if goal.topic == topic)
    return goal.state, goal.rule


def test_a_difference_that_may_be_chance_settles_nothing(built):
    assert state(built(), "crimes") == ("not_assessable", "no_certain_difference")


def test_fewer_crimes_while_the_promise_runs_are_never_called_fulfilled(built):
    assert state(built(reported_crimes=area_times(0.3)), "crimes") == (
        "on_track",
        "lower_while_running",
    )


def test_more_crimes_are_a_goal_not_fulfilled(built):
    assert state(built(reported_crimes=area_times(3)), "crimes") == ("not_fulfilled", "higher")


def test_fewer_crimes_in_the_last_twelve_months_are_a_goal_fulfilled(built):
    release = built(reported_crimes=until_june_2021, promise=ENDED)
    assert state(release, "crimes") == ("fulfilled", "lower_at_end")
    goal = next(goal for goal in release.goals() if goal.topic == "crimes")
    assert (goal.now, goal.now_end) == ("2020-07", "2021-06")
    ends = [c for c in release.comparisons_of("alla-brott", ["bygden"]) if c.kind == "end"]
    assert [one.level for one in ends] == [0.95]


def test_all_crimes_and_those_that_the_police_do_not_find_must_agree(built):
    change = area_times(0.3, indicators=("alla-brott",))

    def apart(rows: list[dict[str, str]]) -> list[dict[str, str]]:
        return change(rows)

    assert state(built(reported_crimes=apart), "crimes") == ("not_assessable", "series_disagree")


def test_the_municipalitys_figures_never_settle_the_villages_goal(built):
    def without_area(rows: list[dict[str, str]]) -> list[dict[str, str]]:
        return [row for row in rows if row["place"] != "bygden"]

    release = built(reported_crimes=without_area, safety_survey=without_area)
    assert state(release, "crimes") == ("not_assessable", "only_municipality")
    assert state(release, "survey") == ("not_assessable", "only_municipality")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1.00", ("on_track", "lower_while_running")),
        ("2.80", ("not_fulfilled", "higher")),
        ("1.88", ("not_assessable", "no_certain_difference")),
    ],
)
def test_the_safety_goal_follows_the_margin(built, value, expected):
    def change(rows: list[dict[str, str]]) -> list[dict[str, str]]:
        for row in rows:
            if (row["place"], row["period"], row["indicator"]) == (
                "bygden",
                "2020",
                "problemindex",
            ):
                row["value"] = value
        return rows

    assert state(built(safety_survey=change), "survey") == expected


def test_the_activities_goal_says_no_more_than_is_certain(built):
    assert state(built(), "activities") == ("not_assessable", "still_running")


def test_an_unpublished_plan_cannot_be_judged(built):
    hidden = {'activity_plan = "published"': 'activity_plan = "not_published"'}
    assert state(built(promise=hidden), "activities") == ("not_assessable", "plan_not_published")


def test_a_plan_with_something_undone_at_the_end_is_not_called_fulfilled(built):
    assert state(built(promise=ENDED), "activities") == ("not_assessable", "not_all_done")


def test_a_whole_plan_done_at_the_end_is_a_goal_fulfilled(built):
    def done(rows: list[dict[str, str]]) -> list[dict[str, str]]:
        template = dict.fromkeys(rows[0], "") | {"source": rows[0]["source"]}
        ids = [row["id"] for row in read(EXAMPLE, "activities")]
        return rows + [
            template
            | {
                "activity": id_,
                "date": "2021-10-01",
                "track": "stated",
                "status": "done",
                "event": "Klar.",
            }
            for id_ in ids
        ]

    release = built(activity_events=done, promise=ENDED)
    assert state(release, "activities") == ("fulfilled", "all_done")
