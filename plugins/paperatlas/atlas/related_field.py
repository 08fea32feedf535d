"""BibLaTeX's `related` and `relatedtype`: relations between works rather than between what they say.

The types are those of BibLaTeX's standard styles (its manual, 3.4 "Related Entries" and 4.9.2 "Labels for related
entries"). A type of the site's own relations, `relatedtype = {extends}`, is taken for that field. BibLaTeX shows
`relatedstring` in place of the type's name, so it is the relation's evidence here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from paperatlas.atlas.relation_types import RelationType, bilingual_type
from paperatlas.atlas.rules import UNKNOWN_RELATED_TYPE
from paperatlas.bibliography import Entry
from paperatlas.diagnostics.problem import Problem
from paperatlas.text.suggestions import nearest


def _type(name: str, en: tuple[str, str], zh: tuple[str, str], cito: str = "citesAsRelated") -> RelationType:
    return bilingual_type(name, cito, en, zh)


RELATED = _type("related", ("is related to", "is related to"), ("相关", "相关"))
"""What an entry without `relatedtype` states."""

_TRANSLATION = ("is a translation of", "is translated as"), ("译自", "译为")
_TRANSLATED = ("is translated as", "is a translation of"), ("译为", "译自")
_REPRINT = ("is a reprint of", "is reprinted as"), ("重印自", "重印为")
_REPRINTED = ("is reprinted as", "is a reprint of"), ("重印为", "重印自")
_ORIGINAL = ("was first published as", "was published again as"), ("最初发表为", "再次发表为")

RELATED_TYPES: Mapping[str, RelationType] = {
    kind.name: kind
    for kind in (
        _type("translationof", *_TRANSLATION),
        _type("translationfrom", *_TRANSLATION),
        _type("translationas", *_TRANSLATED),
        _type("bytranslator", *_TRANSLATED),
        _type("reprintof", *_REPRINT),
        _type("reprintfrom", *_REPRINT),
        _type("reprintas", *_REPRINTED),
        _type("origpubas", *_ORIGINAL),
        _type("origpubin", *_ORIGINAL),
        _type("multivolume", ("has the volume", "is a volume of"), ("分卷", "所属多卷本")),
        _type("reviewof", ("reviews", "is reviewed by"), ("评论", "被评论"), "reviews"),
    )
}
"""BibLaTeX's own types by their names."""


def related_type(entry: Entry, types: Sequence[RelationType]) -> tuple[RelationType, list[Problem]]:
    """Return the type of the relations in `related`: one of `types`, one of BibLaTeX's, or just `RELATED`."""
    written = (entry.verbatim("relatedtype") or "").strip()
    if not written:
        return RELATED, []
    known = {**RELATED_TYPES, **{kind.name: kind for kind in types}}
    if found := known.get(written):
        return found, []
    near = nearest(written, known)
    return RELATED, [UNKNOWN_RELATED_TYPE.at(entry.span_of("relatedtype"), type=written, near=near)]


def further_types(types: Sequence[RelationType], used: Iterator[RelationType]) -> tuple[RelationType, ...]:
    """`types`, and behind them those that are used besides, each once."""
    names = {kind.name for kind in types}
    return (*types, *{kind.name: kind for kind in used if kind.name not in names}.values())
