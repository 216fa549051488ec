"""A map of the villages from their outlines: no tiles, nothing from another host."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import cos, dist, radians

from markupsafe import Markup

from trygghet.charts.labels import Anchor, Label, clean
from trygghet.charts.svg import WIDTH, circle, example_marks, figure
from trygghet.release.rows import Outline, Place
from trygghet.words.catalogue import text
from trygghet.words.numbers import listed

MARGIN = 8
# How near two points of an outline may be: a village is small, the land round it is not.
NEAREST = {"village": 1.0, "municipality": 2.5, "surroundings": 2.5}


def map_svg(
    outlines: Sequence[Outline], villages: Sequence[Place], area: str, *, example: bool
) -> Markup:
    """Draw the outlines and name the villages that have coordinates.

    Longitude is shrunk by the cosine of the middle latitude: true enough over one municipality.
    """
    project, height = _projection(outlines)
    drawn = [v for v in villages if v.latitude is not None and v.longitude is not None]
    names = listed([village.name for village in drawn])
    parts = []
    for role in ("municipality", "surroundings", "village"):
        for outline in outlines:
            if outline.role == role:
                parts.append(f'<path class="t-{role}" d="{_path(outline, project)}"/>')
    if example:
        parts += example_marks(height)
    for village in drawn:
        assert village.latitude is not None and village.longitude is not None
        x, y = project(village.longitude, village.latitude)
        anchor: Anchor = "end" if x > WIDTH * 0.7 else "start"
        beside = -7 if anchor == "end" else 7
        parts.append(circle("t-dot", x, y, 3.5))
        parts.append(Label(clean(village.name), x + beside, y + 4, "t-name", anchor).svg())
    description = text("map-description", area=area, villages=names)
    return figure(height, description, parts, "t-map")


class _Projection:
    def __init__(self, west: float, north: float, scale: float, shrink: float) -> None:
        self.west, self.north, self.scale, self.shrink = west, north, scale, shrink

    def __call__(self, longitude: float, latitude: float) -> tuple[float, float]:
        x = MARGIN + (longitude - self.west) * self.shrink * self.scale
        return x, MARGIN + (self.north - latitude) * self.scale


def _projection(outlines: Sequence[Outline]) -> tuple[_Projection, float]:
    points = [point for outline in outlines for ring in outline.rings for point in ring]
    longitudes, latitudes = zip(*points, strict=True)
    west, east, south, north = min(longitudes), max(longitudes), min(latitudes), max(latitudes)
    shrink = cos(radians((south + north) / 2))
    scale = (WIDTH - 2 * MARGIN) / ((east - west) * shrink)
    return _Projection(west, north, scale, shrink), (north - south) * scale + 2 * MARGIN


def _path(outline: Outline, project: _Projection) -> str:
    nearest = NEAREST[outline.role]
    return " ".join(_ring(ring, project, nearest) for ring in outline.rings)


def _ring(ring: Iterable[tuple[float, float]], project: _Projection, nearest: float) -> str:
    points = _thinned((project(longitude, latitude) for longitude, latitude in ring), nearest)
    tenths = [(round(10 * x), round(10 * y)) for x, y in points]
    (x, y), *_ = tenths
    # Steps from point to point are shorter to write than the points.
    steps = (
        f"{(x - left) / 10:g} {(y - above) / 10:g}" for (left, above), (x, y) in pairwise(tenths)
    )
    return f"M{x / 10:g} {y / 10:g}l{' '.join(steps)}z"


def _thinned(
    points: Iterable[tuple[float, float]], nearest: float
) -> Iterator[tuple[float, float]]:
    """The points of an outline, without those nearer to the one before."""
    kept: tuple[float, float] | None = None
    for point in points:
        if kept is None or dist(kept, point) >= nearest:
            yield point
            kept = point
