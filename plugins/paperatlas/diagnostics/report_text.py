"""Problems for people: the place, the code, what is wrong, the line with the span marked, how to mend it.

bib/flows.bib:3:18: DUP001 warning: 'glow' has the DOI of 'realnvp' at bib/flows.bib:12:1.
  |
3 |   doi          = {10.1000/182},
  |                   ^^^^^^^^^^^
  = hint: Keep one of them; if both are meant, write `related = {realnvp}`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from paperatlas.diagnostics.excerpt import Sources, excerpt, printable
from paperatlas.diagnostics.problem import SEVERITIES, Problem, Severity

_COLOURS: dict[Severity, str] = {"error": "1;31", "warning": "1;33", "info": "1;36"}
_NAMES: dict[Severity, tuple[str, str]] = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "info": ("remark", "remarks"),
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is written: for a terminal with colours or not, and how many cells a line may have."""

    colour: bool = False
    width: int = 110

    def paint(self, text: str, code: str) -> str:
        """`text` in a colour, by its ANSI code."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text


def text_report(problems: Iterable[Problem], sources: Sources, style: Style) -> Iterator[str]:
    """A paragraph for each problem."""
    for problem in problems:
        yield _paragraph(problem, sources, style)


def summary(problems: Sequence[Problem], what: str, style: Style) -> str:
    """The last line: how many problems of each severity, or that `what` has none."""
    counts = Counter(problem.severity for problem in problems)
    if not counts:
        return style.paint(f"No problem found in {what}.", "32") + "\n"
    parts = [
        style.paint(f"{counts[severity]:,} {_NAMES[severity][counts[severity] != 1]}", _COLOURS[severity])
        for severity in SEVERITIES
        if counts[severity]
    ]
    return f"Found {', '.join(parts)} in {what}.\n"


def _paragraph(problem: Problem, sources: Sources, style: Style) -> str:
    severity = style.paint(f"{problem.code} {problem.severity}", _COLOURS[problem.severity])
    place = style.paint(printable(str(problem.span)), "1")
    lines = [f"{place}: {severity}: {printable(problem.message)}"]
    gutter = " " * len(str(problem.line)) if problem.line else ""
    line = sources.line(problem.file, problem.line) if problem.line else None
    if line is not None and line.strip():
        shown = excerpt(line, problem, style.width - len(gutter) - 3)
        carets = style.paint("^" * shown.length, _COLOURS[problem.severity])
        bar = style.paint("|", "34")
        lines += [
            f"{gutter} {bar}",
            f"{style.paint(str(problem.line), '34')} {bar} {shown.text}",
            f"{gutter} {bar} {' ' * shown.mark}{carets}",
        ]
    if problem.hint:
        lines.append(f"{gutter} {style.paint('=', '34')} {style.paint('hint', '1')}: {printable(problem.hint)}")
    return "\n".join([*lines, "", ""])
