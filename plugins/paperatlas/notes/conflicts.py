"""Lines that a merge left in a page, which readers of the site would see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperatlas.bibliography.model.complaints import SourceBlock
from paperatlas.diagnostics.problem import Problem
from paperatlas.notes.body import Body
from paperatlas.notes.citations.masking import blank_code
from paperatlas.notes.rules import CONFLICT_IN_PAGE

_MARKER = re.compile(r"^(?:<{7}|>{7}) [^\n]*", re.MULTILINE)


def conflict_markers(body: Body, block: SourceBlock, body_start: int) -> Iterator[Problem]:
    """Yield NOT017 for each conflict in the body of a page, which begins at an offset of the block of its file.

    The end of a conflict is told only where its beginning was removed.
    """
    if "<<<<<<< " not in body.text and ">>>>>>> " not in body.text:
        return
    opened = False
    for match in _MARKER.finditer(blank_code(body.text)):
        begins = match[0].startswith("<")
        if begins or not opened:
            yield CONFLICT_IN_PAGE.at(block.span(body_start + match.start(), len(match[0])), text=match[0][:40])
        opened = begins
