"""The exports of papers in scripts of some papers each, for pages that offer them without a file for each paper.

They are scripts that set a variable, for a page that was opened from disk may load a script and no JSON. Which one a
paper is in depends on its slug and on how many there are, so that a new paper changes no other paper's page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import blake2b

from paperatlas.atlas import Address, Atlas, Paper
from paperatlas.exports.entry_exports import EntryExports
from paperatlas.exports.files import ExportFile
from paperatlas.exports.formats import EXPORT_FORMATS
from paperatlas.text.compact_json import compact_json

_PAPERS = 100
"""How many papers are in a script at most, on average: some 60 kB compressed, for a reader wants few of many."""
_ABSTRACT = "\0"
"""What stands for the abstract in the exports of a paper, which hold no control characters."""


def script_count(papers: int) -> int:
    """Return in how many scripts so many papers are: a power of two, which a growing library seldom changes."""
    return 1 << (max(papers - 1, 0) // _PAPERS).bit_length()


def script_number(slug: str, count: int) -> int:
    """Return in which of `count` scripts a paper is."""
    return int.from_bytes(blake2b(slug.encode(), digest_size=4).digest(), "big") % count


def script_address(number: int) -> Address:
    """Return the address of a script, in every language."""
    return Address(f"assets/exports-{number}.js")


def export_scripts(atlas: Atlas, count: int, texts: EntryExports) -> Iterator[ExportFile]:
    """Yield `count` scripts with the exports of all papers."""
    scripts: list[list[Paper]] = [[] for _ in range(count)]
    for paper in atlas.papers.values():
        scripts[script_number(paper.slug, count)].append(paper)
    for number, papers in enumerate(scripts):
        yield ExportFile(script_address(number), partial(_script, papers, texts))


def _script(papers: Sequence[Paper], texts: EntryExports) -> str:
    """Return a script with what there is of each paper by its slug: its abstract, and by suffix its exports.

    The abstract is most of an entry and the same in each format, but where that has to escape it: it is there once.
    """
    data = {}
    for paper in papers:
        abstract = paper.entry.plain("abstract")
        exports = {kind.suffix: texts.of(kind.suffix, [paper.key]) for kind in EXPORT_FORMATS}
        if abstract:
            exports = {suffix: text.replace(abstract, _ABSTRACT) for suffix, text in exports.items()}
        data[paper.slug] = {"abstract": abstract, **exports}
    return f"window.paperAtlasExports = {{ ...window.paperAtlasExports, ...{compact_json(data)} }};\n"
