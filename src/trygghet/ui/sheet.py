"""The style sheet of the app's pages, which stands in the document that the server sends."""

from functools import cache
from importlib.resources import files

from trygghet.fragments import compact, style


@cache
def sheet() -> str:
    """The sheet of the pieces, then what Streamlit's page and the snapshot need beside it."""
    return compact(style() + files(__package__).joinpath("style.css").read_text(encoding="utf-8"))
