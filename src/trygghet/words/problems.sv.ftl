# Vad kommandoraden säger till den som sköter ett löftes filer.
# Varje meddelande: vad som är fel, och vad man gör åt det.

problem-count = { $count ->
    [one] Ett fel att rätta. Inget är publicerat; den tidigare utgåvan ligger kvar.
   *[other] { $count } fel att rätta. Inget är publicerat; den tidigare utgåvan ligger kvar.
}
more-of-a-kind = … och { $count } till av samma slag, på rad { $lines }
where-line = rad { $line }
where-column = kolumn { $column }

no-folder = mappen finns inte. Ange en mapp med filen promise.toml, till exempel data/tryggt-ostra-lund.
file-missing = filen saknas. Lägg till den; har du inga uppgifter räcker rubrikraden.
file-unknown = filen hör inte till formatet. Menade du { $known }? Byt namn på den eller flytta ut den ur mappen.
file-unreadable = filen går inte att läsa ({ $value }). Kontrollera att det är en vanlig fil som du får läsa.
file-empty = filen är tom. Första raden måste vara rubrikraden.
no-header = ”{ $value }” är inte rubrikraden. Börja filen med kolumnernas namn: { $columns }
not-utf8 = filen är inte sparad som UTF-8: byte { $value } på plats { $place } på raden går inte att läsa. Spara om filen som ”CSV UTF-8”, eller i en textredigerare som UTF-8.
bad-quotes = citattecknen går inte ihop i ”{ $value }”. Ett citattecken inne i en cell skrivs dubbelt, och cellen omges av citattecken.
row-length = raden har { $cells } celler men rubrikraden { $columns }: ”{ $value }”. En cell som innehåller skiljetecknet omges av citattecken.
cell-without-column = ”{ $value }” står i en kolumn utan rubrik. Ge kolumnen dess rubrik eller töm cellen.
column-unknown = kolumnen ”{ $value }” finns inte i formatet. Menade du { $known }?
column-twice = kolumnen ”{ $value }” finns två gånger. Ta bort den ena.
column-missing = kolumnen saknas. Lägg till den; den får vara tom där uppgiften inte krävs.
value-missing = cellen är tom. Uppgiften krävs: fyll i den.
source-missing = källan saknas. Varje uppgift måste ha en källa: skriv dess id ur sources.csv.
source-unknown = källan ”{ $value }” finns inte i { $where }. Lägg till den där eller rätta stavningen.
id-unknown = ”{ $value }” finns inte i { $where }. Lägg till den där eller rätta stavningen.
bad-id = ”{ $value }” kan inte vara ett id. Använd bokstäverna a–z, siffror och bindestreck, till exempel sodra-sandby.
text-too-long = texten är { $length } tecken, högst { $most } får plats: ”{ $value }”. Korta den.
control-character = texten innehåller ett tecken som inte syns, till exempel en radbrytning eller tabb: ”{ $value }”. Skriv om cellen på en rad.
garbled = bokstäver har blivit fel i ”{ $value }”. Filen har öppnats med fel teckenkodning: hämta texten på nytt och öppna filen som UTF-8.
formula = ”{ $value }” är en formel eller ett fel från Excel. Skriv värdet självt.
count-negative = ”{ $value }” är ett negativt antal. Ett antal är 0 eller mer.
count-fraction = ”{ $value }” är inte ett helt antal. Skriv antalet utan decimaler.
count-not-a-number = ”{ $value }” är inte ett antal. Skriv ett heltal med siffror, till exempel 128.
count-too-large = ”{ $value }” är för stort. Ett antal har högst { $most } siffror.
number-grouped = ”{ $value }” har mellanrum eller tecken mellan tusentalen. Skriv { $plain }.
symbol-for-nothing = ”{ $value }” står för att uppgift saknas. Lämna cellen tom och skriv orsaken i missing_reason.
symbol-for-empty = ”{ $value }” står för att uppgift saknas. Lämna cellen tom.
decimal-comma = ”{ $value }” har decimalkomma i en kommaseparerad fil. Skriv { $plain }.
decimal-not-a-number = ”{ $value }” är inte ett tal. Skriv till exempel 1.56.
bad-period = ”{ $value }” är ingen period. Skriv ett år (2019), ett halvår (2019-H1), ett kvartal (2019-Q3) eller en månad (2019-07).
bad-date = ”{ $value }” är inget datum. Skriv så noga som källan anger: 2021-01-29, 2021-01 eller 2021.
year-outside = ”{ $value }” ligger utanför åren { $first }–{ $last }. Rätta året.
bad-choice = ”{ $value }” går inte att välja här. Välj bland: { $choices }.
bad-url = ”{ $value }” är ingen webbadress. Den ska börja med http:// eller https:// och sakna mellanslag och citattecken.
ref-twice = ”{ $value }” nämner samma id två gånger. Ta bort det ena.
duplicate = uppgiften ”{ $value }” finns redan på rad { $first } (samma { $key }). Ta bort den ena; säger två källor olika hör det hemma i en fil som skiljer på källor.
duplicate-id = id ”{ $value }” finns redan på rad { $first }. Ge varje post ett eget id, eller ta bort den ena.
promise-twice = löftet ”{ $value }” finns redan i mappen { $folder }. Ge varje löfte ett eget id.
value-and-reason-missing = värdet saknas utan orsak. Fyll i värdet, eller skriv orsaken i missing_reason.
value-and-reason = raden har både ett värde och orsaken ”{ $value }” till att det saknas. Behåll bara det ena.
in-the-future = ”{ $value }” ligger efter dagen som uppgifterna gäller ({ $as_of } i promise.toml). Rätta datumet, eller flytta fram as_of.
end-before-start = ”{ $value }” ligger före starten { $start }. Rätta den ena tiden.
extension-before-start = förlängningen beslutades ”{ $value }”, före löftets start { $start }. Rätta datumet.
extension-not-later = det nya slutet ”{ $value }” är inte senare än det tidigare ({ $end }). Rätta datumet; förlängningar står i tidsordning.
baseline-after-start = jämförelseåret ”{ $value }” ligger efter löftets start ({ $start }). Välj ett tidigare år.
place-circle = platserna ligger i varandra i en ring genom ”{ $value }”. Rätta part_of.
coordinate-missing = koordinaten saknas. Latitud och longitud hör ihop: fyll i båda eller ingen.
outside-degrees = ”{ $value }” är ingen koordinat i grader, mellan -{ $most } och { $most }. Skriv den i WGS84, till exempel 55.7043.
indicator-elsewhere = indikatorn ”{ $value }” hör till { $dataset }. Flytta raden dit eller byt indikator.
series-of-crimes = series är ”{ $value }”. Fyll i all, all_but_police eller category för anmälda brott; annars lämnas den tom.
headline-missing = ingen indikator i { $value } har headline yes. Välj den som ska stå först på sidorna.
outside-scale = ”{ $value }” ligger utanför skalan { $low } till { $high } i indicators.csv. Rätta värdet eller skalan.
below-zero = ”{ $value }” är mindre än noll. Rätta talet.
parts-exceed = hela perioden är { $value }, men delarna { $first } till { $last } är tillsammans { $sum }. Rätta antalet som är fel.
parts-fall-short = hela perioden är { $value }, men alla delar { $first } till { $last } är tillsammans bara { $sum }. Rätta antalet som är fel.
places-exceed = området har { $value } i { $period }, men dess orter och anmälningarna utan by har tillsammans { $sum }. Rätta antalet som är fel.
places-fall-short = området har { $value } i { $period }, men alla dess orter och anmälningarna utan by har tillsammans bara { $sum }. Rätta antalet som är fel.
context-kind = context_kind är ”{ $value }” och relation { $relation }. Fyll i context_kind när relation är context, annars lämnas den tom.
focus-area-basis = focus_area_basis är ”{ $value }”, men focus_area och focus_area_basis hör ihop: fyll i båda eller ingen.
date-or-note = datumet saknas. Fyll i det, eller skriv i date_note varför det är okänt.
deadline-without-postponed = det finns en ny tidsgräns, ”{ $value }”, men status är inte postponed. Sätt status till postponed eller ta bort tidsgränsen.
occasions-not-planned = ”{ $value }” tillfällen på en aktivitet utan occasions_planned. Fyll i hur många tillfällen som var planerade, eller ta bort antalet.
bad-geojson = filen är inte en GeoJSON FeatureCollection: ”{ $value }”. Exportera den på nytt som GeoJSON i WGS84.
bad-outline = ytan går inte att rita, se ”{ $value }”. Den behöver properties id, name och role (municipality, village eller surroundings) och en Polygon i WGS84.
toml-syntax = ”{ $value }” är inte giltig TOML. Texter omges av citattecken: title = "Tryggt östra Lund". Varje nyckel får stå en gång.
toml-too-deep = filen har ett orimligt långt tal eller för många hakparenteser i varandra. Utgå från promise.toml i ett annat löfte.
key-unknown = ”{ $value }” finns inte i formatet. Menade du { $known }?
key-missing = ”{ $key }” saknas eller är tom. Lägg till den.
not-a-list = ”{ $value }” ska vara en lista. Skriv varje post under en egen rubrik med dubbla hakparenteser: [[{ $name }]]
not-a-list-of-texts = ”{ $value }” ska vara en lista av texter. Skriv till exempel ["Kommunen", "Polisen"].
not-a-text = ”{ $value }” är ingen text. Sätt citattecken om den.
bad-number = ”{ $value }” är inget helt tal från 2 till 100. Skriv det utan citattecken, till exempel 3.
bad-email = ”{ $value }” är ingen e-postadress. Skriv en enda adress, till exempel registrator@kommunen.example, eller ta bort raden.
code-counted-or-set-aside = ”{ $value }” ska antingen räknas eller läggas åt sidan: fyll i indicators eller set_aside, men inte båda.
code-not-in-all = ”{ $value }” räknas inte i { $total }, som är alla anmälda brott. Lägg till { $total }, med semikolon emellan, eller lägg koden åt sidan med ett skäl.
unplaced-exceed = { $value } anmälningar utan by är fler än alla { $reports }. Rätta det antal som är fel.
coverage-not-an-area = ”{ $value }” är inget område (kind area i places.csv). Anmälningar utan by räknas bara för ett helt område: byt plats.
coverage-differs = områdets anmälningar är { $value } här men { $count } på rad { $line } i reported_crimes.csv. Rätta det tal som är fel.
series-twice = ett annat mått, på rad { $first }, har redan series { $value }. Bara ett mått kan räkna alla: ge det ena category, eller ta bort det.
survey-sensitive = ”{ $value }” gäller bara anmälda brott. Skriv no för ett mått i trygghetsmätningen.
bad-year = ”{ $value }” är inget år mellan 1990 och 2100. Skriv till exempel 2019, utan citattecken.

no-promises = Det finns inget löfte i mappen { $folder }. Ange en löftesmapp, till exempel trygghet build data/tryggt-ostra-lund.
example-done = Exemplet är skrivet i { $folder }.
example-failed = Exemplet kunde inte skrivas: { $reason }.
