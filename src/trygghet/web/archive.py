"""Every file of a release in one package: CSV files with a description and a text to read first.

The package is written once for a release, to a folder of this process: the server then sends
it, and parts of it, without holding it in memory. It goes with the release.
"""

import hashlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4
from weakref import WeakKeyDictionary, finalize
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from trygghet import settings
from trygghet.asked import Asked
from trygghet.describe.datapackage import datapackage
from trygghet.files import whole_files
from trygghet.files.contents import contents, saved_name
from trygghet.files.formats import csv_file
from trygghet.release.queries import Release
from trygghet.views.context import context
from trygghet.words import text
from trygghet.words.language import language
from trygghet.words.numbers import when
from trygghet.words.releases import release_date

README = "LÄSMIG.txt"
# The same bytes for the same release, whenever and wherever they are packed.
_PACKED_AT = (1980, 1, 1, 0, 0, 0)
_UNIX, _READABLE = 3, 0o100644 << 16


@dataclass(frozen=True, slots=True)
class Archive:
    """The package and the SHA-256 of it."""

    path: Path
    checksum: str


_made: WeakKeyDictionary[Release, dict[str, Archive]] = WeakKeyDictionary()
_making = threading.Lock()


def archive(seen: Asked) -> Archive:
    """The package of a release in the language spoken, written where it is not there yet."""
    with _making:
        made = _made.setdefault(seen.release, {})
        if language() not in made:
            made[language()] = written = _written(seen)
            finalize(seen.release, written.path.unlink, missing_ok=True)
        return made[language()]


@cache
def _folder() -> TemporaryDirectory[str]:
    """Only this process's user can read it; it is emptied when the process ends."""
    return TemporaryDirectory(prefix="trygghet-")


def _written(seen: Asked) -> Archive:
    path = Path(_folder().name) / f"{uuid4().hex}.zip"
    # Whatever invented figures are unpacked as, the folder says that they are.
    top = saved_name(seen.promise, seen.release.edition(), "").removesuffix(".")
    with ZipFile(path, "x") as package:
        for name, content in sorted(_members(seen)):
            member = ZipInfo(f"{top}/{name}", _PACKED_AT)
            member.create_system, member.external_attr = _UNIX, _READABLE
            package.writestr(member, content, ZIP_DEFLATED, 9)
    return Archive(path, hashlib.sha256(path.read_bytes()).hexdigest())


def _members(seen: Asked) -> Iterator[tuple[str, bytes]]:
    for file in whole_files():
        # No address: what somebody asked the server by is no part of the release.
        yield f"{file.name}.csv", csv_file(contents(seen.release, file, {}, ""))
    described = datapackage(context(seen.release), settings.site_address())
    yield "datapackage.json", json.dumps(described, ensure_ascii=False, indent=1).encode()
    yield README, _readme(seen).encode()


def _readme(seen: Asked) -> str:
    """What the package is, how it is read, and every file and source in it."""
    release, promise = seen.release, seen.promise
    edition = release.edition()
    said = [promise.title, promise.summary]
    if promise.is_example:
        said.insert(0, f"{text('site-example-mark')}. {text('site-example-banner')}")
    dated = {"date": release_date(edition), "until": when(promise.as_of)}
    said.append(text("readme-release", number=edition.number, **dated))
    if site := settings.site_address():
        path = seen.path("/data/", v=str(edition.number))
        said.append(text("readme-address", address=f"{site}{path}"))
    said += [text("readme-about"), text("readme-left-out"), f"{text('data-files')}:"]
    said += [
        text(
            "readme-file",
            name=f"{file.name}.csv",
            title=file.title,
            what=text(f"file-row-{file.name}"),
        )
        for file in whole_files()
    ]
    said.append(f"{text('data-list-sources')}:")
    said += [
        text(
            "readme-source",
            title=one.title,
            publisher=one.publisher,
            licence=text("data-list-licence", licence=one.licence)
            if one.licence
            else text("data-list-licence-none"),
        )
        for one in release.sources()
    ]
    return "\r\n\r\n".join(said) + "\r\n"
