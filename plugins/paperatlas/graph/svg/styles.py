"""How relation types and groups look: told apart by shape as well as by colour."""

from __future__ import annotations

from collections.abc import Iterable

STYLES = {
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
"""By the relation types that have a line style of their own: the shape of the arrow's head.

The line runs to the right from 0,0, the target's box ends at -8; dashes, weight and colour are the
style sheet's, under `pa-line--<type>`.
"""

FAINT = "faint"
"""The style of what leads out of its direction in a crowded drawing, whatever its type."""

_MARKS = (
    "M-4,0a4,4 0 1 0 8,0a4,4 0 1 0 -8,0Z",
    "M-3.5,-3.5H3.5V3.5H-3.5Z",
    "M0,-4.4L4.3,3.4H-4.3Z",
    "M0,-4.8L4.8,0L0,4.8L-4.8,0Z",
)
_HUES = 6


def line_styles(types: Iterable[str]) -> dict[str, str]:
    """A line style for each relation type; one that has none of its own takes one not in use."""
    types = list(dict.fromkeys(types))
    styles = [style for style in STYLES if style != FAINT]
    free = [style for style in reversed(styles) if style not in types] or styles
    own = iter(range(len(types)))
    return {type_: type_ if type_ in styles else free[next(own) % len(free)] for type_ in types}


def group_class(colour: int) -> str:
    """The class that colours a group: six hues that colour-blind readers tell apart."""
    return f"pa-hue--{colour % _HUES}"


def group_mark(colour: int) -> str:
    """The mark of a group: with its hue it is unique among twelve groups."""
    return _MARKS[colour % len(_MARKS)]
