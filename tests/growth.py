"""Measure how the time of a step grows with its input."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time

_TIMES = 4
_LINEAR = 9
"""Four times the input takes about four times the time where it is read in one go, sixteen where every part is read
again for every other: what lies between is the noise of a machine with other work."""
_TOO_SHORT = 0.02
"""In seconds: less tells nothing, and is no danger."""


def is_linear(step: Callable[[int], object], size: int) -> bool:
    """Return whether a step takes time in proportion to the size of its input; the best of three measurements."""
    return any(
        (large := _seconds(step, _TIMES * size)) < _TOO_SHORT or large < _LINEAR * _seconds(step, size)
        for _ in range(3)
    )


def _seconds(step: Callable[[int], object], size: int) -> float:
    """Measure without garbage collection, which looks through what other tests have left, now and then."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        start = process_time()
        step(size)
        return process_time() - start
    finally:
        if was_on:
            gc.enable()
