"""Preprints from arXiv's API, an Atom feed (arXiv API User's Manual, 3.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode
from xml.etree import ElementTree as ET

from paperatlas.bibliography.model import identifiers
from paperatlas.formats import person, plain_text
from paperatlas.formats.records.record import Record, SourceError
from paperatlas.services.fetched import Fetched, UnknownWorkError, good, xml_tree
from paperatlas.services.web import Reply, Web

ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_VERSION = re.compile(r"v(\d{1,4})\Z", re.ASCII)
_WITHDRAWN = re.compile(r"\b(?:has been|is|was|been) withdrawn\b|^\W*withdrawn\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Preprint:
    """What arXiv says of a preprint. `doi` and `journal` are those of its publication, as its authors gave them.

    `version` is the latest one, 0 if arXiv names none; that was perhaps `withdrawn`.
    """

    fetched: Fetched
    doi: str
    journal: str
    version: int
    withdrawn: bool


def query(web: Web, wanted: Sequence[str], **limits: int) -> Reply:
    """Ask for preprints by their identifiers (arXiv API User's Manual, 3.1). Raises `SourceError`."""
    asked = urlencode({"id_list": ",".join(wanted), "max_results": len(wanted)}, quote_via=quote, safe=",")
    return web.get(f"{web.services.arxiv}/api/query?{asked}", accept="application/atom+xml", **limits)


def preprint(web: Web, identifier: str) -> Preprint:
    """Return the preprint of an arXiv identifier without version, in its latest version. Raises `SourceError`."""
    return _preprint(_entry(query(web, [identifier]), identifier), identifier)


def preprints(web: Web, wanted: Sequence[str], limit: int) -> dict[str, Preprint]:
    """Return what arXiv says of preprints, by their identifiers without version. Raises `SourceError`.

    `limit` is how many bytes the answer may have.
    """
    found = {}
    for entry in _feed(query(web, wanted, limit=limit), "arXiv's interface has moved").iterfind(f"{ATOM}entry"):
        identifier = identifiers.arxiv(_text(entry, f"{ATOM}id").replace("http://", "https://"))
        if identifier and identifier in wanted and _text(entry, f"{ATOM}title"):
            found[identifier] = _preprint(entry, identifier)
    return found


def _preprint(entry: ET.Element, identifier: str) -> Preprint:
    summary, comment = (_text(entry, name) for name in (f"{ATOM}summary", f"{_ARXIV}comment"))
    journal = plain_text.from_latex(_text(entry, f"{_ARXIV}journal_ref"))
    remarks = []
    # A withdrawn version keeps title and authors; its abstract or comment is replaced by the reason.
    withdrawn = any(_WITHDRAWN.search(text[:300]) for text in (comment, summary))
    if withdrawn:
        reason = f": “{plain_text.from_latex(comment)[:200]}”" if comment else ""
        remarks.append(f"arXiv:{identifier} was withdrawn{reason}.")
    elif comment:
        remarks.append(f"Its authors say on arXiv: “{plain_text.from_latex(comment)[:200]}”.")
    doi = identifiers.doi(_text(entry, f"{_ARXIV}doi").split(" ")[0]) or ""
    version = _VERSION.search(_text(entry, f"{ATOM}id"))
    fetched = Fetched(_record(entry, identifier), tuple(remarks))
    return Preprint(fetched, doi, journal, int(version[1]) if version else 0, withdrawn)


def _feed(reply: Reply, unknown: str) -> ET.Element:
    """Return the feed that arXiv answered with. Raises `SourceError` if it is none."""
    if reply.body[:40].lstrip().startswith(b"Rate exceeded"):
        raise SourceError("arXiv asks for fewer requests; try again in a few minutes")
    # arXiv answers a malformed identifier with HTTP 400 and a feed that says so.
    return xml_tree(good(reply, unknown) if reply.status != 400 else reply)


def _entry(reply: Reply, identifier: str) -> ET.Element:
    """Return the entry of the preprint that was asked for."""
    unknown = f"arXiv does not know '{identifier}'; check the number"
    entry = _feed(reply, unknown).find(f"{ATOM}entry")
    if entry is None:
        raise UnknownWorkError(unknown)
    if "/api/errors" in _text(entry, f"{ATOM}id"):
        reason_given = plain_text.tidy(_text(entry, f"{ATOM}summary"))[:200]
        raise UnknownWorkError(f"{unknown}: arXiv says “{reason_given}”" if reason_given else unknown)
    found = identifiers.arxiv(_text(entry, f"{ATOM}id").replace("http://", "https://"))
    if found is None or found != identifiers.arxiv(identifier) or not _text(entry, f"{ATOM}title"):
        raise UnknownWorkError(unknown)
    return entry


def _record(entry: ET.Element, identifier: str) -> Record:
    names = (plain_text.from_latex(name.text or "") for name in entry.iterfind(f"{ATOM}author/{ATOM}name"))
    category = entry.find(f"{_ARXIV}primary_category")
    fields = {
        "title": plain_text.title(plain_text.from_latex(_text(entry, f"{ATOM}title"))),
        "date": _text(entry, f"{ATOM}published")[:10],
        "eprint": identifier,
        "eprinttype": "arxiv",
        "eprintclass": category.get("term", "") if category is not None else "",
    }
    return Record(
        type="online",
        fields=fields,
        authors=person.displayed_names(names),
        origin=identifiers.arxiv_page(identifier),
    )


def _text(entry: ET.Element, name: str) -> str:
    return " ".join("".join(found.itertext()).split()) if (found := entry.find(name)) is not None else ""
