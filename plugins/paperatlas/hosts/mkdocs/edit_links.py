"""The "edit this page" links of a site without a repository."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def without_repository(config: MkDocsConfig) -> None:
    """Drop where pages are edited from a site without a repository: `repo_url: !ENV [REPO_URL, ""]`.

    MkDocs would warn at every page that it is no whole address, and link to it.
    """
    if not config.repo_url:
        if not urlsplit(config.edit_uri or "").scheme:
            config.edit_uri = None
        if not urlsplit(str(config.edit_uri_template or "")).scheme:
            config.edit_uri_template = None
