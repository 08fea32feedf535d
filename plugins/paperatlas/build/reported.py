"""What a site is told of its problems, by every host and command alike."""

from __future__ import annotations

from collections.abc import Iterable

from paperatlas.build.catalogue import REPORTED_ONCE
from paperatlas.build.options import Options
from paperatlas.diagnostics.problem import Problem, in_order
from paperatlas.diagnostics.repeats import one_per_cause


def reported(problems: Iterable[Problem], options: Options) -> list[Problem]:
    """Return the problems that a site wants to be told, in order, each cause once."""
    return one_per_cause(options.check.of(in_order(problems)), REPORTED_ONCE)
