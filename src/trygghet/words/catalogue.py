"""Look up a message in the catalogue (Project Fluent files, one per language and audience).

`sv.ftl` holds what readers of the site see; `problems.<lang>.ftl`, `import.<lang>.ftl` and
`publish.<lang>.ftl` what the command line says.
A missing message or argument is a programming error and raises at once: a reader never
meets a bare key.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource, resolver
from fluent.runtime.types import fluent_number

FOLDER = Path(__file__).parent
# Its limit is for catalogues by strangers. Ours are our own, and texts from the data may be long.
resolver.MAX_PART_LENGTH = 1_000_000

LOCALES = {"sv": "sv-SE", "en": "en-GB"}


class Catalogue:
    """The messages of Fluent files, e.g. ``Catalogue("sv", "sv.ftl")``."""

    def __init__(self, language: str, *file_names: str) -> None:
        self._bundle = FluentBundle([LOCALES[language]], use_isolating=False)
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
def site_catalogue(language: str) -> Catalogue:
    """The catalogue of the site in `language`."""
    return Catalogue(language, f"{language}.ftl")


def text(key: str, /, **arguments: str | int | float | None) -> str:
    """A text of the site, in Swedish."""
    return site_catalogue("sv")(key, **arguments)
