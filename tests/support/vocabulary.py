"""Which words the pages may say: those of the catalogue and of the data, and the months.

The spelling of both is held against a dictionary (tests/words/test_spelling.py), so that a word
of another language, from the program or from a library below it, is a word that is not here.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from babel.dates import get_month_names
from babel.messages.pofile import read_po
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from opened_page import Node, OpenedPage
from shipped_files import PROMISES

from trygghet.schema import TABLES
from trygghet.words.catalogue import FOLDER, site_catalogue
from trygghet.words.language import FIRST, LOCALES
from trygghet.words.owner import KINDS

WORD = re.compile(r"[^\W\d_]+")
# Not words: addresses, names of files and columns, options of commands.
NOT_WORDS = re.compile(r"\S*(?:://|\.\w|[_=@]|--)\S*")
UNSAID = ("code", "pre", "style", "script")
OF_THE_TEST = ("Testet", "Första utgåvan")
"""How the releases of the tests are signed."""


def said(page: OpenedPage) -> str:
    """Everything that a page says, except what is to be typed or run."""
    return " ".join(" ".join([*_said(page.tree), *page.labels]).split())


def _said(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child
        elif child.tag not in UNSAID and not child.is_a("", "t-sql"):
            yield from _said(child)


def words(texts: Iterable[str]) -> set[str]:
    """The words of some texts, in small letters."""
    return {word.lower() for text in texts for word in WORD.findall(NOT_WORDS.sub(" ", text))}


@cache
def messages(language: str) -> dict[str, tuple[str, ...]]:
    """The pieces of text between the gaps of each message of the site."""
    written = (FOLDER / f"{language}.ftl").read_text(encoding="utf-8")
    return {
        one.id.name: tuple(_pieces(one))
        for one in FluentParser().parse(written).body
        if isinstance(one, ftl.Message)
    }


def _pieces(node: ftl.BaseNode) -> Iterator[str]:
    if isinstance(node, ftl.TextElement):
        yield " ".join(node.value.split())
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ftl.BaseNode):
                yield from _pieces(child)


@cache
def told(language: str) -> tuple[str, ...]:
    """What the catalogue says in a language: what has no translation is Swedish everywhere."""
    own, first = messages(language), messages("sv")
    return tuple(piece for key in first for piece in own.get(key, first[key]))


@cache
def data_texts(language: str) -> tuple[str, ...]:
    """Every text in the promises' folders, with what it is in the language."""
    found = [*OF_THE_TEST]
    for promise in PROMISES:
        if language != FIRST:
            with (promise.folder / f"{language}.po").open("rb") as file:
                found += [str(one.string) for one in read_po(file)]
        found += _strings(promise.file)
        for table in TABLES:
            texts = [one.name for one in table.columns if one.type == "text"]
            found += [row[name] for row in promise.rows(table.name) for name in texts]
    return tuple(found)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for child in value.values():
            yield from _strings(child)
    elif isinstance(value, list):
        for child in value:
            yield from _strings(child)


@cache
def known(language: str) -> frozenset[str]:
    """Every word that a page may say in a language. The names of columns and of the kinds of
    extract are the format's own, and each language is named in itself."""
    columns = [one.name.replace("_", " ") for table in TABLES for one in table.columns]
    languages = [site_catalogue(one)("site-language") for one in LOCALES]
    months = get_month_names("wide", locale=LOCALES[language]).values()
    said_ = [*told(language), *data_texts(language)]
    return frozenset(words([*said_, *columns, *KINDS, *languages, *months]))
