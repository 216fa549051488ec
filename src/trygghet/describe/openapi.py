"""Our public addresses as OpenAPI 3.1: parameters, answers, and the columns of what is given."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from trygghet import settings
from trygghet.describe.about import DATE, PERIOD, as_example, media_types
from trygghet.files import FILES, Choice, Column, DataFile, Parameter
from trygghet.files.definition import ValueType
from trygghet.release.queries import Release
from trygghet.views.context import Context
from trygghet.words import text
from trygghet.words.language import FIRST, LOCALES

Json = dict[str, Any]

MOST_LISTED = 60
"""More values than this of a parameter are not listed; the answer 400 names them."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address of ours beside the files: its path, where `{by}` stands for a village and
    `{indikator}` for an indicator, what it gives, and the key of its title in the catalogue
    (`describe-address-…`)."""

    path: str
    media_type: str
    key: str


ADDRESSES = (
    Address("/data/", "text/html", "files"),
    Address("/data/datapackage.json", "application/json", "datapackage"),
    Address("/data/dcat.rdf", "application/rdf+xml", "catalogue"),
    Address("/data/dcat.ttl", "text/turtle", "catalogue"),
    Address("/data/dcat.jsonld", "application/ld+json", "catalogue"),
    Address("/data/openapi.json", "application/json", "openapi"),
    Address("/data/utgava.duckdb", "application/octet-stream", "database"),
    Address("/data/utgava.zip", "application/zip", "archive"),
    Address("/sida/", "text/html", "overview"),
    Address("/sida/{by}", "text/html", "village"),
    Address("/sida/{by}/motesblad", "text/html", "sheet"),
    Address("/sida/{by}/motesblad.pdf", "application/pdf", "sheet"),
    Address("/kort/{by}", "text/html", "card"),
    Address("/bild/oversikt.png", "image/png", "picture"),
    Address("/bild/by/{by}.png", "image/png", "picture_village"),
    Address("/bild/indikator/{indikator}.png", "image/png", "picture_indicator"),
    Address("/flode.atom", "application/atom+xml", "feed"),
    Address("/flode/{by}.atom", "application/atom+xml", "feed_village"),
    Address("/kalender.ics", "text/calendar", "calendar"),
    Address("/kalender/{by}.ics", "text/calendar", "calendar_village"),
)

# What a reader meets as JSON; None where a value is missing.
_TYPES: dict[ValueType, Json] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "pattern": f"^{DATE}$"},
    "period": {"type": "string", "pattern": f"^{PERIOD}$"},
    "url": {"type": "string"},
    "list": {"type": "array", "items": {"type": "string"}},
}


def openapi(seen: Context, site: str, promises: Sequence[str]) -> Json:
    """The description as JSON values. `promises` are the ids that `data` can have."""
    about = text("describe-openapi-about")
    info: Json = {
        "title": text("describe-service", site=text("server-title")),
        "version": str(seen.release.edition().number),
        "description": as_example(about) if seen.promise.is_example else about,
    }
    if settings.mail():
        info["contact"] = {
            "name": settings.owner() or text("server-title"),
            "email": settings.mail(),
        }
    return {
        "openapi": "3.1.0",
        "info": info,
        "servers": [{"url": site or "/"}],
        "paths": {
            **dict(_file(file, seen.release) for file in FILES.values()),
            **{one.path: _address(one, seen.release) for one in ADDRESSES},
        },
        "components": {
            "schemas": {
                file.name: _rows(file, example=seen.promise.is_example) for file in FILES.values()
            },
            "parameters": {"data": _data(promises), "v": _number(), "lang": _language()},
            "headers": {"ETag": _etag()},
            "responses": dict(_other_answers()),
        },
    }


def _file(file: DataFile, release: Release) -> tuple[str, Json]:
    """The path of a file with its format left open, and what can be asked of it."""
    endings = list(media_types())
    ending = {
        "name": "format",
        "in": "path",
        "required": True,
        "description": text("describe-parameter-format"),
        "schema": {"type": "string", "enum": endings},
        "example": endings[0],
    }
    own = [
        _parameter(one, release, file.parameters[:place])
        for place, one in enumerate(file.parameters)
    ]
    content: Json = {media_type: {} for media_type in media_types().values()}
    content["application/json"] = {"schema": {"$ref": f"#/components/schemas/{file.name}"}}
    return f"/data/{file.name}.{{format}}", _operation(
        file.name, file.title, [ending, *own], content
    )


def _address(address: Address, release: Release) -> Json:
    named = {
        "by": [one.id for one in release.villages()],
        "indikator": [one.id for one in release.indicators()],
    }
    given = [_in_path(name, ids) for name, ids in named.items() if f"{{{name}}}" in address.path]
    id_ = re.sub(r"[{}]", "", address.path.strip("/")).replace("/", "_").replace(".", "_")
    title = text(f"describe-address-{address.key}")
    return _operation(id_, title, given, {address.media_type: {}})


def _operation(name: str, title: str, parameters: Sequence[Json], content: Json) -> Json:
    shared = [{"$ref": f"#/components/parameters/{name}"} for name in ("data", "v", "lang")]
    answers = {
        status: {"$ref": f"#/components/responses/{answer}"}
        for status, answer in (
            ("304", "unchanged"),
            ("400", "wrong"),
            ("404", "unknown"),
            ("410", "withdrawn"),
        )
    }
    given = {
        "description": title,
        "headers": {"ETag": {"$ref": "#/components/headers/ETag"}},
        "content": content,
    }
    return {
        "get": {
            "operationId": name,
            "summary": title,
            "parameters": [*parameters, *shared],
            "responses": {"200": given, **answers},
        }
    }


def _parameter(parameter: Parameter, release: Release, before: Sequence[Parameter]) -> Json:
    """A choice of a file. Its values are listed where they are few and always the same."""
    possible = _possible(release, before)
    values = [list(parameter.allowed(release, choice)) for choice in possible] or [[]]
    kind: Json = {"type": "string"}
    if parameter.type == "date":
        kind["format"] = "date"
    elif all(found == values[0] for found in values) and 0 < len(values[0]) <= MOST_LISTED:
        kind["enum"] = values[0]
    if parameter.default:
        kind["default"] = parameter.default
    described: Json = {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        "description": parameter.meaning,
        "schema": {"type": "array", "items": kind} if parameter.several else kind,
    }
    if parameter.several:
        described |= {"style": "form", "explode": False}
    if parameter.required and values[0]:
        described["example"] = values[0][:1] if parameter.several else values[0][0]
    return described


def _possible(release: Release, before: Sequence[Parameter]) -> Iterator[Choice]:
    """Every choice of the required parameters before one."""
    required = [one for one in before if one.required]
    for values in product(*(one.allowed(release, {}) for one in required)):
        yield {one.name: (value,) for one, value in zip(required, values, strict=True)}


def _in_path(name: str, ids: Sequence[str]) -> Json:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": text(f"describe-parameter-{name}"),
        "schema": {"type": "string", "enum": list(ids)},
        "example": ids[0],
    }


def _data(promises: Sequence[str]) -> Json:
    default = settings.default_promise()
    given = {"default": default} if default in promises else {}
    return {
        "name": "data",
        "in": "query",
        "description": text("describe-parameter-data"),
        "schema": {"type": "string", "enum": list(promises), **given},
    }


def _number() -> Json:
    return {
        "name": "v",
        "in": "query",
        "description": text("describe-parameter-v"),
        "schema": {"type": "integer", "minimum": 1},
    }


def _language() -> Json:
    return {
        "name": "lang",
        "in": "query",
        "description": text("describe-parameter-lang"),
        "schema": {"type": "string", "enum": list(LOCALES), "default": FIRST},
    }


def _etag() -> Json:
    return {"description": text("describe-etag"), "schema": {"type": "string"}}


def _other_answers() -> Iterator[tuple[str, Json]]:
    said: Mapping[str, Any] = {"text/plain": {"schema": {"type": "string"}}, "text/html": {}}
    etag = {"ETag": {"$ref": "#/components/headers/ETag"}}
    yield "unchanged", {"description": text("describe-answer-unchanged"), "headers": etag}
    for name in ("wrong", "unknown", "withdrawn"):
        yield name, {"description": text(f"describe-answer-{name}"), "content": said}


def _rows(file: DataFile, *, example: bool) -> Json:
    """A file as JSON: what it is, and its rows."""
    mark = {"example": {"const": text("site-example-mark")}} if example else {}
    row = {
        "type": "object",
        "properties": {**mark, **{one.name: _column(one) for one in file.columns}},
        "required": [*mark, *(column.name for column in file.columns)],
    }
    return {
        "type": "object",
        "title": file.title,
        "properties": {"meta": {"type": "object"}, "rows": {"type": "array", "items": row}},
        "required": ["meta", "rows"],
    }


def _column(column: Column) -> Json:
    kind = dict(_TYPES[column.type])
    if not column.required:
        kind["type"] = [kind["type"], "null"]
    unit = {"x-unit": column.unit} if column.unit else {}
    return {**kind, "description": column.meaning, **unit}
