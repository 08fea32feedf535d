"""Problems for people: the place, the code, what is wrong, the line with the span marked, how to mend it.

bib/flows.bib:3:18: DUP001 warning: 'glow' has the DOI of 'realnvp' at bib/flows.bib:12:1.
   |
 3 |   doi          = {10.1000/182},
   |                   ^^^^^^^^^^^
  ::: bib/flows.bib:12:1
12 | @article{realnvp,
   | ---------------- 'realnvp' is here
   = hint: Keep one of them; if both are meant, write `related = {realnvp}`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from paperatlas.diagnostics.excerpt import Sources, excerpt, printable
from paperatlas.diagnostics.problem import SEVERITIES, Problem, Severity, Span

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
    """Yield a paragraph for each problem."""
    for problem in problems:
        yield _paragraph(problem, sources, style)


def summary(problems: Sequence[Problem], what: str, style: Style) -> str:
    """Return the last line: how many problems of each severity, or that `what` has none."""
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
    width = max(len(str(span.line)) if span.line else 0 for span in (problem.span, *problem.related))
    marked = _marked(problem.span, "^", _COLOURS[problem.severity], "", width, sources, style)
    gutter, bar = " " * width, style.paint("|", "34")
    lines += [f"{gutter} {bar}", *marked] if marked else []
    for span in problem.related:
        label = printable(problem.label)
        marked = _marked(span, "-", "34", label, width, sources, style)
        where = printable(str(span))
        lines.append(f"{gutter}{style.paint(':::', '34')} {where if marked else f'{where}: {label}'}")
        lines += marked
    if problem.hint:
        lines.append(f"{gutter} {style.paint('=', '34')} {style.paint('hint', '1')}: {printable(problem.hint)}")
    return "\n".join([*lines, "", ""])


def _marked(span: Span, mark: str, colour: str, label: str, width: int, sources: Sources, style: Style) -> list[str]:
    """Return the line of a span with marks and a label below it; none if there is no line to show."""
    line = sources.line(span.file, span.line) if span.line else None
    if not line or line.isspace():
        return []
    shown = excerpt(line, span, style.width - width - 3)
    bar = style.paint("|", "34")
    below = style.paint(f"{mark * shown.length} {label}".rstrip(), colour)
    number = style.paint(f"{span.line:>{width}}", "34")
    return [f"{number} {bar} {shown.text}", f"{' ' * width} {bar} {' ' * shown.mark}{below}"]
