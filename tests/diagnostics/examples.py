"""Problems that every report writes: with and without an end, a hint that was guessed, other places, an edit."""

from __future__ import annotations

from paperatlas.atlas.rules import NO_DIRECTION, UNKNOWN_TARGET
from paperatlas.bibliography.rules import DUPLICATE_FIELD
from paperatlas.check.rules import MISTYPED_FIELD
from paperatlas.diagnostics.problem import Edit, Span

ERROR = UNKNOWN_TARGET.at(Span("bib/流.bib", 3, 10, 3, 14), key="dppm", near="ddpm")
WARNING = MISTYPED_FIELD.at(Span("bib/a b,c:d%.bib", 1, 1), name="100%\n", meant="a: b,c")
INFO = NO_DIRECTION.at(Span("bib"), key="glow")
TWICE = (
    DUPLICATE_FIELD.at(Span("bib/流.bib", 3, 3, 4, 2), name="title")
    .beside(Span("bib/流.bib", 2, 3, 2, 8))
    .mended_by(Edit(Span("bib/流.bib", 2, 3, 2, 8), "x"))
)
ALL = [ERROR, WARNING, INFO, TWICE]
