"""What a direction's page has besides its note: figures at its head; papers, graph and neighbours below."""

from __future__ import annotations

from collections import Counter

from paperatlas.atlas import Atlas, Direction
from paperatlas.atlas.trend import trend
from paperatlas.pages.figures import figures
from paperatlas.pages.graph import draw_direction
from paperatlas.pages.mentions import mentions_of
from paperatlas.pages.page import Fragment, Heading
from paperatlas.pages.render import Site


def direction_head(site: Site, direction: Direction) -> Fragment:
    """Return the line beneath the title: status, number of papers, share with code, years."""
    papers = [site.atlas.papers[key] for key in direction.papers]
    return Fragment(
        site.render(
            "direction_head.html.jinja",
            direction.address,
            direction=direction,
            figures=figures(papers),
            bars=trend(papers),
        )
    )


def untranslated_notice(site: Site, language: str) -> Fragment:
    """Return a line which says that a page's own text is in another language than the site."""
    t = site.messages
    return Fragment(f'<p class="pa-hint pa-untranslated">{t.shown_in(t.language_names.get(language, language))}</p>')


def direction_sections(site: Site, direction: Direction) -> Fragment:
    """Return papers by group, the graph of related methods with its text, related directions.

    The relations are those that the direction's own papers state, wherever they lead.
    """
    t = site.messages
    members = set(direction.papers)
    relations = [relation for relation in site.atlas.relations if relation.source in members]
    neighbours = related_directions(site.atlas, direction)
    groups = [group for group in direction.groups if group.papers]
    mentions = mentions_of(site, direction.address)
    html = site.render(
        "direction.html.jinja",
        direction.address,
        direction=direction,
        groups=groups,
        relations=relations,
        graph=draw_direction(site, direction, relations),
        neighbours=[(site.atlas.directions[slug], count) for slug, count in neighbours.items()],
        mentions=mentions,
    )
    headings = [Heading("papers", t.papers, 2)]
    headings += [Heading(f"group-{group.slug or 'other'}", group.title or t.other_papers, 3) for group in groups]
    headings.append(Heading("related-methods", t.related_methods, 2))
    if neighbours:
        headings.append(Heading("related-directions", t.related_directions, 2))
    if mentions:
        headings.append(Heading("mentions", t.mentioned_in, 2))
    return Fragment(html, tuple(headings))


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
