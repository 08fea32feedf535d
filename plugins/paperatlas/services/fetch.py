"""A located work -> its record, the published one where the source knows of it."""

from __future__ import annotations

from dataclasses import replace

from paperatlas.bibliography.model import identifiers
from paperatlas.formats.records.record import Record, SourceError
from paperatlas.services import arxiv
from paperatlas.services.acl import fetch_from_acl
from paperatlas.services.crossref import fetch_from_crossref
from paperatlas.services.datacite import fetch_from_datacite
from paperatlas.services.fetched import Fetched, UnknownWorkError
from paperatlas.services.locate import Located
from paperatlas.services.openreview import fetch_from_openreview
from paperatlas.services.pmlr import fetch_from_pmlr
from paperatlas.services.web import Web
from paperatlas.text.titles import shared_words

_PREPRINT = ("eprint", "eprinttype", "eprintclass")
_COMMON_WORDS = 0.5
"""The share of words that two titles of one work have in common at least, though it was renamed for publication."""

_LONGEST_TITLE = 2_000
"""In characters. Titles of some hundred are seen; one of thousands is no title, whatever a service answers."""


def fetch(web: Web, located: Located) -> Fetched:
    """Return the record of a work. Raises `SourceError` if there is none, or none that can be that of a work."""
    fetched = _fetch(web, located)
    length = len(fetched.record.fields.get("title", ""))
    if length > _LONGEST_TITLE:
        raise SourceError(f"the record of {located.identifier} has a title of {length:,} characters; add it by hand")
    return fetched


def _fetch(web: Web, located: Located) -> Fetched:
    identifier = located.identifier
    if located.source == "arxiv":
        return _arxiv(web, identifier)
    if located.source == "doi":
        return _doi(web, identifier)
    if located.source == "acl":
        return fetch_from_acl(web, identifier)
    if located.source == "pmlr":
        volume, _, name = identifier.partition("/")
        return fetch_from_pmlr(web, int(volume), name)
    return fetch_from_openreview(web, identifier)


def _arxiv(web: Web, identifier: str) -> Fetched:
    """Return the publication of a preprint, with its eprint; else the preprint."""
    found = arxiv.preprint(web, identifier)
    preprint, remarks = found.fetched.record, found.fetched.remarks
    venue = f" (“{found.journal}”)" if found.journal else ""
    if not found.doi or identifiers.arxiv(found.doi):
        if venue:
            remarks += (f"arXiv says that it was published{venue}: look for its DOI, or add the venue by hand.",)
        return Fetched(preprint, remarks)
    try:
        published = _registered(web, found.doi)
    except SourceError as error:
        note = f"arXiv says that it was published{venue} under the DOI {found.doi}, but {error}: this is the preprint."
        return Fetched(preprint, (*remarks, note))
    title = published.record.fields.get("title", "")
    if published.record.type == "online" or shared_words(preprint.fields.get("title", ""), title) < _COMMON_WORDS:
        note = f"arXiv gives the DOI {found.doi}, but that is “{title}”: this is the preprint."
        return Fetched(preprint, (*remarks, note))
    note = f"This is the published version, https://doi.org/{found.doi}."
    return Fetched(_with_preprint(published.record, preprint), (*remarks, *published.remarks, note))


def _doi(web: Web, doi: str) -> Fetched:
    """Return the work of a DOI; of a preprint that was published, the publication."""
    if found := identifiers.arxiv(doi):
        return _arxiv(web, found)
    fetched = _registered(web, doi)
    later = fetched.published
    if not later or later.lower() == doi.lower():
        return fetched
    try:
        published = _registered(web, later)
    except SourceError as error:
        return replace(fetched, remarks=(*fetched.remarks, f"It was published as {later}, but {error}."))
    note = f"This is the published version of {doi}."
    return replace(published, remarks=(*published.remarks, note))


def _registered(web: Web, doi: str) -> Fetched:
    """Return the work of a DOI: from Crossref, or from the agency where it is registered."""
    try:
        return fetch_from_crossref(web, doi)
    except UnknownWorkError:
        return fetch_from_datacite(web, doi)


def _with_preprint(published: Record, preprint: Record) -> Record:
    """Return the publication with the identifier of its preprint.

    arXiv has the names in full and the title in its authors' case; publishers shorten the one, and capitalise the
    other. They are the same names if they are as many.
    """
    fields = {**published.fields, **{name: preprint.fields[name] for name in _PREPRINT if name in preprint.fields}}
    return replace(published, fields=fields, authors=published.authors or preprint.authors)
