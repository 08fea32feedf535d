"""Citations in a page's Markdown -> links to the cited papers."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup, escape

from paperatlas.atlas import Address
from paperatlas.bibliography import Name
from paperatlas.notes.citations import Citation, CitationCluster, replace_citations
from paperatlas.pages.render import Site


def link_citations(site: Site, markdown: str, origin: Address) -> str:
    """`markdown` of the page at `origin` with each citation as author, year and a link.

    A key that no paper has stays as written; the assembly of the atlas has reported it.
    """
    return replace_citations(markdown, partial(_cluster, site, origin), tight=site.messages.tight_citations)


def _cluster(site: Site, origin: Address, cluster: CitationCluster) -> str:
    return site.messages.parenthesised([_citation(site, origin, citation) for citation in cluster.citations])


def _citation(site: Site, origin: Address, citation: Citation) -> str:
    paper = site.atlas.papers.get(citation.key)
    if paper is None:
        label = Markup('<span class="pa-unknown">@{}</span>').format(citation.key)
    else:
        names = [] if citation.suppress_author else [_family(name) for name in paper.authors.names]
        label = Markup('<a class="pa-cite" href="{}" title="{}">{}</a>').format(
            site.link_from(origin)(paper.address),
            paper.title.text,
            site.messages.author_year(names, paper.year),
        )
    parts = [escape(citation.prefix), label]
    text = " ".join(part for part in parts if part)
    return f"{text}, {escape(citation.suffix)}" if citation.suffix else text


def _family(name: Name) -> str:
    """The part of a name that stands in a citation."""
    return name.literal or " ".join(part for part in (name.prefix, name.family) if part)
