# What `trygghet build`, `trygghet publish` and `trygghet rollback` say.

build-would = { $title }: release { $number } would be published ({ $size } kB). Nothing is published.
build-would-withdrawn = { $count ->
    [one] Release { $releases } would be withdrawn and deleted.
   *[other] Releases { $releases } would be withdrawn and deleted.
}
publish-done = { $title }: release { $number } is published ({ $size } kB).
publish-done-withdrawn = { $count ->
    [one] Release { $releases } is withdrawn. What has been fetched already cannot be taken back.
   *[other] Releases { $releases } are withdrawn. What has been fetched already cannot be taken back.
}
publish-not-deleted = The file { $file } belongs to a withdrawn release but could not be deleted. Delete it, or publish again.
publish-unchanged = { $title }: release { $number } already matches the files and the program. No new release is needed.
publish-untranslated = { $file }: { $count ->
    [one] One text or name is not translated and is shown in Swedish.
   *[other] { $count } texts and names are not translated and are shown in Swedish.
}
publish-translates-nothing = { $file }: { $count ->
    [one] One translation is of a text that is not in the folder, and is not shown. Mend its msgid or remove it:
   *[other] { $count } translations are of texts that are not in the folder, and are not shown. Mend their msgid or remove them. The first:
}
publish-against = Against release { $number }:
publish-first = { $count ->
    [one] It is the first release, with 1 row.
   *[other] It is the first release, with { $count } rows.
}
publish-alone = { $count ->
    [one] There is no earlier release to compare with. This one has 1 row.
   *[other] There is no earlier release to compare with. This one has { $count } rows.
}
publish-added = { $count ->
    [one] 1 new row
   *[other] { $count } new rows
}
publish-changed = { $count ->
    [one] 1 changed
   *[other] { $count } changed
}
publish-removed = { $count ->
    [one] 1 removed
   *[other] { $count } removed
}
publish-row-added = new: { $key }
publish-row-changed = changed: { $key }: { $column } { $old } → { $new }
publish-row-removed = removed: { $key }
publish-more = … and { $count } more
publish-other = changed: { $what }
publish-nothing = No row differs.
publish-corrections = { $count ->
    [one] 1 fact is corrected. The correction is shown on the page Data och metod.
   *[other] { $count } facts are corrected. The corrections are shown on the page Data och metod.
}
publish-nothing-to-hide = The promise has no counts for villages or areas, so nothing needs to be hidden.
publish-hidden-title = Protection of people, counts below { $threshold } are not shown:
publish-hidden = { $hidden ->
    [0] { $table }: none of { $cells } cells is hidden.
   *[other] { $table }: { $hidden } of { $cells } cells are hidden ({ $percent }%). { $primary } because the number is small, { $complementary } so that the others cannot be worked out.
}
publish-working = { $folder }: is checked, protected and attacked …
publish-coarser = { $coarser } would give { $small } small numbers in { $cells } cells.
publish-coarser-month-total = Half-years only
publish-coarser-area = Half-years only
publish-coarser-half-category = Years only
publish-coarser-unplaced = Half-years only
publish-table-month-total = all crimes, month and place
publish-table-area = the whole area, months, half-years and years
publish-table-half-category = categories, half-year and place
publish-table-year-total = all crimes, year and place
publish-table-unplaced = reports without a village
publish-group = Small places that are counted together in months and categories: { $places }.
publish-attacked = Attack: { $tried } hidden numbers tried with { $numbers } published ones, earlier releases included. Each can be any small number.
publish-given-away = { $count ->
    [one] 1 small number could be worked out. Nothing is published.
   *[other] { $count } small numbers could be worked out. Nothing is published.
}
publish-narrowed = { $cell }: can only be { $numbers }. Remove a sum that it is part of, or join periods or places in reported_crimes.csv.
publish-shown-in = { $count ->
    [one] { $cell }: stands in release { $releases }. Withdraw it with --withdraw { $numbers }, or remove the period from reported_crimes.csv.
   *[other] { $cell }: stands in releases { $releases }. Withdraw them with --withdraw { $numbers }, or remove the period from reported_crimes.csv.
}
publish-with-help-of = { $count ->
    [one] { $cell }: can be worked out with the help of release { $releases }. Withdraw it with --withdraw { $numbers }, or remove the period from reported_crimes.csv.
   *[other] { $cell }: can be worked out with the help of releases { $releases }. Withdraw them with --withdraw { $numbers }, or remove the period from reported_crimes.csv.
}
publish-fetched = What has been fetched already cannot be taken back.
publish-exposed = { $cell }: can be worked out from other numbers that are shown. Remove the place's period from reported_crimes.csv.
publish-empty = empty
publish-withheld = (not shown)
publish-restored = { $promise }: release { $number } is the current one again, instead of release { $replaced }.

publish-no-by = Write who publishes: --by "Anna Andersson, Provbygds kommun". It is shown on the site.
publish-no-why = Write why: --why "Rättade siffror för 2020". It is shown on the site.
publish-bad-text = "{ $value }" cannot be shown on the site. Write at most { $most } characters on one line after { $option }.
publish-bad-number = "{ $value }" is not the number of a release. Write for example { $option } 3.
publish-failed = The release could not be written: { $reason }. The earlier one stays.
publish-busy = Somebody else is publishing the same promise right now. Nothing has changed. Try again when that is done.
publish-broken = { $file } is lost or cannot be read. It says which release is the current one. Nothing has changed. Fetch the file from a backup, or move the folder { $folder } away to start again with release 1.
publish-damaged = Release { $number } is damaged: the file is not the one that was published. Fetch { $folder } from a backup.
publish-never = The promise "{ $promise }" has no release in { $folder }. Promises with releases: { $promises }.
publish-no-earlier = No release came before release { $number }. Name another with --to. There are: { $numbers }.
publish-no-such = There is no release { $number }. There are: { $numbers }.
publish-already = Release { $number } is the current one already. There are also: { $numbers }.
publish-withdrawn-target = Release { $number } is withdrawn and cannot be the current one again. Nothing has changed. There are: { $numbers }.
publish-withdrawn-before = Release { $number } is withdrawn already. No new release is published. There are: { $numbers }.
publish-withdraw-of-which = Name the folder of the promise that the release belongs to, before --withdraw. Releases of one promise at a time can be withdrawn.
publish-damaged-target = Release { $number } is damaged or lost and cannot be the current one again. Nothing has changed. There are also: { $numbers }.
publish-other-program = Release { $number } was written by another version of the program and cannot be shown by this one. Nothing has changed. There are also: { $numbers }.
