"""The program's settings. Each has a default, so that none needs to be set.

| variable | meaning | default |
|---|---|---|
| TRYGGHET_DATA | folder that holds one folder per promise | `data` |
| TRYGGHET_RELEASES | folder that holds the releases built from them | `releases` |
| TRYGGHET_PROMISE | id of the promise that the site opens with | `tryggt-ostra-lund` |
"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def data_folder() -> Path:
    """The folder that holds one folder per promise."""
    return Path(os.environ.get("TRYGGHET_DATA", ROOT / "data"))


def releases_folder() -> Path:
    """The folder that holds the releases."""
    return Path(os.environ.get("TRYGGHET_RELEASES", ROOT / "releases"))


def default_promise() -> str:
    """The id of the promise that the site opens with."""
    return os.environ.get("TRYGGHET_PROMISE", "tryggt-ostra-lund")
