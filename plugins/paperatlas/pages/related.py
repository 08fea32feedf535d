"""Related work that nobody stated, with its reasons in words: for the page of a paper, and for exports."""

from __future__ import annotations

from dataclasses import dataclass

from paperatlas.atlas import Paper, Relation
from paperatlas.atlas.relation_types import SIMILAR
from paperatlas.pages.citations.page import page_title_of
from paperatlas.pages.render import Site
from paperatlas.similarity.reasons import Reasons


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
    words = _named_and_cited(site, paper, other, reasons)
    if reasons.direction:
        words.insert(0, t.shared_place(_title(site, reasons)))
    if reasons.notes:
        titles = site.atlas.titles
        words.append(t.cited_together([page_title_of(site, titles[source]) or source for source in reasons.notes]))
    if reasons.authors:
        words.append(t.shared_authors(reasons.authors))
    if reasons.terms:
        words.append(t.shared_terms(reasons.terms))
    return t.joined(words)


def _named_and_cited(site: Site, paper: Paper, other: Paper, reasons: Reasons) -> list[str]:
    """Return which of two papers cites or names the other, and what cites or is cited by both."""
    t = site.messages.related
    told = (
        (reasons.cites, t.cites_it(paper.name, other.name)),
        (reasons.cited, t.cites_it(other.name, paper.name)),
        (reasons.names_it, t.names_it(paper.name, other.name)),
        (reasons.named_by_it, t.names_it(other.name, paper.name)),
        (reasons.both_cited, t.both_cited(reasons.both_cited)),
        (reasons.both_cite, t.both_cite(reasons.both_cite)),
    )
    return [words for true, words in told if true]


def _title(site: Site, reasons: Reasons) -> str:
    """Return the title of the group that both papers are in, else of the direction."""
    direction = site.atlas.directions[reasons.direction]
    group = next((group for group in direction.groups if reasons.group and group.slug == reasons.group), None)
    return f"{direction.title} › {group.title}" if group else direction.title
