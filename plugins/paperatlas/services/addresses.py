"""Where the services answer that records are fetched from; each can be overridden, for a mirror or a proxy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import urlsplit

_VARIABLE = "PAPERATLAS_{}_URL"


@dataclass(frozen=True, slots=True)
class Services:
    """The base addresses of the services, without a slash at the end."""

    arxiv: str = "https://export.arxiv.org"
    """arXiv asks programs to use this host (arXiv API User's Manual, 3.1)."""
    crossref: str = "https://api.crossref.org"
    doi: str = "https://doi.org"
    datacite: str = "https://api.datacite.org"
    openreview: str = "https://api2.openreview.net"
    """OpenReview's API v2: venues from late 2022 on."""
    openreview_v1: str = "https://api.openreview.net"
    """OpenReview's API v1: the venues before."""
    acl: str = "https://aclanthology.org"
    pmlr: str = "https://proceedings.mlr.press"
    openalex: str = "https://api.openalex.org"
    semantic_scholar: str = "https://api.semanticscholar.org"
    opencitations: str = "https://api.opencitations.net"
    github: str = "https://api.github.com"
    gitlab: str = "https://gitlab.com/api/v4"

    def pauses(self) -> dict[str, float]:
        """By host: the least seconds from one request to the next that the service asks for.

        arXiv: one request every three seconds (API User's Manual, 3.1.1.1). Crossref's limit is between 5 and 50
        requests a second, and changes (X-Rate-Limit headers). Semantic Scholar: one request a second (API tutorial).
        OpenCitations: 180 requests a minute. GitHub asks for one request after another, and answers 60 an hour, 5,000
        with a token.
        """
        asked_for = (
            (self.crossref, 0.2),
            (self.github, 0.2),
            (self.opencitations, 0.4),
            (self.semantic_scholar, 1.0),
            (self.arxiv, 3.0),
        )
        # The longest comes last: a mirror may stand for several services.
        return {_host(address): pause for address, pause in asked_for}


def services(environment: Mapping[str, str]) -> Services:
    """Return the services, with the addresses that the environment gives, as `PAPERATLAS_ARXIV_URL`."""
    given = {
        field.name: value.rstrip("/")
        for field in fields(Services)
        if (value := environment.get(_VARIABLE.format(field.name.upper()), "").strip())
    }
    return replace(Services(), **given)


def _host(address: str) -> str:
    """Host and port, in lower case; empty if the address is none, which whoever asks there is told."""
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""
