# Allt som en läsare av webbplatsen ser, på svenska.
# En rubrik per rum; nyckeln börjar med rummets namn.

### Servern

server-title = Trygghet
server-description = Så går det med medborgarlöftet: vad som har lovats, vad som har gjorts och hur tryggheten har förändrats, by för by. Varje siffra har en källa.
server-noscript-title = Sidan behöver JavaScript
server-noscript-body = JavaScript är avstängt i din webbläsare. Slå på det och ladda om sidan.
server-noscript-way = Läs sidan utan JavaScript
server-not-found-title = Sidan finns inte
server-not-found-body = Det finns ingen sida på den här adressen. Adressen kan vara felskriven, eller så kan sidan ha flyttats eller tagits bort.
server-error-title = Något gick fel
server-error-body = Sidan kunde inte visas. Felet beror inte på dig. Ladda om sidan. Om det inte hjälper kan du gå till startsidan eller försöka igen senare.
server-error-reference = Felet är sparat i vår logg med koden { $id }. Ange koden om du hör av dig till oss.
server-not-allowed = ”{ $value }” går inte att använda som { $name }. Välj bland: { $allowed }.
server-not-allowed-title = Adressen går inte att använda
server-start-link = Till startsidan

### Vad servern inte tar emot

refused-method = Här går det bara att läsa, inte att skicka något.
refused-long = Adressen är för lång. Den får ha högst { $most } tecken.
refused-headers = Webbläsaren skickar mer med sin fråga än servern tar emot. Ta bort webbplatsens kakor och försök igen.
refused-part = Det går inte att förstå vilken del av filen som ska hämtas. Hämta hela filen i stället.

### Perioder och tal

period-half = { $half ->
        [1] första
       *[2] andra
    } halvåret { $year }
period-quarter = kvartal { $quarter } { $year }
period-span = { $first }–{ $last }
period-quarters = kvartal { $first }–{ $last } { $year }

### Hela webbplatsen

site-language = Svenska
site-example-banner = Platser, siffror och händelser på den här sidan finns inte på riktigt.
site-example-mark = Påhittat exempel
site-example-watermark = PÅHITTAT
site-example-sentence = Exempel: { $sentence }
site-source = Källa
site-sources = Källor ({ $count })
site-yes = ja
site-no = nej
site-no-release-title = Ingenting är publicerat ännu
site-no-release = Det finns ingen utgåva att visa. Den som sköter webbplatsen publicerar en med kommandot { $command }.

unknown-dataset-title = Löftet i adressen finns inte
unknown-dataset = Adressen nämner ”{ $value }”, men inga uppgifter är publicerade under det namnet. Välj bland dessa:
unknown-village-title = Byn i adressen finns inte
unknown-village = Adressen nämner ”{ $value }”, men ingen by i löftet heter så. Välj bland dessa:
unknown-indicator-title = Indikatorn i adressen finns inte
unknown-indicator = Adressen nämner ”{ $value }”, men det finns ingen indikator med det namnet. Välj bland dessa:
unknown-release-title = Utgåvan i adressen finns inte
unknown-release = Adressen nämner utgåva { $number }, men den finns inte. Välj bland dessa:
unknown-choice = Adressen nämner ”{ $value }” under { $name }, men det går inte att välja här. Visar i stället { $shown }.

### Sidornas namn

page-oversikt = Översikt
page-by = Byarna
page-mal = Mål
page-aktiviteter = Aktiviteter
page-indikatorer = Indikatorer
page-data = Data och metod
page-agare = För den som äger uppgifterna

### Fyra sorters ingenting

missing-protected = ‥
missing-not_published = –
missing-not_delivered = –
missing-not_measured = ej mätt
missing-reason-protected = visas inte, för att skydda enskilda
missing-reason-not_published = inte publicerat
missing-reason-not_delivered = inte levererat
missing-reason-not_measured = ej mätt

### Löftet

promise-by = Givet av { $parties }.
promise-time = Löftets tid: { $start } till { $first_end }.
promise-extension = Förlängt till { $end } (beslut { $decided }). Skäl: { $reason }
promise-follow-up = Så skulle löftet följas upp

### Löftets egna texter på ett annat språk

translated-note = Löftets egna texter är skrivna på svenska och det är de som gäller; översättningen är det här projektets.
translated-about = Löftet, aktiviteterna och det som har sagts om byarna är skrivet på svenska. Projektet har översatt det, även det som återges ur källorna med egna ord; det svenska gäller. Svenska publikationers rubriker står som de är, och det som inte är översatt visas på svenska.

### Aktiviteters läge

state-planned = planerad
state-ongoing = pågår
state-done = genomförd
state-postponed = uppskjuten
state-cancelled = inställd
state-unknown = uppgift saknas

states-planned = { $count ->
    [one] 1 planerad
   *[other] { $count } planerade
}
states-ongoing = { $count ->
    [one] 1 pågående
   *[other] { $count } pågående
}
states-done = { $count ->
    [one] 1 genomförd
   *[other] { $count } genomförda
}
states-postponed = { $count ->
    [one] 1 uppskjuten
   *[other] { $count } uppskjutna
}
states-cancelled = { $count ->
    [one] 1 inställd
   *[other] { $count } inställda
}
states-unknown = { $count ->
    [one] 1 utan uppgift
   *[other] { $count } utan uppgift
}

### Svaren: det viktigaste först

answer-activities-label = Gör de vad de lovade?
answer-crimes-label = Vad visar de anmälda brotten?
answer-survey-label = Känner sig folk trygga?

answer-village-activities = { $own ->
    [0] Ingen av löftets publicerade aktiviteter gäller särskilt { $place }.
    [one] En av löftets aktiviteter gäller särskilt { $place }.
   *[other] { $own } av löftets aktiviteter gäller särskilt { $place }.
}
answer-shared-activities = { $shared ->
    [0] Ingen gäller hela { $area }.
    [one] En gäller hela { $area }.
   *[other] { $shared } gäller hela { $area }.
}
answer-promise-activities = { $count ->
    [0] Ingen aktivitet i löftet är publicerad.
    [one] En aktivitet i löftet är känd.
   *[other] { $count } aktiviteter i löftet är kända.
}
answer-activities-state = Läget enligt de ansvariga, senast uppgett { $date }: { $states }.
answer-activities-state-undated = Läget enligt de ansvariga: { $states }.
answer-activities-possible = Kan också ha varit en del av löftet: { $activities }.
answer-evidence = { $shown ->
    [0] Inget publicerat underlag visar att någon av dem har genomförts.
    [one] För en av dem visar ett publicerat underlag att den har genomförts.
   *[other] För { $shown } av dem visar publicerade underlag att de har genomförts.
}
answer-activities-caution = Genomförda aktiviteter visar vad som gjorts, inte vad det lett till.

answer-sentences = { $what }: { $sentences }
answer-what = { $indicator } i { $place }
answer-crimes-none = Hur många brott som har anmälts i { $place } är inte publicerat.
answer-instead = Det som finns i siffror gäller hela kommunen. { $sentence }

answer-survey-none-after = { $indicator } för { $place } är inte publicerat för åren efter { $year }.
answer-survey-none-from = { $indicator } för { $place } är inte publicerat för { $year } eller senare.
answer-survey-earlier = Senast publicerat: { $value } år { $year }.
answer-survey-scale = Skala { $low }–{ $high }. Högre = mer problem.
brief-crimes-none = Inte publicerat.
brief-survey-none-after = Inte publicerat för åren efter { $year }.
brief-survey-none-from = Inte publicerat för { $year } eller senare.
answer-said = Det här har sagts i ord om { $period }: ”{ $statement }”

### Diagram och karta

chart-promise = löftet
chart-history-caption = { $indicator }, { $place }. Streckad linje: { $baseline }. Skuggat: löftets tid.
chart-conflict-caption = Två ringar samma år: två källor ger olika värden.
chart-margin-caption = Lodrätt streck: felmarginalen.
chart-chance = vad slump och vanlig variation kan ge
chart-expected = väntat { $low }–{ $high }
chart-promise-time = Löftet: { $start }–{ $end }.
chart-measured = publicerad mätning
chart-nothing-published = inget publicerat
map-description = Karta över { $area } med { $villages }.
map-caption = Tätorternas områden är SCB:s regionala statistikområden. De är nyare än löftet och inte samma som trygghetsmätningens områden.
map-without-place = { $villages } saknar koordinater i källorna och är inte med på kartan.

### Översikt

oversikt-title = Så går det med { $promise }
oversikt-villages = By för by
oversikt-map = Karta
oversikt-municipality = Hela { $place }: det som finns i siffror
oversikt-municipality-caution = Siffrorna gäller hela kommunen. De säger ingenting om en enskild by och visar inte vad löftet har betytt.
oversikt-news = Senaste händelserna
oversikt-all-activities = Alla aktiviteter
oversikt-not-published = Det här är inte publicerat
oversikt-village-link = Mer om { $place }

card-activities = Aktiviteter
card-activities-value = { $own ->
    [0] Ingen gäller särskilt byn; { $shared } gäller hela { $area }.
   *[other] { $own } gäller särskilt byn, { $shared } hela { $area }.
}
card-people = { $count } invånare ({ $year })
card-unclear = Oklart om löftet gäller här.
missing-holder = Uppgifterna finns hos: { $holder }

### Byns sida


by-compared = Så räknade vi, och vad du kan skriva
by-choose = Välj by
by-title = Hur går det i { $place }?
by-focus-other = Utan fokusområde
by-activities = Aktiviteter som gäller { $place }
by-possible = Kan ha varit en del av löftet
by-context = Annat som hänt på orten, inte en del av löftet
by-indicators = Siffror för { $place } mot { $year }
by-no-indicators = Inga siffror för { $place } är publicerade.
by-more-figures = Fler indikatorer för { $place }
by-statements = Vad som sagts i ord
by-statements-area = Om { $area } som helhet och { $place }. Texterna återger källorna, med projektets ord.
by-people = Invånare
by-people-none = Antalet invånare är inte publicerat.
by-not-published = Inte publicerat för { $place }
by-unclear = Ingen källa säger att löftet gäller { $place }, men orten ligger i öster. Aktiviteter för hela { $area } visas därför med förbehåll.
statement-inferred = Vår slutsats; orten nämns inte i källan.

### Tabeller

table-indicator = Indikator
table-place = Plats
table-period = Period
table-difference = Skillnad
table-value = Värde
table-count = Antal
table-rate = Per 100 000 inv.
table-margin = Felmarginal
table-respondents = Svarande
table-note = Att veta
table-conflict = källorna säger olika
table-year = År
table-people = Invånare
table-undated = odaterat
table-comparisons = Anmälda brott i { $place } mot { $year }
table-population = Invånare i { $place }

### Aktivitetens kort

activity-state-said = { $state } enligt ansvarig, { $date }
activity-state-undated = { $state } enligt ansvarig, utan datum
activity-state-unknown = uppgift saknas om läget
activity-evidence = Underlag
activity-evidence-none = inget publicerat underlag
activity-evidence-done = ett publicerat underlag visar att den är genomförd
activity-evidence-other = ett publicerat underlag visar: { $state }
activity-deadline = Första slutdatum
activity-deadline-promise = inget eget; löftets slut var { $first_end }, förlängt till { $end }
activity-deadline-promise-kept = inget eget; löftets slut är { $first_end }
activity-deadline-none = inget publicerat
activity-deadline-words = { $note }
activity-new-deadline = Nytt slutdatum
activity-timing-in_time = i tid
activity-timing-late = efter det första slutdatumet
activity-timing-done_date_unknown = osäkert om det var i tid
activity-timing-overdue = det första slutdatumet har passerat utan uppgift om att aktiviteten är genomförd
activity-timing-not_due = det första slutdatumet har inte passerat
activity-timing = Tid
activity-place = Gäller
activity-responsible = Ansvarig
activity-focus = Fokusområde
activity-focus-inferred = { $focus } (vår bedömning)
activity-occasions = Tillfällen
activity-occasions-value = { $done } av { $planned } tillfällen
activity-note = Att veta
activity-relation = Del av löftet
activity-more = { $count ->
    [0] Mer om aktiviteten
    [one] Mer om aktiviteten och 1 händelse
   *[other] Mer om aktiviteten och { $count } händelser
}
activity-strip = Tidslinje: { $description }
strip-start = planerad start

relation-follow_up = uppföljning av löftet
relation-possibly_part = möjligen
relation-context = nej, sammanhang
context-preparation = förarbete till löftet
context-before = före löftet
context-parallel = eget projekt vid sidan av löftet
context-after = efter löftet
context-constraint = begränsning under löftets tid

### Aktiviteter

aktiviteter-title = Aktiviteterna: vad som lovats och vad som är känt
aktiviteter-shown = { $count ->
    [one] Visar 1 aktivitet av { $all }.
   *[other] Visar { $count } aktiviteter av { $all }.
}
aktiviteter-none = Ingen aktivitet stämmer med alla val. Ta bort ett val i taget.
aktiviteter-filter-by = By
aktiviteter-filter-fokus = Fokusområde
aktiviteter-filter-ansvarig = Ansvarig
aktiviteter-filter-lage = Läge
aktiviteter-filter-del = Del av löftet
aktiviteter-all = Alla
aktiviteter-relation-in_promise = Aktiviteter i löftet
aktiviteter-relation-follow_up = Uppföljning av löftet
aktiviteter-relation-possibly_part = Kan ha varit en del av löftet
aktiviteter-relation-context = Sammanhang: inte en del av löftet, räknas inte
aktiviteter-key = Så läser du rutorna
aktiviteter-timeline = Tidslinjen visar planerad tid, första slutdatum (streck), nytt slutdatum (tunt streck) och händelser (punkter). Skuggat: löftets tid. Hela linjen: { $first } till { $last }.
aktiviteter-sources = Originalplanen ändras aldrig. Varje ändring är en daterad händelse med egen källa.

### Indikatorer

indikatorer-title = Indikatorerna mot { $year }
indikatorer-choose = Indikator
indikatorer-places = Platser
indikatorer-period = Tid
indikatorer-year = År
indikatorer-half = Halvår
indikatorer-quarter = Kvartal
indikatorer-month = Månader
indikatorer-chart = { $indicator }, { $places }. Linjen bryts där uppgift saknas. Streckad ram: { $baseline }. Skuggat: löftets tid.
indikatorer-table = { $indicator }, { $period }
indikatorer-link = Adressen i webbläsaren leder till just den här vyn.
indikatorer-no-places = Välj minst en plats.
indikatorer-direction-lower = Lägre är bättre.
indikatorer-direction-higher = Högre är bättre.
indikatorer-direction-not_judged = Högre eller lägre är varken bra eller dåligt i sig.
unit-reports = antal anmälda brott
unit-index = index
unit-percent = procent

### Data och metod

data-title = Data och metod
data-not-published = Det här är inte publicerat
data-reading = Så läser du siffrorna
data-files = Filerna
data-files-text = Allt som visas kommer ur de här filerna. Varje rad har en källa.
data-sources = Källorna
data-contacts = Vem du kan fråga
data-conflicts = Källor som säger olika
data-conflicts-text = Där två källor ger olika värden för samma år visas båda. Medelvärden räknas aldrig ut.
data-nothing = Fyra sorters ingenting
data-nothing-zero = 0 noll, ett värde som alla andra
data-nothing-protected = ‥ visas inte, för att skydda enskilda
data-nothing-missing = – inte publicerat eller inte levererat
data-nothing-not_measured = ej mätt: ingen mätte det året
data-column = Kolumn
data-type = Typ
data-required = Krävs
data-meaning = Betydelse
source-licence = Licens: { $licence }.
source-facts = { $count ->
    [0] Ingen uppgift bygger direkt på den.
    [one] En uppgift bygger på den.
   *[other] { $count } uppgifter bygger på den.
}
site-switch = Byt till { $title }
site-switch-example = Se ett påhittat exempel
site-nothing = ingenting
site-without-javascript = Enkel sida för utskrift, utan JavaScript
table-same-part = { $year }, samma tid
chart-higher-is-worse = Högre = mer problem.
card-crimes = Anmälda brott
card-survey = Trygghetsmätningen
indikatorer-compare = Jämför med andra platser
indikatorer-others = Andra platser
indikatorer-without = Inget är publicerat i den här uppdelningen för { $places }.

### Filerna i ett löftes mapp

type-id = id
type-text = text
type-count = antal
type-decimal = decimaltal
type-date = datum
type-period = period
type-choice = val
type-url = webbadress
type-ref = id ur en annan fil
type-refs = flera id, med semikolon emellan

file-rows = { $title }: { $count ->
    [one] 1 rad
   *[other] { $count } rader
}
file-name-sources = Källor
file-name-places = Platser
file-name-population = Invånare
file-name-indicators = Indikatorer, det som mäts
file-name-reported_crimes = Anmälda brott
file-name-crime_codes = Brottskoder, hur polisens koder räknas till indikatorerna
file-name-coverage = Täckning, anmälningar som inte kunde kopplas till en by
file-name-safety_survey = Trygghetsmätningen
file-name-statements = Vad som har sagts i ord
file-name-activities = Aktiviteter så som de först planerades
file-name-activity_events = Händelser, det som sedan har hänt
file-name-not_published = Det som inte är publicerat

column-source = Källan till uppgiften, det vill säga id:t på en rad i sources.csv.
column-note = Det du behöver veta om raden när du läser den.
column-missing_reason = Varför värdet saknas: not_published (inte publicerat), not_delivered (utlovat till webbplatsen men inte levererat), not_measured (ej mätt) eller protected (visas inte, för att skydda enskilda).

column-sources-id = Källans id, som står i kolumnen source i de andra filerna.
column-sources-title = Källans rubrik på svenska.
column-sources-publisher = Den som har gett ut källan.
column-sources-published = När källan gavs ut; tomt om den är odaterad.
column-sources-url = Källans adress på webben.
column-sources-licence = Källans licens, till exempel CC0 eller CC BY 4.0, där den är känd.

column-places-id = Platsens id, som står i webbadressen och i de andra filerna.
column-places-name = Platsens namn.
column-places-kind = Vad för slags plats det är: village (by eller tätort), district (stadsdel eller del av en ort), area (löftets område), municipality (kommun), police_area (lokalpolisområde) eller region (polisregion).
column-places-part_of = Platsen som den här ligger i.
column-places-in_promise = Om löftet gäller platsen: yes (ja), no (nej) eller unclear (oklart, källorna säger inte).
column-places-latitude = Platsens latitud i grader, i WGS84.
column-places-longitude = Platsens longitud i grader, i WGS84.

column-population-place = Platsen som invånarna bor på.
column-population-period = Året som antalet gäller; tomt om källan är odaterad.
column-population-population = Antalet invånare.

column-indicators-id = Indikatorns id, som står i filerna med värden.
column-indicators-title = Indikatorns namn, så som det visas här.
column-indicators-dataset = Filen där värdena står: reported_crimes (anmälda brott) eller safety_survey (trygghetsmätningen).
column-indicators-unit = Vad värdet räknas i: reports (antal anmälda brott), index (ett index) eller percent (procent).
column-indicators-good_direction = Åt vilket håll som är bra: lower (lägre är bättre), higher (högre är bättre) eller not_judged (bedöms aldrig).
column-indicators-sensitive = Om måttet är känsligt (våld, sexualbrott, hot, narkotika) och därför aldrig visas för något mindre än hela löftets område: yes (ja) eller no (nej).
column-indicators-headline = Om indikatorn visas först, på översikten och bysidan: yes (ja) eller no (nej, bara där man själv väljer indikator).
column-indicators-scale_min = Skalans lägsta värde.
column-indicators-scale_max = Skalans högsta värde.
column-indicators-description = Vad indikatorn mäter.
column-indicators-caution = Fällan, det vill säga vad man lätt tror fel om värdet.

column-reported_crimes-place = Platsen som antalet gäller.
column-reported_crimes-period = Året, kvartalet eller månaden då brotten anmäldes.
column-reported_crimes-indicator = Vilka brott som räknas, det vill säga id:t på en rad i indicators.csv.
column-reported_crimes-count = Antalet anmälda brott; tomt om det saknas.
column-reported_crimes-rate_per_100k = Källans eget tal per 100 000 invånare för perioden; ett kvartals tal går inte att jämföra med ett års.

column-safety_survey-place = Platsen som värdet gäller.
column-safety_survey-period = Mätningens år.
column-safety_survey-indicator = Vad som mäts, det vill säga id:t på en rad i indicators.csv.
column-safety_survey-value = Värdet, med lika många decimaler som i källan; tomt om det saknas.
column-safety_survey-margin = Felmarginalen åt vardera hållet, bara om den som mätte anger den.
column-safety_survey-respondents = Antal svarande på platsen.

column-statements-id = Omdömets id.
column-statements-place = Platsen som omdömet gäller.
column-statements-period = Tiden som omdömet gäller.
column-statements-statement = Vad som sades, återgivet med projektets ord.
column-statements-compared_with = Vad platsen jämfördes med.
column-statements-basis = Vad omdömet bygger på: stated (källan säger det om platsen) eller inferred (platsen nämns inte, det är en slutsats).

column-activities-id = Aktivitetens id, som står i activity_events.csv.
column-activities-title = Aktivitetens namn.
column-activities-description = Vad som ska göras.
column-activities-places = Platserna som aktiviteten gäller.
column-activities-focus_area = Aktivitetens fokusområde, som beskrivs i promise.toml.
column-activities-focus_area_basis = Vad fokusområdet bygger på: published (källan anger det) eller inferred (det är en slutsats).
column-activities-responsible = De ansvariga, med semikolon emellan.
column-activities-relation = Om aktiviteten är en del av löftet: in_promise (ja), follow_up (uppföljning av löftet), possibly_part (kan vara en del, källan säger inte) eller context (nej, sammanhang).
column-activities-context_kind = Vad för slags sammanhang det är: preparation (förberedelse för löftet), before (före löftet), parallel (vid sidan av löftet), after (efter löftet) eller constraint (en begränsning som påverkade, till exempel pandemin).
column-activities-planned_start = Planerad start, bara om en källa anger den för just den här aktiviteten.
column-activities-first_deadline = Den tidsgräns som först gällde, bara om en källa anger den för just den här aktiviteten.
column-activities-deadline_note = Tiden i ord, när källan inte ger något datum.
column-activities-occasions_planned = Antal planerade tillfällen, för det som upprepas.
column-activities-basis = Vad raden bygger på: plan (en publicerad plan eller ett löfte), reported (någon har rapporterat det) eller inferred (det är en slutsats).

column-activity_events-activity = Aktiviteten, det vill säga id:t på en rad i activities.csv.
column-activity_events-date = När det hände eller sades.
column-activity_events-date_note = Tiden i ord, när källan inte ger något datum.
column-activity_events-track = Vilket spår raden hör till: stated (vad den ansvariga uppger) eller evidence (vad ett publicerat underlag visar).
column-activity_events-status = Läget efter händelsen: planned (planerad), ongoing (pågår), done (genomförd), postponed (uppskjuten) eller cancelled (inställd); tomt om läget inte ändras.
column-activity_events-new_deadline = Ny tidsgräns, när aktiviteten är uppskjuten.
column-activity_events-occasions_done = Antal genomförda tillfällen hittills.
column-activity_events-event = Vad som hände.

column-not_published-id = Radens id.
column-not_published-title = Vad som saknas.
column-not_published-topic = Vad det handlar om: activities (aktiviteterna), crimes (anmälda brott), survey (trygghetsmätningen) eller evaluation (uppföljning och utvärdering).
column-not_published-places = Platserna som det gäller.
column-not_published-holder = Vem som kan ha uppgiften.
column-not_published-known = Vad som är känt i stället.
column-not_published-authorities = Myndigheterna som uppgiften kan begäras ut från, med id ur promise.toml.
column-not_published-asked_for = Handlingen eller tabellen som begärs ut.
column-not_published-first_period = Den första perioden som begäran gäller.
column-not_published-last_period = Den sista perioden som begäran gäller.
column-crime_codes-code = Brottskoden eller kategorin, så som den står i polisens utdrag.
column-crime_codes-indicators = De indikatorer som koden räknas i.
column-crime_codes-set_aside = Skälet, om koden inte räknas.
column-coverage-place = Området.
column-coverage-period = Tiden då brotten anmäldes.
column-coverage-reports = Alla anmälningar i området.
column-coverage-unplaced = De av dem som inte kunde kopplas till en by.
table-sum = summan av delarna

### Omdömen: ett ord bygger alltid på ett omdöme, aldrig på tal

verdict-lower = lägre än { $year }
verdict-higher = högre än { $year }
verdict-no_certain_difference = ingen säker skillnad mot { $year }
verdict-within-margin = skillnaden mot { $year } är mindre än felmarginalen
verdict-too_few = för få för att jämföra
verdict-none_reported = inga anmälda något av åren
verdict-none = inget omdöme ({ $reason })
verdict-meaning = ”Lägre” och ”högre” betyder att skillnaden är större än vad som brukar hända mellan två år i Skånes kommuner. Orden säger aldrig varför.
verdict-days-only = Räknat utan invånarantal, som saknas för något av åren.

reason-missing = { $period }: { $reason }
reason-period_incomplete = en del av perioden saknas
reason-definition_break = det som räknas har ändrats
reason-protected = talet visas inte, för att skydda enskilda
reason-coverage_changed = antalet anmälningar som inte gick att koppla till en by har ändrats, och svaret kan bero på det
reason-coverage_unknown = det framgår inte hur många anmälningar som inte gick att koppla till en by
reason-not_judged = antalet följer hur mycket polisen kontrollerar
reason-new_series = från 2022 behandlar vi mätningen som en ny serie
reason-values_disagree = källornas värden ger olika svar
reason-not_published = värdet för ett av åren är inte publicerat
reason-not_measured = ej mätt ett av åren

counts-year = { $now } anmälda { $period }, { $baseline } under { $year }
counts-running = { $now } anmälda { $period }, { $baseline } samma tid { $year }
counts-rolling = { $now } anmälda de senaste tolv månaderna ({ $period }), { $baseline } under { $year }
counts-end = { $now } anmälda löftets sista tolv månader ({ $period }), { $baseline } under { $year }
counts-promise = { $now } anmälda under hela löftet ({ $period }), att jämföra med { $baseline } i samma månader { $year }, vägda eftersom några används två gånger
comparison-sentence = { $counts }: { $word }.

interval = Kvoten är { $ratio }, med osäkerheten { $lower }–{ $upper } ({ $level } procents säkerhet).
interval-short = { $period }: { $ratio } ({ $lower }–{ $upper })
intervals = Kvot mot { $year }, med osäkerhet på { $level } procents nivå. { $list }.
interval-open = Kvoten är { $ratio }, med osäkerheten från { $lower } och uppåt ({ $level } procents säkerhet).
survey-values = { $now } år { $year }, { $baseline } år { $baseline_year }
margin-producer = Felmarginal för skillnaden: ±{ $margin }, beräknad ur källans felmarginaler.
margin-our_estimate = Felmarginal: ±{ $margin }. Ingen är publicerad; det här är vår uppskattning.

ordinary-title = Var { $year } ett vanligt år?
ordinary-years = Åren före: { $years }. { $year }: { $value }.
ordinary-differs = { $year } skiljer sig från { $years } mer än vad som brukar hända mellan två år.
ordinary-alike = { $year } skiljer sig inte säkert från något av dem.

area-title = Jämfört med andra
area-counts = { $comparison } tillsammans: { $now } anmälda { $period }, { $baseline } samma tid jämförelseåret.
area-alike = Förändringen i { $place } går inte att skilja från deras.
area-apart = Förändringen i { $place } skiljer sig från deras.
area-ratio = Kvoten mellan förändringarna är { $ratio } ({ $lower }–{ $upper }, { $level } procents säkerhet).
area-count_below_five = Antalen är för små för att jämföra förändringarna.
area-count_missing = Förändringarna går inte att jämföra, eftersom ett antal inte visas eller saknas.
area-caution = Jämförelsen kan inte skilja löftet från pandemin, från att jämförelseåret kan ha varit ovanligt eller från andra åtgärder.

may-write-title = Du kan skriva
may-write = { $indicator } i { $place }: { $sentence }
may-write-source = Källa: { $source }. { $title }, utgåva { $release }. { $address }
may-not-title = Du kan inte skriva
may-not-why = Varför det blev så, eller att löftet ligger bakom. Jämförelsen säger inte varför.
may-not-change = Att brotten blivit fler eller färre, eller att de ligger still. Skillnaden mot { $year } kan vara tillfällig.
may-not-safer = Att folk känner sig tryggare eller otryggare än { $year }. Skillnaden är mindre än felmarginalen.
may-not-anything = Att något har ändrats sedan { $year }. Underlaget räcker inte för ett omdöme.
may-not-rank = Att en by är bättre eller sämre än en annan. Byarna är olika stora och har olika förutsättningar.

method-title = Så räknade vi
method-now = Antal nu
method-baseline = Antal { $year }
method-days = Dagar
method-days-value = { $now } nu, { $baseline } jämförelseåret
method-exposure-population_days = Invånare och dagar nu, delat med jämförelseårets
method-exposure-days = Dagar nu, delat med jämförelseårets
method-series = Räknas som
method-series-all = alla anmälda brott (konstant 0,25)
method-series-category = en kategori (konstant 0,35)
method-phi = Vanlig variation, gånger slumpens
method-interval = Kvot och osäkerhet
method-p = P-värde
method-too-few = Minsta summa för ett omdöme
method-lines = Rader i reported_crimes.csv
method-sql = Samma antal ur utgåvans fil
method-band = Antal som inte ger något ord
method-band-value = { $low }–{ $high }
table-verdict = Omdöme

### Mål

mal-title = Når { $promise } målen?
mal-lead = Två frågor som aldrig slås ihop: gjorde de vad de lovade, och blev det bättre? Inget sammanlagt betyg ges.
mal-done = Gjorde de vad de lovade?
mal-better = Blev det bättre?
goal-state-fulfilled = Uppfyllt
goal-state-on_track = På väg
goal-state-not_fulfilled = Ej uppfyllt
goal-state-not_assessable = Går ej att bedöma
goal-note-no_threshold_set = Löftet satte ingen gräns för vad som räknas som att känna sig trygg.
goal-rule = Regeln som ledde hit
goal-rule-when = Om
goal-rule-then = blir läget
goal-rule-taken = den här raden gäller nu
goal-change = Det här skulle ändra läget
goal-missing = Det här är inte publicerat

goal-why-lower_while_running = Siffran är lägre än jämförelseåret, men löftets tid är inte slut.
goal-why-lower_at_end = Siffran är lägre än jämförelseåret när löftets tid är slut.
goal-why-higher = Siffran är högre än jämförelseåret.
goal-why-no_certain_difference = Skillnaden mot jämförelseåret är inte större än vad som brukar variera.
goal-why-too_few = Antalen är för små för att jämföra.
goal-why-none_reported = Inget är anmält något av åren.
goal-why-no_verdict = Siffran har inget omdöme: { $reason }.
goal-why-series_disagree = Alla anmälda brott, och alla utom dem som polisen själv upptäcker, ger olika ord.
goal-why-nothing_published = Ingen siffra är publicerad, varken för löftets område eller för kommunen.
goal-why-only_municipality = Bara hela kommunens siffror är publicerade. De kan inte avgöra ett mål som gäller { $area }.
goal-why-all_done = Alla aktiviteter i planen uppges vara genomförda, och löftets tid är slut.
goal-why-plan_not_published = Planens innehåll är inte publicerat. Bara de aktiviteter som nämns i offentliga texter är kända.
goal-why-still_running = Löftets tid är inte slut, och allt i planen är inte genomfört.
goal-why-not_all_done = Löftets tid är slut och allt är inte genomfört. Löftet säger inte om målet ändå är nått.

rule-crimes-1 = bara hela kommunens siffror finns, eller inga
rule-crimes-2 = en del saknas, antalen är för små eller skillnaden kan vara tillfällig
rule-crimes-3 = alla brott och alla utom polisens egna upptäckter ger olika ord
rule-crimes-4 = brotten är högre än jämförelseåret
rule-crimes-5 = brotten är lägre än jämförelseåret medan löftet pågår
rule-crimes-6 = brotten är lägre än jämförelseåret vid löftets slut
rule-survey-1 = bara hela kommunens index finns, eller inget
rule-survey-2 = index saknas för ett år, källorna ger olika ord eller skillnaden är mindre än felmarginalen
rule-survey-4 = index är minst felmarginalen högre än jämförelseåret
rule-survey-5 = index är minst felmarginalen lägre medan löftet pågår
rule-survey-6 = index är minst felmarginalen lägre vid löftets slut
rule-activities-1 = planens innehåll inte är publicerat
rule-activities-2 = löftet pågår
rule-activities-3 = löftet är slut och allt är inte genomfört
rule-activities-6 = löftet är slut och allt i planen uppges vara genomfört

change-crimes = Anmälda brott för { $area }, för { $year } och för löftets sista tolv månader. Omdömet lägre skulle betyda uppfyllt, högre ej uppfyllt.
change-survey = Trygghetsindex för { $area } för { $year } och för ett år efter löftets start, med felmarginal.
change-activities = Hela aktivitetsplanen med datum och ett besked om varje aktivitet.

measure-done_of_planned = { $a } av { $b } kända aktiviteter i löftet uppges vara genomförda
measure-done_of_due = { $a } av { $b } vars första slutdatum har passerat uppges vara genomförda
measure-in_time_of_done = { $a } av { $b } genomförda var klara i tid
measure-cancelled_of_planned = { $a } av { $b } kända aktiviteter i löftet är inställda
measure-percent = { $measure } ({ $percent } procent)

mal-late = Sena mot första slutdatum
mal-late-none = Ingen aktivitet i löftet har passerat ett eget slutdatum utan besked.
mal-late-days = { $days ->
    [one] 1 dag
   *[other] { $days } dagar
}
mal-late-overdue = { $days } efter första slutdatum, utan uppgift om att den är genomförd
mal-late-done = genomförd efter första slutdatum
mal-late-no-deadlines = Ingen av löftets kända aktiviteter har ett eget publicerat slutdatum. Därför går det inte att säga vilka som är sena.
mal-cancelled = Inställda
mal-cancelled-none = Ingen aktivitet i löftet är inställd.
mal-unproven = Uppges genomförda utan publicerat underlag
mal-unproven-none = Ingen aktivitet i löftet uppges vara genomförd utan publicerat underlag.
mal-calendar = Tryggheten: när den har mätts
mal-calendar-text = En mätning utanför löftets tid kan inte visa hur det gick under den. När på året frågorna ställdes är inte alltid publicerat, så ett år visas som helhet.
mal-calendar-caption = Fylld ruta: en publicerad mätning. Streckad: ej mätt. Tom: inget publicerat. Skuggat: löftets tid.
mal-changed = Ändrat sedan förra mötet
mal-since = Sedan
mal-meeting = mötet den { $date }
mal-changed-none = Inget har hänt sedan dess, enligt det som är publicerat.
method-change = Skillnad
method-margin = Felmarginal
method-level = Säkerhet, procent
indikatorer-verdicts = Omdömen mot { $year }

### Metoden

method-heading = Metoden
method-about-counts = Anmälda brott jämförs med samma månader { $year }: ett helt år med hela året, ett pågående år med samma del av det. Datum är anmälningsdatum. Räkningen tar hänsyn till dagar och invånare, och bara till dagar där invånartalet saknas.
method-about-interval = Antal varierar mer mellan år än ren slump. Därför räknas variationen upp: 1 + 0,35 gånger roten ur det genomsnittliga antalet för en kategori, 0,25 för alla brott tillsammans. Osäkerheten räknas på 99 procents nivå. Löftets slutbedömning, sista tolv månaderna mot hela { $year }, räknas på 95 procent eftersom den är bestämd i förväg.
method-about-words = Orden är: lägre, högre, ingen säker skillnad, för få för att jämföra, inga anmälda. Saknas en del av perioden, eller visas ett antal inte, sägs inget ord utan bara orsaken. Narkotika-, vapen- och trafikbrott visas men bedöms aldrig: de följer hur mycket polisen kontrollerar.
method-about-survey = Trygghetsmätningens index går från 0 till 6 och lägre är bättre. En skillnad får ett ord först när den är minst lika stor som felmarginalen. Där källan inte anger någon används vår uppskattning: 0,20 för en kommun och 0,60 för ett område. Ger två källor olika värden sägs ett ord bara om alla värden ger samma. Från 2022 behandlar vi mätningen som en ny serie. Det är vår slutsats: de äldre värdena stämmer nästan alla med medelvärden av 32 heltal, de nyare gör det inte.
method-about-activities = En aktivitet har tre spår som inte slås ihop: vad den ansvariga säger, vad publicerat underlag visar och om det första slutdatumet hölls. Mått skrivs som antal av antal, och i procent bara från 20. Inga poäng, inga prognoser, ingen rangordning.
method-about-goals = Målen bedöms för löftet som helhet, aldrig för en by. Uppfyllt sägs aldrig före slutdatum. Hela kommunens siffror avgör inte ett mål som gäller byarna. Om aktivitetsmålet finns ingen gräns i löftet, så det bedöms bara när hela planen är känd och tiden är slut.
limits-title = Så mycket brukar det ändras
limits-caption = Högst så många för ”lägre” / minst så många för ”högre”
limits-category = en kategori, { $level } procent
limits-all = alla brott, { $level } procent
limits-never = aldrig
limits-cell = { $lower } / { $higher }
limits-example = Raden 20 läses så här: var det 20 anmälda brott i en kategori jämförelseåret måste det vara högst 2 för att kallas lägre och minst 63 för att kallas högre.

### Kopiera

copy-button = Kopiera med källa och adress
copy-copied = Kopierat
copy-failed = Det gick inte att kopiera. Texten är markerad, så du kan kopiera den själv.
column-places-compare_as = Namnet på den grupp som platsen räknas till när andra platser jämförs tillsammans; tomt för platser som inte ska jämföras.
column-indicators-series = Vad som räknas: all är alla anmälda brott, all_but_police alla utom dem som polisen själv upptäcker, category en kategori; tomt för trygghetsmätningen.

chart-now = nu
chart-month-band = Grått: så många som väntas en vanlig månad, jämfört med samma månad jämförelseåret (99,8 procents nivå). Enskilda månader får inget omdöme.
chart-rows = Anmälda brott i { $place } mot { $year }. Grått: så mycket brukar ett antal ändras.
chart-villages = { $indicator } { $now } mot { $year }
by-together = { $places } tillsammans
by-together-text = Små orter redovisas tillsammans när antalen delas upp på månader eller slag av brott. Då går det inte att känna igen någon enskild.
coverage-sentence = I { $area } gick det inte att koppla { $parts } till någon by.
coverage-part = { $unplaced } av { $reports } anmälningar { $period }
coverage-part-alone = { $unplaced } anmälningar { $period }
coverage-part-hidden = ‥ anmälningar { $period } (visas inte)
data-protection = Skydd av enskilda
data-protection-text = För byar och områden visas inte antal från 1 till { $most }. Så många andra döljs också att de inte går att räkna ut, inte heller med hjälp av summor eller tidigare utgåvor. En dold ruta kan vara vilket tal som helst från 1 till { $most }, men också 0 eller ett större. Gränsen är vårt val.
data-protection-sensitive = Känsliga slag av brott (våld, sexualbrott, hot och narkotika) visas bara för löftets hela område. Orter med färre än 1 000 invånare redovisas tillsammans med en annan när antalen delas upp på månader eller slag av brott.
data-protection-none = För det här löftet är inga antal för byar publicerade, så ingenting är dolt.
data-protection-caption = Dolda rutor i tabellerna över anmälda brott
protection-table = Tabell
protection-cells = Rutor
protection-hidden = Dolda
protection-month_total = Alla anmälda brott, månad för månad och plats för plats
protection-area = Hela området, månader, halvår och år, alla slag av brott
protection-half_category = Slag av brott, halvår och år, plats för plats
protection-year_total = Alla anmälda brott, år för år och by för by
protection-unplaced = Anmälningar som inte gick att koppla till en by
place-group-note = Små orter redovisas tillsammans där antalen delas upp på månader eller kategorier: { $names }.
group-sum = Summan av orternas invånare.

### Begär ut uppgiften: brev till en myndighet, och knapparna vid dem

letter-title = Begär ut uppgiften
letter-about = Alla får begära ut allmänna handlingar. Läs igenom brevet innan du skickar det.
letter-summary = Brev till { $authority }
letter-subject-line = Ämne: { $subject }
letter-copy = Kopiera brevet
letter-open = Öppna i e-post
letter-address = Myndighetens adress: { $email }
letter-no-address = Myndighetens adress är inte inlagd här: fyll i den själv.
letter-paste = [Klistra in brevet som du kopierade.]
letter-invented = Brevet är påhittat och ska inte skickas.
letter-subject = Begäran om allmän handling: { $title }
letter-to = Till { $authority }
letter-greeting = Hej!
letter-asked = Med stöd av 2 kap. tryckfrihetsförordningen begär jag att få ta del av följande:
letter-document = Handling: { $asked }
letter-period = Tid: { $period }
letter-period-between = från och med { $first } till och med { $last }
letter-period-from = från och med { $first }
letter-period-until = till och med { $last }
letter-places = Plats: { $places }
letter-form-table = Jag tar helst emot svaret elektroniskt, som kalkylblad eller CSV-fil. Finns ingen färdig handling ber jag er ta fram uppgifterna, om det går med rutinbetonade åtgärder.
letter-form-document = Jag tar helst emot svaret elektroniskt, och tabeller som kalkylblad eller CSV-fil.
letter-people-crimes = Om enskilda kan kännas igen räcker det med antal per halvår, där 1–4 är dolda.
letter-people-survey = Om enskilda kan kännas igen räcker det med uppgifter om större grupper.
letter-people-activities = Uppgifter om enskilda behöver jag inte. De kan döljas.
letter-people-evaluation = Uppgifter om enskilda behöver jag inte. De kan döljas.
letter-decision = Om något inte kan lämnas ut ber jag om resten, och om ett skriftligt beslut som går att överklaga.
letter-fee = Om ni tar ut en avgift vill jag veta hur stor den blir innan ni börjar.
letter-name = Mitt namn behöver ni bara om det krävs för att pröva om uppgifterna kan lämnas ut (2 kap. 18 §).
letter-regards = Vänliga hälsningar
letter-signature = [namn, om du vill]
letter-loading-crimes = Till den som lägger in svaret på webbplatsen: kommandot trygghet import counts lägger det i { $files }.
letter-loading-survey = Till den som lägger in svaret på webbplatsen: det hör hemma i { $files }.
letter-loading-activities = Till den som lägger in svaret på webbplatsen: det hör hemma i { $files }.
letter-loading-evaluation = Till den som lägger in svaret på webbplatsen: det hör hemma i { $files }.
letter-file = { $file } ({ $columns })

### Sidan för den som äger uppgifterna

data-owner-link = För den som äger uppgifterna: så läggs de in och publiceras
agare-title = Lägg in och publicera uppgifter: { $promise }
agare-lead = För kommunen, polisen och andra som äger uppgifterna. Du behöver inte kunna programmera. Du skriver ett kommando i taget i ett terminalfönster och byter ut orden med stora bokstäver mot egna.
agare-copy = Kopiera kommandot
agare-word-extract = UTDRAG
agare-word-folder = MAPP
agare-word-folders = LÖFTENAS-MAPP
agare-word-source = KÄLLA
agare-word-name = NAMN
agare-word-reason = SKÄL

agare-needed = Det här behövs
agare-needed-program = Programmet, på en dator hos er. Den som sköter webbplatsen installerar det. Öppna ett terminalfönster i programmets mapp och börja med det här:
agare-needed-folder = En mapp där löftenas mappar ligger. Den ska ligga utanför programmets mapp, och bara ni ska kunna läsa den. Tala om för programmet var den ligger:
agare-needed-extract = Ett utdrag ur ert eget system, som kalkylblad eller CSV-fil. Ta bort namn och personnummer innan.

agare-import = Lägg in utdraget
agare-import-preview = Granska först. Ingenting skrivs. Du ser hur utdraget förstås och vad som är oklart. Perioden är den som utdraget gäller, och källan är en rad i sources.csv.
agare-import-mend = Svara på det som är oklart. Nya brottskoder skrivs i crime_codes.csv, okända rubriker och platsnamn i import.toml. Kör samma kommando igen.
agare-import-write = Skriv in uppgifterna i löftets mapp när allt stämmer:
agare-kinds = Ordet reports i kommandot säger vad utdraget innehåller. Byt det mot det som passar:
agare-kind-reports = Anmälningar, en rad för varje
agare-kind-counts = Färdiga antal anmälda brott
agare-kind-sol = Brås statistik för kommuner
agare-kind-survey = Trygghetsmätningen
agare-kind-plan = Aktivitetsplanen
agare-kind-status = Hur det går med aktiviteterna

agare-build = Se vad som blir offentligt
agare-build-try = Bygg på prov. Ingenting publiceras. Du ser vad som blir offentligt, vad som döljs och varför, och vad som ändras sedan förra gången.
agare-build-read = Läs igenom listan. Är något fel: rätta i mappen och bygg på prov igen.

agare-publish = Publicera
agare-publish-now = Ange vem som publicerar och varför. Har texten mellanslag ska den stå inom citattecken.
agare-publish-look = Öppna webbplatsen och läs sidorna som en besökare gör.

agare-rollback = Ta tillbaka
agare-rollback-one = Blev något fel går du tillbaka till utgåvan före:
agare-rollback-to = Eller till en viss utgåva, här nummer 3:
agare-withdraw = Visade utgåva 3 för mycket: rätta i mappen, publicera en bättre och ta bort den. Det som redan har hämtats går inte att ta tillbaka.

agare-update = Håll uppgifterna aktuella
agare-update-often = Uppdatera så ofta som ni har lovat. Skriv hur många månader det får gå i promise.toml, i update_months. Då säger webbplatsen till när den är sen.
agare-update-day = Ändra as_of i promise.toml till den dag som uppgifterna gäller.
agare-update-events = Det som har hänt skrivs till i activity_events.csv. Det som redan står där ändras inte.

agare-stays = Det här lämnar aldrig huset
agare-stays-rows = Raderna i utdraget. I löftets mapp hamnar bara antal.
agare-stays-small = Antal från 1 till 4 för en by. De döljs, och så många fler att de inte går att räkna ut. Gränsen är vårt val: bekräfta eller ändra den i promise.toml, i hide_below.
agare-stays-sensitive = Känsliga brott för en enskild by. De visas bara för hela löftets område.
agare-stays-folder = Löftets mapp. Webbplatsen läser bara utgåvan som du publicerar.

agare-ask = Vem du frågar
agare-ask-law = Om sekretess och personuppgifter: er jurist eller ert dataskyddsombud.
agare-ask-format = Om filerna: data/README.md i programmet förklarar varje fil och kolumn.
agare-ask-program = Om programmet: den som sköter webbplatsen.

### Sidorna utan JavaScript, och det som sökmotorer och länkar visar

static-skip = Hoppa till innehållet
static-nav = Sidor
static-data = Öppna data
static-app = Öppna den här sidan med val och diagram
static-embed = Bädda in ett kort
static-goals = Mål och förändringar
head-title = { $page } – { $promise }

### Utgåvor och rättelser

release-first = Första utgåvan
release-edition = Utgåva { $number }, publicerad { $date }.
release-restored = Utgåva { $number } gäller igen sedan { $date }, i stället för utgåva { $replaced }. Skäl: { $why }
release-as-of = Uppgifterna gäller till den { $date }.
release-due = Uppdateras senast { $date }.
release-due-none = Ingen uppdateringstakt är utlovad.
release-due-over = Löftet är slut, och fler uppdateringar är inte utlovade.
release-late = Sidan skulle ha uppdaterats senast den { $date }. Siffrorna kan vara gamla.
release-title = Utgåvor
release-text = Varje gång uppgifterna ändras blir det en ny utgåva. De tidigare sparas, om de inte har dragits tillbaka.
release-number = Utgåva { $number }
release-a-number = numret på en utgåva
release-earlier = Du läser utgåva { $number } från { $date }. Den gäller inte längre: utgåva { $current } gäller nu.
release-to-current = Till den utgåva som gäller
release-gone-title = Utgåvan är tillbakadragen
release-gone = Utgåva { $number } går inte att läsa. Den visade för mycket och togs bort när utgåva { $by } publicerades.
release-log-publish = Utgåva { $number }, { $date }
release-log-rollback = Utgåva { $number } gäller igen, { $date }
release-log-withdrawn = { $edition }, tillbakadragen
release-withdrawn = { $count ->
    [one] Utgåva { $numbers } är tillbakadragen.
   *[other] Utgåvorna { $numbers } är tillbakadragna.
}
release-signed = { $by }: { $why }
release-rows = { $added ->
    [one] 1 ny rad
   *[other] { $added } nya rader
}, { $changed ->
    [one] 1 ändrad
   *[other] { $changed } ändrade
}, { $removed ->
    [one] 1 borttagen
   *[other] { $removed } borttagna
}.
release-more = { $count ->
    [one] 1 tidigare
   *[other] { $count } tidigare
}
correction-title = Rättelser
correction-none = Inga rättelser.
correction-in-population = Invånare
correction-in-reported_crimes = Anmälda brott
correction-in-safety_survey = Trygghetsmätningen
correction-in-statements = Sagt i ord
correction-in-activities = Aktivitet
correction-in-activity_events = Händelse
correction-column = kolumnen { $column }
correction-change = { $old } → { $new }
correction-why = Utgåva { $release }, { $date }. Skäl: { $why }
correction-row = raden
correction-removed = borttagen
correction-withheld = visas inte
correction-empty = tomt
correction-note = Rättat i utgåva { $release }: { $old } → { $new }. Skäl: { $why }
correction-fact = Rättat
correction-fact-value = { $period }: { $note }

### Utgåvor som ligger på en annan dator

release-unconfirmed = Den här servern får just nu inte veta om det finns en nyare utgåva. Utgåva { $number } gällde { $date } klockan { $time }.
release-out-of-reach-title = Utgåvan går inte att hämta just nu
release-out-of-reach = Utgåva { $number } finns, men den här servern når inte datorn där den ligger. Försök igen om en stund.
data-file-rewritten = Filen för utgåva { $number } är skriven av en annan version av databasprogrammet än den som finns här. Därför går den inte att hämta som den publicerades. Tabellerna finns kvar.

### Mötesblad, kort och länkbilder

paper-sheet = Mötesblad: { $promise }
paper-code = Läs mer och se källorna:
paper-code-alternative = QR-kod som leder till { $address }
paper-pdf = Mötesbladet som PDF, en sida A4
paper-title = Skriv ut eller bädda in
paper-open = Mötesblad att skriva ut
paper-more = { $shown ->
    [0] { $count } stycken, se webbplatsen
   *[other] och { $count } till, se webbplatsen
}
paper-more-sources = { $count } till
paper-late-none = Ingen känd aktivitet för { $place } är sen mot ett eget slutdatum.
paper-late-unknown = Ingen känd aktivitet för { $place } har ett eget publicerat slutdatum. Därför går det inte att säga vilka som är sena.
paper-cancelled-none = Ingen känd aktivitet för { $place } uppges vara inställd.
paper-a-day = en dag, till exempel 2021-03-01
paper-new = Nytt sedan den { $date }

card-time = Löftets tid: { $start } till { $end }.
card-time-over = Löftets tid var { $start } till { $end }. Den är slut.
card-frame = { $title }, { $promise }
embed-text = Visa ett kort om { $place } på en annan webbplats. Kortet följer de uppgifter som gäller och blir grått om de är gamla.
embed-copy = Kopiera koden

picture-more = Mer på webbplatsen.
picture-no-years = För löftets platser finns siffror för högst ett år, och därför inget diagram.

### Data att hämta: filerna, formaten och vad kolumnerna betyder

file-name-indikator = En indikators värden, med jämförelsen mot jämförelseåret
file-name-by = En bys värden, år för år, med jämförelsen mot jämförelseåret
file-name-jamforelser = Anmälda brott mot jämförelseåret: antal, osäkerhet och omdöme
file-name-trygghetsjamforelser = Trygghetsmätningens index mot jämförelseåret
file-name-omraden = Platser jämförda med andra platser tillsammans
file-name-granser = Så mycket brukar det ändras: gränserna för orden
file-name-manadsband = Så många anmälda brott som väntas en vanlig månad
file-name-aktiviteter = Aktiviteterna och hur det står till med dem
file-name-handelser = Händelser i löftet och runt det
file-name-mal = Målen, med läge och skäl
file-name-aktivitetsmatt = Mått på planen: så många av så många
file-name-rattelser = Rättelser
file-name-utgavor = Utgåvor
file-name-skydd = Hur många antal som är dolda
file-title = { $file }. { $promise }

format-csv = CSV
format-excel_csv = CSV för Excel
format-xlsx = Excel
format-json = JSON
format-parquet = Parquet

unit-degrees = grader
unit-people = personer
unit-occasions = tillfällen
unit-days = dagar
unit-rate = anmälda brott per 100 000 invånare
unit-activities = aktiviteter
unit-rows = rader
unit-cells = rutor

column-view-example = Märkning: allt i filen är påhittat.
column-view-place = Platsens id, som står i places.csv.
column-view-place_name = Platsens namn.
column-view-indicator = Indikatorns id, som står i indicators.csv.
column-view-indicator_title = Indikatorns namn.
column-view-source_title = Källans rubrik.
column-view-source_url = Källans adress på webben.
column-view-baseline = Jämförelseåret, eller den första delen av det; tomt om värdet inte jämförs.
column-view-now = Perioden som jämförs, eller den första delen av den.
column-view-now_end = Den sista delen av perioden som jämförs.
column-view-verdict = Vad som får sägas: lower (lägre), higher (högre), no_certain_difference (ingen säker skillnad), too_few (för få för att jämföra), none_reported (inga anmälda något av åren) eller no_verdict (inget omdöme). Ordet säger aldrig varför.
column-view-count_baseline = Antalet anmälda brott i samma del av jämförelseåret; tomt om något saknas.
column-view-basis = Vad kvoten är räknad på: population_days (invånare och dagar) eller days (bara dagar, invånartalet saknas för något av åren).
column-view-ratio = Kvoten mot jämförelseåret, räknad på invånare och dagar; tom när antalen är för få, när inget omdöme ges eller när ingenting var anmält jämförelseåret. Läs den aldrig utan gränserna.
column-view-lower = Osäkerhetens nedre gräns; tom när kvoten inte får läsas.
column-view-upper = Osäkerhetens övre gräns; tom när kvoten inte får läsas, och när det inte finns någon övre gräns.
column-view-level = Hur säkra gränserna är: 0.99 är 99 procents säkerhet.
column-view-change_low = Index minus jämförelseårets index; det lägsta där källor ger olika värden. Lägre index är bättre. Läs det aldrig utan felmarginalen.
column-view-change_high = Index minus jämförelseårets index; det högsta där källor ger olika värden.
column-view-change_margin = Felmarginalen för skillnaden. En skillnad som är mindre får inget ord.
column-view-margin_basis = Vems felmarginalen är: producer (beräknad ur källans) eller our_estimate (vår uppskattning, ingen är publicerad).

column-indikator-unit = Vad värdet räknas i: reports (antal anmälda brott), index (ett index) eller percent (procent).
column-indikator-period = Tiden som värdet gäller.
column-indikator-value = Värdet som ett tal; tomt om det saknas, och då står skälet i missing_reason. Tomt är aldrig noll.
column-indikator-value_published = Värdet så som källan skrev det: 1.40 har två decimaler.
column-indikator-is_sum = Om värdet är summan av publicerade delar i stället för publicerat självt.
column-indikator-conflict = Om en annan källa ger ett annat värde för samma plats och tid. Båda står då i filen.
column-indikator-rate_per_100k = Källans eget tal per 100 000 invånare för perioden; ett kvartals tal går inte att jämföra med ett års.
column-indikator-margin = Felmarginalen åt vardera hållet, bara om den som mätte anger den.
column-indikator-respondents = Antal svarande på platsen.
column-indikator-corrected = Om värdet var ett annat i en tidigare utgåva; vad som stod då finns i rattelser.csv.
column-indikator-verdict_reason = Varför det inte blev något omdöme, till exempel not_judged (antalet följer hur mycket polisen kontrollerar), protected (visas inte) eller new_series (en ny serie).

column-jamforelser-kind = Vad som jämförs: earlier (ett helt år före jämförelseåret), year (ett helt år), running (den del av året som finns), rolling (de senaste tolv månaderna), end (löftets sista tolv månader) eller promise (hela löftet).
column-jamforelser-baseline_end = Den sista delen av jämförelseåret som används.
column-jamforelser-count_now = Antalet anmälda brott i perioden; tomt om något saknas.
column-jamforelser-missing_period = Den första delen som saknas, i perioden eller i jämförelseåret.
column-jamforelser-reason = Varför det inte blev något omdöme: period_incomplete (en del saknas), definition_break (det som räknas har ändrats), protected (visas inte), coverage_changed eller coverage_unknown (anmälningar som inte gick att koppla till en by) eller not_judged (antalet följer hur mycket polisen kontrollerar).
column-jamforelser-p_value = Hur ofta en minst så stor skillnad skulle uppstå av en slump, när antal varierar som vanligt.
column-jamforelser-phi = Hur mycket antal brukar variera, i gånger slumpens egen variation.
column-jamforelser-exposure_ratio = Invånare och dagar i perioden, delat med jämförelseårets; bara dagar där basis är days.
column-jamforelser-days_now = Antal dagar i perioden.
column-jamforelser-days_baseline = Antal dagar i samma del av jämförelseåret.
column-jamforelser-parts_now = De publicerade perioder som antalet är summan av.
column-jamforelser-parts_baseline = De publicerade perioder som jämförelseårets antal är summan av.
column-jamforelser-series = Vilken vanlig variation som används: all (alla anmälda brott) eller category (en kategori).
column-jamforelser-too_few_limit = Den minsta summan av båda antalen som kan ge ett ord.
column-jamforelser-band_low = Det minsta antal i perioden som inte hade gett något ord.
column-jamforelser-band_high = Det största antal i perioden som inte hade gett något ord.
column-jamforelser-unit = Vad som räknas: reports (antal anmälda brott).
column-jamforelser-source_titles = Rubrikerna på källorna till antalen.
column-jamforelser-source_urls = Källornas adresser på webben.

column-trygghetsjamforelser-reason = Varför det inte blev något omdöme: values_disagree (källornas värden ger olika svar), new_series (mätningen är en ny serie från 2022), not_published (inte publicerat), not_measured (ej mätt) eller protected (visas inte).

column-omraden-comparison = Namnet på platserna som jämförs tillsammans.
column-omraden-members = Hur många platser de är.
column-omraden-comparison_now = Deras antal anmälda brott i perioden.
column-omraden-comparison_baseline = Deras antal anmälda brott i samma del av jämförelseåret.
column-omraden-ratio = Kvoten mellan platsens förändring och de andras. Den är inget omdöme, och den kan inte skilja löftet från annat som hände.
column-omraden-not_shown = Varför kvoten inte visas: count_below_five (ett antal är under fem) eller count_missing (ett antal visas inte eller saknas).

column-granser-baseline = Antalet jämförelseåret.
column-granser-lower_at_most = Det högsta antal som får kallas lägre; tomt om inget antal får det.
column-granser-higher_at_least = Det minsta antal som får kallas högre.

column-manadsband-month = Månaden.
column-manadsband-low = Det minsta antal som väntas en vanlig månad. En enskild månad får aldrig ett omdöme.
column-manadsband-high = Det största antal som väntas en vanlig månad.

column-aktiviteter-place_names = Namnen på platserna som aktiviteten gäller.
column-aktiviteter-focus_area_title = Fokusområdets namn.
column-aktiviteter-responsible = De ansvariga.
column-aktiviteter-state = Läget enligt den ansvariga, senast uppgett: planned (planerad), ongoing (pågår), done (genomförd), postponed (uppskjuten), cancelled (inställd) eller unknown (uppgift saknas).
column-aktiviteter-state_date = När läget uppgavs; tomt om det är odaterat.
column-aktiviteter-evidence = Läget som ett publicerat underlag visar, med samma ord; tomt om det inte finns något underlag.
column-aktiviteter-timing = Det första slutdatumet mot vad som är känt: in_time (i tid), late (genomförd efter slutdatumet), overdue (passerat utan besked), not_due (inte passerat), done_date_unknown (osäkert), no_deadline (inget slutdatum) eller cancelled (inställd).
column-aktiviteter-new_deadline = Det senaste nya slutdatumet, om aktiviteten har skjutits upp.
column-aktiviteter-occasions_done = Antal genomförda tillfällen.

column-handelser-activity_title = Aktivitetens namn.

column-mal-id = Målets id.
column-mal-topic = Vad målet gäller: activities (aktiviteterna), crimes (anmälda brott) eller survey (trygghetsmätningen).
column-mal-text = Målet, så som löftet skriver det.
column-mal-state = Målets läge: fulfilled (uppfyllt), on_track (på väg), not_fulfilled (ej uppfyllt) eller not_assessable (går ej att bedöma).
column-mal-rule = Regeln som ledde till läget.
column-mal-why = Varför målet har sitt läge, i ord.
column-mal-reason = Varför siffran bakom målet inte har något omdöme.
column-mal-place = Platsen vars siffror ligger bakom läget.
column-mal-indicator = Indikatorn som ligger bakom läget.
column-mal-now = Perioden bakom läget, eller den första delen av den.
column-mal-now_end = Den sista delen av perioden bakom läget.

column-aktivitetsmatt-measure = Måttet: done_of_planned (genomförda av alla kända), done_of_due (genomförda av dem vars första slutdatum har passerat), in_time_of_done (klara i tid av de genomförda) eller cancelled_of_planned (inställda av alla kända). Bara löftets egna aktiviteter räknas.
column-aktivitetsmatt-a = Så många.
column-aktivitetsmatt-b = Av så många.
column-aktivitetsmatt-percent = Andelen i procent, bara när b är minst 20.

column-rattelser-release = Utgåvan som rättade.
column-rattelser-at = När utgåvan publicerades.
column-rattelser-table = Filen som uppgiften står i.
column-rattelser-key = Vilken rad det är: värdena som skiljer den från andra rader, utan fri text.
column-rattelser-column = Kolumnen som rättades; tomt om hela raden togs bort.
column-rattelser-old = Vad som stod; tomt om inget stod eller om det inte får upprepas.
column-rattelser-old_missing = Varför det gamla värdet saknades.
column-rattelser-new = Vad som står nu; tomt om inget står.
column-rattelser-new_missing = Varför det nya värdet saknas.
column-rattelser-withheld = Om det som stod inte får upprepas, för att skydda enskilda.
column-rattelser-why = Skälet till utgåvan.

column-utgavor-number = Utgåvans nummer.
column-utgavor-action = Vad som hände: publish (utgåvan publicerades) eller rollback (utgåvan blev den gällande igen).
column-utgavor-at = När det hände.
column-utgavor-by = Vem som gjorde det.
column-utgavor-why = Skälet.
column-utgavor-replaced = Utgåvan som gällde innan; tomt för den första.
column-utgavor-added = Antal nya rader.
column-utgavor-changed = Antal ändrade rader.
column-utgavor-removed = Antal borttagna rader.
column-utgavor-withdrawn_by = Utgåvan som drog tillbaka den här, för att den visade för mycket.

column-skydd-name = Tabellen: month_total (alla brott månad för månad), area (hela området), half_category (slag av brott per halvår), year_total (alla brott år för år) eller unplaced (anmälningar utan by).
column-skydd-cells = Antal rutor i tabellen.
column-skydd-hidden = Antal rutor som är dolda.
column-skydd-hide_below = Antal från 1 till under den här gränsen döljs.

choice-indikator-indikator = Indikatorn.
choice-view-platser = Platserna, med komma emellan; annars alla som har värden.
choice-view-period = Uppdelningen i tid: år, halvår, kvartal eller månader; annars år.
choice-by-by = Byn.
choice-view-by = Platsen; annars alla.
choice-view-indikator = Indikatorn; annars alla.
choice-manadsband-plats = Platsen; annars alla.
choice-aktiviteter-by = Platsen som aktiviteten gäller; annars alla.
choice-aktiviteter-fokus = Fokusområdet; annars alla.
choice-aktiviteter-lage = Läget; annars alla.
choice-aktiviteter-ansvarig = Den ansvariga; annars alla.
choice-aktiviteter-del = Om aktiviteten är en del av löftet; annars alla.
choice-handelser-sedan = Den första dagen, till exempel 2021-01-29: då visas bara händelser i löftet och dess uppföljning, från och med den dagen. Annars alla.

xlsx-data = Uppgifter
xlsx-columns = Kolumner
xlsx-about = Om filen
xlsx-title = Rubrik
xlsx-promise = Löfte
xlsx-release = Utgåva
xlsx-published = Publicerad
xlsx-as-of = Uppgifterna gäller till
xlsx-address = Adress
data-unit = Enhet
source-publisher = Utgivare
source-published = Utgiven
source-licence-heading = Licens
source-licence-none = ingen angiven

### Sidan med alla filer, paketet och adresser som inte går

data-list-title = Hämta uppgifterna
data-list-lead = Alla uppgifter bakom sidorna, som filer. De är samma i alla format. Ett tomt värde saknas och är aldrig noll; kolumnen missing_reason säger varför det saknas.
data-list-strict = En adress med ett val som inte finns ger ett felmeddelande med de val som finns. Lägg till v=NUMMER för att alltid få samma utgåva.
data-list-views = Det som sidorna visar
data-list-folder = Underlaget, rad för rad
data-list-row = En rad är { $what }.
data-list-rows = { $count ->
    [one] 1 rad
   *[other] { $count } rader
}.
data-list-rows-of = { $count ->
    [one] 1 rad
   *[other] { $count } rader
} med valet som står i länkarna.
data-list-choices = Det här går att välja
data-list-required = måste väljas
data-list-values = { $values } och { $more } till
data-list-example = Så skrivs valet:
data-list-all = Allt på en gång
data-list-duckdb = Utgåvans fil för DuckDB
data-list-duckdb-about = Det är filen som sidorna läser. Med den kan du räkna om varje antal.
data-list-zip = Alla filer som CSV, i ett paket
data-list-machines = Beskrivningar för program
data-list-sources = Källor och licenser
data-list-licence = Licens: { $licence }.
data-list-licence-none = Ingen licens angiven.
data-list-link = Hämta uppgifterna i alla format
data-formats = Hämta tabellen:

file-row-sources = en källa
file-row-places = en plats
file-row-population = ett antal invånare på en plats, ur en källa
file-row-indicators = en indikator
file-row-reported_crimes = ett antal anmälda brott på en plats under en period
file-row-crime_codes = en kod i polisens utdrag
file-row-coverage = ett områdes anmälningar under en period
file-row-safety_survey = ett mätvärde för en plats och ett år, ur en källa
file-row-statements = något som en källa sade om en plats
file-row-activities = en aktivitet
file-row-activity_events = något som hände med en aktivitet, eller som sades om den
file-row-not_published = något som inte är publicerat
file-row-indikator = ett värde för en plats och en period
file-row-by = ett värde för byn och ett år
file-row-jamforelser = ett antal på en plats jämfört med jämförelseåret
file-row-trygghetsjamforelser = ett års index på en plats jämfört med jämförelseåret
file-row-omraden = en plats förändring bredvid andra platsers
file-row-granser = ett antal jämförelseåret, med de antal som får ett ord
file-row-manadsband = en månad på en plats
file-row-aktiviteter = en aktivitet, med sitt läge
file-row-handelser = en händelse
file-row-mal = ett mål
file-row-aktivitetsmatt = ett mått
file-row-rattelser = en rättad uppgift
file-row-utgavor = en utgåva, eller en återgång till en
file-row-skydd = en tabell med antal för byar eller områden

data-no-file-title = Filen finns inte
data-no-file = Det finns ingen fil på den här adressen. De här finns, och alla kan också hämtas med { $extensions }:
data-unknown-choice = ”{ $name }” går inte att välja för den här filen. Välj bland: { $allowed }.
data-choice-twice = ”{ $name }” står mer än en gång i adressen. Ange den en gång, med komma mellan flera värden där det går.
data-choice-needed = Adressen måste säga { $name }. Välj bland: { $allowed }.
data-choice-day = ”{ $value }” går inte att använda som { $name }. Skriv en dag så här: { $example }.
server-and-more = { $shown } och { $count } till
data-file-gone-title = Utgåvans fil går inte att hämta
data-file-gone = Filen för utgåva { $number } berättar vad en tillbakadragen utgåva visade. Därför går den inte att hämta. Tabellerna finns kvar.

readme-release = Utgåva { $number }, publicerad { $date }. Uppgifterna gäller till den { $until }.
readme-address = Samma uppgifter på webben: { $address }
readme-about = Filerna är CSV med kommatecken, UTF-8. Första raden har kolumnernas namn. Ett tomt värde saknas och är aldrig noll; kolumnen missing_reason säger varför. Orden lägre och högre säger aldrig varför något blev som det blev.
readme-left-out = Filerna indikator.csv och by.csv finns inte med, eftersom de kräver ett val. Deras tal står i reported_crimes.csv, safety_survey.csv, jamforelser.csv och trygghetsjamforelser.csv.
readme-file = { $name }: { $title }. En rad är { $what }.
readme-source = { $title }. { $publisher }. { $licence }

method-file = Hämta utgåvans fil
method-run = Öppna filen i DuckDB med kommandot duckdb { $file } och klistra in frågan.

### Beskrivningar som maskiner läser

describe-promise = Uppgifter om medborgarlöftet { $title } från { $parties }. Löftets tid: { $start } till { $end }. Här finns aktiviteterna och vad som har hänt med dem, anmälda brott, trygghetsmätningen och det som inte är publicerat. Uppgifterna beskriver läget { $as_of }. Varje rad anger sin källa, och varje källa har sina egna villkor. Ett värde som saknas är tomt, och skälet står i kolumnen missing_reason. Antal som är så små att människor kan kännas igen är dolda.
describe-example = Påhittat exempel: { $sentence }
describe-example-keyword = påhittat exempel
describe-example-column = Säger på varje rad att uppgifterna är påhittade.
describe-keywords = medborgarlöfte, trygghet, anmälda brott, trygghetsmätning
describe-catalogue = Öppna data från { $site }
describe-catalogue-about = Uppgifter om medborgarlöften och hur det går med dem: aktiviteter, anmälda brott och trygghetsmätningar, med källa till varje uppgift.
describe-service = Hämta uppgifter från { $site }
describe-service-about = Alla filer, hela eller med ett urval som står i webbadressen. Ingen inloggning behövs.
describe-format = En fil för varje slags uppgift, i formatet { $format }.
describe-packed = CSV i ett arkiv (ZIP)
describe-packed-about = Alla filer i formatet CSV, med en beskrivning av deras kolumner.
describe-database = Hela utgåvan som en databas i formatet DuckDB.
describe-promise-time = Löftets tid
describe-data-time = Siffrornas tid
describe-provenance = Uppgifterna bygger på { $count ->
    [one] en källa
   *[other] { $count } källor
} från { $publishers }. Varje rad anger sin källa.
describe-rights = Varje källa har sina egna villkor. De står i filen sources.csv.
describe-openapi-about = Öppna adresser för den som vill hämta uppgifter med ett program. Allt är fritt att läsa, utan inloggning. Ett värde som saknas är tomt, och skälet står i kolumnen missing_reason.
describe-parameter-format = Filens format.
describe-parameter-by = Byns id.
describe-parameter-indikator = Indikatorns id.
describe-parameter-data = Löftets id. Utan det gäller det löfte som webbplatsen öppnar med.
describe-parameter-v = Utgåvans nummer. Utan det gäller den senaste utgåvan.
describe-parameter-lang = Språket; utan det svenska.
describe-etag = Ändras när innehållet ändras.
describe-answer-unchanged = Innehållet är detsamma som förut.
describe-answer-wrong = Ett värde i adressen går inte att använda. Svaret säger vilka som går.
describe-answer-unknown = Det som adressen nämner finns inte. Svaret säger vad som finns.
describe-answer-withdrawn = Utgåvan är borttagen.
describe-address-files = Alla filer och format, att välja bland
describe-address-datapackage = Beskrivning av filerna och deras kolumner (Frictionless Data Package)
describe-address-catalogue = Katalog över öppna data (DCAT-AP-SE)
describe-address-openapi = Beskrivning av adresserna (OpenAPI)
describe-address-database = Hela utgåvan som en databas (DuckDB)
describe-address-archive = Alla filer i ett arkiv (ZIP)
describe-address-overview = Översikten som en vanlig sida
describe-address-village = En by som en vanlig sida
describe-address-sheet = Mötesblad om en by, att skriva ut
describe-address-card = Ett kort om en by, att visa på en annan webbplats
describe-address-picture = Bild om löftet, för länkar
describe-address-picture_village = Bild om en by, för länkar
describe-address-picture_indicator = Bild om en indikator, för länkar
describe-address-feed = Nyheter om löftet (Atom)
describe-address-feed_village = Nyheter om en by (Atom)
describe-address-calendar = Löftets datum (kalender)
describe-address-calendar_village = En bys datum (kalender)
### Följ löftet: flöden och kalendrar

feed-title = Nytt om { $about }
feed-village = { $place }, { $promise }
feed-about = Händelser, rättelser, nya utgåvor och besked om att uppgifterna är sena. Varje uppgift har en källa.
feed-kind-event = Händelse
feed-kind-correction = Rättelse
feed-kind-release = Utgåva
feed-kind-late = Försening
feed-late = Uppgifterna är sena: { $promise }
feed-correction = Rättat: { $what }
feed-event = { $activity }: { $event }
feed-event-text = { $date }: { $event }
feed-stated = Läget enligt den ansvariga: { $state }.
feed-evidence = Ett publicerat underlag visar: { $state }.
feed-new-deadline = Nytt slutdatum: { $date }.
feed-relation-follow_up = Det är uppföljning av löftet.
feed-relation-possibly_part = Det kan ha varit en del av löftet, men källan säger det inte.
feed-places = Gäller: { $places }.
feed-responsible = Ansvarig: { $parties }.
feed-source = Källa: { $source }

calendar-title = Datum: { $about }
calendar-about = Uppföljningsmöten, planerade starter, slutdatum och utlovade uppdateringar, där dagen eller månaden är publicerad.
calendar-kind-meeting = Uppföljning
calendar-kind-planned_start = Planerad start
calendar-kind-first_deadline = Första slutdatum
calendar-kind-new_deadline = Nytt slutdatum
calendar-kind-due = Uppdatering
calendar-meeting = Uppföljningsmöte: { $promise }
calendar-meeting-text = Dagen är uträknad ur löftets ord, första måndagen i månaden. Att mötet hölls just då framgår inte av någon källa.
calendar-planned_start = Planerad start: { $activity }
calendar-first_deadline = Första slutdatum: { $activity }
calendar-new_deadline = Nytt slutdatum: { $activity }
calendar-due = Uppgifterna ska vara uppdaterade: { $promise }
calendar-month = { $title } (någon gång i { $month })
calendar-month-text = Källan anger bara månaden, inte dagen.
calendar-words = Källan säger det så här: { $note }
calendar-state = Läget: { $state }.

follow-line = Följ { $about }:
follow-feed = flöde (Atom)
follow-calendar = kalender
follow-help = Så gör du
follow-feed-help = Ett flöde är en lista över det senaste. Kopiera adressen till länken ”flöde” och klistra in den i ett läsprogram för nyheter. Det visar sedan själv när något nytt har hänt. Du lämnar inte ut någon e-postadress.
follow-calendar-help = Kalendern lägger du till i kalendern i din telefon eller dator. Kopiera adressen till länken ”kalender” och välj att prenumerera på en kalender via dess adress. Då kommer nya datum in av sig själva.

### Stämmer det inte? Ett brev om ett fel

mistake-link = Stämmer det inte?
mistake-label = Stämmer det inte? { $what }
mistake-example = Påhittat exempel: { $said }
mistake-not-sent = Allt i exemplet är påhittat. Du behöver inte skicka brevet.
mistake-said = Det står: { $said }
mistake-page = Sidan: { $address }
mistake-release = Löftet: { $promise }, utgåva { $number }, { $date }
mistake-wrong = Vad stämmer inte?
mistake-seen = Var kan vi se hur det är?
mistake-activity = Aktiviteten { $title }
mistake-comparison = { $indicator }, { $place }, { $period }
mistake-place-answer = Svaret för { $place }: { $question }
mistake-goal = Målet { $goal }
mistake-table = Tabellen { $caption }
mistake-village = { $place } på översikten
mistake-no-recipient = ”Stämmer det inte?” öppnar ett brev utan mottagare: fyll i adressen till den som sköter webbplatsen.

### Tillgänglighet: redogörelsen, och det som läses upp

page-tillganglighet = Tillgänglighets{ "\u00AD" }redogörelse
spoken-updated = Sidan är uppdaterad.
spoken-open = Visa alternativen
spoken-dismiss = Stäng alternativen
spoken-no-results = Inget passar
finding-series = { $place }: första värdet { $first }, sista { $last }, lägsta { $lowest }, högsta { $highest }.
finding-one = { $place }: { $value }.
finding-none = { $place }: inga värden.
tillganglighet-owner = { $owner } står bakom den här webbplatsen. Vi vill att så många som möjligt ska kunna använda den. Här står hur den uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och hur du anmäler fler.
tillganglighet-no-owner = Den som driver den här webbplatsen har inte angett sitt namn. Är det en offentlig aktör måste namnet stå här. Redogörelsen säger hur webbplatsen uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister som är kända och hur du anmäler fler.
tillganglighet-level-title = Hur tillgänglig är webbplatsen?
tillganglighet-site = Redogörelsen gäller Trygghet, webbplatsen för löftet { $promise }, på { $site }. Den gäller alla sidor: de med val och diagram, de utan JavaScript, kortet och mötesbladet.
tillganglighet-site-unknown = Redogörelsen gäller Trygghet, webbplatsen för löftet { $promise }. Den gäller alla sidor: de med val och diagram, de utan JavaScript, kortet och mötesbladet.
tillganglighet-level = Webbplatsen är delvis förenlig med lagen (2018:1937) om tillgänglighet till digital offentlig service. Vad som brister står under nästa rubrik.
tillganglighet-requirements = Lagens krav motsvarar standarden EN 301 549 V3.2.1 och därmed WCAG 2.1 på nivå AA. Sidorna provas också mot WCAG 2.2 på nivå AA.
tillganglighet-law = Lagen om tillgänglighet till digital offentlig service
tillganglighet-not-title = Innehåll som inte är tillgängligt
tillganglighet-not = Det här vet vi inte är tillgängligt, eller har ingen provat:
tillganglighet-criterion = { $said } (WCAG { $criterion })
tillganglighet-brist-landmarks = Sidhuvud och sidfot ligger inuti det som skärmläsare kallar huvudinnehåll på sidorna med val och diagram, eftersom verktyget som ritar sidorna lägger allt där. Länken Hoppa till innehållet går förbi sidhuvudet. Sidorna utan JavaScript har det inte så.
tillganglighet-excepted-title = Undantag
tillganglighet-burden = Ingenting är undantaget för att det vore oskäligt betungande att anpassa (12 § i lagen).
tillganglighet-outside = Källorna som sidorna länkar till finns på andras webbplatser. Redogörelsen gäller inte dem.
tillganglighet-how-title = Hur vi har provat
tillganglighet-how = Programmets egna prov är en självskattning. Ingen utomstående har granskat webbplatsen.
tillganglighet-how-axe = Verktyget axe-core i webbläsaren Chromium har gått igenom varje sida med allt utfällt: båda löftena, svenska och engelska, ljust och mörkt.
tillganglighet-how-keyboard = Ett prov går igenom sidorna med bara tangentbordet: hoppar till innehållet, byter sida och by, fäller ut, filtrerar och kopierar. Det som har fokus syns och tappas inte bort.
tillganglighet-how-sizes = Text i dubbel storlek, ett fönster på 320 punkter, större mellanrum i texten och knapparnas storlek.
tillganglighet-how-colours = Färger som läsaren själv har valt, mindre rörelse, och diagram utan färg.
tillganglighet-how-charts = Varje diagram har en text som säger vad det visar, och en tabell bredvid.
tillganglighet-how-not = Ingen som använder skärmläsare, röststyrning eller andra hjälpmedel har provat webbplatsen ännu.
tillganglighet-report-title = Säg till om något inte går att använda
tillganglighet-report = Skriv till oss. Berätta vilken sida det gäller, vad du ville göra och vad som hände. Säg också till om du behöver innehållet i en annan form.
tillganglighet-report-subject = Tillgänglighet på webbplatsen Trygghet
tillganglighet-report-body = Sidan som det gäller:

    Vad jag ville göra, och vad som hände:

    Hjälpmedel, webbläsare och dator eller telefon:

    Jag behöver innehållet i en annan form, nämligen:

tillganglighet-no-report = Den som driver webbplatsen har inte angett någon adress att skriva till. Är det en offentlig aktör måste den finnas här. Tillsynsmyndigheten nedan tar emot anmälningar ändå.
tillganglighet-forms-title = Samma innehåll i andra former
tillganglighet-forms = Allt som visas finns också som enkla sidor utan JavaScript, och alla siffror som filer. Varje by har ett mötesblad att skriva ut.
tillganglighet-supervision-title = Tillsyn
tillganglighet-supervision = Myndigheten för digital förvaltning, Digg, har ansvaret för tillsynen enligt lagen. Är du inte nöjd med svaret från den som driver webbplatsen, eller får du inget, kan du anmäla det till Digg.
tillganglighet-supervision-link = Anmäl till Digg
tillganglighet-date-title = När redogörelsen gjordes
tillganglighet-checked = Proven kördes senast { $date }.
tillganglighet-written = Redogörelsen uppdaterades senast { $date }.

### Kort och enkelt: svaren i korta meningar

simple-title = Kort och enkelt
simple-unclear = Vi vet inte om löftet gäller { $place }.
simple-activities = { $count ->
    [0] Vi vet inte om något ska göras i { $place }.
    [one] En aktivitet i löftet gäller { $place }.
   *[other] { $count } aktiviteter i löftet gäller { $place }.
}
simple-done = { $count ->
    [0] De ansvariga har inte sagt att någon är klar.
    [one] En är klar, säger de ansvariga.
   *[other] { $count } är klara, säger de ansvariga.
}
simple-said = Det senaste beskedet är från { $year }.
simple-evidence = { $count ->
    [0] Det finns inga publicerade bevis.
    [one] Det finns publicerade bevis för en.
   *[other] Det finns publicerade bevis för { $count }.
}
simple-caution = Vi vet inte vad det har lett till.
simple-unpublished = Inga siffror är publicerade för löftets tid.
simple-crimes-unknown = Vi vet inte hur många brott som har anmälts i { $place }.
simple-crimes-all = { $count ->
    [0] Inga brott anmäldes i { $place } under { $period }.
    [one] Ett brott anmäldes i { $place } under { $period }.
   *[other] { $number } brott anmäldes i { $place } under { $period }.
}
simple-crimes-kind = { $indicator } i { $place } under { $period }: { $number }.
simple-before-year = Under { $year } var det { $number }.
simple-before-part = Samma tid { $year } var det { $number }.
simple-hidden = Vi visar inte siffrorna för { $period }.
simple-missing = Vi har inte siffrorna för { $period }.
simple-not-comparable = Vi kan inte jämföra { $period } med { $year }.
simple-crimes-lower = Det är färre än { $year }.
simple-crimes-higher = Det är fler än { $year }.
simple-no_certain_difference = Det är ingen säker skillnad mot { $year }.
simple-too_few = Det är för få för att jämföra.
simple-none_reported = Det finns inget att jämföra.
simple-why-unknown = Vi vet inte varför.
simple-survey-unknown = Vi vet inte om folk känner sig trygga i { $place }.
simple-survey-words = För { $year } finns omdömen i ord, men inga siffror.
simple-survey-asked = Folk fick frågor om trygghet { $year }.
simple-survey-lower = Svaren visar färre problem än { $year }.
simple-survey-higher = Svaren visar fler problem än { $year }.
simple-reason-definition_break = Det som räknas har ändrats.
simple-reason-protected = Det skyddar enskilda människor.
simple-reason-coverage_changed = För en del brott vet vi inte vilken by det gäller.
simple-reason-coverage_unknown = För en del brott vet vi inte vilken by det gäller.
simple-reason-not_judged = Antalet följer hur mycket polisen kontrollerar.
simple-reason-new_series = Vi ser mätningen från 2022 som en ny mätning.
simple-reason-values_disagree = Källorna säger olika.
simple-reason-not_published = En siffra är inte publicerad.
simple-reason-not_measured = Ett av åren mättes det inte.

### Många läsare samtidigt
crowd-notice = Många läser just nu. Här är samma sida utan reglage.
crowd-again = Försök med hela sidan
