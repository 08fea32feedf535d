"""What the page that compares any papers knows of all of them, as data for its script.

The files are scripts that set a variable, for a page that was opened from disk may load a script but no JSON. The
first has what papers are found by, in columns; the rows of the table are in files of some hundred papers each, of which
those are loaded that a reader has chosen from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from paperatlas.atlas import Address, Paper
from paperatlas.bibliography import MarkedText
from paperatlas.exports.files import ExportFile, text_file
from paperatlas.notes import COLUMNS
from paperatlas.pages.comparison.table import MOST_COMPARED, ComparedPaper, compared_paper
from paperatlas.pages.render import Site, link_label, title_language, title_languages
from paperatlas.text.compact_json import compact_json

COMPARISON_DATA = Address("assets/compare-data.js")
"""Where the first file is, in every language."""
_BLOCK = 500
"""How many papers stand in a file: some 30 kB when it is compressed."""

ComparedCell = str | list[str] | list[list[str]]


@dataclass(frozen=True, slots=True)
class ComparisonData:
    """The files. `version` depends on all that is in them, so that no browser mixes those of two builds."""

    files: tuple[ExportFile, ...]
    version: str


def write_comparison_data(site: Site, papers: Sequence[Paper]) -> ComparisonData:
    """Return the data of `papers`.

    The first file has columns of one item for each paper: its `slug`, its `name`, its `title` (empty where that is the
    name), its `year` (0 if unknown) and the `lang` of its title, if that of any has to be named; the citation keys that
    are no slugs, with the number of their paper; the `columns` of the table with their names; and by the place of each
    group the slugs of the papers to begin with.
    """
    blocks = [
        compact_json([_row(compared_paper(site, paper), site) for paper in papers[at : at + _BLOCK]])
        for at in range(0, len(papers), _BLOCK)
    ]
    names = site.messages.comparison.columns
    columns = compact_json(
        {
            "block": _BLOCK,
            "columns": [[column, names[column]] for column in COLUMNS],
            "slug": [paper.slug for paper in papers],
            "name": [paper.name for paper in papers],
            "title": [paper.title.readable if paper.method else "" for paper in papers],
            "year": [paper.year or 0 for paper in papers],
            "lang": title_languages(site, papers),
            "keys": {paper.key: number for number, paper in enumerate(papers) if paper.key != paper.slug},
            "groups": {
                f"{direction.slug}/{group.slug}": [site.atlas.papers[key].slug for key in group.papers[:MOST_COMPARED]]
                for direction in site.atlas.directions.values()
                for group in direction.groups
                if len(group.papers) > 1
            },
            "rows": [],
        }
    )
    version = hashlib.sha256("\n".join((columns, *blocks)).encode()).hexdigest()[:8]
    name = f'window.paperAtlasCompare["{version}"]'
    files = {COMPARISON_DATA: f"window.paperAtlasCompare ??= {{}};\n{name} = {columns};\n"}
    for number, block in enumerate(blocks):
        address = Address(f"{COMPARISON_DATA.removesuffix('.js')}-{number}.js")
        files[address] = f"{name}.rows[{number}] = {block};\n"
    return ComparisonData(tuple(text_file(address, text, localised=True) for address, text in files.items()), version)


def _row(row: ComparedPaper, site: Site) -> dict[str, ComparedCell]:
    """Return the cells of a row that are not empty, and the words for papers it builds on that are not named.

    Texts are HTML, with their language where it is not that of the page.
    """
    code = row.code
    cells: dict[str, ComparedCell] = {
        "first_public": row.first_public,
        "venue": row.venue,
        "change": _text(row.change, site),
        "builds_on": [_linked(paper, site) for paper in row.builds_on],
        "more": [f"+{row.more}", site.messages.paper_page.more_papers(row.more)] if row.more else [],
        "results": _text(row.results, site),
        "code": [link_label(site.messages, code), code.url] if code else [],
        "licence": row.licence,
    }
    return {name: cell for name, cell in cells.items() if cell}


def _linked(paper: Paper, site: Site) -> list[str]:
    """Return the name, slug and title of a paper, and the language of a name that is the title."""
    language = "" if paper.method else title_language(site.messages.language, paper)
    return [paper.name, paper.slug, paper.title.readable, *([language] if language else [])]


def _text(text: tuple[MarkedText, str] | None, site: Site) -> list[str]:
    if text is None:
        return []
    marked, language = text
    return [marked.html] if language == site.content_language else [marked.html, language]
