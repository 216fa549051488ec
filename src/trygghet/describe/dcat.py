"""The catalogue of open data as DCAT-AP-SE 3.0.1, which dataportal.se harvests.

https://docs.dataportal.se/dcat/sv/. One dataset per promise; one distribution per format, since
the distributions of a dataset hold the same data. Catalogue, datasets, distributions, publisher
and contact have addresses: the portal takes no blank nodes for them.

Imports rdflib: to be imported where a catalogue is asked for, not when the server starts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from rdflib import DCTERMS, FOAF, RDF, RDFS, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from trygghet import settings
from trygghet.describe.about import (
    address,
    as_example,
    data_period,
    description,
    keywords,
    media_types,
    modified,
    page,
    title,
)
from trygghet.files import whole_files
from trygghet.files.formats import FORMATS
from trygghet.periods import parse_period
from trygghet.release.rows import Source
from trygghet.views.context import Context
from trygghet.words import text
from trygghet.words.language import language
from trygghet.words.numbers import listed

ADDRESS = "/data/dcat"

DCAT = Namespace("http://www.w3.org/ns/dcat#")
ODRS = Namespace("http://schema.theodi.org/odrs#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
PUBLISHER_TYPE = Namespace("http://purl.org/adms/publishertype/")
IANA = Namespace("https://www.iana.org/assignments/media-types/")
AUTHORITY = Namespace("http://publications.europa.eu/resource/authority/")

CC0 = URIRef("http://creativecommons.org/publicdomain/zero/1.0/")
SWEDISH = AUTHORITY["language/SWE"]
PUBLIC = AUTHORITY["access-right/PUBLIC"]
THEME = AUTHORITY["data-theme/JUST"]  # justice, legal system and public safety

# By the number of months between two renewals.
FREQUENCIES = {
    1: "MONTHLY",
    2: "BIMONTHLY",
    3: "QUARTERLY",
    4: "ANNUAL_3",
    6: "ANNUAL_2",
    12: "ANNUAL",
    24: "BIENNIAL",
    36: "TRIENNIAL",
}

Said = Iterator[tuple[Node, URIRef, Node | None]]
"""Statements; one without a value is left out."""


def catalogue(releases: Sequence[Context], site: str, choice: Mapping[str, str]) -> Graph:
    """The catalogue of some promises, one release of each.

    `choice` holds `data` and `v` where the address asks for one release alone; the catalogue of
    all has neither. Where a promise is invented, titles and descriptions say so.
    """
    graph = Graph()
    for prefix, namespace in (("dcat", DCAT), ("odrs", ODRS), ("vcard", VCARD)):
        graph.bind(prefix, namespace)
    shared = _Shared(site, any(seen.promise.is_example for seen in releases))
    datasets = [
        _Dataset(seen, shared, {"data": seen.promise.id, "v": choice.get("v", "")})
        for seen in releases
    ]
    for said in (
        _catalogue(URIRef(address(site, ADDRESS, choice)), shared, datasets),
        _publisher(shared),
        _contact(shared),
        _service(shared, datasets),
        *map(_dataset, datasets),
    ):
        for subject, predicate, value in said:
            if value is not None:
                graph.add((subject, predicate, value))
    return graph


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all of a catalogue has in common. `example` is True where anything is invented."""

    site: str
    example: bool

    def text(self, said: str) -> Literal:
        """A Swedish text, marked where it is about something invented."""
        return _worded(as_example(said) if self.example else said)

    def node(self, name: str) -> URIRef:
        return URIRef(f"{self.site}{ADDRESS}#{name}")

    @property
    def publisher(self) -> URIRef | None:
        return self.node("utgivare") if settings.owner() else None

    @property
    def contact(self) -> URIRef | None:
        return self.node("kontakt") if settings.mail() else None

    @property
    def service(self) -> URIRef:
        return self.node("tjanst")

    @property
    def openapi(self) -> URIRef:
        return URIRef(f"{self.site}/data/openapi.json")


@dataclass(frozen=True, slots=True)
class _Dataset:
    """A release, and the parameters that name it in an address."""

    seen: Context
    shared: _Shared
    choice: Mapping[str, str]

    def url(self, path: str) -> URIRef:
        """An address of ours that gives something of the release."""
        return URIRef(address(self.shared.site, path, self.choice))

    def node(self, name: str = "datamangd") -> URIRef:
        return URIRef(f"{self.url(ADDRESS)}#{name}")

    def blank(self, name: str) -> BNode:
        """A node without an address, called the same whenever the catalogue is written."""
        return BNode(f"{name}-{self.seen.promise.id}")


def _catalogue(node: URIRef, shared: _Shared, datasets: Sequence[_Dataset]) -> Said:
    yield node, RDF.type, DCAT.Catalog
    yield node, DCTERMS.title, shared.text(text("describe-catalogue", site=text("server-title")))
    yield node, DCTERMS.description, shared.text(text("describe-catalogue-about"))
    yield node, DCTERMS.publisher, shared.publisher
    yield node, DCTERMS.license, CC0 if settings.owner_kind() else None
    yield node, DCTERMS.language, SWEDISH
    yield node, FOAF.homepage, URIRef(f"{shared.site}/")
    yield node, DCAT.themeTaxonomy, AUTHORITY["data-theme"]
    if datasets:
        first = min(one.seen.release.log()[0].at for one in datasets)
        yield node, DCTERMS.issued, _moment(first)
        yield node, DCTERMS.modified, _moment(max(modified(one.seen) for one in datasets))
        yield node, DCAT.service, shared.service
    for dataset in datasets:
        yield node, DCAT.dataset, dataset.node()


def _publisher(shared: _Shared) -> Said:
    node = shared.publisher
    if node is None:
        return
    yield node, RDF.type, FOAF.Agent
    yield node, FOAF.name, _worded(settings.owner())
    if kind := settings.owner_kind():
        yield node, DCTERMS.type, PUBLISHER_TYPE[kind]


def _contact(shared: _Shared) -> Said:
    node = shared.contact
    if node is None:
        return
    kinds = {"": VCARD.Kind, "PrivateIndividual(s)": VCARD.Individual}
    yield node, RDF.type, kinds.get(settings.owner_kind(), VCARD.Organization)
    yield node, VCARD.fn, Literal(settings.owner() or text("server-title"))
    yield node, VCARD.hasEmail, URIRef(f"mailto:{settings.mail()}")


def _service(shared: _Shared, datasets: Sequence[_Dataset]) -> Said:
    if not datasets:
        return
    node = shared.service
    yield node, RDF.type, DCAT.DataService
    yield node, DCTERMS.title, shared.text(text("describe-service", site=text("server-title")))
    yield node, DCTERMS.description, shared.text(text("describe-service-about"))
    yield node, DCTERMS.publisher, shared.publisher
    yield node, DCAT.contactPoint, shared.contact
    yield node, DCAT.endpointURL, URIRef(f"{shared.site}/data/")
    yield node, DCAT.endpointDescription, shared.openapi
    yield node, DCTERMS.format, Literal("application/json")
    yield node, DCTERMS.accessRights, PUBLIC
    yield node, DCAT.theme, THEME
    for word in text("describe-keywords").split(", "):
        yield node, DCAT.keyword, _worded(word)
    for dataset in datasets:
        yield node, DCAT.servesDataset, dataset.node()


def _dataset(about: _Dataset) -> Said:
    seen, shared, node = about.seen, about.shared, about.node()
    yield node, RDF.type, DCAT.Dataset
    yield node, DCTERMS.title, _worded(title(seen))
    yield node, DCTERMS.description, _worded(description(seen))
    yield node, DCTERMS.publisher, shared.publisher
    yield node, DCAT.contactPoint, shared.contact
    for word in keywords(seen):
        yield node, DCAT.keyword, _worded(word)
    yield node, DCAT.theme, THEME
    yield node, DCTERMS.issued, _moment(seen.release.log()[0].at)
    yield node, DCTERMS.modified, _moment(modified(seen))
    yield node, DCAT.version, Literal(str(seen.release.edition().number))
    yield node, DCTERMS.language, SWEDISH
    yield node, DCTERMS.accessRights, PUBLIC
    yield node, DCAT.landingPage, URIRef(page(shared.site, seen.promise))
    yield node, FOAF.page, about.url("/data")
    yield node, DCTERMS.accrualPeriodicity, _frequency(seen)
    yield from _place(about)
    yield from _times(about)
    yield from _origin(about)
    for distribution in _distributions(about):
        yield node, DCAT.distribution, distribution.node
        yield from _distribution(about, distribution)


def _frequency(seen: Context) -> URIRef | None:
    """How often the figures are renewed; None where nobody has promised that, or no more."""
    months = seen.promise.update_months
    if months is None or seen.due is None:
        return None
    return AUTHORITY[f"frequency/{FREQUENCIES.get(months, 'OTHER')}"]


def _place(about: _Dataset) -> Said:
    """The municipality by its name: nobody has said which address it has in some register."""
    place = about.blank("kommun")
    yield about.node(), DCTERMS.spatial, place
    yield place, RDF.type, DCTERMS.Location
    yield place, RDFS.label, about.shared.text(about.seen.municipality.name)


def _times(about: _Dataset) -> Said:
    seen = about.seen
    promised = parse_period(seen.promise.start).start, parse_period(seen.end).end
    yield from _period(about, "loftet", text("describe-promise-time"), promised)
    if measured := data_period(seen):
        yield from _period(about, "siffrorna", text("describe-data-time"), measured)


def _period(about: _Dataset, name: str, label: str, days: tuple[date, date]) -> Said:
    node = about.blank(name)
    yield about.node(), DCTERMS.temporal, node
    yield node, RDF.type, DCTERMS.PeriodOfTime
    yield node, RDFS.label, _worded(label)
    yield node, DCAT.startDate, Literal(days[0].isoformat(), datatype=XSD.date)
    yield node, DCAT.endDate, Literal(days[1].isoformat(), datatype=XSD.date)


def _origin(about: _Dataset) -> Said:
    """Who published what the release is made of, and where each of the sources lies."""
    sources = about.seen.release.sources()
    publishers = listed(list(dict.fromkeys(one.publisher for one in sources)))
    node = about.blank("ursprung")
    yield about.node(), DCTERMS.provenance, node
    yield node, RDF.type, DCTERMS.ProvenanceStatement
    said = text("describe-provenance", count=len(sources), publishers=publishers)
    yield node, DCTERMS.description, about.shared.text(said)
    for address_ in _addresses(sources):
        yield about.node(), DCTERMS.relation, URIRef(address_)


def _addresses(sources: Iterable[Source]) -> list[str]:
    """Where the sources lie, as RDF writes addresses: what RFC 3986 does not allow is escaped."""
    return [quote(one.url, safe="%/:?#[]@!$&'()*+,;=-._~") for one in sources if one.url]


@dataclass(frozen=True, slots=True)
class _Distribution:
    """A format of a release: its files, and what a file or the whole is described by."""

    node: URIRef
    title: str
    description: str
    media_type: str
    files: Sequence[URIRef]
    described_by: URIRef | None = None
    service: URIRef | None = None
    bytes: int | None = None


def _distributions(about: _Dataset) -> Iterator[_Distribution]:
    columns = about.url("/data/datapackage.json")
    for extension, media_type in media_types().items():
        name = FORMATS[extension].title
        yield _Distribution(
            about.node(extension),
            name,
            text("describe-format", format=name),
            media_type,
            [about.url(f"/data/{file.name}.{extension}") for file in whole_files()],
            about.shared.openapi if media_type == "application/json" else columns,
            about.shared.service,
        )
    yield _Distribution(
        about.node("zip"),
        text("describe-packed"),
        text("describe-packed-about"),
        "application/zip",
        [about.url("/data/utgava.zip")],
        columns,
    )
    if published := about.seen.release.published_file():
        yield _Distribution(
            about.node("duckdb"),
            "DuckDB",
            text("describe-database"),
            "application/octet-stream",
            [about.url("/data/utgava.duckdb")],
            bytes=published.stat().st_size,
        )


def _distribution(about: _Dataset, one: _Distribution) -> Said:
    node, listing = one.node, about.url("/data")
    yield node, RDF.type, DCAT.Distribution
    yield node, DCTERMS.title, about.shared.text(one.title)
    yield node, DCTERMS.description, about.shared.text(one.description)
    yield node, DCAT.accessURL, one.files[0] if len(one.files) == 1 else listing
    for file in one.files:
        yield node, DCAT.downloadURL, file
    yield node, DCTERMS.format, Literal(one.media_type)
    yield node, DCAT.mediaType, IANA[one.media_type]
    yield node, DCAT.accessService, one.service
    yield node, DCTERMS.language, SWEDISH
    yield node, DCTERMS.issued, _moment(about.seen.release.edition().at)
    if one.bytes is not None:
        yield node, DCAT.byteSize, Literal(str(one.bytes), datatype=XSD.nonNegativeInteger)
    if one.described_by is not None:
        yield node, DCTERMS.conformsTo, one.described_by
        yield one.described_by, RDF.type, DCTERMS.Standard
    # No licence: the sources have theirs, and they differ.
    rights = about.blank("villkor")
    yield node, DCTERMS.rights, rights
    yield rights, RDF.type, ODRS.RightsStatement
    yield rights, RDFS.label, _worded(text("describe-rights"))
    yield rights, ODRS.reuserGuidelines, listing


def _worded(said: str) -> Literal:
    return Literal(said, lang=language())


def _moment(moment: str) -> Literal:
    return Literal(moment, datatype=XSD.dateTime)
