"""Works that are in the library twice, and names that two papers share.

Nothing here compares every entry with every other: entries meet in tables by what they have in common, and
titles that differ by a slip stand side by side when they are sorted from the front or from the back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from paperatlas.bibliography import Entry, Library
from paperatlas.check.rules import KEYS_BUT_FOR_CASE, SAME_ARXIV, SAME_DOI, SAME_TITLE, SHARED_METHOD
from paperatlas.check.works import Work, differ, told_apart
from paperatlas.diagnostics.problem import Problem, Rule, Span
from paperatlas.text.slips import one_slip

_FEW_LETTERS = 16
"""A title this short (`Introduction`, `Reply to Smith`) is one work's only within one year."""
_YEARS, _YEARS_OF_PREPRINTS = 2, 3
"""So many years apart entries of one title may be one work, if one of them is a preprint or if none is.

A talk and the article that it became, or a chapter and the later book, are two works to cite.
"""
_NEIGHBOURS = 3
"""With how many of the titles sorted behind it a title is compared."""
_SAME_TITLES = 8
"""With how many earlier works of exactly its title a work is compared."""
_CJK = "\u2e80"
"""From here on a letter is nearly a word, and another letter another word."""


def keys_but_for_case(library: Library) -> Iterator[Problem]:
    """KEY002: keys that are equal but for case."""
    first: dict[str, Entry] = {}
    seen: set[str] = set()
    for entry in library.entries:
        if entry.key in seen:
            continue
        seen.add(entry.key)
        other = first.setdefault(entry.key.casefold(), entry)
        if other is not entry:
            yield KEYS_BUT_FOR_CASE.at(entry.span, key=entry.key, other=other.key).beside(other.span)


def duplicate_works(all_works: Sequence[Work]) -> Iterator[Problem]:
    """DUP001, DUP002 and DUP003: each entry at most once, by the surest sign first."""
    reported: set[str] = set()
    for find in (partial(_same, SAME_DOI, "doi"), partial(_same, SAME_ARXIV, "arxiv"), _same_title, _near_title):
        for key, problem in find(all_works):
            if key not in reported:
                reported.add(key)
                yield problem


def shared_methods(all_works: Sequence[Work]) -> Iterator[Problem]:
    """MET001: papers that are called by one name; not those whose titles say that they are one work."""
    first: dict[str, Work] = {}
    for work in all_works:
        for name in _methods(work.entry):
            other = first.setdefault(name.casefold(), work)
            if other is not work and other.letters != work.letters and not told_apart(other, work):
                span = _span_of(work.entry, "shorttitle")
                yield SHARED_METHOD.at(span, method=name, other=other.entry.key).beside(other.entry.span)


def _methods(entry: Entry) -> list[str]:
    """Return the names of a paper's methods: `TSP-FCOS and TSP-RCNN` are two.

    Of several words that stand before the colon of a title they are none, but what Zotero calls the short title:
    "Functional Pearl". One word may be either, "FastDPM".
    """
    names = entry.plain("shorttitle")
    before_colon = entry.plain("title").partition(":")[0]
    if " " in names and before_colon != entry.plain("title") and before_colon.casefold() == names.casefold():
        return []
    return [" ".join(name.split()) for name in re.split(r"\s+and\s+", names)] if names else []


Duplicates = Iterator[tuple[str, Problem]]
"""The key of the later entry, and its problem."""


def _same(rule: Rule, kind: str, all_works: Iterable[Work]) -> Duplicates:
    """Yield the works with the identifier, `doi` or `arxiv`, of one before them."""
    first: dict[str, Work] = {}
    for work in all_works:
        identifier = getattr(work, kind)
        if identifier and (other := first.setdefault(identifier, work)) is not work and not told_apart(other, work):
            problem = rule.at(_span_of(work.entry, identifier), **_keys(work, other))
            yield work.entry.key, problem.beside(other.entry.span)


def _same_title(all_works: Iterable[Work]) -> Duplicates:
    alike: dict[tuple[str, str], list[Work]] = {}
    for work in all_works:
        if not work.letters:
            continue
        group = alike.setdefault((work.author, work.letters), [])
        other = next((one for one in group if _one_work(one, work)), None)
        if other:
            yield work.entry.key, _titled_alike(work, other)
        elif len(group) < _SAME_TITLES:
            group.append(work)


def _near_title(all_works: Iterable[Work]) -> Duplicates:
    """Yield titles that differ by one slip in one long word."""
    order = {work.entry.key: number for number, work in enumerate(all_works)}
    long = [work for work in all_works if len(work.words) >= 4]
    for backwards in (False, True):
        step = -1 if backwards else 1
        long.sort(key=lambda work: (work.author, work.letters[::step]))
        for index, work in enumerate(long):
            for other in long[index + 1 : index + 1 + _NEIGHBOURS]:
                if other.author == work.author and _slip(work.words, other.words) and _one_work(work, other):
                    earlier, later = sorted((work, other), key=lambda one: order[one.entry.key])
                    yield later.entry.key, _titled_alike(later, earlier)


def _slip(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Return whether two titles differ in one word only, and there by a slip.

    The word is long and begins alike, because `2D` and `3D`, `I` and `II`, or `micro` and `macro` are no
    slips of each other.
    """
    if len(first) != len(second):
        return False
    different = [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]]
    if len(different) != 1:
        return False
    one, other = different[0]
    return (
        min(len(one), len(other)) >= 6
        and one[0] == other[0]
        and max(one + other) < _CJK
        and (one + other).isalpha()
        and one_slip(one, other)
    )


def _one_work(first: Work, second: Work) -> bool:
    """Return whether two entries of one author and title are one work, as far as can be seen."""
    if len(first.letters) < _FEW_LETTERS and first.year is None:
        return False
    if (len(first.letters) < _FEW_LETTERS or not first.author) and first.year != second.year:
        return False
    return not differ(first, second) and not told_apart(first, second) and not _years_apart(first, second)


def _years_apart(first: Work, second: Work) -> bool:
    if first.year is None or second.year is None:
        return False
    most = _YEARS_OF_PREPRINTS if first.arxiv or second.arxiv else _YEARS
    return abs(first.year - second.year) > most


def _titled_alike(work: Work, other: Work) -> Problem:
    variant = "" if work.letters == other.letters else "nearly"
    span = _span_of(work.entry, "title")
    return SAME_TITLE.at(span, variant, **_keys(work, other)).beside(other.entry.span)


def _keys(work: Work, other: Work) -> dict[str, str]:
    return {"key": work.entry.key, "other": other.entry.key}


def _span_of(entry: Entry, wanted: str) -> Span:
    """Return where the value of a field stands: of the one with a name, else of the first that holds a text."""
    own = entry.own_fields
    holding = (field for field in own.values() if wanted in field.raw.lower())
    field = own.get(wanted) or next(holding, None)
    return field.value_span if field else entry.span
