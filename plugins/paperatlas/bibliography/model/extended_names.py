"""BibLaTeX's extended names (its manual, 3.4): the parts by their names, and options of a name or of a list."""

from __future__ import annotations

import re

from paperatlas.bibliography import rules
from paperatlas.bibliography.latex.decode import decode_plain
from paperatlas.bibliography.model.braces import cut
from paperatlas.bibliography.model.complaints import Complaint, complaint
from paperatlas.bibliography.model.name import Name

_EXTENDED = re.compile(r"\s*\"?\s*([a-z]+(?:-i)?)\s*=")
_COMMA = re.compile(",")
_OPTIONS = frozenset({
    "useprefix", "sortingnamekeytemplatename", "uniquenametemplatename", "labelalphanametemplatename", "nametemplates",
    "noroman", "nohashothers", "nosortothers",
})  # fmt: skip
"""What may stand among the parts of an extended name, or alone in a list, to say how names are treated."""

_PARTS = _OPTIONS | {"given", "family", "prefix", "suffix", "given-i", "family-i", "prefix-i", "suffix-i", "id", "hash"}
"""The parts of BibLaTeX's extended names (the BibLaTeX manual, 3.4)."""
_USEPREFIX = re.compile(r"\buseprefix\b(?:\s*=\s*(true|false))?", re.IGNORECASE)


def is_extended(written: str) -> bool:
    """Return whether a name is in BibLaTeX's extended form."""
    match = _EXTENDED.match(written)
    return match is not None and match[1] in _PARTS


def useprefix_in(options: str) -> bool | None:
    """Return what a list of BibLaTeX's options says of `useprefix`; None if it does not name it."""
    match = _USEPREFIX.search(options)
    return None if match is None else (match[1] or "true").lower() == "true"


def is_option(written: str) -> bool:
    """Return whether a member of a list of names is an option for the list, and no name."""
    match = _EXTENDED.match(written)
    return match is not None and match[1] in _OPTIONS and "," not in written


def read_extended(written: str) -> tuple[Name, tuple[Complaint, ...]]:
    """Return a name in BibLaTeX's extended form, `given=Hans, family=Harman, prefix=von`, and what is wrong with it."""
    values: dict[str, str] = {}
    complaints = []
    for part in cut(written, _COMMA):
        name, _, value = part.strip().strip('"').partition("=")
        name = name.strip().lower()
        if name in _PARTS:
            values[name] = decode_plain(value.strip().strip('"'))
        elif name:
            offset = max(0, written.find(part.strip()))
            complaints.append(complaint(rules.UNKNOWN_NAME_PART, offset, name=name))
    given, family, prefix, suffix = (values.get(part, "") for part in ("given", "family", "prefix", "suffix"))
    if not (given or family or prefix or suffix):
        nobody = complaint(rules.EMPTY_NAME, 0, "parts", name=written[:40])
        return Name(literal=decode_plain(written)), (*complaints, nobody)
    option = useprefix_in(f"useprefix={values['useprefix']}") if prefix and "useprefix" in values else None
    return Name(given, family, prefix, suffix, useprefix=option), tuple(complaints)
