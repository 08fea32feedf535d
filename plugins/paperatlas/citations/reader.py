"""A file of tab-separated rows -> citations between papers, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from paperatlas.bibliography.model.identifiers import is_source
from paperatlas.citations.model import CITATION_COLUMNS, PaperCitation, split_sources
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
from paperatlas.storage.tab_rows import TabRow, TabRules
from paperatlas.storage.tab_tables import TabTable, read_tab_table, read_tab_tables


def read_citations(paths: Iterable[Path], root: Path) -> tuple[tuple[PaperCitation, ...], list[Problem]]:
    """Return the rows of some files, in order, and what is wrong with them. Places are relative to `root`."""
    return read_tab_tables(paths, root, _TABLE)


def read_citation_table(text: str, file: str) -> tuple[list[PaperCitation], list[Problem]]:
    """Return the citations of one file, and what is wrong with it."""
    return read_tab_table(text, file, _TABLE)


def _citation(row: TabRow) -> PaperCitation | Problem:
    """Return the citation that a row states, or what is wrong with it."""
    citing, cited, source = row.cells
    if wrong := next((part for part in split_sources(source) if not is_source(part)), ""):
        return CITATION_SOURCE.at(row.cell_span(2), source=wrong)
    if citing == cited:
        return SELF_CITATION.at(row.cell_span(1), key=citing)
    return PaperCitation(citing, cited, source, row.span, row.cell_span(1).column)


_TABLE = TabTable(
    columns=CITATION_COLUMNS,
    cells=TabRules(CITATION_HEAD, CITATION_CELL_COUNT, EMPTY_CITATION_CELL, CITATION_CHARACTER),
    unreadable=UNREADABLE_CITATIONS,
    unsorted=UNSORTED_CITATIONS,
    row=_citation,
    name=lambda citation: citation.pair,
    repeated=lambda citation: REPEATED_CITATION.at(citation.span, citing=citation.citing, cited=citation.cited),
)
