"""All SQL on a release. A method returns typed rows and takes only values, never SQL."""

import json
from collections.abc import Sequence
from typing import Any, TypeVar

import duckdb

from trygghet.release import rows
from trygghet.schema import TABLE

Row = TypeVar("Row")

# Both datasets in one shape. A conflict: another source, another value, same place and period.
OBSERVATIONS = """
    WITH observation AS (
        SELECT place, indicator, period, period_kind, period_start, period_end,
               CAST(count AS DOUBLE) AS value, CAST(count AS VARCHAR) AS published,
               missing_reason, NULL AS margin, NULL AS respondents, rate_per_100k, note, source,
               FALSE AS conflict, FALSE AS is_sum
        FROM reported_crimes
        UNION ALL BY NAME
        SELECT place, indicator, period, period_kind, period_start, period_end,
               CAST(count AS DOUBLE) AS value, CAST(count AS VARCHAR) AS published,
               missing_reason, source, FALSE AS conflict, TRUE AS is_sum
        FROM crime_sums
        UNION ALL BY NAME
        SELECT place, indicator, period, period_kind, period_start, period_end,
               value, value_published AS published,
               missing_reason, margin, respondents, NULL AS rate_per_100k, note, source,
               COUNT(DISTINCT value) OVER (PARTITION BY place, indicator, period) > 1 AS conflict,
               FALSE AS is_sum
        FROM safety_survey
    )
    SELECT observation.*, places.name AS place_name,
           sources.title AS source_title, sources.url AS source_url
    FROM observation
    JOIN places ON places.id = observation.place
    JOIN sources ON sources.id = observation.source
"""

ACTIVITIES = """
    SELECT activities.id, activities.title, description, activities.places,
           (SELECT list(name ORDER BY line) FROM places
            WHERE list_contains(activities.places, places.id)) AS place_names,
           focus_area, focus_areas.title AS focus_area_title, focus_area_basis, responsible,
           relation, context_kind, planned_start, first_deadline, deadline_note,
           occasions_planned, activities.note, activities.source,
           sources.title AS source_title, sources.url AS source_url,
           state, state_date, evidence, timing, new_deadline, occasions_done
    FROM activities
    JOIN activity_status ON activity_status.activity = activities.id
    JOIN sources ON sources.id = activities.source
    LEFT JOIN focus_areas ON focus_areas.id = activities.focus_area
"""

EVENTS = """
    SELECT activity, activities.title AS activity_title, relation, date, date_note, track, status,
           new_deadline, event, activity_events.source,
           sources.title AS source_title, sources.url AS source_url
    FROM activity_events
    JOIN activities ON activities.id = activity_events.activity
    JOIN sources ON sources.id = activity_events.source
"""


class Release:
    """One release of one promise. It stays the same for as long as it is held."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def promise(self) -> rows.Promise:
        """What was promised, by whom, until when."""
        return self._rows(
            rows.Promise,
            """SELECT id, kind, title, summary, parties, area, municipality, start, first_end,
                      baseline_year, as_of, source, release FROM promise""",
        )[0]

    def extensions(self) -> list[rows.Extension]:
        """The decisions that moved the end, in order of time."""
        return self._rows(
            rows.Extension, 'SELECT decided, "end", reason, source FROM extensions ORDER BY line'
        )

    def goals(self) -> list[rows.Goal]:
        """The promise's goals in its own order."""
        return self._rows(rows.Goal, "SELECT id, topic, text, source FROM goals ORDER BY line")

    def focus_areas(self) -> list[rows.FocusArea]:
        """The promise's focus areas in its own order."""
        return self._rows(
            rows.FocusArea, "SELECT id, title, text, source FROM focus_areas ORDER BY line"
        )

    def follow_up(self) -> list[rows.Note]:
        """How the promise said that it would be followed up."""
        return self._rows(rows.Note, "SELECT text, source FROM follow_up ORDER BY line")

    def reading_notes(self) -> list[rows.Note]:
        """What a reader must know before reading the figures."""
        return self._rows(rows.Note, "SELECT text, source FROM reading_notes ORDER BY line")

    def contacts(self) -> list[rows.Contact]:
        """Who holds the documents behind the promise."""
        return self._rows(
            rows.Contact, "SELECT name, about, url, source FROM contacts ORDER BY line"
        )

    def sources(self) -> list[rows.Source]:
        """Every source, with the number of facts that rest on it."""
        return self._rows(
            rows.Source,
            """
            WITH used AS (
                SELECT source FROM places UNION ALL SELECT source FROM population
                UNION ALL SELECT source FROM indicators UNION ALL SELECT source FROM reported_crimes
                UNION ALL SELECT source FROM safety_survey UNION ALL SELECT source FROM statements
                UNION ALL SELECT source FROM activities UNION ALL SELECT source FROM activity_events
                UNION ALL SELECT source FROM not_published
            )
            SELECT id, title, publisher, published, url, licence, note,
                   (SELECT COUNT(*) FROM used WHERE used.source = sources.id) AS facts
            FROM sources ORDER BY publisher, published DESC NULLS LAST, title
            """,
        )

    def villages(self) -> list[rows.Place]:
        """The villages that the promise covers, then those that it may cover."""
        return self._rows(
            rows.Place,
            """SELECT id, name, kind, in_promise, latitude, longitude, note, source FROM places
               WHERE kind = 'village' AND in_promise <> 'no'
               ORDER BY in_promise = 'unclear', line""",
        )

    def place(self, place: str) -> rows.Place | None:
        """The place with that id."""
        found = self._rows(
            rows.Place,
            """SELECT id, name, kind, in_promise, latitude, longitude, note, source FROM places
               WHERE id = ?""",
            [place],
        )
        return found[0] if found else None

    def populations(self) -> list[rows.Population]:
        """All inhabitants figures, newest first per place; two sources can differ for a year."""
        return self._rows(
            rows.Population,
            """SELECT place, period, population, missing_reason, note, source,
                      COUNT(DISTINCT population) OVER (PARTITION BY place, period) > 1 AS conflict
               FROM population ORDER BY place, period DESC NULLS LAST, line""",
        )

    def indicators(self) -> list[rows.Indicator]:
        """Every indicator in the order of its file."""
        return self._rows(
            rows.Indicator,
            """SELECT id, title, dataset, unit, good_direction, headline = 'yes' AS headline,
                      scale_min, scale_max, description, caution, source
               FROM indicators ORDER BY line""",
        )

    def places_with(self, indicator: str) -> list[rows.Place]:
        """The places that an indicator has rows for: the promise's own first."""
        return self._rows(
            rows.Place,
            """SELECT id, name, kind, in_promise, latitude, longitude, note, source FROM places
               WHERE id IN (SELECT place FROM reported_crimes WHERE indicator = $indicator
                            UNION SELECT place FROM safety_survey WHERE indicator = $indicator)
               ORDER BY line""",
            {"indicator": indicator},
        )

    def period_kinds(self, indicator: str) -> list[str]:
        """Which of year, quarter and month an indicator has rows for."""
        found = self._connection.cursor().execute(
            """SELECT period_kind FROM reported_crimes WHERE indicator = $indicator
               UNION SELECT period_kind FROM crime_sums WHERE indicator = $indicator
               UNION SELECT period_kind FROM safety_survey WHERE indicator = $indicator""",
            {"indicator": indicator},
        )
        kinds = {kind for (kind,) in found.fetchall()}
        return [kind for kind in ("year", "quarter", "month") if kind in kinds]

    def observations(
        self, indicator: str, places: Sequence[str], period_kind: str
    ) -> list[rows.Observation]:
        """An indicator's values for some places, in order of place and time."""
        return self._rows(
            rows.Observation,
            OBSERVATIONS
            + """WHERE indicator = $indicator AND period_kind = $period_kind
                   AND list_contains($places, place)
                 ORDER BY list_position($places, place), period_start, value""",
            {"indicator": indicator, "period_kind": period_kind, "places": list(places)},
        )

    def place_observations(self, place: str, period_kind: str) -> list[rows.Observation]:
        """All that was measured of a place, in order of time."""
        return self._rows(
            rows.Observation,
            OBSERVATIONS
            + """WHERE place = $place AND period_kind = $period_kind
                 ORDER BY indicator, period_start, value""",
            {"place": place, "period_kind": period_kind},
        )

    def comparisons(self, place: str) -> list[rows.Comparison]:
        """A place's reported crimes against the baseline year, in order of time."""
        return self._rows(
            rows.Comparison,
            """SELECT place, indicator, now, now_end, baseline, baseline_end, count_now,
                      count_baseline, missing_period, missing_reason
               FROM comparisons WHERE place = ? ORDER BY indicator, now""",
            [place],
        )

    def crime_sources(self, place: str, indicator: str) -> list[tuple[str, str | None]]:
        """Title and address of every source of a place's counts."""
        found = self._connection.cursor().execute(
            """SELECT DISTINCT title, url FROM reported_crimes JOIN sources ON sources.id = source
               WHERE place = ? AND indicator = ? ORDER BY title""",
            [place, indicator],
        )
        return found.fetchall()

    def activity_places(self) -> list[rows.Place]:
        """The places that activities are about, the promise's own first."""
        return self._rows(
            rows.Place,
            """SELECT id, name, kind, in_promise, latitude, longitude, note, source FROM places
               WHERE id IN (SELECT unnest(places) FROM activities) ORDER BY line""",
        )

    def statements(self, places: Sequence[str]) -> list[rows.Statement]:
        """What was said of the places in words, newest first."""
        return self._rows(
            rows.Statement,
            """SELECT place, period, statement, compared_with, basis, source,
                      sources.title AS source_title, sources.url AS source_url
               FROM statements JOIN sources ON sources.id = statements.source
               WHERE list_contains(?, place)
               ORDER BY period_start DESC, statements.line""",
            [list(places)],
        )

    def activities(self) -> list[rows.Activity]:
        """Every activity, the promise's own first, in the order of the plan."""
        return self._rows(
            rows.Activity,
            ACTIVITIES
            + """ORDER BY list_position(
                     ['in_promise', 'follow_up', 'possibly_part', 'context'], relation
                 ), activities.line""",
        )

    def events(self) -> list[rows.Event]:
        """Every dated event of every activity, newest first, undated last."""
        return self._rows(
            rows.Event, EVENTS + "ORDER BY date_start DESC NULLS LAST, activity_events.line DESC"
        )

    def not_published(self) -> list[rows.NotPublished]:
        """What readers want and nobody has published."""
        return self._rows(
            rows.NotPublished,
            """SELECT id, title, topic, places, holder, known, source FROM not_published
               ORDER BY line""",
        )

    def outlines(self) -> list[rows.Outline]:
        """The outlines that the map draws."""
        found = self._connection.cursor().execute("SELECT id, name, role, rings FROM outlines")
        return [
            rows.Outline(id_, name, role, json.loads(rings))
            for id_, name, role, rings in found.fetchall()
        ]

    def conflicts(self) -> list[rows.Observation]:
        """Every value that another source contradicts."""
        return self._rows(
            rows.Observation,
            OBSERVATIONS + "WHERE conflict ORDER BY indicator, place_name, period_start, value",
        )

    def size(self, table: str) -> int:
        """How many rows a file of the promise folder has."""
        sql = f'SELECT COUNT(*) FROM "{TABLE[table].name}"'  # noqa: S608
        found = self._connection.cursor().execute(sql)
        return int((found.fetchone() or (0,))[0])

    def file(self, table: str) -> list[tuple[Any, ...]]:
        """A file of the promise folder as it was read, in its own columns and order.

        Raises:
            KeyError: the format has no such file.
        """
        file = TABLE[table]
        names = (
            f"{column.name}_published"
            if column.type == "decimal" and column.name == file.value
            else column.name
            for column in file.columns
        )
        columns = ", ".join(f'"{name}"' for name in names)
        # Names come from schema.py.
        sql = f'SELECT {columns} FROM "{file.name}" ORDER BY line'  # noqa: S608
        return self._connection.cursor().execute(sql).fetchall()

    def _rows(self, row: type[Row], sql: str, parameters: Any = ()) -> list[Row]:
        cursor = self._connection.cursor()
        try:
            cursor.execute(sql, parameters)
            names = [column[0] for column in cursor.description or ()]
            return [row(**dict(zip(names, values, strict=True))) for values in cursor.fetchall()]
        finally:
            cursor.close()
