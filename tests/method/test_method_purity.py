"""The method computes; it reads, draws and fetches nothing."""

import ast
import importlib
from inspect import isfunction
from pathlib import Path

import trygghet.method

ALLOWED = {
    "collections",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "functools",
    "math",
    "typing",
    "scipy.special",
    "scipy.optimize",
    "trygghet.periods",
}
FILES = sorted(Path(trygghet.method.__path__[0]).glob("*.py"))


def imported(tree: ast.Module) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or ".")
    return names


def test_a_verdict_never_depends_on_a_file_a_page_or_a_heavy_library() -> None:
    assert FILES
    for file in FILES:
        for name in imported(ast.parse(file.read_text(encoding="utf-8"))):
            known = name in ALLOWED or name.removesuffix(".abc") in ALLOWED
            assert known or name.startswith("trygghet.method."), f"{file.name} imports {name}"


def test_every_public_function_tells_its_reader_which_section_it_follows() -> None:
    for file in FILES:
        module = importlib.import_module(f"trygghet.method.{file.stem}")
        for name, item in vars(module).items():
            if isfunction(item) and item.__module__ == module.__name__ and name[0] != "_":
                described = f"{module.__doc__} {item.__doc__}"
                assert "ethod §" in described, f"{module.__name__}.{name}"
