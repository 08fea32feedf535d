"""Signs of control, which no text holds: readers of XML and JSON refuse most of them, terminals obey them."""

from __future__ import annotations

import re

CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
"""C0 but for tabs and the ends of lines, as members of a set in a regular expression."""
DIRECTIONS = "\u202a-\u202e\u2066-\u2069"
"""What shows all that follows it in another order than it is written in (Unicode's bidirectional algorithm, UAX 9).

The marks U+200E and U+200F, which change their neighbours alone, and joiners belong to the writing of languages.
"""
_SEPARATORS = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_OTHERS = re.compile(f"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f{DIRECTIONS}\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]")
_LINES = frozenset("\t\n\r")

LONG_TEXT = 300
"""Characters from which on a text is looked through faster as bytes."""
_NO_CONTROLS = bytes(
    number for number in range(256) if chr(number) in "\t\n" or not chr(number).isascii() or chr(number).isprintable()
)


def has_controls(text: str) -> bool:
    """Return whether a text of several lines has signs of control, or others that cannot be printed."""
    return not text.replace("\n", "").replace("\t", "").isprintable()


def has_control_bytes(data: bytes) -> bool:
    """Return whether bytes in a superset of ASCII hold one of its signs of control, but for tabs and ends of lines."""
    return bool(data.translate(None, _NO_CONTROLS))


def can_be_shown(name: str) -> bool:
    """Return whether the name of a file is one line without signs of control and without bytes in no known encoding."""
    return name.isprintable() or (without_controls(name) == name and not _LINES.intersection(name))


def without_controls(text: str) -> str:
    """Return a text without signs of control and halves of characters; those that part words as spaces."""
    # Most texts are printable all through. Of a long one bytes tell that in a third of the time, of a short one not.
    is_long = len(text) > LONG_TEXT and text.isascii()
    printable = not has_control_bytes(text.encode()) if is_long else text.isprintable()
    return text if printable else _OTHERS.sub("", _SEPARATORS.sub(" ", text))
