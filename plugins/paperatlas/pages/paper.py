"""The page of a paper: everything known about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from paperatlas.atlas import Direction, Paper, Placement, Relation
from paperatlas.pages.citations.cite_as import cite_as
from paperatlas.pages.citations.export_links import export_links
from paperatlas.pages.comparison.table import compared_paper, comparison_query
from paperatlas.pages.mentions import mentions_of
from paperatlas.pages.neighbourhood import neighbourhood
from paperatlas.pages.page import Fragment, Heading, Page
from paperatlas.pages.paper_citations import citations_of
from paperatlas.pages.paper_record import paper_record
from paperatlas.pages.reading.marks import former_slugs
from paperatlas.pages.related import related_to
from paperatlas.pages.render import Site
from paperatlas.pages.results.tables import best_first
from paperatlas.pages.verification import verification_of
from paperatlas.results import Measure, Result, better
from paperatlas.text.shortened import shortened

_DESCRIPTION_LENGTH = 200
_UNFOLDED_RESULTS = 12
"""How many results of a paper are open to be read: what it relates to stands below them."""


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """The relations of a paper that are of one type and lead one way: each other paper, and what the relation says."""

    label: str
    type: str
    inverse: bool
    rows: tuple[tuple[Paper, str, str], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paper stands in a direction: its group, if it is in one, and the papers before and after it there."""

    direction: Direction
    group: str
    title: str
    previous: Paper | None
    next: Paper | None


def paper_page(site: Site, paper: Paper) -> Page:
    """Abstract, links, relations both ways, related papers, the pages that mention it, and its record."""
    t = site.messages
    atlas = site.atlas
    abstract = site.abstract_of(paper)
    own_abstract = bool(abstract) and site.abstract_origin(paper) == "own"
    authors_abstract = site.authors_abstracts.get(paper.key)
    outgoing = atlas.relations_from.get(paper.key, ())
    incoming = atlas.relations_to.get(paper.key, ())
    related = related_to(site, paper)
    citations = citations_of(site, paper)
    results = atlas.results.get(paper.key, ())
    mentions = mentions_of(site, paper.address, [paper.key])
    places = [_place(site, paper, placement) for placement in paper.placements]
    html = site.render(
        "paper.html.jinja",
        paper.address,
        paper=paper,
        abstract=abstract,
        own_abstract=own_abstract,
        authors_abstract=authors_abstract,
        remark=paper.localised("annotation", site.content_language),
        note=paper.localised("note", site.content_language),
        places=places,
        compare=comparison_query(site, _comparable(site, paper, places)),
        relations=[*_grouped(site, outgoing, inverse=False), *_grouped(site, incoming, inverse=True)],
        near=neighbourhood(paper, outgoing, incoming, atlas.papers, site.content_language),
        citations=citations,
        related=related,
        results=_by_measure(results),
        folded_results=len(results) if len(results) > _UNFOLDED_RESULTS else 0,
        mentions=mentions,
        record=paper_record(paper, t),
        verification=verification_of(site, paper),
        former=former_slugs(site, [paper]),
        cite=cite_as(paper),
        exports=export_links(site, paper),
    )
    sections = [
        ("abstract", t.abstract, abstract or authors_abstract),
        ("results", t.results.title, results),
        ("relations", t.relations, outgoing or incoming),
        ("citations", t.paper_citations.title, citations),
        ("related", t.related.title, related),
        ("mentions", t.backlinks, mentions),
        ("details", t.details, True),
        ("cite", t.citing.title, True),
    ]
    return Page(
        address=paper.address,
        title=paper_title(paper),
        description=paper_description(site, paper),
        body=Fragment(html, tuple(Heading(id_, title, 2) for id_, title, there in sections if there)),
        source=paper.entry.span,
        key=paper.key,
        wide=True,
    )


def _place(site: Site, paper: Paper, placement: Placement) -> Place:
    direction = site.atlas.directions[placement.direction]
    group = next((group for group in direction.groups if placement.group and group.slug == placement.group), None)
    if group is None:
        return Place(direction, "", "", None, None)
    at = group.papers.index(paper.key)
    before, after = group.papers[at - 1 : at], group.papers[at + 1 : at + 2]
    papers = site.atlas.papers
    return Place(
        direction,
        group.slug,
        group.title,
        papers[before[0]] if before else None,
        papers[after[0]] if after else None,
    )


def _comparable(site: Site, paper: Paper, places: Iterable[Place]) -> list[Paper]:
    """Return a paper between those before and after it in its groups; where it is alone, with what it builds on."""
    beside = [*(place.previous for place in places), paper, *(place.next for place in places)]
    found = {each.key: each for each in beside if each is not None}
    return list(found.values()) if len(found) > 1 else [*compared_paper(site, paper).builds_on, paper]


def _grouped(site: Site, relations: Iterable[Relation], *, inverse: bool) -> list[RelationGroup]:
    """Return relations by their types, in the order of the first of each; the papers of a type oldest first."""
    language = site.content_language
    groups: dict[str, list[Relation]] = {}
    for relation in relations:
        groups.setdefault(relation.type.name, []).append(relation)
    found = []
    for name, same in groups.items():
        rows = [
            (
                site.atlas.papers[each.source if inverse else each.target],
                each.evidence_in(language),
                each.evidence_language(language),
            )
            for each in same
        ]
        rows.sort(key=lambda row: (row[0].year is None, row[0].year or 0))
        type_ = same[0].type
        label = type_.inverse_label(language) if inverse else type_.label(language)
        found.append(RelationGroup(label, name, inverse, tuple(rows)))
    return found


def _by_measure(results: Iterable[Result]) -> list[tuple[Measure, list[Result]]]:
    """Return results by what was measured, the best first."""
    found: dict[Measure, list[Result]] = {}
    for result in results:
        found.setdefault(result.measure, []).append(result)
    return [(measure, best_first(same, better(measure.metric))) for measure, same in found.items()]


def paper_title(paper: Paper) -> str:
    """Return the method and the title, which often begins with it."""
    title = paper.title.readable
    return title if title.startswith(paper.method) else f"{paper.method}: {title}"


def paper_description(site: Site, paper: Paper) -> str:
    """Return a few lines that say what the paper is about, for search engines and previews."""
    abstract = paper.localised("abstract", site.content_language)
    return shortened(abstract[0].readable, _DESCRIPTION_LENGTH) if abstract else paper.title.readable
