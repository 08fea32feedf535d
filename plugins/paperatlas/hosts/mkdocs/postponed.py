"""What a build under `mkdocs serve` leaves to be made: generated pages, and the search index that needs them all."""

from __future__ import annotations

import os.path
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy, deepcopy
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from paperatlas.hosts.mkdocs.direct_files import DirectFile
from paperatlas.hosts.mkdocs.direct_pages import PageWriter, Theme, is_sample, write_plainly
from paperatlas.hosts.mkdocs.search_index import SearchIndex
from paperatlas.hosts.mkdocs.serving import ServedSite, Turn
from paperatlas.hosts.mkdocs.theme_page import complete_theme_page
from paperatlas.pages import COLLECTIVE_PAGES

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def postpone_pages(site: ServedSite, files: Sequence[DirectFile], writer: PageWriter, language: str) -> None:
    """Leave the pages of a language to be made; see `write_pages`.

    Each is then asked of the theme: for a single page there is nothing to be learned from another.
    """
    writer = replace(writer, theme=_as_it_is(writer.theme))

    def write(file: DirectFile) -> None:
        with _built_language(writer.theme.config, language):
            write_plainly(file, writer)

    for file in files:
        collective = file.planned.address in COLLECTIVE_PAGES
        site.postpone(file.abs_dest_path, partial(write, file), writes_more=collective)


def _as_it_is(theme: Theme) -> Theme:
    """Return what makes pages as they are made now: mkdocs-static-i18n gives its configuration another language."""
    config = copy(theme.config)
    config.theme, config.extra = deepcopy(config.theme), deepcopy(config.extra)
    return replace(theme, config=config)


@contextmanager
def _built_language(config: MkDocsConfig, language: str) -> Iterator[None]:
    """Have mkdocs-static-i18n, if it is there, take a language for the one that is being built."""
    i18n: Any = config.plugins.get("i18n")
    if i18n is None:
        yield
        return
    before, i18n.current_language = i18n.current_language, language
    try:
        yield
    finally:
        i18n.current_language = before


@dataclass(slots=True)
class PostponedIndex:
    """The search index of the theme: for each language the entries of its other pages, and the pages to be added."""

    _parts: list[tuple[SearchIndex, Callable[[Turn], list[Any]], Sequence[DirectFile]]] = field(default_factory=list)

    def add(
        self, index: SearchIndex, files: Sequence[DirectFile], others: Callable[[Turn], list[Any]] | None = None
    ) -> None:
        """Leave the pages of a language to be added to the `others`, which are in the index now if not given."""
        present = list(index.entries)
        self._parts.append((index, others or (lambda _: present), files))

    def postpone(self, site: ServedSite, config: MkDocsConfig) -> None:
        """Leave the whole index to be written, if there is one."""
        if self._parts:
            path = os.path.join(config.site_dir, "search", "search_index.json")  # noqa: PTH118
            site.postpone_slow(os.path.normpath(path), partial(self._write, config))

    def _write(self, config: MkDocsConfig, turn: Turn) -> None:
        entries: list[Any] = []
        for index, entries_of_others, files in self._parts:
            others = entries_of_others(turn)
            found = index.with_entries(others)
            if not _add_pages(found, files, turn, parse=False):
                found = index.with_entries(others)
                _add_pages(found, files, turn, parse=True)
            entries += found.entries
        i18n: Any = config.plugins.get("i18n")
        if i18n is not None and i18n.config.reconfigure_search:
            i18n.reconfigure_search_duplicates(entries)
        plugin: Any = copy(next(plugin for plugin in config.plugins.values() if hasattr(plugin, "search_index")))
        plugin.search_index = self._parts[-1][0].with_entries(entries).index
        with turn():
            plugin.on_post_build(config=config)


def _add_pages(index: SearchIndex, files: Sequence[DirectFile], turn: Turn, *, parse: bool) -> bool:
    """Add pages; return False as soon as the plugin would have added something else than what is known of a page."""
    for number, file in enumerate(files):
        with turn():
            page = complete_theme_page(file.page, file.planned.make())
            if parse:
                index.add_parsed(page)
            elif not index.add(page, sample=is_sample(number, len(files))):
                return False
            page.content = None
    return True
