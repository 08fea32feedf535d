"""The abstracts that authors wrote, kept apart from the library's own: where each is from, and whose entry it is.

They are the authors' or their publishers', not the library's: they are shown on the page of their paper, with their
source, and go nowhere else - not into exports, feeds, descriptions or the site's search.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from paperatlas.bibliography import Entry
from paperatlas.diagnostics.problem import Span
from paperatlas.storage.records import load_records, update_records
from paperatlas.text.titles import same_title

ABSTRACTS_FILE = "abstracts.json"
"""The name of the file in a cache."""

Archive = Literal["arXiv", "Crossref", "DataCite"]


@dataclass(frozen=True, slots=True)
class AuthorsAbstract:
    """An abstract as plain text. `title` is that of the work it was found at; no paragraphs: it has none."""

    paragraphs: tuple[str, ...]
    title: str
    source: Archive
    fetched: date


@dataclass(frozen=True, slots=True)
class Identifier:
    """What an archive knows a work by: `arxiv:2006.11239`, or `doi:` with a DOI in lower case."""

    name: str
    span: Span

    @property
    def value(self) -> str:
        """Return the identifier itself."""
        return self.name.partition(":")[2]


def identifiers_of(entry: Entry) -> tuple[Identifier, ...]:
    """Return the identifiers of an entry that lead to an abstract, the best first."""
    found = []
    if arxiv := entry.arxiv:
        field = next((name for name in ("eprint", "arxiv", "arxivid", "doi", "url") if entry.field(name)), "")
        found.append(Identifier(f"arxiv:{arxiv}", _value_span(entry, field)))
    if (doi := entry.doi) and not doi.lower().startswith("10.48550/arxiv."):
        found.append(Identifier(f"doi:{doi.lower()}", _value_span(entry, "doi" if entry.field("doi") else "url")))
    return tuple(found)


def _value_span(entry: Entry, name: str) -> Span:
    field = entry.field(name)
    return field.value_span if field else entry.span


def abstracts_of(entries: Iterable[Entry], cached: Mapping[str, AuthorsAbstract]) -> dict[str, AuthorsAbstract]:
    """By citation key: the authors' abstract, of what is `cached` by the names of identifiers.

    Each was found at a work of the entry's title; an entry whose title or identifier has changed since has none.
    """
    found: dict[str, AuthorsAbstract] = {}
    for entry in entries if cached else ():
        for identifier in identifiers_of(entry):
            abstract = cached.get(identifier.name)
            if abstract is not None and abstract.paragraphs and same_title(title_of(entry), abstract.title):
                found.setdefault(entry.key, abstract)
    return found


def title_of(entry: Entry) -> str:
    """Return the title of an entry, with its subtitle."""
    return ": ".join(filter(None, map(entry.plain, ("title", "subtitle"))))


def load_abstracts(path: Path) -> dict[str, AuthorsAbstract]:
    """Return what a file holds; whatever cannot be trusted is left out."""
    return load_records(path, "abstracts", AuthorsAbstract)


def add_abstracts(path: Path, new: Mapping[str, AuthorsAbstract]) -> None:
    """Put abstracts into a file, beside what another run may have put there meanwhile. Raises `WriteError`."""
    update_records(path, "abstracts", AuthorsAbstract, lambda there: {**there, **new})
