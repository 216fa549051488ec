"""Gzip: whether a client accepts it, and how a body is compressed."""

import gzip

from starlette.datastructures import Headers

LEVEL = 6  # level 9 takes a third longer and saves 0.3 % of Streamlit's files


def accepts_gzip(headers: Headers) -> bool:
    """Whether the request allows a gzip answer (``gzip;q=0`` forbids it)."""
    quality = {}
    for offer in ",".join(headers.getlist("accept-encoding")).lower().split(","):
        name, _, parameters = offer.partition(";")
        quality[name.strip()] = _quality(parameters)
    return quality.get("gzip", quality.get("*", 0.0)) > 0


def gzipped(body: bytes) -> bytes:
    """The body compressed; the same bytes every time, so that replicas agree."""
    return gzip.compress(body, compresslevel=LEVEL, mtime=0)


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
