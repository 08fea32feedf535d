"""The related work of a library in each language, found again only where something has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from paperatlas.atlas import Atlas
from paperatlas.similarity.derived import (
    NOTHING_DERIVED,
    DerivedRelations,
    Related,
    derive_relations,
    relations_of,
    without_moved,
)
from paperatlas.similarity.paper_texts import NO_TEXTS, ComparedTexts, compare_texts, compare_texts_when_asked
from paperatlas.similarity.signals import Signals


@dataclass(frozen=True, slots=True)
class RelatedWork:
    """The texts of a library, compared, and by language the relations derived from them. Nothing in it changes.

    `recent` are the texts by which single papers were compared since.
    """

    texts: ComparedTexts
    derived: Mapping[str, DerivedRelations]
    recent: ComparedTexts | None = None

    def in_language(self, language: str) -> dict[str, tuple[Related, ...]]:
        """By key: the papers related to each paper, with reasons in a language."""
        return self.derived[language].related


NO_RELATED_WORK = RelatedWork(NO_TEXTS, {})

_FEW = 50
"""If more papers are asked for, all are found at once: most of what a paper needs, others need as well."""


class RelatedWhenAsked(Mapping[str, tuple[Related, ...]]):
    """By key: the papers related to each paper, found when they are asked for; see `find_related_work`."""

    def __init__(self, atlas: Atlas, language: str, before: RelatedWork, save: Callable[[RelatedWork], None]) -> None:
        self.work = before
        """What is found; as long as not all papers are asked for, that is of earlier versions of them."""
        self._atlas = atlas
        self._language = language
        self._save = save
        self._found: dict[str, tuple[Related, ...]] = {}
        self._all: Mapping[str, tuple[Related, ...]] | None = None

    def __getitem__(self, key: str) -> tuple[Related, ...]:
        if key not in self._atlas.papers:
            raise KeyError(key)
        if self._all is None and len(self._found) >= _FEW:
            self.find_all()
        if self._all is not None:
            return self._all[key]
        if key not in self._found:
            self._found[key] = relations_of(self._signals, key, self._language)
        return self._found[key]

    @property
    def found(self) -> Mapping[str, tuple[Related, ...]]:
        """Return what is found so far; nothing more is found for it."""
        return self._found if self._all is None else self._all

    def assume(self, before: Mapping[str, tuple[Related, ...]], keys: Iterable[str]) -> None:
        """Have some papers related to what they were `before`, until all are found.

        To find it for one asks for what all papers name and share: half of the time until a saved entry is on screen.
        A list that names what has gone since is not assumed.
        """
        if self._all is None:
            there = (key for key in keys if key in self._atlas.papers)
            self._found |= {key: known for key in there if (known := before.get(key)) and self._holds(known)}

    def _holds(self, known: Iterable[Related]) -> bool:
        atlas = self._atlas
        return all(
            related.target in atlas.papers
            and (not related.reasons.direction or related.reasons.direction in atlas.directions)
            and all(source in atlas.titles for source in related.reasons.notes)
            for related in known
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._atlas.papers)

    def __len__(self) -> int:
        return len(self._atlas.papers)

    @cached_property
    def _signals(self) -> Signals:
        before = self.work.recent or self.work.texts
        texts = compare_texts_when_asked(self._atlas.papers, before)
        self.work = replace(self.work, recent=texts)
        return Signals(self._atlas, texts)

    def find_all(self) -> None:
        """Find what is related to all papers."""
        work = find_related_work(self._atlas, self._language, self.work)
        if work is not self.work:
            self._save(work)
        self.work, self._all = work, work.in_language(self._language)


def find_related_work(
    atlas: Atlas, language: str, before: RelatedWork = NO_RELATED_WORK, processes: int = 1
) -> RelatedWork:
    """Find the papers related to each paper of an atlas, with reasons in `language`.

    `before` is what was found earlier: for other versions of the library, or in another language. What of it still
    holds is kept, and the result is the same without it. If all of it holds, it is `before` itself. It is also the same
    in several `processes`.
    """
    texts, derived = compare_texts(atlas.papers, before.texts), dict(before.derived)
    if texts is not before.texts:
        old, new = before.texts.comparison, texts.comparison
        derived = {known: without_moved(relations, old, new) for known, relations in derived.items()}
    derived[language] = derive_relations(atlas, language, texts, derived.get(language, NOTHING_DERIVED), processes)
    if texts is before.texts and derived[language] is before.derived.get(language):
        return before
    return RelatedWork(texts, derived)
