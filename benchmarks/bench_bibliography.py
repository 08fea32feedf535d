"""How fast libraries are read, as ratios to other readers on the same machine in the same run.

    python benchmarks/bench_bibliography.py [--entries N …]

Every measurement runs in a process of its own, so that nothing is warm that would not be, and the memory is
that of one reading. "All values used" means: every field's text, HTML-ready marks, names and date were asked for.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SIZES = (1_000, 10_000, 90_000)
SLOW = 1_000
"""The most entries the slow readers are given: bibtexparser decodes some hundred a second."""

_WORDS = (
    "the of a to and in is for with we on that by this model data learning deep network flow diffusion"
    " kernel estimate gradient Bayesian variational latent image sample score attention token graph"
    " training loss bound theorem method results show state art benchmark propose novel approach large"
    " scale efficient robust representation river water sediment transport measure field survey island"
    " bird song tone scale harmony rhythm history letter archive city"
)
WORDS = _WORDS.split()
ACCENTED = (
    r'M{\"u}ller', r"Garc{\'\i}a", r"{\O}stergaard", r"Erd{\H o}s", r"S{\o}rensen", r'Schr\"{o}dinger',
    r"Dvo{\v r}{\'a}k", r"{\'E}toile", r"Stra{\ss}e", "Łukasz", "Müller", "Núñez", "王",
)  # fmt: skip
_SYLLABLES = "ba be bi bo ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti to va"
SYLLABLES = _SYLLABLES.split()


def library(entries: int) -> str:
    """Return a made-up library with accents, macros, formulas, marks and abstracts; the same one every time."""
    chance = random.Random(entries)
    strings = "".join(f'@string{{j{number} = "{sentence(chance, 4)}"}}\n' for number in range(40))
    return strings + "\n".join(entry(chance, number) for number in range(entries))


def entry(chance: random.Random, number: int) -> str:
    """Return one entry; which fields it has is left to chance, as in a library many programs wrote."""
    year = chance.randint(1960, 2026)
    fields = {
        "author": braces(" and ".join(name(chance) for _ in range(chance.randint(1, 6)))),
        "title": braces(title(chance)),
        "journal": f"j{chance.randrange(40)}",
        "booktitle": braces(f"Proceedings of the {chance.randint(1, 40)}th {sentence(chance, 4)}"),
        "volume": str(chance.randint(1, 80)),
        "number": braces(str(chance.randint(1, 12))),
        "pages": braces(f"{chance.randint(1, 400)}--{chance.randint(401, 900)}"),
        "publisher": '"' + sentence(chance, 2) + '"',
        "year": braces(str(year)),
        "month": chance.choice(["jan", "feb", "jun", "oct"]),
        "doi": braces(f"10.{chance.randint(1000, 9999)}/x.{number}_{year}"),
        "url": braces(f"https://example.org/{number}_a?b={year}&c=%20d"),
        "eprint": braces(f"{chance.randint(10, 25)}{chance.randint(10, 12)}.{chance.randint(10000, 99999)}"),
        "keywords": braces(", ".join(chance.sample(WORDS, 3))),
        "abstract": braces(abstract(chance)),
        "note": braces(sentence(chance, 5)),
        "language": braces("english"),
        "issn": braces("1234-5678"),
    }
    optional = {
        "volume",
        "number",
        "pages",
        "publisher",
        "month",
        "doi",
        "url",
        "eprint",
        "keywords",
        "note",
        "language",
        "issn",
    }
    left_out = {name for name in optional if chance.random() < 0.4} | {chance.choice(["journal", "booktitle"])}
    lines = [f"  {name:<10}= {value}," for name, value in fields.items() if name not in left_out]
    kind = "inproceedings" if "journal" in left_out else "article"
    return "\n".join([f"@{kind}{{key{number}_{year},", *lines, "}", ""])


def braces(text: str) -> str:
    """Return a value in braces."""
    return "{" + text + "}"


def name(chance: random.Random) -> str:
    """Return a name, accented now and then."""
    family = "".join(chance.choices(SYLLABLES, k=3)).capitalize() if chance.random() < 0.75 else chance.choice(ACCENTED)
    given = "".join(chance.choices(SYLLABLES, k=2)).capitalize()
    return f"{family}, {given}" if chance.random() < 0.7 else f"{given} {chance.choice('ABCDEF')}. {family}"


def title(chance: random.Random) -> str:
    """Return a title, with protected capitals, a formula or an accent now and then."""
    text = sentence(chance, chance.randint(5, 12))
    if chance.random() < 0.5:
        text = f"{{{chance.choice(['BERT', 'GAN', 'DETR', 'NeRF'])}}}: {text}"
    if chance.random() < 0.1:
        text += chance.choice([" in $O(n^2)$ Time", r" \emph{in vivo}", r" -- {\"U}ber {\O}l", r" \& more"])
    return text


def abstract(chance: random.Random) -> str:
    """Return an abstract of some 130 words, over several lines."""
    text = ". ".join(sentence(chance, 16) for _ in range(8))
    if chance.random() < 0.3:
        text += r". We gain 12\% on $x_i$, na{\"\i}vely"
    return "\n    ".join([text[:400], text[400:]])


def sentence(chance: random.Random, words: int) -> str:
    """Words, the first with a capital."""
    return " ".join(chance.choices(WORDS, k=words)).capitalize()


# What is measured: each reads a file and says how many entries it found.


def ours(path: Path) -> int:
    """PaperAtlas, without a cache, all values used."""
    from paperatlas.bibliography import read_library

    return use(read_library([path], path.parent)[0])


def ours_read(path: Path) -> int:
    """PaperAtlas, without a cache; every value is decoded, none is asked for."""
    from paperatlas.bibliography import read_library

    return len(read_library([path], path.parent)[0].entries)


def cached(path: Path) -> int:
    """PaperAtlas, with a cache; the first time, the cache is written."""
    from paperatlas.bibliography import read_library

    return len(read_library([path], path.parent, path.parent / "cache")[0].entries)


def cached_used(path: Path) -> int:
    """PaperAtlas, from the cache, all values used."""
    from paperatlas.bibliography import read_library

    return use(read_library([path], path.parent, path.parent / "cache")[0])


def use(found: object) -> int:
    """Ask for every value."""
    entries = found.entries  # type: ignore[attr-defined]
    for each in entries:
        for field in each.fields:
            each.text(field)
        each.names("author")
        _ = each.date
    return len(entries)


def bibtexparser_decoding(path: Path) -> int:
    """Read with bibtexparser 2 and its LaTeX and name middlewares."""
    import bibtexparser
    from bibtexparser import middlewares

    logging.disable(logging.CRITICAL)
    stack = [middlewares.LatexDecodingMiddleware(), middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()]
    return len(bibtexparser.parse_string(path.read_text(encoding="utf-8"), append_middleware=stack).entries)


def bibtexparser_splitting(path: Path) -> int:
    """Split with bibtexparser, and no more."""
    from bibtexparser.splitter import Splitter

    logging.disable(logging.CRITICAL)
    return len(Splitter(path.read_text(encoding="utf-8")).split().entries)


def pybtex_plain(path: Path) -> int:
    """Parse with pybtex, which decodes no LaTeX."""
    from pybtex.database import parse_string

    return len(parse_string(path.read_text(encoding="utf-8"), "bibtex").entries)


READERS: dict[str, Callable[[Path], int]] = {
    reader.__name__: reader
    for reader in (ours, ours_read, cached, cached_used, bibtexparser_decoding, bibtexparser_splitting, pybtex_plain)
}


def measure(reader: str, path: Path, times: int = 3) -> tuple[float, float]:
    """Return the least CPU seconds a reader took in some processes, without imports, and its peak memory in MiB."""
    results = []
    for _ in range(times):
        command = [sys.executable, __file__, "--measure", reader, str(path)]
        results.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    return min(seconds for seconds, _ in results), max(memory for _, memory in results)


def measure_here(reader: str, path: Path) -> None:
    """Print the CPU seconds and MiB of one reading, after one of a tiny file that loads all code."""
    tiny = path.with_name("tiny.bib")
    tiny.write_text(r"@misc{a, author = {B, C}, title = {\"a \emph{b} \sqrt{2}}}", encoding="utf-8")
    READERS[reader](tiny)
    start = time.process_time()  # what other programs do meanwhile does not count
    READERS[reader](path)
    seconds = time.process_time() - start
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


def tell(what: str, value: float, goal: str, *, met: bool) -> bool:
    """Print one result."""
    print(f"{what:<66} {value:8.1f}   {goal:<14} {'ok' if met else 'MISSED'}", flush=True)
    return met


def main() -> int:
    """Measure everything, and compare it with the goals."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, nargs="+", default=SIZES)
    parser.add_argument("--measure", nargs=2, metavar=("READER", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure_here(options.measure[0], Path(options.measure[1]))
        return 0
    met = []
    with tempfile.TemporaryDirectory() as folder:
        each: dict[int, float] = {}
        for entries in options.entries:
            path = Path(folder) / str(entries) / "library.bib"
            path.parent.mkdir()
            path.write_text(library(entries), encoding="utf-8")
            each[entries], met_here = compare(entries, path)
            met += met_here
        growth = max(each.values()) / min(each.values())
        met.append(tell("time per entry, slowest library to fastest", growth, "at most 1.5", met=growth <= 1.5))
    return 0 if all(met) else 1


def compare(entries: int, path: Path) -> tuple[float, list[bool]]:
    """Compare the readers on one library; our time per entry, and which goals are met."""
    times = 3 if entries <= 10_000 else 1
    seconds, memory = measure("ours", path, times)
    reading, _ = measure("ours_read", path, times)
    print(f"\n{entries} entries, {path.stat().st_size / 1e6:.1f} MB: read in {reading:.2f} s,", end=" ")
    print(f"{entries / reading:.0f} entries a second; with all values used {seconds:.2f} s, {memory:.0f} MiB")
    met = []
    if entries <= SLOW:
        slow, _ = measure("bibtexparser_decoding", path, 1)
        met.append(
            tell(
                "times faster than bibtexparser, LaTeX and names",
                slow / seconds,
                "at least 12",
                met=slow >= 12 * seconds,
            )
        )
    if entries <= 10 * SLOW:
        plain, _ = measure("pybtex_plain", path, times)
        met.append(tell("times faster than pybtex, no LaTeX", plain / reading, "at least 1", met=plain >= reading))
        splitting, _ = measure("bibtexparser_splitting", path, times)
        tell("times faster than bibtexparser's splitter alone, for scale", splitting / seconds, "", met=True)
    first, _ = measure("cached", path, 1)
    again, _ = measure("cached", path, times)
    used, again_memory = measure("cached_used", path, times)
    met.append(
        tell(
            "times faster from the cache than reading first", reading / again, "at least 20", met=reading >= 20 * again
        )
    )
    tell("the same, the cache written in the first reading", first / again, "", met=True)
    tell("the same, with all values used in both", seconds / used, "", met=True)
    met.append(tell("MiB at most", max(memory, again_memory), "below 1024", met=max(memory, again_memory) < 1024))
    return reading / entries, met


if __name__ == "__main__":
    sys.exit(main())
