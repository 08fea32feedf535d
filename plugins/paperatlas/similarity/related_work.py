"""The related work of a library in each language, found again only where something has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from paperatlas.atlas import Atlas
from paperatlas.similarity.derived import NOTHING_DERIVED, DerivedRelations, Related, derive_relations, without_moved
from paperatlas.similarity.paper_texts import NO_TEXTS, ComparedTexts, compare_texts


@dataclass(frozen=True, slots=True)
class RelatedWork:
    """The texts of a library, compared, and by language the relations derived from them. Nothing in it changes."""

    texts: ComparedTexts
    derived: Mapping[str, DerivedRelations]

    def in_language(self, language: str) -> dict[str, tuple[Related, ...]]:
        """By key: the papers related to each paper, with reasons in a language."""
        return self.derived[language].related


NO_RELATED_WORK = RelatedWork(NO_TEXTS, {})


def find_related_work(atlas: Atlas, language: str, before: RelatedWork = NO_RELATED_WORK) -> RelatedWork:
    """Find the papers related to each paper of an atlas, with reasons in `language`.

    `before` is what was found earlier: for other versions of the library, or in another language. What of it still
    holds is kept, and the result is the same without it. If all of it holds, it is `before` itself.
    """
    texts, derived = compare_texts(atlas.papers, before.texts), dict(before.derived)
    if texts is not before.texts:
        old, new = before.texts.comparison, texts.comparison
        derived = {known: without_moved(relations, old, new) for known, relations in derived.items()}
    derived[language] = derive_relations(atlas, language, texts, derived.get(language, NOTHING_DERIVED))
    if texts is before.texts and derived[language] is before.derived.get(language):
        return before
    return RelatedWork(texts, derived)
