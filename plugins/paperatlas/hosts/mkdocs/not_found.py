"""The theme's page for what is not there, with a search and what is near in the place of its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from paperatlas.build.languages import Languages
from paperatlas.pages import Site
from paperatlas.pages.not_found import not_found_html, with_not_found

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

NOT_FOUND = "404.html"
SEARCH_PAGE = "search.html"
"""The page of results of a theme that has one."""


def complete_not_found(html: str, site: Site, languages: Languages, config: MkDocsConfig, *, own_search: bool) -> str:
    """Return the theme's page with what we show in the place of its heading; as it is if it has another one."""
    root = urlsplit(config.site_url or "/").path.rstrip("/") + "/"
    folders = [(language, languages.folder(language)) for language in languages.every]
    ours = not_found_html(site, folders, root, _search_page(config, own_search=own_search))
    # MkDocs' theme `readthedocs` writes two slashes here, and `//search.html` is the address of another host.
    html = html.replace(f'action="{root}/{SEARCH_PAGE}"', f'action="{root}{SEARCH_PAGE}"')
    return with_not_found(html, ours)


def _search_page(config: MkDocsConfig, *, own_search: bool) -> str | None:
    """Return the page that searches for what is asked as `q`; empty for the home page, None if there is no search."""
    if SEARCH_PAGE in config.theme.static_templates:
        return SEARCH_PAGE
    return "" if own_search or any(hasattr(plugin, "search_index") for plugin in config.plugins.values()) else None
