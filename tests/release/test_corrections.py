"""What was published and then changed is told: which figure, what it was, what it is, and why."""

import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from serving import publish
from sound_folder import PROMISE, add, cell, rewrite, swap, together, write_sound_folder

from trygghet import cli
from trygghet.release.changes import FACTS
from trygghet.release.rows import Correction
from trygghet.release.store import Store, current_release
from trygghet.schema import TABLE

Change = Callable[[Path], None]
Told = tuple[str, tuple[str, ...], str | None, str | None, str | None]

CRIMES, QUARTER = "reported_crimes", ("lillby", "2020-Q1", "alla-brott")


def line(file: str, number: int) -> Change:
    """Take a line away; the header is line 1."""

    def without(data: bytes) -> bytes:
        lines = data.split(b"\n")
        del lines[number - 1]
        return b"\n".join(lines)

    return rewrite(file, without)


def without_months(folder: Path) -> Path:
    """The sound folder, whose first quarter can change because its months are not there."""
    together(*3 * [line("reported_crimes.csv", 8)])(folder)
    return folder


@pytest.fixture(scope="session")
def first_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first release of that folder, only to be copied."""
    base = tmp_path_factory.mktemp("first")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRYGGHET_RELEASES", str(base))
        assert publish(without_months(write_sound_folder(base / "data" / PROMISE))) == 0
    return base / PROMISE


@pytest.fixture
def first(first_once: Path, sound_folder: Path, releases: Path) -> Path:
    """The folder of a promise whose first release is published."""
    shutil.copytree(first_once, releases / PROMISE)
    return without_months(sound_folder)


def found(releases: Path) -> list[Correction]:
    return Store(releases).release(PROMISE).corrections()


def told(releases: Path) -> list[Told]:
    """The corrections; a side without a value is told by its reason."""
    return [
        (one.table, one.key, one.column, one.old or one.old_missing, one.new or one.new_missing)
        for one in found(releases)
    ]


CORRECTIONS: dict[str, list[tuple[Change, Told]]] = {
    "a-value-or-its-place": [
        (cell("reported_crimes.csv", 7, "count", "10"), (CRIMES, QUARTER, "count", "9", "10")),
        (
            cell("reported_crimes.csv", 2, "rate_per_100k", "4000.5"),
            (CRIMES, ("lillby", "2019", "alla-brott"), "rate_per_100k", "4000", "4000.5"),
        ),
        (
            cell("safety_survey.csv", 2, "margin", "0.2"),
            ("safety_survey", ("lillby", "2019", "problemindex", "matning"), "margin",
             "0.21", "0.2"),
        ),
        (
            cell("statements.csv", 2, "compared_with", "2018"),
            ("statements", ("u1",), "compared_with", "2019", "2018"),
        ),
        (
            cell("activities.csv", 2, "places", "lillby"),
            ("activities", ("P01",), "places", "lillby;storby", "lillby"),
        ),
        (
            cell("activity_events.csv", 3, "new_deadline", "2021-06-01"),
            ("activity_events", ("P01", "2020-11-02", "stated", "lofte"), "new_deadline",
             "2021-06-30", "2021-06-01"),
        ),
    ],
    "the-reason-why-there-is-none": [
        (
            together(
                cell("reported_crimes.csv", 8, "count", "7"),
                cell("reported_crimes.csv", 8, "missing_reason", ""),
            ),
            (CRIMES, ("lillby", "2020-Q2", "alla-brott"), "count", "not_delivered", "7"),
        ),
        (
            together(
                cell("safety_survey.csv", 3, "value", ""),
                cell("safety_survey.csv", 3, "missing_reason", "not_published"),
            ),
            ("safety_survey", ("lillby", "2020", "problemindex", "matning"), "value",
             "1.4", "not_published"),
        ),
        (
            cell("population.csv", 3, "missing_reason", "not_measured"),
            ("population", ("storby", "2019", "statistik"), "population",
             "not_published", "not_measured"),
        ),
    ],
    "what-is-easily-passed-over": [
        # Zero, one decimal more, and a first deadline that was moved in secret.
        (cell("reported_crimes.csv", 7, "count", "0"), (CRIMES, QUARTER, "count", "9", "0")),
        (
            cell("safety_survey.csv", 3, "value", "1.40"),
            ("safety_survey", ("lillby", "2020", "problemindex", "matning"), "value",
             "1.4", "1.40"),
        ),
        (
            cell("activities.csv", 2, "first_deadline", "2021-12-31"),
            ("activities", ("P01",), "first_deadline", "2020-12-31", "2021-12-31"),
        ),
    ],
    "rows-that-are-gone": [
        (line("reported_crimes.csv", 7), (CRIMES, QUARTER, None, None, None)),
        (
            line("activity_events.csv", 2),
            ("activity_events", ("P01", "2020-06-15", "stated", "lofte"), None, None, None),
        ),
    ],
}  # fmt: skip


@pytest.mark.parametrize("corrected", CORRECTIONS.values(), ids=CORRECTIONS.keys())
def test_a_figure_is_corrected_in_silence(
    corrected: list[tuple[Change, Told]], first: Path, releases: Path
) -> None:
    together(*(change for change, _ in corrected))(first)
    assert publish(first) == 0
    assert sorted(told(releases), key=repr) == sorted((one for _, one in corrected), key=repr)
    at = Store(releases).release(PROMISE).edition().at
    assert {(one.release, one.why, one.at, one.withheld) for one in found(releases)} == {
        (2, "Ett prov", at, False)
    }


def test_what_is_new_is_called_a_correction(first: Path, releases: Path) -> None:
    together(
        add("reported_crimes.csv", "lillby,2020-Q3,alla-brott,8,,,,statistik\n"),
        add("activity_events.csv", "P01,2021-01-10,,stated,done,,,Klart,lofte\n"),
        cell("reported_crimes.csv", 7, "note", "Preliminär"),
        cell("sources.csv", 3, "note", "Ny"),
        cell("places.csv", 4, "name", "Lilla byn"),
        swap("promise.toml", "Pandemin.", "Vädret."),
        rewrite("reported_crimes.csv", lambda data: data.replace(b",", b";")),
    )(first)
    assert publish(first) == 0
    assert found(releases) == []
    assert publish(first) == 0  # nothing new at all
    assert found(releases) == []


def test_a_later_release_forgets_a_correction(first: Path, releases: Path) -> None:
    for count in ("10", "11"):
        cell("reported_crimes.csv", 7, "count", count)(first)
        assert publish(first) == 0
    assert cli.main(["publish", str(first), "--by", "x", "--why", "y"]) == 0
    cell("population.csv", 2, "population", "1251")(first)
    assert cli.main(["publish", str(first), "--by", "x", "--why", "Folkmängd"]) == 0
    assert [(one.release, one.old, one.new, one.why) for one in found(releases)] == [
        (2, "9", "10", "Ett prov"), (3, "10", "11", "Ett prov"), (4, "1250", "1251", "Folkmängd"),
    ]  # fmt: skip


def protect_quarter(folder: Path) -> None:
    together(
        cell("reported_crimes.csv", 7, "count", ""),
        cell("reported_crimes.csv", 7, "rate_per_100k", ""),
        cell("reported_crimes.csv", 7, "missing_reason", "protected"),
    )(folder)


def everything_in(path: Path, table: str) -> str:
    with duckdb.connect(str(path), read_only=True) as connection:
        # The names are the test's own.
        rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608
    return repr(rows)


def corrected_twice(folder: Path, releases: Path) -> None:
    """Publish a first quarter of 777 instead of 9, and other inhabitants."""
    together(
        cell("reported_crimes.csv", 7, "count", "777"),
        cell("reported_crimes.csv", 7, "rate_per_100k", "888"),
        cell("population.csv", 2, "population", "4000"),
    )(folder)
    assert publish(folder) == 0
    assert "'777'" in everything_in(current_release(releases, PROMISE), "corrections")


def test_a_correction_repeats_what_was_taken_away(
    first: Path, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither the correction that takes a row away nor any earlier one may tell its values."""
    corrected_twice(first, releases)
    line("reported_crimes.csv", 7)(first)
    capsys.readouterr()
    assert cli.main(["build", str(first)]) == 0
    assert publish(first) == 0
    printed = capsys.readouterr().out
    written = everything_in(current_release(releases, PROMISE), "corrections")
    for hidden in ("777", "888", "'9'"):
        assert hidden not in written and hidden not in printed
    mine = [one for one in found(releases) if one.key == QUARTER]
    assert all(one.withheld or one.column is None for one in mine)
    assert all(one.old is None for one in mine)
    assert len(mine) == 3
    # Those of other rows are told as before.
    (other,) = [one for one in found(releases) if one.table == "population"]
    assert (other.old, other.new, other.withheld) == ("1250", "4000", False)
    # And it stays so in the releases that follow.
    cell("population.csv", 2, "population", "1251")(first)
    assert publish(first) == 0
    assert "777" not in everything_in(current_release(releases, PROMISE), "corrections")


def test_a_correction_repeats_what_has_to_be_hidden(
    first: Path, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What earlier releases show can be hidden only when they are withdrawn, in corrections too."""
    corrected_twice(first, releases)
    protect_quarter(first)
    capsys.readouterr()
    assert cli.main(["build", str(first)]) == publish(first) == 1
    told_twice = "lillby, alla-brott, 2020-Q1: står i utgåvorna 1, 2. Dra tillbaka dem med"
    assert capsys.readouterr().err.count(f"{told_twice} --withdraw 1 2, eller") == 2
    assert publish(first, "--withdraw", "1", "2") == 0
    printed = capsys.readouterr().out
    assert "Utgåvorna 1, 2 är tillbakadragna." in printed
    assert "Det finns ingen tidigare utgåva att jämföra med." in printed
    everything = repr([path.name for path in (releases / PROMISE).glob("*.duckdb")])
    assert everything.count("duckdb") == 1 and "0003-" in everything
    written = everything_in(current_release(releases, PROMISE), "corrections")
    for hidden in ("777", "888", "'9'"):
        assert hidden not in written and hidden not in printed
    cell("population.csv", 2, "population", "1251")(first)
    assert publish(first) == 0
    (one,) = found(releases)
    assert (one.release, one.old, one.new) == (4, "4000", "1251")


def test_a_correction_repeats_what_a_withdrawn_release_said(first: Path, releases: Path) -> None:
    """Also one of a release that stays, published anew or gone back to."""
    for population in ("1300", "4444", "1400"):  # releases 2, 3 and 4
        cell("population.csv", 2, "population", population)(first)
        assert publish(first) == 0
    assert [(one.old, one.new) for one in found(releases)] == [
        ("1250", "1300"), ("1300", "4444"), ("4444", "1400"),
    ]  # fmt: skip
    cell("statements.csv", 2, "compared_with", "2018")(first)
    assert publish(first, "--withdraw", "3") == 0
    expected = [(2, "1250", "1300"), (3, None, None), (4, None, None)]
    assert [(one.release, one.old, one.new) for one in found(releases)] == [
        *expected, (5, "2019", "2018"),
    ]  # fmt: skip
    assert "4444" not in everything_in(current_release(releases, PROMISE), "corrections")
    assert cli.main(["rollback", PROMISE, "--by", "x", "--why", "Fel"]) == 0
    release = Store(releases).release(PROMISE)
    assert release.edition().number == 4
    assert [(one.release, one.old, one.new) for one in found(releases)] == expected
    cell("statements.csv", 2, "compared_with", "2017")(first)
    assert publish(first) == 0
    assert "4444" not in everything_in(current_release(releases, PROMISE), "corrections")


def test_a_value_that_was_rolled_back_is_repeated(first: Path, releases: Path) -> None:
    cell("reported_crimes.csv", 7, "count", "777")(first)
    assert publish(first) == 0
    assert cli.main(["rollback", PROMISE, "--by", "x", "--why", "Fel"]) == 0
    assert found(releases) == []
    cell("reported_crimes.csv", 7, "count", "10")(first)
    assert publish(first) == 0
    assert told(releases) == [(CRIMES, QUARTER, "count", "9", "10")]
    # Publishing the same as what stood there before is no correction at all.
    cell("reported_crimes.csv", 7, "count", "777")(first)
    assert publish(first) == 0
    assert cli.main(["rollback", PROMISE, "--by", "x", "--why", "Fel"]) == 0
    cell("reported_crimes.csv", 7, "count", "10")(first)
    cell("population.csv", 2, "population", "1251")(first)
    assert publish(first) == 0
    assert "777" not in everything_in(current_release(releases, PROMISE), "corrections")


def test_a_removed_text_is_repeated(first: Path, releases: Path) -> None:
    """A text can have been taken away because of what it tells."""
    swap("activity_events.csv", "Första kontrollen", "Anna Andersson ringde")(first)
    assert publish(first) == 0
    swap("activity_events.csv", "Anna Andersson ringde", "Någon ringde")(first)
    line("statements.csv", 2)(first)
    assert publish(first) == 0
    written = everything_in(current_release(releases, PROMISE), "corrections")
    assert "Anna" not in written and "Tryggare" not in written


def test_a_value_shows_where_it_stands_that_it_was_another(first: Path, releases: Path) -> None:
    together(
        cell("reported_crimes.csv", 7, "count", "10"), cell("safety_survey.csv", 3, "value", "1.5")
    )(first)
    assert publish(first) == 0
    release = Store(releases).release(PROMISE)
    quarters = release.observations("alla-brott", ["lillby"], "quarter")
    corrected = {one.period: [c.old for c in one.corrections] for one in quarters}
    assert corrected == {
        "2019-Q1": [], "2019-Q2": [], "2019-Q3": [], "2019-Q4": [], "2020-Q1": ["9"], "2020-Q2": [],
    }  # fmt: skip
    years = release.place_observations("lillby", "year")
    assert [(one.indicator, c.old, c.new) for one in years for c in one.corrections] == [
        ("problemindex", "1.4", "1.5")
    ]


def test_a_release_of_an_older_program_stops_the_next(
    first: Path, releases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It had fewer columns and files; what it had is compared."""
    from trygghet.release import publish as publishing

    path = current_release(releases, PROMISE)
    path.chmod(0o644)
    with duckdb.connect(str(path)) as connection:
        connection.execute("ALTER TABLE reported_crimes DROP COLUMN rate_per_100k")
        connection.execute("DROP TABLE crime_codes")
    monkeypatch.setattr(publishing, "_is_whole", lambda *_: True)
    cell("reported_crimes.csv", 7, "count", "10")(first)
    assert publish(first) == 0
    assert told(releases) == [(CRIMES, QUARTER, "count", "9", "10")]
    edition = Store(releases).release(PROMISE).edition()
    assert (edition.added, edition.changed, edition.removed) == (2, 1, 0)


def test_the_files_of_facts_are_files() -> None:
    assert set(FACTS) <= set(TABLE)
