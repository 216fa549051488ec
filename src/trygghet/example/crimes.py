"""Invented reported crimes: by month in the villages, by quarter and year in municipalities.

Each village has a character that its numbers are to show; `tests/test_example.py` holds them.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trygghet.example.draws import generator, overdispersed
from trygghet.example.files import Row
from trygghet.example.places import (
    AREA,
    MUNICIPALITIES,
    MUNICIPALITY_ID,
    SMALLEST,
    VILLAGES,
    Place,
    Village,
)

ALL = "alla-brott"
REST = "alla-utom-polisens"  # all but those that the police find themselves
OTHER = "ovriga"  # crimes that count among all crimes and are no indicator of their own

MONTHS = tuple(
    f"{year}-{month:02}"
    for year in range(2017, 2022)
    for month in range(1, 13)
    if (year, month) <= (2021, 3)
)


def _quarter(month: str) -> str:
    return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"


QUARTERS = tuple(dict.fromkeys(_quarter(month) for month in MONTHS))
FULL_YEARS = ("2017", "2018", "2019", "2020")

NOT_DELIVERED = ("modellstorp", "2020-06")
UNPLACED = 0.08  # reports without a village, for each in one, in an ordinary year
THEFT_FROM = "2019-01"  # before that month theft in the smallest village is not published
PROTECTED_CELLS = 2
PROMISE_START = "2020-05"


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of crime: its share of all crimes, its months, and how unevenly it comes."""

    id: str
    share: float
    season: tuple[float, ...]  # January to December
    weekends: bool  # follows the number of Friday and Saturday nights
    shape: int


CATEGORIES = (
    Category(
        "skadegorelse", 0.19, (0.7, 0.7, 0.8, 1, 1.3, 1.4, 1.3, 1.3, 1.1, 0.9, 0.7, 0.8), True, 8
    ),
    Category("stold", 0.32, (0.9, 0.9, 0.9, 1, 1, 1, 1, 1.1, 1.1, 1.1, 1.1, 0.9), False, 14),
    Category("vald", 0.12, (0.9, 0.9, 1, 1, 1.1, 1.1, 1, 1.1, 1, 1, 0.9, 1), True, 12),
    Category("narkotika", 0.06, (0.9, 1, 1.1, 1, 1, 0.9, 0.8, 1, 1.2, 1.2, 1, 0.9), False, 6),
    Category("trafikbrott", 0.09, (0.8, 0.8, 1, 1.1, 1.2, 1.2, 1, 1.1, 1.1, 1, 0.9, 0.8), False, 8),
    Category(OTHER, 0.22, (1,) * 12, False, 14),
)
FOUND_BY_POLICE = ("narkotika", "trafikbrott")
SENSITIVE = ("vald", "narkotika")
INDICATORS = (ALL, REST, *(category.id for category in CATEGORIES if category.id != OTHER))


@dataclass(frozen=True, slots=True)
class Change:
    """From `first` to `last` a village has `factor` times its usual level."""

    first: str
    last: str
    factor: float
    category: str = ""  # empty: every category without a change of its own


_LAST = MONTHS[-1]

RATES = {  # reported crimes per 1 000 inhabitants in an ordinary year
    "latsaskoping": 78.0,  # nothing changed
    "kulissbro": 80.0,  # 2019 was an unusual year
    "fantasinge": 62.0,  # clearly higher during the promise
    "fabelryd": 105.0,  # clearly lower during the promise
    "modellstorp": 71.0,
    "utkastnas": 66.0,
    "pahittamala": 60.0,
}

CHANGES = {
    "kulissbro": (Change("2019-01", "2019-12", 1.7),),
    "fantasinge": (
        Change(PROMISE_START, _LAST, 3.4, "skadegorelse"),
        Change(PROMISE_START, _LAST, 1.8),
    ),
    "fabelryd": (
        Change(PROMISE_START, _LAST, 0.1, "skadegorelse"),
        Change(PROMISE_START, _LAST, 1.5, "narkotika"),  # the police looked harder
        Change(PROMISE_START, _LAST, 0.32),
    ),
}

TOWN_RATES = {MUNICIPALITY_ID: 96.0, "sagokommunen": 88.0, "attrappkommunen": 93.0}

Counts = dict[tuple[str, str], int]
"""Counts by period and indicator."""

CODES = {  # the invented police's codes, by category
    "skadegorelse": ("E101 Klotter", "E102 Skadegörelse"),
    "stold": ("E201 Stöld ur bil", "E202 Inbrott", "E203 Cykelstöld"),
    "vald": ("E301 Misshandel", "E302 Hot"),
    "narkotika": ("E401 Narkotika",),
    "trafikbrott": ("E501 Rattfylleri",),
    OTHER: ("E901 Bedrägeri", "E902 Övrigt"),
}
NO_CRIME = ("E999 Händelse", "Händelserapport utan brott")


def indicator_rows() -> list[Row]:
    """The indicators of reported crimes."""
    police_effort = "Antalet följer hur mycket polisen letar. Därför visas det utan omdöme."
    unreported = "Alla brott anmäls inte. Talet visar anmälningar, inte hur många brott som begås."
    texts = {
        ALL: (
            "Alla anmälda brott",
            "Alla brott som anmälts i området under perioden, oavsett slag.",
            unreported,
        ),
        REST: (
            "Anmälda brott utom dem som polisen själv upptäcker",
            "Alla anmälda brott utom narkotikabrott och trafikbrott.",
            unreported,
        ),
        "skadegorelse": ("Skadegörelse", "Anmälda fall av skadegörelse och klotter.", unreported),
        "stold": ("Stöld", "Anmälda stölder, inbrott och tillgrepp.", unreported),
        "vald": ("Brott mot person", "Anmälda fall av misshandel, hot och ofredande.", unreported),
        "narkotika": ("Narkotikabrott", "Anmälda brott mot narkotikalagen.", police_effort),
        "trafikbrott": (
            "Trafikbrott",
            "Anmälda rattfyllerier, olovliga körningar och liknande.",
            police_effort,
        ),
    }
    return [
        {
            "id": indicator,
            "title": texts[indicator][0],
            "dataset": "reported_crimes",
            "unit": "reports",
            "series": {ALL: "all", REST: "all_but_police"}.get(indicator, "category"),
            "good_direction": "not_judged" if texts[indicator][2] == police_effort else "lower",
            "sensitive": "yes" if indicator in SENSITIVE else "no",
            "headline": "yes" if indicator in (ALL, "skadegorelse") else "no",
            "scale_min": "0",
            "description": texts[indicator][1],
            "caution": texts[indicator][2],
            "source": "brott-byar",
        }
        for indicator in INDICATORS
    ]


def crime_rows() -> list[Row]:
    """The rows of reported_crimes.csv."""
    by_village = {village.id: _village_counts(village) for village in VILLAGES}
    area = _area_counts(by_village)
    rows = [row for village in VILLAGES for row in _village_rows(village, by_village[village.id])]
    rows += _area_rows(area)
    for municipality in MUNICIPALITIES:
        within = area if municipality.id == MUNICIPALITY_ID else {}
        rows += _municipality_rows(municipality, within)
    return rows


def coverage_rows() -> list[Row]:
    """The rows of coverage.csv: what the police could not place in one of the villages."""
    by_village = {village.id: _village_counts(village) for village in VILLAGES}
    area, unplaced = _area_counts(by_village), _unplaced_counts()
    village, without = NOT_DELIVERED
    area[without, ALL] -= by_village[village][without, ALL]
    return [
        {
            "place": AREA,
            "period": month,
            "reports": str(area[month, ALL]),
            "unplaced": str(unplaced[month, ALL]),
            "source": "brott-byar",
        }
        for month in MONTHS
    ]


def _area_counts(by_village: dict[str, Counts]) -> Counts:
    """The villages together, and what could not be placed in any of them."""
    parts = [*by_village.values(), _unplaced_counts()]
    return {
        (month, indicator): sum(counts[month, indicator] for counts in parts)
        for month in MONTHS
        for indicator in INDICATORS
    }


def _unplaced_counts() -> Counts:
    counts: Counts = {}
    for category in CATEGORIES:
        rng = generator("crimes", "unplaced", category.id)
        for month in MONTHS:
            usual = sum(RATES[v.id] * v.population_in(int(month[:4])) for v in VILLAGES) / 12_000
            mean = usual * UNPLACED * category.share * _season(category, month)
            counts[month, category.id] = overdispersed(rng, mean, category.shape)
    _add_all(counts, MONTHS)
    return counts


def code_rows() -> list[Row]:
    """The rows of crime_codes.csv."""
    rows: list[Row] = []
    for category, codes in CODES.items():
        counted = [ALL] if category in FOUND_BY_POLICE else [ALL, REST]
        counted += [category] if category != OTHER else []
        rows += [
            {"code": code, "indicators": ";".join(counted), "source": "brott-byar"}
            for code in codes
        ]
    code, reason = NO_CRIME
    return [*rows, {"code": code, "set_aside": reason, "source": "brott-byar"}]


def _village_counts(village: Village) -> Counts:
    """What was reported in the village, also where it is not published."""
    counts: Counts = {}
    for category in CATEGORIES:
        rng = generator("crimes", village.id, category.id)
        for month in MONTHS:
            mean = (
                village.population_in(int(month[:4]))
                * RATES[village.id]
                / 12_000
                * category.share
                * _season(category, month)
                * _factor(village.id, category.id, month)
            )
            counts[month, category.id] = overdispersed(rng, mean, category.shape)
    _add_all(counts, MONTHS)
    return counts


def _add_all(counts: Counts, periods: tuple[str, ...]) -> None:
    """Add the indicators of all crimes, and of all but those that the police find themselves."""
    for period in periods:
        counts[period, ALL] = sum(counts[period, category.id] for category in CATEGORIES)
        found = sum(counts[period, category] for category in FOUND_BY_POLICE)
        counts[period, REST] = counts[period, ALL] - found


def _season(category: Category, month: str) -> float:
    """How the month differs from an average month of the category."""
    year, number = int(month[:4]), int(month[5:])
    season = category.season[number - 1] * 12 / sum(category.season)
    if not category.weekends:
        return season
    days = range(1, monthrange(year, number)[1] + 1)
    nights = sum(date(year, number, day).weekday() in (4, 5) for day in days)
    return season * nights / 8.7


def _factor(village: str, category: str, month: str) -> float:
    """The village's change in that month: the category's own, or else the one for all."""
    now = [c for c in CHANGES.get(village, ()) if c.first <= month <= c.last]
    own = [c.factor for c in now if c.category == category]
    rest = [c.factor for c in now if not c.category]
    return (own or rest or [1.0])[0]


def _village_rows(village: Village, counts: Counts) -> Iterator[Row]:
    protected = _protected(counts) if village.id == SMALLEST else []
    for month in MONTHS:
        for indicator in INDICATORS:
            row = _row(village.id, month, indicator, "brott-byar")
            if (village.id, month) == NOT_DELIVERED:
                row["missing_reason"] = "not_delivered"
                row["note"] = "Polisen har inte lämnat månadens siffror för byn."
            elif village.id == SMALLEST and indicator == "stold" and month < THEFT_FROM:
                row["missing_reason"] = "not_published"
                row["note"] = "Stölder i byn publiceras först från och med 2019."
            elif indicator == "vald" and month in protected:
                row["missing_reason"] = "protected"
                row["note"] = "Polisen lämnar inte ut så små tal om brott mot person."
            else:
                row["count"] = str(counts[month, indicator])
            yield row


def _protected(counts: Counts) -> list[str]:
    """The last months with so few crimes against persons that the police hold them back."""
    small = [month for month in MONTHS if 1 <= counts[month, "vald"] <= 4]
    return small[-PROTECTED_CELLS:]


def _area_rows(counts: Counts) -> Iterator[Row]:
    for month in MONTHS:
        for indicator in INDICATORS:
            row = _row(AREA, month, indicator, "brott-byar")
            if month == NOT_DELIVERED[1]:
                row["missing_reason"] = "not_delivered"
                row["note"] = "Siffrorna för en av byarna saknas, därför finns ingen summa."
            else:
                row["count"] = str(counts[month, indicator])
            yield row


def _municipality_rows(municipality: Place, within: Counts) -> Iterator[Row]:
    """Full years and quarters; `within` are the months of an area that it contains."""
    counts = _quarter_counts(municipality, within)
    for year in FULL_YEARS:
        for indicator in INDICATORS:
            quarters = [
                count for (q, i), count in counts.items() if (q[:4], i) == (year, indicator)
            ]
            row = _row(municipality.id, year, indicator, "brott-kommuner")
            row["count"] = str(sum(quarters))
            rate = sum(quarters) / municipality.population_in(int(year))
            row["rate_per_100k"] = str(round(100_000 * rate))
            yield row
    for quarter in QUARTERS:
        for indicator in INDICATORS:
            row = _row(municipality.id, quarter, indicator, "brott-kommuner")
            row["count"] = str(counts[quarter, indicator])
            yield row


def _quarter_counts(municipality: Place, within: Counts) -> Counts:
    """What was reported in the municipality: drawn outside the area, added up within it."""
    counts: Counts = {}
    for category in CATEGORIES:
        rng = generator("crimes", municipality.id, category.id)
        for quarter in QUARTERS:
            year = int(quarter[:4])
            inside = sum(village.population_in(year) for village in VILLAGES) if within else 0
            mean = (
                (municipality.population_in(year) - inside)
                * TOWN_RATES[municipality.id]
                / 4_000
                * category.share
                * _quarter_season(category, quarter)
            )
            counts[quarter, category.id] = overdispersed(rng, mean, 20 * category.shape)
    _add_all(counts, QUARTERS)
    for (month, indicator), count in within.items():
        counts[_quarter(month), indicator] += count
    return counts


def _quarter_season(category: Category, quarter: str) -> float:
    """The mean of the quarter's three months."""
    first = 3 * int(quarter[6]) - 2
    months = [f"{quarter[:4]}-{number:02}" for number in range(first, first + 3)]
    return sum(_season(category, month) for month in months) / 3


def _row(place: str, period: str, indicator: str, source: str) -> dict[str, str]:
    return {"place": place, "period": period, "indicator": indicator, "source": source}
