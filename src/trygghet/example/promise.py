"""The invented promise itself, and what is not published of it."""

from trygghet.example.files import Row, TomlList, TomlValue, toml
from trygghet.example.places import AREA, DISTRICT, MUNICIPALITY_ID, SMALLEST
from trygghet.example.sources import MUNICIPALITY, POLICE, RESCUE
from trygghet.schema import LANGUAGES

AS_OF = "2021-04-15"
GOALS = (
    ("trygghet", "survey", "De som bor i Exempelbygden ska känna sig trygga."),
    ("brott", "crimes", "Brotten ska bli färre än de var 2019."),
    ("aktiviteter", "activities", "De aktiviteter som parterna kom överens om ska genomföras."),
)
FOCUS_AREAS = (
    (
        "narvaro",
        "Synlig närvaro",
        "Fler vuxna, väktare och poliser ska synas där människor rör sig.",
    ),
    (
        "unga",
        "Unga och mötesplatser",
        "Unga ska ha någonstans att vara och någon att prata med.",
    ),
    (
        "trafik",
        "Lugnare trafik",
        "Det ska gå långsammare och vara säkrare där barn och äldre går.",
    ),
    (
        "platser",
        "Ljusa och hela platser",
        "Mörka, trasiga och nedklottrade platser ska åtgärdas.",
    ),
    (
        "samverkan",
        "Samverkan och dialog",
        "Boende, föreningar och myndigheter ska hjälpas åt.",
    ),
)

_HEADER = "# Påhittat löfte. Filerna i mappen skrivs av programmet: ändra inte här.\n"


def promise_toml() -> str:
    """The text of promise.toml."""
    values: dict[str, TomlValue] = {
        "id": "exempel",
        "kind": "example",
        "title": "Tryggt i Exempelbygden",
        "summary": (
            "Ett påhittat medborgarlöfte som visar vad programmet kan. "
            "Ingen ort, ingen siffra och ingen händelse är verklig."
        ),
        "parties": [MUNICIPALITY, POLICE, RESCUE],
        "area": AREA,
        "municipality": MUNICIPALITY_ID,
        "start": "2020-05",
        "first_end": "2020-12-31",
        "baseline_year": 2019,
        "as_of": AS_OF,
        "activity_plan": "published",
        "update_months": 3,
        "languages": list(LANGUAGES),
        "source": "lofte",
    }
    lists: dict[str, TomlList] = {
        "extensions": [
            {
                "decided": "2021-01-15",
                "end": "2021-06-30",
                "reason": "Flera aktiviteter gick inte att genomföra i tid under pandemin.",
                "source": "forlangning",
            }
        ],
        "goals": [
            {"id": goal, "topic": topic, "text": text, "source": "lofte"}
            for goal, topic, text in GOALS
        ],
        "focus_areas": [
            {"id": focus_area, "title": title, "text": text, "source": "lofte"}
            for focus_area, title, text in FOCUS_AREAS
        ],
        "follow_up": [
            {"text": text, "source": "lofte"}
            for text in (
                "Kommunen, polisen och räddningstjänsten följer upp löftet "
                "den första måndagen varje månad.",
                "Lägesrapporter publiceras i oktober, januari och april.",
                "En utomstående granskare gör en slutuppföljning när löftet är slut.",
            )
        ],
        "reading_notes": [{"text": text, "source": source} for text, source in _READING_NOTES],
        "contacts": [
            {
                "name": "Exempelkommunens trygghetssamordnare (påhittad)",
                "about": "Aktivitetsplanen och lägesrapporterna",
                "source": "lofte",
            },
            {
                "name": "Kommunpolisen (påhittad)",
                "about": "Anmälda brott och trygghetsmätningen",
                "source": "lofte",
            },
        ],
        "authorities": [
            {"id": "exempelkommunen", "name": MUNICIPALITY, "source": "lofte"},
            {"id": "polisen", "name": POLICE, "source": "lofte"},
            {"id": "hogskolan", "name": "Högskolan (påhittad)", "source": "lofte"},
        ],
    }
    return _HEADER + toml(values, lists)


_READING_NOTES = (
    ("Allt i exemplet är påhittat. Dra inga slutsatser om någon verklig plats.", "lofte"),
    ("Anmälda brott är inte samma sak som begångna brott. Alla brott anmäls inte.", "brott-byar"),
    ("Perioden sammanfaller med pandemin, som ändrade hur människor rörde sig.", "forlangning"),
    ("I Kulissbro var 2019 ett ovanligt år. Jämför också med åren före.", "brott-byar"),
    (
        "Modellstorp saknar siffror för juni 2020. Därför saknas även bygdens summa den månaden.",
        "brott-byar",
    ),
    ("I små byar räcker några få anmälningar för att siffran ska svänga mycket.", "brott-byar"),
)


def not_published_rows() -> list[Row]:
    """The rows of not_published.csv."""
    rows = (
        (
            "kostnader",
            "Vad aktiviteterna har kostat",
            "activities",
            AREA,
            MUNICIPALITY,
            "Lägesrapporterna beskriver vad som gjorts men anger inga belopp.",
            "exempelkommunen",
            "Bokförda kostnader per aktivitet i planen",
            "2020-05",
            "2021-03",
            "lagesrapport-2021-04",
        ),
        (
            "hittepaskogen-i-loftet",
            "Om Hittepåskogen ingår i löftet",
            "activities",
            DISTRICT,
            MUNICIPALITY,
            "Löftet räknar upp sju byar. Fritidshusområdet nämns bara i en tidningsartikel.",
            "exempelkommunen",
            "Beslutet om vilka orter som löftet gäller",
            "2020",
            "2021",
            "exempelbladet",
        ),
        (
            "stold-pahittamala",
            "Anmälda stölder i Påhittamåla före 2019",
            "crimes",
            SMALLEST,
            POLICE,
            "Polisen publicerar stölder i byn från och med januari 2019.",
            "polisen",
            "Antal anmälda stölder per halvår i Påhittamåla",
            "2017",
            "2018",
            "brott-byar",
        ),
        (
            "tid-pa-dygnet",
            "När på dygnet brotten begås",
            "crimes",
            AREA,
            POLICE,
            "Statistiken redovisas per månad. Klockslag finns hos polisen.",
            "polisen",
            "Antal anmälda brott per veckodag och tid på dygnet i bygden",
            "2019",
            "2021-03",
            "brott-byar",
        ),
        (
            "delfragor",
            "Svaren på de enskilda frågorna i trygghetsmätningen",
            "survey",
            "latsaskoping;kulissbro;fantasinge;fabelryd;modellstorp;utkastnas;pahittamala",
            POLICE,
            "Rapporten visar det samlade indexet och två andelar för varje by.",
            "polisen",
            "Trygghetsmätningens svar fråga för fråga och by, med antal svarande",
            "2017",
            "2020",
            "matning-2020",
        ),
        (
            "slutuppfoljning",
            "Granskningen av hela löftet",
            "evaluation",
            AREA,
            "Högskolan (påhittad)",
            "Den skulle ha kommit i mars 2021 och är flyttad till oktober 2021.",
            "hogskolan",
            "Granskningen av hela löftet, i det skick som den finns",
            "2020-05",
            "2021-03",
            "forlangning",
        ),
    )
    columns = (
        "id",
        "title",
        "topic",
        "places",
        "holder",
        "known",
        "authorities",
        "asked_for",
        "first_period",
        "last_period",
        "source",
    )
    return [dict(zip(columns, row, strict=True)) for row in rows]
