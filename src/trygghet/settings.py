"""The program's settings. Each has a default, so that none needs to be set.

| variable | meaning | default |
|---|---|---|
| TRYGGHET_DATA | folder that holds one folder per promise | `data` |
| TRYGGHET_RELEASES | where the releases built from them lie: a folder, `https://…`, `s3://…`, or
  `ducklake:postgres:…` (see `trygghet.release.places`) | `releases` |
| TRYGGHET_LAKE_DATA | folder or `s3://…` where a lake keeps its Parquet files; asked for when a
  promise is published there for the first time, from then on the lake knows it | none |
| TRYGGHET_PROMISE | id of the promise that the site opens with | `tryggt-ostra-lund` |
| TRYGGHET_URL | the site's public address, such as `https://trygghet.example` | as asked for |
| TRYGGHET_OWNER | who answers for the site | nobody named |
| TRYGGHET_OWNER_KIND | what kind of publisher the owner is, one of `OWNER_KINDS` | not said |
| TRYGGHET_MAIL | where readers can write when something is wrong | none |
| TRYGGHET_MOST_SESSIONS | how many readers may have the app open, in one process | 600 |
| TRYGGHET_MOST_PER_CLIENT | how many of them from one address of the network | 200 |

With TRYGGHET_OWNER_KIND the owner dedicates the descriptions in the catalogue of open data (not the
data) to the public with CC0: dataportal.se harvests no catalogue without that.
"""

import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

OWNER_KINDS = (
    "LocalAuthority",
    "RegionalAuthority",
    "NationalAuthority",
    "Academia-ScientificOrganisation",
    "Company",
    "NonGovernmentalOrganisation",
    "NonProfitOrganisation",
    "PrivateIndividual(s)",
)
"""Kinds of publishers, as http://purl.org/adms/publishertype/ names them."""


def data_folder() -> Path:
    """The folder that holds one folder per promise."""
    return Path(os.environ.get("TRYGGHET_DATA", ROOT / "data"))


def releases() -> str:
    """Where the releases lie, as `trygghet.release.places` reads it."""
    return os.environ.get("TRYGGHET_RELEASES") or str(ROOT / "releases")


def lake_data() -> str:
    """Where a lake keeps its files, without a slash at its end.

    Raises:
        OSError: that is not set.
    """
    place = os.environ.get("TRYGGHET_LAKE_DATA", "").rstrip("/")
    if not place:
        raise OSError("TRYGGHET_LAKE_DATA is not set: where are the lake's files to lie?")
    return place


def default_promise() -> str:
    """The id of the promise that the site opens with."""
    return os.environ.get("TRYGGHET_PROMISE", "tryggt-ostra-lund")


def site_address() -> str:
    """The site's public address without a slash at its end; empty where none is set.

    Raises:
        ValueError: it is not an address of a whole site.
    """
    address = os.environ.get("TRYGGHET_URL", "").strip().rstrip("/")
    if address and not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?", address):
        raise ValueError(
            f"TRYGGHET_URL is {address!r}; write it as https://host, with no path after the host"
        )
    return address


def owner() -> str:
    """Who answers for the site; empty where nobody is named."""
    return os.environ.get("TRYGGHET_OWNER", "").strip()


def owner_kind() -> str:
    """What kind of publisher the owner is; empty where it is not said or nobody is named.

    Raises:
        ValueError: the European vocabulary of publishers has no such kind.
    """
    kind = os.environ.get("TRYGGHET_OWNER_KIND", "").strip()
    if kind and kind not in OWNER_KINDS:
        raise ValueError(f"TRYGGHET_OWNER_KIND is {kind!r}; write one of {', '.join(OWNER_KINDS)}")
    return kind if owner() else ""


def mail() -> str:
    """The address that readers write to when something is wrong; empty where none is set.

    Raises:
        ValueError: it is not a mail address.
    """
    address = os.environ.get("TRYGGHET_MAIL", "").strip()
    if address and not re.fullmatch(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", address):
        raise ValueError(f"TRYGGHET_MAIL is {address!r}; write one mail address")
    return address


def most_sessions() -> int:
    """How many sessions one process takes; whoever comes then gets the pages without JavaScript.

    Raises:
        ValueError: it is no whole number.
    """
    return _number("TRYGGHET_MOST_SESSIONS", 600)


def most_per_client() -> int:
    """How many of them one address of the network gets.

    Raises:
        ValueError: it is no whole number.
    """
    return _number("TRYGGHET_MOST_PER_CLIENT", 200)


def _number(name: str, default: int) -> int:
    written = os.environ.get(name, "").strip() or str(default)
    if not re.fullmatch("[0-9]{1,9}", written, re.ASCII):
        raise ValueError(f"{name} is {written!r}; write a whole number")
    return int(written)
