"""The ratio of two rates, judged by how their sum splits between them (method §1).

Given the sum of two Poisson counts, the first is binomial with p = d * ratio / (1 + d * ratio). Its
tails are written as incomplete beta functions, which take counts that are not whole: counts here
have been divided by phi.

The module works with log odds, log(p / (1 - p)) = log(d * ratio), instead of p: the two sides are
then mirror images, and limits very far from 1 keep their digits.
"""

from math import exp, inf, log

from scipy.optimize import brentq
from scipy.special import betainc, betaincc, expit

_FARTHEST = 700.0
"""Log odds whose exponential is still a normal float; a limit beyond it is given as 0."""
_TOLERANCE = 1e-13
"""Absolute tolerance of the log odds: relative tolerance of a limit of the ratio."""


def upper_tail(x: float, y: float, log_odds: float, *, mid_p: bool = True) -> float:
    """Return the probability of at least `x` of `x + y` cases falling in the first period.

    Args:
        x: Count in the first period, at least 0; need not be whole.
        y: Count in the second period, at least 0; need not be whole.
        log_odds: log(p / (1 - p)) of one case falling in the first period.
        mid_p: Count the observed split itself at half its probability.

    Returns:
        A probability, growing with `log_odds`: ge(p), or ge(p) - eq(p)/2 with mid-P. The other tail
        is `upper_tail(y, x, -log_odds)`. Method §1.
    """
    at_least = 1.0 if x == 0 else _beta(x, y + 1.0, log_odds)
    if not mid_p:
        return at_least
    # ge - eq/2 is the mean of "at least x" and "more than x": a sum, so no digits cancel.
    more_than = 0.0 if y == 0 else _beta(x + 1.0, y, log_odds)
    return (at_least + more_than) / 2.0


def p_value(x: float, y: float, exposure_ratio: float, *, mid_p: bool = True) -> float:
    """Return the two-sided p-value of "the two rates are the same".

    Args:
        x: Count now (divided by phi), at least 0.
        y: Count in the baseline period (divided by phi), at least 0.
        exposure_ratio: d, the exposure now divided by the exposure in the baseline period.
        mid_p: Use mid-P; without it the test is the exact central one.

    Returns:
        P, 0 to 1: twice the smaller tail, at most 1. Method §1.
    """
    equal = log(exposure_ratio)
    tails = (upper_tail(x, y, equal, mid_p=mid_p), upper_tail(y, x, -equal, mid_p=mid_p))
    return min(1.0, 2.0 * min(tails))


def ratio_limits(
    x: float, y: float, exposure_ratio: float, level: float, *, mid_p: bool = True
) -> tuple[float, float]:
    """Return the lower and upper limit of the ratio of the two rates.

    Args:
        x: Count now (divided by phi), at least 0.
        y: Count in the baseline period (divided by phi), at least 0.
        exposure_ratio: d, the exposure now divided by the exposure in the baseline period.
        level: Confidence level of the interval, between 0 and 1.
        mid_p: Use mid-P; without it the interval is the exact central one.

    Returns:
        (lower, upper): lower is 0 if x = 0, upper is infinite if y = 0. Method §1.
    """
    half_alpha = (1.0 - level) / 2.0
    lower = _lower_odds(x, y, half_alpha, mid_p)
    # The upper limit is the lower limit of the inverse ratio.
    inverse = _lower_odds(y, x, half_alpha, mid_p)
    return lower / exposure_ratio, (inf if inverse == 0 else 1.0 / inverse / exposure_ratio)


def _lower_odds(x: float, y: float, tail: float, mid_p: bool) -> float:
    """Return the odds p / (1 - p) at which the upper tail equals `tail`, 0 if there are none."""
    if x == 0:
        return 0.0

    def excess(log_odds: float) -> float:
        return upper_tail(x, y, log_odds, mid_p=mid_p) - tail

    # The tail grows with the odds from 0 to at least a half: step outwards until it is enclosed.
    low = high = log((x + 0.5) / (y + 0.5))
    step = 1.0
    while excess(low) > 0:
        if low == -_FARTHEST:
            return 0.0
        low = max(low - step, -_FARTHEST)
        step *= 2.0
    step = 1.0
    while excess(high) < 0:
        high = min(high + step, _FARTHEST)
        step *= 2.0
    return exp(float(brentq(excess, low, high, xtol=_TOLERANCE)))


def _beta(a: float, b: float, log_odds: float) -> float:
    """Return the regularised incomplete beta function I_p(a, b)."""
    if log_odds <= 0:
        return float(betainc(a, b, expit(log_odds)))
    # The same number through 1 - p, which a p close to 1 would round away.
    return float(betaincc(b, a, expit(-log_odds)))
