"""Villages as the sheet, the card and the pictures show them."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from shipped_files import EXAMPLE, PROMISES

from trygghet.periods import parse_period
from trygghet.release.store import Store
from trygghet.views.context import context
from trygghet.views.village import Village
from trygghet.words.goals import late_activities

SHIPPED = [(promise.id, one["id"]) for promise in PROMISES for one in promise.villages]
LARGEST = "latsaskoping"
LONG = "En aktivitet med ett namn som är så långt att det inte får plats på en enda rad på papper"
SIGNS = '#panic("x") $a$ *b* _c_ @d ]} [e] <f> `g` \\ // /* "'


@cache
def opened(releases: Path, promise: str, place: str) -> Village:
    seen = context(Store(releases).release(promise))
    return Village(seen, seen.place(place))


@pytest.fixture(scope="module", params=SHIPPED, ids=lambda one: one[1])
def village(request: pytest.FixtureRequest, releases: Path) -> Village:
    """Every village of both promises."""
    return opened(releases, *request.param)


@pytest.fixture
def largest(releases: Path) -> Village:
    """The example's largest village."""
    return opened(releases, EXAMPLE.id, LARGEST)


@pytest.fixture
def nasty(nasty_releases: Path) -> Village:
    """The same with signs of HTML and Markdown in every text."""
    return opened(nasty_releases, EXAMPLE.id, LARGEST)


@pytest.fixture
def crowded(largest: Village) -> Village:
    """The same with sixty late activities, whose texts are long and full of Typst's signs."""
    promised = largest.promised
    as_of = parse_period(largest.seen.promise.as_of).start
    late = late_activities(promised, as_of)[0].activity
    cancelled = next(one for one in promised if one.state == "cancelled")
    many = [
        replace(one, id=f"{one.id}-{number}", title=f"{LONG} {SIGNS}", responsible=f"{LONG}; B")
        for number in range(30)
        for one in (late, cancelled)
    ]
    village = replace(largest)
    # A cached property.
    village.__dict__["activities"] = [*many, *largest.activities]
    return village
