"""The cheapest whole numbers that fit: the same as another solver's, however often one asks."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

from trygghet.protect.solver import Between, Program

# Around a triangle each pair adds up to one: halves fit, whole numbers do not unless one gives way.
TRIANGLE = csr_matrix([[1, 1, 0], [0, 1, 1], [1, 0, 1]])

small = st.integers(-3, 6)


@st.composite
def questions(draw):
    """A table of sums with several questions about it."""
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 6))
    factors = st.lists(st.sampled_from([-1, 0, 1]), min_size=columns, max_size=columns)
    matrix = csr_matrix(np.array(draw(st.lists(factors, min_size=rows, max_size=rows))))

    def between(count, least):
        low = np.array(draw(st.lists(least, min_size=count, max_size=count)), dtype=float)
        room = st.sampled_from([0, 1, 2, 5, np.inf])
        return Between(low, low + draw(st.lists(room, min_size=count, max_size=count)))

    def question():
        costs = draw(st.lists(st.integers(0, 5), min_size=columns, max_size=columns))
        return np.array(costs, float), between(columns, st.integers(0, 3)), between(rows, small)

    return matrix, [question() for _ in range(draw(st.integers(1, 4)))]


@settings(max_examples=100)
@given(questions())
def test_an_answer_is_not_the_cheapest_or_breaks_a_rule(asked):
    matrix, all_questions = asked
    program = Program(matrix)
    for costs, numbers, sums in all_questions:
        found = program.cheapest_whole(costs, numbers, sums)
        best = milp(
            costs,
            constraints=LinearConstraint(matrix, *sums),
            bounds=Bounds(*numbers),
            integrality=np.ones(len(costs)),
        )
        if best.x is None:
            assert found is None
            continue
        assert found is not None
        assert (found == np.round(found)).all()
        assert (found >= numbers.least).all() and (found <= numbers.most).all()
        assert (matrix @ found >= sums.least).all() and (matrix @ found <= sums.most).all()
        assert np.isclose(costs @ found, best.fun)


def test_halves_pass_for_whole_numbers_or_a_later_answer_remembers_them():
    program, ones = Program(TRIANGLE), np.ones(3)
    numbers, exactly = Between(np.zeros(3), np.full(3, 2.0)), Between(ones, ones)
    assert program.cheapest(ones, numbers, exactly).tolist() == [0.5, 0.5, 0.5]
    assert program.cheapest_whole(ones, numbers, exactly) is None
    at_least = Between(ones, np.full(3, np.inf))
    assert program.cheapest_whole(ones, numbers, at_least).sum() == 2
    assert program.cheapest(ones, numbers, exactly).tolist() == [0.5, 0.5, 0.5]


def test_the_solver_talks_where_a_command_s_answer_is_read(capfd):
    ones = np.ones(3)
    Program(TRIANGLE).cheapest_whole(ones, Between(0 * ones, ones), Between(ones, 2 * ones))
    assert capfd.readouterr() == ("", "")
