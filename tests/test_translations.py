"""Everything that the two promises in data/ say of themselves stands in English too."""

import re

import pytest
from babel.messages.pofile import read_po
from shipped_files import EXAMPLE, PROMISES, ShippedPromise

from trygghet.check import PromiseFolder, read_promise_folder
from trygghet.language import speaking
from trygghet.release.store import store
from trygghet.schema import PROMISE_KEYS, PROMISE_LISTS, TABLES
from trygghet.views.context import context
from trygghet.words import text

# These stand as they are: names of places, titles of Swedish publications and who gave them out,
# names of licences, and the police's own codes.
AS_WRITTEN = {
    ("places", "name"),
    ("sources", "title"),
    ("sources", "publisher"),
    ("sources", "licence"),
    ("crime_codes", "code"),
}

either_promise = pytest.mark.parametrize("promise", PROMISES, ids=str)


@pytest.fixture
def folder(promise: ShippedPromise) -> PromiseFolder:
    return read_promise_folder(promise.folder)


def to_translate(folder: PromiseFolder) -> set[str]:
    """Every text with a letter in it that a reader in English has to be given in English."""
    rows = [
        ("promise", PROMISE_KEYS, [folder.promise]),
        *((name, keys, folder.lists[name]) for name, keys in PROMISE_LISTS.items()),
        *((table.name, table.columns, folder.tables[table.name]) for table in TABLES),
    ]
    texts = {
        str(record.values[column.name])
        for file, columns, records in rows
        for column in columns
        if column.type == "text" and (file, column.name) not in AS_WRITTEN
        for record in records
        if record.values[column.name] is not None
    }
    parties = folder.promise.values["parties"]
    assert isinstance(parties, tuple)
    return {one for one in texts | {*parties} if re.search(r"[^\W\d_]", one)}


@either_promise
def test_a_reader_in_english_meets_a_text_in_swedish(folder: PromiseFolder) -> None:
    english = folder.translations["en"]
    written = {record.values["name"] for record in folder.tables["places"]}
    assert len(to_translate(folder)) > 300
    assert to_translate(folder) - english.keys() - written == set()


@either_promise
def test_a_translation_says_another_number(folder: PromiseFolder) -> None:
    """Or leaves one out, or writes it as Swedish does."""
    clock = {"21", "01", "9", "1"}
    for msgid, translation in folder.translations["en"].items():
        said = re.sub(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}\b)", "", msgid)
        given = re.sub(r"(?<=\d),(?=\d{3}\b)", "", translation)
        numbers = [n.replace(",", ".") for n in re.findall(r"\d+(?:[.,]\d+)*", said)]
        english = re.findall(r"\d+(?:\.\d+)*", given)
        if "klockan" not in msgid:
            assert sorted(numbers) == sorted(english), msgid
        assert {*numbers} == {*english} or clock >= {*numbers, *english}


@either_promise
def test_a_tool_for_translators_reads_another_file_than_we_do(
    promise: ShippedPromise, folder: PromiseFolder
) -> None:
    with (promise.folder / "en.po").open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    read = {str(one.id): str(one.string) for one in catalogue if one.id}
    assert read == folder.translations["en"]
    assert not catalogue.fuzzy


def test_a_group_of_small_places_has_its_words_in_swedish_only(releases: object) -> None:
    release = store().release(EXAMPLE.id)
    (group,) = (place for place in release.places() if place.kind == "group")
    with speaking("en"):
        english = next(place for place in release.places() if place.id == group.id)
        people = [one for one in release.populations() if one.place == group.id]
    assert " och " in group.name
    assert english.name == group.name.replace(" och ", " and ")
    assert english.note is not None and english.note != group.note
    assert english.name in english.note
    assert people and all("populations" in (one.note or "") for one in people)


def test_a_letter_to_a_swedish_authority_is_partly_in_english(releases: object) -> None:
    release = store().release("tryggt-ostra-lund")
    with speaking("en"):
        cards = context(release).missing(release.not_published())
        signature = text("letter-signature")
    swedish = context(release).missing(release.not_published())
    for card, other in zip(cards, swedish, strict=True):
        assert card.title != other.title
        for letter, as_written in zip(card.letters, other.letters, strict=True):
            assert letter.subject == as_written.subject
            # Only where the reader's own name goes the reader's language is spoken.
            assert letter.body == as_written.body.replace(text("letter-signature"), signature)
