"""Registries of works other than DOI and arXiv: how each writes an identifier, and the page it leads to."""

from __future__ import annotations

import re
from typing import NamedTuple

from paperatlas.bibliography.model.identifiers import in_path


class Registry(NamedTuple):
    """A registry: its name, the pattern of its identifiers, whose group 1 counts, and where the address puts it.

    `field` is the field of its own that an identifier may stand in as well as in `eprint`; `is_archive` says whether it
    keeps the works, or only leads to them.
    """

    name: str
    pattern: re.Pattern[str]
    page: str
    field: str = ""
    is_archive: bool = True


def _registry(name: str, pattern: str, page: str, field: str = "", *, is_archive: bool = True) -> Registry:
    return Registry(name, re.compile(pattern, re.IGNORECASE), page, field, is_archive)


_PUBMED = _registry(
    "PubMed",
    r"(?:https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/|pmid)?[:\s]*(\d{1,9})/?",
    "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "pmid",
)
_PMC = _registry(
    "PubMed Central",
    r"(?:https?://(?:pmc\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pmc)/articles/|pmcid)?[:\s]*(?:pmc)?(\d{1,9})"
    r"(?:\.\d{1,2})?/?",
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC{}/",
    "pmcid",
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
        is_archive=False,
    ),
    "hal": _registry("HAL", r"([a-z]+-\d+)(?:v\d+)?", "https://hal.science/{}"),
    "hdl": _registry(
        "Handle",
        r"(?:https?://hdl\.handle\.net/|hdl:)?\s*([\w.]+/\S+)",
        "https://hdl.handle.net/{}",
        is_archive=False,
    ),
    "iacr": _registry("Cryptology ePrint Archive", r"(\d{4}/\d{1,4})", "https://eprint.iacr.org/{}"),
    "jstor": _registry("JSTOR", r"(?:https?://www\.jstor\.org/stable/)?([\w./-]+)", "https://www.jstor.org/stable/{}"),
    "pmc": _PMC,
    "pmcid": _PMC,
    "pubmed": _PUBMED,
    "ssrn": _registry("SSRN", r"(?:https?://ssrn\.com/abstract=)?(\d{4,8})", "https://ssrn.com/abstract={}"),
}
"""`eprinttype` in lower case -> the registry whose identifier `eprint` holds (the BibLaTeX manual, 3.14.7)."""

_TYPES_BY_NAME = {registry.name.lower(): kind for kind, registry in reversed([*EPRINT_TYPES.items()])}


def eprint_type(archive: str) -> str:
    """Return BibLaTeX's `eprinttype` for the name of an archive; one that is not known, in lower case."""
    return _TYPES_BY_NAME.get(archive.strip().lower(), archive.strip().lower())


def registry_page(registry: Registry, written: str) -> str | None:
    """Return the page of the work that an identifier names; None if it is no identifier of the registry."""
    match = registry.pattern.fullmatch(written.strip())
    return registry.page.format(in_path(match[1])) if match else None


def registry_of(name: str, eprint_type: str) -> Registry | None:
    """Return the registry whose identifier a field holds, in an entry of this `eprinttype`."""
    return EPRINT_TYPES.get(eprint_type.strip().lower()) if name == "eprint" else REGISTRY_FIELDS.get(name)
