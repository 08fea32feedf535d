"""The keys with which services know who asks, from the environment: a command line would show them to others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from paperatlas.formats.records.record import SourceError

_VARIABLE = "PAPERATLAS_{}_KEY"


@dataclass(frozen=True, slots=True)
class ServiceKeys:
    """The keys of services, each empty where there is none. Their text shows no key."""

    openalex: str = field(default="", repr=False)
    """Without one OpenAlex answers some ten lists a day since February 2026 (Authentication & Pricing, its API's
    documentation); keys are free."""
    semantic_scholar: str = field(default="", repr=False)
    """Without one all who ask share a limit; with one a program may ask once a second."""


def service_keys(environment: Mapping[str, str]) -> ServiceKeys:
    """Return the keys that the environment gives, as `PAPERATLAS_OPENALEX_KEY`.

    Raises `SourceError` for what can be no key: it would end as part of another header or address.
    """
    found = {}
    for each in fields(ServiceKeys):
        variable = _VARIABLE.format(each.name.upper())
        found[each.name] = environment.get(variable, "").strip()
        if not all("!" <= character <= "~" for character in found[each.name]):
            raise SourceError(f"{variable} is no key: a key has letters, digits and signs of ASCII, and no blanks")
    return ServiceKeys(**found)
