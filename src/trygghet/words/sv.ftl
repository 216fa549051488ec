# Allt som en läsare av webbplatsen ser, på svenska.
# En rubrik per rum; nyckeln börjar med rummets namn.

### Servern

server-title = Trygghet
server-description = Så går det med medborgarlöftet: vad som har lovats, vad som har gjorts och hur tryggheten har förändrats, by för by. Varje siffra har en källa.
server-noscript-title = Sidan behöver JavaScript
server-noscript-body = JavaScript är avstängt i din webbläsare. Slå på det och ladda om sidan.
server-not-found-title = Sidan finns inte
server-not-found-body = Det finns ingen sida på den här adressen. Adressen kan vara felskriven, eller så kan sidan ha flyttats eller tagits bort.
server-error-title = Något gick fel
server-error-body = Sidan kunde inte visas. Felet beror inte på dig. Ladda om sidan. Om det inte hjälper kan du gå till startsidan eller försöka igen senare.
server-error-reference = Felet är sparat i vår logg med koden { $id }. Ange koden om du hör av dig till oss.
server-start-link = Till startsidan

### Perioder och tal

period-quarter = kvartal { $quarter } { $year }
period-quarters = kvartal { $first }–{ $last } { $year }

### Hela webbplatsen

site-navigation = Sidor
site-datasets = Uppgifter
site-dataset-published = Publicerade uppgifter
site-dataset-example = Påhittat exempel
site-example-banner = Påhittat exempel. Platser, siffror och händelser på den här sidan finns inte på riktigt.
site-example-mark = Påhittat exempel
site-example-sentence = Exempel: { $sentence }
site-as-of = Uppgifterna gäller läget den { $date }. Utgåva { $release }.
site-source = Källa
site-sources = Källor
site-table = Tabell
site-yes = ja
site-no = nej
site-village = By
site-choose-village = Välj by
site-no-release-title = Ingenting är publicerat ännu
site-no-release = Det finns ingen utgåva att visa. Den som sköter webbplatsen bygger en med kommandot { $command }.
site-new-window = öppnas i ny flik

unknown-dataset-title = Löftet i adressen finns inte
unknown-dataset = Adressen nämner ”{ $value }”, men inga uppgifter är publicerade under det namnet. Välj bland dessa:
unknown-village-title = Byn i adressen finns inte
unknown-village = Adressen nämner ”{ $value }”, men ingen by i löftet heter så. Välj bland dessa:
unknown-indicator-title = Indikatorn i adressen finns inte
unknown-indicator = Adressen nämner ”{ $value }”, men det finns ingen indikator med det namnet. Välj bland dessa:
unknown-choice = Adressen nämner ”{ $value }” under { $name }, men det går inte att välja här. Visar i stället { $shown }.

### Sidornas namn

page-oversikt = Översikt
page-by = Byarna
page-aktiviteter = Aktiviteter
page-indikatorer = Indikatorer
page-data = Data och metod

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
promise-time = Gällde från { $start } till { $first_end }.
promise-extension = Den { $decided } förlängdes löftet till { $end }.
promise-extension-reason = Skäl: { $reason }
promise-goals = Målen och vad som är känt
promise-focus = Fokusområden
promise-follow-up = Så skulle löftet följas upp
promise-compared = Jämförelseår: { $year }.

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
    [one] 1 pågår
   *[other] { $count } pågår
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
    [0] Ingen av löftets publicerade aktiviteter gäller bara { $place }.
    [one] En av löftets aktiviteter gäller särskilt { $place }: { $own_states }.
   *[other] { $own } av löftets aktiviteter gäller särskilt { $place }: { $own_states }.
}
answer-shared-activities = { $shared ->
    [0] Ingen gäller hela { $area }.
    [one] En gäller hela { $area }: { $shared_states }.
   *[other] { $shared } gäller hela { $area }: { $shared_states }.
}
answer-promise-activities = { $count ->
    [0] Ingen aktivitet i löftet är publicerad.
    [one] En aktivitet i löftet är känd. Enligt de ansvariga: { $states }.
   *[other] { $count } aktiviteter i löftet är kända. Enligt de ansvariga: { $states }.
}
answer-activities-latest = Den senaste uppgiften om läget är från { $date }.
answer-evidence = { $shown ->
    [0] Inget publicerat underlag visar att någon av dem har genomförts.
    [one] För en av dem visar ett publicerat underlag att den har genomförts.
   *[other] För { $shown } av dem visar publicerade underlag att de har genomförts.
}
answer-activities-caution = Genomförda aktiviteter visar vad som gjorts, inte vad det lett till.

answer-crimes-none = Hur många brott som har anmälts i { $place } är inte publicerat.
answer-crimes = { $indicator } i { $place }: { $windows }.
answer-window-baseline = { $baseline } under { $year }
answer-window-year = { $now } under { $period } ({ $difference })
answer-window-running = { $now } i { $period }, mot { $baseline } samma del av { $year } ({ $difference })
answer-window-missing = { $period } går inte att räkna ihop, eftersom { $missing } är { $reason }
answer-instead = Det som finns i siffror gäller hela kommunen. { $sentence }

answer-survey-none = { $indicator } för { $place } är inte publicerat för { $year } eller senare.
answer-survey = { $indicator } i { $place }: { $values }.
answer-survey-value = { $value } år { $year }
answer-survey-conflict = { $values } år { $year } (källorna säger olika)
answer-survey-missing = { $reason } år { $year }
answer-survey-earlier = Senast publicerat: { $value } år { $year }.
answer-survey-scale = Skala { $low }–{ $high }. Högre = mer problem.
answer-said = Det här har sagts i ord om { $period }: ”{ $statement }”

### Diagram och karta

chart-promise = löftet
chart-history-caption = { $indicator }, { $place }. Streckad linje: { $baseline }. Skuggat: löftets tid.
chart-conflict-caption = Två ringar samma år: två källor ger olika värden.
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
oversikt-village-link = { $place }: läs mer

card-activities = Aktiviteter
card-activities-value = { $own ->
    [0] Ingen gäller bara byn; { $shared } gäller hela { $area }.
   *[other] { $own } gäller särskilt byn, { $shared } hela { $area }.
}
card-people = { $count } invånare ({ $year })
card-unclear = Oklart om löftet gäller här.
missing-holder = Uppgifterna finns hos: { $holder }

### Byns sida

by-title = Hur går det i { $place }?
by-focus-other = Utan fokusområde
by-activities = Aktiviteter som gäller { $place }
by-shared = Gäller hela { $area }
by-own = Gäller särskilt { $place }
by-possible = Kan ha varit en del av löftet
by-context = Annat som hänt på orten, inte en del av löftet
by-indicators = Siffror för { $place } mot { $year }
by-no-indicators = Inga siffror för { $place } är publicerade.
by-older = Äldre siffror: { $values }
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
table-now = Nu
table-baseline = { $year }
table-difference = Skillnad
table-value = Värde
table-count = Antal
table-rate = Per 100 000 invånare, enligt källan
table-margin = Felmarginal
table-respondents = Svarande
table-note = Att veta
table-conflict = källorna säger olika
table-source = Källa
table-year = År
table-people = Invånare
table-undated = odaterat
table-comparisons = Anmälda brott i { $place } mot { $year }
table-survey = Trygghetsmätningen, { $place }
table-population = Invånare i { $place }

### Aktivitetens kort

activity-state = { $state }
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
activity-timing-late = efter första slutdatum
activity-timing-done_date_unknown = osäkert om det var i tid
activity-timing-overdue = första slutdatum har passerat utan uppgift om att den är genomförd
activity-timing-not_due = första slutdatum har inte passerat
activity-timing-cancelled = inställd
activity-timing-no_deadline = ingen egen tidsgräns
activity-timing = Tid
activity-place = Gäller
activity-responsible = Ansvarig
activity-focus = Fokusområde
activity-focus-inferred = { $focus } (vår bedömning)
activity-occasions = Tillfällen
activity-occasions-value = { $done } av { $planned } tillfällen
activity-note = Att veta
activity-relation = Del av löftet
activity-events = { $count ->
    [one] 1 daterad händelse
   *[other] { $count } händelser
}
activity-strip = Tidslinje: { $description }
strip-start = planerad start

relation-in_promise = ja
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
indikatorer-quarter = Kvartal
indikatorer-month = Månader
indikatorer-chart = { $indicator }, { $places }. Linjen bryts där uppgift saknas. Streckat: { $baseline }. Skuggat: löftets tid.
indikatorer-table = { $indicator }, { $period }
indikatorer-csv = Hämta tabellen som CSV
indikatorer-link = Adressen i webbläsaren leder till just den här vyn.
indikatorer-no-places = Välj minst en plats.
indikatorer-not-judged = Den här indikatorn följer hur mycket polisen kontrollerar. Den visas men bedöms aldrig.
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
data-file-download = Hämta { $file }
data-sources = Källorna
data-contacts = Vem du kan fråga
data-conflicts = Källor som säger olika
data-conflicts-text = Där två källor ger olika värden för samma år visas båda. Medelvärden räknas aldrig.
data-nothing = Fyra sorters ingenting
data-nothing-zero = 0: noll, ett värde som alla andra
data-nothing-protected = ‥ : visas inte, för att skydda enskilda
data-nothing-missing = – : inte publicerat eller inte levererat
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
site-switch = Byt till: { $title }
site-nothing = ingenting
table-same-part = Samma tid { $year }
chart-higher-is-worse = Högre = mer problem.
card-crimes = Anmälda brott
card-survey = Trygghetsmätningen
indikatorer-compare = Jämför med andra platser
indikatorer-others = Andra platser
indikatorer-without = Inget är publicerat i den här uppdelningen för { $places }.
