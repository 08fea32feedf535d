"""A file of tab-separated rows -> citations between papers, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from paperatlas.bibliography.model.identifiers import is_source
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
from paperatlas.diagnostics.problem import Problem
from paperatlas.storage.tab_rows import TabRow, TabRules, read_tab_rows
from paperatlas.storage.tables import read_table_files

_RULES = TabRules(CITATION_HEAD, CITATION_CELL_COUNT, EMPTY_CITATION_CELL, CITATION_CHARACTER)


def read_citations(paths: Iterable[Path], root: Path) -> tuple[tuple[PaperCitation, ...], list[Problem]]:
    """Return the rows of some files, in order, and what is wrong with them. Places are relative to `root`."""
    citations, problems = read_table_files(paths, root, read_citation_table, UNREADABLE_CITATIONS)
    unique, repeated = _unique(citations)
    return unique, [*problems, *repeated]


def read_citation_table(text: str, file: str) -> tuple[list[PaperCitation], list[Problem]]:
    """Return the citations of one file, and what is wrong with it."""
    rows, problems = read_tab_rows(text, file, CITATION_COLUMNS, _RULES)
    citations: list[PaperCitation] = []
    for row in rows:
        found = _citation(row)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            citations.append(found)
    return citations, [*problems, *_unsorted(citations)]


def _citation(row: TabRow) -> PaperCitation | Problem:
    """Return the citation that a row states, or what is wrong with it."""
    citing, cited, source = row.cells
    sources = () if source == NO_CITATION else split_sources(source)
    if wrong := next((part for part in sources if not is_source(part)), ""):
        return CITATION_SOURCE.at(row.cell_span(2), source=wrong)
    if citing == cited:
        return SELF_CITATION.at(row.cell_span(1), key=citing)
    return PaperCitation(citing, cited, source, row.span, row.cell_span(1).column)


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
