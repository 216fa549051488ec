"""Look up a message in the catalogue (Project Fluent files, one per language and audience).

`sv.ftl` and `en.ftl` hold what readers of the site see; `problems.<lang>.ftl`,
`import.<lang>.ftl` and `publish.<lang>.ftl` what the command line says.
A missing message or argument is a programming error and raises at once: a reader never
meets a bare key.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource, resolver
from fluent.runtime.types import fluent_number

from trygghet.words.language import LOCALES, language

FOLDER = Path(__file__).parent
# Its limit is for catalogues by strangers. Ours are our own, and texts from the data may be long.
resolver.MAX_PART_LENGTH = 1_000_000


class Catalogue:
    """The messages of Fluent files, e.g. ``Catalogue("sv", "sv.ftl")``."""

    def __init__(self, language_: str, *file_names: str) -> None:
        self._bundle = FluentBundle([LOCALES[language_].replace("_", "-")], use_isolating=False)
        self._keys: list[str] = []
        for name in file_names:
            resource = FluentResource((FOLDER / name).read_text(encoding="utf-8"))
            self._bundle.add_resource(resource)
            self._keys += [entry.id.name for entry in resource.body if hasattr(entry, "id")]

    def __iter__(self) -> Iterator[str]:
        """The keys of all messages, in the files' order."""
        return iter(self._keys)

    def __call__(self, key: str, /, **arguments: str | int | float | None) -> str:
        """The message `key` with its arguments filled in.

        Raises:
            KeyError: the catalogue has no such message.
            ValueError: an argument is missing, or the message cannot be formatted.
        """
        if not self._bundle.has_message(key):
            raise KeyError(f"no message {key!r} in the catalogue")
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(f"message {key!r} has no value")
        given = {name: _plain(value) for name, value in arguments.items()}
        formatted, errors = self._bundle.format_pattern(pattern, given)
        if errors:
            raise ValueError(f"message {key!r}: {errors[0]}")
        return str(formatted)


def _plain(value: object) -> object:
    """Whole numbers choose the plural form; other values pass as they are."""
    return fluent_number(value) if isinstance(value, int) else value


@cache
def site_catalogue(language_: str) -> Catalogue:
    """The catalogue of the site in a language."""
    return Catalogue(language_, f"{language_}.ftl")


def text(key: str, /, **arguments: str | int | float | None) -> str:
    """A text of the site, in the language spoken now."""
    return site_catalogue(language())(key, **arguments)
