"""How good derived relations are: how soon a paper's list has one that somebody states a relation to.

    python benchmarks/bench_related.py [--language en]

The relations of this repository's own atlas are hidden, and so are the texts that give the reasons for them. Then each
paper's related papers are derived, and compared with the hidden ones: how often is one of them among the first five
(`first 5`), and how near the top is the first of them (`MRR`, the mean of 1 / its place)? In the same run the same is
asked of two simple ways: papers of the same group, and plain TF-IDF.

A list of weights can be made to fit the papers it is measured on. So the last lines let each direction choose its
weights by the papers of all the others, out of a grid, and measure them on its own.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

from paperatlas.atlas import Atlas
from paperatlas.build.configuration import read_configuration
from paperatlas.build.project import read_site
from paperatlas.similarity.derived import rankings
from paperatlas.similarity.paper_texts import abstract_texts_of, compare_texts
from paperatlas.similarity.weights import WEIGHTS, Weights

ROOT = Path(__file__).resolve().parents[1]
TEXTS_ONLY = Weights(direction=0, cited_together=0, name=0, often=0)
NAMES = ("direction", "cited_together", "name", "often")

Rankings = Mapping[str, Sequence[str]]
"""By key: the other papers, most related first."""


def own_atlas(language: str) -> Atlas:
    """Return the atlas of this repository in one of its languages."""
    return read_site(read_configuration(ROOT / "mkdocs.yml")).atlases[language]


def hidden_relations(atlas: Atlas) -> dict[str, set[str]]:
    """By key: the papers that a paper has a stated relation to or from."""
    hidden: dict[str, set[str]] = {key: set() for key in atlas.papers}
    for relation in atlas.relations:
        hidden[relation.source].add(relation.target)
        hidden[relation.target].add(relation.source)
    return hidden


def by_group(atlas: Atlas) -> Rankings:
    """Return papers of the same group, then those of the same direction; alike ones in the library's order."""
    groups = {key: frozenset(paper.placements) for key, paper in atlas.papers.items()}
    directions = {key: {place.direction for place in places} for key, places in groups.items()}
    return {
        key: sorted(
            (other for other in groups if other != key),
            key=lambda other, key=key: (
                not groups[key] & groups[other],
                not directions[key] & directions[other],
            ),
        )
        for key in groups
    }


def by_tf_idf(texts: Mapping[str, str]) -> Rankings:
    """Plain TF-IDF as textbooks and scikit-learn have it: words of two letters or more, smoothed idf, cosine."""
    counts = {key: Counter(re.findall(r"\b\w\w+\b", text.lower())) for key, text in texts.items()}
    papers_with = Counter(word for words in counts.values() for word in words)
    vectors = {}
    for key, words in counts.items():
        vector = {
            word: number * (1 + math.log((1 + len(texts)) / (1 + papers_with[word]))) for word, number in words.items()
        }
        length = math.sqrt(sum(weight * weight for weight in vector.values()))
        vectors[key] = {word: weight / length for word, weight in vector.items()}

    def cosine(one: str, other: str) -> float:
        return sum(weight * vectors[other].get(word, 0) for word, weight in vectors[one].items())

    return {
        key: sorted((other for other in texts if other != key), key=lambda other, key=key: (-cosine(key, other), other))
        for key in texts
    }


def quality(found: Rankings, hidden: Mapping[str, set[str]], keys: Iterable[str]) -> tuple[float, float, int]:
    """Share of papers with a hidden neighbour among the first five, mean reciprocal rank, number of papers."""
    places = [
        next((at for at, other in enumerate(found[key], 1) if other in hidden[key]), math.inf)
        for key in keys
        if hidden[key]
    ]
    number = len(places) or 1
    return sum(place <= 5 for place in places) / number, sum(1 / place for place in places) / number, len(places)


def show(name: str, result: tuple[float, float, int]) -> None:
    first, rank, number = result
    print(f"  {name:<44} first 5 {first:6.1%}   MRR {rank:.3f}   ({number} papers)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=("zh", "en"), default="zh", help="whose notes are read; default: zh")
    full = own_atlas(parser.parse_args().language)
    hidden = hidden_relations(full)
    atlas = replace(full, relations=())
    texts = compare_texts(atlas.papers)
    papers = list(atlas.papers)

    def ranked(weights: Weights) -> Rankings:
        return rankings(atlas, texts, weights)

    english = {key: f"{paper.title.text} {_abstract(paper)}" for key, paper in atlas.papers.items()}
    every = {
        key: " ".join([paper.method, paper.title.text, *abstract_texts_of(paper)])
        for key, paper in atlas.papers.items()
    }
    print(f"{len(papers)} papers, {len(full.relations)} stated relations hidden")
    show("derived", quality(ranked(WEIGHTS), hidden, papers))
    show("same group", quality(by_group(atlas), hidden, papers))
    show("plain TF-IDF, title and English abstract", quality(by_tf_idf(english), hidden, papers))
    show("plain TF-IDF, all that is compared here", quality(by_tf_idf(every), hidden, papers))

    print("what each part is worth")
    show("texts alone", quality(ranked(TEXTS_ONLY), hidden, papers))
    for name in NAMES:
        show(f"all but {name}", quality(ranked(replace(WEIGHTS, **{name: 0})), hidden, papers))
        show(
            f"texts and {name}", quality(ranked(replace(TEXTS_ONLY, **{name: getattr(WEIGHTS, name)})), hidden, papers)
        )

    print("each direction, measured alone, and with weights that the other directions chose")
    grid = [Weights(*values) for values in product((0, 1, 2), (0, 1, 2), (0, 1, 2), (0, 5))]
    tried = {weights: ranked(weights) for weights in grid}
    held_out = []
    for slug, direction in full.directions.items():
        own = set(direction.papers)
        others = [key for key in papers if key not in own]
        chosen = max(grid, key=lambda weights: sum(quality(tried[weights], hidden, others)[:2]))
        show(slug, quality(tried[WEIGHTS], hidden, own))
        show("    chosen by the others", result := quality(tried[chosen], hidden, own))
        held_out.append(result)
    total = sum(number for _, _, number in held_out)
    mean = [sum(result[at] * result[2] for result in held_out) / total for at in (0, 1)]
    show("all, chosen by the others", (mean[0], mean[1], total))


def _abstract(paper: object) -> str:
    text = paper.entry.text("abstract")  # type: ignore[attr-defined]
    return text.text if text else ""


if __name__ == "__main__":
    main()
