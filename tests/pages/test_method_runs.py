"""Whoever runs the SQL beside a comparison on the file beside it gets the numbers on the page."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import duckdb
import pytest
from opened_page import Node, OpenedPage
from our_routes import ask
from shipped_files import EXAMPLE, REAL, ShippedPromise

PAGES = [
    (REAL, "indikatorer", {"indikator": "alla-brott"}),
    (REAL, "indikatorer", {"indikator": "problemindex"}),
    (EXAMPLE, "indikatorer", {"indikator": "problemindex"}),
    (EXAMPLE, "by", {"by": "kulissbro"}),
]


@pytest.mark.parametrize(
    ("promise", "name", "choice"), PAGES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_the_sql_on_a_page_gives_other_numbers_than_the_page(
    open_page: Callable[..., OpenedPage],
    tmp_path: Path,
    promise: ShippedPromise,
    name: str,
    choice: dict[str, str],
) -> None:
    page = open_page(name, **choice, **promise.address)
    methods = [one.find("details", "t-method") for one in page.tree.find_all("", "t-comparison")]
    addresses = {method.find("a").attributes["href"] for method in methods}
    assert addresses == {f"/data/utgava.duckdb?data={promise.id}&v=1"}
    (address,) = addresses
    answer = ask(address)
    saved = re.search('filename="(.+)"', answer.headers["content-disposition"])
    assert saved
    # The command beside the link is that of the file as it is saved.
    assert all(f"duckdb {saved[1]} " in unquote(method.text) for method in methods)
    file = tmp_path / saved[1]
    file.write_bytes(answer.body)
    asked = 0
    with duckdb.connect(str(file)) as connection:
        for method in methods:
            found = connection.execute(method.find("pre", "t-sql").text).fetchall()
            assert _as_said(found) == _said(method, promise)
            asked += 1
    assert asked > 1


def _as_said(found: list[tuple]) -> list[str | None]:
    if len(found[0]) == 2:
        return [None if count is None else str(count) for count in found[0]]
    return sorted(f"{period} {value}".replace(".", ",") for period, value, *_ in found)


def _said(method: Node, promise: ShippedPromise) -> list[str | None]:
    """The two counts that the facts give, or each year's values."""
    labels = [node.text for node in method.find("dl").find_all("dt")]
    values = [node.text for node in method.find("dl").find_all("dd")]
    facts = list(zip(labels, values, strict=True))
    if "Antal nu" in labels:
        said = dict(facts)
        counts = [said["Antal nu"], said[f"Antal {promise.baseline}"]]
        return [_count(one) for one in counts]
    years = [(label, value) for label, value in facts if re.fullmatch("[0-9]{4}", label)]
    return sorted(f"{year} {value.split(' (')[0]}" for year, value in years)


def _count(said: str) -> str | None:
    number = re.sub(r"\s", "", said.partition("(")[0])
    return number if number.isdigit() else None
