"""The activities that a reader has chosen among: the filters of the page Aktiviteter."""

from collections.abc import Iterable, Mapping, Sequence

from trygghet.release.queries import Release
from trygghet.release.rows import Activity
from trygghet.schema import RELATIONS
from trygghet.words import text
from trygghet.words.answers import STATES
from trygghet.words.cards import responsible_parties

ALL = "alla"
"""What stands in an address for every value of a filter."""

FILTERS = ("by", "fokus", "lage", "ansvarig", "del")


def filter_options(release: Release) -> dict[str, dict[str, str]]:
    """What each filter can be set to, by its name: id → label; "alla" is the first of each."""
    everything = {ALL: text("aktiviteter-all")}
    parties = {party for one in release.activities() for party in responsible_parties(one)}
    return {
        "by": everything | {place.id: place.name for place in release.activity_places()},
        "fokus": everything | {focus.id: focus.title for focus in release.focus_areas()},
        "lage": everything | {state: text(f"state-{state}") for state in STATES},
        "ansvarig": everything | {party: party for party in sorted(parties)},
        "del": everything | {one: text(f"aktiviteter-relation-{one}") for one in RELATIONS},
    }


def chosen_activities(
    activities: Iterable[Activity], chosen: Mapping[str, str]
) -> Sequence[Activity]:
    """The activities that fit what every filter is set to."""
    return [one for one in activities if _fits(one, chosen)]


def _fits(activity: Activity, chosen: Mapping[str, str]) -> bool:
    own: dict[str, Sequence[str | None]] = {
        "by": activity.places,
        "fokus": [activity.focus_area],
        "lage": [activity.state],
        "ansvarig": responsible_parties(activity),
        "del": [activity.relation],
    }
    return all(chosen[name] in (ALL, *own[name]) for name in FILTERS)
