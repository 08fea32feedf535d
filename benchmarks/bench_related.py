"""How good derived relations are: how many of the first five papers of a list are right.

    python benchmarks/bench_related.py [--language en] [--citations FILE] [--library FILE.bib]

What is right is what people state, or what papers cite. The relations of this repository's own atlas are hidden, and so
are the texts that give the reasons for them; then each paper's related papers are derived, with and without the notes.
In the same run the same is asked of the obvious ways: papers of the same group, TF-IDF, BM25, and bibliographic
coupling where citations are known. Where papers have less than five relations, not all five can be right: `possible`
is what a perfect list has. Intervals hold 95 % of the means of papers drawn anew (bootstrap).

Where a file of citations is there - the library's, or one named with `--citations` - lists are measured on whom papers
cite or are cited by as well: with the stated relations hidden, and beyond them, where a list leaves out what is stated.
Lists that know the citations are then told what they are asked for. So a fifth of the rows is held out in turn, and
looked for by means of the others. Without a file, stated relations
but `alternative` and `related` stand for rows there.

A list of weights can be made to fit the papers it is measured on. So the last lines let each direction choose its
weights by the papers of all the others, out of a grid, and measure them on its own.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.related.baselines import Rankings, by_bm25, by_coupling, by_group, by_tf_idf, texts_of  # noqa: E402
from benchmarks.related.measures import Precision, Truth, most_possible, precision  # noqa: E402

from paperatlas.atlas import Atlas, assemble  # noqa: E402
from paperatlas.bibliography import read_library  # noqa: E402
from paperatlas.build.configuration import read_configuration  # noqa: E402
from paperatlas.build.project import read_site  # noqa: E402
from paperatlas.citations import PaperCitation, read_citations  # noqa: E402
from paperatlas.similarity.derived import rankings  # noqa: E402
from paperatlas.similarity.paper_texts import ComparedTexts, compare_texts  # noqa: E402
from paperatlas.similarity.weights import WEIGHTS, Weights  # noqa: E402

NO_WEIGHTS = Weights(**dict.fromkeys((field.name for field in fields(Weights)), 0))
NO_CITATIONS = ("alternative", "related")
"""Relations that need no citation."""
FOLDS = 5
BASELINES = ("same group", "TF-IDF", "BM25")
GRID = {"direction": (0, 1, 2), "authors": (0, 2), "name": (2, 4), "named_by": (0, 4), "known": (0, 2, 6)}
"""What the directions choose from, where there are no notes."""


def own_atlas(language: str) -> Atlas:
    """Return the atlas of this repository in one of its languages."""
    return read_site(read_configuration(ROOT / "mkdocs.yml")).atlases[language]


def library_atlas(path: Path) -> Atlas:
    """Return the atlas of a .bib file alone."""
    return assemble(read_library([path], path.parent)[0], (), ())[0]


def neighbours(atlas: Atlas, pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """By key: the papers that a paper has in a pair, whichever comes first."""
    found: dict[str, set[str]] = {key: set() for key in atlas.papers}
    for one, other in pairs:
        if one in found and other in found:
            found[one].add(other)
            found[other].add(one)
    return found


def baselines(atlas: Atlas) -> dict[str, Rankings]:
    """Return the lists of the obvious ways that need no citations."""
    texts = texts_of(atlas)
    found = {"TF-IDF": by_tf_idf(texts), "BM25": by_bm25(texts)}
    return {"same group": by_group(atlas), **found} if atlas.directions else found


def show(name: str, measured: Precision, best: Precision | None = None, what: str = "the best baseline") -> None:
    """Print one line; `best` is `what` it is compared with."""
    low, high = measured.interval()
    line = f"  {name:<42} {measured.mean:.3f}  [{low:.3f}, {high:.3f}]"
    if best is not None:
        ratio, least, most = measured.ratio(best)
        line += f"   {ratio:.2f} times {what} [{least:.2f}, {most:.2f}]"
    print(line, flush=True)


def compare(title: str, found: Mapping[str, Rankings], truth: Truth, without: Truth | None = None) -> None:
    """Print how good lists are; those of `BASELINES` are what the others are compared with."""
    measured = {name: precision(lists, truth, without=without) for name, lists in found.items()}
    best = max((measured[name] for name in BASELINES if name in measured), key=lambda each: each.mean)
    papers = sum(map(bool, truth.values()))
    print(f"{title} ({papers} papers, possible: {most_possible(truth):.3f})")
    for name, each in measured.items():
        show(name, each, None if name in BASELINES else best)


def hold_out(atlas: Atlas, texts: ComparedTexts, rows: Sequence[PaperCitation]) -> None:
    """Print how well a fifth of the rows is found by means of the others."""
    shuffled = random.Random(1).sample(rows, len(rows))
    without = {**baselines(atlas), "derived, without citations": rankings(replace(atlas, citations=()), texts)}
    names = (*without, "derived, with citations", "bibliographic coupling")
    values: dict[str, dict[str, float]] = {name: {} for name in names}
    possible = []
    for fold in range(FOLDS):
        hidden = neighbours(atlas, (row.pair for row in shuffled[fold::FOLDS]))
        others = tuple(row for at, row in enumerate(shuffled) if at % FOLDS != fold)
        known = neighbours(atlas, (row.pair for row in others))
        hidden = {key: right - known[key] for key, right in hidden.items()}
        given = replace(atlas, citations=others)
        lists = (*without.values(), rankings(given, texts), by_coupling(given))
        for name, found in zip(names, lists, strict=True):
            measured = precision(found, hidden, without=known).by_paper
            values[name] |= {f"{fold} {key}": value for key, value in measured.items()}
        possible.append(most_possible(hidden))
    print(f"a fifth of {len(rows)} rows held out in turn (possible: {sum(possible) / FOLDS:.3f})")
    measured = {name: Precision(by_paper) for name, by_paper in values.items()}
    best = max((measured[name] for name in BASELINES if name in measured), key=lambda each: each.mean)
    for name, each in measured.items():
        show(name, each, None if name in BASELINES else best)
    show("what citations add", measured["derived, with citations"], measured["derived, without citations"], "without")


def worth(atlas: Atlas, texts: ComparedTexts, truth: Truth) -> None:
    """Print what each weight is worth: without it, and it alone."""
    print("what each part is worth")
    show("texts alone", precision(rankings(atlas, texts, NO_WEIGHTS), truth))
    for field in fields(Weights):
        value = getattr(WEIGHTS, field.name)
        show(f"all but {field.name}", precision(rankings(atlas, texts, replace(WEIGHTS, **{field.name: 0})), truth))
        alone = replace(NO_WEIGHTS, **{field.name: value})
        show(f"texts and {field.name}", precision(rankings(atlas, texts, alone), truth))


def chosen_by_others(atlas: Atlas, texts: ComparedTexts, truth: Truth, found: Mapping[str, Rankings]) -> None:
    """Print how good each direction is with the weights that the papers of all others choose."""
    grid = [replace(WEIGHTS, **dict(zip(GRID, values, strict=True))) for values in product(*GRID.values())]
    tried = {weights: precision(rankings(atlas, texts, weights), truth).by_paper for weights in grid}
    held_out: dict[str, float] = {}
    for direction in atlas.directions.values():
        own = set(direction.papers) & truth.keys()
        chosen = max(grid, key=lambda weights: sum(value for key, value in tried[weights].items() if key not in own))
        held_out |= {key: value for key, value in tried[chosen].items() if key in own}
    best = max((precision(found[name], truth) for name in BASELINES if name in found), key=lambda each: each.mean)
    print("weights of each direction chosen by the papers of the others, without notes")
    same = Precision({key: value for key, value in best.by_paper.items() if key in held_out})
    show("derived, held-out directions", Precision({key: held_out[key] for key in same.by_paper}), same)


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=("zh", "en"), default="zh", help="whose notes are read; default: zh")
    parser.add_argument("--citations", type=Path, help="a file of citations to measure by; default: the library's")
    parser.add_argument("--library", type=Path, help="a .bib file to measure instead of the atlas; needs --citations")
    arguments = parser.parse_args()
    full = library_atlas(arguments.library) if arguments.library else own_atlas(arguments.language)
    rows = read_citations([arguments.citations], Path())[0] if arguments.citations else full.citations
    rows = tuple(row for row in rows if row.citing in full.papers and row.cited in full.papers)
    stated = neighbours(full, ((relation.source, relation.target) for relation in full.relations))
    atlas = replace(full, relations=(), citations=())
    bare = replace(atlas, documents=())
    texts = compare_texts(atlas.papers)
    found = {**baselines(atlas), "derived, from titles, abstracts and groups": rankings(bare, texts)}
    if atlas.documents:
        found["derived, with the notes"] = rankings(atlas, texts)
    given = replace(atlas, citations=rows)
    if rows:
        found["derived, with citations"] = rankings(given, texts)
        found["bibliographic coupling"] = by_coupling(given)
    print(f"{len(full.papers)} papers, {len(full.relations)} stated relations, {len(rows)} citations; first five")
    if full.relations:
        compare("stated relations hidden: found again", found, stated)
    if rows:
        cited = neighbours(full, (row.pair for row in rows))
        compare("stated relations hidden: cites or is cited", found, cited)
        if full.relations:
            beyond = {key: right - stated[key] for key, right in cited.items()}
            compare("beyond the stated relations: cites or is cited", found, beyond, stated)
        hold_out(bare, texts, rows)
    else:
        hold_out(bare, texts, stand_ins(full))
    if full.relations:
        worth(given, texts, stated)
        chosen_by_others(bare, texts, stated, found)


def stand_ins(atlas: Atlas) -> list[PaperCitation]:
    """Return the stated relations that need a citation, as if they were rows of citations."""
    return [
        PaperCitation(relation.source, relation.target, "stated", relation.span)
        for relation in atlas.relations
        if relation.type.name not in NO_CITATIONS
    ]


if __name__ == "__main__":
    main()
