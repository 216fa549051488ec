"""Pieces of HTML from typed rows and texts. They know nothing of Streamlit.

Everything from data is escaped (Jinja2's autoescape); only SVG drawn by `trygghet.charts` is
put in as it is.
"""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from trygghet.release.rows import AsWritten
from trygghet.words.answers import Link
from trygghet.words.catalogue import text
from trygghet.words.language import FIRST, language, locale
from trygghet.words.numbers import number, published_number, when
from trygghet.words.tables import Table

environment = Environment(
    loader=PackageLoader("trygghet.fragments"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
environment.globals |= {"t": text, "language": language, "locale": locale, "first_language": FIRST}
environment.tests["as_written"] = lambda value: isinstance(value, AsWritten)
environment.filters |= {"number": number, "published": published_number, "when": when}


def render(template: str, **values: Any) -> Markup:
    """The template filled in, on one line: Markdown would read indented lines as code."""
    html = environment.get_template(f"{template}.html").render(**values)
    return Markup(re.sub(r"\s*\n\s*", " ", html).strip())


@cache
def style() -> str:
    """The style sheet of the pieces and of the charts."""
    return files(__name__).joinpath("components.css").read_text(encoding="utf-8")


def compact(sheet: str) -> str:
    """A style sheet without its comments and the space round its signs."""
    said = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    said = re.sub(r"\s*([{};])\s*", r"\1", said)
    # A colon with a space after it stands in declarations only.
    return said.replace(": ", ":").replace(", ", ",")


def table(content: Table) -> Markup:
    """A table as HTML."""
    return render("table", table=content, is_link=lambda cell: isinstance(cell, Link))
