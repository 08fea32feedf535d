"""The metadata of a paper's page, for its head."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from paperatlas.atlas import Paper
from paperatlas.atlas.addresses import paper_file
from paperatlas.pages.cite_as import EXPORTS
from paperatlas.pages.metadata_json_ld import json_ld
from paperatlas.pages.metadata_tags import dublin_core, highwire, open_graph
from paperatlas.pages.paper import paper_description, paper_title
from paperatlas.pages.render import Site, absolute

_TYPES = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl.json": "application/vnd.citationstyles.csl+json",
}


def head_html(site: Site, paper: Paper, site_url: str, present: str = "") -> str:
    """What belongs into the head of the page of `paper`: who wrote it, where it appeared, what it relates to.

    `site_url` is where the site of this language is; if it is empty there is no canonical address and nothing that
    needs one. `present` is the head as the theme made it: what it has already is left out.
    """
    url = absolute(site, paper.address, site_url)
    description = paper_description(site, paper)
    link = site.file_link_from(paper.address)
    parts = []
    if url and 'rel="canonical"' not in present:
        parts.append(Markup('<link rel="canonical" href="{}">').format(url))
    if 'name="description"' not in present:
        parts.append(Markup('<meta name="description" content="{}">').format(description))
    parts += _meta("name", highwire(paper, url))
    parts.append(Markup('<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">'))
    parts += _meta("name", dublin_core(paper))
    if 'property="og:' not in present:
        parts += _meta("property", open_graph(paper, paper_title(paper), description, site.messages.language, url))
    # Typed links as FAIR Signposting has them (https://signposting.org/FAIR/).
    if work := paper.link("paper"):
        parts.append(Markup('<link rel="cite-as" href="{}">').format(work.url))
    parts += [
        Markup('<link rel="describedby" type="{}" title="{}" href="{}">').format(
            _TYPES[suffix], label, link(paper_file(paper.slug, suffix))
        )
        for label, suffix in EXPORTS
    ]
    # The JSON text has escaped what could end the element.
    parts.append(Markup(f'<script type="application/ld+json">{json_ld(site, paper, site_url)}</script>'))  # noqa: S704
    return "\n".join(parts) + "\n"


def with_head(html: str, head: str) -> str:
    """The page `html` with `head` at the end of its head; a page without one stays as it is."""
    before, tag, after = html.partition("</head>")
    return before + head + tag + after if tag else html


def _meta(attribute: str, tags: Iterable[tuple[str, str]]) -> list[Markup]:
    return [
        Markup('<meta {}="{}" content="{}">').format(attribute, name, " ".join(content.split()))
        for name, content in tags
        if content
    ]
