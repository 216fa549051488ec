"""The description of our addresses is valid, whole, and true of what they answer."""

import json
import re

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from our_routes import SITE
from shipped_files import EXAMPLE, PROMISES
from starlette.routing import Match

from trygghet.describe.openapi import openapi
from trygghet.files import FILES, Column, DataFile, Parameter
from trygghet.release.store import store
from trygghet.views.context import context
from trygghet.web.describe_routes import to_catalogue
from trygghet.web.routes import routes
from trygghet.words import text

IDS = [promise.id for promise in PROMISES]


def made(promise=EXAMPLE.id):
    return openapi(context(store().release(promise)), SITE, IDS)


def columns_of(described, file):
    rows = described["components"]["schemas"][file]["properties"]["rows"]
    return dict(rows["items"]["properties"])


def matched(path):
    """The route that answers a path, if there is one of ours."""
    scope = {"type": "http", "method": "GET", "path": path, "root_path": "", "headers": []}
    for route in routes("oversikt"):
        match, found = route.matches(scope)
        if match is Match.FULL:
            # `sources.excel.csv` is no file called sources.excel.
            return None if found["path_params"].get("file", "").endswith(".excel") else route
    return None


def addresses(described):
    """An address of every path that is described and has a route, with its media types. A file
    has one of its formats each time: that all of them can be written is not told here."""
    for place, (path, operations) in enumerate(described["paths"].items()):
        given = operations["get"]["parameters"]
        own = [one for one in given if "example" in one]
        endings = next((one["schema"]["enum"] for one in own if one["name"] == "format"), [""])
        query = "&".join(f"{one['name']}={one['example']}" for one in own if one["in"] == "query")
        in_path = {one["name"]: one["example"] for one in own if one["in"] == "path"}
        possible = [path.format_map(in_path | {"format": ending}) for ending in endings]
        if served := [address for address in possible if matched(address)]:
            address = served[place % len(served)]
            yield f"{address}?{query}", operations["get"]["responses"]["200"]["content"]


def test_the_description_is_valid(seen):
    described = openapi(seen, SITE, IDS)
    assert list(OpenAPIV31SpecValidator(json.loads(json.dumps(described))).iter_errors()) == []


def test_every_address_answers_as_it_is_described(releases, get):
    asked = [list(addresses(json.loads(get(f"/data/openapi.json?data={id_}").body))) for id_ in IDS]
    assert len(asked[0]) == len(asked[1]) >= len(FILES)
    # Each path of one of the promises, in turn.
    for place, both in enumerate(zip(*asked, strict=True)):
        chosen = place % len(both)
        address, media_types = both[chosen]
        answer = get(f"{address}&data={IDS[chosen]}")
        assert answer.status == 200, address
        assert answer.headers["content-type"].partition(";")[0] in media_types, address


def test_no_public_address_for_data_is_left_out(releases):
    described = made()["paths"]
    known = {re.sub(r"{\w+}", "{}", path.replace(".{format}", ".csv")) for path in described}
    files = {path for path in described if path.endswith(".{format}")}
    assert files == {f"/data/{name}.{{format}}" for name in FILES}
    for route in routes("oversikt"):
        if not route.path.startswith("/data/") or route.endpoint is to_catalogue:
            continue
        path = re.sub(r"{\w+}", "{}", route.path)
        if re.fullmatch(r"/data/{}(\.({}|\w+|excel\.csv))?", path):
            continue  # the files, whose own paths are described
        assert path in known or path == "/data/indikator.csv", route.path


def test_the_errors_that_are_described_are_those_that_come(get):
    answers = set(made()["components"]["responses"])
    assert answers == {"unchanged", "wrong", "unknown", "withdrawn"}
    for path in ("/data/openapi.json", "/data/datapackage.json", "/data/dcat.rdf"):
        first = get(path)
        assert get(path, if_none_match=first.headers["etag"]).status == 304
        assert get(f"{path}?data=finns-inte").status == 404
        assert get(f"{path}?v=99").status == 404
        assert get(f"{path}?v=x").status == 400
        from_elsewhere = get(path, origin="https://dataportal.example")
        assert from_elsewhere.headers["access-control-allow-origin"] == "*"


def test_values_are_listed_only_where_they_are_always_the_same(releases, monkeypatch):
    # A name, columns and choices that the catalogue explains.
    file = DataFile(
        "indikator",
        (
            Column("ratio", "number", "view", "reports"),
            Column("place_names", "list", "aktiviteter", required=True),
        ),
        lambda release, choice: [],
        (
            Parameter("indikator", "view", lambda *_: ["a", "b"], required=True),
            Parameter(
                "platser",
                "view",
                lambda _, choice: [place + choice["indikator"][0] for place in "xy"],
                several=True,
            ),
            Parameter("period", "view", lambda *_: ["ar", "manad"], default="ar"),
            Parameter("sedan", "handelser", lambda *_: ["2020-05-01"], type="date"),
        ),
    )
    monkeypatch.setitem(FILES, "indikator", file)
    described = made()
    assert list(OpenAPIV31SpecValidator(described).iter_errors()) == []
    given = described["paths"]["/data/indikator.{format}"]["get"]["parameters"]
    one = {parameter["name"]: parameter for parameter in given if "name" in parameter}
    assert one["indikator"]["required"] and one["indikator"]["example"] == "a"
    assert one["indikator"]["schema"]["enum"] == ["a", "b"]
    assert one["platser"]["schema"] == {"type": "array", "items": {"type": "string"}}
    assert one["platser"]["explode"] is False
    assert one["period"]["schema"] == {"type": "string", "enum": ["ar", "manad"], "default": "ar"}
    assert one["sedan"]["schema"] == {"type": "string", "format": "date"}
    columns = columns_of(described, "indikator")
    assert columns["ratio"]["type"] == ["number", "null"]
    assert columns["ratio"]["x-unit"] == text("unit-reports")
    assert columns["place_names"]["type"] == "array"


def test_a_program_learns_every_column_and_what_it_means(releases):
    described = made(PROMISES[-1].id)
    for name, file in FILES.items():
        columns = columns_of(described, name)
        columns.pop("example", None)
        meanings = {name: column["description"] for name, column in columns.items()}
        assert meanings == {column.name: column.meaning for column in file.columns}


@pytest.mark.parametrize("promise", IDS)
def test_the_example_is_told_as_one(releases, promise):
    told = made(promise)["info"]["description"].startswith("Påhittat exempel:")
    assert told == (promise == EXAMPLE.id)
