"""Metadata as `<meta>` elements: Highwire Press tags, Dublin Core, Open Graph.

Google Scholar and Zotero read the first, libraries the second, whoever previews a link the third.
"""

from __future__ import annotations

from paperatlas.atlas import Paper
from paperatlas.bibliography import Name
from paperatlas.pages.metadata.record import PaperFacts, sorted_name
from paperatlas.pages.pictures.picture import PICTURE_HEIGHT, PICTURE_WIDTH, Picture

Tags = list[tuple[str, str]]
"""Names and contents, in order; those without content are dropped when they are written."""

_LOCALES = {"en": "en_US", "zh": "zh_CN"}


def highwire(paper: Paper, record: PaperFacts, url: str) -> Tags:
    """`citation_*`, as Google Scholar's guidelines for webmasters describe them; `url` is the page's, if known."""
    pdf = paper.link("pdf")
    return [
        ("citation_title", record.title),
        *((f"citation_{_cited(paper)}", _imported_name(name)) for name in record.authors),
        ("citation_publication_date", record.date.replace("-", "/")),
        *_published(record),
        ("citation_firstpage", record.first_page),
        ("citation_lastpage", record.last_page),
        ("citation_isbn", record.isbn),
        ("citation_issn", record.issn),
        ("citation_doi", paper.entry.doi or ""),
        ("citation_arxiv_id", paper.entry.arxiv or ""),
        ("citation_language", record.language),
        *(("citation_keywords", keyword) for keyword in paper.keywords),
        ("citation_abstract_html_url", url),
        ("citation_pdf_url", pdf.url if pdf else ""),
    ]


def _imported_name(name: Name) -> str:
    """Return a name as Zotero imports one name from it.

    It takes a comma for one between family and given names, and where blanks are on both sides of it, for one between
    two people. A no-break space, which it writes as a blank, is none.
    """
    if name.literal or not name.given or not name.family:
        return name.display.replace(",", "")
    family, *others = sorted_name(name).split(", ")
    return (
        ", ".join([family.replace(" ", "\u00a0"), *others])
        if any(" " in other for other in others)
        else sorted_name(name)
    )


def _cited(paper: Paper) -> str:
    """Return the tag of those whom a paper is cited by; there is none for translators."""
    return "author" if paper.role in ("author", "translator") else "editor"


def _published(record: PaperFacts) -> Tags:
    """Return where it appeared, in the tags for that kind of work."""
    if record.kind == "thesis":
        return [("citation_dissertation_institution", record.publisher)]
    if record.kind == "report":
        return [
            ("citation_technical_report_institution", record.publisher),
            ("citation_technical_report_number", record.number),
        ]
    # Zotero takes the first for the name of the conference, the second for the title of the book or proceedings, and
    # the third for a chapter.
    titles = {
        "journal": ("citation_journal_title",),
        "conference": ("citation_conference_title", "citation_inbook_title"),
        "part": ("citation_inbook_title", "citation_book_title"),
    }
    return [
        *((name, record.container) for name in titles.get(record.kind, ("citation_inbook_title",))),
        ("citation_volume", record.volume),
        ("citation_issue", record.issue),
        ("citation_publisher", record.publisher),
    ]


def dublin_core(paper: Paper, record: PaperFacts) -> Tags:
    """Return the terms of Dublin Core that have something to say of a paper."""
    doi, arxiv, link = paper.entry.doi, paper.entry.arxiv, paper.link("paper")
    identifiers = [f"doi:{doi}" if doi else "", f"arXiv:{arxiv}" if arxiv else ""]
    return [
        ("DC.type", "Text"),
        ("DC.title", record.title),
        *(("DC.creator", sorted_name(name)) for name in record.authors),
        ("DC.date", record.date),
        *(("DC.identifier", found) for found in identifiers),
        ("DC.source", link.url if link else ""),
        ("DC.publisher", record.publisher),
        ("DC.isPartOf", record.container),
        ("DC.language", record.language),
        *(("DC.subject", keyword) for keyword in paper.keywords),
    ]


def preview(title: str, description: str, language: str, url: str) -> Tags:
    """Return what a preview of a link to a page shows."""
    return [
        ("og:type", "article"),
        ("og:title", title),
        ("og:description", description),
        ("og:url", url),
        ("og:locale", _LOCALES.get(language, "")),
    ]


def preview_picture(picture: Picture, address: str) -> Tags:
    """Return the tags of the picture in a preview, which is at a web address."""
    return [
        ("og:image", address),
        ("og:image:type", "image/png"),
        ("og:image:width", str(PICTURE_WIDTH)),
        ("og:image:height", str(PICTURE_HEIGHT)),
        ("og:image:alt", picture.description),
    ]


def open_graph(paper: Paper, record: PaperFacts, title: str, description: str, language: str, url: str) -> Tags:
    """Return what a preview of a link to the page of a paper shows."""
    return [
        *preview(title, description, language, url),
        ("article:published_time", record.date),
        *(("article:tag", keyword) for keyword in paper.keywords),
    ]
