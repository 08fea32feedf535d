"""What a build under `mkdocs serve` leaves to be made: generated pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import copy, deepcopy
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from paperatlas.hosts.mkdocs.direct_files import DirectFile
from paperatlas.hosts.mkdocs.direct_pages import PageWriter, Theme, write_plainly
from paperatlas.hosts.mkdocs.serving import ServedSite
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
