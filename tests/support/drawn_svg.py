"""A chart as it is drawn: where its shapes and its texts are."""

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from xml.etree import ElementTree

from trygghet.charts.labels import SIZES, text_width

EXAMPLE = "t-example-mark"


@dataclass(frozen=True)
class Extent:
    """What something covers, and what it is: a text's content, else the element's name."""

    name: str
    css: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def overlaps(self, other: "Extent") -> bool:
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width > 0.2 and height > 0.2


class Drawing:
    """The parsed SVG."""

    def __init__(self, svg: str) -> None:
        self.root = ElementTree.fromstring(svg)
        self.label = self.root.attrib["aria-label"]
        _, _, self.width, self.height = map(float, self.root.attrib["viewBox"].split())

    def all(self, css: str) -> list[Extent]:
        """The shapes of a class, in the order they are drawn."""
        return [one for one in self.shapes if css in one.css.split()]

    def said(self, css: str) -> list[Extent]:
        """The texts of a class."""
        return [one for one in self.texts if css in one.css.split()]

    @cached_property
    def shapes(self) -> list[Extent]:
        return [_shape(one) for one in self.root.iter() if one.tag not in ("svg", "text", "tspan")]

    @cached_property
    def texts(self) -> list[Extent]:
        """Every text but the example's mark, which lies behind the others."""
        texts = self.root.iter("text")
        return [piece for one in texts if one.get("class") != EXAMPLE for piece in _pieces(one)]

    @property
    def marks(self) -> list[str]:
        return [one.text or "" for one in self.root.iter("text") if one.get("class") == EXAMPLE]

    @property
    def outside(self) -> list[Extent]:
        """What sticks out of the picture and would be cut."""
        return [
            one
            for one in [*self.shapes, *self.texts]
            if one.left < -0.2
            or one.top < -0.2
            or one.right > self.width + 0.2
            or one.bottom > self.height + 0.6
        ]

    @property
    def collisions(self) -> list[tuple[Extent, Extent]]:
        """The pairs of texts that run into each other."""
        return [(a, b) for a, b in combinations(self.texts, 2) if a.overlaps(b)]


def _shape(element: ElementTree.Element) -> Extent:
    def at(name: str) -> float:
        return float(element.attrib[name])

    if element.tag == "rect":
        xs, ys = [at("x"), at("x") + at("width")], [at("y"), at("y") + at("height")]
    elif element.tag == "circle":
        xs = [at("cx") - at("r"), at("cx") + at("r")]
        ys = [at("cy") - at("r"), at("cy") + at("r")]
    elif element.tag == "line":
        xs, ys = [at("x1"), at("x2")], [at("y1"), at("y2")]
    else:
        points = element.attrib["d"].strip("MZ").split("L")
        xs, ys = (
            [float(pair.split()[0]) for pair in points],
            [float(pair.split()[1]) for pair in points],
        )
    return Extent(element.tag, element.attrib["class"], min(xs), min(ys), max(xs), max(ys))


def _pieces(element: ElementTree.Element) -> list[Extent]:
    """A text, or its parts, one after the other."""
    parts = [one for one in [element, *element] if one.text]
    widths = [text_width(one.text or "", _size(one)) for one in parts]
    gaps = [float(one.get("dx", 0)) for one in parts]
    anchor = element.get("text-anchor", "start")
    full = sum(widths) + sum(gaps)
    x = float(element.attrib["x"]) - {"start": 0, "middle": full / 2, "end": full}[anchor]
    y = float(element.attrib["y"])
    pieces = []
    for one, width, gap in zip(parts, widths, gaps, strict=True):
        x += gap
        size = SIZES[_size(one)][0]
        box = (x, y - 0.75 * size, x + width, y + 0.2 * size)
        if "rotate(-90" in element.get("transform", ""):
            box = (x - 0.75 * size, y - width, x + 0.2 * size, y)
        pieces.append(Extent(one.text or "", one.attrib["class"], *box))
        x += width
    return pieces


def _size(element: ElementTree.Element) -> str:
    return element.attrib["class"].split()[0]
