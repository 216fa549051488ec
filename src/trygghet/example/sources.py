"""The invented sources: every row says that it is invented, and none has an address."""

from trygghet.example.files import Row

NOTE = "Påhittad. Källan finns inte och har därför ingen adress."
LICENCE = "Påhittade uppgifter, fria att använda"

MUNICIPALITY = "Exempelkommunen"
POLICE = "Polisen (påhittat område)"
RESCUE = "Räddningstjänsten (påhittad)"

STATUS_REPORTS = (
    ("2020-10-05", "lagesrapport-2020-10"),
    ("2021-01-15", "lagesrapport-2021-01"),
    ("2021-04-12", "lagesrapport-2021-04"),
)
"""What the responsible parties said, and when: publication date and source."""

_SOURCES = (
    ("lofte", "löftet Tryggt i Exempelbygden", MUNICIPALITY, "2020-05-04"),
    ("aktivitetsplan", "aktivitetsplan, bilaga till löftet", MUNICIPALITY, "2020-05-18"),
    ("forlangning", "beslut om att förlänga löftet", MUNICIPALITY, "2021-01-15"),
    ("lagesrapport-2020-10", "lägesrapport oktober 2020", MUNICIPALITY, "2020-10-05"),
    ("lagesrapport-2021-01", "lägesrapport januari 2021", MUNICIPALITY, "2021-01-15"),
    ("lagesrapport-2021-04", "lägesrapport april 2021", MUNICIPALITY, "2021-04-12"),
    ("motesanteckningar", "anteckningar från uppföljningsmöten", MUNICIPALITY, "2021-04-06"),
    ("kommunnotiser", "notiser på kommunens webbplats", MUNICIPALITY, "2021-04-14"),
    ("polisnotiser", "notiser på polisens webbplats", POLICE, "2021-04-13"),
    ("raddningsnotiser", "räddningstjänstens årsberättelse 2020", RESCUE, "2021-03-15"),
    ("besiktningar", "besiktningar och arbetsorder", MUNICIPALITY, "2021-04-09"),
    ("vandringsprotokoll", "protokoll från trygghetsvandringar", MUNICIPALITY, "2021-04-08"),
    ("verksamhetsberattelse", "fältgruppens berättelse om 2020", MUNICIPALITY, "2021-02-12"),
    ("exempelbladet", "artiklar i Exempelbladet", "Exempelbladet (påhittad tidning)", "2021-04-10"),
    ("dialograpport", "rapport från dialogen hösten 2019", MUNICIPALITY, "2019-12-16"),
    ("ortslista", "lista över orter och gränser", MUNICIPALITY, "2020-02-03"),
    ("folkmangd", "folkmängd den 1 januari 2017–2021", MUNICIPALITY, "2021-02-22"),
    ("brott-byar", "anmälda brott per by och månad", POLICE, "2021-04-12"),
    ("brott-kommuner", "anmälda brott per kommun och kvartal", POLICE, "2021-04-12"),
    ("matning-2017", "trygghetsmätningen 2017", POLICE, "2017-12-05"),
    ("matning-2018", "trygghetsmätningen 2018", POLICE, "2018-12-04"),
    ("matning-2019", "trygghetsmätningen 2019", POLICE, "2019-11-28"),
    ("matning-2020", "trygghetsmätningen 2020", POLICE, "2020-12-09"),
)


def source_rows() -> list[Row]:
    """The rows of sources.csv."""
    return [
        {
            "id": source_id,
            "title": f"Påhittad källa: {title}",
            "publisher": publisher,
            "published": published,
            "licence": LICENCE,
            "note": NOTE,
        }
        for source_id, title, publisher, published in _SOURCES
    ]


def status_report(date: str) -> str:
    """The first status report published on or after `date`."""
    return next(source for published, source in STATUS_REPORTS if date <= published)
