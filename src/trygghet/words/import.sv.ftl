# Vad `trygghet import` säger.

import-problems = { $count ->
    [one] En sak att rätta eller svara på. Inget är ändrat.
   *[other] { $count } saker att rätta eller svara på. Inget är ändrat.
}
import-to-add = Lägg till i { $file } och byt … mot svaret:
import-to-add-codes = Lägg till i { $file } och byt … mot måtten som raden räknas i, med semikolon emellan:
import-failed = Filerna kunde inte skrivas: { $reason }. Inget är ändrat.

import-read = { $rows ->
    [one] { $file }: rubrikerna står på rad { $header }, därunder en rad.
   *[other] { $file }: rubrikerna står på rad { $header }, därunder { $rows } rader.
}
import-above = Ovanför rubrikerna: rad { $lines } (”{ $text }”).
import-footnotes = Efter tabellen, lästa som fotnoter och inte medtagna: rad { $lines } (”{ $text }”).
import-unused = Kolumner som inte används: { $names }.
import-left-out = { $count ->
    [one] En uppgift är utelämnad: den ligger utanför området eller tiden, eller räknas inte.
   *[other] { $count } uppgifter är utelämnade: de ligger utanför området eller tiden, eller räknas inte.
}
import-sol-understood = Förstått, uppgifter: { $rows }, platser: { $places }, mått: { $indicators }, från { $first } till { $last }.
import-survey-understood = Förstått, värden: { $rows }, platser: { $places }, mått: { $indicators }, tid: { $periods }.
import-plan-understood = Förstått, aktiviteter: { $rows }, varav redan i planen: { $there }.
import-status-understood = Förstått, händelser: { $rows }, aktiviteter: { $activities }.
import-status-silent = { $count ->
    [one] En rad säger inget om läget och är utelämnad.
   *[other] { $count } rader säger inget om läget och är utelämnade.
}
import-preview = { $count ->
    [one] Den första raden så som den förstås:
   *[other] De { $count } första raderna så som de förstås:
}
import-would-write = Det skulle ändra { $files }. Nya rader: { $new }, ändrade: { $changed }, oförändrade: { $unchanged }. Utdraget gäller inte och låter stå kvar: { $kept }. Inget är skrivet än.
import-written = Skrivet i { $files }. Nya rader: { $new }, ändrade: { $changed }, oförändrade: { $unchanged }. Utdraget gäller inte och låter stå kvar: { $kept }.
import-removed = { $count ->
    [one] En tidigare rad från samma källa och tid finns inte i utdraget och tas bort.
   *[other] { $count } tidigare rader från samma källa och tid finns inte i utdraget och tas bort.
}
import-change = { $key }: { $column } { $old } → { $new }
import-more-changes = { $count ->
    [one] … och en ändring till.
   *[other] … och { $count } ändringar till.
}
import-empty-cell = (tomt)
import-nothing-new = Allt i utdraget finns redan i mappen (rader: { $unchanged }). Inget behöver skrivas.
import-to-write = För att skriva, kör:
import-event-status = Läget anges som ”{ $status }”.
import-event-deadline = Ny tidsgräns: { $deadline }.
import-event-occasions = Genomförda tillfällen: { $count }.

import-no-file = filen finns inte. Kontrollera namnet och mappen som du står i.
import-too-large = filen är för stor, mer än { $most } MB. Dela upp utdraget eller ta ut färre kolumner.
import-not-a-workbook = filen går inte att läsa så som Excel skriver filer. Öppna den i Excel, spara den som .xlsx och försök igen.
import-password = filen är skyddad med lösenord. Spara en kopia utan lösenord och läs in den.
import-sheets = flera blad har innehåll: { $names }. Säg vilket med --sheet och bladets namn.
import-sheet-unknown = bladet ”{ $value }” finns inte. Välj bland: { $names }.
import-far-cell = cellen { $value } långt ut i bladet är ifylld, och allt däremellan räknas med. Töm den, eller kopiera tabellen till ett nytt blad.
import-not-text = filen är varken Excel eller text i en teckenkodning som går att känna igen. Spara den som .xlsx eller ”CSV UTF-8”.
import-long-line = raden är längre än { $most } tecken. Filen är troligen ingen tabell, eller så saknas ett citattecken.
import-many-columns = tabellen har { $value } kolumner, högst { $most } går att läsa. Ta bort dem som inte behövs.
import-no-header = ingen rad har rubriker som går att känna igen. Där tabellen borde börja står ”{ $value }”. Kända rubriker är: { $known }. Har utdraget andra, skriv dem i import.toml under [columns.{ $kind }].
import-column = kolumnen { $name } saknas bland rubrikerna ”{ $value }”. Kända rubriker är: { $known }. Heter den något annat i utdraget, skriv i import.toml under { $section }: { $name } = ["rubriken"].
import-cell-error = cellen innehåller ett fel från Excel. Rätta formeln eller skriv värdet.
import-formula-without-value = cellen har en formel men inget sparat värde. Öppna filen i Excel, spara den och försök igen.
import-number = ”{ $value }” är inget tal. Rätta cellen.
import-count = ”{ $value }” är inget antal. Skriv ett heltal, 0 eller mer.
import-share = ”{ $value }” kan vara en andel eller procent. Menas { $value } procent: skriv ”{ $value } %” som text. Menas andelen: skriv procenttalet, till exempel 77.
import-date = ”{ $value }” går inte att läsa som ett säkert datum. Skriv 2021-03-15, 2021-03, 2021, 15 mars 2021 eller 15/3 2021; tid i ord hör hemma i kolumnen Tid i ord.
import-period = ”{ $value }” går inte att läsa som en tid. Skriv till exempel 2019, 2019 kv1, 2019-H1 eller 2019-07.
import-empty-value = värdet saknas, och utdraget säger inte varför. Skriv orsaken i import.toml under [[gaps]], eller under [symbols] om det gäller alla tomma celler: "" = "not_published".
import-symbol = ”{ $value }” står där ett tal borde stå. Betyder det noll eller att talet saknas? Svara i import.toml under [{ $section }]: "{ $value }" = "0", eller en orsak, till exempel "not_published".
import-measure = ”{ $value }” säger inte om raden är antal eller antal per 100 000 invånare. Skriv rubriken i import.toml under [columns.sol], vid count eller rate_per_100k.
import-place-unknown = platsen ”{ $value }” är inte känd. Liknande namn: { $alike }. Skriv i import.toml under [{ $section }]: "{ $value }" = "platsens id", eller "outside" om den ligger utanför.
import-question-unknown = frågan ”{ $value }” är inte känd. Liknande: { $alike }. Skriv i import.toml under [{ $section }]: "{ $value }" = "måttets id".
import-focus-unknown = fokusområdet ”{ $value }” finns inte i promise.toml. Liknande: { $alike }. Skriv i import.toml under [{ $section }]: "{ $value }" = "fokusområdets id".
import-status-unknown = läget ”{ $value }” är inte känt. Liknande: { $alike }. Skriv i import.toml under [{ $section }]: "{ $value }" = "planned", "ongoing", "done", "postponed" eller "cancelled".
import-category-unknown = brottstypen ”{ $value }” finns inte i crime_codes.csv. Liknande: { $alike }. Lägg till en rad som säger vilka mått den räknas i, eller varför den inte räknas.
import-activity-unknown = aktiviteten ”{ $value }” finns inte i activities.csv. Liknande: { $alike }. Skriv dess id eller hela titel, eller läs in planen först.
import-activity-two = titeln ”{ $value }” hör till en annan aktivitet än id:t { $id }. Rätta den ena.
import-track = ”{ $value }” är inget spår. Skriv ”publicerat underlag” om ett underlag är publicerat; lämna annars cellen tom.
import-figure-twice = ”{ $value }” har redan ett värde för samma plats och tid, från rad { $first }. Ta bort det ena.
import-twice = uppgiften ”{ $value }” står två gånger i utdraget, första gången på rad { $first }. Ta bort den ena.
import-plan-no-ids = aktiviteterna har inget id. Lägg till en kolumn med rubriken Id. Skriv till exempel P01 på rad { $row } och dra nedåt. Id:t ska stå kvar i alla senare listor.
import-differs-plan = ”{ $value }” skiljer sig från den frysta planen för { $key }, där det står ”{ $old }”. Planen skrivs inte över: skriv ändringen som en händelse med trygghet import status, eller stryk den ur utdraget.
import-differs-event = ”{ $value }” skiljer sig från händelsen som redan står för { $key }, där det står ”{ $old }”. Händelser skrivs inte över: skriv ändringen som en ny händelse med eget datum.
import-repository = mappen ligger i ett git-förråd ({ $repository }). Antal för byar får inte läggas där: uppgifter i ett förråd blir offentliga med det. Flytta mappen ut ur förrådet, och sätt TRYGGHET_DATA till mappen som den då ligger i.

import-toml-syntax = ”{ $value }” är inte giltig TOML. Skriv namn och svar inom citattecken: "Lund kommun" = "lund". Varje namn får stå en gång.
import-not-a-section = ”{ $value }” ska vara en avdelning. Skriv [{ $name }] på en egen rad och svaren under den.
import-not-headings = ”{ $value }” ska vara en lista av rubriker. Skriv till exempel { $name } = ["Rubriken"].
import-word-unknown = ”{ $value }” går inte att välja under [{ $section }]. Menade du: { $known }?
import-word-twice = ”{ $value }” står två gånger med olika svar, först ”{ $first }”. Ta bort det ena.

# Polisens utdrag: en rad per anmälan, eller en per månad, plats och brottskategori.
import-police-span = tiden saknas. Skriv vilka månader utdraget omfattar: `--first 2019-01 --last 2021-06`.
import-police-repository = utdraget ligger i ett git-förråd ({ $repository }), där det lätt blir offentligt. Flytta filen till en mapp utanför.
import-police-not-text = filen är ingen text. Spara utdraget som CSV (UTF-8) eller xlsx.
import-police-long-line = raden tar aldrig slut. Spara utdraget på nytt som CSV, med en rad för varje anmälan.
import-police-mixed-encodings = filen blandar teckenkodningar eller är avklippt. Den kan vara hopslagen av två: läs in dem var för sig, eller spara utdraget på nytt.
import-police-no-headings = filen har inga rubriker. Första raden ska innehålla kolumnernas namn.
import-police-broken = filen går inte att läsa som en tabell härifrån: citattecken som inte går jämnt upp, eller en avklippt fil. Spara utdraget på nytt från polisens system eller Excel.
import-police-no-room = minnet eller disken räcker inte till utdraget. Frigör plats, eller dela utdraget i kortare perioder.
import-police-row-length = rader med fler eller färre celler än rubrikraden: { $count } (rad { $lines }). Sätt citattecken runt celler som innehåller skiljetecknet.
import-police-heading-twice = rubriken står två gånger. Ge den ena kolumnen ett annat namn.
import-police-formula = rader med en formel eller ett fel från Excel: { $count } (rad { $lines }). Klistra in värdena i stället.
import-police-no-date = rader utan datum: { $count } (rad { $lines }). Fyll i datum, eller ta bort raderna.
import-police-bad-date = datum som inte går att läsa: { $count } (rad { $lines }). Skriv år, månad och dag: 2020-03-15.
import-police-no-code = rader utan brottskod: { $count } (rad { $lines }). Fyll i koden, eller ta bort raderna.
import-police-no-count = rader utan antal: { $count } (rad { $lines }). Skriv 0 där antalet är noll, och ta bort rader utan uppgift.
import-police-negative-count = antal under noll: { $count } (rad { $lines }). Rätta dem.
import-police-bad-count = antal som inte är heltal: { $count } (rad { $lines }). Skriv antalet med siffror, utan mellanrum.
import-police-number-twice = nummer som står på flera rader: { $count } (rad { $lines }). Filen kan vara hopslagen av två som går om varandra: ta bort dubbletterna. Har en anmälan flera rader i ert utdrag, döp om kolumnen så att den inte läses.
import-police-combination-twice = kombinationer av månad, plats och kategori som står på flera rader: { $count } (rad { $lines }). Filen kan vara hopslagen av två: ta bort dubbletterna.
import-police-code-twice = koden ”{ $value }” står två gånger med olika innebörd. Ta bort den ena.
import-police-too-many-codes = kolumnen har fler än { $most } olika värden. Det är nog inte brottskoder: ange rätt rubrik under [columns] i import.toml.
import-police-too-many-places = kolumnen har fler än { $most } olika värden. Det är nog inte orter: ange rätt rubrik under [columns] i import.toml.
import-police-too-many-combinations = utdraget har fler än { $most } kombinationer av månad, plats och kategori. Dela det i kortare perioder.
import-police-codes-unknown = koder som inte står i crime_codes.csv: { $codes }, anmälningar: { $reports }. Raderna att lägga till står ovan: fyll i indicators, eller skälet i set_aside.
import-police-places-unknown = okända platser: { $places }, anmälningar: { $reports }. Skriv under [places] i import.toml vad var och en är: id för en av löftets byar, unplaced (i området men okänt var) eller outside (utanför).
import-police-combinations-absent = kombinationer av månad, plats och kategori utan rad: { $count }. Är de noll? Skriv då `absent = "zero"` under [counts] i import.toml. Saknas uppgiften? Skriv den under [[gaps]].
import-police-silent = utdraget har inte en enda rad om ”{ $value }”. Fanns inget att anmäla? Lägg då till raden nedan under [absent] i import.toml, med svaret `"zero"`. Saknas uppgiften? Skriv den under [[gaps]].
import-police-other-source = rader för samma platser och månader som har en annan källa ({ $sources }): { $count }. Ta bort dem först, eller ange den källan.
import-police-nothing = ingen anmälan ligger mellan { $first } och { $last }. Rätta perioden, eller välj ett annat utdrag.
import-police-read = Läste { $rows ->
    [one] en rad
   *[other] { $rows } rader
}. Kolumner: { $columns }.
import-police-counted = { $reports } anmälningar från { $first } till { $last }.
import-police-blank = { $count ->
    [one] En tom rad
   *[other] { $count } tomma rader
} hoppades över.
import-police-outside-span = { $count ->
    [one] En rad
   *[other] { $count } rader
} ligger utanför perioden { $first } till { $last } och räknas inte.
import-police-outside-area = Utanför löftets område, räknas inte: { $reports } anmälningar ({ $names }).
import-police-set-aside = Räknas inte, enligt set_aside i crime_codes.csv: { $reports } anmälningar.
import-police-unknown-codes = Koder som inte står i crime_codes.csv, med antal:
import-police-unknown-places = Okända platser, med antal:
import-police-absent-combinations = Månad, plats och kategori utan rad:
import-police-codes-to-add = Rader till crime_codes.csv:
import-police-name = {"  "}{ $name }: { $count }
import-police-alike = {"    "}liknar { $names }
import-police-line = {"  "}{ $line }
import-police-more-names = {"  "}… och { $count } till.
import-police-villages = Byar: { $names }.
import-police-unplaced = { $year }: { $unplaced } av { $reports } anmälningar kunde inte kopplas till en by.
import-police-category = { $title }, hela området: { $count }{ $missing ->
    [0] {""}
    [one] {" "}(en månad saknas)
   *[other] {" "}({ $missing } månader saknas)
}.
import-police-uncounted = { $title }: ingen kod räknas hit, så inget skrivs.
import-police-gaps = { $cells } värden skrivs som saknade, enligt [[gaps]] i import.toml.
import-police-area-note = Siffror saknas för en av byarna, därför finns ingen summa.
