"""One village: the three answers, its figures, its activities and what is not published."""

from dataclasses import dataclass, replace
from functools import cached_property

from trygghet.release.rows import (
    Activity,
    Comparison,
    Event,
    Indicator,
    NotPublished,
    Observation,
    Place,
    Statement,
)
from trygghet.views.context import Context
from trygghet.words import text
from trygghet.words.answers import (
    Answer,
    Link,
    coverage_text,
    crimes_answer,
    said_in_words,
    survey_answer,
    village_activities,
)
from trygghet.words.simple import (
    SimpleAnswer,
    simple_activities,
    simple_crimes,
    simple_survey,
)
from trygghet.words.tables import Table, population_table


@dataclass(frozen=True)
class Village:
    """A village of a promise, as a release shows it."""

    seen: Context
    place: Place

    @cached_property
    def activities(self) -> list[Activity]:
        """Every activity of the promise and beside it."""
        return self.seen.release.activities()

    @cached_property
    def events(self) -> list[Event]:
        """Every event of every activity, newest first."""
        return self.seen.release.events()

    @cached_property
    def comparisons(self) -> list[Comparison]:
        """The village's reported crimes against the baseline year."""
        return self.seen.release.comparisons(self.place.id)

    @cached_property
    def observations(self) -> list[Observation]:
        """All yearly values that were measured of the village."""
        return self.seen.release.place_observations(self.place.id, "year")

    @cached_property
    def indicators(self) -> list[Indicator]:
        """What has been measured in the village."""
        measured = {one.indicator for one in self.comparisons}
        measured |= {one.indicator for one in self.observations}
        return [one for one in self.seen.release.indicators() if one.id in measured]

    @property
    def unclear(self) -> str:
        """The caution where nobody says that the promise covers the village; else empty."""
        if self.place.in_promise != "unclear":
            return ""
        return text("by-unclear", place=self.place.name, area=self.seen.area.name)

    def answers(self) -> list[Answer]:
        """The three answers: activities, reported crimes, the safety survey."""
        seen, place = self.seen, self.place
        crime, survey = seen.headline("reported_crimes"), seen.headline("safety_survey")
        sources = seen.release.crime_sources(place.id, crime.id)
        crimes = crimes_answer(place, crime, self.comparisons, sources, seen.years)
        if self.comparisons:
            crimes = replace(crimes, details=(*crimes.details, *self._covered()))
        changes = seen.release.survey_changes(place.id)
        safety = survey_answer(place, survey, self.observations, changes, seen.years)
        return [
            village_activities(place, seen.area, self.activities),
            crimes,
            self._with_words(safety),
        ]

    def simple_answers(self) -> list[SimpleAnswer]:
        """The same three in easy language."""
        seen, place = self.seen, self.place
        crime, survey = seen.headline("reported_crimes"), seen.headline("safety_survey")
        changes = seen.release.survey_changes(place.id)
        own = seen.release.statements([place.id])
        return [
            simple_activities(place, seen.area, self.activities),
            simple_crimes(place, crime, self.comparisons, seen.years),
            simple_survey(place, survey, changes, own, seen.years),
        ]

    def _covered(self) -> list[str]:
        """What the village's own counts may lack: the area's reports that are in no village."""
        years = {
            self.seen.promise.baseline,
            *(one.now for one in self.comparisons if one.kind == "year"),
        }
        coverage = [one for one in self.seen.release.coverage() if one.period in years]
        said = coverage_text(self.seen.area, coverage)
        return [said] if said else []

    def _with_words(self, answer: Answer) -> Answer:
        """The survey's answer, and what was said in words in the promise's first year."""
        own = self.seen.release.statements([self.place.id])
        said, links = said_in_words(own, self.seen.years)
        return replace(
            answer,
            details=(*answer.details, *said),
            sources=tuple(dict.fromkeys((*answer.sources, *links))),
        )

    @property
    def promised(self) -> list[Activity]:
        """The promise's activities for the village: its own and the whole area's."""
        return [one for one in self._near if one.relation == "in_promise"]

    @property
    def context(self) -> list[Activity]:
        """What has happened in the village and is no part of the promise."""
        return [one for one in self._near if one.relation == "context"]

    @property
    def _near(self) -> list[Activity]:
        return [
            one for one in self.activities if {self.place.id, self.seen.area.id} & set(one.places)
        ]

    def activity_groups(self) -> list[tuple[str, list[Activity]]]:
        """The promise's activities by focus area, then what may be part of it; none empty."""
        promised = self.promised
        groups = [
            (focus.title, [one for one in promised if one.focus_area == focus.id])
            for focus in self.seen.release.focus_areas()
        ]
        other = [one for one in promised if one.focus_area is None]
        here = {self.place.id, self.seen.area.id, self.seen.municipality.id}
        possible = [
            one
            for one in self.activities
            if one.relation == "possibly_part" and here & set(one.places)
        ]
        groups += [(text("by-focus-other"), other), (text("by-possible"), possible)]
        return [(title, group) for title, group in groups if group]

    def statements(self) -> list[Statement]:
        """What was said in words of the village and of the whole area."""
        return self.seen.release.statements([self.place.id, self.seen.area.id])

    def population(self) -> Table | None:
        """Every published figure of the village's inhabitants."""
        release = self.seen.release
        mine = release.populations(self.place.id)
        if not mine:
            return None
        links = {id_: Link(*named) for id_, named in release.source_links().items()}
        content = population_table(self.place.name, mine, links)
        return replace(content, caption=self.seen.mark(content.caption))

    def not_published(self) -> list[NotPublished]:
        """What nobody has published of the village or the area."""
        here = {self.place.id, self.seen.area.id}
        return [one for one in self.seen.release.not_published() if here & set(one.places)]
