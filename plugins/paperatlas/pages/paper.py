"""The page of a paper: everything known about it."""

from __future__ import annotations

from paperatlas.atlas import Paper
from paperatlas.pages.citations.cite_as import cite_as
from paperatlas.pages.mentions import mentions_of
from paperatlas.pages.page import Fragment, Heading, Page
from paperatlas.pages.related import related_to
from paperatlas.pages.render import Site

_DESCRIPTION_LENGTH = 200


def paper_page(site: Site, paper: Paper) -> Page:
    """Abstract, links, relations both ways, related papers, the pages that mention it, and its record."""
    t = site.messages
    atlas = site.atlas
    abstract = paper.localised("abstract", t.language)
    own_abstract = bool(abstract) and site.abstract_origin(paper) == "own"
    authors_abstract = site.authors_abstracts.get(paper.key)
    outgoing = atlas.relations_from.get(paper.key, ())
    incoming = atlas.relations_to.get(paper.key, ())
    related = related_to(site, paper)
    mentions = mentions_of(site, paper.address, [paper.key])
    html = site.render(
        "paper.html.jinja",
        paper.address,
        paper=paper,
        abstract=abstract,
        own_abstract=own_abstract,
        authors_abstract=authors_abstract,
        remark=paper.localised("annotation", t.language),
        note=paper.localised("note", t.language),
        outgoing=outgoing,
        incoming=incoming,
        related=related,
        mentions=mentions,
        cite=cite_as(paper, site.paper_exports(paper.entry) if site.paper_exports else None),
    )
    sections = [
        ("abstract", t.abstract, abstract or authors_abstract),
        ("relations", t.relations, outgoing or incoming),
        ("related", t.related.title, related),
        ("mentions", t.backlinks, mentions),
        ("cite", t.citing.title, True),
        ("details", t.details, True),
    ]
    return Page(
        address=paper.address,
        title=paper_title(paper),
        description=paper_description(site, paper),
        body=Fragment(html, tuple(Heading(id_, title, 2) for id_, title, there in sections if there)),
        source=paper.entry.span,
        key=paper.key,
    )


def paper_title(paper: Paper) -> str:
    """Return the method and the title, which often begins with it."""
    title = paper.title.text
    return title if title.startswith(paper.method) else f"{paper.method}: {title}"


def paper_description(site: Site, paper: Paper) -> str:
    """Return a few lines that say what the paper is about, for search engines and previews."""
    abstract = paper.localised("abstract", site.messages.language)
    return _shortened(abstract[0].text) if abstract else paper.title.text


def _shortened(text: str) -> str:
    """Return the beginning of `text`, cut between words if it has spaces there."""
    if len(text) <= _DESCRIPTION_LENGTH:
        return text
    head = text[:_DESCRIPTION_LENGTH]
    return (head.rsplit(" ", 1)[0] if " " in head[-30:] else head).rstrip(" ,;，；、") + "…"
