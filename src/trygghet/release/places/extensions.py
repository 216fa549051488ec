"""DuckDB with extensions that were installed as packages: nothing is downloaded when it runs."""

import os
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import duckdb

from trygghet.sql import quoted

PATIENCE = 5
"""How many seconds an answer from elsewhere may take."""


def connect(*extensions: str) -> duckdb.DuckDBPyConnection:
    """A connection of its own with the extensions.

    Raises:
        OSError: an extension is not installed, or not for this version of DuckDB.
    """
    paths = [_path(name) for name in extensions]
    connection = duckdb.connect(
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            # A file that is replaced is to be read anew, and one thread writes the same rows
            # into the same bytes.
            "enable_external_file_cache": "false",
            "threads": "1",
        }
    )
    for path in paths:
        connection.execute(f"LOAD '{path}'")
    if "httpfs" in extensions:
        _set_up_addresses(connection)
    return connection


def _path(name: str) -> Path:
    spec = find_spec(f"duckdb_extension_{name}")
    folders = spec.submodule_search_locations if spec else None
    for folder in folders or ():
        path = Path(folder) / "extensions" / f"v{duckdb.__version__}" / f"{name}.duckdb_extension"
        if path.is_file():
            return path
    wanted = f"DuckDB's extension {name} for version {duckdb.__version__}"
    raise OSError(f"{wanted} is not installed; install it with: pip install '.[cluster]'")


def _set_up_addresses(connection: duckdb.DuckDBPyConnection) -> None:
    """How files are read from addresses. Keys stand where other programs for S3 have them too."""
    connection.execute(f"SET http_timeout = {PATIENCE}")
    connection.execute("SET http_retries = 1")
    given = os.environ.get
    if not given("AWS_ACCESS_KEY_ID"):
        return
    options = {
        "KEY_ID": given("AWS_ACCESS_KEY_ID"),
        "SECRET": given("AWS_SECRET_ACCESS_KEY"),
        "SESSION_TOKEN": given("AWS_SESSION_TOKEN"),
        "REGION": given("AWS_REGION") or given("AWS_DEFAULT_REGION"),
    }
    if endpoint := given("AWS_ENDPOINT_URL_S3") or given("AWS_ENDPOINT_URL"):
        address = urlsplit(endpoint)
        options |= {"ENDPOINT": address.netloc, "URL_STYLE": "path"}
        options["USE_SSL"] = str(address.scheme == "https").lower()
    said = ", ".join(f"{name} {quoted(value)}" for name, value in options.items() if value)
    connection.execute(f"CREATE SECRET (TYPE s3, {said})")
