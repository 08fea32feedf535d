"""What is wrong with front matter that is no YAML, as a problem."""

from __future__ import annotations

import yaml

from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes.rules import BAD_FRONT_MATTER
from paperatlas.text.yaml_slips import yaml_slip

_FIRST_LINE = 2
"""The line of the file that the first line of the front matter is, after `---`."""


def yaml_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """Return what is wrong at which place, for the complaint that a YAML reader has about some front matter.

    Its own words are kept only where none of the usual slips explains them.
    """
    slip = yaml_slip(error, text)
    line, column = slip.place or (1 - _FIRST_LINE, 0)
    return BAD_FRONT_MATTER.at(Span(file, line + _FIRST_LINE, column + 1), slip.variant, reason=slip.reason)
