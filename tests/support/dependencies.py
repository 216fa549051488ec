"""Every package that the site runs with, and the licence that it says of itself."""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import Distribution, distribution, packages_distributions

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

OURS = "trygghet"


def direct(extra: str = "") -> set[str]:
    """What pyproject.toml names, for running the site or in an extra."""
    found = set()
    for line in distribution(OURS).requires or ():
        one = Requirement(line)
        in_extra = "extra" in str(one.marker or "")
        if in_extra == bool(extra) and (not extra or one.marker.evaluate({"extra": extra})):
            found.add(canonicalize_name(one.name))
    return found


def running() -> dict[str, Distribution]:
    """What is installed to run the site, by name: what pyproject.toml names and what that needs."""
    found: dict[str, Distribution] = {}
    left = sorted(direct())
    while left:
        name = left.pop()
        if name not in found:
            found[name] = distribution(name)
            left += _needed(found[name])
    return found


def _needed(one: Distribution) -> Iterator[str]:
    for line in one.requires or ():
        wanted = Requirement(line)
        if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
            yield canonicalize_name(wanted.name)


def modules(name: str) -> set[str]:
    """The modules that a package gives to import."""
    return {module for module, owners in _owners().items() if name in owners}


@cache
def _owners() -> dict[str, set[str]]:
    """The packages that give each module: every installed file's name is read for it."""
    given = packages_distributions()
    return {module: set(map(canonicalize_name, owners)) for module, owners in given.items()}


def licence(one: Distribution) -> str:
    """What a package says of its licence: an SPDX expression where it has one, else its words."""
    about = one.metadata
    classifiers = about.get_all("Classifier") or []
    said = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License ::")]
    written = about.get("License-Expression") or " / ".join(said) or about.get("License") or ""
    return written.split("\n")[0].strip() or "?"


if __name__ == "__main__":
    for name_, one_ in sorted(running().items()):
        print(f"{name_:26} {one_.version:12} {licence(one_)}")
