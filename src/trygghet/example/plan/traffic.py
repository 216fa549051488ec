"""Focus area `trafik`: slower and safer where children and old people walk."""

from trygghet.example.activities import Activity, evidence, stated
from trygghet.example.sources import MUNICIPALITY, POLICE

STREETS = f"{MUNICIPALITY} (gator och parker)"

TRAFFIC = (
    Activity(
        id="A17",
        title="Hastighetskontroller vid skolor",
        description="Polisen mäter hastigheten när barnen går till och från skolan.",
        places=("latsaskoping", "kulissbro", "fabelryd", "fantasinge", "modellstorp"),
        focus_area="trafik",
        responsible=POLICE,
        start="2020-08",
        deadline="2020-12-31",
        occasions=40,
        events=(
            stated("2020-08-24", "ongoing", "Kontrollerna började vid skolstarten.", 3),
            stated("2020-10-02", "ongoing", "Sexton kontroller är gjorda.", 16),
            stated("2020-12-11", "done", "Alla fyrtio kontroller är gjorda.", 40),
            evidence(
                "2021-01-08",
                "",
                "Polisens lista för hösten tar upp 31 kontroller.",
                "polisnotiser",
                31,
            ),
        ),
    ),
    Activity(
        id="A18",
        title="Farthinder på Låtsasvägen",
        description="Tre gupp byggs mellan skolan och idrottshallen.",
        places=("latsaskoping",),
        focus_area="trafik",
        responsible=STREETS,
        start="2020-08",
        deadline="2020-10-15",
        events=(
            stated("2020-06-18", "planned", "Grannarna har fått ett brev om bygget."),
            stated("2020-09-07", "ongoing", "Det första guppet är på plats."),
            stated("2020-10-09", "done", "De tre guppen är klara."),
            evidence(
                "2020-10-20", "done", "Slutbesiktningen godkändes utan anmärkning.", "besiktningar"
            ),
        ),
    ),
    Activity(
        id="A19",
        title="Säkrare övergång vid busshållplatsen",
        description="Övergångsstället höjs upp, får en refug och bättre ljus.",
        places=("utkastnas",),
        focus_area="trafik",
        responsible=STREETS,
        start="2020-09",
        deadline="2020-11-30",
        events=(
            stated("2020-09-02", "planned", "Entreprenören är utsedd."),
            stated("2020-11-23", "ongoing", "Grävningen är försenad av en okänd ledning."),
            stated("2021-02-26", "done", "Övergången är öppnad."),
            evidence(
                "2021-03-05",
                "done",
                "Slutbesiktningen godkändes efter två rättningar.",
                "besiktningar",
            ),
        ),
    ),
    Activity(
        id="A20",
        title="Mopeder och A-traktorer: besök i skolor",
        description="Polisen går igenom regler, trimning och ansvar med elever i årskurs 9.",
        places=("bygden",),
        focus_area="trafik",
        responsible=f"{POLICE}; {MUNICIPALITY} (skolorna)",
        start="2020-10",
        deadline="2021-03-31",
        occasions=5,
        events=(
            stated("2020-10-15", "ongoing", "Första besöket är gjort, i Låtsasköping.", 1),
            evidence(
                "2020-11-05",
                "ongoing",
                "Skolans veckobrev berättar om besöket.",
                "kommunnotiser",
                1,
            ),
            stated("2021-01-14", "ongoing", "Två besök är gjorda, ett av dem på nätet.", 2),
            stated("2021-04-07", "ongoing", "Tre av fem skolor har fått besök.", 3),
        ),
    ),
    Activity(
        id="A21",
        title="Översyn av hastighetsgränser",
        description="Kommunen går igenom alla gränser inne i byarna och föreslår ändringar.",
        places=("bygden",),
        focus_area="trafik",
        responsible=STREETS,
        start="2020-06",
        deadline="2020-12-31",
        events=(
            stated("2020-09-30", "ongoing", "Fyra av sju byar är genomgångna."),
            stated("2020-12-15", "done", "Översynen är klar och ligger hos nämnden."),
        ),
    ),
    Activity(
        id="A22",
        title="Mätning av fart på genomfarten",
        description="Mätslangar läggs ut under två veckor för att visa hur fort bilarna kör.",
        places=("fabelryd", "modellstorp"),
        focus_area="trafik",
        responsible=STREETS,
        start="2020-09",
        deadline="2020-10-31",
        events=(stated("2020-06-08", "planned", "Mätningen är bokad till september."),),
    ),
    Activity(
        id="A23",
        title="Gångbana till badplatsen",
        description="En 400 meter lång gångbana byggs längs vägen till badplatsen.",
        places=("pahittamala",),
        focus_area="trafik",
        responsible=STREETS,
        start="2021-05",
        deadline="2021-06-30",
        events=(
            stated("2020-06-15", "planned", "Pengar finns i årets budget."),
            stated("2021-03-22", "planned", "Upphandlingen är klar. Bygget ska börja i maj."),
            evidence(
                "2021-03-30", "planned", "Tilldelningsbeslutet är publicerat.", "kommunnotiser"
            ),
        ),
    ),
)
