"""In which language the words are said: what stands in ``trygghet.language``."""

from trygghet.language import FIRST, LOCALES, choice, language, locale, speak, speaking

__all__ = ["FIRST", "LOCALES", "choice", "language", "locale", "speak", "speaking"]
