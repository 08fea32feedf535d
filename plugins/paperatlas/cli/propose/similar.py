"""Where a new paper may belong, by the papers of the library that are like it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from paperatlas.atlas import Atlas
from paperatlas.atlas.paper import read_paper
from paperatlas.bibliography import parse_library
from paperatlas.similarity.reasons import Reasons
from paperatlas.similarity.related_work import NO_RELATED_WORK, RelatedWhenAsked

_SHOWN = 5
"""How many related papers are proposed: as many as a page shows first."""


@dataclass(frozen=True, slots=True)
class Similar:
    """A paper of the library that is like a new one, with what both speak of."""

    key: str
    title: str
    reasons: Reasons


@dataclass(frozen=True, slots=True)
class Places:
    """Where a new paper may belong: papers like it, most alike first, and `direction/group` by theirs."""

    similar: tuple[Similar, ...]
    groups: tuple[str, ...]


def find_places(entry: str, key: str, why: str, atlas: Atlas, language: str) -> Places:
    """Return where an entry, as it would be written, may belong; `why` is what somebody says of it.

    Each paper like it speaks for the first place it has, one that is more alike for as much as all behind it.
    """
    library, _ = parse_library(f"{entry.rstrip().removesuffix('}')}  abstract = {{{_plain(why)}}},\n}}\n".encode(), "")
    # The form asks for the name of the method.
    paper, _ = read_paper(library.entries[0], key, {}, methods="shorttitle")
    together = replace(atlas, papers={**atlas.papers, key: paper})
    related = RelatedWhenAsked(together, language, NO_RELATED_WORK, lambda _: None)[key][:_SHOWN]
    votes: Counter[str] = Counter()
    for rank, each in enumerate(related):
        for placement in atlas.papers[each.target].placements[:1]:
            votes[f"{placement.direction}/{placement.group}".rstrip("/")] += 1 << (_SHOWN - rank)
    return Places(
        tuple(Similar(each.target, atlas.papers[each.target].title.text, each.reasons) for each in related),
        tuple(place for place, _ in votes.most_common()),
    )


def _plain(text: str) -> str:
    """Return a text without what BibTeX or LaTeX would read in it."""
    return " ".join(text.translate(_SIGNS).split())


_SIGNS: Mapping[int, str] = {ord(sign): " " for sign in '{}\\%$#&~^"@'}
