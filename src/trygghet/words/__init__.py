"""Every text a reader sees: one catalogue per language, numbers and dates in its locale."""

from trygghet.words.catalogue import Catalogue, text

__all__ = ["Catalogue", "text"]
