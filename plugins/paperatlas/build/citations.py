"""The citations of a host's pages, between the moment they are Markdown and the moment they are HTML."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from paperatlas.atlas.addresses import page_address
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes import body_of
from paperatlas.notes.citations.rules import UNUSABLE_STYLE
from paperatlas.pages.citations.csl import read_csl_style
from paperatlas.pages.citations.page import CitationOptions, CitedPage, ReferencePlacement, cite_page
from paperatlas.pages.citations.styles import BUILT_IN, CitationStyle
from paperatlas.pages.render import Site
from paperatlas.storage.files import is_file, reason_of

PLACEMENTS: Mapping[str, ReferencePlacement] = {"end": "end", "marker": "marker", "none": "none"}


def cite_source(site: Site, source: str, markdown: str, options: CitationOptions) -> CitedPage:
    """Return the page at `source` below the docs folder with marks for its citations, and what they stand for."""
    body = body_of(markdown, site.atlas.documents_by_source.get(source))
    return cite_page(site, body, page_address(source), options)


def read_style(name: str, root: Path) -> tuple[CitationStyle, list[Problem]]:
    """Return the style that is called `name` or is in that file; that by author and year if it cannot be used."""
    if name in BUILT_IN:
        return BUILT_IN[name], []
    path = root / name
    try:
        style, problems = read_csl_style(path.read_bytes() if is_file(str(path)) else None, name)
    except OSError as error:
        style, problems = None, [UNUSABLE_STYLE.at(Span(name), "file", style=name, reason=reason_of(error))]
    return style or BUILT_IN["author-year"], problems
