# Vad `trygghet build`, `trygghet publish` och `trygghet rollback` säger.

build-would = { $title }: utgåva { $number } skulle publiceras ({ $size } kB). Ingenting är publicerat.
build-would-withdrawn = { $count ->
    [one] Utgåva { $releases } skulle dras tillbaka och tas bort.
   *[other] Utgåvorna { $releases } skulle dras tillbaka och tas bort.
}
publish-done = { $title }: utgåva { $number } är publicerad ({ $size } kB).
publish-done-withdrawn = { $count ->
    [one] Utgåva { $releases } är tillbakadragen. Det som redan har hämtats går inte att ta tillbaka.
   *[other] Utgåvorna { $releases } är tillbakadragna. Det som redan har hämtats går inte att ta tillbaka.
}
publish-not-deleted = Filen { $file } hör till en tillbakadragen utgåva men gick inte att ta bort. Ta bort den, eller publicera igen.
publish-unchanged = { $title }: utgåva { $number } stämmer redan med filerna och programmet. Ingen ny utgåva behövs.
publish-untranslated = { $file }: { $count ->
    [one] En text, eller ett namn, är inte översatt och visas på svenska.
   *[other] { $count } texter och namn är inte översatta och visas på svenska.
}
publish-translates-nothing = { $file }: { $count ->
    [one] En översättning gäller en text som inte står i mappen och visas inte. Rätta msgid eller ta bort den:
   *[other] { $count } översättningar gäller texter som inte står i mappen och visas inte. Rätta msgid eller ta bort dem. De första:
}
publish-against = Mot utgåva { $number }:
publish-first = { $count ->
    [one] Det är den första utgåvan, med 1 rad.
   *[other] Det är den första utgåvan, med { $count } rader.
}
publish-alone = { $count ->
    [one] Det finns ingen tidigare utgåva att jämföra med. Den här har 1 rad.
   *[other] Det finns ingen tidigare utgåva att jämföra med. Den här har { $count } rader.
}
publish-added = { $count ->
    [one] 1 ny rad
   *[other] { $count } nya rader
}
publish-changed = { $count ->
    [one] 1 ändrad
   *[other] { $count } ändrade
}
publish-removed = { $count ->
    [one] 1 borttagen
   *[other] { $count } borttagna
}
publish-row-added = ny: { $key }
publish-row-changed = ändrad: { $key }: { $column } { $old } → { $new }
publish-row-removed = borttagen: { $key }
publish-more = … och { $count } till
publish-other = ändrat: { $what }
publish-nothing = Ingen rad skiljer sig.
publish-corrections = { $count ->
    [one] 1 uppgift rättas. Rättelsen visas på sidan Data och metod.
   *[other] { $count } uppgifter rättas. Rättelserna visas på sidan Data och metod.
}
publish-nothing-to-hide = Löftet har inga antal för byar eller områden, så ingenting behöver döljas.
publish-hidden-title = Skydd av enskilda, antal under { $threshold } visas inte:
publish-hidden = { $hidden ->
    [0] { $table }: ingen av { $cells } rutor döljs.
   *[other] { $table }: { $hidden } av { $cells } rutor döljs ({ $percent } %). { $primary } för att talet är litet, { $complementary } för att de andra inte ska gå att räkna ut.
}
publish-working = { $folder }: kontrolleras, skyddas och prövas …
publish-coarser = { $coarser } skulle ge { $small } små tal i { $cells } rutor.
publish-coarser-month-total = Bara halvår
publish-coarser-area = Bara halvår
publish-coarser-half-category = Bara år
publish-coarser-unplaced = Bara halvår
publish-table-month-total = alla brott, månad och plats
publish-table-area = hela området, månader, halvår och år
publish-table-half-category = slag av brott, halvår och plats
publish-table-year-total = alla brott, år och plats
publish-table-unplaced = anmälningar utan by
publish-group = Små orter som redovisas tillsammans i månader och slag av brott: { $places }.
publish-attacked = Angreppsprov: { $tried } dolda tal prövade mot { $numbers } publicerade, även i tidigare utgåvor. Alla kan vara vilket litet tal som helst.
publish-given-away = { $count ->
    [one] 1 litet tal skulle gå att räkna ut. Ingenting är publicerat.
   *[other] { $count } små tal skulle gå att räkna ut. Ingenting är publicerat.
}
publish-narrowed = { $cell }: kan bara vara { $numbers }. Ta bort en summa som det ingår i, eller slå ihop perioder eller orter i reported_crimes.csv.
publish-shown-in = { $count ->
    [one] { $cell }: står i utgåva { $releases }. Dra tillbaka den med --withdraw { $numbers }, eller ta bort perioden ur reported_crimes.csv.
   *[other] { $cell }: står i utgåvorna { $releases }. Dra tillbaka dem med --withdraw { $numbers }, eller ta bort perioden ur reported_crimes.csv.
}
publish-with-help-of = { $count ->
    [one] { $cell }: går att räkna ut med hjälp av utgåva { $releases }. Dra tillbaka den med --withdraw { $numbers }, eller ta bort perioden ur reported_crimes.csv.
   *[other] { $cell }: går att räkna ut med hjälp av utgåvorna { $releases }. Dra tillbaka dem med --withdraw { $numbers }, eller ta bort perioden ur reported_crimes.csv.
}
publish-fetched = Det som redan har hämtats går inte att ta tillbaka.
publish-exposed = { $cell }: går att räkna ut ur andra tal som visas. Ta bort perioden för platsen ur reported_crimes.csv.
publish-empty = tomt
publish-withheld = (visas inte)
publish-restored = { $promise }: utgåva { $number } gäller igen, i stället för utgåva { $replaced }.

publish-no-by = Skriv vem som publicerar: --by "Anna Andersson, Provbygds kommun". Det visas på webbplatsen.
publish-no-why = Skriv varför: --why "Rättade siffror för 2020". Det visas på webbplatsen.
publish-bad-text = ”{ $value }” går inte att visa på webbplatsen. Skriv högst { $most } tecken på en rad efter { $option }.
publish-bad-number = ”{ $value }” är inget nummer på en utgåva. Skriv till exempel { $option } 3.
publish-failed = Utgåvan kunde inte skrivas: { $reason }. Den tidigare ligger kvar.
publish-busy = Någon annan publicerar samma löfte just nu. Ingenting är ändrat. Försök igen när det är klart.
publish-broken = { $file } saknas eller går inte att läsa. Där står vilken utgåva som gäller. Ingenting är ändrat. Hämta filen från en säkerhetskopia, eller flytta undan mappen { $folder } för att börja om med utgåva 1.
publish-damaged = Utgåva { $number } är skadad: filen är inte den som publicerades. Hämta { $folder } från en säkerhetskopia.
publish-never = Löftet ”{ $promise }” har ingen utgåva i { $folder }. Löften med utgåvor: { $promises }.
publish-no-earlier = Ingen utgåva gällde före utgåva { $number }. Ange en annan med --to. Det finns: { $numbers }.
publish-no-such = Det finns ingen utgåva { $number }. Det finns: { $numbers }.
publish-already = Utgåva { $number } gäller redan. Det finns också: { $numbers }.
publish-withdrawn-target = Utgåva { $number } är tillbakadragen och kan inte gälla igen. Ingenting är ändrat. Det finns: { $numbers }.
publish-withdrawn-before = Utgåva { $number } är redan tillbakadragen. Ingen ny utgåva har publicerats. Det finns: { $numbers }.
publish-withdraw-of-which = Ange mappen med det löfte som utgåvan hör till, före --withdraw. Det går att dra tillbaka utgåvor av ett löfte åt gången.
publish-damaged-target = Utgåva { $number } är skadad eller borta och kan inte gälla igen. Ingenting är ändrat. Det finns också: { $numbers }.
publish-other-program = Utgåva { $number } är skriven av en annan version av programmet och kan inte visas av den här. Ingenting är ändrat. Det finns också: { $numbers }.
