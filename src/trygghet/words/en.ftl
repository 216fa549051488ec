# Everything that a reader of the site sees, in English. The same keys in the same order as sv.ftl.
# The letters to authorities are the exception: authorities answer in Swedish, so their text stands in sv.ftl only.

### The server

server-title = Trygghet
server-description = How the citizen promise is going: what was promised, what has been done and how safety has changed, village by village. Every figure has a source.
server-noscript-title = This page needs JavaScript
server-noscript-body = JavaScript is turned off in your browser. Turn it on and reload the page.
server-noscript-way = Read the page without JavaScript
server-not-found-title = This page does not exist
server-not-found-body = There is no page at this address. The address may be misspelled, or the page may have been moved or removed.
server-error-title = Something went wrong
server-error-body = The page could not be shown. You did nothing wrong. Reload the page. If that does not help, go to the start page or try again later.
server-error-reference = The error is saved in our log with the code { $id }. Give the code if you contact us.
server-not-allowed = “{ $value }” cannot be used as { $name }. Choose from: { $allowed }.
server-not-allowed-title = This address cannot be used
server-start-link = To the start page

### What the server does not take

refused-method = You can only read here, not send anything.
refused-long = The address is too long. It can have at most { $most } characters.
refused-headers = Your browser sends more with its request than the server takes. Remove the cookies of this site and try again.
refused-part = It is not clear which part of the file to send. Fetch the whole file instead.

### Periods and numbers

period-half = { $half ->
    [1] the first half
   *[2] the second half
} of { $year }
period-quarter = quarter { $quarter } of { $year }
period-span = { $first } to { $last }
period-quarters = quarters { $first }–{ $last } of { $year }

### The whole site

site-language = English
site-example-banner = The places, figures and events on this page are not real.
site-example-mark = Made-up example
site-example-watermark = MADE UP
site-example-sentence = Example: { $sentence }
site-source = Source
site-sources = Sources ({ $count })
site-yes = yes
site-no = no
site-no-release-title = Nothing has been published yet
site-no-release = There is no release to show. Whoever runs the site publishes one with the command { $command }.

unknown-dataset-title = The promise in the address does not exist
unknown-dataset = The address names “{ $value }”, but nothing is published under that name. Choose from these:
unknown-village-title = The village in the address does not exist
unknown-village = The address names “{ $value }”, but the promise has no village of that name. Choose from these:
unknown-indicator-title = The indicator in the address does not exist
unknown-indicator = The address names “{ $value }”, but there is no indicator of that name. Choose from these:
unknown-release-title = The release in the address does not exist
unknown-release = The address names release { $number }, but it does not exist. Choose from these:
unknown-choice = The address names “{ $value }” under { $name }, but it cannot be chosen here. Showing { $shown } instead.

### Names of the pages

page-oversikt = Overview
page-by = The villages
page-mal = Goals
page-aktiviteter = Activities
page-indikatorer = Indicators
page-data = Data and method
page-agare = For the owner of the data

### Four kinds of nothing

missing-protected = ‥
missing-not_published = –
missing-not_delivered = –
missing-not_measured = not measured
missing-reason-protected = not shown, to protect individuals
missing-reason-not_published = not published
missing-reason-not_delivered = not delivered
missing-reason-not_measured = not measured

### The promise

promise-by = Made by { $parties }.
promise-time = Period of the promise: { $start } to { $first_end }.
promise-extension = Extended to { $end } (decided { $decided }). Reason: { $reason }
promise-follow-up = How the promise was to be followed up

### The promise’s own texts in another language

translated-note = The promise’s own texts are translated from Swedish by this project; the Swedish is what counts.
translated-about = The promise, its activities and what was said of the villages were written in Swedish. This project has translated them, including what it relates in its own words from the sources; the Swedish is what counts. Titles of Swedish publications stand as they were published, and what has not been translated is shown in Swedish.

### The state of activities

state-planned = planned
state-ongoing = ongoing
state-done = carried out
state-postponed = postponed
state-cancelled = cancelled
state-unknown = status not known

states-planned = { $count ->
    [one] 1 planned
   *[other] { $count } planned
}
states-ongoing = { $count ->
    [one] 1 ongoing
   *[other] { $count } ongoing
}
states-done = { $count ->
    [one] 1 carried out
   *[other] { $count } carried out
}
states-postponed = { $count ->
    [one] 1 postponed
   *[other] { $count } postponed
}
states-cancelled = { $count ->
    [one] 1 cancelled
   *[other] { $count } cancelled
}
states-unknown = { $count ->
    [one] 1 not known
   *[other] { $count } not known
}

### The answers: the most important first

answer-activities-label = Are they doing what they promised?
answer-crimes-label = What do the reported crimes show?
answer-survey-label = Do people feel safe?

answer-village-activities = { $own ->
    [0] None of the promise’s published activities is for { $place } in particular.
    [one] One of the promise’s activities is for { $place } in particular.
   *[other] { $own } of the promise’s activities are for { $place } in particular.
}
answer-shared-activities = { $shared ->
    [0] None covers the whole of { $area }.
    [one] One covers the whole of { $area }.
   *[other] { $shared } cover the whole of { $area }.
}
answer-promise-activities = { $count ->
    [0] No activity in the promise is published.
    [one] One activity in the promise is known.
   *[other] { $count } activities in the promise are known.
}
answer-activities-state = Status according to those responsible, last stated { $date }: { $states }.
answer-activities-state-undated = Status according to those responsible: { $states }.
answer-activities-possible = May also have been part of the promise: { $activities }.
answer-evidence = { $shown ->
    [0] No published evidence shows that any of them has been carried out.
    [one] For one of them, published evidence shows that it has been carried out.
   *[other] For { $shown } of them, published evidence shows that they have been carried out.
}
answer-activities-caution = Activities carried out show what has been done, not what it has led to.

answer-sentences = { $what }: { $sentences }
answer-what = { $indicator } in { $place }
answer-crimes-none = How many crimes have been reported in { $place } is not published.
answer-instead = The figures that exist are for the whole municipality. { $sentence }

answer-survey-none-after = { $indicator } for { $place }: not published for the years after { $year }.
answer-survey-none-from = { $indicator } for { $place }: not published for { $year } or later.
answer-survey-earlier = Last published: { $value } in { $year }.
answer-survey-scale = Scale { $low }–{ $high }. Higher = more problems.
brief-crimes-none = Not published.
brief-survey-none-after = Not published for the years after { $year }.
brief-survey-none-from = Not published for { $year } or later.
answer-said = This has been said in words about { $period }: “{ $statement }”

### Charts and map

chart-promise = the promise
chart-history-caption = { $indicator }, { $place }. Dashed line: { $baseline }. Shaded: period of the promise.
chart-conflict-caption = Two rings in one year: two sources give different values.
chart-margin-caption = Vertical line: the margin of error.
chart-chance = what chance and ordinary variation can do
chart-expected = expected { $low }–{ $high }
chart-promise-time = The promise: { $start }–{ $end }.
chart-measured = published survey
chart-nothing-published = nothing published
map-description = Map of { $area } with { $villages }.
map-caption = The outlines of towns and villages are regional statistical areas of Statistics Sweden (SCB). They are newer than the promise and not the same as the areas of the safety survey.
map-without-place = Not on the map, as the sources give no coordinates: { $villages }.

### Overview

oversikt-title = How { $promise } is going
oversikt-villages = Village by village
oversikt-map = Map
oversikt-municipality = The whole of { $place }: the figures that exist
oversikt-municipality-caution = The figures are for the whole municipality. They say nothing about any one village and do not show what the promise has meant.
oversikt-news = Latest events
oversikt-all-activities = All activities
oversikt-not-published = This is not published
oversikt-village-link = More about { $place }

card-activities = Activities
card-activities-value = { $own ->
    [0] None for the village in particular; { $shared } for the whole of { $area }.
   *[other] { $own } for the village in particular, { $shared } for the whole of { $area }.
}
card-people = Population { $count } ({ $year })
card-unclear = Unclear whether the promise applies here.
missing-holder = Who has the information: { $holder }

### A village's page


by-compared = How we calculated, and what you can write
by-choose = Choose a village
by-title = How is it going in { $place }?
by-focus-other = No focus area
by-activities = Activities for { $place }
by-possible = May have been part of the promise
by-context = Other things that happened here, not part of the promise
by-indicators = Figures for { $place } against { $year }
by-no-indicators = No figures for { $place } are published.
by-more-figures = More indicators for { $place }
by-statements = What has been said in words
by-statements-area = About { $area } as a whole and { $place }. The texts report what the sources say, in the project’s words.
by-people = Population
by-people-none = The population is not published.
by-not-published = Not published for { $place }
by-unclear = No source says that the promise applies to { $place }, but the village lies in the east. Activities for the whole of { $area } are therefore shown with reservation.
statement-inferred = Our inference; the source does not name the village.

### Tables

table-indicator = Indicator
table-place = Place
table-period = Period
table-difference = Difference
table-value = Value
table-count = Count
table-rate = Per 100,000 people
table-margin = Margin of error
table-respondents = Respondents
table-note = Please note
table-conflict = the sources disagree
table-year = Year
table-people = Population
table-undated = undated
table-comparisons = Reported crimes in { $place } against { $year }
table-population = Population of { $place }

### An activity's card

activity-state-said = { $state } according to those responsible, { $date }
activity-state-undated = { $state } according to those responsible, undated
activity-state-unknown = status not known
activity-evidence = Evidence
activity-evidence-none = no published evidence
activity-evidence-done = published evidence shows that it has been carried out
activity-evidence-other = published evidence shows: { $state }
activity-deadline = First deadline
activity-deadline-promise = none of its own; the promise was to end { $first_end }, extended to { $end }
activity-deadline-promise-kept = none of its own; the promise ends { $first_end }
activity-deadline-none = none published
activity-deadline-words = { $note }
activity-new-deadline = New deadline
activity-timing-in_time = on time
activity-timing-late = after the first deadline
activity-timing-done_date_unknown = uncertain whether it was on time
activity-timing-overdue = the first deadline has passed, with no word that the activity has been carried out
activity-timing-not_due = the first deadline has not passed
activity-timing = Timing
activity-place = Applies to
activity-responsible = Responsible
activity-focus = Focus area
activity-focus-inferred = { $focus } (our assessment)
activity-occasions = Occasions
activity-occasions-value = { $done } of { $planned } occasions
activity-note = Please note
activity-relation = Part of the promise
activity-more = { $count ->
    [0] More about the activity
    [one] More about the activity and 1 event
   *[other] More about the activity and { $count } events
}
activity-strip = Timeline: { $description }
strip-start = planned start

relation-follow_up = follow-up of the promise
relation-possibly_part = possibly
relation-context = no, context
context-preparation = preparation for the promise
context-before = before the promise
context-parallel = a project of its own alongside the promise
context-after = after the promise
context-constraint = a constraint during the promise

### Activities

aktiviteter-title = The activities: what was promised and what is known
aktiviteter-shown = { $count ->
    [one] Showing 1 activity of { $all }.
   *[other] Showing { $count } activities of { $all }.
}
aktiviteter-none = No activity matches all your choices. Remove one choice at a time.
aktiviteter-filter-by = Village
aktiviteter-filter-fokus = Focus area
aktiviteter-filter-ansvarig = Responsible
aktiviteter-filter-lage = Status
aktiviteter-filter-del = Part of the promise
aktiviteter-all = All
aktiviteter-relation-in_promise = Activities in the promise
aktiviteter-relation-follow_up = Follow-up of the promise
aktiviteter-relation-possibly_part = May have been part of the promise
aktiviteter-relation-context = Context: not part of the promise, not counted
aktiviteter-key = How to read the squares
aktiviteter-timeline = The timeline shows planned time, first deadline (line), new deadline (thin line) and events (dots). Shaded: period of the promise. The whole line: { $first } to { $last }.
aktiviteter-sources = The original plan is never changed. Every change is a dated event with its own source.

### Indicators

indikatorer-title = The indicators against { $year }
indikatorer-choose = Indicator
indikatorer-places = Places
indikatorer-period = Time
indikatorer-year = Years
indikatorer-half = Half-years
indikatorer-quarter = Quarters
indikatorer-month = Months
indikatorer-chart = { $indicator }, { $places }. The line breaks where a value is missing. Dashed frame: { $baseline }. Shaded: period of the promise.
indikatorer-table = { $indicator }, { $period }
indikatorer-link = The address in your browser leads to exactly this view.
indikatorer-no-places = Choose at least one place.
indikatorer-direction-lower = Lower is better.
indikatorer-direction-higher = Higher is better.
indikatorer-direction-not_judged = Higher or lower is neither good nor bad in itself.
unit-reports = number of reported crimes
unit-index = index
unit-percent = per cent

### Data and method

data-title = Data and method
data-not-published = This is not published
data-reading = How to read the figures
data-files = The files
data-files-text = Everything shown comes from these files. Every row has a source.
data-sources = The sources
data-contacts = Who you can ask
data-conflicts = Sources that disagree
data-conflicts-text = Where two sources give different values for the same year, both are shown. Averages are never calculated.
data-nothing = Four kinds of nothing
data-nothing-zero = 0 zero, a value like any other
data-nothing-protected = ‥ not shown, to protect individuals
data-nothing-missing = – not published or not delivered
data-nothing-not_measured = not measured: nobody measured it that year
data-column = Column
data-type = Type
data-required = Required
data-meaning = Meaning
source-licence = Licence: { $licence }.
source-facts = { $count ->
    [0] Nothing on the site rests directly on it.
    [one] One fact rests on it.
   *[other] { $count } facts rest on it.
}
site-switch = Switch to { $title }
site-switch-example = See a made-up example
site-nothing = nothing
site-without-javascript = Simple page to print, without JavaScript
table-same-part = { $year }, same part
chart-higher-is-worse = Higher = more problems.
card-crimes = Reported crimes
card-survey = Safety survey
indikatorer-compare = Compare with other places
indikatorer-others = Other places
indikatorer-without = Nothing is published in this division for { $places }.

### The files of a promise's folder

type-id = id
type-text = text
type-count = whole number
type-decimal = decimal number
type-date = date
type-period = period
type-choice = choice
type-url = web address
type-ref = id from another file
type-refs = several ids, separated by semicolons

file-rows = { $title }: { $count ->
    [one] 1 row
   *[other] { $count } rows
}
file-name-sources = Sources
file-name-places = Places
file-name-population = Population
file-name-indicators = Indicators, what is measured
file-name-reported_crimes = Reported crimes
file-name-crime_codes = Crime codes, how the police’s codes are counted into the indicators
file-name-coverage = Coverage, reports that could not be tied to a village
file-name-safety_survey = Safety survey
file-name-statements = What has been said in words
file-name-activities = Activities as first planned
file-name-activity_events = Events, what has happened since
file-name-not_published = What is not published

column-source = The source of the fact: the id of a row in sources.csv.
column-note = What you need to know about the row when you read it.
column-missing_reason = Why the value is missing: not_published, not_delivered (promised to the site but not delivered), not_measured or protected (not shown, to protect individuals).

column-sources-id = The source’s id, which stands in the column source of the other files.
column-sources-title = The source’s title in Swedish.
column-sources-publisher = Who published the source.
column-sources-published = When the source was published; empty if it is undated.
column-sources-url = The source’s web address.
column-sources-licence = The source’s licence, for example CC0 or CC BY 4.0, where it is known.

column-places-id = The place’s id, which stands in the web address and in the other files.
column-places-name = The place’s name.
column-places-kind = What kind of place it is: village (village or small town), district (part of a town), area (the area of the promise), municipality, police_area (local police district) or region (police region).
column-places-part_of = The place that this one lies in.
column-places-in_promise = Whether the promise applies to the place: yes, no or unclear (the sources do not say).
column-places-latitude = The place’s latitude in degrees, in WGS84.
column-places-longitude = The place’s longitude in degrees, in WGS84.

column-population-place = The place where the people live.
column-population-period = The year of the figure; empty if the source is undated.
column-population-population = The number of people.

column-indicators-id = The indicator’s id, which stands in the files of values.
column-indicators-title = The indicator’s name as shown here.
column-indicators-dataset = The file with the values: reported_crimes or safety_survey.
column-indicators-unit = What the value is counted in: reports (number of reported crimes), index or percent.
column-indicators-good_direction = Which direction is good: lower, higher or not_judged (never judged).
column-indicators-sensitive = Whether the measure is sensitive (violence, sexual offences, threats, narcotics) and therefore never shown for anything smaller than the whole area of the promise: yes or no.
column-indicators-headline = Whether the indicator is shown first, on the overview and the village’s page: yes or no (only where readers choose the indicator themselves).
column-indicators-scale_min = The lowest value of the scale.
column-indicators-scale_max = The highest value of the scale.
column-indicators-description = What the indicator measures.
column-indicators-caution = The pitfall: what it is easy to get wrong about the value.

column-reported_crimes-place = The place that the count is for.
column-reported_crimes-period = The year, quarter or month in which the crimes were reported.
column-reported_crimes-indicator = Which crimes are counted: the id of a row in indicators.csv.
column-reported_crimes-count = The number of reported crimes; empty if it is missing.
column-reported_crimes-rate_per_100k = The source’s own figure per 100,000 people for the period; a quarter’s figure cannot be compared with a year’s.

column-safety_survey-place = The place that the value is for.
column-safety_survey-period = The year of the survey.
column-safety_survey-indicator = What is measured: the id of a row in indicators.csv.
column-safety_survey-value = The value, with as many decimals as in the source; empty if it is missing.
column-safety_survey-margin = The margin of error in each direction, only if whoever made the survey gives it.
column-safety_survey-respondents = Number of respondents in the place.

column-statements-id = The statement’s id.
column-statements-place = The place that the statement is about.
column-statements-period = The time that the statement is about.
column-statements-statement = What was said, in the project’s words.
column-statements-compared_with = What the place was compared with.
column-statements-basis = What the statement rests on: stated (the source says it about the place) or inferred (the place is not named, it is an inference).

column-activities-id = The activity’s id, which stands in activity_events.csv.
column-activities-title = The activity’s name.
column-activities-description = What is to be done.
column-activities-places = The places that the activity is for.
column-activities-focus_area = The activity’s focus area, described in promise.toml.
column-activities-focus_area_basis = What the focus area rests on: published (the source gives it) or inferred (it is an inference).
column-activities-responsible = Those responsible, separated by semicolons.
column-activities-relation = Whether the activity is part of the promise: in_promise (yes), follow_up (follow-up of the promise), possibly_part (may be part of it, the source does not say) or context (no, context).
column-activities-context_kind = What kind of context it is: preparation (for the promise), before (the promise), parallel (alongside the promise), after (the promise) or constraint (something that limited it, such as the pandemic).
column-activities-planned_start = Planned start, only if a source gives it for this very activity.
column-activities-first_deadline = The deadline that first applied, only if a source gives it for this very activity.
column-activities-deadline_note = The time in words, where the source gives no date.
column-activities-occasions_planned = Number of planned occasions, for what is repeated.
column-activities-basis = What the row rests on: plan (a published plan or a promise), reported (somebody has reported it) or inferred (it is an inference).

column-activity_events-activity = The activity: the id of a row in activities.csv.
column-activity_events-date = When it happened or was said.
column-activity_events-date_note = The time in words, where the source gives no date.
column-activity_events-track = Which track the row belongs to: stated (what those responsible say) or evidence (what published evidence shows).
column-activity_events-status = The status after the event: planned, ongoing, done (carried out), postponed or cancelled; empty if the status does not change.
column-activity_events-new_deadline = New deadline, where the activity is postponed.
column-activity_events-occasions_done = Number of occasions held so far.
column-activity_events-event = What happened.

column-not_published-id = The row’s id.
column-not_published-title = What is missing.
column-not_published-topic = What it is about: activities, crimes (reported crimes), survey (the safety survey) or evaluation (follow-up and evaluation).
column-not_published-places = The places that it is for.
column-not_published-holder = Who may have the information.
column-not_published-known = What is known instead.
column-not_published-authorities = The authorities that the information can be requested from, by their ids in promise.toml.
column-not_published-asked_for = The document or table to request.
column-not_published-first_period = The first period of the request.
column-not_published-last_period = The last period of the request.
column-crime_codes-code = The crime code or category, as it stands in the police’s extract.
column-crime_codes-indicators = The indicators that the code is counted in.
column-crime_codes-set_aside = The reason, if the code is not counted.
column-coverage-place = The area.
column-coverage-period = When the crimes were reported.
column-coverage-reports = All reports in the area.
column-coverage-unplaced = Those of them that could not be tied to a village.
table-sum = the sum of the parts

### Verdicts: a word always rests on a verdict, never on numbers

verdict-lower = lower than in { $year }
verdict-higher = higher than in { $year }
verdict-no_certain_difference = no certain difference from { $year }
verdict-within-margin = the difference from { $year } is smaller than the margin of error
verdict-too_few = too few to compare
verdict-none_reported = none reported in either year
verdict-none = no verdict ({ $reason })
verdict-meaning = “Lower” and “higher” mean that the difference is larger than what usually happens between two years in the municipalities of Skåne. The words never say why.
verdict-days-only = Calculated without population figures, which are missing for one of the years.

reason-missing = { $period }: { $reason }
reason-period_incomplete = part of the period is missing
reason-definition_break = what is counted has changed
reason-protected = the number is not shown, to protect individuals
reason-coverage_changed = the number of reports that could not be tied to a village has changed, and the answer may depend on that
reason-coverage_unknown = it is not known how many reports could not be tied to a village
reason-not_judged = the number follows how much the police check
reason-new_series = from 2022 we treat the survey as a new series
reason-values_disagree = the sources’ values give different answers
reason-not_published = the value for one of the years is not published
reason-not_measured = not measured in one of the years

counts-year = { $now } reported in { $period }, { $baseline } in { $year }
counts-running = { $now } reported in { $period }, { $baseline } in the same part of { $year }
counts-rolling = { $now } reported in the latest twelve months ({ $period }), { $baseline } in { $year }
counts-end = { $now } reported in the last twelve months of the promise ({ $period }), { $baseline } in { $year }
counts-promise = { $now } reported during the whole promise ({ $period }), to be compared with { $baseline } in the same months of { $year }, weighted as some are used twice
comparison-sentence = { $counts }: { $word }.

interval = The ratio is { $ratio }, with uncertainty { $lower }–{ $upper } ({ $level } per cent confidence).
interval-short = { $period }: { $ratio } ({ $lower }–{ $upper })
intervals = Ratio to { $year }, with uncertainty at the { $level } per cent level. { $list }.
interval-open = The ratio is { $ratio }, with uncertainty from { $lower } upwards ({ $level } per cent confidence).
survey-values = { $now } in { $year }, { $baseline } in { $baseline_year }
margin-producer = Margin of error for the difference: ±{ $margin }, calculated from the source’s margins of error.
margin-our_estimate = Margin of error: ±{ $margin }. None is published; this is our estimate.

ordinary-title = Was { $year } an ordinary year?
ordinary-years = The years before: { $years }. { $year }: { $value }.
ordinary-differs = { $year } differs from { $years } by more than what usually happens between two years.
ordinary-alike = { $year } does not certainly differ from any of them.

area-title = Compared with others
area-counts = { $comparison } together: { $now } reported in { $period }, { $baseline } in the same part of the baseline year.
area-alike = The change in { $place } cannot be told apart from theirs.
area-apart = The change in { $place } differs from theirs.
area-ratio = The ratio between the changes is { $ratio } ({ $lower }–{ $upper }, { $level } per cent confidence).
area-count_below_five = The numbers are too small to compare the changes.
area-count_missing = The changes cannot be compared, as a number is hidden or missing.
area-caution = The comparison cannot tell the promise from the pandemic, from the baseline year perhaps being unusual, or from other measures.

may-write-title = You can write
may-write = { $indicator } in { $place }: { $sentence }
may-write-source = Source: { $source }. { $title }, release { $release }. { $address }
may-not-title = You cannot write
may-not-why = Why it turned out this way, or that the promise is behind it. The comparison does not say why.
may-not-change = That there are more crimes or fewer, or that nothing has changed. The difference from { $year } may be temporary.
may-not-safer = That people feel more or less safe than in { $year }. The difference is smaller than the margin of error.
may-not-anything = That anything has changed since { $year }. The figures do not suffice for a verdict.
may-not-rank = That one village is better or worse than another. The villages differ in size and circumstances.

method-title = How we calculated
method-now = Count now
method-baseline = Count in { $year }
method-days = Days
method-days-value = { $now } now, { $baseline } in the baseline year
method-exposure-population_days = People and days now, divided by those of the baseline year
method-exposure-days = Days now, divided by those of the baseline year
method-series = Counted as
method-series-all = all reported crimes (constant 0.25)
method-series-category = a category (constant 0.35)
method-phi = Ordinary variation, times that of chance
method-interval = Ratio and uncertainty
method-p = P-value
method-too-few = Smallest sum for a verdict
method-lines = Rows in reported_crimes.csv
method-sql = The same counts from the release’s file
method-band = Counts that give no word
method-band-value = { $low }–{ $high }
table-verdict = Verdict

### Goals

mal-title = Is { $promise } reaching its goals?
mal-lead = Two questions that are never merged: did they do what they promised, and did things get better? No overall grade is given.
mal-done = Did they do what they promised?
mal-better = Did things get better?
goal-state-fulfilled = Fulfilled
goal-state-on_track = On the way
goal-state-not_fulfilled = Not fulfilled
goal-state-not_assessable = Cannot be assessed
goal-note-no_threshold_set = The promise set no limit for what counts as feeling safe.
goal-rule = The rule that led here
goal-rule-when = If
goal-rule-then = the status is
goal-rule-taken = this row applies now
goal-change = This would change the status
goal-missing = This is not published

goal-why-lower_while_running = The figure is lower than in the baseline year, but the period of the promise has not ended.
goal-why-lower_at_end = The figure is lower than in the baseline year at the end of the promise.
goal-why-higher = The figure is higher than in the baseline year.
goal-why-no_certain_difference = The difference from the baseline year is no larger than what usually varies.
goal-why-too_few = The numbers are too small to compare.
goal-why-none_reported = Nothing was reported in either year.
goal-why-no_verdict = The figure has no verdict: { $reason }.
goal-why-series_disagree = All reported crimes, and all but those that the police find themselves, give different words.
goal-why-nothing_published = No figure is published, neither for the area of the promise nor for the municipality.
goal-why-only_municipality = Only figures for the whole municipality are published. They cannot settle a goal for { $area }.
goal-why-all_done = All activities in the plan are said to have been carried out, and the period of the promise has ended.
goal-why-plan_not_published = The contents of the plan are not published. Only the activities named in public texts are known.
goal-why-still_running = The period of the promise has not ended, and not everything in the plan has been carried out.
goal-why-not_all_done = The period of the promise has ended and not everything has been carried out. The promise does not say whether the goal is reached all the same.

rule-crimes-1 = there are only figures for the whole municipality, or none
rule-crimes-2 = something is missing, the numbers are too small or the difference may be temporary
rule-crimes-3 = all crimes and all but the police’s own discoveries give different words
rule-crimes-4 = crimes are higher than in the baseline year
rule-crimes-5 = crimes are lower than in the baseline year while the promise runs
rule-crimes-6 = crimes are lower than in the baseline year at the end of the promise
rule-survey-1 = there is only an index for the whole municipality, or none
rule-survey-2 = the index is missing for a year, the sources give different words or the difference is smaller than the margin of error
rule-survey-4 = the index is higher than in the baseline year by at least the margin of error
rule-survey-5 = the index is lower by at least the margin of error while the promise runs
rule-survey-6 = the index is lower by at least the margin of error at the end of the promise
rule-activities-1 = the contents of the plan are not published
rule-activities-2 = the promise is running
rule-activities-3 = the promise has ended and not everything has been carried out
rule-activities-6 = the promise has ended and everything in the plan is said to have been carried out

change-crimes = Reported crimes for { $area }, for { $year } and for the last twelve months of the promise. The verdict lower would mean fulfilled, higher not fulfilled.
change-survey = The safety index for { $area } for { $year } and for a year after the promise began, with a margin of error.
change-activities = The whole activity plan with dates, and word on each activity.

measure-done_of_planned = { $a } of { $b } known activities in the promise are said to have been carried out
measure-done_of_due = { $a } of { $b } whose first deadline has passed are said to have been carried out
measure-in_time_of_done = { $a } of { $b } carried out were finished on time
measure-cancelled_of_planned = { $a } of { $b } known activities in the promise are cancelled
measure-percent = { $measure } ({ $percent } per cent)

mal-late = Late against the first deadline
mal-late-none = No activity in the promise has passed a deadline of its own without word.
mal-late-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
mal-late-overdue = { $days } after the first deadline, with no word that it has been carried out
mal-late-done = carried out after the first deadline
mal-late-no-deadlines = None of the promise’s known activities has a published deadline of its own. It is therefore not possible to say which are late.
mal-cancelled = Cancelled
mal-cancelled-none = No activity in the promise is cancelled.
mal-unproven = Said to have been carried out, without published evidence
mal-unproven-none = No activity in the promise is said to have been carried out without published evidence.
mal-calendar = Safety: when it was measured
mal-calendar-text = A survey outside the period of the promise cannot show how things went during it. When in the year the questions were asked is not always published, so a year is shown as a whole.
mal-calendar-caption = Filled square: a published survey. Dashed: not measured. Empty: nothing published. Shaded: period of the promise.
mal-changed = Changed since the last meeting
mal-since = Since
mal-meeting = the meeting of { $date }
mal-changed-none = Nothing has happened since then, according to what is published.
method-change = Difference
method-margin = Margin of error
method-level = Confidence, per cent
indikatorer-verdicts = Verdicts against { $year }

### The method

method-heading = The method
method-about-counts = Reported crimes are compared with the same months of { $year }: a whole year with the whole year, a running year with the same part of it. Dates are dates of report. The calculation takes account of days and population, and of days only where the population is missing.
method-about-interval = Numbers vary more between years than pure chance. The variation is therefore scaled up: 1 + 0.35 times the square root of the average count for a category, 0.25 for all crimes together. The uncertainty is calculated at the 99 per cent level. The promise’s end assessment, its last twelve months against the whole of { $year }, is calculated at 95 per cent as it was decided in advance.
method-about-words = The words are: lower, higher, no certain difference, too few to compare, none reported. If part of the period is missing, or a number is not shown, no word is said, only the reason. Narcotics, weapons and traffic offences are shown but never judged: they follow how much the police check.
method-about-survey = The safety survey’s index runs from 0 to 6 and lower is better. A difference gets a word only when it is at least as large as the margin of error. Where the source gives none, our estimate is used: 0.20 for a municipality and 0.60 for an area. If two sources give different values, a word is said only if all values give the same one. From 2022 we treat the survey as a new series. That is our inference: nearly all the older values match averages of 32 whole numbers, the newer ones do not.
method-about-activities = An activity has three tracks that are not merged: what those responsible say, what published evidence shows and whether the first deadline was kept. Measures are written as numbers out of numbers, and in per cent only from 20. No points, no forecasts, no ranking.
method-about-goals = The goals are assessed for the promise as a whole, never for a village. Fulfilled is never said before the end date. Figures for the whole municipality do not settle a goal that is about the villages. The promise sets no limit for the goal about activities, so it is assessed only when the whole plan is known and the period has ended.
limits-title = How much numbers usually vary
limits-caption = At most this many for “lower” / at least this many for “higher”
limits-category = a category, { $level } per cent
limits-all = all crimes, { $level } per cent
limits-never = never
limits-cell = { $lower } / { $higher }
limits-example = Row 20 is read like this: if there were 20 reported crimes of a category in the baseline year, there must be at most 2 to be called lower and at least 63 to be called higher.

### Copying

copy-button = Copy with source and address
copy-copied = Copied
copy-failed = Copying did not work. The text is selected, so you can copy it yourself.
column-places-compare_as = The name of the group that the place is counted in when other places are compared together; empty for places that are not to be compared.
column-indicators-series = What is counted: all is all reported crimes, all_but_police all but those that the police find themselves, category a category; empty for the safety survey.

chart-now = now
chart-month-band = Grey: as many as are expected in an ordinary month, compared with the same month of the baseline year (99.8 per cent level). Single months get no verdict.
chart-rows = Reported crimes in { $place } against { $year }. Grey: how much a number usually varies.
chart-villages = { $indicator } { $now } against { $year }
by-together = { $places } together
by-together-text = Small places are shown together when counts are divided by month or kind of crime. That way nobody can be recognised.
coverage-sentence = Could not be tied to any village in { $area }: { $parts }.
coverage-part = { $unplaced } of { $reports } reports in { $period }
coverage-part-alone = { $unplaced } reports in { $period }
coverage-part-hidden = ‥ reports in { $period } (not shown)
data-protection = Protection of individuals
data-protection-text = For villages and areas, counts from 1 to { $most } are not shown. As many others are hidden as it takes that these cannot be worked out, not even from sums or earlier releases. A hidden cell may be any number from 1 to { $most }, but also 0 or a larger one. The limit is our choice.
data-protection-sensitive = Sensitive kinds of crime (violence, sexual offences, threats and narcotics) are shown only for the whole area of the promise. Places with fewer than 1,000 people are shown together with another one when counts are divided by month or kind of crime.
data-protection-none = For this promise no counts for villages are published, so nothing is hidden.
data-protection-caption = Hidden cells in the tables of reported crimes
protection-table = Table
protection-cells = Cells
protection-hidden = Hidden
protection-month_total = All reported crimes, by month and place
protection-area = The whole area, months, half-years and years, all kinds of crime
protection-half_category = Kinds of crime, half-years and years, by place
protection-year_total = All reported crimes, by year and village
protection-unplaced = Reports that could not be tied to a village
place-group-note = Small places are shown together where counts are divided by month or category: { $names }.
group-sum = The sum of the places’ populations.

### Ask for the figures: a letter to an authority, and the buttons beside them

letter-title = Request the information
letter-about = Anyone may request official documents. The letter is in Swedish, since the authorities answer in Swedish. Read it through before you send it.
letter-summary = Letter to { $authority }
letter-subject-line = Subject: { $subject }
letter-copy = Copy the letter
letter-open = Open in email
letter-address = The authority’s address: { $email }
letter-no-address = The authority’s address is not given here: fill it in yourself.
letter-paste = [Paste the letter that you copied.]
letter-invented = The letter is made up and must not be sent.
letter-signature = [name, if you wish]

### The page for whoever owns the figures

data-owner-link = For the owner of the data: how to put it in and publish it
agare-title = Put in and publish data: { $promise }
agare-lead = For the municipality, the police and others who own the data. You do not need to know how to program. You write one command at a time in a terminal window and replace the words in capitals with your own.
agare-copy = Copy the command
agare-word-extract = EXTRACT
agare-word-folder = FOLDER
agare-word-folders = FOLDER-OF-PROMISES
agare-word-source = SOURCE
agare-word-name = NAME
agare-word-reason = REASON

agare-needed = What you need
agare-needed-program = The program, on a computer of yours. Whoever runs the site installs it. Open a terminal window in the program’s folder and begin with this:
agare-needed-folder = A folder that holds the folders of the promises. It should lie outside the program’s folder, and only you should be able to read it. Tell the program where it is:
agare-needed-extract = An extract from your own system, as a spreadsheet or a CSV file. Remove names and personal identity numbers first.

agare-import = Put in the extract
agare-import-preview = Check first. Nothing is written. You see how the extract is understood and what is unclear. The period is that of the extract, and the source is a row in sources.csv.
agare-import-mend = Answer what is unclear. New crime codes go into crime_codes.csv, unknown headings and place names into import.toml. Run the same command again.
agare-import-write = Write the data into the promise’s folder when everything is right:
agare-kinds = The word reports in the command says what the extract contains. Replace it with the one that fits:
agare-kind-reports = Reports, one row for each
agare-kind-counts = Ready counts of reported crimes
agare-kind-sol = The statistics for municipalities by Brå (the Swedish National Council for Crime Prevention)
agare-kind-survey = The safety survey
agare-kind-plan = The activity plan
agare-kind-status = How the activities are going

agare-build = See what would become public
agare-build-try = Make a trial build. Nothing is published. You see what would become public, what is hidden and why, and what has changed since last time.
agare-build-read = Read the list through. If something is wrong, correct it in the folder and make a new trial build.

agare-publish = Publish
agare-publish-now = Give who publishes and why. If the text has spaces, put it in quotation marks.
agare-publish-look = Open the site and read the pages as a visitor does.

agare-rollback = Take back
agare-rollback-one = If something went wrong, go back to the release before:
agare-rollback-to = Or to a certain release, here number 3:
agare-withdraw = If release 3 showed too much: correct the folder, publish a better release and remove it. What has already been downloaded cannot be taken back.

agare-update = Keep the data up to date
agare-update-often = Update as often as you have promised. Write how many months may pass in promise.toml, under update_months. The site then says when it is late.
agare-update-day = Change as_of in promise.toml to the day that the data describes.
agare-update-events = What has happened is added to activity_events.csv. What already stands there is not changed.

agare-stays = This never leaves the house
agare-stays-rows = The rows of the extract. Only counts end up in the promise’s folder.
agare-stays-small = Counts from 1 to 4 for a village. They are hidden, and as many more as it takes that they cannot be worked out. The limit is our choice: confirm or change it in promise.toml, under hide_below.
agare-stays-sensitive = Sensitive crimes for a single village. They are shown only for the whole area of the promise.
agare-stays-folder = The promise’s folder. The site reads only the release that you publish.

agare-ask = Who to ask
agare-ask-law = About secrecy and personal data: your lawyer or your data protection officer.
agare-ask-format = About the files: data/README.md in the program explains every file and column (in Swedish).
agare-ask-program = About the program: whoever runs the site.

### The pages without JavaScript, and what search engines and links show

static-skip = Skip to the content
static-nav = Pages
static-data = Open data
static-app = Open this page with choices and charts
static-embed = Embed a card
static-goals = Goals and changes
head-title = { $page } – { $promise }

### Releases and corrections

release-first = First release
release-edition = Release { $number }, published { $date }.
release-restored = Release { $number } applies again since { $date }, in place of release { $replaced }. Reason: { $why }
release-as-of = The data describes the situation up to { $date }.
release-due = Next update due by { $date }.
release-due-none = No pace of updates has been promised.
release-due-over = The promise has ended, and no more updates have been promised.
release-late = This page should have been updated by { $date }. The figures may be old.
release-title = Releases
release-text = Every time the data changes there is a new release. The earlier ones are kept, unless they have been withdrawn.
release-number = Release { $number }
release-a-number = the number of a release
release-earlier = You are reading release { $number } of { $date }. It no longer applies: release { $current } applies now.
release-to-current = To the release that applies
release-gone-title = The release has been withdrawn
release-gone = Release { $number } cannot be read. It showed too much and was removed when release { $by } was published.
release-log-publish = Release { $number }, { $date }
release-log-rollback = Release { $number } applies again, { $date }
release-log-withdrawn = { $edition }, withdrawn
release-withdrawn = { $count ->
    [one] Release { $numbers } has been withdrawn.
   *[other] Releases { $numbers } have been withdrawn.
}
release-signed = { $by }: { $why }
release-rows = { $added ->
    [one] 1 new row
   *[other] { $added } new rows
}, { $changed ->
    [one] 1 changed
   *[other] { $changed } changed
}, { $removed ->
    [one] 1 removed
   *[other] { $removed } removed
}.
release-more = { $count ->
    [one] 1 earlier
   *[other] { $count } earlier
}
correction-title = Corrections
correction-none = No corrections.
correction-in-population = Population
correction-in-reported_crimes = Reported crimes
correction-in-safety_survey = Safety survey
correction-in-statements = Said in words
correction-in-activities = Activity
correction-in-activity_events = Event
correction-column = the column { $column }
correction-change = { $old } → { $new }
correction-why = Release { $release }, { $date }. Reason: { $why }
correction-row = the row
correction-removed = removed
correction-withheld = not shown
correction-empty = empty
correction-note = Corrected in release { $release }: { $old } → { $new }. Reason: { $why }
correction-fact = Corrected
correction-fact-value = { $period }: { $note }

### Releases that lie on another machine

release-unconfirmed = This server cannot find out right now whether there is a newer release. Release { $number } was the current one on { $date } at { $time }.
release-out-of-reach-title = The release cannot be fetched right now
release-out-of-reach = There is a release { $number }, but this server cannot reach the machine where it lies. Try again in a while.
data-file-rewritten = The file of release { $number } was written by another version of the database program than the one here. So it cannot be fetched as it was published. The tables are still there.

### Notice-board sheet, cards and link pictures

paper-sheet = Meeting sheet: { $promise }
paper-code = Read more and see the sources:
paper-code-alternative = QR code that leads to { $address }
paper-pdf = The meeting sheet as a PDF, one A4 page
paper-title = Print or embed
paper-open = Meeting sheet to print
paper-more = { $shown ->
    [0] { $count } in all, see the site
   *[other] and { $count } more, see the site
}
paper-more-sources = { $count } more
paper-late-none = No known activity for { $place } is late against a deadline of its own.
paper-late-unknown = No known activity for { $place } has a published deadline of its own. It is therefore not possible to say which are late.
paper-cancelled-none = No known activity for { $place } is said to be cancelled.
paper-a-day = a day, for example 2021-03-01
paper-new = New since { $date }

card-time = Period of the promise: { $start } to { $end }.
card-time-over = Period of the promise: { $start } to { $end }. It has ended.
card-frame = { $title }, { $promise }
embed-text = Show a card about { $place } on another site. The card follows the current data and turns grey if the data is old.
embed-copy = Copy the code

picture-more = More on the site.
picture-no-years = For the places of the promise there are figures for one year at most, and so there is no chart.

### Data to fetch: files, formats and what the columns mean

file-name-indikator = The values of an indicator, compared with the baseline year
file-name-by = The values of a village, year by year, compared with the baseline year
file-name-jamforelser = Reported crimes against the baseline year: counts, uncertainty and verdict
file-name-trygghetsjamforelser = The safety survey’s index against the baseline year
file-name-omraden = Places compared with other places together
file-name-granser = How much numbers usually vary: the limits of the words
file-name-manadsband = How many reported crimes are expected in an ordinary month
file-name-aktiviteter = The activities and their status
file-name-handelser = Events in the promise and around it
file-name-mal = The goals, with status and reason
file-name-aktivitetsmatt = Measures of the plan: so many of so many
file-name-rattelser = Corrections
file-name-utgavor = Releases
file-name-skydd = How many counts are hidden
file-title = { $file }. { $promise }

format-csv = CSV
format-excel_csv = CSV for Excel
format-xlsx = Excel
format-json = JSON
format-parquet = Parquet

unit-degrees = degrees
unit-people = people
unit-occasions = occasions
unit-days = days
unit-rate = reported crimes per 100,000 people
unit-activities = activities
unit-rows = rows
unit-cells = cells

column-view-example = Mark: everything in the file is made up.
column-view-place = The place’s id, which stands in places.csv.
column-view-place_name = The place’s name.
column-view-indicator = The indicator’s id, which stands in indicators.csv.
column-view-indicator_title = The indicator’s name.
column-view-source_title = The source’s title.
column-view-source_url = The source’s web address.
column-view-baseline = The baseline year, or the first part of it; empty if the value is not compared.
column-view-now = The period that is compared, or the first part of it.
column-view-now_end = The last part of the period that is compared.
column-view-verdict = What may be said: lower, higher, no_certain_difference, too_few (too few to compare), none_reported (none reported in either year) or no_verdict. The word never says why.
column-view-count_baseline = The number of reported crimes in the same part of the baseline year; empty if something is missing.
column-view-basis = What the ratio is calculated on: population_days (people and days) or days (days only, the population of one of the years is missing).
column-view-ratio = The ratio to the baseline year, calculated on people and days; empty where the counts are too few, where no verdict is given or where nothing was reported in the baseline year. Never read it without the limits.
column-view-lower = The lower limit of the uncertainty; empty where the ratio may not be read.
column-view-upper = The upper limit of the uncertainty; empty where the ratio may not be read, and where there is no upper limit.
column-view-level = How certain the limits are: 0.99 is 99 per cent confidence.
column-view-change_low = The index minus that of the baseline year; the lowest where sources give different values. A lower index is better. Never read it without the margin of error.
column-view-change_high = The index minus that of the baseline year; the highest where sources give different values.
column-view-change_margin = The margin of error for the difference. A difference that is smaller gets no word.
column-view-margin_basis = Whose the margin of error is: producer (calculated from the source’s) or our_estimate (our estimate, none is published).

column-indikator-unit = What the value is counted in: reports (number of reported crimes), index or percent.
column-indikator-period = The time that the value is for.
column-indikator-value = The value as a number; empty if it is missing, and the reason then stands in missing_reason. Empty is never zero.
column-indikator-value_published = The value as the source wrote it: 1.40 has two decimals.
column-indikator-is_sum = Whether the value is the sum of published parts instead of published itself.
column-indikator-conflict = Whether another source gives a different value for the same place and time. Both then stand in the file.
column-indikator-rate_per_100k = The source’s own figure per 100,000 people for the period; a quarter’s figure cannot be compared with a year’s.
column-indikator-margin = The margin of error in each direction, only if whoever made the survey gives it.
column-indikator-respondents = Number of respondents in the place.
column-indikator-corrected = Whether the value was a different one in an earlier release; what stood there then is in rattelser.csv.
column-indikator-verdict_reason = Why there was no verdict, for example not_judged (the number follows how much the police check), protected (not shown) or new_series (a new series).

column-jamforelser-kind = What is compared: earlier (a whole year before the baseline year), year (a whole year), running (the part of the year that exists), rolling (the latest twelve months), end (the last twelve months of the promise) or promise (the whole promise).
column-jamforelser-baseline_end = The last part of the baseline year that is used.
column-jamforelser-count_now = The number of reported crimes in the period; empty if something is missing.
column-jamforelser-missing_period = The first part that is missing, in the period or in the baseline year.
column-jamforelser-reason = Why there was no verdict: period_incomplete (a part is missing), definition_break (what is counted has changed), protected (not shown), coverage_changed or coverage_unknown (reports that could not be tied to a village) or not_judged (the number follows how much the police check).
column-jamforelser-p_value = How often a difference at least as large would arise by chance, when numbers vary as usual.
column-jamforelser-phi = How much numbers usually vary, in times the variation of chance itself.
column-jamforelser-exposure_ratio = People and days in the period, divided by those of the baseline year; days only where basis is days.
column-jamforelser-days_now = Number of days in the period.
column-jamforelser-days_baseline = Number of days in the same part of the baseline year.
column-jamforelser-parts_now = The published periods that the count is the sum of.
column-jamforelser-parts_baseline = The published periods that the baseline year’s count is the sum of.
column-jamforelser-series = Which ordinary variation is used: all (all reported crimes) or category (a category).
column-jamforelser-too_few_limit = The smallest sum of both counts that can give a word.
column-jamforelser-band_low = The smallest count in the period that would not have given a word.
column-jamforelser-band_high = The largest count in the period that would not have given a word.
column-jamforelser-unit = What is counted: reports (number of reported crimes).
column-jamforelser-source_titles = The titles of the sources of the counts.
column-jamforelser-source_urls = The sources’ web addresses.

column-trygghetsjamforelser-reason = Why there was no verdict: values_disagree (the sources’ values give different answers), new_series (the survey is a new series from 2022), not_published, not_measured or protected (not shown).

column-omraden-comparison = The name of the places that are compared together.
column-omraden-members = How many places they are.
column-omraden-comparison_now = Their number of reported crimes in the period.
column-omraden-comparison_baseline = Their number of reported crimes in the same part of the baseline year.
column-omraden-ratio = The ratio between the place’s change and that of the others. It is not a verdict, and it cannot tell the promise from other things that happened.
column-omraden-not_shown = Why the ratio is not shown: count_below_five (a count is below five) or count_missing (a count is not shown or missing).

column-granser-baseline = The count in the baseline year.
column-granser-lower_at_most = The largest count that may be called lower; empty if no count may.
column-granser-higher_at_least = The smallest count that may be called higher.

column-manadsband-month = The month.
column-manadsband-low = The smallest count expected in an ordinary month. A single month never gets a verdict.
column-manadsband-high = The largest count expected in an ordinary month.

column-aktiviteter-place_names = The names of the places that the activity is for.
column-aktiviteter-focus_area_title = The focus area’s name.
column-aktiviteter-responsible = Those responsible.
column-aktiviteter-state = The status according to those responsible, last stated: planned, ongoing, done (carried out), postponed, cancelled or unknown (status not known).
column-aktiviteter-state_date = When the status was stated; empty if it is undated.
column-aktiviteter-evidence = The status that published evidence shows, in the same words; empty if there is no evidence.
column-aktiviteter-timing = The first deadline against what is known: in_time (on time), late (carried out after the deadline), overdue (passed without word), not_due (not passed), done_date_unknown (uncertain), no_deadline or cancelled.
column-aktiviteter-new_deadline = The latest new deadline, if the activity has been postponed.
column-aktiviteter-occasions_done = Number of occasions held.

column-handelser-activity_title = The activity’s name.

column-mal-id = The goal’s id.
column-mal-topic = What the goal is about: activities, crimes (reported crimes) or survey (the safety survey).
column-mal-text = The goal, as the promise puts it.
column-mal-state = The goal’s status: fulfilled, on_track (on the way), not_fulfilled or not_assessable (cannot be assessed).
column-mal-rule = The rule that led to the status.
column-mal-why = Why the goal has its status, in words.
column-mal-reason = Why the figure behind the goal has no verdict.
column-mal-place = The place whose figures lie behind the status.
column-mal-indicator = The indicator that lies behind the status.
column-mal-now = The period behind the status, or the first part of it.
column-mal-now_end = The last part of the period behind the status.

column-aktivitetsmatt-measure = The measure: done_of_planned (carried out of all known), done_of_due (carried out of those whose first deadline has passed), in_time_of_done (finished on time of those carried out) or cancelled_of_planned (cancelled of all known). Only the promise’s own activities are counted.
column-aktivitetsmatt-a = So many.
column-aktivitetsmatt-b = Of so many.
column-aktivitetsmatt-percent = The share in per cent, only where b is at least 20.

column-rattelser-release = The release that made the correction.
column-rattelser-at = When the release was published.
column-rattelser-table = The file that the fact stands in.
column-rattelser-key = Which row it is: the values that tell it from other rows, without free text.
column-rattelser-column = The column that was corrected; empty if the whole row was removed.
column-rattelser-old = What stood there; empty if nothing did or if it may not be repeated.
column-rattelser-old_missing = Why the old value was missing.
column-rattelser-new = What stands there now; empty if nothing does.
column-rattelser-new_missing = Why the new value is missing.
column-rattelser-withheld = Whether what stood there may not be repeated, to protect individuals.
column-rattelser-why = The reason for the release.

column-utgavor-number = The release’s number.
column-utgavor-action = What happened: publish (the release was published) or rollback (the release became the current one again).
column-utgavor-at = When it happened.
column-utgavor-by = Who did it.
column-utgavor-why = The reason.
column-utgavor-replaced = The release that applied before; empty for the first.
column-utgavor-added = Number of new rows.
column-utgavor-changed = Number of changed rows.
column-utgavor-removed = Number of removed rows.
column-utgavor-withdrawn_by = The release that withdrew this one, as it showed too much.

column-skydd-name = The table: month_total (all crimes month by month), area (the whole area), half_category (kinds of crime by half-year), year_total (all crimes year by year) or unplaced (reports without a village).
column-skydd-cells = Number of cells in the table.
column-skydd-hidden = Number of cells that are hidden.
column-skydd-hide_below = Counts from 1 to just below this limit are hidden.

choice-indikator-indikator = The indicator.
choice-view-platser = The places, separated by commas; otherwise all that have values.
choice-view-period = The division in time: years (år), half-years (halvår), quarters (kvartal) or months (månader); otherwise years.
choice-by-by = The village.
choice-view-by = The place; otherwise all.
choice-view-indikator = The indicator; otherwise all.
choice-manadsband-plats = The place; otherwise all.
choice-aktiviteter-by = The place that the activity is for; otherwise all.
choice-aktiviteter-fokus = The focus area; otherwise all.
choice-aktiviteter-lage = The status; otherwise all.
choice-aktiviteter-ansvarig = Who is responsible; otherwise all.
choice-aktiviteter-del = Whether the activity is part of the promise; otherwise all.
choice-handelser-sedan = The first day, for example 2021-01-29: only events in the promise and its follow-up are then shown, from that day on. Otherwise all.

xlsx-data = Data
xlsx-columns = Columns
xlsx-about = About the file
xlsx-title = Title
xlsx-promise = Promise
xlsx-release = Release
xlsx-published = Published
xlsx-as-of = The data describes the situation up to
xlsx-address = Address
data-unit = Unit
source-publisher = Publisher
source-published = Published
source-licence-heading = Licence
source-licence-none = none given

### The page of all files, the package, and addresses that do not work

data-list-title = Download the data
data-list-lead = All the data behind the pages, as files. It is the same in every format. An empty value is missing and never zero; the column missing_reason says why it is missing.
data-list-strict = An address with a choice that does not exist gives an error message with the choices that do. Add v=NUMBER to always get the same release.
data-list-views = What the pages show
data-list-folder = The material behind it, row by row
data-list-row = A row is { $what }.
data-list-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}.
data-list-rows-of = { $count ->
    [one] 1 row
   *[other] { $count } rows
} with the choice that stands in the links.
data-list-choices = What can be chosen
data-list-required = must be chosen
data-list-values = { $values } and { $more } more
data-list-example = How to write the choice:
data-list-all = Everything at once
data-list-duckdb = The release’s file for DuckDB
data-list-duckdb-about = It is the file that the pages read. With it you can work out every count yourself.
data-list-zip = All files as CSV, in one package
data-list-machines = Descriptions for programs
data-list-sources = Sources and licences
data-list-licence = Licence: { $licence }.
data-list-licence-none = No licence given.
data-list-link = Download the data in all formats
data-formats = Download the table:

file-row-sources = a source
file-row-places = a place
file-row-population = a number of people in a place, from one source
file-row-indicators = an indicator
file-row-reported_crimes = a number of reported crimes in a place during a period
file-row-crime_codes = a code in the police’s extract
file-row-coverage = an area’s reports during a period
file-row-safety_survey = a measured value for a place and a year, from one source
file-row-statements = something that a source said about a place
file-row-activities = an activity
file-row-activity_events = something that happened with an activity, or was said about it
file-row-not_published = something that is not published
file-row-indikator = a value for a place and a period
file-row-by = a value for the village and a year
file-row-jamforelser = a count in a place compared with the baseline year
file-row-trygghetsjamforelser = one year’s index in a place compared with the baseline year
file-row-omraden = the change in a place beside that of other places
file-row-granser = a count in the baseline year, with the counts that get a word
file-row-manadsband = a month in a place
file-row-aktiviteter = an activity, with its status
file-row-handelser = an event
file-row-mal = a goal
file-row-aktivitetsmatt = a measure
file-row-rattelser = a corrected fact
file-row-utgavor = a release, or a return to one
file-row-skydd = a table of counts for villages or areas

data-no-file-title = This file does not exist
data-no-file = There is no file at this address. These exist, and all can also be downloaded with { $extensions }:
data-unknown-choice = “{ $name }” cannot be chosen for this file. Choose from: { $allowed }.
data-choice-twice = “{ $name }” stands more than once in the address. Give it once, with commas between several values where that is possible.
data-choice-needed = The address must give { $name }. Choose from: { $allowed }.
data-choice-day = “{ $value }” cannot be used as { $name }. Write a day like this: { $example }.
server-and-more = { $shown } and { $count } more
data-file-gone-title = The release’s file cannot be downloaded
data-file-gone = The file of release { $number } tells what a withdrawn release showed. It can therefore not be downloaded. The tables remain.

readme-release = Release { $number }, published { $date }. The data describes the situation up to { $until }.
readme-address = The same data on the web: { $address }
readme-about = The files are CSV with commas, UTF-8. The first line has the names of the columns. An empty value is missing and never zero; the column missing_reason says why. The words lower and higher never say why anything turned out as it did.
readme-left-out = The files indikator.csv and by.csv are not included, as they need a choice. Their numbers stand in reported_crimes.csv, safety_survey.csv, jamforelser.csv and trygghetsjamforelser.csv.
readme-file = { $name }: { $title }. A row is { $what }.
readme-source = { $title }. { $publisher }. { $licence }

method-file = Download the release’s file
method-run = Open the file in DuckDB with the command duckdb { $file } and paste the query.

### Descriptions that machines read
describe-promise = Data on the citizen promise { $title } by { $parties }. Period of the promise: { $start } to { $end }. Here are the activities and what has happened with them, reported crimes, the safety survey and what is not published. The data describes the situation { $as_of }. Every row gives its source, and every source has its own terms. A missing value is empty, and the reason stands in the column missing_reason. Counts so small that people could be recognised are hidden.
describe-example = Made-up example: { $sentence }
describe-example-keyword = made-up example
describe-example-column = Says on every row that the data is made up.
describe-keywords = citizen promise, safety, reported crimes, safety survey
describe-catalogue = Open data from { $site }
describe-catalogue-about = Data on citizen promises and how they are going: activities, reported crimes and safety surveys, with a source for every fact.
describe-service = Download data from { $site }
describe-service-about = All files, whole or with a selection given in the web address. No login is needed.
describe-format = One file for each kind of data, in the format { $format }.
describe-packed = CSV in an archive (ZIP)
describe-packed-about = All files in the format CSV, with a description of their columns.
describe-database = The whole release as a database in the format DuckDB.
describe-promise-time = Period of the promise
describe-data-time = Period of the figures
describe-provenance = The data rests on { $count ->
    [one] one source
   *[other] { $count } sources
} from { $publishers }. Every row gives its source.
describe-rights = Every source has its own terms. They stand in the file sources.csv.
describe-openapi-about = Open addresses for those who want to fetch data with a program. Everything is free to read, without login. A missing value is empty, and the reason stands in the column missing_reason.
describe-parameter-format = The file’s format.
describe-parameter-by = The village’s id.
describe-parameter-indikator = The indicator’s id.
describe-parameter-data = The promise’s id. Without it, the promise that the site opens with applies.
describe-parameter-v = The release’s number. Without it, the latest release applies.
describe-parameter-lang = The language; Swedish without it.
describe-etag = Changes when the content changes.
describe-answer-unchanged = The content is the same as before.
describe-answer-wrong = A value in the address cannot be used. The answer says which can.
describe-answer-unknown = What the address names does not exist. The answer says what does.
describe-answer-withdrawn = The release has been removed.
describe-address-files = All files and formats to choose from
describe-address-datapackage = Description of the files and their columns (Frictionless Data Package)
describe-address-catalogue = Catalogue of open data (DCAT-AP-SE)
describe-address-openapi = Description of the addresses (OpenAPI)
describe-address-database = The whole release as a database (DuckDB)
describe-address-archive = All files in an archive (ZIP)
describe-address-overview = The overview as a plain page
describe-address-village = A village as a plain page
describe-address-sheet = Meeting sheet about a village, to print
describe-address-card = A card about a village, to show on another site
describe-address-picture = Picture of the promise, for links
describe-address-picture_village = Picture of a village, for links
describe-address-picture_indicator = Picture of an indicator, for links
describe-address-feed = News about the promise (Atom)
describe-address-feed_village = News about a village (Atom)
describe-address-calendar = Dates of the promise (calendar)
describe-address-calendar_village = Dates of a village (calendar)

### Follow the promise: feeds and calendars

feed-title = New about { $about }
feed-village = { $place }, { $promise }
feed-about = Events, corrections, new releases and notices that the data is late. Every fact has a source.
feed-kind-event = Event
feed-kind-correction = Correction
feed-kind-release = Release
feed-kind-late = Delay
feed-late = The data is late: { $promise }
feed-correction = Corrected: { $what }
feed-event = { $activity }: { $event }
feed-event-text = { $date }: { $event }
feed-stated = Status according to those responsible: { $state }.
feed-evidence = Published evidence shows: { $state }.
feed-new-deadline = New deadline: { $date }.
feed-relation-follow_up = It is follow-up of the promise.
feed-relation-possibly_part = It may have been part of the promise, but the source does not say so.
feed-places = Applies to: { $places }.
feed-responsible = Responsible: { $parties }.
feed-source = Source: { $source }

calendar-title = Dates: { $about }
calendar-about = Follow-up meetings, planned starts, deadlines and promised updates, where the day or month is published.
calendar-kind-meeting = Follow-up
calendar-kind-planned_start = Planned start
calendar-kind-first_deadline = First deadline
calendar-kind-new_deadline = New deadline
calendar-kind-due = Update
calendar-meeting = Follow-up meeting: { $promise }
calendar-meeting-text = The day is worked out from the words of the promise, the first Monday of the month. No source shows that the meeting was held on that very day.
calendar-planned_start = Planned start: { $activity }
calendar-first_deadline = First deadline: { $activity }
calendar-new_deadline = New deadline: { $activity }
calendar-due = The data is due to be updated: { $promise }
calendar-month = { $title } (some time in { $month })
calendar-month-text = The source gives only the month, not the day.
calendar-words = The source puts it like this: { $note }
calendar-state = Status: { $state }.

follow-line = Follow { $about }:
follow-feed = feed (Atom)
follow-calendar = calendar
follow-help = How to do it
follow-feed-help = A feed is a list of the latest news. Copy the address of the link “feed” and paste it into a news reader. It then shows by itself when something new has happened. You do not give out any email address.
follow-calendar-help = Add the calendar to the one on your phone or computer. Copy the address of the link “calendar” and choose to subscribe to a calendar by its address. New dates then come in by themselves.

### Is something wrong? A letter about a mistake

mistake-link = Is something wrong?
mistake-label = Is something wrong? { $what }
mistake-example = Made-up example: { $said }
mistake-not-sent = Everything in the example is made up. There is no need to send the letter.
mistake-said = It says: { $said }
mistake-page = Page: { $address }
mistake-release = Promise: { $promise }, release { $number }, { $date }
mistake-wrong = What is wrong?
mistake-seen = Where can we see how it really is?
mistake-activity = The activity { $title }
mistake-comparison = { $indicator }, { $place }, { $period }
mistake-place-answer = The answer for { $place }: { $question }
mistake-goal = The goal { $goal }
mistake-table = The table { $caption }
mistake-village = { $place } on the overview
mistake-no-recipient = “Is something wrong?” opens a letter without a recipient: fill in the address of whoever runs the site.
### Accessibility: the statement, and what is read out

page-tillganglighet = Accessibility statement
spoken-updated = The page has been updated.
spoken-open = Show the options
spoken-dismiss = Close the options
spoken-no-results = Nothing fits
finding-series = { $place }: first value { $first }, last { $last }, lowest { $lowest }, highest { $highest }.
finding-one = { $place }: { $value }.
finding-none = { $place }: no values.
tillganglighet-owner = { $owner } is behind this website. We want as many people as possible to be able to use it. This says how it meets the Swedish act on access to digital public services, which shortcomings we know of and how to report others.
tillganglighet-no-owner = Whoever runs this website has not given a name. If that is a public body, the name has to stand here. This says how the website meets the Swedish act on access to digital public services, which shortcomings are known and how to report others.
tillganglighet-level-title = How accessible is the website?
tillganglighet-site = The statement is about Trygghet, the website for the promise { $promise }, at { $site }. It covers every page: those with choices and charts, those without JavaScript, the card and the notice-board sheet.
tillganglighet-site-unknown = The statement is about Trygghet, the website for the promise { $promise }. It covers every page: those with choices and charts, those without JavaScript, the card and the notice-board sheet.
tillganglighet-level = The website is partially compliant with the Swedish act (2018:1937) on access to digital public services. What falls short stands under the next heading.
tillganglighet-requirements = The act asks for what the standard EN 301 549 V3.2.1 does, and so for WCAG 2.1 at level AA. The pages are also tested against WCAG 2.2 at level AA.
tillganglighet-law = The act, in Swedish
tillganglighet-not-title = Content that is not accessible
tillganglighet-not = This we know is not accessible, or nobody has tested it:
tillganglighet-criterion = { $said } (WCAG { $criterion })
tillganglighet-brist-landmarks = On the pages with choices and charts, header and footer lie inside what screen readers call the main content, since the tool that draws the pages puts everything there. The link Skip to the content goes past the header. The pages without JavaScript do not have this.
tillganglighet-excepted-title = Exceptions
tillganglighet-burden = Nothing is excepted as a disproportionate burden (section 12 of the act).
tillganglighet-outside = The sources that the pages link to are on other websites. The statement is not about those.
tillganglighet-how-title = How we tested
tillganglighet-how = The program’s own tests are a self-assessment. Nobody from outside has audited the website.
tillganglighet-how-axe = The tool axe-core in the browser Chromium went through every page with everything unfolded: both promises, Swedish and English, light and dark.
tillganglighet-how-keyboard = A test goes through the pages by keyboard alone: it skips to the content, changes page and village, unfolds, filters and copies. What has the focus can be seen and is not lost.
tillganglighet-how-sizes = Text at double size, a window of 320 points, wider spaces in the text, and the size of buttons.
tillganglighet-how-colours = Colours that readers have chosen themselves, less motion, and charts without colour.
tillganglighet-how-charts = Every chart has a text that says what it shows, and a table beside it.
tillganglighet-how-not = Nobody who uses a screen reader, voice control or other aids has tried the website yet.
tillganglighet-report-title = Tell us if something cannot be used
tillganglighet-report = Write to us. Say which page it is about, what you wanted to do and what happened. Say also if you need the content in another form.
tillganglighet-report-subject = Accessibility of the website Trygghet
tillganglighet-report-body = The page that it is about:

    What I wanted to do, and what happened:

    Aids, browser and computer or phone:

    I need the content in another form, namely:

tillganglighet-no-report = Whoever runs the website has given no address to write to. If that is a public body, it has to stand here. The supervisory authority below takes reports all the same.
tillganglighet-forms-title = The same content in other forms
tillganglighet-forms = Everything shown is also there as plain pages without JavaScript, and all figures as files. Every village has a sheet to print.
tillganglighet-supervision-title = Supervision
tillganglighet-supervision = The Agency for Digital Government, Digg, supervises the act. If you are not satisfied with the answer of whoever runs the website, or get none, you can report it to Digg.
tillganglighet-supervision-link = Report to Digg
tillganglighet-date-title = When the statement was made
tillganglighet-checked = The tests were last run on { $date }.
tillganglighet-written = The statement was last updated on { $date }.

### Short and simple: the answers in short sentences

simple-title = Short and simple
simple-unclear = We do not know if the promise covers { $place }.
simple-activities = { $count ->
    [0] We do not know if anything is planned for { $place }.
    [one] One activity in the promise is for { $place }.
   *[other] { $count } activities in the promise are for { $place }.
}
simple-done = { $count ->
    [0] Those in charge have not said that any is finished.
    [one] Those in charge say that one is finished.
   *[other] Those in charge say that { $count } are finished.
}
simple-said = The latest word is from { $year }.
simple-evidence = { $count ->
    [0] No proof has been published.
    [one] Proof has been published for one.
   *[other] Proof has been published for { $count }.
}
simple-caution = We do not know what this has led to.
simple-unpublished = No figures are published for the time of the promise.
simple-crimes-unknown = We do not know how many crimes were reported in { $place }.
simple-crimes-all = { $count ->
    [0] No crimes were reported in { $place } in { $period }.
    [one] One crime was reported in { $place } in { $period }.
   *[other] { $number } crimes were reported in { $place } in { $period }.
}
simple-crimes-kind = { $indicator } in { $place } in { $period }: { $number }.
simple-before-year = The number for { $year } was { $number }.
simple-before-part = The number for the same part of { $year } was { $number }.
simple-hidden = We do not show the figures for { $period }.
simple-missing = We do not have the figures for { $period }.
simple-not-comparable = We cannot compare { $period } with { $year }.
simple-crimes-lower = That is fewer than in { $year }.
simple-crimes-higher = That is more than in { $year }.
simple-no_certain_difference = There is no certain difference from { $year }.
simple-too_few = There are too few to compare.
simple-none_reported = There is nothing to compare.
simple-why-unknown = We do not know why.
simple-survey-unknown = We do not know if people feel safe in { $place }.
simple-survey-words = For { $year } there are comments in words, but no figures.
simple-survey-asked = People were asked about safety in { $year }.
simple-survey-lower = The answers show fewer problems than in { $year }.
simple-survey-higher = The answers show more problems than in { $year }.
simple-reason-definition_break = What is counted has changed.
simple-reason-protected = This protects people.
simple-reason-coverage_changed = For some crimes we do not know which village.
simple-reason-coverage_unknown = For some crimes we do not know which village.
simple-reason-not_judged = The number follows how much the police check.
simple-reason-new_series = We see the survey from 2022 as a new one.
simple-reason-values_disagree = The sources disagree.
simple-reason-not_published = A figure is not published.
simple-reason-not_measured = It was not measured in one of the years.

### Many readers at once
crowd-notice = Many people are reading right now. Here is the same page without its controls.
crowd-again = Try the full page
