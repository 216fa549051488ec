"""The frame of every page without JavaScript: head, ways to the other pages, footer."""

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import ChoiceLoader, PackageLoader
from markupsafe import Markup

from trygghet.asked import Asked
from trygghet.fragments import compact, environment, style
from trygghet.views.context import Context
from trygghet.views.heads import Head
from trygghet.views.switches import language_switches, promise_switches

_FOLDERS = ("trygghet.static_pages", "trygghet.fragments")
_environment = environment.overlay(loader=ChoiceLoader(list(map(PackageLoader, _FOLDERS))))


def fill(template: str, **values: Any) -> Markup:
    """A template of this package, filled in; what is data in it is escaped."""
    return Markup(_environment.get_template(f"{template}.html").render(**values))


def framed(asked: Asked, seen: Context, *, head: Head, here: str, app: str, main: Markup) -> str:
    """A whole page. `here` is its own path, `app` the app's address that shows the same."""
    page = fill(
        "base",
        asked=asked,
        seen=seen,
        head=head.html(),
        style=Markup(sheet()),
        villages=asked.release.villages(),
        here=here,
        app=app,
        current=asked.latest(here),
        others=promise_switches(asked.promise, "/sida/"),
        languages=language_switches(here, asked.choice),
        main=main,
    )
    # Only the app has something to lose when a link takes its place.
    return str(page).replace(' target="_blank" rel="noopener noreferrer"', "")


@cache
def sheet() -> str:
    """The style sheet that stands in every page."""
    own = files(__package__).joinpath("static.css").read_text(encoding="utf-8")
    return compact(style() + own)
