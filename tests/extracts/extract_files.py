"""Write extracts as offices send them, run the import, and look at the folder."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from trygghet import cli

Cells = Sequence[object]


def write_xlsx(path: Path, rows: Iterable[Cells], sheet: str = "Blad1") -> Path:
    """A workbook of one sheet. Texts stay texts, numbers numbers."""
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        page = book.add_worksheet(sheet)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return path


def write_csv(
    path: Path, rows: Iterable[Cells], delimiter: str = ";", encoding: str = "utf-8-sig"
) -> Path:
    """A CSV file as a Swedish Excel writes it."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


WRITERS: dict[str, Callable[[Path, Iterable[Cells]], Path]] = {
    "xlsx": write_xlsx,
    "csv": write_csv,
}


@dataclass(frozen=True, slots=True)
class Done:
    """How a run of the command ended."""

    code: int
    out: str
    err: str


def run_import(kind: str, file: Path, folder: Path, source: str, *more: str) -> Done:
    """Run `trygghet import`."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = cli.main(["import", kind, str(file), "--to", str(folder), "--source", source, *more])
    return Done(code, out.getvalue(), err.getvalue())


def table(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of a file."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def keep_rows(folder: Path, name: str, wanted: Callable[[dict[str, str]], bool]) -> None:
    """Remove the other rows of a file."""
    rows = table(folder, name)
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0]], lineterminator="\n")
        writer.writeheader()
        writer.writerows(row for row in rows if wanted(row))


def append(folder: Path, file: str, text: str) -> None:
    """Write after what a file holds."""
    with (folder / file).open("a", encoding="utf-8", newline="") as opened:
        opened.write(text)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
