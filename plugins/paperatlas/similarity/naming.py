"""Which papers' methods an abstract names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from paperatlas.atlas import Paper
from paperatlas.similarity.paper_texts import abstract_texts_of
from paperatlas.similarity.terms import runs, split_runs

_Names = Mapping[str, list[tuple[tuple[str, ...], str]]]
"""By first word: the words of each method's name, longest first, and the key of its paper."""

_OPENING = re.compile(r"(?:\A|[.!?:;。！？：；\n])\s*\Z")


def named_methods(papers: Mapping[str, Paper]) -> dict[str, frozenset[str]]:
    """By key: the papers whose method the paper's own abstract names, in any language.

    A name is looked for as written, with its capitals, and as a whole: who names `Improved DDPM` does not name `DDPM`
    there. A name without a capital or a digit is a word like others and never found; one whose only capital is its
    first letter is not found where a sentence begins. A name in Chinese is found between signs or letters only.
    """
    names = _names(papers.values())
    return {
        key: frozenset(found for text in abstract_texts_of(paper) for found in _named(text, names)) - {key}
        for key, paper in papers.items()
    }


def _names(papers: Iterable[Paper]) -> _Names:
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for paper in papers:
        words = tuple(runs(paper.method))
        if words and len(paper.method) > 1 and any(sign.isupper() or sign.isdigit() for sign in paper.method):
            names.setdefault(words[0], []).append((words, paper.key))
    return {first: sorted(found, key=lambda name: (-len(name[0]), name[0], name[1])) for first, found in names.items()}


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
