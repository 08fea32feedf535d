"""Which papers of the atlas a paper cites and is cited by, and which of a direction are cited most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from paperatlas.atlas import Direction, Paper
from paperatlas.bibliography.model.identifiers import is_address
from paperatlas.citations import PaperCitation
from paperatlas.pages.render import Site
from paperatlas.texts.paper_citations.definition import PaperCitationTexts

_UNFOLDED = 20
"""How many papers of a list are open to be read: more are a screen of names."""
_MOST_CITED = 5
"""How many papers of a direction are named as cited most: what it has in common, seen at a glance."""


@dataclass(frozen=True, slots=True)
class SeenAt:
    """An address where a paper refers to another one, and what the link to it is called."""

    address: str
    label: str


@dataclass(frozen=True, slots=True)
class CitedPaper:
    """A paper at the other end of a citation, and the addresses where that citation is to be seen."""

    paper: Paper
    seen_at: tuple[SeenAt, ...]


@dataclass(frozen=True, slots=True)
class CitationList:
    """The papers that a paper cites, or is cited by, oldest first."""

    label: str
    papers: tuple[CitedPaper, ...]
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
    cited = _oldest_first(site, {citation.cited: citation for citation in outgoing})
    citing = _oldest_first(site, {citation.citing: citation for citation in incoming})
    lists = (
        CitationList(label(len(papers)), papers, len(papers) > _UNFOLDED)
        for label, papers in ((texts.cites, cited), (texts.cited_by, citing))
        if papers
    )
    return ShownCitations(tuple(lists), _sources(texts, [*outgoing, *incoming]))


def most_cited(site: Site, direction: Direction) -> list[tuple[Paper, int]]:
    """Return the papers of a direction that papers of the atlas cite most, with by how many; none without citations."""
    counts = {key: len(site.atlas.citations_to.get(key, ())) for key in direction.papers}
    ranked = sorted((key for key, count in counts.items() if count), key=lambda key: (-counts[key], key))
    return [(site.atlas.papers[key], counts[key]) for key in ranked[:_MOST_CITED]]


def _oldest_first(site: Site, citations: Mapping[str, PaperCitation]) -> tuple[CitedPaper, ...]:
    papers = sorted(
        (site.atlas.papers[key] for key in citations),
        key=lambda paper: (paper.year is None, paper.year or 0, paper.key),
    )
    return tuple(CitedPaper(paper, _seen_at(site, citations[paper.key])) for paper in papers)


def _seen_at(site: Site, citation: PaperCitation) -> tuple[SeenAt, ...]:
    citing, cited = (site.atlas.papers[key].name for key in citation.pair)
    label = site.messages.paper_citations.seen_at(citing, cited)
    return tuple(SeenAt(source, label) for source in citation.sources if is_address(source))


def _sources(texts: PaperCitationTexts, citations: Iterable[PaperCitation]) -> Markup:
    """Return what is said of the sources: the services by name, each once, and what the links beside papers mean."""
    sources = dict.fromkeys(source for citation in citations for source in citation.sources)
    services = [escape(source) for source in sources if not is_address(source)]
    words = (texts.sources(services) if services else "", texts.links if len(services) < len(sources) else "")
    return Markup(texts.join(filter(None, words)))  # noqa: S704 - escaped
