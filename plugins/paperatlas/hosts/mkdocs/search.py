"""A search of our own in place of the theme's: pages are collected while a site is built, and indexed at its end."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, Files

from paperatlas.build.languages import Languages
from paperatlas.build.options import Search
from paperatlas.build.search.choice import choose_search
from paperatlas.build.search.index import INDEX, FormerIndex, write_search_index
from paperatlas.build.search.pagefind import Pagefind
from paperatlas.build.search.records import SearchRecord, generated_records, note_record
from paperatlas.build.search.script_index import FOLDER, index_files, write_script_index
from paperatlas.build.search.words import WORDS, search_words
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.pages import Site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as MkDocsPage

_SCRIPT, _STYLE = "assets/search.js", "assets/search.css"
_SCRIPT_INDEX = ("assets/load.js", "assets/search-script.js")
_OWN_SEARCH = ("material/search", "search")
"""The search plugins of Material and of MkDocs."""
_THEME_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/search.")
"""What Material's search loads, 1.3 MB in 36 files: where it is switched off, nothing else does."""


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
        scripts = (WORDS, *(_SCRIPT_INDEX if self.in_scripts else ()), _SCRIPT)
        for values, more in ((config.extra_javascript, scripts), (config.extra_css, (_STYLE,))):
            values += [value for value in more if value not in values]
        indexes = index_files(languages.every) if self.in_scripts else {}
        files.append(File.generated(config, WORDS, content=search_words(indexes)))
        for file in [file for file in files if file.src_uri.startswith(_THEME_SEARCH)]:
            if file.src_dir in config.theme.dirs:
                files.remove(file)

    def add(self, page: MkDocsPage, source: str, html: str) -> None:
        """Have a hand-written page found, unless its front matter says `search: {exclude: true}`."""
        wishes = page.meta.get("search")
        if self.is_ours:
            excluded = isinstance(wishes, dict) and wishes.get("exclude")
            self._pages[page.url] = page, source, None if excluded else html

    def collect(self, site: Site, language: str, generated: Collection[str]) -> None:
        """Take the pages of a language that is built; `generated` are the addresses of the generated ones."""
        self._found[language] = _Found(site, self._pages, generated)
        self._pages = {}

    def collect_again(self, site: Site, language: str) -> None:
        """Take what has changed of a language; its pages are added when they are read."""
        self._found[language] = replace(self._found[language], site=site)
        self._pages = self._found[language].pages

    def writer(
        self, languages: Languages, folder: str, cache: Path | None
    ) -> Callable[[FormerIndex | None], list[Problem]] | None:
        """Return what writes the index into the folder of the site, where one of the last build may be left.

        None until every language is built.
        """
        if not self.is_ours or not self._found.keys() >= set(languages.every):
            return None
        return partial(_write, self.pagefind, self._found, Path(folder), cache / "search" if cache else None)


_Pages = dict[str, tuple["MkDocsPage", str, str | None]]
"""Hand-written pages by address, with source and HTML; without HTML those that want not to be found."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The site of a language, its hand-written pages, and where the generated ones are."""

    site: Site
    pages: _Pages
    generated: Collection[str]


def _write(
    pagefind: Pagefind | None,
    found: Mapping[str, _Found],
    folder: Path,
    cache: Path | None,
    former: FormerIndex | None,
) -> list[Problem]:
    """Write the index of all pages."""
    records: list[SearchRecord] = []
    for language, one in found.items():
        records += (record for record in generated_records(one.site, language) if record.address in one.generated)
        for url, (page, source, html) in one.pages.items():
            if html is not None:
                records.append(note_record(one.site, language, source, url, unescape(str(page.title)), html))
    if pagefind is not None:
        return write_search_index(pagefind, records, folder, cache, former)
    write_script_index(records, folder)
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
