"""A release says what its folder says."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from serving import Published, publish
from sound_folder import PROMISE, cell, write_sound_folder

from trygghet.check import PromiseFolder, read_promise_folder
from trygghet.protect import protect
from trygghet.release.build import release_id
from trygghet.release.store import Store, open_read_only
from trygghet.schema import TABLES, Table


def _releases_in(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / PROMISE).glob("*.duckdb"))


def _rows(folder: PromiseFolder, table: Table) -> list[list[Any]]:
    return [
        [record.line, *(_plain(record.values[column.name]) for column in table.columns)]
        for record in folder.tables[table.name]
    ]


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


@pytest.fixture(scope="session")
def given(tmp_path_factory: pytest.TempPathFactory) -> PromiseFolder:
    """What of the sound folder may be published."""
    return protect(
        read_promise_folder(write_sound_folder(tmp_path_factory.mktemp("a") / PROMISE))
    ).folder


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_release_says_something_else_than_its_folder(
    table: Table, given: PromiseFolder, untouched: Published
) -> None:
    (name,) = _releases_in(untouched.releases)
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    with open_read_only(untouched.releases / PROMISE / name) as connection:
        rows = connection.execute(
            f'SELECT line, {columns} FROM "{table.name}" ORDER BY line'  # noqa: S608
        ).fetchall()
    assert rows
    assert [list(row) for row in rows] == _rows(given, table)


def test_times_become_other_days(untouched: Published) -> None:
    (name,) = _releases_in(untouched.releases)
    with open_read_only(untouched.releases / PROMISE / name) as connection:
        times = connection.execute(
            """SELECT DISTINCT period, period_start, period_end, period_kind FROM reported_crimes
               WHERE period IN ('2019', '2019-Q4', '2020-02') ORDER BY period"""
        ).fetchall()
        (deadline,) = connection.execute(
            "SELECT first_deadline_end FROM activities WHERE id = 'P01'"
        ).fetchall()
        published_as = connection.execute(
            "SELECT value, value_published FROM safety_survey ORDER BY line"
        ).fetchall()
    assert times == [
        ("2019", date(2019, 1, 1), date(2019, 12, 31), "year"),
        ("2019-Q4", date(2019, 10, 1), date(2019, 12, 31), "quarter"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "month"),
    ]
    assert deadline == (date(2020, 12, 31),)
    assert published_as == [(1.56, "1.56"), (1.4, "1.4"), (None, None)]


def test_the_promise_loses_words(untouched: Published) -> None:
    release = untouched.store.release(PROMISE)
    promise = release.promise()
    assert promise.id == PROMISE
    assert promise.summary == (
        "Provbygds kommun och Polisen lovar att start = så här kan en rad i en text börja."
    )
    assert promise.parties == ["Provbygds kommun", "Polisen (lokalpolisområde Prov)"]
    assert (promise.start, promise.first_end, promise.baseline_year, promise.as_of) == (
        "2020-05", "2020-12-31", 2019, "2021-12-31",
    )  # fmt: skip
    assert [(one.decided, one.end, one.reason) for one in release.extensions()] == [
        ("2020-11-02", "2021-06-30", "Pandemin.")
    ]
    assert [goal.text for goal in release.goals()] == [
        "Fler ska känna sig trygga.", "Brotten ska bli färre.",
    ]  # fmt: skip
    assert [one.title for one in release.focus_areas()] == ["Trafik"]
    assert [one.text for one in release.follow_up()] == ["Uppföljning varje kvartal."]
    assert [one.text for one in release.reading_notes()] == ["Små tal varierar av slump."]
    assert [one.name for one in release.contacts()] == ["Provbygds kommun"]
    lillby, around = release.outlines()
    assert (lillby.id, lillby.role, around.id) == ("lillby", "village", "yta")
    assert lillby.rings == [[[13.4, 55.7], [13.5, 55.7], [13.5, 55.8], [13.4, 55.7]]]


def test_missing_becomes_zero_or_zero_missing(sound_folder: Path, releases: Path) -> None:
    # With 4 in January, what is zero would be hidden to protect that.
    for line, count in ((8, "9"), (9, "0")):
        cell("reported_crimes.csv", line, "count", count)(sound_folder)
    assert publish(sound_folder) == 0
    release = Store(releases).release(PROMISE)
    seen = release.observations("alla-brott", ["lillby"], "quarter")
    assert [(one.period, one.value, one.missing_reason) for one in seen][-2:] == [
        ("2020-Q1", 9, None), ("2020-Q2", None, "not_delivered"),
    ]  # fmt: skip
    months = release.observations("alla-brott", ["lillby"], "month")
    assert (months[-1].period, months[-1].value) == ("2020-03", 0)


def test_where_a_folder_lies_changes_its_release(sound_folder: Path, tmp_path: Path) -> None:
    here = release_id(read_promise_folder(sound_folder))
    there = release_id(read_promise_folder(write_sound_folder(tmp_path / "annan" / "plats")))
    assert here == there
    cell("population.csv", 2, "population", "1251")(sound_folder)
    assert release_id(read_promise_folder(sound_folder)) != here
