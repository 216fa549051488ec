"""A small promise with a history: published, corrected, and then a release withdrawn."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sound_folder import PROMISE, Change, add, cell, swap, together, write_sound_folder

from trygghet.check import read_promise_folder
from trygghet.release.publish import Signature, publish
from trygghet.release.rows import Place
from trygghet.release.store import Store
from trygghet.views.context import Context, context

HOST = "https://trygghet.example"
EVENTS = "activity_events.csv"
FIRST = datetime(2020, 10, 20, 12, tzinfo=UTC)  # before one of the events


def url(path: str, *, host: str = HOST, **choice: str) -> str:
    """As the server writes addresses."""
    query = "&".join(f"{name}={value}" for name, value in choice.items())
    return f"{host}{path}?{query}" if query else f"{host}{path}"


@dataclass(frozen=True)
class Followed:
    """What a reader's program is given at three moments: after the first release, after the
    second, which corrects, and after the third, which withdraws the second."""

    moments: tuple[Context, Context, Context]

    def village(self, id_: str) -> Place:
        return self.moments[0].place(id_)


def _readable(folder: Path) -> None:
    """A real promise in the middle of its time, with dates of every exactness."""
    together(
        swap("promise.toml", 'kind = "example"', 'kind = "published"'),
        swap("promise.toml", 'as_of = "2021-12-31"', 'as_of = "2021-04-15"'),
        swap("promise.toml", "Uppföljning varje kvartal.", "Möten den Första måndagen i månaden."),
        add(  # one row one line
            "activities.csv",
            "P03,Nattvandring,Gå ute,provbygden,,,Byalag,follow_up,,2020,2020-11-30,,,plan,,lofte\n"
            "P04,Kameror,Två kameror,storby,,,Polisen,possibly_part,,2020-06-01,,,,plan,,lofte\n",
        ),
        add(
            EVENTS,
            "P03,2020-07,,stated,ongoing,,,Började,lofte\n"
            "P03,2020-07,,stated,,,,Fler kom,lofte\n"
            "P04,,odaterad,stated,cancelled,,,Blev inte av,lofte\n",
        ),
    )(folder)


def _corrected(folder: Path) -> None:
    """A reworded event, one more on the same day as two others, and two figures of one village."""
    together(
        cell(EVENTS, 2, "event", "Den första kontrollen & <b>fler</b>"),
        add(EVENTS, "P03,2020-07,,stated,,,,Ännu fler kom,lofte\n"),
        cell("safety_survey.csv", 2, "value", "1.71"),
        cell("population.csv", 4, "population", "2111"),
    )(folder)


def publish_followed(base: Path) -> Followed:
    """Publish it below `base`, on three days."""
    folder = write_sound_folder(base / "data" / PROMISE)
    steps: list[tuple[Change, list[int]]] = [
        (_readable, []),
        (_corrected, []),
        (cell("population.csv", 4, "population", "2100"), [2]),
    ]
    moments = []
    for number, (change, withdraw) in enumerate(steps):
        change(folder)
        signed = Signature("Åsa Ek", f"Ett prov {number}", FIRST + timedelta(days=number))
        publish(read_promise_folder(folder), base / "releases", signed, withdraw)
        moments.append(context(Store(base / "releases").release(PROMISE)))
    return Followed((moments[0], moments[1], moments[2]))
