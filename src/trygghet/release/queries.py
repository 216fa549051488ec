"""All SQL on a release. A method returns typed rows and takes only values, never SQL."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

import duckdb

from trygghet.language import FIRST, language
from trygghet.release import rows
from trygghet.release.history import History
from trygghet.schema import TABLE
from trygghet.sql import quoted

Row = TypeVar("Row")

MOST_KEPT = 1_000
"""How many answers a release keeps; readers of one promise ask for a few hundred."""

MOST_ROWS = 50_000
"""How many rows they have together, about 50 MB: a choice of places in an address is a query of
its own, and there are more of them than any memory has room for."""

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

COMPARISONS = """
    SELECT place, places.name AS place_name, indicator, comparisons.kind, now, now_end, baseline,
           baseline_end, count_now, count_baseline, days_now, days_baseline, parts_now,
           parts_baseline, missing_period, missing_reason, basis, exposure_ratio,
           comparisons.series, level, ratio, phi, lower, upper, p_value, verdict, reason,
           too_few_limit, band_low, band_high
    FROM comparisons
    JOIN places ON places.id = comparisons.place
    JOIN indicators ON indicators.id = comparisons.indicator
"""

ACTIVITIES = """
    SELECT activities.id, activities.title, description, activities.places,
           (SELECT list(name ORDER BY line) FROM places
            WHERE list_contains(activities.places, places.id)) AS place_names,
           focus_area, focus_areas.title AS focus_area_title, focus_area_basis, responsible,
           responsible AS responsible_written,
           relation, context_kind, planned_start, first_deadline, deadline_note,
           occasions_planned, activities.note, activities.source,
           sources.title AS source_title, sources.url AS source_url,
           state, state_date, evidence, timing, new_deadline, occasions_done, first_deadline_end
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


def counting_sql(comparison: rows.Comparison) -> str:
    """The statement, with its values written out, that gives a comparison's two sums from a
    release file: count now and count in the baseline year, none where a part is missing."""

    # For a reader to run, never run here; every value is quoted.
    def total(parts: Sequence[str]) -> str:
        listed = ", ".join(quoted(part) for part in parts)
        return "\n".join(
            (
                f"(SELECT CASE WHEN COUNT(count) = {len(parts)} THEN SUM(count) END",
                f"   FROM unnest([{listed}]) AS part(period)",
                "   JOIN reported_crimes USING (period)",
                f"   WHERE place = {quoted(comparison.place)}",
                f"     AND indicator = {quoted(comparison.indicator)})",
            )
        )

    now, baseline = total(comparison.parts_now), total(comparison.parts_baseline)
    return f"SELECT\n  {now} AS now,\n  {baseline} AS baseline;"


def survey_sql(change: rows.SurveyChange) -> str:
    """The statement that gives the published values behind a change, from a release file."""
    return "\n".join(
        (
            "SELECT period, value_published, margin, source",
            "FROM safety_survey",
            f"WHERE place = {quoted(change.place)} AND indicator = {quoted(change.indicator)}",
            f"  AND period IN ({quoted(change.baseline)}, {quoted(change.now)})",
            "ORDER BY period, value;",
        )
    )


class Release:
    """One release of one promise. It stays the same for as long as it is held."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        history: History | None = None,
        path: Path | None = None,
        unconfirmed_since: datetime | None = None,
    ) -> None:
        """`history` is all that has happened up to now, also after the release was written;
        `path` is the file, where it is one that was published; since `unconfirmed_since` it is
        not known whether anything has happened."""
        self._connection = connection
        self._history = history
        self._path = path
        self.unconfirmed_since = unconfirmed_since
        self._switches = history.switches if history else ()
        self._kept: dict[tuple[str, str, str], list[Any]] = {}
        self._rows_kept = 0

    def unconfirmed(self, since: datetime | None) -> "Release":
        """The same release, of which since then it is not known whether it is the newest."""
        if since == self.unconfirmed_since:
            return self
        return Release(self._connection, self._history, self._path, since)

    def edition(self) -> rows.LogEntry:
        """How this release was published."""
        return self._log()[-1]

    @property
    def is_current(self) -> bool:
        """Whether it is the release that readers are given who ask for none."""
        return self._history is None or self._history.current.number == self.edition().number

    @property
    def quotes_withdrawn(self) -> bool:
        """Whether its file tells what a release said that was withdrawn after it."""
        quoting = self._history.quoting(self.withdrawn()) if self._history else set()
        return self.edition().number in quoting

    def published_file(self) -> Path | None:
        """The release's file, for readers to have; None where it must not be had, or is not the
        one that was published."""
        return None if self.quotes_withdrawn else self._path

    def checksum(self) -> str | None:
        """SHA-256 of the release's file, where it is one that was published."""
        number = self.edition().number
        return self._history.releases[number].sha256 if self._history else None

    def restored(self) -> rows.LogEntry | None:
        """How this release became the current one again, if that is how it did."""
        if not self.is_current:
            return None
        last = self._switches[-1] if self._switches else self.edition()
        return last if last.action == "rollback" else None

    def log(self) -> list[rows.LogEntry]:
        """Every release of the promise and every return to one, in order of time."""
        log = self._log()
        return [*log, *self._switches[len(log) :]]

    def _log(self) -> list[rows.LogEntry]:
        return self._rows(
            rows.LogEntry,
            """SELECT number, action, "at", "by", why, replaced, added, changed, removed
               FROM release_log ORDER BY line""",
        )

    def withdrawn(self) -> dict[int, int]:
        """The releases that were withdrawn, each with the one that took it away."""
        return self._history.withdrawn if self._history else {}

    def corrections(self) -> list[rows.Correction]:
        """Every fact that a release up to this one corrected, in order of time. What a withdrawn
        release said is not repeated."""
        found = self._rows(
            rows.Correction,
            """SELECT release, "at", "table", key, "column", old, old_missing, new, new_missing,
                      withheld, why
               FROM corrections ORDER BY line""",
        )
        withheld = self._history.quoting(self.withdrawn()) if self._history else set()
        told = (one.without_values() if one.release in withheld else one for one in found)
        return [replace(one, key=tuple(one.key)) for one in told]

    @cached_property
    def _corrected(self) -> dict[tuple[str, tuple[str, ...]], tuple[rows.Correction, ...]]:
        """The corrections of measured values, by table and key."""
        found: dict[tuple[str, tuple[str, ...]], tuple[rows.Correction, ...]] = {}
        for one in self.corrections():
            if one.column == TABLE[one.table].value:
                found[one.table, one.key] = (*found.get((one.table, one.key), ()), one)
        return found

    def promise(self) -> rows.Promise:
        """What was promised, by whom, until when."""
        return self._rows(
            rows.Promise,
            """SELECT id, kind, title, summary, parties, area, municipality, start, first_end,
                      baseline_year, as_of, update_months, source, release FROM promise""",
        )[0]

    def extensions(self) -> list[rows.Extension]:
        """The decisions that moved the end, in order of time."""
        return self._rows(
            rows.Extension, 'SELECT decided, "end", reason, source FROM extensions ORDER BY line'
        )

    def goals(self) -> list[rows.GoalStatus]:
        """The promise's goals in its own order, each with its state."""
        return self._rows(
            rows.GoalStatus,
            """SELECT goals.id, topic, text, source, state, rule, reason, note, place, indicator,
                      now, now_end
               FROM goals JOIN goal_status ON goal = goals.id ORDER BY line""",
        )

    def measures(self) -> dict[str, rows.Measure]:
        """The measures "a of b" of the promise's own activities, by name."""
        found = self._rows(rows.Measure, "SELECT measure, a, b, percent FROM plan_measures")
        return {measure.measure: measure for measure in found}

    def verdict_limits(self) -> list[rows.VerdictLimit]:
        """The table that explains the words, by series and level."""
        return self._rows(
            rows.VerdictLimit,
            """SELECT baseline, series, level, lower_at_most, higher_at_least
               FROM verdict_limits ORDER BY baseline, series DESC, level DESC""",
        )

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
                UNION ALL SELECT source FROM crime_codes UNION ALL SELECT source FROM coverage
                UNION ALL SELECT source FROM safety_survey UNION ALL SELECT source FROM statements
                UNION ALL SELECT source FROM activities UNION ALL SELECT source FROM activity_events
                UNION ALL SELECT source FROM not_published
            )
            SELECT id, title, publisher, published, url, licence, note,
                   (SELECT COUNT(*) FROM used WHERE used.source = sources.id) AS facts
            FROM sources ORDER BY publisher, published DESC NULLS LAST, title
            """,
        )

    def source_links(self) -> dict[str, tuple[str, str | None]]:
        """Title and address of every source, by its id."""
        found = self._connection.cursor().execute("SELECT id, title, url FROM sources")
        return {id_: (title, url) for id_, title, url in found.fetchall()}

    def villages(self) -> list[rows.Place]:
        """The villages that the promise covers, then those that it may cover."""
        return self._rows(
            rows.Place,
            """SELECT id, name, kind, in_promise, latitude, longitude, note, source FROM places
               WHERE kind = 'village' AND in_promise <> 'no'
               ORDER BY in_promise = 'unclear', line""",
        )

    def places(self) -> list[rows.Place]:
        """Every place: the promise's own first."""
        return self._rows(
            rows.Place,
            """SELECT id, name, kind, in_promise, latitude, longitude, note, source FROM places
               ORDER BY line""",
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

    def group_of(self, place: str) -> rows.Place | None:
        """The group of small places that a place stands in where counts are divided further."""
        found = self._rows(
            rows.Place,
            """SELECT id, name, kind, in_promise, latitude, longitude, note, source FROM places
               WHERE kind = 'group' AND id = (SELECT part_of FROM places WHERE id = ?)""",
            [place],
        )
        return found[0] if found else None

    def coverage(self) -> list[rows.Coverage]:
        """The reports of the promise's area that could not be placed in a village, by year."""
        return self._rows(
            rows.Coverage,
            """SELECT period, reports, unplaced, missing_reason FROM coverage
               WHERE period_kind = 'year' ORDER BY period""",
        )

    def threshold(self) -> int:
        """Counts from 1 up to this are hidden for villages and areas."""
        found = self._connection.cursor().execute("SELECT hide_below FROM promise").fetchone()
        return int((found or (0,))[0])

    def protection(self) -> list[rows.Protection]:
        """How many cells each table of village counts has, and how many of them are hidden."""
        return self._rows(rows.Protection, "SELECT name, cells, hidden FROM protection")

    def populations(self, place: str | None = None) -> list[rows.Population]:
        """The inhabitants figures of a place, of every place where none is given; newest first
        per place. Two sources can differ for a year."""
        return self._rows(
            rows.Population,
            """SELECT place, period, population, missing_reason, note, source,
                      COUNT(DISTINCT population) OVER (PARTITION BY place, period) > 1 AS conflict
               FROM population WHERE $place IS NULL OR place = $place
               ORDER BY place, period DESC NULLS LAST, line""",
            {"place": place},
        )

    def indicators(self) -> list[rows.Indicator]:
        """Every indicator in the order of its file."""
        return self._rows(
            rows.Indicator,
            """SELECT id, title, dataset, unit, good_direction, headline = 'yes' AS headline,
                      scale_min, scale_max, description, caution, source
               FROM indicators ORDER BY line""",
        )

    @cached_property
    def _measured(self) -> dict[str, tuple[set[str], set[str]]]:
        """The places and the kinds of periods that each indicator has rows for: one look at all
        figures of a release, instead of one for each question."""
        found = self._connection.cursor().execute(
            """SELECT indicator, list(DISTINCT place), list(DISTINCT period_kind)
               FROM (SELECT indicator, place, period_kind FROM reported_crimes
                     UNION ALL SELECT indicator, place, period_kind FROM crime_sums
                     UNION ALL SELECT indicator, place, period_kind FROM safety_survey)
               GROUP BY indicator"""
        )
        return {one: (set(places), set(kinds)) for one, places, kinds in found.fetchall()}

    def places_with(self, indicator: str) -> list[rows.Place]:
        """The places that an indicator has rows for: the promise's own first."""
        places, _ = self._measured.get(indicator, (set(), set()))
        return [one for one in self.places() if one.id in places]

    def period_kinds(self, indicator: str) -> list[str]:
        """Which of year, half, quarter and month an indicator has rows for."""
        _, kinds = self._measured.get(indicator, (set(), set()))
        return [kind for kind in ("year", "half", "quarter", "month") if kind in kinds]

    def observations(
        self, indicator: str, places: Sequence[str], period_kind: str
    ) -> list[rows.Observation]:
        """An indicator's values for some places, in order of place and time."""
        return self._observations(
            """WHERE indicator = $indicator AND period_kind = $period_kind
                   AND place IN (SELECT unnest($places))
                 ORDER BY list_position($places, place), period_start, value""",
            {"indicator": indicator, "period_kind": period_kind, "places": list(places)},
        )

    def place_observations(self, place: str, period_kind: str) -> list[rows.Observation]:
        """All that was measured of a place, in order of time."""
        return self._observations(
            """WHERE place = $place AND period_kind = $period_kind
                 ORDER BY indicator, period_start, value""",
            {"place": place, "period_kind": period_kind},
        )

    def comparisons(self, place: str) -> list[rows.Comparison]:
        """A place's reported crimes against the baseline year, by indicator and time."""
        return self._rows(
            rows.Comparison,
            COMPARISONS
            + """WHERE place = ? AND comparisons.kind <> 'earlier'
                 ORDER BY indicators.line, now_end, now""",
            [place],
        )

    def earlier_years(self, place: str) -> list[rows.Comparison]:
        """The whole years before the baseline year against it, by indicator and time."""
        return self._rows(
            rows.Comparison,
            COMPARISONS
            + """WHERE place = ? AND comparisons.kind = 'earlier'
                 ORDER BY indicators.line, now""",
            [place],
        )

    def comparisons_of(self, indicator: str, places: Sequence[str]) -> list[rows.Comparison]:
        """An indicator against the baseline year in some places, in their order and time's."""
        found = (one for place in places for one in self.comparisons(place))
        return [one for one in found if one.indicator == indicator]

    def every_comparison(self) -> list[rows.Comparison]:
        """All reported crimes against the baseline year, the years before it too, by place,
        indicator and time."""
        return self._rows(
            rows.Comparison,
            COMPARISONS + "ORDER BY places.line, indicators.line, now_end, now, comparisons.kind",
        )

    def area_comparisons(self, place: str) -> list[rows.AreaComparison]:
        """A place's changes beside those of other places together."""
        return self._rows(
            rows.AreaComparison,
            """SELECT place, indicator, now, now_end, comparison, members, comparison_now,
                      comparison_baseline, ratio, lower, upper, level, not_shown
               FROM area_comparisons WHERE place = ? ORDER BY indicator, now_end, comparison""",
            [place],
        )

    def survey_changes(self, place: str) -> list[rows.SurveyChange]:
        """A place's indices against the baseline year, by indicator and year."""
        return self._rows(
            rows.SurveyChange,
            """SELECT place, places.name AS place_name, indicator, now, baseline, change_low,
                      change_high, margin, margin_basis, verdict, reason
               FROM survey_changes JOIN places ON places.id = place
               WHERE place = ? ORDER BY indicator, now""",
            [place],
        )

    def every_survey_change(self) -> list[rows.SurveyChange]:
        """All indices against the baseline year, by place, indicator and year."""
        return self._rows(
            rows.SurveyChange,
            """SELECT place, places.name AS place_name, indicator, now, baseline, change_low,
                      change_high, margin, margin_basis, verdict, reason
               FROM survey_changes
               JOIN places ON places.id = place
               JOIN indicators ON indicators.id = indicator
               ORDER BY places.line, indicators.line, now""",
        )

    def month_bands(
        self, indicator: str | None = None, place: str | None = None
    ) -> list[rows.MonthBand]:
        """What is expected of a place's months after the baseline year, in order of time; of
        every place or indicator where none is given."""
        return self._rows(
            rows.MonthBand,
            """SELECT place, places.name AS place_name, indicator, month, low, high
               FROM month_bands
               JOIN places ON places.id = place
               JOIN indicators ON indicators.id = indicator
               WHERE ($indicator IS NULL OR indicator = $indicator)
                 AND ($place IS NULL OR place = $place)
               ORDER BY indicators.line, places.line, month""",
            {"indicator": indicator, "place": place},
        )

    def counted_lines(self, comparison: rows.Comparison) -> list[rows.CountedLine]:
        """The lines of reported_crimes.csv that a comparison's counts are sums of."""
        found = self._rows(
            rows.CountedLine,
            """SELECT line, period, count FROM reported_crimes
               WHERE place = $place AND indicator = $indicator AND list_contains($parts, period)
               ORDER BY period_start""",
            {
                "place": comparison.place,
                "indicator": comparison.indicator,
                "parts": [*comparison.parts_now, *comparison.parts_baseline],
            },
        )
        corrected = self._corrected
        return [
            replace(line, corrections=corrected.get(("reported_crimes", key), ()))
            for line in found
            for key in [(comparison.place, line.period, comparison.indicator)]
        ]

    def crime_sources(self, place: str, indicator: str) -> list[rows.SourceLink]:
        """Title and address of every source of a place's counts."""
        return self._rows(
            rows.SourceLink,
            """SELECT DISTINCT title, url FROM reported_crimes JOIN sources ON sources.id = source
               WHERE place = ? AND indicator = ? ORDER BY title""",
            [place, indicator],
        )

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

    def events_since(self, day: date) -> list[rows.Event]:
        """What has happened to the promise and its follow-up from a day on, newest first."""
        return self._rows(
            rows.Event,
            EVENTS
            + """WHERE date_start >= ? AND relation IN ('in_promise', 'follow_up')
                 ORDER BY date_start DESC, activity_events.line DESC""",
            [day],
        )

    def not_published(self) -> list[rows.NotPublished]:
        """What readers want and nobody has published."""
        return self._rows(
            rows.NotPublished,
            """SELECT id, title, topic, places,
                      (SELECT list(name ORDER BY line) FROM places
                       WHERE list_contains(not_published.places, places.id)) AS place_names,
                      holder, known, authorities, asked_for, first_period, last_period, source
               FROM not_published ORDER BY line""",
        )

    def authorities(self) -> list[rows.Authority]:
        """Who can be asked for what is not published."""
        return self._rows(
            rows.Authority, "SELECT id, name, email, source FROM authorities ORDER BY line"
        )

    def outlines(self) -> list[rows.Outline]:
        """The outlines that the map draws."""
        found = self._connection.cursor().execute("SELECT id, name, role, rings FROM outlines")
        return [
            rows.Outline(id_, _said(name, self._words), role, json.loads(rings))
            for id_, name, role, rings in found.fetchall()
        ]

    def conflicts(self) -> list[rows.Observation]:
        """Every value that another source contradicts."""
        return self._observations(
            "WHERE conflict ORDER BY indicator, place_name, period_start, value",
        )

    def names(self) -> dict[str, dict[str, str]]:
        """What the ids of each file stand for: file → id → name or title."""
        files = ("places", "indicators", "sources", "activities")
        # The first two columns of these files are the id and what it stands for.
        return {
            file: {row[0]: _said(row[1], self._words) for row in self.file(file)} for file in files
        }

    @property
    def is_translated(self) -> bool:
        """Whether the folder's texts, or some of them, are in the language spoken, which is not
        the one that they were written in."""
        return bool(self._words)

    def read_all(self) -> None:
        """Ask for everything once that is asked for without a choice.

        Raises:
            duckdb.Error: the release was written by a program whose tables were others.
        """
        for ask in (
            *(self.promise, self.edition, self.corrections, self.extensions, self.goals),
            *(self.measures, self.verdict_limits, self.focus_areas, self.follow_up),
            *(self.reading_notes, self.contacts, self.sources, self.villages, self.populations),
            *(self.indicators, self.activity_places, self.activities, self.events),
            *(self.not_published, self.authorities, self.outlines, self.conflicts),
            *(self.coverage, self.threshold, self.protection, self.log),
            lambda: self._measured,
        ):
            ask()
        for place in self.villages():
            self.comparisons(place.id)
            self.area_comparisons(place.id)
            self.survey_changes(place.id)
        for table in TABLE:
            # A whole file can be too much to read: whether it has its columns is enough.
            self._connection.cursor().execute(f"{_file_sql(table)} LIMIT 0")

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
        return self._connection.cursor().execute(_file_sql(table)).fetchall()

    def _observations(self, sql: str, parameters: Any = ()) -> list[rows.Observation]:
        """The observations that a clause asks for, each with its corrections."""
        found = self._rows(rows.Observation, OBSERVATIONS + sql, parameters)
        corrected = self._corrected
        if not corrected:
            return found
        return [
            replace(
                seen,
                # The two files have no indicator in common.
                corrections=(
                    *corrected.get(("reported_crimes", key), ()),
                    *corrected.get(("safety_survey", (*key, seen.source)), ()),
                ),
            )
            for seen in found
            for key in [(seen.place, seen.period, seen.indicator)]
        ]

    def _rows(self, row: type[Row], sql: str, parameters: Any = ()) -> list[Row]:
        """The rows of a query, in the language spoken. A release never changes, so what was once
        read is kept."""
        asked = (language(), sql, repr(parameters))
        kept = self._kept.get(asked)
        if kept is None:
            kept = self._fetch(row, sql, parameters)
            self._rows_kept += len(kept)
            if len(self._kept) >= MOST_KEPT or self._rows_kept > MOST_ROWS:
                self._kept.clear()
                self._rows_kept = len(kept)
            self._kept[asked] = kept
        return list(kept)

    def _fetch(self, row: type[Row], sql: str, parameters: Any) -> list[Row]:
        cursor = self._connection.cursor()
        try:
            cursor.execute(sql, parameters)
            names = [column[0] for column in cursor.description or ()]
            found = [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
        finally:
            cursor.close()
        if language() != FIRST:
            words, texts = self._words, _texts(row)
            for values in found:
                values |= {name: _said(values[name], words) for name in texts}
        return [row(**values) for values in found]

    @property
    def _words(self) -> dict[str, str]:
        """The folder's texts in the language spoken: text → translation."""
        return self._translations.get(language(), {})

    @cached_property
    def _translations(self) -> dict[str, dict[str, str]]:
        """By language, the folder's texts in it. A release of an older program has none."""
        cursor = self._connection.cursor()
        found: dict[str, dict[str, str]] = {}
        if cursor.execute(
            "SELECT 1 FROM duckdb_tables() WHERE table_name = 'translations'"
        ).fetchone():
            cursor.execute("SELECT language, text, translation FROM translations")
            for spoken, text, translation in cursor.fetchall():
                found.setdefault(spoken, {})[text] = translation
        return found


def _file_sql(table: str) -> str:
    """What asks for a file of the promise folder; all names come from schema.py."""
    file = TABLE[table]
    names = (
        f"{column.name}_published"
        if column.type == "decimal" and column.name == file.value
        else column.name
        for column in file.columns
    )
    columns = ", ".join(f'"{name}"' for name in names)
    return f'SELECT {columns} FROM "{file.name}" ORDER BY line'  # noqa: S608


def _texts(row: type) -> list[str]:
    """The fields of a row that hold what people have written in the folder."""
    hints = get_type_hints(row, include_extras=True)
    return [name for name, hint in hints.items() if rows.Text in (hint, *get_args(hint))]


def _said(value: Any, words: dict[str, str]) -> Any:
    """A text or list of texts in the language of `words`, as written where they lack it."""
    if isinstance(value, list):
        return [_said(text, words) for text in value]
    if value is None:
        return None
    return words.get(value) or rows.AsWritten(value)
