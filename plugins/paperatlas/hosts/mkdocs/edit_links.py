"""The "edit this page" link of a paper's page: to the line of the library that the page is made from.

MkDocs joins `repo_url`, `edit_uri` (`edit/main/docs/` on GitHub, `-/edit/main/docs/` on GitLab) and the path of a
page's file below the docs. It is an edit address rather than one to view: the editors of both go to the line that
`#L12` names, and lead a reader who may not edit to a copy of his own.
"""

from __future__ import annotations

import os.path
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from paperatlas.diagnostics.problem import Span

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def edit_uri(span: Span | None, root: Path, config: MkDocsConfig) -> str | None:
    """`span` as MkDocs' `File.edit_uri` wants it: relative to `docs_dir`, to which `edit_uri` of the site leads."""
    if span is None:
        return None
    path = _relative(str(root), span.file, config.docs_dir)
    return f"{path}#L{span.line}" if span.line else path


# Thousands of papers stand in a few files.
@lru_cache(maxsize=1 << 10)
def _relative(root: str, file: str, docs: str) -> str:
    return PurePath(os.path.relpath(Path(root, file), docs)).as_posix()


def without_repository(config: MkDocsConfig) -> None:
    """Drop where pages are edited from a site without a repository: `repo_url: !ENV [REPO_URL, ""]`.

    MkDocs would warn at every page that it is no whole address, and link to it.
    """
    if not config.repo_url:
        if not urlsplit(config.edit_uri or "").scheme:
            config.edit_uri = None
        if not urlsplit(str(config.edit_uri_template or "")).scheme:
            config.edit_uri_template = None
