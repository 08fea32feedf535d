"""Sees that two sites show the same: a comparison with a site that says less would flatter the other."""

from __future__ import annotations

from pathlib import Path

from benchmarks.builds.markdown_pages import article, visible
from benchmarks.builds.prepare import CONVERTED
from benchmarks.builds.processes import BenchError
from bs4 import Tag

MOST_DIFFERENT = 0.03
"""By so many of a page's words two sites may differ: `[paper]` beside `paper`, or the label of a drawing."""
_LOOKED_AT = 7
"""How many pages of papers, of directions and of notes are looked at."""


def check_same_words(ours: Path, theirs: Path) -> None:
    """Raise an error if pages of one site show other words than those of the other."""
    for name in CONVERTED:
        pages = sorted((ours / name).glob("*/index.html"))
        for path in pages[:: max(1, len(pages) // _LOOKED_AT)]:
            address = path.relative_to(ours)
            counts = [word_count((site / address).read_text(encoding="utf-8")) for site in (ours, theirs)]
            if abs(counts[0] - counts[1]) > MOST_DIFFERENT * counts[0]:
                message = f"{address} has {counts[0]} words in {ours} and {counts[1]} in {theirs}"
                raise BenchError(message)


def check_whole(site: Path, papers: int) -> None:
    """Raise an error if a site of ours lacks what makes it dear: a search of every paper, graphs, exports."""
    exports = ("atlas.json", "library.bib", "library.ris", "library.csl.json", "feed.xml")
    missing = [name for name in exports if not (site / name).is_file()]
    index = site / "search" / "search_index.json"
    pieces = sum(1 for _ in (site / "pagefind").glob("fragment/*"))
    if pieces < papers and (not index.exists() or index.read_text(encoding="utf-8").count('"papers/') < papers):
        missing.append("a search index of all papers")
    directions = list((site / "directions").glob("*/index.html"))
    if not any("pa-graph" in path.read_text(encoding="utf-8") for path in directions):
        missing.append("graphs of directions")
    if missing:
        message = f"{site} lacks {', '.join(missing)}: what it cost says nothing"
        raise BenchError(message)


def word_count(html: str) -> int:
    """Count the words of a page that a reader sees without a script, those in drawings aside."""
    return len(" ".join(_texts(article(html))).split())


def _texts(element: Tag) -> list[str]:
    found = []
    for child in element.children:
        if isinstance(child, Tag):
            found += _texts(child) if visible(child) and child.name != "svg" else []
        else:
            found.append(str(child))
    return found
