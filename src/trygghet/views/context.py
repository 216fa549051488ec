"""What every view needs to know of the release that it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from trygghet.charts.axis import Promised
from trygghet.language import FIRST, speaking
from trygghet.periods import parse_period
from trygghet.release.due import Due, due
from trygghet.release.queries import Release
from trygghet.release.rows import Extension, Indicator, NotPublished, Place, Promise
from trygghet.words import text
from trygghet.words.answers import Span, promise_years
from trygghet.words.cards import MissingCard, missing_cards
from trygghet.words.numbers import clock, day
from trygghet.words.releases import as_of_text, edition_text, release_date


@dataclass(frozen=True, slots=True)
class Context:
    """A release, its promise, and what follows from both."""

    release: Release
    promise: Promise
    extensions: list[Extension]

    @property
    def years(self) -> Span:
        """The promise's calendar years and its baseline year."""
        return promise_years(self.promise, self.extensions)

    @property
    def end(self) -> str:
        """The last day of the promise, extensions included."""
        return self.extensions[-1].end if self.extensions else self.promise.first_end

    @property
    def promised(self) -> Promised:
        """What every chart over the years shows of the promise."""
        return Promised(
            parse_period(self.promise.start).start,
            parse_period(self.end).end,
            self.promise.baseline_year,
            self.promise.is_example,
        )

    @property
    def due(self) -> Due | None:
        """When the figures are to be renewed; None where nobody has promised that, or no more.

        In the example time stands still, on the day that it describes.
        """
        months = self.promise.update_months
        if months is None:
            return None
        as_of, end = parse_period(self.promise.as_of).end, parse_period(self.end).end
        return due(as_of, months, end, as_of if self.promise.is_example else today())

    @property
    def area(self) -> Place:
        """The area that the promise is given to."""
        return self.place(self.promise.area)

    @property
    def municipality(self) -> Place:
        """The municipality that the area lies in."""
        return self.place(self.promise.municipality)

    def place(self, place: str) -> Place:
        """A place that the checks have seen to exist."""
        found = self.release.place(place)
        assert found is not None
        return found

    def headline(self, dataset: str) -> Indicator:
        """The indicator of a dataset that the promise's files put first; the checks ask for one."""
        shown = [one for one in self.release.indicators() if one.headline]
        return next(one for one in shown if one.dataset == dataset)

    def mark(self, sentence: str) -> str:
        """The sentence, marked as invented where it is."""
        example = self.promise.is_example
        return text("site-example-sentence", sentence=sentence) if example else sentence

    def page_title(self, said: str) -> str:
        """What tabs, search engines and link previews call a page."""
        promise = self.promise.title
        named = said if promise in said else text("head-title", page=said, promise=promise)
        return self.mark(named)

    def warnings(self) -> list[str]:
        """What the reader must know before anything else: the figures are late, not the current
        ones, or perhaps not."""
        said = []
        if not self.release.is_current:
            edition = self.release.edition()
            current = self.release.log()[-1].number
            date = release_date(edition)
            said.append(text("release-earlier", number=edition.number, date=date, current=current))
        if self.due and self.due.days_late:
            said.append(text("release-late", date=day(self.due.day)))
        if since := self.release.unconfirmed_since:
            number = self.release.log()[-1].number
            said.append(
                text("release-unconfirmed", number=number, date=day(since), time=clock(since))
            )
        return said

    def footer(self) -> str:
        """The day that the figures describe, when they are to be renewed, the release, and that
        the promise's own texts are translated where they are."""
        promised = self.promise.update_months is not None
        renewed = as_of_text(parse_period(self.promise.as_of).end, self.due, rhythm=promised)
        said = [renewed, edition_text(self.release.edition(), self.release.restored())]
        if self.release.is_translated:
            said.append(text("translated-note"))
        return " ".join(said)

    def missing(self, items: Sequence[NotPublished]) -> list[MissingCard]:
        """The cards of what is not published. Their letters go to Swedish authorities: they are
        made of the texts as they were written."""
        with speaking(FIRST):
            written = {one.id: one for one in self.release.not_published()}
            authorities = self.release.authorities()
        return missing_cards(items, authorities, self.promise, written)


def context(release: Release) -> Context:
    """The context of a release."""
    return Context(release, release.promise(), release.extensions())


def today() -> date:
    """The day it is where the server stands."""
    return datetime.now().astimezone().date()
