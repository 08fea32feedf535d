"""Related work that nobody stated, with its reasons in words: for the page of a paper, and for exports."""

from __future__ import annotations

from dataclasses import dataclass

from paperatlas.atlas import Paper, Relation
from paperatlas.atlas.relation_types import SIMILAR
from paperatlas.pages.citations.page import page_title_of
from paperatlas.pages.render import Site
from paperatlas.similarity.signals import Reasons


@dataclass(frozen=True, slots=True)
class RelatedPaper:
    """A paper related to another, and why, in one line of the site's language."""

    paper: Paper
    reason: str

    @property
    def titled(self) -> bool:
        """Return whether the title begins with what the paper is called, so that it does not need both."""
        return self.paper.title.readable.startswith(self.paper.name)


def related_to(site: Site, paper: Paper) -> list[RelatedPaper]:
    """Return the papers related to `paper` besides those of its stated relations, strongest first."""
    papers = site.atlas.papers
    return [
        RelatedPaper(papers[related.target], _reason(site, paper, papers[related.target], related.reasons))
        for related in site.related.get(paper.key, ())
    ]


def derived_relations(site: Site) -> tuple[Relation, ...]:
    """Return all of them as relations of the atlas, in the library's order; two papers have one at most."""
    papers = site.atlas.papers
    relations: dict[frozenset[str], Relation] = {}
    for paper in papers.values():
        for related in site.related.get(paper.key, ()):
            pair = frozenset((paper.key, related.target))
            if pair not in relations:
                reason = _reason(site, paper, papers[related.target], related.reasons)
                relations[pair] = Relation(
                    source=paper.key,
                    target=related.target,
                    type=SIMILAR,
                    origin="derived",
                    evidence={site.messages.language: reason},
                    span=paper.entry.span,
                )
    return tuple(relations.values())


def _reason(site: Site, paper: Paper, other: Paper, reasons: Reasons) -> str:
    t = site.messages.related
    words = []
    if reasons.cites:
        words.append(t.cites_it(paper.name, other.name))
    if reasons.cited:
        words.append(t.cites_it(other.name, paper.name))
    if reasons.direction:
        words.append(t.shared_place(_title(site, reasons)))
    if reasons.names_it:
        words.append(t.names_it(paper.name, other.name))
    if reasons.notes:
        titles = site.atlas.titles
        words.append(t.cited_together([page_title_of(site, titles[source]) or source for source in reasons.notes]))
    if reasons.both_cited:
        words.append(t.both_cited(reasons.both_cited))
    if reasons.both_cite:
        words.append(t.both_cite(reasons.both_cite))
    if reasons.authors:
        words.append(t.shared_authors(reasons.authors))
    if reasons.terms:
        words.append(t.shared_terms(reasons.terms))
    return t.joined(words)


def _title(site: Site, reasons: Reasons) -> str:
    """Return the title of the group that both papers are in, else of the direction."""
    direction = site.atlas.directions[reasons.direction]
    group = next((group for group in direction.groups if reasons.group and group.slug == reasons.group), None)
    return f"{direction.title} › {group.title}" if group else direction.title
