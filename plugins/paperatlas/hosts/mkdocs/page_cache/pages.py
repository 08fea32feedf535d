"""The pages of a build as MkDocs goes through them, and what of them need not be made again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page

from paperatlas.build.built_site import BuiltSite
from paperatlas.graph.graphviz import GRAPHVIZ
from paperatlas.hosts.mkdocs.direct_files import foreign_page_events
from paperatlas.hosts.mkdocs.page_cache.cited import CachedCitedPage, cite
from paperatlas.hosts.mkdocs.page_cache.completed import Completed, complete_from_cache
from paperatlas.hosts.mkdocs.page_cache.conversion import Converted, convert, version_of
from paperatlas.hosts.mkdocs.page_cache.search import Searched
from paperatlas.hosts.mkdocs.page_cache.store import PageStore
from paperatlas.hosts.mkdocs.page_cache.theme import Rendered, ThemeInputs, intercept_templates, rendered_page
from paperatlas.hosts.mkdocs.page_cache.values import UnknownValueError
from paperatlas.hosts.mkdocs.page_ends import PageEnds
from paperatlas.pages.citations.page import CitationOptions, CitedPage
from paperatlas.pages.hand_written import CompletedPage
from paperatlas.storage.cache import Cache

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

log = get_plugin_logger("paperatlas")

_TEMPLATES = (version_of("Jinja2"), version_of("MarkupSafe"))


class PageCache:
    """What is not made again of the pages that MkDocs makes."""

    def __init__(self) -> None:
        self.searched = PageStore(Cache(Searched), "searched")
        self._cited = PageStore(Cache(CachedCitedPage, made_with=(version_of("citeproc-py"), *_TEMPLATES)), "cited")
        self._converted = PageStore(Cache(Converted), "converted")
        self._completed = PageStore(Cache(Completed, made_with=(GRAPHVIZ, *_TEMPLATES)), "completed")
        self._rendered = PageStore(Cache(Rendered), "rendered")
        self._inputs: ThemeInputs | None = None
        self._languages: set[str] = set()
        self._told: set[str] = set()
        self._warned: set[str] = set()

    def start(self, cache: Path | None) -> None:
        """Begin a build, of all languages of a site."""
        self._warned.clear()
        for store in self._stores:
            store.start(cache / "notes" if cache else None)
        self._languages.clear()

    def intercept_conversion(self, page: Page) -> None:
        """Have a page taken from the cache instead of being converted, unless a plugin converts it in its own way."""
        if type(page) is Page:
            page.render = partial(self._convert, page)  # type: ignore[method-assign]

    def cite(self, built: BuiltSite, page: Page, source: str, markdown: str, options: CitationOptions) -> CitedPage:
        """Return a page with marks for its citations."""
        address = page.file.dest_uri
        earlier = self._cited.load(address)
        cited, kept = cite(built, options, source, markdown, earlier)
        if kept is None:
            self._warned.add(page.file.src_uri)
        elif kept is not earlier:
            self._cited.save(address, kept)
        return cited

    def complete(self, built: BuiltSite, page: Page, source: str, html: str) -> CompletedPage:
        """Return a page with its generated parts."""
        address = page.file.dest_uri
        earlier = self._completed.load(address)
        completed = complete_from_cache(built, source, html, earlier)
        if completed is not earlier:
            self._completed.save(address, completed)
        return completed.page

    def intercept_theme(self, env: Environment, config: MkDocsConfig, ends: PageEnds) -> None:
        """Have a page taken from the cache instead of being rendered, if nobody else changes pages on their way."""
        if others := foreign_page_events(config):
            self._tell(f"the theme renders pages, because {' and '.join(others)} may change the result")
        else:
            self._inputs = ThemeInputs(env, ends.whole)
            intercept_templates(env, self._render)

    def start_again(self) -> None:
        """Begin a build of some pages, with the theme as it is."""
        if self._inputs is not None:
            self._inputs = ThemeInputs(self._inputs.env, self._inputs.whole)

    def take_warned(self) -> set[str]:
        """Return the pages, by source, of which something was said, to be said again in the next build."""
        warned, self._warned = self._warned, set()
        return warned

    def end(self, language: str, languages: tuple[str, ...]) -> None:
        """End the build of one language; after that of the last, forget the pages that the site no longer has."""
        self._languages.add(language)
        if self._languages.issuperset(languages):
            for store in self._stores:
                store.end()

    @property
    def _stores(self) -> tuple[PageStore[Any], ...]:
        return self.searched, self._cited, self._converted, self._completed, self._rendered

    def _convert(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        address = page.file.dest_uri
        earlier = self._converted.load(address)
        try:
            converted = convert(page, config, files, earlier)
        except UnknownValueError as unknown:
            self._tell(f"pages are converted, because the result of '{unknown}' may depend on more than their text")
            Page.render(page, config, files)
        else:
            if converted is None:
                self._warned.add(page.file.src_uri)
            elif converted is not earlier:
                self._converted.save(address, converted)

    def _render(self, template: str, context: Mapping[str, Any], render: Callable[[], str]) -> str:
        """Return a page as its theme makes it."""
        page = context.get("page")
        if type(page) is not Page or self._inputs is None:
            return render()
        try:
            key = self._inputs.key(template, context)
        except UnknownValueError as unknown:
            self._tell(f"the theme renders pages, because the effect of '{unknown}' is not known")
            self._inputs = None
            return render()
        address, content = page.file.dest_uri, page.content or ""
        earlier = self._rendered.load(address)
        if earlier is not None and earlier.key == key:
            return earlier.html(content)
        html = render()
        self._rendered.save(address, rendered_page(key, html, content))
        return html

    def _tell(self, reason: str) -> None:
        """Say once why something is done in every build."""
        if reason not in self._told:
            self._told.add(reason)
            log.info(f"In every build, {reason}.")
