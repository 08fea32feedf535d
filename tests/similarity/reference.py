"""Derived relations found the straightforward way: slow, and what the fast way has to agree with to the last bit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from math import isqrt

from paperatlas.atlas import Atlas, Paper
from paperatlas.similarity import candidates
from paperatlas.similarity.derived import Related
from paperatlas.similarity.naming import name_methods
from paperatlas.similarity.paper_texts import abstract_texts_of, text_languages
from paperatlas.similarity.phrases import _BEHIND, _JOINTS, _LIGHT, _SHARED
from paperatlas.similarity.reasons import Reasons
from paperatlas.similarity.signals import _FEW, _TOGETHER, MOST_RELATED, compared_text
from paperatlas.similarity.terms import _RUN, folded, light_terms, pair_term, terms_of, word_reader
from paperatlas.similarity.vectors import ONE, Vector, rarities, step, vector
from paperatlas.similarity.weights import WEIGHTS

Unit = tuple[str, int, int, bool]
"""A term, where it begins and ends in its text, and whether it is a pair of characters."""
Text = tuple[str, tuple[str, ...]]
"""A text, and the languages whose words it has."""


def derive_slowly(atlas: Atlas, language: str) -> dict[str, tuple[Related, ...]]:
    """By key: the papers related to each paper, each compared with each by every signal."""
    papers = atlas.papers
    counts = {key: counts_of(paper) for key, paper in papers.items()}
    papers_with = Counter(term for terms in counts.values() for term in terms)
    vectors = {key: vector(terms, papers_with, rarities(len(papers))) for key, terms in counts.items()}
    neighbours = neighbours_of(vectors, papers_with)
    named = name_methods(papers, {key: abstract_texts_of(paper) for key, paper in papers.items()}).named
    telling, sharing = max(20, len(papers) // 50), max(len(papers) // 2, 3)
    in_direction = Counter(direction for paper in papers.values() for direction in directions_of(paper))
    author_papers = Counter(name for paper in papers.values() for name in authors_of(paper))
    authors = {
        key: [name for name in authors_of(paper) if author_papers[name] <= min(telling, sharing)]
        for key, paper in papers.items()
    }
    group_papers = Counter(place for paper in papers.values() for place in set(paper.placements))
    cites, cited_by = lists_of(atlas)
    naming_count = Counter(other for key in papers for other in named[key])
    derived = {}
    for key, paper in papers.items():
        stated = {key} | {
            one
            for relation in atlas.relations
            for one in (relation.source, relation.target)
            if key in (relation.source, relation.target)
        }
        together = cited_with(atlas, key)
        links = citation_links(key, atlas)
        naming = [one for one in papers if key in named[one]]
        scored = []
        for other, theirs in papers.items():
            same_group = any(
                place.group and place in theirs.placements and group_papers[place] <= telling
                for place in paper.placements
            )
            shared_author = not set(authors[key]).isdisjoint(authors[other])
            linked = (
                other in named[key]
                or other in links
                or (other in naming and len(naming) <= telling)
                or other in together
                or shared_author
                or (same_group and len(neighbours[key]) < MOST_RELATED)
            )
            if other in stated or not (linked or other in neighbours[key]):
                continue
            quarters = (
                4
                + WEIGHTS.direction * bool(directions_of(paper) & directions_of(theirs))
                + WEIGHTS.name * (other in named[key])
                + WEIGHTS.named_by * (other in naming)
                + WEIGHTS.authors * shared_author
            )
            known = 8 + min(WEIGHTS.known, naming_count[other] + len(atlas.mentions.get(other, ())) // 2)
            alike = product(vectors[key], vectors[other]) + _FEW + links.get(other, 0)
            scored.append((alike * quarters * known, other))
        found: list[Related] = []
        for score, other in sorted(scored, key=lambda pair: (-pair[0], pair[1])):
            theirs = papers[other]
            direction, group = next(
                (
                    (place.direction, place.group)
                    for place in paper.placements
                    if place.group and place in theirs.placements
                ),
                ("", ""),
            )
            reasons = Reasons(
                direction=direction
                or next(
                    (
                        place.direction
                        for place in paper.placements
                        if place.direction in directions_of(theirs) and in_direction[place.direction] <= sharing
                    ),
                    "",
                ),
                group=group,
                cites=other in cites[key],
                cited=key in cites[other],
                both_cited=several(cited_by[key] & cited_by[other]),
                both_cite=several(cites[key] & cites[other]),
                names_it=other in named[key],
                named_by_it=key in named[other],
                notes=tuple(together.get(other, ())),
                authors=tuple(name for name in authors[key] if name in authors[other]),
                terms=phrases(
                    (compared_text(paper, language), text_languages(paper)),
                    (compared_text(theirs, language), text_languages(theirs)),
                    strongest(vectors, key, other, papers_with),
                    papers_with,
                ),
            )
            if reasons != Reasons() and len(found) < MOST_RELATED:
                found.append(Related(other, score, reasons))
        derived[key] = tuple(found)
    return derived


Lists = Mapping[str, set[str]]
"""By key: the papers that one cites, or is cited by."""


def lists_of(atlas: Atlas) -> tuple[Lists, Lists]:
    """Which papers each paper cites, and which cite it."""
    pairs = [citation.pair for citation in atlas.citations]
    return (
        {key: {cited for citing, cited in pairs if citing == key} for key in atlas.papers},
        {key: {citing for citing, cited in pairs if cited == key} for key in atlas.papers},
    )


def several(papers: set[str]) -> int:
    """How many they are; 0 for a single one."""
    return len(papers) if len(papers) > 1 else 0


def citation_links(key: str, atlas: Atlas) -> dict[str, int]:
    """How strongly citations link other papers with one; each paper here has few enough to count, and a link is no weak one."""
    pairs = {citation.pair for citation in atlas.citations}
    stated = {(relation.source, relation.target) for relation in atlas.relations}
    linked = {one: ends(one, pairs) for one in atlas.papers}
    degrees = {one: len(ends(one, pairs | stated)) for one in atlas.papers}
    found = {}
    for other, theirs in linked.items():
        direct = (ONE * ONE << 8) // isqrt(degrees[key] * degrees[other] << 16) if other in linked[key] else 0
        shared = sum(ONE * ONE // degrees[between] for between in linked[key] & theirs)
        if other != key and (direct or shared >= ONE * ONE // 8):
            found[other] = (direct * WEIGHTS.cites + shared * WEIGHTS.shared) // 16
    return found


def ends(key: str, pairs: set[tuple[str, str]]) -> set[str]:
    """The papers that are in a pair with one."""
    return {end for pair in pairs if key in pair for end in pair} - {key}


def counts_of(paper: Paper) -> Counter[str]:
    """The terms of a paper, those of its names twice."""
    languages = text_languages(paper)
    names = terms_of(f"{paper.method}\n{paper.title.text}", languages)
    return Counter([*names, *names, *terms_of("\n".join(abstract_texts_of(paper)), languages)])


def neighbours_of(vectors: Mapping[str, Vector], papers_with: Mapping[str, int]) -> dict[str, list[str]]:
    """Each paper's candidates: those that share the most of its heaviest telling terms."""
    papers = len(vectors)
    limit = max(step(candidates._COMMON), step(papers) - candidates._ONE_IN_EIGHT) if papers else 0
    most = 10**9 if not papers or step(papers) < step(candidates._FEW_PAPERS) else candidates._HEAVIEST
    heads = {}
    for key, whole in vectors.items():
        weighing = {term: weight for term, weight in whole.items() if weight}
        telling = sorted((-weight, term) for term, weight in weighing.items() if step(papers_with[term]) <= limit)
        heads[key] = {term: -weight for weight, term in telling[:most]}
    found = {}
    for key, head in heads.items():
        like = [
            (-product(head, theirs), other)
            for other, theirs in heads.items()
            if other != key and not head.keys().isdisjoint(theirs)
        ]
        found[key] = [other for _, other in sorted(like)[: candidates._CANDIDATES]]
    return found


def product(first: Vector, second: Vector) -> int:
    """The similarity of two vectors."""
    return sum(first[term] * second[term] for term in first.keys() & second.keys())


def authors_of(paper: Paper) -> list[str]:
    """The authors of a paper, each once."""
    return list(dict.fromkeys(name.display for name in paper.authors.names))


def directions_of(paper: Paper) -> set[str]:
    """The directions a paper is in."""
    return {place.direction for place in paper.placements}


def cited_with(atlas: Atlas, key: str) -> dict[str, list[str]]:
    """By key: the pages that cite another paper in one sentence with this one, where few are cited."""
    found: dict[str, list[str]] = {}
    for document in atlas.documents:
        for sentence in dict.fromkeys(mention.sentence for mention in document.mentions):
            mentions = [one.key for one in document.mentions if one.sentence == sentence and one.key in atlas.papers]
            keys = dict.fromkeys(mentions)
            if key in keys and len(keys) <= _TOGETHER:
                for other in keys:
                    if other != key and document.source not in found.setdefault(other, []):
                        found[other].append(document.source)
    return found


def strongest(vectors: Mapping[str, Vector], key: str, other: str, papers_with: Mapping[str, int]) -> list[str]:
    """The terms two papers share, strongest first, without what every fourth paper says, if others are left.

    What most papers say is none of them.
    """
    ours, theirs = vectors[key], vectors[other]
    shared = sorted((-ours[term] * theirs[term], term) for term in ours.keys() & theirs.keys())
    most = min(max(len(vectors) // 2, 3), len(vectors) - 1)
    rare = [term for _, term in shared if 4 * papers_with[term] <= len(vectors)]
    return rare or [term for _, term in shared if papers_with[term] <= most]


def units_of(text: str, languages: tuple[str, ...]) -> list[Unit]:
    """The terms of a text, one after the other."""
    word_of = word_reader(languages)
    units: list[Unit] = []
    for match in _RUN.finditer(text):
        word, start, small = word_of(match[0]), match.start(), folded(match[0])
        if word is not None:
            units.append((word, start, match.end(), False))
        elif len(small) == len(match[0]):
            units += [
                (pair_term(*small[at : at + 2]), start + at, start + at + 2, True) for at in range(len(small) - 1)
            ]
    return units


def stand_together(text: str, first: Unit, second: Unit) -> bool:
    """Whether no sign stands between two terms."""
    if not first[0] or not second[0] or first[3] != second[3]:
        return False
    return second[1] == first[1] + 1 if first[3] else text[first[2] : second[1]] in _JOINTS


def extended(units: list[Unit], chained: list[bool], at: int) -> list[Unit]:
    """The term at a place with those beside it, as many as are chained and make a phrase."""
    most = 5 if units[at][3] else 3
    first = last = at
    while last - first + 1 < most and last < len(chained) and chained[last]:
        last += 1
    while last - first + 1 < most and first > 0 and chained[first - 1]:
        first -= 1
    return units[first : last + 1]


def trimmed(found: list[Unit], papers_with: Mapping[str, int]) -> list[Unit]:
    """Pairs of characters without those at the ends that are much rarer than their neighbours."""

    def rarer(edge: Unit, inner: Unit) -> bool:
        return 2 * papers_with.get(edge[0], 0) < papers_with.get(inner[0], 0)

    while len(found) > 1 and found[0][3] and rarer(found[0], found[1]):
        found = found[1:]
    while len(found) > 1 and found[0][3] and (found[-1][0][1] in _BEHIND or rarer(found[-1], found[-2])):
        found = found[:-1]
    return found


def is_name(unit: Unit, our: Text, their: Text) -> bool:
    """Whether a word of a text has a capital of its own, which it has wherever it stands in either text."""
    term, start, end, pair = unit
    theirs = their[0]
    if pair or not theirs[start].isupper():
        return False
    small = any(text[0][at].islower() for text in (our, their) for one, at, *_ in units_of(*text) if one == term)
    return not theirs[start + 1 : end].islower() or not small


def phrases(our: Text, their: Text, terms: list[str], papers_with: Mapping[str, int]) -> tuple[str, ...]:
    """What two texts share, as `their` writes it."""
    our_units, units = units_of(*our), units_of(*their)
    (ours, _), (theirs, languages) = our, their
    light = light_terms(languages)
    pairs = {(one[0], two[0]) for one, two in pairwise(our_units) if stand_together(ours, one, two)}
    chained = [(one[0], two[0]) in pairs and stand_together(theirs, one, two) for one, two in pairwise(units)]
    found: list[str] = []
    told: set[str] = set()
    for term in terms:
        places = [at for at, unit in enumerate(units) if unit[0] == term][:2]
        if len(found) == 3 or term in told or not places or all(unit[0] != term for unit in our_units):
            continue
        options = [trimmed(extended(units, chained, at), papers_with) for at in places]
        best = max(options, key=lambda part: (len(part), -part[0][1]))
        told |= {term, *(unit[0] for unit in best)}
        phrase = theirs[best[0][1] : best[-1][2]]
        phrase = " ".join((phrase if any(is_name(unit, our, their) for unit in best) else phrase.lower()).split())
        words = [unit[0] for unit in best]
        if best[0][3]:
            telling = len(best) > 1 or _LIGHT.isdisjoint(words[0])
        else:
            telling = not light.issuperset(words) and not (len(words) == 1 and words[0] in _SHARED)
        if telling and all(phrase.casefold() not in longer.casefold() for longer in found):
            found = [*(shorter for shorter in found if shorter.casefold() not in phrase.casefold()), phrase]
    return tuple(found)
