"""The keys with which services know who asks, from the environment: a command line would show them to others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from paperatlas.formats.records.record import SourceError
from paperatlas.services.addresses import Services

_VARIABLES = {
    "openalex": "PAPERATLAS_OPENALEX_KEY",
    "semantic_scholar": "PAPERATLAS_SEMANTIC_SCHOLAR_KEY",
    "github": "PAPERATLAS_GITHUB_TOKEN",
}


@dataclass(frozen=True, slots=True)
class ServiceKeys:
    """The keys of services, each empty where there is none. Their text shows no key."""

    openalex: str = field(default="", repr=False)
    """Without one OpenAlex answers some ten lists a day since February 2026 (Authentication & Pricing, its API's
    documentation); keys are free."""
    semantic_scholar: str = field(default="", repr=False)
    """Without one all who ask share a limit; with one a program may ask once a second."""
    github: str = field(default="", repr=False)
    """Without one GitHub answers 60 questions an hour, with one 5,000; it needs no permissions."""

    def headers(self, where: Services) -> dict[str, dict[str, str]]:
        """Return the headers that show a key, by the host and port that gets to see them.

        OpenAlex takes its key as a part of the question instead.
        """
        shown = (
            (where.semantic_scholar, "x-api-key", self.semantic_scholar),
            (where.github, "Authorization", self.github and f"Bearer {self.github}"),
        )
        found: dict[str, dict[str, str]] = {}
        for address, name, value in shown:
            if value:
                # A mirror may stand for several services.
                found.setdefault(urlsplit(address).netloc.lower(), {})[name] = value
        return found


def service_keys(environment: Mapping[str, str]) -> ServiceKeys:
    """Return the keys that the environment gives, as `PAPERATLAS_OPENALEX_KEY`.

    Raises `SourceError` for what can be no key: it would end as part of another header or address.
    """
    found = {}
    for name, variable in _VARIABLES.items():
        found[name] = environment.get(variable, "").strip()
        if not all("!" <= character <= "~" for character in found[name]):
            raise SourceError(f"{variable} is no key: a key has letters, digits and signs of ASCII, and no blanks")
    return ServiceKeys(**found)
