"""Sphinx with sphinxcontrib-bibtex: notes that cite the library, and one page with all of it; no page for a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from benchmarks.builds.sides import SPHINX, Peer, Side, write_tree

PEER = Peer(SPHINX, "sphinx", "sphinx-build", ("--version",))
_INDEX = """\
Large library
=============

.. toctree::
   :glob:

   notes/*
   library
"""
_LIBRARY = """\
Library
=======

.. bibliography::
   :all:
"""
_CITATION = re.compile(r"\[(?:see )?(@\w+(?:; @\w+)*)(?:, p\. \d+)?\]")
_IN_TEXT = re.compile(r"@(\w+)")


def sphinx_side(folder: Path, files: Mapping[str, str]) -> Side:
    """Write the library's notes as reStructuredText, beside its own .bib files."""
    bibliographies = [path for path in files if path.endswith(".bib")]
    configuration = (
        f'project = "Large library"\nextensions = ["sphinxcontrib.bibtex"]\nbibtex_bibfiles = {bibliographies}\n'
    )
    notes = {
        str(PurePosixPath("notes", PurePosixPath(path).with_suffix(".rst").name)): restructured(text)
        for path, text in files.items()
        if path.startswith("docs/notes/")
    }
    own = {path: files[path] for path in bibliographies}
    write_tree(folder, {"conf.py": configuration, "index.rst": _INDEX, "library.rst": _LIBRARY} | notes | own)
    return Side(
        SPHINX,
        folder,
        (str(PEER.path), "-b", "html", ".", "site"),
        len(notes) + 2,
        # The doctrees stand inside the site.
    )


def restructured(note: str) -> str:
    """Return a note of the generated libraries as reStructuredText."""
    return "\n".join(_lines(note.split("---\n", 2)[2]))


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        heading = re.match(r"(#+) (.*)", line)
        if heading:
            yield heading[2]
            yield ("=" if heading[1] == "#" else "-") * len(heading[2])
        else:
            cited = _CITATION.sub(lambda found: f":cite:p:`{found[1].replace('@', '').replace('; ', ',')}`", line)
            yield _IN_TEXT.sub(r":cite:t:`\1`", cited)
