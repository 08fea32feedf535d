"""How kinds of edges and groups look: told apart by shape as well as by colour."""

from __future__ import annotations

from collections.abc import Iterable

ARROW_HEADS = {
    "extends": "M-8,0L0,-4V4Z",
    "accelerates": "M-8,0L-4,-3.6V3.6ZM-4,0L0,-3.6V3.6Z",
    "applies": "M-8,0L0,-3.6V3.6Z",
    "combines": "M-8,0L-4,-3.6L0,0L-4,3.6Z",
    "compares": "M-7.5,0a3.5,3.5 0 1 0 7,0a3.5,3.5 0 1 0 -7,0Z",
    "evaluates": "M-7.5,0a3.5,3.5 0 1 0 7,0a3.5,3.5 0 1 0 -7,0Z",
    "unifies": "M-8,0L-4,-3.6L0,0L-4,3.6Z",
    "uses": "M1,0H-8M-1,-3.8L-8,0L-1,3.8",
    "alternative": "M1,0H-7M-7,-4V4",
    "faint": "M-6,0L0,-2.4V2.4Z",
}
"""By the names of the line styles: the shape of the arrow's head. A kind of edge of that name has that style.

The line runs to the right from 0,0, the target's box ends at -8; dashes, weight and colour are the
style sheet's, under `pa-line--<name>`.
"""

FAINT = "faint"
"""The style of what leads out of its group in a crowded drawing, whatever its kind."""

_MARKS = (
    "M-4,0a4,4 0 1 0 8,0a4,4 0 1 0 -8,0Z",
    "M-3.5,-3.5H3.5V3.5H-3.5Z",
    "M0,-4.4L4.3,3.4H-4.3Z",
    "M0,-4.8L4.8,0L0,4.8L-4.8,0Z",
)
_HUES = 6


def assign_line_styles(kinds: Iterable[str]) -> dict[str, str]:
    """Return a line style for each kind of edge; one that has none of its own takes one not in use."""
    kinds = list(dict.fromkeys(kinds))
    styles = [style for style in ARROW_HEADS if style != FAINT]
    free = [style for style in reversed(styles) if style not in kinds] or styles
    own = iter(range(len(kinds)))
    return {kind: kind if kind in styles else free[next(own) % len(free)] for kind in kinds}


def group_class(colour: int) -> str:
    """Return the class that colours a group: six hues that colour-blind readers tell apart."""
    return f"pa-hue--{colour % _HUES}"


def group_mark(colour: int) -> str:
    """Return the mark of a group: with its hue it is unique among twelve groups."""
    return _MARKS[colour % len(_MARKS)]
