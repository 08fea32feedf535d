"""The navigation: where the configuration lists no pages, what is generated follows what is hand-written."""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import pairwise

from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section

from paperatlas.build.page_sources import SHOWN_LISTS
from paperatlas.hosts.front_matter import text_as_html


def with_lists(nav: Navigation, files: Files) -> Navigation:
    """Return the navigation with the lists of papers, people and venues and the map behind all else."""
    found = [file.page for source in SHOWN_LISTS if (file := files.get_file_from_path(source)) is not None]
    more = [page for page in found if page is not None and page not in nav.pages]
    for before, page in pairwise([*nav.pages[-1:], *more]):
        before.next_page, page.previous_page = page, before
    return Navigation([*nav.items, *more], [*nav.pages, *more])


def escape_titles(items: Iterable[StructureItem], written: Container[str]) -> None:
    """Escape the titles in a navigation but for those `written` in the configuration; themes show them as they are.

    Sections are called as folders are, and other plugins have titles from files of the docs folder: strangers' texts.
    """
    for item in items:
        # A page looks for its title when it is asked for it, which is too early here.
        title = vars(item).get("title")
        if title is not None and title not in written:
            vars(item)["title"] = text_as_html(str(title))
        escape_titles(item.children if isinstance(item, Section) else (), written)
