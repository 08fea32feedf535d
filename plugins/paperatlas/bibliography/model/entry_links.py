"""Where an entry says that its work is to be found: the one home of the fields that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from paperatlas.bibliography.latex.decode import decode_plain
from paperatlas.bibliography.model import identifiers
from paperatlas.bibliography.model.fields import LINK_FIELDS, PAGE_FIELDS
from paperatlas.bibliography.model.registries import REGISTRY_FIELDS, registry_of, registry_page
from paperatlas.bibliography.model.verbatim import unescape

if TYPE_CHECKING:
    from paperatlas.bibliography.model.entry import Entry

_COMMAND = re.compile(r"\\(?:url|href|path|nolinkurl|burl)\s*\{(?:[^{}]|\{[^{}]*\})*\}(?:\{[^{}]*\})?")
_AVAILABLE = re.compile(
    r"(?:\[online\])?[\s.,;:()]*(?:available|accessible|url|online|web ?page|website)?"
    r"(?: online)?(?: at| from)?[\s.,;:()]*",
    re.IGNORECASE,
)
"""What stands before the address in `Available at \\url{…}`."""
_BETWEEN = re.compile(r"(?<![\s;,|])[\s;,|]++(?:and\s++|or\s++)?(?=https?://)")
"""What stands between several addresses in one field."""
_KINDS = dict.fromkeys(PAGE_FIELDS, "paper")
_REVIEWS = frozenset({"mrnumber", "zblnumber"})


class EntryLink(NamedTuple):
    """Where one field leads, and what is there: `paper`, `pdf`, `review`, or what the field is called."""

    kind: str
    url: str
    field: str


def entry_links(entry: Entry) -> list[EntryLink]:
    """Return where an entry leads, each place once, the page of the work itself first."""
    links: list[EntryLink] = []
    for link in _all_links(entry):
        if all(link.url != other.url for other in links):
            links.append(link)
    return links


def own_addresses(entry: Entry) -> list[str]:
    """Return the addresses in an entry's own `url`, which may hold several, else that in `howpublished` or `note`."""
    own = entry.own_fields
    if url := (entry.verbatim("url") or "").strip() if "url" in own else "":
        several = [part for part in _BETWEEN.split(url) if part]
        return (
            several
            if all(identifiers.url_state(part) == "good" for part in several)
            else [url] * identifiers.is_exportable(url)
        )
    fields = ((name, own[name].raw) for name in ("howpublished", "note") if name in own)
    return [found for name, raw in fields if "://" in raw and (found := address_in(name, raw))][:1]


def cited_addresses(entry: Entry) -> list[str]:
    """Return the addresses that a reference gives beside a DOI: the entry's own, else that of arXiv or a registry."""
    doi = (entry.doi or "").lower()
    own = own_addresses(entry)
    if own or doi:
        return [url for url in own if not doi or (identifiers.doi(url) or "").lower() != doi]
    return [link.url for link in entry_links(entry) if link.kind == "paper"][:1]


def address_in(name: str, written: str) -> str | None:
    """Return the address that `howpublished` or `note` gives; of a note only if it says nothing else."""
    commands = _COMMAND.findall(written)
    if len(commands) == 1 and (name == "howpublished" or _AVAILABLE.fullmatch(written.replace(commands[0], ""))):
        url = unescape(str(commands[0]))
    else:
        url = _AVAILABLE.sub("", unescape(written).strip(), count=1)
    return url if identifiers.url_state(url) == "good" else None


def words_beside_address(entry: Entry, name: str) -> str:
    """Return what `howpublished` or `note` says in words, without the address in it and what only introduces that."""
    field = entry.field(name)
    if field is None or "://" not in field.raw or address_in(name, field.raw) is None:
        return entry.plain(name)
    words = decode_plain(_COMMAND.sub("", field.raw)) if _COMMAND.search(field.raw) else ""
    return "" if _AVAILABLE.fullmatch(words) else words.strip(" ,;:()")


def _all_links(entry: Entry) -> Iterator[EntryLink]:
    if entry.doi:
        yield EntryLink("paper", identifiers.doi_page(entry.doi), "doi")
    if entry.arxiv:
        yield EntryLink("paper", identifiers.arxiv_page(entry.arxiv), "eprint")
        yield EntryLink("pdf", identifiers.arxiv_pdf(entry.arxiv), "eprint")
    yield from _of_address_fields(entry)
    if not entry.verbatim("url"):
        for name in ("howpublished", "note"):
            field = entry.field(name)
            address = address_in(name, field.raw) if field and "://" in field.raw else None
            if address and not _is_known(address, entry):
                yield EntryLink("pdf" if address.lower().endswith(".pdf") else "paper", address, name)
    archive = entry.verbatim("eprinttype") or ""
    for name in ("eprint", *REGISTRY_FIELDS):
        registry = registry_of(name, archive)
        if registry and (page := registry_page(registry, entry.verbatim(name) or "")):
            yield EntryLink("review" if name in _REVIEWS else "paper", page, name)


def _of_address_fields(entry: Entry) -> Iterator[EntryLink]:
    """Yield where the fields for addresses lead; one may hold several."""
    for name in (*PAGE_FIELDS, "pdf", *LINK_FIELDS):
        written = (entry.verbatim(name) or "").strip()
        for url in _BETWEEN.split(written) if "://" in written else ():
            if identifiers.url_state(url) == "good" and not (_KINDS.get(name) == "paper" and _is_known(url, entry)):
                pdf = name == "url" and url.lower().endswith(".pdf")
                yield EntryLink("pdf" if pdf else _KINDS.get(name, name), url, name)


def _is_known(url: str, entry: Entry) -> bool:
    """Return whether an address is the page of the entry's DOI or preprint, by another way."""
    doi = identifiers.doi(url)
    if doi is None and entry.doi and "/10." in url and not url.lower().endswith(".pdf"):
        doi = identifiers.doi_in_path(_path(url))
    if doi and entry.doi and doi.lower() == entry.doi.lower():
        return True
    return "arxiv.org/abs/" in url.lower() and entry.arxiv is not None and identifiers.arxiv(url) == entry.arxiv


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:  # an address in brackets that is none
        return ""
