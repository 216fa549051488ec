"""The sheet for a meeting and the notice board: one village on one page of A4.

HTML and PDF are both set from the same `Sheet`, so that they cannot say different things.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from trygghet.charts.labels import clean
from trygghet.charts.svg import WIDTH
from trygghet.fragments import render
from trygghet.paper.index import higher_is_worse
from trygghet.paper.plain_svg import INK, plain_svg, said_by
from trygghet.paper.qr import qr_svg
from trygghet.paper.room import GAP, SIZES, Row, Section, Sizes, cut, filled, height
from trygghet.paper.typeset import pdf
from trygghet.periods import parse_period
from trygghet.release.rows import Activity
from trygghet.views.context import Context
from trygghet.views.figures import change_chart
from trygghet.views.overview import promise_text
from trygghet.views.village import Village
from trygghet.words import text
from trygghet.words.answers import Answer
from trygghet.words.cards import event_line, responsible_parties, state_text
from trygghet.words.goals import cancelled_with_reason, late_activities
from trygghet.words.numbers import day, listed

# Millimetres; motesblad.typ and motesblad.html have the same.
PAGE_WIDTH, PAGE_HEIGHT = 186, 273
CODE, LABEL, COLUMN = 30, 38, 89
BESIDE_CODE = PAGE_WIDTH - CODE - 4
BESIDE_LABEL = PAGE_WIDTH - LABEL - 3
BETWEEN = 5

MOST_PROMISE, MOST_DETAIL, MOST_TITLE = 6, 3, 2
"""Lines of a text that the promise's owner has written."""
MOST_SOURCES = 2


@dataclass(frozen=True, slots=True)
class Said:
    """One of the three answers; `beside` is what must be known to read it, `sources` short."""

    label: str
    sentence: str
    beside: str
    sources: str


@dataclass(frozen=True, slots=True)
class Figure:
    """The sheet's chart: SVG that needs no style sheet, its text alternative, what stands below."""

    svg: str
    alternative: str
    caption: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that stands on the sheet, in the order in which it is read.

    `figure` is None where nothing about the village can be compared; its activities are listed
    then. `signs` are the drawings of an activity's states. `watermark` is empty for what is not
    invented.
    """

    kicker: str
    title: str
    promise: str
    dated: str
    notices: tuple[str, ...]
    answers: tuple[Said, ...]
    figure: Figure | None
    left: tuple[Section, ...]
    right: tuple[Section, ...]
    code: str
    code_said: str
    code_alternative: str
    address: str
    watermark: str
    signs: dict[str, str]
    sizes: Sizes = SIZES


def sheet(village: Village, since: date, address: str) -> Sheet:
    """The sheet of a village with what is new from a day on; the code leads to `address`."""
    seen, place = village.seen, village.place
    mark = seen.mark
    kicker = text("paper-sheet", promise=seen.promise.title)
    title = cut(clean(mark(text("by-title", place=place.name))), SIZES.title, BESIDE_CODE, 2)
    promise = clean(mark(f"{seen.promise.summary} {promise_text(seen)}"))
    promise = cut(promise, SIZES.body, BESIDE_CODE, MOST_PROMISE)
    notices = [*seen.warnings(), *([village.unclear] if village.unclear else [])]
    answers = tuple(_said(village, answer) for answer in village.answers())
    code_said = text("paper-code")
    head = max(
        height(kicker, SIZES.body, BESIDE_CODE)
        + height(title, SIZES.title, BESIDE_CODE, bold=True)
        + height(promise, SIZES.body, BESIDE_CODE)
        + height(seen.footer(), SIZES.body, BESIDE_CODE, bold=True)
        + height(f"{code_said} {address}", SIZES.body, BESIDE_CODE)
        + 3 * GAP,
        CODE,
    )
    below = sum(height(one, SIZES.body, PAGE_WIDTH - 6) + 3 * GAP for one in notices)
    room = PAGE_HEIGHT - head - below - sum(map(_answer_height, answers)) - BETWEEN
    figure = _figure(village, room)
    shown = _figure_height(figure) if figure else 0
    left = [_new(village, since)] if figure else [_activities(village), _new(village, since)]
    right = [_late(village), _cancelled(village), _not_published(village)]
    return Sheet(
        kicker=clean(kicker),
        title=title,
        promise=promise,
        dated=seen.footer(),
        notices=tuple(map(clean, notices)),
        answers=answers,
        figure=figure,
        left=filled(left, COLUMN, room - shown),
        right=filled(right, COLUMN, room),
        code=qr_svg(address),
        code_said=code_said,
        code_alternative=text("paper-code-alternative", address=address),
        address=address,
        watermark=text("site-example-watermark") if seen.promise.is_example else "",
        signs={state: _sign(state) for state in _SIGNS},
    )


def sheet_html(shown: Sheet, pdf_address: str) -> str:
    """The sheet as a page that prints as it is and that a telephone can show."""
    return str(render("motesblad", sheet=shown, pdf_address=pdf_address))


def sheet_pdf(shown: Sheet, at: datetime) -> bytes:
    """The sheet as PDF, made at that moment."""
    data: dict[str, Any] = asdict(shown)
    return pdf("motesblad.typ", data, at)


def _said(village: Village, answer: Answer) -> Said:
    seen = village.seen
    # The chart's caption has what the words about reported crimes mean.
    details = " ".join(() if answer.topic == "crimes" else answer.details)
    way = higher_is_worse(village) if answer.topic == "survey" else ""
    if way not in details:
        details = f"{way} {details}"
    titles = [source.title for source in answer.sources]
    more = len(titles) - MOST_SOURCES
    if more > 0:
        titles = [*titles[:MOST_SOURCES], text("paper-more-sources", count=more)]
    beside = cut(clean(details), SIZES.small, BESIDE_LABEL, MOST_DETAIL)
    sources = f"{text('site-source')}: {listed(titles)}" if titles else ""
    return Said(
        answer.label,
        clean(seen.mark(answer.sentence)),
        clean(seen.mark(beside)) if beside else "",
        cut(clean(sources), SIZES.small, BESIDE_LABEL, 2),
    )


def _answer_height(answer: Said) -> float:
    beside = height(answer.sentence, SIZES.sentence, BESIDE_LABEL, bold=True)
    beside += height(answer.beside, SIZES.small, BESIDE_LABEL)
    beside += height(answer.sources, SIZES.small, BESIDE_LABEL)
    return max(beside, height(answer.label, SIZES.heading, LABEL, bold=True)) + 3 * GAP


def _figure(village: Village, room: float) -> Figure | None:
    """What is put first of the village's comparisons, as many indicators as there is room for."""
    indicators = [one for one in village.indicators if one.headline]
    for count in range(len(indicators), 0, -1):
        chart = change_chart(village.seen, village.place, indicators[:count], village.comparisons)
        if chart is None:
            return None
        svg = plain_svg(chart.svg)
        figure = Figure(svg, said_by(svg), clean(chart.caption))
        if _figure_height(figure) <= room:
            return figure
    return None


def _figure_height(figure: Figure) -> float:
    drawn = float(figure.svg.partition('viewBox="')[2].partition('"')[0].split()[3])
    return drawn * COLUMN / WIDTH + height(figure.caption, SIZES.small, COLUMN) + 3 * GAP


def _section(seen: Context, heading: str, rows: Iterable[Row], note: str = "") -> Section:
    return Section(clean(seen.mark(heading)), tuple(rows), clean(seen.mark(note)) if note else "")


def _row(seen: Context, title: str, said: str, state: str = "") -> Row:
    title, said = clean(seen.mark(title)), clean(said)
    inside = COLUMN - 5
    return Row(cut(title, SIZES.body, inside, MOST_TITLE), cut(said, SIZES.small, inside, 3), state)


def _activities(village: Village) -> Section:
    seen, place = village.seen, village.place
    rows = [
        _row(seen, one.title, f"{_first(state_text(one))}. {_responsible(one)}", one.state)
        for one in village.promised
    ]
    return _section(seen, text("by-activities", place=place.name), rows)


def _late(village: Village) -> Section:
    seen, place = village.seen, village.place
    as_of = parse_period(seen.promise.as_of).start
    rows = [
        _row(seen, one.activity.title, f"{_first(one.how)}. {_responsible(one.activity)}")
        for one in late_activities(village.promised, as_of)
    ]
    note = ""
    if not rows:
        deadlines = any(one.first_deadline for one in village.promised)
        note = text("paper-late-none" if deadlines else "paper-late-unknown", place=place.name)
    return _section(seen, text("mal-late"), rows, note)


def _cancelled(village: Village) -> Section:
    rows = [
        _row(village.seen, activity.title, f"{reason} {_responsible(activity)}")
        for activity, reason in cancelled_with_reason(village.promised, village.events)
    ]
    note = "" if rows else text("paper-cancelled-none", place=village.place.name)
    return _section(village.seen, text("mal-cancelled"), rows, note)


def _new(village: Village, since: date) -> Section:
    seen = village.seen
    here = {village.place.id, seen.area.id}
    mine = {one.id for one in village.activities if here & set(one.places)}
    lines = [event_line(one) for one in seen.release.events_since(since) if one.activity in mine]
    rows = [_row(seen, f"{line.when}: {line.title}", line.text) for line in lines]
    note = "" if rows else text("mal-changed-none")
    return _section(seen, text("paper-new", date=day(since)), rows, note)


def _not_published(village: Village) -> Section:
    rows = [
        _row(village.seen, one.title, text("missing-holder", holder=one.holder))
        for one in village.not_published()
    ]
    return _section(village.seen, text("by-not-published", place=village.place.name), rows)


def _responsible(activity: Activity) -> str:
    parties = listed(responsible_parties(activity))
    return f"{text('activity-responsible')}: {parties}."


def _first(sentence: str) -> str:
    """With a capital letter first."""
    return sentence[:1].upper() + sentence[1:]


# What is inside the square of each state; drawn, since backgrounds are not printed and letters
# for them lack in most typefaces.
_SIGNS = {
    "done": '<path d="M1 1h10v10h-10z" fill="{ink}"/>',
    "ongoing": '<path d="M1 1h5v10h-5z" fill="{ink}"/>',
    "planned": "",
    "postponed": '<path d="M1 7.5h10v3.5h-10z" fill="{ink}"/>',
    "cancelled": '<path d="M1 1l10 10m0 -10l-10 10"/>',
    "unknown": '<path d="M4.2 4.6q0 -1.8 1.8 -1.8t1.8 1.6q0 1 -1.8 2v1m0 1v1"/>',
}


def _sign(state: str) -> str:
    dotted = ' stroke-dasharray="1.5 1.5"' if state == "unknown" else ""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12" width="12" height="12">'
        f'<g fill="none" stroke="{INK}" stroke-width="1.3"><rect x="1" y="1" width="10" '
        f'height="10"{dotted}/>{_SIGNS[state].format(ink=INK)}</g></svg>'
    )
