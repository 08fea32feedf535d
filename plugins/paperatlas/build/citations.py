"""The citations of a host's pages, between the moment they are Markdown and the moment they are HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from paperatlas.atlas import Paper, unknown_citations
from paperatlas.atlas.addresses import page_address
from paperatlas.build.configuration import CONFIG_NAMES
from paperatlas.build.options import CitationEngine, Options
from paperatlas.build.pandoc.process import running_pandoc
from paperatlas.build.pandoc.program import OLDEST, Pandoc, find_pandoc
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes import Body, Document, Mention, body_of
from paperatlas.notes.citations.rules import UNUSABLE_ENGINE, UNUSABLE_STYLE
from paperatlas.pages.citations.csl import read_csl_style
from paperatlas.pages.citations.csl_style_file import read_style_file
from paperatlas.pages.citations.page import CitationOptions, CitedPage, ReferencePlacement, cite_page
from paperatlas.pages.citations.pandoc import PandocStyle
from paperatlas.pages.citations.styles import BUILT_IN, CitationStyle
from paperatlas.pages.render import Site
from paperatlas.storage.files import is_file, reason_of

PLACEMENTS: Mapping[str, ReferencePlacement] = {"end": "end", "marker": "marker", "none": "none"}


def citation_options(options: Options, style: CitationStyle, *, formulas: bool) -> CitationOptions:
    """Return how a site wants its citations; where there are no pages of papers, they lead to the works themselves."""
    if options.pages:
        return CitationOptions(style, options.references, formulas=formulas)
    return CitationOptions(style, options.references, work_address, to_references=True, formulas=formulas)


def work_address(paper: Paper) -> str:
    """Return where a work itself is on the web; empty if its entry does not say that."""
    links = (paper.link(kind) for kind in ("paper", "pdf", "website", "code"))
    return next((link.url for link in links if link), "")


def cite_source(site: Site, source: str, markdown: str, options: CitationOptions) -> CitedPage:
    """Return the page at `source` below the docs folder with marks for its citations, and what they stand for.

    Keys that no entry has were reported when the page was read, but those in what the host has put into it since.
    """
    document = site.atlas.documents_by_source.get(source)
    body = body_of(markdown, document)
    page = cite_page(site, body, page_address(source), options)
    if document is None or body is document.body:
        return page
    return replace(page, problems=(*page.problems, *_unknown_since(site, document, body)))


def _unknown_since(site: Site, document: Document, body: Body) -> list[Problem]:
    """Return a problem for each unknown key that a body has and the page's document has not; its line is unknown."""
    known = {mention.key for mention in document.mentions}
    span = Span(document.front_matter.span().file)
    found = [
        Mention(citation.key, span, "", cluster.in_text and number == 0)
        for cluster in body.clusters
        for number, citation in enumerate(cluster.citations)
        if citation.key not in known
    ]
    return unknown_citations(site.atlas, [replace(document, mentions=tuple(found))])


def read_style(name: str, root: Path, engine: CitationEngine = "citeproc-py") -> tuple[CitationStyle, list[Problem]]:
    """Read the style that is called `name` or is in that file; that by author and year if it cannot be used."""
    if name in BUILT_IN:
        return BUILT_IN[name], []
    path = root / name
    try:
        data = path.read_bytes() if is_file(str(path)) else None
    except OSError as error:
        return BUILT_IN["author-year"], [UNUSABLE_STYLE.at(Span(name), "file", style=name, reason=reason_of(error))]
    pandoc, problems = _pandoc() if engine == "pandoc" else (None, [])
    style, found = _pandoc_style(pandoc, path, data, name) if pandoc else read_csl_style(data, name)
    return style or BUILT_IN["author-year"], problems + found


def _pandoc() -> tuple[Pandoc | None, list[Problem]]:
    """Return the installed Pandoc if it can carry out a style, else why it is not used."""
    pandoc = find_pandoc()
    if pandoc is not None and pandoc.is_new_enough:
        return pandoc, []
    variant = "" if pandoc is None else "old" if pandoc.version else "broken"
    program, version = (str(pandoc.program), pandoc.version) if pandoc else ("", "")
    oldest = ".".join(map(str, OLDEST))
    return None, [UNUSABLE_ENGINE.at(Span(CONFIG_NAMES[0]), variant, program=program, version=version, oldest=oldest)]


def _pandoc_style(
    pandoc: Pandoc, path: Path, data: bytes | None, name: str
) -> tuple[CitationStyle | None, list[Problem]]:
    file, problems = read_style_file(data, name)
    if file is None:
        return None, problems
    return PandocStyle(file, str(path.absolute()), pandoc.version, running_pandoc(pandoc.program).ask), problems
