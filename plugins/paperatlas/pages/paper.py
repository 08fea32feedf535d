"""The page of a paper: everything known about it."""

from __future__ import annotations

from paperatlas.atlas import Paper
from paperatlas.formats.entry_values import genre, repeats_arxiv
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
        record=_record(site, paper),
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


def _record(site: Site, paper: Paper) -> list[tuple[str, str]]:
    """Return what else an entry says of its work, each with its name; not what stands in its publication already."""
    entry = paper.entry
    shown = {paper.publication, paper.venue}
    if paper.container:
        shown |= {entry.plain(name) for name in ("series", "volume", "number")}
    if entry.arxiv and not paper.container:
        shown |= {entry.plain(name) for name in repeats_arxiv(entry)}
    t = site.messages
    kind = t.genres.get((entry.plain("type") or entry.type).lower()) or genre(entry)
    values = {name: kind if name == "type" else entry.plain(name) for name in t.record_fields}
    return [(t.record_fields[name], value) for name, value in values.items() if value and value not in shown]


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
