"""Where a file can be had: one address for each format."""

from typing import Protocol

from trygghet.files.formats import FORMATS
from trygghet.words.answers import Link


class Address(Protocol):
    """Writes an address of ours from its path and parameters."""

    def __call__(self, path: str, **choice: str) -> str: ...


def format_links(address: Address, file: str, **choice: str) -> list[Link]:
    """The file in every format, each with the format's name."""
    return [
        Link(one.title, address(f"/data/{file}.{extension}", **choice))
        for extension, one in FORMATS.items()
    ]
