"""Which papers of the atlas a paper cites and is cited by, and which of a direction are cited most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from paperatlas.atlas import Direction, Paper
from paperatlas.citations import PaperCitation
from paperatlas.pages.render import Site
from paperatlas.pages.source_link import source_link

_UNFOLDED = 20
"""How many papers of a list are open to be read: more are a screen of names."""
_MOST_CITED = 5
"""How many papers of a direction are named as cited most: what it has in common, seen at a glance."""


@dataclass(frozen=True, slots=True)
class CitationList:
    """The papers that a paper cites, or is cited by, oldest first."""

    label: str
    papers: tuple[Paper, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class ShownCitations:
    """What is known of the citations of a paper within the atlas, and where that was seen."""

    lists: tuple[CitationList, ...]
    sources: Markup


def citations_of(site: Site, paper: Paper) -> ShownCitations | None:
    """Return what is known of the citations of a paper; None if nothing is."""
    texts = site.messages.paper_citations
    outgoing = site.atlas.citations_from.get(paper.key, ())
    incoming = site.atlas.citations_to.get(paper.key, ())
    if not outgoing and not incoming:
        return None
    cited = _oldest_first(site, [citation.cited for citation in outgoing])
    citing = _oldest_first(site, [citation.citing for citation in incoming])
    lists = (
        CitationList(label(len(papers)), papers, len(papers) > _UNFOLDED)
        for label, papers in ((texts.cites, cited), (texts.cited_by, citing))
        if papers
    )
    return ShownCitations(tuple(lists), Markup(texts.sources(_sources([*outgoing, *incoming]))))  # noqa: S704 - escaped


def most_cited(site: Site, direction: Direction) -> list[tuple[Paper, int]]:
    """Return the papers of a direction that papers of the atlas cite most, with by how many; none without citations."""
    counts = {key: len(site.atlas.citations_to.get(key, ())) for key in direction.papers}
    ranked = sorted((key for key, count in counts.items() if count), key=lambda key: (-counts[key], key))
    return [(site.atlas.papers[key], counts[key]) for key in ranked[:_MOST_CITED]]


def _oldest_first(site: Site, keys: Iterable[str]) -> tuple[Paper, ...]:
    papers = (site.atlas.papers[key] for key in keys)
    return tuple(sorted(papers, key=lambda paper: (paper.year is None, paper.year or 0, paper.key)))


def _sources(citations: Iterable[PaperCitation]) -> list[str]:
    """Return each source once, as HTML: a link with its host where it is an address, else its name."""
    sources = dict.fromkeys(source for citation in citations for source in citation.sources)
    return [source_link(source) for source in sources]
