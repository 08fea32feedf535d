"""A search of our own in place of the theme's: pages are collected while a site is built, and indexed at its end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, Files

from paperatlas.build.catalogue import ALL_RULES
from paperatlas.build.languages import Languages
from paperatlas.build.options import Search
from paperatlas.build.search.choice import choose_search
from paperatlas.build.search.index import INDEX, FormerIndex, write_search_index
from paperatlas.build.search.pagefind import Pagefind
from paperatlas.build.search.records import SearchRecord, generated_records, note_body
from paperatlas.build.search.script_index import FOLDER, index_files, write_script_index
from paperatlas.build.search.words import WORDS, search_words
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.pages import Site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as MkDocsPage

_SCRIPT, _STYLE, _SCRIPT_INDEX = "assets/search.js", "assets/search.css", "assets/search-script.js"
_OWN_SEARCH = ("material/search", "search")
"""The search plugins of Material and of MkDocs."""


@dataclass(slots=True)
class SiteSearch:
    """The search of a site: what makes its index (None: the theme does), and what is found so far, by language.

    A site to be opened from a disk has one `in_scripts`. A site of several languages is built once for each of them,
    and indexed after the last.
    """

    pagefind: Pagefind | None = None
    in_scripts: bool = False
    _pages: _Pages = field(default_factory=dict)
    _found: dict[str, _Found] = field(default_factory=dict)

    def choose(
        self, config: MkDocsConfig, wanted: Search, papers: int, languages: Languages, *, offline: bool
    ) -> list[Problem]:
        """Decide which search the site has, for a new build; return what is wrong with that."""
        self._pages, self._found = {}, {}
        self.in_scripts, self.pagefind = offline, None
        if offline:
            return []
        span = Span(Path(config.config_file_path or "mkdocs.yml").name)
        self.pagefind, problems = choose_search(wanted, papers * len(languages.every), languages.every, span)
        return problems

    @property
    def is_ours(self) -> bool:
        """Return whether it takes the place of the theme's."""
        return self.in_scripts or self.pagefind is not None

    @property
    def folder(self) -> str:
        """Return the folder of the index in the site."""
        return FOLDER if self.in_scripts else INDEX

    def replace_own(self, config: MkDocsConfig, files: Files, languages: Languages) -> None:
        """Put our search into the site in place of the theme's, if it has one of ours."""
        if not self.is_ours:
            return
        for name in _OWN_SEARCH:
            if plugin := config.plugins.get(name):
                _switch_off(plugin, name, config)
        scripts = (WORDS, *([_SCRIPT_INDEX] if self.in_scripts else []), _SCRIPT)
        for values, more in ((config.extra_javascript, scripts), (config.extra_css, (_STYLE,))):
            values += [value for value in more if value not in values]
        indexes = index_files(languages.every) if self.in_scripts else {}
        files.append(File.generated(config, WORDS, content=search_words(indexes)))

    def add(self, site: Site, page: MkDocsPage, source: str, html: str) -> None:
        """Have a hand-written page found, unless its front matter says `search: {exclude: true}`."""
        wishes = page.meta.get("search")
        if self.is_ours:
            excluded = isinstance(wishes, dict) and wishes.get("exclude")
            self._pages[page.url] = page, None if excluded else note_body(site, source, html)

    def collect(self, site: Site, language: str) -> None:
        """Take the pages of a language that is built."""
        self._found[language] = site, self._pages
        self._pages = {}

    def collect_again(self, site: Site, language: str) -> None:
        """Take what has changed of a language; its pages are added when they are read."""
        self._pages = self._found[language][1]
        self._found[language] = site, self._pages

    def writer(
        self, languages: Languages, folder: str, cache: Path | None
    ) -> Callable[[FormerIndex | None], list[Problem]] | None:
        """Return what writes the index into the folder of the site, where one of the last build may be left.

        None until every language is built.
        """
        if not self.is_ours or not self._found.keys() >= set(languages.every):
            return None
        return partial(_write, self.pagefind, self._found, Path(folder), cache / "search" if cache else None)


_Pages = dict[str, tuple["MkDocsPage", str | None]]
"""Hand-written pages by address, with what is found on them; None on those that want not to be found."""
_Found = tuple[Site, _Pages]
"""The site of a language, and its hand-written pages."""


def _write(
    pagefind: Pagefind | None,
    found: Mapping[str, _Found],
    folder: Path,
    cache: Path | None,
    former: FormerIndex | None,
) -> list[Problem]:
    """Write the index of all pages; a hand-written one counts where another would be generated."""
    records: dict[str, SearchRecord] = {}
    for language, (site, pages) in found.items():
        records |= {record.address: record for record in generated_records(site, language, ALL_RULES)}
        for url, (page, html) in pages.items():
            if html is not None:
                records[url] = SearchRecord(url, language, unescape(str(page.title)), "", html)
    if pagefind is not None:
        return write_search_index(pagefind, records.values(), folder, cache, former)
    write_script_index(records.values(), folder)
    return []


def _switch_off(plugin: Any, name: str, config: MkDocsConfig) -> None:  # noqa: ANN401
    """Have a theme make neither an index nor a field that loads one."""
    if hasattr(plugin.config, "enabled"):
        plugin.config.enabled = False
        return
    # MkDocs' own plugin has no such option; themes ask whether it is there.
    config.plugins.pop(name)
    for handlers in config.plugins.events.values():
        handlers[:] = [handler for handler in handlers if getattr(handler, "__self__", None) is not plugin]
    config.extra_javascript[:] = [script for script in config.extra_javascript if str(script) != "search/main.js"]
    config.theme.static_templates.discard("search.html")
