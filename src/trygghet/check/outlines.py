"""Read `outlines.geojson`: the outlines that the map draws, in WGS84."""

import json
import re
from dataclasses import dataclass
from itertools import chain
from typing import Any

from trygghet.check.csv_file import BadFile, decode
from trygghet.check.problems import Problem
from trygghet.check.values import BadValue, parse_value
from trygghet.schema import OUTLINES_FILE, Column

ROLES = ("municipality", "village", "surroundings")

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """One outline: its rings of (longitude, latitude) in degrees. A village's id is its place.

    `line` and `column` tell where it stands in the file.
    """

    id: str
    name: str
    role: str
    rings: tuple[Ring, ...]
    line: int
    column: str


class _BadOutline(Exception):
    """An outline that cannot be drawn; the text is what to look at."""


def read_outlines(data: bytes) -> tuple[list[Outline], list[Problem]]:
    """The outlines of the file, and the problems that keep it from being drawn."""
    try:
        text = decode(OUTLINES_FILE, data)
        features = _features(text)
    except BadFile as error:
        return [], [error.problem]
    outlines = []
    problems = []
    for index, (feature, line) in enumerate(zip(features, _lines(text, features), strict=True)):
        column = f"features[{index}]"
        try:
            outlines.append(_outline(feature, line, column))
        except _BadOutline as error:
            problems.append(Problem(OUTLINES_FILE, line, column, "bad-outline", str(error)))
    return outlines, problems


def _features(text: str) -> list[Any]:
    line, value = 1, text.strip()
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        line, value = error.lineno, text.split("\n")[error.lineno - 1].strip()
    except (ValueError, RecursionError):  # a number of thousands of digits, nesting without end
        pass
    else:
        features = content.get("features") if isinstance(content, dict) else None
        if isinstance(features, list):
            return features
    raise BadFile(Problem(OUTLINES_FILE, line, "", "bad-geojson", value))


def _lines(text: str, features: list[Any]) -> list[int]:
    """The line of each feature: the json module keeps none, but each calls itself a Feature."""
    marks = [mark.start() for mark in re.finditer(r'"type"\s*:\s*"Feature"', text)]
    if len(marks) != len(features):
        return [1] * len(features)
    return [text.count("\n", 0, mark) + 1 for mark in marks]


def _outline(feature: Any, line: int, column: str) -> Outline:
    properties, geometry = _part(feature, "properties", dict), _part(feature, "geometry", dict)
    role = _part(properties, "role", str)
    if role not in ROLES:
        raise _BadOutline(f"role: {role}")
    polygons = _part(geometry, "coordinates", list)
    type_ = _part(geometry, "type", str)
    if type_ not in ("Polygon", "MultiPolygon"):
        raise _BadOutline(f"type: {type_}")
    try:
        if type_ == "MultiPolygon":
            polygons = list(chain.from_iterable(polygons))
        rings = tuple(tuple(_point(*point[:2]) for point in ring) for ring in polygons)
    except (TypeError, KeyError):
        raise _BadOutline("coordinates") from None
    if not rings or min(len(ring) for ring in rings) < 4:
        raise _BadOutline("coordinates")
    id_, name = _text(properties, Column("id", "id")), _text(properties, Column("name", "text"))
    return Outline(id_, name, role, rings, line, column)


def _part(whole: Any, name: str, type_: type) -> Any:
    part = whole.get(name) if isinstance(whole, dict) else None
    if not isinstance(part, type_):
        raise _BadOutline(name)
    return part


def _text(properties: dict[str, Any], column: Column) -> str:
    text: str = _part(properties, column.name, str).strip()
    try:
        parse_value(column, text)
    except BadValue:
        text = ""
    if not text:
        raise _BadOutline(f"{column.name}: {properties[column.name]}")
    return text


def _point(longitude: Any, latitude: Any) -> tuple[float, float]:
    for degrees, most in ((longitude, 180), (latitude, 90)):
        if not isinstance(degrees, int | float) or isinstance(degrees, bool):
            raise _BadOutline("coordinates")
        if not -most <= degrees <= most:
            raise _BadOutline(f"coordinates: {degrees}")
    return float(longitude), float(latitude)
