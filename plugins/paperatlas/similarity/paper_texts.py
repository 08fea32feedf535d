"""The texts by which papers are compared: title, method and abstracts, in all languages together."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from paperatlas.atlas import Paper
from paperatlas.similarity.languages import detect_languages
from paperatlas.similarity.naming import NO_METHODS, NamedMethods, NamedWhenAsked, name_methods
from paperatlas.similarity.nearest import NOTHING, Comparison, compare, compare_when_asked
from paperatlas.similarity.terms import terms_of
from paperatlas.similarity.vectors import Counts
from paperatlas.text.language_tags import tag_of

_NAMED = 2
"""A word of the title, or of the method's name, counts as so many of the abstract."""


@dataclass(frozen=True, slots=True)
class ComparedTexts:
    """The papers' texts, compared, a digest of each by which a change is seen, and the methods that they name.

    They are those of the `papers`, as far as these are known: an object that is the same has the same digest.
    """

    digests: Mapping[str, str]
    comparison: Comparison
    methods: NamedMethods
    papers: Mapping[str, Paper] = field(default_factory=dict, compare=False)


NO_TEXTS = ComparedTexts({}, NOTHING, NO_METHODS)


def compare_texts(papers: Mapping[str, Paper], before: ComparedTexts = NO_TEXTS) -> ComparedTexts:
    """Compare the texts of `papers` by key. What `before` found and still holds is kept; the result is the same."""
    digests, counts = _counts_of(papers, before)
    if digests == before.digests:
        return before
    known = before.digests
    changed = {key for key in digests.keys() | known.keys() if digests.get(key) != known.get(key)}
    abstracts = {key: abstract_texts_of(paper) for key, paper in papers.items()}
    methods = name_methods(papers, abstracts, before.methods, changed)
    return ComparedTexts(digests, compare(counts, before.comparison), methods, papers)


def compare_texts_when_asked(papers: Mapping[str, Paper], before: ComparedTexts = NO_TEXTS) -> ComparedTexts:
    """Return what `compare_texts` returns, but that of each paper it is found when it is asked for."""
    digests, counts = _counts_of(papers, before)
    methods = NamedMethods({}, NamedWhenAsked(papers, abstract_texts_of))
    return ComparedTexts(digests, compare_when_asked(counts, before.comparison), methods, papers)


def _counts_of(papers: Mapping[str, Paper], before: ComparedTexts) -> tuple[dict[str, str], dict[str, Counts]]:
    """Return a digest of the texts of each paper, and their terms, counted."""
    digests: dict[str, str] = {}
    counts: dict[str, Counts] = {}
    for key, paper in papers.items():
        if before.papers.get(key) is paper:
            digests[key], counts[key] = before.digests[key], before.comparison.counts[key]
            continue
        names, fields = f"{paper.method}\n{paper.title.text}", _abstracts(paper)
        # With the names of the fields: they say which language an abstract is in. So does what the entry declares.
        declared = paper.entry.verbatim("langid") or ""
        text = "\0".join([declared, names, *(f"{name}\0{text}" for name, text in fields)])
        digests[key] = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        if digests[key] == before.digests.get(key):
            counts[key] = before.comparison.counts[key]
        else:
            counts[key] = _counts(names, "\n".join(text for _, text in fields), text_languages(paper))
    return digests, counts


def abstract_texts_of(paper: Paper) -> list[str]:
    """Return the abstracts of a paper in every language it has one in, in the order of its fields."""
    return [text for _, text in _abstracts(paper)]


def text_languages(paper: Paper) -> tuple[str, ...]:
    """Return the languages whose words the texts of a paper have; the first is that of its abstract, else its title."""
    declared = tag_of(paper.entry.verbatim("langid") or "")
    abstract = paper.entry.text("abstract")
    return detect_languages(f"{abstract.text if abstract else ''}\n{paper.title.text}", declared)


def _abstracts(paper: Paper) -> list[tuple[str, str]]:
    """Return the abstracts of a paper, each with the name of its field."""
    names = [name for name in paper.entry.field_names if name == "abstract" or name.startswith("abstract_")]
    return [(name, text.text) for name in names if (text := paper.entry.text(name))]


def _counts(names: str, abstracts: str, languages: tuple[str, ...]) -> Counts:
    counts = Counter(terms_of(names, languages))
    for term in counts:
        counts[term] *= _NAMED
    counts.update(terms_of(abstracts, languages))
    return counts
