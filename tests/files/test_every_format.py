"""Every file in every format says what the release says: each number, and what is missing."""

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import openpyxl
import pyarrow as pa
import pytest
from our_routes import Answer, ask
from pyarrow import parquet
from read_back import READERS
from shipped_files import EXAMPLE, PROMISES, ShippedPromise

from trygghet.files import FILES, Choice, Column, DataFile
from trygghet.files.contents import contents
from trygghet.files.formats import FORMATS
from trygghet.release.places.folder import Folder
from trygghet.release.queries import Release
from trygghet.release.store import store
from trygghet.schema import TABLE

MARK = "Påhittat exempel"
EXAMPLE_COLUMN = Column("example", "text", "")

either_promise = pytest.mark.parametrize("promise", PROMISES, ids=str)
every_format = pytest.mark.parametrize("extension", FORMATS)


@pytest.fixture(autouse=True)
def published(releases: Any) -> None:
    assert store().place == Folder(releases)


def choices(promise: ShippedPromise, file: DataFile) -> list[dict[str, str]]:
    """What is asked of a file: all of it, and one of each kind where something must be chosen."""
    release = store().release(promise.id)
    if file.name == "indikator":
        headlines = [one.id for one in release.indicators() if one.headline]
        several = {"indikator": headlines[0], "period": "kvartal"}
        return [*({"indikator": one} for one in headlines), several]
    if file.name == "by":
        return [{"by": village.id} for village in release.villages()][:2]
    return [{}]


@cache
def fetched(promise: str, name: str, extension: str, **choice: str) -> Answer:
    answer = ask(f"/data/{name}.{extension}", data=promise, **choice)
    assert answer.status == 200, answer.text
    return answer


def columns_of(promise: ShippedPromise, file: DataFile) -> list[Column]:
    return [*([EXAMPLE_COLUMN] if promise.is_example else []), *file.columns]


def of_release(release: Release, file: DataFile, choice: Choice) -> Iterator[Sequence[Any]]:
    return iter(file.rows(release, choice))


def as_said(column: Column, value: Any, extension: str) -> Any:
    """A value of a row as a format has to give it back; an empty list is nothing."""
    if value is None or value == []:
        return None
    if column.type in ("integer", "number"):
        # A workbook has 16 figures of a number.
        return float(f"{float(value):.16g}") if extension == "xlsx" else float(value)
    if extension == "excel.csv" and re.fullmatch(r"-?[0-9]+\.[0-9]+", str(value)):
        return str(value).replace(".", ",")
    return list(value) if column.type == "list" else value


def expected(
    promise: ShippedPromise, file: DataFile, given: dict[str, str], extension: str
) -> list[list[Any]]:
    release = store().release(promise.id)
    choice = {name: tuple(value.split(",")) for name, value in given.items()}
    return [
        [as_said(column, value, extension) for column, value in zip(file.columns, row, strict=True)]
        for row in of_release(release, file, choice)
    ]


@either_promise
@every_format
def test_a_number_in_a_file_is_not_the_one_in_the_release(promise, extension):
    values = 0
    for file in FILES.values():
        columns = columns_of(promise, file)
        for choice in choices(promise, file):
            body = fetched(promise.id, file.name, extension, **choice).body
            wanted = expected(promise, file, choice, extension)
            for read in READERS[extension]:
                rows = read(body, columns)
                marks = {row.pop("example") for row in rows if promise.is_example}
                assert marks <= {MARK} and (marks or not rows or not promise.is_example)
                found = [[None if cell == [] else cell for cell in row.values()] for row in rows]
                assert found == wanted, file.name
                values += sum(cell is not None for row in found for cell in row)
    assert values > 20_000


@every_format
def test_what_is_missing_becomes_a_zero(extension):
    """A missing value is empty, and says why."""
    missing = 0
    for table in (table for table in TABLE.values() if table.value):
        body = fetched(EXAMPLE.id, table.name, extension).body
        for row in READERS[extension][0](body, columns_of(EXAMPLE, FILES[table.name])):
            assert (row[table.value] is None) == (row["missing_reason"] is not None)
            missing += row[table.value] is None
    assert missing > 50


@either_promise
def test_a_value_loses_how_its_source_wrote_it(promise):
    """1.40 has two decimals, in a plain CSV file and beside the number of a view."""
    rows = csv.DictReader(io.StringIO(fetched(promise.id, "safety_survey", "csv").text))
    written = [one["value"] for one in promise.rows("safety_survey")]
    assert [row["value"].replace(",", ".") for row in rows] == [
        v.replace(",", ".") for v in written
    ]
    indicator = promise.headline("safety_survey")["id"]
    view = fetched(promise.id, "indikator", "csv", indikator=indicator).text
    shown = [row["value_published"] for row in csv.DictReader(io.StringIO(view))]
    assert sorted(filter(None, shown)) == sorted(
        one["value"]
        for one in promise.rows("safety_survey")
        if one["value"] and one["indicator"] == indicator
    )
    assert any(one.endswith("0") for one in shown)
    sheet = openpyxl.load_workbook(
        io.BytesIO(fetched(promise.id, "safety_survey", "xlsx").body)
    ).worksheets[0]
    at = [cell.value for cell in sheet[1]].index("value") + 1
    decimals = [sheet.cell(line + 2, at).number_format for line in range(len(written))]
    assert decimals == [
        f"0.{'0' * len(one.partition('.')[2])}" if "." in one else "General" for one in written
    ]


@either_promise
@pytest.mark.parametrize("file", FILES.values(), ids=lambda file: file.name)
def test_a_file_breaks_what_its_definition_says_of_it(promise, file):
    release = store().release(promise.id)
    names = [column.name for column in file.columns]
    assert len(set(names)) == len(names)
    assert {*file.key, *file.refers} <= set(names)
    for choice in choices(promise, file):
        rows = [
            dict(zip(names, row, strict=True))
            for row in of_release(release, file, {n: (v,) for n, v in choice.items()})
        ]
        for column in file.columns:
            empty = [row for row in rows if row[column.name] is None]
            assert not (column.required and empty), (column.name, empty[:1])
        keys = [tuple(str(row[name]) for name in file.key) for row in rows]
        assert not file.key or len(set(keys)) == len(keys)
        for column, other in file.refers.items():
            known = {row[0] for row in release.file(other)}
            for row in rows:
                cell = row[column]
                assert set(cell if isinstance(cell, list) else [cell]) - {None} <= known


def test_a_comparison_in_a_file_is_not_the_release_s_own():
    """Read with plain SQL, around everything that our own queries do."""
    for promise in PROMISES:
        release = store().release(promise.id)
        raw = release._connection.cursor().execute(
            """SELECT place, indicator, kind, now, count_now, count_baseline, verdict, phi, p_value,
                      CASE WHEN verdict IN ('lower', 'higher', 'no_certain_difference')
                           THEN ratio END,
                      CASE WHEN verdict IN ('lower', 'higher', 'no_certain_difference')
                           THEN lower END
               FROM comparisons"""
        )
        body = json.loads(fetched(promise.id, "jamforelser", "json").body)
        names = ("place", "indicator", "kind", "now", "count_now", "count_baseline", "verdict")
        names += ("phi", "p_value", "ratio", "lower")
        found = [tuple(row[name] for name in names) for row in body["rows"]]
        assert sorted(map(repr, map(_numbers, found))) == sorted(
            map(repr, map(_numbers, raw.fetchall()))
        )


def _numbers(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(float(cell) if isinstance(cell, int | float) else cell for cell in row)


def test_a_verdict_stands_at_a_value_that_it_is_not_about():
    """Beside each value stands the comparison of just its period, with what it was held against."""
    compared = 0
    for promise in PROMISES:
        release = store().release(promise.id)
        every = {
            (one.place, one.indicator, one.now): one
            for one in release.every_comparison()
            if one.now == one.now_end
        }
        for indicator in [one.id for one in release.indicators()]:
            for period in ("ar", "kvartal"):
                body = fetched(promise.id, "indikator", "json", indikator=indicator, period=period)
                for row in json.loads(body.body)["rows"]:
                    one = every.get((row["place"], row["indicator"], row["period"]))
                    if row["change_margin"] is not None:
                        assert row["unit"] == "index" and row["verdict"]
                    elif one is None:
                        assert row["verdict"] is row["ratio"] is row["baseline"] is None
                    else:
                        assert row["verdict"] == one.verdict
                        assert row["value"] == one.count_now
                        assert row["count_baseline"] == one.count_baseline
                        assert (row["ratio"] is None) or (row["lower"] <= row["ratio"])
                        compared += 1
                    assert row["period"] != str(release.promise().baseline) or not row["verdict"]
    assert compared > 500


@every_format
def test_invented_figures_look_real(extension):
    """The example says that it is invented in its name, its rows, and what it says of itself."""
    for file in FILES.values():
        answer = fetched("exempel", file.name, extension, **choices(EXAMPLE, file)[0])
        named = answer.headers["content-disposition"]
        assert f'filename="pahittat-exempel-{file.name}' in named
        assert named.endswith(f'utgava-1.{extension}"')
        assert answer.headers["x-robots-tag"] == "noindex"
        if extension == "json":
            meta = json.loads(answer.body)["meta"]
            assert meta["example"] is True and meta["title"].startswith("Exempel: ")
        if extension == "parquet":
            said = parquet.read_schema(pa.BufferReader(answer.body)).metadata
            assert said[b"example"] == b"true" and said[b"title"].startswith(b"Exempel: ")
        if extension == "xlsx":
            book = openpyxl.load_workbook(io.BytesIO(answer.body))
            assert book.properties.title.startswith("Exempel: ")
            assert book.worksheets[2]["A1"].value == MARK


def test_a_real_promise_is_called_invented():
    for extension in FORMATS:
        answer = fetched("tryggt-ostra-lund", "sources", extension)
        assert 'filename="tryggt-ostra-lund-sources' in answer.headers["content-disposition"]
        assert MARK.encode() not in answer.body


@either_promise
def test_a_file_does_not_say_where_it_comes_from(promise):
    """Title, release, day, address, columns and sources, in the formats that have room for them."""
    file, indicator = FILES["indikator"], promise.headline("reported_crimes")["id"]
    release = store().release(promise.id)
    meta = json.loads(fetched(promise.id, file.name, "json", indikator=indicator).body)["meta"]
    assert (meta["release"], meta["as_of"]) == (1, promise.file["as_of"])
    address = meta["address"].removeprefix("http://trygghet.example")
    assert "v=1" in address and f"indikator={indicator}" in address
    again = json.loads(ask(address).body)
    assert (
        again["rows"]
        == json.loads(fetched(promise.id, file.name, "json", indikator=indicator).body)["rows"]
    )
    used = {row["source"] for row in again["rows"]}
    assert {one["id"] for one in meta["sources"]} == used
    licences = {one.id: one.licence for one in release.sources()}
    assert all(one["licence"] == licences[one["id"]] for one in meta["sources"])
    meanings = {one["name"]: one["meaning"] for one in meta["columns"]}
    assert all(meanings.values())

    body = fetched(promise.id, file.name, "xlsx", indikator=indicator).body
    data, columns, about = openpyxl.load_workbook(io.BytesIO(body)).worksheets
    assert data.freeze_panes == "A2" and data.auto_filter.ref.startswith("A1:")
    told = {row[0].value: row[1].value for row in columns.iter_rows(min_row=2)}
    assert told == meanings
    said = [cell.value for row in about.iter_rows() for cell in row if cell.value]
    assert promise.file["as_of"] in said and "1" in said
    assert {one["title"] for one in meta["sources"]} <= set(said)
    assert any("v=1" in str(one) for one in said)

    body = fetched(promise.id, file.name, "parquet", indikator=indicator).body
    schema = parquet.read_schema(pa.BufferReader(body))
    assert {field.name: field.metadata[b"meaning"].decode() for field in schema} == meanings
    assert schema.metadata[b"release"] == b"1" and b"v=1" in schema.metadata[b"address"]


def test_the_same_file_is_not_the_same_bytes_again():
    """What is written of the same rows twice is alike, so that replicas agree."""
    release = store().release("exempel")
    given = [contents(release, FILES["coverage"], {}, "http://x/") for _ in range(2)]
    for one in FORMATS.values():
        first, second = map(one.write, given)
        assert first == second, one.extension
