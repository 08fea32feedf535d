"""What the page of the reader's papers knows of all papers, as data for its script.

The files are scripts that set a variable, for a page that was opened from disk may load a script but no JSON. The
first has which papers there are and where they belong. What stands in the rows, and each format of the exports, are in
files of some papers each, of which those are loaded that hold a paper of the reader's; what a paper is recognised by in
the reader's own library is in one file of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from paperatlas.atlas import Address, Paper
from paperatlas.exports.files import ExportFile, text_file
from paperatlas.pages.reading.marks import former_slugs
from paperatlas.pages.render import Site
from paperatlas.text.compact_json import compact_json
from paperatlas.text.titles import title_letters

READING_DATA = Address("assets/reading-data.js")
"""Where the first file is, in every language."""
_ROWS = 500
"""How many papers stand in a file of rows: some 25 kB when it is compressed."""
_EXPORTS = 100
"""How many papers stand in a file of an export: some 20 kB compressed, for a reader has marked few of many."""


@dataclass(frozen=True, slots=True)
class ReadingData:
    """The files, and the formats that papers are exported in: what people call each, and what its files end with.

    `version` depends on all that is in the files, so that no browser mixes those of two builds.
    """

    files: tuple[ExportFile, ...]
    formats: tuple[tuple[str, str], ...]
    version: str


def write_reading_data(site: Site, papers: Sequence[Paper]) -> ReadingData:
    """Return the data of `papers`.

    The first file has columns of one item for each paper, its `slug` and the places of its `direction` among those of
    the page; the `former` slugs of papers with what they are now; and how many papers stand in the other files
    (`rowBlock`, `exportBlock`).
    """
    formats = {}
    parts = {"rows": [compact_json(_rows(site, block)) for block in _blocks(papers, _ROWS)]}
    if site.exported is not None:
        texts = {paper.key: [*site.exported(paper.entry)] for paper in papers}
        for at, (kind, _) in enumerate(next(iter(texts.values()), ())):
            formats[kind.label] = kind.suffix
            parts[kind.suffix] = [
                compact_json([texts[paper.key][at][1] for paper in block]) for block in _blocks(papers, _EXPORTS)
            ]
    known = compact_json(_identifiers(papers))
    direction = {slug: number for number, slug in enumerate(site.atlas.directions)}
    columns = compact_json(
        {
            "rowBlock": _ROWS,
            "exportBlock": _EXPORTS,
            "slug": [paper.slug for paper in papers],
            "direction": [[direction[slug] for slug in paper.directions] for paper in papers],
            "former": former_slugs(site, papers),
            "parts": {part: [] for part in parts},
        }
    )
    version = hashlib.sha256("\n".join((columns, known, *chain.from_iterable(parts.values()))).encode()).hexdigest()[:8]
    name = f'window.paperAtlasReading["{version}"]'
    stem = READING_DATA.removesuffix(".js")
    files = {
        READING_DATA: f"window.paperAtlasReading ??= {{}};\n{name} = {columns};\n",
        Address(f"{stem}-known.js"): f"{name}.known = {known};\n",
    }
    for part, blocks in parts.items():
        for number, block in enumerate(blocks):
            address = Address(f"{stem}-{part.strip('.')}-{number}.js")
            files[address] = f'{name}.parts["{part}"][{number}] = {block};\n'
    return ReadingData(
        tuple(text_file(address, text, localised=True) for address, text in files.items()),
        tuple(formats.items()),
        version,
    )


def _blocks(papers: Sequence[Paper], size: int) -> list[Sequence[Paper]]:
    return [papers[at : at + size] for at in range(0, len(papers), size)]


def _rows(site: Site, papers: Sequence[Paper]) -> dict[str, object]:
    """Return what stands in the rows of some papers, in columns; `title` is empty where it is the name."""
    authors = site.environment.filters["authors"]
    return {
        "name": [paper.name for paper in papers],
        "title": [paper.title.readable if paper.method else "" for paper in papers],
        "authors": [authors(paper.authors, 3) for paper in papers],
        "venue": [paper.venue for paper in papers],
        "year": [paper.year or 0 for paper in papers],
    }


def _identifiers(papers: Sequence[Paper]) -> dict[str, list[str]]:
    """Return what the same work has in other libraries: its DOI without case, its number at arXiv, its title folded."""
    return {
        "doi": [(paper.entry.doi or "").lower() for paper in papers],
        "arxiv": [paper.entry.arxiv or "" for paper in papers],
        "title": [title_letters(paper.title.readable) for paper in papers],
    }
