"""The invented places, their population and their outlines, out at sea round 0 N, 0 E."""

import json
import math
from dataclasses import dataclass

from trygghet.example.draws import generator
from trygghet.example.files import Row
from trygghet.example.sources import MUNICIPALITY

AREA = "bygden"
MUNICIPALITY_ID = "exempelkommunen"
DISTRICT = "hittepaskogen"
SMALLEST = "pahittamala"
YEARS = (2017, 2018, 2019, 2020, 2021)
NO_POPULATION = ("utkastnas", 2021)

Ring = list[list[float]]


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its population by year."""

    id: str
    name: str
    population: tuple[int, int, int, int, int]

    def population_in(self, year: int) -> int:
        """The inhabitants on 1 January."""
        return self.population[YEARS.index(year)]


@dataclass(frozen=True, slots=True)
class Village(Place):
    """A village of the promise. `radius` is the rough size of its outline, in degrees."""

    latitude: float
    longitude: float
    radius: float
    has_surroundings: bool = False


VILLAGES = (
    Village("latsaskoping", "Låtsasköping", (6790, 6826, 6861, 6903, 6942), 0.07, 0.1, 0.032, True),
    Village("kulissbro", "Kulissbro", (5118, 5143, 5177, 5202, 5219), -0.04, 0.04, 0.027, True),
    Village("fantasinge", "Fantasinge", (3811, 3846, 3879, 3902, 3931), -0.02, 0.165, 0.022),
    Village("fabelryd", "Fabelryd", (3462, 3471, 3488, 3499, 3507), -0.115, 0.12, 0.021, True),
    Village("modellstorp", "Modellstorp", (1874, 1881, 1896, 1903, 1911), 0.13, 0.18, 0.017),
    Village("utkastnas", "Utkastnäs", (1088, 1093, 1099, 1104, 1110), -0.15, 0.02, 0.014),
    Village("pahittamala", "Påhittamåla", (441, 437, 432, 430, 426), 0.045, 0.225, 0.01),
)


MUNICIPALITIES = (
    Place(MUNICIPALITY_ID, MUNICIPALITY, (60218, 60731, 61344, 61870, 62295)),
    Place("sagokommunen", "Sagokommunen", (47622, 47913, 48240, 48391, 48577)),
    Place("attrappkommunen", "Attrappkommunen", (71950, 72480, 73102, 73655, 74013)),
)


def place_rows() -> list[Row]:
    """The rows of places.csv."""
    fact = {"source": "ortslista"}
    rows: list[Row] = [
        {
            "id": MUNICIPALITY_ID,
            "name": MUNICIPALITY,
            "kind": "municipality",
            "in_promise": "no",
            "latitude": "0.02",
            "longitude": "-0.06",
            "note": "Påhittad kommun. Löftet gäller bara bygden i öster.",
            **fact,
        },
        {
            "id": AREA,
            "name": "Exempelbygden",
            "kind": "area",
            "part_of": MUNICIPALITY_ID,
            "in_promise": "yes",
            "latitude": "-0.01",
            "longitude": "0.12",
            "note": "Påhittat område: de sju byarna tillsammans.",
            **fact,
        },
    ]
    rows += [
        {
            "id": village.id,
            "name": village.name,
            "kind": "village",
            "part_of": AREA,
            "in_promise": "yes",
            "latitude": str(village.latitude),
            "longitude": str(village.longitude),
            "note": "Påhittad by.",
            **fact,
        }
        for village in VILLAGES
    ]
    rows.append(
        {
            "id": DISTRICT,
            "name": "Hittepåskogen",
            "kind": "district",
            "part_of": MUNICIPALITY_ID,
            "in_promise": "unclear",
            "note": "Påhittat fritidshusområde. Löftet säger inte om det räknas till bygden.",
            **fact,
        }
    )
    rows += [
        {
            "id": municipality.id,
            "name": municipality.name,
            "kind": "municipality",
            "in_promise": "no",
            "compare_as": "två andra påhittade kommuner",
            "note": "Påhittad kommun att jämföra med.",
            **fact,
        }
        for municipality in MUNICIPALITIES[1:]
    ]
    return rows


def population_rows() -> list[Row]:
    """The rows of population.csv: 1 January of each year, one village's last year missing."""
    rows: list[Row] = []
    for village in VILLAGES:
        for year in YEARS:
            row = {"place": village.id, "period": str(year), "source": "folkmangd"}
            if (village.id, year) == NO_POPULATION:
                row["missing_reason"] = "not_published"
                row["note"] = "Byns gräns sågs över och siffran är inte publicerad."
            else:
                row["population"] = str(village.population_in(year))
            rows.append(row)
    rows += [
        {
            "place": AREA,
            "period": str(year),
            "population": str(sum(village.population_in(year) for village in VILLAGES)),
            "note": "Bygdens siffra publiceras för sig.",
            "source": "folkmangd",
        }
        for year in YEARS
    ]
    rows += [
        {
            "place": municipality.id,
            "period": str(year),
            "population": str(municipality.population_in(year)),
            "source": "folkmangd",
        }
        for municipality in MUNICIPALITIES
        for year in YEARS
    ]
    return rows


def outlines() -> str:
    """The text of outlines.geojson: one feature a line."""
    features = [
        _feature(MUNICIPALITY_ID, MUNICIPALITY, "municipality", [_blob("k", 0.04, 0.0, 0.235, 72)])
    ]
    for village in VILLAGES:
        x, y = village.longitude, village.latitude
        core = _blob(village.id, x, y, village.radius, 28)
        if village.has_surroundings:
            around = _blob(f"{village.id}/around", x, y, 1.7 * village.radius, 36)
            hole = core[::-1]
            features.append(
                _feature(
                    f"{village.id}-omnejd",
                    f"{village.name} omnejd",
                    "surroundings",
                    [around, hole],
                )
            )
        features.append(_feature(village.id, village.name, "village", [core]))
    note = "Påhittade gränser. Ingen verklig plats."
    return (
        f'{{"type": "FeatureCollection", "note": {json.dumps(note, ensure_ascii=False)}, '
        '"features": [\n' + ",\n".join(features) + "\n]}\n"
    )


def _feature(feature_id: str, name: str, role: str, rings: list[Ring]) -> str:
    feature = {
        "type": "Feature",
        "properties": {"id": feature_id, "name": name, "role": role},
        "geometry": {"type": "Polygon", "coordinates": rings},
    }
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def _blob(name: str, x: float, y: float, radius: float, points: int) -> Ring:
    """A closed ring round (x, y), counterclockwise: a circle with three soft waves."""
    rng = generator("outline", name)
    waves = [(k, 0.09 / k, 2 * math.pi * rng.random()) for k in (2, 3, 5)]
    ring: Ring = []
    for point in range(points):
        angle = 2 * math.pi * point / points
        length = radius * (1 + sum(size * math.sin(k * angle + turn) for k, size, turn in waves))
        ring.append(
            [_degrees(x + length * math.cos(angle)), _degrees(y + length * math.sin(angle))]
        )
    return [*ring, ring[0]]


def _degrees(value: float) -> float:
    """Four decimals, about 11 m, and never a minus before a zero."""
    return round(value, 4) + 0.0
