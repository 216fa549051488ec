"""What a page tells search engines: valid, safe inside the page, nothing made up."""

import json

from justhtml import JustHTML
from our_routes import SITE
from shipped_files import EXAMPLE

from trygghet.describe.schema_org import as_script, dataset
from trygghet.files import FILES
from trygghet.release.store import Store, store
from trygghet.views.context import context


def test_no_text_from_the_data_ends_the_script(nasty_releases):
    described = dataset(context(Store(nasty_releases).release("exempel")), SITE)
    described["name"] += "</script><script>alert(1)</script><!-- \u2028\u2029 ]]>"
    written = as_script(described)
    assert json.loads(written) == described
    assert not set(written) & set("<>&\u2028\u2029")
    page = f'<body><script type="application/ld+json">{written}</script><p>efter</p></body>'
    assert [len(JustHTML(page, sanitize=False).query(tag)) for tag in ("script", "p")] == [1, 1]


def test_a_search_engine_learns_what_where_and_when(seen):
    described = dataset(seen, SITE)
    title, place = seen.promise.title, seen.municipality.name
    mark = "Påhittat exempel: " if seen.promise.is_example else ""
    assert described["@context"] == "https://schema.org"
    assert described["name"] == mark + title
    assert described["spatialCoverage"]["containedInPlace"]["name"] == mark + place
    assert described["version"] == str(seen.release.edition().number)
    # The limits of Google's reader.
    assert 50 <= len(described["description"]) <= 5000
    titles = [one["name"] for one in described["variableMeasured"]]
    assert titles == [one.title for one in seen.release.indicators()]
    assert len(described["isBasedOn"]) == len(seen.release.sources())
    assert "license" not in described and "creator" not in described
    assert {name for name, value in described.items() if value in ("", None, [], {})} == set()


def test_every_file_can_be_found_from_a_search(seen, get):
    files = [file for file in FILES.values() if not any(one.required for one in file.parameters)]
    query = f"?data={seen.promise.id}"
    addresses = {one["contentUrl"] for one in dataset(seen, SITE)["distribution"]}
    endings = ("csv", "excel.csv", "xlsx", "json", "parquet")
    assert addresses == {f"{SITE}/data/{file.name}.{e}{query}" for file in files for e in endings}
    assert get(f"{SITE}/data/sources.csv{query}").status == 200


def test_a_publisher_is_named_only_where_somebody_answers(releases, monkeypatch):
    seen = context(store().release(EXAMPLE.id))
    assert "publisher" not in dataset(seen, SITE)
    monkeypatch.setenv("TRYGGHET_OWNER", "Åsa Ek")
    assert dataset(seen, SITE)["publisher"] == {"name": "Åsa Ek"}
    monkeypatch.setenv("TRYGGHET_OWNER_KIND", "PrivateIndividual(s)")
    assert dataset(seen, SITE)["publisher"] == {"@type": "Person", "name": "Åsa Ek"}
