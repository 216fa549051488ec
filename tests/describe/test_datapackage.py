"""A program reads the CSV files by their description alone, and finds nothing wrong."""

import csv
import json
import shutil

import frictionless
import pytest
from our_routes import SITE
from shipped_files import EXAMPLE, PROMISES

from trygghet.describe.datapackage import datapackage
from trygghet.files import FILES
from trygghet.release.store import Store, store
from trygghet.views.context import context


def write_package(seen, folder):
    """The files and their description, as the archive holds them."""
    described = datapackage(seen, SITE)
    for resource in described["resources"]:
        file = FILES[resource["name"]]
        mark = {"example": "Påhittat exempel"} if seen.promise.is_example else {}
        with (folder / resource["path"]).open("w", encoding="utf-8", newline="") as written:
            writer = csv.writer(written, lineterminator="\r\n")
            writer.writerow([*mark, *(column.name for column in file.columns)])
            for row in file.rows(seen.release, {}):
                writer.writerow([*mark.values(), *map(cell, row)])
    (folder / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    return described


def cell(value):
    if isinstance(value, list | tuple):
        return ";".join(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def errors(folder):
    report = frictionless.validate(str(folder / "datapackage.json"))
    found = [*report.errors, *(error for task in report.tasks for error in task.errors)]
    return [error.message for error in found]


@pytest.fixture(scope="module")
def packages(releases, tmp_path_factory):
    """A folder with the package of each promise, by its id."""
    folders = {}
    for promise in PROMISES:
        folders[promise.id] = tmp_path_factory.mktemp(promise.id)
        write_package(context(store().release(promise.id)), folders[promise.id])
    return folders


def test_every_file_is_as_its_description_says(seen, packages):
    folder = packages[seen.promise.id]
    assert errors(folder) == []
    whole = {file.name for file in FILES.values() if not any(p.required for p in file.parameters)}
    assert {path.stem for path in folder.glob("*.csv")} == whole


def test_the_description_finds_what_is_wrong_in_a_changed_copy(packages, tmp_path):
    folder = shutil.copytree(packages[EXAMPLE.id], tmp_path / "copy")
    wrong = {
        ("places", "part_of"): "ingenstans",
        ("population", "period"): "vintern 2020",
        ("coverage", "reports"): "många",
        ("activities", "title"): "",
        ("safety_survey", "indicator"): "okänd",
        ("statements", "id"): "utsaga-01",
        ("crime_codes", "example"): "På riktigt",
    }
    for (file, column), value in wrong.items():
        with (folder / f"{file}.csv").open(encoding="utf-8", newline="") as read:
            reader = csv.DictReader(read)
            rows, names = list(reader), reader.fieldnames
        rows[1][column] = value
        with (folder / f"{file}.csv").open("w", encoding="utf-8", newline="") as written:
            writer = csv.DictWriter(written, names)
            writer.writeheader()
            writer.writerows(rows)
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert {task.name for task in report.tasks if not task.valid} == {file for file, _ in wrong}


def test_texts_of_any_kind_make_a_valid_description(nasty_releases):
    seen = context(Store(nasty_releases).release("exempel"))
    described = json.loads(json.dumps(datapackage(seen, SITE)))
    assert frictionless.Package.from_descriptor(described).title.endswith(seen.promise.title)


def test_whoever_has_only_the_description_learns_that_an_example_is_invented(seen):
    described = datapackage(seen, SITE)
    marked = [
        described["name"].startswith("pahittat-"),
        *(described[text].startswith("Påhittat exempel:") for text in ("title", "description")),
        *(one["schema"]["fields"][0]["name"] == "example" for one in described["resources"]),
    ]
    assert set(marked) == {seen.promise.is_example}


def test_a_description_on_the_web_leads_to_the_files_of_its_own_release(seen, get):
    answer = get(f"/data/datapackage.json?data={seen.promise.id}")
    assert answer.headers["content-type"] == "application/json"
    for resource in json.loads(answer.body)["resources"]:
        file = get(resource["path"])
        assert file.status == 200, resource["path"]
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert file.body.decode("utf-8-sig").splitlines()[0] == ",".join(names)
        assert f"v={seen.release.edition().number}" in resource["path"]


def test_each_source_keeps_its_own_licence_and_none_is_given_to_the_whole(seen):
    described = datapackage(seen, SITE)
    known = {one.title: one.licence for one in seen.release.sources() if one.licence}
    assert "licenses" not in described
    told = {one["title"]: one["licence"] for one in described["sources"] if "licence" in one}
    assert told == known


def test_a_publisher_is_named_only_where_somebody_answers(seen, monkeypatch):
    assert "contributors" not in datapackage(seen, SITE)
    monkeypatch.setenv("TRYGGHET_OWNER", "Exempelkommunen")
    assert datapackage(seen, SITE)["contributors"] == [
        {"title": "Exempelkommunen", "role": "publisher"}
    ]
