# ruff: noqa: E501  (lines of CSV are as long as they are)
"""A small promise folder without faults, written as plain texts so that tests can break it.

All names are invented. Lines are counted from 1; the header is line 1 of every table.
"""

import csv
import io
from collections.abc import Callable
from pathlib import Path

PROMISE = "tryggt-i-provbygd"

FILES = {
    "promise.toml": '''\
# Ett påhittat löfte.
id = "tryggt-i-provbygd"
kind = "example"
title = "Tryggt i Provbygd"
summary = """Provbygds kommun och Polisen lovar att \\
  start = så här kan en rad i en text börja."""
parties = [
  "Provbygds kommun",
  "Polisen (lokalpolisområde Prov)",
]
area = "provbygden"
municipality = "provbygd"
start = "2020-05"
first_end = "2020-12-31"
baseline_year = 2019
as_of = "2021-12-31"
activity_plan = "not_published"
update_months = 3
hide_below = 5
languages = ["sv"]
source = "lofte"

[[extensions]]
decided = "2020-11-02"
end = "2021-06-30"
reason = "Pandemin."
source = "lofte"

[[goals]]
id = "trygghet"
topic = "survey"
text = "Fler ska känna sig trygga."
source = "lofte"

[[goals]]
id = "brott"
topic = "crimes"
text = "Brotten ska bli färre."
source = "lofte"

[[focus_areas]]
id = "trafik"
title = "Trafik"
text = "Lugnare trafik genom byarna."
source = "lofte"

[[follow_up]]
text = "Uppföljning varje kvartal."
source = "lofte"

[[reading_notes]]
text = "Små tal varierar av slump."
source = "matning"

[[contacts]]
name = "Provbygds kommun"
about = "aktiviteterna"
url = "https://provbygd.example/lofte"
source = "lofte"

[[authorities]]
id = "kommunen"
name = "Provbygds kommun"
email = "registrator@provbygd.example"
source = "lofte"
''',
    "sources.csv": """\
id,title,publisher,published,url,licence,note
lofte,Löftet i Provbygd,Provbygds kommun,2020-05-04,https://provbygd.example/lofte,CC0,
matning,Trygghetsmätningen,Provbygds kommun,2021,,,Påhittad
statistik,Anmälda brott,Provstatistik,,,,
""",
    "places.csv": """\
id,name,kind,part_of,in_promise,compare_as,latitude,longitude,note,source
provbygd,Provbygd,municipality,,no,kommuner tillsammans,,,,lofte
provbygden,Provbygden,area,provbygd,yes,,,,,lofte
lillby,Lillby,village,provbygden,yes,,55.71,13.45,,lofte
storby,Storby,village,provbygden,unclear,,55.65,13.51,Oklart i källan,lofte
""",
    "population.csv": """\
place,period,population,missing_reason,note,source
lillby,2019,1250,,,statistik
storby,2019,,not_published,,statistik
storby,2018,2100,,,statistik
""",
    "indicators.csv": """\
id,title,dataset,unit,series,good_direction,sensitive,headline,scale_min,scale_max,description,caution,source
alla-brott,Alla brott,reported_crimes,reports,all,lower,no,yes,,,Anmälda brott,Allt anmäls inte,statistik
problemindex,Problemindex,safety_survey,index,,lower,no,yes,0,6,Ett vägt index,,matning
""",
    "reported_crimes.csv": """\
place,period,indicator,count,missing_reason,rate_per_100k,note,source
lillby,2019,alla-brott,50,,4000,,statistik
lillby,2019-Q1,alla-brott,12,,,,statistik
lillby,2019-Q2,alla-brott,14,,,,statistik
lillby,2019-Q3,alla-brott,11,,,,statistik
lillby,2019-Q4,alla-brott,13,,,,statistik
lillby,2020-Q1,alla-brott,9,,,,statistik
lillby,2020-01,alla-brott,4,,,,statistik
lillby,2020-02,alla-brott,5,,,,statistik
lillby,2020-03,alla-brott,0,,,,statistik
lillby,2020-Q2,alla-brott,,not_delivered,,,statistik
storby,2020,alla-brott,,protected,,,statistik
""",
    "safety_survey.csv": """\
place,period,indicator,value,missing_reason,margin,respondents,note,source
lillby,2019,problemindex,1.56,,0.21,104,,matning
lillby,2020,problemindex,1.4,,,,En decimal i källan,matning
storby,2020,problemindex,,not_measured,,,,matning
""",
    "statements.csv": """\
id,place,period,statement,compared_with,basis,source
u1,lillby,2020,"Tryggare än året innan, säger kommunen.",2019,stated,matning
""",
    "activities.csv": """\
id,title,description,places,focus_area,focus_area_basis,responsible,relation,context_kind,planned_start,first_deadline,deadline_note,occasions_planned,basis,note,source
P01,Hastighetskontroller,Kontroller i byarna,lillby;storby,trafik,published,Polisen,in_promise,,2020-05,2020-12-31,,4,plan,,lofte
P02,Ny belysning,Belysning vid skolan,lillby,,,Provbygds kommun,context,parallel,,,våren 2021,,reported,,lofte
""",
    "activity_events.csv": """\
activity,date,date_note,track,status,new_deadline,occasions_done,event,source
P01,2020-06-15,,stated,ongoing,,1,Första kontrollen,lofte
P01,2020-11-02,,stated,postponed,2021-06-30,,Ny tidsgräns,lofte
P02,,"odaterad, efter mars 2021",evidence,done,,,Bild på de nya lamporna,lofte
""",
    "crime_codes.csv": """\
code,indicators,set_aside,note,source
0801,alla-brott,,,statistik
Händelse,,Inget brott,,statistik
""",
    "coverage.csv": """\
place,period,reports,unplaced,missing_reason,note,source
provbygden,2019,120,9,,,statistik
""",
    "not_published.csv": """\
id,title,topic,places,holder,known,authorities,asked_for,first_period,last_period,source
plan,Aktivitetsplanen,activities,provbygden,Provbygds kommun,Två aktiviteter är kända,kommunen,Planen,2020-05,2021-06,lofte
""",
    "outlines.geojson": """\
{"type": "FeatureCollection", "features": [
  {"type": "Feature", "properties": {"id": "lillby", "name": "Lillby", "role": "village"},
   "geometry": {"type": "Polygon", "coordinates": [[[13.4, 55.7], [13.5, 55.7], [13.5, 55.8],
    [13.4, 55.7]]]}},
  {"type": "Feature", "properties": {"id": "yta", "name": "Omnejden", "role": "surroundings"},
   "geometry": {"type": "MultiPolygon", "coordinates": [[[[13.3, 55.6], [13.6, 55.6],
    [13.6, 55.9], [13.3, 55.6]]]]}}
]}
""",
}

PO_HEADER = r'''# Påhittad översättning.
#, fuzzy
msgid ""
msgstr ""
"Language: en\n"
"Content-Type: text/plain; charset=UTF-8\n"'''

Change = Callable[[Path], None]


def write_sound_folder(folder: Path) -> Path:
    """Write all files to `folder`, which is made."""
    folder.mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_bytes(text.encode())
    return folder


def in_english(*entries: str) -> Change:
    """Say that the texts are in English too, and write the entries of the file that has them."""

    def change(folder: Path) -> None:
        swap("promise.toml", '["sv"]', '["sv", "en"]')(folder)
        (folder / "en.po").write_text("\n\n".join([PO_HEADER, *entries]) + "\n", encoding="utf-8")

    return change


def swap(file: str, old: str | bytes, new: str | bytes) -> Change:
    """Replace `old`, which must stand exactly once in the file."""
    old, new = (part.encode() if isinstance(part, str) else part for part in (old, new))

    def change(folder: Path) -> None:
        data = (folder / file).read_bytes()
        assert data.count(old) == 1, f"{old!r} stands {data.count(old)} times in {file}"
        (folder / file).write_bytes(data.replace(old, new))

    return change


def cell(file: str, line: int, column: str, value: str) -> Change:
    """Write `value` in one cell, in quotation marks where CSV needs them."""

    def change(folder: Path) -> None:
        lines = (folder / file).read_text(encoding="utf-8").split("\n")
        position = lines[0].split(",").index(column)
        (cells,) = csv.reader([lines[line - 1]])
        cells[position] = value
        written = io.StringIO(newline="")
        csv.writer(written, lineterminator="\n").writerow(cells)
        lines[line - 1] = written.getvalue().removesuffix("\n")
        (folder / file).write_bytes("\n".join(lines).encode())

    return change


def rewrite(file: str, new: Callable[[bytes], bytes]) -> Change:
    """Make a file's bytes anew from the old ones."""

    def change(folder: Path) -> None:
        (folder / file).write_bytes(new((folder / file).read_bytes()))

    return change


def add(file: str, text: str) -> Change:
    """Write `text` after what the file holds."""
    return rewrite(file, lambda data: data + text.encode())


def together(*changes: Change) -> Change:
    """Make several changes, one after the other."""

    def change(folder: Path) -> None:
        for one in changes:
            one(folder)

    return change


def separated(file: str, delimiter: str, *, decimal: str = ",", newline: str = "\r\n") -> Change:
    """Write a table as a Swedish Excel does: other delimiter, decimal comma, Windows line ends."""

    def change(folder: Path) -> None:
        rows = csv.reader(io.StringIO((folder / file).read_text(encoding="utf-8"), newline=""))
        columns, *rest = list(rows)
        decimals = {"latitude", "longitude", "scale_min", "value", "margin", "rate_per_100k"}
        written = io.StringIO(newline="")
        writer = csv.writer(written, delimiter=delimiter, lineterminator=newline)
        writer.writerow(columns)
        for row in rest:
            writer.writerow(
                text.replace(".", decimal) if column in decimals else text
                for column, text in zip(columns, row, strict=True)
            )
        (folder / file).write_bytes(written.getvalue().encode("utf-8-sig"))

    return change
