"""The "edit this page" links, which lead to a site's own files: Zensical only knows those of the stage."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

from paperatlas.exports.site import iri

_DEFAULTS = {
    "github.com": "edit/master/docs/",
    "gitlab.com": "edit/master/docs/",
    "bitbucket.org": "src/default/docs/",
}
"""Where MkDocs takes the docs folder to be if a site does not say it."""


def edit_url(settings: Mapping[str, Any], path: str | None) -> str:
    """Return where the file at a path below the docs folder is edited; empty if nobody can know."""
    repository, template = str(settings.get("repo_url") or ""), str(settings.get("edit_uri_template") or "")
    below = str(settings.get("edit_uri") or "")
    if "edit_uri" not in settings:
        below = _DEFAULTS.get(urlsplit(repository).netloc.lower(), "")
    if path is None or not (template or below):
        return ""
    if template:
        uri = template.format(path=path, path_noext=posixpath.splitext(path)[0])
    else:
        uri = f"{below.rstrip('/')}/{path}"
    if not repository:
        return iri(uri) if urlsplit(uri).scheme else ""
    return iri(urljoin(repository if uri.startswith(("?", "#")) else f"{repository.rstrip('/')}/", uri))
