"""What is hidden cannot be worked out: every world is counted by hand for small tables."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from trygghet.protect.cells import Cell, Rule, components, period_rules, place_rules, rest
from trygghet.protect.hide import Hiding, Known, hide

THRESHOLD = 5
PLACES = ("a", "b", "c")
HALVES = ("2019-H1", "2019-H2")
WHOLE = "area"


def table(numbers: list[int], *, unplaced: bool = False) -> tuple[dict[Cell, int], list[Rule]]:
    """Half-years of three places, with their years and the area that they make up."""
    values = {
        Cell(place, "x", half): number
        for (place, half), number in zip(product(PLACES, HALVES), numbers, strict=False)
    }
    parts = [*PLACES]
    if unplaced:
        values |= {Cell(rest(WHOLE), "x", half): 6 for half in HALVES}
    for half in HALVES:
        inside = [value for cell, value in values.items() if cell.period == half]
        values[Cell(WHOLE, "x", half)] = sum(inside)
    for place in {cell.place for cell in values}:
        year = sum(values[Cell(place, "x", half)] for half in HALVES)
        values[Cell(place, "x", "2019")] = year
    return values, [*period_rules(values), *place_rules(values, {WHOLE: parts})]


def hidden_in(values: dict[Cell, int], rules: list[Rule], *fixed: Cell) -> Hiding:
    known = Known(printed=set(values), fixed=set(fixed), unprinted=set())
    return hide(values, rules, known, THRESHOLD, cost)


def cost(cell: Cell) -> float:
    """A year is worth more than a half-year, and the area more than a place in it."""
    return (30 if cell.period == "2019" else 3) * (10 if cell.place == WHOLE else 1)


def a_world(
    values: dict[Cell, int], rules: list[Rule], hidden: frozenset[Cell], world: dict[Cell, int]
) -> bool:
    """Whether the hidden cells that `world` lacks can be filled in with numbers of 0 or more so
    that all sums are right. Tries one number after the other."""
    for rule in rules:
        total = sum(world.get(part, 0) for part in rule.parts)
        lacking = [cell for cell in (rule.whole, *rule.parts) if cell not in world]
        if rule.whole in world and total > world[rule.whole]:
            return False
        if rule.exact and not lacking and total != world[rule.whole]:
            return False
        if rule.exact and len(lacking) == 1:  # only one number fits
            cell = lacking[0]
            fits = total if cell == rule.whole else world[rule.whole] - total
            return a_world(values, rules, hidden, world | {cell: fits})
    left = sorted(hidden - set(world))
    if not left:
        return True
    most = sum(values.values()) + THRESHOLD
    near = sorted(range(most), key=lambda number: abs(number - values[left[0]]))
    return any(a_world(values, rules, hidden, world | {left[0]: number}) for number in near)


def possible(
    values: dict[Cell, int], rules: list[Rule], hidden: frozenset[Cell]
) -> dict[Cell, set[int]]:
    shown = {cell: value for cell, value in values.items() if cell not in hidden}
    return {
        cell: {
            number
            for number in range(1, THRESHOLD)
            if a_world(values, rules, hidden, shown | {cell: number})
        }
        for cell in hidden
    }


@settings(max_examples=40)
@given(st.lists(st.integers(0, 12), min_size=6, max_size=6))
def test_a_hidden_number_can_be_worked_out(numbers: list[int]) -> None:
    values, rules = table(numbers)
    hiding = hidden_in(values, rules)
    hidden = hiding.primary | hiding.complementary
    assert hiding.exposed == frozenset()
    assert hiding.primary == {cell for cell, value in values.items() if 1 <= value < THRESHOLD}
    for cell, numbers_left in possible(values, rules, hidden).items():
        assert {1, 2, 3, 4} <= numbers_left, (cell, values)


def test_a_reader_could_subtract_what_has_no_village() -> None:
    values, rules = table([3, 20, 30, 40, 25, 25], unplaced=True)
    hiding = hidden_in(values, rules)
    left = possible(values, rules, hiding.primary | hiding.complementary)
    assert all({1, 2, 3, 4} <= numbers for numbers in left.values())
    assert any(cell.place == rest(WHOLE) for cell in hiding.complementary)


def test_one_half_year_is_shown_beside_a_hidden_one() -> None:
    values, rules = table([3, 9, 8, 9, 7, 12])
    hiding = hidden_in(values, rules)
    hidden = hiding.primary | hiding.complementary
    assert Cell("a", "x", "2019-H2") in hiding.complementary
    assert Cell("a", "x", "2019") not in hidden
    for cell in hidden:
        if cell.period.endswith(("H1", "H2")):
            assert {cell._replace(period=half) for half in HALVES} <= hidden


def test_a_table_without_small_numbers_loses_some() -> None:
    values, rules = table([5, 0, 6, 7, 8, 0])
    assert hidden_in(values, rules) == Hiding(frozenset(), frozenset(), frozenset())


def test_what_an_earlier_release_showed_is_hidden_in_vain() -> None:
    values, rules = table([3, 20, 30, 40, 25, 25])
    shown = Cell("a", "x", "2019-H1")
    assert hidden_in(values, rules, shown).exposed == {shown}
    # With all that could be hidden beside it shown before, the small number is given away.
    others = [cell for cell in values if cell != shown]
    assert hidden_in(values, rules, *others).exposed == {shown}


def test_a_change_of_one_year_hides_cells_of_another() -> None:
    numbers = [3, 20, 30, 40, 25, 25]
    values, rules = table(numbers)
    later = {cell._replace(period=f"2020{cell.period[4:]}"): 50 for cell in values}
    both = values | {
        cell: value
        for cell, value in later.items()
        if cell.place != WHOLE and len(cell.period) > len("2020")
    }
    tied = [*period_rules(both), *place_rules(both, {WHOLE: [*PLACES]})]
    assert len(components(tied)) == len(components(rules))
    hidden = hidden_in(both, tied)
    assert {cell.period[:4] for cell in hidden.complementary} == {"2019"}


def test_the_same_numbers_hide_differently_the_next_time() -> None:
    values, rules = table([3, 0, 7, 40, 2, 25])
    again = {cell: values[cell] for cell in sorted(values, reverse=True)}
    assert hidden_in(values, rules) == hidden_in(again, list(reversed(rules)))
