"""What a direction's page has besides its note: figures at its head, the graph in it, papers and neighbours below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from itertools import groupby
from operator import itemgetter
from pathlib import PurePosixPath

from paperatlas.atlas import Address, Atlas, Direction, Group, Relation
from paperatlas.atlas.trend import trend
from paperatlas.pages.comparison.table import MethodTable, comparison
from paperatlas.pages.figures import figures
from paperatlas.pages.graph import TEXT_ID, draw_direction
from paperatlas.pages.mentions import mentions_of
from paperatlas.pages.page import Fragment, Heading, Page, PlannedPage, made_from
from paperatlas.pages.paper_citations import most_cited
from paperatlas.pages.parts import ListPart, parts_of
from paperatlas.pages.reading.marks import former_slugs
from paperatlas.pages.render import Site
from paperatlas.pages.results.page import results_summary
from paperatlas.text.language_tags import covers, primary_language

_MOST_ON_ONE_PAGE, _PART = 200, 100
"""How many papers a direction's page holds, and how many each if it holds not all: with their abstracts, 200 are 300 kB
of HTML, as the 500 rows are that another list has at most."""
_UNFOLDED = 12
"""How many papers of a group are open to be read: they are a screen or two."""
DRAWING = "<!-- paperatlas: drawing -->"
"""What stands for the drawing in the frame of a graph."""


def direction_head(site: Site, direction: Direction) -> Fragment:
    """Return the line beneath the title: status, number of papers, share with code, years."""
    papers = [site.atlas.papers[key] for key in direction.papers]
    return Fragment(
        site.render(
            "direction_head.html.jinja",
            direction.address,
            direction=direction,
            figures=figures(papers),
            bars=trend(papers, code=site.has_code),
        )
    )


def untranslated_notice(site: Site, language: str) -> Fragment:
    """Return a line which says that a page's own text is in another language than the site."""
    t = site.messages
    name = t.language_names.get(primary_language(language), "")
    # Where the site speaks no word of its language, the tag says the language to those who cannot read its name.
    if not name or not covers(t.language, site.language):
        name = f"{name} ({language})" if name else language
    return Fragment(f'<p class="pa-hint pa-untranslated">{t.shown_in(escape(name))}</p>')


@dataclass(frozen=True, slots=True)
class DirectionGraph:
    """The graph of related methods: a heading and a `frame`, in which a marker stands for the `drawing`.

    Search finds the heading alone, and need not read the drawing.
    """

    frame: str = ""
    drawing: str = ""
    headings: tuple[Heading, ...] = ()

    @property
    def html(self) -> str:
        """Return the whole of it."""
        return self.frame.replace(DRAWING, self.drawing, 1)


NO_GRAPH = DirectionGraph()


def direction_graph(site: Site, direction: Direction) -> DirectionGraph:
    """Return the graph of related methods with its text.

    The relations are those that the direction's own papers state, wherever they lead. Of many there are the first;
    `direction_pages` has the others.
    """
    relations = _relations(site, direction)
    drawing = site.render(
        "direction_drawing.html.jinja",
        direction.address,
        relations=relations,
        relation_part=_relation_parts(direction, relations)[0],
        graph=draw_direction(site, direction, relations),
    )
    frame = site.render("direction_graph.html.jinja", direction.address, marker=DRAWING)
    return DirectionGraph(frame, drawing, (Heading("related-methods", site.messages.related_methods, 2),))


@dataclass(frozen=True, slots=True)
class GroupPapers:
    """The papers of a group that stand on one page; `begins` is false where others stand on the page before."""

    group: Group
    papers: tuple[str, ...]
    begins: bool
    comparison: MethodTable | None = None


def direction_sections(site: Site, direction: Direction) -> Fragment:
    """Return papers by group and related directions.

    Of many papers there are the first; `direction_pages` has the others.
    """
    t = site.messages
    neighbours = related_directions(site.atlas, direction)
    parts = _paper_parts(direction)
    groups = _compared(site, _by_group(direction, parts[0]))
    mentions = mentions_of(site, direction.address)
    results = results_summary(site, direction)
    cited = most_cited(site, direction)
    html = site.render(
        "direction.html.jinja",
        direction.address,
        direction=direction,
        part=parts[0],
        abstracts_note=_abstracts_note(site, direction),
        groups=groups,
        former=_former(site, parts[0]),
        contents=_contents(direction, parts) if len(parts) > 1 else [],
        unfolded=_UNFOLDED,
        neighbours=[(site.atlas.directions[slug], count) for slug, count in neighbours.items()],
        mentions=mentions,
        results=results,
        most_cited=cited,
    )
    headings = [Heading("results", t.results.title, 2)] if results else []
    if cited:
        headings.append(Heading("most-cited", t.paper_citations.most_cited, 2))
    headings += [Heading("papers", t.papers, 2), *_group_headings(site, groups)]
    if neighbours:
        headings.append(Heading("related-directions", t.related_directions, 2))
    if mentions:
        headings.append(Heading("mentions", t.mentioned_in, 2))
    return Fragment(html, tuple(headings))


def direction_of(site: Site, source: str) -> Direction | None:
    """Return the direction whose note is at `source` below the docs folder; of a note it has the name as its slug."""
    direction = site.atlas.directions.get(PurePosixPath(source).stem)
    return direction if direction is not None and direction.source == source else None


def direction_pages(site: Site, direction: Direction) -> Iterator[PlannedPage]:
    """Yield the further pages of a direction's papers and of its relations, where they are many."""
    for papers in _paper_parts(direction)[1:]:
        yield PlannedPage(papers.address, partial(_papers_page, site, direction, papers), made_from(direction, papers))
    for relations in _relation_parts(direction, _relations(site, direction))[1:]:
        yield PlannedPage(
            relations.address,
            partial(_relations_page, site, direction, relations),
            made_from(direction, relations),
        )


def _papers_page(site: Site, direction: Direction, part: ListPart[tuple[int, str]]) -> Page:
    groups = _compared(site, _by_group(direction, part))
    title = site.messages.parts.title(direction.title, part.number)
    html = site.render(
        "direction_papers.html.jinja",
        part.address,
        direction=direction,
        part=part,
        groups=groups,
        former=_former(site, part),
        unfolded=_UNFOLDED,
        title=title,
    )
    headings = tuple(_group_headings(site, groups))
    return Page(part.address, title, direction.summary or title, Fragment(html, headings), searched=False)


def _former(site: Site, part: ListPart[tuple[int, str]]) -> dict[str, str]:
    """Return the former slugs of the papers on a page, as marks follow them."""
    return former_slugs(site, (site.atlas.papers[key] for _, key in part.items))


def _relations_page(site: Site, direction: Direction, part: ListPart[Relation]) -> Page:
    t = site.messages
    title = t.parts.title(f"{direction.title} · {t.relations}", part.number)
    html = site.render("direction_relations.html.jinja", part.address, direction=direction, part=part, title=title)
    return Page(part.address, title, direction.summary or title, Fragment(html), wide=True, searched=False)


def _abstracts_note(site: Site, direction: Direction) -> str:
    """Return whose words the abstracts of a direction's papers are; empty if there is none."""
    t = site.messages
    papers = [site.atlas.papers[key] for key in direction.papers]
    origins = {site.abstract_origin(paper) for paper in papers if paper.localised("abstract", site.content_language)}
    if len(origins) > 1:
        return t.abstracts_differ
    return t.abstract_is_ours if "own" in origins else t.abstract_is_authors if origins else ""


def _relations(site: Site, direction: Direction) -> list[Relation]:
    """Return the relations that a direction's papers state."""
    members = set(direction.papers)
    return [relation for relation in site.atlas.relations if relation.source in members]


def _paper_parts(direction: Direction) -> tuple[ListPart[tuple[int, str]], ...]:
    """Return the pages of a direction's papers, each paper with the number of its group."""
    papers = [(number, key) for number, group in enumerate(direction.groups) for key in group.papers]
    return parts_of(direction.address, papers, most=_MOST_ON_ONE_PAGE, size=_PART)


def _relation_parts(direction: Direction, relations: Sequence[Relation]) -> tuple[ListPart[Relation], ...]:
    """Return the pages of a direction's relations as text."""
    base = Address(f"{direction.address}relations/")
    return parts_of(base, relations, Address(f"{direction.address}#{TEXT_ID}"))


def _by_group(direction: Direction, part: ListPart[tuple[int, str]]) -> list[GroupPapers]:
    """Return the papers of one page, under their groups."""
    found = []
    for number, items in groupby(part.items, key=itemgetter(0)):
        group = direction.groups[number]
        papers = tuple(key for _, key in items)
        found.append(GroupPapers(group, papers, papers[0] == group.papers[0]))
    return found


def _compared(site: Site, groups: Sequence[GroupPapers]) -> list[GroupPapers]:
    """Return the groups of one page, each with the table of its papers there."""
    return [replace(here, comparison=comparison(site, here.group, here.papers)) for here in groups]


def _contents(direction: Direction, parts: Sequence[ListPart[tuple[int, str]]]) -> list[tuple[Group, Address]]:
    """Return the groups that begin on a further page, each with the place where it does."""
    return [
        (here.group, Address(f"{part.address}#group-{here.group.slug or 'other'}"))
        for part in parts[1:]
        for here in _by_group(direction, part)
        if here.begins
    ]


def _group_headings(site: Site, groups: Sequence[GroupPapers]) -> list[Heading]:
    return [
        Heading(f"group-{here.group.slug or 'other'}", here.group.title or site.messages.other_papers, 3)
        for here in groups
    ]


def related_directions(atlas: Atlas, direction: Direction) -> dict[str, int]:
    """Return the directions near one, by slug, nearest first, with what they have in common.

    The count is that of shared papers and of relations between the two's papers. Those named in the note
    come first, whatever the count.
    """
    common: Counter[str] = Counter()
    for key in direction.papers:
        others = [key]
        others += [relation.target for relation in atlas.relations_from.get(key, ())]
        others += [relation.source for relation in atlas.relations_to.get(key, ())]
        for other in others:
            common.update({place.direction for place in atlas.papers[other].placements} - {direction.slug})
    ranked = sorted(common, key=lambda slug: (-common[slug], slug))
    return {slug: common[slug] for slug in dict.fromkeys((*direction.related, *ranked))}
