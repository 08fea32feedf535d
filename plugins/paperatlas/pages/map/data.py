"""The map of a large atlas as data for its script: a file of its own, fetched on that page only.

It is a script that sets one variable, for a page that was opened from disk may load a script but no JSON.
Papers are numbered; their properties stand in columns, which is half as long as a record for each.
"""

from __future__ import annotations

import json

from paperatlas.atlas import Address
from paperatlas.atlas.addresses import MAP, paper_address
from paperatlas.pages.map.model import LargeMap
from paperatlas.pages.render import Site, title_languages

MAP_DATA = Address("assets/map-data.js")
"""Where the file is, in every language."""


def write_map_data(site: Site, drawn: LargeMap) -> str:
    """Return the file: `window.paperAtlasMap` with the size of the map, its regions and groups, papers and relations.

    `papers` has columns of one item for each paper: its `name`, its `title` (0 where it is the name), the `slug` to
    put into `paperHref`, its `year` (0 if unknown), the number of its `group`, and its place `x`, `y`; and the `lang`
    of its title, as a number in `languages`, if that of any title has to be named. `relations` has three numbers for
    each: those of the source, the target and the type.
    """
    number = {paper.key: index for index, paper in enumerate(drawn.papers)}
    types = list(site.atlas.relation_types)
    type_number = {kind.name: index for index, kind in enumerate(types)}
    regions = {region.slug: index for index, region in enumerate(drawn.regions)}
    groups = {group.slug: index for index, group in enumerate(drawn.layout.groups)}
    points = [drawn.layout.points[paper.key] for paper in drawn.papers]
    language = site.content_language
    title_tags = title_languages(site, drawn.papers)
    tags = list(dict.fromkeys(["", *title_tags]))
    data = {
        "size": [int(drawn.layout.width), int(drawn.layout.height)],
        "paperHref": site.link_from(MAP)(paper_address("{slug}")),
        "types": [[kind.name, kind.label(language), kind.inverse_label(language)] for kind in types],
        "regions": [[region.title, *map(int, region.disc)] for region in drawn.regions],
        "groups": [
            [drawn.group_titles[group.slug], regions[group.region], *map(int, group.disc)]
            for group in drawn.layout.groups
        ],
        **({"languages": tags} if title_tags else {}),
        "papers": {
            "name": [paper.name for paper in drawn.papers],
            "title": [paper.title.readable if paper.title.readable != paper.name else 0 for paper in drawn.papers],
            "slug": [paper.slug for paper in drawn.papers],
            "year": [paper.year or 0 for paper in drawn.papers],
            "group": [groups[drawn.group_of[paper.key]] for paper in drawn.papers],
            "x": [int(x) for x, _ in points],
            "y": [int(y) for _, y in points],
            **({"lang": [tags.index(tag) for tag in title_tags]} if title_tags else {}),
        },
        "relations": [
            item
            for relation in drawn.relations
            for item in (number[relation.source], number[relation.target], type_number[relation.type.name])
        ],
    }
    return f"window.paperAtlasMap = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"
