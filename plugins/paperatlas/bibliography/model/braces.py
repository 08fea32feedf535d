"""Texts with braces: cut where a pattern is outside of them."""

from __future__ import annotations

import re

_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)


def cut(text: str, pattern: re.Pattern[str]) -> list[str]:
    """Return the text cut wherever the pattern matches outside braces."""
    if "{" not in text:
        return pattern.split(text)
    marks = _BRACES.finditer(text)
    mark = next(marks, None)
    depth = start = 0
    parts = []
    for match in pattern.finditer(text):
        while mark is not None and mark.start() < match.start():
            depth = max(0, depth + (1 if mark[0] == "{" else -1 if mark[0] == "}" else 0))
            mark = next(marks, None)
        if depth == 0:
            parts.append(text[start : match.start()])
            start = match.end()
    parts.append(text[start:])
    return parts


def braces_hold_all(text: str) -> bool:
    """Return whether one pair of braces holds all of the text."""
    depth = 0
    for match in _BRACES.finditer(text):
        depth += 1 if match[0] == "{" else -1 if match[0] == "}" else 0
        if depth == 0:
            return match.end() == len(text) and not text.startswith("{\\")
    return False
