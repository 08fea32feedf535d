"""Problems on standard output, in the format that was asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from paperatlas.bibliography.reader.source import decode_bytes
from paperatlas.build.catalogue import ALL_RULES
from paperatlas.cli.usage import style_of
from paperatlas.diagnostics.excerpt import Sources
from paperatlas.diagnostics.problem import Problem, in_order
from paperatlas.diagnostics.report_github import github_report
from paperatlas.diagnostics.report_json import json_report
from paperatlas.diagnostics.report_sarif import sarif_report
from paperatlas.diagnostics.report_text import summary, text_report

REPORT_FORMATS = ("text", "json", "github", "sarif")


def tell_problems(problems: Iterable[Problem], root: Path) -> None:
    """Write problems to standard error; what the command writes to standard output comes first."""
    sys.stdout.flush()
    sys.stderr.writelines(text_report(in_order(problems), Sources(root, decode_bytes), style_of(sys.stderr)))


def report(name: str, problems: list[Problem], root: Path, what: str) -> Iterator[str]:
    """Yield the problems in one of the formats; their places are relative to `root`, `what` says what was looked at."""
    sources = Sources(root, decode_bytes)
    located = (sources.with_ends(problem) for problem in problems)
    if name == "json":
        yield from json_report(located)
    elif name == "github":
        yield from github_report(located, ALL_RULES)
    elif name == "sarif":
        yield from sarif_report(located, ALL_RULES)
    else:
        style = style_of(sys.stdout)
        yield from text_report(problems, sources, style)
        yield summary(problems, what, style)
