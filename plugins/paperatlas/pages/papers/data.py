"""The table of all papers as data for its script, where the table is divided into pages.

The files are scripts that set a variable, for a page that was opened from disk may load a script but no JSON. The
first has what papers are chosen and sorted by, in columns. The others are loaded as they are needed: the words that
papers are found by in pieces (see words.py), what stands in the rows by a few papers each, and names, which a reader
may sort by, in one file. Papers are numbered as they stand in the table.

A table that is not divided has its texts in its rows, but for the words that are searched and not shown: further
authors and abstracts. They are in a file of their own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from paperatlas.atlas import Address, Paper
from paperatlas.exports.files import ExportFile, text_file
from paperatlas.pages.papers.words import word_pieces
from paperatlas.pages.render import Site, link_label, title_languages
from paperatlas.text.compact_json import compact_json
from paperatlas.text.folding import folded_words

PAPERS_DATA = Address("assets/papers-data.js")
"""Where the first file is, in every language."""
PAPERS_WORDS = Address("assets/papers-words.js")
"""Where the words are that a table which is not divided is searched for."""
_BLOCK = 10
"""How many papers have their rows in one file: 1 kB when it is compressed. Those that a reader finds stand anywhere in
the table, and each brings the rows of so many others."""
_MOST_WITH_ABSTRACTS = 2000
"""In how many papers abstracts are searched: their words are 300 kB compressed, which a reader waits for once."""


@dataclass(frozen=True, slots=True)
class PapersData:
    """The files. `version` depends on all that is in them, so that no browser mixes those of two builds."""

    files: tuple[ExportFile, ...]
    version: str


def write_papers_data(site: Site, papers: Sequence[Paper], venues: Sequence[str]) -> PapersData:
    """Return the data of `papers`, in the order of the table; `venues` are theirs, in the order they are offered.

    The first file has columns of one item for each paper: its `year` (0 if unknown), the numbers of its `venue` (-1 if
    unknown) and of its `directions`, and whether it has `code`. `starts` has the first word of each piece.
    """
    labels: dict[tuple[str, str], int] = {}
    blocks = [papers[at : at + _BLOCK] for at in range(0, len(papers), _BLOCK)]
    abstracts = searches_abstracts(papers)
    pieces = word_pieces(_searched(site, paper, abstracts=abstracts) for paper in papers)
    parts = {
        "rows": [compact_json(_rows(site, block, labels)) for block in blocks],
        "words": [compact_json([piece.words, piece.papers]) for piece in pieces],
        "names": [compact_json([paper.name.lower() for paper in papers])],
    }
    venue = {name: number for number, name in enumerate(venues)}
    direction = {slug: number for number, slug in enumerate(site.atlas.directions)}
    columns = compact_json(
        {
            "block": _BLOCK,
            "venues": venues,
            "directions": [[each.slug, each.title] for each in site.atlas.directions.values()],
            "labels": list(labels),
            "starts": [piece.words[0] for piece in pieces],
            "year": [paper.year or 0 for paper in papers],
            "venue": [venue.get(paper.venue, -1) for paper in papers],
            "direction": [[direction[slug] for slug in paper.directions] for paper in papers],
            "code": [int(paper.link("code") is not None) for paper in papers],
            **{part: [] for part in parts},
        }
    )
    version = hashlib.sha256("\n".join((columns, *chain(*parts.values()))).encode()).hexdigest()[:8]
    name = f'window.paperAtlasPapers["{version}"]'
    files = {PAPERS_DATA: f"window.paperAtlasPapers ??= {{}};\n{name} = {columns};\n"}
    for part, texts in parts.items():
        for number, text in enumerate(texts):
            address = Address(f"{PAPERS_DATA.removesuffix('.js')}-{part}-{number}.js")
            files[address] = f"{name}.{part}[{number}] = {text};\n"
    return PapersData(tuple(text_file(address, text, localised=True) for address, text in files.items()), version)


def write_words(site: Site, papers: Sequence[Paper]) -> PapersData:
    """Return the words that each of `papers`, in the order of the table, is found by beside those in its row."""
    words = compact_json([_words(site, paper) for paper in papers])
    version = hashlib.sha256(words.encode()).hexdigest()[:8]
    text = f'(window.paperAtlasWords ??= {{}})["{version}"] = {words};\n'
    return PapersData((text_file(PAPERS_WORDS, text, localised=True),), version)


def searches_abstracts(papers: Sequence[Paper]) -> bool:
    """Return whether papers are found by the words of their abstracts."""
    return len(papers) <= _MOST_WITH_ABSTRACTS


def _words(site: Site, paper: Paper) -> str:
    """Return the words that do not stand in the row of a paper, folded, each once."""
    texts = _texts_beside(site, paper, abstracts=True)
    return " ".join(dict.fromkeys(word for text in texts for word in folded_words(text)))


def _searched(site: Site, paper: Paper, *, abstracts: bool) -> list[str]:
    """Return all that a paper is found by."""
    title = [paper.title.readable] if paper.method else []
    return [paper.name, *title, *_texts_beside(site, paper, abstracts=abstracts)]


def _texts_beside(site: Site, paper: Paper, *, abstracts: bool) -> list[str]:
    """Return the authors of a paper and its abstract.

    An abstract that was fetched is on the page of its paper and nowhere else.
    """
    abstract = paper.localised("abstract", site.language) if abstracts else None
    return [*(name.display for name in paper.authors.names), *([abstract[0].text] if abstract else [])]


def _rows(site: Site, papers: Sequence[Paper], labels: dict[tuple[str, str], int]) -> dict[str, object]:
    """Return what stands in the rows of some papers; the kinds and words of their links get a number in `labels`.

    `title` is empty where it is the name. `html` has the titles that are more than plain text, by their place, `lang`
    the languages of titles, if any of them has to be named.
    """
    authors = site.environment.filters["authors"]
    return {
        "name": [paper.name for paper in papers],
        "title": [paper.title.readable if paper.method else "" for paper in papers],
        "html": {
            number: paper.title.html
            for number, paper in enumerate(papers)
            if paper.method and any(not isinstance(node, str) for node in paper.title.nodes)
        },
        "lang": title_languages(site, papers),
        "authors": [authors(paper.authors, 3) for paper in papers],
        "slug": [paper.slug for paper in papers],
        "links": [
            [
                (labels.setdefault((link.kind, link_label(site.messages, link)), len(labels)), link.url)
                for link in paper.links
            ]
            for paper in papers
        ],
    }
