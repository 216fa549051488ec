"""What names a row for ever, and which rows are about a village."""

import json
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from trygghet.release.rows import Activity, Correction, Event, Place
from trygghet.views.context import Context

STOCKHOLM = ZoneInfo("Europe/Stockholm")
# Drawn once. Another one would make everything new to those who follow.
_OURS = UUID("5d6a1f0e-3a0b-4d57-9c55-0b8c5b7a2e41")
_TOLD = ("in_promise", "follow_up", "possibly_part")
"""The relations that are told of; context is no part of the promise."""


def stable_id(promise: str, kind: str, *key: Hashable) -> UUID:
    """The same for the same row of the same promise, on every machine and in every release."""
    return uuid5(_OURS, json.dumps([promise, kind, *key], ensure_ascii=False))


def moment(written: str) -> datetime:
    """A moment in ISO notation with its time zone, as releases are dated."""
    return datetime.fromisoformat(written)


def midnight(day: date) -> datetime:
    """When a day begins in Sweden."""
    return datetime.combine(day, time(), STOCKHOLM)


@dataclass(frozen=True)
class Scope:
    """What is about a village, or with no village about the whole promise.

    About a village are the activities of the village, of the area that the promise is given to
    and of the municipality, as on the village's page, and the corrections of those and of figures
    for the village, the group of small places that it stands in, and the area. A correction of a
    row that is not there any more and is named by an id of its own is about the whole promise
    only.
    """

    seen: Context
    village: Place | None = None

    def activities(self) -> list[Activity]:
        """The activities that are told of, in the order of the plan."""
        told = [one for one in self.seen.release.activities() if one.relation in _TOLD]
        if self.village is None:
            return told
        here = {self.village.id, self.seen.promise.area, self.seen.promise.municipality}
        return [one for one in told if here & set(one.places)]

    def events(self) -> list[Event]:
        """Their events, newest first, undated last."""
        ids = {one.id for one in self.activities()}
        return [one for one in self.seen.release.events() if one.activity in ids]

    def is_about(self, correction: Correction) -> bool:
        """Whether a correction is told of."""
        if self.village is None:
            return True
        if correction.table in ("activities", "activity_events"):
            return correction.key[0] in {one.id for one in self.activities()}
        named = correction.key[0]
        if correction.table == "statements":
            # The first two columns are the id and the place.
            named = dict(row[:2] for row in self.seen.release.file("statements")).get(named, "")
        group = self.seen.release.group_of(self.village.id)
        return named in {self.village.id, self.seen.promise.area, *([group.id] if group else [])}
