"""The example with every sign in its texts that HTML or Markdown could take for its own."""

import csv
import re
import shutil
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from shipped_files import EXAMPLE

from trygghet.schema import TABLES

SIGNS = '<b title="x">&lt & "1" *2* _3_ `4` [5](u:6) $7$ :8: ~~9~~ \\ # |'


def write_nasty_folder(folder: Path) -> None:
    """Copy the example and put the signs behind every name, title and text of its."""
    shutil.copytree(EXAMPLE.folder, folder)
    for table in TABLES:
        texts = [column.name for column in table.columns if column.type == "text"]
        # The file itself: EXAMPLE knows of some tables only what may be published.
        with (folder / table.file).open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            columns, rows = list(reader.fieldnames or ()), list(reader)
        for row in rows:
            row |= {name: nasty(row[name]) for name in texts if row[name]}
        with (folder / table.file).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
    promise = folder / "promise.toml"
    written = promise.read_text(encoding="utf-8")
    title = EXAMPLE.file["title"]
    promise.write_text(written.replace(f'"{title}"', f"'{nasty(title)}'", 1), encoding="utf-8")
    _translate(folder)


def _translate(folder: Path) -> None:
    """The same in English, of what now stands in the folder."""
    with (folder / "en.po").open("rb") as file:
        found = {str(one.id): str(one.string) for one in read_po(file) if one.id}
    texts = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.csv"))
    texts = texts.replace('""', '"') + (folder / "promise.toml").read_text(encoding="utf-8")
    english = Catalog()
    for text, translation in found.items():
        for msgid, msgstr in ((text, translation), (nasty(text), nasty(translation))):
            if re.search(rf"(?:[,'\"\n]){re.escape(msgid)}(?:[,'\"\n])", texts):
                english.add(msgid, msgstr)
    with (folder / "en.po").open("wb") as file:
        write_po(file, english)


def nasty(text: str) -> str:
    """A text with the signs behind it."""
    return f"{text} {SIGNS}"
