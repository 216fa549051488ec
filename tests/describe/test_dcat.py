"""The catalogue keeps the rules of DCAT-AP-SE 3.0.1, and says nothing that nobody has said.

It is read with pyoxigraph, which shares nothing with what writes it.
"""

import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from typing import NamedTuple

import pytest
from our_routes import SITE
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    parse,
)
from rdflib import Graph
from shipped_files import EXAMPLE, PROMISES

from trygghet.describe.dcat import catalogue
from trygghet.files import FILES
from trygghet.release.queries import Release
from trygghet.release.store import Store, store
from trygghet.views.context import context

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "odrs": "http://schema.theodi.org/odrs#",
}
SYNTAXES = {"rdf": RdfFormat.RDF_XML, "ttl": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD}
MARK = "Påhittat exempel:"
REAL = next(promise for promise in PROMISES if not promise.is_example)
OWNER = {
    "TRYGGHET_OWNER": "Exempelkommunen",
    "TRYGGHET_OWNER_KIND": "LocalAuthority",
    "TRYGGHET_MAIL": "oppnadata@exempelkommunen.example",
}


class Rule(NamedTuple):
    """How often a thing of a class has a property, and what its values look like."""

    kind: str
    property: str
    least: int
    most: int | None
    value: str


# Read from the rules that the specification's own pages are made of (3.0.1, its bundle of
# templates): what is mandatory there has 1 here, and the rest holds where it is said.
RULES = (
    Rule("dcat:Catalog", "dct:title", 1, None, "language"),
    Rule("dcat:Catalog", "dct:description", 1, None, "language"),
    Rule("dcat:Catalog", "dct:publisher", 1, 1, "foaf:Agent"),
    Rule("dcat:Catalog", "dct:license", 1, 1, "cc0"),
    Rule("dcat:Catalog", "dcat:dataset", 1, None, "dcat:Dataset"),
    Rule("dcat:Catalog", "dcat:service", 0, None, "dcat:DataService"),
    Rule("dcat:Catalog", "dct:issued", 0, 1, "day"),
    Rule("dcat:Catalog", "dct:modified", 0, 1, "day"),
    Rule("dcat:Catalog", "dct:language", 0, None, "authority/language/"),
    Rule("dcat:Catalog", "foaf:homepage", 0, 1, "address"),
    Rule("dcat:Catalog", "dcat:themeTaxonomy", 0, None, "authority/data-theme"),
    Rule("foaf:Agent", "foaf:name", 1, None, "language"),
    Rule("foaf:Agent", "dct:type", 1, 1, "publishertype/"),
    Rule("vcard:Organization", "vcard:fn", 1, None, "literal"),
    Rule("vcard:Organization", "vcard:hasEmail", 1, None, "mailto:"),
    Rule("dcat:Dataset", "dct:title", 1, None, "language"),
    Rule("dcat:Dataset", "dct:description", 1, None, "language"),
    Rule("dcat:Dataset", "dct:publisher", 1, 1, "foaf:Agent"),
    Rule("dcat:Dataset", "dcat:contactPoint", 0, None, "vcard:Organization"),
    Rule("dcat:Dataset", "dcat:keyword", 0, None, "language"),
    Rule("dcat:Dataset", "dcat:theme", 0, None, "authority/data-theme/"),
    Rule("dcat:Dataset", "dct:issued", 0, 1, "day"),
    Rule("dcat:Dataset", "dct:modified", 0, 1, "day"),
    Rule("dcat:Dataset", "dct:language", 0, None, "authority/language/"),
    Rule("dcat:Dataset", "dct:accessRights", 0, 1, "authority/access-right/"),
    Rule("dcat:Dataset", "dct:accrualPeriodicity", 0, 1, "authority/frequency/"),
    Rule("dcat:Dataset", "dct:spatial", 0, None, "dct:Location"),
    Rule("dcat:Dataset", "dct:temporal", 0, None, "dct:PeriodOfTime"),
    Rule("dcat:Dataset", "dct:provenance", 0, None, "dct:ProvenanceStatement"),
    Rule("dcat:Dataset", "dct:relation", 0, None, "address"),
    Rule("dcat:Dataset", "dcat:landingPage", 0, None, "address"),
    Rule("dcat:Dataset", "foaf:page", 0, None, "address"),
    Rule("dcat:Dataset", "dcat:version", 0, 1, "literal"),
    Rule("dcat:Dataset", "dcat:distribution", 0, None, "dcat:Distribution"),
    Rule("dct:ProvenanceStatement", "dct:description", 1, None, "language"),
    Rule("dct:PeriodOfTime", "dcat:startDate", 0, 1, "day"),
    Rule("dct:PeriodOfTime", "dcat:endDate", 0, 1, "day"),
    Rule("dcat:Distribution", "dcat:accessURL", 1, 1, "address"),
    Rule("dcat:Distribution", "dcat:downloadURL", 0, None, "address"),
    Rule("dcat:Distribution", "dct:format", 1, 1, "media type"),
    Rule("dcat:Distribution", "dct:title", 0, None, "language"),
    Rule("dcat:Distribution", "dct:description", 0, None, "language"),
    Rule("dcat:Distribution", "dcat:accessService", 0, None, "dcat:DataService"),
    Rule("dcat:Distribution", "dcat:byteSize", 0, 1, "size"),
    Rule("dcat:Distribution", "dct:issued", 0, 1, "day"),
    Rule("dcat:Distribution", "dct:language", 0, None, "authority/language/"),
    Rule("dcat:Distribution", "dct:conformsTo", 0, None, "dct:Standard"),
    Rule("dcat:Distribution", "dct:rights", 0, 1, "odrs:RightsStatement"),
    Rule("odrs:RightsStatement", "odrs:reuserGuidelines", 0, None, "address"),
    Rule("dcat:DataService", "dct:title", 1, None, "language"),
    Rule("dcat:DataService", "dcat:endpointURL", 1, None, "address"),
    Rule("dcat:DataService", "dcat:endpointDescription", 0, None, "address"),
    Rule("dcat:DataService", "dcat:servesDataset", 0, None, "dcat:Dataset"),
    Rule("dcat:DataService", "dct:publisher", 0, None, "foaf:Agent"),
    Rule("dcat:DataService", "dcat:contactPoint", 0, None, "vcard:Organization"),
    Rule("dcat:DataService", "dcat:keyword", 0, None, "language"),
    Rule("dcat:DataService", "dcat:theme", 0, None, "authority/data-theme/"),
    Rule("dcat:DataService", "dct:format", 1, 1, "media type"),
    Rule("dcat:DataService", "dct:accessRights", 0, 1, "authority/access-right/"),
)
# The portal refuses blank nodes for these (its page on harvesting).
NAMED = ("dcat:Catalog", "dcat:Dataset", "dcat:Distribution", "foaf:Agent", "vcard:Organization")
# Said also although the Swedish profile leaves it out, for the European portal; and names for
# readers of what has no address.
BESIDE = {
    ("dcat:Distribution", "dcat:mediaType"),
    ("dcat:DataService", "dct:description"),
    ("dct:Location", "label"),
    ("dct:PeriodOfTime", "label"),
    ("odrs:RightsStatement", "label"),
}


def whole(name):
    """dcat:Dataset → the node that it stands for."""
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


class Catalogue:
    """A catalogue as it is read from what is sent."""

    def __init__(self, content, syntax="ttl"):
        self.graph = Dataset(
            Quad(*list(quad)[:3]) for quad in parse(content, format=SYNTAXES[syntax])
        )

    def all_of(self, kind):
        found = self.graph.quads_for_object(whole(kind))
        return [quad.subject for quad in found if quad.predicate == whole("rdf:type")]

    def values(self, node, name):
        found = self.graph.quads_for_subject(node)
        return [quad.object for quad in found if quad.predicate == whole(name)]

    def texts(self, kind, name):
        return [value.value for node in self.all_of(kind) for value in self.values(node, name)]

    def fits(self, value, wanted):
        if wanted in ("literal", "language", "day", "media type", "size"):
            if not isinstance(value, Literal):
                return False
            kinds = {
                "literal": True,
                "language": value.language == "sv",
                "day": value.datatype in (whole("xsd:date"), whole("xsd:dateTime")),
                "media type": re.fullmatch(r"\w+/[-.\w]+(\+[-.\w]+)?", value.value),
                "size": value.datatype == whole("xsd:nonNegativeInteger"),
            }
            return bool(value.value.strip()) and bool(kinds[wanted])
        if wanted == "cc0":
            return value == NamedNode("http://creativecommons.org/publicdomain/zero/1.0/")
        if wanted == "address":
            return isinstance(value, NamedNode) and re.match("https?://.", value.value)
        if wanted.endswith(("/", ":", "data-theme")):
            return isinstance(value, NamedNode) and wanted in value.value
        return value in self.all_of(wanted)

    def broken(self):
        """The rules that are not kept, as class and property."""
        found = set()
        for rule in RULES:
            for node in self.all_of(rule.kind):
                values = self.values(node, rule.property)
                many = len(values) > (rule.most or len(values))
                if len(values) < rule.least or many:
                    found.add((rule.kind, rule.property))
                if not all(self.fits(value, rule.value) for value in values):
                    found.add((rule.kind, rule.property))
        return found


def made(*ids, **choice):
    """The catalogue of promises, as it is sent in Turtle."""
    releases = [context(store().release(id_)) for id_ in ids]
    return Catalogue(catalogue(releases, SITE, choice).serialize(encoding="utf-8"))


@pytest.fixture
def owned(monkeypatch):
    for name, value in OWNER.items():
        monkeypatch.setenv(name, value)


def test_with_an_owner_every_rule_is_kept(releases, owned):
    for found in (made(REAL.id), made(EXAMPLE.id, data=EXAMPLE.id)):
        assert found.broken() == set()
        assert all(found.all_of(rule.kind) for rule in RULES)


def test_every_statement_stands_under_a_rule(releases, owned):
    found = made(EXAMPLE.id, data=EXAMPLE.id)
    names = {PREFIXES[prefix]: prefix for prefix in PREFIXES}
    known = {(rule.kind, rule.property) for rule in RULES} | BESIDE
    kinds = {rule.kind for rule in RULES} | {kind for kind, _ in BESIDE} | {"dct:Standard"}
    of = {node: kind for kind in kinds for node in found.all_of(kind)}
    said = set()
    for quad in found.graph:
        space, sign, local = re.fullmatch(r"(.*?)(#|[^/#]*$)(.*)", quad.predicate.value).groups()
        prefix = names.get(space + sign) or names.get(space)
        said.add((of[quad.subject], f"{prefix}:{local or sign}" if prefix else local))
    assert {one for one in said if one[1] != "rdf:type"} - known == set()


def test_without_an_owner_no_publisher_contact_or_licence_is_made_up(releases):
    found = made(REAL.id)
    assert found.broken() == {
        ("dcat:Catalog", "dct:publisher"),
        ("dcat:Catalog", "dct:license"),
        ("dcat:Dataset", "dct:publisher"),
    }
    assert not found.all_of("foaf:Agent")
    assert not any(quad.predicate == whole("dcat:contactPoint") for quad in found.graph)


def test_what_the_owner_is_and_the_licence_of_the_descriptions_are_not_guessed(
    releases, monkeypatch
):
    monkeypatch.setenv("TRYGGHET_OWNER", OWNER["TRYGGHET_OWNER"])
    found = made(REAL.id)
    assert found.broken() == {("dcat:Catalog", "dct:license"), ("foaf:Agent", "dct:type")}
    monkeypatch.setenv("TRYGGHET_OWNER_KIND", "Kommun")
    with pytest.raises(ValueError, match="LocalAuthority"):
        made(REAL.id)


def test_no_file_is_given_a_licence_that_its_sources_do_not_have(releases, owned):
    found = made(REAL.id)
    licensed = {q.subject for q in found.graph if q.predicate == whole("dct:license")}
    assert licensed == set(found.all_of("dcat:Catalog"))


def test_the_portal_finds_an_address_where_it_takes_no_blank_node(releases, owned):
    found = made(REAL.id)
    blank = [kind for kind in NAMED for n in found.all_of(kind) if isinstance(n, BlankNode)]
    assert blank == []
    addresses = [
        n.value for q in found.graph for n in (q.subject, q.object) if type(n) is NamedNode
    ]
    assert [one for one in addresses if not re.match("https?://.|mailto:.", one)] == []


@pytest.mark.parametrize("query", ["", f"?data={EXAMPLE.id}"])
def test_the_three_syntaxes_say_the_same(get, query):
    graphs = []
    types = {
        "rdf": "application/rdf+xml",
        "ttl": "text/turtle; charset=utf-8",
        "jsonld": "application/ld+json",
    }
    for syntax, type_ in types.items():
        answer = get(f"/data/dcat.{syntax}{query}")
        assert (answer.status, answer.headers["content-type"]) == (200, type_)
        graph = Catalogue(answer.body, syntax).graph
        graph.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        graphs.append(graph)
    assert len(graphs[0]) > 100
    assert graphs[0] == graphs[1] == graphs[2]


def test_nobody_harvests_the_invented_promise_as_a_real_one(get, monkeypatch):
    for default in (REAL.id, EXAMPLE.id):
        monkeypatch.setenv("TRYGGHET_PROMISE", default)
        for address in ("/data/dcat.rdf", "/datasets/dcat"):
            answer = get(address)
            if answer.status == 303:
                answer = get(answer.headers["location"])
            assert EXAMPLE.id.encode() not in answer.body
            assert Catalogue(answer.body, "rdf").texts("dcat:Dataset", "dct:title") == [
                REAL.file["title"]
            ]


def test_the_catalogue_of_the_example_says_everywhere_that_it_is_invented(get):
    answer = get(f"/data/dcat.rdf?data={EXAMPLE.id}")
    found = Catalogue(answer.body, "rdf")
    assert answer.headers["x-robots-tag"] == "noindex"
    kinds = ("dcat:Catalog", "dcat:Dataset", "dcat:Distribution", "dcat:DataService")
    for kind in kinds:
        for name in ("dct:title", "dct:description"):
            told = found.texts(kind, name)
            assert told and all(text.startswith(MARK) for text in told), (kind, name)
    real = Catalogue(get("/data/dcat.rdf").body, "rdf")
    assert MARK not in str(real.graph)


def test_a_catalogue_of_an_earlier_release_leads_to_its_files(releases):
    found = made(EXAMPLE.id, data=EXAMPLE.id, v="1")
    addresses = found.texts("dcat:Distribution", "dcat:downloadURL")
    assert addresses and all(one.endswith(f"?data={EXAMPLE.id}&v=1") for one in addresses)


def test_every_file_that_can_be_had_whole_can_be_found(releases):
    addresses = made(REAL.id).texts("dcat:Distribution", "dcat:downloadURL")
    files = [file for file in FILES.values() if not any(one.required for one in file.parameters)]
    for ending in ("csv", "excel.csv", "xlsx", "json", "parquet"):
        for file in files:
            assert f"{SITE}/data/{file.name}.{ending}?data={REAL.id}" in addresses
    assert max(Counter(addresses).values()) == 1


def test_no_reader_waits_for_figures_that_nobody_has_promised(releases):
    example = made(EXAMPLE.id, data=EXAMPLE.id)
    assert example.texts("dcat:Dataset", "dct:accrualPeriodicity") == [
        "http://publications.europa.eu/resource/authority/frequency/QUARTERLY"
    ]
    assert made(REAL.id).texts("dcat:Dataset", "dct:accrualPeriodicity") == []
    seen = context(store().release(EXAMPLE.id))
    ended = replace(seen, promise=replace(seen.promise, as_of="2021-12-31"))
    over = Catalogue(catalogue([ended], SITE, {}).serialize(encoding="utf-8"))
    assert over.texts("dcat:Dataset", "dct:accrualPeriodicity") == []


def test_the_times_are_those_of_the_promise_and_of_the_published_figures(releases):
    found = made(REAL.id)
    times = {
        (found.values(one, "dcat:startDate")[0].value, found.values(one, "dcat:endDate")[0].value)
        for one in found.all_of("dct:PeriodOfTime")
    }
    valued = {"reported_crimes": "count", "safety_survey": "value", "population": "population"}
    years = {
        row["period"][:4]
        for table, value in valued.items()
        for row in REAL.rows(table)
        if row[value] and row["period"]
    }
    assert times == {
        (f"{REAL.file['start']}-01", REAL.end),
        (f"{min(years)}-01-01", f"{max(years)}-12-31"),
    }


def test_the_size_of_the_database_is_the_size_of_the_file(seen):
    found = made(seen.promise.id, data=seen.promise.id)
    size = str(seen.release.published_file().stat().st_size)
    assert found.texts("dcat:Distribution", "dcat:byteSize") == [size]


def test_texts_of_any_kind_reach_the_portal_whole(nasty_releases, monkeypatch):
    seen = context(Store(nasty_releases).release("exempel"))
    nasty = 'https://exempel.example/å ä?<b>&"x"={1}|\\^`'
    sources = [replace(one, url=nasty) for one in seen.release.sources()]
    monkeypatch.setattr(Release, "sources", lambda _: sources)
    graph: Graph = catalogue([seen], SITE, {"data": "exempel"})
    for syntax, name in (("rdf", "xml"), ("ttl", "turtle"), ("jsonld", "json-ld")):
        found = Catalogue(graph.serialize(format=name, encoding="utf-8"), syntax)
        assert f"{MARK} {seen.promise.title}" in found.texts("dcat:Dataset", "dct:title")
        assert found.texts("dcat:Dataset", "dct:relation") == [
            "https://exempel.example/%C3%A5%20%C3%A4?%3Cb%3E&%22x%22=%7B1%7D%7C%5C%5E%60"
        ]


def test_the_server_starts_without_what_only_the_catalogue_needs():
    check = "import sys, trygghet.web; sys.exit('rdflib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
