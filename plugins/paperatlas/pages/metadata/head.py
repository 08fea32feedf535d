"""The metadata of a page, for its head."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from paperatlas.atlas import Direction, Paper
from paperatlas.atlas.addresses import paper_file
from paperatlas.exports.formats import EXPORT_FORMATS
from paperatlas.pages.direction import direction_of
from paperatlas.pages.metadata.description import description_of
from paperatlas.pages.metadata.json_ld import json_ld
from paperatlas.pages.metadata.record import facts_of
from paperatlas.pages.metadata.tags import dublin_core, highwire, open_graph, preview, preview_picture
from paperatlas.pages.paper import paper_description, paper_title
from paperatlas.pages.pictures.picture import picture_of
from paperatlas.pages.render import Site, absolute

_BLANKS = re.compile(r"[^\S\u00a0]+")
"""All but the no-break space, which keeps together."""


def head_html(site: Site, paper: Paper, site_url: str, present: str = "") -> str:
    """Return what belongs into the head of the page of `paper`: who wrote it, where it appeared, what it relates to.

    `site_url` is where the site of this language is; if it is empty there is no canonical address and nothing that
    needs one. `present` is the head as the theme made it: what it has already is left out.
    """
    url = absolute(site, paper.address, site_url)
    description = paper_description(site, paper)
    link = site.file_link_from(paper.address)
    record = facts_of(paper)
    parts = []
    if url and 'rel="canonical"' not in present:
        parts.append(f'<link rel="canonical" href="{escape(url)}">')
    if 'name="description"' not in present:
        parts += _meta("name", [("description", description)])
    parts += _meta("name", highwire(paper, record, url))
    parts.append('<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">')
    parts += _meta("name", dublin_core(paper, record))
    if 'property="og:' not in present:
        tags = open_graph(paper, record, paper_title(paper), description, site.messages.language, url)
        parts += _meta("property", tags)
        parts += _picture(site, paper, site_url)
    # Typed links as FAIR Signposting has them (https://signposting.org/FAIR/).
    if work := paper.link("paper"):
        parts.append(f'<link rel="cite-as" href="{escape(work.url)}">')
    for each in EXPORT_FORMATS if site.paper_files else ():
        file = link(paper_file(paper.slug, each.suffix))
        parts.append(f'<link rel="describedby" type="{each.media_type}" title="{each.label}" href="{file}">')
    parts.append(f'<script type="application/ld+json">{json_ld(site, paper, record, site_url)}</script>')
    return "\n".join(parts) + "\n"


def hand_written_head(site: Site, source: str, site_url: str, present: str = "") -> str:
    """Return what belongs into the head of the hand-written page at `source`: its description, and its preview.

    The latter is that of a direction with a picture.
    """
    description = description_of(site, source)
    parts = _meta("name", [("description", description)]) if 'name="description"' not in present else []
    direction = direction_of(site, source)
    picture = _picture(site, direction, site_url) if direction and 'property="og:' not in present else []
    if direction and picture:
        url = absolute(site, direction.address, site_url)
        parts += _meta("property", preview(direction.title, description, site.messages.language, url))
    return "".join(f"{line}\n" for line in (*parts, *picture))


def _picture(site: Site, page: Paper | Direction, site_url: str) -> list[str]:
    """Return the tags of the picture of a page, which is named by its whole address."""
    picture = picture_of(site, page) if site_url else None
    if picture is None:
        return []
    tags = _meta("property", preview_picture(picture, absolute(site, picture.address, site_url)))
    return [*tags, *_meta("name", [("twitter:card", "summary_large_image")])]


def with_head(html: str, head: str) -> str:
    """Return the page `html` with `head` at the end of its head; a page without one stays as it is."""
    before, tag, after = html.partition("</head>")
    return before + head + tag + after if tag else html


def _meta(attribute: str, tags: Iterable[tuple[str, str]]) -> list[str]:
    return [
        f'<meta {attribute}="{name}" content="{escape(_BLANKS.sub(" ", content).strip())}">'
        for name, content in tags
        if content
    ]
