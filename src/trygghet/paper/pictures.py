"""Pictures that social networks and chats show beside a link, and what each says in words."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from trygghet.charts.labels import clean
from trygghet.paper.plain_svg import plain_svg, said_by
from trygghet.paper.typeset import png
from trygghet.periods import parse_period
from trygghet.release.rows import Indicator
from trygghet.views.context import Context
from trygghet.views.figures import history_chart
from trygghet.views.overview import goal_answers
from trygghet.views.village import Village
from trygghet.words import text
from trygghet.words.numbers import day

_TOPICS = ("activities", "crimes")


@dataclass(frozen=True, slots=True)
class Picture:
    """What stands on a picture. `chart` is SVG, empty without one; `sentences` are put on whole,
    as many as fit; `mark` is empty for what is not invented."""

    promise: str
    title: str
    sentences: tuple[str, ...]
    more: str
    chart: str
    dated: str
    mark: str


def overview_picture(seen: Context) -> Picture:
    """The promise as a whole."""
    said = [answer for _, answer in goal_answers(seen)]
    sentences = [seen.mark(one.sentence) for one in said if one.topic in _TOPICS]
    return _picture(seen, text("oversikt-title", promise=seen.promise.title), sentences)


def village_picture(village: Village) -> Picture:
    """A village: what is done, and what was reported."""
    mark, said = village.seen.mark, village.answers()
    sentences = [mark(one.sentence) for one in said if one.topic in _TOPICS]
    title = text("by-title", place=village.place.name)
    return _picture(village.seen, title, [village.unclear, *sentences])


def indicator_picture(seen: Context, indicator: Indicator) -> Picture:
    """An indicator over the years in the municipality or, where it has none, the first place of
    the promise that has; what is drawn says which place it is."""
    for place in (seen.municipality, seen.area, *seen.release.villages()):
        observations = seen.release.place_observations(place.id, "year")
        chart = history_chart(seen, place, indicator, observations)
        if chart:
            whole = place == seen.municipality
            caution = seen.mark(text("oversikt-municipality-caution")) if whole else ""
            title = f"{indicator.title}, {place.name}"
            return _picture(seen, title, [caution, chart.caption], plain_svg(chart.svg))
    return _picture(seen, indicator.title, [seen.mark(text("picture-no-years"))])


def _picture(seen: Context, title: str, sentences: Sequence[str], chart: str = "") -> Picture:
    as_of = text("release-as-of", date=day(parse_period(seen.promise.as_of).end))
    return Picture(
        promise=clean(seen.promise.title),
        title=clean(seen.mark(title)),
        sentences=tuple(clean(sentence) for sentence in sentences if sentence),
        more=text("picture-more"),
        chart=chart,
        dated=f"{as_of} {text('release-number', number=seen.release.edition().number)}.",
        mark=text("site-example-mark") if seen.promise.is_example else "",
    )


def picture_png(shown: Picture) -> bytes:
    """The picture, 1200 by 630 pixels."""
    return png("bild.typ", asdict(shown))


def alternative(shown: Picture) -> str:
    """What the picture says, for readers who do not see it."""
    drawn = said_by(shown.chart) if shown.chart else ""
    return " ".join(filter(None, (shown.title, *shown.sentences, drawn, shown.dated)))
