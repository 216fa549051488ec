"""The activities that a reader has chosen among: the filters of the page Aktiviteter."""

from collections.abc import Iterable, Mapping, Sequence

from trygghet.release.queries import Release
from trygghet.release.rows import Activity
from trygghet.schema import RELATIONS
from trygghet.words import text
from trygghet.words.answers import STATES
from trygghet.words.cards import parties, responsible_parties

ALL = "alla"
"""What stands in an address for every value of a filter."""

FILTERS = ("by", "fokus", "lage", "ansvarig", "del")


def filter_options(release: Release) -> dict[str, dict[str, str]]:
    """What each filter can be set to, by its name: id → label; "alla" is the first of each."""
    everything = {ALL: text("aktiviteter-all")}
    responsible = {
        written: shown for one in release.activities() for written, shown in _parties(one).items()
    }
    return {
        "by": everything | {place.id: place.name for place in release.activity_places()},
        "fokus": everything | {focus.id: focus.title for focus in release.focus_areas()},
        "lage": everything | {state: text(f"state-{state}") for state in STATES},
        "ansvarig": everything | dict(sorted(responsible.items(), key=lambda one: one[1])),
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
        "ansvarig": [*_parties(activity)],
        "del": [activity.relation],
    }
    return all(chosen[name] in (ALL, *own[name]) for name in FILTERS)


def _parties(activity: Activity) -> dict[str, str]:
    """The responsible parties as the folder writes them, which is what an address holds in every
    language, and as they are shown."""
    written, shown = parties(activity.responsible_written), responsible_parties(activity)
    # A translation that joins two of them cannot be told apart.
    return dict(zip(written, shown if len(shown) == len(written) else written, strict=True))
