"""What `build` and `publish` say about the protection of people."""

from collections.abc import Iterator

from trygghet.check.problems import SHOWN_OF_A_KIND, safe
from trygghet.protect import Hidden
from trygghet.release.publish import GivenAway, Leak, Safety
from trygghet.words import Catalogue


def hidden_lines(safety: Safety, say: Catalogue) -> Iterator[str]:
    """Table by table what is hidden and why, and which coarser table would hide less."""
    protected = safety.protected
    if not protected.hidden:
        yield say("publish-nothing-to-hide")
        return
    yield say("publish-hidden-title", threshold=protected.threshold)
    for one in protected.hidden:
        yield f"  {_table(one, say)}"
        if one.coarser and one.coarser_small * one.cells < one.primary * one.coarser:
            coarser = say(f"publish-coarser-{one.table.replace('_', '-')}")
            small, cells = one.coarser_small, one.coarser
            yield f"    {say('publish-coarser', coarser=coarser, small=small, cells=cells)}"
    for group in protected.groups:
        yield f"  {say('publish-group', places=', '.join(group.members))}"
    if safety.tried:
        yield f"  {say('publish-attacked', tried=safety.tried, numbers=safety.numbers)}"


def _table(one: Hidden, say: Catalogue) -> str:
    hidden = one.primary + one.complementary
    return say(
        "publish-hidden",
        table=say(f"publish-table-{one.table.replace('_', '-')}"),
        hidden=hidden,
        cells=one.cells,
        percent=round(100 * hidden / one.cells) if hidden else 0,
        primary=one.primary,
        complementary=one.complementary,
    )


def given_away_lines(error: GivenAway, say: Catalogue) -> Iterator[str]:
    """The small counts that could be worked out, and what to do about them."""
    yield say("publish-given-away", count=len(error.leaks))
    for leak in error.leaks[:SHOWN_OF_A_KIND]:
        yield f"  {_leak(leak, say)}"
    if len(error.leaks) > SHOWN_OF_A_KIND:
        yield f"  {say('publish-more', count=len(error.leaks) - SHOWN_OF_A_KIND)}"
    if any(leak.shown_in or leak.with_help_of for leak in error.leaks):
        yield say("publish-fetched")


def _leak(leak: Leak, say: Catalogue) -> str:
    where = safe(", ".join(leak.cell))
    for key, numbers in (
        ("publish-shown-in", leak.shown_in),
        ("publish-with-help-of", leak.with_help_of),
    ):
        if numbers:
            listed, option = ", ".join(map(str, numbers)), " ".join(map(str, numbers))
            return say(key, cell=where, count=len(numbers), releases=listed, numbers=option)
    if leak.possible:
        return say("publish-narrowed", cell=where, numbers=", ".join(map(str, leak.possible)))
    return say("publish-exposed", cell=where)
