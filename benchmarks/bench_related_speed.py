"""How fast derived relations are found, as ratios in one run; needs scikit-learn (the dependency group `bench`).

    python benchmarks/bench_related_speed.py [--papers N] [--library N …] [--only-libraries]

First the nearest papers by their texts: from made-up texts to ten neighbours of each, against scikit-learn's TF-IDF
with neighbours by brute force, and how many of its ten are found. Then one abstract changes, in ten of its words. At
last everything that derived relations add to the build of a library with authors, groups and notes: the first build,
the one after a change of one abstract, with what was found before in memory or read from disk, and the one after no
change; and what a paper costs in the largest of these libraries against the smallest. Seconds are of one processor.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from large_sites import letters
from made_up_papers import made_up_papers

from paperatlas.atlas import Atlas
from paperatlas.build.docs_folder import PageFile
from paperatlas.build.options import Options
from paperatlas.build.project import read_project
from paperatlas.build.templates import template_loader
from paperatlas.pages import derived_relations, make_site, messages_for
from paperatlas.similarity.cache import load_related_work, save_related_work
from paperatlas.similarity.nearest import Comparison, compare
from paperatlas.similarity.related_work import RelatedWork, find_related_work
from paperatlas.similarity.terms import terms_of

os.environ["OMP_NUM_THREADS"] = "1"
NEAREST = 10
GROUP = 25
Value = TypeVar("Value")


def timed(work: Callable[[], Value]) -> tuple[Value, float]:
    """Return what `work` returns, and the seconds of CPU it took."""
    start = time.process_time()
    value = work()
    return value, time.process_time() - start


def ours(texts: Mapping[str, str]) -> Comparison:
    """Return every paper's neighbours, from its text."""
    return compare({key: Counter(terms_of(text)) for key, text in texts.items()})


def brute_force(texts: Mapping[str, str]) -> dict[str, set[str]]:
    """Return the same with scikit-learn, with the settings it comes with but for `sublinear_tf`."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.neighbors import NearestNeighbors

    keys = list(texts)
    vectors = TfidfVectorizer(sublinear_tf=True).fit_transform(texts.values())
    search = NearestNeighbors(n_neighbors=NEAREST + 1, metric="cosine", algorithm="brute").fit(vectors)
    found = search.kneighbors(vectors, return_distance=False)
    return {
        key: set([keys[at] for at in row if keys[at] != key][:NEAREST]) for key, row in zip(keys, found, strict=True)
    }


def compare_with_brute_force(number: int) -> None:
    texts = {key: f"{title}. {abstract}" for key, (title, abstract) in made_up_papers(number).items()}
    theirs, their_seconds = timed(lambda: brute_force(texts))
    found, our_seconds = timed(lambda: ours(texts))
    share = statistics.mean(
        len(theirs[key].intersection(list(near)[:NEAREST])) / NEAREST for key, near in found.neighbours.items()
    )
    print(f"{number:,} made-up papers, from texts to the {NEAREST} nearest")
    print(f"  scikit-learn, brute force   {their_seconds:7.2f} s")
    print(f"  here                        {our_seconds:7.2f} s   {our_seconds / their_seconds:.2f} times as long")
    print(f"  of their {NEAREST} nearest found    {share:.3f}")
    change_one(texts, found)


def change_one(texts: Mapping[str, str], before: Comparison, samples: int = 7) -> None:
    """Change ten words of one abstract, several times; compare with a comparison of all papers."""
    chance = random.Random(7)
    keys = list(texts)
    seconds, looked_at = [], []
    for _ in range(samples):
        key = chance.choice(keys)
        words, others = texts[key].split(), texts[chance.choice(keys)].split()
        for at in chance.sample(range(len(words)), 10):
            words[at] = chance.choice(others)
        counts = {**before.counts, key: Counter(terms_of(" ".join(words)))}
        again, took = timed(lambda counts=counts: compare(counts, before))
        seconds.append(took)
        looked_at.append(again.recomputed)
    fresh, whole = timed(lambda: compare(counts))
    same = (fresh.neighbours, fresh.floors, fresh.heads) == (again.neighbours, again.floors, again.heads)
    print(f"one abstract changed ({samples} times)")
    print(f"  all papers anew             {whole:7.2f} s")
    print(
        f"  median, its neighbourhood   {statistics.median(seconds):7.2f} s   {statistics.median(seconds) / whole:.3f}"
    )
    print(f"  the most                    {max(seconds):7.2f} s   {max(seconds) / whole:.3f}")
    print(f"  papers looked at            {', '.join(f'{number:,}' for number in sorted(looked_at))}")
    print(f"  the last is the same as anew: {same}")
    if not same:
        raise SystemExit(1)


def made_up_atlas(number: int, folder: Path) -> Atlas:
    """Make an atlas of papers with three authors each, in groups of 25, and a note with a sentence for each."""
    write_library(number, folder, made_up_papers(number))
    return read_library(folder)


def write_library(number: int, folder: Path, papers: Mapping[str, tuple[str, str]]) -> None:
    """Write a library of papers, the authors and groups of which nobody but the number decides, and its note."""
    chance = random.Random(number)
    keywords = [f"all/g{at}" for at in range(number // GROUP + 1)]
    entries = []
    for at, (key, (title, abstract)) in enumerate(papers.items()):
        authors = " and ".join(f"Family{letters(chance.randrange(number))}, Given" for _ in range(3))
        entries.append(
            f"@online{{{key},\n author = {{{authors}}},\n title = {{{title}}},\n shorttitle = {{M{at}}},\n"
            f" abstract = {{{abstract}}},\n keywords = {{{keywords[at // GROUP]}}},\n date = {{2020}},\n}}\n"
        )
    (folder / "all.bib").write_text("\n".join(entries), encoding="utf-8")
    groups = "".join(f"  - {{slug: {word.removeprefix('all/')}, title: Group}}\n" for word in keywords)
    sentences = "\n".join(f"One [@paper{at}; @paper{chance.randrange(number)}] is." for at in range(0, number, 10))
    (folder / "all.md").write_text(f"---\ntitle: All\ngroups:\n{groups}---\n# All\n\n{sentences}\n", encoding="utf-8")


def read_library(folder: Path) -> Atlas:
    """Read the library that was written into a folder."""
    page = PageFile("directions/all.md", "all.md", folder / "all.md")
    return read_project(folder, Options(bib=("all.bib",)), {"en": [page]}).atlas


def edited(papers: Mapping[str, tuple[str, str]], chance: random.Random) -> dict[str, tuple[str, str]]:
    """Change ten words of one abstract for those of another."""
    key, other = chance.sample(list(papers), 2)
    title, abstract = papers[key]
    words, others = abstract.split(), papers[other][1].split()
    for at in chance.sample(range(len(words)), 10):
        words[at] = chance.choice(others)
    return {**papers, key: (title, " ".join(words))}


def add_to_a_build(number: int, samples: int = 5) -> float:
    """Measure what related work adds to builds; return what a paper costs in the first one."""
    chance, papers = random.Random(7), made_up_papers(number)
    in_memory, from_disk, looked_at = [], [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        atlas = made_up_atlas(number, folder)
        work, first = timed(lambda: find_related_work(atlas, "en"))
        _, saving = timed(lambda: save_related_work(folder, work))
        size = sum(path.stat().st_size for path in folder.glob("*.cache")) / 1e6
        for _ in range(samples):
            write_library(number, folder, edited(papers, chance))
            changed = read_library(folder)
            again, took = timed(lambda changed=changed: find_related_work(changed, "en", work))
            in_memory.append(took)
            _, took = timed(lambda changed=changed: find_related_work(changed, "en", load_related_work(folder)))
            from_disk.append(took)
            looked_at.append(found_again(work, again))
        _, nothing = timed(lambda: find_related_work(atlas, "en", load_related_work(folder)))
        fresh = find_related_work(changed, "en")
        related = again.in_language("en")
        site = replace(make_site(changed, messages_for("en"), template_loader()), related=related)
        _, wording = timed(lambda: derived_relations(site))
    print(f"a library of {number:,} papers, in one language: what related work adds to a build")
    print(
        f"  first build                 {first:7.2f} s   kept: {saving:.2f} s, {size:.1f} MB; in words: {wording:.2f} s"
    )
    print(f"  one abstract changed ({samples} times), the median")
    for where, seconds in (("read from disk", from_disk), ("kept in memory", in_memory)):
        median = statistics.median(seconds)
        print(f"    {where:24}  {median:7.2f} s   {median / first:.3f}")
    print(f"    papers found again        {', '.join(f'{many:,}' for many in sorted(looked_at))}")
    print(f"  nothing changed, from disk  {nothing:7.2f} s   {nothing / first:.3f}")
    print(f"  the last is the same as anew: {related == fresh.in_language('en')}")
    if related != fresh.in_language("en"):
        raise SystemExit(1)
    return first / number


def found_again(before: RelatedWork, after: RelatedWork) -> int:
    """Return for how many papers related ones were looked for again."""
    known = before.derived["en"].found
    return sum(known.get(key) is not found for key, found in after.derived["en"].found.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=int, default=10_000, help="how many are compared; default: 10,000")
    parser.add_argument(
        "--library", type=int, nargs="*", default=[1_000, 5_000, 10_000], help="sizes of libraries to build"
    )
    parser.add_argument("--only-libraries", action="store_true", help="no comparison with scikit-learn")
    arguments = parser.parse_args()
    if not arguments.only_libraries:
        compare_with_brute_force(arguments.papers)
    costs = {number: add_to_a_build(number) for number in sorted(arguments.library)}
    if len(costs) > 1:
        (small, least), *_, (large, most) = costs.items()
        print(f"a paper of {large:,} costs {most / least:.2f} times one of {small:,}")


if __name__ == "__main__":
    main()
