"""A file of tab-separated rows -> citations between papers, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from paperatlas.bibliography.model.identifiers import is_exportable, url_state
from paperatlas.citations.model import CITATION_COLUMNS, NO_CITATION, PaperCitation, split_sources
from paperatlas.citations.rules import (
    CITATION_CELL_COUNT,
    CITATION_CHARACTER,
    CITATION_HEAD,
    CITATION_SOURCE,
    EMPTY_CITATION_CELL,
    REPEATED_CITATION,
    SELF_CITATION,
    UNREADABLE_CITATIONS,
    UNSORTED_CITATIONS,
)
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.storage.tables import read_table_files

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]")
"""Characters that no key and no source has, and that a reviewer would not see: of control, and of direction."""


def read_citations(paths: Iterable[Path], root: Path) -> tuple[tuple[PaperCitation, ...], list[Problem]]:
    """Return the rows of some files, in order, and what is wrong with them. Places are relative to `root`."""
    citations, problems = read_table_files(paths, root, read_citation_table, UNREADABLE_CITATIONS)
    unique, repeated = _unique(citations)
    return unique, [*problems, *repeated]


def read_citation_table(text: str, file: str) -> tuple[list[PaperCitation], list[Problem]]:
    """Return the citations of one file, and what is wrong with it."""
    # Not `splitlines`: a character of control within a row would end it.
    lines = text.replace("\r\n", "\n").split("\n")
    rows = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not rows:
        return [], [CITATION_HEAD.at(Span(file), "nothing")]
    number, head = rows[0]
    if tuple(cell.strip().lower() for cell in head.split("\t")) != CITATION_COLUMNS:
        return [], [CITATION_HEAD.at(Span(file, number, 1).covering(head))]
    citations: list[PaperCitation] = []
    problems = []
    suspicious = _CONTROL.search(text.replace("\r\n", "\n")) is not None
    for number, line in rows[1:]:
        found = _citation(line, Span(file, number, 1, number, len(line) + 1), suspicious=suspicious)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            citations.append(found)
    return citations, [*problems, *_unsorted(citations)]


def _citation(line: str, row: Span, *, suspicious: bool) -> PaperCitation | Problem:
    """Return the citation that a row states, or what is wrong with it.

    Characters that cannot be seen are looked for in the rows of a file that has one: it may have a hundred thousand.
    """
    written = line.split("\t")
    if len(written) != len(CITATION_COLUMNS):
        variant = "no-tab" if len(written) == 1 else ""
        return CITATION_CELL_COUNT.at(row, variant, found=len(written))
    citing, cited, source = (cell.strip() for cell in written)
    if suspicious and _CONTROL.search(line):
        at = next(at for at, cell in enumerate(written) if _CONTROL.search(cell))
        return CITATION_CHARACTER.at(_cell(row, written, at), text=_visible(written[at].strip()))
    for at, cell in enumerate((citing, cited, source)):
        if not cell:
            return EMPTY_CITATION_CELL.at(_cell(row, written, at), column=CITATION_COLUMNS[at])
    sources = () if source == NO_CITATION else split_sources(source)
    if wrong := next((part for part in sources if not _is_source(part)), ""):
        return CITATION_SOURCE.at(_cell(row, written, 2), source=wrong)
    if citing == cited:
        return SELF_CITATION.at(_cell(row, written, 1), key=citing)
    blanks = len(written[1]) - len(written[1].lstrip())
    return PaperCitation(citing, cited, source, row, len(written[0]) + 2 + blanks)


def _is_source(part: str) -> bool:
    """Return whether a text is an address on the web, or a name that no program would run."""
    return url_state(part) == "good" if part.lower().startswith("http") else is_exportable(part)


def _cell(row: Span, written: list[str], number: int) -> Span:
    """Return where a cell is, without the blanks around it."""
    cell = written[number]
    column = 1 + sum(len(before) + 1 for before in written[:number]) + len(cell) - len(cell.lstrip())
    return Span(row.file, row.line, column).covering(cell.strip())


def _visible(text: str) -> str:
    """Return a text in which a character of control is seen as its escape."""
    return _CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def _unsorted(citations: list[PaperCitation]) -> list[Problem]:
    """Return a problem for a file whose rows are out of order, at the first that should stand before its neighbour."""
    wrong = next((second for first, second in pairwise(citations) if second.pair < first.pair), None)
    return [UNSORTED_CITATIONS.at(wrong.span)] if wrong else []


def _unique(citations: Iterable[PaperCitation]) -> tuple[tuple[PaperCitation, ...], list[Problem]]:
    """Return the first row of each pair of papers, and a problem for each further one."""
    first: dict[tuple[str, str], PaperCitation] = {}
    problems = []
    for citation in citations:
        other = first.setdefault(citation.pair, citation)
        if other is not citation:
            problem = REPEATED_CITATION.at(citation.span, citing=citation.citing, cited=citation.cited)
            problems.append(problem.beside(other.span))
    return tuple(first.values()), problems
