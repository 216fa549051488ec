"""What a page of the app says first, as plain HTML in the document itself.

It can be read before any script has arrived, and without JavaScript. It is made by the functions
that the app's page is made by, and looks the same; when the app has drawn its own page
``sidan.js`` takes the snapshot away. It never shows anything but what the address asks for: what
depends on a choice that is not followed here is left out.
"""

from collections.abc import Callable
from dataclasses import replace

from markupsafe import Markup

from trygghet.asked import Asked, address
from trygghet.fragments import render
from trygghet.release.rows import Place
from trygghet.ui.shell import ASIDE, FIRST, PAGES
from trygghet.views.context import Context, context
from trygghet.views.figures import change_figure, history_figures
from trygghet.views.overview import goal_answers, promise_text, village_card
from trygghet.views.switches import language_switches, promise_switches
from trygghet.views.viewed import viewed
from trygghet.views.village import Village
from trygghet.words import text
from trygghet.words.answers import Answer, Link, promise_activities
from trygghet.words.mistakes import answer_mistake, village_mistake

Parts = list[Markup]


def snapshot(asked: Asked, name: str, choice: str, way: str, *, alone: bool) -> Markup:
    """The snapshot of a page of the app; empty where there is no such page.

    `choice` is what the page's head speaks of, `way` leads to the page without JavaScript. `alone`
    says that the address has no other parameters, which the other languages' addresses would need.
    """
    if name not in PAGES:
        return Markup("")
    seen = context(asked.release)
    title, parts = _SAID[name](asked, seen, choice)
    chosen = {**asked.choice, **({"by": choice} if name == "by" else {})}
    here = "/" if name == FIRST else f"/{name}"
    pages = [one for one in PAGES if one not in ASIDE]
    return render(
        "snapshot",
        seen=seen,
        example=render("example"),
        pages=[Link(text(f"page-{one}"), _to(asked, one)) for one in pages],
        here=pages.index(name) if name in pages else -1,
        switches=render(
            "switches",
            promises=promise_switches(asked.promise, here),
            languages=language_switches(here, chosen) if alone else {},
        ),
        current=_to_current(asked, here),
        way=way,
        choices=_villages(asked) if name == "by" else [],
        chosen=asked.path("/by", by=choice),
        title=title,
        parts=parts,
    )


def _overview(asked: Asked, seen: Context, _choice: str) -> tuple[str, Parts]:
    given = goal_answers(seen)
    view = viewed(seen, asked.pinned("/"))
    cards = []
    for village in asked.release.villages():
        card = village_card(seen, village)
        said = render("village_card", card=card, mistake=village_mistake(village, card.said, view))
        label = text("oversikt-village-link", place=village.name)
        link = asked.path("/by", by=village.id)
        cards.append(
            Markup('<div><div>{}</div><p><a href="{}">{}</a></p></div>').format(said, link, label)
        )
    return text("oversikt-title", promise=seen.promise.title), [
        _paragraph(seen.promise.summary, "t-lead"),
        _paragraph(promise_text(seen)),
        _answers(
            seen, [one for _, one in given], seen.area, [goal for goal, _ in given], asked, "/"
        ),
        Markup("<h2>{}</h2>").format(text("oversikt-villages")),
        Markup('<div class="t-snapshot-cards">{}</div>').format(Markup("").join(cards)),
    ]


def _village(asked: Asked, seen: Context, choice: str) -> tuple[str, Parts]:
    place = next(one for one in asked.release.villages() if one.id == choice)
    village = Village(seen, place)
    parts = []
    if village.unclear:
        parts.append(Markup('<div class="t-notice">{}</div>').format(village.unclear))
    parts.append(_answers(seen, village.answers(), place, [], asked, "/by", by=place.id))
    parts.append(render("simple", answers=village.simple_answers(), mark=seen.mark))
    heading = text("by-indicators", place=place.name, year=seen.promise.baseline)
    parts.append(Markup("<h2>{}</h2>").format(heading))
    first = [one for one in village.indicators if one.headline]
    if not village.indicators:
        parts.append(_paragraph(text("by-no-indicators", place=place.name)))
    if changes := change_figure(seen, place, first, village.comparisons):
        parts.append(changes)
    if charts := history_figures(seen, place, first, village.observations):
        parts.append(Markup('<div class="t-figures">{}</div>').format(Markup("").join(charts)))
    return text("by-title", place=place.name), parts


def _goals(_asked: Asked, seen: Context, _choice: str) -> tuple[str, Parts]:
    title = text("mal-title", promise=seen.promise.title)
    return title, [_paragraph(text("mal-lead"), "t-lead")]


def _activities(asked: Asked, seen: Context, _choice: str) -> tuple[str, Parts]:
    answer = promise_activities(asked.release.activities())
    return text("aktiviteter-title"), [
        _paragraph(seen.mark(answer.sentence), "t-lead"),
        _paragraph(" ".join(answer.details)),
    ]


def _indicators(_asked: Asked, seen: Context, _choice: str) -> tuple[str, Parts]:
    return text("indikatorer-title", year=seen.promise.baseline), []


def _owner(_asked: Asked, seen: Context, _choice: str) -> tuple[str, Parts]:
    title = text("agare-title", promise=seen.promise.title)
    return title, [_paragraph(text("agare-lead"), "t-lead")]


def _only_title(key: str) -> Callable[[Asked, Context, str], tuple[str, Parts]]:
    return lambda _asked, _seen, _choice: (text(key), [])


_SAID = {
    "oversikt": _overview,
    "by": _village,
    "mal": _goals,
    "aktiviteter": _activities,
    "indikatorer": _indicators,
    "data": _only_title("data-title"),
    "agare": _owner,
    "tillganglighet": _only_title("page-tillganglighet"),
}


def _answers(
    seen: Context,
    given: list[Answer],
    place: Place,
    goals: list[str],
    asked: Asked,
    path: str,
    **choice: str,
) -> Markup:
    view = viewed(seen, asked.pinned(path, **choice))
    return render(
        "answers",
        answers=[replace(one, mistake=answer_mistake(one, place, view)) for one in given],
        goals=goals or [""] * len(given),
        mark=seen.mark,
    )


def _paragraph(content: str, css: str = "") -> Markup:
    return Markup('<p class="{}">{}</p>').format(css, content)


def _villages(asked: Asked) -> list[Link]:
    return [Link(one.name, asked.path("/by", by=one.id)) for one in asked.release.villages()]


def _to(asked: Asked, name: str) -> str:
    return asked.path("/" if name == FIRST else f"/{name}")


def _to_current(asked: Asked, here: str) -> Markup:
    """The way from an earlier release to the one that holds."""
    if asked.release.is_current:
        return Markup("")
    choice = {name: value for name, value in asked.choice.items() if name != "v"}
    return render("choices", links=[Link(text("release-to-current"), address(here, choice))])
