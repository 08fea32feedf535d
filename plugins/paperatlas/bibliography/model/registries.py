"""Registries of works other than DOI and arXiv: how each writes an identifier, and the page it leads to."""

from __future__ import annotations

import re
from typing import NamedTuple

from paperatlas.bibliography.model.identifiers import in_path


class Registry(NamedTuple):
    """A registry: its name, the pattern of its identifiers, whose group 1 counts, and where the address puts it."""

    name: str
    pattern: re.Pattern[str]
    page: str


def _registry(name: str, pattern: str, page: str) -> Registry:
    return Registry(name, re.compile(pattern, re.IGNORECASE), page)


_PUBMED = _registry(
    "PubMed",
    r"(?:https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/|pmid)?[:\s]*(\d{1,9})/?",
    "https://pubmed.ncbi.nlm.nih.gov/{}/",
)
_PMC = _registry(
    "PubMed Central",
    r"(?:https?://(?:pmc\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pmc)/articles/|pmcid)?[:\s]*(?:pmc)?(\d{1,9})"
    r"(?:\.\d{1,2})?/?",
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC{}/",
)

REGISTRY_FIELDS: dict[str, Registry] = {
    "pmid": _PUBMED,
    "pmcid": _PMC,
    "mrnumber": _registry(
        "MathSciNet", r"(?:MR)?\s*(\d{1,7})\s*(?:\(.*\)|\[.*\])?", "https://mathscinet.ams.org/mathscinet-getitem?mr={}"
    ),
    "zblnumber": _registry("zbMATH", r"(?:Zbl|JFM)?:?\s*([\d.]+)", "https://zbmath.org/?q=an:{}"),
}
"""A field of its own -> the registry whose identifier it holds (the names of PubMed's, AMS' and zbMATH's exports)."""

EPRINT_TYPES: dict[str, Registry] = {
    "googlebooks": _registry(
        "Google Books",
        r"(?:https?://books\.google\.[a-z.]+/books\?(?:.*&)?id=)?([\w-]{12})",
        "https://books.google.com/books?id={}",
    ),
    "hal": _registry("HAL", r"([a-z]+-\d+)(?:v\d+)?", "https://hal.science/{}"),
    "hdl": _registry("Handle", r"(?:https?://hdl\.handle\.net/|hdl:)?\s*([\w.]+/\S+)", "https://hdl.handle.net/{}"),
    "iacr": _registry("Cryptology ePrint Archive", r"(\d{4}/\d{1,4})", "https://eprint.iacr.org/{}"),
    "jstor": _registry("JSTOR", r"(?:https?://www\.jstor\.org/stable/)?([\w./-]+)", "https://www.jstor.org/stable/{}"),
    "pmc": _PMC,
    "pmcid": _PMC,
    "pubmed": _PUBMED,
    "ssrn": _registry("SSRN", r"(?:https?://ssrn\.com/abstract=)?(\d{4,8})", "https://ssrn.com/abstract={}"),
}
"""`eprinttype` in lower case -> the registry whose identifier `eprint` holds (the BibLaTeX manual, 3.14.7)."""


def registry_page(registry: Registry, written: str) -> str | None:
    """Return the page of the work that an identifier names; None if it is no identifier of the registry."""
    match = registry.pattern.fullmatch(written.strip())
    return registry.page.format(in_path(match[1])) if match else None


def registry_of(name: str, eprint_type: str) -> Registry | None:
    """Return the registry whose identifier a field holds, in an entry of this `eprinttype`."""
    return EPRINT_TYPES.get(eprint_type.strip().lower()) if name == "eprint" else REGISTRY_FIELDS.get(name)
