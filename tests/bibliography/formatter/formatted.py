"""A .bib file in the one style, as `paperatlas fmt` writes it."""

from __future__ import annotations

from paperatlas.bibliography.formatter.style import style_problems
from paperatlas.diagnostics.edits import apply_edits
from paperatlas.diagnostics.problem import Problem


def format_source(data: bytes, file: str) -> tuple[bytes | None, list[Problem]]:
    """The bytes of a file with the edits of all that is not in style; None, and why, if it is refused."""
    changes, refused = style_problems(data, file)
    if refused:
        assert not changes
        return None, refused
    edits = [problem.edit for problem in changes if problem.edit]
    after, left = apply_edits(data, edits)
    assert (left, len(set(edits))) == ([], len(changes))
    return after, []
