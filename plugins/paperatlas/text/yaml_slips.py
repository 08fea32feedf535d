"""Where a YAML reader stumbles, and over which of the usual slips of people who have never heard of YAML."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

_NAME_BEFORE = re.compile(r"[ ]+(?:-[ ]+)?[\w-]+[ ]*")
"""What stands before the colon of a line that begins farther right than it may."""
_FULL_WIDTH = re.compile(r"\s*(?:-\s+)?[\w-]+：")
_ODD_BLANK = re.compile(r"[ ]*(?:-[ ]*)?(?:[\w-]+:)?[\u00a0\u3000]")
"""A blank that does not break a line, or is as wide as a Chinese character, where YAML wants one of its own."""
_CONFLICT = re.compile(r"<{7} |>{7} ")
_STUCK_DASH = re.compile(r"\s*-[\w]")
_BLOCK_STARTS = ("<block mapping start>", "<block sequence start>")


class YamlSlip(NamedTuple):
    """What is wrong in some YAML, and where."""

    variant: str
    """The usual slip that explains it; empty for none."""
    reason: str
    """The reader's own words."""
    place: tuple[int, int] | None
    """Line and column, both from 0 on."""


def yaml_slip(error: yaml.YAMLError, text: str) -> YamlSlip:
    """Return what is wrong at which place, for the complaint that a YAML reader has about a text."""
    mark, start = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    reason = getattr(error, "problem", None) or "it cannot be parsed"
    if mark is None:
        return YamlSlip("", reason, None)
    context = getattr(error, "context", None) or ""
    variant, place = _slip(reason, context, text.splitlines(), (mark.line, mark.column), start)
    return YamlSlip(variant, reason, place)


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
    usual = (("<scalar>", "behind"), ("mapping values", "inner"))
    return next((variant for words, variant in usual if words in reason), ""), place


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
