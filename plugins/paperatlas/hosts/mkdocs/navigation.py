"""The navigation of a site whose configuration lists no pages: what is generated follows what is hand-written."""

from __future__ import annotations

from itertools import pairwise

from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from paperatlas.build.page_sources import SHOWN_LISTS


def with_lists(nav: Navigation, files: Files) -> Navigation:
    """Return the navigation with the lists of papers, people and venues and the map behind all else."""
    found = [file.page for source in SHOWN_LISTS if (file := files.get_file_from_path(source)) is not None]
    more = [page for page in found if page is not None and page not in nav.pages]
    for before, page in pairwise([*nav.pages[-1:], *more]):
        before.next_page, page.previous_page = page, before
    return Navigation([*nav.items, *more], [*nav.pages, *more])
