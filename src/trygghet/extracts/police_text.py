"""How a police extract in CSV is written: its encoding, its delimiter, where its headings stand.

The whole file is looked through once, block by block, so that nothing later meets a byte that it
cannot read; no more than one block is ever held.
"""

import csv
import io
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from trygghet.check import Problem
from trygghet.check.csv_file import BLANK, DELIMITERS
from trygghet.extracts.extract import BadExtract
from trygghet.extracts.mapping import Names
from trygghet.extracts.sheet import HEADER_WITHIN

HEADER_LENGTH = 65_536  # characters
# Bytes. A block of that size without a line break is no table, and a row may not be much longer.
LONGEST_LINE = 262_144

# What a text has of control characters: tab and line breaks.
_NO_TEXT = bytes({*range(32), 0x7F} - {9, 10, 13})
# Bytes that Windows-1252 leaves undefined.
_NOT_CP1252 = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D))
# "å" and its like, or a dash, in UTF-8. In Windows-1252 it would read "Ã¥", which no word has.
_UTF8_LETTER = re.compile(rb"\xc3[\x80-\xbf]|\xe2\x80[\x90-\x9f]")


@dataclass(frozen=True, slots=True)
class TextTable:
    """How a CSV file is to be read.

    `titles` begin on line `header`; what they head begins on line `first`.
    """

    path: Path
    encoding: str
    delimiter: str
    titles: tuple[str, ...]
    header: int
    first: int

    @property
    def plain(self) -> bool:
        """Whether DuckDB can read the file itself: UTF-8, headings on one line."""
        return self.encoding == "utf-8-sig" and self.first == self.header + 1

    def records(self) -> Iterator[tuple[int, list[str]]]:
        """The line and the cells of every record below the headings that is no empty line.

        Raises:
            BadExtract: the text breaks off, or its quotation marks do not match.
        """
        with self.path.open(encoding=self.encoding, newline="") as file:
            lines = _Lines(file)
            reader = csv.reader(lines, delimiter=self.delimiter, strict=True)
            line = self.first
            try:
                for _ in range(self.first - 1):
                    next(lines)
                lines.passed = 0
                for cells in reader:
                    if cells:
                        yield line, cells
                    line = self.first + reader.line_num
                    lines.passed = 0
            except (csv.Error, UnicodeError):
                problem = Problem(self.path.name, line, "", "import-police-broken")
                raise BadExtract([problem]) from None


class _Lines:
    """The lines of a text, as long as one record does not swallow the rest of the file: that is
    what a quotation mark without its fellow does."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.passed = 0  # characters since the record began

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._file.readline(LONGEST_LINE)
        self.passed += len(line)
        if self.passed > 2 * LONGEST_LINE:
            raise csv.Error
        if not line:
            raise StopIteration
        return line


def look_through(path: Path, names: Names, kind: str) -> TextTable:
    """How the file is to be read. Its headings are the row with most columns that we know.

    Raises:
        BadExtract: it is no text, mixes encodings, has an endless line or no headings.
        OSError: it cannot be read.
    """
    encoding = _encoding(path)
    # What cannot be decoded is told of with its line when the rows are read.
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        start = file.read(HEADER_LENGTH)
    if "\0" in start:
        raise BadExtract([Problem(path.name, 1, "", "import-police-not-text")])
    found: TextTable | None = None
    best = 0, 0
    for delimiter in DELIMITERS:
        for header, first, cells in _first_records(start, delimiter):
            known, filled = len(names.positions(kind, cells)), sum(map(bool, cells))
            # Where no heading is known, the first row is asked about.
            if (known > best[0]) or (known == best[0] and filled > best[1] and header == 1):
                best = known, filled
                found = TextTable(path, encoding, delimiter, tuple(cells), header, first)
    if found is None:
        raise BadExtract([Problem(path.name, 1, "", "import-police-no-headings")])
    return found


def _first_records(start: str, delimiter: str) -> Iterator[tuple[int, int, list[str]]]:
    """The first records that are not blank: their line, the line after them, their cells."""
    reader = csv.reader(io.StringIO(start, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for _, cells in zip(range(HEADER_WITHIN), reader, strict=False):
            if any(cell.strip(BLANK) for cell in cells):
                yield line, reader.line_num + 1, cells
            line = reader.line_num + 1
    except csv.Error:
        return


def _encoding(path: Path) -> str:
    """UTF-16 where the first bytes say so, UTF-8 where all of them are, else Windows-1252."""
    with path.open("rb") as file:
        wide = _wide(file.read(2))
        file.seek(0)
        return wide or _narrow(path, iter(lambda: file.read(LONGEST_LINE), b""))


def _wide(start: bytes) -> str:
    if start in (BOM_UTF16_LE, BOM_UTF16_BE):
        return "utf-16"
    # Without the mark, the first letter tells: one of its two bytes is 0.
    if len(start) == 2 and (start[0] == 0) != (start[1] == 0):
        return "utf-16-le" if start[1] == 0 else "utf-16-be"
    return ""


def _narrow(path: Path, blocks: Iterator[bytes]) -> str:
    decoder = getincrementaldecoder("utf-8")()
    utf8_letters, last = False, b""
    line, not_utf8 = 1, 0  # of the block, of the first byte that is not UTF-8
    for block in blocks:
        if block.translate(None, _NO_TEXT) != block:
            raise BadExtract([Problem(path.name, line, "", "import-police-not-text")])
        if len(block) == LONGEST_LINE and not _breaks(block):
            raise BadExtract([Problem(path.name, line, "", "import-police-long-line")])
        if not not_utf8:
            try:
                decoder.decode(block)
            except UnicodeDecodeError as error:
                not_utf8 = line + _breaks(block[: error.start])
        if not_utf8 and block.translate(None, _NOT_CP1252) != block:
            raise BadExtract([Problem(path.name, not_utf8, "", "import-police-not-text")])
        utf8_letters = utf8_letters or bool(_UTF8_LETTER.search(last + block))
        last = block[-2:]
        line += _breaks(block)
    if not not_utf8:
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            not_utf8 = line
    if not_utf8 and utf8_letters:
        raise BadExtract([Problem(path.name, not_utf8, "", "import-police-mixed-encodings")])
    return "cp1252" if not_utf8 else "utf-8-sig"


def _breaks(block: bytes) -> int:
    return block.count(b"\n") or block.count(b"\r")
