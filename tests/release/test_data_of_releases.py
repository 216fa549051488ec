"""A cited release's files keep saying what they said; what was withdrawn is told by none."""

import csv
import io
from pathlib import Path

import duckdb
import pytest
from our_routes import ask
from serving import publish
from sound_folder import PROMISE, cell

from trygghet.release.store import store


@pytest.fixture
def published(releases: Path, sound_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three releases of the sound folder, each with another number of inhabitants."""
    monkeypatch.setenv("TRYGGHET_RELEASES", str(releases))
    monkeypatch.setenv("TRYGGHET_PROMISE", PROMISE)
    store.cache_clear()
    for people in ("1250", "1300", "1350"):
        cell("population.csv", 2, "population", people)(sound_folder)
        assert publish(sound_folder) == 0
    yield sound_folder
    store.cache_clear()


def people(**query: str) -> str:
    answer = ask("/data/population.csv", **query)
    assert answer.status == 200, answer.text
    rows = csv.DictReader(io.StringIO(answer.text, newline=""))
    return next(iter(rows))["population"]


def test_a_cited_number_changes_or_a_withdrawn_one_can_be_fetched(published, tmp_path):
    assert [people(v=str(one)) for one in (1, 2, 3)] == ["1250", "1300", "1350"]
    assert people() == "1350"
    assert 'utgava-2.csv"' in ask("/data/population.csv?v=2").headers["content-disposition"]
    for number, count in (("1", 1250), ("3", 1350)):
        file = tmp_path / f"{number}.duckdb"
        file.write_bytes(ask("/data/utgava.duckdb", v=number).body)
        with duckdb.connect(str(file), read_only=True) as connection:
            found = connection.execute("SELECT population FROM population ORDER BY line").fetchone()
        assert found == (count,)
    packages = {ask("/data/utgava.zip", v=str(one)).headers["etag"] for one in (1, 2, 3)}
    assert len(packages) == 3
    before = ask("/data/rattelser.csv").text
    assert "1250" in before and "1300" in before

    # The second is taken away: the third tells what it said.
    cell("population.csv", 2, "population", "1400")(published)
    assert publish(published, "--withdraw", "2") == 0
    for name in ("population.csv", "utgava.duckdb", "utgava.zip", "rattelser.json", ""):
        gone = ask(f"/data/{name}", v="2")
        assert gone.status == 410
        assert "Utgåva 2 går inte att läsa" in gone.text
    assert ask("/data/utgava.duckdb", v="1").status == 200
    told = ask("/data/utgava.duckdb", v="3")
    assert told.status == 410
    assert "berättar vad en tillbakadragen utgåva visade" in told.text
    assert people(v="3") == "1350" and people() == "1400"
    for query in ({"v": "3"}, {}):
        assert "1300" not in ask("/data/rattelser.csv", **query).text
    assert "/data/utgava.duckdb" not in ask("/data/", v="3").text
    log = csv.DictReader(io.StringIO(ask("/data/utgavor.csv").text, newline=""))
    assert [(row["number"], row["withdrawn_by"]) for row in log][1] == ("2", "4")
