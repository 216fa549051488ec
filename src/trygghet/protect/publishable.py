"""Write what may be published back as the records of a folder (method §5 and §6)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from trygghet.check import PromiseFolder
from trygghet.check.csv_file import Record
from trygghet.check.values import Value
from trygghet.language import speaking
from trygghet.periods import parse_period
from trygghet.protect.cells import Cell
from trygghet.protect.merging import Group
from trygghet.protect.tables import Figure, Tables
from trygghet.schema import PROTECTED_KINDS
from trygghet.words import text
from trygghet.words.numbers import listed

GROUP = "group"
"""The kind of a place that stands for several small ones."""

HIDDEN = "protected"
_ORDER = ("month", "quarter", "half", "year")


def publishable(
    folder: PromiseFolder, found: Tables, hidden: Collection[Cell], threshold: int
) -> PromiseFolder:
    """The folder with the published tables in place of its exact counts, the small places put
    together, and every line number that of the published file."""
    changed = {
        "places": _places(folder.tables["places"], found.groups),
        "population": _population(folder.tables["population"], found.groups),
        "reported_crimes": _reported_crimes(folder, found, hidden),
        "coverage": _coverage(folder, found, hidden),
        "safety_survey": _survey(folder.tables["safety_survey"], threshold),
    }
    numbered = {name: _numbered(records) for name, records in changed.items()}
    promise = replace(folder.promise, values=folder.promise.values | {"hide_below": threshold})
    translations = {
        language: own | _own_words(folder.tables["places"], found.groups, language)
        for language, own in folder.translations.items()
    }
    return replace(
        folder, promise=promise, tables=folder.tables | numbered, translations=translations
    )


def _numbered(records: Iterable[Record]) -> list[Record]:
    return [replace(record, line=line) for line, record in enumerate(records, 2)]


def _places(records: list[Record], groups: list[Group]) -> Iterator[Record]:
    """The places, with the small ones inside the group that stands for them."""
    group_of = {member: group for group in groups for member in _merged(group)}
    words = _group_words(records, groups)
    for record in records:
        group = group_of.get(str(record.values["id"]))
        if group is None:
            yield record
            continue
        if group.members[0] == record.values["id"]:
            name, note = words[group.id]
            own: dict[str, Value | None] = {
                "id": group.id,
                "name": name,
                "kind": GROUP,
                "part_of": group.part_of,
                "compare_as": None,
                "latitude": None,
                "longitude": None,
                "note": note,
            }
            yield replace(record, values=record.values | own)
        yield replace(record, values=record.values | {"part_of": group.id})


def _group_words(records: list[Record], groups: list[Group]) -> dict[str, tuple[str, str]]:
    """The name and the note of every group of several places, in the language spoken."""
    names = {str(record.values["id"]): str(record.values["name"]) for record in records}
    listed_names = {
        group.id: listed([names[member] for member in _merged(group)])
        for group in groups
        if _merged(group)
    }
    return {id_: (name, text("place-group-note", names=name)) for id_, name in listed_names.items()}


def _own_words(records: list[Record], groups: list[Group], language: str) -> dict[str, str]:
    """What is written of groups here, in another language."""

    def written() -> list[str]:
        words = _group_words(records, groups).values()
        return [text("group-sum"), *(one for pair in words for one in pair)]

    ours = written()
    with speaking(language):
        return dict(zip(ours, written(), strict=True))


def _merged(group: Group) -> tuple[str, ...]:
    return group.members if len(group.members) > 1 else ()


def _population(records: list[Record], groups: list[Group]) -> Iterator[Record]:
    """The inhabitants, and those of each group where one source counts all of its members."""
    yield from records
    for group in groups:
        counted: dict[tuple[Value | None, Value | None], dict[str, Record]] = defaultdict(dict)
        for record in records:
            if record.values["place"] in _merged(group) and record.values["period"] is not None:
                key = record.values["period"], record.values["source"]
                counted[key][str(record.values["place"])] = record
        for members in counted.values():
            people = [record.values["population"] for record in members.values()]
            known = [number for number in people if isinstance(number, int)]
            if len(known) == len(group.members):
                first = next(iter(members.values()))
                own: dict[str, Value | None] = {
                    "place": group.id,
                    "population": sum(known),
                    "note": text("group-sum"),
                }
                yield replace(first, values=first.values | own)


def _reported_crimes(
    folder: PromiseFolder, found: Tables, hidden: Collection[Cell]
) -> Iterator[Record]:
    """Larger places as they are; where the first row of another stands, its published cells."""
    kinds = {str(record.values["id"]): record.values["kind"] for record in folder.tables["places"]}
    group_of = {member: group.id for group in found.groups for member in group.members}
    by_place: dict[str, list[Cell]] = defaultdict(list)
    for cell, table in found.printed.items():
        if table != "unplaced":
            by_place[cell.place].append(cell)
    for record in folder.tables["reported_crimes"]:
        place = str(record.values["place"])
        if kinds[place] not in PROTECTED_KINDS:
            yield record
            continue
        for part in (group_of.get(place, ""), place):
            for cell in sorted(by_place.pop(part, ()), key=_in_order):
                figure = _shown(found.figures[cell], cell in hidden)
                values: dict[str, Value | None] = {
                    "place": cell.place,
                    "period": cell.period,
                    "indicator": cell.indicator,
                    "count": figure.value,
                    "missing_reason": figure.missing_reason,
                    "rate_per_100k": figure.rate,
                    "note": figure.note,
                    "source": figure.source,
                }
                yield Record(0, values, {})


def _in_order(cell: Cell) -> tuple[int, str]:
    """Months before years; the indicators of a period stay in the order of the file."""
    return _ORDER.index(parse_period(cell.period).kind), cell.period


def _shown(figure: Figure, hidden: bool) -> Figure:
    return Figure(None, HIDDEN, figure.source) if hidden else figure


def _coverage(folder: PromiseFolder, found: Tables, hidden: Collection[Cell]) -> Iterator[Record]:
    """The promise's area with every period that follows; of other places nothing is published."""
    area = str(folder.promise.values["area"])
    cells = [cell for cell, table in found.printed.items() if table == "unplaced"]
    for cell in sorted(cells, key=_in_order):
        figure = _shown(found.figures[cell], cell in hidden)
        whole = cell._replace(place=area)
        # Only as the area's own count: a number delivered without a village would give it away.
        reports = found.figures.get(whole) if whole not in hidden else None
        values: dict[str, Value | None] = {
            "place": area,
            "period": cell.period,
            "reports": reports.value if reports else None,
            "unplaced": figure.value,
            "missing_reason": figure.missing_reason,
            "note": figure.note,
            "source": figure.source,
        }
        yield Record(0, values, {})


def _survey(records: list[Record], threshold: int) -> Iterator[Record]:
    """An answer of very few people is the answer of someone in particular."""
    for record in records:
        respondents = record.values["respondents"]
        if isinstance(respondents, int) and 1 <= respondents < threshold:
            nothing = {"value": None, "margin": None, "respondents": None, "missing_reason": HIDDEN}
            written = record.written | {"value": "", "margin": "", "respondents": ""}
            yield replace(record, values=record.values | nothing, written=written)
        else:
            yield record
