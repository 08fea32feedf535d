"""Whether the pages of a site can be reached: links that lead nowhere, pages that the navigation does not have.

A host says the same when it builds the site; here it is known without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from paperatlas.atlas import Address, Atlas
from paperatlas.atlas.addresses import LISTS, PAPERS, direction_address, page_address, paper_address
from paperatlas.build.configuration import Configuration, plugins_of
from paperatlas.build.docs_folder import PageFile
from paperatlas.build.navigation import pages_in_navigation
from paperatlas.build.rules import ABSENT_PAGE, OUTSIDE_NAVIGATION, PAGE_IN_PLACE
from paperatlas.check.page_links import dead_files, dead_links, missing_headings, missing_images, page_addresses
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes.rules import MISSING_TRANSLATION
from paperatlas.pages.kinds import COLLECTIVE_PAGES
from paperatlas.text.suggestions import nearest

_MAKE_PAGES = frozenset({"api-autonav", "blog", "gen-files", "material/blog", "material/tags", "monorepo", "multirepo"})
"""Plugins that make pages which only the host sees."""
_MAKE_NAVIGATION = frozenset({"awesome-nav", "awesome-pages", "literate-nav", "monorepo", "multirepo"})
"""Plugins for which `nav` says something else, or not all."""

_TRANSLATED = re.compile(r"(.+)\.[a-z]{2}(?:-[A-Za-z]+)?\.md")
"""The file of a page in another language, where a site has several."""


def unreachable(configuration: Configuration, atlas: Atlas, pages: tuple[PageFile, ...]) -> Iterator[Problem]:
    """Yield what cannot be reached in one language of a site: NOT013, CFG007 and CFG008."""
    plugins = plugins_of(configuration.values.get("plugins")).keys()
    is_known = _Generated(atlas, configuration)
    in_place = [*_pages_in_place(atlas, pages)] if configuration.options.pages else []
    yield from in_place
    pages = tuple(page for page in pages if page.file not in {problem.file for problem in in_place})
    if not plugins & _MAKE_PAGES:
        yield from dead_links(atlas, is_known)
        if any(document.links for document in atlas.documents):
            yield from dead_files(atlas, frozenset(configuration.docs().files()), is_known)
        if configuration.warns_of_links("unrecognized_links"):
            yield from page_addresses(atlas, is_known)
        if configuration.warns_of_links("anchors"):
            yield from missing_headings(atlas)
        if any(document.images for document in atlas.documents):
            yield from missing_images(atlas, frozenset(configuration.docs().files()))
        if configuration.has_nav and not plugins & _MAKE_NAVIGATION:
            yield from _navigation_problems(configuration, pages, is_known)


def _pages_in_place(atlas: Atlas, pages: Iterable[PageFile]) -> Iterator[Problem]:
    """Yield the hand-written pages that have the address of a paper's."""
    by_address = {paper_address(paper.slug): paper for paper in atlas.papers.values()}
    for page in pages:
        if paper := by_address.get(page_address(page.source)):
            yield PAGE_IN_PLACE.at(Span(page.file, 1, 1), key=paper.key, entry=str(paper.entry.span))


def told_in_place(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems; a page that stands in place of a paper's wants no translation besides."""
    problems = list(problems)
    in_place = {problem.file for problem in problems if problem.code == PAGE_IN_PLACE.code}
    return [each for each in problems if each.code != MISSING_TRANSLATION.code or each.file not in in_place]


class _Generated:
    """Tells which addresses are those of generated pages."""

    def __init__(self, atlas: Atlas, configuration: Configuration) -> None:
        self._papers = {paper_address(paper.slug) for paper in atlas.papers.values()}
        self._folders = [direction_address(slug) for slug in atlas.directions]
        self._is_shown = bool(configuration.options.pages)

    def __call__(self, address: Address) -> bool:
        if not self._is_shown:
            return False
        if address in COLLECTIVE_PAGES or address in self._papers:
            return True
        # Rows of an index have pages from so many papers on; long lists and directions have further pages.
        folders = [*LISTS - {PAPERS}, *self._folders, f"{PAPERS}page/"]
        return any(address.startswith(folder) and address != folder for folder in folders)


def _navigation_problems(
    configuration: Configuration, pages: tuple[PageFile, ...], is_generated: _Generated
) -> Iterator[Problem]:
    sources = {page.source for page in pages}
    named = [item for item in pages_in_navigation(configuration.values["nav"]) if item.endswith(".md")]
    for page in pages:
        if page.source in named or configuration.is_left_out_of_nav(page.source):
            continue
        translated = _TRANSLATED.fullmatch(page.source)
        original = f"{translated[1]}.md" if translated else ""
        variant = "language" if original in sources else ""
        arguments = {"source": page.source, "original": original, "config": configuration.file.name}
        problem = OUTSIDE_NAVIGATION.at(Span(page.file, 1, 1), variant, **arguments)
        if configuration.wants_all_in_nav:
            problem = replace(problem, rule=replace(problem.rule, severity="warning"))
        yield problem
    docs = configuration.docs().path
    for source in named:
        if source not in sources and not is_generated(page_address(source)) and not (docs / source).exists():
            yield ABSENT_PAGE.at(configuration.places.value(source), page=source, near=nearest(source, sources))
