"""What is wrong with front matter that is no YAML, in words for people who have never heard of YAML."""

from __future__ import annotations

import re

import yaml

from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes.rules import BAD_FRONT_MATTER

_FIRST_LINE = 2
"""The line of the file that the first line of the front matter is, after `---`."""
_NAME_BEFORE = re.compile(r"[ ]+(?:-[ ]+)?[\w-]+[ ]*")
"""What stands before the colon of a line that begins farther right than it may."""
_FULL_WIDTH = re.compile(r"\s*(?:-\s+)?[\w-]+：")
_ODD_BLANK = re.compile(r"[ ]*(?:-[ ]*)?(?:[\w-]+:)?[\u00a0\u3000]")
"""A blank that does not break a line, or is as wide as a Chinese character, where YAML wants one of its own."""
_CONFLICT = re.compile(r"<{7} |>{7} ")
_STUCK_DASH = re.compile(r"\s*-[\w]")
_BLOCK_STARTS = ("<block mapping start>", "<block sequence start>")


def yaml_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """Return what is wrong at which place, for the complaint that a YAML reader has about some front matter.

    Its own words are kept only where none of the usual slips explains them.
    """
    mark, start = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    reason = getattr(error, "problem", None) or "it cannot be parsed"
    if mark is None:
        return BAD_FRONT_MATTER.at(Span(file, 1, 1), reason=reason)
    place = (mark.line, mark.column)
    variant, at = _slip(reason, getattr(error, "context", None) or "", text.splitlines(), place, start)
    line, column = at
    return BAD_FRONT_MATTER.at(Span(file, line + _FIRST_LINE, column + 1), variant, reason=reason)


def _slip(
    reason: str, context: str, lines: list[str], place: tuple[int, int], start: yaml.Mark | None
) -> tuple[str, tuple[int, int]]:
    """Return the wording of the slip that a complaint comes from, empty if none is known, and its place."""
    number, column = place
    line, before = (lines[number] if 0 <= number < len(lines) else "" for number in (number, number - 1))
    opened = (start.line, start.column) if start is not None else place
    indentation = len(line) - len(line.lstrip(" "))
    if "'\\t'" in reason:
        return "tab", place
    if foreign := _foreign_sign(lines, number):
        return foreign
    is_name = _NAME_BEFORE.fullmatch(line[:column]) and "mapping values" in reason
    if is_name or any(start in reason for start in _BLOCK_STARTS):
        return (
            ("dash", (number - 1, before.index("-")))
            if _STUCK_DASH.match(before)
            else ("indent", (number, indentation))
        )
    if "expected ':'" in reason and start is not None:
        return "name", opened
    if "quoted scalar" in context:
        return "quote", opened
    if "flow" in context:
        return "bracket", opened
    return ("behind", place) if "<scalar>" in reason else ("", place)


def _foreign_sign(lines: list[str], number: int) -> tuple[str, tuple[int, int]] | None:
    """Return what a merge or an input method has left in a line that cannot be read or the one before, and where."""
    conflict = next((at for at, line in enumerate(lines[: number + 1]) if _CONFLICT.match(line)), -1)
    if conflict >= 0:
        return "conflict", (conflict, 0)
    near = [(at, lines[at]) for at in (number, number - 1) if 0 <= at < len(lines)]
    for variant, pattern in (("colon", _FULL_WIDTH), ("blank", _ODD_BLANK)):
        for at, line in near:
            if match := pattern.match(line):
                return variant, (at, match.end() - 1)
    return None
