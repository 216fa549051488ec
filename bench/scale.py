"""A whole country in one release: how long it takes to build, how much memory, and how long the
pages' questions to it take.

The country is invented and the same every time: 290 municipalities with 2 000 villages, 20
categories, 240 months. Its source is one row per report (day, place, category), 10⁸ of them,
drawn by DuckDB into Parquet files, a year each. The build counts them per place, category and
month, adds quarters, half-years, years, comparisons, bands, a yearly survey and inhabitants, and
writes the tables of a release, sorted by place, beside the example promise's plan. Nothing is
checked, hidden or judged as `trygghet publish` would: there are no CSV files, and the comparisons
hold drawn words. The file is then opened and asked as the site does, by the functions that make
the pages: what is timed is all that a page asks its release for, of a random village of the
country, once the release has answered what is asked without a choice (`Release.read_all`, as a
replica does before it uses a release).

Run from the repository's root: `python bench/scale.py`. Needs 3 GB of disk; `--reports 1e6` tries
it out.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import duckdb

from trygghet.check import read_promise_folder
from trygghet.release.publish import Signature, publish
from trygghet.release.queries import Release
from trygghet.release.rows import Place
from trygghet.release.store import current_release, open_read_only
from trygghet.views.context import Context, context
from trygghet.views.figures import (
    beside_others_lines,
    change_figure,
    figure_tables,
    history_figures,
    ordinary_years,
)
from trygghet.views.overview import goal_answers, news, village_card, villages_figure
from trygghet.views.village import Village
from trygghet.words.answers import during

REPOSITORY: Final = Path(__file__).resolve().parents[1]
MUNICIPALITIES, VILLAGES, CATEGORIES = 290, 2000, 20
FIRST_YEAR, LAST_YEAR, BASELINE = 2002, 2021, 2019
TARGET: Final = 0.050
"""Seconds that 95 of 100 questions may take at most."""

# One year of reports. Villages and categories differ in size; hash() makes it the same each time.
DRAW: Final = """
    COPY (
        SELECT DATE '{year}-01-01' + CAST(hash(i, 1) % {days} AS INTEGER) AS day,
               CAST(floor({places} * pow((hash(i, 2) % 1000003) / 1000003, 1.6)) AS SMALLINT)
                   AS place,
               CAST(floor({categories} * pow((hash(i, 3) % 1000003) / 1000003, 1.4)) AS TINYINT)
                   AS category
        FROM range({first}, {last}) AS drawn(i)
    ) TO '{file}' (FORMAT parquet)
"""

# What a release holds of a country, sorted by place: whoever asks for a place reads little.
BUILD: Final = {
    "the places": """
        CREATE TABLE numbered AS
        SELECT i AS number,
               CASE WHEN i < {villages} THEN printf('%04d-by', i)
                    ELSE printf('%04d-kommun', i - {villages}) END AS id,
               i < {villages} AS is_village
        FROM range({places}) AS drawn(i);
        CREATE TABLE named AS
        SELECT i AS number, printf('kategori-%02d', i) AS id FROM range({categories}) AS drawn(i);
        CREATE TABLE country.places AS
        FROM base.places UNION ALL BY NAME
        SELECT 1000 + number AS line, id, id AS name,
               CASE WHEN is_village THEN 'village' ELSE 'municipality' END AS kind,
               CASE WHEN is_village THEN printf('%04d-kommun', number % {municipalities}) END
                   AS part_of,
               'no' AS in_promise, 'ortslista' AS source
        FROM numbered;
        CREATE TABLE country.indicators AS
        FROM base.indicators UNION ALL BY NAME
        SELECT 1000 + number AS line, id, id AS title, 'reported_crimes' AS dataset,
               'reports' AS unit, 'category' AS series, 'lower' AS good_direction,
               'no' AS sensitive, 'no' AS headline, 0 AS scale_min, id AS description,
               'brott-byar' AS source
        FROM named;
        CREATE TABLE country.population AS
        FROM (
            FROM base.population UNION ALL BY NAME
            SELECT 1000 + number AS line, id AS place, CAST(year AS VARCHAR) AS period,
                   make_date(year, 1, 1) AS period_start, make_date(year, 12, 31) AS period_end,
                   'year' AS period_kind, 1000 + hash(number) % 9000 AS population,
                   'ortslista' AS source
            FROM numbered, range({first_year}, {last_year} + 1) AS years(year)
        ) ORDER BY place, period;
    """,
    "counts by month": """
        CREATE TABLE counted AS
        SELECT place, category, datediff('month', DATE '{first_year}-01-01', day) AS month,
               COUNT(*) AS count
        FROM read_parquet('{files}') GROUP BY ALL;
        CREATE TABLE monthly AS
        SELECT numbered.id AS place, named.id AS indicator, drawn.month AS month,
               CAST(DATE '{first_year}-01-01'
                    + to_months(CAST(drawn.month AS INTEGER)) AS DATE) AS start,
               COALESCE(counted.count, 0) AS count
        FROM numbered CROSS JOIN named CROSS JOIN range({months}) AS drawn(month)
        LEFT JOIN counted ON counted.place = numbered.number
            AND counted.category = named.number AND counted.month = drawn.month;
        DROP TABLE counted;
        CREATE TABLE country.reported_crimes AS
        FROM (
            FROM base.reported_crimes UNION ALL BY NAME
            SELECT 10000 + month AS line, place, strftime(start, '%Y-%m') AS period,
                   start AS period_start, last_day(start) AS period_end, 'month' AS period_kind,
                   indicator, count, 'brott-byar' AS source
            FROM monthly
        ) ORDER BY place, indicator, period_start;
    """,
    "quarters, half-years, years": """
        CREATE TABLE country.crime_sums AS
        FROM (
            FROM base.crime_sums UNION ALL BY NAME
            SELECT place, indicator,
                   year(start) || CASE size WHEN 3 THEN '-Q' || quarter(start)
                       WHEN 6 THEN '-H' || (1 + month(start) // 7) ELSE '' END AS period,
                   MIN(start) AS period_start, last_day(MAX(start)) AS period_end,
                   CASE size WHEN 3 THEN 'quarter' WHEN 6 THEN 'half' ELSE 'year' END
                       AS period_kind,
                   CAST(SUM(count) AS BIGINT) AS count, 'brott-byar' AS source
            FROM monthly, (VALUES (3), (6), (12)) AS sizes(size)
            GROUP BY place, indicator, size, period
        ) ORDER BY place, indicator, period_start;
    """,
    "comparisons": """
        CREATE TABLE yearly AS
        SELECT place, indicator, year(start) AS year, CAST(SUM(count) AS BIGINT) AS count,
               list(strftime(start, '%Y-%m') ORDER BY start) AS parts
        FROM monthly GROUP BY ALL;
        CREATE TABLE country.comparisons AS
        FROM (
            FROM base.comparisons UNION ALL BY NAME
            SELECT now.place, now.indicator,
                   CASE WHEN now.year < {baseline} THEN 'earlier' ELSE 'year' END AS kind,
                   CAST(now.year AS VARCHAR) AS now, CAST(now.year AS VARCHAR) AS now_end,
                   '{baseline}' AS baseline, '{baseline}' AS baseline_end,
                   now.count AS count_now, before.count AS count_baseline,
                   365 AS days_now, 365 AS days_baseline, now.parts AS parts_now,
                   before.parts AS parts_baseline, 'days' AS basis, 1 AS exposure_ratio,
                   'category' AS series, 0.99 AS level, now.count / before.count AS ratio,
                   2 AS phi, 0.5 AS lower, 2 AS upper, 0.5 AS p_value,
                   'no_certain_difference' AS verdict, 11 AS too_few_limit,
                   before.count // 2 AS band_low, before.count * 2 AS band_high
            FROM yearly AS now JOIN yearly AS before USING (place, indicator)
            WHERE before.year = {baseline} AND now.year <> {baseline}
        ) ORDER BY place, indicator, now;
        DROP TABLE yearly;
        CREATE TABLE country.month_bands AS
        FROM (
            FROM base.month_bands UNION ALL BY NAME
            SELECT place, indicator, strftime(start, '%Y-%m') AS month, count // 2 AS low,
                   count * 2 AS high
            FROM monthly WHERE start >= DATE '{baseline}-12-31' AND place LIKE '%by'
        ) ORDER BY place, indicator, month;
        CREATE TABLE country.area_comparisons AS
        FROM (
            FROM base.area_comparisons UNION ALL BY NAME
            SELECT place, indicator, now, now_end, 'riket' AS comparison, 289 AS members,
                   1000 AS comparison_now, 1000 AS comparison_baseline, 1 AS ratio, 0.9 AS lower,
                   1.1 AS upper, level
            FROM country.comparisons WHERE kind = 'year' AND place LIKE '%-by'
        ) ORDER BY place, indicator, now;
        DROP TABLE monthly;
    """,
    "the survey": """
        CREATE TABLE country.safety_survey AS
        FROM (
            FROM base.safety_survey UNION ALL BY NAME
            SELECT 1000 + year AS line, numbered.id AS place, CAST(year AS VARCHAR) AS period,
                   make_date(year, 1, 1) AS period_start, make_date(year, 12, 31) AS period_end,
                   'year' AS period_kind, indicators.id AS indicator,
                   1 + hash(number, year, indicators.id, copy) % 400 / 100 AS value,
                   printf('%.2f', 1 + hash(number, year, indicators.id, copy) % 400 / 100)
                       AS value_published,
                   0.3 AS margin, 200 AS respondents,
                   CASE copy WHEN 0 THEN 'matning-2019' ELSE 'matning-2020' END AS source
            FROM numbered, range({first_year}, {last_year} + 1) AS years(year), base.indicators,
                 range(2) AS copies(copy)
            WHERE dataset = 'safety_survey' AND (copy = 0 OR number % 100 = 7)
        ) ORDER BY place, indicator, period;
        CREATE TABLE country.survey_changes AS
        FROM (
            FROM base.survey_changes UNION ALL BY NAME
            SELECT numbered.id AS place, indicators.id AS indicator, CAST(year AS VARCHAR) AS now,
                   '{baseline}' AS baseline, '-0.10' AS change_low, '-0.10' AS change_high,
                   '0.48' AS margin, 'producer' AS margin_basis,
                   'no_certain_difference' AS verdict
            FROM numbered, range({baseline} + 1, {last_year} + 1) AS years(year), base.indicators
            WHERE dataset = 'safety_survey'
        ) ORDER BY place, indicator, now;
    """,
}


def draw(folder: Path, reports: int) -> None:
    """Write the source: `reports` rows in Parquet files, one for each year."""
    with duckdb.connect() as connection:
        years = LAST_YEAR - FIRST_YEAR + 1
        for number, year in enumerate(range(FIRST_YEAR, LAST_YEAR + 1)):
            statement = DRAW.format(
                year=year,
                days=365,
                places=VILLAGES + MUNICIPALITIES,
                categories=CATEGORIES,
                first=reports * number // years,
                last=reports * (number + 1) // years,
                file=folder / f"{year}.parquet",
            )
            connection.execute(statement)


def build(folder: Path) -> None:
    """From the source to a file that is a release, with the example promise's plan."""
    signed = Signature("bench", "bench", datetime.now().astimezone())
    publish(read_promise_folder(REPOSITORY / "data" / "exempel"), folder, signed)
    with duckdb.connect(str(folder / "work.duckdb")) as connection:
        connection.execute(f"SET temp_directory = '{folder / 'spill'}'")
        connection.execute("SET memory_limit = '2GB'")
        connection.execute("SET threads = 2")
        connection.execute("SET preserve_insertion_order = false")
        connection.execute(f"ATTACH '{current_release(folder, 'exempel')}' AS base (READ_ONLY)")
        connection.execute(f"ATTACH '{folder / 'country.duckdb'}' AS country")
        for step, sql in BUILD.items():
            started = time.perf_counter()
            connection.execute(
                sql.format(
                    villages=VILLAGES,
                    municipalities=MUNICIPALITIES,
                    places=VILLAGES + MUNICIPALITIES,
                    categories=CATEGORIES,
                    first_year=FIRST_YEAR,
                    last_year=LAST_YEAR,
                    baseline=BASELINE,
                    months=12 * (LAST_YEAR - FIRST_YEAR + 1),
                    files=folder / "*.parquet",
                )
            )
            progress(f"  {step}: {time.perf_counter() - started:.1f} s")
        made = {name for (name,) in _tables(connection, "country")}
        for (name,) in _tables(connection, "base"):
            if name not in made:
                connection.execute(f'CREATE TABLE country."{name}" AS FROM base."{name}"')
        connection.execute("CHECKPOINT country")
    (folder / "work.duckdb").unlink()


def _tables(connection: duckdb.DuckDBPyConnection, database: str) -> list[Any]:
    sql = "SELECT table_name FROM duckdb_tables() WHERE database_name = ?"
    return connection.execute(sql, [database]).fetchall()


class Timed:
    """A release that notes how long each of its answers takes."""

    def __init__(self, release: Release) -> None:
        self._release = release
        self.took: list[tuple[str, float]] = []

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._release, name)
        if not callable(found):
            return found

        def asked(*given: Any, **named: Any) -> Any:
            started = time.perf_counter()
            try:
                return found(*given, **named)
            finally:
                self.took.append((name, time.perf_counter() - started))

        return asked


def by(seen: Context, place: Place) -> None:
    """All that the page By asks for."""
    release, village = seen.release, Village(seen, place)
    release.villages()
    village.answers()
    indicators = village.indicators
    change_figure(seen, place, indicators, village.comparisons)
    history_figures(seen, place, indicators[:1], village.observations)
    ordinary_years(seen, place, indicators)
    figure_tables(seen, place, indicators, village.comparisons, village.observations)
    for one in village.comparisons:
        release.counted_lines(one)
        release.crime_sources(one.place, one.indicator)
    release.group_of(place.id)
    beside_others_lines(seen, place)
    village.statements()
    village.activity_groups()
    village.population()
    village.not_published()
    release.authorities()
    release.edition()


def indicators(seen: Context, place: Place) -> None:
    """All that the page Indikatorer asks for: months of a village, then years of four places."""
    release = seen.release
    release.villages()
    release.indicators()
    one = f"kategori-{random.randrange(CATEGORIES):02}"
    release.places_with(one)
    release.period_kinds(one)
    release.observations(one, [place.id], "month")
    release.month_bands(one, place.id)
    places = [place.id, "0003-by", "0500-by", "0001-kommun"]
    release.observations(one, places, "year")
    for compared in during(release.comparisons_of(one, places), seen.years):
        release.counted_lines(compared)
        release.crime_sources(compared.place, compared.indicator)


def overview(seen: Context, place: Place) -> None:
    """All that the first page asks for, of a promise with some villages."""
    release, whole = seen.release, seen.municipality
    goal_answers(seen)
    release.comparisons(whole.id)
    release.place_observations(whole.id, "year")
    for village in release.villages():
        village_card(seen, village)
    villages_figure(seen)
    news(seen)
    release.not_published()


def goals(seen: Context, place: Place) -> None:
    """All that the page Mål asks for."""
    release = seen.release
    release.activities()
    release.events()
    release.measures()
    release.not_published()
    for goal in release.goals():
        if goal.place and goal.indicator:
            release.comparisons_of(goal.indicator, [goal.place])
            release.place_observations(goal.place, "year")
            release.survey_changes(goal.place)


def data(seen: Context, place: Place) -> None:
    """What Data och metod asks for, but for the files themselves."""
    release = seen.release
    release.sources()
    release.conflicts()
    release.corrections()
    release.verdict_limits()
    release.protection()


PAGES: Final[dict[str, tuple[Callable[[Context, Place], None], int]]] = {
    "By": (by, 200),
    "Indikatorer": (indicators, 200),
    "Översikt": (overview, 40),
    "Mål": (goals, 40),
    "Data och metod": (data, 5),
}
"""Each page, and how often it is asked for."""


def ask(path: Path, threads: int, seed: int, share: float) -> dict[str, Any]:
    """Make pages of random villages and note how long their questions take."""
    started = time.perf_counter()
    connection = open_read_only(path)
    release = Release(connection)
    release.read_all()
    opened = time.perf_counter() - started
    names = [f"{number:04}-by" for number in range(VILLAGES)]
    pages = {}
    for page, (make, times) in PAGES.items():

        def once(village: str, make: Callable[[Context, Place], None] = make) -> list[Any]:
            timed: Any = Timed(release)
            place = timed.place(village)
            make(context(timed), place)
            return list(timed.took)

        chosen = random.Random(seed).choices(names, k=max(2, round(times * share)))
        once(chosen[0])  # what DuckDB reads for the first time is not timed
        with ThreadPoolExecutor(threads) as pool:
            pages[page] = _told(list(pool.map(once, chosen)))
        progress(f"  {page}, {threads} threads: {json.dumps(pages[page])}")
    connection.close()
    return {"opened": opened, "threads": threads, "pages": pages}


def _told(visits: list[list[tuple[str, float]]]) -> dict[str, Any]:
    """The percentiles of single questions and of whole pages, and the slowest questions."""
    single = [took for visit in visits for _, took in visit]
    whole = [sum(took for _, took in visit) for visit in visits]
    by_name = defaultdict(list)
    for visit in visits:
        for name, took in visit:
            by_name[name].append(took)
    slowest = sorted(((_high(took), name) for name, took in by_name.items()), reverse=True)[:3]
    return {
        "questions": len(visits[0]),
        "p50": statistics.median(single),
        "p95": _high(single),
        "page_p50": statistics.median(whole),
        "page_p95": _high(whole),
        "slowest": [(name, took) for took, name in slowest],
    }


def _high(values: Iterable[float]) -> float:
    """The 95th percentile."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]


def progress(said: str) -> None:
    print(said, file=sys.stderr, flush=True)


def in_process(step: str, folder: Path, given: argparse.Namespace) -> tuple[dict[str, Any], float]:
    """What a step printed and took, in a process of its own, and the most memory it held, in MB."""
    result = folder / f"{step}.json"
    command = [sys.executable, __file__, "--step", step, "--folder", str(folder)]
    command += ["--reports", str(given.reports), "--seed", str(given.seed)]
    command += ["--share", str(given.share)]
    progress(f"{step} ...")
    started = time.perf_counter()
    child = subprocess.Popen(command, cwd=REPOSITORY)
    _, status, used = os.wait4(child.pid, 0)
    if status:
        raise RuntimeError(f"{step} did not succeed")
    told = json.loads(result.read_text()) if result.exists() else {}
    return told | {"seconds": time.perf_counter() - started}, used.ru_maxrss / 1e3


def main() -> None:
    """Draw, build, ask, and print the tables."""
    parser = argparse.ArgumentParser(description="A whole country in one release.")
    parser.add_argument("--reports", type=float, default=1e8, help="rows of the source")
    parser.add_argument("--seed", type=int, default=2019)
    parser.add_argument("--share", type=float, default=1, help="of the pages to ask for")
    parser.add_argument("--folder", type=Path, help="keep the files there")
    parser.add_argument("--step", choices=("draw", "build", "ask-1", "ask-8"))
    given = parser.parse_args()
    if given.step:
        run_step(given)
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "country.duckdb"
        drawn, built = None, None
        if not file.exists():
            drawn = in_process("draw", folder, given)
            built = in_process("build", folder, given)
        asked = [in_process(f"ask-{threads}", folder, given) for threads in (1, 8)]
        print(table(folder, given.reports, drawn, built, asked))


def run_step(given: argparse.Namespace) -> None:
    """One step, in this process."""
    result: dict[str, Any] = {}
    if given.step == "draw":
        draw(given.folder, int(given.reports))
    elif given.step == "build":
        build(given.folder)
    else:
        threads = int(given.step.removeprefix("ask-"))
        result = ask(given.folder / "country.duckdb", threads, given.seed, given.share)
    (given.folder / f"{given.step}.json").write_text(json.dumps(result))


Step = tuple[dict[str, Any], float]


def table(
    folder: Path, reports: float, drawn: Step | None, built: Step | None, asked: list[Step]
) -> str:
    """What was measured, as Markdown."""
    size = (folder / "country.duckdb").stat().st_size / 1e6
    source = sum(one.stat().st_size for one in folder.glob("*.parquet")) / 1e6
    lines = ["| step | seconds | most memory, MB | file, MB |", "|---|---:|---:|---:|"]
    if drawn and built:
        lines += [
            f"| draw {reports:,.0f} reports | {drawn[0]['seconds']:.0f} | {drawn[1]:.0f} "
            f"| {source:.0f} |",
            f"| build the release | {built[0]['seconds']:.0f} | {built[1]:.0f} | {size:.0f} |",
        ]
    lines.append(f"| open it, all of it read once | {asked[0][0]['opened']:.1f} | | {size:.0f} |")
    lines += [
        f"| pages asked for, {one['threads']} threads | {one['seconds']:.0f} | {memory:.0f} | |"
        for one, memory in asked
    ]
    lines += [
        "",
        "| page | threads | questions | one question p50, ms | p95, ms | below 50 ms "
        "| all of a page p50, ms | p95, ms | slowest questions, p95 ms |",
        "|---|---:|---:|---:|---:|---|---:|---:|---|",
    ]
    for one, _ in asked:
        for page, told in one["pages"].items():
            slowest = ", ".join(f"{name} {took * 1000:.0f}" for name, took in told["slowest"])
            lines.append(
                f"| {page} | {one['threads']} | {told['questions']} | {told['p50'] * 1000:.1f} "
                f"| {told['p95'] * 1000:.1f} | {'yes' if told['p95'] < TARGET else 'no'} "
                f"| {told['page_p50'] * 1000:.0f} | {told['page_p95'] * 1000:.0f} | {slowest} |"
            )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
