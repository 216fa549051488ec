"""A chart that draws itself: its colours and letters inside it, for print and other programs.

On a page the charts get their looks from the site's style sheet, with custom properties and a
light and a dark value of each colour. Programs that draw SVG files know neither.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from markupsafe import Markup

from trygghet.fragments import style

INK = "#1a1a1a"
FONTS = '"Libertinus Serif",Arial,"Liberation Sans",sans-serif'
"""The one that Typst has, and what a browser has."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MEDIA = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMPOUND = re.compile(r"(?:\.t-chart )?([a-z]*)((?:\.[\w-]+)*)")
_ELEMENT = re.compile(r'<([a-z]+)[^>]*? class="([^"]+)"')
_VARIABLE = re.compile(r"var\((--[\w-]+)(?:, ((?:[^()]|\([^()]*\))+))?\)")
_LIGHT = re.compile(r"light-dark\(([^,()]+),[^()]+\)")

_DRAWN = {
    *("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "opacity"),
    *("font-size", "font-weight", "font-style", "paint-order"),
}


class _Rule(NamedTuple):
    tag: str
    classes: frozenset[str]
    weight: tuple[bool, int, int, int]
    name: str
    value: str


def plain_svg(svg: str) -> str:
    """A chart of `trygghet.charts` as a file of its own, in its light colours."""
    # Not Markup, which would escape what is put in.
    svg, rules = str(svg), _rules(style())
    looks = [f".t-chart text{{font-family:{FONTS};fill:{INK}}}"]
    for tag, css in dict.fromkeys(_ELEMENT.findall(svg)):
        said = _said(rules, tag, frozenset(css.split()))
        if said:
            selector = "".join(f".{name}" for name in css.split())
            looks.append(f".t-chart {tag}{selector}{{{said}}}")
    start = svg.index(">") + 1
    opening = svg[: start - 1].replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return f"{opening}><style>{''.join(looks)}</style>{svg[start:]}"


def said_by(svg: str) -> str:
    """The text alternative of a chart."""
    return Markup(svg.partition('aria-label="')[2].partition('"')[0]).unescape()


def _rules(css: str) -> list[_Rule]:
    """What the style sheet says of classes, alone or in a chart."""
    rules = []
    plain = _MEDIA.sub("", _COMMENT.sub("", css))
    for number, (selectors, body) in enumerate(_RULE.findall(plain)):
        for selector in map(str.strip, selectors.split(",")):
            found = _COMPOUND.fullmatch("" if selector == ":root" else selector)
            if not found:
                continue
            classes = frozenset(found[2].split(".")[1:])
            many = selector.count(".")
            for name, value in _declarations(body):
                important = "!important" in value
                weight = (important, many, len(found[1]), number)
                value = value.replace("!important", "").strip()
                rules.append(_Rule(found[1], classes, weight, name, value))
    return sorted(rules, key=lambda rule: rule.weight)


def _declarations(body: str) -> Iterable[tuple[str, str]]:
    for declaration in body.split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            yield name.strip(), value.strip()


def _said(rules: Iterable[_Rule], tag: str, classes: frozenset[str]) -> str:
    """What holds for an element, in values that need nothing else."""
    found = {
        rule.name: rule.value for rule in rules if rule.tag in ("", tag) and rule.classes <= classes
    }
    return ";".join(
        f"{name}:{_value(value, found)}"
        for name, value in found.items()
        if name in _DRAWN and value != "inherit"
    )


def _value(value: str, properties: Mapping[str, str]) -> str:
    while found := _VARIABLE.search(value):
        known = properties.get(found[1], found[2] or INK)
        value = value.replace(found[0], known)
    return _LIGHT.sub(r"\1", value).replace("currentColor", INK)
