"""Notes that cite other papers in another language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paperatlas.check.editorial.rules import OTHER_CITATIONS
from paperatlas.diagnostics.problem import Problem
from paperatlas.notes import Document


def citation_differences(notes: Iterable[Document]) -> Iterator[Problem]:
    """EDI012: papers that one language version of a note cites, and another does not; each at its first citation."""
    versions: dict[str, list[Document]] = {}
    for note in notes:
        versions.setdefault(note.source, []).append(note)
    for documents in versions.values():
        cited = [{mention.key for mention in document.mentions} for document in documents]
        for document in documents:
            for other, keys in zip(documents, cited, strict=True):
                yield from _only_in(document, other, keys)


def _only_in(document: Document, other: Document, keys: set[str]) -> Iterator[Problem]:
    told: set[str] = set()
    for mention in document.mentions:
        # `@property` in a text is just a word.
        if mention.key not in keys and mention.key not in told and not mention.in_text:
            told.add(mention.key)
            yield OTHER_CITATIONS.at(mention.span, key=mention.key, file=other.front_matter.span().file)
