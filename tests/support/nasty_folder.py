"""The example with every sign in its texts that HTML or Markdown could take for its own."""

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from shipped_files import EXAMPLE
from sound_folder import write_sound_folder

from trygghet.schema import TABLES

SIGNS = '<b title="x">&lt & "1" *2* _3_ `4` [5](u:6) $7$ :8: ~~9~~ \\ # |'


# What makes a program of a text, where it is taken for more than one.
HOSTILE = (
    "@SUM(1+1) </script></title></style></svg></textarea>--> ]]> <script>hacked=1</script>"
    "<img src=x onerror=hacked=1> <svg onload=hacked=1> [a](javascript:hacked=1) "
    "\"'><a href=javascript:hacked=1> {{7*7}} ${7*7} {% raw %} $\\input{x}$ "
    '#panic("x") %0d%0aSet-Cookie:a=b \\r\\n شرق לום \U0001f9e8'
)


def write_nasty_folder(folder: Path) -> None:
    """Copy the example and put the signs behind every name, title and text of its."""
    shutil.copytree(EXAMPLE.folder, folder)
    change_texts(folder, nasty)
    promise = folder / "promise.toml"
    written = promise.read_text(encoding="utf-8")
    title = EXAMPLE.file["title"]
    promise.write_text(written.replace(f'"{title}"', f"'{nasty(title)}'", 1), encoding="utf-8")
    _translate(folder)


def write_hostile_folder(folder: Path) -> None:
    """The small folder without faults with a hostile text, one of them very long, in
    the place of every text of its."""
    write_sound_folder(folder)
    change_texts(folder, lambda text: f"{HOSTILE} {text}")
    promise = folder / "promise.toml"
    written = promise.read_text(encoding="utf-8")
    for key in ("title", "text", "reason", "name", "about"):
        written = re.sub(
            rf'^{key} = "(.*)"$', lambda m: f'{m[0][:-1]} {_in_toml(HOSTILE)}"', written, flags=re.M
        )
    promise.write_text(written, encoding="utf-8")
    activities = folder / "activities.csv"
    written = activities.read_text(encoding="utf-8")
    activities.write_text(written.replace("Belysning vid skolan", "Lång " * 300), encoding="utf-8")


def _in_toml(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def change_texts(folder: Path, change: Callable[[str], str]) -> None:
    """Change every text in the tables of a folder."""
    for table in TABLES:
        texts = [column.name for column in table.columns if column.type == "text"]
        # The file itself: EXAMPLE knows of some tables only what may be published.
        with (folder / table.file).open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            columns, rows = list(reader.fieldnames or ()), list(reader)
        for row in rows:
            row |= {name: change(row[name]) for name in texts if row.get(name)}
        with (folder / table.file).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)


def _translate(folder: Path) -> None:
    """The same in English, of what now stands in the folder."""
    with (folder / "en.po").open("rb") as file:
        found = {str(one.id): str(one.string) for one in read_po(file) if one.id}
    cells = {
        cell
        for path in folder.glob("*.csv")
        for row in csv.reader(path.read_text(encoding="utf-8").splitlines())
        for cell in row
    }
    promise = (folder / "promise.toml").read_text(encoding="utf-8")
    english = Catalog()
    for text, translation in found.items():
        for msgid, msgstr in ((text, translation), (nasty(text), nasty(translation))):
            if msgid in cells or f'"{msgid}"' in promise or f"'{msgid}'" in promise:
                english.add(msgid, msgstr)
    with (folder / "en.po").open("wb") as file:
        write_po(file, english)


def nasty(text: str) -> str:
    """A text with the signs behind it."""
    return f"{text} {SIGNS}"
