"""What the page of the reader's papers knows of all papers, as data for its script.

The files are scripts that set a variable, for a page that was opened from disk may load a script but no JSON. The
first has which papers there are and where they belong. What stands in the rows is in files of some papers each, of
which those are loaded that hold a paper of the reader's, and so are the exports (`exports/scripts.py`); what a paper is
recognised by in the reader's own library is in one file of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from paperatlas.atlas import Address, Paper
from paperatlas.exports.files import ExportFile, text_file
from paperatlas.exports.scripts import script_number
from paperatlas.pages.reading.marks import former_slugs
from paperatlas.pages.render import Site, title_languages
from paperatlas.text.compact_json import compact_json
from paperatlas.text.titles import title_letters

READING_DATA = Address("assets/reading-data.js")
"""Where the first file is, in every language."""
_ROWS = 500
"""How many papers stand in a file of rows: some 25 kB when it is compressed."""


@dataclass(frozen=True, slots=True)
class ReadingData:
    """The files; `version` depends on all that is in them, so that no browser mixes those of two builds."""

    files: tuple[ExportFile, ...]
    version: str


def write_reading_data(site: Site, papers: Sequence[Paper]) -> ReadingData:
    """Return the data of `papers`.

    The first file has columns of one item for each paper, its `slug` and the places of its `direction` among those of
    the page and the number of the `script` with its exports; the `former` slugs of papers with what they are now; and
    how many papers stand in a file of rows (`rowBlock`).
    """
    rows = [compact_json(_rows(site, papers[at : at + _ROWS])) for at in range(0, len(papers), _ROWS)]
    known = compact_json(_identifiers(papers))
    direction = {slug: number for number, slug in enumerate(site.atlas.directions)}
    columns = compact_json(
        {
            "rowBlock": _ROWS,
            "slug": [paper.slug for paper in papers],
            "script": [script_number(paper.slug, site.export_scripts) for paper in papers],
            "direction": [[direction[slug] for slug in paper.directions] for paper in papers],
            "former": former_slugs(site, papers),
            "rows": [],
        }
    )
    version = hashlib.sha256("\n".join((columns, known, *rows)).encode()).hexdigest()[:8]
    name = f'window.paperAtlasReading["{version}"]'
    stem = READING_DATA.removesuffix(".js")
    files = {
        READING_DATA: f"window.paperAtlasReading ??= {{}};\n{name} = {columns};\n",
        Address(f"{stem}-known.js"): f"{name}.known = {known};\n",
    }
    for number, block in enumerate(rows):
        files[Address(f"{stem}-rows-{number}.js")] = f"{name}.rows[{number}] = {block};\n"
    return ReadingData(
        tuple(text_file(address, text, localised=True) for address, text in files.items()),
        version,
    )


def _rows(site: Site, papers: Sequence[Paper]) -> dict[str, object]:
    """Return what stands in the rows of some papers, in columns.

    `title` is empty where it is the name; `lang` has the languages of titles, if any of them has to be named.
    """
    authors = site.environment.filters["authors"]
    return {
        "name": [paper.name for paper in papers],
        "title": [paper.title.readable if paper.method else "" for paper in papers],
        "authors": [authors(paper.authors, 3) for paper in papers],
        "venue": [paper.venue for paper in papers],
        "year": [paper.year or 0 for paper in papers],
        "lang": title_languages(site, papers),
    }


def _identifiers(papers: Sequence[Paper]) -> dict[str, list[str]]:
    """Return what the same work has in other libraries: its DOI without case, its number at arXiv, its title folded."""
    return {
        "doi": [(paper.entry.doi or "").lower() for paper in papers],
        "arxiv": [paper.entry.arxiv or "" for paper in papers],
        "title": [title_letters(paper.title.readable) for paper in papers],
    }
