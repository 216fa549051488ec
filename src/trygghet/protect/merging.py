"""Small places are put together in tables with categories or months (method §5)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FEWEST_INHABITANTS = 1_000
LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class SmallPlace:
    """A place that has counts of its own: the one that it lies in, and its inhabitants, None
    where nobody has said how many."""

    id: str
    part_of: str | None
    inhabitants: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """Places whose counts by category or month are only given together."""

    id: str
    part_of: str | None
    members: tuple[str, ...]


def groups(places: Sequence[SmallPlace]) -> list[Group]:
    """The small places of each whole as one group, filled up with the next smallest until the
    group has at least two members and enough inhabitants.

    A place whose inhabitants nobody has counted is taken for small. One that has no neighbour to
    be put together with is a group of its own: nothing but its years is published.
    """
    siblings: Mapping[str | None, list[SmallPlace]] = defaultdict(list)
    for place in places:
        siblings[place.part_of].append(place)
    found = []
    for whole, inside in siblings.items():
        by_size = sorted(inside, key=lambda place: place.inhabitants or 0)
        members = [p for p in by_size if (p.inhabitants or 0) < FEWEST_INHABITANTS]
        if not members:
            continue
        for place in by_size[len(members) :]:
            enough = sum(p.inhabitants or 0 for p in members) >= FEWEST_INHABITANTS
            if len(members) >= 2 and enough:
                break
            members.append(place)
        ids = tuple(place.id for place in inside if place in members)
        found.append(Group(_group_id(ids), whole, ids))
    return found


def _group_id(members: Sequence[str]) -> str:
    """An id that can stand in an address, however many the members are."""
    joined = "-och-".join(members)
    return joined if len(joined) <= LONGEST_ID else f"{members[0]}-med-flera"
