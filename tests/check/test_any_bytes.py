"""Whatever bytes a file holds, the check answers with records or problems, never a traceback."""

import json
import re
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sound_folder import FILES

from trygghet.check import describe
from trygghet.check.csv_file import read_records
from trygghet.check.outlines import read_outlines
from trygghet.check.problems import Problem, command_catalogue
from trygghet.check.promise_file import read_promise_file
from trygghet.check.translations import read_translations
from trygghet.check.values import BadValue, parse_value
from trygghet.schema import PROMISE_LISTS, TABLE, TABLES, Column, ColumnType

QUICK = settings(max_examples=150)

TYPES = {"count": int, "decimal": float, "refs": tuple}

# Pieces of tables, of what Excel and people write in them, and of what no one should.
PIECES = [
    *("id", "place", "period", "source", "lillby", "2019", "2019-Q3", "1.56", "1,56", "12 389"),
    *("-", "..", "=A1", "²", "١٢", "\u00a0", "\u2009", "\u202e", "\ufeff", "\ufffd", "å", "PÃ¥"),
    *(",", ";", "\t", '"', '""', "\n", "\r", "\r\n", "\0", "\x1b[31m", "\u2028", "a" * 3_000),
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join)


def _told(problems: list[Problem]) -> None:
    for problem in problems:
        for language in ("sv", "en"):
            told = describe(problem, language)
            assert all(char.isprintable() for char in told.replace("\u00a0", " "))


def _mixed(name: str) -> st.SearchStrategy[bytes]:
    """Random bytes and texts, alone, after a sound beginning, and as a change in a sound file."""
    sound = FILES[name].encode()
    first = sound.split(b"\n")[0] + b"\n"
    noise = st.binary(max_size=200) | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))
    changed = st.tuples(st.integers(0, len(sound)), st.integers(0, 30), noise).map(
        lambda cut: sound[: cut[0]] + cut[2] + sound[cut[0] + cut[1] :]
    )
    return noise | noise.map(lambda data: first + data) | changed


@QUICK
@given(data=st.data())
def test_a_table_ends_in_a_traceback(data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(TABLES))
    content = data.draw(_mixed(table.file))
    records, problems = read_records(table, content)
    _told(problems)
    lines = len(re.findall(rb"\r\n|\r|\n", content)) + 1
    assert all(1 <= problem.line <= lines for problem in problems)
    for record in records or ():
        if record.sound:
            assert list(record.values) == [column.name for column in table.columns]
            assert None not in [record.values[c.name] for c in table.columns if c.required]
        else:
            assert problems


TOML = st.lists(
    st.sampled_from(
        [
            *("id", "goals", "source", "=", "[", "]", "[[goals]]", "{", "}", '"', '"""', "'", "\n"),
            *(",", ".", "2019", "2020-02-30", "true", "nan", "\\u001b", "#", '"lofte"', "1e400"),
        ]
    ),
    max_size=60,
).map(lambda parts: "".join(parts).encode())


@QUICK
@given(content=_mixed("promise.toml") | TOML)
@example(b"a" + b".a" * 2_000 + b" = 1")
@example(b"goals" + b".a" * 2_000 + b" = 1")
@example(b"title = 0x" + b"f" * 5_000)
@example(b"goals = [" * 3_000)
def test_a_promise_file_ends_in_a_traceback(content: bytes) -> None:
    promise, problems = read_promise_file(content)
    _told(problems)
    assert problems or promise.promise.sound
    assert set(promise.lists) <= set(PROMISE_LISTS)
    assert all(1 <= problem.line <= content.count(b"\n") + content.count(b"\r") + 1
               for problem in problems)  # fmt: skip


PO = st.lists(
    st.sampled_from(
        [
            *("msgid ", "msgstr ", "msgctxt ", "msgid_plural ", "msgstr[0] ", "#, fuzzy\n", "#~ "),
            *(
                '"',
                '"Trafik"',
                '"Traffic"',
                "\n",
                "\r",
                "\\n",
                "\\x",
                "\\",
                "#",
                "\u2028",
                "a" * 3_000,
            ),
        ]
    ),
    max_size=40,
).map(lambda parts: "".join(parts).encode())


@QUICK
@given(content=st.binary(max_size=200) | TEXTS.map(lambda text: text.encode("utf-8")) | PO)
@example(b'msgid "Trafik"\nmsgstr ""\n' + b'"a"\n' * 20_000)
def test_translations_end_in_a_traceback(content: bytes) -> None:
    translations, problems = read_translations("en.po", content)
    _told(problems)
    lines = len(re.findall(rb"\r\n|\r|\n", content)) + 1
    assert all(1 <= problem.line <= lines for problem in problems)
    for one in translations:
        assert one.msgid
        assert one.msgstr
        assert len(one.msgstr.strip()) <= 2_000


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
    | st.sampled_from(["village", "Polygon", "MultiPolygon", 10**400, -200]),
    lambda inner: st.lists(inner, max_size=5)
    | st.dictionaries(
        st.sampled_from(["features", "type", "properties", "geometry", "coordinates", "role", "id"])
        | st.text(max_size=3),
        inner, max_size=5,
    ),
    max_leaves=30,
)  # fmt: skip
POINTS = st.recursive(
    st.sampled_from([13.4, 55.7, 13, "13", None, True, 1e400, {"x": 1}]),
    lambda inner: st.lists(inner, max_size=5),
    max_leaves=40,
)


def _feature(properties: object, kind: object, coordinates: object) -> dict[str, object]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


FEATURES = st.lists(
    JSON
    | st.builds(
        _feature,
        st.fixed_dictionaries({"id": JSON, "name": JSON, "role": st.just("village")})
        | st.just({"id": "lillby", "name": "Lillby", "role": "village"}),
        st.sampled_from(["Polygon", "MultiPolygon", "Point", None, []]),
        POINTS,
    ),
    max_size=4,
)


@QUICK
@given(content=_mixed("outlines.geojson")
       | JSON.map(lambda value: json.dumps(value).encode()))  # fmt: skip
@example(b"[" * 100_000)
@example(b'{"features": ' + b"[" * 900 + b"]" * 900 + b"}")
def test_outlines_end_in_a_traceback(content: bytes) -> None:
    _check_outlines(content)


@QUICK
@given(features=FEATURES)
def test_a_strange_outline_ends_in_a_traceback(features: list[object]) -> None:
    _check_outlines(json.dumps({"features": features}).encode())


def _check_outlines(content: bytes) -> None:
    outlines, problems = read_outlines(content)
    _told(problems)
    for outline in outlines:
        f"{outline.id} {outline.name}".encode()  # what cannot be written cannot be published
        for ring in outline.rings:
            assert len(ring) >= 4
            assert all(abs(x) <= 180 and abs(y) <= 90 for x, y in ring)


@QUICK
@given(text=TEXTS | st.text(max_size=30) | st.from_regex(r"[-−]?\d{1,15}([.,\- ]\d{1,4}){0,3}"),
       comma=st.booleans())  # fmt: skip
@pytest.mark.parametrize("type_", get_args(ColumnType))
def test_a_cell_becomes_something_else_than_its_column_says(
    type_: ColumnType, text: str, comma: bool
) -> None:
    column = Column("x", type_, choices=("yes", "no"))
    try:
        value = parse_value(column, text, decimal_comma=comma)
    except BadValue as error:
        assert error.code in command_catalogue("sv")
        _told([Problem("places.csv", 2, "x", error.code, text, error.details)])
        return
    assert type(value) is TYPES.get(type_, str)
    if type_ == "count":
        assert isinstance(value, int) and 0 <= value < 10**12 and int(text) == value
    elif type_ == "decimal":
        assert isinstance(value, float) and abs(value) < 10**9
        assert text.replace(",", ".").replace("−", "-").isascii()
    elif type_ in ("id", "ref", "period", "date"):
        assert isinstance(value, str) and value.isascii() and len(value) <= 80


@QUICK
@given(text=st.text(alphabet="²³¹½٣３0123", min_size=1, max_size=6))
def test_a_digit_of_another_script_is_read_as_a_number(text: str) -> None:
    for column in (TABLE["population"].column("population"), TABLE["places"].column("latitude")):
        if not text.isascii():
            with pytest.raises(BadValue):
                parse_value(column, text)
