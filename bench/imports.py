"""How long a police extract takes to import, and how much memory, as it grows.

The extracts are invented: the example promise's villages and codes, drawn at random, one row per
report with a number of its own. Each is taken into a copy of the example promise by a process of
its own, from start to the checked folder (nothing is written). Seconds are that process's wall
clock, CPU what it used of all cores together, memory the most that it ever held.

Run from the repository's root: `python bench/imports.py`. Ten million rows need 1 GB of disk.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

REPOSITORY: Final = Path(__file__).resolve().parents[1]
EXAMPLE: Final = REPOSITORY / "data" / "exempel"
SIZES: Final = (10_000, 100_000, 1_000_000, 10_000_000)
FIRST: Final = date(2017, 1, 1)
DAYS: Final = 1551  # to the end of March 2021
TITLES: Final = ("Ärendenummer", "Datum", "Brottskod", "Ort", "Enhet")
CODES: Final = (
    "E101 Klotter", "E102 Skadegörelse", "E201 Stöld ur bil", "E202 Inbrott", "E203 Cykelstöld",
    "E301 Misshandel", "E302 Hot", "E401 Narkotika", "E501 Rattfylleri", "E901 Bedrägeri",
    "E902 Övrigt", "E999 Händelse",
)  # fmt: skip
PLACES: Final = (
    "Låtsasköping", "Kulissbro", "Fantasinge", "Fabelryd", "Modellstorp", "Utkastnäs",
    "Påhittamåla", "Hittepåskogen", "",
)  # fmt: skip
COMMAND: Final = (
    "--to", "{folder}", "--source", "brott-byar", "--first", "2017-01", "--last", "2021-03",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measured:
    """One import: rows, the file's size in MB, wall and CPU seconds, the most memory in MB."""

    rows: int
    file: str
    size: float
    seconds: float
    cpu: float
    memory: float


def reports(rows: int, seed: int) -> Iterator[tuple[str, ...]]:
    """Yield invented reports; the same seed gives the same ones."""
    rng = random.Random(seed)
    days = [str(FIRST + timedelta(day)) for day in range(DAYS)]
    for number in range(rows):
        day = f"{rng.choice(days)} {number % 24:02}:{number % 60:02}"
        yield f"5000-K{number:08}-20", day, rng.choice(CODES), rng.choice(PLACES), "Enhet Öst"


def write_csv(path: Path, rows: int, encoding: str, seed: int) -> None:
    """Write an extract as a Swedish Windows program does, but in the encoding asked for."""
    with path.open("w", encoding=encoding, newline="") as file:
        file.write(";".join(TITLES) + "\r\n")
        file.writelines(";".join(row) + "\r\n" for row in reports(rows, seed))


def write_workbook(path: Path, rows: int, seed: int) -> None:
    """Write an extract as a workbook."""
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate((TITLES, *reports(rows, seed))):
            sheet.write_row(at, 0, row)


def measure(extract: Path, rows: int, folder: Path) -> Measured:
    """Import the extract in a process of its own, without writing.

    Raises:
        RuntimeError: the import found something to mend.
    """
    arguments = [part.format(folder=folder) for part in COMMAND]
    command = [sys.executable, "-m", "trygghet", "import", "reports", str(extract), *arguments]
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise RuntimeError(f"the import of {extract.name} did not succeed")
    size, cpu = extract.stat().st_size / 1e6, used.ru_utime + used.ru_stime
    return Measured(rows, extract.name, size, seconds, cpu, used.ru_maxrss / 1e3)


def table(measured: Sequence[Measured]) -> str:
    """Return the measures as a Markdown table; ratios are to the row above."""
    lines = [
        "| file | rows | MB | seconds | CPU s | rows/s | memory, MB | time ratio | memory ratio |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    before: Measured | None = None
    for one in measured:
        cells = [
            one.file, f"{one.rows:,}", f"{one.size:.1f}", f"{one.seconds:.1f}",
            f"{one.cpu:.1f}", f"{one.rows / one.seconds:,.0f}", f"{one.memory:.0f}",
            f"{one.seconds / before.seconds:.1f}" if before else "",
            f"{one.memory / before.memory:.1f}" if before else "",
        ]  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
        before = one
    return "\n".join(lines)


def main() -> None:
    """Make every extract, import it and print the table."""
    parser = argparse.ArgumentParser(description="Time and memory of police extracts.")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="rows of the largest extract")
    parser.add_argument("--seed", type=int, default=2019)
    chosen = parser.parse_args()
    measured = []
    with tempfile.TemporaryDirectory() as name:
        beside = Path(name)
        folder = Path(shutil.copytree(EXAMPLE, beside / "exempel"))
        for rows in (size for size in SIZES if size <= chosen.most):
            extract = beside / "utf-8.csv"
            write_csv(extract, rows, "utf-8", chosen.seed)
            measured.append(measure(extract, rows, folder))
        for rows in (size for size in (100_000, 1_000_000) if size <= chosen.most):
            extract = beside / "cp1252.csv"
            write_csv(extract, rows, "cp1252", chosen.seed)
            measured.append(measure(extract, rows, folder))
            extract = beside / "workbook.xlsx"
            write_workbook(extract, rows, chosen.seed)
            measured.append(measure(extract, rows, folder))
    print(table(measured))


if __name__ == "__main__":
    main()
