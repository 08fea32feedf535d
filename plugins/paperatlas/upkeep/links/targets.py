"""Which addresses a library gives, where each stands, and what is asked for to check it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from paperatlas.bibliography import Entry, Library
from paperatlas.bibliography.model import identifiers
from paperatlas.bibliography.model.fields import ADDRESS_FIELDS
from paperatlas.diagnostics.problem import Span
from paperatlas.services.addresses import Services
from paperatlas.services.web import web_host

LinkKind = Literal["page", "doi", "arxiv"]

_ARXIV_FIELDS = ("eprint", "arxiv", "arxivid")


@dataclass(frozen=True, slots=True)
class Question:
    """An address to ask for; of a DOI only whether it leads anywhere is of interest, not the publisher's page."""

    url: str
    follow: bool = True


@dataclass(frozen=True, slots=True)
class CheckedLink:
    """An address or an identifier in a field of an entry.

    `written` is the field's value as it stands between its braces, at `span`; `url` is the address it stands for.
    """

    key: str
    field: str
    written: str
    url: str
    span: Span
    kind: LinkKind
    question: Question


def checked_links_of(library: Library, services: Services) -> list[CheckedLink]:
    """Return every link of a library, in its order. What is no web address is left out: reading has reported it."""
    return [link for entry in library.entries for link in checked_links_in(entry, services)]


def checked_links_in(entry: Entry, services: Services) -> Iterator[CheckedLink]:
    """Yield the links in an entry's own fields; what it inherits is checked where it stands."""
    for name, field in entry.own_fields.items():
        value = (entry.verbatim(name) or "").strip()
        found = _read(entry, name, value, services)
        if found is not None:
            kind, url, question = found
            yield CheckedLink(entry.key, field.written_name, field.raw, url, field.value_span, kind, question)


def _read(entry: Entry, name: str, value: str, services: Services) -> tuple[LinkKind, str, Question] | None:
    """Return what kind of link a field holds, the address it stands for, and what to ask; None if it holds none."""
    if name in ADDRESS_FIELDS or name == "pdf":
        if web_host(value) is None or identifiers.url_state(value) != "good":
            return None
        arxiv = identifiers.arxiv(value) if "arxiv" in value.lower() else None
        doi = None if arxiv else identifiers.doi(value)
    else:
        doi = identifiers.doi(value) if name == "doi" else None
        of_arxiv = name in _ARXIV_FIELDS and (entry.verbatim("eprinttype") or "arxiv").strip().lower() == "arxiv"
        arxiv = identifiers.arxiv(value) if of_arxiv else None
    if arxiv:
        # At the host that arXiv wants programs to use, whatever the entry says.
        return "arxiv", f"https://arxiv.org/abs/{arxiv}", Question(f"{services.arxiv}/abs/{arxiv}")
    if doi:
        page = identifiers.doi_page(doi)
        return "doi", page, Question(page.replace("https://doi.org", services.doi, 1), follow=False)
    return ("page", value, Question(value.partition("#")[0])) if name in ADDRESS_FIELDS or name == "pdf" else None
