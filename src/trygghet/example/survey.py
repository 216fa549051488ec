"""The invented safety survey: an index in whole steps of 1/32, and two shares."""

import math
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from trygghet.example.draws import generator
from trygghet.example.files import Row
from trygghet.example.places import AREA, MUNICIPALITY_ID, SMALLEST

INDEX, SAFE, EXPOSED = "problemindex", "andel-trygga-kvall", "andel-utsatta"
_INDICATORS = (INDEX, SAFE, EXPOSED)
YEARS = (2017, 2018, 2019, 2020)

# Place: respondents in an ordinary year, and the index by year in steps of 1/32.
# None: the place was not measured that year.
_STEPS: dict[str, tuple[int, tuple[int | None, ...]]] = {
    "latsaskoping": (310, (58, 60, 61, 57)),
    "kulissbro": (246, (62, 64, 65, 60)),
    "fantasinge": (188, (47, 48, 48, 47)),
    "fabelryd": (164, (70, 72, 74, 45)),  # improved beyond the margin
    "modellstorp": (112, (52, 50, 53, 48)),
    "utkastnas": (84, (40, 41, 42, 74)),  # worse beyond the margin
    SMALLEST: (46, (36, None, 38, 35)),
    AREA: (1150, (57, 58, 60, 54)),
    MUNICIPALITY_ID: (1980, (46, 47, 48, 48)),
    "sagokommunen": (1610, (43, 45, 44, 45)),
}

CONFLICT = ("kulissbro", 2019, 67, "matning-2020")
"""The report of 2020 repeats the index of 2019 with another value, and does not say why."""

NO_MARGIN = (SMALLEST, 2017)


def indicator_rows() -> list[Row]:
    """The indicators of the survey."""
    survey = {"dataset": "safety_survey", "scale_min": "0", "source": "matning-2020"}
    percent = {"unit": "percent", "sensitive": "no", "headline": "no", "scale_max": "100", **survey}
    return [
        {
            "id": INDEX,
            "title": "Problemindex",
            "unit": "index",
            "good_direction": "lower",
            "sensitive": "no",
            "headline": "yes",
            "scale_max": "6",
            "description": "Sammanvägt svar på 32 frågor. "
            "0 är inga problem, 6 är de största problemen.",
            "caution": "Högre betyder mer problem.",
            **survey,
        },
        {
            "id": SAFE,
            "title": "Trygga utomhus på kvällen",
            "good_direction": "higher",
            "description": "Andel som känner sig trygga när de går ut ensamma en sen kväll.",
            "caution": "Den som aldrig går ut sent räknas inte som trygg.",
            **percent,
        },
        {
            "id": EXPOSED,
            "title": "Utsatta för brott",
            "good_direction": "lower",
            "description": "Andel som uppger att de utsatts för något brott det senaste året.",
            "caution": "Brott som personen inte vill berätta om kommer inte med.",
            **percent,
        },
    ]


def survey_rows() -> list[Row]:
    """The rows of safety_survey.csv."""
    return [row for place in _STEPS for row in _place_rows(place)]


def _place_rows(place: str) -> Iterator[Row]:
    usual, by_year = _STEPS[place]
    rng = generator("survey", place)
    for year, steps in zip(YEARS, by_year, strict=True):
        if steps is None:
            yield from (_not_measured(place, year, indicator) for indicator in _INDICATORS)
            continue
        respondents = round(usual * (0.94 + 0.12 * rng.random()))
        index = _index(steps)
        margin = f"{4.3 / math.sqrt(respondents):.2f}"
        yield _row(place, year, INDEX, index, margin, str(respondents))
        if (place, year) == CONFLICT[:2]:
            yield {
                **_row(place, year, INDEX, _index(CONFLICT[2])),
                "note": "Rapporten för 2020 anger ett annat värde för 2019 utan att säga varför.",
                "source": CONFLICT[3],
            }
        safe = round(102 - 14 * float(index) + 3 * (rng.random() - 0.5))
        exposed = round(9 + 3 * float(index) + 3 * (rng.random() - 0.5))
        for indicator, share in ((SAFE, safe), (EXPOSED, exposed)):
            margin = f"{1.96 * math.sqrt(share * (100 - share) / respondents):.1f}"
            yield _row(place, year, indicator, str(share), margin, str(respondents))


def _index(steps: int) -> str:
    """An index in steps of 1/32, as printed: two decimals."""
    return str((Decimal(steps) / 32).quantize(Decimal("0.01"), ROUND_HALF_UP))


def _row(
    place: str,
    year: int,
    indicator: str,
    value: str,
    margin: str = "",
    respondents: str = "",
) -> Row:
    row = {
        "place": place,
        "period": str(year),
        "indicator": indicator,
        "value": value,
        "source": f"matning-{year}",
    }
    if (place, year) == NO_MARGIN:
        return {**row, "note": "Rapporten anger varken felmarginal eller antal svar för byn."}
    return {**row, "margin": margin, "respondents": respondents}


def _not_measured(place: str, year: int, indicator: str) -> Row:
    return {
        "place": place,
        "period": str(year),
        "indicator": indicator,
        "missing_reason": "not_measured",
        "note": "Byn var inte med i mätningen det året.",
        "source": f"matning-{year}",
    }


# Place, year, statement, compared with, basis, source.
_STATEMENTS = (
    (
        AREA,
        2019,
        "Otryggheten i bygden beskrivs som större än i resten av kommunen.",
        "resten av kommunen",
        "stated",
        "lofte",
    ),
    (
        "latsaskoping",
        2019,
        "Boende pekar ut gångtunneln och busstorget som de platser de helst undviker.",
        "",
        "stated",
        "dialograpport",
    ),
    (
        "fabelryd",
        2019,
        "Byn har det högsta problemindexet av alla byar i bygden.",
        "de andra byarna",
        "stated",
        "matning-2019",
    ),
    (
        "fabelryd",
        2020,
        "Rapporten lyfter fram byn som den plats där svaren har förändrats mest till det bättre.",
        "2019",
        "stated",
        "matning-2020",
    ),
    (
        "utkastnas",
        2020,
        "Fler än året innan säger att de oroar sig för buskörning i hamnen.",
        "2019",
        "stated",
        "matning-2020",
    ),
    (
        "utkastnas",
        2020,
        "Oron gäller främst sommarkvällarna (slutsats av var frågorna ställdes).",
        "",
        "inferred",
        "matning-2020",
    ),
    (
        "fantasinge",
        2020,
        "De flesta känner sig trygga, trots att fler brott har anmälts.",
        "2019",
        "stated",
        "exempelbladet",
    ),
    (
        "kulissbro",
        2019,
        "Polisen kallar 2019 ett ovanligt år, med många stölder och mycket skadegörelse.",
        "2017 och 2018",
        "stated",
        "polisnotiser",
    ),
    (
        "modellstorp",
        2020,
        "Byn nämns inte bland dem som sticker ut (slutsats av att rapporten räknar upp de andra).",
        "de andra byarna",
        "inferred",
        "matning-2020",
    ),
    (
        SMALLEST,
        2018,
        "Byn mättes inte. På bystämman sa flera att det är lugnt men mörkt.",
        "",
        "stated",
        "dialograpport",
    ),
    (
        MUNICIPALITY_ID,
        2020,
        "Kommunen som helhet ligger kvar på samma nivå.",
        "2019",
        "stated",
        "matning-2020",
    ),
)


def statement_rows() -> list[Row]:
    """The rows of statements.csv."""
    return [
        {
            "id": f"utsaga-{number:02}",
            "place": place,
            "period": str(year),
            "statement": statement,
            "compared_with": compared_with,
            "basis": basis,
            "source": source,
        }
        for number, (place, year, statement, compared_with, basis, source) in enumerate(
            _STATEMENTS, 1
        )
    ]
