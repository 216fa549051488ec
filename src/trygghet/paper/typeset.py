"""Pages and pictures set by Typst. What is set comes in as data and is never read as markup."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from trygghet.words.language import language

FOLDER = Path(__file__).parent / "templates"


def pdf(template: str, data: Mapping[str, Any], at: datetime) -> bytes:
    """A tagged PDF; the same bytes for the same data and moment.

    It keeps to PDF/UA where the typeface has every sign of the data, which that standard asks for.
    """
    import typst

    try:
        return _compiled(template, data, format="pdf", pdf_standards="ua-1", timestamp=at)
    except typst.TypstError:
        return _compiled(template, data, format="pdf", timestamp=at)


def png(template: str, data: Mapping[str, Any]) -> bytes:
    """A picture with two pixels to a point."""
    return _compiled(template, data, format="png", ppi=144)


def _compiled(template: str, data: Mapping[str, Any], **options: Any) -> bytes:
    # 80 MB that the start of the server and most readers do without.
    import typst

    made = typst.compile(
        FOLDER / template,
        root=FOLDER,
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data), "language": language()},
        **options,
    )
    assert isinstance(made, bytes)
    return made
