"""Citations -> the text of their file: sorted, so that git merges it line by line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from paperatlas.citations.model import CITATION_COLUMNS, NO_CITATION, SOURCE_SEPARATOR, PaperCitation

CitationSources = Mapping[tuple[str, str], tuple[str, ...]]
"""By the keys of the citing and the cited paper: where that is seen."""


def citation_sources(citations: Iterable[PaperCitation]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the sources of citations by their pairs."""
    return {citation.pair: citation.sources for citation in citations}


def merged_sources(there: CitationSources, found: CitationSources) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return all citations of both, each with the sources that were there before those that were found.

    What a reviewer has denied stays so, whatever was found.
    """
    denied = {pair for pair, sources in there.items() if sources == (NO_CITATION,)}
    return {
        pair: tuple(dict.fromkeys((*there.get(pair, ()), *(() if pair in denied else found.get(pair, ())))))
        for pair in there.keys() | found.keys()
    }


def citations_text(citations: CitationSources) -> str:
    """Return the text of a file of citations."""
    rows = [(*pair, SOURCE_SEPARATOR.join(sources)) for pair, sources in sorted(citations.items())]
    return "".join("\t".join(row) + "\n" for row in (CITATION_COLUMNS, *rows))
