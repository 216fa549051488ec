"""The catalogue has every text that the site asks for, and nothing that nobody reads."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from jinja2 import Environment, nodes

from trygghet.files import FILES
from trygghet.files.formats import FORMATS
from trygghet.schema import MISSING_REASONS, RELATIONS, STATUSES, TABLE, TABLES, ColumnType
from trygghet.words import text
from trygghet.words.catalogue import FOLDER, site_catalogue
from trygghet.words.files import VIEW, column_key
from trygghet.words.language import LOCALES, speaking

REPOSITORY = Path(__file__).parents[2]
SITE, ENGLISH = FOLDER / "sv.ftl", FOLDER / "en.ftl"
LETTERS = "letters.py"
"""Asks for the text of letters to authorities, which is Swedish in both languages."""
PYTHON = [
    REPOSITORY / "dashboard.py",
    *sorted((REPOSITORY / "pages").glob("*.py")),
    *sorted((REPOSITORY / "src").rglob("*.py")),
]
TEMPLATES = sorted((REPOSITORY / "src").rglob("templates/*.html"))
DRAWN = [path for path in PYTHON if path.parent.name in ("pages", "ui")]

# What fills the gap in a key put together while running: an id as the schema writes them.
GAP = "[a-z0-9_]+"

# Words for a change or its cause need a verdict behind them; no text on the site has one.
VERDICTS = re.compile(
    r"\b(minskade|ökade|sjönk|steg|förbättring\w*|försämring\w*|effekt(en|er|erna|ens)?"
    r"|tack vare|på grund av"
    r"|(de|in)creas(e|es|ed|ing)|fell|rose|improve\w*|worsen\w*|deteriorat\w*|effect(s|ive)?"
    r"|thanks to|because of|due to (?!be updated))\b",
    re.IGNORECASE,
)
# Not seen in print, in neither language: em dash, three full stops, straight quotes, doubled space.
TYPEWRITER = re.compile(r'—|--| - |\.\.\.|"|\S {2,}\S|(?<=\s)\'|\'(?=\s)')

SWEDISH_LETTERS = re.compile("[åäöÅÄÖ]")
# Three words in a row; tags and their attributes are not words.
TAG = re.compile(r"<[^>]*>?")
SENTENCE = re.compile(r"\b[A-Za-z]+,? [a-z]+,? [a-z]+\b")


@cache
def entries(path: Path) -> list[ftl.EntryType]:
    return FluentParser().parse(path.read_text(encoding="utf-8")).body


@cache
def messages(path: Path = SITE) -> dict[str, ftl.Message]:
    return {one.id.name: one for one in entries(path) if isinstance(one, ftl.Message)}


def parts(node: ftl.BaseNode) -> Iterator[ftl.BaseNode]:
    """A node of the catalogue and everything in it."""
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ftl.BaseNode):
                yield from parts(child)


def texts(message: ftl.Message) -> Iterator[str]:
    """What a message says, in each of its variants; a placeable is left as a sign."""
    for node in parts(message):
        if isinstance(node, ftl.Pattern):
            yield "".join(
                one.value if isinstance(one, ftl.TextElement) else "{}" for one in node.elements
            )


def is_call_of(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def key_pattern(node: ast.expr) -> str | None:
    """The keys that an expression can give, as a regular expression; None if it does not show."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr):
        pieces = [key_pattern(one) if isinstance(one, ast.Constant) else GAP for one in node.values]
        return "".join(str(piece) for piece in pieces)
    return None


def alternatives(node: ast.expr) -> Iterator[ast.expr]:
    """Both sides of `a if condition else b`, else the expression itself."""
    if isinstance(node, ast.IfExp):
        yield from alternatives(node.body)
        yield from alternatives(node.orelse)
    else:
        yield node


@cache
def asked_for() -> dict[str, set[str]]:
    """The patterns of the keys that `text(…)` and `t(…)` are called with, and where."""
    found: dict[str, set[str]] = {}
    for path in PYTHON:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if is_call_of(node, "text") and node.args:
                for argument in alternatives(node.args[0]):
                    if (pattern := key_pattern(argument)) is not None:
                        found.setdefault(pattern, set()).add(path.name)
    for path in TEMPLATES:
        for call in Environment().parse(path.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "t":
                found.setdefault(_template_pattern(call.args[0]), set()).add(path.name)
    return found


def _template_pattern(node: nodes.Expr) -> str:
    if isinstance(node, nodes.Const):
        return re.escape(str(node.value))
    if isinstance(node, nodes.Concat):
        return "".join(_template_pattern(one) for one in node.nodes)
    return GAP


@cache
def mentioned() -> set[str]:
    """The patterns of every string in the code that begins as a key does: it may be passed on."""
    rooms = {key.split("-")[0] for key in messages()}
    found = set()
    for path in PYTHON:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            pattern = key_pattern(node) if isinstance(node, ast.expr) else None
            if pattern and "-" in pattern and re.split(r"\\?-", pattern)[0] in rooms:
                found.add(pattern)
    return found


def referred_to() -> set[str]:
    """The messages that other messages are put together of."""
    return {
        node.id.name
        for message in messages().values()
        for node in parts(message)
        if isinstance(node, ftl.MessageReference)
    }


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ftl")), ids=lambda path: path.name)
def test_no_reader_loses_a_message_to_a_slip_in_the_catalogue(path):
    junk = [one.content for one in entries(path) if isinstance(one, ftl.Junk)]
    assert junk == []


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ftl")), ids=lambda path: path.name)
def test_no_message_hides_another_with_the_same_key(path):
    names = [one.id.name for one in entries(path) if isinstance(one, ftl.Message | ftl.Term)]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_an_english_reader_gets_every_text_except_what_is_said_to_authorities():
    to_authorities = [one for one, places in asked_for().items() if places == {LETTERS}]
    english = messages(ENGLISH)
    swedish_only = {
        key
        for key in messages()
        if key not in english and any(re.fullmatch(one, key) for one in to_authorities)
    }
    # In the same order, so that the two can be read side by side.
    assert [key for key in messages() if key not in swedish_only] == list(english)


def test_a_text_is_told_the_same_facts_in_both_languages():
    differing = {
        key for key, one in messages(ENGLISH).items() if gaps(one) != gaps(messages()[key])
    }
    assert differing == set()


def gaps(message: ftl.Message) -> set[str]:
    """What a message has to be given."""
    return {one.id.name for one in parts(message) if isinstance(one, ftl.VariableReference)}


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("count", [0, 1, 2, 1234])
def test_every_text_can_be_filled_in_whatever_the_number(language, count):
    catalogue = site_catalogue(language)
    for key, message in messages(FOLDER / f"{language}.ftl").items():
        said = catalogue(key, **dict.fromkeys(gaps(message), count))
        assert said and "{" not in said, key


def test_what_outlives_a_request_speaks_the_language_of_the_reader():
    """The files, their columns and choices are made once, when the program starts."""
    with speaking("en"):
        english = site_catalogue("en")
        meanings = {
            english(key) for key in messages(ENGLISH) if key.startswith(("column-", "choice-"))
        }
        for file in FILES.values():
            assert file.title == english(f"file-name-{file.name}")
            told = [one.meaning for one in (*file.columns, *file.parameters)]
            assert set(told) <= meanings


def test_no_page_fails_for_want_of_a_text():
    missing = {
        pattern: sorted(places)
        for pattern, places in asked_for().items()
        if not any(re.fullmatch(pattern, key) for key in messages())
    }
    assert missing == {}


def test_a_key_that_is_passed_on_has_its_text():
    """The table's columns hold their keys and look them up later."""
    missing = {
        node.args[0].value
        for path in PYTHON
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if is_call_of(node, "_Column") and isinstance(node.args[0], ast.Constant)
    } - set(messages())
    assert missing == set()


@pytest.mark.parametrize(
    ("start", "values"),
    [
        ("type", get_args(ColumnType)),
        ("file-name", [file.name for file in TABLES]),
        ("state", [*STATUSES, "unknown"]),
        ("states", [*STATUSES, "unknown"]),
        ("missing", MISSING_REASONS),
        ("missing-reason", MISSING_REASONS),
        ("relation", RELATIONS[1:]),
        ("aktiviteter-relation", RELATIONS),
        ("context", TABLE["activities"].column("context_kind").choices),
        ("unit", TABLE["indicators"].column("unit").choices),
        ("indikatorer-direction", TABLE["indicators"].column("good_direction").choices),
    ],
)
def test_every_value_of_the_format_has_words(start, values):
    assert [value for value in values if f"{start}-{value}" not in messages()] == []


def test_the_reader_of_a_file_learns_what_every_column_means():
    keys = {column_key(file.name, column.name) for file in TABLES for column in file.columns}
    assert keys - set(messages()) == set()


def test_no_column_is_explained_that_no_file_has():
    told = {column.meaning for file in FILES.values() for column in file.columns}
    told.add(text(column_key(VIEW, "example")))
    assert {
        key for key in messages() if key.startswith("column-") and text(key) not in told
    } == set()


def test_the_reader_learns_what_can_be_chosen_and_what_a_row_is():
    told = {one.meaning for file in FILES.values() for one in file.parameters}
    assert {
        key for key in messages() if key.startswith("choice-") and text(key) not in told
    } == set()
    rows = {key.removeprefix("file-row-") for key in messages() if key.startswith("file-row-")}
    assert rows == set(FILES)
    names = {f"format-{one.replace('.', '_')}" for one in FORMATS}
    assert {key for key in messages() if key.startswith("format-")} == names


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("file", TABLES, ids=lambda file: file.name)
def test_the_reader_learns_every_value_that_a_column_can_have(file, language):
    told = site_catalogue(language)
    unexplained = {
        (column.name, choice)
        for column in file.columns
        for choice in column.choices
        if not re.search(rf"\b{choice}\b", told(column_key(file.name, column.name)))
    }
    assert unexplained == set()


def test_no_text_is_kept_that_no_reader_sees():
    used = re.compile("|".join(f"(?:{pattern})" for pattern in {*asked_for(), *mentioned()}))
    referred = set(referred_to())
    unread = [key for key in messages() if key not in referred and not used.fullmatch(key)]
    assert unread == []


@pytest.mark.parametrize("path", [SITE, ENGLISH], ids=lambda path: path.name)
def test_no_sentence_claims_a_change_or_a_cause_without_a_verdict(path):
    claims = {
        (key, found[0])
        for key, message in messages(path).items()
        for said in texts(message)
        if (found := VERDICTS.search(said))
    }
    assert claims == set()


@pytest.mark.parametrize("path", [SITE, ENGLISH], ids=lambda path: path.name)
def test_the_texts_are_set_as_print_is(path):
    slips = {
        (key, found[0])
        for key, message in messages(path).items()
        for said in texts(message)
        if (found := TYPEWRITER.search(said)) or (found := re.search(r"^\s|\s$", said))
    }
    assert slips == set()


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.name)
def test_no_text_is_out_of_reach_of_the_catalogue(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    literals = [
        node.value
        for node in without_docstrings_and_errors(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    found = [
        literal
        for literal in literals
        if SWEDISH_LETTERS.search(literal) or SENTENCE.search(TAG.sub(" ", literal))
    ]
    assert found == []


def without_docstrings_and_errors(node: ast.AST) -> Iterator[ast.AST]:
    """What a reader can meet: not docstrings, nor what an error tells the developer."""
    if isinstance(node, ast.Raise):
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    yield node
    for child in ast.iter_child_nodes(node):
        yield from without_docstrings_and_errors(child)
