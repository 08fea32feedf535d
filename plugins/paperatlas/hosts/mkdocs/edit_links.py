"""The "edit this page" links: where there is a repository, and as the names of files allow."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from paperatlas.exports.site import iri

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


def without_repository(config: MkDocsConfig) -> None:
    """Drop where pages are edited from a site without a repository: `repo_url: !ENV [REPO_URL, ""]`.

    MkDocs would warn at every page that it is no whole address, and link to it.
    """
    if not config.repo_url:
        if not urlsplit(config.edit_uri or "").scheme:
            config.edit_uri = None
        if not urlsplit(str(config.edit_uri_template or "")).scheme:
            config.edit_uri_template = None


def encode_edit_url(page: Page) -> None:
    """Encode in the address where a page is edited what would end it: MkDocs takes paths as they are."""
    if page.edit_url:
        page.edit_url = iri(page.edit_url)
