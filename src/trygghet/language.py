"""In which language this request, page run or command speaks.

Chosen once, where the address is read (``asked``, ``ui.shell``); everything below asks for it.
Each request and each page run has its own, also where they run beside each other.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

LOCALES = {"sv": "sv_SE", "en": "en_GB"}
"""Every language of the site and the locale of its numbers and dates, the first one's first."""

FIRST = "sv"

_language: ContextVar[str] = ContextVar("language", default=FIRST)


def language() -> str:
    """The language spoken now, such as "sv"."""
    return _language.get()


def locale() -> str:
    """The locale of the language spoken now, such as "sv_SE"."""
    return LOCALES[_language.get()]


def choice() -> dict[str, str]:
    """What of `lang` has to stand in an address to stay in the language spoken now."""
    return {} if language() == FIRST else {"lang": language()}


def speak(chosen: str) -> None:
    """Speak this language until the request or page run ends.

    Raises:
        KeyError: the site has no such language.
    """
    LOCALES[chosen]
    _language.set(chosen)


@contextmanager
def speaking(chosen: str) -> Iterator[None]:
    """Speak a language for as long as the block lasts.

    Raises:
        KeyError: the site has no such language.
    """
    before = language()
    speak(chosen)
    try:
        yield
    finally:
        speak(before)
