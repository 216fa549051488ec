"""Releases in a folder on a web server or in object storage, read with DuckDB's httpfs."""

import json
from pathlib import Path

import duckdb

from trygghet.release.history import CURRENT, PROMISE_ID, Switch
from trygghet.release.places.extensions import connect
from trygghet.release.places.folder import PROMISES


class Address:
    """The folder at `http(s)://…` or `s3://…`. Not for several threads at once."""

    def __init__(self, address: str) -> None:
        self._address = address.rstrip("/")
        self._connection = connect("httpfs")

    def __str__(self) -> str:
        return self._address

    def look(self) -> dict[str, bytes]:
        """What stands in every promise's `current.json`.

        Raises:
            OSError: the address cannot be read.
        """
        try:
            promises = [str(one) for one in json.loads(self._read(PROMISES))]
        except (ValueError, TypeError):
            raise OSError(f"{self}/{PROMISES} is no list of promises") from None
        known = (one for one in promises if PROMISE_ID.fullmatch(one))
        return {promise: self._read(f"{promise}/{CURRENT}") for promise in known}

    def fetch(self, promise: str, release: Switch, to: Path) -> bool:
        """Write a release's file to `to`; it has to be, byte for byte, what was published.

        Raises:
            OSError: it cannot be read or written.
        """
        to.write_bytes(self._read(f"{promise}/{release.file}"))
        return True

    def _read(self, path: str) -> bytes:
        try:
            found = self._connection.execute(
                "SELECT content FROM read_blob(?)", [f"{self._address}/{path}"]
            ).fetchone()
        except duckdb.Error as error:
            raise OSError(f"{self}/{path}: {error}") from None
        if found is None:
            raise OSError(f"{self}/{path} is not there")
        content: bytes = found[0]
        return content
