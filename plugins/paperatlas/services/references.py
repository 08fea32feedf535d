"""Lists of references, as services answer with them: which works a work cites, by their identifiers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from paperatlas.bibliography.model import identifiers
from paperatlas.formats.records.record import SourceError
from paperatlas.services.web import Reply, host_of

MOST_REFERENCES = 5_000
"""Of how many references of one work are read: more than any survey has, and little of an answer without end."""
LIST_BYTES = 32 << 20
"""How many bytes an answer may have: fifty works with some hundred references each are a tenth of it."""
ARXIV_DOI = "10.48550/arxiv."
"""What the DOIs begin with that arXiv gives its preprints (https://info.arxiv.org/help/doi.html)."""


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """What a service says of one work. Works have names such as `arxiv:2006.11239` and `doi:10.1000/a`.

    `title` is empty where the service has none, `names` are those of the work itself, as the service has them.
    """

    title: str
    names: tuple[str, ...]
    references: tuple[str, ...]


def names_of(doi: object = "", arxiv: object = "") -> tuple[str, ...]:
    """Return the names of a work that has a DOI, an arXiv identifier or both; what is none is left out."""
    found = []
    if isinstance(arxiv, str) and (preprint := identifiers.arxiv(arxiv)):
        found.append(f"arxiv:{preprint}")
    if isinstance(doi, str) and (name := identifiers.doi(doi)):
        preprint = identifiers.arxiv(name) if name.lower().startswith(ARXIV_DOI) else None
        found.append(f"arxiv:{preprint}" if preprint else f"doi:{name.lower()}")
    return tuple(dict.fromkeys(found))


def doi_of(name: str) -> str:
    """Return the DOI of a work by its name; that of a preprint is arXiv's.

    >>> doi_of("arxiv:2006.11239")
    '10.48550/arxiv.2006.11239'
    """
    kind, _, value = name.partition(":")
    return f"{ARXIV_DOI}{value}" if kind == "arxiv" else value


def each_once(names: Iterable[str]) -> tuple[str, ...]:
    """Return names each once, no more than are read of one work."""
    return tuple(dict.fromkeys(names))[:MOST_REFERENCES]


def answered(reply: Reply) -> Reply:
    """Return the reply of a service that answered. Raises `SourceError` for a status that is no success."""
    if not 200 <= reply.status < 300:
        refused = " and refuses programs at the moment" if reply.status in (401, 403) else ""
        raise SourceError(f"{host_of(reply.url)} answered with HTTP {reply.status}{refused}; try again later")
    return reply
