"""Headings and collections as directions and groups."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from paperatlas.text.folding import ascii_slug

_NUMBER = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]?|[IVX]+\.)\s+(?=\S)")
_COUNT = re.compile(r"\s*[(\[]\d+[)\]]\s*$")
_MOST_LETTERS = 60

Path = tuple[tuple[int, str], ...]
"""The headings above a place: level and text, from the outermost on."""


def heading_slug(heading: str) -> str:
    """Return a heading as a direction's or group's slug: lower-case ASCII letters, digits and hyphens.

    A heading in another script, which has none of these, becomes the first letters of its SHA-256.
    """
    text = _COUNT.sub("", _NUMBER.sub("", heading)).replace("&", " and ").replace("'", "").replace("’", "")
    slug = ascii_slug(text)[:_MOST_LETTERS].strip("-")
    if slug or not heading.strip():
        return slug
    return f"group-{hashlib.sha256(heading.strip().encode()).hexdigest()[:8]}"


def levels_of(paths: Iterable[Path]) -> tuple[int, ...]:
    """Return the levels of headings that divide places: without an outermost one that all of them stand under."""
    paths = [path for path in paths if path]
    levels = sorted({level for path in paths for level, _ in path})
    while (
        levels
        and len({heading for path in paths for heading in path if heading[0] == levels[0]}) <= 1
        and len(levels) > 1
    ):
        levels.pop(0)
    return tuple(levels)


def placement(path: Path, levels: Sequence[int], direction: str) -> str:
    """Return the keyword of what stands under a path: `direction/group`, or the direction alone; empty without either.

    The headings of the first two of `levels` give direction and group; with a `direction`, the first gives the group.
    """
    names = [slug for level in levels for at, heading in path if at == level and (slug := heading_slug(heading))]
    wanted = [direction, *names] if direction else names
    return "/".join(wanted[:2])
