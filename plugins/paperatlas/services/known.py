"""Whether a work is in the library already."""

from __future__ import annotations

from dataclasses import replace

from paperatlas.bibliography import Entry, Library, parse_library
from paperatlas.check.duplicates import duplicate_works
from paperatlas.check.works import RELATION_FIELDS, works
from paperatlas.services.locate import Located

_NEW = "new-entry.bib"


def by_identifier(library: Library, located: Located) -> Entry | None:
    """Return the entry with the identifier that a person pasted, before anything is fetched; None if it may be new."""
    wanted = located.identifier.lower()
    for entry in library.entries:
        if located.source == "arxiv" and entry.arxiv == located.identifier:
            return entry
        if located.source == "doi" and entry.doi and entry.doi.lower() == wanted:
            return entry
    return None


def twin(library: Library, text: str, relation_fields: tuple[str, ...] = RELATION_FIELDS, *, name: str = "") -> str:
    """Return what says that the work of an entry's text is in the library already, with the place, or nothing.

    It is what `paperatlas check` would say of the two (DUP001, DUP002, DUP003). The entry's key must be free; `name` is
    what the work is called in place of it, where a person has never seen that key.
    """
    new, _ = parse_library(text.encode(), _NEW)
    both = Library((*library.entries, *new.entries), library.files)
    same = (problem for problem in duplicate_works(works(both, relation_fields)) if problem.file == _NEW)
    problem = next(same, None)
    if problem is None:
        return ""
    called = tuple((argument, name if name and argument == "key" else value) for argument, value in problem.arguments)
    return replace(problem, arguments=called).message
