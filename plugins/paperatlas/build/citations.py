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


class PageCitations:
    """The citations of the pages that are on their way, by the name of their file."""

    def __init__(self, options: CitationOptions) -> None:
        self._options = options
        self._cited: dict[str, CitedPage] = {}

    @property
    def made_with(self) -> tuple[str | bytes, ...]:
        """Return what tells the options of a site: the style, which is known by name or is a file, and the rest."""
        style = self._options.style
        return type(style).__name__, getattr(style, "data", b""), self._options.placement

    def mark(self, site: Site, name: str, source: str, markdown: str) -> tuple[str, tuple[Problem, ...]]:
        """Put marks for its citations into the Markdown of the page at `source` below the docs folder."""
        return self.put(name, self.cite(site, source, markdown))

    def cite(self, site: Site, source: str, markdown: str) -> CitedPage:
        """Return the page at `source` with marks for its citations."""
        body = body_of(markdown, site.atlas.documents_by_source.get(source))
        return cite_page(site, body, page_address(source), self._options)

    def put(self, name: str, page: CitedPage) -> tuple[str, tuple[Problem, ...]]:
        """Begin with a page that has marks for its citations; return its Markdown, and its problems."""
        self._cited[name] = page
        return page.markdown, page.problems

    def fill(self, name: str, html: str) -> str:
        """Return the HTML of a page with its citations."""
        page = self._cited.pop(name, None)
        return html if page is None else page.filled(html)


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
