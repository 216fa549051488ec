"""What can be wrong in a promise folder: each variant breaks the sound one in one way."""

import random
from dataclasses import dataclass
from pathlib import Path

from sound_folder import FILES, Change, add, cell, in_english, rewrite, separated, swap, together

HEADERS = {name: text.split("\n", 1)[0] for name, text in FILES.items()}


@dataclass(frozen=True)
class Bad:
    """A fault and what is said of it: one problem, and `others` more that follow from it.

    `shown` is the value as it is printed, where it is cut or holds what cannot be shown.
    """

    name: str
    change: Change
    file: str
    line: int
    column: str
    code: str
    value: str = ""
    shown: str | None = None
    others: int = 0


def bad_cell(
    name: str, file: str, line: int, column: str, value: str, code: str, shown: str | None = None
) -> Bad:
    """A fault that is one cell's text."""
    return Bad(name, cell(file, line, column, value), file, line, column, code, value, shown)


def count(name: str, value: str, code: str, shown: str | None = None) -> Bad:
    """A cell that is no count."""
    return bad_cell(name, "population.csv", 2, "population", value, code, shown)


def decimal(name: str, value: str, code: str, shown: str | None = None) -> Bad:
    """A cell that is no decimal number."""
    return bad_cell(name, "safety_survey.csv", 2, "value", value, code, shown)


def note(name: str, value: str, code: str, shown: str | None = None) -> Bad:
    """A cell that is no text to publish."""
    return bad_cell(name, "sources.csv", 3, "note", value, code, shown)


def key(
    name: str,
    old: str,
    new: str,
    line: int,
    column: str,
    code: str,
    value: str = "",
    others: int = 0,
) -> Bad:
    """A fault in promise.toml."""
    return Bad(
        name, swap("promise.toml", old, new), "promise.toml", line, column, code, value,
        others=others,
    )  # fmt: skip


def email(name: str, given: str, value: str | None = None) -> Bad:
    """No one address: `given` as it is written in promise.toml, `value` as it is read."""
    return key(name, "registrator@provbygd.example", given, 64, "authorities.email", "bad-email",
               value or given)  # fmt: skip


def outline(name: str, old: str, new: str, line: int, column: str, code: str, value: str) -> Bad:
    """A fault in outlines.geojson."""
    return Bad(name, swap("outlines.geojson", old, new), "outlines.geojson", line, column, code,
               value)  # fmt: skip


def geojson(name: str, content: bytes, line: int, value: str) -> Bad:
    """A file that is no GeoJSON at all."""
    change = rewrite("outlines.geojson", lambda _: content)
    shown = value if len(value) <= 80 else value[:80] + "…"
    return Bad(name, change, "outlines.geojson", line, "", "bad-geojson", value, shown)


def toml(name: str, added: str, line: int, value: str) -> Bad:
    """A file that is no TOML."""
    return Bad(name, add("promise.toml", added), "promise.toml", line, "", "toml-syntax", value)


def _directory(folder: Path) -> None:
    (folder / "places.csv").unlink()
    (folder / "places.csv").mkdir()


def _unreadable(folder: Path) -> None:
    # A link to itself cannot be read by anyone, not even by root.
    (folder / "places.csv").unlink()
    (folder / "places.csv").symlink_to("places.csv")


def _wide(data: bytes) -> bytes:
    lines = data.decode().splitlines()
    extra = [",".join(f"extra{number}" for number in range(200))] + ["," * 199] * (len(lines) - 1)
    return "\n".join(f"{line},{more}" for line, more in zip(lines, extra, strict=True)).encode()


def _xlsx(_: bytes) -> bytes:
    noise = random.Random(4).randbytes(400)
    return b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00[Content_Types].xml" + noise


LONG = "a" * 100_000
DEEP = "[" * 100_000 + "]" * 100_000
POLYGON = FILES["outlines.geojson"]
FOLLOW_UP = '[[follow_up]]\ntext = "Uppföljning varje kvartal."\nsource = "lofte"\n'

FILE_FAULTS = [
    Bad("no-places-file", lambda f: (f / "places.csv").unlink(),
        "places.csv", 0, "", "file-missing"),
    Bad("no-promise-file", lambda f: (f / "promise.toml").unlink(),
        "promise.toml", 0, "", "file-missing"),
    Bad("promise-file-renamed-by-notepad",
        lambda f: (f / "promise.toml").rename(f / "promise.toml.txt"),
        "promise.toml.txt", 0, "", "file-unknown", others=1),
    Bad("excel-workbook-beside", lambda f: (f / "places.xlsx").write_bytes(b"PK"),
        "places.xlsx", 0, "", "file-unknown"),
    Bad("folder-inside", lambda f: (f / "gammalt").mkdir(), "gammalt", 0, "", "file-unknown"),
    Bad("directory-instead-of-file", _directory, "places.csv", 0, "", "file-unreadable",
        "Is a directory"),
    Bad("unreadable-file", _unreadable, "places.csv", 0, "", "file-unreadable",
        "Too many levels of symbolic links"),
    Bad("empty-file", rewrite("population.csv", lambda _: b""),
        "population.csv", 1, "", "file-empty"),
    Bad("blank-file", rewrite("population.csv", lambda _: b"\xef\xbb\xbf\r\n;;;;\r\n"),
        "population.csv", 1, "", "file-empty"),
    Bad("windows-1252",
        rewrite("places.csv", lambda d: d.replace(b"Oklart", "Övre".encode("cp1252"))),
        "places.csv", 5, "", "not-utf8", "0xD6"),
    Bad("windows-1252-with-cr-line-ends",
        rewrite("sources.csv", lambda d: d.decode().replace("\n", "\r").encode("cp1252")),
        "sources.csv", 2, "", "not-utf8", "0xF6"),
    Bad("windows-1252-promise",
        rewrite("promise.toml", lambda d: d.decode().encode("cp1252")),
        "promise.toml", 1, "", "not-utf8", "0xE5"),
    Bad("windows-1252-outlines",
        swap("outlines.geojson", b'"Lillby"', "\"Lillåby\"".encode("cp1252")),
        "outlines.geojson", 2, "", "not-utf8", "0xE5"),
    Bad("utf-16", rewrite("places.csv", lambda d: d.decode().encode("utf-16")),
        "places.csv", 1, "", "not-utf8", "0xFF"),
    Bad("utf-16-without-mark", rewrite("places.csv", lambda d: d.decode().encode("utf-16-le")),
        "places.csv", 1, "", "not-utf8", "0x00"),
    Bad("nul-byte", swap("places.csv", b"Oklart", b"Okl\0art"),
        "places.csv", 5, "", "not-utf8", "0x00"),
    Bad("workbook-renamed-csv", rewrite("places.csv", _xlsx),
        "places.csv", 1, "", "not-utf8", "0x00"),
    Bad("lone-quotation-mark", swap("places.csv", "storby,Storby", 'storby,"Storby'),
        "places.csv", 5, "", "bad-quotes", 'storby,"Storby,village,provbygden,unclear,,55.65,13.51,'
        "Oklart i källan,lofte"),
    Bad("text-after-quotation-mark", swap("places.csv", "lillby,Lillby", 'lillby,"Lill"by'),
        "places.csv", 4, "", "bad-quotes",
        'lillby,"Lill"by,village,provbygden,yes,,55.71,13.45,,lofte'),
    Bad("lone-quotation-mark-before-a-cell-beyond-all-limits",
        swap("places.csv", "storby,Storby", f'storby,"{LONG}{LONG}'),
        "places.csv", 5, "", "bad-quotes",
        f'storby,"{LONG}{LONG},village,provbygden,unclear,,55.65,13.51,Oklart i källan,lofte',
        'storby,"' + "a" * 72 + "…"),
]  # fmt: skip

HEADER_FAULTS = [
    Bad("misspelt-column", swap("population.csv", "place,period", "plats,period"),
        "population.csv", 1, "plats", "column-unknown", "plats", others=1),
    Bad("column-in-capitals", swap("places.csv", "id,name", "ID,name"),
        "places.csv", 1, "ID", "column-unknown", "ID", others=1),
    Bad("column-too-many", rewrite("population.csv", lambda d: d.replace(b"\n", b",\n").replace(
        b"source,\n", b"source,extra\n", 1)),
        "population.csv", 1, "extra", "column-unknown", "extra"),
    Bad("two-hundred-columns", rewrite("population.csv", _wide),
        "population.csv", 1, "extra42", "column-unknown", "extra42", others=199),
    Bad("column-removed", rewrite("population.csv", lambda d: d.replace(b",note", b"").replace(
        b",,statistik", b",statistik")),
        "population.csv", 1, "note", "column-missing"),
    Bad("column-twice", rewrite("population.csv", lambda d: d.replace(b"\n", b",\n").replace(
        b"source,\n", b"source,note\n", 1)),
        "population.csv", 1, "note", "column-twice", "note"),
    Bad("fact-without-a-header", rewrite("population.csv", lambda d: d.replace(
        b"\n", b",\n").replace(b"not_published,,statistik,", b"not_published,,statistik,x")),
        "population.csv", 3, "", "cell-without-column", "x"),
    Bad("no-header-line", swap("population.csv", HEADERS["population.csv"] + "\n", ""),
        "population.csv", 1, "", "no-header", "lillby,2019,1250,,,statistik"),
    Bad("title-above-the-header", rewrite("population.csv", lambda d: b"\n\nInv\xc3\xa5nare\n" + d),
        "population.csv", 3, "", "no-header", "Invånare"),
    Bad("header-twice", add("population.csv", HEADERS["population.csv"] + "\n"),
        "population.csv", 5, "population", "count-not-a-number", "population", others=2),
    Bad("header-below-blank-lines", rewrite("population.csv", lambda d: b"\r\n\r\n" + d.replace(
        b"note", b"anteckning")),
        "population.csv", 3, "anteckning", "column-unknown", "anteckning", others=1),
    Bad("sources-with-only-a-header",
        rewrite("sources.csv", lambda d: d.split(b"\n")[0]),
        "places.csv", 2, "source", "source-unknown", "lofte", others=41),
    Bad("unquoted-comma", swap("population.csv", "1250,,,", "1250,,ungefär, enligt kommunen,"),
        "population.csv", 2, "", "row-length",
        "lillby,2019,1250,,ungefär, enligt kommunen,statistik"),
    Bad("row-cut-short", swap("population.csv", "not_published,,statistik", "not_published"),
        "population.csv", 3, "", "row-length", "storby,2019,,not_published"),
    Bad("separators-beyond-the-header", swap("population.csv", "1250,,,statistik",
                                             "1250,,,statistik,,"),
        "population.csv", 2, "", "row-length", "lillby,2019,1250,,,statistik,,"),
    Bad("decimal-comma-unquoted-in-a-comma-file",
        swap("safety_survey.csv", "problemindex,1.56,", "problemindex,1,56,"),
        "safety_survey.csv", 2, "", "row-length",
        "lillby,2019,problemindex,1,56,,0.21,104,,matning"),
]  # fmt: skip

CELL_FAULTS = [
    bad_cell("required-cell-empty", "places.csv", 4, "name", "", "value-missing"),
    Bad("cell-of-spaces", cell("places.csv", 4, "name", " \u00a0 "),
        "places.csv", 4, "name", "value-missing"),
    bad_cell("source-empty", "population.csv", 3, "source", "", "source-missing"),
    bad_cell("source-unknown", "population.csv", 3, "source", "statisitk", "source-unknown"),
    bad_cell("place-unknown", "population.csv", 3, "place", "storbyn", "id-unknown"),
    bad_cell("id-in-another-case", "population.csv", 3, "place", "Storby", "id-unknown"),
    bad_cell("indicator-unknown", "safety_survey.csv", 3, "indicator", "index", "id-unknown"),
    bad_cell("focus-area-unknown", "activities.csv", 2, "focus_area", "miljo", "id-unknown"),
    bad_cell("activity-unknown", "activity_events.csv", 2, "activity", "P99", "id-unknown"),
    bad_cell("id-with-space", "statements.csv", 2, "id", "u 1", "bad-id"),
    bad_cell("id-with-swedish-letters", "statements.csv", 2, "id", "åsikt", "bad-id"),
    bad_cell("id-that-climbs-out-of-a-folder", "statements.csv", 2, "id", "../u1", "bad-id"),
    bad_cell("ids-with-comma", "activities.csv", 2, "places", "lillby, storby", "bad-id"),
    bad_cell("ids-with-empty-part", "activities.csv", 2, "places", "lillby;", "bad-id"),
    bad_cell("same-id-twice", "activities.csv", 2, "places", "lillby;lillby", "ref-twice"),
    note("cell-of-100-kb", LONG, "text-too-long", "a" * 80 + "…"),
    note("cell-of-200-kb", LONG * 2, "text-too-long", "a" * 80 + "…"),
    note("line-break-in-cell", "en\ntvå", "control-character", r"en\ntvå"),
    note("escape-sequence-in-cell", "\x1b[2Jdold", "control-character", r"\x1b[2Jdold"),
    note("text-that-turns-right-to-left", "a\u202eb", "control-character", r"a\u202eb"),
    note("zero-width-space", "Sto\u200brby", "control-character", r"Sto\u200brby"),
    note("opened-as-windows-1252", "PÃ¥hittad", "garbled"),
    note("letter-lost", "P\ufffdhittad", "garbled"),
    note("formula-in-text", "=A1&B1", "formula"),
    note("excel-error-in-text", "#NAMN?", "formula"),
    count("formula-in-count", "=SUM(A1:A9)", "formula"),
    count("count-negative", "-3", "count-negative"),
    count("count-negative-with-minus-sign", "−3", "count-negative"),
    count("count-fraction", "12.5", "count-fraction"),
    count("count-fraction-with-comma", "12,5", "count-fraction"),
    count("count-with-decimals", "1250.0", "count-fraction"),
    count("count-in-words", "omkring 200", "count-not-a-number"),
    count("count-superscript", "²", "count-not-a-number"),
    count("count-arabic-digits", "١٢٣", "count-not-a-number"),
    count("count-full-width-digits", "１２５０", "count-not-a-number"),
    count("count-with-exponent", "1e3", "count-not-a-number"),
    count("count-hexadecimal", "0x10", "count-not-a-number"),
    count("count-underscored", "1_250", "count-not-a-number"),
    count("count-plus", "+5", "count-not-a-number"),
    count("count-quadrillion", "1000000000000000", "count-too-large"),
    count("thousands-with-space", "12 389", "number-grouped"),
    count("thousands-with-nbsp", "12\u00a0389", "number-grouped", "12 389"),
    count("thousands-with-thin-space", "12\u2009389", "number-grouped", "12 389"),
    count("thousands-with-narrow-nbsp", "12\u202f389", "number-grouped", "12 389"),
    count("thousands-with-point", "12.389", "number-grouped"),
    count("thousands-with-comma", "12,389", "number-grouped"),
    count("thousands-with-apostrophe", "12'389", "number-grouped"),
    count("dash-for-nothing", "-", "symbol-for-nothing"),
    count("en-dash-for-nothing", "–", "symbol-for-nothing"),
    count("two-points-for-nothing", "..", "symbol-for-nothing"),
    count("x-for-nothing", "X", "symbol-for-nothing"),
    count("word-for-nothing", "Saknas", "symbol-for-nothing"),
    bad_cell("dash-where-no-reason-is-asked", "safety_survey.csv", 2, "margin", "-",
             "symbol-for-empty"),
    bad_cell("points-where-no-reason-is-asked", "places.csv", 4, "latitude", "..",
             "symbol-for-empty"),
    decimal("decimal-comma-in-a-comma-file", "1,56", "decimal-comma"),
    decimal("decimal-in-words", "en och en halv", "decimal-not-a-number"),
    decimal("decimal-nan", "Infinity", "decimal-not-a-number"),
    decimal("decimal-percent", "12 %", "decimal-not-a-number"),
    decimal("decimal-arabic-digits", "١.٥", "decimal-not-a-number"),
    decimal("decimal-superscript", "1.5²", "decimal-not-a-number"),
    decimal("decimal-grouped", "1 200.5", "number-grouped"),
    decimal("decimal-grouped-with-nbsp-and-comma", "1\u00a0200,5", "number-grouped", "1 200,5"),
    decimal("decimal-ten-digits", "1234567890", "decimal-not-a-number"),
    bad_cell("decimal-grouped-with-points-in-a-semicolon-file", "safety_survey.csv", 2, "value",
             "1.200,5", "decimal-not-a-number"),
    bad_cell("month-13", "population.csv", 2, "period", "2019-13", "bad-period"),
    bad_cell("quarter-5", "population.csv", 2, "period", "2019-Q5", "bad-period"),
    bad_cell("month-as-excel-writes-it", "population.csv", 2, "period", "jul-19", "bad-period"),
    bad_cell("day-as-period", "population.csv", 2, "period", "2019-07-01", "bad-period"),
    bad_cell("period-in-full-width-digits", "population.csv", 2, "period", "２０１９",
             "bad-period"),
    bad_cell("two-digit-year", "population.csv", 2, "period", "19", "bad-period"),
    bad_cell("year-1019", "population.csv", 2, "period", "1019", "year-outside"),
    bad_cell("year-9999", "sources.csv", 2, "published", "9999-12-31", "year-outside"),
    bad_cell("30-february", "sources.csv", 2, "published", "2021-02-30", "bad-date"),
    bad_cell("29-february-in-no-leap-year", "sources.csv", 2, "published", "2021-02-29",
             "bad-date"),
    bad_cell("month-13-in-date", "sources.csv", 2, "published", "2021-13", "bad-date"),
    bad_cell("quarter-as-date", "sources.csv", 2, "published", "2021-Q1", "bad-date"),
    bad_cell("half-year-as-date", "sources.csv", 2, "published", "2021-H1", "bad-date"),
    bad_cell("half-year-3", "population.csv", 2, "period", "2019-H3", "bad-period"),
    bad_cell("half-year-in-small-letters", "population.csv", 2, "period", "2019-h1", "bad-period"),
    bad_cell("swedish-date", "sources.csv", 2, "published", "29/1 2021", "bad-date"),
    bad_cell("date-with-time-of-day", "sources.csv", 2, "published", "2021-01-29 10:00",
             "bad-date"),
    bad_cell("date-in-full-width-digits", "sources.csv", 2, "published", "２０２１", "bad-date"),
    bad_cell("word-that-cannot-be-chosen", "places.csv", 4, "kind", "by", "bad-choice"),
    bad_cell("choice-in-capitals", "places.csv", 4, "in_promise", "Yes", "bad-choice"),
    bad_cell("reason-that-is-no-reason", "population.csv", 3, "missing_reason", "vet ej",
             "bad-choice"),
    bad_cell("series-that-cannot-be-chosen", "indicators.csv", 2, "series", "alla", "bad-choice"),
    bad_cell("line-break-in-what-a-place-is-compared-as", "places.csv", 2, "compare_as",
             "andra\nkommuner", "control-character", r"andra\nkommuner"),
    bad_cell("script-as-address", "sources.csv", 2, "url", "javascript:alert(1)", "bad-url"),
    bad_cell("address-without-host", "sources.csv", 2, "url", "https://", "bad-url"),
    bad_cell("address-that-breaks-out", "sources.csv", 2, "url", 'https://a.example/"onload="',
             "bad-url"),
    bad_cell("address-with-half-a-bracket", "sources.csv", 2, "url", "http://[::1", "bad-url"),
    Bad("fault-below-a-cell-of-three-lines",
        together(cell("sources.csv", 2, "note", "ett\ntvå\ntre"),
                 swap("sources.csv", "kommun,2021,", "kommun,i fjol,")),
        "sources.csv", 5, "published", "bad-date", "i fjol", others=1),
    Bad("fault-below-blank-lines",
        swap("population.csv", "storby,2019,,", "\n\n,,,,,\nstorby,2019,-1,"),
        "population.csv", 6, "population", "count-negative", "-1"),
    Bad("fault-in-a-cr-only-file",
        together(cell("population.csv", 3, "population", "-1"),
                 rewrite("population.csv", lambda d: d.replace(b"\n", b"\r"))),
        "population.csv", 3, "population", "count-negative", "-1"),
    Bad("fault-in-a-tab-file",
        together(cell("population.csv", 3, "population", "-1"), separated("population.csv", "\t")),
        "population.csv", 3, "population", "count-negative", "-1"),
    Bad("thousands-in-a-semicolon-file",
        together(cell("population.csv", 2, "population", "1 250"),
                 separated("population.csv", ";")),
        "population.csv", 2, "population", "number-grouped", "1 250"),
    Bad("unquoted-semicolon-in-a-semicolon-file",
        together(separated("activities.csv", ";"),
                 swap("activities.csv", '"lillby;storby"', "lillby;storby")),
        "activities.csv", 2, "", "row-length",
        "P01;Hastighetskontroller;Kontroller i byarna;lillby;storby;trafik;published;Polisen;"
        "in_promise;;2020-05;2020-12-31;;4;plan;;lofte",
        "P01;Hastighetskontroller;Kontroller i byarna;lillby;storby;trafik;published;Poli…"),
]  # fmt: skip

RELATION_FAULTS = [
    Bad("same-fact-twice", add("population.csv", "lillby,2019,1251,,,statistik\n"),
        "population.csv", 5, "place", "duplicate", "lillby, 2019, statistik"),
    Bad("same-count-from-two-sources",
        add("reported_crimes.csv", "storby,2020,alla-brott,7,,,,matning\n"),
        "reported_crimes.csv", 13, "place", "duplicate", "storby, 2020, alla-brott"),
    Bad("same-id-for-two-rows", add("places.csv", "lillby,Lillbyn,village,,no,,,,,lofte\n"),
        "places.csv", 6, "id", "duplicate-id", "lillby"),
    Bad("neither-value-nor-reason", cell("population.csv", 3, "missing_reason", ""),
        "population.csv", 3, "population", "value-and-reason-missing"),
    Bad("value-and-reason", cell("population.csv", 2, "missing_reason", "protected"),
        "population.csv", 2, "missing_reason", "value-and-reason", "protected"),
    Bad("source-from-the-future", cell("sources.csv", 2, "published", "2022-01-01"),
        "sources.csv", 2, "published", "in-the-future", "2022-01-01"),
    Bad("event-from-the-future", cell("activity_events.csv", 2, "date", "2031"),
        "activity_events.csv", 2, "date", "in-the-future", "2031"),
    Bad("inhabitants-of-the-future", cell("population.csv", 2, "period", "2022"),
        "population.csv", 2, "period", "in-the-future", "2022"),
    Bad("count-of-a-year-that-has-not-ended",
        together(swap("promise.toml", '"2021-12-31"', '"2020-12-30"'),
                 cell("sources.csv", 3, "published", ""),
                 add("reported_crimes.csv", "storby,2020-12,alla-brott,3,,,,statistik\n")),
        "reported_crimes.csv", 13, "period", "in-the-future", "2020-12"),
    Bad("statement-on-the-future", cell("statements.csv", 2, "period", "2022-Q1"),
        "statements.csv", 2, "period", "in-the-future", "2022-Q1"),
    Bad("deadline-before-start", cell("activities.csv", 2, "first_deadline", "2020-04-30"),
        "activities.csv", 2, "first_deadline", "end-before-start", "2020-04-30"),
    Bad("latitude-alone", cell("places.csv", 4, "longitude", ""),
        "places.csv", 4, "longitude", "coordinate-missing"),
    Bad("latitude-without-its-point", cell("places.csv", 4, "latitude", "5571"),
        "places.csv", 4, "latitude", "outside-degrees", "5571"),
    Bad("longitude-round-the-world", cell("places.csv", 4, "longitude", "-180.5"),
        "places.csv", 4, "longitude", "outside-degrees", "-180.5"),
    Bad("place-inside-itself", cell("places.csv", 4, "part_of", "lillby"),
        "places.csv", 4, "part_of", "place-circle", "lillby"),
    Bad("places-inside-each-other",
        together(cell("places.csv", 4, "part_of", "storby"),
                 cell("places.csv", 5, "part_of", "lillby")),
        "places.csv", 4, "part_of", "place-circle", "storby", others=1),
    Bad("unknown-place-among-several", cell("activities.csv", 2, "places", "lillby;okand;storby"),
        "activities.csv", 2, "places", "id-unknown", "okand"),
    Bad("indicator-in-the-wrong-file",
        cell("safety_survey.csv", 3, "indicator", "alla-brott"),
        "safety_survey.csv", 3, "indicator", "indicator-elsewhere", "alla-brott"),
    Bad("crimes-without-what-they-count", cell("indicators.csv", 2, "series", ""),
        "indicators.csv", 2, "series", "series-of-crimes"),
    Bad("survey-that-counts-crimes", cell("indicators.csv", 3, "series", "category"),
        "indicators.csv", 3, "series", "series-of-crimes", "category"),
    Bad("no-headline-indicator-of-crimes", cell("indicators.csv", 2, "headline", "no"),
        "indicators.csv", 1, "headline", "headline-missing", "reported_crimes"),
    Bad("no-headline-indicator", cell("indicators.csv", 3, "headline", "no"),
        "indicators.csv", 1, "headline", "headline-missing", "safety_survey"),
    Bad("value-above-the-scale", cell("safety_survey.csv", 3, "value", "6.01"),
        "safety_survey.csv", 3, "value", "outside-scale", "6.01"),
    Bad("value-below-a-scale-without-a-top",
        together(cell("indicators.csv", 3, "scale_max", ""),
                 cell("safety_survey.csv", 3, "value", "-0.1")),
        "safety_survey.csv", 3, "value", "outside-scale", "-0.1"),
    Bad("margin-below-zero", cell("safety_survey.csv", 2, "margin", "-0.2"),
        "safety_survey.csv", 2, "margin", "below-zero", "-0.2"),
    Bad("rate-below-zero", cell("reported_crimes.csv", 2, "rate_per_100k", "-4000"),
        "reported_crimes.csv", 2, "rate_per_100k", "below-zero", "-4000"),
    Bad("quarters-exceed-the-year", cell("reported_crimes.csv", 4, "count", "15"),
        "reported_crimes.csv", 2, "count", "parts-exceed", "50"),
    Bad("quarters-short-of-the-year", cell("reported_crimes.csv", 4, "count", "13"),
        "reported_crimes.csv", 2, "count", "parts-fall-short", "50"),
    Bad("three-quarters-exceed-the-year",
        together(swap("reported_crimes.csv", "lillby,2019-Q4,alla-brott,13,,,,statistik\n", ""),
                 cell("reported_crimes.csv", 4, "count", "28")),
        "reported_crimes.csv", 2, "count", "parts-exceed", "50"),
    Bad("months-exceed-the-quarter", cell("reported_crimes.csv", 10, "count", "1"),
        "reported_crimes.csv", 7, "count", "parts-exceed", "9"),
    Bad("months-short-of-the-quarter", cell("reported_crimes.csv", 9, "count", "4"),
        "reported_crimes.csv", 7, "count", "parts-fall-short", "9"),
    Bad("quarter-and-a-later-month-exceed-the-year",
        add("reported_crimes.csv", "lillby,2020,alla-brott,20,,,,statistik\n"
            "lillby,2020-05,alla-brott,12,,,,statistik\n"),
        "reported_crimes.csv", 13, "count", "parts-exceed", "20"),
    Bad("months-exceed-their-half-year",
        add("reported_crimes.csv", "storby,2019-H1,alla-brott,6,,,,statistik\n"
            "storby,2019-01,alla-brott,4,,,,statistik\nstorby,2019-06,alla-brott,3,,,,statistik\n"),
        "reported_crimes.csv", 13, "count", "parts-exceed", "6"),
    Bad("months-short-of-their-half-year",
        add("reported_crimes.csv", "storby,2019-H2,alla-brott,7,,,,statistik\n" + "".join(
            f"storby,2019-{month:02},alla-brott,1,,,,statistik\n" for month in range(7, 13))),
        "reported_crimes.csv", 13, "count", "parts-fall-short", "7"),
    Bad("half-years-short-of-their-year",
        add("reported_crimes.csv", "storby,2019,alla-brott,20,,,,statistik\n"
            "storby,2019-H1,alla-brott,9,,,,statistik\nstorby,2019-H2,alla-brott,10,,,,statistik\n"),
        "reported_crimes.csv", 13, "count", "parts-fall-short", "20"),
    Bad("half-year-exceeds-its-year",
        add("reported_crimes.csv", "storby,2019,alla-brott,20,,,,statistik\n"
            "storby,2019-H2,alla-brott,21,,,,statistik\n"),
        "reported_crimes.csv", 13, "count", "parts-exceed", "20"),
    Bad("half-year-and-a-later-quarter-exceed-the-year",
        add("reported_crimes.csv", "storby,2019,alla-brott,20,,,,statistik\n"
            "storby,2019-H1,alla-brott,15,,,,statistik\nstorby,2019-Q4,alla-brott,6,,,,statistik\n"),
        "reported_crimes.csv", 13, "count", "parts-exceed", "20"),
    Bad("quarters-short-of-their-half-year",
        add("reported_crimes.csv", "lillby,2019-H1,alla-brott,27,,,,statistik\n"),
        "reported_crimes.csv", 13, "count", "parts-fall-short", "27", others=1),
    Bad("quarters-exceed-their-half-year",
        add("reported_crimes.csv", "lillby,2019-H2,alla-brott,23,,,,statistik\n"),
        "reported_crimes.csv", 13, "count", "parts-exceed", "23", others=1),
    Bad("two-indicators-of-all-crimes",
        add("indicators.csv", "alla-igen,Alla igen,reported_crimes,reports,all,lower,no,no,,,"
            "Anmälda brott,,statistik\n"),
        "indicators.csv", 4, "series", "series-twice", "all", others=1),
    Bad("two-indicators-of-all-but-the-police's-own",
        add("indicators.csv", "".join(
            f"utom-{number},Utom {number},reported_crimes,reports,all_but_police,lower,no,no,,,"
            "Anmälda brott,,statistik\n" for number in (1, 2))),
        "indicators.csv", 5, "series", "series-twice", "all_but_police"),
    Bad("sensitive-survey", cell("indicators.csv", 3, "sensitive", "yes"),
        "indicators.csv", 3, "sensitive", "survey-sensitive", "yes"),
    Bad("sensitive-not-told", cell("indicators.csv", 2, "sensitive", ""),
        "indicators.csv", 2, "sensitive", "value-missing"),
    Bad("code-counted-and-set-aside", cell("crime_codes.csv", 2, "set_aside", "Dubblett"),
        "crime_codes.csv", 2, "indicators", "code-counted-or-set-aside", "0801"),
    Bad("code-neither-counted-nor-set-aside", cell("crime_codes.csv", 3, "set_aside", ""),
        "crime_codes.csv", 3, "indicators", "code-counted-or-set-aside", "Händelse"),
    Bad("code-outside-all-crimes",
        together(add("indicators.csv", "stold,Stöld,reported_crimes,reports,category,lower,no,no,"
                     ",,Anmälda stölder,,statistik\n"),
                 cell("crime_codes.csv", 2, "indicators", "stold")),
        "crime_codes.csv", 2, "indicators", "code-not-in-all", "0801"),
    Bad("code-of-an-unknown-indicator", cell("crime_codes.csv", 2, "indicators",
                                             "alla-brott;okand"),
        "crime_codes.csv", 2, "indicators", "id-unknown", "okand"),
    Bad("same-code-twice", add("crime_codes.csv", "0801,,Dubblett,,statistik\n"),
        "crime_codes.csv", 4, "code", "duplicate", "0801"),
    Bad("villages-with-more-than-their-area",
        add("reported_crimes.csv", "provbygden,2019,alla-brott,49,,,,statistik\n"),
        "reported_crimes.csv", 13, "count", "places-exceed", "49", others=1),
    Bad("villages-with-less-than-their-area",
        together(add("reported_crimes.csv", "provbygden,2019,alla-brott,120,,,,statistik\n"
                     "storby,2019,alla-brott,60,,,,statistik\n")),
        "reported_crimes.csv", 13, "count", "places-fall-short", "120"),
    Bad("more-unplaced-than-reported", cell("coverage.csv", 2, "unplaced", "121"),
        "coverage.csv", 2, "unplaced", "unplaced-exceed", "121"),
    Bad("coverage-of-a-year-that-has-not-ended",
        add("coverage.csv", "provbygden,2022,30,1,,,statistik\n"),
        "coverage.csv", 3, "period", "in-the-future", "2022"),
    Bad("coverage-of-a-half-year-that-has-not-ended",
        together(swap("promise.toml", '"2021-12-31"', '"2021-12-30"'),
                 add("coverage.csv", "provbygden,2021-H2,30,1,,,statistik\n")),
        "coverage.csv", 3, "period", "in-the-future", "2021-H2"),
    Bad("coverage-of-a-village", cell("coverage.csv", 2, "place", "lillby"),
        "coverage.csv", 2, "place", "coverage-not-an-area", "lillby", others=1),
    Bad("coverage-that-contradicts-the-count",
        add("reported_crimes.csv", "provbygden,2019,alla-brott,119,,,,statistik\n"),
        "coverage.csv", 2, "reports", "coverage-differs", "120"),
    Bad("authority-unknown", cell("not_published.csv", 2, "authorities", "kommunen;polisen"),
        "not_published.csv", 2, "authorities", "id-unknown", "polisen"),
    Bad("asked-for-until-before-it-begins", cell("not_published.csv", 2, "last_period", "2019-H2"),
        "not_published.csv", 2, "last_period", "end-before-start", "2019-H2"),
    Bad("context-without-its-kind", cell("activities.csv", 3, "context_kind", ""),
        "activities.csv", 3, "context_kind", "context-kind"),
    Bad("kind-without-context", cell("activities.csv", 2, "context_kind", "before"),
        "activities.csv", 2, "context_kind", "context-kind", "before"),
    Bad("focus-area-without-its-basis", cell("activities.csv", 2, "focus_area_basis", ""),
        "activities.csv", 2, "focus_area_basis", "focus-area-basis"),
    Bad("basis-without-focus-area", cell("activities.csv", 2, "focus_area", ""),
        "activities.csv", 2, "focus_area_basis", "focus-area-basis", "published"),
    Bad("event-without-time", cell("activity_events.csv", 4, "date_note", ""),
        "activity_events.csv", 4, "date", "date-or-note"),
    Bad("deadline-moved-without-postponing", cell("activity_events.csv", 3, "status", "ongoing"),
        "activity_events.csv", 3, "new_deadline", "deadline-without-postponed", "2021-06-30"),
    Bad("occasions-never-planned", cell("activities.csv", 2, "occasions_planned", ""),
        "activity_events.csv", 2, "occasions_done", "occasions-not-planned", "1"),
]  # fmt: skip

PROMISE_FAULTS = [
    key("key-misspelt", 'title = "Tryggt i', 'titel = "Tryggt i', 4, "titel", "key-unknown",
        "titel", others=1),
    key("key-misspelt-in-a-list", 'reason = "P', 'skal = "P', 26, "extensions.skal",
        "key-unknown", "skal", others=1),
    key("list-misspelt", "[[follow_up]]", "[[followup]]", 47, "followup", "key-unknown",
        "followup"),
    key("key-missing", 'kind = "example"\n', "", 1, "kind", "key-missing"),
    key("key-empty", '"Tryggt i Provbygd"', '""', 4, "title", "key-missing"),
    key("key-of-spaces", '"Tryggt i Provbygd"', '"  "', 4, "title", "key-missing"),
    key("key-missing-in-a-list", 'topic = "crimes"\n', "", 35, "goals.topic", "key-missing"),
    key("source-missing-in-a-list", 'slump."\nsource = "matning"', 'slump."', 51,
        "reading_notes.source", "source-missing"),
    key("source-unknown-in-a-list", 'source = "matning"', 'source = "mattning"', 53,
        "reading_notes.source", "source-unknown", "mattning"),
    key("area-unknown", 'area = "provbygden"', 'area = "provbyggden"', 11, "area", "id-unknown",
        "provbyggden"),
    key("id-that-climbs-out-of-the-folder", '"tryggt-i-provbygd"', '"../provbygd"', 2, "id",
        "bad-id", "../provbygd"),
    key("id-longer-than-an-address-takes", '"tryggt-i-provbygd"', f'"{"p" * 81}"', 2, "id",
        "text-too-long", "p" * 81),
    key("choice-unknown", 'kind = "example"', 'kind = "verklig"', 3, "kind", "bad-choice",
        "verklig"),
    key("plan-that-is-half-published", '"not_published"', '"partly"', 17, "activity_plan",
        "bad-choice", "partly"),
    key("plan-as-truth", '"not_published"', "true", 17, "activity_plan", "not-a-text", "True"),
    key("plan-not-told", 'activity_plan = "not_published"\n', "", 1, "activity_plan",
        "key-missing"),
    key("language-without-texts", '["sv"]', '["sv", "fi"]', 20, "languages", "bad-choice",
        "['sv', 'fi']"),
    key("number-for-text", '"Tryggt i Provbygd"', "2020", 4, "title", "not-a-text", "2020"),
    key("list-for-text", '"Tryggt i Provbygd"', '["a"]', 4, "title", "not-a-text", "['a']"),
    key("date-for-text", '"Tryggt i Provbygd"', "2020-05-01", 4, "title", "not-a-text",
        "2020-05-01"),
    key("text-for-list", '["sv"]', '"sv"', 20, "languages", "not-a-list-of-texts", "sv"),
    key("numbers-in-list", '["sv"]', "[1, 2]", 20, "languages", "not-a-list-of-texts", "[1, 2]"),
    key("empty-list", '["sv"]', "[]", 20, "languages", "not-a-list-of-texts", "[]"),
    key("escape-sequence-in-a-list", '"Provbygds kommun",', '"Prov\\u001b[31m",', 7, "parties",
        "control-character", "['Prov\\x1b[31m', 'Polisen (lokalpolisområde Prov)']"),
    key("year-in-quotation-marks", "= 2019", '= "2019"', 15, "baseline_year", "bad-year", "2019"),
    key("year-beyond-reason", "= 2019", "= 201", 15, "baseline_year", "bad-year", "201"),
    key("year-as-truth", "= 2019", "= true", 15, "baseline_year", "bad-year", "True"),
    key("hide-nothing", "= 5", "= 1", 19, "hide_below", "bad-number", "1"),
    key("hide-nearly-all", "= 5", "= 101", 19, "hide_below", "bad-number", "101"),
    key("hide-below-a-fraction", "= 5", "= 5.5", 19, "hide_below", "bad-number", "5.5"),
    key("hide-below-in-quotation-marks", "= 5", '= "5"', 19, "hide_below", "bad-number", "5"),
    key("months-as-truth", "= 3", "= true", 18, "update_months", "bad-number", "True"),
    email("address-of-two-lines",
          "a@b.example\\nBcc: c@d.example", "a@b.example\nBcc: c@d.example"),
    email("address-with-a-line-break-in-the-link", "a%0d%0aBcc=c@b.example"),
    email("two-addresses", "a@b.example,c@d.example"),
    email("two-addresses-with-semicolon", "a@b.example;c@d.example"),
    email("address-with-a-copy", "a@b.example?cc=c@d.example"),
    email("address-with-a-subject", "a@b.example&subject=x"),
    email("address-with-a-name", "Registrator <a@b.example>"),
    email("address-that-is-a-link", "mailto:a@b.example"),
    email("address-without-a-host", "registrator@"),
    email("address-without-a-domain", "registrator@kommunen"),
    email("address-with-swedish-letters", "registrator@ås.example"),
    email("email-that-breaks-out", "a@b.example'onload='x"),
    email("address-that-steers-the-terminal", "a\\u001b[31m@b.example", "a\x1b[31m@b.example"),
    email("address-longer-than-any", f"a@{'b' * 64}.example"),
    key("address-that-is-a-number", '"registrator@provbygd.example"', "112", 64,
        "authorities.email", "bad-email", "112"),
    key("same-authority-twice", "[[authorities]]",
        '[[authorities]]\nid = "kommunen"\nname = "Kommunen"\nsource = "lofte"\n\n'
        "[[authorities]]", 67, "authorities.id", "duplicate-id", "kommunen"),
    key("date-that-is-none", '"2020-12-31"', '"2020-02-30"', 14, "first_end", "bad-date",
        "2020-02-30"),
    key("start-below-a-text-that-says-start", '"2020-05"', '"maj 2020"', 13, "start", "bad-date",
        "maj 2020"),
    key("date-with-time", '"2020-12-31"', "2020-12-31T10:00:00", 14, "first_end", "bad-date",
        "2020-12-31 10:00:00"),
    key("contact-address-without-http", '"https://provbygd.example/lofte"\nsource = "lofte"',
        '"provbygd.example"\nsource = "lofte"', 58, "contacts.url", "bad-url", "provbygd.example"),
    key("end-before-start", '"2020-12-31"', '"2020-04"', 14, "first_end", "end-before-start",
        "2020-04"),
    key("extension-before-start", '"2020-11-02"', '"2020-04-30"', 24, "extensions.decided",
        "extension-before-start", "2020-04-30"),
    key("extension-decided-in-the-future", '"2020-11-02"', '"2022-01-01"', 24,
        "extensions.decided", "in-the-future", "2022-01-01"),
    key("extension-that-shortens", '"2021-06-30"', '"2020-12"', 25, "extensions.end",
        "extension-not-later", "2020-12"),
    key("baseline-after-start", "= 2019", "= 2021", 15, "baseline_year", "baseline-after-start",
        "2021"),
    key("same-goal-twice", 'id = "brott"', 'id = "trygghet"', 36, "goals.id", "duplicate-id",
        "trygghet"),
    key("one-bracket-for-two", "[[extensions]]", "[extensions]", 23, "extensions", "not-a-list",
        "[extensions]"),
    Bad("text-for-a-list-of-entries",
        together(swap("promise.toml", FOLLOW_UP, ""),
                 swap("promise.toml", "baseline", 'follow_up = "Varje kvartal"\nbaseline')),
        "promise.toml", 15, "follow_up", "not-a-list", "Varje kvartal"),
    Bad("inline-entry-without-source",
        together(swap("promise.toml", FOLLOW_UP, ""),
                 swap("promise.toml", "baseline",
                      'follow_up = [{ text = "Varje kvartal" }]\nbaseline')),
        "promise.toml", 15, "follow_up.source", "source-missing"),
    key("end-in-a-later-text", "[[contacts]]", '[[contacts]]\nnote = """\nend = 1\n"""', 56,
        "contacts.note", "key-unknown", "note"),
    toml("key-without-value", "\nabout2 =\n", 67, "about2 ="),
    toml("text-without-quotation-marks", "\nmer = Provbygd\n", 67, "mer = Provbygd"),
    toml("key-twice", 'name = "mer"\n', 66, 'name = "mer"'),
    toml("list-declared-otherwise-before", '\n[goals]\nid = "x"\n', 67, "[goals]"),
    toml("quotation-mark-left-open", '\nmer = "Provbygds\n', 67, 'mer = "Provbygds'),
    toml("list-left-open", "\n[[contacts]]\nname = [\n", 68, "name = ["),
    toml("date-that-toml-refuses", "\nslut = 2020-02-30\n", 67, "slut = 2020-02-30"),
    Bad("text-that-is-no-toml", rewrite("promise.toml", lambda _: b"Tryggt i Provbygd"),
        "promise.toml", 1, "", "toml-syntax", "Tryggt i Provbygd"),
    Bad("deep-nesting-in-toml", add("promise.toml", f"x = {DEEP}\n"),
        "promise.toml", 1, "", "toml-too-deep"),
    Bad("number-of-5000-digits-in-toml", add("promise.toml", f"x = {'9' * 5000}\n"),
        "promise.toml", 1, "", "toml-too-deep"),
    Bad("hexadecimal-number-of-5000-digits", swap("promise.toml", "= 2019", f"= 0x{'f' * 5000}"),
        "promise.toml", 15, "baseline_year", "bad-year", "…"),
    Bad("empty-promise", rewrite("promise.toml", lambda _: b""),
        "promise.toml", 1, "title", "key-missing", others=15),
]  # fmt: skip

OUTLINE_FAULTS = [
    geojson("outlines-cut-off", POLYGON[:300].encode(), 5, POLYGON[:300].split("\n")[4].strip()),
    geojson("outlines-empty", b"", 1, ""),
    geojson("outlines-without-features", b'{"type": "FeatureCollection"}', 1,
            '{"type": "FeatureCollection"}'),
    geojson("outlines-as-list", b"[1]", 1, "[1]"),
    geojson("outlines-as-number", b"17", 1, "17"),
    geojson("outlines-nested-deep", DEEP.encode(), 1, DEEP),
    geojson("outlines-number-of-5000-digits", b"9" * 5000, 1, "9" * 5000),
    geojson("features-that-are-no-list", b'{"features": {}}', 1, '{"features": {}}'),
    outline("outline-without-role", '"role": "village"', '"roll": "village"', 2, "features[0]",
            "bad-outline", "role"),
    outline("outline-of-unknown-role", '"role": "surroundings"', '"role": "by"', 5, "features[1]",
            "bad-outline", "role: by"),
    outline("outline-without-geometry", '"geometry": {"type": "P', '"form": {"type": "P', 2,
            "features[0]", "bad-outline", "geometry"),
    outline("outline-that-is-a-point", '"type": "Polygon"', '"type": "Point"', 2, "features[0]",
            "bad-outline", "type: Point"),
    outline("outline-of-nan", "[13.5, 55.8]", "[NaN, 55.8]", 2, "features[0]", "bad-outline",
            "coordinates: nan"),
    outline("outline-of-infinity", "[13.5, 55.8]", "[13.5, Infinity]", 2, "features[0]",
            "bad-outline", "coordinates: inf"),
    outline("outline-in-sweref", "[13.5, 55.8]", "[6175000, 386000]", 2, "features[0]",
            "bad-outline", "coordinates: 6175000"),
    outline("outline-beyond-any-number", "[13.5, 55.8]", f"[{'1' * 400}, 55.8]", 2, "features[0]",
            "bad-outline", "coordinates: " + "1" * 400),
    outline("outline-of-texts", "[13.5, 55.8]", '["13.5", 55.8]', 2, "features[0]", "bad-outline",
            "coordinates"),
    outline("outline-of-truth", "[13.5, 55.8]", "[true, 55.8]", 2, "features[0]", "bad-outline",
            "coordinates"),
    outline("point-with-one-number", "[13.5, 55.8]", "[13.5]", 2, "features[0]", "bad-outline",
            "coordinates"),
    outline("point-that-is-an-object", "[13.5, 55.8]", '{"x": 1}', 2, "features[0]", "bad-outline",
            "coordinates"),
    outline("line-instead-of-area", "[13.5, 55.8],\n    ", "", 2, "features[0]", "bad-outline",
            "coordinates"),
    outline("outline-without-name", '"name": "Lillby"', '"name": null', 2, "features[0]",
            "bad-outline", "name"),
    outline("outline-with-half-a-character", '"Omnejden"', '"Om\\ud83dnejden"', 5, "features[1]",
            "bad-outline", "name: Om\ud83dnejden"),
    outline("outline-of-unknown-village", '"id": "lillby"', '"id": "nyby"', 2, "features[0]",
            "id-unknown", "nyby"),
    outline("same-outline-twice", '"id": "yta"', '"id": "lillby"', 5, "features[1]",
            "duplicate-id", "lillby"),
    outline("feature-that-is-null", '\n]}', ',\nnull]}', 1, "features[2]", "bad-outline",
            "properties"),
]  # fmt: skip


def translation(name: str, entry: str, line: int, column: str, code: str, value: str) -> Bad:
    """A fault in en.po, in an entry that begins on line 8."""
    return Bad(name, in_english(entry, TRANSLATED), "en.po", line, column, code, value)


TRANSLATED = 'msgid "Trafik"\nmsgstr "Traffic"'

TRANSLATION_FAULTS = [
    Bad("no-translations", swap("promise.toml", '["sv"]', '["sv", "en"]'),
        "en.po", 0, "", "po-missing", "en"),
    Bad("translations-in-a-language-that-is-not-listed",
        lambda f: (f / "en.po").write_text(TRANSLATED), "en.po", 0, "", "po-not-listed", "en"),
    Bad("translations-in-windows-1252",
        together(in_english(), rewrite("en.po", lambda d: d.decode().encode("cp1252"))),
        "en.po", 1, "", "not-utf8", "0xE5"),
    translation("translation-without-quotation-marks", "msgid Pandemin.", 8, "", "po-syntax",
                "msgid Pandemin."),
    translation("translation-with-an-open-quotation-mark",
                'msgid "Pandemin."\nmsgstr "The "pandemic."', 9, "", "po-syntax",
                'msgstr "The "pandemic."'),
    translation("translation-of-nothing", 'msgstr "Theft"\nmsgstr "Burglary"', 8, "", "po-syntax",
                'msgstr "Theft"'),
    translation("translation-left-out", 'msgid "Pandemin."', 10, "", "po-syntax",
                'msgid "Trafik"'),
    translation("translation-in-the-plural",
                'msgid "Pandemin."\nmsgid_plural "Pandemier"\nmsgstr[0] "The pandemic."',
                9, "", "po-syntax", 'msgid_plural "Pandemier"'),
    Bad("translation-broken-off", in_english(TRANSLATED, 'msgid "Pandemin."'),
        "en.po", 11, "", "po-syntax", "Pandemin."),
    Bad("translation-twice", in_english(TRANSLATED, TRANSLATED),
        "en.po", 11, "msgid", "po-twice", "Trafik"),
    translation("translation-empty", 'msgid "Pandemin."\nmsgstr ""', 9, "msgstr", "po-empty",
                "Pandemin."),
    translation("translation-guessed-by-a-tool",
                '#, fuzzy\nmsgid "Pandemin."\nmsgstr "The panic."', 9, "msgid", "po-fuzzy",
                "Pandemin."),
    translation("translation-of-two-lines", 'msgid "Pandemin."\nmsgstr "The\\npandemic."',
                9, "msgstr", "control-character", "The\npandemic."),
    translation("translation-that-is-a-formula", 'msgid "Pandemin."\nmsgstr "=A1"',
                9, "msgstr", "formula", "=A1"),
    Bad("translation-beyond-all-limits",
        in_english(f'msgid "Pandemin."\nmsgstr "{LONG}"'), "en.po", 9, "msgstr", "text-too-long",
        LONG),
    key("english-before-swedish", '["sv"]', '["en", "sv"]', 20, "languages", "first-language",
        "['en', 'sv']"),
    key("language-that-the-site-does-not-have", '["sv"]', '["sv", "fi"]', 20, "languages",
        "bad-choice", "['sv', 'fi']"),
]  # fmt: skip

VARIANTS = [
    *FILE_FAULTS,
    *HEADER_FAULTS,
    *CELL_FAULTS,
    *RELATION_FAULTS,
    *PROMISE_FAULTS,
    *OUTLINE_FAULTS,
    *TRANSLATION_FAULTS,
]
