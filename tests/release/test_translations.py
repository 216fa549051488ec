"""A reader in English gets the folder's texts in English, and one in Swedish as they were written,
whoever asks first and also where both ask at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest
from serving import publish
from sound_folder import PROMISE, cell, in_english, swap, together

from trygghet.language import speaking
from trygghet.release.queries import Release
from trygghet.release.store import Store, open_read_only

ENGLISH = in_english(
    'msgid "Tryggt i Provbygd"\nmsgstr "Safe in Provbygd"',
    'msgid "Provbygds kommun"\nmsgstr "The Municipality of Provbygd"',
    'msgid "Omnejden"\nmsgstr "The surroundings"',
    'msgid "kommuner tillsammans"\nmsgstr "municipalities together"',
    'msgid "Trafik"\nmsgstr "Traffic"',
    'msgid "Alla brott"\nmsgstr ""\n"All "\n"crimes"',
    'msgid "Tryggare än året innan, säger kommunen."\n'
    'msgstr "Safer than the year before, \\"the municipality\\" says."',
    'msgid "Belysning vid skolan"\nmsgstr "Lighting at the school"',
    'msgid "odaterad, efter mars 2021"\nmsgstr "undated, after March 2021"',
    'msgid "Planen"\nmsgstr "The plan"',
    'msgid "Anmälda brott"\nmsgstr "Reported crimes"',
    'msgid "Fyra cyklar"\nmsgstr "Four bicycles"',
)
HIDDEN = cell("reported_crimes.csv", 8, "note", "Fyra cyklar")
"""What is said of a count so small that it is hidden, and so is the note."""


@pytest.fixture
def folder(sound_folder: Path, releases: Path) -> Path:
    together(ENGLISH, HIDDEN)(sound_folder)
    assert publish(sound_folder) == 0
    return sound_folder


@pytest.fixture
def release(folder: Path, releases: Path) -> Release:
    return Store(releases).release(PROMISE)


def _said(release: Release) -> list[object]:
    (goal, *_), (activity, other) = release.goals(), release.activities()
    return [
        release.promise().title,
        release.promise().parties,
        release.outlines()[1].name,
        release.focus_areas()[0].title,
        release.indicators()[0].title,
        release.statements(["lillby"])[0].statement,
        other.description,
        activity.focus_area_title,
        [event.date_note for event in release.events() if event.date_note],
        release.not_published()[0].asked_for,
        release.crime_sources("lillby", "alla-brott")[0][0],
        release.authorities()[0].name,
        release.names()["indicators"]["alla-brott"],
        goal.text,
    ]


SWEDISH: list[object] = [
    "Tryggt i Provbygd",
    ["Provbygds kommun", "Polisen (lokalpolisområde Prov)"],
    "Omnejden",
    "Trafik",
    "Alla brott",
    "Tryggare än året innan, säger kommunen.",
    "Belysning vid skolan",
    "Trafik",
    ["odaterad, efter mars 2021"],
    "Planen",
    "Anmälda brott",
    "Provbygds kommun",
    "Alla brott",
    "Fler ska känna sig trygga.",
]
IN_ENGLISH: list[object] = [
    "Safe in Provbygd",
    ["The Municipality of Provbygd", "Polisen (lokalpolisområde Prov)"],  # has no translation
    "The surroundings",
    "Traffic",
    "All crimes",
    'Safer than the year before, "the municipality" says.',
    "Lighting at the school",
    "Traffic",
    ["undated, after March 2021"],
    "The plan",
    "Reported crimes",
    "The Municipality of Provbygd",
    "All crimes",
    "Fler ska känna sig trygga.",
]


def test_a_reader_gets_the_texts_in_another_language_than_asked_for(release: Release) -> None:
    for _ in range(2):  # the second time from what is kept
        assert _said(release) == SWEDISH
        assert not release.is_translated
        with speaking("en"):
            assert _said(release) == IN_ENGLISH
            assert release.is_translated


def test_two_readers_at_once_get_each_others_language(release: Release) -> None:
    def asked(language: str) -> bool:
        with speaking(language):
            release._kept.clear()  # so that both read from the file
            return _said(release) == {"sv": SWEDISH, "en": IN_ENGLISH}[language]

    with ThreadPoolExecutor(8) as readers:
        assert all(readers.map(asked, ["sv", "en"] * 40))


def test_an_id_or_a_choice_is_translated(release: Release) -> None:
    with speaking("en"):
        english = release.place("lillby"), release.activities()[1]
    swedish = release.place("lillby"), release.activities()[1]
    for one, other in zip(english, swedish, strict=True):
        assert one is not None and other is not None
        assert one.id == other.id and one.source == other.source
    assert english[1].relation == swedish[1].relation == "context"


def test_the_files_to_fetch_are_not_as_they_were_delivered(release: Release) -> None:
    swedish = release.file("statements")
    with speaking("en"):
        assert release.file("statements") == swedish


def test_what_is_said_of_a_hidden_count_is_told_in_english(folder: Path, releases: Path) -> None:
    (path,) = (releases / PROMISE).glob("*.duckdb")
    with open_read_only(path) as connection:
        told = connection.execute("SELECT text, translation FROM translations").fetchall()
    assert ("Trafik", "Traffic") in told
    assert not [row for row in told if "cyklar" in row[0] or "bicycles" in row[1]]
    assert b"bicycles" not in path.read_bytes()


def test_a_release_of_a_program_without_translations_cannot_be_read_in_english(
    folder: Path, releases: Path, tmp_path: Path
) -> None:
    (path,) = (releases / PROMISE).glob("*.duckdb")
    old = tmp_path / "old.duckdb"
    old.write_bytes(path.read_bytes())
    with duckdb.connect(str(old)) as connection:
        connection.execute("DROP TABLE translations")
    with speaking("en"):
        assert Release(open_read_only(old)).promise().title == "Tryggt i Provbygd"


def test_a_mended_translation_is_not_published_or_not_told(
    folder: Path, releases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    swap("en.po", "Traffic", "Road traffic")(folder)
    capsys.readouterr()
    assert publish(folder) == 0
    told = capsys.readouterr().out
    assert "en.po" in told.split("inte översatta och visas på svenska")[1]
    with speaking("en"):
        assert Store(releases).release(PROMISE).focus_areas()[0].title == "Road traffic"
