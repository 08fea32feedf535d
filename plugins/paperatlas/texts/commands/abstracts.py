"""What `paperatlas abstracts` says."""

from __future__ import annotations

from collections.abc import Iterable

from paperatlas.texts.english import counted

ELSEWHERE = "name the .bib files whose abstracts to fetch"
NO_CACHE = "the site has no cache (`cache` is empty in mkdocs.yml), and abstracts are stored only there"
ASKING_FOR_ABSTRACTS = "Asking for abstracts …"


def works_found(number: int) -> str:
    """Return how far the search for abstracts is."""
    return f"{counted(number, 'work')} found"


def summary(number: int, total: int, identified: int, sources: Iterable[tuple[str, int]]) -> str:
    """Return how many entries have an abstract now, and where the abstracts are from."""
    listed = ", ".join(f"{count:,} from {source}" for source, count in sources)
    have = f"entries with their authors' abstract: {number:,} of {total:,}" + (f" ({listed})" if listed else "")
    return f"{have}; with a DOI or an arXiv identifier: {identified:,}"
