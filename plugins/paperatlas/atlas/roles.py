"""Who made a work, and as what: whom it is cited by, and who else had a part in it."""

from __future__ import annotations

import re

from paperatlas.bibliography import Entry, NameList

ROLES = ("author", "editor", "translator", "director")
"""Those whom a work is cited by, the first that it names: BibLaTeX's `labelname`, and the director of a film."""

EDITOR_TYPES = frozenset(
    {"collaborator", "compiler", "continuator", "director", "founder", "organizer", "redactor", "reviser"}
)
"""What `editortype` makes of an editor (the BibLaTeX manual, 2.3.6; two are of its list of bibliography strings)."""

_USE = re.compile(r"\buse(author|editor|translator)\s*=\s*false\b", re.IGNORECASE)
"""The options by which an entry is not cited by those (the BibLaTeX manual, 3.1.3.1)."""
_EDITORS = (("editor", "editortype"), *((f"editor{letter}", f"editor{letter}type") for letter in "abc"))

Credit = tuple[str, NameList]
"""A role, one of `ROLES` or `EDITOR_TYPES`, and who has it."""


def cited_by(entry: Entry) -> Credit:
    """Return those whom a work is cited by; nobody as its author if it names none, or is cited by its title."""
    unused = {match[1].lower() for match in _USE.finditer(entry.verbatim("options") or "")}
    for role in ROLES:
        if role not in unused and (names := entry.names(role)):
            return _type_of(entry, "editortype") if role == "editor" else role, names
    return ROLES[0], NameList()


def contributors_of(entry: Entry) -> dict[str, NameList]:
    """Return those who had a part in a work beside those whom it is cited by, by role."""
    role, names = cited_by(entry)
    everybody = [(name, entry.names(name)) for name in ("author", "translator", "director")]
    everybody[1:1] = [(_type_of(entry, kind), entry.names(field)) for field, kind in _EDITORS]
    found: dict[str, NameList] = {}
    for each, people in everybody:
        if people and (each, people) != (role, names):
            earlier = found.get(each, NameList())
            found[each] = NameList((*earlier.names, *people.names), earlier.others or people.others)
    return found


def _type_of(entry: Entry, field: str) -> str:
    """Return what `editortype` says that an editor is."""
    kind = (entry.verbatim(field) or "").strip().lower()
    return kind if kind in EDITOR_TYPES else "editor"
