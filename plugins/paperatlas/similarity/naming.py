"""Which papers' methods an abstract names."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from paperatlas.atlas import Paper
from paperatlas.similarity.terms import runs, split_runs

_Names = Mapping[str, list[tuple[tuple[str, ...], str]]]
"""By first word: the words of each method's name, longest first, and the key of its paper."""

_MOST_NAMESAKES = 8
"""A name that more papers have tells none of them from the others. In the atlas two papers share one."""

_OPENING = re.compile(r"(?:\A|[.!?:;。！？：；\n])\s*\Z")


@dataclass(frozen=True, slots=True)
class NamedMethods:
    """Which methods the abstracts name, by key."""

    first_words: Mapping[str, str]
    """The first word of each method's name that can be found."""
    named: Mapping[str, tuple[str, ...]]
    """The papers whose method the paper's own abstract names, in any language, in order."""


NO_METHODS = NamedMethods({}, {})


class NamedWhenAsked(Mapping[str, tuple[str, ...]]):
    """The papers whose method the abstract of each names, as `name_methods` finds them, found when asked for."""

    def __init__(self, papers: Mapping[str, Paper], abstracts_of: Callable[[Paper], Sequence[str]]) -> None:
        self._papers = papers
        self._abstracts_of = abstracts_of
        self._names = _names(papers.values())

    def __getitem__(self, key: str) -> tuple[str, ...]:
        return _named_by(key, self._abstracts_of(self._papers[key]), self._names)

    def __iter__(self) -> Iterator[str]:
        return iter(self._papers)

    def __len__(self) -> int:
        return len(self._papers)


def name_methods(
    papers: Mapping[str, Paper],
    abstracts: Mapping[str, Sequence[str]],
    before: NamedMethods = NO_METHODS,
    changed: Container[str] | None = None,
) -> NamedMethods:
    """Find the methods of papers in their abstracts.

    A name is looked for as written, with its capitals, and as a whole: who names `Improved DDPM` does not name `DDPM`
    there. A name without a capital or a digit is a word like others and never found; one whose only capital is its
    first letter is not found where a sentence begins. A name in Chinese is found between signs or letters only,
    and a name that many papers have nowhere.

    `before` is what an earlier call found, and `changed` are the papers that are new since then, gone, or have another
    method or abstract; the result is the same without them.
    """
    names = _names(papers.values())
    first_words = {key: first for first, found in names.items() for _, key in found}
    if changed is None:
        changed = papers
    # Any other abstract names what it named, unless it has the first word of a name that came or went.
    moved = {
        known[key]
        for known, other in ((before.first_words, first_words), (first_words, before.first_words))
        for key in known
        if key in changed or key not in other
    }
    named = {
        key: _named_by(key, texts, names)
        if key in changed or any(word in text for word in moved for text in texts)
        else before.named[key]
        for key, texts in abstracts.items()
    }
    return NamedMethods(first_words, named)


def _names(papers: Iterable[Paper]) -> _Names:
    keys: dict[tuple[str, ...], list[str]] = {}
    for paper in papers:
        words = tuple(runs(paper.method))
        if words and len(paper.method) > 1 and any(sign.isupper() or sign.isdigit() for sign in paper.method):
            keys.setdefault(words, []).append(paper.key)
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, found in keys.items():
        if len(found) <= _MOST_NAMESAKES:
            names.setdefault(words[0], []).extend((words, key) for key in found)
    return {first: sorted(found, key=lambda name: (-len(name[0]), name[0], name[1])) for first, found in names.items()}


def _named_by(key: str, texts: Sequence[str], names: _Names) -> tuple[str, ...]:
    """Return the papers whose methods the abstracts of a paper name."""
    return tuple(sorted({found for text in texts for found in _named(text, names)} - {key}))


def _named(text: str, names: _Names) -> Iterable[str]:
    parts = split_runs(text)
    words = tuple(parts[1::2])
    if names.keys().isdisjoint(words):
        return
    at = 0
    while at < len(words):
        fitting = [(name, key) for name, key in names.get(words[at], ()) if words[at : at + len(name)] == name]
        longest = len(fitting[0][0]) if fitting else 1
        if fitting and not (_only_first_capital(fitting[0][0]) and _OPENING.search("".join(parts[: 2 * at + 1]))):
            yield from (key for name, key in fitting if len(name) == longest)
        at += longest


def _only_first_capital(words: tuple[str, ...]) -> bool:
    return len(words) == 1 and words[0][1:].islower()
