"""A paper as JSON-LD: schema.org's ScholarlyArticle, with its relations as CiTO's typed citations."""

from __future__ import annotations

from typing import Any

from paperatlas.atlas import Paper
from paperatlas.bibliography import Name
from paperatlas.pages.metadata.record import PaperFacts
from paperatlas.pages.render import Site, absolute
from paperatlas.text.compact_json import compact_json

CONTEXT = ["https://schema.org", {"cito": "http://purl.org/spar/cito/"}]

_TYPES = {
    **dict.fromkeys(
        (
            "book",
            "collection",
            "manual",
            "mvbook",
            "mvcollection",
            "mvproceedings",
            "mvreference",
            "proceedings",
            "reference",
        ),
        "Book",
    ),
    **dict.fromkeys(("bookinbook", "inbook", "incollection", "inreference", "suppbook", "suppcollection"), "Chapter"),
    "thesis": "Thesis",
    "report": "Report",
    "dataset": "Dataset",
    "software": "SoftwareSourceCode",
    "patent": "CreativeWork",
}
"""By BibLaTeX's type of the entry; everything else is a ScholarlyArticle."""

_WITH_PAGES = frozenset({"Chapter", "Report", "ScholarlyArticle"})
"""The types that schema.org has page numbers for."""

_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


_PEOPLE = frozenset({"author", "director", "editor", "translator"})
"""The roles that schema.org has a property for; `contributor` is for others."""


def json_ld(site: Site, paper: Paper, record: PaperFacts, site_url: str) -> str:
    """Return the paper as JSON text that can stand inside a `<script>`.

    Without a `site_url` other papers are named by relative addresses, which resolve against the page's own.
    """
    return compact_json(_article(site, paper, record, site_url)).translate(_ESCAPES)


def _article(site: Site, paper: Paper, record: PaperFacts, site_url: str) -> dict[str, Any]:
    abstract = paper.localised("abstract", site.content_language)
    code = paper.link("code")
    kind = _TYPES.get(paper.entry.kind, "ScholarlyArticle")
    data = {
        "@context": CONTEXT,
        "@type": kind,
        "@id": _page(site, paper, paper, site_url),
        "url": _page(site, paper, paper, site_url) if site_url else "",
        "name": record.title,
        "headline": record.title,
        "alternateName": paper.method if paper.method != record.title else "",
        **_people(paper, record),
        "datePublished": record.date,
        "isPartOf": _container(record),
        **({"pageStart": record.first_page, "pageEnd": record.last_page} if kind in _WITH_PAGES else {}),
        "publisher": {"@type": "Organization", "name": record.publisher} if record.publisher else "",
        "abstract": abstract[0].readable if abstract else "",
        "inLanguage": record.language,
        "identifier": _identifiers(paper),
        "sameAs": list(dict.fromkeys(link.url for link in paper.links if link.kind == "paper")),
        "encoding": [
            {"@type": "MediaObject", "encodingFormat": "application/pdf", "contentUrl": link.url}
            for link in paper.links
            if link.kind == "pdf"
        ],
        **_code(kind, code.url if code else ""),
        "keywords": ", ".join(paper.keywords),
        "about": [{"@type": "Thing", "name": site.atlas.directions[slug].title} for slug in paper.directions],
        **_citations(site, paper, site_url),
    }
    return {name: value for name, value in data.items() if value}


def _code(kind: str, url: str) -> dict[str, Any]:
    """Return where the code of a work is; schema.org has `codeRepository` for code alone."""
    if not url:
        return {}
    if kind == "SoftwareSourceCode":
        return {"codeRepository": url}
    return {"workExample": {"@type": "SoftwareSourceCode", "codeRepository": url}}


def _people(paper: Paper, record: PaperFacts) -> dict[str, list[dict[str, str]]]:
    """Return who made a work, by schema.org's properties."""
    found: dict[str, list[dict[str, str]]] = {}
    others = ((role, names.names) for role, names in paper.contributors.items())
    for role, names in ((paper.role, record.authors), *others):
        found.setdefault(role if role in _PEOPLE else "contributor", []).extend(map(_author, names))
    return found


def _author(name: Name) -> dict[str, str]:
    if name.literal and not name.family:
        return {"@type": "Organization", "name": name.literal}
    family = name.full_family
    parts = {
        "@type": "Person",
        "name": name.display,
        "givenName": name.given,
        "familyName": family,
        "honorificSuffix": name.suffix,
    }
    return {key: value for key, value in parts.items() if value}


def _container(record: PaperFacts) -> dict[str, Any]:
    if not record.container:
        return {}
    if record.kind != "journal":
        return {"@type": "Book", "name": record.container} | ({"isbn": record.isbn} if record.isbn else {})
    whole: dict[str, Any] = {"@type": "Periodical", "name": record.container}
    if record.issn:
        whole["issn"] = record.issn
    if record.volume:
        whole = {"@type": "PublicationVolume", "volumeNumber": record.volume, "isPartOf": whole}
    if record.issue:
        whole = {"@type": "PublicationIssue", "issueNumber": record.issue, "isPartOf": whole}
    return whole


def _identifiers(paper: Paper) -> list[dict[str, str]]:
    known = (("DOI", paper.entry.doi), ("arXiv", paper.entry.arxiv), ("citation key", paper.key))
    return [{"@type": "PropertyValue", "propertyID": name, "value": value} for name, value in known if value]


def _citations(site: Site, paper: Paper, site_url: str) -> dict[str, list[dict[str, str]]]:
    """Return the relations the paper states, by CiTO's property."""
    found: dict[str, list[dict[str, str]]] = {}
    for relation in site.atlas.relations_from.get(paper.key, ()):
        target = site.atlas.papers[relation.target]
        work = {
            "@type": _TYPES.get(target.entry.kind, "ScholarlyArticle"),
            "@id": _page(site, paper, target, site_url),
            "name": target.title.readable,
        }
        works = found.setdefault(f"cito:{relation.type.cito}", [])
        if work not in works:
            works.append(work)
    return found


def _page(site: Site, paper: Paper, target: Paper, site_url: str) -> str:
    """Return the page of `target`, as the page of `paper` names it."""
    return absolute(site, target.address, site_url) or site.link_from(paper.address)(target.address)
