"""The example with less reported: what its own published tables have none of.

A month without any report in a village that is shown alone, and in the group of small places so
little vandalism that one year is hidden and two others are too few to compare.
"""

import csv
import shutil
from collections import Counter
from pathlib import Path

from shipped_files import EXAMPLE, Row

VILLAGE, MONTH = "fantasinge", "2018-03"
SMALL, FEW = ("utkastnas", "pahittamala"), "skadegorelse"
# One report in each of these months in the larger of the two villages, from then on none else.
REPORTED = {
    "2018": ("02", "03", "04"),
    "2019": ("01", "03", "05", "07", "09", "11"),
    "2020": ("02", "04", "06", "08", "10"),
}
HIDDEN_YEAR = "2018"


def write_quiet_folder(folder: Path) -> None:
    """Copy the example and take reports away from its villages and as many from its area."""
    shutil.copytree(EXAMPLE.folder, folder)
    crimes = _read(folder, "reported_crimes")
    less: Counter[tuple[str, str]] = Counter()
    for row in crimes:
        wanted = _wanted(row)
        if wanted is not None and row["count"]:
            less[row["period"], row["indicator"]] += int(row["count"]) - wanted
            row["count"] = str(wanted)
    for row in crimes:
        if row["place"] == EXAMPLE.area and row["count"]:
            row["count"] = str(int(row["count"]) - less[row["period"], row["indicator"]])
    coverage = _read(folder, "coverage")
    for row in coverage:
        row["reports"] = str(int(row["reports"]) - less[row["period"], "alla-brott"])
    _write(folder, "reported_crimes", crimes)
    _write(folder, "coverage", coverage)


def _wanted(row: Row) -> int | None:
    """How many reports a cell is left with, None where it is left as it is."""
    if (row["place"], row["period"]) == (VILLAGE, MONTH):
        return 0
    year, month = row["period"][:4], row["period"][5:]
    if row["indicator"] == FEW and row["place"] in SMALL and year >= HIDDEN_YEAR:
        return int(row["place"] == SMALL[0] and month in REPORTED.get(year, ()))
    return None


def _read(folder: Path, table: str) -> list[Row]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(folder: Path, table: str, rows: list[Row]) -> None:
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
