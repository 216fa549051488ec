"""What a letter about a mistake says of the page that its reader has open."""

from trygghet import settings
from trygghet.views.context import Context
from trygghet.words.mistakes import Viewed
from trygghet.words.releases import release_date


def viewed(seen: Context, address: str) -> Viewed:
    """The view at a whole address, which is pinned to the release."""
    edition = seen.release.edition()
    return Viewed(
        address,
        seen.promise.title,
        edition.number,
        release_date(edition),
        seen.promise.is_example,
        settings.mail(),
    )
