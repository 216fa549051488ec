# What the command line says to the person who maintains a promise's files.
# Each message: what is wrong, and what to do about it.

problem-count = { $count ->
    [one] One problem to mend. Nothing is published; the earlier release stays.
   *[other] { $count } problems to mend. Nothing is published; the earlier release stays.
}
more-of-a-kind = … and { $count } more of the same kind, on lines { $lines }
where-line = line { $line }
where-column = column { $column }

no-folder = the folder does not exist. Name a folder that holds promise.toml, for example data/tryggt-ostra-lund.
file-missing = the file is missing. Add it; where you have no facts, the header line is enough.
file-unknown = the file is not part of the format. Did you mean { $known }? Rename it or move it out of the folder.
file-unreadable = the file cannot be read ({ $value }). See that it is an ordinary file that you may read.
file-empty = the file is empty. The first line must be the header.
no-header = "{ $value }" is not the header line. Begin the file with the names of the columns: { $columns }
not-utf8 = the file is not saved as UTF-8: byte { $value } at position { $place } of the line cannot be read. Save the file again as "CSV UTF-8", or in a text editor as UTF-8.
bad-quotes = the quotation marks do not match in "{ $value }". Double a quotation mark inside a cell, and put the cell in quotation marks.
row-length = the line has { $cells } cells but the header { $columns }: "{ $value }". Put a cell that contains the separator in quotation marks.
cell-without-column = "{ $value }" stands in a column without a name. Name the column or empty the cell.
column-unknown = the format has no column "{ $value }". Did you mean { $known }?
column-twice = the column "{ $value }" stands twice. Remove one.
column-missing = the column is missing. Add it; it may be empty where the fact is not required.
value-missing = the cell is empty. The fact is required: fill it in.
source-missing = the source is missing. Every fact needs one: write its id from sources.csv.
source-unknown = the source "{ $value }" is not in { $where }. Add it there or correct the spelling.
id-unknown = "{ $value }" is not in { $where }. Add it there or correct the spelling.
bad-id = "{ $value }" cannot be an id. Use the letters a-z, digits and hyphens, for example sodra-sandby.
text-too-long = the text has { $length } characters, at most { $most } fit: "{ $value }". Shorten it.
control-character = the text holds a character that does not show, such as a line break or a tab: "{ $value }". Write the cell again on one line.
garbled = letters have gone wrong in "{ $value }". The file was opened in the wrong encoding: fetch the text again and open the file as UTF-8.
formula = "{ $value }" is a formula or an error from Excel. Write the value itself.
count-negative = "{ $value }" is a negative count. A count is 0 or more.
count-fraction = "{ $value }" is not a whole count. Write the count without decimals.
count-not-a-number = "{ $value }" is not a count. Write a whole number in digits, for example 128.
count-too-large = "{ $value }" is too large. A count has at most { $most } digits.
number-grouped = "{ $value }" has spaces or marks between thousands. Write { $plain }.
symbol-for-nothing = "{ $value }" stands for a missing value. Leave the cell empty and give the reason in missing_reason.
symbol-for-empty = "{ $value }" stands for a missing value. Leave the cell empty.
decimal-comma = "{ $value }" has a decimal comma in a comma-separated file. Write { $plain }.
decimal-not-a-number = "{ $value }" is not a number. Write for example 1.56.
bad-period = "{ $value }" is not a period. Write a year (2019), a half-year (2019-H1), a quarter (2019-Q3) or a month (2019-07).
bad-date = "{ $value }" is not a date. Write it as exactly as the source does: 2021-01-29, 2021-01 or 2021.
year-outside = "{ $value }" lies outside the years { $first }–{ $last }. Correct the year.
bad-choice = "{ $value }" cannot be chosen here. Choose one of: { $choices }.
bad-url = "{ $value }" is not a web address. It starts with http:// or https:// and has no spaces or quotation marks.
ref-twice = "{ $value }" names the same id twice. Remove one.
duplicate = the fact "{ $value }" already stands on line { $first } (same { $key }). Remove one; two sources that differ belong in a file that tells sources apart.
duplicate-id = the id "{ $value }" already stands on line { $first }. Give each entry an id of its own, or remove one.
promise-twice = the promise "{ $value }" already stands in the folder { $folder }. Give each promise an id of its own.
value-and-reason-missing = the value is missing without a reason. Fill in the value, or the reason in missing_reason.
value-and-reason = the line has both a value and the reason "{ $value }" for its absence. Keep only one.
in-the-future = "{ $value }" lies after the day that the facts describe ({ $as_of } in promise.toml). Correct the date, or move as_of forward.
end-before-start = "{ $value }" lies before the start { $start }. Correct one of them.
extension-before-start = the extension was decided on "{ $value }", before the promise's start { $start }. Correct the date.
extension-not-later = the new end "{ $value }" is not later than the earlier one ({ $end }). Correct the date; extensions stand in order of time.
baseline-after-start = the baseline year "{ $value }" lies after the promise's start ({ $start }). Choose an earlier year.
place-circle = the places lie inside each other in a circle through "{ $value }". Correct part_of.
coordinate-missing = the coordinate is missing. Latitude and longitude belong together: fill in both or neither.
outside-degrees = "{ $value }" is not a coordinate in degrees, between -{ $most } and { $most }. Write it in WGS84, for example 55.7043.
indicator-elsewhere = the indicator "{ $value }" belongs to { $dataset }. Move the line there or choose another indicator.
series-of-crimes = series is "{ $value }". Fill in all, all_but_police or category for reported crimes; otherwise leave it empty.
headline-missing = no indicator of { $value } has headline yes. Choose the one that pages put first.
outside-scale = "{ $value }" lies outside the scale { $low } to { $high } in indicators.csv. Correct the value or the scale.
below-zero = "{ $value }" is less than zero. Correct the number.
parts-exceed = the whole period is { $value }, but its parts { $first } to { $last } make { $sum } together. Correct the count that is wrong.
parts-fall-short = the whole period is { $value }, but all its parts { $first } to { $last } make only { $sum } together. Correct the count that is wrong.
places-exceed = the area has { $value } in { $period }, but its places and the reports without a village have { $sum } together. Correct the count that is wrong.
places-fall-short = the area has { $value } in { $period }, but all its places and the reports without a village have only { $sum } together. Correct the count that is wrong.
context-kind = context_kind is "{ $value }" and relation { $relation }. Fill in context_kind when relation is context, else leave it empty.
focus-area-basis = focus_area_basis is "{ $value }", but focus_area and focus_area_basis belong together: fill in both or neither.
date-or-note = the date is missing. Fill it in, or say in date_note why it is not known.
deadline-without-postponed = there is a new deadline, "{ $value }", but the status is not postponed. Set the status to postponed or remove the deadline.
occasions-not-planned = "{ $value }" occasions on an activity without occasions_planned. Fill in how many were planned, or remove the number.
bad-geojson = the file is not a GeoJSON FeatureCollection: "{ $value }". Export it again as GeoJSON in WGS84.
bad-outline = the outline cannot be drawn, see "{ $value }". It needs the properties id, name and role (municipality, village or surroundings) and a Polygon in WGS84.
toml-syntax = "{ $value }" is not valid TOML. Put texts in quotation marks: title = "Tryggt östra Lund". Each key may stand once.
toml-too-deep = the file holds an unreasonably long number or too many brackets inside each other. Start from the promise.toml of another promise.
key-unknown = the format has no "{ $value }". Did you mean { $known }?
key-missing = "{ $key }" is missing or empty. Add it.
not-a-list = "{ $value }" should be a list. Write each entry under a heading of its own in double square brackets: [[{ $name }]]
not-a-list-of-texts = "{ $value }" should be a list of texts. Write for example ["Kommunen", "Polisen"].
not-a-text = "{ $value }" is not a text. Put quotation marks round it.
bad-number = "{ $value }" is not a whole number from 2 to 100. Write it without quotation marks, for example 3.
bad-email = "{ $value }" is not an e-mail address. Write a single address, for example registrar@municipality.example, or remove the line.
code-counted-or-set-aside = "{ $value }" is either counted or set aside: fill in indicators or set_aside, but not both.
code-not-in-all = "{ $value }" does not count in { $total }, which is all reported crimes. Add { $total }, with a semicolon between, or set the code aside with a reason.
unplaced-exceed = { $value } reports without a village are more than all { $reports }. Correct the count that is wrong.
coverage-not-an-area = "{ $value }" is no area (kind area in places.csv). Reports without a village are counted for a whole area only: change the place.
coverage-differs = the area's reports are { $value } here but { $count } on line { $line } of reported_crimes.csv. Correct the figure that is wrong.
series-twice = another indicator, on line { $first }, already has series { $value }. Only one can count them all: give one of them category, or remove it.
survey-sensitive = "{ $value }" is for reported crimes only. Write no for an indicator of the survey.
bad-year = "{ $value }" is not a year between 1990 and 2100. Write for example 2019, without quotation marks.

no-promises = There is no promise in the folder { $folder }. Name a promise folder, for example trygghet build data/tryggt-ostra-lund.
example-done = The example is written to { $folder }.
example-failed = The example could not be written: { $reason }.
