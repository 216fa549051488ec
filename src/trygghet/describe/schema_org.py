"""A release as a schema.org Dataset in JSON-LD, which search engines read in a page's head."""

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from trygghet import settings
from trygghet.describe.about import (
    address,
    data_period,
    description,
    keywords,
    marked,
    media_types,
    modified,
    page,
    title,
)
from trygghet.files import whole_files
from trygghet.files.formats import FORMATS
from trygghet.release.rows import Indicator, Source
from trygghet.views.context import Context
from trygghet.words import text
from trygghet.words.language import language

Json = dict[str, Any]

# What could end the script element, or a line of script.
_ESCAPED = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


def dataset(seen: Context, site: str) -> Json:
    """The description, as JSON values; what nobody has said is left out."""
    promise, edition = seen.promise, seen.release.edition()
    measured = data_period(seen)
    return _without_empty(
        {
            "@context": "https://schema.org",
            "@type": "Dataset",
            "name": title(seen),
            "description": description(seen),
            "url": page(site, promise),
            "identifier": promise.id,
            "version": str(edition.number),
            "datePublished": seen.release.log()[0].at,
            "dateModified": modified(seen),
            "temporalCoverage": "/".join(day.isoformat() for day in measured or ()),
            "spatialCoverage": {
                "@type": "Place",
                "name": marked(seen, seen.area.name),
                "containedInPlace": {
                    "@type": "Place",
                    "name": marked(seen, seen.municipality.name),
                },
            },
            "variableMeasured": [_variable(one) for one in seen.release.indicators()],
            "distribution": _downloads(seen, site),
            "isBasedOn": [_source(one) for one in seen.release.sources()],
            "publisher": _publisher(),
            "isAccessibleForFree": True,
            "inLanguage": language(),
            "keywords": keywords(seen),
        }
    )


def outline(seen: Context, site: str) -> Json:
    """The description without variables and sources, and with the archive as the only file: for
    pages that are to be short."""
    whole = dataset(seen, site)
    left_out = ("variableMeasured", "isBasedOn")
    kept = {name: value for name, value in whole.items() if name not in left_out}
    archives = [one for one in whole["distribution"] if one["contentUrl"].find(".zip") > 0]
    return kept | {"distribution": archives}


def as_script(described: Mapping[str, Any]) -> Markup:
    """JSON that can stand as it is inside `<script type="application/ld+json">`."""
    written = json.dumps(described, ensure_ascii=False, allow_nan=False)
    # Every sign is escaped that could end the element, and JSON has them in texts only.
    return Markup(written.translate(_ESCAPED))


def _variable(indicator: Indicator) -> Json:
    return {
        "@type": "PropertyValue",
        "name": indicator.title,
        "description": indicator.description,
        "unitText": text(f"unit-{indicator.unit}"),
    }


def _downloads(seen: Context, site: str) -> list[Json]:
    choice = {"data": seen.promise.id}
    return [
        {
            "@type": "DataDownload",
            "name": marked(seen, f"{file.title} ({FORMATS[extension].title})"),
            "encodingFormat": media_type,
            "contentUrl": address(site, f"/data/{file.name}.{extension}", choice),
        }
        for file in whole_files()
        for extension, media_type in media_types().items()
    ]


def _source(source: Source) -> Json:
    """A source; its licence is a text, as the release has it."""
    return _without_empty(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "url": source.url,
            "publisher": {"@type": "Organization", "name": source.publisher},
            "datePublished": source.published,
            "license": source.licence and {"@type": "CreativeWork", "name": source.licence},
        }
    )


def _publisher() -> Json:
    """Who answers for the site; what kind of somebody only where that is said."""
    if not settings.owner():
        return {}
    kinds = {"": "", "PrivateIndividual(s)": "Person"}
    kind = kinds.get(settings.owner_kind(), "Organization")
    return _without_empty({"@type": kind, "name": settings.owner(), "email": settings.mail()})


def _without_empty(values: Json) -> Json:
    return {name: value for name, value in values.items() if value}
