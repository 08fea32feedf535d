"""Signs of control, which no text holds: readers of XML and JSON refuse most of them."""

from __future__ import annotations

import re

CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
"""C0 but for tabs and the ends of lines, as members of a set in a regular expression."""
_SEPARATORS = re.compile("[\x0b\x0c\x1c-\x1f]")
_OTHERS = re.compile("[\x00-\x08\x0e-\x1b\x7f]")


def has_controls(text: str) -> bool:
    """Return whether a text of several lines has signs of control, or others that cannot be printed."""
    return not text.replace("\n", "").replace("\t", "").isprintable()


def without_controls(text: str) -> str:
    """Return a text without signs of control; those that part words as spaces."""
    # Most texts are on one line and printable all through, which is seen at once.
    return text if text.isprintable() else _OTHERS.sub("", _SEPARATORS.sub(" ", text))
