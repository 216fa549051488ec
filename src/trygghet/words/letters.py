"""Ready letters that ask an authority for what it has not published.

They rest on chapter 2 of the Freedom of the Press Act (tryckfrihetsförordningen) and ask for no
more than it gives: an electronic answer, for one, is asked for as a favour. They are in Swedish
whatever language the page is in, as the authorities are; what is said to the sender is not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trygghet.release.rows import Authority, NotPublished, Promise
from trygghet.schema import TABLE
from trygghet.words.catalogue import text
from trygghet.words.language import FIRST, speaking
from trygghet.words.mail import encoded, mail_link
from trygghet.words.numbers import listed, when

LONGEST_LINK_BODY = 1_800
"""Characters of a body in a link, percent-encoded; some mail programs cut longer links."""

# Where the answer is put in, by topic: the columns that it can fill. What the person who puts it in
# writes of their own (ids, source, basis) is left out.
LOADED: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "activities": (
        (
            "activities",
            (
                "title",
                "description",
                "places",
                "responsible",
                "planned_start",
                "first_deadline",
                "occasions_planned",
            ),
        ),
        (
            "activity_events",
            ("activity", "date", "status", "new_deadline", "occasions_done", "event"),
        ),
    ),
    "crimes": (("reported_crimes", ("place", "period", "indicator", "count", "missing_reason")),),
    "survey": (
        (
            "safety_survey",
            ("place", "period", "indicator", "value", "missing_reason", "margin", "respondents"),
        ),
    ),
    "evaluation": (
        ("statements", ("place", "period", "statement", "compared_with")),
        ("sources", ("title", "publisher", "published", "url")),
    ),
}

_TABLED = ("crimes", "survey")
"""The topics whose answer is a table, which an authority may put together from its registers."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one authority. `link` opens it in a mail program; None where it must not be
    sent. `email` is the authority's own address, None where it is not known."""

    authority: str
    email: str | None
    subject: str
    body: str
    link: str | None

    @property
    def paragraphs(self) -> list[list[str]]:
        """The body's paragraphs, each as its lines."""
        return [paragraph.split("\n") for paragraph in self.body.split("\n\n")]


def letters(
    item: NotPublished, authorities: Sequence[Authority], promise: Promise
) -> tuple[Letter, ...]:
    """One letter to each of the item's authorities; none where it says nothing to ask for."""
    if item.asked_for is None:
        return ()
    named = {authority.id: authority for authority in authorities}
    return tuple(_letter(item, named[id_], promise) for id_ in item.authorities or ())


def _letter(item: NotPublished, authority: Authority, promise: Promise) -> Letter:
    warning = [text("letter-invented")] if promise.is_example else []
    signature = text("letter-signature")
    with speaking(FIRST):
        subject = text("letter-subject", title=item.title)
        body = "\n\n".join([*warning, *_paragraphs(item, authority, signature)])
    link = None if promise.is_example else _link(authority.email or "", subject, body)
    return Letter(authority.name, authority.email, subject, body, link)


def _paragraphs(item: NotPublished, authority: Authority, signature: str) -> Iterator[str]:
    yield text("letter-to", authority=authority.name)
    yield text("letter-greeting")
    yield text("letter-asked")
    yield "\n".join(_asked(item))
    yield text("letter-form-table" if item.topic in _TABLED else "letter-form-document")
    yield text(f"letter-people-{item.topic}")
    yield "\n".join((text("letter-decision"), text("letter-fee"), text("letter-name")))
    yield "\n".join((text("letter-regards"), signature))
    yield text(f"letter-loading-{item.topic}", files=_files(item.topic))


def _asked(item: NotPublished) -> Iterator[str]:
    yield text("letter-document", asked=item.asked_for)
    if period := _period(item.first_period, item.last_period):
        yield text("letter-period", period=period)
    yield text("letter-places", places=listed(item.place_names))


def _period(first: str | None, last: str | None) -> str:
    if first and last:
        if first == last:
            return when(first)
        return text("letter-period-between", first=when(first), last=when(last))
    if first:
        return text("letter-period-from", first=when(first))
    return text("letter-period-until", last=when(last)) if last else ""


def _files(topic: str) -> str:
    return listed(
        [
            text(
                "letter-file",
                file=TABLE[name].file,
                columns=listed([TABLE[name].column(column).name for column in columns]),
            )
            for name, columns in LOADED[topic]
        ]
    )


def _link(email: str, subject: str, body: str) -> str:
    """A body too long for a link is to be pasted."""
    too_long = len(encoded(body)) > LONGEST_LINK_BODY
    return mail_link(email, subject, text("letter-paste") if too_long else body)
