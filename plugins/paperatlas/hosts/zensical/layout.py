"""Where things are in a stage: each language has a folder with its configuration, its pages and a theme.

Zensical writes only below the folder of its configuration, and the site of the first language has to hold those of the
others, so that one server serves all. So the folder of the first language is inside that of the second, and so on.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from paperatlas.build.languages import Languages


@dataclass(frozen=True, slots=True)
class LanguageFolder:
    """The folder of one language, `path` below the stage (empty: the stage itself)."""

    language: str
    path: str
    site: str
    """Where its site is, relative to its folder."""

    @property
    def configuration(self) -> str:
        """Return the path of its configuration in the stage."""
        return posixpath.join(self.path, "mkdocs.yml")

    @property
    def docs(self) -> str:
        """Return the path of its pages in the stage."""
        return posixpath.join(self.path, "docs")

    @property
    def theme(self) -> str:
        """Return the path of its theme in the stage."""
        return posixpath.join(self.path, "theme")

    @property
    def preview(self) -> str:
        """Return the path in the stage of the folder in which what was saved is built alone."""
        return posixpath.join(self.path, "preview")

    @property
    def whole_site(self) -> str:
        """Return the path of its site in the stage."""
        return posixpath.join(self.path, self.site)


def language_folders(languages: Languages) -> tuple[LanguageFolder, ...]:
    """Return the folder of each language, in the order in which they are built: each site is inside the first."""
    others = [language for language in languages.every if language != languages.first]
    inner = posixpath.join("", *(f"in-{language}" for language in others))
    found = [LanguageFolder(languages.first, inner, "site")]
    for number, language in enumerate(others):
        path = posixpath.join("", *(f"in-{each}" for each in others[:number]))
        site = posixpath.join(posixpath.relpath(inner or ".", path or "."), "site", languages.folder(language))
        found.append(LanguageFolder(language, path, site.rstrip("/")))
    return tuple(found)
