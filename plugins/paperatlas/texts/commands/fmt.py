"""What `paperatlas fmt` says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from paperatlas.texts.english import counted

ELSEWHERE = "name the .bib files to format"
FORMATTED = "formatted"
"""In the heading of a difference: the file as formatting makes it."""


def summary(changed: Iterable[str], refused: Mapping[str, str], others: int, *, dry: bool) -> str:
    """Return which files were formatted or have to be, which were not and why, and how many needed no change."""
    lines = [f"{file} is not formatted" if dry else f"{file} was formatted" for file in changed]
    lines += [f"{file} was not changed{f': {reason}' if reason else ''}" for file, reason in sorted(refused.items())]
    if others or not lines:
        lines.append(f"{counted(others, 'file')} already formatted")
    return "\n".join(lines)
