"""Read `outlines.geojson`: the outlines that the map draws, in WGS84."""

import json
from dataclasses import dataclass
from itertools import chain
from typing import Any

from trygghet.check.csv_file import decode
from trygghet.check.problems import Problem
from trygghet.schema import OUTLINES_FILE

ROLES = ("municipality", "village", "surroundings")

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """One outline: its rings of (longitude, latitude) in degrees. A village's id is its place."""

    id: str
    name: str
    role: str
    rings: tuple[Ring, ...]


def read_outlines(data: bytes) -> tuple[list[Outline], list[Problem]]:
    """The outlines of the file, or the problem that keeps it from being drawn."""
    text = decode(OUTLINES_FILE, data)
    try:
        features = json.loads(text)["features"]
        if not isinstance(features, list):
            raise TypeError
    except json.JSONDecodeError as error:
        return [], [Problem(OUTLINES_FILE, error.lineno, "", "bad-geojson", error.msg)]
    except (KeyError, TypeError, RecursionError):
        return [], [Problem(OUTLINES_FILE, 1, "features", "bad-geojson")]
    outlines = []
    problems = []
    for index, feature in enumerate(features):
        try:
            outlines.append(_outline(feature))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            column = f"features[{index}]"
            problems.append(Problem(OUTLINES_FILE, 1, column, "bad-outline", str(error)))
    return outlines, problems


def _outline(feature: dict[str, Any]) -> Outline:
    properties, geometry = feature["properties"], feature["geometry"]
    if properties["role"] not in ROLES:
        raise ValueError(f"role {properties['role']!r}")
    polygons = geometry["coordinates"]
    if geometry["type"] == "MultiPolygon":
        polygons = list(chain.from_iterable(polygons))
    elif geometry["type"] != "Polygon":
        raise ValueError(f"type {geometry['type']!r}")
    rings = tuple(
        tuple((_degrees(point[0], 180), _degrees(point[1], 90)) for point in ring)
        for ring in polygons
    )
    if not rings or min(len(ring) for ring in rings) < 4:
        raise ValueError("coordinates")
    return Outline(str(properties["id"]), str(properties["name"]), properties["role"], rings)


def _degrees(value: Any, most: int) -> float:
    degrees = float(value)
    if not -most <= degrees <= most:
        raise ValueError(f"{value}")
    return degrees
