"""What a person pastes -> the source that has the work, and the work's name there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from paperatlas.bibliography.model import identifiers

WorkSource = Literal["arxiv", "doi", "openreview", "acl", "pmlr"]

_SCHEMELESS = re.compile(
    r"(?:[\w-]+\.)*(?:arxiv\.org|doi\.org|openreview\.net|aclanthology\.org|aclweb\.org|mlr\.press)/", re.IGNORECASE
)
_HOST = re.compile(r"\Ahttps?://[^/?#]+", re.IGNORECASE)
_OPENREVIEW = re.compile(r"openreview:([\w-]+)", re.IGNORECASE)

KNOWN = (
    "an arXiv identifier or address (2103.14030, hep-th/9901001), a DOI (10.1109/…, https://doi.org/…), "
    "an address at openreview.net, aclanthology.org or proceedings.mlr.press, or an existing .bib file"
)
"""What can be understood, for people."""


@dataclass(frozen=True, slots=True)
class Located:
    """A work at a source, by its name there.

    `2103.14030` at `arxiv`, `10.1000/182` at `doi`, a forum's id at `openreview`, `P19-1001` at `acl`, `139/radford21a`
    at `pmlr`.
    """

    source: WorkSource
    identifier: str


def work_page(located: Located) -> str:
    """Return the address of the page that shows a work, for people."""
    name = located.identifier
    pages = {
        "arxiv": identifiers.arxiv_page(name),
        "doi": identifiers.doi_page(name),
        "openreview": f"https://openreview.net/forum?id={name}",
        "acl": f"https://aclanthology.org/{name}/",
        "pmlr": f"https://proceedings.mlr.press/v{name}.html",
    }
    return pages[located.source]


def locate(written: str) -> Located | None:
    """Return the work that an identifier or address names; None if it names none that is understood."""
    text = written.strip().strip("<>\"'").rstrip(",;")
    if _SCHEMELESS.match(text):
        text = f"https://{text}"
    text = _HOST.sub(lambda match: match[0].lower(), text)
    if arxiv := identifiers.arxiv(text):
        return Located("arxiv", arxiv)
    # Before its DOI: the Anthology's own record is the better one.
    if acl := identifiers.acl_anthology(text) or identifiers.acl_anthology(f"https://aclanthology.org/{text}"):
        return Located("acl", acl)
    if pmlr := identifiers.pmlr(text):
        return Located("pmlr", f"{pmlr[0]}/{pmlr[1]}")
    if openreview := identifiers.openreview(text):
        return Located("openreview", openreview)
    if match := _OPENREVIEW.fullmatch(text):
        return Located("openreview", match[1])
    if doi := identifiers.doi(text):
        return Located("doi", doi)
    return _publisher(text)


def _publisher(text: str) -> Located | None:
    """Return the work at an address of a publisher that holds its DOI: `https://dl.acm.org/doi/10.1145/…`."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https"):
        return None
    doi = identifiers.doi_in_path(parts.path)
    return Located("doi", doi) if doi else None
