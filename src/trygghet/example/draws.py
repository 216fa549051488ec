"""Random draws that give the same numbers on every platform and Python version.

Only `random.Random(text)` and its `random()` are used, whose sequence Python promises to keep.
Every series gets a generator of its own, so that a change in one leaves the others alone.
"""

import math
import random

SEED = "tryggt-i-exempelbygden-112"  # one with which every village shows its character clearly

_STEP = 16.0  # exp(-16) is far from the smallest float, so long products stay exact enough


def generator(*names: str) -> random.Random:
    """The generator of the series with these names."""
    return random.Random("/".join((SEED, *names)))


def poisson(rng: random.Random, mean: float) -> int:
    """A Poisson count (Knuth's method, large means taken in steps)."""
    count = 0
    while mean > 0:
        step = min(mean, _STEP)
        limit = math.exp(-step)
        product = rng.random()
        while product > limit:
            count += 1
            product *= rng.random()
        mean -= step
    return count


def overdispersed(rng: random.Random, mean: float, shape: int) -> int:
    """A negative binomial count: Poisson with a gamma mean. A smaller `shape` varies more."""
    gamma = sum(-math.log(1.0 - rng.random()) for _ in range(shape)) / shape
    return poisson(rng, mean * gamma)
