"""The small drawing beside a paper: what it builds on above it, what builds on it below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from paperatlas.atlas import Paper, Relation
from paperatlas.graph.text_width import measure_text

WIDTH = 300.0
"""Of the drawing, in its own units: the column beside the text is as wide, and the drawing is not scaled there."""
_ROW = 24.0
"""The least height of something to touch (WCAG 2.2, 2.5.8)."""
_MOST = 6
"""Papers on either side: with more the drawing would be longer than the abstract beside it."""
_LABEL = 50.0
_YEAR = 46.0
"""Four digits, and room for the ninth by which DejaVu Sans may be wider than was measured (see `measure_text`)."""


@dataclass(frozen=True, slots=True)
class NearPaper:
    """A related paper in the drawing: its short name, the relations' labels, the middle of its row, its curve."""

    paper: Paper
    label: str
    relations: str
    y: float
    curve: str


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A drawing of `height` units; the paper itself is at `y`, named `label`, and `more` papers are left out."""

    neighbours: tuple[NearPaper, ...]
    label: str
    y: float
    height: float
    more: int


def neighbourhood(
    paper: Paper,
    outgoing: Sequence[Relation],
    incoming: Sequence[Relation],
    papers: Mapping[str, Paper],
    language: str,
) -> Neighbourhood | None:
    """Return the drawing of a paper and those next to it by stated relations, oldest first; None without any."""
    above = _by_paper([(papers[relation.target], relation.type.label(language)) for relation in outgoing])
    below = _by_paper([(papers[relation.source], relation.type.inverse_label(language)) for relation in incoming])
    # A paper of both sides is drawn once.
    below = {key: found for key, found in below.items() if key not in above}
    if not above and not below:
        return None
    first, last = list(above.values())[:_MOST], list(below.values())[:_MOST]
    middle = (len(first) + 0.5) * _ROW
    rows = [(found, (number + 0.5) * _ROW) for number, found in enumerate(first)]
    rows += [(found, middle + (number + 1) * _ROW) for number, found in enumerate(last)]
    return Neighbourhood(
        neighbours=tuple(
            NearPaper(other, _shortened(other.name, WIDTH - _LABEL - _YEAR), " · ".join(labels), y, _curve(y, middle))
            for (other, labels), y in rows
        ),
        label=_shortened(paper.name, (WIDTH - _LABEL - _YEAR) * 0.9),
        y=middle,
        height=(len(first) + len(last) + 1) * _ROW,
        more=len(above) + len(below) - len(rows),
    )


def _by_paper(relations: Sequence[tuple[Paper, str]]) -> dict[str, tuple[Paper, tuple[str, ...]]]:
    """Return the papers of some relations with the relations' labels, oldest first, undated ones last."""
    found: dict[str, tuple[Paper, tuple[str, ...]]] = {}
    for paper, label in relations:
        labels = found.get(paper.key, (paper, ()))[1]
        found[paper.key] = paper, tuple(dict.fromkeys((*labels, label)))
    return dict(sorted(found.items(), key=lambda item: (item[1][0].year is None, item[1][0].year or 0)))


def _curve(y: float, middle: float) -> str:
    """Return the path from a row to the paper: out of the row to the left, then along the spine."""
    bend = _ROW if y < middle else -_ROW
    return f"M{_LABEL - 8:g},{y:g}C18,{y:g} 14,{y:g} 14,{y + bend:g}L14,{middle:g}"


def _shortened(text: str, width: float) -> str:
    """Return a text that is at most so wide in the drawing's letters."""
    if measure_text(text) <= width:
        return text
    while text and measure_text(f"{text}…") > width:
        text = text[:-1].rstrip()
    return f"{text}…"
