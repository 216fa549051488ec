"""What a chart over time shows, for whoever cannot see it: values and when, never a verdict."""

from collections.abc import Sequence
from itertools import groupby

from trygghet.release.rows import Observation
from trygghet.words.catalogue import text
from trygghet.words.numbers import either, when
from trygghet.words.tables import value_text


def series_findings(observations: Sequence[Observation]) -> str:
    """A sentence per place: its first and last value, the lowest and the highest. The observations
    of a place follow on each other, in the order of time."""
    by_place = groupby(observations, key=lambda seen: (seen.place, seen.place_name))
    return " ".join(_finding(name, list(seen)) for (_, name), seen in by_place)


def _finding(place: str, seen: list[Observation]) -> str:
    known = [(one.value, one.period) for one in seen if one.value is not None]
    if not known:
        return text("finding-none", place=place)
    lowest, highest = (choose(known, key=lambda one: one[0])[1] for choose in (min, max))

    def said(period: str) -> str:
        # Two sources' values for one period are both said.
        values = [value_text(one) for one in seen if one.period == period and one.value is not None]
        return f"{either(values)} ({when(period)})"

    first, last = known[0][1], known[-1][1]
    if first == last:
        return text("finding-one", place=place, value=said(first))
    return text(
        "finding-series",
        place=place,
        first=said(first),
        last=said(last),
        lowest=said(lowest),
        highest=said(highest),
    )
