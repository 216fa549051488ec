"""An address as a square that telephones read."""

from io import BytesIO

import segno


def qr_svg(address: str) -> str:
    """The square as SVG, with the white border that it needs."""
    drawn = BytesIO()
    square = segno.make_qr(address, error="m")
    square.save(
        drawn, kind="svg", xmldecl=False, omitsize=True, light="#fff", svgclass=None, lineclass=None
    )
    return drawn.getvalue().decode().strip()
