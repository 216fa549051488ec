"""Whole numbers that fit many sums, at the lowest cost: one system, asked many times.

HiGHS solves the linear program and goes on from its last answer, which takes a few steps where
little has changed. Such programs nearly always have whole numbers as their answer by themselves;
where not, integer programming finds them.
"""

from typing import NamedTuple

import highspy
import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

Numbers = npt.NDArray[np.float64]

CLOSE = 1e-6
"""How far from a whole number an answer may lie and still be taken for it."""


class Between(NamedTuple):
    """The least and the most that each of several numbers may be."""

    least: Numbers
    most: Numbers


class Program:
    """Sums of unknown numbers: `sums` has a row for each sum and a column for each number."""

    def __init__(self, sums: csr_matrix) -> None:
        rows, columns = sums.shape
        self._rows = np.arange(rows, dtype=np.int32)
        self._columns = np.arange(columns, dtype=np.int32)
        model = highspy.HighsLp()
        model.num_row_, model.num_col_ = rows, columns
        model.row_lower_ = model.row_upper_ = np.zeros(rows)
        model.col_cost_ = model.col_lower_ = model.col_upper_ = np.zeros(columns)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = sums.indptr
        model.a_matrix_.index_ = sums.indices
        model.a_matrix_.value_ = sums.data.astype(float)
        # Not highspy.Highs, which prints its name before it can be told to be silent.
        self._highs = highspy._Highs()  # type: ignore[attr-defined]
        self._highs.setOptionValue("output_flag", False)
        self._highs.setOptionValue("threads", 1)  # small programs: others would only wait
        self._highs.passModel(model)

    def cheapest(self, costs: Numbers, numbers: Between, sums: Between) -> Numbers | None:
        """The numbers between their limits whose sums lie between theirs and which cost least.

        None where there are none. They need not be whole.
        """
        highs = self._highs
        highs.changeColsCost(len(costs), self._columns, costs)
        highs.changeColsBounds(len(costs), self._columns, *numbers)
        highs.changeRowsBounds(len(self._rows), self._rows, *sums)
        return self._solved()

    def cheapest_whole(self, costs: Numbers, numbers: Between, sums: Between) -> Numbers | None:
        """The same in whole numbers; whether the sums come out exactly is for the caller to see."""
        found = self.cheapest(costs, numbers, sums)
        if found is None:
            return None
        if np.abs(found - np.round(found)).max(initial=0) > CLOSE:
            self._set_kind(highspy.HighsVarType.kInteger)
            found = self._solved()
            self._set_kind(highspy.HighsVarType.kContinuous)
        return None if found is None else np.round(found)

    def _set_kind(self, kind: highspy.HighsVarType) -> None:
        kinds = np.full(len(self._columns), int(kind), dtype=np.uint8)
        self._highs.changeColsIntegrality(len(kinds), self._columns, kinds)

    def _solved(self) -> Numbers | None:
        optimal, none = highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kInfeasible
        self._highs.run()
        if self._highs.getModelStatus() not in (optimal, none):
            self._highs.clearSolver()  # the last answer led it astray: start anew
            self._highs.run()
        if self._highs.getModelStatus() != optimal:
            return None
        return np.array(self._highs.getSolution().col_value)
