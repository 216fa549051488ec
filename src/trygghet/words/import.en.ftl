# What `trygghet import` says.

import-problems = { $count ->
    [one] One thing to mend or to answer. Nothing has changed.
   *[other] { $count } things to mend or to answer. Nothing has changed.
}
import-to-add = Add to { $file }, with the answer instead of …:
import-to-add-codes = Add to { $file }, with the indicators in which the line counts instead of …, semicolons between:
import-failed = The files could not be written: { $reason }. Nothing has changed.

import-read = { $rows ->
    [one] { $file }: the headings are on line { $header }, with one line below.
   *[other] { $file }: the headings are on line { $header }, with { $rows } lines below.
}
import-above = Above the headings: lines { $lines } ("{ $text }").
import-footnotes = After the table, read as footnotes and left out: lines { $lines } ("{ $text }").
import-unused = Columns that are not used: { $names }.
import-left-out = { $count ->
    [one] One fact is left out: it lies outside the area or the time, or is not counted.
   *[other] { $count } facts are left out: they lie outside the area or the time, or are not counted.
}
import-sol-understood = Understood, facts: { $rows }, places: { $places }, indicators: { $indicators }, from { $first } to { $last }.
import-survey-understood = Understood, values: { $rows }, places: { $places }, indicators: { $indicators }, time: { $periods }.
import-plan-understood = Understood, activities: { $rows }, of which already in the plan: { $there }.
import-status-understood = Understood, events: { $rows }, activities: { $activities }.
import-status-silent = { $count ->
    [one] One line says nothing of the status and is left out.
   *[other] { $count } lines say nothing of the status and are left out.
}
import-preview = { $count ->
    [one] The first line as it is understood:
   *[other] The first { $count } lines as they are understood:
}
import-would-write = This would change { $files }. New lines: { $new }, changed: { $changed }, unchanged: { $unchanged }. Not covered by the extract and kept: { $kept }. Nothing is written yet.
import-written = Written to { $files }. New lines: { $new }, changed: { $changed }, unchanged: { $unchanged }. Not covered by the extract and kept: { $kept }.
import-removed = { $count ->
    [one] One earlier line from the same source and time is not in the extract and is removed.
   *[other] { $count } earlier lines from the same source and time are not in the extract and are removed.
}
import-change = { $key }: { $column } { $old } → { $new }
import-more-changes = { $count ->
    [one] … and one more change.
   *[other] … and { $count } more changes.
}
import-empty-cell = (empty)
import-nothing-new = Everything in the extract is in the folder already (lines: { $unchanged }). Nothing needs to be written.
import-to-write = To write it, run:
import-event-status = The status is given as "{ $status }".
import-event-deadline = New deadline: { $deadline }.
import-event-occasions = Occasions done: { $count }.

import-no-file = the file does not exist. Check its name and the folder that you are in.
import-too-large = the file is too large, more than { $most } MB. Split the extract or leave out columns.
import-not-a-workbook = the file cannot be read as an Excel file. Open it in Excel, save it as .xlsx and try again.
import-password = the file is locked with a password. Save a copy without one and import that.
import-sheets = several sheets have content: { $names }. Say which with --sheet and its name.
import-sheet-unknown = there is no sheet "{ $value }". Choose one of: { $names }.
import-far-cell = the cell { $value } far out in the sheet is filled, and all between counts. Empty it, or copy the table to a new sheet.
import-not-text = the file is neither Excel nor text in an encoding that can be recognised. Save it as .xlsx or "CSV UTF-8".
import-long-line = the line is longer than { $most } characters. The file is probably no table, or a quotation mark is missing.
import-many-columns = the table has { $value } columns, at most { $most } can be read. Remove those that are not needed.
import-no-header = no line has headings that can be recognised. Where the table should begin it says "{ $value }". Known headings are: { $known }. If the extract has others, write them in import.toml under [columns.{ $kind }].
import-column = the column { $name } is missing among the headings "{ $value }". Known headings are: { $known }. If it has another name in the extract, write in import.toml under { $section }: { $name } = ["the heading"].
import-cell-error = the cell holds an error from Excel. Correct the formula or write the value.
import-formula-without-value = the cell has a formula but no stored value. Open the file in Excel, save it and try again.
import-number = "{ $value }" is not a number. Correct the cell.
import-count = "{ $value }" is not a count. Write a whole number, 0 or more.
import-share = "{ $value }" may be a share or a per cent. If { $value } per cent is meant: write "{ $value } %" as text. If the share is meant: write the per cent, for example 77.
import-date = "{ $value }" cannot be read as a certain date. Write 2021-03-15, 2021-03, 2021, 15 mars 2021 or 15/3 2021; a time in words belongs in the column Tid i ord.
import-period = "{ $value }" cannot be read as a time. Write for example 2019, 2019 kv1, 2019-H1 or 2019-07.
import-empty-value = the value is missing and the extract does not say why. Write the reason in import.toml under [[gaps]], or under [symbols] if it holds for all empty cells: "" = "not_published".
import-symbol = "{ $value }" stands where a number should. Does it mean zero, or that there is no number? Answer in import.toml under [{ $section }]: "{ $value }" = "0", or a reason, for example "not_published".
import-measure = "{ $value }" does not say whether the line is a count or a count per 100 000 inhabitants. Write the heading in import.toml under [columns.sol], at count or rate_per_100k.
import-place-unknown = the place "{ $value }" is not known. Similar names: { $alike }. Write in import.toml under [{ $section }]: "{ $value }" = "the place's id", or "outside" if it lies outside.
import-question-unknown = the question "{ $value }" is not known. Similar: { $alike }. Write in import.toml under [{ $section }]: "{ $value }" = "the indicator's id".
import-focus-unknown = the focus area "{ $value }" is not in promise.toml. Similar: { $alike }. Write in import.toml under [{ $section }]: "{ $value }" = "the focus area's id".
import-status-unknown = the status "{ $value }" is not known. Similar: { $alike }. Write in import.toml under [{ $section }]: "{ $value }" = "planned", "ongoing", "done", "postponed" or "cancelled".
import-category-unknown = the type of crime "{ $value }" is not in crime_codes.csv. Similar: { $alike }. Add a line that says in which indicators it counts, or why it does not.
import-activity-unknown = the activity "{ $value }" is not in activities.csv. Similar: { $alike }. Write its id or whole title, or import the plan first.
import-activity-two = the title "{ $value }" belongs to another activity than the id { $id }. Correct one of them.
import-track = "{ $value }" is no track. Write "publicerat underlag" if evidence is published; else leave the cell empty.
import-figure-twice = "{ $value }" has a value for the same place and time already, from line { $first }. Remove one.
import-twice = the fact "{ $value }" stands twice in the extract, first on line { $first }. Remove one.
import-plan-no-ids = the activities have no id. Add a column with the heading Id. Write for example P01 on line { $row } and drag downwards. The id must stay the same in all later lists.
import-differs-plan = "{ $value }" differs from the frozen plan for { $key }, which says "{ $old }". The plan is not overwritten: write the change as an event with trygghet import status, or strike it from the extract.
import-differs-event = "{ $value }" differs from the event that already stands for { $key }, which says "{ $old }". Events are not overwritten: write the change as a new event with a date of its own.
import-repository = the folder lies in a git repository ({ $repository }). Counts for villages must not be put there: what is in a repository becomes public with it. Move the folder out of it, and set TRYGGHET_DATA to the folder in which it then lies.

import-toml-syntax = "{ $value }" is not valid TOML. Put names and answers in quotation marks: "Lund kommun" = "lund". Each name may stand once.
import-not-a-section = "{ $value }" should be a section. Write [{ $name }] on a line of its own and the answers below it.
import-not-headings = "{ $value }" should be a list of headings. Write for example { $name } = ["The heading"].
import-word-unknown = "{ $value }" cannot be chosen under [{ $section }]. Did you mean: { $known }?
import-word-twice = "{ $value }" stands twice with different answers, first "{ $first }". Remove one.

# The police's extracts: one row per report, or one per month, place and category.
import-police-span = the span is missing. Say which months the extract covers: `--first 2019-01 --last 2021-06`.
import-police-repository = the extract lies in a git repository ({ $repository }), where it easily becomes public. Move the file to a folder outside it.
import-police-not-text = the file is no text. Save the extract as CSV (UTF-8) or xlsx.
import-police-long-line = the line never ends. Save the extract again as CSV, with one line for each report.
import-police-mixed-encodings = the file mixes encodings or is cut off. It may be two files in one: import them one by one, or save the extract again.
import-police-no-headings = the file has no headings. The first line must hold the names of the columns.
import-police-broken = the file cannot be read as a table from here on: quotation marks that do not match, or a file that is cut off. Save the extract again from the police's system or Excel.
import-police-no-room = there is not enough memory or disk for the extract. Make room, or split the extract into shorter spans.
import-police-row-length = rows with more or fewer cells than the headings: { $count } (line { $lines }). Put cells that contain the separator in quotation marks.
import-police-heading-twice = the heading stands twice. Give one of the columns another name.
import-police-formula = rows with a formula or an error from Excel: { $count } (line { $lines }). Paste the values instead.
import-police-no-date = rows without a date: { $count } (line { $lines }). Fill it in, or remove the rows.
import-police-bad-date = dates that cannot be read: { $count } (line { $lines }). Write year, month and day: 2020-03-15.
import-police-no-code = rows without a crime code: { $count } (line { $lines }). Fill it in, or remove the rows.
import-police-no-count = rows without a count: { $count } (line { $lines }). Write 0 where the count is zero, and remove rows that say nothing.
import-police-negative-count = counts below zero: { $count } (line { $lines }). Correct them.
import-police-bad-count = counts that are no whole numbers: { $count } (line { $lines }). Write the count in digits, without spaces.
import-police-number-twice = numbers that stand on several rows: { $count } (line { $lines }). The file may be two overlapping ones in one: remove what is double. If a report has several rows in your extract, rename the column so that it is not read.
import-police-combination-twice = combinations of month, place and category that stand on several rows: { $count } (line { $lines }). The file may be two in one: remove what is double.
import-police-code-twice = the code "{ $value }" stands twice with different meanings. Remove one.
import-police-too-many-codes = the column has more than { $most } different values. Those are hardly crime codes: give the right heading under [columns] in import.toml.
import-police-too-many-places = the column has more than { $most } different values. Those are hardly places: give the right heading under [columns] in import.toml.
import-police-too-many-combinations = the extract has more than { $most } combinations of month, place and category. Split it into shorter spans.
import-police-codes-unknown = codes that are not in crime_codes.csv: { $codes }, reports: { $reports }. The lines to add stand above: fill in indicators, or the reason in set_aside.
import-police-places-unknown = unknown places: { $places }, reports: { $reports }. Say under [places] in import.toml what each one is: the id of one of the promise's villages, unplaced (in the area, not known where) or outside.
import-police-combinations-absent = combinations of month, place and category without a row: { $count }. Are they zero? Then write `absent = "zero"` under [counts] in import.toml. Is the figure missing? Write it under [[gaps]].
import-police-silent = the extract has not a single row about "{ $value }". Was there nothing to report? Then add the line below under [absent] in import.toml, with the answer `"zero"`. Is the figure missing? Write it under [[gaps]].
import-police-other-source = rows for the same places and months that have another source ({ $sources }): { $count }. Remove them first, or name that source.
import-police-nothing = no report lies between { $first } and { $last }. Correct the span, or choose another extract.
import-police-read = Read { $rows ->
    [one] one row
   *[other] { $rows } rows
}. Columns: { $columns }.
import-police-counted = { $reports } reports from { $first } to { $last }.
import-police-blank = { $count ->
    [one] One empty row was
   *[other] { $count } empty rows were
} skipped.
import-police-outside-span = { $count ->
    [one] One row lies
   *[other] { $count } rows lie
} outside the span { $first } to { $last } and are not counted.
import-police-outside-area = Outside the promise's area, not counted: { $reports } reports ({ $names }).
import-police-set-aside = Not counted, by set_aside in crime_codes.csv: { $reports } reports.
import-police-unknown-codes = Codes that are not in crime_codes.csv, with counts:
import-police-unknown-places = Unknown places, with counts:
import-police-absent-combinations = Month, place and category without a row:
import-police-codes-to-add = Lines for crime_codes.csv:
import-police-name = {"  "}{ $name }: { $count }
import-police-alike = {"    "}is like { $names }
import-police-line = {"  "}{ $line }
import-police-more-names = {"  "}… and { $count } more.
import-police-villages = Villages: { $names }.
import-police-unplaced = { $year }: { $unplaced } of { $reports } reports could not be placed in a village.
import-police-category = { $title }, the whole area: { $count }{ $missing ->
    [0] {""}
    [one] {" "}(one month is missing)
   *[other] {" "}({ $missing } months are missing)
}.
import-police-uncounted = { $title }: no code counts here, so nothing is written.
import-police-gaps = { $cells } values are written as missing, by [[gaps]] in import.toml.
import-police-area-note = Figures are missing for one of the villages, so there is no sum.
