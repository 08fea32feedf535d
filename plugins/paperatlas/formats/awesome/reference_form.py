"""References in full, as APA's style, Google Scholar and Springer's Lecture Notes have them.

`Roe, J., & Doe, K. (2021). A title. A journal, 3, 1-9.`; `Roe, J., Doe, K.: A title. In: Proceedings (2021)`
"""

from __future__ import annotations

import re
from typing import NamedTuple

from paperatlas.bibliography.model.names import read_names
from paperatlas.formats.person import OTHERS, of_names
from paperatlas.formats.records.record import Author

_REFERENCE = re.compile(
    r"(?P<authors>[^()]{4,400}?)\s*\((?P<year>(?:19|20)\d{2})[a-z]?(?:,[^()]{1,30})?\)[.:]\s+(?P<rest>\S.*)", re.DOTALL
)
_LNCS = re.compile(
    r"(?P<authors>(?:[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){0,2}, (?:[^\W\d_a-z]\.[ -]?){1,3}(?:, |,? and )?)+"
    r"(?:et al\.?)?)"
    r"\s?:\s+(?P<rest>\S.*)"
)
"""As Springer's Lecture Notes have them: `Roe, J., Doe, K.: A title. In: Proceedings (2021)`."""
_END = re.compile(r"(?<![A-Z])(?<!\bvs)(?<!\betc)(?<!\bcf)\.(?:\s|\Z)|[?!]\s+(?=arXiv\b|In\s|[A-Z][\w&: -]+,\s*\d)")
"""Where a title ends: at a full stop, or at a question mark if a journal or the like follows it."""
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_a-z]\.")
_LEFT_OUT = re.compile(r"[,\s]*(?:\.{3}|…)[,\s]*(?:(?:&|and)\s.*)?$", re.DOTALL)


class ListedReference(NamedTuple):
    """What a reference says."""

    authors: tuple[Author, ...]
    title: str


def read_reference(text: str) -> ListedReference | None:
    """Return what a reference says; None if the text is none: people come first, each with an initial.

    Of authors that are left out, `Roe, J., ... & Doe, K.`, others are left.
    """
    line = " ".join(text.split())
    match = _REFERENCE.match(line) or _LNCS.match(line)
    if match is None:
        return None
    written = _LEFT_OUT.sub("", match["authors"])
    people = read_names(written.replace(", &", " &").replace(", and ", " and "))
    names = people.names.names
    if not names or not all(_INITIAL.search(name.given) and name.family[:1].isupper() for name in names):
        return None
    others = people.names.others or written != match["authors"]
    authors = tuple(author for author in of_names(people.names) if author != OTHERS)
    end = _END.search(match["rest"])
    title = match["rest"][: end.start() + (match["rest"][end.start()] != ".")] if end else match["rest"]
    return ListedReference((*authors, *([OTHERS] if others else [])), title.strip())
