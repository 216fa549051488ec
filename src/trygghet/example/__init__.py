"""The fictional example promise: a complete promise folder, the same bytes at every run.

It shows and tests everything the program can do. No place, person, source or figure is real.
"""

from pathlib import Path

from trygghet.example import activities, crimes, places, promise, sources, survey
from trygghet.example.files import write_table, write_text
from trygghet.example.plan import ACTIVITIES
from trygghet.schema import OUTLINES_FILE, PROMISE_FILE, TRANSLATIONS

__all__ = ["write_example"]


def write_example(folder: Path) -> None:
    """Write every file of the example promise to `folder`, which is made if it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    write_text(folder / PROMISE_FILE, promise.promise_toml())
    write_text(folder / OUTLINES_FILE, places.outlines())
    for file in TRANSLATIONS.values():
        write_text(folder / file, (Path(__file__).parent / file).read_text(encoding="utf-8"))
    tables = {
        "sources": sources.source_rows(),
        "places": places.place_rows(),
        "population": places.population_rows(),
        "indicators": crimes.indicator_rows() + survey.indicator_rows(),
        "reported_crimes": crimes.crime_rows(),
        "crime_codes": crimes.code_rows(),
        "coverage": crimes.coverage_rows(),
        "safety_survey": survey.survey_rows(),
        "statements": survey.statement_rows(),
        "activities": activities.activity_rows(ACTIVITIES),
        "activity_events": activities.event_rows(ACTIVITIES),
        "not_published": promise.not_published_rows(),
    }
    for name, rows in tables.items():
        write_table(folder, name, rows)
