"""What is broken, as the pages of a site that is served tell it. Built pages never have it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from paperatlas.diagnostics.excerpt import printable
from paperatlas.diagnostics.problem import Problem
from paperatlas.texts.definition import Messages

_MOST = 5
"""How many lines are shown: more would hide the page, and all are in the log."""

_STYLE = (
    "position:fixed;left:0;right:0;bottom:0;z-index:1000;max-height:40vh;overflow:auto;margin:0;padding:.6em 1em;"
    "direction:ltr;background:#7f1d1d;color:#fff;font:14px/1.45 system-ui,sans-serif;overflow-wrap:anywhere"
)
"""It needs none of the theme's style sheets, which may be what is broken; white on this red has a contrast of 10."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What is told on every page: a heading, and a line for each thing that is wrong."""

    heading: str
    lines: tuple[str, ...]
    more: str = ""

    def html(self, language: str) -> str:
        """Return it as an element in a language; the sentences of problems are English in all."""
        lines = (" ".join(line.split()) for line in self.lines)
        items = "".join(f"<li>{escape(printable(line))}</li>" for line in lines)
        more = f'<p style="margin:0">{escape(self.more)}</p>' if self.more else ""
        return (
            f'<aside id="pa-served" role="status" lang="{escape(language)}" style="{_STYLE}"><details open>'
            f'<summary style="font-weight:700;cursor:pointer">{escape(self.heading)}</summary>'
            f'<ul lang="en" style="margin:.2em 0;padding-left:1.4em">{items}</ul>{more}</details></aside>'
        )


def notice_of_problems(problems: Iterable[Problem], messages: Messages) -> Notice | None:
    """Return what to tell of a site that was built: its errors. Warnings are for the log, where they were before."""
    errors = [str(problem) for problem in problems if problem.severity == "error"]
    return _shortened(messages.served.errors(len(errors)), errors, messages) if errors else None


def notice_of_failure(reasons: Sequence[str], messages: Messages) -> Notice:
    """Return what to tell when what was saved cannot be built."""
    return _shortened(messages.served.failed, reasons, messages)


def _shortened(heading: str, lines: Sequence[str], messages: Messages) -> Notice:
    left = len(lines) - _MOST
    return Notice(heading, tuple(lines[:_MOST]), messages.served.more(left) if left > 0 else "")
